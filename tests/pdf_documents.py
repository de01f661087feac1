"""Documents read from small PDFs, for the tests of the PDF reader."""

from pathlib import Path

from mastercheck.model.document import Document
from mastercheck.readers.pdf import read_pdf
from pdf_files import PdfPage, write_pdf

SENTENCE = "The portfolio board met ten times in the year and decided on every proposal it"


TEXT = [SENTENCE, "was given, so that the lists of the three departments could be merged into one", "register of services."]


def body(page: PdfPage, y: float, paragraphs: int = 1) -> PdfPage:
    for number in range(paragraphs):
        page.lines(72, y + number * 48, TEXT)
    return page


def made(path: Path, *pages: PdfPage) -> Document:
    return read_pdf(write_pdf(path / "report.pdf", pages))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [
        (section.level, section.heading.heading.number, section.title)
        for section in document.walk_sections()
        if section.heading and section.heading.heading
    ]


def footnoted(*, ruled: bool, size: float) -> PdfPage:
    page = body(PdfPage(), 100).text(72, 150, "The figures on hours deserve care").text(224, 146.5, "1", size=6)
    if ruled:
        page.rule(72, 700, 190, 700)
    return (
        page.text(72, 708.5, "1", size=6)
        .text(78, 712, "A sample of forty sheets gave a", size=size)
        .text(72, 724, "difference of four.", size=size)
    )


def tagged(*marks: str) -> PdfPage:
    page = PdfPage()
    for number, mark in enumerate(marks):
        page.text(72, 90 + 80 * number, f"Heading {'ABC'[number]}", tag=mark).text(72, 110 + 80 * number, f"{SENTENCE} was given.", tag="P")
    return page
