"""What documents share: on a terminal, as JSON and as CSV."""

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentError
from mastercheck.model.similarity import CommonText, ComparedDocument, Passage, SharingPair, Similarity, UnreadDocument
from mastercheck.render.similarity import COLUMNS, render_csv, render_json
from mastercheck.render.terminal.similarity import print_similarity
from report_builders import STAMP

Compare = Callable[[str, str], None]

ANNA = ComparedDocument(path="2017/anna.docx", words=5200, shared=1300)
BERT = ComparedDocument(path="2017/bert.pdf", words=4800, shared=1280)
CARL = ComparedDocument(path="2017/carl.docx", words=5000)
DORA = ComparedDocument(path="2016/dora.docx", words=5100, shared=20, earlier=True)


def place(heading: str, paragraph: int | None = None, page: int | None = None, quote: str = "") -> Location:
    """A place under a heading."""
    return Location(heading_path=("Project", heading) if heading else (), paragraph=paragraph, page=page, quote=quote)


def passage(words: int, equal: int, number: int = 20, quote: str = "The ferry line moves forty thousand passengers a year") -> Passage:
    """A passage of three paragraphs in the first and one in the second document."""
    return Passage(
        first=place("3.1 Approach", number, None, quote),
        second=place("2.2 How we worked", number + 7, 6, quote),
        ends=(number + 2, number + 7),
        words=(words, words - 1),
        equal=equal,
    )


def shared() -> Similarity:
    """A cohort in which two share much and one shares a sentence with somebody of the year before."""
    much = tuple(passage(40 * at, 40 * at - at, 20 * at) for at in range(1, 6))
    return Similarity(
        minimum=15,
        documents=(ANNA, BERT, CARL, DORA),
        pairs=(
            SharingPair(first=ANNA, second=BERT, passages=much, shares=(0.25, 0.2667)),
            SharingPair(first=BERT, second=DORA, passages=(passage(20, 20),), shares=(0.004, 0.0039)),
        ),
        common=(CommonText(path="2017/anna.docx", place=place("1 Words", 4, 1, "Service management is what"), words=31, documents=120),),
        unread=(UnreadDocument(path="2017/emil.pdf", error=DocumentError(code="no_text", message="It is a scan.", advice="Export it.")),),
    )


def printed(similarity: Similarity, *, width: int = 80, encoding: str = "utf-8", **console: object) -> str:
    """What is printed to a console that writes in an encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    print_similarity(similarity, Console(file=stream, width=width, legacy_windows=False, **console))  # type: ignore[arg-type]
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(("name", "width", "encoding"), [("shared-80.txt", 80, "utf-8"), ("shared-60-ascii.txt", 60, "ascii")])
def test_it_reads_as_the_golden_file(name: str, width: int, encoding: str, compare_with_golden: Compare) -> None:
    text = printed(shared(), width=width, encoding=encoding)
    assert max(map(cell_len, text.splitlines())) <= width
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    compare_with_golden(text, name)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = printed(shared(), force_terminal=True, color_system="truecolor", no_color=False)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(shared())


def test_nothing_shared_is_told_with_what_that_means() -> None:
    text = printed(Similarity(minimum=15, documents=(CARL,)))
    assert text.splitlines()[0].split("  ")[0] == " No shared passages"
    assert "1 document, 15 words or more" in text
    assert "never a verdict" in " ".join(text.split())


def test_many_pairs_and_common_texts_are_cut_short_and_counted() -> None:
    one = shared()
    many = Similarity(minimum=15, documents=one.documents, pairs=one.pairs[:1] * 23, common=one.common * 7)
    text = printed(many)
    assert "and 3 more pairs: --format csv or json shows all" in text
    assert "and 2 more: --format json shows all" in text


@pytest.mark.parametrize(("share", "told"), [(0.001, "<1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")])
def test_a_share_is_never_rounded_to_nothing_or_all(share: float, told: str) -> None:
    pair = SharingPair(first=ANNA, second=BERT, passages=(passage(20, 20),), shares=(share, share))
    assert f" {told} " in printed(Similarity(minimum=15, documents=(ANNA, BERT), pairs=(pair,)))


def test_a_place_without_heading_or_page_is_a_paragraph() -> None:
    bare = Passage(first=place("", 3), second=place("", None), ends=(3, None), words=(20, 20), equal=20)
    text = printed(
        Similarity(minimum=15, documents=(ANNA, BERT), pairs=(SharingPair(first=ANNA, second=BERT, passages=(bare,), shares=(1, 1)),))
    )
    assert "a  paragraph 3\n" in text


def test_the_json_holds_everything() -> None:
    told = json.loads(render_json("1.2", STAMP, shared()))
    assert (told["schema_version"], told["tool"]["version"], told["minimum_words"]) == (1, "1.2", 15)
    assert "never a verdict" in told["note"]
    assert told["documents"][0] == {"path": "2017/anna.docx", "earlier": False, "words": 5200, "shared": 1300, "share": 0.25}
    first = told["pairs"][0]
    assert (first["first"], first["second"], first["shares"], len(first["passages"])) == (ANNA.path, BERT.path, [0.25, 0.2667], 5)
    assert first["passages"][0]["words"] == [40, 39]
    assert first["passages"][0]["second"]["page"] == 6
    assert first["passages"][0]["last_paragraphs"] == [22, 27]
    assert told["common"][0]["documents"] == 120
    assert told["unread"] == [{"path": "2017/emil.pdf", "error": {"code": "no_text", "message": "It is a scan.", "advice": "Export it."}}]


def test_the_csv_has_a_row_for_each_passage() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(shared()))))
    assert len(rows) == 6
    assert tuple(rows[0]) == COLUMNS
    assert rows[5] | {"first_quote": "", "second_quote": ""} == {
        "first": "2017/bert.pdf",
        "first_share": "0.004",
        "second": "2016/dora.docx",
        "second_share": "0.0039",
        "words": "20",
        "changed": "0",
        "first_heading": "Project > 3.1 Approach",
        "first_paragraph": "20",
        "first_page": "",
        "first_quote": "",
        "second_heading": "Project > 2.2 How we worked",
        "second_paragraph": "27",
        "second_page": "6",
        "second_quote": "",
    }


def test_no_cell_is_a_formula() -> None:
    pair = SharingPair(first=ANNA, second=BERT, passages=(passage(20, 20, quote="=cmd()"),), shares=(1, 1))
    [row] = csv.DictReader(io.StringIO(render_csv(Similarity(minimum=15, documents=(), pairs=(pair,)))))
    assert row["first_quote"] == "'=cmd()"


TEXT = st.text(alphabet=st.characters(codec=None), max_size=60)
PLACES = st.builds(
    Location,
    heading_path=st.lists(TEXT, max_size=2).map(tuple),
    paragraph=st.none() | st.integers(1, 9999),
    page=st.none() | st.integers(1, 9999),
    quote=TEXT,
)
DOCUMENTS = st.builds(ComparedDocument, path=TEXT, words=st.integers(1, 10**6), shared=st.integers(0, 1), earlier=st.booleans())
PASSAGES = st.builds(
    Passage,
    first=PLACES,
    second=PLACES,
    ends=st.tuples(st.none() | st.integers(1, 9999), st.none() | st.integers(1, 9999)),
    words=st.tuples(st.integers(10, 9999), st.integers(10, 9999)),
    equal=st.integers(0, 10),
)
COHORTS = st.builds(
    Similarity,
    minimum=st.integers(1, 99),
    documents=st.lists(DOCUMENTS, max_size=3).map(tuple),
    pairs=st.lists(
        st.builds(
            SharingPair,
            first=DOCUMENTS,
            second=DOCUMENTS,
            passages=st.lists(PASSAGES, max_size=4).map(tuple),
            shares=st.tuples(st.floats(0, 1), st.floats(0, 1)),
        ),
        max_size=2,
    ).map(tuple),
    common=st.lists(st.builds(CommonText, path=TEXT, place=PLACES, words=st.integers(1, 99), documents=st.integers(2, 99)), max_size=2).map(
        tuple
    ),
    unread=st.lists(
        st.builds(UnreadDocument, path=TEXT, error=st.builds(DocumentError, code=TEXT, message=TEXT, advice=TEXT)), max_size=2
    ).map(tuple),
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(COHORTS, st.integers(40, 140), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_any_text_stays_within_the_console_and_commands_nothing(cohort: Similarity, width: int, encoding: str) -> None:
    text = printed(cohort, width=width, encoding=encoding)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]
