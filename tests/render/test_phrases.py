"""Phrases that several renderers share."""

import pytest

from mastercheck.model.document import PageCount, PageEngine
from mastercheck.model.location import Location
from mastercheck.render.phrases import describe_pages, describe_place, describe_words, name_heading
from report_builders import document, words


@pytest.mark.parametrize(
    ("location", "phrase"),
    [
        (None, ""),
        (Location(), ""),
        (Location(heading_path=("2 Project", "2.1 Plan"), page=3, paragraph=12), "2 Project > 2.1 Plan, page 3, paragraph 12"),
        (Location(paragraph=12), "paragraph 12"),
    ],
)
def test_a_place_is_told_by_what_is_known_of_it(location: Location | None, phrase: str) -> None:
    assert describe_place(location) == phrase


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2.1 Plan", "Plan"),
        ("2. Plan", "Plan"),
        ("A.1 Plan", "Plan"),
        ("B) Plan", "Plan"),
        ("A plan", "plan"),
        ("Plan B", "Plan B"),
        ("2016", "2016"),
    ],
)
def test_a_heading_is_named_without_its_number(heading: str, name: str) -> None:
    assert name_heading(Location(heading_path=("1 Above", heading))) == name


def test_a_place_under_no_heading_has_no_name() -> None:
    assert name_heading(Location()) == ""


def test_words_are_told_with_what_is_asked_for() -> None:
    assert describe_words(words(6412)) == "6,412 words (asked for: 5,400 to 6,600)"
    assert describe_words(words(700, minimum=None, maximum=None)) == "700 words"


def test_pages_are_told_with_what_is_allowed() -> None:
    one = PageCount(count=1, engine=PageEngine.PDF, certain=True)
    three = PageCount(count=3, engine=PageEngine.ESTIMATED, certain=False)
    assert describe_pages(document()) == ""
    assert describe_pages(document(pages=one)) == "1 page"
    assert describe_pages(document(pages=three, page_maximum=2)) == "about 3 pages (at most 2)"
