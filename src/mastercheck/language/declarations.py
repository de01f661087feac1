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
def _marks() -> tuple[str, ...]:
    return tuple(load_data("declarations.toml")["marks"])


def find_declarations(reading: Reading, catalogue: Catalogue) -> tuple[Declaration, ...]:
    """Return the specifications that a document declares, each once, in the order of the text."""
    search = _Search(reading, catalogue, _names(catalogue), _marked(reading))
    found: dict[tuple[str | None, str], Declaration] = {}
    for number, passage in enumerate(reading.text.passages):
        if search.declares(number, passage):
            for declaration in search.declarations(passage):
                found.setdefault((declaration.id, "" if declaration.id else declaration.title.casefold()), declaration)
    return tuple(found.values())


def _names(catalogue: Catalogue) -> tuple[_Name, ...]:
    """Return the names of everything in a catalogue, the longest first."""
    found = []
    for requirement in catalogue.requirements:
        stems = content(requirement.title, whole=True)
        found.append(_Name(requirement.id, stems))
        if "IT" in stems and len(stems) >= LEAST_WITHOUT_IT:
            found.append(_Name(requirement.id, tuple(word for word in stems if word != "IT")))
        for spec in requirement.specifications:
            found.extend(_Name(spec.id, content(title, whole=True), is_specification=True) for title in (spec.title, *spec.aliases))
    return tuple(sorted(found, key=lambda name: -len(name.stems)))


def _marked(reading: Reading) -> frozenset[int]:
    """Return the numbers of the passages that say that they declare."""
    index = reading.text.index
    return frozenset(reading.line_at(first)[0] for mark in _marks() for first, _ in index.find(mark))


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for declarations in one reading."""

    reading: Reading
    catalogue: Catalogue
    names: tuple[_Name, ...]
    marked: frozenset[int]

    def declares(self, number: int, passage: Passage) -> bool:
        """Return whether a passage is a declaration: by its heading, or by a specification beside a requirement or a mark."""
        if any(fit(title, _headings()) >= LEAST_FIT for title in self.reading.text.places[passage.place].titles):
            return True
        levels = {name.is_specification for line in passage.lines for name in self.named(line.text)}
        return levels == {True, False} or (True in levels and number in self.marked)

    def declarations(self, passage: Passage) -> Iterator[Declaration]:
        """Yield what a passage declares."""
        specifications = self.catalogue.specifications()
        share = self.reading.share_of(passage)
        for line in passage.lines:
            names = [*self.named(line.text), *self.paraphrased(line.text)]
            ids = [name.id for name in names if name.is_specification] or list(_by_number(line.text, specifications))
            for id_ in dict.fromkeys(ids):
                requirement, spec = specifications[id_]
                yield Declaration(id_, requirement.id, spec.title, line, share)
            requirements = [name.id for name in names if not name.is_specification]
            title = self.unknown(line, passage.kind) if requirements and not ids else ""
            if title:
                yield Declaration(None, requirements[0], title, line, share)

    def unknown(self, line: Line, kind: PassageKind) -> str:
        """Return what stands beside a requirement and is no specification of the catalogue; "" where nothing does."""
        parts = _ARROW.split(line.text) if _ARROW.search(line.text) else line.text.split(";") if kind is PassageKind.TABLE else []
        for part in parts[:2]:
            words = part.split("(")[0].strip(" .;\"'*")
            if words and len(words.split()) <= LONGEST_PART and not self.named(part):
                return words
        return ""

    def named(self, text: str) -> list[_Name]:
        """Return the names in a line; a stretch of it belongs to the longest name that fits."""
        stems = content(text, whole=True)
        there = frozenset(stems)
        taken: set[int] = set()
        found: list[_Name] = []
        for name in self.names:
            place = _stretch(stems, name.stems, taken) if there.issuperset(name.stems) else None
            if place:
                taken.update(range(place[0], place[1] + 1))
                found.append(name)
        return found

    def paraphrased(self, text: str) -> Iterator[_Name]:
        """Yield the name that each short part of a line comes close to."""
        for part in _PARTS.split(text):
            stems = content(part, whole=True) if 1 < len(part.split()) <= LONGEST_PART else ()
            if len(stems) > 1:
                said = " ".join(stems)
                score, name = max(((fuzz.token_sort_ratio(said, " ".join(name.stems)), name) for name in self.names), key=lambda one: one[0])
                if score >= CLOSE:
                    yield name


def _by_number(text: str, ids: Iterable[str]) -> Iterator[str]:
    known = {id_.removeprefix("P"): id_ for id_ in ids}
    yield from (known[number] for number in _ID.findall(text) if number in known)


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
