"""Which file of settings holds for a folder."""

from pathlib import Path

import pytest

from mastercheck.settings.discovery import find_file

OURS = "[tool.mastercheck]\nstrict = true\n"
NOT_OURS = "[tool.other]\nx = 1\n"


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A folder in a folder in the uppermost folder of a repository."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "submissions" / "autumn"
    folder.mkdir(parents=True)
    return folder


def test_the_nearest_file_above_holds(deep: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, deep.parent):
        (folder / "mastercheck.toml").write_text("")
    assert find_file(deep) == deep.parent / "mastercheck.toml"


def test_a_shared_file_counts_with_our_table_only(deep: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(OURS)
    (deep / "pyproject.toml").write_text(NOT_OURS)
    assert find_file(deep) == tmp_path / "pyproject.toml"


def test_our_own_file_counts_before_a_shared_one(deep: Path) -> None:
    (deep / "pyproject.toml").write_text(OURS)
    (deep / "mastercheck.toml").write_text("")
    assert find_file(deep) == deep / "mastercheck.toml"


@pytest.mark.parametrize(("content", "found"), [("[tool.mastercheck\n", True), ("[tool.other\n", False), ("tool = 3\n", False)])
def test_a_damaged_shared_file_counts_where_it_may_speak_of_us(deep: Path, content: str, found: bool) -> None:  # noqa: FBT001 - of the table
    (deep / "pyproject.toml").write_text(content)
    assert find_file(deep) == (deep / "pyproject.toml" if found else None)


def test_what_is_around_a_repository_does_not_count(deep: Path, tmp_path: Path) -> None:
    (tmp_path / "mastercheck.toml").write_text("")
    (deep / ".git").write_text("gitdir: elsewhere")
    assert find_file(deep) is None


def test_a_folder_of_that_name_is_no_file(deep: Path) -> None:
    (deep / "mastercheck.toml").mkdir()
    assert find_file(deep) is None


def test_outside_of_a_repository_the_search_ends_at_the_uppermost_folder() -> None:
    assert find_file(Path("/nowhere")) is None
