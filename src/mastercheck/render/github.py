"""GitHub Actions: annotations for the ten gravest results, and a job summary that holds all.

GitHub shows ten annotations of a level for a step and drops the others without a word; so ten are written, the gravest of every document
before the second of any. An annotation is a line of the log, a workflow command: what could end or begin one is escaped as the runner
unescapes it. The summary is Markdown, and one above 1 MiB is refused as a whole; so documents are left out of it that do not fit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from mastercheck.model.report import DocumentReport, Report, RuleResult
from mastercheck.render.markdown import render_closing, render_document, render_table
from mastercheck.render.phrases import describe_place
from mastercheck.render.plain import harmless
from mastercheck.render.tally import tally, telling_place
from mastercheck.rulebook.schema import Rulebook

SHOWN = 10
"""Annotations that are written."""

SUMMARY_LIMIT = 1024 * 1024
"""Bytes of a step's job summary that GitHub takes."""

LEVELS = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A result as GitHub shows it.

    Attributes:
        level: one of LEVELS.
        place: how many annotations of its document are graver.
    """

    level: str
    place: int
    path: str
    title: str
    message: str


def render(report: Report, rulebook: Rulebook) -> str:
    """Return the gravest results as workflow commands, a line each, and a line that says how many there are besides.

    It does not promise the job summary: where there is none, or it cannot be written, nobody knows that here.

    Args:
        report: on the documents.
        rulebook: not needed: the signature is that of every format.
    """
    del rulebook
    found = [annotation for document in report.documents for annotation in _annotate(document)]
    found.sort(key=lambda one: (LEVELS.index(one.level), one.place))
    lines = [_command(one) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        more = f"{len(found) - SHOWN} more result{'s have' if len(found) - SHOWN > 1 else ' has'} no annotation"
        lines.append(f"mastercheck: {more}. Every result is in the job summary, where there is one, and in --format markdown.")
    return "".join(f"{line}\n" for line in lines)


def render_summary(report: Report, rulebook: Rulebook, *, limit: int = SUMMARY_LIMIT) -> str:
    """Return the job summary as Markdown.

    Args:
        report: on the documents.
        rulebook: that judged.
        limit: bytes in UTF-8 that it may take, and "" where not even its end fits; how many documents did not fit is told there.
    """
    closing = f"{render_closing(report, rulebook)}\n"
    room = limit - _size(closing) - _size(_tell_left_out(len(report.documents)))
    kept: list[str] = []
    if len(report.documents) != 1:
        table = f"{render_table(report.documents)}\n\n"
        kept.append(table if _size(table) <= room else f"## {len(report.documents)} documents\n\n")
        room -= _size(kept[0])
    parts = [f"{render_document(document)}\n\n" for document in report.documents]
    fitting = sum(end <= room for end in accumulate(map(_size, parts)))
    left_out = len(parts) - fitting
    text = "".join([*kept, *parts[:fitting], _tell_left_out(left_out) if left_out else "", closing])
    return text if _size(text) <= limit else ""


def _tell_left_out(count: int) -> str:
    return f"Reports on {count} documents are left out: there is no more room. A format that is written to a file has them all.\n\n"


def escape_data(text: str) -> str:
    """Return text as the message of a workflow command: harmless, per cent signs and ends of lines escaped."""
    return harmless(text).replace("%", "%25").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return text as a property of a workflow command, in which colons and commas are escaped, too."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _command(one: Annotation) -> str:
    properties = f"file={escape_property(one.path)},title={escape_property(one.title)}"
    return f"::{one.level} {properties}::{escape_data(one.message)}"


def _annotate(document: DocumentReport) -> Iterator[Annotation]:
    """Yield what a document gives rise to, the gravest first; notes are left to the summary."""
    if document.error:
        message = f"{document.error.message} {document.error.advice}"
        yield Annotation(level="error", place=0, path=document.path, title="The document cannot be read", message=message)
        return
    counted = tally(document)
    leveled = [
        *(("error", result) for result in counted.correct),
        *(("warning", result) for result in counted.improve),
        *(("notice", result) for result in counted.look),
    ]
    for place, (level, result) in enumerate(leveled):
        title = f"{result.code} {result.title}"
        yield Annotation(level=level, place=place, path=document.path, title=title, message=_tell(result))


def _tell(result: RuleResult) -> str:
    location = telling_place(result)
    where = describe_place(location)
    quote = f': "{location.quote}"' if location and location.quote else ""
    parts = [result.message, f"At {where}{quote}." if where else "", f"What to do: {result.advice}" if result.advice else ""]
    return " ".join(filter(None, parts))
