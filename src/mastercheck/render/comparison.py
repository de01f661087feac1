"""Two drafts as JSON, for programs, and as Markdown, for people: pure functions of the comparison."""

from collections.abc import Iterator, Sequence

from mastercheck.model.comparison import Change, Comparison, SectionChange
from mastercheck.model.report import DocumentReport, RulebookStamp, SectionWords
from mastercheck.render.changes import describe_course, describe_difference, describe_gaps, describe_section, select_sections
from mastercheck.render.json import Value, describe_result, dump, head
from mastercheck.render.marks import escape, tabulate
from mastercheck.render.phrases import KINDS, NO_APPROVAL, VERDICTS, describe_pages, describe_place, describe_words
from mastercheck.render.suppressions import count_suppressed
from mastercheck.render.tally import telling_place

ARROW = "→"


def render_json(version: str, stamp: RulebookStamp, comparison: Comparison) -> str:
    """Return a comparison as JSON: the same text for the same drafts, always.

    Args:
        version: of the program.
        stamp: of the rulebook that judged both drafts.
        comparison: of the two.
    """
    parts = {"closed": comparison.closed, "opened": comparison.opened, "open": comparison.open, "silent": comparison.silent}
    return dump(
        {
            **head(version, stamp),
            "old": _document(comparison.old),
            "new": _document(comparison.new),
            **{name: [_change(change) for change in changes] for name, changes in parts.items()},
            "sections": [_section(change) for change in comparison.sections],
        }
    )


def _document(document: DocumentReport) -> Value:
    words, pages = document.words, document.pages
    return {
        "path": document.path,
        "kind": document.kind.value if document.kind else None,
        "outcome": document.verdict.value,
        "suppressed": count_suppressed(document),
        "words": None
        if words is None
        else {"assessed": words.assessed, "minimum": words.minimum, "maximum": words.maximum, "profile": words.profile},
        "pages": None if pages is None else {"count": pages.count, "maximum": document.page_maximum, "certain": pages.certain},
    }


def _change(change: Change) -> Value:
    shown = change.shown
    return {
        "code": shown.code,
        "name": shown.name,
        "title": shown.title,
        "standings": [standing.value for standing in change.standings],
        "places": change.places,
        "before": None if change.before is None else describe_result(change.before),
        "after": None if change.after is None else describe_result(change.after),
    }


def _section(change: SectionChange) -> Value:
    return {
        "before": _words(change.before),
        "after": _words(change.after),
        "renamed": change.renamed,
        "difference": change.difference,
    }


def _words(section: SectionWords | None) -> Value:
    return None if section is None else {"title": section.title, "level": section.level, "words": section.words}


def render_markdown(stamp: RulebookStamp, comparison: Comparison) -> str:
    """Return a comparison as Markdown, to send to a candidate or to read in a pull request.

    Args:
        stamp: of the rulebook that judged both drafts.
        comparison: of the two.
    """
    new = comparison.new
    first, *others = describe_gaps(comparison)
    lines = [f"## {escape(new.path)}", "", f"Compared with {escape(comparison.old.path)}. {KINDS[new.kind]}.", ""]
    lines += [" · ".join([f"**{first}**", *others]), "", _tabulate_figures(comparison)]
    for title, changes in (
        ("Closed", comparison.closed),
        ("Opened", comparison.opened),
        ("Still open", comparison.open),
        ("Not judged any more", comparison.silent),
    ):
        lines += _list_changes(title, changes, advice=title in {"Opened", "Still open"})
    lines += _list_sections(comparison)
    own = "" if stamp.builtin else " (not the built-in one)"
    lines += ["", "---", "", NO_APPROVAL, "", f"Rulebook {escape(stamp.id)}, edition {escape(stamp.edition)}{own}."]
    return "\n".join(lines)


def _tabulate_figures(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    rows = [("Verdict", VERDICTS[old.verdict], VERDICTS[new.verdict])]
    if old.words and new.words:
        rows.append(("Words", f"{old.words.assessed:,}", describe_words(new.words)))
    if old.pages and new.pages:
        rows.append(("Pages", describe_pages(old), describe_pages(new)))
    return tabulate(("", "Before", "Now"), rows)


def _list_changes(title: str, changes: Sequence[Change], *, advice: bool) -> Iterator[str]:
    if not changes:
        return
    yield from ("", f"### {title} ({len(changes)})", "")
    for change in changes:
        shown, place = change.shown, describe_place(telling_place(change.shown))
        where = f" ({escape(place)})" if place else ""
        yield f"- **{escape(shown.title)}** ({escape(shown.code)}): {escape(describe_course(change, ARROW))}{where}"
        if advice and shown.advice:
            yield f"  - {escape(shown.message)}"
            yield f"  - **What to do:** {escape(shown.advice)}"


def _list_sections(comparison: Comparison) -> Iterator[str]:
    chosen, same = select_sections(comparison.sections)
    if not comparison.sections:
        return
    yield from ("", "### Words by section", "")
    if chosen:
        rows = [(describe_section(one), *_count(one), describe_difference(one.difference)) for one in chosen]
        yield from (tabulate(("Section", "Before", "Now", "Change"), rows, right=(1, 2, 3)), "")
    yield f"{same} section{'' if same == 1 else 's'} with as many words as before."


def _count(change: SectionChange) -> tuple[str, str]:
    before, after = (f"{one.words:,}" if one else "" for one in (change.before, change.after))
    return before, after
