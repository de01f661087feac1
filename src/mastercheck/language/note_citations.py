"""Works that a note names: "J. P. Kotter, Leading Change (Boston, 1996), p. 4", "Kotter, 1996, p. 4", "Kotter, Leading Change, p. 4".

A note is read as a reference only where it begins with a name and has a year or the number of a page: other notes are text like any other.
"""

import re

_LEAD_IN = r"(?:(?i:see(?:\salso)?|cf\.?|compare|after|in|vgl\.|zie|voir)[\s,:]+)?"
_INITIALS = r"(?:[A-Z]\.[\s-]?){0,4}"
_PARTICLES = r"(?:(?i:van|von|de|den|der|la|le|du|da|di|ten|ter)\s){0,3}"
_NAME = r"[^\W\d_a-z][^\W\d_]*(?:['\u2019\u2010\u2011-][^\W\d_]+)*"
_OTHERS = rf"(?:(?:,\s|,?\s(?:and|&|en|und|et)\s){_INITIALS}{_PARTICLES}{_NAME}(?=[\s,])){{0,4}}"
_START = re.compile(
    rf"{_LEAD_IN}(?P<initials>{_INITIALS})(?P<name>{_PARTICLES}{_NAME})(?:(?P<turned>,\s[A-Z]\.)|(?P<others>{_OTHERS}(?:\set\sal\.?)?),\s)"
)
_YEAR = re.compile(r"(?<![\d-])(?:1[89]|20)\d\d[a-z]?(?![\d-])")
_PAGE = re.compile(r"\b(?:pp?\.|page|pages|ch\.|chapter|blz\.|S\.)\s?\d", re.IGNORECASE)
_LONGEST = 40
"""Words of a reference at most."""


def parse_reference(text: str) -> tuple[str, str, bool] | None:
    """Return the first author's surname, the year and whether it can hardly be anything else; None where a note is no reference.

    Args:
        text: of one reference; several in a note are parted by semicolons.
    """
    start = _START.match(text.strip())
    if not start or len(text.split()) > _LONGEST:
        return None
    rest = text.strip()[start.end("name") :]
    years, page = _YEAR.findall(rest), bool(_PAGE.search(rest))
    authored = bool(start["initials"] or start["turned"] or "et al" in (start["others"] or ""))
    plainly = authored or page or bool(_YEAR.match(rest, 2))
    if not plainly or not (years or page):
        return None
    return start["name"], years[-1] if years else "", bool(years) and (authored or page)
