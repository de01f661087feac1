"""Persons: the name and the version within a line, and which ways of writing a name mean one person."""

import pytest

from mastercheck.candidates.persons import find_person, find_version, identify


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Name:  Ada Lovelace", "Ada Lovelace"),
        ("By Ada Lovelace", "Ada Lovelace"),
        ("Lovelace, Ada", "Lovelace, Ada"),
        ("Ada Lovelace, version 2, 4 May 2018", "Ada Lovelace"),
        ("Dr. Ada Lovelace \u2013 Version 1.0", "Dr. Ada Lovelace"),
        ("Version 2.1 | By J. van der Berg", "J. van der Berg"),
        ("Ada Lovelace Version 2", "Ada Lovelace"),
        ("Name: Ada Lovelace, Ghent, Belgium", "Ada Lovelace"),
        ("Name: Ada Lovelace, Belgium", "Ada Lovelace"),
        ("王小明 | v2", "王小明"),
        ("Name: nobody in particular", "nobody in particular"),
        ("", ""),
    ],
)
def test_the_name_is_told_apart_from_what_stands_beside_it(line: str, person: str) -> None:
    assert find_person(line) == person


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("Version 1.0", "1.0"),
        ("v0.3", "0.3"),
        ("Version: 2", "2"),
        ("Draft 2", "Draft 2"),
        ("Ada Lovelace, version 2, 4 May 2018", "2"),
        ("Final version", "Final version"),
        ("", ""),
    ],
)
def test_the_version_is_told_apart_from_what_stands_beside_it(line: str, version: str) -> None:
    assert find_version(line) == version


@pytest.mark.parametrize("name", ["Zoë Müller", "Müller, Zoë", "dr. zoe muller", "ZOE_MULLER", "Mrs Zoe  Muller"])
def test_one_person_may_be_written_in_several_ways(name: str) -> None:
    assert identify(name) == "muller zoe"


def test_other_names_are_other_persons() -> None:
    assert identify("Zoe Muller") != identify("Zoe Miller")
    assert identify("王小明") != identify("王小红")
