"""Where in a document something is."""

import re
from dataclasses import dataclass

QUOTE_LENGTH = 160
"""Characters of the document that a location quotes at most: enough to find the place, too few to copy the work."""

NUMBER = re.compile(r"^(\d+(?:\.\d+)*|[A-Z](?:\.\d+)*(?=[.)\s]))[.)]?\s+")
"""The number that a heading begins with: "3.2", "B.1", "B."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a document.

    Attributes:
        heading_path: the headings above the place, outermost first, each with its number.
        paragraph: the paragraph's number in reading order, from 1; None for a place that is no paragraph.
        page: the page that the place is on, from 1; None where the document does not say.
        quote: the words that stand there, shortened to QUOTE_LENGTH.
    """

    heading_path: tuple[str, ...] = ()
    paragraph: int | None = None
    page: int | None = None
    quote: str = ""


def shorten(text: str, length: int = QUOTE_LENGTH) -> str:
    """Return text on one line, cut at a word's end to at most `length` characters, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:')}…"


def part_label(label: str) -> tuple[str, str]:
    """Return the number that a heading begins with, "" where it has none, and its title."""
    line = label.strip()
    found = NUMBER.match(line)
    return (found[1], line[found.end() :]) if found else ("", line)
