"""HTML: what the page says, that it leads nowhere, that nothing in it is markup but our own, and that it can be read."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from lxml import html as parser

from colours import contrast
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import DeclaredSpecification, EvidencedSpecification, Outcome, Report, SectionWords, SpecificationCoverage
from mastercheck.render.html import render
from report_builders import compliant, document, draft, place, report, result, rulebook, scan, words
from report_strategies import reports

CSS = (files("mastercheck.render") / "templates" / "report.css").read_text(encoding="utf-8")
COHORT = report(draft(), compliant(), scan())


def parse(made: Report) -> parser.HtmlElement:
    return parser.document_fromstring(render(made, rulebook()))


def tell(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_matrix_tells_each_outcome_in_a_word_and_a_sign() -> None:
    rows = parse(COHORT).xpath("//tr[@data-verdict]")
    assert [tell(row.xpath("td[3]")[0]) for row in rows] == ["✘ Not compliant", "✔ Compliant", "! Unreadable"]
    cells = {cell.get("data-rule"): tell(cell) for cell in rows[0].xpath("td[@data-rule]")}
    assert (cells["CON001"], cells["CON003"], cells["CON004"], cells["ARE005"]) == ("✔met", "?look", "✘correct", "·note")
    assert [len(row.xpath("td|th")) for row in rows] == [len(parse(COHORT).xpath("//table[@class='matrix']/thead/tr[2]/th"))] * 3
    assert not rows[2].xpath("td[@data-rule]")


def test_each_document_has_its_report_which_its_row_leads_to() -> None:
    page = parse(COHORT)
    chapters = page.xpath("//details[@class='document']")
    assert [f"#{chapter.get('id')}" for chapter in chapters] == page.xpath("//tr[@data-verdict]/th/a/@href")
    first, _, third = map(tell, chapters)
    assert "To correct" in first
    assert "3.1 Approach, page 7 “" not in first
    assert "3.1 Approach, page 7 TODO: figure of the new process" in first
    assert "What to do: Replace or remove each place" in first
    assert "6,412 words (asked for: 5,400 to 6,600)" in first
    assert "What to do: Save the report as PDF" in third


def test_one_document_stands_open_without_a_matrix() -> None:
    page = parse(report(draft()))
    assert not page.xpath("//table[@class='matrix']|//form")
    assert page.xpath("//details[@id='document-1'][@open]")


def test_only_the_first_places_of_a_rule_are_shown() -> None:
    many = [place(f"Heading {number}", number) for number in range(1, 26)]
    assert "and 5 more" in tell(parse(report(document(result("CON001", "", Outcome.FAIL, *many)))))


def test_bars_show_the_words_of_each_section() -> None:
    sections = (SectionWords(title="", level=1, words=50), SectionWords(title="Plan", level=2, words=200))
    table = parse(report(document(words=words(250, sections=sections)))).xpath("//table[@class='chart']")[0]
    assert [tell(row) for row in table.xpath("tbody/tr")] == ["before the first heading50", "Plan200"]
    assert table.xpath("tbody/tr//rect/@width") == ["25.00", "100.00"]


def coverage(kind: DocumentKind) -> list[tuple[str, list[str]]]:
    home = place("1.4", 4)
    declared = [("P1", "1"), ("P2", "1"), ("P3", "1"), (None, None)]
    made = SpecificationCoverage(
        requirements={"1": "Direction", "2": "Change"},
        declared=tuple(DeclaredSpecification(id=id_, title="T", requirement=top, location=home) for id_, top in declared),
        evidenced=(
            EvidencedSpecification(id="P1", title="T", requirement="1", passages=(home, home, place("3", 7))),
            EvidencedSpecification(id="P2", title="T", requirement="1", passages=(home,), provisional=True),
            EvidencedSpecification(id="P9", title="T", requirement="2", passages=(home,)),
        ),
    )
    rows = parse(report(document(kind=kind, exam_specifications=made))).xpath("//table[@class='chart']/tbody/tr")
    return [(tell(row), row.xpath(".//rect/@class")) for row in rows]


def test_coverage_tells_what_is_declared_and_shown() -> None:
    assert coverage(DocumentKind.REPORT) == [
        (
            "1 Direction P1 T: declared, shown: 1.4, page 4; 3, page 7 P2 T: declared, shown: 1.4, page 4 P3 T: declared, not shown",
            ["not-shown", "shown", "shown"],
        ),
        ("2 Change P9 T: not declared, shown: 1.4, page 4", ["undeclared"]),
        ("Not in the catalogue T: declared, not shown", ["not-shown"]),
    ]


def test_what_a_kind_of_document_need_not_show_is_no_gap() -> None:
    assert "P3 T: declared" in coverage(DocumentKind.PROPOSAL)[0][0]
    assert "not shown" not in coverage(DocumentKind.PROPOSAL)[0][0]


def test_people_who_do_not_see_the_page_find_their_way() -> None:
    page = parse(COHORT)
    assert page.get("lang") == "en"
    assert all(len(page.xpath(f"//{landmark}")) == 1 for landmark in ("main", "header", "footer", "h1"))
    assert not [cell for cell in page.xpath("//th") if cell.get("scope") not in {"col", "row", "colgroup"}]
    assert not page.xpath("//input[not(parent::label)]|//select[not(parent::label)]")
    assert len(page.xpath("//input|//select")) == len(page.xpath("//label"))
    assert page.xpath("//*[@role='status']")
    assert set(page.xpath("//*[@tabindex]/@tabindex")) <= {"0", "-1"}
    assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id"))
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read(scheme: int) -> None:
    named = dict(re.findall(r"--([\w-]+): (#\w{6});", CSS.split("prefers-color-scheme")[scheme]))
    pairs = [(ink, ink.replace("ink", "paper")) for ink in named if ink.endswith("ink") and ink != "link"]
    pairs += [(ink, paper) for ink in ("ink", "faint", "link") for paper in ("paper", "sheet")]
    assert len(pairs) == 14
    assert not [pair for pair in pairs if contrast(named[pair[0]], named[pair[1]]) < 4.5]


def addresses(page: parser.HtmlElement) -> set[str]:
    names = (
        "src",
        "href",
        "srcset",
        "action",
        "formaction",
        "data",
        "poster",
        "background",
        "ping",
        "cite",
        "{http://www.w3.org/1999/xlink}href",
    )
    return {value for element in page.iter() for name in names if (value := element.get(name)) is not None}


def assert_inert(made: Report) -> None:
    text = render(made, rulebook())
    page = parser.document_fromstring(text)
    targets = {f"#{name}" for name in page.xpath("//@id")}
    assert addresses(page) <= targets
    style, script = page.xpath("//style")[0].text, page.xpath("//script")[0].text
    assert not re.search(r"url\(|@import|fetch|XMLHttp|https?:", style + script)
    assert len(page.xpath("//style")) == len(page.xpath("//script")) == 1
    assert not [
        name
        for element in page.iter()
        if isinstance(element.tag, str)
        for name in element.attrib
        if name.startswith("on") or name == "style"
    ]
    assert {element.tag for element in page.iter()}.isdisjoint(
        {"iframe", "object", "embed", "img", "link", "base", "textarea", parser.etree.Comment}
    )
    policy = page.xpath("//meta[@http-equiv]/@content")[0]
    for content in (style, script):
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")


HOSTILE = (
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)',
    "'><svg/onload=alert(1)>",
    "</style></script><!--",
    "{{ 7*7 }}{% raw %}",
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    broken = replace(
        result("CON001", text, Outcome.FAIL, place(text, 1, text), message=text, advice=text), code=text, group=text, clause=text
    )
    made = report(document(broken, path=text), scan())
    assert_inert(made)
    page = parse(made)
    assert tell(page.xpath("//tr[@data-verdict]/th")[0]) == text
    assert tell(page.xpath("//q")[0]) == text
    assert page.xpath("//td[@data-rule]/@data-rule") == [text]


@settings(max_examples=60, deadline=None)
@given(made=reports)
def test_any_text_leaves_the_page_inert(made: Report) -> None:
    assert_inert(made)
    render(made, rulebook()).encode()


def test_commands_to_a_ci_runner_are_parted_but_read_the_same() -> None:
    made = report(document(path="a\n::error::x ##[group]y"), scan())
    assert "##[" not in render(made, rulebook())
    assert tell(parse(made).xpath("//tr[@data-verdict]/th")[0]) == "a ::error::x ##[group]y"
