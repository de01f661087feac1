"""Two drafts on a terminal: the verdict before and after, what was closed and opened, what is left, and how the sections grew."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from mastercheck.model.comparison import Change, Comparison
from mastercheck.model.report import DocumentReport, RulebookStamp
from mastercheck.render.changes import describe_course, describe_difference, describe_gaps, describe_section, select_sections
from mastercheck.render.tally import telling_place
from mastercheck.render.terminal.bar import describe_margin
from mastercheck.render.terminal.header import frame, name_kind, write_guess, write_origin, write_row
from mastercheck.render.terminal.places import name_place
from mastercheck.render.terminal.sheet import Sheet, sheet_for
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of, sign_of_verdict

INDENT: Final = 2
CODE: Final = 6
COURSE: Final = 19
"""Columns that say how a rule stood and stands."""

PLACE: Final = 14
ROOMY: Final = 72
"""Columns from which on a sheet has room for places."""

FIGURE: Final = 7
"""Columns of a number of words."""

DEEPEST: Final = 3
"""Steps that a section is indented at most."""


def print_comparison(comparison: Comparison, stamp: RulebookStamp, console: Console) -> None:
    """Print what two drafts differ in.

    Args:
        comparison: of the two.
        stamp: of the rulebook that judged both.
        console: where it goes; its width, encoding and colours decide how it looks, never what it says.
    """
    sheet = sheet_for(console)
    sheet.write(_write(comparison, stamp, sheet))


def print_nothing_new(document: DocumentReport, now: str, console: Console) -> None:
    """Print one line on a draft that says the same as the one before.

    Args:
        document: the report on it.
        now: what time it is.
        console: where it goes.
    """
    sheet = sheet_for(console)
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    said = [sheet.bind(f"{sign.symbol} {sign.word}", sign.style), sheet.say(f"checked at {now}: nothing changed")]
    sheet.write(sheet.indent(sheet.join(said, "   "), 1))


def _write(comparison: Comparison, stamp: RulebookStamp, sheet: Sheet) -> Iterator[Text]:
    right = name_kind(comparison.new, stamp, sheet)
    yield from frame(comparison.new.path, right, _describe(comparison, stamp, sheet, sheet.width - 4), sheet)
    yield from _write_part("Closed", "met now", comparison.closed, sheet)
    yield from _write_part("Opened", "only in the new draft", comparison.opened, sheet, advice=True)
    yield from _write_part("Still open", "", comparison.open, sheet)
    yield from _write_part("Not judged any more", "so nobody knows", comparison.silent, sheet)
    yield from _write_sections(comparison, sheet)


def _describe(comparison: Comparison, stamp: RulebookStamp, sheet: Sheet, width: int) -> Iterator[Text]:
    """Yield the lines of the head: the verdict, the gaps, and the figures before and after."""
    old, new = comparison.old, comparison.new
    yield from sheet.wrap(_say_verdicts(old, new, sheet), width)
    yield from sheet.wrap(sheet.facts(sheet.bind(count) for count in describe_gaps(comparison)), width)
    yield Text()
    yield from write_row("Before", [sheet.say(sheet.cut_front(old.path, width - 9))], sheet, width)
    if old.words and new.words:
        counts = f"{old.words.assessed:,} {sheet.symbols.arrow} {new.words.assessed:,}"
        change = describe_difference(new.words.assessed - old.words.assessed)
        margin = describe_margin(new.words)
        yield from write_row("Words", [sheet.facts([sheet.bind(counts, "bold"), sheet.bind(change), sheet.bind(margin)])], sheet, width)
    if old.pages and new.pages:
        pages = [f"{'' if one.certain else 'about '}{one.count}" for one in (old.pages, new.pages)]
        yield from write_row("Pages", [sheet.say(f" {sheet.symbols.arrow} ".join(pages))], sheet, width)
    yield from write_guess(new, sheet, width)
    yield from write_origin(stamp, sheet, width)


def _say_verdicts(old: DocumentReport, new: DocumentReport, sheet: Sheet) -> Text:
    before, after = (sign_of_verdict(one.verdict, sheet.symbols) for one in (old, new))
    now = sheet.bind(f"{after.symbol} {after.word}", after.style)
    if old.verdict is new.verdict:
        return sheet.join([now, sheet.say("as before", FAINT)], "   ")
    return sheet.join([sheet.bind(f"{before.symbol} {before.word}", before.style), sheet.say(sheet.symbols.arrow), now], " ")


def _write_part(title: str, meaning: str, changes: Sequence[Change], sheet: Sheet, *, advice: bool = False) -> Iterator[Text]:
    if not changes:
        return
    yield Text()
    yield from sheet.spread(sheet.say(f"{title} ({len(changes)})", HEADING), sheet.say(meaning, FAINT))
    for change in changes:
        yield from _write_change(change, sheet)
        if advice:
            yield from _write_advice(change, sheet)


def _write_change(change: Change, sheet: Sheet) -> Iterator[Text]:
    shown = change.shown
    sign = sign_of(shown, sheet.symbols)
    place = PLACE if sheet.width >= ROOMY and change.standings[1].is_gap else 0
    cells = [(sheet.say(sign.symbol, sign.style), 1), (sheet.say(shown.code), CODE)]
    cells.append((sheet.say(shown.title), sheet.width - INDENT - 1 - CODE - COURSE - place - 2 * (4 if place else 3)))
    cells.append((sheet.say(describe_course(change, sheet.symbols.arrow), FAINT), COURSE))
    if place:
        cells.append((name_place(telling_place(shown), sheet, place), place))
    yield from sheet.columns(cells, indent=INDENT)


def _write_advice(change: Change, sheet: Sheet) -> Iterator[Text]:
    """Yield what is said of a new gap, and what to do about it."""
    arrow = sheet.say(sheet.symbols.arrow)
    indent = INDENT + 3
    yield from sheet.indent(sheet.say(change.shown.message), indent)
    if change.shown.advice:
        rest = sheet.width - indent - arrow.cell_len - 1
        yield from sheet.columns([(arrow, arrow.cell_len), (sheet.say(change.shown.advice), rest)], indent=indent, between=1)


def _write_sections(comparison: Comparison, sheet: Sheet) -> Iterator[Text]:
    chosen, same = select_sections(comparison.sections)
    if not comparison.sections:
        return
    yield Text()
    yield from sheet.spread(sheet.say("Words by section", HEADING), sheet.say("subsections apart", FAINT))
    if chosen:
        yield from _write_figures(sheet, Text(), [sheet.say(title, FAINT) for title in ("before", "now", "change")])
    for change in chosen:
        depth = max(one.level for one in (change.before, change.after) if one) - 1
        figures = [f"{one.words:,}" if one else sheet.symbols.silent for one in (change.before, change.after)]
        told = [sheet.say(figure) for figure in (*figures, describe_difference(change.difference))]
        yield from _write_figures(sheet, sheet.say(describe_section(change)), told, step=2 * min(max(depth, 0), DEEPEST))
    if same:
        yield from sheet.indent(sheet.say(f"{same} section{'' if same == 1 else 's'} with as many words as before", FAINT), INDENT)


def _write_figures(sheet: Sheet, name: Text, figures: Iterable[Text], *, step: int = 0) -> Iterator[Text]:
    cells = [(name, sheet.width - INDENT - step - 3 * (FIGURE + 2))]
    cells += [(sheet.join([sheet.gap(max(FIGURE - figure.cell_len, 0)), figure]), FIGURE) for figure in figures]
    yield from sheet.columns(cells, indent=INDENT + step)
