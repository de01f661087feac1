"""The word ledger of a document, for people: what counts, what does not, and how other ways of counting come out."""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.language.ledger import Ledger
from mastercheck.model.blocks import Zone
from mastercheck.model.report import WordSummary
from mastercheck.render.plain import fill, one_line, tabulate
from mastercheck.rulebook.schema import Rulebook

WIDTH = 80
"""Columns of a line."""

LONGEST = 5
"""How many of the longest parts are shown."""

NATURES = {
    "estimate": "an estimate from the number of letters, no count",
    "counted": "as it was counted when the file was saved",
    "stale": "an old figure, since the text has changed or another program saved it",
}
"""What a stored figure is, in words."""

DEEPEST = 3
"""Levels of headings that the table of chapters shows; the words of deeper ones are added to the chapter above."""


def render(path: str, words: WordSummary, ledger: Ledger, rulebook: Rulebook) -> str:
    """Return the ledger of a document as text.

    Args:
        path: of the document, as the user gave it.
        words: the ledger under the profile in force.
        ledger: the same words, by zone and section.
        rulebook: whose profiles are compared.
    """
    parts = [
        one_line(path),
        _sum_up(words),
        "",
        *_list_zones(words, ledger),
        "",
        *_list_sections(words, ledger),
        "",
        *_list_longest(words, ledger),
        *_list_profiles(words, rulebook),
    ]
    notes = [fill(note, WIDTH) for note in (*_note(words), *_note_on_storage(words))]
    return "\n".join([*parts, *(["", *notes] if notes else [])])


def _sum_up(words: WordSummary) -> str:
    line = f"{words.assessed:,} words count (profile {words.profile})"
    if words.minimum is None or words.maximum is None:
        return f"{line}."
    if words.assessed > words.maximum:
        room = f"{words.assessed - words.maximum:,} too many"
    elif words.assessed < words.minimum:
        room = f"{words.minimum - words.assessed:,} too few"
    else:
        room = f"{words.maximum - words.assessed:,} left"
    return f"{line}; {words.minimum:,} to {words.maximum:,} are asked for: {room}."


def _list_zones(words: WordSummary, ledger: Ledger) -> Iterator[str]:
    rows = [("By part", "Counted", "Not counted")]
    for zone, count in words.zones.items():
        if count:
            name = zone.replace("_", " ")
            rows.append((name, f"{count:,}", "") if zone in words.included else (name, "", f"{count:,}"))
    rows.append(("all parts", f"{words.assessed:,}", f"{ledger.total - words.assessed:,}"))
    yield tabulate(rows, right=(1, 2))
    yield f"Total: {ledger.total:,} = {words.assessed:,} counted + {ledger.total - words.assessed:,} not counted"


def _list_sections(words: WordSummary, ledger: Ledger) -> Iterator[str]:
    rows = [(_indent(chapter.label, chapter.level), f"{chapter.counted:,}", f"{chapter.besides:,}") for chapter in _chapters(words, ledger)]
    yield tabulate([("By chapter, its own text", "Counted", "Not counted"), *rows], right=(1, 2))


def _chapters(words: WordSummary, ledger: Ledger) -> list["_Chapter"]:
    """Return the chapters that are shown, each with the words of the deeper ones below it."""
    chapters: list[_Chapter] = []
    for section in ledger.sections:
        total = sum(section.zones.values())
        counted = sum(count for zone, count in section.zones.items() if zone.value in words.included)
        if section.level > DEEPEST and chapters:
            chapters[-1].counted += counted
            chapters[-1].besides += total - counted
        elif section.level or total:
            chapters.append(_Chapter(section.label, section.level, counted, total - counted))
    return chapters


@dataclass(slots=True)
class _Chapter:
    """A line of the table of chapters."""

    label: str
    level: int
    counted: int
    besides: int


def _indent(label: str, level: int) -> str:
    longest = WIDTH - 24
    text = "  " * max(level - 1, 0) + (label or "(before the first heading)")
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _list_longest(words: WordSummary, ledger: Ledger) -> Iterator[str]:
    """Say where most of the counted words stand: what to look at where there are too many."""
    chapters = [chapter for chapter in _chapters(words, ledger) if chapter.counted]
    if len(chapters) <= 1:
        return
    longest = sorted(chapters, key=lambda chapter: -chapter.counted)[:LONGEST]
    rows = [(_indent(chapter.label, 1), f"{chapter.counted:,}", f"{chapter.counted / words.assessed:.0%}") for chapter in longest]
    yield tabulate([("Longest parts, their own text", "Counted", "Share"), *rows], right=(1, 2))
    if words.maximum is not None and words.assessed > words.maximum:
        over, held = words.assessed - words.maximum, sum(chapter.counted for chapter in longest)
        yield fill(
            f"To come down to {words.maximum:,}, cut {over:,} words: {over / words.assessed:.0%} of the text, or "
            f"{over / held:.0%} of these.",
            WIDTH,
        )
    yield ""


def _list_profiles(words: WordSummary, rulebook: Rulebook) -> Iterator[str]:
    rows = [("Way of counting", "Words", "")]
    for name, count in words.profiles.items():
        title = rulebook.profiles[name].title if name in rulebook.profiles else ""
        rows.append((f"{name} (in force)" if name == words.profile else name, f"{count:,}", title))
    rows.append(("Word's status bar", f"{words.word_status_bar:,}", "what Word shows at the foot of its window"))
    yield tabulate(rows, right=(1,), width=WIDTH)


def _note(words: WordSummary) -> Iterator[str]:
    if words.inserted:
        yield f"{words.inserted:,} of these words are tracked insertions that nobody has accepted yet."
    if words.zones.get(Zone.HIDDEN.value):
        yield f"{words.zones[Zone.HIDDEN.value]:,} hidden words never count."
    if words.zones.get(Zone.DELETED.value):
        yield f"{words.zones[Zone.DELETED.value]:,} deleted words are still in the file as tracked changes; they never count."
    if words.labels:
        yield (
            f"{words.labels:,} more words are automatic list labels and heading numbers: {words.word_status_bar + words.labels:,} with "
            "Word's status bar. They are no words here; some versions of Word count them."
        )


def _note_on_storage(words: WordSummary) -> Iterator[str]:
    if words.stored and words.stored.words:
        yield f"The file itself says {words.stored.words:,} words: {NATURES[words.stored_nature]}. It is never judged by."
        reading = _read_storage(words) if words.stored_nature == "counted" else ""
        if reading:
            yield f"That is {reading}."


def _read_storage(words: WordSummary) -> str:
    """Return which of our figures a stored count equals; "" for none."""
    notes = sum(words.zones.get(zone.value, 0) for zone in (Zone.FOOTNOTES, Zone.ENDNOTES, Zone.TEXT_BOXES))
    bar = words.word_status_bar
    figures = {
        bar: "our figure for Word's status bar",
        bar + words.labels: "our figure for Word's status bar with the list labels",
        bar - notes: "our figure for Word's status bar without notes and text boxes",
        bar - notes + words.labels: "our figure for Word's status bar with the list labels, without notes and text boxes",
    }
    return figures.get(words.stored.words or 0, "") if words.stored else ""
