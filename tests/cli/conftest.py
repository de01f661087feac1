"""The command line, run in this process."""

import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from mastercheck.__main__ import main
from mastercheck.checks import kinds_by_name
from mastercheck.cohort import crews
from mastercheck.cohort.crew import Here, Task
from mastercheck.cohort.crews import Means
from mastercheck.cohort.order import Order
from mastercheck.rulebook import loader
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import CheckKind, Rulebook
from running import Ran, Run


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are checked in this process, where a test can put something else in place of a reader or a rule."""

    def hire(_: int, rulebook: Rulebook, order: Order, means: Means, task: Task | None = None) -> Here:
        del means
        return Here(rulebook, order, task=task)

    monkeypatch.setattr(crews, "hire", hire)


@cache
def _load(profile: str | None) -> Rulebook:
    return load(kinds_by_name(), profile=profile)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in rulebook is loaded once for all tests of a process: that takes longer than most of them."""

    def load_or_remember(kinds: Mapping[str, CheckKind], *, path: Path | None, catalogue: Path | None, profile: str | None) -> Rulebook:
        return load(kinds, path=path, catalogue=catalogue, profile=profile) if path or catalogue else _load(profile)

    monkeypatch.setattr(loader, "load", load_or_remember)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run mastercheck with these arguments."""

    def run_main(*arguments: object) -> Ran:
        capsys.readouterr()
        usual = gc.get_threshold()
        code = main([str(argument) for argument in arguments])
        gc.set_threshold(*usual)  # a run looks for no rubbish, since it ends soon; this process does not
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run_main
