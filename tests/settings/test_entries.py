"""Entries of the settings: which findings each is about, and which are about none."""

from dataclasses import replace
from pathlib import Path

import pytest

from mastercheck.errors import ConfigurationError
from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, RuleResult, Verdict
from mastercheck.model.settings import Entry, Settings
from mastercheck.settings.entries import apply_entries, matches, require_rules
from report_builders import document, report, result, rule, scan

RISKS = Location(heading_path=("2 The project", "2.3 Risks"), page=7, paragraph=40, quote="The supplier may leave before the end of the…")


def entry(**more: str) -> Entry:
    """An entry about CON003."""
    return Entry(**{"rule": "CON003", "reason": "agreed", **more})


def placed(location: Location | None = RISKS, message: str = "It is thin.", **facts: str) -> RuleResult:
    """The result of CON003 with one finding."""
    found = Finding(outcome=Outcome.FAIL, message=message, location=location, facts=facts)
    return result("CON003", "Business justification", Outcome.FAIL, found, message=message)


def settings(*entries: Entry) -> Settings:
    """Settings in the current folder."""
    return Settings(path=Path("mastercheck.toml").absolute(), shown="mastercheck.toml", entries=entries)


def is_about(one: Entry, made: RuleResult) -> bool:
    """Whether an entry is about the first finding of a result."""
    return matches(one, made, made.findings[0])


@pytest.mark.parametrize("name", ["CON003", "con003", "business-justification", " CON003 "])
def test_a_rule_is_named_by_code_or_name(name: str) -> None:
    assert is_about(entry(rule=name, heading="Risks"), placed())


@pytest.mark.parametrize(
    ("more", "about"),
    [
        ({"heading": "Risks"}, True),
        ({"heading": "4.1 The Project"}, True),
        ({"quote": "supplier may leave"}, True),
        ({"quote": "the supplier may leave before the end of the year"}, True),
        ({"heading": "Risks", "quote": "supplier may leave"}, True),
        ({"heading": "Scope", "quote": "supplier may leave"}, False),
        ({"heading": "Risks", "quote": "customer may leave"}, False),
        ({}, False),
        ({"rule": "CON004", "heading": "Risks"}, False),
    ],
)
def test_a_finding_with_a_place_needs_a_heading_or_words(more: dict[str, str], about: bool) -> None:  # noqa: FBT001 - of the table
    assert is_about(entry(**more), placed()) is about


@pytest.mark.parametrize(
    ("more", "about"),
    [({}, True), ({"quote": "version was not found"}, True), ({"quote": "date was not found"}, False), ({"heading": "Risks"}, False)],
)
@pytest.mark.parametrize("location", [None, Location(page=3)])
def test_a_finding_without_a_place_is_known_by_its_message(more: dict[str, str], about: bool, location: Location | None) -> None:  # noqa: FBT001 - the same
    assert is_about(entry(**more), placed(location, "The version was not found.")) is about


def test_the_words_of_a_mark_in_the_margin_are_words_that_stand_there() -> None:
    assert is_about(entry(quote="Shorter?"), placed(text="Shorter? The tutor asked for one page."))


def test_a_place_that_moved_is_the_same_place() -> None:
    moved = replace(RISKS, heading_path=("3 The project", "3.1 Risks"), page=12, paragraph=99)
    assert is_about(entry(heading="2.3 Risks", quote="supplier may leave"), placed(moved))


def apply(made: Report, *entries: Entry) -> Report:
    return apply_entries(made, settings(*entries))


def failing(*results: RuleResult, path: str = "report.docx") -> DocumentReport:
    return document(*results, path=path, verdict=Verdict.NOT_COMPLIANT)


def test_the_first_entry_that_matches_gives_the_reason() -> None:
    after = apply(report(failing(placed())), entry(heading="Risks", reason=" first "), entry(quote="supplier", reason="second"))
    assert after.documents[0].verdict is Verdict.COMPLIANT
    assert [one.suppression.reason for one in after.documents[0].results[0].suppressed if one.suppression] == ["first"]
    assert after.idle == ()


def test_an_entry_about_a_document_leaves_the_others_alone() -> None:
    made = report(failing(placed(), path="in/a.docx"), failing(placed(), path="in/b.docx"))
    after = apply(made, entry(heading="Risks", document="in/a.*"))
    assert [one.verdict for one in after.documents] == [Verdict.COMPLIANT, Verdict.NOT_COMPLIANT]


def test_an_entry_that_matches_nothing_is_idle() -> None:
    after = apply(report(failing(placed())), entry(heading="Risks"), entry(heading="Scope", reason="old"))
    assert [(one.file, one.number, one.rule, one.reason, one.lost) for one in after.idle] == [
        ("mastercheck.toml", 2, "CON003", "old", False)
    ]


@pytest.mark.parametrize("outcome", [Outcome.ERROR, Outcome.NOT_APPLICABLE])
def test_where_its_rule_was_not_judged_nobody_knows_what_an_entry_would_match(outcome: Outcome) -> None:
    assert apply(report(failing(result("CON003", "", outcome))), entry(heading="Scope")).idle == ()


def test_a_rule_that_is_met_leaves_its_entry_idle() -> None:
    assert len(apply(report(document(result("CON003", "", Outcome.PASS))), entry(heading="Scope")).idle) == 1


def test_a_rule_without_a_result_leaves_its_entry_alone() -> None:
    assert apply(report(document(result("CON001"))), entry(heading="Scope")).idle == ()


def test_a_document_that_cannot_be_read_is_left_alone_and_leaves_entries_alone() -> None:
    made = report(scan())
    after = apply(made, entry(heading="Scope"), entry(rule="unreadable"))
    assert (after.documents, after.idle) == (made.documents, ())


def test_an_entry_about_a_document_that_is_not_checked_now_is_left_alone_unless_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("other.docx").write_text("")
    after = apply(report(failing(placed())), entry(heading="Scope", document="other.docx"), entry(heading="Scope", document="gone.docx"))
    assert [(one.number, one.document, one.lost) for one in after.idle] == [(2, "gone.docx", True)]


def test_without_entries_a_report_is_what_it_was() -> None:
    made = report(failing(placed()))
    assert apply_entries(made, Settings()) is made
    assert apply(made) is made


def test_every_rule_that_does_not_exist_is_told_with_the_nearest() -> None:
    known = (rule("CON003", ""), replace(rule("CON004", ""), name="pdca"))
    require_rules(settings(entry(), entry(rule="PDCA")), known)
    with pytest.raises(ConfigurationError) as raised:
        require_rules(settings(entry(rule="CON033"), entry(), entry(rule="pdac"), entry(rule="unreadable")), known)
    assert raised.value.message.splitlines() == [
        "mastercheck.toml has 3 errors:",
        '  mastercheck.toml: [[suppress]] 1: rule: unknown rule "CON033"; did you mean "CON003"?',
        '  mastercheck.toml: [[suppress]] 3: rule: unknown rule "pdac"; did you mean "pdca"?',
        '  mastercheck.toml: [[suppress]] 4: rule: unknown rule "unreadable"; known: CON003, CON004, con003, pdca',
    ]
