"""What word/settings.xml says about the layout of the whole document (ISO/IEC 29500-1 17.15; compatibility mode: MS-DOCX 2.15.12)."""

from typing import Final

from mastercheck.model.formatting import LayoutSettings
from mastercheck.readers.docx.names import VALUE, Element, W, is_set, points, value_of, whole

_UNSAID: Final = 12
"""The compatibility mode of a file that names none: Word 2007, which did not write it yet."""


def layout_settings(settings: Element | None) -> LayoutSettings:
    """Return the layout settings of a document; the defaults where it has no settings."""
    compat = None if settings is None else settings.find(f"{W}compat")
    tab = points(value_of(settings, "defaultTabStop"))
    return LayoutSettings(
        default_tab=tab if tab and tab > 0 else LayoutSettings().default_tab,
        compatibility=_mode(compat),
        adds_spaces=is_set(compat, "doNotUseHTMLParagraphAutoSpacing"),
    )


def _mode(compat: Element | None) -> int:
    for setting in () if compat is None else compat.iterchildren(f"{W}compatSetting"):
        if setting.get(f"{W}name") == "compatibilityMode":
            return whole(setting.get(VALUE)) or _UNSAID
    return _UNSAID
