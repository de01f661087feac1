import pytest

from builders import document_of, paragraph, run
from mastercheck.checks.review_marks import Params, check
from mastercheck.model.document import Comment
from mastercheck.model.location import Location

MARKED = paragraph(
    "Plain ",
    run("added ", inserted=True),
    run("words ", inserted=True, bold=True),
    run("removed ", deleted=True),
    run("secret ", hidden=True),
    run("yellow", highlight=True),
    run(" ", highlight=True, hidden=True),
)


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("tracked_changes", [("insertion", "added words", 3), ("deletion", "removed", 3)]),
        ("hidden_text", [("hidden text", "secret", 1)]),
        ("highlighting", [("highlighting", "yellow", 1)]),
    ],
)
def test_neighbouring_runs_with_a_mark_are_one_finding(mark: str, found: list[tuple[str, str, int]]) -> None:
    observations = list(check(document_of([MARKED]), Params(mark=mark)))  # type: ignore[arg-type]
    assert [(one.facts["mark"], one.facts["text"], one.facts["words"]) for one in observations] == found


def test_a_comment_is_found_with_its_place_and_its_author_if_it_has_one() -> None:
    place = Location(paragraph=1)
    comments = [Comment(author="Ada", text="Source?", location=place), Comment(author="", text="Really?", location=place)]
    observations = list(check(document_of("Some text.", comments=comments), Params(mark="comments")))
    assert [(one.facts["mark"], one.facts["text"]) for one in observations] == [("comment by Ada", "Source?"), ("comment", "Really?")]
    assert all(one.location and one.location.quote == "Some text." for one in observations)


def test_plain_text_has_no_marks() -> None:
    document = document_of("Some text.")
    assert not [
        one for mark in ("tracked_changes", "comments", "hidden_text", "highlighting") for one in check(document, Params(mark=mark))
    ]  # type: ignore[arg-type]
