"""Sections of two drafts: moved, renumbered, renamed, new and removed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.engine import sections
from mastercheck.engine.sections import match_sections
from mastercheck.model.report import SectionWords


def drafted(*titles: str) -> tuple[SectionWords, ...]:
    """Sections; each "#" before a title is a level, and the k-th section has k words."""
    return tuple(SectionWords(title=title.lstrip("# "), level=title.count("#"), words=at) for at, title in enumerate(titles, 1))


def pairs(old: tuple[SectionWords, ...], new: tuple[SectionWords, ...]) -> list[tuple[str | None, str | None]]:
    """The titles of what was matched, None for what has no equal."""
    found = match_sections(old, new)
    return [(one.before.title if one.before else None, one.after.title if one.after else None) for one in found]


def test_the_same_title_is_the_same_section_wherever_it_stands() -> None:
    found = match_sections(drafted("# Plan", "# Risks"), drafted("# Risks", "# Plan"))
    assert [(one.before, one.after, one.renamed) for one in found] == [
        (drafted("# Plan", "# Risks")[1], drafted("# Risks", "# Plan")[0], False),
        (drafted("# Plan", "# Risks")[0], drafted("# Risks", "# Plan")[1], False),
    ]


def test_another_number_is_no_other_name() -> None:
    [one] = match_sections(drafted("# 3.2 Risks"), drafted("# 4.1. Risks"))
    assert (one.renamed, one.difference) == (False, 0)


def test_equal_titles_are_told_apart_by_the_chapter() -> None:
    old = drafted("# Phase one", "## Results", "# Phase two", "## Results")
    new = drafted("# Phase two", "## Results", "# Phase one", "## Results")
    matched = {(one.before.words, one.after.words) for one in match_sections(old, new) if one.before and one.after}
    assert matched == {(1, 3), (2, 4), (3, 1), (4, 2)}


def test_a_chapter_that_was_renamed_keeps_its_sections() -> None:
    old, new = drafted("# Project", "## Results"), drafted("# The work", "## Results")
    assert ("Results", "Results") in pairs(old, new)


def test_text_before_the_first_heading_is_a_section_of_its_own() -> None:
    assert pairs(drafted("", "# Plan", "## Risks"), drafted("# Plan", "## Risks")) == [("", None), ("Plan", "Plan"), ("Risks", "Risks")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Plan", "Plan and milestones"),
        ("Improvement opportunities", "Opportunities for improvement"),
        ("Strategy of the organisation", "Strategy of the organization"),
    ],
)
def test_a_title_that_is_alike_is_the_same_section_renamed(before: str, after: str) -> None:
    [one] = match_sections(drafted(f"# {before}"), drafted(f"# {after}"))
    assert one.renamed


def test_titles_that_share_little_are_two_sections() -> None:
    old, new = drafted("# A", "# The IT strategy"), drafted("# A", "# B", "# The service strategy")
    assert pairs(old, new) == [("A", "A"), (None, "B"), (None, "The service strategy"), ("The IT strategy", None)]


def test_of_two_titles_that_are_alike_the_number_decides() -> None:
    old, new = drafted("# 1 Plan", "# 2 Plan"), drafted("# 2 Plan and milestones", "# 1 Plan and milestones")
    assert pairs(old, new) == [("2 Plan", "2 Plan and milestones"), ("1 Plan", "1 Plan and milestones")]


def test_a_title_is_matched_once() -> None:
    assert pairs(drafted("# Plan"), drafted("# Plan of the work", "# Plan of the team")) == [
        ("Plan", "Plan of the work"),
        (None, "Plan of the team"),
    ]
    assert pairs(drafted("# Plan of the work", "# Plan of the team"), drafted("# Plan")) == [
        ("Plan of the work", "Plan"),
        ("Plan of the team", None),
    ]


def test_the_same_number_after_the_same_section_is_a_new_name() -> None:
    old, new = drafted("# 1 Introduction", "# 2 Why"), drafted("# 1 Introduction", "# 2 Business case")
    assert pairs(old, new) == [("1 Introduction", "1 Introduction"), ("2 Why", "2 Business case")]
    assert pairs(drafted("# 1 Why"), drafted("# 1 Business case")) == [("1 Why", "1 Business case")]


def test_the_same_number_elsewhere_is_none() -> None:
    old, new = drafted("# 1 Introduction", "# 2 Why"), drafted("# 1 Introduction", "# 7 Method", "# 2 Business case")
    assert ("2 Why", "2 Business case") not in pairs(old, new)


def test_what_is_gone_stands_before_what_followed_it() -> None:
    old, new = drafted("# Gone", "# Lost", "# Bees", "# A", "# Last"), drafted("# A", "# New", "# Bees", "# Own")
    assert pairs(old, new) == [
        ("A", "A"),
        (None, "New"),
        ("Gone", None),
        ("Lost", None),
        ("Bees", "Bees"),
        (None, "Own"),
        ("Last", None),
    ]


def test_very_many_new_titles_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MOST", 1)
    assert pairs(drafted("# Plan", "# Risk"), drafted("# Plans")) == [(None, "Plans"), ("Plan", None), ("Risk", None)]


TITLES = st.lists(st.text("ab1. #", max_size=4), max_size=12)


@given(TITLES, TITLES)
def test_every_section_is_there_once_and_the_words_add_up(before: list[str], after: list[str]) -> None:
    old, new = drafted(*before), drafted(*after)
    found = match_sections(old, new)
    assert [one.after for one in found if one.after] == list(new)
    assert sorted(one.before.words for one in found if one.before) == [one.words for one in old]
    assert sum(one.difference for one in found) == sum(one.words for one in new) - sum(one.words for one in old)
