"""What to do next: the few changes that bring a document closest to compliance, each with its place.

What makes a document not compliant comes first, then what is certain, then what a person must look at; within each, content comes before
form, as the rulebook's order has it. Where all of these ask for text to be written, the last gives way to a defect that stands in the text
and is mended in a minute, such as a leftover placeholder.
"""

from dataclasses import dataclass

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, RuleResult
from mastercheck.render.tally import tally

MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A change.

    Attributes:
        location: where: the place of the defect, or the chapter where what is missing belongs; None where neither is known.
        places: how many places ask for it; 0 where something is missing.
    """

    result: RuleResult
    location: Location | None
    places: int


def choose_steps(document: DocumentReport, most: int = MOST) -> tuple[Step, ...]:
    """Return what to do next, first things first.

    Args:
        document: the report on it.
        most: how many changes at most.
    """
    steps = [_step(result, document) for result in tally(document).steps]
    chosen = steps[:most]
    if chosen and not any(_is_cheap(step) for step in chosen):
        chosen[most - 1 :] = [step for step in steps[most - 1 :] if _is_cheap(step)][:1] or chosen[most - 1 :]
    return tuple(chosen)


def _step(result: RuleResult, document: DocumentReport) -> Step:
    located = [finding.location for finding in _telling(result) if finding.location]
    home = None if located else _home(result, document)
    return Step(result=result, location=located[0] if located else home, places=len(located))


def _telling(result: RuleResult) -> tuple[Finding, ...]:
    return tuple(finding for finding in result.findings if finding.outcome is result.outcome)


def _is_cheap(step: Step) -> bool:
    """Return whether a step is about something certain that stands in the text: no content has to be written for it."""
    return step.result.outcome is Outcome.FAIL and step.places > 0 and step.result.element is None


def _home(result: RuleResult, document: DocumentReport) -> Location | None:
    """Return the chapter where most of what the guide has in the same part was found; None for a rule of form, or where nothing was."""
    if result.element is None:
        return None
    chapters: dict[str, int] = {}
    for other in document.results:
        if other.group == result.group and other.element and other.outcome is Outcome.PASS:
            for place in [finding.location for finding in other.findings if finding.location and finding.location.heading_path][:1]:
                chapters[place.heading_path[0]] = chapters.get(place.heading_path[0], 0) + 1
    named = [chapter for chapter in chapters if result.group.casefold() in chapter.casefold()]
    best = max(named or chapters, key=lambda chapter: chapters[chapter], default="")
    return Location(heading_path=(best,)) if best else None
