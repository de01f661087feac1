import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document_of
from mastercheck.language.citations import Citation, Literature, Style, find_citations, find_entries

TEXTS = tomllib.loads((Path(__file__).parent / "citations.toml").read_text(encoding="utf-8"))["text"]
LIST = """
# Literature
Kotter, J. P. (1996). Leading Change. Boston: Harvard Business School Press.
van Bon, J. (2007a). Foundations of service management.
Information Systems Audit and Control Association (2012). COBIT 5.
Deming, W. E. Out of the Crisis.
"""


def cited(text: str) -> tuple[Citation, ...]:
    return find_citations(document_of(f"# Introduction\n{text}"))


@pytest.mark.parametrize("text", TEXTS, ids=[text["is"] for text in TEXTS])
def test_a_text_cites_what_a_reader_would_say(text: dict[str, object]) -> None:
    citations = cited(str(text["is"]))
    assert [one.key if one.style is Style.NUMBER else f"{one.author} {one.key}" for one in citations] == text.get("cites", [])
    assert {one.sure for one in citations} <= {text.get("sure")}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("(Kotter, 1996)", {0}),
        ("(Kotter, 1995)", set()),
        ("(Kotter, n.d.)", {0}),
        ("(Bon, 2007a)", {1}),
        ("(van Bon, 2007b)", set()),
        ("(ISACA, 2012)", {2}),
        ("(Deming, 1986)", {3}),
        ("(Senge, 1990)", set()),
    ],
)
def test_a_citation_is_of_the_entries_with_its_author_and_year(text: str, entries: set[int]) -> None:
    (citation,) = cited(text)
    assert Literature(find_entries(document_of(LIST))).cited_by(citation) == entries


@pytest.mark.parametrize("label", ["[2]", "2.", "2)"])
def test_a_number_is_of_the_entry_that_begins_with_it(label: str) -> None:
    literature = Literature(find_entries(document_of(f"# Literature\n[1] Senge, P. (1990).\n{label} Kotter, J. P. (1996).")))
    assert [literature.cited_by(one) for one in cited("as known [2]")] == [{1}]


def test_designations_in_headings_and_names_in_tables_are_no_citations() -> None:
    assert cited("# The plan of Kotter (1996)\n| Kotter (1996) | yes |\n| --- | --- |\n| Owner (2016) | no |") == ()


def test_citations_are_looked_for_once() -> None:
    document = document_of("As known (Kotter, 1996).")
    assert find_citations(document) is find_citations(document)


@given(st.text(st.sampled_from("(),;[]&. -\u2013aAbZ19028\n"), max_size=300))
def test_any_text_is_searched_without_failing(text: str) -> None:
    assert all(citation.key.strip("abz") == "" or citation.key[0].isdigit() for citation in cited(text.replace("#", "")))


@pytest.mark.parametrize("text", ["(" * 50_000, "(A, " * 20_000, "A and " * 20_000 + "(", "van der " * 20_000 + "(2016)", "[1, " * 20_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.perf_counter()
    cited(text)
    assert time.perf_counter() - start < 2
