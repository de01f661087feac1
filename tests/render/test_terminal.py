"""The report on a terminal as a whole: golden files, widths, encodings, colours, and text that tries to command the terminal."""

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.location import Location
from mastercheck.model.report import (
    DeclaredSpecification,
    DocumentError,
    DocumentReport,
    EvidencedSpecification,
    Finding,
    KindSource,
    Outcome,
    ProjectArea,
    Report,
    RulebookStamp,
    Severity,
    SpecificationCoverage,
    Verdict,
)
from mastercheck.render.terminal import print_report
from report_builders import (
    AREAS,
    REQUIREMENTS,
    compliant,
    document,
    draft,
    place,
    proposal,
    report,
    result,
    rulebook,
    scan,
    words,
)

Compare = Callable[[str, str], None]

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def printed(made: Report | DocumentReport, *, width: int = 80, encoding: str = "utf-8", **console: object) -> str:
    """What is printed to a console that writes in an encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    whole = made if isinstance(made, Report) else report(made)
    print_report(whole, Console(file=stream, width=width, legacy_windows=False, **console), rulebook())  # type: ignore[arg-type]
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("name", "width", "encoding", "documents"),
    [
        ("draft-80.txt", 80, "utf-8", (draft,)),
        ("draft-60.txt", 60, "utf-8", (draft,)),
        ("draft-120.txt", 120, "utf-8", (draft,)),
        ("draft-80-ascii.txt", 80, "ascii", (draft,)),
        ("several-80.txt", 80, "utf-8", (compliant, proposal, scan)),
        ("several-60-ascii.txt", 60, "ascii", (compliant, proposal, scan)),
        ("cohort-80.txt", 80, "utf-8", (draft, compliant, scan, proposal)),
        ("cohort-120.txt", 120, "utf-8", (draft, compliant, scan, proposal)),
        ("cohort-60-ascii.txt", 60, "ascii", (draft, compliant, scan, proposal)),
    ],
)
def test_report_reads_as_the_golden_file(
    name: str, width: int, encoding: str, documents: tuple[Callable[[], DocumentReport], ...], compare_with_golden: Compare
) -> None:
    text = printed(report(*(make() for make in documents)), width=width, encoding=encoding)
    assert max(map(cell_len, text.splitlines())) <= width
    compare_with_golden(text, name)


def test_first_eight_lines_hold_verdict_words_pages_and_what_to_begin_with() -> None:
    plain = draft()
    short = document(*plain.results, verdict=plain.verdict, words=words(7000, word_status_bar=7000), pages=plain.pages)
    head = "\n".join(printed(short).splitlines()[:8])
    for telling in ("NOT COMPLIANT", "2 to correct", "7,000", "400 too many", "17", "Justification of PDCA"):
        assert telling in head


def test_more_than_three_documents_are_shown_whole_where_that_is_asked_for() -> None:
    several = report(draft(), compliant(), scan(), proposal())
    stream = io.StringIO()
    print_report(several, Console(file=stream, width=80, color_system=None, legacy_windows=False), rulebook(), full=True)
    assert stream.getvalue().count("╭") == 4
    assert "╭" not in printed(several)
    assert printed(report(draft(), compliant(), scan())).count("╭") == 3


def test_nothing_is_said_of_approval_where_no_document_could_be_read() -> None:
    text = printed(report(scan(), scan(), scan(), scan()))
    assert "No finding is no approval" not in text
    assert text.count("→ Save the report as PDF") == 4


def test_lines_have_no_blanks_at_their_ends() -> None:
    text = printed(report(draft(), proposal(), scan()))
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_widest_report_is_easy_to_read_on_a_very_wide_terminal() -> None:
    assert max(map(cell_len, printed(draft(), width=300).splitlines())) == 120


def test_colour_adds_nothing_but_colour() -> None:
    coloured = printed(draft(), force_terminal=True, color_system="truecolor", no_color=False)
    assert "\x1b[" in coloured
    assert ESCAPE.sub("", coloured) == printed(draft())


def test_no_color_leaves_no_escape_code_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(draft(), force_terminal=True, color_system="truecolor")


def test_old_windows_consoles_get_signs_that_their_fonts_have() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=80, color_system=None, legacy_windows=True)
    print_report(report(draft()), console, rulebook())
    assert "✘" not in stream.getvalue()
    assert "x NOT COMPLIANT" in stream.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437", "koi8-r"])
def test_every_encoding_can_write_every_report(encoding: str) -> None:
    quote = "Ingvild Sæther Møller\u2019s “plan” — naïve café, 計画書, 5 ≥ 3 → yes…"
    text = printed(document(result("CON001", "Problem", Outcome.PASS, place("1.1 Plan", 2, quote))), encoding=encoding)
    assert "Problem" in text
    assert "plan" in text


def test_ascii_keeps_letters_readable() -> None:
    text = printed(
        document(result("CON001", "Problem", Outcome.PASS, place("Übersicht", 2, "naïve “café” — Møller\u2019s 5 ≥ 3"))), encoding="ascii"
    )
    assert '"naive "cafe" - Moller\'s 5 >= 3"' in text
    assert "Ubersicht" in text


HOSTILE = {
    "markup": ("[bold red]met[/bold red] [/] [link=http://example.org]x[/link]", "[bold red]met[/bold red] [/]"),
    "emoji code": (":warning: :smile:", ":warning: :smile:"),
    "escape": ("a\x1b[31mred\x1b[0m", "a\\x1b[31mred\\x1b[0m"),
    "link": ("\x1b]8;;http://example.org\x07here\x1b]8;;\x07", "\\x1b]8;;http://example.org\\x07here"),
    "C1": ("a\x9b31mred", "a\\x9b31mred"),
    "NUL, BEL, backspace": ("a\x00b\x07c\x08d", "a\\x00b\\x07c\\x08d"),
    "right to left": ("a\u202eb\u2066c\u2069d\u200fe", "a\\u202eb\\u2066c\\u2069d\\u200fe"),
    "lines": ("one\r\ntwo\u2028three\x0bfour", "one\\x0d two\\u2028three\\x0bfour"),
    "half a pair": ("a\ud800b", "a\\ud800b"),
}


@pytest.mark.parametrize(("hostile", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_text_of_a_document_is_shown_and_never_obeyed(hostile: str, shown: str) -> None:
    where = place(f"1.1 {hostile}", 3, hostile)
    made = document(
        result("CON001", "Problem", Outcome.PASS, where),
        result("CON002", "Options", Outcome.FAIL, where, message=hostile, advice=hostile, name=hostile),
        path=f"{hostile}.docx",
    )
    text = printed(made, width=120, force_terminal=True, color_system="truecolor", no_color=False)
    assert shown in ESCAPE.sub("", text)
    assert set(text) & set("\x00\x07\x08\x0b\r\x9b\u2028\u202e\u2066\u2069\u200f") == set()
    assert "\x1b]" not in text
    assert text.count("\x1b") == len(ESCAPE.findall(text))


def test_error_of_an_unreadable_document_is_never_obeyed() -> None:
    error = DocumentError(code="x", message="[red]a\x1b[2Jb", advice="c\x1b]0;title\x07")
    text = printed(DocumentReport(path="[/]\x1bx.pdf", kind=None, verdict=Verdict.UNREADABLE, error=error))
    assert "\x1b" not in text
    assert "[red]a\\x1b[2Jb" in text
    assert "[/]\\x1bx.pdf" in text


def test_wide_characters_keep_frame_and_columns_straight() -> None:
    results = (
        result("CON001", "問題と背景", Outcome.PASS, place("1.1 計画", 3, "情報技術サービスの管理" * 12)),
        result("CON002", "Options", Outcome.PASS, place("1.2 The road", 4, "a")),
    )
    lines = printed(document(*results, path="報告書-最終版.docx", words=words())).splitlines()
    framed = [line for line in lines if line[0:1] in "╭│╰" and line]
    assert {cell_len(line) for line in framed} == {80}
    starts = {cell_len(line[: line.index(number)]) for line in lines for number in ("1.1,", "1.2,") if number in line}
    assert len(starts) == 1


def test_long_words_are_folded() -> None:
    where = place("H" * 300, 3, "Q" * 300)
    made = document(result("CON002", "O" * 300, Outcome.FAIL, where, message="Z" * 300, advice="W" * 300), path="p" * 300)
    text = printed(made)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("Z") == 300
    assert text.count("W") == 300


TEXT = st.text(alphabet=st.characters(codec=None), max_size=60)
PLACES = st.builds(
    Location,
    heading_path=st.lists(TEXT, max_size=2).map(tuple),
    paragraph=st.none() | st.integers(1, 9999),
    page=st.none() | st.integers(1, 9999),
    quote=TEXT,
)
FINDINGS = st.builds(Finding, outcome=st.sampled_from(Outcome), message=TEXT, location=st.none() | PLACES)


@st.composite
def documents(draw: st.DrawFn) -> DocumentReport:
    """Reports with any text in every field."""
    results = st.builds(
        result,
        code=TEXT | st.sampled_from(["EXS001", "ARE001", "CON001"]),
        title=TEXT,
        outcome=st.sampled_from(Outcome),
        message=TEXT,
        name=TEXT,
        group=TEXT,
        clause=TEXT,
        advice=TEXT,
        severity=st.sampled_from(Severity),
        findings=st.lists(FINDINGS, max_size=8).map(tuple),
    )
    declared = st.builds(
        DeclaredSpecification, id=st.none() | TEXT, title=TEXT, requirement=st.none() | st.sampled_from("129"), location=PLACES
    )
    evidenced = st.builds(
        EvidencedSpecification, id=TEXT, title=TEXT, requirement=st.sampled_from("129"), passages=st.lists(PLACES, max_size=5).map(tuple)
    )
    coverage = st.builds(
        SpecificationCoverage,
        requirements=st.just({"1": draw(TEXT), "2": "Directing"}),
        declared=st.lists(declared, max_size=3).map(tuple),
        evidenced=st.lists(evidenced, max_size=3).map(tuple),
    )
    area = st.builds(ProjectArea, id=TEXT, title=TEXT, passages=st.lists(PLACES, max_size=4).map(tuple))
    pages = st.builds(
        PageCount,
        count=st.integers(0, 99999),
        engine=st.sampled_from(PageEngine),
        certain=st.booleans(),
        note=TEXT,
        fill_of_last_page=st.just(0.5),
    )
    return document(
        *draw(st.lists(results, max_size=4)),
        path=draw(TEXT),
        verdict=draw(st.sampled_from([Verdict.COMPLIANT, Verdict.NOT_COMPLIANT, Verdict.NEEDS_REVIEW])),
        kind=draw(st.sampled_from(DocumentKind)),
        kind_source=draw(st.sampled_from(KindSource)),
        words=words(draw(st.integers(0, 10**7)), profile=draw(TEXT)),
        pages=draw(st.none() | pages),
        page_maximum=draw(st.none() | st.integers(1, 3)),
        exam_specifications=draw(st.none() | coverage),
        project_areas=tuple(draw(st.lists(area, max_size=3))),
    )


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), st.integers(40, 140), st.sampled_from(["utf-8", "ascii", "cp1252"]), TEXT)
def test_any_text_anywhere_stays_within_the_console_and_commands_nothing(
    made: DocumentReport, width: int, encoding: str, other: str
) -> None:
    error = DocumentError(code=other, message=other, advice=other)
    unreadable = DocumentReport(path=other, kind=None, verdict=Verdict.UNREADABLE, error=error)
    stamp = RulebookStamp(id=other, edition=other, sha256="", builtin=False)
    text = printed(report(made, unreadable, stamp=stamp), width=width, encoding=encoding)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_titles_of_areas_and_requirements_come_from_what_judged() -> None:
    text = printed(draft(), width=120)
    assert all(title in text for title in (AREAS["A4"], REQUIREMENTS["1"], REQUIREMENTS["2"]))


@pytest.mark.parametrize("words", ["::error::gone", "##[error]gone", "x " * 200 + "::error::gone"])
def test_no_line_is_a_command_to_a_ci_runner(words: str) -> None:
    made = document(result("CON011", words, Outcome.FAIL, place(words, 3, words), message=words, advice=words), path=words)
    lines = printed(made).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
