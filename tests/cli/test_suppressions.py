"""Suppressions and baselines in a run: what is shown, what is said on stderr, and the exit code."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument

from mastercheck.cli.saves import Stamp
from mastercheck.cli.watch import Telling
from mastercheck.engine import documents
from mastercheck.errors import ExitCode
from running import Run
from word_comments import comments_of

LEFTOVER = '[[suppress]]\nrule = "LFT001"\nquote = "<name>"\nreason = "The name is added at the end."\n'


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with a draft in which a placeholder is left."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("The problem is that there are too many changes.", "Written by <name>.")


def write(*texts: str, path: str = "draft.docx") -> None:
    """Write a draft."""
    document = WordDocument()
    document.add_heading("Introduction", 1)
    for text in texts:
        document.add_paragraph(text)
    document.save(path)


def settle(text: str) -> None:
    Path("mastercheck.toml").write_text(f'kind = "report"\npages-engine = "estimated"\n{text}', encoding="utf-8")


def told(run: Run, *options: str) -> Any:  # noqa: ANN401 - what json.loads gives
    return json.loads(run("check", "draft.docx", "--format", "json", *options).out)


def outcome(report: Any, code: str) -> str:  # noqa: ANN401 - the same
    return next(str(result["outcome"]) for result in report["documents"][0]["results"] if result["code"] == code)


def test_a_suppressed_finding_is_shown_with_its_reason(run: Run) -> None:
    settle(LEFTOVER)
    ran = run("check", "draft.docx", "--width", 80)
    assert "1 suppressed" in ran.out
    assert "Reason: The name is added at the end." in ran.out
    assert ran.err == ""
    assert outcome(told(run), "LFT001") == "suppressed"
    assert outcome(told(run, "--no-config", "--kind", "report"), "LFT001") == "fail"


def test_an_entry_that_matches_nothing_is_told_in_the_report_and_on_stderr_and_is_something_to_look_at(run: Run) -> None:
    settle(LEFTOVER.replace("<name>", "<date>"))
    ran = run("check", "draft.docx", "--write-baseline", "known.json")
    said = "mastercheck.toml: [[suppress]] 1 (LFT001) matches nothing in what was checked: remove it"
    assert said in ran.err
    assert "To tidy up" in ran.out
    assert ran.code == ExitCode.COMPLIANT
    assert run("check", "draft.docx", "--baseline", "known.json", "--strict").code == ExitCode.NOT_COMPLIANT


def test_a_suppressed_finding_has_no_comment_in_a_copy(run: Run) -> None:
    settle(LEFTOVER)
    run("annotate", "draft.docx", "-o", "settled.docx")
    run("annotate", "draft.docx", "-o", "plain.docx", "--no-config", "--kind", "report")
    assert "<name>" not in {comment.about for comment in comments_of(Path("settled.docx"))}
    assert "<name>" in {comment.about for comment in comments_of(Path("plain.docx"))}
    summary = comments_of(Path("settled.docx"))[0].lines
    assert "Suppressed by settings or a baseline, and without a comment: 1 finding. mastercheck check shows them." in summary


def test_a_suppressed_finding_is_no_gap_of_a_draft_and_what_is_to_be_tidied_up_is_told_of_the_new_one_alone(run: Run) -> None:
    write("The problem is that there are too many changes.", path="new.docx")

    def closed(*options: str) -> int:
        return len(json.loads(run("compare", "draft.docx", "new.docx", "--kind", "report", "--format", "json", *options).out)["closed"])

    settle(LEFTOVER)
    assert closed("--no-config") == closed() + 1
    assert run("compare", "draft.docx", "new.docx").err.count("matches nothing") == 1
    assert "matches nothing" not in run("compare", "new.docx", "draft.docx").err


def test_what_is_known_of_the_new_draft_is_known_of_the_old_one_whatever_its_name(run: Run) -> None:
    settle("")
    write("The problem is that there are too many changes.", "Written by <name>.", path="new.docx")
    run("check", "new.docx", "--write-baseline", "known.json")
    for drafts in (("draft.docx", "new.docx"), ("new.docx", "draft.docx")):
        told = json.loads(run("compare", *drafts, "--format", "json", "--baseline", "known.json").out)
        assert (told["opened"], told["closed"], told["silent"]) == ([], [], [])
        assert [told[side]["path"] for side in ("old", "new")] == list(drafts)
        assert bool(told["old"]["suppressed"]) == bool(told["new"]["suppressed"]) == (drafts[1] == "new.docx")
    assert "suppressed, as before" in run("compare", "new.docx", "new.docx", "--baseline", "known.json").out


def test_what_is_suppressed_is_told_once_while_a_draft_is_watched(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [Stamp((1, at), at, at) for at in (0, 1, 1)]
    monkeypatch.setattr(sys.modules[Telling.__module__], "look_repeatedly", lambda *_: iter(looks))
    settle(LEFTOVER + LEFTOVER.replace("<name>", "<date>"))
    ran = run("watch", "draft.docx", "--width", 80)
    assert "1 suppressed" in ran.out
    assert "nothing changed" in ran.out
    assert ran.err.count("matches nothing") == 1


@pytest.mark.parametrize("command", ["annotate draft.docx", "compare draft.docx draft.docx", "watch draft.docx"])
def test_every_command_that_judges_knows_a_baseline(command: str, run: Run) -> None:
    assert 'The baseline "none.json" cannot be read' in run(*command.split(), "--baseline", "none.json").err


def test_an_entry_without_a_place_for_what_has_one_is_told_so(run: Run) -> None:
    settle(LEFTOVER.replace('quote = "<name>"\n', ""))
    assert "(LFT001) says no place, and what the rule found has one: add a heading" in run("check", "draft.docx").err


def test_an_entry_must_name_a_rule(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "read", lambda *_, **__: pytest.fail("it was checked"))
    settle(LEFTOVER.replace("LFT001", "LFT0001"))
    ran = run("check", "draft.docx")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert 'unknown rule "LFT0001"; did you mean "LFT001"?' in ran.err


def test_a_repository_can_start_with_what_is_known(run: Run) -> None:
    settle('baseline = "known.json"\nstrict = true\n')
    assert run("check", "draft.docx").code == ExitCode.USAGE
    first = run("check", "draft.docx", "--write-baseline", "known.json")
    assert first.code == ExitCode.COMPLIANT
    assert first.err.startswith('"known.json" is written. It holds ')
    assert "Reason: known before (baseline)" in first.out
    assert run("check", "draft.docx").code == ExitCode.COMPLIANT
    write("The problem is that there are too many changes.", "Written by <name>.", "Told on <date>.")
    report = told(run)
    assert (report["documents"][0]["outcome"], outcome(report, "LFT001")) == ("not_compliant", "fail")
    assert report["suppressions"]["baseline"]["gone"] == 0


def test_what_is_gone_is_told_and_changes_no_exit_code(run: Run) -> None:
    settle("strict = true\n")
    run("check", "draft.docx", "--write-baseline", "known.json")
    known = len(json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"])
    write("The problem is that there are too many changes.")
    ran = run("check", "draft.docx", "--baseline", "known.json")
    assert ran.code == ExitCode.COMPLIANT
    assert ran.err == f"1 of {known} known findings is gone: write the baseline anew with --write-baseline known.json\n"


def test_a_new_baseline_leaves_out_what_the_settings_suppress_and_keeps_other_documents(run: Run) -> None:
    settle("")
    write("The problem of <name>.", path="other.docx")
    run("check", ".", "--write-baseline", "known.json")
    settle(LEFTOVER)
    run("check", "draft.docx", "--write-baseline", "known.json")
    found = [one["document"] for one in json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"] if one["rule"] == "LFT001"]
    assert found == ["other.docx"]


def test_a_document_that_cannot_be_read_is_no_matter_of_baselines(run: Run) -> None:
    settle("")
    Path("broken.docx").write_bytes(b"PK\x03\x04 no more")
    assert run("check", ".", "--write-baseline", "known.json").code == ExitCode.UNREADABLE
    assert run("check", ".", "--baseline", "known.json").code == ExitCode.UNREADABLE


def test_a_check_that_crashes_is_no_matter_of_baselines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError

    kinds = dict(documents.kinds_by_name())
    broken = object.__new__(type(kinds["placeholders"]))
    for name in ("name", "params", "cases", "needs"):
        object.__setattr__(broken, name, getattr(kinds["placeholders"], name))
    object.__setattr__(broken, "check", crash)
    monkeypatch.setattr(documents, "kinds_by_name", lambda: {**kinds, "placeholders": broken})
    settle(LEFTOVER)
    ran = run("check", "draft.docx", "--write-baseline", "known.json")
    assert ran.code == ExitCode.NOT_COMPLIANT
    assert "crashed" in ran.out


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("--baseline", "none.json"), 'The baseline "none.json" cannot be read: No such file'),
        (("--baseline", "mastercheck.toml"), 'The baseline "mastercheck.toml" cannot be read: it is no JSON.'),
        (("--write-baseline", "draft.docx"), "is one of the inputs"),
        (("--write-baseline", "other.docx"), "has the name of a document"),
        (("--write-baseline", "mastercheck.toml"), "is one of the inputs"),
        (("--write-baseline", "none/known.json"), "there is no folder"),
        (("--write-baseline", "result.json"), "it is no baseline of mastercheck"),
        (("--write-baseline", "a.json", "--baseline", "b.json"), "--baseline and --write-baseline contradict each other."),
        (("--write-baseline", "a.json", "--output", "./a.json"), "is to be written twice"),
    ],
)
def test_a_wrong_baseline_is_told_before_anything_is_checked(
    options: tuple[str, ...], answer: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "read", lambda *_, **__: pytest.fail("it was checked"))
    settle("")
    Path("result.json").write_text("{}")
    ran = run("check", "draft.docx", *options)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
    assert Path("result.json").read_text() == "{}"


def test_a_report_is_not_written_over_a_baseline(run: Run) -> None:
    settle("")
    run("check", "draft.docx", "--write-baseline", "known.json")
    before = Path("known.json").read_text(encoding="utf-8")
    ran = run("check", "draft.docx", "--baseline", "known.json", "--output", "known.json")
    assert (ran.code, Path("known.json").read_text(encoding="utf-8")) == (ExitCode.USAGE, before)


def test_the_same_run_gives_the_same_baseline(run: Run) -> None:
    settle("")
    run("check", "draft.docx", "--write-baseline", "known.json")
    before = Path("known.json").read_bytes()
    run("check", "draft.docx", "--write-baseline", "known.json")
    assert Path("known.json").read_bytes() == before
