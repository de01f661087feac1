import sys

import pytest

from builders import document_of, paragraph, run
from mastercheck.readers.pagination import engines
from mastercheck.readers.pagination.engines import find_matcher, find_suite, list_fonts


def test_without_an_office_suite_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_office", lambda: None)
    assert find_suite() is None


def test_a_suite_is_told_with_what_it_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_office", lambda: "office")
    monkeypatch.setattr(engines, "_ask", lambda command: f"Office 7 {command[-1]}")
    suite = find_suite()
    assert suite
    assert (suite.path, suite.version) == ("office", "Office 7 --version")


def test_fonts_are_told_the_most_frequent_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_matcher", lambda: str.upper)
    runs = (run("a" * 30), run("b" * 60, font="Odd Sans"), run("hidden", hidden=True), run("c", font=None), run(" ", font="Blank"))
    first, second = list_fonts(document_of([paragraph(*runs)], furniture=[paragraph(run("d" * 10))]))
    assert (first.family, first.share, first.measured, first.substitute) == ("Odd Sans", 0.6, False, "ODD SANS")
    assert (second.family, second.share, second.measured) == ("Arial", 0.4, True)
    assert list_fonts(document_of([])) == ()


def test_without_fontconfig_nobody_knows_what_replaces_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.shutil, "which", lambda _: None)
    assert find_matcher()("Arial") == ""


def test_fontconfig_is_asked_for_the_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.shutil, "which", lambda _: "matcher")
    monkeypatch.setattr(engines, "_ask", lambda command: command[-1])
    assert find_matcher()("Some-Font:bold") == "Some\\-Font bold"


def test_the_first_line_of_an_answer_counts() -> None:
    assert engines._ask([sys.executable, "-c", "print('one'); print('two')"]) == "one"


def test_a_program_that_does_not_answer_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engines._ask([sys.executable, "-c", "pass"]) == ""
    assert engines._ask(["there-is-no-such-program-here"]) == ""
    monkeypatch.setattr(engines, "TIME_LIMIT", 0.05)
    assert engines._ask([sys.executable, "-c", "import time; time.sleep(5)"]) == ""
