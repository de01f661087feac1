from hypothesis import given
from hypothesis import strategies as st

from builders import document_of, paragraph, run, table
from mastercheck.language.passages import PassageKind, Text, own_text, read_text
from mastercheck.model.blocks import Note, NoteKind, TextBox, Zone
from mastercheck.model.document import Document
from mastercheck.readers.structure import give_structure

CHAPTER = "# Work\nWe met on Monday. We met on Tuesday."


def texts(text: Text) -> list[str]:
    return [line.text for passage in text.passages for line in passage.lines]


def test_the_lines_of_a_paragraph_are_its_sentences() -> None:
    (passage,) = read_text(document_of(CHAPTER)).passages
    assert [line.text for line in passage.lines] == ["We met on Monday.", "We met on Tuesday."]
    assert (passage.kind, passage.context) == (PassageKind.PROSE, 0)


def test_a_list_has_its_lead_in_as_context() -> None:
    passages = read_text(document_of("# Work\nThese were left:\n- a map\n- a key")).passages
    assert [passage.kind for passage in passages] == [PassageKind.PROSE, PassageKind.LIST]
    assert [line.text for line in passages[1].lines] == ["These were left:", "a map", "a key"]
    assert passages[1].context == 1


def test_a_long_paragraph_leads_in_nothing() -> None:
    passages = read_text(document_of(f"# Work\n{'word ' * 80}\n- a map\n- a key")).passages
    assert [line.text for line in passages[1].lines] == ["a map", "a key"]


def test_a_table_has_its_caption_and_its_headings_as_context() -> None:
    passages = read_text(document_of("# Work\nTable 1: Who does what\n| Task | Who |\n| Count | Ada |\n| Tell | Bo |")).passages
    assert [line.text for line in passages[-1].lines] == ["Table 1: Who does what", "Task; Who", "Count; Ada", "Tell; Bo"]
    assert passages[-1].context == 2


def test_a_table_of_one_row_has_no_headings() -> None:
    (passage,) = read_text(document_of([*document_of("# Work").blocks, table([["Ada", "Bo"]])])).passages
    assert passage.context == 0


def test_an_empty_table_and_signs_alone_are_no_passages() -> None:
    document = document_of([*document_of("# Work").blocks, table([["", ""]]), table([["***", ""]]), paragraph("***"), paragraph("")])
    assert read_text(document).passages == ()


def test_a_paragraph_in_a_zone_that_is_left_out_has_no_text_of_its_own() -> None:
    assert own_text(paragraph("Some words", zone=Zone.CONTENTS)) == ""
    assert own_text(paragraph("Some words")) == "Some words"


def test_notes_and_text_boxes_are_read() -> None:
    blocks = [
        *document_of(CHAPTER).blocks,
        Note(kind=NoteKind.FOOTNOTE, label="1", blocks=(paragraph("In a note."),)),
        TextBox(blocks=(paragraph("In a box."),)),
    ]
    assert texts(read_text(give_structure(Document(name="x", format="docx", blocks=tuple(blocks)))))[-2:] == ["In a note.", "In a box."]


def test_hidden_deleted_and_template_text_stay_out() -> None:
    document = document_of(
        [*document_of(CHAPTER).blocks, paragraph("Seen", run(" hidden", hidden=True), run(" gone", deleted=True), " <Describe it>")]
    )
    assert texts(read_text(document))[-1] == "Seen"


def test_what_stands_in_the_literature_list_stays_out() -> None:
    assert texts(read_text(document_of(f"{CHAPTER}\n# Literature\nHiatt, J. (2006). ADKAR. Loveland: Prosci.")))[-1] == "We met on Tuesday."


def test_places_know_their_titles_and_their_words() -> None:
    text = read_text(document_of("# Work\n## Begin\nOne two.\n## End\nThree."))
    assert [(place.titles, place.first, place.end) for place in text.places if place.titles] == [
        (("Work",), 0, 3),
        (("Work", "Begin"), 0, 2),
        (("Work", "End"), 2, 3),
    ]


@given(st.lists(st.sampled_from(["One. Two three.", "- item", "# Head", "| a | b |", "Wait... what?"]), max_size=12))
def test_every_word_is_in_one_line_and_context_leaves_a_line(lines: list[str]) -> None:
    text = read_text(document_of("\n".join(["# Work", *lines])))
    ends = 0
    for passage in text.passages:
        assert 0 <= passage.context < len(passage.lines)
        for line in passage.lines:
            assert ends == line.first < line.end
            ends = line.end
    assert ends == text.size
