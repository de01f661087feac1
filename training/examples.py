"""Examples: the passages of tagged documents, as the program measures them, and what each passage speaks for."""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from builders import document_of  # noqa: E402 - what makes documents in memory is no part of the package
from gold_documents import Source, make_document, read_sources  # noqa: E402 - the same
from mastercheck.checks import kinds_by_name  # noqa: E402
from mastercheck.language.features import Features, find_all_hits, measure_passages  # noqa: E402
from mastercheck.language.passages import Passage  # noqa: E402
from mastercheck.language.reading import reading_of  # noqa: E402
from mastercheck.model.document import DocumentKind  # noqa: E402
from mastercheck.rulebook.loader import load  # noqa: E402
from mastercheck.rulebook.schema import Rule, Rulebook  # noqa: E402

DOCUMENTS = Path(__file__).parent / "documents"
SPECIFICATION = "spec_"
"""What the tag of a passage begins with that shows an exam specification: spec_P2_1."""


@dataclass(frozen=True, slots=True)
class Example:
    """A document as measured.

    Attributes:
        source: whose it is.
        without: the requirement whose passages were taken out; "" for a whole document.
        passages: the features of each.
        labels: the requirements that each speaks for; known of whole documents only.
        known: the requirements of which that is known: a proposal's problem, for one, has no tag.
    """

    source: Source
    without: str
    passages: tuple[Features, ...]
    labels: tuple[frozenset[str], ...]
    known: frozenset[str]


def load_rulebook() -> Rulebook:
    """Return the built-in rulebook."""
    return load(kinds_by_name())


def measure_samples() -> list[Example]:
    """Return the small texts whose outcome is known: the samples of the rules, and tests/cases. Each tells of its own element alone."""
    told = []
    for rule in load_rulebook().rules:
        if rule.check == "evidence" and rule.element:
            cases = tomllib.loads((ROOT / "tests" / "cases" / f"{rule.code}.toml").read_text(encoding="utf-8"))["case"]
            texts = [(case["text"], case["outcome"]) for case in cases if "words" not in case]
            told += [(rule, text, outcome) for text, outcome in (*texts, (rule.passing, "pass"), (rule.failing, "fail"))]
    return [_sample(rule, text, met=outcome == "pass") for rule, text, outcome in told if outcome in {"pass", "fail"}]


def _sample(rule: Rule, text: str, *, met: bool) -> Example:
    subjects, element = load_rulebook().subjects, frozenset({rule.element or ""})
    reading = reading_of(document_of(text))
    measured = tuple(measure_passages(reading, subjects, find_all_hits(reading, subjects)))
    source = Source(name=rule.code, kind=rule.applies_to[0], writer="", absent=(), not_met=(), bold=False, lines=())
    return Example(source, "", measured, tuple(element if met else frozenset() for _ in measured), element)


def measure_folder(folder: Path) -> list[Example]:
    """Return every document of a folder, whole and without its passages for each requirement."""
    with ProcessPoolExecutor() as pool:
        return [example for some in pool.map(measure_source, read_sources(folder)) for example in some]


def measure_source(source: Source) -> list[Example]:
    """Return a document, whole and without its passages for each requirement."""
    subjects, known = load_rulebook().subjects, _known(source)
    readings = {id_: reading_of(make_document(source, id_)) for id_ in ("", *source.ids)}
    said = {id_: {line.text for passage in one.text.passages for line in passage.lines} for id_, one in readings.items()}
    examples = []
    for id_, reading in readings.items():
        labels = () if id_ else tuple(_labels(passage, source.ids, said) for passage in reading.text.passages)
        measured = tuple(measure_passages(reading, subjects, find_all_hits(reading, subjects)))
        examples.append(Example(source, id_, measured, labels, known))
    return examples


def _known(source: Source) -> frozenset[str]:
    """Return the requirements of which every passage of a document tells whether it speaks for them."""
    rulebook = load_rulebook()
    elements = {rule.element for rule in rulebook.rules_for(source.kind) if rule.element}
    shown = {f"{SPECIFICATION}{id_.replace('.', '_')}" for id_ in rulebook.catalogue.specifications()}
    return frozenset(elements | shown) if source.kind is DocumentKind.REPORT else frozenset(elements)


def _labels(passage: Passage, ids: Sequence[str], said: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the requirements with whose passages this one goes: half of its lines or more, those apart that belong to every window."""
    lines = [line.text for line in passage.lines[passage.context :]]
    return frozenset(id_ for id_ in ids if 2 * sum(text not in said[id_] for text in lines) >= len(lines))


def subject_of(requirement: str) -> str:
    """Return the id of the subject that shows a requirement: "P2.1" for "spec_P2_1"."""
    return requirement.removeprefix(SPECIFICATION).replace("_", ".") if requirement.startswith(SPECIFICATION) else requirement
