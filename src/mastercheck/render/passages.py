"""The passages of a document that speak about one subject, and what spoke for and against each: pure functions of the evidence."""

from collections.abc import Iterator

from mastercheck.language.evidence import Evidence, Found
from mastercheck.model.report import RulebookStamp
from mastercheck.render.json import Value, dump, head, locate
from mastercheck.render.phrases import describe_place
from mastercheck.render.plain import fill, harmless
from mastercheck.render.rulebook import WIDTH

INDENT = "   "
MEANING = {
    "evidence": "evidence",
    "elsewhere": "evidence, though far from where the guide has it",
    "doubtful": "not enough: a person must look",
    "no evidence": "too little to count",
}
"""What is said of a passage by its weight."""


def weigh(evidence: Evidence, found: Found) -> str:
    """Return what a passage is worth: one of the keys of MEANING."""
    if found.score >= evidence.subject.strong * evidence.demand:
        return "evidence" if found.home else "elsewhere"
    return "doubtful" if found.score >= evidence.subject.weak * evidence.demand else "no evidence"


def render(path: str, title: str, evidence: Evidence) -> str:
    """Return the passages for people.

    Args:
        path: of the document, as the user gave it.
        title: of what is looked for.
        evidence: the passages, best first.
    """
    return "\n".join(_lines(path, title, evidence))


def _lines(path: str, title: str, evidence: Evidence) -> Iterator[str]:
    heading = harmless(f"{title}: passages of {path}").replace("\n", " ")
    strong, weak = (score * evidence.demand for score in (evidence.subject.strong, evidence.subject.weak))
    yield heading
    yield "=" * len(heading)
    yield ""
    yield fill(f"From {strong:.2f} points on a passage is evidence; from {weak:.2f} on a person must look.", WIDTH)
    if not evidence.found:
        yield ""
        yield "No passage speaks about it."
    for number, found in enumerate(evidence.found, 1):
        yield ""
        yield f"{number}  {found.score:.2f} points: {MEANING[weigh(evidence, found)]}"
        yield fill(harmless(describe_place(found.location)), WIDTH, indent=INDENT)
        yield fill(harmless(f"\u201c{found.location.quote}\u201d"), WIDTH, indent=INDENT)
        for sign in found.signs:
            side = "for" if sign.points >= 0 else "against"
            yield harmless(f"{INDENT}{side:<8} {sign.points:+.2f}  {sign.text}".replace("\n", " "))


def render_json(version: str, rulebook: RulebookStamp, path: str, title: str, evidence: Evidence) -> str:
    """Return the passages for programs."""
    passages: list[Value] = [
        {
            "score": round(found.score, 2),
            "weight": weigh(evidence, found),
            "location": locate(found.location),
            "signs": [{"text": sign.text, "points": round(sign.points, 2)} for sign in found.signs],
        }
        for found in evidence.found
    ]
    asked = {"subject": evidence.subject.id, "title": title}
    bounds = {"strong": round(evidence.subject.strong * evidence.demand, 2), "weak": round(evidence.subject.weak * evidence.demand, 2)}
    return dump({**head(version, rulebook), "path": path, **asked, **bounds, "passages": passages})
