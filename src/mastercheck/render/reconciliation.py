"""Two versions of a document side by side, for people: both figures, the difference of each zone, and what it likely comes from."""

from collections.abc import Iterator

from mastercheck.language.reconciliation import Reconciliation, ZoneDifference
from mastercheck.model.blocks import Zone
from mastercheck.render.plain import fill, one_line, tabulate

WIDTH = 80
"""Columns of a line."""

LIKELY = {
    Zone.TITLE_BLOCK: "Where the title page ends is told from styles in a DOCX and from the layout in a PDF.",
    Zone.CONTENTS: "A PDF prints the page numbers and dots of contents lists; a DOCX may hold a list that was not updated.",
    Zone.ABSTRACT: "The abstract is known by its heading; if that is not seen as one, its words are body text.",
    Zone.HEADINGS: "Headings are certain in a DOCX with heading styles; an untagged PDF shows them by looks only, with their numbers.",
    Zone.BODY: "A PDF prints list labels as text and may divide words at the ends of lines; what it does not mark as a note, box or "
    "caption is body text.",
    Zone.TABLES: "A PDF has no tables, only lines and words: a table without lines is body text there.",
    Zone.CAPTIONS: "Captions are known by their style or their label and number; a PDF has only the latter.",
    Zone.FOOTNOTES: "A PDF prints each note's mark again before the note, and shows notes by place and size only.",
    Zone.ENDNOTES: "In a PDF, endnotes are the last paragraphs of the text, with their marks.",
    Zone.TEXT_BOXES: "A PDF does not know text boxes: their words are body text there.",
    Zone.LITERATURE: "Long addresses are divided at the ends of lines in a PDF, each part being a word; entries may have printed numbers.",
    Zone.APPENDICES: "Appendices begin at a heading; if that is not seen as one, their words are body text.",
    Zone.HEADERS_FOOTERS: "A PDF repeats them on every page with other page numbers; each distinct line is taken once.",
    Zone.HIDDEN: "Hidden text is in a DOCX and not in its PDF.",
    Zone.DELETED: "Deleted text of tracked changes is in a DOCX; a PDF shows it only if it was printed with its mark-up.",
}
"""What the difference of a zone usually comes from."""

MEASURED = {
    "labels": "{words:,} words are automatic list labels and heading numbers, which are no words in one and text in the other.",
    "broken words": "{words:,} words are divided by a hyphen at the end of a line in one and whole in the other.",
    "unseen": "{words:,} hidden or deleted words stand in one file only, and never count.",
    "only here": "{words:,} words of the first have no equal in the second.",
    "only there": "{words:,} words of the second have no equal in the first.",
}


def render(other: str, comparison: Reconciliation) -> str:
    """Return two versions of a document side by side as text.

    Args:
        other: path of the second, as the user gave it.
        comparison: of the two.
    """
    first, second = comparison.assessed
    lines = [
        f"Against {one_line(other)}",
        fill(f"{first:,} words count in the first, {second:,} in the second: {_tell(second - first)}.", WIDTH),
        "",
        *_tabulate(comparison.rows),
        "",
        *_explain(comparison),
    ]
    return "\n".join(lines).rstrip()


def _tell(difference: int) -> str:
    if not difference:
        return "the same"
    return f"{abs(difference):,} {'more' if difference > 0 else 'fewer'} there"


def _tabulate(rows: tuple[ZoneDifference, ...]) -> Iterator[str]:
    body = [
        (row.zone.value.replace("_", " "), f"{row.words:,}", f"{row.other:,}", f"{row.difference:+,}" if row.difference else "")
        for row in rows
    ]
    total = sum(row.words for row in rows), sum(row.other for row in rows)
    last = ("all parts", f"{total[0]:,}", f"{total[1]:,}", f"{total[1] - total[0]:+,}")
    yield tabulate([("By part", "First", "Second", "Difference"), *body, last], right=(1, 2, 3))


def _explain(comparison: Reconciliation) -> Iterator[str]:
    for cause in comparison.causes:
        yield fill(MEASURED[cause.name].format(words=cause.words), WIDTH)
    differing = [row for row in comparison.rows if row.difference]
    if differing:
        yield "Likely causes:"
    for row in sorted(differing, key=lambda row: -abs(row.difference)):
        yield fill(f"{row.zone.value.replace('_', ' ')} ({row.difference:+,}): {LIKELY[row.zone]}", WIDTH, indent="  ")
