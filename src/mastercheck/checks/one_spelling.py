"""Is the text spelled in one English?

Measures words that British and American English spell otherwise, and words in "-ise" and "-ize" (guide, chapter 4: general requirements of
an academic paper). British English allows "-ize" as long as it keeps to it; "-ise" beside American words is a mixture. Names, quotations
and the titles of exam specifications, which are American, are left out. Only a clear mixture is said.

Cases and facts (`one`, `other`: sides; `words`: of the rarer side, `count`: how often they occur, `against`: words of the other side,
`more`: how often those occur):
    mixed  both occur
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind
from mastercheck.language.spelling import Side, Spellings, find_spellings
from mastercheck.model.demands import Catalogue
from mastercheck.model.document import Document
from mastercheck.model.report import Observation, Outcome

SHOWN = 4
"""Words of a side that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        catalogue: whose titles are not the author's words.
        phrases: other phrases that are not.
        least: occurrences of the rarer side from which on it is a mixture; they are of two different words at least.
        share: the least share of all that they are.
    """

    catalogue: Catalogue
    phrases: tuple[str, ...] = ()
    least: int = 3
    share: float = 0.1


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report a clear mixture, at the first word of the rarer side."""
    listed = params.catalogue.specifications().values()
    titles = [title for requirement, spec in listed for title in (requirement.title, spec.title)]
    found = find_spellings(document, (*titles, *params.phrases))
    pairs = ((Side.WITH_S, Side.WITH_Z), (Side.BRITISH, Side.AMERICAN), (Side.WITH_S, Side.AMERICAN))
    for one, other in pairs:
        observation = _compare((one, found[one]), (other, found[other]), params)
        if observation:
            yield observation
            return


def _compare(one: tuple[Side, Spellings], other: tuple[Side, Spellings], params: Params) -> Observation | None:
    (rare, few), (usual, many) = sorted((one, other), key=lambda side: side[1].count)
    clear = few.count >= params.least and len(few.words) > 1 and few.count >= params.share * (few.count + many.count)
    if not clear or few.first is None:
        return None
    paragraph, word = few.first
    facts = {
        "one": rare.value,
        "other": usual.value,
        "words": tuple(list(few.words)[:SHOWN]),
        "count": few.count,
        "against": tuple(list(many.words)[:SHOWN]),
        "more": many.count,
    }
    return Observation(outcome=Outcome.FAIL, case="mixed", location=paragraph.location(_around(paragraph.text, word)), facts=facts)


def _around(text: str, word: str) -> str:
    """Return the text from a little before a word."""
    start = text.rfind(" ", 0, max(0, text.find(word) - 40)) + 1
    return text[start:]


KIND = Kind(
    name="one_spelling",
    params=Params,
    check=check,
    cases={"pass": frozenset(), "mixed": frozenset({"one", "other", "words", "count", "against", "more"})},
)
