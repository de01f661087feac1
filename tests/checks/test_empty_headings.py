import pytest

from builders import document_of, heading, paragraph
from mastercheck.checks.empty_headings import Params, check
from mastercheck.checks.kind import NotApplicable
from mastercheck.model.blocks import Block, Paragraph
from mastercheck.model.formatting import ParagraphFormat, Picture
from mastercheck.model.report import Observation


def look(*blocks: Block) -> list[Observation]:
    return list(check(document_of(blocks), Params()))


def unwritten() -> Paragraph:
    return paragraph("  ", format=ParagraphFormat(style="heading 1", outline_level=1))


def test_an_empty_line_in_a_heading_style_is_told_with_the_heading_before_it() -> None:
    (observation,) = look(heading("Plan"), paragraph("Text."), unwritten())
    assert (observation.case, observation.facts) == ("untitled", {"after": "Plan"})


def test_an_empty_line_in_a_heading_style_is_seen_without_any_heading() -> None:
    assert [one.facts["after"] for one in look(unwritten())] == [""]


def test_a_heading_over_headings_is_not_empty_but_the_last_of_them_may_be() -> None:
    (observation,) = look(heading("Plan"), heading("Milestones", 2))
    assert (observation.case, observation.facts) == ("empty", {"title": "Milestones"})


def test_a_picture_or_an_equation_is_something() -> None:
    assert look(heading("Plan"), paragraph(pictures=(Picture(width=90, height=90),))) == []
    assert look(heading("Sum"), paragraph(has_equation=True)) == []
    assert look(heading("Plan"), paragraph(format=ParagraphFormat(outline_level=2), has_equation=True)) == []


def test_a_title_and_a_contents_list_need_no_text() -> None:
    assert look(heading("Contents"), heading("Plan"), paragraph("Text.")) == []


def test_a_heading_that_is_only_known_by_its_looks_is_not_judged() -> None:
    with pytest.raises(NotApplicable):
        look(paragraph("Text."))
