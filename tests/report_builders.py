"""Reports made by hand, for tests of the renderers and for a look at them: a draft with gaps, a compliant report, a proposal, a scan."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mastercheck.model.demands import Catalogue, Profile, Subject
from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.location import Location
from mastercheck.model.report import (
    DeclaredSpecification,
    DocumentError,
    DocumentReport,
    EvidencedSpecification,
    Finding,
    Outcome,
    ProjectArea,
    Report,
    RulebookStamp,
    RuleResult,
    Severity,
    SpecificationCoverage,
    Verdict,
    WordSummary,
)
from mastercheck.rulebook.schema import Rule, Rulebook, Unjudged

STAMP = RulebookStamp(id="exin-itsm20k-master", edition="201607", sha256="0" * 64, builtin=True)

REQUIREMENTS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Setting the direction for the IT organization",
        "2": "Directing the IT organization",
        "3": "Monitoring the performance of the IT organization",
        "4": "Governing the IT service management system",
    }
)

AREAS: Mapping[str, str] = MappingProxyType(
    {
        "A1": "Preparing for certification against ISO/IEC 20000",
        "A2": "Organizational and cultural change",
        "A3": "Service improvement or innovation programs",
        "A4": "An integrated management system",
    }
)


def place(heading: str = "", page: int | None = None, quote: str = "", paragraph: int | None = None) -> Location:
    """A place under a heading."""
    return Location(heading_path=(heading,) if heading else (), page=page, quote=quote, paragraph=paragraph)


def result(
    code: str = "CON001",
    title: str = "Problem or question",
    outcome: Outcome = Outcome.PASS,
    *findings: Finding | Location,
    message: str = "It is met.",
    **more: object,
) -> RuleResult:
    """A result; a bare place is a finding with the result's outcome and message."""
    group = {"CON": "Introduction", "EXS": "Exam specifications", "ARE": "Project areas and skills", "LFT": "Leftovers"}
    made = (Finding(outcome=outcome, message=message, location=one) if isinstance(one, Location) else one for one in findings)
    given = {
        "code": code,
        "name": title.lower().replace(" ", "-"),
        "title": title,
        "element": None,
        "group": group.get(code[:3], "Length and form"),
        "clause": "4; 6 report template",
        "severity": Severity.ERROR,
        "outcome": outcome,
        "message": message,
        "findings": tuple(made),
    }
    return RuleResult(**{**given, **more})  # type: ignore[arg-type]


def words(assessed: int = 6124, **more: object) -> WordSummary:
    """A ledger with bounds of 5400 and 6600, and the four usual parts outside."""
    outside = {"title_block": 21, "contents": 74, "literature": 402, "appendices": 122}
    given = {
        "assessed": assessed,
        "profile": "exin",
        "zones": {"body": assessed, **outside, "headers_footers": 9, "hidden": 0, "deleted": 0},
        "included": ("body",),
        "excluded": (*outside, "headers_footers", "hidden", "deleted"),
        "sections": (),
        "profiles": {"exin": assessed, "word": assessed + 619},
        "word_status_bar": assessed + 619,
        "target": 6000,
        "minimum": 5400,
        "maximum": 6600,
    }
    return WordSummary(**{**given, **more})  # type: ignore[arg-type]


def rule(code: str, check: str, *kinds: DocumentKind) -> Rule:
    """A rule as far as a renderer needs it."""
    return Rule(
        code=code,
        name=code.lower(),
        clause="4",
        title=code,
        rationale="",
        applies_to=kinds or (DocumentKind.REPORT, DocumentKind.PROPOSAL),
        check=check,
        params=None,
        severity=Severity.ERROR,
        group="",
        messages={},
        advice="",
        passing="",
        failing="",
    )


def rulebook(groups: Iterable[str] = ()) -> Rulebook:
    """A rulebook as far as a renderer needs it."""
    profile = Profile(name="exin", title="what a reader of the report reads", included=frozenset())
    return Rulebook(
        stamp=STAMP,
        title="IT Service Management Master",
        source="the guide",
        rules=(
            *(rule(f"CON{number:03}", "evidence") for number in range(1, 23)),
            rule("EXS001", "specifications_declared"),
            rule("EXS002", "specifications_shown", DocumentKind.REPORT),
            rule("ARE001", "project_areas", DocumentKind.REPORT),
        ),
        profile=profile,
        profiles={"exin": profile},
        catalogue=Catalogue(id="exin", requirements=()),
        areas=tuple(Subject(id=name) for name in AREAS),
        area_titles=AREAS,
        groups=tuple(groups)
        or ("Introduction", "Project", "Evaluation", "Exam specifications", "Project areas and skills", "Length and form", "Leftovers"),
        templates={},
        recognition={},
        unjudged=(
            Unjudged(clause="4", title="A real or realistic project", reason="Only people know."),
            Unjudged(clause="4", title="A clear and concise plan", reason="That is for the tutor."),
            Unjudged(clause="4", title="Deliverables that matter to the organization", reason="Only management knows."),
        ),
    )


def report(*documents: DocumentReport, stamp: RulebookStamp = STAMP) -> Report:
    """A report over documents."""
    return Report(version="0.0.0", rulebook=stamp, documents=documents)


def document(*results: RuleResult, path: str = "report.docx", verdict: Verdict = Verdict.COMPLIANT, **more: object) -> DocumentReport:
    """A document's report with the results that matter to a test."""
    return DocumentReport(path=path, **{"kind": DocumentKind.REPORT, "verdict": verdict, "results": results, **more})  # type: ignore[arg-type]


def draft() -> DocumentReport:
    """A Master report with gaps."""
    return document(
        *_introduction(),
        *_project(),
        *_form(),
        path="drafts/draft-v3.docx",
        candidate="Ingvild Sæther Moen",
        version="0.3",
        verdict=Verdict.NOT_COMPLIANT,
        words=words(6412, inserted=31, zones={**words(6412).zones, "deleted": 12}),
        pages=PageCount(count=17, engine=PageEngine.OFFICE, certain=True, fill_of_last_page=0.62),
        exam_specifications=_coverage(),
        project_areas=(
            ProjectArea(id="A2", title=AREAS["A2"], passages=(place("3.3 The change of roles", 9), place("4.1 What people say", 13))),
            ProjectArea(id="A3", title=AREAS["A3"], passages=(place("3.2 Three rounds", 8),)),
        ),
    )


def _introduction() -> tuple[RuleResult, ...]:
    problem = "Four of ten changes at the hospital's IT department lead to an incident within a day, and nobody can say who approved them."
    options = "Three options were compared on cost, lead time and support among staff: to do nothing, to buy a tool, or to redesign."
    return (
        result("CON001", "Problem or question", Outcome.PASS, place("1.1 Twelve sheets, seven systems", 3, problem)),
        result("CON002", "Options considered", Outcome.PASS, place("1.2 The four roads", 3, options), clause="4; 6 proposal template"),
        result(
            "CON003",
            "Business justification of the choice",
            Outcome.REVIEW,
            place("2.1 Why this project", 5, "The redesign costs 120 days of internal work and saves the wards 1,200 hours a year."),
            message="The choice is justified by its worth to the business, but not in the introduction.",
            advice="Add to the introduction what the chosen option brings and costs: figures where you have them, and why it must be now.",
            name="business-justification",
        ),
        result(
            "CON004",
            "Justification of PDCA",
            Outcome.FAIL,
            message="No passage says why or how Plan-Do-Check-Act is used.",
            advice="Add a paragraph to the introduction: why the cycle suits this project, and what each of its steps is. "
            "A mention alone is not enough.",
            name="pdca",
            clause="4; 6 proposal template",
        ),
    )


def _project() -> tuple[RuleResult, ...]:
    risks = "Risk register: the supplier leaves, likelihood medium, impact high, countermeasure a second contract."
    return (
        result(
            "CON009",
            "Plan: time frame and milestones",
            Outcome.PASS,
            place("2.4 Plan", 6, "Phase 1, from March to May 2016"),
            group="Project",
        ),
        result("CON011", "Risks", Outcome.PASS, place("3.4 Risks", 9, risks), group="Project"),
        result("CON015", "Lessons learned", Outcome.PASS, place("What I would do again", 14, "I learned that"), group="Evaluation"),
        result(
            "EXS001",
            "Exam specifications declared",
            Outcome.PASS,
            place("1.4 Exam specifications", 4, "Setting the direction -> Design a strategic"),
        ),
        result(
            "EXS002",
            "Declared exam specifications shown",
            Outcome.REVIEW,
            place("3.3 The change of roles", 9, "The new roles were talked over with both teams."),
            message="P2.2 Effect cultural change is shown weakly.",
            advice="Say where the project does what the specification asks, in its own words.",
            name="specifications-shown",
            clause="4",
        ),
        result("ARE001", "Activities from two project areas", Outcome.PASS, place("3.3 The change of roles", 9), severity=Severity.WARNING),
        result(
            "ARE005",
            "Skill: new ideas and information",
            Outcome.FAIL,
            message="No evidence of new ideas or information was found; this is for the examiner to judge.",
            advice="Say what is new: which idea or model is yours, or which information nobody had before.",
            name="skill-ideas",
            severity=Severity.NOTE,
            clause="4",
        ),
    )


def _form() -> tuple[RuleResult, ...]:
    leftovers = [place("", 1, "Version <x.x>, <Name>, <Date>", 2), place("3.1 Approach", 7, "TODO: figure of the new process")]
    leftovers += [place(f"4.{number} Results", 10 + number, f"<result {number}>") for number in range(1, 8)]
    return (
        result("LEN001", "About 6000 words", Outcome.PASS, message="6,412 words: within 5,400 to 6,600 (profile exin).", name="word-count"),
        result("TTL001", "Title block: version, name, date, project title", Outcome.PASS, place("", 1, "A framework for services", 1)),
        result("STR002", "Order of the report's chapters", Outcome.NOT_APPLICABLE, severity=Severity.NOTE),
        result(
            "LFT001",
            "No template text left",
            Outcome.FAIL,
            *leftovers,
            message="Template text or a placeholder is left.",
            advice='Replace or remove each place that is named: Home > Find (Ctrl+F), and look for "<".',
            name="placeholders",
        ),
        result(
            "LFT002",
            "No tracked changes left",
            Outcome.FAIL,
            Finding(
                outcome=Outcome.FAIL, message="31 words are tracked as inserted.", location=place("2.2 Scope", 5, "and the swimming baths")
            ),
            Finding(outcome=Outcome.FAIL, message="12 words are tracked as deleted.", location=place("2.3 Roles", 6)),
            message="Tracked changes are left.",
            advice="Review > Accept > Accept All Changes and Stop Tracking.",
            name="tracked-changes",
            severity=Severity.WARNING,
            clause="4",
        ),
        result("LFT003", "No comments left", Outcome.PASS, severity=Severity.WARNING),
    )


def _coverage() -> SpecificationCoverage:
    frame, change, culture = (
        ("P1.1", "Design a strategic framework for the portfolio of products and services", "1"),
        ("P2.1", "Manage organizational change", "2"),
        ("P2.2", "Effect cultural change", "2"),
    )
    home = place("1.4 Exam specifications", 4)
    return SpecificationCoverage(
        requirements=dict(REQUIREMENTS),
        declared=tuple(
            DeclaredSpecification(id=name, title=title, requirement=requirement, location=home, provisional=name == "P2.2")
            for name, title, requirement in (frame, change, culture)
        ),
        evidenced=(
            EvidencedSpecification(
                id=frame[0], title=frame[1], requirement="1", passages=(place("4.1 The framework", 11), place("4.3 First round", 12))
            ),
        ),
    )


def compliant() -> DocumentReport:
    """A Master report without anything to correct, read from a PDF."""
    return document(
        result(
            "CON001",
            "Problem or question",
            Outcome.PASS,
            place("1.1 The problem", 3, "How can the company decide which services it needs?"),
        ),
        result("LEN001", "About 6000 words", Outcome.PASS),
        path="report-final.pdf",
        candidate="Ada Byron",
        version="1.2",
        words=words(6012),
        pages=PageCount(count=18, engine=PageEngine.PDF, certain=True, fill_of_last_page=0.4),
    )


def proposal() -> DocumentReport:
    """A proposal that is too long, in the wrong font."""
    return document(
        result(
            "LEN002",
            "Two pages at most",
            Outcome.FAIL,
            message="3 pages: at most 2 are allowed (estimated).",
            advice="Shorten the text, or hand in the PDF of File > Save As > PDF, whose pages are certain.",
            name="page-limit",
            clause="6 proposal template",
        ),
        path="proposal.docx",
        kind=DocumentKind.PROPOSAL,
        verdict=Verdict.NOT_COMPLIANT,
        words=words(1043, target=None, minimum=None, maximum=None, word_status_bar=1043),
        pages=PageCount(count=3, engine=PageEngine.ESTIMATED, certain=False, fill_of_last_page=0.15, note="Arial is not installed here"),
        page_maximum=2,
    )


def scan() -> DocumentReport:
    """A document that cannot be read."""
    return DocumentReport(
        path="submissions/2016/autumn/scan.pdf",
        kind=None,
        verdict=Verdict.UNREADABLE,
        error=DocumentError(
            code="no_text",
            message="scan.pdf holds pictures of its 14 pages, but no text.",
            advice="Save the report as PDF from the program it was written in (in Word: File > Save As > PDF), and check that file.",
        ),
    )
