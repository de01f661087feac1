from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document_of, paragraph
from mastercheck.language.evidence import Evidence, find_evidence
from mastercheck.language.reading import reading_of
from mastercheck.model.demands import CueGroup, Subject

RISKS = Subject(
    id="risks",
    titles=("risks",),
    cues=(
        CueGroup(name="risk", terms=("risk", "threat"), required=True),
        CueGroup(name="how likely", terms=("likely", "impact"), weight=1.5),
        CueGroup(name="what is done", terms=("measure", "deputy", "agreed")),
    ),
    against=("risk appetite",),
    strong=3.4,
    weak=2.0,
)
PLAN = Subject(
    id="plan",
    titles=("plan",),
    cues=(CueGroup(name="dates", terms=("{month}",), least=2, weight=3.0), CueGroup(name="phase", terms=("phase",))),
    strong=3.0,
)
GOOD = "One risk was that the engineer would leave. It was likely. A deputy was trained as a measure."
FILLER = "\n".join(["The ships come and go, and the harbour stays where it is."] * 160)


def evidence_in(text: str, subject: Subject = RISKS, rivals: tuple[Subject, ...] = ()) -> Evidence:
    return find_evidence(document_of(text), subject, rivals)


def score(text: str, subject: Subject = RISKS, rivals: tuple[Subject, ...] = ()) -> float:
    best = evidence_in(text, subject, rivals).best
    return best.score if best else 0.0


def test_facets_that_meet_are_evidence_and_say_what_spoke() -> None:
    evidence = evidence_in(f"# Work\n{GOOD}")
    assert evidence.strong
    assert evidence.best
    assert evidence.best.told == ("risk: risk (+1.00)", "how likely: likely (+1.50)", "what is done: measure, deputy (+1.30)")
    assert evidence.best.location.heading_path == ("Work",)
    assert evidence.best.location.quote.startswith("One risk was that")


def test_nothing_is_found_in_nothing() -> None:
    evidence = evidence_in("")
    assert (evidence.best, evidence.strong, evidence.weak) == (None, False, False)


def test_a_required_facet_must_be_there() -> None:
    assert score("# Work\nIt was likely. A deputy was agreed.") == 0.0


def test_a_facet_may_ask_for_several_hits() -> None:
    assert not evidence_in("# Work\nThe phase ends in March.", PLAN).strong
    assert evidence_in("# Work\nThe phase begins in March and ends in April.", PLAN).strong


def test_facets_far_apart_do_not_meet() -> None:
    far = GOOD.replace("It was", f"{'The ship lay at the quay. ' * 8}It was")
    assert score(f"# Work\n{far}") < score(f"# Work\n{GOOD}")


def test_terms_against_count_against() -> None:
    assert score(f"# Work\n{GOOD} That is the risk appetite of the bank.") == pytest.approx(score(f"# Work\n{GOOD}") - 1.0, abs=0.31)


@pytest.mark.parametrize(
    "denial",
    [
        "No risks were assessed.",
        "The risks were not described, though some were likely and a measure was agreed.",
        "The risks and their likely measures will be described later.",
        "Likely risks and measures are outside the scope of this report.",
        "Likely risks and measures remain to be defined.",
    ],
)
def test_what_is_denied_or_comes_later_is_no_evidence(denial: str) -> None:
    assert not evidence_in(f"# Work\n{denial}").weak


def test_a_subject_may_be_told_by_denials() -> None:
    gap = Subject(id="gap", cues=(CueGroup(name="gap", terms=("not … tested|described",)),), strong=1.0, deniable=False)
    assert evidence_in("# Work\nContinuity was not described.", gap).strong
    assert not evidence_in("# Work\nContinuity was not described.", replace(gap, deniable=True)).strong


def test_a_heading_that_names_the_subject_speaks_for_it() -> None:
    assert score(f"# Risks\n{GOOD} {'It rained. ' * 15}") == pytest.approx(score(f"# Work\n{GOOD}") + 3.0)


def test_a_heading_alone_or_with_hardly_a_word_is_not_yet_evidence() -> None:
    assert evidence_in("# Risks").best is None
    assert not evidence_in("# Risks\nSee the annex.").strong
    assert not evidence_in(f"# Risks\n{'The ship lay at the quay. ' * 10}").strong


def test_a_heading_speaks_less_for_the_sections_under_it() -> None:
    assert score(f"# Risks\n## On deck\n{GOOD}") == pytest.approx(score(f"# Work\n{GOOD}") + 1.5)


def test_a_heading_about_something_else_speaks_against() -> None:
    assert score(f"# Work\n## Plan\n{GOOD}", RISKS, (PLAN,)) == pytest.approx(score(f"# Work\n{GOOD}") - 1.0)


def test_a_chapter_about_something_else_says_nothing_of_its_sections() -> None:
    assert score(f"# Plan\n## On deck\n{GOOD}", RISKS, (PLAN,)) == pytest.approx(score(f"# Work\n{GOOD}"))
    assert score(f"# Work\n## Plan\n### On deck\n{GOOD}", RISKS, (PLAN,)) == pytest.approx(score(f"# Work\n{GOOD}") - 1.0)


def test_a_passage_that_is_more_about_another_subject_counts_less() -> None:
    both = "# Work\nIn March and in April there is a risk in this phase."
    assert score(both, RISKS, (RISKS, PLAN)) < score(both, RISKS)
    assert score(both, replace(RISKS, rival=False), (RISKS, PLAN)) == score(both)
    assert score(both, RISKS, (replace(PLAN, rival=False),)) == score(both)


def test_another_subject_is_weaker_far_from_its_own_home() -> None:
    both = "# Work\nIn March and in April there is a risk in this phase."
    early = replace(PLAN, span=(0.9, 1.0))
    assert score(both, RISKS, (early,)) > score(both, RISKS, (PLAN,))


def test_far_from_home_is_said_and_counts_less_but_not_under_a_home_title() -> None:
    early = replace(RISKS, span=(0.0, 0.3), homes=("introduction",))
    far = evidence_in(f"# Introduction\n{FILLER}\n# Work\n{GOOD}", early).best
    assert far
    assert (far.home, far.score) == (False, pytest.approx(score(f"# Work\n{GOOD}") - 1.5))
    near = evidence_in(f"# Work\n{FILLER}\n# Introduction\n{GOOD}", early).best
    assert near
    assert near.home


def test_nothing_is_far_in_a_short_text_and_less_is_asked_of_it() -> None:
    early = replace(RISKS, span=(0.0, 0.1), strong=5.0)
    evidence = evidence_in(f"# Work\n{'It rained. ' * 40}\n{GOOD}", early)
    assert evidence.best
    assert evidence.best.home
    assert evidence.strong
    assert not evidence_in(f"# Work\n{GOOD}\n{FILLER}", replace(early, span=(0.0, 1.0))).strong


def test_an_appendix_is_worth_half() -> None:
    assert score(f"# Work\nIt rained.\n# Appendix A: Notes\n{GOOD}") == pytest.approx(score(f"# Work\n{GOOD}") / 2)


def test_a_table_is_read_with_its_headings() -> None:
    assert evidence_in("# Work\n| Risk | Impact | Measure |\n| Fire | high | hose |\n| Flood | low | wall |").strong


def test_a_list_is_read_with_its_lead_in() -> None:
    assert evidence_in("# Work\nThe risks were these:\n- fire, likely, a measure was agreed\n- flood").strong


def test_paragraphs_that_are_no_evidence_can_be_left_out() -> None:
    document = document_of(f"# Work\n{GOOD}")
    (_, good) = document.paragraphs()
    assert find_evidence(document, RISKS, without={good.number}).best is None
    assert find_evidence(document, RISKS).strong


def test_a_document_is_read_once() -> None:
    document = document_of(f"# Work\n{GOOD}")
    assert reading_of(document) is reading_of(document)


WORDS = st.lists(
    st.sampled_from(["risk", "likely", "impact", "deputy", "quay", "the", "not", "described", "."]), min_size=1, max_size=25
).map(" ".join)


@given(WORDS)
def test_contents_literature_headers_and_template_text_never_make_evidence(words: str) -> None:
    body = "# Work\nThe ship lay at the quay."
    entries = "\n".join(f"{number}. {words} ........ {number}" for number in range(1, 5))
    assert score(f"{body}\n# Literature\n{words} {GOOD}") == 0.0
    assert score(f"# Contents\n{entries}\n{body}") == 0.0
    assert score(f"{body}\n<{words} {GOOD}>") == 0.0
    assert find_evidence(document_of(body, furniture=[paragraph(GOOD)]), RISKS).best is None


@given(WORDS)
def test_the_score_is_the_sum_of_what_spoke(words: str) -> None:
    for found in evidence_in(f"# Work\n{words}").found:
        assert found.score == pytest.approx(sum(sign.points for sign in found.signs))
