import json
from pathlib import Path

import pytest

from mastercheck.checks import kinds_by_name
from mastercheck.errors import ExitCode, RulebookError
from mastercheck.model.demands import LearnedSubject, Subject
from mastercheck.rulebook.learned import make_learned, read_learned, teach
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.mistakes import Mistakes
from mastercheck.rulebook.sources import NO_SOURCE, Source
from rulebook_files import KINDS, MAIN, write_rulebook

FAMILY = {"offsets": {"risks": -3.0}, "middles": {"risks": -1.0}, "slope": 2.0, "length": 1.0, "strong": 0.2, "weak": -1.1, "kin": []}
TOLD = {"catalogue": "small", "families": [FAMILY], "subjects": ["risks"], "weights": {"word risk": [500]}}


def source(**changes: object) -> Source:
    return Source(name="small.learned.json", content=json.dumps({**TOLD, **changes}).encode())


def mistakes_of(wrong: Source) -> list[str]:
    mistakes = Mistakes()
    assert read_learned(wrong, mistakes) is None
    return mistakes.lines


def test_a_subject_is_joined_to_what_was_learned_about_it() -> None:
    entry = read_learned(source(), Mistakes())
    assert entry
    learned = make_learned(entry, [Subject(id="risks"), Subject(id="plan")])
    risks = teach(Subject(id="risks", titles=("risks",), strong=3.0), learned)
    assert isinstance(risks, LearnedSubject)
    assert (risks.titles, risks.strong, risks.weak) == (("risks",), 0.2, -1.1)
    assert teach(Subject(id="plan"), learned) == Subject(id="plan")


def test_a_rulebook_need_not_have_learned_anything() -> None:
    mistakes = Mistakes()
    assert read_learned(NO_SOURCE, mistakes) is None
    mistakes.raise_if_any("small.toml")


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (b"[" * 100_000, "is not JSON: maximum recursion depth exceeded"),
        (b"[]", "is not what training/train.py writes"),
    ],
)
def test_a_file_that_is_something_else_is_told(wrong: bytes, answer: str) -> None:
    (line,) = mistakes_of(Source(name="a.json", content=wrong))
    assert line.startswith(f"a.json: {answer}")


@pytest.mark.parametrize(
    ("changes", "answers"),
    [
        ({"families": [{**FAMILY, "slope": "2"}]}, ['families.0.slope: should be a number, not "2"']),
        ({"families": [{**FAMILY, "slop": 2}]}, ['families.0.slop: unknown key; did you mean "slope"?']),
        ({"families": []}, ['families: "risks" is in the offsets of 0 families, and should be in one']),
        ({"families": [FAMILY, FAMILY]}, ['families: "risks" is in the offsets of 2 families, and should be in one']),
        (
            {"subjects": ["plan"]},
            [
                'families: "plan" is in the offsets of 0 families, and should be in one',
                'subjects: "risks" is named 0 times, and should be once',
            ],
        ),
        (
            {"subjects": ["risks", "risks"], "weights": {"word risk": [1, 2]}},
            ['subjects: "risks" is named 2 times, and should be once'],
        ),
        ({"subjects": [], "families": [], "weights": {"word risk": []}}, ["subjects: should name at least one"]),
        ({"families": [{**FAMILY, "middles": {}}]}, ['families.0: "risks" should be both in offsets and in middles']),
        ({"families": [{**FAMILY, "kin": ["plan"]}]}, ['families.0.kin: "plan" is none of the subjects']),
        ({"weights": []}, ["weights: should be a table with a row of numbers for each feature"]),
        ({"weights": {}}, ["weights: should be a table with a row of numbers for each feature"]),
        ({"weights": {"word risk": [1, 2]}}, ['weights: should be a whole number for each of 1 subjects: not so in "word risk"']),
        (
            {"weights": {"a": [1.5], "b": [1], "c": [True], "d": 3}},
            ['weights: should be a whole number for each of 1 subjects: not so in "a", and in 2 more'],
        ),
        (
            {"families": [{**FAMILY, "middles": {}, "kin": ["plan"]}], "weights": {}},
            [
                'families.0: "risks" should be both in offsets and in middles',
                'families.0.kin: "plan" is none of the subjects',
                "weights: should be a table with a row of numbers for each feature",
            ],
        ),
    ],
)
def test_parts_that_do_not_fit_each_other_are_told(changes: dict[str, object], answers: list[str]) -> None:
    assert mistakes_of(source(**changes)) == [f"small.learned.json: {answer}" for answer in answers]


def test_an_empty_file_is_not_the_same_as_nothing_learned(tmp_path: Path) -> None:
    path = write_rulebook(tmp_path, main=MAIN.replace('catalogue = "', 'learned = "small.learned.json"\ncatalogue = "', 1))
    (tmp_path / "small.learned.json").write_bytes(b"")
    with pytest.raises(RulebookError, match=r"an error:\n  small\.learned\.json: is empty$") as raised:
        load(KINDS, path=path)
    assert raised.value.exit_code is ExitCode.RULEBOOK


def test_what_was_learned_fits_the_builtin_rulebook() -> None:
    rulebook = load(kinds_by_name())
    judged = [getattr(rule.params, "subject") for rule in rulebook.rules if rule.check == "evidence" and rule.element]  # noqa: B009
    assert [subject.id for subject in judged if not isinstance(subject, LearnedSubject)] == []
    facets = {f"{subject.id}/{name}" for subject in rulebook.subjects for name in (*(cue.name for cue in subject.cues), "against")}
    learned = {name.partition(" ")[2] for name in judged[0].learned.features if name.startswith("facet ")}
    assert learned - facets == set(), "run: python training/train.py"


def test_another_catalogue_is_judged_by_its_own_terms(tmp_path: Path) -> None:
    catalogue = tmp_path / "own.toml"
    catalogue.write_text(
        '[catalogue]\nid = "own"\n[[requirement]]\nid = "1"\ntitle = "Direct"\n'
        '[[requirement.specification]]\nid = "P1.1"\ntitle = "Design a framework"\n',
        encoding="utf-8",
    )
    builtin, own = load(kinds_by_name()), load(kinds_by_name(), catalogue=catalogue)
    assert isinstance(builtin.catalogue.specifications()["P1.1"][1].subject, LearnedSubject)
    assert not isinstance(own.catalogue.specifications()["P1.1"][1].subject, LearnedSubject)
