"""What a document says comes out as text in every format: in its text, its headings, its author's name and its file's name alike.

Each format is read as the program that it is for would read it. docs/formats.md tells what would happen otherwise.
"""

import csv
import io
import json
import re
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from rich.console import Console

from mastercheck.candidates.recipients import list_recipients
from mastercheck.model.location import Location
from mastercheck.model.report import Outcome, Report, SectionWords
from mastercheck.render.formats import FEEDBACK, FORMATS, Format
from mastercheck.render.terminal import print_report
from report_builders import document, report, result, rulebook, scan, words

ATTACKS = {
    "formula": '=HYPERLINK("http://away.example","x")',
    "script": "<script>alert(1)</script>",
    "escape": "\x1b]0;owned\x07\x1b[31m",
    "command": "::error::owned",
    "group": "##[error]owned",
    "xml": "a\x00b\x0bc\ufffe]]>d",
    "direction": "\u202egnp.exe",
}
PLACES = ("text", "heading", "candidate", "file")


def attack(text: str, where: str) -> Report:
    """Two documents, so that every format has its table, one of them with an attack at a place."""
    at = {place: text if place == where else "harmless" for place in PLACES}
    location = Location(heading_path=(at["heading"],), page=1, quote=at["text"])
    broken = result("CON001", "Risks", Outcome.FAIL, location, message=f"{at['text']} is left.")
    made = document(
        replace(broken, message=at["text"]),
        path=f"{at['file']}.docx",
        candidate=at["candidate"],
        version=at["candidate"],
        words=words(sections=(SectionWords(title=at["heading"], level=1, words=9),)),
    )
    return report(made, scan())


FORMS = [
    *(pytest.param(form, id=form.name) for form in FORMATS),
    *(pytest.param(form, id=f"feedback-{form.name}") for form in FEEDBACK),
]


def give(form: Format, made: Report) -> str | bytes:
    """A report in a form; feedback as the first candidate gets it."""
    return form.render(list_recipients(made)[0].report if form in FEEDBACK else made, rulebook())


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("form", FORMS)
def test_it_comes_out_as_text(form: Format, name: str, where: str) -> None:
    READERS[form.suffix](give(form, attack(ATTACKS[name], where)))


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", ATTACKS)
def test_it_comes_out_as_text_in_a_window(name: str, where: str) -> None:
    paper = io.StringIO()
    print_report(attack(ATTACKS[name], where), Console(file=paper, width=100, force_terminal=True, color_system="truecolor"), rulebook())
    assert_plain(re.sub(r"\x1b\[[\d;]*m", "", paper.getvalue()))
    assert "\x1b[31mowned" not in paper.getvalue()


def assert_plain(content: str | bytes) -> str:
    """Text that neither a terminal nor a CI runner obeys."""
    assert isinstance(content, str)
    assert not re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", content)
    assert not [line for line in content.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    return content


def read_json(content: str | bytes) -> None:
    assert json.loads(assert_plain(content))["documents"]


def read_csv(content: str | bytes) -> None:
    rows = list(csv.reader(io.StringIO(assert_plain(content), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@-]", cell)]


def read_xlsx(content: str | bytes) -> None:
    assert isinstance(content, bytes)
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")
    assert_plain("".join(str(cell.value).replace("::", "").replace("##[", "") for cell in cells))


def read_html(content: str | bytes) -> None:
    page = html.document_fromstring(assert_plain(content))
    ours = page.xpath("//script[not(contains(text(), 'use strict'))]|//img|//iframe|//link|//base|//*[@onload or @onerror or @style]")
    assert ours == []
    assert not [link for link in page.xpath("//a/@href") if not link.startswith("#")]


def read_markdown(content: str | bytes) -> None:
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(assert_plain(content))
    kinds = {token.type for block in parsed for token in (block, *(block.children or ()))}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "code_block", "code_inline"}


def read_xml(content: str | bytes) -> None:
    root = etree.fromstring(assert_plain(content).encode())
    assert {one.tag for one in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "properties",
        "property",
        "failure",
        "skipped",
        "error",
    }


def read_log(content: str | bytes) -> None:
    """Each line is one command of ours, whose properties and message hold no other."""
    assert isinstance(content, str)
    lines = content.splitlines()
    assert lines
    assert all(re.fullmatch(r"::(?:error|warning|notice) [^:\x00-\x1f]*::[^\x00-\x1f\u202e]*", line) for line in lines)


def read_sarif(content: str | bytes) -> None:
    assert json.loads(assert_plain(content))["version"] == "2.1.0"


READERS = {
    ".json": read_json,
    ".csv": read_csv,
    ".xlsx": read_xlsx,
    ".html": read_html,
    ".md": read_markdown,
    ".xml": read_xml,
    ".sarif": read_sarif,
    ".txt": read_log,
}


def test_every_format_has_a_reader() -> None:
    assert {form.suffix for form in (*FORMATS, *FEEDBACK)} == set(READERS)
