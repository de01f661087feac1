"""The program on the project's own tagged documents (tests/gold), whole and without the passages for each requirement."""

import pytest

from builders import document_of
from gold_documents import Source, make_document, parse, read_sources
from mastercheck.checks import kinds_by_name
from mastercheck.engine.rules import judge_rules
from mastercheck.language.evidence import find_evidence
from mastercheck.language.passages import LEFT_OUT
from mastercheck.model.document import Document, DocumentKind
from mastercheck.model.report import Outcome, Severity
from mastercheck.rulebook.measures import load_measures
from rule_measures import Judgement, balanced_accuracy, builtin, judge_gold, measure_rules

FLOOR_OF_ELEMENTS = 0.90
FLOOR_OF_SPECIFICATIONS = 0.85
MISSED = {
    ("report-one-number", "assignment_profile"),
    ("report-one-number", "deliverables"),
    ("report-one-number", "org_strategy"),
    ("report-one-number", "spec_P2_6"),
    ("report-tasman-archive", "results"),
}
"""What the search for evidence does not see in these documents yet. Take out what it sees; nothing may be added but with a new document."""
SOURCES = [pytest.param(source, id=source.name) for source in read_sources()]
CONTENT = [rule for rule in builtin().rules_for(DocumentKind.REPORT) if rule.check == "evidence" and rule.element]
DENIED = """
# Introduction
The problem was not described. No options were compared. A business justification has not been written. PDCA was not used.
# Project
The objectives will be formulated later. No plan with milestones was made. The risks will be assessed in a later version, with their impact.
Deliverables are yet to be defined. No methods were considered or used. No activities were carried out. There are no results yet.
# Evaluation
No lessons were learned. We did not look at the strategy of the organization, the service strategy or the IT strategy.
Opportunities for improvement will be described in the next version. The management system was not compared with ISO/IEC 20000.
"""


def outcomes(document: Document) -> dict[str, Outcome]:
    return {str(result.element): result.outcome for result in judge_rules(document, CONTENT, kinds_by_name())}


def of_elements(judgements: tuple[Judgement, ...]) -> list[Judgement]:
    rules = {rule.code for rule in builtin().rules if rule.check in {"evidence", "specifications_declared"}}
    return [one for one in judgements if one.code in rules]


def test_the_tagged_documents_are_judged_as_a_tutor_would_and_the_measures_say_so() -> None:
    """All that takes these judgements is one test: to judge takes half a minute, and processes that share the tests do not share it."""
    judged = judge_gold()
    serious = {rule.code for rule in builtin().rules if rule.severity is not Severity.NOTE}
    wrong = {(one.document, one.subject) for one in judged if one.met and one.outcome is Outcome.FAIL and one.code in serious}
    assert wrong <= MISSED
    assert balanced_accuracy(of_elements(judged)) >= FLOOR_OF_ELEMENTS
    assert balanced_accuracy(one for one in judged if one.subject.startswith("spec_")) >= FLOOR_OF_SPECIFICATIONS
    assert load_measures() == measure_rules(), "run: python docs/measure_rules.py && python docs/generate_rules.py"


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_no_text_of_the_author_is_no_evidence(source: Source) -> None:
    document = make_document(source)
    zones = {paragraph.number: paragraph.zone for paragraph in document.paragraphs()}
    subjects = [getattr(rule.params, "subject") for rule in CONTENT]  # noqa: B009 - params are of many types
    places = [found.location.paragraph for subject in subjects for found in find_evidence(document, subject, subjects).found]
    assert places
    assert not {zones[place or 0] for place in places} & LEFT_OUT


@pytest.mark.parametrize("heading", ["Literature", "Contents"])
def test_nothing_in_a_list_of_works_or_of_contents_is_evidence(heading: str) -> None:
    source = next(source for source in read_sources() if source.name == "report-harbour-school")
    lines = [line for line, ids in source.lines if ids and line and not line.startswith(("#", "|", "-"))]
    works = [f"Schein, E. (2010). {line}" for line in lines]
    entries = works if heading == "Literature" else [f"{line[:70]} ..... {page}" for page, line in enumerate(lines, 3)]
    before, after = ("Some text.", "") if heading == "Literature" else ("", "# Introduction\nSome text.")
    made = "\n".join([before, f"# {heading}", *entries, after])
    assert set(outcomes(document_of(made)).values()) == {Outcome.FAIL}


def test_a_sentence_that_denies_is_no_evidence() -> None:
    assert Outcome.PASS not in outcomes(document_of(DENIED)).values()


def test_an_ablation_takes_out_what_is_tagged_and_nothing_else() -> None:
    source = parse("x", "---\nkind: proposal\nabsent: a, b\n---\n# One\n\n<!--+plan-->\n\nTwo\n\n<!---plan-->\n\nThree\n")
    assert (source.kind, source.absent, source.ids) == (DocumentKind.PROPOSAL, ("a", "b"), ("plan",))
    assert source.text("plan").split() == ["#", "One", "Three"]
    assert source.text().split() == ["#", "One", "Two", "Three"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_tags_only_what_is_judged(source: Source) -> None:
    elements = {rule.element for rule in builtin().rules_for(source.kind)}
    specifications = {f"spec_{id_.replace('.', '_')}" for id_ in builtin().catalogue.specifications()}
    assert set(source.ids) <= elements | specifications
    assert set(source.absent) <= elements
    assert set(source.absent).isdisjoint(source.ids)
    assert set(source.not_met) <= {rule.code for rule in builtin().rules}
