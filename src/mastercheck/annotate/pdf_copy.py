"""A PDF with highlights and notes (ISO 32000-1 12.5.6.4, 12.5.6.10).

pdfium, which reads the text, writes annotations only in part: without appearance, and inside of the page where the standard asks for
objects of their own. So qpdf writes the copy, through pikepdf: it keeps the content of a file as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from mastercheck.annotate.pdf_places import Quad, Spot, SpotFinder, find_title_spot, on_page
from mastercheck.annotate.remarks import AUTHOR, Remark
from mastercheck.errors import EncryptedError, UnreadableError
from mastercheck.readers.pdf.places import Places
from mastercheck.readers.pdf.reader import read_places
from mastercheck.render.matrix import Mark

_COLOURS: Final = {
    Mark.FAULT: (0.80, 0.65, 0.95),
    Mark.CORRECT: (1.00, 0.62, 0.62),
    Mark.IMPROVE: (1.00, 0.78, 0.45),
    Mark.LOOK: (1.00, 0.93, 0.40),
    Mark.NOTE: (0.65, 0.82, 1.00),
    Mark.MET: (0.65, 0.90, 0.70),
}
"""Of highlights and notes, as light as a marker pen; what each asks for is the first word of its text, too."""
_PRINTED: Final = 4
"""The flag of an annotation that is printed with the page (12.5.3)."""


def annotate_pdf(path: Path, remarks: Sequence[Remark], summary: Remark) -> tuple[bytes, bool]:
    """Return the bytes of a PDF with a highlight for each remark and a note at the title, and whether it had some of an earlier copy.

    A viewer shows the text of a highlight as a note.

    Args:
        path: of the file, as it was read.
        remarks: on places of the document.
        summary: goes beside the first paragraph.

    Raises:
        EncryptedError: it does not allow comments.
        UnreadableError: it is damaged so that it cannot be copied.
    """
    places = read_places(path)
    try:
        with pikepdf.open(path) as pdf:
            if not pdf.allow.modify_annotation:
                message = f"{path.name} is protected: it does not allow comments."
                raise EncryptedError(message, "Make the PDF anew without that protection, and annotate that file.")
            if len(pdf.pages) != places.pages:
                raise _damaged(path)
            renewed = any(_is_ours(one) for page in pdf.pages for one in _annotations(page.obj))
            _annotate(pdf, places, remarks, summary)
            paper = BytesIO()
            pdf.save(paper, encryption=pdf.is_encrypted, deterministic_id=not pdf.is_encrypted, fix_metadata_version=False)
    except pikepdf.PdfError as error:
        raise _damaged(path) from error
    return paper.getvalue(), renewed


def _damaged(path: Path) -> UnreadableError:
    message = f"{path.name} is a damaged PDF: it can be read, but not copied with comments."
    advice = "Export it again from the program that it was written in, or print it to a new PDF, and annotate that file."
    return UnreadableError(message, advice)


def _annotate(pdf: pikepdf.Pdf, places: Places, remarks: Sequence[Remark], summary: Remark) -> None:
    added: defaultdict[int, list[pikepdf.Object]] = defaultdict(list)
    turns: Counter[tuple[int | None, str, str]] = Counter()
    notes: Counter[int] = Counter()
    title, finder = find_title_spot(places), SpotFinder(places)
    added[title.page].append(_note(pdf, summary, title))
    for remark in remarks:
        key = (remark.location.paragraph, remark.head, remark.location.quote)
        spots, exact = finder.find(remark.location, turns[key])
        turns[key] += 1
        for place, spot in enumerate(spots):
            added[spot.page].append(_highlight(pdf, remark, spot, "" if place else "\n".join(remark.text(exact=exact))))
        if not spots:
            number = remark.location.page or title.page
            notes[number] += 1
            added[number].append(_note(pdf, remark, on_page(places, number, notes[number])))
    for number, annotations in added.items():
        page = pdf.pages[number - 1].obj
        page.Annots = Array([*_annotations(page), *annotations])


def _annotations(page: pikepdf.Object) -> Iterable[pikepdf.Object]:
    there = page.get("/Annots")
    return there if isinstance(there, Array) else ()


def _is_ours(annotation: pikepdf.Object) -> bool:
    return isinstance(annotation, Dictionary) and str(annotation.get("/T", "")) == AUTHOR


def _note(pdf: pikepdf.Pdf, remark: Remark, spot: Spot) -> pikepdf.Object:
    """Return a note that a viewer shows as a sign to click on."""
    more = Dictionary(Name=Name.Comment, Contents=String("\n".join(remark.text(exact=False))))
    return _annotation(pdf, Name.Text, remark, spot, more)


def _highlight(pdf: pikepdf.Pdf, remark: Remark, spot: Spot, text: str) -> pikepdf.Object:
    """Return a highlight that holds the text of its note; where it goes on on another page, it has none."""
    points = [number for quad in spot.quads for point in quad for number in point]
    more = Dictionary(QuadPoints=Array(_rounded(points)), AP=Dictionary(N=_appearance(pdf, remark.mark, spot)))
    if text:
        more.Contents = String(text)
    return _annotation(pdf, Name.Highlight, remark, spot, more)


def _annotation(pdf: pikepdf.Pdf, kind: Name, remark: Remark, spot: Spot, more: Dictionary) -> pikepdf.Object:
    common = Dictionary(
        Type=Name.Annot,
        Subtype=kind,
        Rect=Array(_rounded(spot.box)),
        C=Array(_COLOURS[remark.mark]),
        F=_PRINTED,
        T=String(AUTHOR),
        Subj=String(remark.head),
    )
    return pdf.make_indirect(Dictionary({**common, **more}))


def _appearance(pdf: pikepdf.Pdf, mark: Mark, spot: Spot) -> pikepdf.Object:
    """Return the appearance of a highlight: its quads in colour, multiplied with what is below, so that letters stay black (11.3.5.2)."""
    shapes = [_outline(quad) for quad in spot.quads]
    colour = " ".join(f"{part:g}" for part in _COLOURS[mark])
    return pdf.make_stream(
        f"/Pen gs {colour} rg {' '.join(shapes)} f".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(_rounded(spot.box)),
        Group=Dictionary(S=Name.Transparency),
        Resources=Dictionary(ExtGState=Dictionary(Pen=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))),
    )


def _outline(quad: Quad) -> str:
    upper_left, upper_right, lower_left, lower_right = ([f"{number:.2f}" for number in point] for point in quad)
    return f"{' '.join(upper_left)} m {' '.join(upper_right)} l {' '.join(lower_right)} l {' '.join(lower_left)} l h"


def _rounded(numbers: Iterable[float]) -> list[Decimal]:
    return [Decimal(f"{number:.2f}") for number in numbers]
