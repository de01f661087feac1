"""The order: what is asked for every document of a run, and what none of them may exceed."""

from dataclasses import dataclass

from mastercheck.model.document import DocumentKind

SECONDS = 60.0
MEBIBYTES = 1024
LEAST_MEBIBYTES = 256
"""What the program needs for itself, twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may take.

    Attributes:
        seconds: from when a worker begins with it.
        mebibytes: of data that its worker may hold, the program's own (about 110) included; not held everywhere, see cohort/limits.py.
    """

    seconds: float = SECONDS
    mebibytes: int = MEBIBYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for every document.

    Attributes:
        kind: of all of them; recognised for each where it is None.
        pages_engine: "auto", "office", "stored" or "estimated".
    """

    kind: DocumentKind | None = None
    pages_engine: str = "auto"
    limits: Limits = Limits()
