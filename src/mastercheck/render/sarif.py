"""SARIF 2.1.0 (OASIS), for code scanning: a result for each place that fails, needs a person, or made a check crash.

What is met is left out: GitHub makes an alert of every result, whatever its kind. A document has no lines, so a place is told by heading
path, page and paragraph (logical locations); GitHub takes no result without a line, so each names line 1 of its file. A fingerprint
holds what stays when something else in the document is changed: rule, heading without its number, quoted words; no page, no paragraph
number and no figure. Where findings are suppressed, every result says whether it is (3.27.23), with the reason (3.35).
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from mastercheck.model.identity import tell_apart
from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, RuleResult
from mastercheck.render.json import Value, dump
from mastercheck.render.phrases import describe_place, name_heading
from mastercheck.render.plain import one_line
from mastercheck.render.sarif_rules import describe_rules, message
from mastercheck.render.suppressions import count_suppressed, describe_reason, list_upkeep
from mastercheck.render.tally import telling_findings
from mastercheck.rulebook.schema import Rulebook

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

UNREADABLE = "unreadable"
"""The id of the rule that a document can be read: it is no rule of the rulebook."""

KINDS = {Outcome.FAIL: "fail", Outcome.REVIEW: "review", Outcome.ERROR: "open"}
"""SARIF 3.27.9: "open" is what could not be decided."""

TYPES = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".pdf": "application/pdf"}


def render(report: Report, rulebook: Rulebook) -> str:
    """Return a report as SARIF.

    Args:
        report: on the documents.
        rulebook: that judged; its rules become descriptors with their help.
    """
    rules = describe_rules(report, rulebook)
    places = {str(rule["id"]): place for place, rule in enumerate(rules)}
    documents = {name_uri(document.path): document for document in reversed(report.documents)}
    files = {uri: number for number, uri in enumerate(reversed(documents))}
    run: dict[str, Value] = {
        "tool": {"driver": {"name": "mastercheck", "version": report.version, "language": "en", "rules": list(rules)}},
        "invocations": [_describe_invocation(report)],
        "artifacts": [_describe_artifact(uri, documents[uri]) for uri in files],
        "results": _list_all(report, places, files),
        "properties": {
            "rulebook": {
                "id": report.rulebook.id,
                "edition": report.rulebook.edition,
                "sha256": report.rulebook.sha256,
                "builtin": report.rulebook.builtin,
            }
        },
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def name_uri(path: str) -> str:
    """Return a path as a URI (RFC 3986): relative where the path is, `file:` where it is absolute; bytes that are no text are kept."""
    pure = PurePath(path)
    try:
        raw = pure.as_posix().encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = pure.as_posix().encode("utf-8", "replace")
    if not pure.is_absolute():
        return quote(raw)
    return f"file://{'' if raw.startswith(b'/') else '/'}{quote(raw, safe='/:')}"


def _describe_artifact(uri: str, document: DocumentReport) -> Value:
    figures: dict[str, Value] = {"verdict": document.verdict.value, "kind": document.kind.value if document.kind else None}
    figures |= {"words": document.words.assessed if document.words else None, "pages": document.pages.count if document.pages else None}
    kind = TYPES.get(PurePath(document.path).suffix.lower())
    return {"location": {"uri": uri}, "roles": ["analysisTarget"], "properties": figures, **({"mimeType": kind} if kind else {})}


def _describe_invocation(report: Report) -> Value:
    """Return what kept the program from judging, and what is to be tidied up in its settings (3.20.22)."""
    notifications = [notification for document in report.documents for notification in _notify(document)]
    upkeep: list[Value] = [{"level": "warning", "message": message(line)} for line in list_upkeep(report)]
    told: Mapping[str, Value] = {"toolConfigurationNotifications": upkeep} if upkeep else {}
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications, **told}


def _list_all(report: Report, places: Mapping[str, int], files: Mapping[str, int]) -> list[Value]:
    """Return the results of all documents; where any is suppressed, none of the others leaves open whether it is."""
    results = [result for document in report.documents for result in _list_results(document, places, files)]
    if not any(map(count_suppressed, report.documents)):
        return list(results)
    return [{"suppressions": [], **result} for result in results]


def _list_results(document: DocumentReport, places: Mapping[str, int], files: Mapping[str, int]) -> Iterator[Mapping[str, Value]]:
    seen: dict[str, int] = {}
    if document.error:
        text = f"The document cannot be read. {document.error.message} What to do: {document.error.advice}"
        yield {
            "ruleId": UNREADABLE,
            "ruleIndex": places[UNREADABLE],
            "level": "error",
            "message": message(text),
            "locations": [_locate(document, files, None)],
            "partialFingerprints": _fingerprints((UNREADABLE, document.error.code), seen),
        }
    for result in document.results:
        for finding in _list_findings(result):
            why: Value = [{"kind": "external", "status": "accepted", "justification": describe_reason(finding)}]
            yield {
                "ruleId": result.code,
                "ruleIndex": places[result.code],
                "kind": KINDS[finding.outcome],
                "level": result.severity.value if finding.outcome is Outcome.FAIL else "none",
                "message": message(_tell(result, finding)),
                "locations": [_locate(document, files, finding.location)],
                "partialFingerprints": _fingerprints(_identify(result, finding), seen),
                "properties": {"severity": result.severity.value, "clause": result.clause, "group": result.group},
                **({"suppressions": why} if finding.suppression else {}),
            }


def _list_findings(result: RuleResult) -> tuple[Finding, ...]:
    """Return the findings that are results: those that the outcome follows from, and those that are suppressed."""
    telling = telling_findings(result) if result.outcome in KINDS else ()
    alone = () if telling or result.outcome not in KINDS else (Finding(outcome=result.outcome, message=result.message),)
    return (*telling, *alone, *result.suppressed)


def _tell(result: RuleResult, finding: Finding) -> str:
    """Return the message, which must be understood alone: a host may show neither the logical location nor the rule's help."""
    place = describe_place(finding.location)
    words = finding.location.quote if finding.location else ""
    parts = [finding.message or result.title]
    where = ": ".join(filter(None, (place, f"“{words}”" if words else "")))
    parts += [f"Place: {where}."] if where else []
    parts += [f"What to do: {result.advice}"] if result.advice else []
    return " ".join(map(one_line, parts))


def _locate(document: DocumentReport, files: Mapping[str, int], location: Location | None) -> Value:
    uri = name_uri(document.path)
    artifact: Value = {"uri": uri, "index": files[uri]}
    place: dict[str, Value] = {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": 1}}}
    if location is None:
        return place
    logical = list(_name_logical(location))
    told = describe_place(location)
    return {**place, **({"logicalLocations": logical} if logical else {}), **({"message": message(one_line(told))} if told else {})}


def _name_logical(location: Location) -> Iterator[Value]:
    """Yield the same place by its heading, its paragraph and its page; the names under which it is found hold the way there."""
    path = "/".join(one_line(heading).replace("/", "\\/") for heading in location.heading_path)
    if location.heading_path:
        yield {"name": one_line(location.heading_path[-1]), "fullyQualifiedName": path, "kind": "heading"}
    if location.paragraph is not None:
        name = f"paragraph {location.paragraph}"
        yield {"name": name, "fullyQualifiedName": f"{path}/{name}" if path else name, "kind": "paragraph"}
    if location.page is not None:
        yield {"name": f"page {location.page}", "fullyQualifiedName": f"page {location.page}", "kind": "page"}


def _identify(result: RuleResult, finding: Finding) -> tuple[str, ...]:
    """Return what tells a result from the others of its document and does not change with them."""
    words = " ".join(finding.location.quote.split()) if finding.location else ""
    heading = name_heading(finding.location) if finding.location else ""
    return (result.code, heading, words, *tell_apart(finding))


def _fingerprints(parts: Iterable[str], seen: dict[str, int]) -> Value:
    """Return the fingerprints of a result; the like of it in the same document are told apart by their order.

    GitHub works out the first one itself where it is missing, from line 1 of the file: then all results of a rule would be one.
    """
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] = seen.get(digest, 0) + 1
    value = f"{digest}:{seen[digest]}"
    return {"primaryLocationLineHash": value, "mastercheckPlace/v1": value}


def _notify(document: DocumentReport) -> Iterator[Value]:
    """Yield what kept the program from judging: a document that it cannot read, a check that crashed."""
    place: Value = [{"physicalLocation": {"artifactLocation": {"uri": name_uri(document.path)}}}]
    if document.error:
        yield {"level": "error", "message": message(f"{document.error.message} {document.error.advice}"), "locations": place}
    for result in document.results:
        if result.outcome is Outcome.ERROR:
            yield {"level": "error", "message": message(result.message), "locations": place, "associatedRule": {"id": result.code}}
