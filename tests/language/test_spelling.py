"""Which English words speak for."""

import pytest

from builders import document_of
from mastercheck.language.spelling import Side, find_spellings, side_of


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("organisation", Side.WITH_S),
        ("prioritizing", Side.WITH_Z),
        ("behaviour", Side.BRITISH),
        ("analyzed", Side.AMERICAN),
        ("advise", None),
        ("program", None),
        ("enterprise", None),
    ],
)
def test_a_word_speaks_for_one_side_or_for_none(word: str, side: Side | None) -> None:
    assert side_of(word) is side


def test_only_the_author_s_own_words_count() -> None:
    text = 'The Centre of Colour wrote “behaviour”, "colour" and ‘centre’; see centre@x.example, www.colour.example and service centre.'  # noqa: RUF001 - quotation marks are the point
    found = find_spellings(document_of(f"# One\n{text}\nService centre and colour."), ("service centre",))
    assert found[Side.BRITISH].words == {"colour": 1}
    assert found[Side.BRITISH].first is not None
    assert found[Side.AMERICAN].first is None
