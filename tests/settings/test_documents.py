"""Documents by name: as the user would name them, as a folder sees them, and by patterns."""

import os
from pathlib import Path

import pytest

from mastercheck.settings.documents import fits, is_lost, name_document, show_path


def test_a_path_is_shown_from_the_current_folder_or_whole_where_that_is_shorter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert show_path(folder / "x.toml") == "x.toml"
    assert show_path(tmp_path / "x.toml") == str(Path("../../x.toml"))
    assert show_path(Path("/x.toml")) == os.path.abspath("/x.toml")  # noqa: PTH100 - with the drive, where there are drives


def test_a_document_is_named_from_the_folder_with_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert name_document("in/a.docx", tmp_path) == "in/a.docx"
    assert name_document("./in/../a.docx", tmp_path / "in") == "../a.docx"


def test_the_two_ways_to_write_an_accent_are_one_name(tmp_path: Path) -> None:
    assert name_document(str(tmp_path / "Re\u0301sume\u0301.docx"), tmp_path) == "R\u00e9sum\u00e9.docx"


def test_between_drives_there_is_no_way_and_the_whole_path_is_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert name_document(str(tmp_path / "a.docx"), Path("elsewhere")) == (tmp_path / "a.docx").as_posix()


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "in/a.docx"),
        ("a.docx", "a.docx"),
        ("a.docx", "in/deep/a.docx"),
        ("A.DOCX", "in/a.docx"),
        ("*.docx", "in/deep/a.docx"),
        ("in/a.docx", "in/a.docx"),
        ("./in/a.docx", "in/a.docx"),
        ("in\\a.docx", "in/a.docx"),
        ("in/*", "in/deep/a.docx"),
        ("in/**/a.docx", "in/a.docx"),
        ("**/a.docx", "a.docx"),
        ("**/a.docx", "in/deep/a.docx"),
        ("a[1].docx", "a[1].docx"),
        ("R\u00e9sum\u00e9.docx", "R\u00e9sum\u00e9.docx"),
        ("Re\u0301sume\u0301.docx", "R\u00e9sum\u00e9.docx"),
    ],
)
def test_what_fits(pattern: str, name: str) -> None:
    assert fits(pattern, name)


@pytest.mark.parametrize(
    ("pattern", "name"), [("a.docx", "aa.docx"), ("in/a.docx", "out/in/a.docx"), ("in/*.docx", "a.docx"), ("*.pdf", "a.docx")]
)
def test_what_does_not_fit(pattern: str, name: str) -> None:
    assert not fits(pattern, name)


def test_a_pattern_is_lost_where_no_file_fits_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.docx").write_text("")
    assert not is_lost("a.docx", tmp_path)
    assert not is_lost("in/*.docx", tmp_path)
    assert is_lost("b.docx", tmp_path)
    assert is_lost("out/*.docx", tmp_path)


@pytest.mark.parametrize("pattern", ["../b.docx", "/elsewhere/b.docx"])
def test_what_lies_elsewhere_is_not_looked_for(pattern: str, tmp_path: Path) -> None:
    assert not is_lost(pattern, tmp_path)
