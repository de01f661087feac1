"""How documents are judged at the command line, whatever the command: under which limits, and what is told about them."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from mastercheck.cohort import crews
from mastercheck.cohort.crew import Here, Task
from mastercheck.cohort.order import Order
from mastercheck.rulebook.schema import Rulebook
from running import Run


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*names: str) -> None:
    """Write documents that do not tell what they are."""
    for name in names:
        document = WordDocument()
        document.add_paragraph("The ships come and go.")
        document.save(name)


@pytest.mark.parametrize("command", ["check one.docx", "annotate one.docx", "compare one.docx one.docx"])
def test_every_command_has_limits(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Order] = []

    def hire(_: int, rulebook: Rulebook, order: Order, means: object, task: Task | None = None) -> Here:
        del means
        asked.append(order)
        return Here(rulebook, order, task=task)

    monkeypatch.setattr(crews, "hire", hire)
    write("one.docx")
    run(*command.split(), "--timeout", 7, "--memory", 300, "--pages-engine", "estimated")
    assert {(order.limits.seconds, order.limits.mebibytes) for order in asked} == {(7, 300)}


def test_a_kind_that_is_assumed_is_told_once_for_all(run: Run) -> None:
    def told(*names: str) -> str:
        write(*names)
        return run("check", *names, "--pages-engine", "estimated", "--no-cache").err

    assert told("one.docx").startswith('"one.docx": its text does not tell what it is; by its length alone it is judged as a proposal. If')
    assert told("one.docx", "two.docx").startswith('"one.docx", "two.docx": their text does not tell what they are; by their')
    assert told(*(f"{number}.docx" for number in range(5))).startswith('"0.docx", "1.docx", "2.docx" and 2 more: their text')
    assert told("one.docx").endswith("add: --kind report\n")
