"""Captions that a style makes captions, whatever they say."""

from builders import document_of, heading, paragraph
from mastercheck.checks.captions import Params, check
from mastercheck.model.blocks import ParagraphKind

PARAMS = Params(sorts=(("figure", "fig"),))


def test_a_caption_without_a_number_is_told() -> None:
    caption = paragraph("Figure: The quay", kind=ParagraphKind.CAPTION)
    (told,) = check(document_of([heading("One"), paragraph("It rains."), caption]), PARAMS)
    assert (told.case, told.facts["label"]) == ("unnumbered", "Figure")


def test_an_automatic_number_is_a_number() -> None:
    caption = paragraph("The quay", kind=ParagraphKind.CAPTION, list_label="Figure 1")
    assert not list(check(document_of([heading("One"), paragraph("See Figure 1."), caption]), PARAMS))
