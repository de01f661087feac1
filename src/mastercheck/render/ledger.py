"""The word ledger of a document, for people: what counts, what does not, and how other ways of counting come out."""

from collections.abc import Iterator

from mastercheck.language.ledger import Ledger
from mastercheck.model.blocks import Zone
from mastercheck.model.report import WordSummary
from mastercheck.render.plain import fill, harmless, tabulate
from mastercheck.rulebook.schema import Rulebook

WIDTH = 80
"""Columns of a line."""

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
        harmless(path),
        _sum_up(words),
        "",
        *_list_zones(words, ledger),
        "",
        *_list_sections(words, ledger),
        "",
        *_list_profiles(words, rulebook),
    ]
    notes = [fill(note, WIDTH) for note in _note(words)]
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
    rows: list[tuple[str, int, int]] = []
    for section in ledger.sections:
        total = sum(section.zones.values())
        counted = sum(count for zone, count in section.zones.items() if zone.value in words.included)
        if section.level > DEEPEST and rows:
            label, above, besides = rows[-1]
            rows[-1] = (label, above + counted, besides + total - counted)
        elif section.level or total:
            rows.append((_indent(section.label, section.level), counted, total - counted))
    yield tabulate(
        [("By chapter, its own text", "Counted", "Not counted"), *((label, f"{one:,}", f"{other:,}") for label, one, other in rows)],
        right=(1, 2),
    )


def _indent(label: str, level: int) -> str:
    longest = WIDTH - 24
    text = "  " * max(level - 1, 0) + (label or "(before the first heading)")
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


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
    if words.stored and words.stored.words:
        nature = "an estimate from the number of letters, no count" if words.stored.estimated else "as it was when the file was saved"
        yield f"The file itself says {words.stored.words:,} words: {nature}. It is never judged by."
