"""The project's own tagged documents (tests/gold/*.md): each whole, and without its passages for each requirement tagged in it.

A source is Markdown after a front matter of `key: value` lines. `<!--+risks-->` ... `<!---risks-->` stand around the blocks that meet a
requirement; tests/gold/README.md says which ids there are. No program but this one is needed to make documents of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builders import blocks_of, document_of, heading, paragraph, run
from mastercheck.model.blocks import Block, ParagraphKind
from mastercheck.model.document import Document, DocumentKind

FOLDER = Path(__file__).parent / "gold"
_TAG = re.compile(r"<!--([+-])\s*(\w+)\s*-->")
_HEADING = re.compile(r"(#+)\s+(.*)")
_TITLE = '::: {custom-style="Title"}'


@dataclass(frozen=True, slots=True)
class Source:
    """A tagged document.

    Attributes:
        writer: who wrote it, so that all of one writer's can be left out.
        absent: requirements that it lacks on purpose.
        not_met: codes of rules that it does not meet besides, such as its length.
        bold: its headings are bold paragraphs, not Word's.
        lines: each with the requirements that it is tagged with.
    """

    name: str
    kind: DocumentKind
    writer: str
    absent: tuple[str, ...]
    not_met: tuple[str, ...]
    bold: bool
    lines: tuple[tuple[str, frozenset[str]], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The requirements that are tagged in it."""
        return tuple(sorted(frozenset[str]().union(*(ids for _, ids in self.lines))))

    def text(self, without: str = "") -> str:
        """Return its Markdown without the passages of a requirement."""
        return "\n".join(line for line, ids in self.lines if without not in ids)


def parse(name: str, text: str) -> Source:
    """Return a source from its text; tags must be opened and closed in pairs."""
    _, front, body = text.split("---\n", 2)
    told = dict(re.findall(r"^(\w+):[ \t]*(.*?)\s*$", front, re.MULTILINE))
    return Source(
        name=name,
        kind=DocumentKind(told["kind"]),
        writer=told.get("writer", ""),
        absent=_listed(told.get("absent", "")),
        not_met=_listed(told.get("not_met", "")),
        bold=told.get("styles") == "bold",
        lines=tuple(_tagged(name, body)),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(value.replace(",", " ").split())


def _tagged(name: str, body: str) -> Iterator[tuple[str, frozenset[str]]]:
    opened: set[str] = set()
    for line in body.splitlines():
        tag = _TAG.fullmatch(line.strip())
        if tag is None:
            yield line, frozenset(opened)
        elif tag[1] == "+":
            opened.add(tag[2])
        else:
            opened.remove(tag[2])
    assert not opened, f"{name}: never closed: {opened}"


@cache
def read_sources(folder: Path = FOLDER) -> tuple[Source, ...]:
    """Return every source of a folder, by name."""
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md")) if path.stem.islower())


def make_document(source: Source, without: str = "") -> Document:
    """Return a source as a document, without the passages of a requirement."""
    return document_of(list(_blocks(source, without)), name=f"{source.name}.docx")


def _blocks(source: Source, without: str) -> Iterator[Block]:
    """Yield the blocks; headings and the title are made here, since the builder's Markdown knows but one sort of each."""
    waiting: list[str] = []
    titled = False
    for line in source.text(without).splitlines():
        head = _HEADING.fullmatch(line)
        if head is None and not line.startswith(":::") and not titled:
            waiting.append(line)
            continue
        yield from blocks_of("\n".join(waiting))
        waiting = []
        if head:
            yield paragraph(run(head[2], bold=True)) if source.bold else heading(head[2], len(head[1]))
        elif titled and not line.startswith(":::") and line:
            yield paragraph(run(line, size=16), kind=ParagraphKind.TITLE)
        titled = line == _TITLE or (titled and not line.startswith(":::"))
    yield from blocks_of("\n".join(waiting))
