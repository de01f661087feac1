"""What a worker does, seen from inside: here it runs in this process, which neither is limited nor ends."""

import os
import pickle
import signal
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from demands import rulebook
from docx_files import docx, para
from mastercheck.cohort import limits, worker, workplace
from mastercheck.cohort.endings import OUT_OF_MEMORY, WORN_OUT, word_end
from mastercheck.cohort.limits import Limits, data_held, grant_time, limits_memory, restrict
from mastercheck.cohort.order import Order
from mastercheck.cohort.worker import attempt, begin, deafened, judge, silence
from mastercheck.engine import check_file
from mastercheck.errors import MemoryLimitError

ORDER = Order(pages_engine="estimated", limits=Limits(seconds=5, mebibytes=800))
DEMANDS = rulebook()


class Ended(BaseException):
    """This process would have ended."""


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A worker has begun, with this room."""

    def end(code: int) -> None:
        raise Ended(code)

    for name in ("silence", "restrict", "grant_time", "spare_threads"):
        monkeypatch.setattr(worker, name, lambda *_: None)
    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(worker, "PAUSE", 0)
    monkeypatch.setattr(worker, "_DESK", worker.Desk())
    monkeypatch.setattr(workplace.tempfile, "tempdir", None)
    begin(DEMANDS, ORDER, tmp_path)
    return tmp_path / str(os.getpid())


def test_a_worker_has_a_room_of_its_own_for_temporary_files(room: Path) -> None:
    assert room.is_dir()
    assert workplace.tempfile.gettempdir() == str(room)


def test_a_report_comes_pickled(room: Path, tmp_path: Path) -> None:
    del room
    good, bad = docx(tmp_path, para("Good.")), tmp_path / "bad.docx"
    bad.write_bytes(b"no document")
    for path in (good, bad):
        assert pickle.loads(attempt(judge, path)) == check_file(path, DEMANDS, pages_engine="estimated")  # noqa: S301 - our own


def test_a_worker_ends_that_lacks_memory(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lack(*_: object, **__: object) -> None:
        raise MemoryLimitError("", "")

    del room
    monkeypatch.setattr(worker, "judge_file", lack)
    with pytest.raises(Ended, match=str(OUT_OF_MEMORY)):
        attempt(judge, Path("a.docx"))


def test_a_worker_ends_that_holds_much_of_earlier_documents(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del room
    monkeypatch.setattr(worker, "data_held", lambda: 1 << 40)
    with pytest.raises(Ended, match=str(WORN_OUT)):
        attempt(judge, Path("a.docx"))


def test_nothing_is_judged_before_a_worker_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_DESK", worker.Desk())
    with pytest.raises(RuntimeError):
        judge(Path("a.docx"))


def test_a_worker_ends_with_the_process_that_it_works_for(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    joined = []
    employer = SimpleNamespace(join=lambda: joined.append("joined"))
    monkeypatch.setattr(worker.multiprocessing, "parent_process", lambda: employer)
    with pytest.raises(Ended):
        worker._outlive(room)
    assert (joined, room.exists()) == (["joined"], False)


def test_a_worker_is_silent() -> None:
    process = os.fork()
    if not process:
        silence()
        os.write(1, b"to stdout")
        os.write(2, b"to stderr")
        os._exit(int(os.path.samestat(os.fstat(0), Path(os.devnull).stat())))
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 1


def test_what_is_started_does_not_hear_an_interruption_that_is_meant_for_us() -> None:
    with deafened():
        assert signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux keeps the limits of memory and processor time")
def test_the_limits_are_those_of_the_order_and_never_beyond_what_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    allowed = {resource.RLIMIT_DATA: resource.RLIM_INFINITY, resource.RLIMIT_CORE: resource.RLIM_INFINITY, resource.RLIMIT_CPU: 10}
    lowered = {}
    monkeypatch.setattr(resource, "getrlimit", lambda which: (0, allowed[which]))
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: lowered.update({which: pair}))
    restrict(ORDER.limits)
    grant_time(ORDER.limits)
    assert lowered == {
        resource.RLIMIT_DATA: (800 << 20, resource.RLIM_INFINITY),
        resource.RLIMIT_CORE: (0, resource.RLIM_INFINITY),
        resource.RLIMIT_CPU: (10, 10),
    }
    assert limits_memory()
    assert data_held() > 1 << 20


def test_where_the_system_keeps_no_limits_none_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.sys, "platform", "darwin")
    restrict(ORDER.limits)
    grant_time(ORDER.limits)
    assert (limits_memory(), data_held()) == (False, 0)


def test_numpy_is_told_to_make_no_threads_unless_the_user_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    limits.spare_threads()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    limits.spare_threads()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "4"


def test_a_signal_that_has_no_name_is_told_by_its_number() -> None:
    assert "(signal 99)" in word_end(Path("a.docx"), -99, ORDER.limits).message


def test_the_rooms_of_workers_that_are_no_more_are_cleared_and_the_others_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("1", str(os.getpid()), "4194305"):
        (tmp_path / name / "folder").mkdir(parents=True)
    workplace.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["1", str(os.getpid())])

    def forbid(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", forbid)
    workplace.sweep(tmp_path)
    assert (tmp_path / "1").exists()
    workplace.close_workplace(tmp_path)
    workplace.close_workplace(tmp_path)
    assert not tmp_path.exists()


def test_the_thread_that_watches_does_not_keep_a_process_alive(room: Path) -> None:
    del room
    assert all(thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
