"""The press: pages that fill, column by column."""

from dataclasses import dataclass, field
from typing import Final

from mastercheck.model.formatting import PageSetup

LEAST_HEIGHT: Final = 36.0
"""Points of text height that a page has at least, whatever its margins say."""
LEAST_WIDTH: Final = 36.0
LEAST_BESIDE: Final = 72.0
"""Points of width that text needs to stand beside a picture."""
NOTE_RULE: Final = 13.0
"""Height of the rule above the footnotes of a page, in points: a line of text."""
FIT: Final = 0.3
"""Points by which a line may be too high for what is left: Word rounds heights, and lets so little pass."""


@dataclass(frozen=True, slots=True)
class Furnishings:
    """Heights of the headers and footers of a section, in points.

    Attributes:
        header, footer: on its pages.
        first_header, first_footer: on its first page.
    """

    header: float = 0.0
    footer: float = 0.0
    first_header: float = 0.0
    first_footer: float = 0.0


@dataclass(slots=True)
class Press:
    """Fills pages.

    Attributes:
        setup: geometry of the present section; taken: what its headers and footers take.
        pages: how many have been begun.
        column: the present one, from 0.
        at: how far it is filled, in points.
        top: where the columns of this section begin on this page.
        notes: height of the footnotes of this page.
        first_of_section: this is the first page of its section.
        broken: the page or column was begun by a break that the writer set, or it is the first of a section.
        starts: numbers of the paragraphs that begin pages.
        aside: until where something stands beside the text, and how wide it is.
    """

    setup: PageSetup
    taken: Furnishings = Furnishings()
    pages: int = 1
    column: int = 0
    at: float = 0.0
    top: float = 0.0
    notes: float = 0.0
    first_of_section: bool = True
    broken: bool = True
    aside: tuple[float, float] = (0.0, 0.0)
    starts: list[int] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Text height of the page, in points, between the margins and what headers and footers take of it."""
        setup = self.setup
        first = self.first_of_section and setup.first_page_apart
        header = self.taken.first_header if first else self.taken.header
        footer = self.taken.first_footer if first else self.taken.footer
        above = max(setup.margin_top, setup.header_distance + header) if header else setup.margin_top
        below = max(setup.margin_bottom, setup.footer_distance + footer) if footer else setup.margin_bottom
        return max(setup.height - above - below, LEAST_HEIGHT)

    @property
    def width(self) -> float:
        """Width of a column, in points."""
        setup = self.setup
        room = setup.width - setup.margin_left - setup.margin_right - (setup.columns - 1) * setup.column_gap
        return max(room / setup.columns, LEAST_WIDTH)

    @property
    def left(self) -> float:
        """Points that are left in the column."""
        return self.height - self.at - self.notes

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the column."""
        return self.at <= self.top

    def fits(self, height: float) -> bool:
        """Return whether so much still fits into the column."""
        return height <= self.left + FIT

    def next_column(self, *, broken: bool = False) -> None:
        """Go on in the next column, on the next page after the last one."""
        if self.column + 1 >= self.setup.columns:
            self.next_page(broken=broken)
            return
        self.column += 1
        self.at, self.broken = self.top, broken
        self.aside = (0.0, 0.0)

    def next_page(self, *, broken: bool = False) -> None:
        """Go on on the next page."""
        self.pages += 1
        self.column, self.at, self.top, self.notes = 0, 0.0, 0.0, 0.0
        self.aside = (0.0, 0.0)
        self.first_of_section, self.broken = False, broken

    def turn(self, setup: PageSetup, taken: Furnishings) -> None:
        """Begin a section of pages (w:type, 17.6.22)."""
        goes_on = setup.starts == "continuous" and (setup.width, setup.height) == (self.setup.width, self.setup.height)
        if goes_on:
            self._balance()
        elif setup.starts == "nextColumn" and self.setup.columns > 1:
            self.next_column(broken=True)
        else:
            self._begin_page(setup.starts)
        first = self.first_of_section
        self.setup, self.taken = setup, taken
        self.first_of_section = first if goes_on else True

    def _begin_page(self, starts: str) -> None:
        self.next_page(broken=True)
        if (starts == "evenPage" and self.pages % 2) or (starts == "oddPage" and not self.pages % 2):
            self.next_page(broken=True)

    def _balance(self) -> None:
        """End the columns of a section at one height, as Word does before a continuous break."""
        if self.setup.columns > 1:
            filled = self.column * (self.height - self.top) + self.at - self.top
            self.at = self.top + filled / self.setup.columns
        self.column, self.top = 0, self.at

    def note_start(self, number: int) -> None:
        """Note that a paragraph is the first on this page, if it is."""
        while len(self.starts) < self.pages - 1:
            self.starts.append(number)

    def add_notes(self, height: float) -> None:
        """Set footnotes at the foot of the page."""
        if height:
            self.notes += height + (0.0 if self.notes else NOTE_RULE)

    def set_aside(self, height: float, width: float) -> None:
        """Set something beside the text that follows."""
        self.aside = (max(self.aside[0], self.at + height), max(self.aside[1] if self.aside[0] > self.at else 0.0, width))

    @property
    def fill(self) -> float:
        """Share of the page that is used, 0 to 1."""
        columns = self.setup.columns
        used = self.top * columns + self.column * (self.height - self.top) + (self.at - self.top)
        return min(1.0, max(0.0, used / columns / self.height + self.notes / self.height))
