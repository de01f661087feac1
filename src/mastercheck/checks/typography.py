"""Is the running text in the font, the size or the line spacing that is asked for?

Measures effective formatting (direct over character style over paragraph style over defaults), weighted by letters, over paragraphs and
list items of the body (RULEBOOK decision 5). Headings, title block, captions, tables and notes are not judged. A PDF gives fonts of
glyphs and distances of baselines, so its figures are compared with some tolerance.

Cases and facts (all: `expected`, `share`: per cent of the letters that have it, `actual`: the most frequent other value, `others`: per
cent of the letters that have that one, `origin`: where it comes from, in words, `mend`: where in Word that is changed):
    pass    at least the share asked for has it
    fail    less has it; one observation for each of the most frequent other values
    review  what differs is a metric twin of the font, or points that come near single lines, or cannot be known
It is not applicable where there is no running text.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.model.blocks import Paragraph, ParagraphKind, Run, Zone
from mastercheck.model.document import Document
from mastercheck.model.formatting import LineRule, LineSpacing, Origin, OriginKind
from mastercheck.model.location import Location
from mastercheck.model.report import Fact, Observation, Outcome

MENDING = {
    OriginKind.DIRECT: "Select the text and press Ctrl+Space (letters) or Ctrl+Q (paragraphs), so that its style holds",
    OriginKind.CHARACTER_STYLE: "Home > Styles, right-click {style} > Modify",
    OriginKind.PARAGRAPH_STYLE: "Home > Styles, right-click {style} > Modify",
    OriginKind.TABLE_STYLE: "Click the table, then Table Design > Table Styles, right-click {style} > Modify Table Style",
    OriginKind.DEFAULTS: "Home > Styles > Manage Styles > Set Defaults, or right-click Normal > Modify",
    OriginKind.APPLICATION: "Nothing in the file sets it: Home > Styles, right-click Normal > Modify",
    OriginKind.GLYPHS: "Change it in the document that the PDF was made from",
}
"""Where in Word a value is changed, by the layer of formatting that it comes from."""
RUNNING_TEXT = frozenset({ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM})
SHOWN = 3
"""How many other values are reported."""
SINGLE = 1.15
"""Height of a single line, in sizes of the font: that of Arial and its like (hhea ascender, descender and gap)."""
TOLERANCE = {"docx": {"size": 0.01, "line_spacing": 0.02}, "pdf": {"size": 0.3, "line_spacing": 0.05}}
"""By how much a value may differ: nothing but rounding in a DOCX, the precision of a glyph's place in a PDF."""
NEAR = 0.1
"""By how much line spacing in points may differ from single lines, which are as high as the font makes them, until it is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        property: what is judged.
        expected: a family's name, a size in points, or lines (1.0 is single).
        clones: families with the same metrics, which an office suite may have put in its place.
        ignored: families of symbols, which no text is set in.
        share: of the letters that must have it.
    """

    property: Literal["font", "size", "line_spacing"]
    expected: str | float
    clones: tuple[str, ...] = ()
    ignored: tuple[str, ...] = (
        "Symbol",
        "Wingdings",
        "Wingdings 2",
        "Wingdings 3",
        "Webdings",
        "Cambria Math",
        "OpenSymbol",
        "ZapfDingbats",
    )
    share: float = 0.95


@dataclass(frozen=True, slots=True)
class Measured:
    """Line spacing in points, as a number of single lines."""

    lines: float


Value = str | float | Measured | None


@dataclass(slots=True)
class Tally:
    """Letters by value and origin, with the first place of each."""

    letters: Counter[tuple[Value, Origin | None]]
    places: dict[tuple[Value, Origin | None], Location]

    def share(self, values: set[Value]) -> float:
        """Return which share of the letters has one of the values."""
        return sum(count for (value, _), count in self.letters.items() if value in values) / self.letters.total()


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Compare the letters' values with the one that is asked for."""
    tally = _tally(document, params)
    if not tally.letters:
        raise NotApplicable("There is no running text to judge.")
    values = {value for value, _ in tally.letters}
    right = {value for value in values if _equals(value, params, document.format)}
    doubtful = right | {value for value in values if _is_doubtful(value, params)}
    share = tally.share(right)
    facts: dict[str, Fact] = {
        "expected": _show(params.expected),
        "share": _percent(share),
        "actual": "",
        "others": 0,
        "origin": "",
        "mend": "",
    }
    if share >= params.share:
        yield Observation(outcome=Outcome.PASS, case="pass", facts=facts)
        return
    outcome = Outcome.REVIEW if tally.share(doubtful) >= params.share else Outcome.FAIL
    for key, letters in [item for item in tally.letters.most_common() if item[0][0] not in right][:SHOWN]:
        others = _percent(letters / tally.letters.total())
        more: dict[str, Fact] = {"actual": _show(key[0]), "others": others, "origin": _tell(key[1]), "mend": _mend(key[1])}
        yield Observation(outcome=outcome, location=tally.places[key], facts={**facts, **more})


def _tally(document: Document, params: Params) -> Tally:
    tally = Tally(Counter(), {})
    for paragraph in document.paragraphs():
        if paragraph.kind not in RUNNING_TEXT or paragraph.zone not in {Zone.BODY, Zone.ABSTRACT}:
            continue
        for run in paragraph.runs:
            letters = sum(not letter.isspace() for letter in run.text) if run.visible else 0
            if letters and run.format.font not in params.ignored:
                key = _value(paragraph, run, params.property)
                tally.letters[key] += letters
                if key not in tally.places:
                    tally.places[key] = paragraph.location(run.text)
    return tally


def _value(paragraph: Paragraph, run: Run, name: str) -> tuple[Value, Origin | None]:
    if name == "font":
        return run.format.font, run.format.font_origin
    if name == "size":
        return run.format.size, run.format.size_origin
    spacing = paragraph.format.line_spacing
    return _lines(spacing, run.format.size), spacing.origin


def _lines(spacing: LineSpacing, size: float | None) -> float | Measured | None:
    """Return line spacing as a number of single lines; None where it cannot be told."""
    if spacing.rule is LineRule.MULTIPLE:
        return round(spacing.value, 2)
    if size is None:
        return None
    lines = spacing.value / (SINGLE * size)
    return 1.0 if spacing.rule is LineRule.AT_LEAST and lines <= 1 else Measured(round(lines, 2))


def _equals(value: Value, params: Params, form: str) -> bool:
    if isinstance(params.expected, str):
        return isinstance(value, str) and _plain(value) == _plain(params.expected)
    number = value.lines if isinstance(value, Measured) else value
    return number is not None and not isinstance(number, str) and abs(number - params.expected) <= TOLERANCE[form][params.property]


def _is_doubtful(value: Value, params: Params) -> bool:
    """Return whether a value is none that is certainly another: unknown, the metric twin of a font, or points near single lines."""
    if isinstance(value, Measured):
        return not isinstance(params.expected, str) and abs(value.lines - params.expected) <= NEAR
    if isinstance(value, str):
        return _plain(value) in {_plain(clone) for clone in params.clones}
    return value is None


def _plain(family: str) -> str:
    return family.replace(" ", "").casefold()


def _percent(share: float) -> int:
    """Return a share in per cent, never rounded up to all or down to nothing."""
    return min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)


def _show(value: Value) -> str:
    if value is None:
        return "unknown"
    number = value.lines if isinstance(value, Measured) else value
    return number if isinstance(number, str) else f"{number:g}"


def _tell(origin: Origin | None) -> str:
    if origin is None:
        return "unknown origin"
    named = f"{origin.kind.value} {origin.style}" if origin.style else origin.kind.value
    return f"{named} (theme font)" if origin.theme else named


def _mend(origin: Origin | None) -> str:
    if origin is None:
        return "Select the text and look at Home > Font and at its style"
    return MENDING[origin.kind].format(style=origin.style or "its style")


_FACTS = frozenset({"expected", "share", "actual", "others", "origin", "mend"})
KIND = Kind(name="typography", params=Params, check=check, cases={"pass": _FACTS, "fail": _FACTS, "review": _FACTS})
