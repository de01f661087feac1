"""A pool of worker processes among documents that crash, hang and eat memory."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial
from multiprocessing import util
from pathlib import Path

import pytest

from demands import rulebook
from docx_files import docx, para
from hostile_tasks import behave, is_gone
from mastercheck.cohort import pool
from mastercheck.cohort.documents import check_documents
from mastercheck.cohort.endings import WORN_OUT
from mastercheck.cohort.limits import Limits
from mastercheck.cohort.order import Order
from mastercheck.cohort.pool import Pool
from mastercheck.engine import check_file
from mastercheck.model.report import DocumentReport, Report

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux keeps the limits of memory and processor time")

ORDER = Order(pages_engine="estimated", limits=Limits(seconds=2, mebibytes=320))
DEMANDS = rulebook()
NAMES = (
    "good-1", "hang", "eat", "good-2", "fault", "crash", "overtime", "kill", "leave", "chatter", "start-hang", "start-kill", "start-leave",
    "good-3",
)  # fmt: skip


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder for temporary files, for this module alone."""
    before = tempfile.tempdir
    util.get_temp_dir()  # that of multiprocessing, which stays until the interpreter ends
    folder = tmp_path_factory.mktemp("temporary")
    tempfile.tempdir = str(folder)
    yield folder
    tempfile.tempdir = before


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("documents")
    return tuple(docx(folder, para(f"The words of {name}."), name=f"{name}.docx") for name in NAMES)


@pytest.fixture(scope="module")
def report(temporary: Path, documents: tuple[Path, ...]) -> Report:
    """The report on all of them, by two workers."""
    del temporary
    return check_documents(documents, DEMANDS, lambda _: Pool(DEMANDS, ORDER, 2, task=behave))


def test_the_good_ones_are_judged_as_each_is_alone_and_in_their_order(report: Report, documents: tuple[Path, ...]) -> None:
    assert [document.path for document in report.documents] == list(map(str, documents))
    for path, document in zip(documents, report.documents, strict=True):
        if path.stem.startswith(("good", "chatter")):
            assert document == check_file(path, DEMANDS, pages_engine="estimated")


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("hang", "timeout", "hang.docx was given up: it takes longer than 2 seconds."),
        ("overtime", "timeout", "takes longer than 2 seconds"),
        ("eat", "out_of_memory", "eat.docx cannot be read: it takes more memory than 320 MiB."),
        ("crash", "crashed", "crash.docx could not be read: it crashed the process that was reading it (SIGSEGV)."),
        ("kill", "crashed", "the system ended the process that was reading it"),
        ("leave", "crashed", "(exit code 7)"),
        ("fault", "fault", "fault.docx could not be judged: ZeroDivisionError"),
        ("start-hang", "timeout", "takes longer"),
        ("start-kill", "crashed", "the system ended"),
        ("start-leave", "crashed", "(exit code 7)"),
    ],
)
def test_each_hostile_one_has_a_row_with_its_reason(name: str, code: str, message: str, report: Report) -> None:
    error = by_name(report)[name].error
    assert error
    assert error.code == code
    assert message in error.message
    assert error.advice
    assert "secret" not in error.message


def by_name(report: Report) -> dict[str, DocumentReport]:
    return {Path(document.path).stem: document for document in report.documents}


@pytest.mark.parametrize("name", ["start-hang", "start-kill", "start-leave"])
def test_what_a_worker_started_ends_with_it(name: str, report: Report, documents: tuple[Path, ...]) -> None:
    del report
    assert is_gone(int((documents[0].parent / f"{name}.pid").read_text()))


def test_nothing_is_left_behind(report: Report, temporary: Path) -> None:
    del report
    assert list(temporary.iterdir()) == []


def test_a_worker_that_is_worn_out_is_replaced_and_its_document_is_taken_once_more() -> None:
    crew = Pool(DEMANDS, ORDER, 1)
    try:
        assert crew.explain(Path("a.docx"), pool.ProcessExpired("", code=WORN_OUT)) is None
        assert crew.explain(Path("a.docx"), pool.ProcessExpired("", code=WORN_OUT)) is None
    finally:
        crew.stop()


def test_a_pool_that_breaks_is_made_anew_and_a_document_that_saw_it_break_twice_is_given_up(tmp_path: Path, temporary: Path) -> None:
    good = docx(tmp_path, para("Good."))
    crew = Pool(DEMANDS, ORDER, 1)
    broken = pool.BrokenProcessPool()
    assert crew.explain(good, broken) is None
    given_up = crew.explain(good, broken)
    assert given_up
    assert given_up.code == "crashed"
    crew._pool.stop()
    crew._pool.join()
    report = check_documents([good], DEMANDS, lambda _: crew)
    assert report.documents[0] == check_file(good, DEMANDS, pages_engine="estimated")
    assert list(temporary.iterdir()) == []


def test_whoever_waits_for_a_pool_that_is_stopped_is_told(tmp_path: Path) -> None:
    crew = Pool(DEMANDS, ORDER, 1, task=behave)
    waiting = crew.submit(docx(tmp_path, para("Some words."), name="hang.docx"))
    crew.stop()
    late = crew.submit(tmp_path / "hang.docx")
    for future in (waiting, late):
        with pytest.raises(CancelledError):
            future.result(timeout=10)


def test_a_worker_that_cannot_be_started_costs_its_document_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(pool.ProcessPool, "schedule", fail)
    good = docx(tmp_path, para("Good."))
    (document,) = check_documents([good], DEMANDS, lambda _: Pool(DEMANDS, ORDER, 1)).documents
    assert document.error
    assert document.error.code == "crashed"


def test_a_pool_that_cannot_be_made_leaves_nothing(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Pool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Pool, "_make", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Pool(DEMANDS, ORDER, 1)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_where_there_is_no_server_to_fork_from_workers_are_started_anew(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("AF_UNIX path too long")

    started = []
    monkeypatch.setattr(pool.sys, "platform", platform)
    monkeypatch.setattr(pool.forkserver, "ensure_running", fail)
    monkeypatch.setattr(pool, "ProcessPool", lambda **options: started.append(options["context"].get_start_method()) or partial)
    Pool(DEMANDS, ORDER, 1)
    assert started == ["spawn"]
