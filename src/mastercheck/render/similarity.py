"""What documents share, as JSON and CSV, for programs and spreadsheets, and the sentences that every form of it says."""

from mastercheck.model.location import Location
from mastercheck.model.report import RulebookStamp
from mastercheck.model.similarity import CommonText, ComparedDocument, Passage, SharingPair, Similarity
from mastercheck.render.csv import Cell, write_table
from mastercheck.render.json import Value, describe_error, dump, head, locate

NO_VERDICT = (
    "A shared passage is a sign for a person to read both places, never a verdict: both may quote the same source, both may have been "
    "given it, or one author may have written both, such as a proposal and the report on it."
)

COLUMNS = (
    *("first", "first_share", "second", "second_share", "words", "changed"),
    *(f"{side}_{what}" for side in ("first", "second") for what in ("heading", "paragraph", "page", "quote")),
)


def render_json(version: str, stamp: RulebookStamp, similarity: Similarity) -> str:
    """Return what documents share as JSON: the same text for the same documents, always.

    Args:
        version: of the program.
        stamp: of the rulebook whose templates and catalogue were left out.
        similarity: of the documents.
    """
    return dump(
        {
            **head(version, stamp),
            "note": NO_VERDICT,
            "minimum_words": similarity.minimum,
            "documents": [_document(document) for document in similarity.documents],
            "pairs": [_pair(pair) for pair in similarity.pairs],
            "common": [_common(text) for text in similarity.common],
            "unread": [{"path": unread.path, "error": describe_error(unread.error)} for unread in similarity.unread],
        }
    )


def _document(document: ComparedDocument) -> Value:
    return {
        "path": document.path,
        "earlier": document.earlier,
        "words": document.words,
        "shared": document.shared,
        "share": round(document.share, 4),
    }


def _pair(pair: SharingPair) -> Value:
    return {
        "first": pair.first.path,
        "second": pair.second.path,
        "shares": [round(share, 4) for share in pair.shares],
        "passages": [_passage(passage) for passage in pair.passages],
    }


def _passage(passage: Passage) -> Value:
    return {
        "words": passage.words,
        "equal": passage.equal,
        "first": locate(passage.first),
        "second": locate(passage.second),
        "last_paragraphs": passage.ends,
    }


def _common(text: CommonText) -> Value:
    return {"words": text.words, "documents": text.documents, "path": text.path, "location": locate(text.place)}


def render_csv(similarity: Similarity) -> str:
    """Return a row for each passage and pair of documents, for a spreadsheet."""
    return write_table(COLUMNS, (_row(pair, passage) for pair in similarity.pairs for passage in pair.passages))


def _row(pair: SharingPair, passage: Passage) -> tuple[Cell, ...]:
    first, second = (round(share, 4) for share in pair.shares)
    figures = max(passage.words), passage.changed
    return (pair.first.path, first, pair.second.path, second, *figures, *_cells(passage.first), *_cells(passage.second))


def _cells(place: Location) -> tuple[Cell, ...]:
    return " > ".join(place.heading_path), place.paragraph, place.page, place.quote
