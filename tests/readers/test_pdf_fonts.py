"""What names of fonts, labels and codes of letters in a PDF say."""

import pytest

from mastercheck.readers.pdf.fonts import family_of, text_format
from mastercheck.readers.pdf.glyphs import letter_of
from mastercheck.readers.pdf.labels import is_bullet, is_number
from mastercheck.readers.pdf.spacing import line_height


@pytest.mark.parametrize(
    ("text", "bullet", "number"),
    [("\u2022", True, False), ("\uf0b7", True, False), ("3.2", False, True), ("[12]", False, True), ("word", False, False)],
)
def test_labels_are_known(text: str, *, bullet: bool, number: bool) -> None:
    assert (is_bullet(text), is_number(text)) == (bullet, number)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("ABCDEF+ArialMT", "Arial"),
        ("Arial-BoldMT", "Arial"),
        ("Arial,Bold", "Arial"),
        ("TimesNewRomanPS-BoldItalicMT", "Times New Roman"),
        ("BAAAAA+LiberationSans-Bold", "Liberation Sans"),
        ("Calibri-Light", "Calibri-Light"),
        ("DejaVuSans", "DejaVu Sans"),
    ],
)
def test_the_family_is_known_from_the_name(name: str, family: str) -> None:
    assert family_of(name) == family


@pytest.mark.parametrize(
    ("name", "weight", "flags", "bold", "italic"),
    [
        ("CMBX10", 0, 0, True, False),
        ("Arial", 700, 0, True, False),
        ("X", 0, 1 << 18, True, False),
        ("X", 400, 1 << 6, False, True),
        ("Arial-Italic", 400, 0, False, True),
    ],
)
def test_weight_and_slope_are_known(name: str, weight: int, flags: int, *, bold: bool, italic: bool) -> None:
    form = text_format(name, 10.0, weight, flags)
    assert (form.bold, form.italic) == (bold, italic)


def test_a_font_that_is_not_known_has_a_usual_line() -> None:
    assert line_height("Arial") != line_height("Nobody's Font") == line_height(None)


@pytest.mark.parametrize(
    ("code", "letter"),
    [(0xFB00, "ff"), (0x2, "-"), (0xFFFE, "-"), (0x7, ""), (0xD800, ""), (0, ""), (0x41, "A"), (0xAD, "\xad"), (0x200F, ""), (0x2003, "")],
)
def test_letters_of_pdfium_are_made_text(code: int, letter: str) -> None:
    assert letter_of(code) == letter
