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
from mastercheck.language.reading import Reading
from mastercheck.language.terms import compile_term
from mastercheck.language.titles import LEAST_FIT, content, fit
from mastercheck.model.demands import Catalogue

HEADINGS = (
    "exam specifications", "exam specifications addressed", "exam requirements", "exam requirements and specifications", "exam topics", "specifications addressed", "exam coverage", "coverage of the exam",
    "coverage of the syllabus", "syllabus coverage", "exam specifications covered", "requirements and specifications", "exam subjects", "declaration of exam specifications", "exam items", "examination specifications", "examination requirements",
)  # fmt: skip
"""Headings under which a declaration stands."""

MARKS = tuple(
    compile_term(term)
    for term in (
        "exam|examination|syllabus specification|requirement|item|topic|subject|list|point",
        "exam|examination|syllabus … specification|requirement",
        "specification|requirement … exam|examination|examiner|syllabus",
        "examiner|examiners … specification|requirement",
        "specifications", "the specification", "the requirement on|of|to|about",
        "exam|examination", "syllabus",
    )
)
"""Words by which a passage itself says that it declares."""

STRETCH = 2.0
"""A title may be spread over this many times its words."""
CLOSE = 82
"""From this similarity (0 to 100) a part of a line is a paraphrase of a title."""
LONGEST_PART = 25
"""A longer part of a line is a sentence, no title."""

_ARROW = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|➜|⟶|►|»)\s*")
_PARTS = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|➜|⟶|►|»|;|:|\s[-–—]\s|\()\s*")
_ID = re.compile(r"\bP?([1-9]\.[1-9])\b(?![.\d])")


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
    is_specification: bool
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A name found in a line."""

    name: _Name
    first: int
    last: int


@cache
def _names(catalogue: Catalogue) -> tuple[_Name, ...]:
    found = []
    for requirement in catalogue.requirements:
        found.append(_Name(requirement.id, False, content(requirement.title)))
        for spec in requirement.specifications:
            found.extend(_Name(spec.id, True, content(title)) for title in (spec.title, *spec.aliases))
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
    named = [(line, _names_in(line.text, catalogue)) for line in passage.lines]
    requirements = {one.name.id for _, names in named for one in names if not one.name.is_specification}
    specifications = [one for _, names in named for one in names if one.name.is_specification]
    titled = any(fit(title, HEADINGS) >= LEAST_FIT for title in reading.text.places[passage.place].titles)
    if not (titled or (specifications and (requirements or _marked(reading, passage)))):
        return
    owners = {spec.id: requirement for requirement in catalogue.requirements for spec in requirement.specifications}
    titles = {spec.id: spec.title for requirement in catalogue.requirements for spec in requirement.specifications}
    share = reading.share_of(passage)
    for line, names in named:
        ids = [one.name.id for one in names if one.name.is_specification]
        ids.extend(_by_number(line.text, titles))
        for id_ in dict.fromkeys(ids):
            yield Declaration(id_, owners[id_].id, titles[id_], line, share)
        here = [one.name.id for one in names if not one.name.is_specification]
        if here and not ids:
            yield from _unknown(line, here[0], passage.kind, catalogue, share)


def _marked(reading: Reading, passage: Passage) -> bool:
    return any(passage.first <= place < passage.end for term in MARKS for place, _ in reading.text.index.find(term))


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


def _names_in(text: str, catalogue: Catalogue) -> list[_Named]:
    """Return the names in a line; a stretch of it belongs to the longest name that fits."""
    stems = content(text) if text else ()
    taken: set[int] = set()
    found: list[_Named] = []
    for name in _names(catalogue):
        place = _stretch(stems, name.stems, taken)
        if place:
            taken.update(range(place[0], place[1] + 1))
            found.append(_Named(name, *place))
    known = {one.name.id for one in found}
    found.extend(_Named(name, 0, 0) for name in _paraphrased(text, catalogue) if name.id not in known)
    return found


def _stretch(stems: Sequence[str], wanted: Sequence[str], taken: set[int]) -> tuple[int, int] | None:
    """Return the first and last of the stems between which all that are wanted stand, none of them taken."""
    if not set(wanted) <= set(stems):
        return None
    most = max(len(wanted) + 1, round(len(wanted) * STRETCH))
    for start in range(len(stems)):
        if stems[start] not in wanted or start in taken:
            continue
        missing = set(wanted)
        for at in range(start, min(start + most, len(stems))):
            if at in taken:
                break
            missing.discard(stems[at])
            if not missing:
                return start, at
    return None


def _paraphrased(text: str, catalogue: Catalogue) -> Iterator[_Name]:
    """Yield the name that each short part of a line comes close to."""
    for part in _PARTS.split(text):
        stems = content(part) if 1 < len(part.split()) <= LONGEST_PART else ()
        if len(stems) > 1:
            score, name = max(((fuzz.token_sort_ratio(" ".join(stems), " ".join(name.stems)), name) for name in _names(catalogue)), key=lambda one: one[0])
            if score >= CLOSE:
                yield name
