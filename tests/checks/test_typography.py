import pytest

from builders import document_of, paragraph, run
from mastercheck.checks.typography import MENDING, Params, check
from mastercheck.model.formatting import LineRule, LineSpacing, Origin, OriginKind, ParagraphFormat
from mastercheck.model.report import Observation, Outcome

FONT = Params(property="font", expected="Arial", clones=("Liberation Sans",))
SPACING = Params(property="line_spacing", expected=1.0)


def look(*runs: object, params: Params = FONT, form: str = "docx", **more: object) -> list[Observation]:
    return list(check(document_of([paragraph(*runs, **more)], format=form), params))  # type: ignore[arg-type]


def test_a_few_other_letters_are_allowed() -> None:
    (observation,) = look(run("a" * 95), run("b" * 5, font="Courier New"))
    assert (observation.outcome, observation.facts["share"]) == (Outcome.PASS, 95)


def test_each_of_the_most_frequent_other_values_is_told_with_its_origin_and_place() -> None:
    theme = Origin(OriginKind.DEFAULTS, None, theme=True)
    first, second = look(run("a" * 50), run("b" * 30, font="Calibri", font_origin=theme), run("c" * 20, font="Verdana"))
    assert (first.outcome, first.facts["actual"], first.facts["others"]) == (Outcome.FAIL, "Calibri", 30)
    assert first.facts["origin"] == "document defaults (theme font)"
    assert second.location
    assert second.location.quote == "c" * 20


def test_the_first_of_several_places_is_told() -> None:
    (observation,) = look(run("first", font="Calibri"), run(" and "), run("second", font="Calibri"))
    assert observation.location
    assert observation.location.quote == "first"


def test_a_metric_twin_or_an_unknown_font_is_left_to_a_person() -> None:
    assert [one.outcome for one in look(run("a" * 50), run("b" * 50, font="LiberationSans"))] == [Outcome.REVIEW]
    (observation,) = look(run("a", font=None, font_origin=None))
    assert (observation.outcome, observation.facts["actual"], observation.facts["origin"]) == (Outcome.REVIEW, "unknown", "unknown origin")


@pytest.mark.parametrize(
    ("origin", "mend"),
    [
        (Origin(OriginKind.PARAGRAPH_STYLE, "Body Text"), "Home > Styles, right-click Body Text > Modify"),
        (Origin(OriginKind.DIRECT), "Select the text and press Ctrl+Space"),
        (Origin(OriginKind.CHARACTER_STYLE), "right-click its style > Modify"),
        (None, "look at Home > Font"),
    ],
)
def test_the_way_to_mend_it_belongs_to_the_layer_that_it_comes_from(origin: Origin | None, mend: str) -> None:
    (observation,) = look(run("a", font="Calibri", font_origin=origin))
    assert mend in str(observation.facts["mend"])


def test_every_layer_has_a_way_to_mend() -> None:
    assert set(MENDING) == set(OriginKind)


def test_symbols_hidden_and_deleted_letters_do_not_count() -> None:
    (observation,) = look(
        "a", run("\uf0b7" * 9, font="Symbol"), run("b" * 9, font="Calibri", hidden=True), run("c" * 9, font="Calibri", deleted=True)
    )
    assert observation.facts["share"] == 100


@pytest.mark.parametrize(
    ("value", "rule", "outcome"),
    [
        (1.0, LineRule.MULTIPLE, Outcome.PASS),
        (1.15, LineRule.MULTIPLE, Outcome.FAIL),
        (11.5, LineRule.EXACT, Outcome.PASS),
        (12.0, LineRule.EXACT, Outcome.REVIEW),
        (18.0, LineRule.EXACT, Outcome.FAIL),
        (6.0, LineRule.AT_LEAST, Outcome.PASS),
        (18.0, LineRule.AT_LEAST, Outcome.FAIL),
    ],
)
def test_line_spacing_in_points_is_compared_with_a_single_line(value: float, rule: LineRule, outcome: Outcome) -> None:
    shape = ParagraphFormat(line_spacing=LineSpacing(value=value, rule=rule))
    (observation,) = look("some text", params=SPACING, format=shape)
    assert observation.outcome is outcome


def test_line_spacing_in_points_cannot_be_told_without_a_size() -> None:
    shape = ParagraphFormat(line_spacing=LineSpacing(value=12, rule=LineRule.EXACT))
    (observation,) = look(run("some text", size=None), params=SPACING, format=shape)
    assert observation.outcome is Outcome.REVIEW


def test_a_pdf_is_compared_with_tolerance() -> None:
    size = Params(property="size", expected=10.0)
    assert look(run("some text", size=9.9), params=size, form="pdf")[0].outcome is Outcome.PASS
    assert look(run("some text", size=9.9), params=size)[0].outcome is Outcome.FAIL
