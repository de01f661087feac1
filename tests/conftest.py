"""What all tests share: programs that some need, where the measured documents lie, and golden files."""

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).parents[2] / "shared"

settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes are started here, and each would compile the program again


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing with them")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(program): skipped where the program is not installed, which fails in CI")
    config.addinivalue_line("markers", "shared(folder): skipped where the folder of measured documents beside the checkout is absent")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        if not shutil.which(marker.args[0]):
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs the program {marker.args[0]}, which is not installed")
    for marker in item.iter_markers("shared"):
        if not (SHARED / marker.args[0]).exists():
            pytest.skip(f"the measured documents of {marker.args[0]} are not beside this checkout")


NUMBERS = count()


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees the user's results, nor those of another test."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(NUMBERS)}"
    monkeypatch.setenv("MASTERCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measured documents; mark the test with `shared` so that it is skipped where there is none."""
    return SHARED


@pytest.fixture
def compare_with_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function that compares text with a golden file beside the test; with --update-golden it writes the file."""

    def compare(text: str, name: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare
