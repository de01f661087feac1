"""What is wrong with a rulebook, collected, so that its author sees everything at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from mastercheck.errors import RulebookError


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a rulebook something stands.

    Attributes:
        file: the file's name.
        entry: the rule, subject or table, as its author knows it ("rule LEN001", "[profiles]").
        key: the path of keys below it, dotted.
    """

    file: str
    entry: str = ""
    key: str = ""

    def at(self, *keys: str | int) -> "Place":
        """Return the place of a key below this one."""
        path = ".".join(str(key) for key in (self.key, *keys) if key != "")
        return Place(file=self.file, entry=self.entry, key=path)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.key) if part)


@dataclass(slots=True)
class Mistakes:
    """The mistakes found so far, in the order in which they were found.

    Attributes:
        unreadable: sorts of names whose table could not be read: nothing is said of such names, since nobody knows which exist.
    """

    lines: list[str] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def add(self, place: Place, message: str) -> None:
        """Note a mistake."""
        self.lines.append(f"{place}: {message}")

    def add_unknown(self, place: Place, what: str, name: object, known: Iterable[str]) -> None:
        """Note a name that does not exist, with the nearest that does."""
        if what not in self.unreadable:
            self.add(place, f"unknown {what} {quote(name)}{nearest(name, known)}")

    def raise_if_any(self, file: str) -> None:
        """Raise what was found.

        Raises:
            RulebookError: with every mistake on a line of its own.
        """
        if self.lines:
            message = f"{file}: the rulebook has {self.tell()}"
            raise RulebookError(message, "Correct the lines that are named; docs/rulebook.md says what each key means.")

    def tell(self) -> str:
        """Return how many mistakes there are, and each on a line of its own."""
        count = "an error" if len(self.lines) == 1 else f"{len(self.lines)} errors"
        return "\n".join([f"{count}:", *(f"  {line}" for line in self.lines)])


def quote(value: object) -> str:
    """Return a value as its author wrote it, shortened, with its control characters escaped."""
    written = f'"{value}"' if isinstance(value, str) else str(value)
    shown = written if written.isprintable() else repr(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"  # noqa: PLR2004 - about what fits beside a message on a line


def nearest(name: object, known: Iterable[str]) -> str:
    """Return a hint at the nearest right name, or at all of them where they are few; "" where neither helps."""
    names = sorted(set(known))
    close = get_close_matches(str(name).casefold(), [candidate.casefold() for candidate in names], n=1, cutoff=0.6)
    if close:
        found = next(candidate for candidate in names if candidate.casefold() == close[0])
        return f'; did you mean "{found}"?'
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 12 else ""  # noqa: PLR2004 - more than a line of names does not help
