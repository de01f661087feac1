"""An outpost: what a Dask worker does for a run. It has a pool of its own, so that the same limits hold there as here."""

import multiprocessing
import pickle
import tempfile
from pathlib import Path
from typing import Any, cast

from distributed import WorkerPlugin, get_worker

from mastercheck.cohort.crew import receive
from mastercheck.cohort.keys import describe_program, describe_surroundings
from mastercheck.cohort.order import Order
from mastercheck.cohort.pool import Pool
from mastercheck.rulebook.schema import Rulebook


class Outpost(WorkerPlugin):
    """Lives in every worker of the cluster for as long as the run does."""

    def __init__(self, name: str, rulebook: Rulebook, order: Order) -> None:
        """Prepare for the journey.

        Args:
            name: of the run, unlike that of any other.
            rulebook: the demands.
            order: what is asked.
        """
        self.name = name
        self._beginning = (rulebook, order)

    def setup(self, worker: Any) -> None:  # noqa: ANN401 - of several versions of the library
        """Make the pool; its processes start with the first document."""
        multiprocessing.current_process().daemon = False  # else it could start none
        self.pool = Pool(*self._beginning, worker.state.nthreads)

    def teardown(self, worker: Any) -> None:  # noqa: ANN401 - the same
        """End the pool."""
        del worker
        self.pool.stop()

    def judge(self, name: str, content: bytes) -> bytes:
        """Check a document and return its report, pickled."""
        with tempfile.TemporaryDirectory(prefix="mastercheck-", ignore_cleanup_errors=True) as folder:
            path = Path(folder, name)
            path.write_bytes(content)
            report = None
            while report is None:
                report = receive(self.pool, path, self.pool.submit(path))
        return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)


def judge_there(run: str, name: str, content: bytes) -> bytes:
    """Check a document at the outpost of a run, in the worker that this is called in."""
    outpost = cast("Outpost", get_worker().plugins[run])
    return outpost.judge(name, content)


def introduce() -> tuple[str, str]:
    """Return which program a worker has, and a digest of everything that its reports depend on."""
    return describe_program(), describe_surroundings()
