"""HTML: one page that holds everything, for people who look through many documents. It loads nothing, and sends nothing.

What a document says stands in it as text: Jinja2 escapes every value, control characters are spelled out before, no address is ever taken
from a document, and a content security policy lets nothing run but the page's own script, which it names by its hash (CSP Level 3, 2.3.1).
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Report, RuleResult, Verdict
from mastercheck.render.coverage import Coverage, cover
from mastercheck.render.matrix import MEANINGS, Mark, list_columns, mark_rules
from mastercheck.render.phrases import KINDS, NO_APPROVAL, VERDICTS, describe_author, describe_pages, describe_place, describe_words
from mastercheck.render.plain import harmless
from mastercheck.render.steps import choose_steps
from mastercheck.render.suppressions import count_suppressed, describe_reason, list_suppressed, list_upkeep
from mastercheck.render.tally import Tally, add_message, tally, telling_findings
from mastercheck.rulebook.schema import Rulebook

SHOWN = 20
"""Findings of one rule that are shown; JSON and XLSX have them all."""

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        Mark.FAULT: "!",
        Mark.CORRECT: "✘",
        Mark.IMPROVE: "△",
        Mark.LOOK: "?",
        Mark.NOTE: "·",
        Mark.SUPPRESSED: "○",
        Mark.MET: "✔",
        Mark.NOT_ASKED: "\u2013",
        Verdict.COMPLIANT: "✔",
        Verdict.NOT_COMPLIANT: "✘",
        Verdict.NEEDS_REVIEW: "?",
        Verdict.UNREADABLE: "!",
    }
)

ILLEGAL = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""Code points of the first plane that are no characters (HTML Standard, 13.2.3.5)."""

SPACE = re.compile(r"\s+")

COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\[)", re.MULTILINE)
"""What a CI runner would obey if the page went through its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """An exam specification.

    Attributes:
        told: whether it is declared and shown, in words.
        tint: the class that colours its part of the bar.
    """

    label: str
    told: str
    tint: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A first-level exam requirement with what a document declares and shows of it."""

    title: str
    specifications: tuple[Specification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """All that the page says of one document.

    Attributes:
        number: from 1, in the report's order.
        longest: words of the longest section, which fills the width of the chart.
        most: specifications of the requirement that has most of them, likewise.
    """

    number: int
    document: DocumentReport
    kind: str
    words: str
    pages: str
    suppressed: str
    counted: Tally
    marks: Mapping[str, Mark]
    requirements: tuple[Requirement, ...]
    longest: int
    most: int


def render(report: Report, rulebook: Rulebook) -> str:
    """Return a report as one HTML page.

    Args:
        report: on the documents.
        rulebook: that judged; it gives the rules their order.
    """
    environment = _prepare()
    style, script = _read(environment, "report.css"), _read(environment, "report.js")
    chapters = [_describe(number, document, rulebook) for number, document in enumerate(report.documents, 1)]
    columns = list_columns(report, rulebook)
    page = environment.get_template("report.html.j2").render(
        report=report,
        rulebook=rulebook,
        chapters=chapters,
        columns=columns,
        groups=[(group, len(list(members))) for group, members in groupby(columns, key=attrgetter("group"))],
        totals={column.code: Counter(chapter.marks.get(column.code) for chapter in chapters) for column in columns},
        style=style,
        script=script,
        policy=_forbid(style, f"script-src {_hash(script)}; "),
    )
    return _defuse(page)


def render_feedback(report: Report, rulebook: Rulebook) -> str:
    """Return feedback to a candidate as one HTML page, ready to be sent. Nothing runs in it.

    Args:
        report: on the candidate's documents alone.
        rulebook: that judged.
    """
    environment = _prepare()
    style = _read(environment, "report.css") + _read(environment, "feedback.css")
    page = environment.get_template("feedback.html.j2").render(
        report=report,
        rulebook=rulebook,
        name=next((document.candidate for document in report.documents if document.candidate), ""),
        chapters=[_describe(number, document, rulebook) for number, document in enumerate(report.documents, 1)],
        style=style,
        policy=_forbid(style),
    )
    return _defuse(page)


def _forbid(style: str, scripts: str = "") -> str:
    """Return a policy under which a page loads and sends nothing, and nothing but a style and the named scripts has an effect."""
    return f"default-src 'none'; style-src {_hash(style)}; {scripts}base-uri 'none'; form-action 'none'"


def _defuse(page: str) -> str:
    """Return a page of which no line is a command to a CI runner."""
    return COMMAND.sub(lambda match: "#&#35;" if match[0] == "##" else f"{match[1]}&#58;", page)


@cache
def _prepare() -> Environment:
    """Return the environment of the template, made once."""
    environment = Environment(
        loader=PackageLoader("mastercheck.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_clean,
    )
    environment.globals |= {
        "Mark": Mark,
        "MEANINGS": MEANINGS,
        "SYMBOLS": SYMBOLS,
        "VERDICTS": VERDICTS,
        "NO_APPROVAL": NO_APPROVAL,
        "SHOWN": SHOWN,
        "choose_steps": choose_steps,
        "describe_author": describe_author,
        "describe_place": describe_place,
        "describe_reason": describe_reason,
        "list_findings": list_findings,
        "list_suppressed": list_suppressed,
        "list_upkeep": list_upkeep,
    }
    return environment


def _clean(value: object) -> object:
    """Return a value as the page may hold it; Jinja2 escapes it afterwards."""
    return value if isinstance(value, Markup) else ILLEGAL.sub("\ufffd", SPACE.sub(" ", harmless(str(value))))


def _read(environment: Environment, name: str) -> Markup:
    """Return a file of ours that the page holds as it is."""
    source = environment.loader.get_source(environment, name)[0] if environment.loader else ""
    return Markup(source)  # noqa: S704 - our own file


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _describe(number: int, document: DocumentReport, rulebook: Rulebook) -> Chapter:
    requirements = _list_requirements(document, rulebook)
    return Chapter(
        number=number,
        document=document,
        kind=KINDS[document.kind],
        words=describe_words(document.words) if document.words else "",
        pages=describe_pages(document),
        suppressed=f"suppressed: {count}" if (count := count_suppressed(document)) else "",
        counted=tally(document),
        marks=mark_rules(document),
        requirements=requirements,
        most=max((len(requirement.specifications) for requirement in requirements), default=0) or 1,
        longest=max((section.words for section in document.words.sections), default=0) if document.words else 0,
    )


def _list_requirements(document: DocumentReport, rulebook: Rulebook) -> tuple[Requirement, ...]:
    """Return the exam requirements, each with its specifications; those of none come last."""
    coverage = document.exam_specifications
    if coverage is None:
        return ()
    asked = any(rule.check == "specifications_shown" and document.kind in rule.applies_to for rule in rulebook.rules)
    titles: dict[str | None, str] = {name: f"{name} {title}" for name, title in coverage.requirements.items()}
    parts: dict[str | None, list[Specification]] = {name: [] for name in titles}
    for label, entry in cover(coverage).items():
        home = entry.requirement if entry.requirement in titles else None
        parts.setdefault(home, []).append(_specify(label, entry, asked=asked))
    return tuple(Requirement(title=titles.get(name, "Not in the catalogue"), specifications=tuple(made)) for name, made in parts.items())


def _specify(label: str, entry: Coverage, *, asked: bool) -> Specification:
    shown = "shown" if entry.shown else "not shown"
    needless = bool(entry.declared) and not entry.shown and not asked
    told = "declared" if needless else f"{'declared' if entry.declared else 'not declared'}, {shown}"
    return Specification(
        label=f"{label}*" if entry.provisional else label,
        told=told,
        tint="undeclared" if not entry.declared else shown.replace(" ", "-"),
        places=tuple(dict.fromkeys(filter(None, map(describe_place, entry.shown)))),
    )


def list_findings(result: RuleResult) -> list[tuple[str, str, str]]:
    """Return what the findings add to a rule's message: for each its place, its own message, the words that stand there."""
    told = [_tell(finding, result) for finding in telling_findings(result)]
    return [one for one in told if any(one)]


def _tell(finding: Finding, result: RuleResult) -> tuple[str, str, str]:
    location = finding.location or Location()
    return describe_place(location), add_message(finding, result), location.quote
