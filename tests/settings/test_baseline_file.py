"""The file of a baseline: written, read again, and what is said of one that is damaged."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.errors import ConfigurationError
from mastercheck.settings import baseline_file
from mastercheck.settings.baseline import Baseline, KnownFinding
from mastercheck.settings.baseline_file import read_baseline, write_baseline

HEAD = '"kind": "mastercheck baseline", "schema_version": 1'
ANY = st.text(max_size=10)
SOME = st.text(min_size=1, max_size=10)


def test_a_person_can_read_it() -> None:
    known = KnownFinding(document="in/a.docx", rule="LFT001", heading=("Risks",), quote="<Name>")
    assert json.loads(write_baseline(Baseline(path=Path("b"), findings=(known, KnownFinding(document="b", rule="CON004"))))) == {
        "kind": "mastercheck baseline",
        "schema_version": 1,
        "findings": [
            {"document": "in/a.docx", "rule": "LFT001", "heading": ["Risks"], "quote": "<Name>"},
            {"document": "b", "rule": "CON004"},
        ],
    }


@given(known=st.builds(KnownFinding, document=SOME, rule=SOME, heading=st.tuples(ANY), quote=ANY, about=st.tuples(ANY)))
def test_what_is_written_is_read_again(known: KnownFinding, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    baseline = Baseline(path=path, findings=(known,))
    text = write_baseline(baseline)
    assert text.isascii()
    path.write_text(text, encoding="utf-8")
    assert read_baseline(path) == baseline


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it is no baseline of mastercheck"),
        ('{"schema_version": 1, "documents": []}', "it is no baseline of mastercheck"),
        ('{"kind": "mastercheck baseline", "schema_version": 2}', "another version of mastercheck wrote it"),
        (f"{{{HEAD}}}", "findings: should be a list"),
        (f'{{{HEAD}, "findings": [{{"rule": 3}}]}}', "it has 2 errors"),
    ],
)
def test_a_damaged_one_is_told(content: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(content)
    with pytest.raises(ConfigurationError) as raised:
        read_baseline(path)
    assert reason in raised.value.message
    assert "--write-baseline" in raised.value.advice


def test_one_that_is_no_file_or_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match="it is no file"):
        read_baseline(Path(os.devnull))
    monkeypatch.setattr(baseline_file, "LARGEST", 1)
    (tmp_path / "b.json").write_text("{}")
    with pytest.raises(ConfigurationError, match="it is larger than"):
        read_baseline(tmp_path / "b.json")


def test_one_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r'The baseline ".*none\.json" cannot be read: No such file'):
        read_baseline(tmp_path / "none.json")
