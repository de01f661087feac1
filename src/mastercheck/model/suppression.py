"""Suppression: why a finding is shown and does not count, and what is to be tidied up in what suppresses."""

from dataclasses import dataclass
from enum import StrEnum


class SuppressionSource(StrEnum):
    """Where it is written down that a finding does not count."""

    SETTINGS = "settings"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a finding does not count.

    Attributes:
        reason: as a person gave it; "baseline" for a finding that was known before.
    """

    source: SuppressionSource
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleEntry:
    """An entry of the settings that suppresses nothing in the documents that were checked.

    Attributes:
        file: the settings' file, as the user would name it.
        number: the entry's place in the file, from 1.
        rule, reason, document: as the entry has them.
        lost: there is no such document.
        loose: it names no place, and all that its rule found has one.
    """

    file: str
    number: int
    rule: str
    reason: str
    document: str = ""
    lost: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineUse:
    """What became of the findings that a baseline holds of the documents that were checked.

    Attributes:
        file: the baseline's, as the user would name it.
        known: how many it holds.
        gone: how many of them are not found any more.
    """

    file: str
    known: int
    gone: int
