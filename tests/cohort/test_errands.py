"""Errands: something else than checking is done with documents, under the same limits."""

from pathlib import Path

import pytest

from demands import rulebook
from docx_files import docx, para
from hostile_tasks import ACTS, tell_name
from mastercheck.cohort import crews
from mastercheck.cohort.alone import Alone
from mastercheck.cohort.crew import Crew, Here, Task
from mastercheck.cohort.errands import run_errand
from mastercheck.cohort.limits import Limits
from mastercheck.cohort.order import Order
from mastercheck.cohort.pool import Pool
from mastercheck.errors import MastercheckError

DEMANDS = rulebook()
ALONE, POOLED = (Order(limits=Limits(seconds=4, mebibytes=mebibytes)) for mebibytes in (2048, 320))
CREWS = {
    "alone": lambda _, task: Alone(DEMANDS, ALONE, task=task),
    "pool": lambda _, task: Pool(DEMANDS, POOLED, 2, task=task),
    "here": lambda _, task: Here(DEMANDS, ALONE, task=task),
}

needs_workers = pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux keeps the limits of memory and processor time")


def outcomes(folder: Path, crew: str, *names: str) -> dict[str, str]:
    """What comes of an errand with documents of these names: a result, or the code and the message of an error."""
    paths = [docx(folder, para("Some words."), name=f"{name}.docx") for name in names]
    done = run_errand(paths, tell_name, CREWS[crew])
    return {path.stem: f"{one.code}: {one.message}" if isinstance(one, MastercheckError) else one for path, one in done.items()}


@pytest.mark.parametrize("crew", ["here", pytest.param("alone", marks=needs_workers), pytest.param("pool", marks=needs_workers)])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_every_crew_gives_results_and_errors_with_their_advice(crew: str, tmp_path: Path) -> None:
    told = outcomes(tmp_path, crew, "good-1", "complain", "fault", "good-2")
    assert told.pop("fault").startswith("fault: fault.docx could not be judged: ZeroDivisionError in ")
    assert told == {"good-1": "good-1.docx", "complain": "encrypted: complain.docx is locked.", "good-2": "good-2.docx"}
    errors = run_errand([tmp_path / "complain.docx"], tell_name, CREWS[crew])
    assert [one.advice for one in errors.values() if isinstance(one, MastercheckError)] == ["Unlock it."]


@needs_workers
@pytest.mark.parametrize("crew", ["alone", "pool"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_the_limits_hold_for_errands(crew: str, tmp_path: Path) -> None:
    told = outcomes(tmp_path, crew, "hang", "eat", "crash", "good")
    assert told.pop("good") == "good.docx"
    assert {name: message.partition(":")[0] for name, message in told.items()} == {
        "hang": "timeout",
        "eat": "out_of_memory",
        "crash": "crashed",
    }


def test_what_lacks_memory_here_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lack(_: Path) -> None:
        raise MemoryError

    monkeypatch.setitem(ACTS, "eat", lack)
    assert outcomes(tmp_path, "here", "eat") == {"eat": "out_of_memory: eat.docx takes more memory than there is."}


def test_where_no_copy_of_the_process_is_safe_one_document_is_taken_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def hire(number: int, task: Task) -> Crew:
        return crews.hire(number, DEMANDS, ALONE, crews.Means(jobs=1), task=task)

    monkeypatch.setattr("mastercheck.cohort.alone.can_fork", lambda: False)
    monkeypatch.setattr(crews.sys, "platform", "darwin")
    assert run_errand([tmp_path / "good.docx"], tell_name, hire) == {tmp_path / "good.docx": "good.docx"}
