"""Makes small rulebooks for tests: three files that are right, in which a test puts one thing wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from mastercheck.model.demands import Catalogue, Profile, Subject

MAIN = """
[rulebook]
id = "small"
edition = "1"
title = "A small rulebook"
source = "nobody"
profile = "all"
subjects = "small.subjects.toml"
catalogue = "small.catalogue.toml"

[groups]
order = ["Form", "Content"]

[profiles.all]
title = "everything"
included = ["body", "headings"]

[profiles.some]
title = "less"
included = ["body"]

[areas.A1]
title = "An area"
subject = "area"

[[rule]]
code = "LEN001"
name = "length"
clause = "4"
title = "Length"
rationale = "Because."
applies_to = ["report"]
check = "measure"
severity = "error"
group = "Form"
advice = "Shorten it."
passing = "short"
failing = "long"
[rule.params]
target = 10
[rule.messages]
pass = "{words:,} words"
over = "{words} words, {share:.0%} of {target}"

[[rule]]
code = "CON001"
name = "risks"
clause = "4"
title = "Risks"
rationale = "Because."
applies_to = ["report", "proposal"]
check = "look"
severity = "warning"
element = "risks"
group = "Content"
requires = ["length"]
advice = "Name them."
passing = "A risk is fire."
failing = "All is well."
[rule.params]
subject = "risks"
[rule.messages]
fail = "none"
"""

SUBJECTS = """
[[subject]]
id = "risks"
titles = ["risks"]
cues = [{ name = "risk", terms = ["risk"], required = true }]

[[subject]]
id = "area"
"""

CATALOGUE = """
[catalogue]
id = "small"

[[requirement]]
id = "1"
title = "Direct"

[[requirement.specification]]
id = "1.1"
title = "Manage organizational change"
provisional = false
subject = { titles = ["change"] }

[[requirement.specification]]
id = "1.2"
title = "Effect cultural change in IT, and change it again"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    target: int
    profile: Profile
    profiles: Mapping[str, Profile]
    tolerance: float = 0.1
    unit: Literal["words", "pages"] = "words"
    parts: tuple[Part, ...] = ()
    last: Part | None = None
    notes: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.target <= 0:
            raise ValueError("target should be positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    subject: Subject
    catalogue: Catalogue
    areas: tuple[Subject, ...]
    area_titles: Mapping[str, str]
    subjects: Mapping[str, Subject]


@dataclass(frozen=True, slots=True)
class SmallKind:
    params: type[object]
    cases: Mapping[str, frozenset[str]]


KINDS = {
    "measure": SmallKind(Measure, {"pass": frozenset({"words"}), "over": frozenset({"words", "share", "target"})}),
    "look": SmallKind(Look, {"fail": frozenset()}),
}


def write_rulebook(folder: Path, *, main: str = MAIN, subjects: str = SUBJECTS, catalogue: str = CATALOGUE) -> Path:
    """Write the three files and return the main one's path."""
    (folder / "small.subjects.toml").write_text(subjects, encoding="utf-8")
    (folder / "small.catalogue.toml").write_text(catalogue, encoding="utf-8")
    path = folder / "small.toml"
    path.write_text(main, encoding="utf-8")
    return path
