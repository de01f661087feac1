"""Tables and columns that the PDF reader finds."""

from pathlib import Path

from mastercheck.model.blocks import Paragraph, ParagraphKind, Table
from pdf_documents import SENTENCE, TEXT, body, made, texts
from pdf_files import PdfPage


def aligned(page: PdfPage, y: float, rows: list[tuple[str, ...]], pitch: float = 16.0) -> PdfPage:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell:
                page.text(72 + 150 * column, y + pitch * row, cell)
    return page


PLAN = [
    ("Week", "Activity", "Milestone"),
    ("17", "Reading the plan", "Charter"),
    ("19", "First turn", "Goals"),
    ("23", "Second turn", "Board"),
]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line number {number} of text" for number in range(12)]
    right = [f"right column line number {number} of text" for number in range(12)]
    page = PdfPage().text(72, 80, "A title that runs over both of the columns of this page and fills it", size=14)
    page.lines(72, 120, left).lines(310, 120, right)
    found = " ".join(texts(made(tmp_path, page)))
    assert found.index("left column line number 11") < found.index("right column line number 0")
    assert found.startswith("A title")


def test_a_ruled_table_is_a_table(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).grid([72, 200, 400], [200, 220, 240, 260])
    for row, (left, right) in enumerate([("Risk", "Measure"), ("Staff leave", "Hand over early"), ("Late budget", "Plan in rounds")]):
        page.text(76, 214 + 20 * row, left).text(204, 214 + 20 * row, right)
    document = made(tmp_path, page.lines(72, 300, TEXT))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Risk", "Measure"],
        ["Staff leave", "Hand over early"],
        ["Late budget", "Plan in rounds"],
    ]
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_rules_drawn_as_thin_boxes_make_a_table_with_merged_cells(tmp_path: Path) -> None:
    page = PdfPage()
    for y in (200, 220, 240, 260):
        page.box(72, y, 400, y + 0.5)
    for x in (72, 400):
        page.box(x, 200, x + 0.5, 260)
    page.box(200, 220, 200.5, 260)
    page.text(76, 214, "Over both").text(76, 234, "one").text(204, 234, "two").text(76, 254, "three").text(204, 254, "four")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [[(cell.text, cell.column, cell.columns) for cell in row] for row in table.rows] == [
        [("Over both", 0, 2)],
        [("one", 0, 1), ("two", 1, 1)],
        [("three", 0, 1), ("four", 1, 1)],
    ]


def test_aligned_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    page = aligned(body(PdfPage(), 100), 170, PLAN).lines(72, 260, TEXT)
    document = made(tmp_path, page)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [tuple(cell.text for cell in row) for row in table.rows] == PLAN
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_lines_of_one_cell_stay_together(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).rule(66, 174, 500, 174)
    aligned(page, 170, [("Week", "Activity", "Milestone")])
    page.text(72, 190, "17").text(222, 190, "Reading of the business").text(222, 201.5, "plan in two rounds").text(372, 190, "Charter")
    page.text(72, 217, "19").text(222, 217, "First turn").text(372, 217, "Goals")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows][1] == ["17", "Reading of the business plan in two rounds", "Charter"]
    assert table.header_rows == 1


def test_a_table_goes_on_on_the_next_page_with_its_headings_once(tmp_path: Path) -> None:
    first = aligned(body(PdfPage(), 100).rule(66, 174, 500, 174), 170, PLAN)
    second = aligned(PdfPage().rule(66, 104, 500, 104), 100, [PLAN[0], ("26", "Pause", "none"), ("27", "Closing", "Approval")])
    table, *more = [block for block in made(tmp_path, first, second).blocks if isinstance(block, Table)]
    assert not more
    assert [row[0].text for row in table.rows] == ["Week", "17", "19", "23", "26", "27"]


def test_a_row_that_goes_on_on_the_next_page_is_one_row(tmp_path: Path) -> None:
    first = aligned(body(PdfPage(), 100).rule(66, 174, 500, 174), 170, [*PLAN, ("26", "Pause for the", "none")])
    second = aligned(PdfPage().rule(66, 104, 500, 104), 100, [PLAN[0], ("", "three ships", "at all"), ("27", "Closing", "Approval")])
    table = next(block for block in made(tmp_path, first, second).blocks if isinstance(block, Table))
    assert [cell.text.replace("\n", " ") for cell in table.rows[-2]] == ["26", "Pause for the three ships", "none at all"]


def test_a_numbered_list_is_no_table(tmp_path: Path) -> None:
    page = PdfPage()
    for number in range(5):
        page.text(72, 100 + 14 * number, f"{number + 1}.").text(100, 100 + 14 * number, f"Deliverable number {number + 1} of the project")
    document = made(tmp_path, page)
    assert [(block.kind, block.list_label) for block in document.blocks if isinstance(block, Paragraph)] == [
        (ParagraphKind.LIST_ITEM, f"{number}.") for number in range(1, 6)
    ]


def test_particulars_are_no_table(tmp_path: Path) -> None:
    page = PdfPage()
    for number, (label, value) in enumerate(
        [("Version:", "1.0"), ("Name:", "A. Candidate"), ("Date:", "1 July 2020"), ("Place:", "Ghent")]
    ):
        page.text(72, 100 + 14 * number, label).text(160, 100 + 14 * number, value)
    assert texts(made(tmp_path, page)) == ["Version: 1.0", "Name: A. Candidate", "Date: 1 July 2020", "Place: Ghent"]


def test_a_page_of_rules_only_is_a_drawing(tmp_path: Path) -> None:
    page = body(PdfPage(), 100)
    page.raw(" ".join(f"{x} {y} m {x} {y + 8} l S" for x in range(10, 590, 7) for y in range(10, 600, 8)))
    assert texts(made(tmp_path, page)) == [" ".join(TEXT)]


def test_a_frame_is_no_table(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).grid([60, 550], [80, 110, 140, 170, 200]).grid([60, 200, 300, 400, 550], [400, 450])
    assert not [block for block in made(tmp_path, page).blocks if isinstance(block, Table)]


def test_a_grid_with_one_filled_cell_is_no_table(tmp_path: Path) -> None:
    page = PdfPage().grid([60, 250, 550], [80, 110, 140]).text(70, 100, "alone in a drawing")
    assert texts(made(tmp_path, page)) == ["alone in a drawing"]


def test_a_table_beside_the_other_column_stands_in_its_own(tmp_path: Path) -> None:
    left = [f"left column line number {number} of text" for number in range(14)]
    right = [f"right column line number {number} of text" for number in range(14)]
    page = PdfPage().lines(72, 120, left).lines(310, 120, right).grid([310, 400, 500], [400, 420, 440])
    for row in range(2):
        page.text(314, 414 + 20 * row, f"a{row}").text(404, 414 + 20 * row, f"b{row}")
    document = made(tmp_path, page)
    assert [type(block) for block in document.blocks][-1] is Table
    assert document.page_setups[0].columns == 2


def test_a_table_alone_on_its_page_is_read(tmp_path: Path) -> None:
    page = PdfPage().grid([72, 200, 400], [200, 220, 240])
    for row in range(2):
        page.text(76, 214 + 20 * row, f"left {row}").text(204, 214 + 20 * row, f"right {row}")
    assert [type(block) for block in made(tmp_path, page).blocks] == [Table]


def test_figures_in_the_last_column_are_a_table_and_page_numbers_are_none(tmp_path: Path) -> None:
    costs = aligned(PdfPage(), 100, [("Cost", "Euro"), ("Staff", "900"), ("Tools", "300"), ("Travel", "40")])
    entries = aligned(PdfPage(), 100, [("Introduction", "2"), ("Approach", "4"), ("Results", "9"), ("Conclusion", "12")])
    assert [type(block) for block in made(tmp_path, costs).blocks] == [Table]
    assert Table not in [type(block) for block in made(tmp_path, entries).blocks]


def test_headings_of_several_lines_belong_to_their_table(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).rule(66, 190, 500, 190).text(222, 174, "Cost of")
    aligned(page, 185.5, [("Action", "leaving", "Status"), ("Front end", "510,000", "closed"), ("Billing", "120,000", "open")], pitch=18)
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [cell.text for cell in table.rows[0]] == ["Action", "Cost of leaving", "Status"]


def test_rows_without_space_between_them_begin_in_the_first_column(tmp_path: Path) -> None:
    rows = [("Week", "Activity", "Milestone"), ("17", "Reading of", "Charter"), ("", "the plan", ""), ("19", "First turn", "Goals")]
    table = next(block for block in made(tmp_path, aligned(PdfPage(), 100, rows, pitch=11.5)).blocks if isinstance(block, Table))
    assert [row[1].text for row in table.rows] == ["Activity", "Reading of the plan", "First turn"]


def test_a_table_ends_where_the_text_goes_on_far_below(tmp_path: Path) -> None:
    page = aligned(PdfPage(), 100, PLAN).text(72, 300, "Text").text(300, 300, "apart")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert len(table.rows) == 4


def test_a_paragraph_goes_on_over_a_table_at_the_top_of_a_page(tmp_path: Path) -> None:
    first = PdfPage().lines(72, 100, [SENTENCE] * 3)
    second = aligned(PdfPage(), 120, PLAN).text(72, 200, "Table 1: The plan").text(72, 230, "and so the sentence ends here.")
    document = made(tmp_path, first, second)
    assert texts(document)[0].endswith("it and so the sentence ends here.")


def test_cells_drawn_as_filled_boxes_make_a_table(tmp_path: Path) -> None:
    page = PdfPage().raw("0.9 g")
    for x in (72, 200):
        for y in (200, 220):
            page.box(x, y, x + 128, y + 20)
    page.raw("0 g").box(300, 500, 303, 503)
    for row in range(2):
        page.text(76, 214 + 20 * row, f"left {row}").text(204, 214 + 20 * row, f"right {row}")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [["left 0", "right 0"], ["left 1", "right 1"]]
