"""A document alone, in a copy of this process."""

import multiprocessing
import sys
import threading
import time
from pathlib import Path

import pytest

from demands import rulebook
from docx_files import docx, para
from hostile_tasks import behave, is_gone
from mastercheck.cohort import alone
from mastercheck.cohort.alone import Alone, can_fork
from mastercheck.cohort.crew import receive
from mastercheck.cohort.limits import Limits
from mastercheck.cohort.order import Order
from mastercheck.engine import check_file
from mastercheck.model.report import DocumentReport

pytestmark = [
    pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux has copies of processes that are safe"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]

MEBIBYTES = 4096
"""This process, of which the worker is a copy, may hold much already."""

ORDER = Order(pages_engine="estimated", limits=Limits(seconds=60, mebibytes=MEBIBYTES))
HASTY = Order(pages_engine="estimated", limits=Limits(seconds=1, mebibytes=MEBIBYTES))
DEMANDS = rulebook()


def check(folder: Path, name: str, order: Order = ORDER) -> DocumentReport:
    path = docx(folder, para("Some words."), name=f"{name}.docx")
    crew = Alone(DEMANDS, order, task=behave)
    report = receive(crew, path, crew.submit(path))
    crew.stop()
    assert report
    return report


@pytest.mark.parametrize("name", ["good", "chatter"])
def test_a_good_one_is_judged_as_in_this_process(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, name) == check_file(tmp_path / f"{name}.docx", DEMANDS, pages_engine="estimated")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("hang", "timeout", "takes longer than 1 second."),
        ("eat", "out_of_memory", "more memory than 4096 MiB"),
        ("crash", "crashed", "(SIGSEGV)"),
        ("fault", "crashed", "(exit code 1)"),
    ],
)
def test_the_limits_hold(name: str, code: str, message: str, tmp_path: Path) -> None:
    error = check(tmp_path, name, HASTY if name == "hang" else ORDER).error
    assert error
    assert (error.code, message in error.message) == (code, True)


def test_what_the_copy_started_ends_with_it(tmp_path: Path) -> None:
    check(tmp_path, "start-kill")
    assert is_gone(int((tmp_path / "start-kill.pid").read_text()))


def test_this_process_can_do_something_meanwhile(tmp_path: Path) -> None:
    done = []
    path = docx(tmp_path, para("Some words."))
    crew = Alone(DEMANDS, ORDER, meanwhile=lambda: done.append("something"))
    crew.submit(path)
    assert done == ["something"]


def test_a_copy_that_ends_within_its_answer_is_told_as_one_that_ended(tmp_path: Path) -> None:
    answered = tmp_path / "answered"

    def answer(_: Path) -> bytes:
        answered.touch()
        return bytes(4_000_000)  # more than a pipe holds, so that it waits within

    def end() -> None:
        (child,) = multiprocessing.active_children()
        while not answered.exists() or " S " not in Path(f"/proc/{child.pid}/stat").read_text():
            time.sleep(0.01)
        child.kill()

    path = docx(tmp_path, para("Some words."))
    crew = Alone(DEMANDS, ORDER, task=answer, meanwhile=end)
    error = crew.explain(path, crew.submit(path).exception() or ValueError())
    assert error
    assert error.code == "crashed"


def test_an_interruption_ends_the_copy(tmp_path: Path) -> None:
    def interrupt() -> None:
        while not (tmp_path / "start-hang.pid").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    path = docx(tmp_path, para("Some words."), name="start-hang.docx")
    with pytest.raises(KeyboardInterrupt):
        Alone(DEMANDS, ORDER, task=behave, meanwhile=interrupt).submit(path)
    assert is_gone(int((tmp_path / "start-hang.pid").read_text()))


def test_a_fault_of_ours_is_no_matter_of_the_worker() -> None:
    error = Alone(DEMANDS, ORDER).explain(Path("a.docx"), ValueError("secret words"))
    assert error
    assert (error.code, "secret" in error.message) == ("fault", False)


def test_no_copy_is_made_of_a_process_with_threads_nor_where_it_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not alone.can_fork()
