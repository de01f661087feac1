"""What documents share: passages that stand in two of them, each with both places. A sign for a person, never a verdict."""

from dataclasses import dataclass

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that stands in two documents, word for word or with a few words changed.

    Attributes:
        first, second: where it begins in each, quoted.
        ends: number of the paragraph in which it ends in each; None where that has none.
        words: how many words it has in the first and in the second document.
        equal: how many of them are the same, in the same order.
    """

    first: Location
    second: Location
    ends: tuple[int | None, int | None]
    words: tuple[int, int]
    equal: int

    @property
    def changed(self) -> int:
        """How many words of the longer one have no equal in the other."""
        return max(self.words) - self.equal


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDocument:
    """A document that was compared.

    Attributes:
        path: as the user gave it.
        words: those that were compared: what is left out is not counted.
        shared: how many of them stand in passages that it shares with any other document.
        earlier: it is one that the others are compared with, and not compared with its like.
    """

    path: str
    words: int
    shared: int = 0
    earlier: bool = False

    @property
    def share(self) -> float:
        """The share of its words that it shares with any other document, from 0 to 1."""
        return self.shared / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingPair:
    """Two documents that share passages.

    Attributes:
        first, second: the documents; an earlier one is always the second.
        passages: in the order of the first document.
        shares: the share of the words of each that stands in these passages, from 0 to 1.
    """

    first: ComparedDocument
    second: ComparedDocument
    passages: tuple[Passage, ...]
    shares: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonText:
    """Text that stands in so many places that it likely comes from one source that all of them had; it is in no pair.

    Attributes:
        path: one of the documents, and `place` where it stands there, quoted.
        words: how many it has.
        documents: how many documents have it.
    """

    path: str
    place: Location
    words: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadDocument:
    """A document that could not be read, and was not compared."""

    path: str
    error: DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Similarity:
    """What a set of documents shares.

    Attributes:
        minimum: words that a passage has at least.
        documents: all that were compared, as they were given.
        pairs: those that share anything, the greatest share first.
        common: text that stands in very many places, the longest first.
        unread: what could not be read.
    """

    minimum: int
    documents: tuple[ComparedDocument, ...]
    pairs: tuple[SharingPair, ...] = ()
    common: tuple[CommonText, ...] = ()
    unread: tuple[UnreadDocument, ...] = ()
