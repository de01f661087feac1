"""What a rulebook is: the provisions of one edition of a guide, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from mastercheck.model.demands import Catalogue, Profile, Subject
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import RulebookStamp, Severity


class CheckKind(Protocol):
    """What the rulebook must know of a kind of check: its parameters, and the facts that each of its cases gives."""

    @property
    def params(self) -> type[Any]:
        """The frozen dataclass of its parameters."""
        ...

    @property
    def cases(self) -> Mapping[str, frozenset[str]]:
        """The facts by case."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One provision of the guide.

    Attributes:
        code: stable and never used again for another rule ("LEN001").
        name: stable too, for people to type ("word-count").
        clause: where the guide says so ("4", "6 report template").
        title: the provision in a few words, as the report's tables show it.
        rationale: the provision in our own words, why it matters, and how it is judged.
        applies_to: the kinds of document that it judges.
        check: name of the kind of check; params: an instance of that kind's parameters.
        element: the guide's element that it judges, None for a rule of form.
        group: the part of the report under which it is shown.
        requires: names of rules that must not have failed, or this one is not applicable.
        messages: a template for each case of the check, `{fact}` for each value.
        advice: what to do where it fails or must be looked at; `advice_for`: what to do instead, by case of the check.
        passing, failing: a sample of text or of a situation that meets the provision, and one that does not.
    """

    code: str
    name: str
    clause: str
    title: str
    rationale: str
    applies_to: tuple[DocumentKind, ...]
    check: str
    params: object
    severity: Severity
    group: str
    messages: Mapping[str, str]
    advice: str
    passing: str
    failing: str
    element: str | None = None
    requires: tuple[str, ...] = ()
    advice_for: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSection:
    """A heading of a template, with the instruction that stands under it.

    Attributes:
        level: of the heading; 0 for a line of the title block, which is no heading.
    """

    heading: str
    level: int = 1
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The outline from which `new` makes a Word document.

    Attributes:
        title: what the template is for, shown in its properties.
        font, size: of its body text, in points.
        title_block: the lines of the title block, placeholders in `<...>`.
    """

    title: str
    font: str
    size: float
    title_block: tuple[str, ...]
    sections: tuple[TemplateSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """How the kind of a document is recognised.

    Attributes:
        titles: terms whose occurrence in the title block or file name names the kind.
        headings: terms in headings that speak for it; `foreign`: against it.
        words: least and greatest number of words that are usual.
    """

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    words: tuple[int, int]
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """A provision of the guide that no document can show, so that a person must see to it."""

    clause: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A stretch of the seminar.

    Attributes:
        seminar: "classroom" or "distance".
        when: as the guide counts it ("weeks 10 to 19").
        activity: what happens then.
    """

    seminar: str
    when: str
    activity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEntry:
    """A way into a level of the qualification for someone who holds other certificates.

    Attributes:
        level: the certificate that it leads to.
        holding, taking: what one must hold, and what one must still take.
        source, as_of: who published it, and when; such agreements change.
    """

    level: str
    holding: str
    taking: str
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The demands of one edition of a guide.

    Attributes:
        profile: the counting profile in force.
        subjects: everything that passages can be about, by its terms and titles alone: what was learned is not joined to them.
        areas: the project areas of chapter 4, as subjects; their titles by id in `area_titles`.
        groups: names of the groups, in the order in which a report shows them.
        unjudged: provisions that are for a person to judge.
    """

    stamp: RulebookStamp
    title: str
    source: str
    rules: tuple[Rule, ...]
    profile: Profile
    profiles: Mapping[str, Profile]
    catalogue: Catalogue
    areas: tuple[Subject, ...]
    area_titles: Mapping[str, str]
    groups: tuple[str, ...]
    templates: Mapping[DocumentKind, Template]
    recognition: Mapping[DocumentKind, Recognition]
    subjects: tuple[Subject, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    side_entries: tuple[SideEntry, ...] = ()

    def rules_for(self, kind: DocumentKind) -> tuple[Rule, ...]:
        """Return the rules that judge a kind of document, in the rulebook's order."""
        return tuple(rule for rule in self.rules if kind in rule.applies_to)
