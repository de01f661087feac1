from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mastercheck.model.document import Document, Metadata, PageCount, PageEngine, StoredStatistics
from mastercheck.model.formatting import TextFormat
from mastercheck.readers import read
from mastercheck.readers.pagination import ladder
from mastercheck.readers.pagination.estimate import estimate_pages
from mastercheck.readers.pagination.ladder import count_pages, is_short
from mastercheck.readers.pagination.office import OfficeAnswer
from set_text import Run, document, lines, para

PATH = Path("a.docx")
TEXT = document(para(lines(20)), para("x"))
LONG = document(para("x " * 2501))
PROVED = replace(TEXT, metadata=Metadata(stored=StoredStatistics(pages=2, characters_with_spaces=363, rendered_breaks=1)))
OFFICE = PageCount(count=3, engine=PageEngine.OFFICE, certain=False, note="set")

Answers = Callable[[OfficeAnswer], list[Path]]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Let the office suite give an answer; returns the files that it was asked for."""

    def answers(answer: OfficeAnswer) -> list[Path]:
        asked: list[Path] = []

        def ask(_: Document, path: Path) -> OfficeAnswer:
            asked.append(path)
            return answer

        monkeypatch.setattr(ladder, "ask_office", ask)
        return asked

    return answers


def test_each_engine_can_be_asked_for(office: Answers) -> None:
    office(OfficeAnswer(OFFICE))
    engines = {engine: count_pages(PROVED, PATH, engine) for engine in ("office", "stored", "estimated")}
    assert {engine: pages and pages.engine.value for engine, pages in engines.items()} == {engine: engine for engine in engines}


def test_an_engine_that_cannot_tell_gives_nothing(office: Answers) -> None:
    office(OfficeAnswer(None, "none is installed"))
    assert count_pages(TEXT, PATH, "office") is None
    assert count_pages(TEXT, PATH, "stored") is None


def test_what_word_stored_comes_first(office: Answers) -> None:
    asked = office(OfficeAnswer(OFFICE))
    pages = count_pages(PROVED, PATH)
    assert pages
    assert (pages.engine, pages.certain, asked) == (PageEngine.STORED, True, [])


def test_an_office_suite_comes_second(office: Answers) -> None:
    asked = office(OfficeAnswer(OFFICE))
    pages = count_pages(TEXT, PATH)
    assert pages
    assert (pages.engine, pages.note, pages.lines_left, asked) == (PageEngine.OFFICE, "set; our own estimate is 2", None, [PATH])


def test_an_office_suite_that_agrees_with_our_estimate_says_how_many_lines_are_left(office: Answers) -> None:
    office(OfficeAnswer(replace(OFFICE, count=2)))
    pages = count_pages(TEXT, PATH)
    assert pages
    assert (pages.engine, pages.note, pages.lines_left) == (PageEngine.OFFICE, "set", 19)


def test_our_own_estimate_comes_last_and_says_why(office: Answers) -> None:
    office(OfficeAnswer(None, "no office suite is installed"))
    pages = count_pages(TEXT, PATH)
    assert pages
    assert (pages.engine, pages.count, pages.note) == (PageEngine.ESTIMATED, 2, "no office suite is installed")


def test_no_office_suite_is_started_for_a_long_document(office: Answers) -> None:
    asked = office(OfficeAnswer(OFFICE))
    assert is_short(TEXT)
    assert not is_short(LONG)
    assert count_pages(LONG, PATH) == estimate_pages(LONG)
    assert not asked


def test_the_caller_may_decide_whether_an_office_suite_is_started(office: Answers) -> None:
    asked = office(OfficeAnswer(OFFICE))
    assert count_pages(TEXT, PATH, office_allowed=False) == estimate_pages(TEXT)
    assert not asked
    count_pages(LONG, PATH, office_allowed=True)
    assert asked == [PATH]


def test_an_estimate_says_how_full_the_last_page_is() -> None:
    estimated = estimate_pages(TEXT)
    assert (estimated.engine, estimated.certain, estimated.note) == (PageEngine.ESTIMATED, False, "")
    assert (estimated.count, estimated.fill_of_last_page, estimated.lines_left) == (2, 0.05, 19)


def test_an_estimate_names_the_fonts_that_another_stands_in_for() -> None:
    def odd(name: str | None, count: int, **more: object) -> Run:
        return Run("x" * count, TextFormat(font=name, size=10.0), **more)  # type: ignore[arg-type]

    runs = (odd("Arial", 50), odd("Odd Sans", 30), odd(None, 20), odd("Rare", 1), odd("Hidden", 99, hidden=True))
    assert estimate_pages(document(para(*runs))).note == "measured by another font: Odd Sans, a font without a name"


@pytest.mark.shared("corpus/word")
def test_a_real_document_is_estimated_as_word_counted_it(shared: Path) -> None:
    for name, count in (("real-04b39c047e", 3), ("real-0ea32ddd40", 3), ("real-1a66d52cd6", 6), ("real-112c1bd958", 2)):
        pages = read(shared / "corpus" / "word" / f"{name}.docx", pages_engine="estimated").pages
        assert pages
        assert abs(pages.count - count) <= 1
