"""A Dask cluster: its workers check the documents, each with a pool of its own, under the same limits.

Contents are sent, not paths, since a worker may be another machine. What goes to and fro is pickled, and encrypted only if the cluster is.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from distributed import Client, KilledWorker, rpc

from mastercheck.cohort.crew import Here, completed
from mastercheck.cohort.endings import word_fault
from mastercheck.cohort.keys import LARGEST
from mastercheck.cohort.order import Order
from mastercheck.cohort.outpost import Outpost, introduce, judge_there
from mastercheck.errors import LimitError, MastercheckError, UsageError, WorkerLostError
from mastercheck.rulebook.schema import Rulebook

PATIENCE = 10
"""Seconds in which a scheduler must answer."""
_INSTALL = "Install the same mastercheck, with the extra distributed, wherever a worker runs, and start the workers anew."
_LOST = "Run the same command again, and look at the logs of the cluster if it happens often."


class Cluster:
    """The workers of a Dask cluster.

    Attributes:
        room: twice as many documents as they have threads, so that none waits while the next one is on its way.
    """

    def __init__(self, rulebook: Rulebook, order: Order, address: str, remark: Callable[[str], object]) -> None:
        """Prepare the workers.

        Args:
            rulebook: the demands.
            order: what is asked.
            address: of the scheduler.
            remark: is told what may make the results others than on this machine.

        Raises:
            UsageError: there is no scheduler, it has no workers, or they have another program.
        """
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is wrong is said by us, once
        self.room = 2 * _count_threads(address)
        self._here = Here(rulebook, order)
        self._run = f"mastercheck-{uuid4()}"
        self._client = Client(address, timeout=PATIENCE, set_as_default=False)
        try:
            self.alike = _compare(self._client, remark)
            self._client.register_plugin(Outpost(self._run, rulebook, order))
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)

    def submit(self, path: Path) -> "Future[bytes]":
        """Send a document to the cluster. One that cannot be opened stays here: its error is the same everywhere."""
        try:
            if not path.is_file():
                return self._here.submit(path)
            if path.stat().st_size > LARGEST:
                message = f"{path.name} is larger than {LARGEST >> 20} MiB."
                return completed(LimitError(message, "Without --scheduler, it need not be sent, and can be checked."))
            content = path.read_bytes()
        except OSError:
            return self._here.submit(path)
        try:
            sent: Future[bytes] = self._executor.submit(judge_there, self._run, path.name, content)
        except Exception as error:  # noqa: BLE001 - the library says in many ways that its scheduler is gone
            return completed(error)
        return sent

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document whose worker gave no report."""
        if isinstance(error, MastercheckError):
            return error
        if isinstance(error, (KilledWorker, CancelledError, OSError)):
            return WorkerLostError(f"{path.name} could not be read: the worker of the cluster that had it was lost.", _LOST)
        return word_fault(path, error)

    def stop(self) -> None:
        """Call back what is still running, and leave the cluster as it was."""
        with suppress(Exception):  # a scheduler that is gone needs no leave-taking
            self._executor.shutdown(wait=False)
            self._client.unregister_worker_plugin(self._run)
        with suppress(Exception):
            self._client.close(PATIENCE)


def _count_threads(address: str) -> int:
    """Return how many threads the workers of a scheduler have.

    Raises:
        UsageError: there is no scheduler, or it has no worker.
    """
    try:
        identity = asyncio.run(asyncio.wait_for(_ask(address), PATIENCE))
        threads = int(identity["total_threads"])
    except Exception as error:  # noqa: BLE001 - whatever answers there may be no scheduler, and say anything
        message = f"There is no Dask scheduler at {address}: {str(error) or 'it does not answer'}."
        raise UsageError(message, "Give the address that `dask scheduler` printed, for example: --scheduler tcp://host:8786") from None
    if not threads:
        raise UsageError(f"The Dask scheduler at {address} has no workers.", f"Start one with: dask worker {address}")
    return threads


async def _ask(address: str) -> Mapping[str, Any]:
    async with rpc(address) as scheduler:
        identity: Mapping[str, Any] = await scheduler.identity()
    return identity


def _compare(client: Client, remark: Callable[[str], object]) -> bool:
    """Return whether all workers would give the very results of this machine.

    Raises:
        UsageError: a worker has another mastercheck, or none.
    """
    program, surroundings = introduce()
    try:
        workers: Mapping[str, tuple[str, str]] = client.run(introduce)
    except Exception as error:  # noqa: BLE001 - what a worker lacks is said by the exceptions of that worker
        raise UsageError(f"A worker of the cluster has no mastercheck that answers ({type(error).__name__}).", _INSTALL) from None
    for worker, (other, _) in workers.items():
        if other != program:
            message = f"The worker {worker} has another mastercheck than this one: {other[:20]} instead of {program[:20]}."
            raise UsageError(message, _INSTALL)
    strange = [worker for worker, (_, around) in workers.items() if around != surroundings]
    if strange:
        remark(
            f"Other versions of Python or of libraries, or another office suite, are at {', '.join(strange)}: "
            "a page count may be another than on this machine, and nothing is kept for later runs."
        )
    return not strange
