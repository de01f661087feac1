"""Text in Markdown is shown letter for letter, whatever it holds, by an independent reader of CommonMark."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from mastercheck.render.marks import UNSEEN_SPACE, escape, tabulate
from mastercheck.render.plain import one_line
from report_strategies import texts

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "text_special"}


def shown(markdown: str) -> str:
    """The text that a reader sees; anything but text is a mistake."""
    inline = [child for token in READER.parse(markdown) for child in token.children or ()]
    assert {child.type for child in inline} <= PLAIN
    return "".join(child.content for child in inline).replace(UNSEEN_SPACE, "")


@given(text=texts)
def test_any_text_is_shown_as_it_is_in_a_paragraph(text: str) -> None:
    assert shown(escape(text)) == one_line(text).replace(UNSEEN_SPACE, "")
    assert {token.type for token in READER.parse(escape(text))} <= {"paragraph_open", "inline", "paragraph_close"}


@given(text=texts)
def test_any_text_is_shown_as_it_is_in_a_list(text: str) -> None:
    markdown = f"- **Bold** {escape(text)}\n  - {escape(text) or 0}"
    blocks = {token.type for token in READER.parse(markdown)}
    assert blocks <= {f"{name}_{end}" for name in ("bullet_list", "list_item", "paragraph") for end in ("open", "close")} | {"inline"}


@given(text=texts)
def test_any_text_stays_in_its_cell(text: str) -> None:
    parsed = READER.parse(tabulate(["One", "Two"], [[text, text], ["a", "b"]], right=[1]))
    cells = [token.children or [] for token in parsed if token.type == "inline"]
    assert len(cells) == 6
    assert {child.type for cell in cells for child in cell} <= PLAIN
    assert len([token for token in parsed if token.type == "tr_open"]) == 3


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<b>bold</b> & more", "&lt;b>bold&lt;/b> &amp; more"),
        ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"),
        ("[x](http://y)", "\\[x\\](http\\://y)"),
        ("www.x.example", "www\\.x.example"),
        ("see www.x.example", "see www\\.x.example"),
        (":tada: at 12:30", "\\:tada: at 12:30"),
        ("@you and a@b.c", "@\u200byou and a@\u200bb.c"),
        ("#12", "\\#\u200b12"),
        ("$x$", "\\$x\\$"),
        ("1. item, 2.3 million", "1\\. item, 2.3 million"),
        ("2) item", "2\\) item"),
        ("- item", "\\- item"),
        ("> quote > of", "\\> quote > of"),
        ("::error::x", "\\:\\:error::x"),
        ("##[error]x", "\\#\\#\\[error\\]x"),
        ("a\nb\x1b", "a b\\\\x1b"),
        ("File > Save As (Ctrl+S), 10.", "File > Save As (Ctrl+S), 10."),
    ],
)
def test_what_could_be_markup_is_escaped_and_nothing_else(text: str, markdown: str) -> None:
    assert escape(text) == markdown


def test_figures_stand_at_the_right() -> None:
    assert tabulate(["Name", "Words"], [["a|b", "3"]], right=[1]) == "| Name | Words |\n| --- | ---: |\n| a\\|b | 3 |"
