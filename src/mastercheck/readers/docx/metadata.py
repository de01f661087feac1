"""What the file says about itself: docProps/core.xml and docProps/app.xml (ISO/IEC 29500-2 11, 29500-1 22.2)."""

from typing import Final

from mastercheck.model.document import Metadata, StoredStatistics
from mastercheck.readers.docx.names import Element, whole

_LETTERS_IN_A_WORD: Final = 5.7
"""Characters in a word where Word estimates the words from the characters (RULEBOOK decision 3)."""
_WITH_SPACES: Final = 1.173
"""Characters with spaces for one without where Word estimates."""
_TOLERANCE: Final = 0.001
_ROUNDING: Final = 1.5


def metadata(core: Element | None, app: Element | None, *, language: str, rendered_breaks: int) -> Metadata:
    """Return the metadata of a document.

    Args:
        core: root of docProps/core.xml; None where it is missing.
        app: root of docProps/app.xml; None where it is missing.
        language: of the text by its styles, for a file whose properties name none.
        rendered_breaks: ends of pages that Word noted in the text.
    """
    stored = _stored(app, rendered_breaks) if app is not None else None
    return Metadata(
        title=_text(core, "title"),
        author=_text(core, "creator"),
        created=_text(core, "created"),
        modified=_text(core, "modified"),
        language=_text(core, "language") or language,
        application=stored.application if stored else "",
        stored=stored,
    )


def _text(root: Element | None, name: str) -> str:
    element = None if root is None else root.find(f"{{*}}{name}")
    return "" if element is None else (element.text or "").strip()[:500]


def _stored(app: Element, rendered_breaks: int) -> StoredStatistics:
    words, characters, with_spaces = (whole(_text(app, name)) for name in ("Words", "Characters", "CharactersWithSpaces"))
    return StoredStatistics(
        application=" ".join(filter(None, (_text(app, "Application"), _text(app, "AppVersion")))),
        pages=whole(_text(app, "Pages")),
        words=words,
        characters=characters,
        characters_with_spaces=with_spaces,
        estimated=_is_estimate(words, characters, with_spaces),
        rendered_breaks=rendered_breaks,
    )


def _is_estimate(words: int | None, characters: int | None, with_spaces: int | None) -> bool:
    """Return whether the words follow from the characters, so that nobody counted them."""
    if not words or not characters:
        return False
    if abs(words - characters / _LETTERS_IN_A_WORD) > _ROUNDING + characters * _TOLERANCE:
        return False
    return with_spaces is None or abs(with_spaces - characters * _WITH_SPACES) <= _ROUNDING + characters * _TOLERANCE
