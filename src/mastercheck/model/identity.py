"""Identity: what tells a finding from the others of its document and stays when something else in the document is changed."""

from mastercheck.model.report import Finding

TELLING_APART = ("id", "title", "chapter", "part", "area", "mark", "text")
"""Facts that say which of several things a finding without a quotation is about; other facts are measures, and change with the text."""


def tell_apart(finding: Finding) -> tuple[str, ...]:
    """Return what a finding is about, as "name=value", where no words of the document say it."""
    if finding.location and finding.location.quote.strip():
        return ()
    return tuple(f"{name}={finding.facts[name]}" for name in TELLING_APART if name in finding.facts)
