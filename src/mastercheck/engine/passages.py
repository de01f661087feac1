"""The passages of a document that speak about one thing that the rulebook asks for, with what spoke for and against each."""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.engine.documents import determine_kind
from mastercheck.errors import UsageError
from mastercheck.language.evidence import Evidence, find_evidence
from mastercheck.language.specifications import specifications_of
from mastercheck.model.demands import Subject
from mastercheck.model.document import Document, DocumentKind
from mastercheck.rulebook.mistakes import nearest, quote
from mastercheck.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that passages can speak about: an element of the guide, an exam specification, a project area.

    Attributes:
        names: by which people ask for it, the first its own.
        rivals: what else headings may announce.
        declared: it is an exam specification, whose declaration is no evidence.
    """

    names: tuple[str, ...]
    title: str
    subject: Subject
    rivals: tuple[Subject, ...] = ()
    declared: bool = False


def find_topic(wanted: str, rulebook: Rulebook, document: Document) -> Topic:
    """Return what a user asks about, for the kind that a document has.

    Raises:
        UsageError: the rulebook looks for no passages about that; the message has the nearest.
    """
    kind, _ = determine_kind(document, rulebook)
    listed = [*_of_rules(rulebook, kind), *_of_rules(rulebook), *_of_catalogue(rulebook), *_of_areas(rulebook)]
    word = _plain(wanted)
    for topic in listed:
        if word in map(_plain, topic.names):
            return topic
    names = {name for topic in listed for name in topic.names}
    advice = "Name an element (pdca), an exam specification (P2.1) or a project area (A2): only these are looked for in passages."
    raise UsageError(f"No passages are looked for about {quote(wanted)}{nearest(wanted, names)}", advice)


def find_passages(document: Document, topic: Topic, rulebook: Rulebook) -> Evidence:
    """Return the best passages of a document about a topic."""
    if topic.declared:
        return specifications_of(document, rulebook.catalogue).shown[topic.subject.id]
    return find_evidence(document, topic.subject, topic.rivals)


def _of_rules(rulebook: Rulebook, kind: DocumentKind | None = None) -> Iterator[Topic]:
    for rule in rulebook.rules:
        subject = getattr(rule.params, "subject", None)
        if isinstance(subject, Subject) and (kind is None or kind in rule.applies_to):
            rivals = tuple(getattr(rule.params, "subjects", {}).values())
            names = tuple(filter(None, (rule.element, rule.name, rule.code)))
            yield Topic(names=names, title=f"{rule.code} {rule.title}", subject=subject, rivals=rivals)


def _of_catalogue(rulebook: Rulebook) -> Iterator[Topic]:
    for _, spec in rulebook.catalogue.specifications().values():
        yield Topic(names=(spec.id, spec.title), title=f"{spec.id} {spec.title}", subject=spec.subject, declared=True)


def _of_areas(rulebook: Rulebook) -> Iterator[Topic]:
    for area in rulebook.areas:
        title = rulebook.area_titles[area.id]
        yield Topic(names=(area.id, title), title=f"{area.id} {title}", subject=area)


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", "-")
