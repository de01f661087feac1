"""Stretches of equal words joined to passages."""

from mastercheck.similarity.chains import GAP, cover, join_stretches

Row = tuple[int, int, int]


def passages(*stretches: Row, minimum: int = 10) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the passages stand in both documents."""
    return [((one.start, one.end), (one.other_start, one.other_end)) for one in join_stretches(stretches, minimum)]


def test_a_long_stretch_is_a_passage() -> None:
    assert passages((5, 50, 12)) == [((5, 17), (50, 62))]


def test_what_is_too_short_is_none() -> None:
    assert passages((5, 50, 9)) == []


def test_stretches_are_joined_over_changed_words() -> None:
    assert passages((0, 0, 6), (7, 7, 6)) == [((0, 13), (0, 13))]


def test_stretches_are_joined_over_words_that_one_document_lacks() -> None:
    assert passages((0, 0, 8), (8, 13, 8)) == [((0, 16), (0, 21))]
    assert passages((0, 0, 8), (13, 8, 8)) == [((0, 21), (0, 16))]


def test_a_gap_is_no_longer_than_the_shorter_stretch() -> None:
    assert passages((0, 0, 20), (26, 26, 5)) == [((0, 20), (0, 20))]
    assert passages((0, 0, 20), (25, 25, 5)) == [((0, 30), (0, 30))]


def test_a_gap_is_never_longer_than_a_sentence() -> None:
    near, far = 40 + GAP, 40 + GAP + 1
    assert len(passages((0, 0, 40), (near, near, 40))) == 1
    assert len(passages((0, 0, 40), (far, far, 40))) == 2


def test_stretches_that_overlap_are_joined() -> None:
    assert passages((0, 0, 10), (8, 9, 10)) == [((0, 18), (0, 19))]


def test_text_in_another_order_is_several_passages() -> None:
    assert passages((0, 60, 12), (12, 0, 12)) == [((0, 12), (60, 72)), ((12, 24), (0, 12))]


def test_a_stretch_goes_on_with_the_passage_that_it_lies_nearest_to() -> None:
    assert passages((0, 0, 10), (0, 13, 10), (11, 11, 10)) == [((0, 21), (0, 21))]


def test_of_two_passages_about_the_same_words_the_longer_is_kept() -> None:
    assert passages((0, 0, 30), (5, 80, 12)) == [((0, 30), (0, 30))]
    assert passages((0, 5, 12), (40, 0, 30)) == [((40, 70), (0, 30))]


def test_a_passage_counts_by_its_shorter_side() -> None:
    assert passages((0, 0, 5), (5, 10, 5), minimum=11) == []


def test_covered_words_are_counted_once_and_breaks_never() -> None:
    counted = [0, 1, 2, 2, 3, 4, 5]
    assert cover([(0, 4), (2, 6)], counted) == 5
    assert cover([(4, 6), (0, 2), (0, 1)], counted) == 4
    assert cover([], counted) == 0
