"""Shingles: equal words in a row, found in all documents at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.similarity import shingles
from mastercheck.similarity.shingles import LENGTH, Keys, build_index, shingle, split_runs


def keys(*words: int) -> Keys:
    """The keys of words; 0 is a break."""
    return np.array(words, dtype=np.uint64)


def runs(*texts: Keys) -> dict[tuple[int, int], list[tuple[int, int, int]]]:
    """The stretches that each two documents share."""
    index = build_index(texts)
    return {(at, other): rows for at in range(len(texts)) for other, rows in split_runs(index.runs(at))}


def test_a_shingle_begins_at_each_word_but_the_last_few() -> None:
    assert len(shingle(keys(*range(1, 9)))) == 8 - LENGTH + 1
    assert len(shingle(keys(1, 2))) == len(shingle(keys())) == 0


def test_equal_words_in_the_same_order_make_equal_shingles() -> None:
    one, other = shingle(keys(1, 2, 3, 4, 5, 6)), shingle(keys(9, 1, 2, 3, 4, 5))
    assert one[0] == other[1]
    assert len({*one.tolist(), *other.tolist(), *shingle(keys(2, 1, 3, 4, 5)).tolist()}) == 4


def test_no_shingle_takes_in_a_break() -> None:
    assert shingle(keys(1, 2, 3, 0, 5, 6, 7, 8, 9)).tolist()[:4] == [0, 0, 0, 0]
    assert shingle(keys(1, 2, 3, 0, 5, 6, 7, 8, 9))[4] != 0


def test_what_two_documents_share_is_one_stretch() -> None:
    one, other = keys(*range(1, 31)), keys(99, 98, *range(11, 26), 97)
    assert runs(one, other) == {(0, 1): [(10, 2, 15)]}


def test_a_changed_word_parts_two_stretches() -> None:
    one, other = keys(*range(1, 21)), keys(*range(1, 10), 99, *range(11, 21))
    assert runs(one, other) == {(0, 1): [(0, 0, 9), (10, 10, 10)]}


def test_each_two_documents_are_compared_once_and_none_with_itself() -> None:
    text = keys(*range(1, 8))
    assert set(runs(text, text, text)) == {(0, 1), (0, 2), (1, 2)}
    assert runs(keys(*range(1, 8), *range(1, 8))) == {}


@pytest.mark.parametrize("texts", [(), (keys(),), (keys(), keys()), (keys(0), keys(0)), (keys(1, 2, 3), keys(1, 2, 3))])
def test_where_nothing_is_nothing_is_found(texts: tuple[Keys, ...]) -> None:
    assert runs(*texts) == {}


def test_what_stands_in_too_many_places_is_common_and_no_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shingles, "MOST", 2)
    text = keys(*range(1, 8))
    index = build_index([text, text, text])
    assert len(index.runs(0).starts) == 0
    assert index.common(1).tolist() == [0, 1, 2]
    assert index.count_documents(1, 2) == 3
    assert build_index([text, text]).common(0).tolist() == []


WORDS = st.lists(st.integers(0, 6), max_size=60).map(lambda words: keys(*words))


@given(WORDS, WORDS)
def test_every_stretch_is_equal_and_every_equal_shingle_is_in_one(one: Keys, other: Keys) -> None:
    stretches = runs(one, other).get((0, 1), [])
    for start, there, length in stretches:
        assert one[start : start + length].tolist() == other[there : there + length].tolist()
        assert 0 not in one[start : start + length]
    covered = {(start + step, there + step) for start, there, length in stretches for step in range(length - LENGTH + 1)}
    for at in range(len(one) - LENGTH + 1):
        for place in range(len(other) - LENGTH + 1):
            words = one[at : at + LENGTH].tolist()
            assert (0 not in words and words == other[place : place + LENGTH].tolist()) == ((at, place) in covered)
