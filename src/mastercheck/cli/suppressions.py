"""Suppressions in a run: the settings' entries and the baseline, made ready before anything is checked, applied afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mastercheck.cli.output import check_target, say, write_file
from mastercheck.errors import UsageError
from mastercheck.model.settings import Settings
from mastercheck.render.plain import name

if TYPE_CHECKING:
    from mastercheck.model.report import Report
    from mastercheck.rulebook.schema import Rulebook
    from mastercheck.settings.baseline import Baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be suppressed.

    Attributes:
        baseline: the findings that are known; None without any.
        written: the baseline is written anew, with what is found now.
    """

    settings: Settings
    baseline: "Baseline | None" = None
    written: bool = False


def plan_suppressions(
    settings: Settings, rulebook: "Rulebook", known: Path | None, target: Path | None, *, inputs: Iterable[Path], outputs: Iterable[Path]
) -> Plan:
    """Return what is to be suppressed; whatever is wrong with it is found out before anything is checked.

    Args:
        settings: of the repository.
        rulebook: whose rules the entries name.
        known: the baseline to go by.
        target: the baseline to write; it goes by it as well.
        inputs: the files that are never written to.
        outputs: the files that something else is written to.

    Raises:
        UsageError: the baseline cannot be written there.
        ConfigurationError: an entry names no rule, or the baseline cannot be read.
    """
    from mastercheck.settings.baseline import Baseline  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.settings.baseline_file import read_baseline  # noqa: PLC0415
    from mastercheck.settings.entries import require_rules  # noqa: PLC0415

    require_rules(settings, rulebook.rules)
    if known and target:
        raise UsageError("--baseline and --write-baseline contradict each other.", "Leave one out: what is written is used as well.")
    if target:
        check_target(target, inputs)
        if target.resolve() in {path.resolve() for path in outputs}:
            raise UsageError(f"{name(target)} is to be written twice, as a report and as a baseline.", "Name two files.")
        old = read_baseline(target) if target.exists() else Baseline(path=target)
        return Plan(settings=settings, baseline=old, written=True)
    return Plan(settings=settings, baseline=read_baseline(known) if known else None)


def suppress(report: "Report", plan: Plan, *, silent: bool = False) -> "Report":
    """Return a report in which the findings that are to be suppressed do not count; write the baseline; say what is to be tidied up.

    Args:
        report: on the documents.
        plan: what is to be suppressed.
        silent: what is to be tidied up is not said.

    Raises:
        UsageError: the baseline cannot be written.
    """
    from mastercheck.render.suppressions import list_upkeep  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.settings.baseline import apply_baseline, renew_baseline, tell_written  # noqa: PLC0415
    from mastercheck.settings.baseline_file import write_baseline  # noqa: PLC0415
    from mastercheck.settings.entries import apply_entries  # noqa: PLC0415

    judged = apply_entries(report, plan.settings)
    baseline = plan.baseline
    if baseline and plan.written:
        baseline = renew_baseline(judged, baseline)
        write_file(baseline.path, write_baseline(baseline))
        say(f"{name(baseline.path)} is written. It holds {tell_written(baseline)}; with --baseline they count no more.")
    if baseline:
        judged = apply_baseline(judged, baseline)
    for line in () if silent else list_upkeep(judged):
        say(line)
    return judged
