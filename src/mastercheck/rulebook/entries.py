"""The shape of the files of a rulebook, table by table, before names are replaced by what they name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Subject
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The table `[rulebook]`.

    Attributes:
        profile: name of the counting profile in force.
        subjects, catalogue, learned: names of the files beside it.
    """

    id: str
    edition: str
    title: str
    source: str
    profile: str
    subjects: str
    catalogue: str
    learned: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsEntry:
    """The table `[groups]`."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEntry:
    """A table `[profiles.NAME]`."""

    title: str
    included: frozenset[Zone]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEntry:
    """A table `[areas.ID]`; `subject` names what shows the area."""

    title: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A table `[[rule]]`; mastercheck.rulebook.schema.Rule says what each key means."""

    code: str
    name: str
    clause: str
    title: str
    rationale: str
    applies_to: tuple[DocumentKind, ...]
    check: str
    severity: Severity
    group: str
    advice: str
    passing: str
    failing: str
    messages: Mapping[str, str]
    params: Mapping[str, object] = field(default_factory=dict)
    element: str | None = None
    requires: tuple[str, ...] = ()
    advice_for: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """The table `[catalogue]`."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationEntry:
    """A table `[[requirement.specification]]`; without `subject`, the words of the title are its cues."""

    id: str
    title: str
    provisional: bool = True
    aliases: tuple[str, ...] = ()
    subject: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementEntry:
    """A table `[[requirement]]`."""

    id: str
    title: str
    specification: tuple[SpecificationEntry, ...]
