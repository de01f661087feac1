import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.language.pipeline import PLAIN, keys_of, read_words, stem


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("prioritised", "prioritized"),
        ("programme", "program"),
        ("catalogue", "catalog"),
        ("learnt", "learned"),
        ("analysing", "analyzing"),
        ("Organisation\u2019s", "organization's"),
    ],
)
def test_both_spellings_have_one_stem(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize("word", ["advise", "revise", "enterprise", "exercise", "supervise", "analysis"])
def test_words_that_only_look_british_stay(word: str) -> None:
    assert "z" not in stem(word)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("14", {"{number}"}),
        ("2,500", {"{number}"}),
        ("2018", {"{number}", "{year}"}),
        ("8.2", {"{number}", "{clause}"}),
        ("eleven", {"{number}"}),
        ("March", {"{month}"}),
        ("May", {"{month}"}),
        ("may", set()),
        ("€", {"{money}"}),
        ("EUR", {"{money}"}),
        ("?", {"{question}"}),
        ("house", set()),
    ],
)
def test_words_have_the_classes_that_terms_name(word: str, names: set[str]) -> None:
    assert {key for key in keys_of(word) if key.startswith("{")} == names


@pytest.mark.parametrize("sign", [",", "(", "...", "'s", "\u2019s", "-"])
def test_punctuation_is_no_word(sign: str) -> None:
    assert keys_of(sign) == ()


def test_hyphens_part_words_and_sentences_begin_where_they_do() -> None:
    (words,) = read_words(["Plan\u2013do\u2013check\u2013act is used. It wasn\u2019t, e.g., for the end-to-end test."])
    assert words.forms[:5] == ("Plan", "do", "check", "act", "is")
    assert [words.forms[first] for first in words.sentences] == ["Plan", "It"]
    assert "not" in [keys[0] for keys in words.keys]


def test_nothing_to_read_has_no_words() -> None:
    assert [words.sentences for words in read_words(["", "  ", "..."])] == [(), (), ()]


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    (words,) = read_words([text])
    plain = text.translate(PLAIN)
    assert len(plain) == len(text)
    assert [plain[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == list(words.forms)
    assert list(words.sentences) == sorted(set(words.sentences))
    assert not words.forms or words.sentences[0] == 0
