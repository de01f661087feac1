"""The command `check`, from the line typed to the exit code."""

import json
from pathlib import Path

import pytest

from builders import document_of
from demands import by_name, kind_of, rule, rulebook
from mastercheck import checks, readers
from mastercheck.cli.check import sum_up
from mastercheck.engine import documents
from mastercheck.errors import ExitCode, UnreadableError
from mastercheck.model.document import Document
from mastercheck.model.report import DocumentError, DocumentReport, Observation, Outcome, Report, Verdict
from mastercheck.rulebook import loader
from mastercheck.rulebook.schema import Rulebook
from running import Run

TEXTS = {"good.docx": "Fine text.", "bad.docx": "Bad text.", "odd.docx": "Odd text."}


def judge(document: Document, params: object) -> object:
    """A check that goes by the document's first word."""
    del params
    first = next(document.paragraphs()).text.split()[0]
    if first != "Fine":
        yield Observation(outcome={"Bad": Outcome.FAIL, "Odd": Outcome.REVIEW}[first])


def read(path: Path, *, pages_engine: str = "auto") -> Document:
    """A reader that knows three documents."""
    if path.name not in TEXTS:
        raise UnreadableError(f"{path.name} is no document.", "Give another.")
    return document_of(TEXTS[path.name], name=f"{path.stem}-{pages_engine}.docx")


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One rule, three documents, and the folder that they lie in."""
    kind = kind_of("sample")
    object.__setattr__(kind, "check", judge)
    demands = rulebook(rule("sample", code="CON001"))
    monkeypatch.setattr(documents, "kinds_by_name", lambda: by_name(kind))
    monkeypatch.setattr(documents, "read", read)
    monkeypatch.setattr(loader, "load", lambda *_, **__: demands)
    for name in (*TEXTS, "broken.docx"):
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("names", "options", "code"),
    [
        (["good.docx"], [], 0),
        (["odd.docx"], [], 0),
        (["bad.docx"], [], 1),
        (["broken.docx"], [], 3),
        (["odd.docx", "good.docx"], ["--strict"], 1),
        (["good.docx"], ["--strict"], 0),
        (["bad.docx"], ["--exit-zero"], 0),
        (["broken.docx", "bad.docx"], ["--exit-zero"], 3),
        (["bad.docx", "broken.docx", "good.docx"], [], 3),
        (["bad.docx", "good.docx"], [], 1),
    ],
)
def test_the_exit_code_is_that_of_the_most_serious_document(names: list[str], options: list[str], code: int, run: Run) -> None:
    assert run("check", *names, *options, "--kind", "report").code == code


def test_a_fault_of_the_program_is_more_serious_than_anything(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    def crash(*_: object) -> None:
        raise ValueError("secret words")

    monkeypatch.setattr(documents, "count_ledger", crash)
    ran = run("check", "good.docx", "broken.docx", "--kind", "report")
    assert ran.code == ExitCode.FAULT
    assert "secret" not in ran.out + ran.err


def test_the_report_goes_to_stdout_and_nothing_else_does(run: Run) -> None:
    ran = run("check", "bad.docx", "--kind", "report")
    assert "bad.docx" in ran.out
    assert "CON001" in ran.out
    assert ran.err == ""


def test_json_is_for_programs(run: Run) -> None:
    told = json.loads(run("check", "bad.docx", "broken.docx", "--format", "json", "--kind", "proposal").out)
    assert [(one["path"], one["kind"], one["outcome"]) for one in told["documents"]] == [
        ("bad.docx", "proposal", "not_compliant"),
        ("broken.docx", None, "unreadable"),
    ]
    assert told["summary"] == {"compliant": 0, "not_compliant": 1, "needs_review": 0, "unreadable": 1}


def test_a_value_may_be_typed_in_capitals(run: Run) -> None:
    assert json.loads(run("check", "good.docx", "--format", "JSON", "--kind", "Report").out)["documents"][0]["kind"] == "report"


def test_a_folder_stands_for_its_documents(run: Run) -> None:
    told = json.loads(run("check", ".", "--format", "json").out)
    assert [one["path"] for one in told["documents"]] == ["bad.docx", "broken.docx", "good.docx", "odd.docx"]


def test_the_engine_for_pages_reaches_the_reader(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    asked = []
    monkeypatch.setattr(documents, "read", lambda path, *, pages_engine: asked.append(pages_engine) or read(path))
    run("check", "good.docx", "--pages-engine", "estimated")
    run("check", "good.docx")
    assert asked == ["estimated", "auto"]


def test_the_options_reach_the_loader(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    asked = {}

    def load(kinds: object, **options: object) -> Rulebook:
        asked.update(options, kinds=kinds)
        return rulebook()

    for name in ("r.toml", "c.toml"):
        Path(name).write_text("")
    monkeypatch.setattr(loader, "load", load)
    run("check", "good.docx", "--rulebook", "r.toml", "--catalogue", "c.toml", "--profile", "word")
    assert asked == {"path": Path("r.toml"), "catalogue": Path("c.toml"), "profile": "word", "kinds": checks.kinds_by_name()}


@pytest.mark.parametrize("option", ["--rulebook", "--catalogue"])
def test_a_rulebook_that_does_not_exist_is_wrong_usage(option: str, run: Run) -> None:
    Path("mine.toml").write_text("")
    ran = run("check", "good.docx", option, "mien.toml")
    assert ran.code == ExitCode.USAGE
    assert 'There is no file "mien.toml"; did you mean "mine.toml"?' in ran.err


def test_a_kind_that_is_an_assumption_is_told_on_stderr(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "recognise", lambda *_: None)
    ran = run("check", "good.docx", "--format", "json")
    assert '"good.docx": its text does not tell what it is; by its length alone it is judged as a proposal.' in ran.err
    assert "add: --kind report" in ran.err
    assert json.loads(ran.out)["documents"][0]["kind_source"] == "assumed"


def test_the_report_can_be_written_to_a_file(run: Run) -> None:
    ran = run("check", "bad.docx", "--output", "out.txt", "--kind", "report")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    written = Path("out.txt").read_text(encoding="utf-8")
    assert "CON001" in written
    assert "\x1b" not in written
    assert max(map(len, written.splitlines())) <= 80


def test_json_can_be_written_to_a_file_and_replaces_an_older_result(run: Run) -> None:
    Path("out.json").write_text("old")
    shown = run("check", "bad.docx", "--format", "json").out
    run("check", "bad.docx", "--format", "json", "--output", "out.json")
    assert Path("out.json").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("target", ["bad.docx", "new.pdf", "r.toml", "none/out.json", "."])
def test_an_output_in_the_wrong_place_is_refused_before_anything_is_checked(target: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("r.toml").write_text("")
    monkeypatch.setattr(documents, "read", lambda *_, **__: pytest.fail("it was checked"))
    ran = run("check", "bad.docx", "--rulebook", "r.toml", "--output", target)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert Path("bad.docx").read_bytes() == b"bad.docx"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["gud.docx"], 'There is no file or folder "gud.docx"; did you mean "good.docx"?'),
        (["good.docx", "none/x.docx"], 'There is no folder "none"'),
        (["good.docx", "--kind", "raport"], '--kind cannot be "raport"; did you mean "report"?'),
        (["good.docx", "--kind", "resume"], "Choose one of: report, proposal."),
        (["good.docx", "--format", "jsn"], '--format cannot be "jsn"; did you mean "json"?'),
        (["good.docx", "--pages-engine", "ofice"], '--pages-engine cannot be "ofice"; did you mean "office"?'),
        (["good.docx", "--outptu", "x"], 'There is no option "--outptu"; did you mean "--output"?'),
        (["good.docx", "--strict", "--exit-zero"], "--strict and --exit-zero contradict each other."),
        (["good.docx", "--kind"], "--kind"),
        (["good.docx", "--width", "wide"], "--width"),
        ([], "FILE"),
    ],
)
def test_wrong_usage_is_answered_with_what_is_right(arguments: list[str], answer: str, run: Run) -> None:
    ran = run("check", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err


def test_nothing_is_checked_where_one_file_does_not_exist(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "read", lambda *_, **__: pytest.fail("it was checked"))
    assert run("check", "good.docx", "gone.docx").code == ExitCode.USAGE


def test_an_empty_folder_leaves_nothing_to_check(run: Run) -> None:
    Path("empty").mkdir()
    ran = run("check", "empty")
    assert (ran.code, ran.out) == (ExitCode.NOTHING_TO_CHECK, "")
    assert 'There is no document to check in "empty".' in ran.err


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_report_keeps_to_the_width_of_the_window(width: int, run: Run) -> None:
    assert max(map(len, run("check", "bad.docx", "--width", width, "--kind", "report").out.splitlines())) <= width


@pytest.mark.parametrize(("options", "environment"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"})])
def test_colours_can_be_left_out(options: list[str], environment: dict[str, str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("check", "bad.docx", "--kind", "report").out
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    plain = run("check", "bad.docx", "--kind", "report", *options).out
    assert "\x1b[3" in coloured
    assert "\x1b[3" not in plain


def test_a_name_full_of_control_characters_comes_out_harmless(run: Run, tmp_path: Path) -> None:
    hostile = "\x1b[2Jb\u202ead\x07.docx"
    (tmp_path / hostile).write_bytes(b"x")
    for ran in (run("check", hostile), run("check", hostile, "--format", "json"), run("check", f"{hostile}x")):
        said = ran.out + ran.err
        assert not {"\x1b", "\u202e", "\x07"} & set(said)


@pytest.mark.parametrize(
    ("verdicts", "strict", "code"),
    [
        ([], True, 0),
        ([Verdict.COMPLIANT, Verdict.NEEDS_REVIEW], False, 0),
        ([Verdict.COMPLIANT, Verdict.NEEDS_REVIEW], True, 1),
        ([Verdict.NOT_COMPLIANT, Verdict.UNREADABLE], False, 3),
    ],
)
def test_what_several_verdicts_come_to(verdicts: list[Verdict], strict: bool, code: int) -> None:  # noqa: FBT001 - a parameter of the table
    error = DocumentError(code="unreadable", message="No.", advice="Do.")
    reports = tuple(
        DocumentReport(path="a", kind=None, verdict=one, error=error if one is Verdict.UNREADABLE else None) for one in verdicts
    )
    assert sum_up(Report(version="1", rulebook=rulebook().stamp, documents=reports), strict=strict) == code


def test_the_reader_that_is_replaced_here_has_the_interface_of_the_real_one() -> None:
    assert readers.read.__kwdefaults__ == read.__kwdefaults__
