import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pagination.metrics import face, is_known
from mastercheck.readers.pagination.rulers import Ruler, Rulers


def test_arial_is_the_metric_twin_of_helvetica() -> None:
    assert face("Arial").width("Hx. ", 10.0) == pytest.approx((722 + 500 + 278 + 278) / 100)
    assert face("ARIAL ", bold=True).width("x", 10.0) == pytest.approx(5.56)
    assert face("Arial").ascent + face("Arial").descent == pytest.approx(1.15)


def test_times_and_courier_are_twins_too() -> None:
    assert face("Times New Roman").width("x", 12.0) == pytest.approx(6.0)
    assert face("Courier New").width("iW", 10.0) == pytest.approx(12.0)


def test_calibri_is_measured_letter_by_letter() -> None:
    assert face("Calibri").width("a", 100.0) == pytest.approx(47.9, abs=0.1)
    assert face("Calibri").width("m", 100.0) == pytest.approx(79.9, abs=0.1)
    assert face("Calibri", bold=True).width("m", 100.0) == pytest.approx(81.3, abs=0.1)
    assert face("Calibri").ascent + face("Calibri").descent == pytest.approx(1.221, abs=0.001)


def test_other_families_are_measured_by_a_factor() -> None:
    assert face("Verdana").width("x", 10.0) == pytest.approx(5.0 * 1.15)


@pytest.mark.parametrize(("family", "same_as"), [("Carlito", "Calibri"), ("Liberation Sans", "Arial"), ("Times", "Times New Roman")])
def test_a_metric_clone_has_the_same_metrics(family: str, same_as: str) -> None:
    assert is_known(family)
    assert face(family).width("Abc", 10.0) == face(same_as).width("Abc", 10.0)


@pytest.mark.parametrize("family", ["Odd Sans", "", None])
def test_times_new_roman_stands_in_for_what_is_not_known(family: str | None) -> None:
    assert not is_known(family)
    assert face(family).width("Abc", 10.0) == face("Times New Roman").width("Abc", 10.0)


@pytest.mark.parametrize(
    ("letter", "width"),
    [
        ("\u00e9", 556.0),
        ("\u1e17", 556.0),
        ("\u4e2d", 1000.0),
        ("\u0301", 0.0),
        ("\u200b", 0.0),
        ("\u2003", 278.0),
        ("\ufb03", 278.0 + 278.0 + 222.0),
        ("\u0634", 420.0),
        ("\u0436", 556.0),
        ("\u0416", 722.0),
    ],
)
def test_letters_that_no_table_holds_are_derived(letter: str, width: float) -> None:
    assert face("Arial").width(letter, 1000.0) == pytest.approx(width)


@given(st.text(max_size=50), st.text(max_size=50))
def test_widths_add_up(first: str, second: str) -> None:
    arial = face("Arial")
    assert arial.width(first + second, 10.0) == pytest.approx(arial.width(first, 10.0) + arial.width(second, 10.0))


def ruler(**form: object) -> Ruler:
    return Ruler(TextFormat(**{"font": "Arial", "size": 10.0, **form}), 10.0)  # type: ignore[arg-type]


def test_a_ruler_measures_text_of_its_format() -> None:
    assert ruler().width("xx") == pytest.approx(10.0)
    assert ruler().width("xx") == pytest.approx(10.0)
    assert ruler(size=None).width("xx") == pytest.approx(10.0)
    assert ruler(bold=True).width("xx") == pytest.approx(11.12)
    assert ruler(caps=True).width("xX") == pytest.approx(13.34)
    assert ruler(small_caps=True).width("xX") == pytest.approx(6.67 * 1.8)
    assert ruler(spacing=1.5).width("xx") == pytest.approx(13.0)


def test_a_superscript_is_small_and_raised() -> None:
    raised, lowered = ruler(vertical="superscript"), ruler(vertical="subscript")
    assert raised.width("x") == pytest.approx(10 / 3)
    assert raised.ascent == pytest.approx(9.38 * 2 / 3 + 3.3)
    assert raised.ascent + raised.descent == pytest.approx(lowered.ascent + lowered.descent)
    assert lowered.descent > raised.descent


def test_a_ruler_does_not_remember_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mastercheck.readers.pagination.rulers._MOST_KEPT", 1)
    one = ruler()
    assert [one.width("x"), one.width("xx"), one.width("xx")] == pytest.approx([5.0, 10.0, 10.0])


def test_equal_formats_share_a_ruler() -> None:
    rulers = Rulers(10.0)
    first = TextFormat(font="Arial", size=9.0)
    assert rulers.of(first) is rulers.of(first) is rulers.of(TextFormat(font="Arial", size=9.0))
    assert rulers.of(TextFormat(font="Arial")) is not rulers.of(first)
