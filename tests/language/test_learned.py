"""Judging by what was learned, with a model of a few weights."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document_of
from mastercheck.language.evidence import Evidence, find_contrary, find_evidence
from mastercheck.language.features import find_all_hits, measure_passages
from mastercheck.language.learned import compete, length_of, scores_of
from mastercheck.language.reading import reading_of
from mastercheck.model.demands import CueGroup, Family, Learned, LearnedSubject, Subject

RISKS = Subject(id="risks", titles=("risks",), cues=(CueGroup(name="risk", terms=("risk", "threat")),), span=(0.0, 0.5), homes=("project",))
PLAN = Subject(id="plan", titles=("plan",), cues=(CueGroup(name="dates", terms=("{month}",)),))
WEIGHTS = {
    "word risk": [500, -100, 0],
    "word phase": [-200, 600, 0],
    "word polici": [0, 0, 500],
    "heading risks": [2000, 0, 0],
    "facet risks/risk": [1000, 0, 0],
    "title work": [0, 0, 300],
    "place 0": [100, 0, 0],
}
OFFSETS = {"risks": -2.0, "plan": -2.0}
ELEMENTS = Family(offsets=OFFSETS, middles=dict.fromkeys(OFFSETS, 0.0), slope=1.0, length=1.0, strong=0.2, weak=-1.1, rivalry=0.5)
SHOWN = Family(
    offsets={"P1.1": -1.0}, middles={"P1.1": 0.0}, slope=1.0, length=1.0, strong=0.0, weak=-1.0, kin=("plan",), near=0.5, apart=0.5
)
LEARNED = Learned(
    features={name: row for row, name in enumerate(WEIGHTS)},
    weights=tuple(WEIGHTS.values()),
    columns={"risks": 0, "plan": 1, "P1.1": 2},
    families=(ELEMENTS, SHOWN),
    subjects=(RISKS, PLAN),
)
GOOD = "One risk was that the engineer would leave."


def learned(subject: Subject) -> LearnedSubject:
    return LearnedSubject(id=subject.id, titles=subject.titles, cues=subject.cues, span=subject.span, homes=subject.homes, learned=LEARNED)


def evidence_in(text: str, subject: Subject = RISKS) -> Evidence:
    return find_evidence(document_of(text), learned(subject))


def features_of(text: str) -> dict[str, float]:
    reading = reading_of(document_of(text))
    (features,) = measure_passages(reading, (RISKS, PLAN), find_all_hits(reading, (RISKS, PLAN)))
    return features


def test_a_passage_is_measured_by_words_headings_place_and_terms() -> None:
    features = features_of(f"# Risks\n{GOOD}")
    assert features["kind paragraph"] == features["place 0"] == features["heading risks"] == 1.0
    assert {"word risk", "word engin", "form was", "form would", "title risks", "facet risks/risk", "meet risks"} <= features.keys()
    assert "word plan" not in features


def test_words_of_a_sentence_that_denies_say_nothing() -> None:
    features = features_of("# Work\nNo risks were assessed. The ship lay at the quay.")
    assert "word risk" not in features
    assert "facet risks/risk" not in features
    assert "word ship" in features


def test_different_words_count_less_in_a_long_passage() -> None:
    long = f"# Work\n{GOOD} The ship lay at the quay of the old harbour, behind two cranes, until somebody found another pilot."
    assert features_of(long)["word risk"] < features_of(f"# Work\n{GOOD}")["word risk"]


def test_the_best_passage_comes_first_and_its_signs_come_to_its_score() -> None:
    found = evidence_in(f"# Work\nThe ship lay at the quay.\n# Risks\n{GOOD}").found
    assert found[0].location.heading_path == ("Risks",)
    assert found[0].score > found[1].score
    for one in found:
        assert one.score == pytest.approx(sum(sign.points for sign in one.signs))
    told = {sign.text for sign in found[0].signs}
    assert {"risk: risk", "heading for: risks", "words for: risk", "what else it is about"} <= told


def test_more_is_asked_of_a_long_text() -> None:
    filler = "\n".join(["The ships come and go."] * 60)
    short, long = evidence_in(f"# Work\n{GOOD}"), evidence_in(f"# Work\n{GOOD}\n{filler}")
    assert short.best
    assert long.best
    assert short.best.score - long.best.score == pytest.approx(length_of(61) - length_of(1), abs=0.05)
    assert length_of(1) == length_of(8) < length_of(30) == 0.0


def test_features_are_added_up_in_one_order_whatever_order_a_process_finds_them_in() -> None:
    scores = scores_of(document_of(f"# Risks\n{GOOD}"), LEARNED)
    assert [list(rows) for rows, _ in scores.measured] == [sorted(rows) for rows, _ in scores.measured]


def test_a_passage_that_is_more_about_something_else_counts_less() -> None:
    document = document_of("# Work\nThe phase has a risk.")
    scores = scores_of(document, LEARNED)
    risks, plan = (scores.points[0, LEARNED.columns[name]] for name in ("risks", "plan"))
    assert scores.rivals[0, LEARNED.columns["plan"]] == (pytest.approx(-0.5 * (risks - plan), abs=1e-5) if risks > plan else 0.0)
    assert min(scores.rivals[0, :2]) < 0


def test_a_specification_is_shown_by_its_kin_and_not_by_something_else() -> None:
    def changed(text: str) -> float:
        return float(scores_of(document_of(text), LEARNED).rivals[0, LEARNED.columns["P1.1"]])

    assert changed("# Work\nThe phase of the policy.") > changed("# Work\nThe policy.") > changed("# Risks\nThe risk of the policy.")


def test_nothing_is_taken_away_where_there_is_nothing_else() -> None:
    family = replace(SHOWN, kin=("risks", "plan"), near=0.0)
    told = compete(np.array([[3.0, 5.0, 1.0]]), replace(LEARNED, families=(replace(ELEMENTS, rivalry=0.0), family)))
    assert told.tolist() == [[0.0, 0.0, 0.0]]


def test_what_is_far_from_its_place_is_said() -> None:
    filler = "\n".join(["The ships come and go, and the harbour stays where it is."] * 160)
    far, near = evidence_in(f"# Work\n{filler}\n{GOOD}").best, evidence_in(f"# Work\n{filler}\n# Project\n{GOOD}").best
    assert far
    assert near
    assert (far.home, near.home) == (False, True)


def test_nothing_is_found_in_nothing_and_declarations_are_left_out() -> None:
    assert evidence_in("").best is None
    document = document_of(f"# Work\n{GOOD}")
    (_, good) = document.paragraphs()
    assert find_evidence(document, learned(RISKS), without={good.number}).best is None


def test_a_quote_begins_with_what_speaks_for_the_subject() -> None:
    best = evidence_in(f"# Work\nThe ship lay at the quay. It rained. The sun came out. {GOOD}").best
    assert best
    assert GOOD in best.location.quote
    assert "The ship" not in best.location.quote


def test_a_document_is_weighed_once_for_what_was_learned() -> None:
    document = document_of(f"# Work\n{GOOD}")
    assert scores_of(document, LEARNED) is scores_of(document, LEARNED)
    assert scores_of(document, Learned(features={}, weights=(), columns={}, families=(), subjects=())).points.size == 0


@given(st.lists(st.sampled_from(["risk", "phase", "threat", "March", "quay", "not", "described", "."]), max_size=25).map(" ".join))
def test_contents_literature_and_template_text_never_make_evidence(words: str) -> None:
    body = "# Work\nThe ship lay at the quay."
    plain = evidence_in(body).best
    assert plain
    for text in (f"{body}\n# Literature\n{words} {GOOD}", f"{body}\n<{words} {GOOD}>"):
        best = evidence_in(text).best
        assert best
        assert best.location.quote == plain.location.quote


def test_terms_alone_may_speak_against_what_was_learned() -> None:
    strong = Subject(id="risks", cues=(CueGroup(name="risk", terms=("risk",), weight=4.0),))
    model = Learned(features={}, weights=(), columns=LEARNED.columns, families=LEARNED.families, subjects=(strong, PLAN))
    subject = LearnedSubject(id="risks", learned=model)
    contrary = find_contrary(document_of(f"# Work\n{GOOD}"), subject, (subject, learned(PLAN)))
    assert contrary
    assert contrary.location.quote == GOOD
    assert find_contrary(document_of("# Work\nThe ship lay at the quay."), subject, ()) is None
    assert find_contrary(document_of(f"# Work\n{GOOD}"), strong, ()) is None
