"""Reports that are kept from one run to the next."""

import multiprocessing
import os
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from mastercheck import errors as program
from mastercheck.cohort import cache, keys, shelf
from mastercheck.cohort.cache import Cache, find_folder, is_lasting
from mastercheck.cohort.keys import describe_program, describe_surroundings, make_key
from mastercheck.cohort.order import Order
from mastercheck.cohort.shelf import Shelf
from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.report import DocumentError, DocumentReport, Outcome, Verdict
from report_builders import document, draft, proposal, result, scan
from report_strategies import documents as document_reports

KEY = "0" * 64
ORDER = Order()
PAGES = PageCount(count=3, engine=PageEngine.ESTIMATED, certain=False)
UNREADABLE = DocumentReport(
    path="a.pdf", kind=None, verdict=Verdict.UNREADABLE, error=DocumentError(code="unreadable", message="No.", advice="Do.")
)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entries(kept: Cache) -> list[str]:
    return sorted(path.name for path in kept.folder.iterdir())


@pytest.mark.parametrize("report", [draft(), proposal(), scan()])
def test_what_is_kept_is_found_under_the_path_that_is_asked_for(kept: Cache, report: DocumentReport) -> None:
    kept.keep(KEY, report)
    assert kept.find(KEY, Path("other/name.docx")) == replace(report, path="other/name.docx")
    assert kept.find("1" * 64, Path("a.docx")) is None


@settings(max_examples=30)
@given(document_reports)
def test_any_report_is_found_again_as_it_was_or_not_at_all(tmp_path_factory: pytest.TempPathFactory, report: DocumentReport) -> None:
    kept = Cache(tmp_path_factory.getbasetemp() / "any")
    kept.clear()
    kept.keep(KEY, report)
    writable = not any(0xD800 <= ord(letter) < 0xE000 for letter in _texts(replace(report, path="")))
    assert kept.find(KEY, Path(report.path)) == (replace(report, path=str(Path(report.path))) if writable else None)


def _texts(report: DocumentReport) -> str:
    """The letters of a report, those of its facts included."""
    return "".join(_letters(report))


def _letters(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _letters(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from _letters(one)
    elif hasattr(value, "__slots__"):
        yield from _letters(tuple(getattr(value, name) for name in value.__slots__))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rubbish",
        zlib.compress(b"{}"),
        zlib.compress(b"[]")[:-1],
        zlib.compress(b'{"path": "", "kind": "novel", "verdict": "compliant"}'),
    ],
)
def test_an_entry_that_is_damaged_is_as_if_it_were_not_there_and_is_replaced(kept: Cache, content: bytes) -> None:
    kept.keep(KEY, draft())
    (entry,) = kept.folder.iterdir()
    entry.write_bytes(content)
    assert kept.find(KEY, Path("a.docx")) is None
    kept.keep(KEY, draft())
    assert kept.find(KEY, Path("report.docx"))


def test_an_entry_that_unpacks_to_more_than_any_report_is_not_unpacked(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST_ENTRY", 100)
    kept.keep(KEY, draft())
    assert kept.find(KEY, Path("a.docx")) is None


def test_no_entry_holds_a_path(kept: Cache) -> None:
    kept.keep(KEY, document(path="/home/ada/secret/report.docx"))
    (entry,) = kept.folder.iterdir()
    assert b"ada" not in zlib.decompress(entry.read_bytes())


def test_the_folder_is_its_users_alone(kept: Cache) -> None:
    kept.keep(KEY, draft())
    assert kept.folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = Cache(tmp_path / "file")
    kept.keep(KEY, draft())
    assert kept.find(KEY, Path("a.docx")) is None
    assert (kept.survey(), kept.clear()) == ((0, 0), 0)


def test_an_entry_that_could_not_be_written_whole_leaves_nothing(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    kept.keep(KEY, draft())
    assert entries(kept) == []


def test_a_folder_that_may_only_be_read_is_read(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    kept.keep(KEY, document())
    monkeypatch.setattr(os, "utime", refuse)
    assert kept.find(KEY, Path("report.docx")) == document()


def test_what_was_not_used_for_longest_goes_first(kept: Cache) -> None:
    for number in range(4):
        kept.keep(str(number) * 64, draft())
        os.utime(kept.folder / f"{str(number) * 64}.report", (number + 1, number + 1))
    kept.find("0" * 64, Path("a.docx"))
    size = kept.survey()[1] // 4
    kept.trim(size * 2)
    assert [name[0] for name in entries(kept)] == ["0", "3"]
    kept.trim()
    assert kept.survey() == (2, size * 2)


def test_nothing_is_trimmed_by_a_run_that_kept_nothing(kept: Cache) -> None:
    kept.keep(KEY, draft())
    Cache(kept.folder.parent).trim(0)
    assert kept.survey()[0] == 1


def test_parts_of_entries_go_when_they_are_old(kept: Cache) -> None:
    kept.keep(KEY, draft())
    for name, age in (("old.part", cache.STALE + 10), ("new.part", 10)):
        (kept.folder / name).write_bytes(b"x")
        os.utime(kept.folder / name, (time.time() - age,) * 2)
    kept.trim()
    assert entries(kept) == [f"{KEY}.report", "new.part"]


def test_clearing_removes_entries_and_nothing_else(kept: Cache) -> None:
    kept.keep(KEY, draft())
    (kept.folder / "x.part").write_bytes(b"x")
    (kept.folder / "thesis.docx").write_bytes(b"mine")
    assert kept.clear() == 1
    assert entries(kept) == ["thesis.docx"]
    assert kept.clear() == 0


def _keep_and_find(folder: Path) -> None:
    kept = Cache(folder)
    for _ in range(40):
        kept.keep(KEY, document())
        if kept.find(KEY, Path("report.docx")) != document():
            os._exit(1)
    os._exit(0)


@pytest.mark.skipif("sys.platform != 'linux'", reason="it copies this process")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_several_processes_can_use_it_at_a_time(tmp_path: Path) -> None:
    processes = [multiprocessing.get_context("fork").Process(target=_keep_and_find, args=(tmp_path,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert len(entries(Cache(tmp_path))) == 1


def test_the_folder_is_what_the_environment_names_or_the_users_own(
    monkeypatch: pytest.MonkeyPatch, own_cache: Path, tmp_path: Path
) -> None:
    assert find_folder() == own_cache
    monkeypatch.delenv("MASTERCHECK_CACHE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert find_folder().name == "mastercheck"


@pytest.mark.parametrize(
    ("report", "lasting"),
    [
        (draft(), True),
        (document(result(outcome=Outcome.ERROR), pages=PAGES), False),
        (document(pages=replace(PAGES, note="no office suite is installed")), True),
        (document(pages=replace(PAGES, note="narrow; the office suite took longer than 20 seconds")), False),
        (document(pages=None), True),
        *(
            (replace(UNREADABLE, error=DocumentError(code=kind.code, message="", advice="")), lasting)
            for kinds, lasting in (
                ((program.UnreadableError, program.EncryptedError, program.NoTextError, program.LimitError), True),
                ((program.MemoryLimitError, program.TimeLimitError, program.WorkerLostError, program.NotCheckedError), False),
                ((program.ReaderFaultError, program.MastercheckError), False),
            )
            for kind in kinds
        ),
    ],
)
def test_only_what_will_be_true_tomorrow_is_kept(report: DocumentReport, lasting: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert is_lasting(report, ORDER) is lasting


def test_a_page_count_that_the_office_suite_failed_to_give_is_not_kept() -> None:
    assert not is_lasting(document(pages=None), Order(pages_engine="office"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(b"the content")
    return path


def test_a_key_depends_on_everything_that_a_report_depends_on(path: Path, tmp_path: Path) -> None:
    renamed, changed, elsewhere = tmp_path / "b.docx", tmp_path / "1" / "a.docx", tmp_path / "2" / "a.docx"
    for other in (renamed, changed, elsewhere):
        other.parent.mkdir(exist_ok=True)
        other.write_bytes(b"the content" if other != changed else b"The content")
    made = [
        make_key(path, ORDER, "sha", "around"),
        make_key(renamed, ORDER, "sha", "around"),
        make_key(changed, ORDER, "sha", "around"),
        make_key(path, Order(kind=DocumentKind.REPORT), "sha", "around"),
        make_key(path, Order(pages_engine="stored"), "sha", "around"),
        make_key(path, ORDER, "other", "around"),
        make_key(path, ORDER, "sha", "other"),
    ]
    assert None not in made
    assert len(set(made)) == len(made)
    assert make_key(elsewhere, ORDER, "sha", "around") == made[0]


def test_what_cannot_be_read_at_a_glance_has_no_key(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    for other in (tmp_path / "none.docx", tmp_path, tmp_path / "pipe.docx", tmp_path / "a\0b"):
        assert make_key(other, ORDER, "", "") is None
    monkeypatch.setattr(keys, "LARGEST", 5)
    assert make_key(path, ORDER, "", "") is None


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two files, and a folder of libraries."""
    for name in ("program/a.py", "program/data/b.toml", "program/__pycache__/a.pyc", "site-packages/lxml-6.0.dist-info/x", "bin/soffice"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    (tmp_path / "bin" / "soffice").chmod(0o755)
    monkeypatch.setattr(keys, "PACKAGE", tmp_path / "program")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages"), str(tmp_path / "gone" / "site-packages")])
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def test_a_program_is_another_when_a_file_of_it_is(package: Path) -> None:
    first = describe_program()
    (package / "program" / "__pycache__" / "a.pyc").write_text("two")
    assert describe_program() == first
    (package / "program" / "data" / "b.toml").write_text("two")
    second = describe_program()
    (package / "program" / "c.py").write_text("")
    assert len({first, second, describe_program()}) == 3


def test_surroundings_are_others_when_a_library_or_the_office_suite_is(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [describe_surroundings()]
    (package / "site-packages" / "unrelated-1.0.dist-info").mkdir()
    assert describe_surroundings() == made[0]
    (package / "site-packages" / "lxml-6.0.dist-info").rename(package / "site-packages" / "lxml-6.1.dist-info")
    made.append(describe_surroundings())
    (package / "site-packages" / "numpy-2.4.6.dist-info").mkdir()
    made.append(describe_surroundings())
    (package / "bin" / "soffice").write_text("a newer one")
    made.append(describe_surroundings())
    monkeypatch.setattr(keys, "find_office", lambda: None)
    made.append(describe_surroundings())
    monkeypatch.setattr(keys, "find_office", lambda: "gone")
    made.append(describe_surroundings())
    assert len(set(made)) == len(made)


def test_a_shelf_keeps_what_was_missed(kept: Cache, path: Path) -> None:
    first = Shelf(kept, ORDER, "sha")
    assert first.find(path) is None
    first.keep(path, document(path=str(path)))
    first.trim()
    assert Shelf(kept, ORDER, "sha").find(path) == document(path=str(path))
    assert Shelf(kept, ORDER, "other").find(path) is None


def test_a_shelf_does_not_keep_what_speaks_of_this_run_or_of_another_content(kept: Cache, path: Path, tmp_path: Path) -> None:
    first = Shelf(kept, ORDER, "sha")
    first.find(path)
    first.keep(path, document(result(outcome=Outcome.ERROR)))
    path.write_bytes(b"saved in the meantime")
    first.keep(path, document())
    assert first.find(tmp_path) is None
    first.keep(tmp_path, document())
    assert kept.survey() == (0, 0)


def test_the_surroundings_are_described_once_for_a_run(kept: Cache, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    described = []
    monkeypatch.setattr(shelf, "describe_surroundings", lambda: described.append("once") or "around")
    one = Shelf(kept, ORDER, "sha")
    one.find(path)
    one.find(path)
    assert described == ["once"]
