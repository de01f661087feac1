"""Many documents: what is known, what a crew says, in which order, and what an interruption leaves."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from demands import rulebook
from mastercheck.cohort import crews
from mastercheck.cohort.cache import Cache
from mastercheck.cohort.crew import Here, completed, receive
from mastercheck.cohort.crews import Means, count_cores, hire
from mastercheck.cohort.documents import check_documents
from mastercheck.cohort.order import Order
from mastercheck.cohort.shelf import Shelf
from mastercheck.engine import check_file
from mastercheck.errors import LimitError, MastercheckError, NotCheckedError, UsageError
from report_builders import document

DEMANDS = rulebook()
PATHS = tuple(Path(f"{letter}.docx") for letter in "abcd")


class Staff:
    """A crew of which a test says what each document does, and in which order they are done."""

    room = 2
    alike = True

    def __init__(self, act: Callable[[Path], object] = lambda path: document(path=str(path))) -> None:
        self.act = act
        self.taken: list[str] = []
        self.held: list[tuple[Path, Future[bytes]]] = []
        self.stopped = 0

    def submit(self, path: Path) -> "Future[bytes]":
        """Hold a document until there is another, which is done first."""
        self.taken.append(path.stem)
        future: Future[bytes] = Future()
        self.held.append((path, future))
        if len(self.held) == self.room or path == PATHS[-1]:
            self._finish(*self.held.pop())
        return future

    def _finish(self, path: Path, future: "Future[bytes]") -> None:
        import pickle  # noqa: PLC0415

        try:
            future.set_result(pickle.dumps(self.act(path)))
        except Exception as error:  # noqa: BLE001 - it is the test's
            future.set_exception(error)
        if path == PATHS[-1] and self.held:
            self._finish(*self.held.pop())

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Say what the test says, at the second time."""
        del error
        return LimitError(f"{path.name} is too large.", "Make it smaller.") if self.taken.count(path.stem) > 1 else None

    def stop(self) -> None:
        """Note it."""
        self.stopped += 1


def test_reports_are_in_the_order_of_the_documents_however_they_come() -> None:
    staff, told = Staff(), []
    report = check_documents(PATHS, DEMANDS, lambda _: staff, tell=lambda *how_far: told.append(how_far))
    assert [one.path for one in report.documents] == ["a.docx", "b.docx", "c.docx", "d.docx"]
    assert (report.rulebook, staff.taken, staff.stopped) == (DEMANDS.stamp, ["a", "b", "c", "d"], 1)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_document_that_was_not_at_fault_is_taken_once_more_and_then_said_to_fail() -> None:
    def fail(path: Path) -> object:
        if path.stem == "b":
            raise OSError
        return document(path=str(path))

    staff = Staff(fail)
    report = check_documents(PATHS, DEMANDS, lambda _: staff)
    assert staff.taken.count("b") == 2
    assert [one.error.message if one.error else "" for one in report.documents] == ["", "b.docx is too large.", "", ""]


def test_what_is_known_needs_no_crew(tmp_path: Path) -> None:
    for path in PATHS:
        (tmp_path / path).write_bytes(path.name.encode())
    paths = [tmp_path / path for path in PATHS]
    hired: list[int] = []

    def crew(number: int) -> Here:
        hired.append(number)
        return Here(DEMANDS, Order())

    def shelf() -> Shelf:
        return Shelf(Cache(tmp_path / "cache"), Order(), "sha")

    first = check_documents(paths[:3], DEMANDS, crew, shelf=shelf())
    again = check_documents(paths, DEMANDS, crew, shelf=shelf())
    assert hired == [3, 1]
    assert again.documents[:3] == first.documents
    assert check_documents(paths, DEMANDS, crew, shelf=shelf()) == again
    assert hired == [3, 1]


def test_what_others_found_in_other_surroundings_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "d.docx").write_bytes(b"x")
    staff = Staff(lambda _: document())
    staff.room, staff.alike = 1, False
    check_documents([tmp_path / "d.docx"], DEMANDS, lambda _: staff, shelf=Shelf(Cache(tmp_path / "cache"), Order(), "sha"))
    assert Cache(tmp_path / "cache").survey() == (0, 0)


def test_an_interruption_leaves_what_is_done_and_names_the_others() -> None:
    def interrupt(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    staff = Staff()
    report = check_documents(PATHS, DEMANDS, lambda _: staff, tell=interrupt)
    assert staff.stopped == 1
    errors = [one.error.code if one.error else None for one in report.documents]
    assert sorted(errors, key=str) == [None, None, NotCheckedError.code, NotCheckedError.code]
    assert [one.path for one in report.documents] == list(map(str, PATHS))


def test_an_interruption_before_anything_is_done_is_no_more_than_that() -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    staff = Staff(interrupt)
    with pytest.raises(KeyboardInterrupt):
        check_documents(PATHS, DEMANDS, lambda _: staff)
    assert staff.stopped == 1


def test_here_a_document_is_checked_in_this_process(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no document")
    here = Here(DEMANDS, Order())
    assert receive(here, path, here.submit(path)) == check_file(path, DEMANDS)
    fault = receive(here, path, completed(ValueError("secret")))
    assert fault
    assert fault.error
    assert (fault.error.code, "secret" in fault.error.message) == ("fault", False)
    here.stop()


@pytest.mark.parametrize(
    ("number", "platform", "threads", "limited", "kind"),
    [
        (1, "linux", 1, False, "Alone"),
        (1, "linux", 2, False, "Pool"),
        (1, "darwin", 1, True, "Pool"),
        (1, "win32", 1, False, "Here"),
        (5, "linux", 1, False, "Pool"),
    ],
)
def test_the_crew_is_as_little_as_the_documents_need(
    number: int,
    platform: str,
    threads: int,
    limited: bool,  # noqa: FBT001 - a column of the table
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mastercheck.cohort.pool.Pool._make", lambda _: None)
    monkeypatch.setattr("mastercheck.cohort.pool.open_workplace", lambda: None)
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(sys, "platform", platform)
    crew = hire(number, DEMANDS, Order(), Means(jobs=3, limited=limited))
    assert type(crew).__name__ == kind
    assert crew.room == (min(number, 3) + 1 if kind == "Pool" else 1)


def test_a_cluster_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mastercheck.cohort.cluster", None)
    with pytest.raises(UsageError, match="not installed") as error:
        hire(1, DEMANDS, Order(), Means(jobs=1, scheduler="tcp://host:1"))
    assert "pip install 'mastercheck[distributed]'" in error.value.advice


def test_there_is_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_cores() >= 1
    monkeypatch.delattr(crews.os, "sched_getaffinity", raising=False)
    assert count_cores() >= 1
