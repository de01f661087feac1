"""Annotations and the job summary of GitHub Actions, read as the runner reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.report import Outcome, Report, Severity
from mastercheck.render.github import SHOWN, SUMMARY_LIMIT, escape_data, escape_property, render, render_summary
from mastercheck.render.plain import harmless
from report_builders import compliant, document, draft, place, report, result, rulebook, scan
from report_strategies import reports, texts

COMMAND = re.compile(r"::(?P<level>error|warning|notice) file=(?P<file>[^,:]*),title=(?P<title>[^,:]*)::(?P<message>.*)")


def obeyed(text: str) -> list[dict[str, str]]:
    """What the runner makes of a log: properties and message unescaped."""
    found = [match.groupdict() for match in map(COMMAND.fullmatch, text.splitlines()) if match]
    turns = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
    for one in found:
        for name in one:
            for escaped, letter in turns:
                one[name] = one[name].replace(escaped, letter)
    return found


def test_the_gravest_come_first_with_place_and_advice() -> None:
    told = obeyed(render(report(draft()), rulebook()))
    assert [(one["level"], one["title"][:6]) for one in told] == [
        ("error", "CON004"),
        ("error", "LFT001"),
        ("warning", "LFT002"),
        ("notice", "CON003"),
        ("notice", "EXS002"),
    ]
    assert told[1]["file"] == "drafts/draft-v3.docx"
    assert told[1]["message"].startswith('Template text or a placeholder is left. At page 1, paragraph 2: "Version <x.x>, <Name>, <Date>".')
    assert told[0]["message"].startswith("No passage says why or how Plan-Do-Check-Act is used. What to do: Add a paragraph")


def test_a_document_that_cannot_be_read_is_an_error() -> None:
    told = obeyed(render(report(scan()), rulebook()))[0]
    assert (told["level"], told["title"]) == ("error", "The document cannot be read")
    assert "What" not in told["title"]
    assert told["message"].startswith("scan.pdf holds pictures of its 14 pages, but no text. Save the report")


def test_what_is_met_or_only_worth_knowing_is_no_annotation() -> None:
    met = result("CON001", "Problem", Outcome.PASS, place("1", 1))
    note = result("ARE005", "Skill", Outcome.FAIL, severity=Severity.NOTE)
    assert render(report(document(met, note)), rulebook()) == ""


def test_ten_are_shown_and_the_gravest_of_each_document_before_the_second_of_any() -> None:
    failing = [result(f"CON{number:03}", "Missing", Outcome.FAIL) for number in range(1, 10)]
    looking = result("EXS002", "Weak", Outcome.REVIEW)
    text = render(
        report(document(*failing, path="a.docx"), document(looking, path="b.docx"), document(*failing, path="c.docx")), rulebook()
    )
    told = obeyed(text)
    assert len(told) == SHOWN
    assert [one["file"] for one in told] == ["a.docx", "c.docx"] * 5
    said = "Every result is in the job summary, where there is one, and in --format markdown."
    assert text.splitlines()[-1] == f"mastercheck: 9 more results have no annotation. {said}"


def test_one_result_besides_is_told_as_one() -> None:
    failing = [result(f"CON{number:03}", "Missing", Outcome.FAIL) for number in range(SHOWN + 1)]
    assert render(report(document(*failing)), rulebook()).splitlines()[-1].startswith("mastercheck: 1 more result has no annotation.")


@pytest.mark.parametrize(
    ("text", "data", "value"),
    [
        ("a%0A::error::b", "a%250A::error::b", "a%250A%3A%3Aerror%3A%3Ab"),
        ("a\nb\rc", "a%0Ab\\x0dc", "a%0Ab\\x0dc"),
        ("a,b:c", "a,b:c", "a%2Cb%3Ac"),
        ("\x1b[31m\u2028", "\\x1b[31m\\u2028", "\\x1b[31m\\u2028"),
    ],
)
def test_what_could_end_or_begin_a_command_is_escaped(text: str, data: str, value: str) -> None:
    assert (escape_data(text), escape_property(text)) == (data, value)


@given(made=reports)
def test_any_text_gives_lines_that_are_commands_of_ours(made: Report) -> None:
    lines = render(made, rulebook()).splitlines()
    commands = [line for line in lines if COMMAND.fullmatch(line)]
    besides = [line for line in lines if line not in commands]
    assert len(commands) <= SHOWN
    assert not besides or (len(commands) == SHOWN and [line.partition(" ")[0] for line in besides] == ["mastercheck:"])


@given(title=texts, path=texts)
def test_the_runner_gives_back_what_was_written(title: str, path: str) -> None:
    made = report(document(result("CON001", title, Outcome.FAIL, message=title), path=path))
    told = obeyed(render(made, rulebook()))[0]
    assert (told["title"], told["file"]) == (harmless(f"CON001 {title}"), harmless(path))
    assert told["message"] == harmless(title)


def test_the_summary_holds_the_whole_report() -> None:
    text = render_summary(report(draft(), compliant()), rulebook())
    assert text.startswith("## 2 documents\n\n| Document |")
    assert "## drafts/draft-v3.docx" in text
    assert "## report-final.pdf" in text
    assert text.rstrip().endswith("edition 201607.")
    assert "left out" not in text


def test_the_summary_of_one_document_has_no_table() -> None:
    assert render_summary(report(draft()), rulebook()).startswith("## drafts/draft-v3.docx\n\n**Not compliant**")


def test_documents_that_do_not_fit_into_the_summary_are_left_out_and_counted() -> None:
    made = report(*[draft()] * 800)
    text = render_summary(made, rulebook())
    shown = text.count("\n## drafts/draft-v3.docx\n")
    assert len(text.encode()) <= SUMMARY_LIMIT
    assert 0 < shown < 800
    assert f"Reports on {800 - shown} documents are left out" in text
    assert text.count("| drafts/draft-v3.docx |") == 800


def test_a_table_that_does_not_fit_leaves_its_heading() -> None:
    text = render_summary(report(*[draft()] * 400), rulebook(), limit=1500)
    assert text.startswith("## 400 documents\n\nReports on 400 documents are left out")
    assert len(text.encode()) <= 1500


def test_no_room_at_all_leaves_nothing() -> None:
    assert render_summary(report(draft()), rulebook(), limit=10) == ""


@given(made=reports, limit=st.integers(0, 5000))
def test_the_summary_keeps_to_its_limit(made: Report, limit: int) -> None:
    assert len(render_summary(made, rulebook(), limit=limit).encode()) <= limit
