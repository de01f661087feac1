"""Figures of a document that the report shows beside the rules: words, pages, exam specifications, project areas.

They are shown where a rule asks for them, and with the bounds that its rule sets.
"""

from collections.abc import Iterable
from dataclasses import replace

from mastercheck.language.areas import list_areas
from mastercheck.language.ledger import ledger_of
from mastercheck.language.specifications import cover
from mastercheck.model.document import Document
from mastercheck.model.report import ProjectArea, SpecificationCoverage, WordSummary
from mastercheck.rulebook.schema import Rule, Rulebook


def count_ledger(document: Document, rulebook: Rulebook, rules: Iterable[Rule]) -> WordSummary:
    """Return the words of a document under the profile in force, with the bounds of the rule on length among `rules`."""
    summary = ledger_of(document).summary(document, rulebook.profile, rulebook.profiles.values())
    bounds = _find_params(rules, "word_count")
    target = _number(bounds, "target")
    if target is None:
        return summary
    share = getattr(bounds, "tolerance", 0.0)
    return replace(summary, target=target, minimum=round(target * (1 - share)), maximum=round(target * (1 + share)))


def find_page_maximum(rules: Iterable[Rule]) -> int | None:
    """Return how many pages the rule on pages allows; None where there is no such rule."""
    return _number(_find_params(rules, "page_count"), "maximum")


def cover_specifications(document: Document, rulebook: Rulebook, rules: Iterable[Rule]) -> SpecificationCoverage | None:
    """Return the exam specifications that a document declares and shows; None where no rule asks for them."""
    asked = any(rule.check.startswith("specifications_") for rule in rules)
    return cover(document, rulebook.catalogue) if asked else None


def find_areas(document: Document, rulebook: Rulebook, rules: Iterable[Rule]) -> tuple[ProjectArea, ...]:
    """Return the project areas with the passages that show each; none where no rule asks for them."""
    asked = any(rule.check == "project_areas" for rule in rules)
    return list_areas(document, rulebook.areas, rulebook.area_titles) if asked else ()


def _find_params(rules: Iterable[Rule], check: str) -> object:
    return next((rule.params for rule in rules if rule.check == check), None)


def _number(params: object, name: str) -> int | None:
    value = getattr(params, name, None)
    return value if isinstance(value, int) else None
