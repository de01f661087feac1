"""What the settings of a repository are: values of options, and findings that are not to count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry `[[suppress]]`: which findings do not count, and why.

    Attributes:
        rule: its code or name.
        reason: why; never blank.
        document: a pattern that the document's path from the settings' folder fits; every document where it is "".
        heading: one that stands above the place; quote: words that stand there. A finding with a place needs one of them at least.
    """

    rule: str
    reason: str
    document: str = ""
    heading: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a file of settings says.

    Attributes:
        path: of the file; None where there is none.
        shown: the same as the user would name it; "" where there is none.
        values: by key; paths are relative to the current folder.
    """

    path: Path | None = None
    shown: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A key with what is in force for it.

    Attributes:
        value: as TOML has it; None where nothing is set.
        meaning: what holds where nothing is set; "" elsewhere.
        origin: the file that says so, as the user would name it; "" for the default.
    """

    key: str
    value: str | bool | int | float | tuple[str, ...] | None
    meaning: str = ""
    origin: str = ""
