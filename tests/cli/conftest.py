"""The command line, run in this process."""

import gc

import pytest

from mastercheck.__main__ import main
from mastercheck.cohort import crews
from mastercheck.cohort.crew import Here, Task
from mastercheck.cohort.crews import Means
from mastercheck.cohort.order import Order
from mastercheck.rulebook.schema import Rulebook
from running import Ran, Run


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are checked in this process, where a test can put something else in place of a reader or a rule."""

    def hire(_: int, rulebook: Rulebook, order: Order, means: Means, task: Task | None = None) -> Here:
        del means
        return Here(rulebook, order, task=task)

    monkeypatch.setattr(crews, "hire", hire)


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
