"""Are figures and tables numbered, in order, and does the text refer to each?

Measures captions that begin with a word for a figure, table and so on (guide, chapter 4: general requirements of an academic paper).
Appendices may count anew and are not judged. A caption without a reference by number is left alone where the text around it speaks of
"the table", since that may be it.

Cases and facts (`label`: the caption's word and number):
    unnumbered a caption has no number
    repeated   two captions have the same number
    backwards  a caption's number is smaller than that of the one before it. `before`: that one
    gap        a number is missing before it. `missing`: the number
    unreferred the text never refers to these. `labels`
It is not applicable where there are no captions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.captions import Caption, find_captions, find_references
from mastercheck.language.particulars import plain
from mastercheck.model.blocks import Zone
from mastercheck.model.document import Document
from mastercheck.model.report import Facts, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        sorts: the words for figures, for tables and so on, each with its abbreviations and translations.
        pointing: words with which running text speaks of what stands beside it ("below").
    """

    sorts: tuple[tuple[str, ...], ...]
    pointing: tuple[str, ...] = ()


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report captions whose numbers do not go on, or which the text passes over."""
    every = find_captions(document, params.sorts)
    captions = [caption for caption in every if caption.paragraph.zone is not Zone.APPENDICES]
    if not captions:
        raise NotApplicable("The text has no captions that could be compared.")
    for caption in captions:
        if not caption.number:
            yield _observe(caption, "unnumbered", {})
    referred = find_references(document, params.sorts)
    yield from _compare_numbers(captions, {(caption.sort, caption.number) for caption in every} | referred)
    alone = [caption for caption in captions if caption.number and (caption.sort, caption.number) not in referred]
    passed = [caption for caption in alone if not _pointed_at(caption, params)]
    if passed:
        facts = {"labels": tuple(caption.label for caption in passed)}
        yield Observation(outcome=Outcome.FAIL, case="unreferred", location=passed[0].paragraph.location(), facts=facts)


def _pointed_at(caption: Caption, params: Params) -> bool:
    """Return whether the text beside a caption speaks of "the table", or leads in with a colon."""
    words = {plain(word) for group in params.sorts if plain(group[0]) == caption.sort for word in group}
    return caption.led_in or not caption.near.isdisjoint(words | {plain(word) for word in params.pointing})


def _compare_numbers(captions: Sequence[Caption], known: set[tuple[str, str]]) -> Iterator[Observation]:
    seen: set[tuple[str, str]] = set()
    last: dict[str, tuple[int, Caption]] = {}
    for caption in captions:
        if not caption.number:
            continue
        key = (caption.sort, caption.number)
        if key in seen:
            yield _observe(caption, "repeated", {})
        elif caption.number.isdigit():
            before, other = last.get(caption.sort, (0, caption))
            own = int(caption.number)
            if own < before:
                yield _observe(caption, "backwards", {"before": other.label})
            elif own > before + 1 and (caption.sort, str(own - 1)) not in known:
                yield _observe(caption, "gap", {"missing": own - 1})
            last[caption.sort] = (max(own, before), caption)
        seen.add(key)


def _observe(caption: Caption, case: str, more: Facts) -> Observation:
    facts = {"label": caption.label, **more}
    return Observation(outcome=Outcome.FAIL, case=case, location=caption.paragraph.location(), facts=facts)


_LABEL = frozenset({"label"})

KIND = Kind(
    name="captions",
    params=Params,
    check=check,
    cases={
        "pass": frozenset(),
        "unnumbered": _LABEL,
        "repeated": _LABEL,
        "backwards": _LABEL | {"before"},
        "gap": _LABEL | {"missing"},
        "unreferred": frozenset({"labels"}),
    },
)
