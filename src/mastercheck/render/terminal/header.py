"""The head of a document's report: what it is, the verdict, the figures, and what to begin with. Read alone, it is the report in short."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich.text import Text

from mastercheck.model.document import PageCount, PageEngine
from mastercheck.model.report import DocumentError, DocumentReport, KindSource, RulebookStamp, WordSummary
from mastercheck.render.phrases import KINDS
from mastercheck.render.steps import choose_steps
from mastercheck.render.suppressions import count_suppressed
from mastercheck.render.tally import tally
from mastercheck.render.terminal.bar import draw_bar
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, sign_of_verdict

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

FIGURE: Final = 9
"""Columns of the figure that a row begins with."""


def write_header(document: DocumentReport, stamp: RulebookStamp, sheet: Sheet) -> Iterator[Text]:
    """Yield the framed head of a document's report."""
    room = sheet.width - 4
    rows = _describe_error(document, document.error, sheet, room) if document.error else _describe(document, stamp, sheet, room)
    yield from frame(document.path, name_kind(document, stamp, sheet), rows, sheet)


def name_kind(document: DocumentReport, stamp: RulebookStamp, sheet: Sheet) -> Text:
    """Return what a document is and which edition judged it; on a narrow sheet only the one."""
    kind = KINDS[document.kind]
    edition = sheet.cut(f"{'edition' if stamp.builtin else 'rulebook'} {stamp.edition}", sheet.width // 3)
    both = sheet.facts([sheet.say(kind), sheet.say(edition)])
    return sheet.say(kind or edition) if both.cell_len > sheet.width // 2 else both


def frame(left: str, right: Text, lines: Iterable[Text], sheet: Sheet) -> Iterator[Text]:
    """Yield lines in a frame with a title at both ends of its upper edge; the left one is cut at its front where it is too long."""
    top_left, top_right, bottom_left, bottom_right, flat, upright = (sheet.say(sign, FAINT) for sign in sheet.symbols.frame)
    name = sheet.say(sheet.cut_front(left, max(sheet.width - right.cell_len - 9, 8)), "bold")
    run = sheet.say(flat.plain * max(sheet.width - name.cell_len - right.cell_len - 8, 1), FAINT)
    gap = sheet.gap(1)
    yield sheet.join([top_left, flat, gap, name, gap, run, gap, right, gap, flat, top_right])
    for line in lines:
        yield sheet.join([upright, sheet.gap(1), line, sheet.gap(sheet.width - 3 - line.cell_len), upright])
    yield sheet.join([bottom_left, sheet.say(flat.plain * (sheet.width - 2), FAINT), bottom_right])


def _describe_error(document: DocumentReport, error: DocumentError, sheet: Sheet, width: int) -> Iterator[Text]:
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    yield sheet.say(f"{sign.symbol} {sign.word}", sign.style)
    yield Text()
    yield from sheet.wrap(sheet.say(error.message), width)
    arrow = sheet.say(sheet.symbols.arrow, sign.style)
    yield from sheet.columns([(arrow, arrow.cell_len), (sheet.say(error.advice), width - arrow.cell_len - 1)], between=1)


def _describe(document: DocumentReport, stamp: RulebookStamp, sheet: Sheet, width: int) -> Iterator[Text]:
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    said = sheet.bind(f"{sign.symbol} {sign.word}", sign.style)
    yield from sheet.columns([(said, said.cell_len), (_describe_counts(document, sheet), width - said.cell_len - 3)], between=3)
    yield Text()
    if document.words:
        yield from write_row("Words", _describe_words(document.words, document.pages, sheet, width - LABEL), sheet, width)
    if document.pages:
        yield from write_row("Pages", [_describe_pages(document, document.pages, sheet)], sheet, width)
    steps = [sheet.bind(step.result.title) for step in choose_steps(document)]
    if steps:
        yield from write_row("First", [sheet.facts(steps)], sheet, width)
    yield from write_guess(document, sheet, width)
    yield from write_origin(stamp, sheet, width)


def write_guess(document: DocumentReport, sheet: Sheet, width: int) -> Iterator[Text]:
    """Yield a row that says so, where the kind of a document is no more than a guess."""
    if document.kind_source is KindSource.ASSUMED:
        guess = f"taken for a {KINDS[document.kind]} by its length alone; --kind says what it is"
        yield from write_row("Kind", [sheet.say(guess, "yellow")], sheet, width)


def write_origin(stamp: RulebookStamp, sheet: Sheet, width: int) -> Iterator[Text]:
    """Yield a row that names the rulebook, where it is not the built-in one."""
    if not stamp.builtin:
        named = f"{stamp.id}, edition {stamp.edition}: not the built-in rulebook"
        yield from write_row("Rules", [sheet.say(named, "yellow")], sheet, width)


def _describe_counts(document: DocumentReport, sheet: Sheet) -> Text:
    """Return how many results ask for what, and how many findings do not count."""
    counted, suppressed = tally(document), count_suppressed(document)
    counts = [f"{len(counted.correct)} to correct"]
    counts += [f"{len(counted.improve)} to improve"] if counted.improve else []
    counts += [f"{len(counted.look)} to look at"] if counted.look else []
    counts += [f"{len(counted.met)} met", *([f"{suppressed} suppressed"] if suppressed else [])]
    return sheet.facts(map(sheet.bind, counts))


def write_row(label: str, lines: Iterable[Text], sheet: Sheet, width: int) -> Iterator[Text]:
    """Yield the lines of a row under its label; empty ones are left out."""
    for line in filter(None, lines):
        yield from sheet.columns([(sheet.say(label, FAINT), LABEL - 2), (line, width - LABEL)])
        label = ""


def _describe_words(words: WordSummary, pages: PageCount | None, sheet: Sheet, width: int) -> Iterator[Text]:
    count = sheet.say(f"{words.assessed:,}", "bold")
    space = sheet.gap(max(FIGURE - count.cell_len, 2))
    yield sheet.join([count, space, draw_bar(words, sheet, width - count.cell_len - space.cell_len)])
    yield _explain_status_bar(words, sheet, "Word would show" if pages and pages.engine is PageEngine.PDF else "Word's status bar shows")
    unsettled = {"tracked as inserted: counted": words.inserted}
    unsettled |= {f"{zone}: not counted": words.zones.get(zone, 0) for zone in ("deleted", "hidden")}
    yield sheet.facts(sheet.bind(f"{count:,} {what}", FAINT) for what, count in unsettled.items() if count)


def _explain_status_bar(words: WordSummary, sheet: Sheet, shows: str) -> Text:
    """Return what Word shows at the foot of its window, and why that differs from what counts here."""
    if words.word_status_bar == words.assessed:
        return sheet.say(f"{shows} the same (profile {words.profile})", FAINT)
    left_out = {zone: words.zones.get(zone, 0) for zone in words.excluded if zone not in UNSHOWN and words.zones.get(zone, 0)}
    if words.assessed + sum(left_out.values()) != words.word_status_bar:
        return sheet.say(f"{shows} {words.word_status_bar:,}, since it takes in other parts than the profile {words.profile}", FAINT)
    parts = sheet.join([sheet.bind(f"{name_zone(zone)} {count:,}") for zone, count in left_out.items()], ", ")
    before, after = f"{shows} {words.word_status_bar:,}; not counted here:", f"(profile {words.profile})"
    explained = sheet.join([sheet.say(before), parts, sheet.bind(after)], " ")
    explained.stylize(FAINT if sheet.styled else "")
    return explained


def name_zone(zone: str) -> str:
    """Return the name of a zone as a reader knows it."""
    return "headers and footers" if zone == "headers_footers" else zone.replace("_", " ")


def _describe_pages(document: DocumentReport, pages: PageCount, sheet: Sheet) -> Text:
    limit, count = document.page_maximum, sheet.say(f"{'' if pages.certain else 'about '}{pages.count}", "bold")
    over = "bold red" if pages.certain else "yellow"
    parts = [sheet.say("no limit" if limit is None else f"at most {limit}")]
    if limit is not None and pages.count > limit:
        parts.append(sheet.bind(f"{pages.count - limit} too many", over))
    parts.append(sheet.say(ENGINES[pages.engine], FAINT))
    if pages.fill_of_last_page is not None:
        parts.append(sheet.bind(f"last page {pages.fill_of_last_page:.0%} full", FAINT))
    if pages.note:
        parts.append(sheet.say(pages.note, FAINT))
    return sheet.join([count, sheet.gap(max(FIGURE - count.cell_len, 2)), sheet.facts(parts)])
