"""Is anything left of a template, or of what the author meant to do later?

Measures the visible text, headers and footers included, against patterns and phrases of the rulebook.

Cases and facts:
    found     a leftover. `text`: it; `sort`: what it is, as the rulebook calls it
    doubtful  what may be one: a person must look; the same facts
It always decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mastercheck.checks.kind import Kind
from mastercheck.model.document import Document
from mastercheck.model.location import shorten
from mastercheck.model.report import Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A sort of leftover.

    Attributes:
        sort: what it is called.
        pattern: a regular expression that finds it.
        phrases: words that are left where they occur, in any case; in capitals only as they stand.
        except_for: a regular expression of what looks like it and is none.
        certain: whether it can be nothing else.
    """

    sort: str
    pattern: str = ""
    phrases: tuple[str, ...] = ()
    except_for: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        leftovers: what is looked for.
    """

    leftovers: tuple[Leftover, ...]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report every leftover with its place; what stands in one that was reported ("[TODO]": "TODO") is none of its own."""
    searches = [(leftover, _compile(leftover), re.compile(leftover.except_for or r"(?!)")) for leftover in params.leftovers]
    for paragraph in (*document.paragraphs(), *document.furniture):
        text = paragraph.text
        taken: list[tuple[int, int]] = []
        for leftover, pattern, exception in searches:
            for match in pattern.finditer(text):
                within = any(start <= match.start() and match.end() <= end for start, end in taken)
                if not within and not exception.search(match[0]):
                    taken.append(match.span())
                    facts = {"text": shorten(match[0].strip()), "sort": leftover.sort}
                    outcome, case = (Outcome.FAIL, "found") if leftover.certain else (Outcome.REVIEW, "doubtful")
                    yield Observation(outcome=outcome, case=case, location=paragraph.location(match[0].strip()), facts=facts)


@cache
def _compile(leftover: Leftover) -> re.Pattern[str]:
    """Return one expression for a sort: its pattern, or any of its phrases as whole words."""
    phrases = [
        re.escape(phrase) if phrase.isupper() else f"(?i:{re.escape(phrase)})" for phrase in sorted(leftover.phrases, key=len, reverse=True)
    ]
    parts = [leftover.pattern] if leftover.pattern else []
    if phrases:
        parts.append(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")
    return re.compile("|".join(parts))


_FACTS = frozenset({"text", "sort"})
KIND = Kind(name="placeholders", params=Params, check=check, cases={"pass": frozenset(), "found": _FACTS, "doubtful": _FACTS})
