"""The rules of a SARIF run, each with its help, and the messages of all of it."""

from mastercheck.model.report import Report, RuleResult, Severity
from mastercheck.render.json import Value
from mastercheck.render.marks import escape
from mastercheck.render.plain import harmless
from mastercheck.rulebook.schema import Rule, Rulebook

Descriptor = dict[str, Value]

NO_DOCUMENT: Descriptor = {
    "id": "unreadable",
    "name": "UnreadableDocument",
    "shortDescription": {"text": "The document can be read"},
    "fullDescription": {"text": "A document that is encrypted, damaged, without text or too large cannot be judged."},
    "help": {"text": "The message of the result says why it cannot be read, and what to do about it."},
    "defaultConfiguration": {"level": "error"},
}


def describe_rules(report: Report, rulebook: Rulebook) -> tuple[Descriptor, ...]:
    """Return a descriptor for each rule: those of the rulebook, those that only the report knows, and that a document can be read."""
    described = {rule.code: _describe(rule) for rule in rulebook.rules}
    for document in report.documents:
        for result in document.results:
            if result.code not in described:
                described[result.code] = _describe_unknown(result)
    return (*described.values(), NO_DOCUMENT)


def message(text: str) -> Descriptor:
    """Return a message: curly brackets are doubled (SARIF 3.11.5), and nothing in it is an embedded link (3.11.6)."""
    return {"text": _write(harmless(text))}


def _write(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _describe(rule: Rule) -> Descriptor:
    parts = (
        ("What is asked, why, and how it is judged", rule.rationale),
        ("How to put it right", rule.advice),
        ("A sample that meets it", rule.passing),
        ("A sample that does not", rule.failing),
        ("Where the guide says so", f"clause {rule.clause}"),
    )
    told = [(title, text) for title, text in parts if text]
    return {
        "id": rule.code,
        "name": _name(rule.name),
        "shortDescription": message(rule.title),
        "fullDescription": message(rule.rationale or rule.title),
        "help": {
            **message("\n\n".join(f"{title}: {text}" for title, text in told)),
            "markdown": "\n\n".join(f"**{title}:** {_write(escape(text))}" for title, text in told),
        },
        **_configure(rule.severity, rule.group, rule.clause),
    }


def _describe_unknown(result: RuleResult) -> Descriptor:
    return {
        "id": result.code,
        "name": _name(result.name),
        "shortDescription": message(result.title),
        **_configure(result.severity, result.group, result.clause),
    }


def _configure(severity: Severity, group: str, clause: str) -> Descriptor:
    """Return what both sorts of descriptor say besides: the level of a failure, and by what to filter."""
    tags: list[Value] = [group] if group else []
    return {"defaultConfiguration": {"level": severity.value}, "properties": {"tags": tags, "clause": clause}}


def _name(name: str) -> str:
    """Return a rule's name as SARIF advises (3.49.7): words run together, each with a capital."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("-"))
