"""Two drafts side by side: on a terminal, as Markdown and as JSON."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from mastercheck.engine.comparison import compare
from mastercheck.model.comparison import Comparison
from mastercheck.model.document import PageCount, PageEngine
from mastercheck.model.report import DocumentReport, KindSource, Outcome, RulebookStamp, SectionWords, Severity, Verdict
from mastercheck.render.comparison import render_json, render_markdown
from mastercheck.render.terminal.comparison import print_comparison
from report_builders import STAMP, document, place, result, words

Compare = Callable[[str, str], None]
OWN = RulebookStamp(id="my rules", edition="7", sha256="1" * 64, builtin=False)


def old() -> DocumentReport:
    """The draft of yesterday."""
    return document(
        result("CON003", "Business justification of the choice", Outcome.REVIEW, place("2.1 Why this project", 5)),
        result("CON004", "Justification of PDCA", Outcome.FAIL, advice="Add a paragraph."),
        result("LFT001", "No template text left", Outcome.FAIL, *(place("3.1 Approach", page) for page in range(1, 10))),
        result("FRM004", "Captions numbered and referred to", Outcome.FAIL, severity=Severity.NOTE),
        result("LEN001", "About 6000 words", Outcome.FAIL),
        result("LEN003", "A stated word count that agrees", Outcome.FAIL, severity=Severity.WARNING),
        path="drafts/monday.docx",
        verdict=Verdict.NOT_COMPLIANT,
        words=words(5100, sections=sections("", "# 1 Introduction", "# 2 Plan", "# 3 Waste", "# 4 End")),
        pages=PageCount(count=14, engine=PageEngine.ESTIMATED, certain=False),
    )


def new() -> DocumentReport:
    """The draft of today."""
    return document(
        result("CON003", "Business justification of the choice", Outcome.REVIEW, place("2.1 Why this project", 5)),
        result("CON004", "Justification of PDCA", Outcome.PASS, place("1.3 The cycle", 4)),
        result("LFT001", "No template text left", Outcome.FAIL, place("3.1 Approach", 7), message="It is left.", advice="Remove it."),
        result("FRM004", "Captions numbered and referred to", Outcome.PASS),
        result("LEN001", "About 6000 words", Outcome.PASS),
        result("LEN003", "A stated word count that agrees", Outcome.NOT_APPLICABLE, severity=Severity.WARNING),
        result("LFT006", "No unfinished places left", Outcome.FAIL, place("4 Results", 9), message="A TODO is left.", advice="Finish it."),
        path="drafts/tuesday.pdf",
        verdict=Verdict.NEEDS_REVIEW,
        words=words(6012, sections=sections("# 1 Introduction", "# 2 Plan and milestones", "## 2.1 Risk", "# 4 End")),
        pages=PageCount(count=16, engine=PageEngine.PDF, certain=True),
    )


def sections(*titles: str) -> tuple[SectionWords, ...]:
    """Sections with a "#" for each level and a hundred words for each letter of the title."""
    named = ((title.lstrip("# "), title.count("#")) for title in titles)
    return tuple(SectionWords(title=title, level=level, words=100 * len(title)) for title, level in named)


def printed(comparison: Comparison, *, width: int = 80, encoding: str = "utf-8", stamp: RulebookStamp = STAMP, **console: object) -> str:
    """What is printed to a console that writes in an encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    print_comparison(comparison, stamp, Console(file=stream, width=width, legacy_windows=False, **console))  # type: ignore[arg-type]
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("name", "width", "encoding"), [("drafts-80.txt", 80, "utf-8"), ("drafts-60-ascii.txt", 60, "ascii"), ("drafts-120.txt", 120, "utf-8")]
)
def test_the_comparison_reads_as_the_golden_file(name: str, width: int, encoding: str, compare_with_golden: Compare) -> None:
    text = printed(compare(old(), new()), width=width, encoding=encoding)
    assert max(map(cell_len, text.splitlines())) <= width
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    compare_with_golden(text, name)


def test_colour_adds_nothing_but_colour() -> None:
    found = compare(old(), new())
    coloured = printed(found, force_terminal=True, color_system="truecolor", no_color=False)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(found)


def test_two_drafts_that_are_alike_are_told_in_few_lines() -> None:
    text = printed(compare(new(), new()))
    assert "? NEEDS REVIEW   as before" in text
    assert "0 closed · 0 opened · 3 still open" in text
    assert "6,012 → 6,012 · same" in text
    assert "4 sections with as many words as before" in text
    assert "change\n" not in text


def test_what_was_not_counted_is_not_shown() -> None:
    bare = compare(document(), document())
    assert not {"Words", "Pages", "section"} & set(re.findall(r"\w+", printed(bare)))
    assert "section" not in render_markdown(STAMP, bare)
    assert json.loads(render_json("1", STAMP, bare))["new"]["words"] is None


def test_a_rulebook_of_ones_own_is_named() -> None:
    assert "my rules, edition 7: not the built-in rulebook" in printed(compare(old(), new()), stamp=OWN)
    assert "Rulebook my rules, edition 7 (not the built-in one)." in render_markdown(OWN, compare(old(), new()))


def test_a_kind_that_is_guessed_is_told() -> None:
    guessed = replace(new(), kind_source=KindSource.ASSUMED)
    assert "taken for a Master report by its length alone" in " ".join(printed(compare(old(), guessed)).split())


def test_the_markdown_reads_as_the_golden_file(compare_with_golden: Compare) -> None:
    compare_with_golden(render_markdown(STAMP, compare(old(), new())) + "\n", "drafts.md")


def test_nothing_in_the_markdown_is_markup_of_a_document() -> None:
    hostile = "<b>*x*</b> [a](http://b.example) | `c`"
    one = document(result("CON001", hostile, Outcome.FAIL, place(hostile), message=hostile, advice=hostile), path=hostile)
    named = replace(one, words=words(sections=sections(hostile)))
    parsed = MarkdownIt("commonmark").enable("table").parse(render_markdown(STAMP, compare(document(path=hostile), named)))
    kinds = {child.type for token in parsed for child in token.children or ()}
    assert not kinds & {"html_inline", "link_open", "em_open", "code_inline"}


def test_the_json_holds_everything() -> None:
    told = json.loads(render_json("1.2", STAMP, compare(old(), new())))
    assert (told["schema_version"], told["tool"]["version"]) == (1, "1.2")
    assert (told["old"]["outcome"], told["new"]["outcome"]) == ("not_compliant", "needs_review")
    assert (told["old"]["words"]["assessed"], told["new"]["pages"]) == (5100, {"count": 16, "maximum": None, "certain": True})
    codes = {part: [change["code"] for change in told[part]] for part in ("closed", "opened", "open", "silent")}
    assert codes == {
        "closed": ["CON004", "LEN001", "FRM004"],
        "opened": ["LFT006"],
        "open": ["LFT001", "CON003"],
        "silent": ["LEN003"],
    }
    left = told["open"][0]
    assert (left["standings"], left["places"], len(left["before"]["findings"])) == (["correct", "correct"], [9, 1], 9)
    assert (told["opened"][0]["before"], told["opened"][0]["after"]["advice"]) == (None, "Finish it.")
    assert [section["difference"] for section in told["sections"]] == [0, 0, 1500, 800, -700, 0]
    assert told["sections"][2] == {
        "before": {"title": "2 Plan", "level": 1, "words": 600},
        "after": {"title": "2 Plan and milestones", "level": 1, "words": 2100},
        "renamed": True,
        "difference": 1500,
    }


TEXT = st.text(alphabet=st.characters(codec=None), max_size=60)
RESULTS = st.lists(
    st.builds(
        result,
        code=st.sampled_from(["CON001", "CON002", "CON003"]) | TEXT,
        title=TEXT,
        outcome=st.sampled_from(Outcome),
        message=TEXT,
        advice=TEXT,
        severity=st.sampled_from(Severity),
    ),
    max_size=5,
)
SECTIONS = st.lists(st.builds(SectionWords, title=TEXT, level=st.integers(0, 9), words=st.integers(0, 10**6)), max_size=5)
DRAFTS = st.builds(lambda results, made, path: document(*results, path=path, words=words(sections=tuple(made))), RESULTS, SECTIONS, TEXT)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DRAFTS, DRAFTS, st.integers(40, 140), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_any_text_stays_within_the_console_and_commands_nothing(
    before: DocumentReport, after: DocumentReport, width: int, encoding: str
) -> None:
    text = printed(compare(before, after), width=width, encoding=encoding)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]
