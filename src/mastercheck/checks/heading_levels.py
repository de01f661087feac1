"""Do the headings step down one level at a time, and do their numbers go on?

Measures the headings that are certain, in the text itself (guide, chapter 4: general requirements of an academic paper). The first heading
sets the level from which the others step down, and numbers are compared among the headings of one chapter only.

Cases and facts (all: `title`: the heading, `before`: the one it is compared with):
    skipped   it stands more than one level below the heading before it. `level`, `expected`: the level it has, and the one it could have
    repeated  it has the same number as an earlier one
    backwards its number is smaller than that of the heading before it on its level
    gap       between the two a number is missing
It is not applicable where fewer than two headings are certain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.model.blocks import Confidence, Heading, Paragraph, Zone
from mastercheck.model.document import Document
from mastercheck.model.report import Facts, Observation, Outcome

JUDGED = frozenset({Zone.BODY, Zone.ABSTRACT})
"""Regions in which headings are compared; appendices and the literature may be on a level of their own."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters: none."""


Placed = tuple[Paragraph, Heading]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report headings that skip a level, and numbers that do not go on."""
    del params
    placed = [
        (section.heading, section.heading.heading)
        for section in document.walk_sections()
        if section.heading and section.heading.heading and section.zone in JUDGED and section.title
    ]
    certain = [(paragraph, heading) for paragraph, heading in placed if heading.confidence is Confidence.CERTAIN]
    if len(certain) < 2 or len(certain) < len(placed):  # noqa: PLR2004 - an order takes two
        raise NotApplicable("Fewer than two headings are certain, or others may stand between them.")
    yield from _skips(certain)
    yield from _numbers(certain)


def _skips(placed: Sequence[Placed]) -> Iterator[Observation]:
    for (_, before), (paragraph, heading) in pairwise(placed):
        if heading.level > before.level + 1:
            facts: Facts = {"title": heading.label, "before": before.label, "level": heading.level, "expected": before.level + 1}
            yield Observation(outcome=Outcome.FAIL, case="skipped", location=paragraph.location(), facts=facts)


def _numbers(placed: Sequence[Placed]) -> Iterator[Observation]:
    last: dict[tuple[str, ...], tuple[int, Heading]] = {}
    seen: dict[str, Heading] = {}
    for paragraph, heading in placed:
        number = heading.number.strip().rstrip(".")
        if not _NUMBER.fullmatch(number):
            continue
        *chapter, own = number.split(".")
        earlier = last.get(tuple(chapter))
        case = "repeated" if number in seen else _compare(int(own), earlier[0] if earlier else 0)
        before = seen.get(number) or (earlier[1] if earlier else None)
        if case and before:
            facts = {"title": heading.label, "before": before.label}
            yield Observation(outcome=Outcome.FAIL, case=case, location=paragraph.location(), facts=facts)
        seen.setdefault(number, heading)
        last[tuple(chapter)] = (int(own), heading)


def _compare(own: int, earlier: int) -> str:
    """Return what is wrong with a number after another; "" where nothing is."""
    return "backwards" if own < earlier else "gap" if own > earlier + 1 else ""


_PAIR = frozenset({"title", "before"})

KIND = Kind(
    name="heading_levels",
    params=Params,
    check=check,
    cases={"pass": frozenset(), "skipped": _PAIR | {"level", "expected"}, "repeated": _PAIR, "backwards": _PAIR, "gap": _PAIR},
)
