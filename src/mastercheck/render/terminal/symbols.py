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
        separator: between facts on one line; a line may end after it, never before it.
        branch, last_branch, trunk: of the tree of exam specifications.
        bar_left, bar_right, bar_line, bar_mark: of the bar of words.
    """

    met: str = "✔"
    failed: str = "✘"
    look: str = "?"
    note: str = "·"
    silent: str = "\u2013"  # en dash
    crashed: str = "!"
    arrow: str = "→"
    bullet: str = "·"
    separator: str = "\u00a0· "
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
    bullet="-",
    separator="; ",
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
    settled = {
        Outcome.PASS: Sign(symbols.met, "met", "green"),
        Outcome.NOT_APPLICABLE: Sign(symbols.silent, "not asked", FAINT),
        Outcome.SUPPRESSED: Sign("", "suppressed", FAINT),
        Outcome.ERROR: Sign(symbols.crashed, "crashed", "bold red"),
    }
    if result.outcome in settled:
        return settled[result.outcome]
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
        "\u2018": "'",  # left single quotation mark
        "\u2019": "'",  # right single quotation mark
        "\u201a": ",",  # single low-9 quotation mark
        "\u201c": '"',  # left double quotation mark
        "\u201d": '"',  # right double quotation mark
        "\u201e": '"',  # double low-9 quotation mark
        "\u00ab": '"',  # left-pointing double angle quotation mark
        "\u00bb": '"',  # right-pointing double angle quotation mark
        "\u2010": "-",  # hyphen
        "\u2011": "-",  # non-breaking hyphen
        "\u2013": "-",  # en dash
        "\u2014": "-",  # em dash
        "\u2212": "-",  # minus sign
        "\u2044": "/",  # fraction slash
        "\u2026": "...",  # horizontal ellipsis
        "\u2192": "->",  # rightwards arrow
        "\u2190": "<-",  # leftwards arrow
        "\u00b7": "-",  # middle dot
        "\u2022": "*",  # bullet
        "\u00d7": "x",  # multiplication sign
        "\u2264": "<=",  # less-than or equal to
        "\u2265": ">=",  # greater-than or equal to
        "\u00b1": "+/-",  # plus-minus sign
        "\u20ac": "EUR",  # euro sign
        "\u00df": "ss",  # latin small letter sharp s
        "\u00e6": "ae",  # latin small letter ae
        "\u00c6": "AE",  # latin capital letter ae
        "\u00f8": "o",  # latin small letter o with stroke
        "\u00d8": "O",  # latin capital letter o with stroke
        "\u0153": "oe",  # latin small ligature oe
        "\u0142": "l",  # latin small letter l with stroke
        "\u0141": "L",  # latin capital letter l with stroke
        "\u0111": "d",  # latin small letter d with stroke
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
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFKD", character)
    else:
        return character
    if character in PLAIN:
        return PLAIN[character]
    if base == character:
        return "" if unicodedata.combining(character) else "?"
    return "".join([_express_character(part, encoding) for part in base])
