"""The shelf: the part of the cache that is about what this run demands and asks."""

from pathlib import Path

from mastercheck.cohort.cache import Cache, is_lasting
from mastercheck.cohort.keys import describe_surroundings, make_key
from mastercheck.cohort.order import Order
from mastercheck.model.report import DocumentReport


class Shelf:
    """Reports of earlier runs that are reports of this one."""

    def __init__(self, cache: Cache, order: Order, rulebook: str) -> None:
        """Open the shelf.

        Args:
            cache: that it is a part of.
            order: what is asked.
            rulebook: its fingerprint.
        """
        self._cache = cache
        self._order = order
        self._rulebook = rulebook
        self._surroundings = describe_surroundings()
        self._missed: dict[Path, str] = {}

    def find(self, path: Path) -> DocumentReport | None:
        """Return the report on a document; None where it is not there."""
        key = self._make_key(path)
        if key is None:
            return None
        self._missed[path] = key
        return self._cache.find(key, path)

    def keep(self, path: Path, report: DocumentReport) -> None:
        """Keep the report on a document that was missed, unless it speaks of this run, or the document has changed since."""
        key = self._missed.get(path)
        if key and is_lasting(report, self._order) and self._make_key(path) == key:
            self._cache.keep(key, report)

    def trim(self) -> None:
        """Let the cache not grow beyond its size."""
        self._cache.trim()

    def _make_key(self, path: Path) -> str | None:
        return make_key(path, self._order, self._rulebook, self._surroundings)
