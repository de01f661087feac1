"""Small rulebooks and kinds of check in memory, for tests of the engine, the renderers and the command line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mastercheck.checks.kind import Kind
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Catalogue, Profile, Requirement, Specification, Subject
from mastercheck.model.document import Capability, Document, DocumentKind
from mastercheck.model.report import Observation, RulebookStamp, Severity
from mastercheck.rulebook.schema import Recognition, Rule, Rulebook

BODY = Profile(name="body", title="running text only", included=frozenset({Zone.BODY}))
EVERYTHING = Profile(name="everything", title="every visible word", included=frozenset(Zone))
STAMP = RulebookStamp(id="small", edition="1", sha256="0" * 64, builtin=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoParams:
    """A check that needs none."""


def rule(name: str = "sample", *, code: str = "", check: str = "", **more: object) -> Rule:
    """A rule whose kind of check has the rule's own name unless `check` says otherwise."""
    values: dict[str, Any] = {
        "clause": "4",
        "title": f"Title of {name}",
        "rationale": "Because.",
        "applies_to": (DocumentKind.REPORT, DocumentKind.PROPOSAL),
        "params": NoParams(),
        "severity": Severity.ERROR,
        "group": "Project",
        "messages": {"pass": "It is met.", "fail": "It is missing.", "review": "Look at it."},
        "advice": "Add it.",
        "passing": "A good sample.",
        "failing": "A bad sample.",
    }
    return Rule(code=code or name.upper(), name=name, check=check or name, **{**values, **more})


def kind_of(name: str, *observations: Observation, ends: Exception | None = None, needs: Iterable[Capability] = ()) -> Kind:
    """A kind of check that sees the same in every document, and then ends with an exception if one is given."""

    def check(document: Document, params: object) -> Iterator[Observation]:
        del document, params
        yield from observations
        if ends:
            raise ends

    return Kind(name=name, params=NoParams, check=check, cases={}, needs=frozenset(needs))


def kind_that(name: str, check: Callable[[Document, Any], Iterator[Observation]]) -> Kind:
    """A kind of check that does what a function does."""
    return Kind(name=name, params=NoParams, check=check, cases={})


def by_name(*kinds: Kind) -> Mapping[str, Kind]:
    """A registry."""
    return {kind.name: kind for kind in kinds}


def rulebook(*rules: Rule, **more: object) -> Rulebook:
    """A rulebook of these rules, with one exam specification and two ways of counting."""
    subject = Subject(id="P1.1")
    specification = Specification(id="P1.1", title="Design a framework", provisional=False, subject=subject)
    values: dict[str, Any] = {
        "stamp": STAMP,
        "title": "A small rulebook",
        "source": "a test",
        "profile": BODY,
        "profiles": {"body": BODY, "everything": EVERYTHING},
        "catalogue": Catalogue(id="small", requirements=(Requirement(id="1", title="Direction", specifications=(specification,)),)),
        "areas": (),
        "area_titles": {},
        "groups": ("Project",),
        "templates": {},
        "recognition": {
            DocumentKind.REPORT: Recognition(titles=("master report",), headings=("lessons learned", "risks"), words=(2000, 25000)),
            DocumentKind.PROPOSAL: Recognition(titles=("master proposal",), headings=("deliverables", "plan"), words=(5, 1800)),
        },
    }
    return Rulebook(rules=rules, **{**values, **more})
