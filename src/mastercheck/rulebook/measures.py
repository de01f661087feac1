"""How often each rule of the built-in rulebook was right on the project's own test documents.

The figures are generated (docs/measure_rules.py) and lie beside the rulebook; they are read when somebody asks for them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mastercheck.rulebook.sources import BUILTIN, builtin_folder

NAME = BUILTIN.replace(".toml", ".measured.toml")
"""The file of the figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Judgements of a rule on texts of which it is known whether they meet it.

    Attributes:
        met: texts that meet it. Of these it called `alarms` not met and left `met_doubtful` to a person.
        unmet: texts that do not. Of these it called `found` not met and left `unmet_doubtful` to a person.
    """

    met: int = 0
    alarms: int = 0
    met_doubtful: int = 0
    unmet: int = 0
    found: int = 0
    unmet_doubtful: int = 0

    @property
    def precision(self) -> float | None:
        """The share of its "not met" that was right; None where it never said so."""
        said = self.found + self.alarms
        return self.found / said if said else None

    @property
    def recall(self) -> float | None:
        """The share of the unmet texts that it called so; None where there were none."""
        return self.found / self.unmet if self.unmet else None

    @property
    def judged(self) -> int:
        """The number of judgements."""
        return self.met + self.unmet

    @property
    def doubtful(self) -> int:
        """How many of them it left to a person."""
        return self.met_doubtful + self.unmet_doubtful


@cache
def load_measures() -> Mapping[str, Measure]:
    """Return the measures of the built-in rules by code."""
    tables = tomllib.loads((builtin_folder() / NAME).read_text(encoding="utf-8"))
    return {code: Measure(**table) for code, table in tables.items()}


def write_measures(measures: Mapping[str, Measure]) -> str:
    """Return measures as TOML, as `load_measures` reads them."""
    lines = [
        "# Made by docs/measure_rules.py from tests/gold and tests/cases: do not edit.",
        "# rulebook/measures.py says what the keys mean.",
        "",
    ]
    for code, measure in sorted(measures.items()):
        figures = ", ".join(f"{key} = {getattr(measure, key)}" for key in Measure.__dataclass_fields__)
        lines.append(f"{code} = {{ {figures} }}")
    return "\n".join([*lines, ""])


def tell(measure: Measure) -> str:
    """Return a measure in sentences for people."""
    texts = "one text" if measure.judged == 1 else f"{measure.judged} texts"
    parts = [f"Judged {texts} of the project's own tests, of which {measure.unmet} do not meet it."]
    if measure.precision is not None:
        parts.append(f'Precision {measure.precision:.2f}: {measure.found} of {measure.found + measure.alarms} times "not met" was right.')
    if measure.recall is not None:
        parts.append(f"Recall {measure.recall:.2f}: {measure.found} of {measure.unmet} were called so.")
    if measure.doubtful:
        parts.append(f"Left to a person: {measure.doubtful}.")
    return " ".join(parts)
