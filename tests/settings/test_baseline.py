"""A baseline: what it holds, what it recognises after edits elsewhere, and what it says is gone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, RuleResult, Verdict
from mastercheck.model.suppression import SuppressionSource
from mastercheck.settings.baseline import Baseline, KnownFinding, apply_baseline, renew_baseline, tell_written
from mastercheck.settings.baseline_file import write_baseline
from report_builders import document, report, result, scan

PLACE = Location(heading_path=("2 The project", "2.3 Risks"), page=7, paragraph=40, quote="The supplier may leave.")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def failing(*findings: Finding, code: str = "LFT001", outcome: Outcome = Outcome.FAIL) -> RuleResult:
    """The result of a rule with these findings."""
    return result(code, "Leftovers", outcome, *findings)


def found(location: Location | None = PLACE, message: str = "Left.", **facts: str | int) -> Finding:
    """A finding that fails."""
    return Finding(outcome=Outcome.FAIL, message=message, location=location, facts=facts)


def draft(*results: RuleResult, path: str = "in/a.docx") -> DocumentReport:
    """A document that is not compliant."""
    return document(*results, path=path, verdict=Verdict.NOT_COMPLIANT)


def baseline_of(*documents: DocumentReport) -> Baseline:
    """A baseline in the current folder with what is found in documents."""
    return renew_baseline(report(*documents), Baseline(path=Path("known.json")))


def gone(made: Report, baseline: Baseline) -> tuple[int, int]:
    """How many findings a baseline knows of a report's documents, and how many are gone."""
    used = apply_baseline(made, baseline).baseline
    assert used is not None
    return used.known, used.gone


def test_it_holds_what_fails_or_is_to_be_looked_at_by_what_stays() -> None:
    passing = Finding(outcome=Outcome.PASS, message="Fine.", location=PLACE)
    made = draft(failing(found(words=3), passing), failing(found(None, part="version"), code="TTL001"), result("CON001"))
    assert baseline_of(made).findings == (
        KnownFinding(document="in/a.docx", rule="LFT001", heading=("The project", "Risks"), quote="The supplier may leave."),
        KnownFinding(document="in/a.docx", rule="TTL001", about=("part=version",)),
    )


def test_what_is_known_does_not_count_and_the_rest_does() -> None:
    baseline = baseline_of(draft(failing(found())))
    after = apply_baseline(report(draft(failing(found())), draft(failing(found()), path="in/b.docx")), baseline)
    assert [one.verdict for one in after.documents] == [Verdict.COMPLIANT, Verdict.NOT_COMPLIANT]
    (known,) = after.documents[0].results[0].suppressed
    assert known.suppression is not None
    assert (known.suppression.source, known.suppression.reason) == (SuppressionSource.BASELINE, "baseline")


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLACE, page=12, paragraph=99),
        replace(PLACE, heading_path=("3 The project", "3.1 Risks")),
        replace(PLACE, heading_path=("the PROJECT", "Risks"), quote="The  supplier may\u00a0leave."),
    ],
)
def test_edits_elsewhere_do_not_make_it_new(edited: Location) -> None:
    baseline = baseline_of(draft(failing(found(words=31), code="LFT002")))
    after = apply_baseline(report(draft(failing(found(edited, "Now 40 words.", words=40), code="LFT002"))), baseline)
    assert after.documents[0].verdict is Verdict.COMPLIANT


@pytest.mark.parametrize("edited", [replace(PLACE, quote="The customer may leave."), replace(PLACE, heading_path=("2 The project",)), None])
def test_other_words_or_another_chapter_are_new(edited: Location | None) -> None:
    baseline = baseline_of(draft(failing(found())))
    assert apply_baseline(report(draft(failing(found(edited)))), baseline).documents[0].verdict is Verdict.NOT_COMPLIANT


def test_of_several_alike_as_many_are_known_as_it_holds() -> None:
    baseline = baseline_of(draft(failing(found(), found())))
    (told,) = apply_baseline(report(draft(failing(found(), found(), found()))), baseline).documents[0].results
    assert (told.outcome, len(told.findings), len(told.suppressed)) == (Outcome.FAIL, 1, 2)


def test_what_is_gone_is_counted_over_the_documents_that_were_checked() -> None:
    other = draft(failing(found()), path="in/b.docx")
    baseline = baseline_of(draft(failing(found(), found(None, part="date"))), other)
    assert gone(report(draft(failing(found()))), baseline) == (2, 1)
    assert gone(report(draft(result("LFT001", "", Outcome.PASS)), other), baseline) == (3, 2)
    assert gone(report(draft()), baseline) == (2, 2)


@pytest.mark.parametrize("outcome", [Outcome.ERROR, Outcome.NOT_APPLICABLE])
def test_what_was_not_judged_is_not_gone(outcome: Outcome) -> None:
    assert gone(report(draft(result("LFT001", "", outcome))), baseline_of(draft(failing(found())))) == (1, 0)


def test_of_a_document_that_cannot_be_read_nothing_is_gone() -> None:
    baseline = baseline_of(replace(draft(failing(found())), path=scan().path))
    after = apply_baseline(report(scan()), baseline)
    assert after.documents == (scan(),)
    assert gone(report(scan()), baseline) == (0, 0)


def test_a_new_one_keeps_what_is_known_of_documents_that_were_not_checked_and_still_exist() -> None:
    Path("in").mkdir()
    for name in ("a", "b"):
        Path(f"in/{name}.docx").write_text("")
    old = baseline_of(*(draft(failing(found()), path=f"in/{name}.docx") for name in ("c", "b", "a")))
    new = renew_baseline(report(draft(failing(found(None, part="date"))), scan()), old)
    assert [(one.document, one.about) for one in new.findings] == [("in/a.docx", ("part=date",)), ("in/b.docx", ())]


@pytest.mark.parametrize("outcome", [Outcome.ERROR, Outcome.NOT_APPLICABLE])
def test_a_new_one_keeps_what_is_known_of_rules_that_were_not_judged(outcome: Outcome) -> None:
    other = failing(found(None, part="date"), code="TTL001")
    old = baseline_of(draft(failing(found()), other))
    new = renew_baseline(report(draft(result("LFT001", "", outcome), result("TTL001", "", Outcome.PASS))), old)
    assert [one.rule for one in new.findings] == ["LFT001"]
    assert renew_baseline(report(draft(failing(found()), other)), new).findings == old.findings


def test_what_no_file_can_hold_is_recognised_all_the_same() -> None:
    odd = draft(failing(found(Location(heading_path=("\udcff",), quote="a\ud800b")), found(None, text="\udcff")), path="in/\udcff.docx")
    baseline = baseline_of(odd)
    assert json.loads(write_baseline(baseline))["findings"][0]["document"] == "in/?.docx"
    assert {one.quote for one in baseline.findings} == {"a?b", ""}
    assert apply_baseline(report(odd), baseline).documents[0].verdict is Verdict.COMPLIANT


def test_its_documents_are_named_from_its_own_folder() -> None:
    baseline = renew_baseline(report(draft(failing(found()))), Baseline(path=Path("in/known.json")))
    assert {one.document for one in baseline.findings} == {"a.docx"}
    assert apply_baseline(report(draft(failing(found()))), baseline).documents[0].verdict is Verdict.COMPLIANT


def test_how_much_it_holds_is_told() -> None:
    one = draft(failing(found()))
    assert tell_written(baseline_of(one)) == "1 finding of 1 document"
    assert tell_written(baseline_of(one, draft(failing(found(), found()), path="b.docx"))) == "3 findings of 2 documents"
    assert tell_written(baseline_of()) == "0 findings of 0 documents"
