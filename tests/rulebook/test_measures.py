"""The measures of rules, as figures and as sentences."""

import pytest

from mastercheck.checks import kinds_by_name
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.measures import Measure, load_measures, tell, write_measures


def test_precision_and_recall_are_of_not_met() -> None:
    measure = Measure(met=10, alarms=1, met_doubtful=2, unmet=4, found=3, unmet_doubtful=1)
    assert (measure.judged, measure.precision, measure.recall, measure.doubtful) == (14, 0.75, 0.75, 3)


def test_what_cannot_be_said_is_not_said() -> None:
    assert (Measure(met=1).precision, Measure(met=1).recall) == (None, None)
    assert tell(Measure(met=1)) == "Judged one text of the project's own tests, of which 0 do not meet it."


def test_a_measure_is_told_with_the_number_of_judgements() -> None:
    told = tell(Measure(met=10, alarms=1, met_doubtful=2, unmet=4, found=3, unmet_doubtful=1))
    assert told.startswith("Judged 14 texts of the project's own tests, of which 4 do not meet it. Precision 0.75: 3 of 4 times")
    assert told.endswith("Recall 0.75: 3 of 4 were called so. Left to a person: 3.")


def test_measures_are_written_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    measures = {"CON001": Measure(met=3, unmet=2, found=1), "ARE001": Measure()}
    monkeypatch.setattr("mastercheck.rulebook.measures.tomllib.loads", lambda _: monkeypatched(write_measures(measures)))
    load_measures.cache_clear()
    try:
        assert load_measures() == measures
    finally:
        monkeypatch.undo()
        load_measures.cache_clear()


def monkeypatched(text: str) -> dict[str, dict[str, int]]:
    import tomli  # noqa: PLC0415 - another parser than the one that is replaced

    return tomli.loads(text)


def test_every_rule_is_measured() -> None:
    assert set(load_measures()) == {rule.code for rule in load(kinds_by_name()).rules}
