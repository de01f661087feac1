"""The file of a baseline: JSON, sorted, so that a new one differs from the old only where findings do."""

import json
from dataclasses import asdict
from pathlib import Path

from mastercheck.errors import ConfigurationError
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.settings.baseline import Baseline, KnownFinding
from mastercheck.settings.documents import show_path

KIND = "mastercheck baseline"
SCHEMA_VERSION = 1
LARGEST = 64 << 20
"""Bytes of a file that is read: the findings of ten thousand documents."""


def write_baseline(baseline: Baseline) -> str:
    """Return a baseline as the text of its file: plain ASCII, the same for the same findings."""
    findings = [{name: value for name, value in asdict(finding).items() if value} for finding in baseline.findings]
    return json.dumps({"kind": KIND, "schema_version": SCHEMA_VERSION, "findings": findings}, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigurationError: there is none, or it is damaged; with everything that is wrong in it.
    """
    mistakes, shown = Mistakes(), show_path(path)
    found = _load(path, shown)
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise _cannot_read(shown, "it is no baseline of mastercheck")
    if found.get("schema_version") != SCHEMA_VERSION:
        raise _cannot_read(shown, "another version of mastercheck wrote it")
    findings = convert(found.get("findings"), tuple[KnownFinding, ...], Place(file=shown, key="findings"), mistakes)
    if mistakes.lines:
        raise _cannot_read(shown, f"it has {mistakes.tell()}")
    return Baseline(path=path, findings=findings or ())


def _load(path: Path, shown: str) -> object:
    try:
        if path.exists() and not path.is_file():
            raise _cannot_read(shown, "it is no file")
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise _cannot_read(shown, f"it is larger than {LARGEST >> 20} MiB")
        return json.loads(content)
    except OSError as error:
        raise _cannot_read(shown, error.strerror or type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise _cannot_read(shown, "it is no JSON") from error


def _cannot_read(shown: str, reason: str) -> ConfigurationError:
    advice = f'Name another file, or write it anew with: --write-baseline "{shown}" (move a damaged one away first).'
    return ConfigurationError(f'The baseline "{shown}" cannot be read: {reason}.', advice)
