import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.language.particulars import find_particulars, is_date, is_generic, is_name, is_version


@pytest.mark.parametrize(
    "line",
    [
        "Version 1.0",
        "v0.3",
        "Draft 2",
        "Rev. B",
        "Versie 2",
        "Version: final",
        "Final version",
        "1.0",
        "Ada Lovelace / concept 0.9 / May 2018",
    ],
)
def test_a_version_is_known(line: str) -> None:
    assert is_version(line)


@pytest.mark.parametrize(
    "line", ["Version x.x", "Versions of the truth", "A draft of history", "Chapter 1", "version " + "word " * 30 + "1", ""]
)
def test_what_only_looks_like_a_version_is_none(line: str) -> None:
    assert not is_version(line)


@pytest.mark.parametrize(
    "line",
    [
        "14 March 2017",
        "March 14th, 2017",
        "14. M\u00e4rz 2017",
        "1er f\u00e9vrier 2017",
        "14.03.2017",
        "3/14/17",
        "2017-03-14",
        "20170314",
        "14 III 2017",
        "14-Mar-17",
        "Q1 2017",
        "2017\u5e743\u670814\u65e5",
        "Date: 2017",
    ],
)
def test_a_date_is_known_in_many_forms(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize("line", ["Roadmap 2017", "Version 1.2.3", "12 of 14", "March of progress", "Room 20.17", "Phone: 2017", ""])
def test_what_only_looks_like_a_date_is_none(line: str) -> None:
    assert not is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "Maria Lindqvist",
        "Sophie in 't Veld",
        "MARIA LINDQVIST",
        "J. de Vries",
        "Prof. Dr. Anna Schmidt-Weber",
        "By Maria Lindqvist",
        "Mohammed bin Salman al-Farsi",
        "Lindqvist, Maria",
        "\u674e\u4f1f",
    ],
)
def test_a_name_is_known(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "Service Desk Renewal",
        "University of Amsterdam",
        "A change that holds",
        "Maria",
        "The Big Sleep",
        "Maria Lindqvist 2",
        "of van",
        "",
        "Table of Contents",
        "Works Cited",
        "Table des Matières",
        "Document History",
        "Ghent, Belgium",
        "Amsterdam, The Netherlands",
    ],
)
def test_what_only_looks_like_a_name_is_none(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["A change that holds", "Maria Lindqvist", "Version 1.0", "14 March 2017"], {"title": 0, "name": 1, "version": 2, "date": 3}),
        (["Version 1.0", "Maria Lindqvist", "14 March 2017", "Two sheets, one system"], {"version": 0, "name": 1, "date": 2, "title": 3}),
        (["Project proposal", "Reliance On Record", "Ada Lovelace", "v1 - May 2018"], {"title": 1, "name": 2, "version": 3, "date": 3}),
        (["RELIANCE ON RECORD", "Ada Lovelace, version 2, 4 May 2018"], {"title": 0, "name": 1, "version": 1, "date": 1}),
        (
            ["Titel: Een verandering", "Naam: J. de Vries", "Datum: 14 maart 2017", "Versie: 2"],
            {"title": 0, "name": 1, "date": 2, "version": 3},
        ),
        (
            ["Table of Contents", "Three desks, one team", "Ghent, Belgium", "Final draft", "Ada Lovelace", "Version: 1.0"],
            {"title": 1, "name": 4, "version": 5},
        ),
        (["Three desks, one team", "Ada Lovelace, Belgium"], {"title": 0}),
        (["Three desks, one team", "Ada Lovelace, Ghent, Belgium"], {"title": 0, "name": 1}),
        (["Ada Lovelace", "Version 2", "2018"], {"name": 0, "version": 1, "date": 2}),
        (["Tutor: Charles Babbage", "Student number: 1815", "Master report"], {}),
        (["Tutor: Charles Babbage", "Calculating engines"], {"title": 1}),
        (["机械计算的变革之路", "李伟"], {"title": 0, "name": 1}),
        ([], {}),
    ],
)
def test_each_line_is_what_a_reader_takes_it_for(lines: list[str], found: dict[str, int]) -> None:
    assert find_particulars(lines) == found


def test_a_line_in_the_style_of_titles_is_the_title_unless_it_only_names_the_kind() -> None:
    lines = ["Master report", "Sunrise", "Ada Lovelace"]
    assert find_particulars(lines, titled=["Sunrise"])["title"] == 1
    assert "title" not in find_particulars(["Master report", "Ada Lovelace"], titled=["Master report"])


@pytest.mark.parametrize(("line", "named"), [("Better Fields", False), ("Fields, Better", False), ("Better van Dyk", True)])
def test_words_of_the_text_alone_are_no_name(line: str, *, named: bool) -> None:
    found = find_particulars(["Master report", "1842", line], [], {"better", "fields"}.__contains__)
    assert ("name" in found) is named


@pytest.mark.parametrize("line", ["By Rose May", "Name: Rose May", "Ms Rose May"])
def test_words_of_the_text_are_a_name_where_something_says_so(line: str) -> None:
    assert find_particulars(["A desk for all", line], [], {"rose", "may"}.__contains__)["name"] == 1


def test_a_kind_of_document_with_a_subject_is_no_generic_line() -> None:
    assert is_generic("Final Master Report")
    assert not is_generic("Report on the harbour")


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_line_that_is_found_is_there(lines: list[str]) -> None:
    assert all(0 <= number < len(lines) for number in find_particulars(lines).values())
