"""Signs and styles: what each outcome looks like, with and without Unicode. A word stands beside every sign, so nothing hangs on colour."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from mastercheck.model.report import Outcome, RuleResult, Severity, Verdict

HEADING: Final = "bold"
FAINT: Final = "dim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """The signs of the report.

    Attributes:
        frame: top left, top right, bottom left, bottom right corner, horizontal and vertical line of the header.
        branch, last_branch, trunk: of the tree of exam specifications.
        bar_left, bar_right, bar_line, bar_mark: of the bar of words.
    """

    met: str = "✔"
    failed: str = "✘"
    look: str = "?"
    note: str = "·"
    silent: str = "–"
    crashed: str = "!"
    arrow: str = "→"
    dot: str = "·"
    ellipsis: str = "…"
    frame: str = "╭╮╰╯─│"
    branch: str = "├"
    last_branch: str = "└"
    trunk: str = "│"
    bar_left: str = "├"
    bar_right: str = "┤"
    bar_line: str = "─"
    bar_mark: str = "●"


UNICODE: Final = Symbols()
ASCII: Final = Symbols(
    met="+",
    failed="x",
    note="-",
    silent="-",
    arrow="->",
    dot="-",
    ellipsis="...",
    frame="++++-|",
    branch="|",
    last_branch="`",
    trunk="|",
    bar_left="|",
    bar_right="|",
    bar_line="-",
    bar_mark="o",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """How an outcome or a verdict is shown: a sign, a word, a style."""

    symbol: str
    word: str
    style: str


def sign_of(result: RuleResult, symbols: Symbols, *, about_presence: bool = False) -> Sign:
    """Return how the outcome of a rule is shown.

    Args:
        result: of the rule.
        symbols: those of the sheet.
        about_presence: the rule asks whether something is there, so that what fails is missing.
    """
    if result.outcome is Outcome.PASS:
        return Sign(symbols.met, "met", "green")
    if result.outcome is Outcome.NOT_APPLICABLE:
        return Sign(symbols.silent, "not asked", FAINT)
    if result.outcome is Outcome.ERROR:
        return Sign(symbols.crashed, "crashed", "bold red")
    if result.severity is Severity.NOTE:
        return Sign(symbols.note, "note", "cyan")
    if result.outcome is Outcome.REVIEW:
        return Sign(symbols.look, "look", "yellow")
    style = "bold red" if result.severity is Severity.ERROR else "red"
    return Sign(symbols.failed, "missing" if about_presence else "not met", style)


def sign_of_verdict(verdict: Verdict, symbols: Symbols) -> Sign:
    """Return how the verdict on a document is shown."""
    return {
        Verdict.COMPLIANT: Sign(symbols.met, "COMPLIANT", "bold green"),
        Verdict.NOT_COMPLIANT: Sign(symbols.failed, "NOT COMPLIANT", "bold red"),
        Verdict.NEEDS_REVIEW: Sign(symbols.look, "NEEDS REVIEW", "bold yellow"),
        Verdict.UNREADABLE: Sign(symbols.crashed, "UNREADABLE", "bold red"),
    }[verdict]


PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "‘": "'",
        "’": "'",
        "‚": ",",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "→": "->",
        "←": "<-",
        "·": "-",
        "•": "*",
        "×": "x",
        "≤": "<=",
        "≥": ">=",
        "±": "+/-",
        "€": "EUR",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ø": "o",
        "Ø": "O",
        "œ": "oe",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
    }
)
"""What stands for a character where it cannot be written and is not a letter with an accent."""


def express(text: str, encoding: str) -> str:
    """Return text in characters that an encoding has: letters lose accents, signs become likenesses, what is left becomes "?"."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join([_express_character(character, encoding) for character in text])
    except LookupError:
        return express(text, "ascii")
    return text


def _express_character(character: str, encoding: str) -> str:
    base = unicodedata.normalize("NFKD", character)
    for choice in (character, PLAIN.get(character, base), "".join([part for part in base if not unicodedata.combining(part)])):
        try:
            choice.encode(encoding)
        except UnicodeEncodeError:
            continue
        return choice
    return "?"
