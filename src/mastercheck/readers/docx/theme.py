"""Fonts of the theme, which w:rFonts refers to (ISO/IEC 29500-1 20.1.4.1.16, 17.18.96)."""

from collections.abc import Mapping

from mastercheck.readers.docx.names import A, Element

_SCRIPTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}


def theme_fonts(root: Element | None) -> Mapping[str, str]:
    """Return the families by the names that w:rFonts uses for them ("minorHAnsi"); without a theme, there are none."""
    found: dict[str, str] = {}
    for part in ("major", "minor"):
        fonts = None if root is None else root.find(f".//{A}{part}Font")
        for script, suffixes in _SCRIPTS.items():
            element = None if fonts is None else fonts.find(f"{A}{script}")
            family = "" if element is None else element.get("typeface", "")
            if family:
                found |= {f"{part}{suffix}": family for suffix in suffixes}
    return found
