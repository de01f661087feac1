"""Patterns of file names: the candidate, and the version, from what a school's rule puts into the name of every file.

A pattern is text with places: `{candidate}`, `{version}`, and `*` for anything. "{candidate}_{version}" reads "ada-byron_v2.docx", and
"{candidate}_*" what a learning platform makes of names ("Ada Byron_1234_file_report.docx"). It is compared with the whole name without its
ending; capitals do not count.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath, PureWindowsPath

from mastercheck.candidates.persons import VERSION_WORD
from mastercheck.errors import UsageError
from mastercheck.model.report import DocumentReport, Report

CANDIDATE, VERSION = "candidate", "version"

PLACES = {"{candidate}": r"(?P<candidate>.*?[^\W\d_].*?)", "{version}": r"(?P<version>[^\s_-]+)", "*": r".*"}
"""What each place takes: a candidate as little as it can, but a letter; a version one word."""

TOKEN = re.compile(r"(\{[^{}]*\}|[{}*])")

EXAMPLE = 'For example: --name-pattern "{candidate}_{version}", or "{candidate}_*".'


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePattern:
    """A pattern that was understood."""

    text: str
    expression: re.Pattern[str]

    def name(self, document: DocumentReport) -> DocumentReport:
        """Return the report on a document with what the name of its file tells; a name that does not fit changes nothing."""
        found = self.expression.fullmatch(stem_of(document.path))
        if not found:
            return document
        told = {key: " ".join(value.replace("_", " ").split()) for key, value in found.groupdict().items()}
        candidate = told[CANDIDATE].strip(" .-")
        version = VERSION_WORD.sub("", told.get(VERSION, "")) or document.version
        return replace(document, candidate=candidate or document.candidate, version=version)


def read_pattern(text: str) -> NamePattern:
    """Return a pattern as typed.

    Raises:
        UsageError: it has a place that does not exist, one twice, two side by side, or none for the candidate.
    """
    tokens = [token for token in TOKEN.split(text) if token]
    places = [token for token in tokens if TOKEN.fullmatch(token)]
    unknown = next((place for place in places if place not in PLACES), None)
    if unknown:
        raise _refuse(text, f"there is no place {unknown}; there are {{candidate}}, {{version}} and *")
    if places.count("{candidate}") != 1 or places.count("{version}") > 1:
        raise _refuse(text, "it needs {candidate} once, and {version} once at most")
    if any(first in PLACES and second in PLACES for first, second in pairwise(tokens)):
        raise _refuse(text, "between two places must stand what parts them, such as _")
    expression = "".join(PLACES.get(token) or re.escape(token) for token in tokens)
    return NamePattern(text=text, expression=re.compile(expression, re.IGNORECASE | re.DOTALL))


def name_candidates(report: Report, pattern: NamePattern) -> Report:
    """Return a report in which the names of the files tell who wrote the documents and which version they are, where they fit."""
    return replace(report, documents=tuple(map(pattern.name, report.documents)))


def file_of(path: str) -> PurePath:
    """Return the name of the file that a path leads to, whichever signs part its folders."""
    return PurePath(PureWindowsPath(path).name)


def stem_of(path: str) -> str:
    """Return the name of a file without its ending."""
    return file_of(path).stem


def _refuse(text: str, why: str) -> UsageError:
    return UsageError(f'The pattern "{text}" cannot be used: {why}.', EXAMPLE)
