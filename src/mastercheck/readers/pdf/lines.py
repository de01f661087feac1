"""Words joined to lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mastercheck.model.blocks import Run
from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pdf.words import SAME_ROW, Word


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline.

    Attributes:
        page: number of its page, from 1.
        size: of most of its letters; baseline: where those stand.
        bold: whether all its letters are bold.
        mark: number of the marked content of its first word; NO_MARK outside of any.
    """

    words: tuple[Word, ...]
    baseline: float
    size: float
    page: int
    bold: bool
    format: TextFormat

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.words[-1].x1

    @property
    def mark(self) -> int:
        """Number of the marked content that it begins in."""
        return self.words[0].mark

    @property
    def text(self) -> str:
        """Its words with spaces between."""
        return " ".join([word.text for word in self.words])

    @property
    def runs(self) -> list[Run]:
        """Its text by format."""
        runs: list[Run] = []
        for word in self.words:
            for run in word.runs:
                space = " " if runs and run is word.runs[0] else ""
                if runs and runs[-1].format is run.format:
                    runs[-1] = Run(runs[-1].text + space + run.text, run.format)
                else:
                    if space:
                        runs[-1] = Run(runs[-1].text + space, runs[-1].format)
                    runs.append(run)
        return runs


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Return words by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.baseline):
        if rows and word.baseline - rows[-1][0].baseline <= SAME_ROW * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines of a page or of a part of it, from top to bottom."""
    return [make_line(row, page) for row in rows_of(words)]


def make_line(words: Sequence[Word], page: int) -> Line:
    """Return a line of words that stand next to each other, in order."""
    sizes: dict[float, int] = {}
    formats: dict[TextFormat, int] = {}
    for word in words:
        for run in word.runs:
            form = run.format
            formats[form] = formats.get(form, 0) + len(run.text)
            if form.size is not None and not form.vertical:
                sizes[form.size] = sizes.get(form.size, 0) + len(run.text)
    size = max(sizes, key=lambda one: (sizes[one], one)) if sizes else words[0].size
    baseline = next((word.baseline for word in words if word.size == size), words[0].baseline)
    bold = all(form.bold for form in formats)
    return Line(tuple(words), baseline, size, page, bold, max(formats, key=lambda form: formats[form]))
