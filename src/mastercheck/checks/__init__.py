"""The kinds of check, one module each, and the registry of them all."""

from collections.abc import Mapping

from mastercheck.checks import (
    citations,
    declared_word_count,
    empty_headings,
    evidence,
    literature_list,
    page_count,
    placeholders,
    project_areas,
    required_sections,
    review_marks,
    section_order,
    specifications_declared,
    specifications_shown,
    title_block,
    typography,
    word_count,
)
from mastercheck.checks.kind import Kind

KINDS: tuple[Kind, ...] = (
    citations.KIND,
    declared_word_count.KIND,
    empty_headings.KIND,
    evidence.KIND,
    literature_list.KIND,
    page_count.KIND,
    placeholders.KIND,
    project_areas.KIND,
    required_sections.KIND,
    review_marks.KIND,
    section_order.KIND,
    specifications_declared.KIND,
    specifications_shown.KIND,
    title_block.KIND,
    typography.KIND,
    word_count.KIND,
)
"""Every kind, in alphabetical order. A new kind is a new module and a line here."""


def kinds_by_name() -> Mapping[str, Kind]:
    """Return the registered kinds by the name that rules use."""
    return {kind.name: kind for kind in KINDS}
