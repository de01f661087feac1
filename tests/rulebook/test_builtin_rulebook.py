"""What must hold of the rulebook that comes with the program."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from mastercheck.checks import kinds_by_name
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Subject
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import Severity
from mastercheck.rulebook import sources
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rule, Rulebook

REPORT_ELEMENTS = frozenset(
    [
        "problem",
        "options",
        "business_justification",
        "pdca",
        "exam_specs",
        "assignment_profile",
        "objectives",
        "personal_objectives",
        "plan",
        "risks",
        "methods",
        "activities",
        "results",
        "deliverables",
        "lessons_learned",
        "org_strategy",
        "service_strategy",
        "it_strategy",
        "iso_fit",
        "iso_certification",
        "improvement",
        "conclusion",
        "literature",
        "title_block",
        "length",
    ]
)
PROPOSAL_ELEMENTS = frozenset(
    [
        "title_block",
        "options",
        "business_justification",
        "pdca",
        "exam_specs",
        "objectives",
        "personal_objectives",
        "plan",
        "deliverables",
        "pages",
        "font",
        "size",
        "spacing",
    ]
)
CATALOGUE = {
    "Setting the direction for the IT organization": (
        "Design a strategic framework for the portfolio of products and services",
        "Define the IT service management vision, strategy, policies and objectives",
        "Align the service strategy with the business strategy",
        "Determine context, stakeholders and scope of the service management system",
        "Weigh options, business case, resources and risk of the direction",
        "Follow and exploit developments in IT service management",
    ),
    "Directing the IT organization": (
        "Manage organizational change",
        "Effect cultural change",
        "Design roles and a competency framework",
        "Communicate the direction",
        "Direct improvement and innovation programs",
        "Direct departments, suppliers and other parties",
    ),
    "Monitoring the performance of the IT organization": (
        "Define measures and targets",
        "Assess capability and maturity",
        "Audit and evaluate compliance",
        "Conduct management reviews",
        "Report on services and track value",
    ),
    "Governing the IT service management system": (
        "Create and manage the improvement plan",
        "Prepare for ISO/IEC 20000 certification",
        "Maintain an integrated management system",
        "Manage nonconformities and continual improvement",
        "Control documented information and processes",
        "Govern risk and compliance",
    ),
}
QUALIFICATION = re.compile(r"IT Service Management (Master )?based on ISO/IEC 20000")
"""The name of the qualification, which nobody can put in words of his own."""
SHINGLE = 8
"""Words in a row that nobody shares with the guide by chance."""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load(kinds_by_name())


def test_stamp_says_that_it_is_the_built_in_one(rulebook: Rulebook) -> None:
    assert (rulebook.stamp.id, rulebook.stamp.edition, rulebook.stamp.builtin) == ("exin-itsm20k-master", "201607", True)
    assert re.fullmatch(r"[0-9a-f]{64}", rulebook.stamp.sha256)


def test_every_element_of_a_report_is_judged_by_a_rule(rulebook: Rulebook) -> None:
    assert {rule.element for rule in rulebook.rules_for(DocumentKind.REPORT)} - {None} == REPORT_ELEMENTS


def test_every_element_of_a_proposal_is_judged_by_a_rule(rulebook: Rulebook) -> None:
    assert {rule.element for rule in rulebook.rules_for(DocumentKind.PROPOSAL)} - {None} == PROPOSAL_ELEMENTS


@pytest.mark.parametrize("kind", [DocumentKind.REPORT, DocumentKind.PROPOSAL])
def test_an_element_is_judged_by_one_rule_of_its_kind(rulebook: Rulebook, kind: DocumentKind) -> None:
    elements = [rule.element for rule in rulebook.rules_for(kind) if rule.element]
    assert sorted(elements) == sorted(set(elements))


def test_every_kind_of_check_is_used(rulebook: Rulebook) -> None:
    assert {rule.check for rule in rulebook.rules} == set(kinds_by_name())


def test_every_group_holds_rules(rulebook: Rulebook) -> None:
    assert {rule.group for rule in rulebook.rules} == set(rulebook.groups)


@pytest.mark.parametrize("name", ["clause", "title", "rationale", "advice", "passing", "failing"])
def test_no_text_of_a_rule_is_empty(rulebook: Rulebook, name: str) -> None:
    assert [rule.code for rule in rulebook.rules if not getattr(rule, name).strip()] == []


def test_samples_differ(rulebook: Rulebook) -> None:
    assert [rule.code for rule in rulebook.rules if rule.passing == rule.failing] == []


def test_every_clause_is_one_of_the_guide(rulebook: Rulebook) -> None:
    clause = re.compile(r"4|6 (proposal|report) template")
    assert [rule.code for rule in rulebook.rules if not all(map(clause.fullmatch, rule.clause.split("; ")))] == []


def test_every_rule_has_a_sentence_for_a_pass(rulebook: Rulebook) -> None:
    assert [rule.code for rule in rulebook.rules if "pass" not in rule.messages] == []


def test_messages_begin_with_a_capital_or_a_fact_and_end_a_sentence(rulebook: Rulebook) -> None:
    messages = [(rule.code, message) for rule in rulebook.rules for message in rule.messages.values()]
    assert [found for found in messages if not re.fullmatch(r'["“A-Z{].*[.?"”}]', found[1], re.DOTALL)] == []


def test_only_what_the_guide_demands_of_the_content_and_form_is_an_error(rulebook: Rulebook) -> None:
    without = {rule.name for rule in rulebook.rules if rule.severity is Severity.ERROR and not rule.element}
    assert without == {"specifications-shown", "placeholders"}


def test_personal_objectives_weigh_less_in_a_report(rulebook: Rulebook) -> None:
    severities = {rule.applies_to: rule.severity for rule in rulebook.rules if rule.element == "personal_objectives"}
    assert severities == {(DocumentKind.PROPOSAL,): Severity.ERROR, (DocumentKind.REPORT,): Severity.WARNING}


def test_report_has_about_6000_words(rulebook: Rulebook) -> None:
    params = rule_of(rulebook, "word-count").params
    assert (params.target, params.tolerance, params.profile.name) == (6000, 0.1, "exin")


def test_proposal_is_two_pages_of_arial_10_single(rulebook: Rulebook) -> None:
    assert rule_of(rulebook, "page-limit").params.maximum == 2
    typography = {params.property: (params.expected, params.share) for params in params_of(rulebook, "typography")}
    assert {name: str(expected) for name, (expected, _) in typography.items()} == {"font": "Arial", "size": "10.0", "line_spacing": "1.0"}
    assert {share for _, share in typography.values()} == {0.95}


def test_two_specifications_of_two_requirements_are_demanded(rulebook: Rulebook) -> None:
    params = rule_of(rulebook, "specifications-declared").params
    assert (params.minimum, params.requirements) == (2, 2)


def test_catalogue_has_the_titles_of_the_guide_and_says_what_is_provisional(rulebook: Rulebook) -> None:
    assert {
        requirement.title: tuple(spec.title for spec in requirement.specifications) for requirement in rulebook.catalogue.requirements
    } == CATALOGUE
    assert {spec.id for _, spec in rulebook.catalogue.specifications().values() if not spec.provisional} == {"P1.1", "P2.1"}
    assert all(spec.id.startswith(f"P{requirement.id}.") for requirement, spec in rulebook.catalogue.specifications().values())


def test_there_are_four_project_areas(rulebook: Rulebook) -> None:
    assert list(rulebook.area_titles) == [area.id for area in rulebook.areas] == ["A1", "A2", "A3", "A4"]


def test_profiles_count_what_they_say(rulebook: Rulebook) -> None:
    profiles = rulebook.profiles
    assert list(profiles) == ["exin", "word", "body", "everything", "cmi", "ib"]
    unseen = {Zone.HIDDEN, Zone.DELETED}
    assert profiles["everything"].included == set(Zone) - unseen
    assert profiles["word"].included == set(Zone) - unseen - {Zone.HEADERS_FOOTERS}
    outside = {Zone.TITLE_BLOCK, Zone.CONTENTS, Zone.LITERATURE, Zone.APPENDICES}
    assert profiles["exin"].included == profiles["word"].included - outside
    assert all(not profile.included & unseen for profile in profiles.values())


@pytest.mark.parametrize("kind", [DocumentKind.REPORT, DocumentKind.PROPOSAL])
def test_instructions_of_a_template_are_placeholders(rulebook: Rulebook, kind: DocumentKind) -> None:
    template = rulebook.templates[kind]
    lines = [*template.title_block, *(line for section in template.sections for line in section.instructions)]
    assert lines
    assert [line for line in lines if not re.search(r"<[^<>]+>", line)] == []
    assert (template.font, template.size) == ("Arial", 10.0)


def test_headings_of_the_proposal_template_are_those_of_the_guide(rulebook: Rulebook) -> None:
    headings = [section.heading for section in rulebook.templates[DocumentKind.PROPOSAL].sections]
    assert headings == ["Introduction", "Objectives", "Personal objectives", "Plan", "Deliverables"]


def test_chapters_of_the_report_template_are_those_of_the_guide(rulebook: Rulebook) -> None:
    chapters = [section.heading for section in rulebook.templates[DocumentKind.REPORT].sections if section.level == 1]
    assert chapters == ["Introduction", "Project", "Evaluation", "Conclusion", "Literature"]


def test_every_kind_of_document_can_be_recognised(rulebook: Rulebook) -> None:
    assert set(rulebook.recognition) == set(DocumentKind)
    assert all(known.titles and known.headings and known.words[0] < known.words[1] for known in rulebook.recognition.values())


def test_time_line_and_side_entries_are_there(rulebook: Rulebook) -> None:
    assert {entry.seminar for entry in rulebook.timeline} == {"classroom", "distance"}
    assert all(entry.as_of.year == 2010 and entry.source for entry in rulebook.side_entries)
    assert rulebook.unjudged


def test_subjects_can_be_shown(rulebook: Rulebook) -> None:
    subjects = {subject.id: subject for rule in rulebook.rules for subject in subjects_of(rule)}
    assert [name for name, subject in subjects.items() if not subject.cues or subject.weak >= subject.strong] == []


def lists_of(value: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_of(inner, f"{path}.{key}")
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield path, value
        for number, inner in enumerate(value):
            yield from lists_of(inner, f"{path}.{number}")


@pytest.mark.parametrize("file", sorted(Path(str(sources.builtin_folder())).glob("*.toml")), ids=lambda file: file.name)
def test_no_list_of_words_says_anything_twice(file: Path) -> None:
    lists = lists_of(tomllib.loads(file.read_text(encoding="utf-8")))
    assert [(path, sorted(words)) for path, words in lists if len(set(words)) < len(words)] == []


def test_word_lists_for_recognition_are_sorted(rulebook: Rulebook) -> None:
    for known in rulebook.recognition.values():
        assert list(known.headings) == sorted(known.headings, key=str.casefold)


@pytest.mark.shared("guide")
def test_no_sentence_is_copied_from_the_guide(shared: Path) -> None:
    guide = shingles("\n".join(path.read_text(encoding="utf-8") for path in (shared / "guide").glob("*.txt")))
    copied = {}
    for file in Path(str(sources.builtin_folder())).glob("*.toml"):
        for path, text in texts_of(tomllib.loads(file.read_text(encoding="utf-8"))):
            if common := shingles(QUALIFICATION.sub("", text)) & guide:
                copied[f"{file.name}{path}"] = sorted(" ".join(words) for words in common)
    names = re.compile(r".*catalogue\.toml\.requirement\.\d+(\.specification\.\d+)?\.title")
    assert {path: words for path, words in copied.items() if not names.fullmatch(path)} == {}


def texts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_of(inner, f"{path}.{number}")
    elif isinstance(value, str):
        yield path, value


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def rule_of(rulebook: Rulebook, name: str) -> Rule:
    return next(rule for rule in rulebook.rules if rule.name == name)


def params_of(rulebook: Rulebook, check: str) -> list[object]:
    return [rule.params for rule in rulebook.rules if rule.check == check]


def subjects_of(rule: Rule) -> Iterator[Subject]:
    for item in fields(rule.params):
        value = getattr(rule.params, item.name)
        if isinstance(value, Subject):
            yield value
