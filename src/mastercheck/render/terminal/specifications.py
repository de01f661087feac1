"""The exam specifications, requirement by requirement, and the project areas: what is declared, and where it is shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.text import Text

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport
from mastercheck.render.coverage import Coverage, cover
from mastercheck.render.terminal.places import name_place
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT
from mastercheck.rulebook.schema import Rulebook

INDENT: Final = 4
IDENTITY: Final = 8
"""Columns that an id takes at most."""

PLACES: Final = 3
"""Places of one specification or area that are shown at most."""

UNDECLARED: Final = 4
"""Specifications that are shown but not declared, of which so many are named."""

PLACE_WIDTH: Final = 24


def write_specifications(document: DocumentReport, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    """Yield the tree of exam requirements with the specifications that a document declares or shows."""
    coverage = document.exam_specifications
    if coverage is None:
        return
    asked = any(rule.check == "specifications_shown" and document.kind in rule.applies_to for rule in rulebook.rules)
    known = cover(coverage)
    specifications = {label: entry for label, entry in known.items() if entry.declared}
    none = [name for name in coverage.requirements if not any(entry.requirement == name for entry in specifications.values())]
    yield Text()
    for name, title in coverage.requirements.items():
        branches = {label: entry for label, entry in specifications.items() if entry.requirement == name}
        if branches:
            yield from _write_requirement(f"{name} {title}", branches, sheet, asked=asked)
    strays = {label: entry for label, entry in specifications.items() if entry.requirement not in coverage.requirements}
    if strays:
        yield from _write_requirement("Not in the catalogue", strays, sheet, asked=asked)
    if none:
        yield from sheet.indent(sheet.say(f"{', '.join(none)}: none declared", FAINT), INDENT)
    yield from _list_undeclared({label: entry for label, entry in known.items() if not entry.declared}, sheet)
    if any(entry.provisional for entry in known.values()):
        yield from sheet.indent(sheet.say("* wording of this program: EXIN does not publish its list with the guide", FAINT), INDENT)


def _list_undeclared(undeclared: Mapping[str, Coverage], sheet: Sheet) -> Iterator[Text]:
    """Yield what the text shows without declaring it: the author may have more to declare than they know."""
    for number, (label, entry) in enumerate(undeclared.items()):
        if number == 0:
            yield from sheet.indent(sheet.say("Shown, but not declared:", FAINT), INDENT)
        if number == UNDECLARED:
            yield from sheet.indent(sheet.say(f"and {len(undeclared) - UNDECLARED} more", FAINT), INDENT + 3)
            return
        name = sheet.say(f"{label}{'*' if entry.provisional else ''}", FAINT)
        yield from sheet.columns(
            [(sheet.say(sheet.symbols.bullet, FAINT), 1), (name, sheet.width - INDENT - 3)], indent=INDENT + 1, between=1
        )


def _write_requirement(title: str, branches: dict[str, Coverage], sheet: Sheet, *, asked: bool) -> Iterator[Text]:
    yield from sheet.indent(sheet.say(title), INDENT)
    last = list(branches)[-1]
    for label, entry in branches.items():
        symbols = sheet.symbols
        room = sheet.width - INDENT - 3
        star = "*" if entry.provisional else ""
        lines = [*sheet.wrap(sheet.say(f"{label}{star}"), room), *sheet.wrap(_tell(entry, sheet, asked=asked), room)]
        signs = [symbols.last_branch if label == last else symbols.branch, *[" " if label == last else symbols.trunk] * len(lines)]
        for sign, line in zip(signs, lines, strict=False):
            yield from sheet.columns([(Text(sign), 1), (line, room)], indent=INDENT + 1, between=1)


def _tell(entry: Coverage, sheet: Sheet, *, asked: bool) -> Text:
    """Return where a specification is declared and where it is shown."""
    parts = [_list_places("declared", entry.declared, sheet, FAINT)]
    if entry.shown:
        parts.append(_list_places("shown", entry.shown, sheet, "green"))
    elif asked:
        parts.append(sheet.say("not shown", "bold red"))
    return sheet.facts(parts)


def _list_places(word: str, places: Sequence[Location], sheet: Sheet, style: str) -> Text:
    """Return a word and the places that it is true of, each place once and unbroken."""
    named = list({place.plain: place for place in (name_place(place, sheet, PLACE_WIDTH) for place in places) if place}.values())
    more = sheet.bind(f"and {len(named) - PLACES} more" if len(named) > PLACES else "")
    listed = sheet.join([sheet.join(named[:PLACES], "; "), more], " ")
    said = sheet.join([sheet.say(word), listed], " ")
    said.style = style if sheet.styled else ""
    return said


def write_areas(document: DocumentReport, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    """Yield the project areas of the guide, each with the places that show it."""
    if not document.project_areas:
        return
    shown = {area.id: area for area in document.project_areas}
    titles = {**rulebook.area_titles, **{area.id: area.title for area in document.project_areas}}
    width = min(max(sheet.say(name).cell_len for name in titles), IDENTITY)
    yield Text()
    for name, title in titles.items():
        places = shown[name].passages if name in shown else ()
        where = _list_places("", places, sheet, "") if places else sheet.say("not shown", FAINT)
        room = sheet.width - INDENT - width - 4 - sheet.place_width
        yield from sheet.columns([(sheet.say(name), width), (sheet.say(title), room), (where, sheet.place_width)], indent=INDENT)
