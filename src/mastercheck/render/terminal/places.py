"""Places in a document, as a reader of the report finds them again."""

import re

from rich.text import Text

from mastercheck.model.location import Location
from mastercheck.render.terminal.sheet import NO_BREAK, Sheet

NUMBER = re.compile(r"\d{1,3}(\.\d{1,3}){0,8}(?=[.)]?\s)|[A-Z](\.\d{1,3}){1,8}(?=[.)]?\s)|[A-Z](?=[.)]\s)")
"""The number that a heading begins with: "3.2", "B.1", "B"."""


def name_place(location: Location | None, sheet: Sheet, width: int) -> Text:
    """Return a place in a few letters: the heading's number or the heading cut short, and the page; empty for none."""
    if location is None:
        return Text()
    page = len(f", p. {location.page}") if location.page else 0
    return _join_page(_short_heading(location, sheet, width - page), location, sheet)


def _join_page(heading: str, location: Location, sheet: Sheet) -> Text:
    """Return a heading with the page after it; the paragraph where neither is known."""
    page = sheet.bind(f"p. {location.page}" if location.page else "")
    paragraph = sheet.bind(f"paragraph {location.paragraph}" if location.paragraph else "")
    return sheet.join([sheet.bind(heading), page], f",{NO_BREAK}") if heading or page else paragraph


def _short_heading(location: Location, sheet: Sheet, width: int) -> str:
    if not location.heading_path:
        return ""
    label = location.heading_path[-1]
    number = NUMBER.match(label)
    return number[0] if number else sheet.cut(label, width)


def describe_place(location: Location, sheet: Sheet) -> Text:
    """Return a place in full: the heading above it and the page."""
    heading = sheet.cut(location.heading_path[-1], sheet.width // 2) if location.heading_path else ""
    return _join_page(heading, location, sheet)
