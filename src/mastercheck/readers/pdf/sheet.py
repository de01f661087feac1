"""The page as it is read: its size, and points of the PDF's space turned upright and measured from the top left corner."""

from dataclasses import dataclass

import pypdfium2

_LEAST, _MOST = 1.0, 14_400.0
"""Points that a page measures at least and at most (ISO 32000-1 annex C.2)."""
_A4 = (0.0, 0.0, 595.3, 841.9)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is read.

    Attributes:
        left, bottom, right, top: the visible box in the PDF's space.
        turns: quarters by which it is turned to the right.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, turns: int) -> "Sheet":
        """Return a page's sheet; one of A4 where its boxes make no sense."""
        left, bottom, right, top = page.get_bbox()
        if not (_LEAST <= right - left <= _MOST and _LEAST <= top - bottom <= _MOST):
            left, bottom, right, top = _A4
        return cls(left, bottom, right, top, turns)

    @property
    def width(self) -> float:
        """In points, as it is read."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """In points, as it is read."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the PDF's space is on the sheet, from the left and from the top."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def origin(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the sheet is in the PDF's space: what `place` undoes."""
        match self.turns:
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case 3:
                return self.right - y, self.top - x
            case _:
                return x + self.left, self.top - y

    def stretch(self, box: tuple[float, float, float, float], origin: tuple[float, float]) -> tuple[float, float, float]:
        """Return the left edge, the right edge and the baseline of a letter.

        Args:
            box: its left, bottom, right and top in the PDF's space.
            origin: the point that it is set at.
        """
        left, bottom, right, top = box
        if not self.turns:
            return left - self.left, right - self.left, self.top - origin[1]
        one, other = self.place(left, bottom)[0], self.place(right, top)[0]
        return min(one, other), max(one, other), self.place(*origin)[1]

    def upright(self, cosine: float, sine: float) -> tuple[float, float]:
        """Return a direction of the PDF's space as it is on the sheet; (1, 0) is that of a line of text."""
        match self.turns:
            case 1:
                return sine, -cosine
            case 2:
                return -cosine, -sine
            case 3:
                return -sine, cosine
            case _:
                return cosine, sine
