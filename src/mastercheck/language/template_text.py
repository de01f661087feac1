"""Text of a template in `<...>`: instructions and placeholders, which are no text of the author's own (guide, chapter 6)."""

import re

_TEMPLATE = re.compile(r"<(?!https?:|mailto:|www\.|[^\s<>]+@)[^<>\n]{3,}>")
"""What stands in angle brackets, unless it is an address."""


def without_template(text: str) -> str:
    """Return a text without what a template left in it, and without white space at its ends."""
    return (_TEMPLATE.sub(" ", text) if "<" in text else text).strip()
