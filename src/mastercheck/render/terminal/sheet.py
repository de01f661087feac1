"""The sheet that a report is written on: its width, its signs, and how text is laid out on it without doing harm."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.text import Text

from mastercheck.render.plain import defuse, harmless
from mastercheck.render.terminal.symbols import ASCII, UNICODE, Symbols, express

WIDEST = 120
"""Columns that a report takes at most: longer lines are hard to follow."""

NARROWEST = 40
"""Columns that a report takes at least."""

NO_BREAK = "\u00a0"
"""A blank at which no line ends. In text from outside it is a blank like others."""

WORD = re.compile("[^ ]+ *")

UNSEEN = re.compile("[\u00ad\u200b\u2060\ufe00-\ufe0f\ufeff]")
"""Characters without width or with one that terminals disagree about; nothing is lost without them."""

Column = tuple[Text, int]
"""A cell and the width of its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a report is written on.

    Attributes:
        width: columns that a line may take.
        encoding: characters outside it are written by others that are in it.
        styled: whether styles are used at all; the output of a console without colour has none.
    """

    console: Console
    width: int
    symbols: Symbols
    encoding: str
    styled: bool

    @property
    def place_width(self) -> int:
        """Columns at the right that places stand in, aligned over the whole report."""
        return max(min(30, self.width * 3 // 10), min(19, self.width // 4))

    def say(self, text: str, style: str = "") -> Text:
        """Return text from anywhere as one line that is shown as it is: nothing in it is markup or a command to the terminal."""
        line = " ".join(harmless(UNSEEN.sub("", text)).split())
        return Text(express(line, self.encoding), style=style if self.styled else "")

    def bind(self, text: str, style: str = "") -> Text:
        """Return text as `say` does, that no line ends in."""
        said = self.say(text, style)
        said.plain = said.plain.replace(" ", NO_BREAK)
        return said

    def join(self, parts: Iterable[Text], separator: str = "") -> Text:
        """Return parts one after another, empty ones left out, with the separator between them."""
        return Text(separator).join(part for part in parts if part)

    def facts(self, parts: Iterable[Text]) -> Text:
        """Return facts on one line, told apart by the separator."""
        return self.join(parts, self.symbols.separator)

    def gap(self, width: int) -> Text:
        """Return blank space."""
        return Text(" " * width)

    def wrap(self, text: Text, width: int) -> list[Text]:
        """Return text in lines of at most `width` columns; a word that is longer is broken."""
        lines = list(text.divide(_find_breaks(text.plain, max(width, 2))))
        for line in lines:
            line.rstrip()
        return lines

    def indent(self, text: Text, width: int) -> Iterator[Text]:
        """Yield text in lines that all begin at a column."""
        yield from self.columns([(text, self.width - width)], indent=width)

    def columns(self, columns: Sequence[Column], *, indent: int = 0, between: int = 2) -> Iterator[Text]:
        """Yield cells side by side, each broken into lines within its column."""
        wrapped = [self.wrap(cell, width) for cell, width in columns]
        for cells in zip_longest(*wrapped):
            line = Text(" " * indent)
            start = indent
            for cell, (_, width) in zip(cells, columns, strict=True):
                line.append(" " * (start - line.cell_len))
                line.append_text(cell or Text())
                start += width + between
            line.rstrip()
            yield line

    def spread(self, left: Text, right: Text, *, indent: int = 1, below: int = 1) -> Iterator[Text]:
        """Yield two texts at the two ends of a line; where they do not fit on one, the right one goes below, at a column of its own."""
        room = self.width - indent - left.cell_len - right.cell_len
        if not right or room >= 2:  # noqa: PLR2004 - less would make one text of them
            yield from self.indent(self.join([left, self.gap(room), right]) if right else left, indent)
            return
        yield from self.indent(left, indent)
        yield from self.indent(right, below)

    def cut(self, text: str, width: int) -> str:
        """Return text on one line, cut at a word's end to at most `width` columns, with an ellipsis where it was cut."""
        line = self.say(text).plain
        if cell_len(line) <= width:
            return line
        kept = set_cell_size(line, max(width - cell_len(self.symbols.ellipsis), 0)).rstrip()
        whole = kept.rsplit(" ", 1)[0]
        return (whole if cell_len(whole) > width // 2 else kept).rstrip(" ,;:") + self.symbols.ellipsis

    def cut_front(self, text: str, width: int) -> str:
        """Return text on one line, its beginning cut to at most `width` columns: the end of a path tells more."""
        line = self.say(text).plain
        if cell_len(line) <= width:
            return line
        room = max(width - cell_len(self.symbols.ellipsis), 0)
        while cell_len(line) > room:
            line = line[max(1, (cell_len(line) - room) // 2) :]
        return self.symbols.ellipsis + line

    def cut_middle(self, text: str, width: int) -> str:
        """Return text on one line, its middle cut to at most `width` columns: in a row of names, beginnings and ends tell them apart."""
        line = self.say(text).plain
        if cell_len(line) <= width:
            return line
        room = max(width - cell_len(self.symbols.ellipsis), 0)
        start = set_cell_size(line, room // 2).rstrip()
        end = line[len(start) :]
        while cell_len(end) > room - cell_len(start):
            end = end[1:]
        return start + self.symbols.ellipsis + end

    def write(self, lines: Iterable[Text]) -> None:
        """Write lines to the console, as they are."""
        for line in lines:
            line.plain = defuse(line.plain.replace(NO_BREAK, " "))
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False, markup=False, emoji=False, highlight=False)


def _find_breaks(text: str, width: int) -> list[int]:
    """Return the offsets at which lines after the first begin."""
    breaks: list[int] = []
    used = len(text) - len(text.lstrip(" "))
    for match in WORD.finditer(text):
        word = match[0].rstrip(" ")
        if used and used + cell_len(word) > width:
            breaks.append(match.start())
            used = 0
        folds = _find_folds(word, width)
        breaks += [match.start() + fold for fold in folds]
        used += cell_len(word[folds[-1] :] if folds else word) + len(match[0]) - len(word)
    return breaks


def _find_folds(word: str, width: int) -> list[int]:
    """Return the offsets at which a word is broken: none where it fits on a line."""
    if cell_len(word) <= width:
        return []
    if NO_BREAK in word:
        return _find_breaks(word.replace(NO_BREAK, " "), width)
    return list(accumulate(len(piece) for piece in chop_cells(word, width)))[:-1]


def sheet_for(console: Console) -> Sheet:
    """Return the sheet that suits a console.

    Signs beyond ASCII are used where the console's encoding has them all and it is no Windows console of before 2016, whose
    fonts lack them.
    """
    plain = console.legacy_windows or not console.encoding.lower().startswith("utf")
    return Sheet(
        console=console,
        width=max(min(console.width, WIDEST), NARROWEST),
        symbols=ASCII if plain else UNICODE,
        encoding=console.encoding,
        styled=not console.no_color and console.color_system is not None,
    )
