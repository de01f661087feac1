"""A Dask cluster of two worker processes on this machine."""

import pickle
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from demands import rulebook
from docx_files import docx, para
from mastercheck.cohort.crews import Means, hire
from mastercheck.cohort.documents import check_documents
from mastercheck.cohort.limits import Limits
from mastercheck.cohort.order import Order
from mastercheck.engine import check_file
from mastercheck.errors import LimitError, UsageError

dask = pytest.importorskip("dask", reason="dask is not installed: pip install -e '.[distributed]'")
distributed = pytest.importorskip("distributed", reason="distributed is not installed: pip install -e '.[distributed]'")

from mastercheck.cohort import cluster, outpost  # noqa: E402 - it needs the library
from mastercheck.cohort.cluster import Cluster  # noqa: E402 - the same

DEMANDS = rulebook()
ORDER = Order(pages_engine="estimated", limits=Limits(seconds=60, mebibytes=180))
GOOD = ("one", "two", "three", "four")
RUNS = 130_000
"""Of one paragraph, which is read as a whole: more than the limit of memory allows."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    places = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    with (
        dask.config.set({"temporary-directory": str(tmp_path_factory.mktemp("cluster"))}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, **places) as local,
    ):
        yield local.scheduler_address


@pytest.fixture
def remarks() -> list[str]:
    return []


def test_the_results_are_those_of_this_machine_and_the_same_limits_hold(address: str, tmp_path: Path, remarks: list[str]) -> None:
    good = [docx(tmp_path, para(f"The words of {name}."), name=f"{name}.docx") for name in GOOD]
    runs = "".join(f"<w:r><w:t>{number} </w:t></w:r>" for number in range(RUNS))
    eater = docx(tmp_path, f"<w:p>{runs}</w:p>", name="eater.docx")
    (tmp_path / "bad.pdf").write_bytes(b"no document")
    paths = [*good[:2], eater, tmp_path / "bad.pdf", tmp_path / "gone.docx", *good[2:]]
    means = Means(jobs=1, scheduler=address, remark=remarks.append)
    report = check_documents(paths, DEMANDS, lambda number: hire(number, DEMANDS, ORDER, means))
    assert [one.path for one in report.documents] == list(map(str, paths))
    for path, document in zip(paths, report.documents, strict=True):
        if path != eater:
            assert document == check_file(path, DEMANDS, pages_engine="estimated")
    error = report.documents[2].error
    assert error
    assert error.code == "out_of_memory"
    assert remarks == []


def test_an_interruption_leaves_the_workers_free_for_others(address: str, tmp_path: Path) -> None:
    def interrupt(*_: int) -> None:
        raise KeyboardInterrupt

    runs = "".join(f"<w:r><w:t>{number} </w:t></w:r>" for number in range(RUNS))
    slow = [docx(tmp_path, f"<w:p>{runs}</w:p>", name=f"slow-{number}.docx") for number in range(2)]
    good = docx(tmp_path, para("Good."), name="good.docx")
    patient = Order(pages_engine="estimated", limits=Limits(seconds=300))
    report = check_documents([good, *slow], DEMANDS, lambda _: Cluster(DEMANDS, patient, address, str), tell=interrupt)
    assert [one.error.code if one.error else None for one in report.documents] == [None, "not_checked", "not_checked"]
    again = check_documents([good, good], DEMANDS, lambda _: Cluster(DEMANDS, ORDER, address, str))
    assert {one.error for one in again.documents} == {None}


def test_a_document_that_is_too_large_is_not_sent(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LARGEST", 1 << 10)
    path = docx(tmp_path, para("Good."))
    crew = Cluster(DEMANDS, ORDER, address, str)
    (document,) = check_documents([path], DEMANDS, lambda _: crew).documents
    assert document.error
    assert (document.error.code, "larger than 0 MiB" in document.error.message) == (LimitError.code, True)


def test_a_scheduler_that_is_gone_costs_the_documents_and_no_more(address: str, tmp_path: Path) -> None:
    crew = Cluster(DEMANDS, ORDER, address, str)
    crew.stop()
    (document,) = check_documents([docx(tmp_path, para("Good."))], DEMANDS, lambda _: crew).documents
    assert document.error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (distributed.KilledWorker("task", None, 1), "crashed"),
        (distributed.comm.CommClosedError(), "crashed"),
        (cluster.CancelledError(), "crashed"),
        (ValueError("secret"), "fault"),
    ],
)
def test_a_worker_that_is_lost_costs_its_document_and_no_more(error: Exception, code: str) -> None:
    said = Cluster.explain(object.__new__(Cluster), Path("a.docx"), error)
    assert said
    assert (said.code, "secret" in said.message) == (code, False)


def test_a_file_that_may_not_be_read_is_said_to_be_by_this_machine(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    path = docx(tmp_path, para("Good."))
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (document,) = check_documents([path], DEMANDS, lambda _: Cluster(DEMANDS, ORDER, address, str)).documents
    assert document == check_file(path, DEMANDS, pages_engine="estimated")


@pytest.fixture
def stranger() -> Iterator[str]:
    """The address of something that is no scheduler."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                caller.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\nThis is no scheduler, whatever it is that you want.")
                caller.close()

        threading.Thread(target=answer, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("given", ["nonsense", "tcp://host:port", "sip://127.0.0.1:1", "tcp://127.0.0.1:1", ""])
def test_an_address_without_a_scheduler_is_wrong_usage(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with pytest.raises(UsageError, match=f"There is no Dask scheduler at {given}: ."):
        Cluster(DEMANDS, ORDER, given, str)


def test_what_answers_and_is_no_scheduler_is_wrong_usage_too(stranger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="There is no Dask scheduler"):
        Cluster(DEMANDS, ORDER, stranger, str)


def test_a_scheduler_without_workers_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(_: str) -> dict[str, int]:
        return {"total_threads": 0}

    monkeypatch.setattr(cluster, "_ask", ask)
    with pytest.raises(UsageError, match="has no workers"):
        Cluster(DEMANDS, ORDER, "tcp://host:1", str)


class Workers:
    """Workers that introduce themselves as a test says."""

    def __init__(self, answer: tuple[str, str] | Exception) -> None:
        self.answer = answer

    def run(self, _: object) -> dict[str, tuple[str, str]]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return {"tcp://there:1": self.answer}


def test_workers_with_another_program_or_none_are_refused(remarks: list[str]) -> None:
    with pytest.raises(UsageError, match=r"has another mastercheck than this one: 0\.0\.9 abcdef instead of"):
        cluster._compare(Workers(("0.0.9 abcdef", "")), remarks.append)
    with pytest.raises(UsageError, match=r"no mastercheck that answers \(ModuleNotFoundError\)"):
        cluster._compare(Workers(ModuleNotFoundError()), remarks.append)


def test_workers_with_other_libraries_are_used_and_told(remarks: list[str]) -> None:
    program, surroundings = outpost.introduce()
    assert cluster._compare(Workers((program, surroundings)), remarks.append)
    assert not cluster._compare(Workers((program, "others")), remarks.append)
    assert "at tcp://there:1: a page count may be another" in remarks[0]


def test_an_outpost_judges_under_the_name_that_the_document_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = docx(tmp_path, para("Good."))
    post = outpost.Outpost("run", DEMANDS, ORDER)
    worker = SimpleNamespace(state=SimpleNamespace(nthreads=1), plugins={"run": post})
    monkeypatch.setattr(outpost, "get_worker", lambda: worker)
    post.setup(worker)
    try:
        report = pickle.loads(outpost.judge_there("run", "made.docx", path.read_bytes()))  # noqa: S301 - our own
    finally:
        post.teardown(worker)
    assert replace(report, path=str(path)) == check_file(path, DEMANDS, pages_engine="estimated")


def test_workers_that_cannot_be_prepared_are_left_as_they_were(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UsageError("No.", "Do.")

    monkeypatch.setattr(cluster, "_compare", fail)
    with pytest.raises(UsageError, match="No"):
        Cluster(DEMANDS, ORDER, address, str)
