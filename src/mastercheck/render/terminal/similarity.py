"""What documents share on a terminal: each pair with the longest passages and both places, then every document with its share."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from mastercheck.model.location import Location
from mastercheck.model.similarity import ComparedDocument, Passage, SharingPair, Similarity
from mastercheck.render.similarity import NO_VERDICT
from mastercheck.render.terminal.places import describe_place
from mastercheck.render.terminal.sheet import Sheet, sheet_for
from mastercheck.render.terminal.summary import find_folder
from mastercheck.render.terminal.symbols import FAINT, HEADING

PAIRS: Final = 20
PASSAGES: Final = 3
COMMON: Final = 5
"""Pairs, passages of a pair and common texts that are shown; the JSON and the CSV have them all."""

SIDES: Final = ("a", "b")
SHARE: Final = 5
INDENT: Final = 13
"""Columns before the text of a passage: one, number, share and side with their gaps."""

FIGURE: Final = 8


def print_similarity(similarity: Similarity, console: Console) -> None:
    """Print what documents share.

    Args:
        similarity: of the documents.
        console: where it goes; its width, encoding and colours decide how it looks, never what it says.
    """
    sheet = sheet_for(console)
    sheet.write(_write(similarity, sheet))


def _write(similarity: Similarity, sheet: Sheet) -> Iterator[Text]:
    folder = find_folder([document.path for document in similarity.documents])
    pairs = similarity.pairs
    title = f"{_count(len(pairs), 'pair')} of documents with shared passages" if pairs else "No shared passages"
    what = f"{_count(len(similarity.documents), 'document')}, {similarity.minimum} words or more"
    yield from sheet.spread(sheet.say(title, HEADING), sheet.say(what, FAINT))
    if folder:
        yield from sheet.indent(sheet.say(f"in {sheet.cut_front(folder, sheet.width - 5)}", FAINT), 1)
    yield from sheet.indent(sheet.say(NO_VERDICT), 1)
    for number, pair in enumerate(pairs[:PAIRS], 1):
        yield Text()
        yield from _write_pair(number, pair, len(folder), sheet)
    if len(pairs) > PAIRS:
        yield Text()
        yield from sheet.indent(sheet.say(f"and {_count(len(pairs) - PAIRS, 'more pair')}: --format csv or json shows all", FAINT), 1)
    yield from _write_common(similarity, len(folder), sheet)
    yield from _write_documents(similarity.documents, len(folder), sheet)
    yield from _write_unread(similarity, sheet)


def _write_pair(number: int, pair: SharingPair, folder: int, sheet: Sheet) -> Iterator[Text]:
    for side, document, share in zip(SIDES, (pair.first, pair.second), pair.shares, strict=True):
        name = f"{document.path[folder:]}{' (earlier)' if document.earlier else ''}"
        cells = [(sheet.say(str(number) if side == SIDES[0] else "", HEADING), 3), (sheet.say(_percent(share), "bold"), SHARE)]
        cells += [(sheet.say(side), 1), (sheet.say(sheet.cut_front(name, sheet.width - INDENT - 3)), sheet.width - INDENT - 3)]
        yield from sheet.columns(cells, indent=1)
    longest = sorted(pair.passages, key=lambda passage: -max(passage.words))
    for passage in longest[:PASSAGES]:
        yield from _write_passage(passage, sheet)
    left = longest[PASSAGES:]
    if left:
        words = sum(max(passage.words) for passage in left)
        more = f"and {_count(len(left), 'more passage')} of {words:,} words together"
        yield from sheet.indent(sheet.say(more, FAINT), INDENT)


def _write_passage(passage: Passage, sheet: Sheet) -> Iterator[Text]:
    changed = f", {passage.changed} changed" if passage.changed else ""
    said = f"{max(passage.words):,} words{changed}: "
    quote = sheet.cut(passage.first.quote, 2 * (sheet.width - INDENT) - len(said) - 4)
    yield from sheet.indent(sheet.join([sheet.say(said), sheet.gap(1), sheet.say(f'"{quote}"', FAINT)]), INDENT)
    for side, place, end in zip(SIDES, (passage.first, passage.second), passage.ends, strict=True):
        room = sheet.width - INDENT - 3
        yield from sheet.columns([(sheet.say(side), 1), (sheet.say(_describe(place, end, sheet)), room)], indent=INDENT)


def _describe(place: Location, end: int | None, sheet: Sheet) -> str:
    """Return a place: heading, page, and the paragraphs from the first to the last."""
    where = describe_place(place, sheet).plain
    if place.paragraph is None or not (place.heading_path or place.page):
        return where
    return f"{where}, paragraph {place.paragraph}" if end == place.paragraph else f"{where}, paragraphs {place.paragraph} to {end}"


def _write_common(similarity: Similarity, folder: int, sheet: Sheet) -> Iterator[Text]:
    if not similarity.common:
        return
    yield Text()
    yield from sheet.spread(sheet.say("In very many places", HEADING), sheet.say("not counted as shared", FAINT))
    for text in similarity.common[:COMMON]:
        told = f"{text.words:,} words in {text.documents} documents, such as {sheet.cut_front(text.path[folder:], sheet.width // 2)}"
        yield from sheet.indent(sheet.say(told), 2)
        quote = sheet.cut(text.place.quote, 2 * (sheet.width - INDENT) - 4)
        yield from sheet.indent(sheet.say(f'"{quote}"', FAINT), INDENT)
    if len(similarity.common) > COMMON:
        yield from sheet.indent(sheet.say(f"and {len(similarity.common) - COMMON} more: --format json shows all", FAINT), 2)


def _write_documents(documents: Sequence[ComparedDocument], folder: int, sheet: Sheet) -> Iterator[Text]:
    """Yield a line for each document that shares something, and how many share nothing."""
    sharing = sorted((one for one in documents if one.shared and not one.earlier), key=lambda one: -one.share)
    own = [one for one in documents if not one.earlier]
    if sharing:
        yield Text()
        yield from sheet.spread(sheet.say("Words that stand in another document too", HEADING), Text())
        yield from _write_row("document", ("words", "shared", "share"), sheet, FAINT)
    for one in sharing:
        yield from _write_row(one.path[folder:], (f"{one.words:,}", f"{one.shared:,}", _percent(one.share)), sheet)
    rest = len(own) - len(sharing)
    if sharing and rest:
        yield from sheet.indent(sheet.say(f"{_count(rest, 'document')} without a shared passage", FAINT), 2)


def _write_row(name: str, figures: Sequence[str], sheet: Sheet, style: str = "") -> Iterator[Text]:
    room = sheet.width - 2 - len(figures) * (FIGURE + 2)
    cells = [(sheet.say(sheet.cut_front(name, room), style), room)]
    cells += [(sheet.join([sheet.gap(FIGURE - len(figure)), sheet.say(figure, style)]), FIGURE) for figure in figures]
    yield from sheet.columns(cells, indent=2)


def _write_unread(similarity: Similarity, sheet: Sheet) -> Iterator[Text]:
    if similarity.unread:
        yield Text()
        yield from sheet.spread(sheet.say("Not read", HEADING), sheet.say("so not compared", FAINT))
    for unread in similarity.unread:
        yield from sheet.indent(sheet.say(f"{unread.path}: {unread.error.message}"), 2)
        arrow = sheet.say(sheet.symbols.arrow)
        rest = sheet.width - 5 - arrow.cell_len
        yield from sheet.columns([(arrow, arrow.cell_len), (sheet.say(unread.error.advice), rest)], indent=4, between=1)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _percent(share: float) -> str:
    """Return a share as a whole percentage; neither nothing nor all is said of what is not."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "<1 %"
    return f"{99 if percent == 100 and share < 1 else percent} %"  # noqa: PLR2004 - all of it
