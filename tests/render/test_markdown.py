"""The Markdown report: what to do, with place and words, for a reader in a pull request or a candidate's mailbox."""

import re
from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt

from mastercheck.model.location import Location
from mastercheck.model.report import Finding, Outcome, Report, Severity, Verdict
from mastercheck.render.markdown import render, render_feedback
from report_builders import compliant, document, draft, report, result, rulebook, scan
from report_strategies import reports
from rulebook_builders import with_rules

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_one_document_needs_no_table() -> None:
    text = render(report(draft()), rulebook())
    assert text.startswith(
        "## drafts/draft-v3.docx\n\n**Not compliant** · Ingvild Sæther Moen · version 0.3 · Master report · "
        "6,412 words (asked for: 5,400 to 6,600) · 17 pages\n"
    )
    assert "| Document |" not in text


def test_several_documents_have_a_table_first() -> None:
    text = render(report(draft(), compliant(), scan()), rulebook())
    assert text.startswith(
        "## 3 documents\n\n| Document | Candidate | Version | Verdict | Words | Pages | To correct | To improve | To look at |\n"
    )
    assert "| drafts/draft-v3.docx | Ingvild Sæther Moen | 0.3 | Not compliant | 6,412 | 17 | 2 | 1 | 2 |" in text
    assert "| submissions/2016/autumn/scan.pdf |  |  | Unreadable |  |  |  |  |  |" in text


def test_each_part_is_told_with_place_words_and_advice() -> None:
    text = render(report(draft()), rulebook())
    order = [text.index(title) for title in ("### To correct", "### To improve", "### To look at", "### Notes", "### Met (")]
    assert order == sorted(order)
    assert "- **Justification of PDCA** (CON004, guide 4; 6 proposal template): No passage says why" in text
    assert "  - 3.1 Approach, page 7: “TODO\\: figure of the new process”" not in text
    assert "  - 3.1 Approach, page 7: “TODO: figure of the new process”" in text
    assert "  - and 4 more" in text
    assert "  - 2.3 Roles, page 6: 12 words are tracked as deleted." in text
    assert "  - **What to do:** Review > Accept > Accept All Changes and Stop Tracking." in text


def test_a_document_that_cannot_be_read_says_why_and_what_to_do() -> None:
    text = render(report(scan()), rulebook())
    assert "**Unreadable**\n\nscan.pdf holds pictures of its 14 pages, but no text.\n\n**What to do:** Save the report as PDF" in text


def test_the_end_says_what_nobody_has_judged() -> None:
    text = render(report(compliant()), rulebook())
    assert "No finding is no approval" in text
    assert "For people only, since no file can show it: A real or realistic project; A clear and concise plan;" in text
    assert text.endswith("mastercheck 0.0.0, rulebook exin-itsm20k-master, edition 201607.\n")


def test_another_rulebook_is_named_as_such() -> None:
    made = report(compliant())
    own = Report(version=made.version, rulebook=type(made.rulebook)(id="mine", edition="1", sha256="", builtin=False), documents=())
    assert "rulebook mine, edition 1 (not the built-in one)." in render(own, with_rules())
    assert "For people only" in render(own, with_rules())


def test_a_rulebook_that_leaves_nothing_to_people_says_nothing_of_them() -> None:
    assert "For people only" not in render(report(compliant()), replace(rulebook(), unjudged=()))


def test_feedback_speaks_to_one_candidate_and_of_one_document() -> None:
    made = document(
        result("CON011", "Risks", Outcome.FAIL, message="There are none.", advice="Add a table."),
        path="ada.docx",
        candidate="Ada Byron",
        verdict=Verdict.NOT_COMPLIANT,
    )
    text = render_feedback(report(made), rulebook())
    assert text.startswith("# Feedback on your work\n\nFor: Ada Byron\n\n## ada.docx\n\n**Not compliant** · Master report\n")
    assert "### Begin with\n\n1. **Risks**: Add a table.\n" in text
    assert "- **Risks**: There are none.\n  - **What to do:** Add a table." in text
    assert "CON011" not in text


def test_feedback_on_a_nameless_document_greets_nobody() -> None:
    assert "For:" not in render_feedback(report(scan()), rulebook())


def test_a_finding_without_words_of_its_own_is_left_out() -> None:
    bare = Finding(outcome=Outcome.FAIL, message="Gone.", location=Location())
    made = document(result("CON011", "Risks", Outcome.FAIL, bare, message="Gone.", severity=Severity.WARNING))
    assert "- **Risks** (CON011, guide 4; 6 report template): Gone.\n\n---" in render(report(made), rulebook())


@given(made=reports)
def test_no_text_of_a_document_becomes_markup(made: Report) -> None:
    numbered = re.sub(r"^\d\. (?=\*\*)", "- ", render_feedback(made, rulebook()), flags=re.MULTILINE)
    text = render(made, rulebook()) + numbered
    types = {token.type for parsed in READER.parse(text) for token in (parsed, *(parsed.children or ()))}
    harmful = {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence", "em_open", "s_open"}
    assert not types & (harmful | {"blockquote_open", "ordered_list_open"})
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    text.encode()


@given(made=reports)
def test_each_document_keeps_its_own_heading(made: Report) -> None:
    headings = [token for token in READER.parse(render(made, rulebook())) if token.type == "heading_open" and token.tag == "h2"]
    assert len(headings) == len(made.documents) + (len(made.documents) != 1)
