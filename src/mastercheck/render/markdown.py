"""Markdown (CommonMark with GitHub's tables), for people: a report to read in a pull request, and feedback to send to a candidate.

Nothing that a document says is markup: marks.py sees to that. The bare lines are made here, and text from outside only ever stands in them.
"""

from collections.abc import Iterable, Iterator

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Report, RuleResult
from mastercheck.render.marks import escape, tabulate
from mastercheck.render.phrases import KINDS, NO_APPROVAL, VERDICTS, describe_author, describe_pages, describe_place, describe_words
from mastercheck.render.steps import choose_steps
from mastercheck.render.suppressions import count_suppressed, describe_reason, list_suppressed, list_upkeep
from mastercheck.render.tally import add_message, tally, telling_findings
from mastercheck.rulebook.schema import Rulebook

SHOWN = 5
"""Findings of one rule that are shown; JSON and SARIF have them all."""


def render(report: Report, rulebook: Rulebook) -> str:
    """Return a report as Markdown: a table over several documents, then each of them.

    Args:
        report: on the documents.
        rulebook: that judged.
    """
    parts = [*([render_table(report.documents)] if len(report.documents) != 1 else [])]
    parts += [render_document(document) for document in report.documents]
    return "\n\n".join([*parts, render_closing(report, rulebook)]) + "\n"


def render_table(documents: Iterable[DocumentReport]) -> str:
    """Return a heading and a table with a line for each document."""
    rows = [_row(document) for document in documents]
    head = ("Document", "Candidate", "Version", "Verdict", "Words", "Pages", "To correct", "To improve", "To look at")
    return f"## {len(rows)} documents\n\n{tabulate(head, rows, right=(4, 5, 6, 7, 8))}"


def _row(document: DocumentReport) -> tuple[str, ...]:
    counted = tally(document)
    return (
        document.path,
        document.candidate,
        document.version,
        VERDICTS[document.verdict],
        f"{document.words.assessed:,}" if document.words else "",
        f"{'' if document.pages.certain else 'about '}{document.pages.count}" if document.pages else "",
        *("" if document.error else str(len(part)) for part in (counted.correct, counted.improve, counted.look)),
    )


def render_document(document: DocumentReport) -> str:
    """Return what is said of one document, under a heading of the second level."""
    return "\n".join(
        [f"## {escape(document.path)}", "", *_describe(document, describe_author(document)), *_list_parts(document, codes=True)]
    )


def render_closing(report: Report, rulebook: Rulebook) -> str:
    """Return what is true of every document: what only people can judge, and which rules under which program judged."""
    stamp = report.rulebook
    own = "" if stamp.builtin else " (not the built-in one)"
    upkeep = [f"- {escape(line)}" for line in list_upkeep(report)]
    lines = [*(["### To tidy up", "", *upkeep, ""] if upkeep else []), "---", "", NO_APPROVAL]
    if rulebook.unjudged:
        lines += [f"For people only, since no file can show it: {'; '.join(escape(one.title) for one in rulebook.unjudged)}."]
    by = f"mastercheck {report.version}, rulebook {escape(stamp.id)}, edition {escape(stamp.edition)}{own}."
    return "\n".join([*lines, "", by])


def render_feedback(report: Report, rulebook: Rulebook) -> str:
    """Return feedback to a candidate, ready to be sent: for each document the verdict, what to do first, and all the rest.

    Args:
        report: on the candidate's documents alone.
        rulebook: that judged.
    """
    name = next((document.candidate for document in report.documents if document.candidate), "")
    lines = ["# Feedback on your work", "", *([f"For: {escape(name)}", ""] if name else [])]
    for document in report.documents:
        described = _describe(document, describe_author(document)[bool(document.candidate) :])
        lines += [f"## {escape(document.path)}", "", *described, *_list_steps(document), *_list_parts(document, codes=False), ""]
    return "\n".join([*lines, render_closing(report, rulebook)]) + "\n"


def _list_steps(document: DocumentReport) -> Iterator[str]:
    """Yield what to begin with, numbered; nothing where there is nothing to do."""
    for number, step in enumerate(choose_steps(document), 1):
        if number == 1:
            yield from ("", "### Begin with", "")
        place = f" ({escape(where)})" if (where := describe_place(step.location)) else ""
        yield f"{number}. **{escape(step.result.title)}**{place}: {escape(step.result.advice or step.result.message)}"


def _describe(document: DocumentReport, told: Iterable[str] = ()) -> Iterator[str]:
    facts = [*map(escape, told), KINDS[document.kind], describe_words(document.words) if document.words else "", describe_pages(document)]
    facts += [f"suppressed: {count}" for count in [count_suppressed(document)] if count]
    yield " · ".join([f"**{VERDICTS[document.verdict]}**", *filter(None, facts)])
    if document.error:
        yield ""
        yield escape(document.error.message)
        yield ""
        yield f"**What to do:** {escape(document.error.advice)}"


def _list_parts(document: DocumentReport, *, codes: bool) -> Iterator[str]:
    """Yield what to correct, improve and look at, each with its place and advice, and the titles of what is met."""
    counted = tally(document)
    for title, results in (
        ("To correct", counted.correct),
        ("To improve (not met, but not decisive)", counted.improve),
        ("To look at (a person must judge)", counted.look),
        ("Notes", counted.notes),
    ):
        if results:
            yield from ("", f"### {title}", "")
            yield from (line for result in results for line in _list_result(result, codes=codes))
    if suppressed := list_suppressed(document):
        yield from ("", f"### Suppressed ({count_suppressed(document)}): shown, and not counted", "")
        yield from (line for result in suppressed for line in _list_suppressed(result, codes=codes))
    if counted.met:
        yield from ("", f"### Met ({len(counted.met)})", "")
        yield ", ".join(escape(result.title) for result in counted.met) + "."


def _list_suppressed(result: RuleResult, *, codes: bool) -> Iterator[str]:
    yield f"- {_name(result, codes=codes)}"
    for finding in result.suppressed[:SHOWN]:
        yield f"  - {_tell(finding, finding.message)} **Reason:** {escape(describe_reason(finding))}"
    if len(result.suppressed) > SHOWN:
        yield f"  - and {len(result.suppressed) - SHOWN} more"


def _name(result: RuleResult, *, codes: bool) -> str:
    code = f" ({escape(result.code)}, guide {escape(result.clause)})" if codes else ""
    return f"**{escape(result.title)}**{code}"


def _list_result(result: RuleResult, *, codes: bool) -> Iterator[str]:
    yield f"- {_name(result, codes=codes)}: {escape(result.message)}"
    told = list(filter(None, (_tell(finding, add_message(finding, result)) for finding in telling_findings(result))))
    yield from (f"  - {one}" for one in told[:SHOWN])
    if len(told) > SHOWN:
        yield f"  - and {len(told) - SHOWN} more"
    if result.advice:
        yield f"  - **What to do:** {escape(result.advice)}"


def _tell(finding: Finding, said: str) -> str:
    """Return a finding: its place, what is said of it, the words that stand there."""
    location = finding.location or Location()
    quote = f"“{location.quote}”" if location.quote else ""
    place, words = describe_place(location), " ".join(filter(None, (said, quote)))
    return escape(": ".join(filter(None, (place, words))))
