"""Regression: how much each feature of a passage speaks for each requirement, learned from examples.

One logistic regression for each requirement, all fitted together. What decides about a document is its best passage, so the passages
that come out best are learned harder in further rounds: the best of those that speak for a requirement, and of those that do not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from examples import Example, Features, load_rulebook, subject_of
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST_DOCUMENTS = 3
"""A feature of fewer documents is a matter of theirs, and is not learned."""
PENALTY = 1.0
"""Of the squares of the weights, against the sum of the losses."""
ROUNDS = (120, 60, 60, 60)
"""Steps of each round at most."""
BEST, OTHER, RIVAL = 3.0, 0.3, 5.0
"""How much a passage counts after the first round that speaks for a requirement and comes out best, another one that speaks for it, and
the best of those that do not."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: the points that each feature gives each requirement, and those that a passage begins with."""

    requirements: tuple[str, ...]
    features: tuple[str, ...]
    weights: Numbers
    offsets: Numbers


def learn(examples: Sequence[Example], requirements: Sequence[str]) -> Model:
    """Return what whole documents teach about requirements."""
    whole = [one for one in examples if not one.without]
    seen = Counter(name for one in whole for name in {name for passage in one.passages for name in passage})
    names = tuple(sorted(name for name, count in seen.items() if count >= LEAST_DOCUMENTS))
    values = tabulate([passage for one in whole for passage in one.passages], names)
    wanted = np.array([[float(id_ in labels) for id_ in requirements] for one in whole for labels in one.labels])
    ends = np.cumsum([len(one.passages) for one in whole])
    known = np.array([[float(id_ in one.known) for id_ in requirements] for one in whole for _ in one.labels])
    allowed, counted = allow(names, requirements), known
    shares = np.clip(wanted.mean(axis=0), 1e-4, 1 - 1e-4)
    weights, offsets = np.zeros((len(names), len(requirements))), np.log(shares / (1 - shares))
    for steps in ROUNDS:
        weights, offsets = _fit(values, wanted, counted, allowed, (weights, offsets), steps)
        counted = known * _count(values @ weights + offsets, wanted, ends)
    return Model(tuple(requirements), names, weights, offsets)


def tabulate(passages: Sequence[Features], names: Sequence[str]) -> csr_matrix:
    """Return the features of passages as a matrix with a column for each name."""
    columns = {name: column for column, name in enumerate(names)}
    cells = [(row, columns[name], value) for row, one in enumerate(passages) for name, value in one.items() if name in columns]
    rows, places, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (rows, places)), shape=(len(passages), len(names)))


def allow(names: Sequence[str], requirements: Sequence[str]) -> Numbers:
    """Return 1 for each feature that a requirement may learn from, else 0: the terms of a specification tell of itself alone."""
    specifications = set(load_rulebook().catalogue.specifications())
    owners = [name.partition(" ")[2].partition("/")[0] for name in names]
    columns = [subject_of(id_) for id_ in requirements]
    return np.array([[float(owner not in specifications or owner == column) for column in columns] for owner in owners])


def _count(points: Numbers, wanted: Numbers, ends: Numbers) -> Numbers:
    """Return how much each passage counts for each requirement in the next round."""
    counted = np.ones_like(wanted)
    for start, end in zip((0, *ends[:-1]), ends, strict=True):
        some, known, place = counted[start:end], wanted[start:end] > 0, points[start:end]
        some[known] = OTHER
        for column in range(wanted.shape[1]):
            for met, worth in ((True, BEST), (False, RIVAL)):
                rows = np.flatnonzero(known[:, column] == met)
                if len(rows):
                    some[rows[place[rows, column].argmax()], column] = worth
    return counted


def _fit(
    values: csr_matrix, wanted: Numbers, counted: Numbers, allowed: Numbers, begin: tuple[Numbers, Numbers], steps: int
) -> tuple[Numbers, Numbers]:
    """Return the weights and offsets of one logistic regression for each column of `wanted`."""
    (_, size), many = values.shape, wanted.shape[1]
    signs, turned = 2 * wanted - 1, values.T.tocsr()

    def lose(point: Numbers) -> tuple[float, Numbers]:
        weights, offsets = point[:-many].reshape(size, many), point[-many:]
        margins = signs * (values @ weights + offsets)
        slopes = -signs * counted / (1 + np.exp(np.minimum(margins, 500)))
        loss = (counted * np.logaddexp(0, -margins)).sum() + PENALTY * (weights**2).sum() / 2
        return float(loss), np.concatenate([(allowed * (turned @ slopes) + PENALTY * weights).ravel(), slopes.sum(axis=0)])

    start = np.concatenate([begin[0].ravel(), begin[1]])
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return found[:-many].reshape(size, many), found[-many:]
