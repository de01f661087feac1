"""Learn from tagged documents how much each feature of a passage speaks for each subject, and write it beside the rulebook.

A feature is what mastercheck.language.features measures of a passage; a passage speaks for a subject where it is gone from the document
without that subject's passages. One logistic regression for each subject, all fitted together. The scores from which a passage is
evidence come from documents whose writer was held out, so that they hold for writers that nobody has met.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from gold_documents import Source, make_document, read_sources  # noqa: E402 - the documents are no part of the package
from mastercheck.checks import kinds_by_name  # noqa: E402
from mastercheck.language.features import Features, find_all_hits, measure_passages  # noqa: E402
from mastercheck.language.passages import Passage  # noqa: E402
from mastercheck.language.reading import reading_of  # noqa: E402
from mastercheck.rulebook.loader import load  # noqa: E402
from mastercheck.rulebook.sources import BUILTIN  # noqa: E402

TARGET = ROOT / "src" / "mastercheck" / "rulebook" / "data" / BUILTIN.replace(".toml", ".learned.json")
DOCUMENTS = Path(__file__).parent / "documents"
LEAST_DOCUMENTS = 3
"""A feature of fewer documents is a matter of theirs, and is not learned."""
PENALTY = 1.0
"""Of the squares of the weights, against the sum of the losses."""
STRONG, WEAK = 0.55, 0.2
"""How likely it must be that a document meets a requirement for its best passage to be evidence, and for a person to look."""
SHRINK = 0.3
"""How strongly the middle of a requirement is drawn to the common one."""
APART = {"exam_specs", "literature"}
"""Requirements that are judged without passages."""
LEAST_SOURCES = 3
"""Documents that must show a requirement for it to be learned."""
POINT = 1000


@dataclass(frozen=True, slots=True)
class Example:
    """A document as measured.

    Attributes:
        source: whose it is; without: the requirement whose passages were taken out; "" for a whole document.
        passages: the features of each; labels: the requirements that each speaks for.
    """

    source: Source
    without: str
    passages: tuple[Features, ...]
    labels: tuple[frozenset[str], ...]


def measure_sources(sources: Sequence[Source]) -> list[Example]:
    """Return every document, whole and without its passages for each requirement, as measured."""
    with ProcessPoolExecutor() as pool:
        return [example for some in pool.map(measure_source, sources) for example in some]


def measure_source(source: Source) -> list[Example]:
    """Return a document, whole and without its passages for each requirement, as measured."""
    subjects = load(kinds_by_name()).subjects
    readings = {id_: reading_of(make_document(source, id_)) for id_ in ("", *source.ids)}
    said = {id_: {line.text for passage in one.text.passages for line in passage.lines} for id_, one in readings.items()}
    examples = []
    for id_, reading in readings.items():
        labels = () if id_ else tuple(_labels(passage, source.ids, said) for passage in reading.text.passages)
        measured = tuple(measure_passages(reading, subjects, find_all_hits(reading, subjects)))
        examples.append(Example(source, id_, measured, labels))
    return examples


def _labels(passage: Passage, ids: Sequence[str], said: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the requirements with whose passages this one goes: half of its lines or more, those apart that belong to every window."""
    lines = [line.text for line in passage.lines[passage.context :]]
    return frozenset(id_ for id_ in ids if 2 * sum(text not in said[id_] for text in lines) >= len(lines))


def subject_of(requirement: str) -> str:
    """Return the id of the subject that shows a requirement: "P2.1" for "spec_P2_1"."""
    return requirement.removeprefix("spec_").replace("_", ".") if requirement.startswith("spec_") else requirement


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: the points that each feature gives each requirement, and what a passage has to begin with."""

    features: tuple[str, ...]
    weights: NDArray[np.float64]
    offsets: NDArray[np.float64]

    def points(self, passages: Sequence[Features]) -> NDArray[np.float64]:
        """Return the best points among passages for every requirement; -inf where there is none."""
        if not passages:
            return np.full(len(self.offsets), -np.inf)
        return np.asarray((tabulate(passages, self.features) @ self.weights).max(axis=0))


def tabulate(passages: Sequence[Features], names: Sequence[str]) -> csr_matrix:
    """Return the features of passages as a matrix with a column for each name."""
    columns = {name: column for column, name in enumerate(names)}
    cells = [(row, columns[name], value) for row, one in enumerate(passages) for name, value in one.items() if name in columns]
    rows, places, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (rows, places)), shape=(len(passages), len(names)))


def learn(examples: Sequence[Example], requirements: Sequence[str]) -> Model:
    """Return what whole documents teach about requirements."""
    whole = [one for one in examples if not one.without]
    seen = Counter(name for one in whole for name in {name for passage in one.passages for name in passage})
    names = tuple(sorted(name for name, count in seen.items() if count >= LEAST_DOCUMENTS))
    values = tabulate([passage for one in whole for passage in one.passages], names)
    wanted = np.array([[float(id_ in labels) for id_ in requirements] for one in whole for labels in one.labels])
    return Model(names, *fit_together(values, wanted))


def fit_together(values: csr_matrix, wanted: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return weights and offsets of one logistic regression for each column of `wanted`, which share nothing but the passes."""
    (_, size), many = values.shape, wanted.shape[1]
    signs, turned = 2 * wanted - 1, values.T.tocsr()

    def lose(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights, offsets = point[:-many].reshape(size, many), point[-many:]
        margins = signs * (values @ weights + offsets)
        slopes = -signs / (1 + np.exp(np.minimum(margins, 500)))
        loss = np.logaddexp(0, -margins).sum() + PENALTY * (weights**2).sum() / 2
        return float(loss), np.concatenate([(turned @ slopes + PENALTY * weights).ravel(), slopes.sum(axis=0)])

    start = np.zeros(size * many + many)
    shares = np.clip(wanted.mean(axis=0), 1e-4, 1 - 1e-4)
    start[-many:] = np.log(shares / (1 - shares))
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return found[:-many].reshape(size, many), found[-many:]


@dataclass(frozen=True, slots=True)
class Case:
    """The best points in a document for a requirement that is known to be met or not."""

    source: Source
    requirement: str
    met: bool
    points: float


def hold_out(examples: Sequence[Example], requirements: Sequence[str]) -> list[Case]:
    """Return the cases of every writer, each by what the others taught."""
    cases = []
    for writer in sorted({one.source.writer for one in examples}):
        model = learn([one for one in examples if one.source.writer != writer], requirements)
        for one in (one for one in examples if one.source.writer == writer):
            cases.extend(judge(one, model, requirements))
    return cases


def judge(example: Example, model: Model, requirements: Sequence[str]) -> list[Case]:
    """Return the cases of a document: what it meets and lacks, or what was taken out of it."""
    points = dict(zip(requirements, model.points(example.passages), strict=True))
    source = example.source
    known = {example.without: False} if example.without else {**dict.fromkeys(source.ids, True), **dict.fromkeys(source.absent, False)}
    return [Case(source, id_, met, float(points[id_])) for id_, met in known.items() if id_ in points]


def bound(cases: Sequence[Case], requirements: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the strong and the weak score of every requirement.

    How likely it is that a document meets a requirement follows a logistic curve over its points: one slope for all requirements, and a
    middle for each, which is drawn to the common one where its cases are few.
    """
    index = {id_: place for place, id_ in enumerate(requirements)}
    rows = np.array([index[case.requirement] for case in cases])
    points = np.array([max(case.points, -5.0) for case in cases])
    signs = np.where([case.met for case in cases], 1.0, -1.0)
    share = np.where(signs > 0, (signs > 0).mean(), (signs < 0).mean())  # what is met and what is not count alike

    def lose(point: NDArray[np.float64]) -> float:
        slope, common, middles = point[0], point[1], point[2:]
        margins = signs * slope * (points - common - middles[rows])
        return float((np.logaddexp(0, -margins) / share).sum() + SHRINK * (middles**2).sum())

    found = minimize(lose, np.concatenate([[1.0, float(np.median(points))], np.zeros(len(requirements))]), method="L-BFGS-B").x
    slope, middles = found[0], found[1] + found[2:]

    def at(share: float, middle: float) -> float:
        return round(float(middle + np.log(share / (1 - share)) / slope), 3)

    return {id_: (at(STRONG, middles[place]), at(WEAK, middles[place])) for id_, place in index.items()}


def write(model: Model, bounds: Mapping[str, tuple[float, float]], requirements: Sequence[str], catalogue: str) -> str:
    """Return the file that mastercheck.rulebook.learned reads: a line for each feature that says anything."""
    rows = {name: [round(float(weight) * POINT) for weight in row] for name, row in zip(model.features, model.weights, strict=True)}
    told = {name: row for name, row in rows.items() if any(row)}
    subjects = {subject_of(id_): bounds[id_] for id_ in requirements}
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}" for name, row in told.items())
    return f'{{"catalogue": {json.dumps(catalogue)},\n"subjects": {json.dumps(subjects)},\n"weights": {{\n{lines}\n}}}}\n'


def tell(cases: Sequence[Case], bounds: Mapping[str, tuple[float, float]]) -> str:
    """Return how often held-out documents were judged rightly, by writer: a person's look counts half."""
    lines = []
    for writer in (*sorted({case.source.writer for case in cases}), ""):
        shares = []
        for met in (True, False):
            some = [case for case in cases if case.met is met and writer in {"", case.source.writer}]
            right = [_points(case, *bounds[case.requirement]) for case in some]
            shares.append(sum(right) / len(right))
        lines.append(f"{f'writer {writer}' if writer else 'all':12} {sum(shares) / 2:.3f}  met {shares[0]:.3f}  not met {shares[1]:.3f}")
    return "\n".join(lines)


def _points(case: Case, strong: float, weak: float) -> float:
    if weak <= case.points < strong:
        return 0.5
    return float((case.points >= strong) is case.met)


def main() -> None:
    """Measure, learn, write and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, nargs="*", default=[DOCUMENTS], help="folders of tagged documents")

    arguments = parser.parse_args()
    sources = [source for folder in arguments.documents for source in read_sources(folder)]
    examples = measure_sources(sources)
    ids = {id_ for source in sources for id_ in source.ids} - APART
    requirements = [id_ for id_ in sorted(ids) if sum(id_ in source.ids for source in sources) >= LEAST_SOURCES]
    cases = hold_out(examples, requirements)
    bounds = bound(cases, requirements)
    elements = [case for case in cases if not case.requirement.startswith("spec_")]
    print(f"elements, each writer held out\n{tell(elements, bounds)}")
    print(f"specifications, each writer held out\n{tell([case for case in cases if case.requirement.startswith('spec_')], bounds)}")
    TARGET.write_text(write(learn(examples, requirements), bounds, requirements, load(kinds_by_name()).catalogue.id), encoding="utf-8")
    print(f"wrote {TARGET.name}")


if __name__ == "__main__":
    main()
