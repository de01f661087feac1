import json
from pathlib import Path

import pytest

from mastercheck.checks import kinds_by_name
from mastercheck.model.demands import LearnedSubject, Subject
from mastercheck.rulebook.learned import make_learned, read_learned, teach
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.mistakes import Mistakes
from mastercheck.rulebook.sources import NO_SOURCE, Source

FAMILY = {"offsets": {"risks": -3.0}, "middles": {"risks": -1.0}, "slope": 2.0, "length": 1.0, "strong": 0.2, "weak": -1.1, "kin": []}
TOLD = {"catalogue": "small", "families": [FAMILY], "subjects": ["risks"], "weights": {"word risk": [500]}}


def source(**changes: object) -> Source:
    return Source(name="small.learned.json", content=json.dumps({**TOLD, **changes}).encode())


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
        (Source(name="a.json", content=b"{"), "is not what training/train.py writes: JSONDecodeError"),
        (Source(name="a.json", content=b"{}"), "is not what training/train.py writes: KeyError 'families'"),
        (source(families=[{}]), "is not what training/train.py writes: KeyError 'kin'"),
        (source(weights=[]), "is not what training/train.py writes: AttributeError"),
        (source(weights={"word risk": [1, 2]}), "has rows of weights that are not one for each subject"),
    ],
)
def test_a_file_that_does_not_fit_is_told(wrong: Source, answer: str) -> None:
    mistakes = Mistakes()
    assert read_learned(wrong, mistakes) is None
    with pytest.raises(Exception, match=r"a\.json|small\.learned") as error:
        mistakes.raise_if_any("small.toml")
    assert answer in str(error.value)


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
