"""Files and folders of the command line become documents."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mastercheck.cli import inputs
from mastercheck.cli.inputs import gather_documents, require_existing
from mastercheck.errors import NothingToCheckError, UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.docx", "A.PDF", "notes.txt", "~$b.docx", ".hidden.docx", "deep/c.docm", ".git/d.docx", "empty/readme.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def names(folder: Path, *given: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in gather_documents(map(str, given))]


def test_a_folder_stands_for_the_documents_in_it_and_below_without_hidden_and_lock_files(folder: Path) -> None:
    assert names(folder, folder) == ["A.PDF", "b.docx", "deep/c.docm"]


def test_files_are_taken_as_they_are_in_their_order(folder: Path) -> None:
    assert names(folder, folder / "notes.txt", folder / "A.PDF", folder / ".hidden.docx") == ["notes.txt", "A.PDF", ".hidden.docx"]


def test_a_lock_file_is_left_out_even_where_the_star_of_a_shell_named_it(folder: Path) -> None:
    assert names(folder, folder / "b.docx", folder / "~$b.docx") == ["b.docx"]
    with pytest.raises(NothingToCheckError):
        gather_documents([str(folder / "~$b.docx")])


def test_each_document_is_checked_once(folder: Path) -> None:
    assert names(folder, folder / "b.docx", folder, folder / "deep" / ".." / "b.docx") == ["b.docx", "A.PDF", "deep/c.docm"]


def test_a_link_to_a_document_is_that_document(folder: Path) -> None:
    (folder / "link.docx").symlink_to(folder / "b.docx")
    assert names(folder, folder) == ["A.PDF", "b.docx", "deep/c.docm"]


def test_a_pattern_that_the_shell_left_is_matched(folder: Path) -> None:
    assert names(folder, folder / "*.docx") == ["b.docx"]
    assert names(folder, folder / ".*.docx") == [".hidden.docx"]
    assert names(folder, folder / "d*") == ["deep/c.docm"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["deep/"], ["A.PDF", "b.docx"]),
        (["*.docx"], ["A.PDF", "deep/c.docm"]),
        (["/b.docx", "c.*"], ["A.PDF"]),
        (["*", "!b.docx"], ["b.docx"]),
        (["", "# a comment"], ["A.PDF", "b.docx", "deep/c.docm"]),
    ],
)
def test_what_is_excluded_is_named_as_in_a_gitignore_file(folder: Path, patterns: list[str], left: list[str]) -> None:
    assert [path.relative_to(folder).as_posix() for path in gather_documents([str(folder)], patterns)] == left


def test_a_file_that_is_named_outright_can_be_excluded_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "deep")
    assert gather_documents(["c.docm", "../b.docx", str(folder / "A.PDF")], ["/b.docx", "*.PDF"]) == (Path("c.docm"),)


def test_where_everything_is_excluded_that_is_said(folder: Path) -> None:
    with pytest.raises(NothingToCheckError, match="--exclude leaves out all 3"):
        gather_documents([str(folder)], ["*"])


def test_a_pattern_that_is_none_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="--exclude cannot be used"):
        gather_documents([str(folder)], ["!"])


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[final].docx").write_bytes(b"x")
    assert names(folder, folder / "[final].docx") == ["[final].docx"]


@pytest.mark.parametrize("pattern", ["*.odt", "**x"])
def test_a_pattern_that_matches_nothing_is_wrong_usage(folder: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match="No file or folder matches"):
        gather_documents([str(folder / pattern)])


def test_folders_without_a_document_leave_nothing_to_check(folder: Path) -> None:
    with pytest.raises(NothingToCheckError, match=r"no document to check in .*empty"):
        gather_documents([str(folder / "empty")])


def test_a_file_that_does_not_exist_is_answered_with_the_nearest_name(folder: Path) -> None:
    with pytest.raises(UsageError, match=r'There is no file or folder ".*a\.pdf"; did you mean "A\.PDF"\?'):
        gather_documents([str(folder / "b.docx"), str(folder / "a.pdf")])


def test_a_name_that_resembles_nothing_is_answered_without_a_guess(folder: Path) -> None:
    with pytest.raises(UsageError, match=r'There is no file or folder ".*quarterly"\.$'):
        gather_documents([str(folder / "quarterly")])


def test_a_file_in_a_folder_that_does_not_exist_says_so(folder: Path) -> None:
    with pytest.raises(UsageError, match=r'There is no folder ".*none", so there is no "x\.docx" in it'):
        require_existing(folder / "none" / "x.docx")


def test_a_name_that_no_file_can_have_does_not_exist(folder: Path) -> None:
    with pytest.raises(UsageError, match="There is no"):
        require_existing(folder / "a\0b")


def test_what_may_not_be_looked_at_is_left_to_its_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert gather_documents([str(folder / "b.docx")]) == (folder / "b.docx",)


def test_a_folder_that_may_not_be_listed_gives_no_hint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UsageError, match=r'"\.$'):
        require_existing(folder / "a.pdf")


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_name_is_not_taken_for_this_folder(given: str) -> None:
    with pytest.raises(UsageError, match="is empty"):
        gather_documents([given])


def test_a_circle_of_linked_folders_is_not_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "deep" / "up").symlink_to(folder)
    assert names(folder, folder) == ["A.PDF", "b.docx", "deep/c.docm"]
    assert "Not followed, since it is a link to a folder:" in capsys.readouterr().err


def test_what_may_be_a_submission_and_is_passed_over_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("moen.doc", "b.annotated.docx", "1.odt", "2.odt", "3.odt"):
        (folder / name).touch()
    assert names(folder, folder) == ["A.PDF", "b.docx", "deep/c.docm"]
    said = capsys.readouterr().err
    assert "Not checked, since it is neither DOCX nor PDF: " in said
    assert said.count(".odt") == 3
    assert " and 1 more. Ask for one of these formats." in said
    assert "Not checked, since it is an annotated copy: " in said
    assert names(folder, folder / "moen.doc", folder / "b.annotated.docx") == ["moen.doc", "b.annotated.docx"]
    gather_documents([str(folder)], ["*.doc", "*.odt", "*.annotated.*"])
    assert capsys.readouterr().err == ""


def test_a_folder_that_may_not_be_read_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(path: Path, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", str(path)))
        yield from ()

    monkeypatch.setattr(inputs, "walk", refuse)
    with pytest.raises(NothingToCheckError):
        gather_documents([str(folder)])
    assert "Not looked into, since you may not read it: " in capsys.readouterr().err
