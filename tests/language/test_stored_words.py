import pytest

from builders import document_of, paragraph
from mastercheck.language.stored_words import StoredNature, judge_stored
from mastercheck.model.blocks import TextBox
from mastercheck.model.document import Metadata, StoredStatistics


@pytest.mark.parametrize(
    ("stored", "nature"),
    [
        (None, StoredNature.NONE),
        (StoredStatistics(), StoredNature.NONE),
        (StoredStatistics(words=7, estimated=True), StoredNature.ESTIMATE),
        (StoredStatistics(words=7, characters_with_spaces=100), StoredNature.COUNTED),
        (StoredStatistics(words=7, characters_with_spaces=104), StoredNature.STALE),
        (StoredStatistics(words=7), StoredNature.COUNTED),
    ],
)
def test_a_stored_count_is_an_estimate_a_count_or_stale(stored: StoredStatistics | None, nature: StoredNature) -> None:
    story = [paragraph("a" * 99), TextBox(blocks=(paragraph("not in the main story"),))]
    assert judge_stored(document_of(story, metadata=Metadata(stored=stored))) is nature
