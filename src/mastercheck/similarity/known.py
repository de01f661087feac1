"""Text that no author of a document wrote: what the templates say, and the names of the catalogue."""

from collections.abc import Iterator

import numpy as np

from mastercheck.rulebook.schema import Rulebook
from mastercheck.similarity.shingles import Keys, shingle
from mastercheck.similarity.text import keys_of


def known_shingles(rulebook: Rulebook) -> Keys:
    """Return the shingles of the text that every document may have from its templates and from the catalogue of a rulebook."""
    shingles = shingle(keys_of(_list_texts(rulebook)))
    return np.unique(shingles[shingles != 0])


def _list_texts(rulebook: Rulebook) -> Iterator[str]:
    for template in rulebook.templates.values():
        yield from (template.title, *template.title_block)
        for section in template.sections:
            yield from (section.heading, *section.instructions)
    for rule in rulebook.rules:
        for leftover in getattr(rule.params, "leftovers", ()):
            yield from leftover.phrases
    for requirement, specification in rulebook.catalogue.specifications().values():
        yield from (requirement.title, specification.title, f"{requirement.title} {specification.title}", *specification.aliases)
    yield from rulebook.area_titles.values()
    yield from (provision.title for provision in rulebook.unjudged)
