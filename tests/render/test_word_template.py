"""Word templates: what stands in them, how it looks, and that the same bytes come out on every run."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from mastercheck.checks import kinds_by_name
from mastercheck.errors import UsageError
from mastercheck.model.blocks import ParagraphKind, Zone
from mastercheck.model.document import DocumentKind
from mastercheck.readers import read
from mastercheck.render.word_template import word_template, write_template
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rulebook, Template, TemplateSection
from report_builders import rulebook as empty_rulebook

TEMPLATES = Path(__file__).parents[2] / "templates"

SMALL = Template(
    title="A template",
    font="Courier & Sons",
    size=10.5,
    title_block=("<Title>", "<Name>"),
    sections=(
        TemplateSection(heading="Client: <name>", level=0),
        TemplateSection(heading="Introduction", instructions=("<Say what it is about.>", "<And why.>")),
        TemplateSection(heading="Deep", level=5),
    ),
)


@pytest.fixture(scope="module")
def builtin() -> Rulebook:
    return load(kinds_by_name())


def part(archive: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name).decode()


def paragraphs(archive: bytes) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in Document(io.BytesIO(archive)).paragraphs]


def test_outline_becomes_paragraphs_in_styles_of_their_own() -> None:
    assert paragraphs(word_template(SMALL, DocumentKind.PROPOSAL)) == [
        ("Title", "<Title>"),
        ("Title Block", "<Name>"),
        ("Title Block", "Client: <name>"),
        ("Heading 1", "Introduction"),
        ("Instruction", "<Say what it is about.>"),
        ("Instruction", "<And why.>"),
        ("Heading 3", "Deep"),
    ]


def test_same_bytes_on_every_run_and_no_trace_of_day_or_author() -> None:
    made = word_template(SMALL, DocumentKind.REPORT)
    assert made == word_template(SMALL, DocumentKind.REPORT)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in opened.namelist() if re.search("theme|thumbnail|customXml|app.xml", name)]
    properties = Document(io.BytesIO(made)).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("A template", "", "")


def test_one_font_in_every_script_and_no_theme() -> None:
    styles = part(word_template(SMALL, DocumentKind.REPORT), "word/styles.xml")
    assert re.search("[tT]heme", styles) is None
    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    assert len(fonts) == 2
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        assert all(f'w:{script}="Courier &amp; Sons"' in one for one in fonts)
    assert '<w:sz w:val="21"/>' in styles
    assert set(re.findall(r'w:line="(\d+)"', styles)) == {"240"}


def test_page_is_a4_with_margins_of_an_inch() -> None:
    section = Document(io.BytesIO(word_template(SMALL, DocumentKind.PROPOSAL))).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert {round(margin.cm, 2) for margin in margins} == {2.54}


@pytest.mark.parametrize(("kind", "numbered"), [(DocumentKind.REPORT, True), (DocumentKind.PROPOSAL, False)])
def test_pages_of_a_report_are_numbered(kind: DocumentKind, numbered: bool) -> None:  # noqa: FBT001 - a parameter of the test
    footer = Document(io.BytesIO(word_template(SMALL, kind))).sections[0].footer
    assert bool(footer._element.findall(f".//{qn('w:fldSimple')}")) is numbered


@pytest.mark.parametrize("kind", [DocumentKind.PROPOSAL, DocumentKind.REPORT])
def test_templates_of_the_repository_are_what_new_makes(kind: DocumentKind, builtin: Rulebook) -> None:
    made = word_template(builtin.templates[kind], kind)
    kept = (TEMPLATES / f"{kind.value}-template.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(kept)) as old:
        assert {name: new.read(name) for name in new.namelist()} == {name: old.read(name) for name in old.namelist()}, (
            "run: python docs/make_templates.py"
        )


@pytest.mark.parametrize("kind", [DocumentKind.PROPOSAL, DocumentKind.REPORT])
def test_reader_sees_title_block_headings_and_single_arial_ten(kind: DocumentKind, builtin: Rulebook, tmp_path: Path) -> None:
    target = tmp_path / "made.docx"
    write_template(builtin, kind, target)
    seen = list(read(target, pages_engine="estimated").paragraphs())
    template = builtin.templates[kind]
    headings = [section.heading for section in template.sections if section.level]
    assert [one.heading.title for one in seen if one.heading] == headings
    assert [one.text for one in seen if one.zone is Zone.TITLE_BLOCK] == list(template.title_block)
    text = [one for one in seen if one.kind is ParagraphKind.PARAGRAPH]
    assert {(run.format.font, run.format.size) for one in text for run in one.runs} == {("Arial", 10.0)}
    assert {one.format.line_spacing.value for one in text if one.format.line_spacing} == {1.0}


def test_filled_in_proposal_meets_the_rules_of_form(builtin: Rulebook, tmp_path: Path) -> None:
    from mastercheck.engine import check_document  # noqa: PLC0415 - other tests here do without the engine
    from mastercheck.model.report import Outcome  # noqa: PLC0415 - the same

    target = tmp_path / "proposal.docx"
    write_template(builtin, DocumentKind.PROPOSAL, target)
    document = Document(str(target))
    lines = ["A framework for services", "Ingvild Moen", "Version 1.0", "14 March 2017"]
    for paragraph in document.paragraphs:
        if "<" in paragraph.text:
            paragraph.runs[0].text = (
                lines.pop(0) if lines else "The company decides together which services it needs and what they may cost. " * 3
            )
    document.save(str(target))
    report = check_document(read(target, pages_engine="estimated"), builtin, path="proposal.docx", kind=DocumentKind.PROPOSAL)
    outcomes = {result.name: result.outcome for result in report.results}
    for name in ("font", "font-size", "line-spacing", "title-block", "proposal-chapters", "proposal-chapter-order", "placeholders"):
        assert outcomes[name] is Outcome.PASS, name


def test_unfilled_template_is_told_apart_from_a_proposal(builtin: Rulebook, tmp_path: Path) -> None:
    from mastercheck.engine import check_document  # noqa: PLC0415 - other tests here do without the engine
    from mastercheck.model.report import Outcome  # noqa: PLC0415 - the same

    target = tmp_path / "proposal.docx"
    write_template(builtin, DocumentKind.PROPOSAL, target)
    report = check_document(read(target, pages_engine="estimated"), builtin, path="proposal.docx", kind=DocumentKind.PROPOSAL)
    outcomes = {result.name: result.outcome for result in report.results}
    assert outcomes["placeholders"] is Outcome.FAIL
    assert outcomes["pdca"] is not Outcome.PASS


class TestWriting:
    def test_file_that_is_there_is_never_written_over(self, builtin: Rulebook, tmp_path: Path) -> None:
        target = tmp_path / "mine.docx"
        target.write_text("my work")
        with pytest.raises(UsageError, match="already"):
            write_template(builtin, DocumentKind.REPORT, target)
        assert target.read_text() == "my work"

    def test_kind_without_a_template_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no template for a resume"):
            write_template(empty_rulebook(), DocumentKind.RESUME, tmp_path / "cv.docx")

    def test_place_that_cannot_be_written_to_is_named(self, builtin: Rulebook, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="cannot be written"):
            write_template(builtin, DocumentKind.REPORT, tmp_path / "nowhere" / "mine.docx")
