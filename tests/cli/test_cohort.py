"""Many documents on the command line: real worker processes, a real folder of hostile files, interruptions, the cache."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docx_files import docx, para
from hostile_tasks import is_gone
from mastercheck.cli import cohort
from mastercheck.cli.options import load_rulebook
from mastercheck.cohort.crew import Here
from mastercheck.engine import check_file
from mastercheck.errors import ExitCode
from mastercheck.render import json as json_renderer
from running import Run

TESTS = Path(__file__).parents[1]
WITH_TASKS = """
import subprocess
import sys
from hostile_tasks import behave
from mastercheck.__main__ import run_process
from mastercheck.cohort import pool
if __name__ == "__main__":
    Pool = pool.Pool
    pool.Pool = lambda *given, task, **more: Pool(*given, task=behave, **more)
    run_process()
"""
"""A command line whose workers do what the names of the documents say."""

QUICKLY = ("--format", "json", "--pages-engine", "estimated")

needs_workers = pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux keeps the limits of memory and processor time")


@pytest.fixture
def temporary() -> Iterator[Path]:
    """Where the program puts its temporary files; its name is short enough for the sockets in it."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def start(*arguments: object, temporary: Path, script: str = "", **more: object) -> "subprocess.Popen[str]":
    """Start mastercheck in a group of processes of its own, as a terminal does."""
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(filter(None, [*map(str, sys.path), str(TESTS)]))}
    program = [sys.executable, *(["-c", script] if script else ["-m", "mastercheck"])]
    return subprocess.Popen(
        [*program, "check", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
        **more,  # type: ignore[call-overload]
    )


def members(group: int) -> list[int]:
    """The processes of a group that run, with their children in other groups where those name the folder of the run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] not in "ZX":
                found.append(int(entry.name))
    return found


def is_quiet(group: int, temporary: Path) -> bool:
    """Wait until no process of a group runs, and say whether none is left and no file either."""
    deadline = time.monotonic() + 10
    while members(group) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not members(group) and not list(temporary.iterdir())


@needs_workers
@pytest.mark.shared("corpus/hostile")
def test_a_folder_of_good_and_hostile_files(tmp_path: Path, temporary: Path, shared: Path) -> None:
    folder = tmp_path / "submissions"
    folder.mkdir()
    good = [docx(folder, para(f"The report number {number} is short."), name=f"good-{number:02}.docx") for number in range(50)]
    spread = sorted(path for path in (shared / "corpus" / "hostile").iterdir() if path.suffix in {".docx", ".pdf"})[::8][:49]
    hostile = [Path(shutil.copy(path, folder)) for path in spread]
    runs = "".join(f"<w:r><w:t>{number} </w:t></w:r>" for number in range(300_000))
    hostile.append(docx(folder, f"<w:p>{runs}</w:p>", name="eater.docx"))
    options = ("--format", "json", "--pages-engine", "estimated", "--memory", 256, "--no-cache")
    process = start(folder, *options, temporary=temporary)
    said, complained = process.communicate(timeout=120)
    assert process.returncode == ExitCode.UNREADABLE
    assert "Traceback" not in complained
    told = {Path(one["path"]).name: one for one in json.loads(said)["documents"]}
    assert sorted(told) == sorted(path.name for path in (*good, *hostile))
    assert told["eater.docx"]["error"]["code"] == "out_of_memory"
    assert all(one["error"]["message"] and one["error"]["advice"] for one in told.values() if one["outcome"] == "unreadable")
    assert sum(one["outcome"] == "unreadable" for one in told.values()) > 20
    demands = load_rulebook()
    for path in good:
        alone = json_renderer._document(check_file(path, demands, pages_engine="estimated"))
        assert told[path.name] == json.loads(json.dumps(alone))
    assert is_quiet(process.pid, temporary)


@needs_workers
def test_ctrl_c_leaves_what_is_done_and_names_the_others(tmp_path: Path, temporary: Path) -> None:
    for name in ("good-1", "good-2", "start-hang", "hang", "never-1", "never-2"):
        docx(tmp_path, para("Some words."), name=f"{name}.docx")
    paths = [tmp_path / f"{name}.docx" for name in ("good-1", "good-2", "start-hang", "hang", "never-1", "never-2")]
    options = ("--format", "csv", "--pages-engine", "estimated", "--jobs", 2, "--timeout", 100)
    process = start(*paths, *options, "--output", tmp_path / "out.csv", temporary=temporary, script=WITH_TASKS)
    note = tmp_path / "start-hang.pid"
    while not note.exists():
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "interrupted. 4 of 6 documents were not checked; the report says which." in complained
    assert "Traceback" not in complained
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert [Path(row["document"]).stem for row in rows] == [path.stem for path in paths]
    assert ["not checked" in row["error"] for row in rows] == [False, False, True, True, True, True]
    assert is_gone(int(note.read_text()))
    assert is_quiet(process.pid, temporary)


@needs_workers
def test_ctrl_c_while_workers_start_is_no_more_than_an_interruption(folder: Path, temporary: Path) -> None:
    process = start(folder, "--jobs", 2, temporary=temporary)
    while len(members(process.pid)) < 3:
        assert process.poll() is None
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60) == ("", "mastercheck: interrupted.\n")
    assert process.returncode == ExitCode.INTERRUPTED
    assert is_quiet(process.pid, temporary)


@needs_workers
@pytest.mark.parametrize("documents", [["start-hang", "hang", "hang-2"], ["start-hang"]])
def test_workers_end_with_a_process_that_is_killed(documents: list[str], tmp_path: Path, temporary: Path) -> None:
    paths = [docx(tmp_path, para("Some words."), name=f"{name}.docx") for name in documents]
    script = WITH_TASKS.replace("pool", "alone").replace("Pool", "Alone") if len(documents) == 1 else WITH_TASKS
    process = start(*paths, "--jobs", 2, temporary=temporary, script=script)
    note = tmp_path / "start-hang.pid"
    while not note.exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=60)
    assert is_gone(int(note.read_text()))
    deadline = time.monotonic() + 10
    while members(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert members(process.pid) == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.docx", "b.docx", "old/c.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        docx(path.parent, para(f"The words of {name}."), name=path.name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths_of(out: str) -> list[str]:
    return [one["path"] for one in json.loads(out)["documents"]]


def test_what_is_excluded_is_not_checked(folder: Path, run: Run) -> None:
    del folder
    assert paths_of(run("check", ".", "--exclude", "old/", "--exclude", "b.*", *QUICKLY).out) == ["a.docx"]
    ran = run("check", ".", "--exclude", "*")
    assert (ran.code, ran.out) == (ExitCode.NOTHING_TO_CHECK, "")
    assert "--exclude leaves out all 3" in ran.err


def test_an_unchanged_document_is_not_checked_twice(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ("check", ".", "--format", "json", "--pages-engine", "estimated")
    first = run(*options)
    assert run("cache", "show").out.startswith("3 results in ")
    docx(folder, para("Other words."), name="b.docx")
    read = []
    monkeypatch.setattr("mastercheck.engine.documents.read", lambda path, **_: read.append(path.name))
    again = run(*options)
    assert read == ["b.docx"]
    assert [json.loads(again.out)["documents"][place] for place in (0, 2)] == [
        json.loads(first.out)["documents"][place] for place in (0, 2)
    ]
    run(*options, "--no-cache")
    assert len(read) == 4
    assert run("cache", "clear").out.startswith("Removed 3 results from ")
    assert run("cache", "SHOW").out.startswith("0 results in ")


def test_an_interrupted_run_says_so_beside_its_report(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    submit = Here.submit

    def interrupt(here: Here, path: Path) -> object:
        if path.name != "a.docx":
            raise KeyboardInterrupt
        return submit(here, path)

    monkeypatch.setattr(Here, "submit", interrupt)
    ran = run("check", ".", "--format", "json", "--pages-engine", "estimated", "--kind", "report")
    assert ran.code == ExitCode.INTERRUPTED
    assert ran.err == "mastercheck: interrupted. 2 of 3 documents were not checked; the report says which.\n"
    assert [one["error"] and one["error"]["code"] for one in json.loads(ran.out)["documents"]] == [None, "not_checked", "not_checked"]


def test_an_action_that_the_cache_does_not_know_is_wrong_usage(run: Run) -> None:
    ran = run("cache", "cler")
    assert (ran.code, "did you mean" in ran.err) == (ExitCode.USAGE, True)


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["--jobs", "0"], "--jobs"),
        (["--timeout", "0"], "--timeout"),
        (["--memory", "10"], "--memory"),
        (["--memory", "much"], "--memory"),
    ],
)
def test_limits_that_are_none_are_wrong_usage(folder: Path, options: list[str], answer: str, run: Run) -> None:
    ran = run("check", folder, *options)
    assert (ran.code, ran.out, answer in ran.err) == (ExitCode.USAGE, "", True)


class Window(io.StringIO):
    """A window that people look at."""

    def isatty(self) -> bool:
        return True


def test_how_far_it_is_is_shown_in_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()
    monkeypatch.setattr(sys, "stderr", window)
    monkeypatch.setenv("TERM", "xterm")
    with cohort.show_progress(3) as tell:
        tell(2, 3)
    assert "2/3" in window.getvalue()
    assert "time left" in window.getvalue()


@pytest.mark.parametrize(("stream", "total"), [(Window(), 1), (io.StringIO(), 3)])
def test_how_far_it_is_is_not_shown_for_one_document_nor_where_nobody_looks(
    stream: io.StringIO, total: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with cohort.show_progress(total) as tell:
        tell(1, total)
    assert stream.getvalue() == ""


def test_what_is_needed_later_can_be_loaded_beforehand() -> None:
    code = "import sys; from mastercheck.cli.cohort import Effort; Effort({}).prepare(); print(*sys.modules)"

    def loaded(arguments: str) -> set[str]:
        done = subprocess.run([sys.executable, "-c", code.format(arguments)], check=True, capture_output=True, text=True)
        return {"mastercheck.render.terminal", "spacy"} & set(done.stdout.split())

    assert loaded("") == set()
    assert loaded("shown=True") == {"mastercheck.render.terminal"}
    assert loaded("repeated=True") == {"spacy"}


def test_the_settings_of_a_repository_can_exclude(folder: Path, run: Run) -> None:
    (folder / "mastercheck.toml").write_text('exclude = ["old/", "b.*"]', encoding="utf-8")
    assert paths_of(run("check", ".", *QUICKLY).out) == ["a.docx"]
    assert paths_of(run("check", ".", "--exclude", "a.*", *QUICKLY).out) == ["b.docx", "old/c.docx"]
