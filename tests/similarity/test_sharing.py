"""What documents of a cohort share."""

from itertools import cycle, islice

import pytest

from builders import document_of
from mastercheck.model.similarity import Similarity
from mastercheck.similarity import Text, find_shared, prepare, shingles

FERRY = (
    "The ferry line moves forty thousand passengers a year between two islands, and nobody in the office can say what a single "
    "crossing costs. In the winter of 2014 the board asked for a figure, and three departments gave three different answers."
)
BAKERY = (
    "A bakery with nine shops wants its ovens to be watched from one room. The project compared two sensors, chose the cheaper one and "
    "measured for six weeks how much flour was saved by baking at the right moment."
)
CHORUS = "Every choir has a singer who counts the bars aloud, which helps nobody and annoys the conductor more than a wrong note would."

FERRY_WORDS, BAKERY_WORDS = len(FERRY.split()), len(BAKERY.split())


def text(name: str, *paragraphs: str) -> Text:
    """A report with a chapter of these paragraphs."""
    lines = "\n".join(paragraphs)
    return prepare(document_of(f"# Introduction\n{lines}"), name)


def shared(*texts: Text, minimum: int = 15, earlier: tuple[Text, ...] = ()) -> dict[tuple[str, str], list[int]]:
    """The pairs that share something, with the equal words of each passage."""
    found = find_shared(texts, minimum, earlier)
    return {(pair.first.path, pair.second.path): [passage.equal for passage in pair.passages] for pair in found.pairs}


def change(words: str, every: int) -> str:
    """A text in which every so many words is another one."""
    others = cycle(["harbour", "violet", "thunder"])
    return " ".join(next(others) if at % every == every - 1 else word for at, word in enumerate(words.split()))


def test_documents_of_different_authors_share_nothing() -> None:
    assert shared(text("a", FERRY), text("b", BAKERY)) == {}


def test_a_shared_passage_is_told_with_both_places() -> None:
    found = find_shared([text("a", BAKERY, FERRY), text("b", FERRY, CHORUS)], 15)
    [pair] = found.pairs
    [passage] = pair.passages
    assert passage.words == (FERRY_WORDS, FERRY_WORDS)
    assert (passage.equal, passage.changed) == (FERRY_WORDS, 0)
    assert (passage.first.paragraph, passage.second.paragraph, passage.ends) == (3, 2, (3, 2))
    assert passage.first.heading_path == ("Introduction",)
    assert passage.first.quote.startswith("The ferry line moves forty thousand")


def test_shares_are_those_of_the_words_of_each_document() -> None:
    found = find_shared([text("a", FERRY, BAKERY), text("b", FERRY)], 15)
    assert found.pairs[0].shares == (pytest.approx(FERRY_WORDS / (FERRY_WORDS + BAKERY_WORDS)), 1.0)
    assert [(one.path, one.words, one.shared) for one in found.documents] == [
        ("a", FERRY_WORDS + BAKERY_WORDS, FERRY_WORDS),
        ("b", FERRY_WORDS, FERRY_WORDS),
    ]
    assert found.documents[1].share == 1.0


def test_words_that_are_shared_with_several_are_counted_once() -> None:
    found = find_shared([text("a", FERRY), text("b", FERRY), text("c", FERRY)], 15)
    assert {one.shared for one in found.documents} == {FERRY_WORDS}
    assert len(found.pairs) == 3


@pytest.mark.parametrize("every", [6, 8, 12])
def test_a_changed_word_here_and_there_hides_nothing(every: int) -> None:
    [equal] = shared(text("a", FERRY), text("b", change(FERRY, every)))["a", "b"]
    assert equal >= FERRY_WORDS * (every - 1) // every - 5


def test_spelling_and_unseen_characters_hide_nothing() -> None:
    british = f"The organisation's behaviour was analysed in its catalogue of colours, and the centre programmes were cancelled. {FERRY}"
    american = (
        british.replace("isation", "ization").replace("viour", "vior").replace("analysed", "analyzed").replace("catalogue", "catalog")
    )
    assert shared(text("a", british), text("b", american.replace("colours", "colors")))["a", "b"] == [len(british.split())]
    assert shared(text("a", FERRY), text("b", FERRY.replace(" ", "\u00a0").replace("three", "\u200bthree")))["a", "b"]


def test_a_sentence_that_was_put_in_does_not_part_a_passage() -> None:
    first, _, second = FERRY.partition(". ")
    assert len(shared(text("a", FERRY), text("b", f"{first}. Nobody had expected that much. {second}"))["a", "b"]) == 1


def test_paragraphs_that_were_split_or_joined_are_one_passage() -> None:
    assert shared(text("a", FERRY), text("b", *FERRY.split(". ")))["a", "b"] == [FERRY_WORDS]


def test_a_heading_in_between_does_not_part_a_passage() -> None:
    first, _, second = FERRY.partition(". ")
    assert shared(text("a", FERRY), text("b", first, "# Winter", second))["a", "b"] == [FERRY_WORDS]


def test_paragraphs_in_another_order_are_several_passages() -> None:
    assert shared(text("a", FERRY, BAKERY), text("b", BAKERY, FERRY))["a", "b"] == [FERRY_WORDS, BAKERY_WORDS]


def test_a_passage_that_one_document_repeats_is_told_once() -> None:
    assert shared(text("a", FERRY, BAKERY, FERRY), text("b", FERRY))["a", "b"] == [FERRY_WORDS]


def test_quotations_and_literature_are_never_shared() -> None:
    quoted = [f"As he said, \u201c{FERRY}\u201d", "# References", BAKERY]
    assert shared(text("a", *quoted), text("b", *quoted)) == {}


def test_the_least_number_of_words_decides() -> None:
    short = " ".join(FERRY.split()[:12])
    one, other = text("a", short, BAKERY), text("b", CHORUS, short)
    assert shared(one, other) == {}
    assert shared(one, other, minimum=12)["a", "b"] == [12]


def test_earlier_documents_are_compared_with_and_not_among_themselves() -> None:
    old = (text("old 1", FERRY), text("old 2", FERRY))
    assert set(shared(text("a", FERRY), text("b", BAKERY), earlier=old)) == {("a", "old 1"), ("a", "old 2")}
    found = find_shared([text("a", FERRY)], 15, old)
    assert [(one.path, one.earlier, one.shared) for one in found.documents] == [
        ("a", False, FERRY_WORDS),
        ("old 1", True, FERRY_WORDS),
        ("old 2", True, FERRY_WORDS),
    ]


def test_the_greatest_share_comes_first() -> None:
    found = find_shared([text("a", FERRY, BAKERY, CHORUS), text("b", FERRY, CHORUS, CHORUS), text("c", BAKERY)], 15)
    assert [(pair.first.path, pair.second.path) for pair in found.pairs] == [("a", "c"), ("a", "b")]


def common(count: int) -> Similarity:
    """What so many documents with the same paragraph share."""
    own = (" ".join(islice(cycle([f"w{at}x{step}" for step in range(20)]), 20)) for at in range(count))
    return find_shared([text(f"d{at}", FERRY, words, BAKERY if at < 2 else CHORUS) for at, words in enumerate(own)], 15)


def test_what_very_many_documents_have_is_told_once_and_in_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shingles, "MOST", 4)
    found = common(7)
    assert [(one.path, one.words, one.documents) for one in found.common] == [("d0", FERRY_WORDS, 7), ("d2", len(CHORUS.split()), 5)]
    assert found.common[0].place.quote.startswith("The ferry line")
    assert [(pair.first.path, pair.second.path) for pair in found.pairs] == [("d0", "d1")]


def test_short_text_that_very_many_have_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shingles, "MOST", 2)
    short = " ".join(FERRY.split()[:8])
    assert find_shared([text(name, short, own) for name, own in zip("abc", (FERRY[60:], BAKERY, CHORUS), strict=True)], 15).common == ()


def test_no_documents_share_nothing() -> None:
    assert find_shared([], 15) == Similarity(minimum=15, documents=())
    assert find_shared([text("a"), text("b", "One.")], 15).pairs == ()
    assert find_shared([text("a")], 15).documents[0].share == 0.0
