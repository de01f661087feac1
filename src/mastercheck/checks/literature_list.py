"""Is there a literature list where the text cites works?

Measures citations that can be told for certain, and the region of the literature list (guide, chapter 6: "if relevant").

Cases and facts:
    pass     there is a list. `entries`: how many, `citations`: how many in the text
    no_list  works are cited and there is no list. `citations`, `text`: the first of them
    doubtful what may be a citation stands in the text, and there is no list: a person must look; the same facts
It is not applicable where nothing is cited and there is no list.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.citations import Style, find_citations, find_entries
from mastercheck.model.document import Document
from mastercheck.model.report import Facts, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        certain: citations that can hardly be anything else, from which on a missing list is certain.
    """

    certain: int = 2


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Compare what is cited with whether there is a list."""
    entries, citations = find_entries(document), find_citations(document)
    if entries:
        facts = {"entries": len(entries), "citations": len(citations)}
        yield Observation(outcome=Outcome.PASS, case="pass", location=entries[0].paragraph.location(), facts=facts)
        return
    works = {(citation.author, citation.key): citation for citation in citations if citation.style is not Style.NUMBER or citation.sure}
    if not works:
        raise NotApplicable("The text cites nothing and has no literature list.")
    sure = [citation for citation in works.values() if citation.sure]
    outcome, case = (Outcome.FAIL, "no_list") if len(sure) >= params.certain else (Outcome.REVIEW, "doubtful")
    first = (sure or list(works.values()))[0]
    told: Facts = {"citations": len(works), "text": first.text}
    yield Observation(outcome=outcome, case=case, location=first.paragraph.location(first.text), facts=told)


KIND = Kind(
    name="literature_list",
    params=Params,
    check=check,
    cases={
        "pass": frozenset({"entries", "citations"}),
        "no_list": frozenset({"citations", "text"}),
        "doubtful": frozenset({"citations", "text"}),
    },
)
