"""The head of a document's report: what it is, the verdict, the figures, and what to begin with. Read alone, it is the report in short."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich.text import Text

from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.report import DocumentReport, KindSource, RulebookStamp, WordSummary
from mastercheck.render.terminal.bar import draw_bar
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, sign_of_verdict
from mastercheck.render.terminal.tally import Tally, tally

KINDS: Mapping[DocumentKind | None, str] = MappingProxyType(
    {
        DocumentKind.REPORT: "Master report",
        DocumentKind.PROPOSAL: "Proposal",
        DocumentKind.RESUME: "Résumé",
        DocumentKind.PRESENTATION: "Presentation",
        None: "",
    }
)

ENGINES: Mapping[PageEngine, str] = MappingProxyType(
    {
        PageEngine.PDF: "counted in the PDF",
        PageEngine.OFFICE: "laid out by an office suite",
        PageEngine.STORED: "as stored by Word",
        PageEngine.ESTIMATED: "estimated from the layout",
    }
)

UNSHOWN: Final = ("headers_footers", "hidden", "deleted")
"""Zones that Word's status bar leaves out, too."""

LABEL: Final = 9
"""Columns of a row's label."""

FIRST_STEPS: Final = 3


def write_header(document: DocumentReport, stamp: RulebookStamp, sheet: Sheet) -> Iterator[Text]:
    """Yield the framed head of a document's report."""
    kind = KINDS[document.kind]
    edition = f"{'edition' if stamp.builtin else 'rulebook'} {stamp.edition}"
    right = f" {sheet.symbols.dot} ".join(filter(None, (kind, sheet.cut(edition, sheet.width // 3))))
    room = sheet.width - 4
    rows = _describe_error(document, sheet) if document.error else _describe(document, stamp, sheet, room)
    yield from frame(document.path, right, (line for row in rows for line in sheet.wrap(row, room)), sheet)


def frame(left: str, right: str, lines: Iterable[Text], sheet: Sheet) -> Iterator[Text]:
    """Yield lines in a frame with a title at both ends of its upper edge; the left one is cut at its front where it is too long."""
    top_left, top_right, bottom_left, bottom_right, flat, upright = (sheet.say(sign, FAINT) for sign in sheet.symbols.frame)
    end = sheet.say(right)
    name = sheet.say(sheet.cut_front(left, max(sheet.width - end.cell_len - 9, 8)), "bold")
    run = flat.plain * max(sheet.width - name.cell_len - end.cell_len - 8, 1)
    yield sheet.join([top_left, flat, sheet.gap(1), name, sheet.gap(1), sheet.say(run, FAINT), sheet.gap(1), end, sheet.gap(1), flat, top_right])
    for line in lines:
        yield sheet.join([upright, sheet.gap(1), line, sheet.gap(sheet.width - 3 - line.cell_len), upright])
    yield sheet.join([bottom_left, sheet.say(flat.plain * (sheet.width - 2), FAINT), bottom_right])


def _describe_error(document: DocumentReport, sheet: Sheet) -> Iterator[Text]:
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    yield sheet.say(f"{sign.symbol} {sign.word}", sign.style)
    if document.error:
        yield Text()
        yield sheet.say(document.error.message)
        yield sheet.say(f"{sheet.symbols.arrow} {document.error.advice}")


def _describe(document: DocumentReport, stamp: RulebookStamp, sheet: Sheet, width: int) -> Iterator[Text]:
    counted = tally(document)
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    counts = describe_counts(counted, sheet)
    yield sheet.join([sheet.say(f"{sign.symbol} {sign.word}", sign.style), sheet.gap(3), sheet.say(counts)])
    yield Text()
    if document.words:
        yield from _row("Words", _describe_words(document.words, document.pages, sheet, width - LABEL), sheet, width)
    if document.pages:
        yield from _row("Pages", [_describe_pages(document, document.pages, sheet)], sheet, width)
    steps = [sheet.say(result.title) for result in counted.steps[:FIRST_STEPS]]
    if steps:
        yield from _row("First", [sheet.join(steps, f" {sheet.symbols.dot} ")], sheet, width)
    if document.kind_source is KindSource.ASSUMED:
        guess = f"taken for a {KINDS[document.kind]} by its length alone; --kind says what it is"
        yield from _row("Kind", [sheet.say(guess, "yellow")], sheet, width)
    if not stamp.builtin:
        yield from _row("Rules", [sheet.say(f"{stamp.id}, edition {stamp.edition}: not the built-in rulebook", "yellow")], sheet, width)


def describe_counts(counted: Tally, sheet: Sheet) -> str:
    """Return how many results ask for what."""
    counts = [f"{len(counted.correct)} to correct"]
    counts += [f"{len(counted.improve)} to improve"] if counted.improve else []
    counts += [f"{len(counted.look)} to look at"] if counted.look else []
    return f" {sheet.symbols.dot} ".join([*counts, f"{len(counted.met)} met"])


def _row(label: str, lines: Iterable[Text], sheet: Sheet, width: int) -> Iterator[Text]:
    for line in lines:
        yield from sheet.columns([(sheet.say(label, FAINT), LABEL - 2), (line, width - LABEL)])
        label = ""


def _describe_words(words: WordSummary, pages: PageCount | None, sheet: Sheet, width: int) -> Iterator[Text]:
    count = sheet.say(f"{words.assessed:,}", "bold")
    space = sheet.gap(max(8 - count.cell_len, 2))
    yield sheet.join([count, space, draw_bar(words, sheet, width - count.cell_len - space.cell_len)])
    yield sheet.say(_explain_status_bar(words, in_word=not pages or pages.engine is not PageEngine.PDF), FAINT)
    unsettled = {"tracked as inserted (counted)": words.inserted, "tracked as deleted (not counted)": words.zones.get("deleted", 0)}
    unsettled["hidden (not counted)"] = words.zones.get("hidden", 0)
    marks = [f"{count:,} {what}" for what, count in unsettled.items() if count]
    if marks:
        yield sheet.say(f"Of all words, {', '.join(marks)}", FAINT)


def _explain_status_bar(words: WordSummary, *, in_word: bool) -> str:
    """Return what Word shows at the foot of its window, and why that differs from what counts here."""
    shows = "Word's status bar shows" if in_word else "Word would show"
    if words.word_status_bar == words.assessed:
        return f"{shows} the same (profile {words.profile})"
    left_out = {zone: words.zones.get(zone, 0) for zone in words.excluded if zone not in UNSHOWN and words.zones.get(zone, 0)}
    if words.assessed + sum(left_out.values()) != words.word_status_bar:
        return f"{shows} {words.word_status_bar:,}, since it takes in other parts than the profile {words.profile}"
    parts = ", ".join(f"{name_zone(zone)} {count:,}" for zone, count in left_out.items())
    return f"{shows} {words.word_status_bar:,}; not counted here: {parts} (profile {words.profile})"


def name_zone(zone: str) -> str:
    """Return the name of a zone as a reader knows it."""
    return "headers and footers" if zone == "headers_footers" else zone.replace("_", " ")


def _describe_pages(document: DocumentReport, pages: PageCount, sheet: Sheet) -> Text:
    limit, count = document.page_maximum, sheet.say(f"{'' if pages.certain else 'about '}{pages.count}", "bold")
    over = limit is not None and pages.count > limit
    parts = [sheet.say(_describe_limit(pages.count, limit), "bold red" if over else ""), sheet.say(ENGINES[pages.engine], FAINT)]
    if pages.fill_of_last_page is not None:
        parts.append(sheet.say(f"last page {pages.fill_of_last_page:.0%} full", FAINT))
    if pages.note:
        parts.append(sheet.say(pages.note, FAINT))
    return sheet.join([count, sheet.gap(max(8 - count.cell_len, 2)), sheet.join(parts, f" {sheet.symbols.dot} ")])


def _describe_limit(count: int, limit: int | None) -> str:
    if limit is None:
        return "no limit"
    return f"{count - limit} more than the {limit} allowed" if count > limit else f"of at most {limit}"
