"""Documents made in memory, for tests of everything behind the readers.

document_of('''
# Introduction
A paragraph with a note.^[The note.]

- an item
| Risk | Owner |
| Fire | Ada |
Table 1: Risks
Marks: {++inserted++}, {--deleted--}, {==highlighted==} and {~~hidden~~} text.
''')
"""

import re
from collections.abc import Iterable
from textwrap import dedent

from mastercheck.model.blocks import (
    Block,
    Cell,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    ParagraphKind,
    Revision,
    Run,
    Table,
)
from mastercheck.model.document import Capability, Comment, Document, Metadata, PageCount
from mastercheck.model.formatting import LineRule, LineSpacing, Origin, OriginKind, ParagraphFormat, TextFormat
from mastercheck.readers.structure import give_structure

_NOTE = re.compile(r"\^\[([^\]]*)\]")
_MARK = re.compile(r"(\{(?:\+\+.*?\+\+|--.*?--|==.*?==|~~.*?~~)\})")
_MARKS: dict[str, dict[str, bool]] = {"++": {"inserted": True}, "--": {"deleted": True}, "==": {"highlight": True}, "~~": {"hidden": True}}
NORMAL = Origin(OriginKind.PARAGRAPH_STYLE, "Normal")


def text_format(font: str | None = "Arial", size: float | None = 10, **more: object) -> TextFormat:
    """Formatting of text, from the style Normal unless `more` says otherwise."""
    return TextFormat(**{"font": font, "size": size, "font_origin": NORMAL, "size_origin": NORMAL, **more})  # type: ignore[arg-type]


def run(text: str, *, deleted: bool = False, inserted: bool = False, hidden: bool = False, **formatting: object) -> Run:
    """A run of text."""
    revision = Revision.DELETED if deleted else Revision.INSERTED if inserted else None
    return Run(text, text_format(**formatting), revision, hidden)  # type: ignore[arg-type]


def paragraph(*runs: Run | str, kind: ParagraphKind = ParagraphKind.PARAGRAPH, line_spacing: float = 1.0, **more: object) -> Paragraph:
    """A paragraph of runs or plain texts."""
    spacing = LineSpacing(value=line_spacing, rule=LineRule.MULTIPLE, origin=NORMAL)
    return Paragraph(
        number=0,
        runs=tuple(one if isinstance(one, Run) else run(one) for one in runs),
        kind=kind,
        **{"format": ParagraphFormat(style="Normal", line_spacing=spacing), **more},  # type: ignore[arg-type]
    )


def heading(title: str, level: int = 1) -> Paragraph:
    """A heading in a heading style."""
    return paragraph(run(title, bold=True, size=14), kind=ParagraphKind.HEADING, heading=Heading(level=level, title=title))


def table(rows: Iterable[Iterable[str]], *, header_rows: int = 1) -> Table:
    """A table of texts."""
    cells = tuple(tuple(Cell(blocks=(paragraph(text),), column=number) for number, text in enumerate(row)) for row in rows)
    return Table(rows=cells, header_rows=header_rows)


def blocks_of(text: str, **formatting: object) -> list[Block]:
    """The blocks of a text in a small part of Markdown; every line is a block."""
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in [*dedent(text).strip().splitlines(), ""]:
        line = line.strip()  # noqa: PLW2901 - the same line, tidied
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            blocks.append(table(row for row in rows if not set("".join(row)) <= set("-: ")))
            rows = []
        if line:
            blocks.extend(_line(line, formatting))
    return blocks


def _line(line: str, formatting: dict[str, object]) -> list[Block]:
    notes = _NOTE.findall(line)
    line = _NOTE.sub("", line)
    spacing = {key: formatting[key] for key in formatting if key == "line_spacing"}
    looks = {key: formatting[key] for key in formatting if key != "line_spacing"}
    if line.startswith("#"):
        made = heading(line.lstrip("# "), len(line) - len(line.lstrip("#")))
    elif line.startswith("- "):
        made = paragraph(*_runs(line[2:], looks), kind=ParagraphKind.LIST_ITEM, list_label="•", list_level=0, **spacing)  # type: ignore[arg-type]
    elif re.match(r"\d\. ", line):
        label, _, words = line.partition(" ")
        made = paragraph(*_runs(words, looks), kind=ParagraphKind.LIST_ITEM, list_label=label, list_level=0, **spacing)  # type: ignore[arg-type]
    else:
        made = paragraph(*_runs(line, looks), **spacing)  # type: ignore[arg-type]
    said = [Note(kind=NoteKind.FOOTNOTE, label=str(number), blocks=(paragraph(note),)) for number, note in enumerate(notes, 1)]
    return [made, *said]


def _runs(text: str, looks: dict[str, object]) -> list[Run]:
    """The runs of a line, those between marks formatted as the marks say."""
    pieces = [piece for piece in _MARK.split(text) if piece]
    return [run(piece[3:-3], **_MARKS[piece[1:3]], **looks) if _MARK.fullmatch(piece) else run(piece, **looks) for piece in pieces]  # type: ignore[arg-type]


def document_of(  # noqa: PLR0913 - one keyword for each part of a document that a test may set
    text: str | Iterable[Block] = "",
    *,
    name: str = "report.docx",
    format: str = "docx",  # noqa: A002 - the word that the model uses
    furniture: Iterable[Paragraph] = (),
    comments: Iterable[Comment] = (),
    metadata: Metadata = Metadata(),  # noqa: B008 - frozen
    pages: PageCount | None = None,
    **formatting: object,
) -> Document:
    """A document from a text in a small part of Markdown, or from blocks; `formatting` is that of its running text."""
    blocks = blocks_of(text, **formatting) if isinstance(text, str) else list(text)
    capabilities = {Capability.STYLES} if format == "docx" else {Capability.PAGES, Capability.GEOMETRY}
    read = Document(
        name=name,
        format=format,
        blocks=tuple(blocks),
        furniture=tuple(furniture),
        comments=tuple(comments),
        metadata=metadata,
        pages=pages,
        capabilities=frozenset(capabilities),
    )
    return give_structure(read)
