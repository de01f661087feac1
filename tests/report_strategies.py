"""Reports with any text in any field, for tests of the renderers: a document's words, name and headings are nobody's to choose."""

from hypothesis import strategies as st

from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.location import Location
from mastercheck.model.report import DocumentError, DocumentReport, Finding, Outcome, Report, RuleResult, Severity, Verdict
from mastercheck.model.suppression import BaselineUse, IdleEntry, Suppression, SuppressionSource
from report_builders import STAMP, words

MALICE = (
    '=HYPERLINK("http://x.example")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "]]>",
    "<script>alert(1)</script>",
    "&lt;",
    "::error::gone",
    "  ::set-output name=x::y",
    "a%0A::error::b",
    "##[error]x",
    "a,b:c",
    "\x1b[31m",
    "\x00\x0b\ufffe\uffff",
    "\ud800\udcff",
    "\u202egnp",
    "\u2028::error::x",
    "[x](http://x.example)",
    "![x](y)",
    "`code`",
    "| cell |",
    "# heading",
    "1. item",
    "- item",
    "---",
    "http://x.example www.x.example @you #12 :tada:",
    "$x$",
    "<!--",
    "{0} {{1}} }",
    "../a b/ü?#%.docx",
    "'",
    '"',
    "\\",
    "\n\n",
)

texts = (
    st.sampled_from(MALICE) | st.text(st.characters(), max_size=30) | st.tuples(st.sampled_from(MALICE), st.text(max_size=8)).map("".join)
)

places = st.none() | st.builds(
    Location,
    heading_path=st.lists(texts, max_size=3).map(tuple),
    paragraph=st.none() | st.integers(1, 9999),
    page=st.none() | st.integers(1, 99),
    quote=texts,
)

facts = st.dictionaries(st.sampled_from(["id", "text", "part", "words", "declared"]), texts | st.integers() | st.tuples(texts), max_size=3)

outcomes = st.sampled_from(Outcome)

findings = st.builds(Finding, outcome=outcomes, message=texts, location=places, facts=facts)

suppressed = st.builds(
    Finding,
    outcome=st.sampled_from([Outcome.FAIL, Outcome.REVIEW]),
    message=texts,
    location=places,
    facts=facts,
    suppression=st.builds(Suppression, source=st.sampled_from(SuppressionSource), reason=texts),
)

idle = st.builds(IdleEntry, file=texts, number=st.integers(1, 9), rule=texts, reason=texts, document=texts, lost=st.booleans())

results = st.builds(
    RuleResult,
    code=st.sampled_from(["CON001", "CON002", "EXS001", "ZZZ999"]),
    name=st.sampled_from(["problem", "pages-two"]),
    title=texts,
    element=st.none(),
    group=texts,
    clause=texts,
    severity=st.sampled_from(Severity),
    outcome=outcomes,
    message=texts,
    advice=texts,
    findings=st.lists(findings, max_size=3).map(tuple),
    suppressed=st.lists(suppressed, max_size=2).map(tuple),
)

errors = st.builds(DocumentError, code=st.sampled_from(["encrypted", "fault"]), message=texts, advice=texts)

judged = st.builds(
    DocumentReport,
    path=texts,
    kind=st.sampled_from(DocumentKind),
    verdict=st.sampled_from([verdict for verdict in Verdict if verdict is not Verdict.UNREADABLE]),
    words=st.none() | st.just(words()),
    pages=st.none() | st.just(PageCount(count=3, engine=PageEngine.OFFICE, certain=False)),
    results=st.lists(results, max_size=3).map(tuple),
    candidate=texts,
    version=texts,
)

unread = st.builds(DocumentReport, path=texts, kind=st.none(), verdict=st.just(Verdict.UNREADABLE), error=errors)

documents = judged | unread

reports = st.builds(
    Report,
    version=st.just("1.0"),
    rulebook=st.just(STAMP),
    documents=st.lists(documents, max_size=3).map(tuple),
    idle=st.lists(idle, max_size=1).map(tuple),
    baseline=st.none() | st.builds(BaselineUse, file=texts, known=st.just(9), gone=st.integers(0, 9)),
)
