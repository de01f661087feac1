import pytest

from mastercheck.language.titles import LEAST_FIT, SURE_FIT, content, fit


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("The risks of the project", "risks"),
        ("Organisational strategy", "organizational strategy"),
        ("What I learned", "what I learned"),
        ("Lessons learnt", "lessons learned"),
        ("Improvment opportunities", "improvement opportunities"),
    ],
)
def test_a_heading_that_says_the_same_surely_fits(heading: str, title: str) -> None:
    assert fit(heading, (title,)) >= SURE_FIT


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Objectives", "personal objectives"),
        ("What I hope to learn", "what I learned"),
        ("Levels and capability in a profile", "profile"),
        ("", "risks"),
        ("2018", "risks"),
    ],
)
def test_a_heading_about_something_else_does_not_fit(heading: str, title: str) -> None:
    assert fit(heading, (title,)) < LEAST_FIT


def test_words_that_stand_apart_fit_less() -> None:
    assert fit("Roads on the map", ("road map",)) < SURE_FIT <= fit("The road map", ("road map",))


def test_what_stands_before_a_preposition_is_what_a_heading_is_about() -> None:
    assert SURE_FIT < fit("Goals for the yard in spring", ("goals",)) < fit("Goals", ("goals",))
    assert fit("For the goals of spring and summer", ("goals",)) < LEAST_FIT


def test_the_best_of_several_titles_counts() -> None:
    assert fit("Threats", ("risks", "threats")) == 1.0
    assert fit("Threats", ()) == 0.0


def test_it_in_capitals_is_no_pronoun() -> None:
    assert "IT" in content("The IT strategy")
    assert content("Use it") == content("Use")


def test_a_title_of_empty_words_keeps_them() -> None:
    assert content("What we did") == ("what", "we", "did")
