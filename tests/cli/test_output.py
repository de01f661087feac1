"""The product goes to stdout or to a file, whole or not at all; everything else to stderr."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from mastercheck.cli.output import check_target, open_pipe, print_text, say, say_error, write_file, write_new_file
from mastercheck.errors import ExitCode, UsageError
from running import Run


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / "out.json", "à\n")
    assert (tmp_path / "out.json").read_bytes() == "à\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_an_older_result_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    target.chmod(0o640)
    write_file(target, "new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write_file(tmp_path / "out.json", "new")
    assert (tmp_path / "out.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_file(tmp_path / "link.json", "new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_failure_leaves_the_old_file_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.json"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match="cannot be written: No space left on device"):
        write_file(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("linkable", [True, False])
def test_a_new_file_is_there_as_a_whole_or_not_at_all(linkable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a case
    def fail(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    if not linkable:
        monkeypatch.setattr(os, "link", fail)
    target = tmp_path / "copy.docx"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_new_file(target, b"content")
    assert list(tmp_path.iterdir()) == []
    write_new_file(target, b"content")
    with pytest.raises(UsageError, match="is there already"):
        write_new_file(target, b"other")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"content"]


def test_what_is_no_ordinary_file_is_written_to_and_not_replaced() -> None:
    check_target(Path(os.devnull), [])
    write_file(Path(os.devnull), "text")
    assert not Path(os.devnull).is_file()


def test_half_a_surrogate_pair_does_not_stop_a_file(tmp_path: Path) -> None:
    write_file(tmp_path / "out.txt", "a\udc80b")
    assert (tmp_path / "out.txt").read_text() == "a?b"


def test_an_input_is_never_written_to_whatever_way_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "rules.toml")
    with pytest.raises(UsageError, match="is one of the inputs"):
        check_target(tmp_path / "link", [tmp_path / "gone", tmp_path / "rules.toml"])


def test_a_document_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has the name of a document"):
        check_target(tmp_path / "other.DOCX", [])


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        check_target(tmp_path, [])


def test_an_output_needs_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no folder .*none"):
        check_target(tmp_path / "none" / "out.json", [])


def test_a_good_output_is_no_reason_to_complain(tmp_path: Path) -> None:
    check_target(tmp_path / "out.json", [tmp_path / "a.docx"])
    (tmp_path / "out.json").write_text("old")
    check_target(tmp_path / "out.json", [tmp_path / "a.docx"])


def test_control_characters_reach_neither_stdout_nor_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    print_text("a\x1b[31mb\tc\u202ed")
    say("e\x07f\x9bg")
    say_error("m\rn", "o")
    said = capsys.readouterr()
    assert said.out == "a\\x1b[31mb\tc\\u202ed\n"
    assert said.err == "e\\x07f\\x9bg\nmastercheck: m\\x0dn\no\n"


class BrokenStream(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str) -> int:
        raise self.error


def test_a_reader_that_stops_reading_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", BrokenStream(BrokenPipeError()))
    print_text("text")


def test_a_place_that_cannot_take_the_result_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", BrokenStream(OSError(28, "No space left on device")))
    with pytest.raises(UsageError, match="The result cannot be written: No space left on device"):
        print_text("text")


def test_nobody_listening_on_stderr_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", BrokenStream(BrokenPipeError()))
    say("text")


def test_what_is_printed_is_flushed(monkeypatch: pytest.MonkeyPatch) -> None:
    flushed = []
    stream = io.StringIO()
    monkeypatch.setattr(stream, "flush", lambda: flushed.append(True))
    monkeypatch.setattr(sys, "stdout", stream)
    with open_pipe():
        pass
    assert flushed == [True]


NAME = "b\n::error::boo.docx"


@pytest.mark.parametrize("command", ["check", "count", "annotate"])
@pytest.mark.parametrize("content", [None, b"", b"no document"])
def test_a_name_that_holds_a_line_end_is_one_line_in_each_message(command: str, content: bytes | None, tmp_path: Path, run: Run) -> None:
    if content is not None:
        (tmp_path / NAME).write_bytes(content)
    ran = run(command, str(tmp_path / NAME))
    assert ran.code in {ExitCode.USAGE, ExitCode.UNREADABLE}
    assert "b ::error::boo.docx" in ran.out + ran.err
    assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("::")]


def test_the_name_of_what_is_made_is_one_line(tmp_path: Path, run: Run) -> None:
    assert run("new", "report", str(tmp_path / NAME)).err.count("b ::error::boo.docx") == 2
    counted = run("count", str(tmp_path / NAME), "--against", str(tmp_path / NAME)).out
    assert counted.count("b ::error::boo.docx\n") == 2


def test_what_is_said_is_no_command_to_a_runner(capsys: pytest.CaptureFixture[str]) -> None:
    say("::error::a\n::stop-commands::x")
    assert capsys.readouterr().err == ": :error::a\n: :stop-commands::x\n"
