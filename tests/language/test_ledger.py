from hypothesis import given
from hypothesis import strategies as st

from builders import document_of, paragraph, run
from mastercheck.language.ledger import NEVER_COUNTED, counted_text, ledger_of
from mastercheck.language.words import count_words
from mastercheck.model.blocks import TextBox, Zone
from mastercheck.model.demands import Profile

EXIN = Profile(
    name="exin", title="", included=frozenset({Zone.BODY, Zone.HEADINGS, Zone.TABLES, Zone.CAPTIONS, Zone.FOOTNOTES, Zone.TEXT_BOXES})
)
BODY = Profile(name="body", title="", included=frozenset({Zone.BODY}))
REPORT = """
A title
Version 1.0
# Introduction
Six words stand in this sentence.^[A note.]
| Risk | Owner |
| Fire | Ada |
Table 1: Risks
## Details
- three more words
# Literature
Kotter (1996). Leading Change.
"""


def test_every_word_is_in_one_zone() -> None:
    zones = {zone: words for zone, words in ledger_of(document_of(REPORT)).zones.items() if words}
    assert zones == {
        Zone.TITLE_BLOCK: 4,
        Zone.HEADINGS: 2,
        Zone.BODY: 9,
        Zone.TABLES: 4,
        Zone.CAPTIONS: 3,
        Zone.FOOTNOTES: 2,
        Zone.LITERATURE: 5,
    }


def test_sections_hold_their_own_words_without_their_subsections() -> None:
    sections = {section.label: sum(section.zones.values()) for section in ledger_of(document_of(REPORT)).sections}
    assert sections == {"": 4, "Introduction": 16, "Details": 4, "Literature": 5}


def test_a_profile_counts_its_zones_and_the_status_bar_all_that_is_visible() -> None:
    ledger = ledger_of(document_of(REPORT))
    assert (ledger.count(EXIN), ledger.count(BODY), ledger.word_status_bar, ledger.total) == (20, 9, 29, 29)


def test_tracked_and_hidden_words_are_told_apart() -> None:
    text = paragraph("We ", run("really ", inserted=True), run("never ", deleted=True), run("secretly ", hidden=True), "agreed.")
    ledger = ledger_of(document_of([text]))
    assert ledger.inserted == 1
    assert (ledger.zones[Zone.BODY], ledger.zones[Zone.DELETED], ledger.zones[Zone.HIDDEN]) == (3, 1, 1)


def test_a_word_that_is_deleted_in_part_is_one_word() -> None:
    ledger = ledger_of(
        document_of([paragraph("organi", run("s", deleted=True), run("z", inserted=True), "ation is all that is left of it.")])
    )
    assert ledger.zones[Zone.BODY] == 8


def test_words_do_not_join_across_cells_and_a_text_box_counts_once() -> None:
    ledger = ledger_of(document_of([paragraph("Some words of text stand here before it."), TextBox(blocks=(paragraph("in the box"),))]))
    assert ledger.zones[Zone.TEXT_BOXES] == 3


def test_list_labels_are_told_apart_and_are_in_no_zone() -> None:
    ledger = ledger_of(document_of("1. first thing\n- second thing"))
    assert (ledger.labels, ledger.total) == (2, 4)


def test_headers_stand_in_no_section() -> None:
    ledger = ledger_of(document_of("# Plan\nSome text.", furniture=[paragraph("Page 1 of 9")]))
    assert ledger.zones[Zone.HEADERS_FOOTERS] == 4
    assert sum(sum(section.zones.values()) for section in ledger.sections) == ledger.total - 4


def test_the_summary_parts_the_zones_in_included_and_excluded() -> None:
    document = document_of(REPORT)
    summary = ledger_of(document).summary(document, EXIN, [EXIN, BODY])
    assert summary.assessed == sum(summary.zones[zone] for zone in summary.included) == 20
    assert set(summary.included) | set(summary.excluded) == set(summary.zones)
    assert summary.profiles == {"exin": 20, "body": 9}
    assert [section.words for section in summary.sections] == [0, 16, 4, 0]


def test_the_ledger_of_a_document_is_worked_out_once() -> None:
    document = document_of(REPORT)
    assert ledger_of(document) is ledger_of(document)


LINES = st.lists(
    st.sampled_from(
        [
            "# Plan",
            "## Risks",
            "Some text with words.",
            "- an item",
            "| a | b |",
            "Figure 1: x",
            "Noted.^[So it is.]",
            "# Literature",
            "# Appendix A",
        ]
    )
)


@given(LINES, st.sets(st.sampled_from(Zone)))
def test_total_is_included_and_excluded_and_the_counted_text_has_the_counted_words(lines: list[str], zones: set[Zone]) -> None:
    document = document_of("\n".join(lines))
    profile = Profile(name="any", title="", included=frozenset(zones))
    ledger = ledger_of(document)
    excluded = sum(words for zone, words in ledger.zones.items() if zone not in zones - NEVER_COUNTED)
    assert ledger.count(profile) + excluded == ledger.total
    assert count_words(counted_text(document, profile)) == ledger.count(profile)
