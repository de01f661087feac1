"""What the comments of an annotated copy say: one for each finding that has a place, and a summary that holds the rest."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, KindSource, Outcome, RulebookStamp, RuleResult
from mastercheck.render.matrix import Mark, mark_finding, mark_rules
from mastercheck.render.phrases import KINDS, NO_APPROVAL, VERDICTS, describe_pages, describe_place, describe_words
from mastercheck.render.plain import harmless
from mastercheck.render.steps import Step, choose_steps
from mastercheck.render.suppressions import count_suppressed
from mastercheck.render.tally import Tally, say_message, tally, telling_findings

AUTHOR = "mastercheck"
INITIALS = "mc"

ASKED = {
    Mark.FAULT: "Fault of mastercheck",
    Mark.CORRECT: "To correct",
    Mark.IMPROVE: "To improve",
    Mark.LOOK: "To look at",
    Mark.NOTE: "Note",
}
"""What a comment asks of its reader; what is met gets no comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment.

    Attributes:
        mark: what it asks of its reader.
        head: its first line: the same in words, with the code and the title of the rule.
        lines: what follows, each a paragraph.
        location: where it belongs; an empty one for the summary, which belongs to the title.
    """

    mark: Mark
    head: str
    lines: tuple[str, ...]
    location: Location = field(default_factory=Location)

    def text(self, *, exact: bool = True) -> tuple[str, ...]:
        """Return all its lines, without control characters.

        Args:
            exact: it stands at the very words that it is about, so that it need not quote them.
        """
        quote = f"About: “{self.location.quote}”" if self.location.quote and not exact else ""
        return tuple(harmless(line).replace("\n", " ") for line in (self.head, quote, *self.lines) if line)


def list_remarks(document: DocumentReport) -> tuple[Remark, ...]:
    """Return a remark for each finding with a place whose rule is not met, the gravest first."""
    marks = mark_rules(document)
    return tuple(
        Remark(
            mark=(mark := mark_finding(finding, marks[result.code])),
            head=_head(result, mark),
            lines=tuple(filter(None, (finding.message, *_advise(result)))),
            location=finding.location,
        )
        for result in _unmet(tally(document))
        for finding in telling_findings(result)
        if finding.location and _is_place(finding.location)
    )


def summarise(document: DocumentReport, stamp: RulebookStamp) -> Remark:
    """Return the remark on the document as a whole: verdict, figures, what to do next, and the findings without a place.

    Args:
        document: the report on it.
        stamp: of the rulebook that judged.
    """
    counted = tally(document)
    mark = next(iter(mark for mark in ASKED if mark in mark_rules(document).values()), Mark.MET)
    steps = choose_steps(document)
    listed = _list_placeless(document, {step.result.code for step in steps})
    lines = chain(_describe(document, counted), _list_steps(steps), listed, _close(stamp))
    return Remark(mark=mark, head=f"mastercheck: {VERDICTS[document.verdict]}", lines=tuple(lines))


def _unmet(counted: Tally) -> tuple[RuleResult, ...]:
    return (*counted.correct, *counted.improve, *counted.look, *counted.notes)


def _is_place(location: Location) -> bool:
    return location.paragraph is not None or location.page is not None


def _head(result: RuleResult, mark: Mark) -> str:
    return f"{ASKED[mark]}: {result.code} {result.title}"


def _advise(result: RuleResult) -> Iterator[str]:
    if result.advice:
        yield f"What to do: {result.advice}"
    if result.clause:
        yield f"Guide: {result.clause}"


def _describe(document: DocumentReport, counted: Tally) -> Iterator[str]:
    facts = [KINDS[document.kind], describe_words(document.words) if document.words else "", describe_pages(document)]
    yield " · ".join(filter(None, facts))
    if document.kind_source is KindSource.ASSUMED:
        yield "Its text does not tell what it is: that is assumed from its length. If it is wrong, annotate the document anew with --kind."
    parts = {"To correct": counted.correct, "to improve": counted.improve, "to look at": counted.look, "notes": counted.notes}
    yield ", ".join([f"{name}: {len(results)}" for name, results in {**parts, "met": counted.met}.items()]) + "."
    hidden = count_suppressed(document)
    if hidden:
        findings = f"{hidden} finding{'s' * (hidden != 1)}"
        yield f"Suppressed by settings or a baseline, and without a comment: {findings}. mastercheck check shows them."


def _list_steps(steps: Iterable[Step]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        if number == 1:
            yield "What to do next:"
        # Nobody sees the number of a paragraph; a comment stands at it.
        place = describe_place(replace(step.location, paragraph=None)) if step.location else ""
        where = f" ({place})" if place else ""
        yield f"{number}. {step.result.code} {step.result.title}{where}: {step.result.advice or step.result.message}"


def _list_placeless(document: DocumentReport, told: Collection[str]) -> Iterator[str]:
    """Yield what has no place in the text, above all what is missing; what stands at its place is not said again.

    Args:
        document: the report on it.
        told: codes of the rules whose advice has been given.
    """
    marks = mark_rules(document)
    listed = [(result, message) for result in _unmet(tally(document)) if (message := " ".join(_placeless(result)))]
    if listed:
        yield "Without a place in the text:"
    for result, message in listed:
        advice = () if result.code in told else _advise(result)
        yield " ".join([f"- {_head(result, marks[result.code])}. {message}", *advice])


def _placeless(result: RuleResult) -> Iterator[str]:
    found: tuple[Finding, ...] = telling_findings(result) or (Finding(outcome=Outcome.FAIL, message=result.message),)
    yield from dict.fromkeys(say_message(finding, result) for finding in found if not (finding.location and _is_place(finding.location)))


def _close(stamp: RulebookStamp) -> Iterator[str]:
    yield NO_APPROVAL
    own = "" if stamp.builtin else " (not the built-in one)"
    yield f"Rulebook {stamp.id}, edition {stamp.edition}{own}."
    yield "This is a copy to work from. Hand in a document without these comments."
