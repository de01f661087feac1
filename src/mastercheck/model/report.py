"""What a verdict on documents is: observations of checks, findings, outcomes, and the report over all documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mastercheck.model.document import DocumentKind, PageCount, StoredStatistics
from mastercheck.model.location import Location
from mastercheck.model.suppression import BaselineUse, IdleEntry, Suppression

Fact = str | int | float | bool | None | tuple[str, ...]
Facts = Mapping[str, Fact]


class Severity(StrEnum):
    """How much a failing rule matters: only errors make a document not compliant."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Outcome(StrEnum):
    """The outcome of a rule on a document; SUPPRESSED where nothing but findings that do not count speaks against it."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not_applicable"
    ERROR = "error"
    SUPPRESSED = "suppressed"


class Verdict(StrEnum):
    """The outcome of a document."""

    COMPLIANT = "compliant"
    NOT_COMPLIANT = "not_compliant"
    NEEDS_REVIEW = "needs_review"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing that a check saw.

    Attributes:
        outcome: PASS with what proves it, REVIEW where a person must look, FAIL only where it is certain.
        case: which of the rule's message templates tells it; the outcome's name where it is "".
        facts: the values that the template names.
    """

    outcome: Outcome
    location: Location | None = None
    case: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An observation in the words of its rule.

    Attributes:
        advice: what the rule says to do about it; "" where there is nothing to do.
        suppression: why it does not count; None for one that does.
    """

    outcome: Outcome
    message: str
    advice: str = ""
    location: Location | None = None
    facts: Facts = field(default_factory=dict)
    suppression: Suppression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """What a rule says of a document.

    Attributes:
        element: the guide's element that the rule judges; None for a rule of form.
        group: the part of the guide's template it belongs to, for display ("Introduction", "Length and form").
        message: the rule's outcome in one sentence.
        advice: what to do, by the finding that decides; "" where there is nothing to do.
        findings: those that count; suppressed: those that are only shown.
    """

    code: str
    name: str
    title: str
    element: str | None
    group: str
    clause: str
    severity: Severity
    outcome: Outcome
    message: str
    advice: str = ""
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """Words of one section, its subsections left out.

    Attributes:
        words: those that the profile counts.
    """

    title: str
    level: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSummary:
    """The word ledger of a document under one profile.

    Attributes:
        assessed: words that the profile counts: the sum of `zones` over `included`.
        target, minimum, maximum: the bounds that apply, inclusive; None where the kind of document has none.
        zones: words of every zone; included and excluded part them.
        profiles: what every profile of the rulebook would count.
        inserted: words inside `zones` that are tracked insertions.
        word_status_bar: what Word shows at the foot of its window.
        stored_nature: what the stored word count is: "estimate", "counted", "stale", or "none" where none is stored.
        labels: words of automatic list labels and heading numbers, which are in no zone.
    """

    assessed: int
    profile: str
    zones: Mapping[str, int]
    included: tuple[str, ...]
    excluded: tuple[str, ...]
    sections: tuple[SectionWords, ...]
    profiles: Mapping[str, int]
    word_status_bar: int
    target: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    inserted: int = 0
    stored: StoredStatistics | None = None
    stored_nature: str = "none"
    labels: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredSpecification:
    """An exam specification that the document says it addresses.

    Attributes:
        id: of the catalogue; None for one that the catalogue does not hold.
        requirement: id of its first-level requirement; None where it is not known.
        provisional: the catalogue's wording is provisional.
    """

    id: str | None
    title: str
    requirement: str | None
    location: Location
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencedSpecification:
    """An exam specification that passages outside the declaration show for certain; one that they only hint at is none."""

    id: str
    title: str
    requirement: str
    passages: tuple[Location, ...]
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationCoverage:
    """The exam specifications of a document. `requirements` maps the ids of the first level to their titles, all of them."""

    requirements: Mapping[str, str]
    declared: tuple[DeclaredSpecification, ...] = ()
    evidenced: tuple[EvidencedSpecification, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectArea:
    """A project area of chapter 4 with the passages that show it."""

    id: str
    title: str
    passages: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentError:
    """Why a document could not be read."""

    code: str
    message: str
    advice: str


class KindSource(StrEnum):
    """How it is known which kind of document one is."""

    GIVEN = "given"
    RECOGNISED = "recognised"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """Everything that is said of one document.

    Attributes:
        path: as the user gave it.
        kind: None for one that could not be read.
        kind_source: how the kind is known; ASSUMED where nothing but the length speaks for it.
        candidate, version: the author's name and the version, from the title block or the file's name; "" where neither tells.
        error: set exactly where the verdict is UNREADABLE.
    """

    path: str
    kind: DocumentKind | None
    verdict: Verdict
    kind_source: KindSource = KindSource.RECOGNISED
    error: DocumentError | None = None
    words: WordSummary | None = None
    pages: PageCount | None = None
    page_maximum: int | None = None
    results: tuple[RuleResult, ...] = ()
    exam_specifications: SpecificationCoverage | None = None
    project_areas: tuple[ProjectArea, ...] = ()
    candidate: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookStamp:
    """Which rulebook judged: the same stamp in two reports means the same demands."""

    id: str
    edition: str
    sha256: str
    builtin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The program's report over all inputs, in their order.

    Attributes:
        idle: suppressions that match nothing.
        baseline: the one that was used, if any.
    """

    version: str
    rulebook: RulebookStamp
    documents: tuple[DocumentReport, ...]
    idle: tuple[IdleEntry, ...] = ()
    baseline: BaselineUse | None = None

    def count(self, verdict: Verdict) -> int:
        """Return how many documents have a verdict."""
        return sum(document.verdict is verdict for document in self.documents)
