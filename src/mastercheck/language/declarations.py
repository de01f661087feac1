"""Declarations of exam specifications: where a document says which specifications of the catalogue it addresses.

A declaration names specifications by id, title or a close paraphrase: as "requirement -> specification" with any arrow, in a list, a
table or a sentence. A passage declares where its heading or its words speak of exam specifications, or where it names a requirement of
the first level beside a specification; a title that occurs in passing elsewhere declares nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from mastercheck.language.passages import Line, Passage, PassageKind
from mastercheck.language.pipeline import load_data
from mastercheck.language.reading import Reading
from mastercheck.language.terms import Term, compile_term
from mastercheck.language.titles import LEAST_FIT, content, fit
from mastercheck.model.demands import Catalogue

STRETCH = 1.5
"""A title may be spread over this many times its words."""
LEAST_WITHOUT_IT = 4
"""A requirement's title of so many words is recognised without "IT" as well."""
CLOSE = 82
"""From this similarity (0 to 100) a part of a line is a paraphrase of a title."""
LONGEST_PART = 25
"""A longer part of a line is a sentence, no title."""

_ARROW = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|➜|⟶|►|»)\s*")
_PARTS = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|➜|⟶|►|»|;|:|\s[-\u2013\u2014]\s|\()\s*")
_ID = re.compile(r"(?<![\w.])P?([1-9]\.[1-9])(?![.\d]|\w)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A specification declared.

    Attributes:
        id: None for one that the catalogue does not hold.
        requirement: id of its requirement; None where it is not known.
        title: of the catalogue, or as the document words it.
        share: how far into the text it stands, from 0 to 1.
    """

    id: str | None
    requirement: str | None
    title: str
    line: Line
    share: float


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a requirement or specification, as stems.

    Attributes:
        id: of what it names; is_specification: on the second level.
    """

    id: str
    stems: tuple[str, ...]
    is_specification: bool = False


@cache
def _headings() -> tuple[str, ...]:
    return tuple(load_data("declarations.toml")["headings"])


@cache
def _marks() -> tuple[Term, ...]:
    return tuple(compile_term(term) for term in load_data("declarations.toml")["marks"])


@cache
def _names(catalogue: Catalogue) -> tuple[_Name, ...]:
    found = []
    for requirement in catalogue.requirements:
        stems = content(requirement.title, whole=True)
        found.append(_Name(requirement.id, stems))
        if "IT" in stems and len(stems) >= LEAST_WITHOUT_IT:
            found.append(_Name(requirement.id, tuple(word for word in stems if word != "IT")))
        for spec in requirement.specifications:
            found.extend(_Name(spec.id, content(title, whole=True), is_specification=True) for title in (spec.title, *spec.aliases))
    return tuple(sorted(found, key=lambda name: -len(name.stems)))


def find_declarations(reading: Reading, catalogue: Catalogue) -> tuple[Declaration, ...]:
    """Return the specifications that a document declares, each once, in the order of the text."""
    found: dict[tuple[str | None, str], Declaration] = {}
    for passage in reading.text.passages:
        for declaration in _declared_in(reading, passage, catalogue):
            key = (declaration.id, "" if declaration.id else declaration.title.casefold())
            found.setdefault(key, declaration)
    return tuple(found.values())


def _declared_in(reading: Reading, passage: Passage, catalogue: Catalogue) -> Iterator[Declaration]:
    if not _declares(reading, passage, catalogue):
        return
    owners = {spec.id: requirement for requirement in catalogue.requirements for spec in requirement.specifications}
    titles = {id_: spec.title for id_, (_, spec) in catalogue.specifications().items()}
    share = reading.share_of(passage)
    for line in passage.lines:
        names = [*_names_in(line.text, catalogue), *_paraphrased(line.text, catalogue)]
        ids = [name.id for name in names if name.is_specification] or list(_by_number(line.text, titles))
        for id_ in dict.fromkeys(ids):
            yield Declaration(id_, owners[id_].id, titles[id_], line, share)
        requirements = [name.id for name in names if not name.is_specification]
        if requirements and not ids:
            yield from _unknown(line, requirements[0], passage.kind, catalogue, share)


def _declares(reading: Reading, passage: Passage, catalogue: Catalogue) -> bool:
    """Return whether a passage is a declaration: by its heading, or by a specification beside a requirement or a mark."""
    if any(fit(title, _headings()) >= LEAST_FIT for title in reading.text.places[passage.place].titles):
        return True
    names = [name for line in passage.lines for name in _names_in(line.text, catalogue)]
    levels = {name.is_specification for name in names}
    return levels == {True, False} or (True in levels and _marked(reading, passage))


def _marked(reading: Reading, passage: Passage) -> bool:
    return any(passage.first <= place < passage.end for term in _marks() for place, _ in reading.text.index.find(term))


def _by_number(text: str, titles: Iterable[str]) -> Iterator[str]:
    ids = {id_.removeprefix("P"): id_ for id_ in titles}
    yield from (ids[number] for number in _ID.findall(text) if number in ids)


def _unknown(line: Line, requirement: str, kind: PassageKind, catalogue: Catalogue, share: float) -> Iterator[Declaration]:
    """Yield what stands beside a requirement and is no specification of the catalogue."""
    parts = _ARROW.split(line.text) if _ARROW.search(line.text) else line.text.split(";") if kind is PassageKind.TABLE else []
    for part in parts[:2]:
        words = part.split("(")[0].strip(" .;\"'“”*")
        if words and not _names_in(part, catalogue) and len(words.split()) <= LONGEST_PART:
            yield Declaration(None, requirement, words, line, share)
            return


def _names_in(text: str, catalogue: Catalogue) -> list[_Name]:
    """Return the names in a line; a stretch of it belongs to the longest name that fits."""
    stems = content(text, whole=True)
    there = frozenset(stems)
    taken: set[int] = set()
    found: list[_Name] = []
    for name in _names(catalogue):
        place = _stretch(stems, name.stems, taken) if there.issuperset(name.stems) else None
        if place:
            taken.update(range(place[0], place[1] + 1))
            found.append(name)
    return found


def _stretch(stems: Sequence[str], wanted: Sequence[str], taken: set[int]) -> tuple[int, int] | None:
    """Return the first and last of the stems of the shortest stretch in which all that are wanted stand, none of it taken."""
    most = max(len(wanted) + 1, round(len(wanted) * STRETCH))
    starts = [start for start, stem in enumerate(stems) if stem in wanted]
    found = [(end - start, start, end) for start in starts if (end := _reach(stems[start : start + most], wanted, taken, start)) >= 0]
    return min(found)[1:] if found else None


def _reach(stems: Sequence[str], wanted: Sequence[str], taken: set[int], start: int) -> int:
    """Return where the last of the wanted stems stands; -1 where one is missing or a taken one comes first."""
    missing = set(wanted)
    for at, word in enumerate(stems, start):
        if at in taken:
            return -1
        missing.discard(word)
        if not missing:
            return at
    return -1


def _paraphrased(text: str, catalogue: Catalogue) -> Iterator[_Name]:
    """Yield the name that each short part of a line comes close to."""
    for part in _PARTS.split(text):
        stems = content(part, whole=True) if 1 < len(part.split()) <= LONGEST_PART else ()
        if len(stems) > 1:
            score, name = max(
                ((fuzz.token_sort_ratio(" ".join(stems), " ".join(name.stems)), name) for name in _names(catalogue)), key=lambda one: one[0]
            )
            if score >= CLOSE:
                yield name
