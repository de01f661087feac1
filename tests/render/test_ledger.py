"""The word ledger for people."""

from builders import blocks_of, document_of, paragraph, run
from demands import EVERYTHING, rule, rulebook
from mastercheck.engine.figures import count_ledger
from mastercheck.language.ledger import ledger_of
from mastercheck.model.document import Document, Metadata, StoredStatistics
from mastercheck.render.ledger import render
from mastercheck.rulebook.schema import Rule

TEXT = """
# Introduction
One two three.
## Background
Four five.
### Details
Six.
#### Smallest
Seven eight.
# References
Somebody (2012). A book.
"""


def show(document: Document, *rules: Rule, **more: object) -> str:
    demands = rulebook(*rules, **more)
    return render("in/a.docx", count_ledger(document, demands, rules), ledger_of(document), demands)


def test_counted_and_not_counted_words_add_up_to_the_total() -> None:
    shown = show(document_of(TEXT))
    assert "Total: 17 = 8 counted + 9 not counted" in shown
    assert "all parts         8            9" in shown


def test_the_words_of_deep_sections_are_in_the_chapter_above() -> None:
    shown = show(document_of(TEXT))
    assert "Smallest" not in shown
    assert [line.split() for line in shown.splitlines() if "Details" in line and "%" not in line] == [["Details", "3", "2"]]


def test_every_way_of_counting_is_shown_and_the_one_in_force_is_marked() -> None:
    shown = show(document_of(TEXT), profile=EVERYTHING)
    assert "17 words count (profile everything)." in shown
    assert "body                       8  running text only" in shown
    assert "everything (in force)     17  every visible word" in shown
    assert "Word's status bar         17" in shown


class Bounds:
    def __init__(self, target: int) -> None:
        self.target, self.tolerance = target, 0.1


def test_the_bounds_are_set_beside_the_figure() -> None:
    for target, told in ((8, "1 left"), (4, "4 too many"), (10, "1 too few")):
        assert f": {told}." in show(document_of(TEXT), rule("length", check="word_count", params=Bounds(target)))


def test_words_that_a_reader_does_not_see_are_told_and_never_count() -> None:
    runs = (run("Seen "), run("added ", inserted=True), run("gone away ", deleted=True), run("not shown here", hidden=True))
    stored = StoredStatistics(application="Word", words=7, estimated=True)
    shown = show(document_of([paragraph(*runs)], metadata=Metadata(stored=stored)))
    assert "2 words count" in shown
    assert "1 of these words are tracked insertions" in shown
    assert "3 hidden words never count." in shown
    assert "2 deleted words are still in the file" in shown
    assert "The file itself says 7 words: an estimate" in shown


def test_a_figure_that_the_file_really_counted_is_not_called_an_estimate() -> None:
    stored = StoredStatistics(application="Word", words=7)
    assert "says 7 words: as it was counted when the file was saved" in show(document_of(TEXT, metadata=Metadata(stored=stored)))


def test_a_document_without_peculiarities_has_no_notes() -> None:
    assert show(document_of(TEXT)).endswith("what Word shows at the foot of its window")


def test_an_empty_line_before_the_first_heading_has_no_line_of_its_own() -> None:
    blocks = [paragraph(""), *blocks_of("# Introduction\nText.")]
    assert "before the first heading" not in show(document_of(blocks))


def test_text_before_the_first_heading_and_long_headings_have_their_line() -> None:
    shown = show(document_of(f"Before.\n# {'long ' * 30}\nText.\n"))
    assert "(before the first heading)" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_longest_parts_are_told_with_their_share_and_what_must_go() -> None:
    shown = show(
        document_of("# One\nOne two three four.\n# Two\nFive six.\n# Three\n"), rule("length", check="word_count", params=Bounds(4))
    )
    assert [line.split() for line in shown.splitlines() if line.endswith("%")] == [["One", "4", "67%"], ["Two", "2", "33%"]]
    assert "To come down to 4, cut 2 words: 33% of the text, or 33% of these." in shown


def test_without_counted_words_or_with_one_part_nothing_is_the_longest() -> None:
    assert "Longest" not in show(document_of("# One\n# Two"))
    assert "Longest" not in show(document_of("Just text."))


def test_a_stored_count_is_matched_with_the_figure_that_it_equals() -> None:
    text = "# One\n1. Some text.^[A note.]"
    for words, told in (
        (5, "our figure for Word's status bar."),
        (6, "with the list labels."),
        (3, "bar without notes and text boxes."),
        (4, "with the list labels, without notes"),
    ):
        shown = show(document_of(text, metadata=Metadata(stored=StoredStatistics(words=words))))
        assert told in " ".join(shown.split())
    shown = show(document_of(text, metadata=Metadata(stored=StoredStatistics(words=99))))
    assert "That is" not in shown
    assert "1 more words are automatic list labels and heading numbers: 6 with Word's" in shown


def test_an_old_stored_count_is_called_old() -> None:
    stored = StoredStatistics(words=99, characters_with_spaces=999)
    assert "says 99 words: an old figure" in show(document_of("Some text.", metadata=Metadata(stored=stored)))
