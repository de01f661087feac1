"""The choice of a crew: as little as the documents need."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from mastercheck.cohort.crew import Crew, Here, Task
from mastercheck.cohort.order import Order
from mastercheck.errors import UsageError
from mastercheck.rulebook.schema import Rulebook


def count_cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What may be used.

    Attributes:
        jobs: worker processes at most.
        limited: the limits must hold for one document too, even where that takes the start of a worker.
        scheduler: the address of a Dask scheduler whose workers do it; None for this machine.
        meanwhile: what this process can do while it waits for one document.
        remark: is told what the user should know of the scheduler's workers.
    """

    jobs: int
    limited: bool = False
    scheduler: str | None = None
    meanwhile: Callable[[], object] = tuple
    remark: Callable[[str], object] = str


def hire(number: int, rulebook: Rulebook, order: Order, means: Means, *, task: Task | None = None) -> Crew:
    """Return who checks so many documents.

    Args:
        number: of the documents.
        rulebook: the demands.
        order: what is asked.
        means: what may be used.
        task: what is done with them instead of checking, which no cluster does.

    Raises:
        UsageError: the scheduler cannot be used.
    """
    if means.scheduler:
        return _hire_cluster(rulebook, order, means.scheduler, means.remark)
    if number == 1:
        from mastercheck.cohort.alone import Alone, can_fork  # noqa: PLC0415 - many documents need none of it

        if can_fork():
            return Alone(rulebook, order, meanwhile=means.meanwhile, task=task)
        if sys.platform != "linux" and not means.limited:
            return Here(rulebook, order, task=task)
    from mastercheck.cohort.pool import Pool  # noqa: PLC0415 - one document needs none of it

    return Pool(rulebook, order, min(means.jobs, number), task=task)


def _hire_cluster(rulebook: Rulebook, order: Order, address: str, remark: Callable[[str], object]) -> Crew:
    try:
        from mastercheck.cohort.cluster import Cluster  # noqa: PLC0415 - a cluster is rare, and its library takes half a second
    except ModuleNotFoundError as error:
        message = f"--scheduler needs libraries that are not installed ({error.name})."
        raise UsageError(message, "Install them with: pip install 'mastercheck[distributed]'") from None
    return Cluster(rulebook, order, address, remark)
