"""Rules on a document: order, containment, and what follows from what a check saw."""

from collections.abc import Iterator

import pytest

from builders import document_of
from demands import by_name, kind_of, kind_that, rule
from mastercheck.checks.kind import NotApplicable, Undecided
from mastercheck.engine.rules import judge_rules, order_names
from mastercheck.errors import ADVICE_ON_FAULTS
from mastercheck.model.document import Capability, Document
from mastercheck.model.location import Location
from mastercheck.model.report import Observation, Outcome, RuleResult

DOCUMENT = document_of("# Introduction\nSome text.")
SEEN = Observation(outcome=Outcome.PASS, location=Location(paragraph=2, quote="Some text."))
FAILED = Observation(outcome=Outcome.FAIL)
DOUBTED = Observation(outcome=Outcome.REVIEW)


def judge_one(*observations: Observation, ends: Exception | None = None, **more: object) -> RuleResult:
    (result,) = judge_rules(DOCUMENT, [rule(**more)], by_name(kind_of("sample", *observations, ends=ends)))  # type: ignore[arg-type]
    return result


@pytest.mark.parametrize(
    ("observations", "outcome", "message", "advice"),
    [
        ((), Outcome.PASS, "It is met.", ""),
        ((SEEN,), Outcome.PASS, "It is met.", ""),
        ((FAILED,), Outcome.FAIL, "It is missing.", "Add it."),
        ((SEEN, DOUBTED), Outcome.REVIEW, "Look at it.", "Add it."),
        ((SEEN, DOUBTED, FAILED, SEEN), Outcome.FAIL, "It is missing.", "Add it."),
    ],
)
def test_the_worst_observation_makes_the_outcome(
    observations: tuple[Observation, ...], outcome: Outcome, message: str, advice: str
) -> None:
    result = judge_one(*observations)
    assert (result.outcome, result.message, result.advice) == (outcome, message, advice)
    assert [finding.outcome for finding in result.findings] == [one.outcome for one in observations]


def test_advice_for_a_case_takes_the_place_of_that_for_all() -> None:
    over, under = (Observation(outcome=Outcome.FAIL, case=case) for case in ("over", "under"))
    assert [judge_one(one, advice_for={"under": "Write more."}).advice for one in (over, under)] == ["Add it.", "Write more."]


def test_each_finding_has_the_advice_of_its_own_case() -> None:
    over, doubted = Observation(outcome=Outcome.FAIL, case="over"), Observation(outcome=Outcome.REVIEW, case="borderline")
    result = judge_one(SEEN, doubted, over, ends=ValueError(), advice_for={"over": "Shorten it."})
    assert [finding.advice for finding in result.findings] == ["", "Add it.", "Shorten it.", ADVICE_ON_FAULTS]


def test_a_result_carries_what_its_rule_says_of_itself() -> None:
    result = judge_one(code="CON001", element="problem", clause="6", group="Introduction")
    assert (result.code, result.name, result.title) == ("CON001", "sample", "Title of sample")
    assert (result.element, result.clause, result.group) == ("problem", "6", "Introduction")


def test_an_observation_is_told_in_the_words_of_its_case_with_its_facts_and_place() -> None:
    seen = Observation(outcome=Outcome.FAIL, case="over", facts={"words": 7031}, location=Location(page=3))
    result = judge_one(seen, messages={"over": "{words:,} words."})
    assert result.message == "7,031 words."
    assert (result.findings[0].facts, result.findings[0].location) == ({"words": 7031}, Location(page=3))


def test_a_case_without_a_message_is_told_by_the_title() -> None:
    assert judge_one(FAILED, messages={}).message == "Title of sample"


@pytest.mark.parametrize("messages", [{}, {"pass": "{words:,} words were found."}])
def test_where_a_check_saw_nothing_no_sentence_waits_for_facts(messages: dict[str, str]) -> None:
    assert judge_one(messages=messages).message == "Title of sample: met."


def test_undecided_is_a_review_with_its_reason() -> None:
    result = judge_one(ends=Undecided("The headings are pictures."))
    assert (result.outcome, result.message, result.advice) == (Outcome.REVIEW, "The headings are pictures.", "Add it.")


def test_what_was_seen_before_a_check_could_not_decide_is_kept() -> None:
    result = judge_one(FAILED, ends=Undecided("The rest is a picture."))
    assert result.outcome is Outcome.FAIL
    assert [finding.message for finding in result.findings] == ["It is missing.", "The rest is a picture."]


def test_not_applicable_has_its_reason_and_neither_findings_nor_advice() -> None:
    result = judge_one(ends=NotApplicable("Nothing is cited."))
    assert (result.outcome, result.message) == (Outcome.NOT_APPLICABLE, "Nothing is cited.")
    assert (result.findings, result.advice) == ((), "")


def test_what_was_seen_outweighs_a_late_not_applicable() -> None:
    assert judge_one(FAILED, ends=NotApplicable("Nothing more.")).outcome is Outcome.FAIL


@pytest.mark.parametrize("crash", [ValueError("secret words of the document"), RecursionError(), KeyError("x")])
def test_a_crashing_check_is_contained_and_names_the_fault_but_never_the_text(crash: Exception) -> None:
    result = judge_one(FAILED, ends=crash)
    assert result.outcome is Outcome.ERROR
    assert f"The check crashed: {type(crash).__name__} in engine/rules.py" in result.message
    assert "secret" not in repr(result)
    assert result.advice == ADVICE_ON_FAULTS
    assert result.findings[0].message == "It is missing."


def test_a_lack_of_memory_says_nothing_of_a_rule_and_is_not_contained() -> None:
    with pytest.raises(MemoryError):
        judge_one(FAILED, ends=MemoryError())


def test_the_other_rules_are_judged_beside_a_crash() -> None:
    kinds = by_name(kind_of("first", ends=ValueError()), kind_of("second", SEEN))
    results = judge_rules(DOCUMENT, [rule("first"), rule("second")], kinds)
    assert [result.outcome for result in results] == [Outcome.ERROR, Outcome.PASS]


def test_a_kind_that_is_not_there_is_a_crash_of_that_rule_alone() -> None:
    (result,) = judge_rules(DOCUMENT, [rule()], {})
    assert result.outcome is Outcome.ERROR
    assert "KeyError" in result.message


def test_a_rule_comes_after_those_that_it_requires_and_results_keep_the_rulebooks_order() -> None:
    ran: list[str] = []

    def note(name: str) -> object:
        def check(document: Document, params: object) -> Iterator[Observation]:
            del document, params
            ran.append(name)
            yield SEEN

        return kind_that(name, check)

    rules = [rule("last", requires=("middle",)), rule("middle", requires=("first",)), rule("first")]
    results = judge_rules(DOCUMENT, rules, by_name(*(note(one.name) for one in rules)))  # type: ignore[arg-type]
    assert ran == ["first", "middle", "last"]
    assert [result.name for result in results] == ["last", "middle", "first"]


@pytest.mark.parametrize("required", [kind_of("first", FAILED), kind_of("first", ends=ValueError())])
def test_a_rule_whose_requirement_is_not_met_is_not_judged(required: object) -> None:
    rules = [rule("second", requires=("first",)), rule("first", code="STR001")]
    second, _ = judge_rules(DOCUMENT, rules, by_name(kind_of("second", FAILED), required))  # type: ignore[arg-type]
    assert second.outcome is Outcome.NOT_APPLICABLE
    assert second.message == "Not judged, because STR001 (first) is not met."


@pytest.mark.parametrize("required", [kind_of("first", SEEN), kind_of("first", DOUBTED), kind_of("first", ends=NotApplicable("no"))])
def test_a_rule_whose_requirement_did_not_fail_is_judged(required: object) -> None:
    rules = [rule("second", requires=("first", "of another kind of document")), rule("first")]
    second, _ = judge_rules(DOCUMENT, rules, by_name(kind_of("second", FAILED), required))  # type: ignore[arg-type]
    assert second.outcome is Outcome.FAIL


def test_rules_that_require_each_other_are_judged_as_they_stand() -> None:
    rules = {"one": rule("one", requires=("two",)), "two": rule("two", requires=("one",))}
    assert list(order_names(rules)) == ["one", "two"]
    results = judge_rules(DOCUMENT, rules.values(), by_name(kind_of("one", SEEN), kind_of("two", SEEN)))
    assert [result.outcome for result in results] == [Outcome.PASS, Outcome.PASS]


def test_a_check_that_needs_what_the_format_does_not_tell_is_not_applied() -> None:
    kinds = by_name(kind_of("sample", FAILED, needs=[Capability.GEOMETRY, Capability.STYLES]))
    (result,) = judge_rules(DOCUMENT, [rule()], kinds)
    assert result.outcome is Outcome.NOT_APPLICABLE
    assert result.message == "Not judged: a DOCX of this sort does not tell the place of letters on the page."
