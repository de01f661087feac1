"""The bar of words: where a count lies between its bounds, or how far outside."""

from rich.text import Text

from mastercheck.model.report import WordSummary
from mastercheck.render.terminal.sheet import Sheet

SHORTEST, LONGEST = 8, 36
"""Columns between the ends of the bar."""

OUTSIDE = 6
"""Columns that a count outside of the bounds may stray from them."""


ENDS_AND_GAPS = 6
"""Columns that the ends of the bar and the blanks around its figures take."""


def describe_margin(words: WordSummary) -> str:
    """Return how many words are left, too many or too few; "" without bounds."""
    if words.maximum is not None and words.assessed > words.maximum:
        return f"{words.assessed - words.maximum:,} too many"
    if words.minimum is not None and words.assessed < words.minimum:
        return f"{words.minimum - words.assessed:,} too few"
    return "" if words.maximum is None else f"{words.maximum - words.assessed:,} left"


def draw_bar(words: WordSummary, sheet: Sheet, width: int) -> Text:
    """Return the bounds with the count between or beside them, and the words that are left; without both bounds only what there is.

    Args:
        words: counted.
        sheet: whose signs are used.
        width: columns that the bar should keep to.
    """
    inside = words.minimum is None or words.maximum is None or words.minimum <= words.assessed <= words.maximum
    style = "green" if inside else "bold red"
    margin = sheet.say(describe_margin(words), style)
    if words.minimum is None or words.maximum is None:
        bound = words.maximum if words.minimum is None else words.minimum
        kind = "at most" if words.minimum is None else "at least"
        return sheet.say("no bounds") if bound is None else sheet.join([sheet.say(f"{kind} {bound:,}"), margin], "  ")
    least, most, gap = sheet.say(f"{words.minimum:,}"), sheet.say(f"{words.maximum:,}"), sheet.gap(1)
    before, after = _draw_strays(words, sheet, style)
    taken = sum(part.cell_len for part in (before, least, most, after, margin)) + ENDS_AND_GAPS
    line = _draw_line(words, sheet, min(max(width - taken, SHORTEST), LONGEST), style)
    return sheet.join([before, least, gap, *line, gap, most, after, gap, gap, margin])


def _draw_line(words: WordSummary, sheet: Sheet, width: int, style: str) -> list[Text]:
    symbols = sheet.symbols
    least, most = words.minimum or 0, words.maximum or 0
    ends = [sheet.say(symbols.bar_left), sheet.say(symbols.bar_right)]
    if not least <= words.assessed <= most:
        return [ends[0], sheet.say(symbols.bar_line * width), ends[1]]
    at = round((words.assessed - least) / max(most - least, 1) * (width - 1))
    mark = sheet.say(symbols.bar_mark, style)
    return [ends[0], sheet.say(symbols.bar_line * at), mark, sheet.say(symbols.bar_line * (width - 1 - at)), ends[1]]


def _draw_strays(words: WordSummary, sheet: Sheet, style: str) -> tuple[Text, Text]:
    """Return what stands before the lower and after the upper bound: a mark, the farther away the farther the count is outside."""
    least, most = words.minimum or 0, words.maximum or 0
    symbols, nothing = sheet.symbols, Text()
    if least <= words.assessed <= most:
        return nothing, nothing
    over = words.assessed > most
    beyond = words.assessed - most if over else least - words.assessed
    dashes = symbols.bar_line * min(1 + round(beyond / max(most - least, 1) * OUTSIDE), OUTSIDE)
    if over:
        return nothing, sheet.join([sheet.gap(1), sheet.say(f"{dashes}{symbols.bar_mark}", style)])
    return sheet.join([sheet.say(f"{symbols.bar_mark}{dashes}", style), sheet.gap(1)]), nothing
