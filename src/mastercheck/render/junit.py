"""JUnit XML, as Jenkins, GitLab and others read it: a suite for each document, a case for each rule.

A case fails exactly where the rule makes the document not compliant, so that a suite without failures and errors is a document that is
compliant or needs review. What failed without deciding that, what a person must look at and what does not apply is skipped, and says why. A
check that crashed and a document that cannot be read are errors. The elements are those of the schema of Jenkins' xUnit plug-in, in
tests/schemas; there are no times: the same report gives the same text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from mastercheck.model.report import DocumentError, DocumentReport, Finding, Outcome, Report, RuleResult, Severity
from mastercheck.render.phrases import describe_place
from mastercheck.render.plain import harmless
from mastercheck.render.suppressions import count_suppressed, describe_reason
from mastercheck.render.tally import add_message, telling_findings
from mastercheck.rulebook.schema import Rulebook

ILLEGAL = re.compile("[\ufffe\uffff]")
"""Characters that XML 1.0 (2.2) forbids, besides those that are no harmless text anyway."""


def render(report: Report, rulebook: Rulebook) -> str:
    """Return a report as JUnit XML.

    Args:
        report: on the documents.
        rulebook: that judged; its title is told.
    """
    suites = [_make_suite(document, report, rulebook) for document in report.documents]
    totals = {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in ("tests", "failures", "errors")}
    root = _make("testsuites", {"name": "mastercheck", **totals}, suites)
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.replace("##[", "##&#91;")}\n'


def clean(text: str) -> str:
    """Return text that XML can hold: control characters are spelled out, and what no XML may hold is the sign for an unknown letter."""
    return ILLEGAL.sub("\ufffd", harmless(text))


def _make(tag: str, attributes: Mapping[str, str], inner: Iterable[etree._Element] = (), text: str = "") -> etree._Element:
    """Return an element; its text and attributes are cleaned here."""
    made = etree.Element(tag, {name: clean(value) for name, value in attributes.items()})
    made.text = clean(text) or None
    made.extend(list(inner))
    return made


def _make_suite(document: DocumentReport, report: Report, rulebook: Rulebook) -> etree._Element:
    cases = [_make_case(document, result) for result in document.results]
    cases += [_make_unread_case(document, document.error)] if document.error else []
    answers = [answer.tag for case in cases for answer in case]
    counts = {name: str(answers.count(tag)) for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))}
    known = [_make("property", {"name": name, "value": value}) for name, value in _describe(document, report, rulebook)]
    return _make("testsuite", {"name": document.path, "tests": str(len(cases)), **counts}, [_make("properties", {}, known), *cases])


def _describe(document: DocumentReport, report: Report, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield what there is to know of a document that no rule says."""
    yield "verdict", document.verdict.value
    if document.kind:
        yield "kind", document.kind.value
    if document.words:
        yield "words", str(document.words.assessed)
    if document.pages:
        yield "pages", str(document.pages.count)
    if count := count_suppressed(document):
        yield "suppressed", str(count)
    yield "mastercheck", report.version
    yield "rulebook", f"{rulebook.title}: {report.rulebook.id}, edition {report.rulebook.edition}, sha256 {report.rulebook.sha256}"


def _make_case(document: DocumentReport, result: RuleResult) -> etree._Element:
    tag, sort = _answer(result)
    answer = [_make(tag, {"message": result.message, "type": sort}, text="\n".join(_tell(result)))] if tag else []
    return _make("testcase", {"name": f"{result.code} {result.title}", "classname": document.path}, answer)


def _answer(result: RuleResult) -> tuple[str, str]:
    """Return the element that tells an outcome, and its type; "" for what is met."""
    if result.outcome is Outcome.PASS:
        return "", ""
    if result.outcome is Outcome.ERROR:
        return "error", "crash"
    if result.outcome is Outcome.FAIL:
        return ("failure" if result.severity is Severity.ERROR else "skipped"), result.severity.value
    return "skipped", result.outcome.value


def _tell(result: RuleResult) -> Iterator[str]:
    yield result.message
    yield from (line for finding in telling_findings(result) for line in _tell_finding(finding, result))
    for finding in result.suppressed:
        yield f"Suppressed, reason: {describe_reason(finding)}"
        yield from _tell_finding(finding, result)
    if result.advice:
        yield f"What to do: {result.advice}"
    yield f"Guide: {result.clause}. Read more: mastercheck explain {result.code}"


def _tell_finding(finding: Finding, result: RuleResult) -> Iterator[str]:
    place = describe_place(finding.location)
    line = ": ".join(filter(None, (place, add_message(finding, result))))
    if line:
        yield f"- {line}"
    if finding.location and finding.location.quote:
        yield f'  "{finding.location.quote}"'


def _make_unread_case(document: DocumentReport, error: DocumentError) -> etree._Element:
    """Return the case of a document that cannot be read, with the error that says why."""
    answer = _make("error", {"message": error.message, "type": error.code}, text=f"{error.message}\nWhat to do: {error.advice}")
    return _make("testcase", {"name": "The document can be read", "classname": document.path}, [answer])
