"""Learn from tagged documents how to judge passages, and write it beside the rulebook.

    python training/train.py                 learn anew, after a change of subjects, features or documents
    python training/train.py --figures       only tell how well it does

Scores are set on documents whose writer was held out, so that they hold for writers that nobody has met.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from examples import DOCUMENTS, ROOT, SPECIFICATION, Example, Source, load_rulebook, measure_folder, measure_samples, subject_of
from regression import Model, Numbers, learn, tabulate
from scipy.optimize import minimize

from mastercheck.language.learned import compete, length_of
from mastercheck.model.demands import Family, Learned
from mastercheck.rulebook.sources import BUILTIN

TARGET = ROOT / "src" / "mastercheck" / "rulebook" / "data" / BUILTIN.replace(".toml", ".learned.json")
APART = {"exam_specs", "literature"}
"""Requirements that are judged without passages."""
LEAST_SOURCES = 3
"""Documents that must show a requirement for it to be learned."""
SHRINK = 0.3
"""How strongly the middle of a requirement is drawn to the common one."""
LOWEST = -8.0
"""Points of a document without a passage."""
ELEMENTS = Family(offsets={}, middles={}, slope=1.0, length=0.0, strong=0.2, weak=-1.9, rivalry=0.35)
"""A score of 0.2 is 11 to 9 for it that the element is met, one of -1.9 is 7 to 1 against it: a false alarm is the worse error."""
SPECIFICATIONS = Family(
    offsets={}, middles={}, slope=1.0, length=0.0, strong=0.0, weak=-1.1, kin=("activities", "results"), near=0.5, apart=0.5
)
"""What a specification asks for is shown by work that was done and what came of it, not by a risk, a plan or an aim."""
POINT = 1000


@dataclass(frozen=True, slots=True)
class Case:
    """A document of which it is known whether it meets a requirement.

    Attributes:
        points: of its best passage.
        passages: how many it has.
    """

    source: Source
    requirement: str
    met: bool
    points: float
    passages: int


def hold_out(examples: Sequence[Example], samples: Sequence[Example], requirements: Sequence[str]) -> list[Case]:
    """Return the cases of every writer, each by what the others and the small samples taught."""
    cases = []
    for writer in sorted({one.source.writer for one in examples}):
        model = learn([*samples, *(one for one in examples if one.source.writer != writer)], requirements)
        cases.extend(case for one in examples if one.source.writer == writer for case in judge(one, model))
    return cases


def judge(example: Example, model: Model) -> list[Case]:
    """Return the cases of a document: what it meets and lacks, or what was taken out of it."""
    logits = tabulate(example.passages, model.features) @ model.weights
    points = logits + model.offsets + compete(logits, describe(model, ELEMENTS, SPECIFICATIONS))
    best = dict(zip(model.requirements, points.max(axis=0, initial=LOWEST), strict=True))
    source = example.source
    known = {example.without: False} if example.without else {**dict.fromkeys(source.ids, True), **dict.fromkeys(source.absent, False)}
    return [Case(source, id_, met, float(best[id_]), len(example.passages)) for id_, met in known.items() if id_ in best]


def describe(model: Model, *families: Family) -> Learned:
    """Return a model as the program has it, without its weights. Each family is given its members anew, whichever it had.

    Args:
        model: that was learned.
        families: the one with kin is that of the specifications, the one without that of the elements.
    """
    names = [subject_of(id_) for id_ in model.requirements]
    offsets = dict(zip(names, map(float, model.offsets), strict=True))
    members = {False: {}, True: {}}
    for id_, name in zip(model.requirements, names, strict=True):
        members[id_.startswith(SPECIFICATION)][name] = offsets[name]
    return Learned(
        features={name: row for row, name in enumerate(model.features)},
        weights=(),
        columns={name: column for column, name in enumerate(names)},
        families=tuple(replace(family, offsets=members[bool(family.kin)]) for family in families),
        subjects=(),
    )


def settle(family: Family, cases: Sequence[Case]) -> Family:
    """Return a family with its slope, its middles and what a text's length asks for.

    How likely it is that a document meets a requirement follows a logistic curve over its points: one slope and one price of length for
    all, and a middle for each requirement, which is drawn to the common one where its cases are few. Met and unmet count alike.
    """
    names = sorted({case.requirement for case in cases})
    rows = np.array([names.index(case.requirement) for case in cases])
    points = np.array([max(case.points, LOWEST) for case in cases])
    lengths = np.array([length_of(case.passages) for case in cases])
    signs = np.where([case.met for case in cases], 1.0, -1.0)
    shares = np.where(signs > 0, (signs > 0).mean(), (signs < 0).mean())

    def lose(point: Numbers) -> float:
        slope, common, length, *middles = point
        margins = signs * slope * (points - common - length * lengths - np.array(middles)[rows])
        return float((np.logaddexp(0, -margins) / shares).sum() + SHRINK * np.square(middles).sum())

    slope, common, length, *middles = minimize(lose, [1.0, -1.5, 0.5, *[0.0] * len(names)], method="L-BFGS-B").x
    settled = {subject_of(name): round(float(common + middle), 3) for name, middle in zip(names, middles, strict=True)}
    return replace(family, middles=settled, slope=round(float(slope), 3), length=round(float(length), 3))


def score(family: Family, case: Case) -> float:
    """Return the score of a case, as the program comes to it."""
    return family.slope * (case.points - family.middles[subject_of(case.requirement)] - family.length * length_of(case.passages))


def tell(title: str, family: Family, cases: Sequence[Case]) -> None:
    """Say how often documents were judged rightly, by writer: a person's look counts half."""
    print(f"\n{title}")
    for writer in (*sorted({case.source.writer for case in cases}), ""):
        some = [case for case in cases if writer in {"", case.source.writer}]
        shares = [_mean([_right(family, case) for case in some if case.met is met]) for met in (True, False)]
        wrong = sum(case.met and score(family, case) < family.weak for case in some)
        figures = f"{sum(shares) / 2:.3f}  met {shares[0]:.3f}  not met {shares[1]:.3f}"
        met = sum(case.met for case in some)
        print(f"{f'writer {writer}' if writer else 'all':12} {figures}  {wrong} of {met} wrongly missing")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def _right(family: Family, case: Case) -> float:
    found = score(family, case)
    return 0.5 if family.weak <= found < family.strong else float((found >= family.strong) is case.met)


def write(model: Model, families: Sequence[Family]) -> str:
    """Return the file that mastercheck.rulebook.learned reads: a line for each feature that says anything."""
    rows = {name: [round(float(weight) * POINT) for weight in row] for name, row in zip(model.features, model.weights, strict=True)}
    offsets = describe(model, *families).families
    told = [{**asdict(family), "offsets": {name: round(value, 3) for name, value in family.offsets.items()}} for family in offsets]
    head = {
        "catalogue": load_rulebook().catalogue.id,
        "families": told,
        "subjects": [subject_of(id_) for id_ in model.requirements],
    }
    lines = ",\n".join(_line(name, row) for name, row in rows.items() if any(row))
    return f'{json.dumps(head, indent=1)[:-2]},\n "weights": {{\n{lines}\n}}}}\n'


def _line(name: str, row: Sequence[int]) -> str:
    return f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"


def main() -> None:
    """Measure, learn, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="folder of tagged documents")
    parser.add_argument("--figures", action="store_true", help="tell how well it does, and write nothing")
    arguments = parser.parse_args()
    examples, samples = measure_folder(arguments.documents), measure_samples()
    sources = [one.source for one in examples if not one.without]
    ids = sorted({id_ for source in sources for id_ in source.ids} - APART)
    requirements = [id_ for id_ in ids if sum(id_ in source.ids for source in sources) >= LEAST_SOURCES]
    cases = hold_out(examples, samples, requirements)
    chosen: dict[str, tuple[Family, Callable[[Case], bool]]] = {
        "elements": (ELEMENTS, lambda case: not case.requirement.startswith(SPECIFICATION)),
        "specifications": (SPECIFICATIONS, lambda case: case.requirement.startswith(SPECIFICATION)),
    }
    families = []
    for title, (family, belongs) in chosen.items():
        own = [case for case in cases if belongs(case)]
        families.append(settle(family, own))
        tell(f"{title}, each writer held out", families[-1], own)
    if not arguments.figures:
        TARGET.write_text(write(learn([*samples, *examples], requirements), families), encoding="utf-8")
        print(f"\nwrote {TARGET.name}")


if __name__ == "__main__":
    main()
