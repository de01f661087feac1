"""The order: what is asked for every document of a run, and what none of them may exceed."""

from dataclasses import dataclass

from mastercheck.cohort.limits import USUAL_LIMITS, Limits
from mastercheck.model.document import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for every document.

    Attributes:
        kind: of all of them; recognised for each where it is None.
        pages_engine: "auto", "office", "stored" or "estimated".
    """

    kind: DocumentKind | None = None
    pages_engine: str = "auto"
    limits: Limits = USUAL_LIMITS


USUAL_ORDER = Order()
