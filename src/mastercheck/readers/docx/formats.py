"""Effective formatting of text: layers laid over each other, each value with the layer it comes from (ISO/IEC 29500-1 17.7.2, 17.7.3)."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, TypeVar

from mastercheck.model.formatting import Origin, OriginKind, TextFormat
from mastercheck.readers.docx.layers import COMPLEX, EAST_ASIAN, HIGH, LATIN, TextLayer, text_layer
from mastercheck.readers.docx.names import Element
from mastercheck.readers.docx.styles import StyleTable

T = TypeVar("T")

_APPLICATION: Final = Origin(OriginKind.APPLICATION)
_APPLICATION_FONT: Final = "Times New Roman"
"""What Word takes where no layer names a font."""
_APPLICATION_SIZE: Final = 10.0
_MOST_KEPT: Final = 20_000
"""Formats that are remembered; a document with more of them is odd, and the rest are made anew."""
_SAMPLE: Final = 200
"""Letters by which the script of a run is known."""


@dataclass(frozen=True, slots=True)
class Effective:
    """The effective formatting of a run.

    Attributes:
        hidden: the text is formatted as hidden.
    """

    format: TextFormat
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The styles that a run inherits from.

    Attributes:
        paragraph, table: ids of the paragraph's and the table's style.
    """

    paragraph: str | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer and where its values come from."""

    text: TextLayer
    origin: Origin


class TextFormats:
    """Resolves the formatting of runs against the styles of a document and shares equal results."""

    def __init__(self, styles: StyleTable, fonts: Mapping[str, str]) -> None:
        self._styles = styles
        self._fonts = fonts
        self._known: dict[tuple[object, ...], Effective] = {}
        self._shared: dict[TextFormat, TextFormat] = {}

    def effective(self, place: Place, properties: Element | None, text: str) -> Effective:
        """Return the effective formatting of a run.

        Args:
            place: the styles around it.
            properties: its w:rPr.
            text: its letters, whose script chooses among the fonts (17.3.2.26).
        """
        script = script_of(text)
        key = (place, script, key_of(properties))
        if key not in self._known:
            if len(self._known) >= _MOST_KEPT:
                return self._resolve(place, text_layer(properties), script)
            self._known[key] = self._resolve(place, text_layer(properties), script)
        return self._known[key]

    def symbol(self, effective: Effective, font: str) -> Effective:
        """Return the formatting of a symbol (w:sym, 17.3.3.30), which names its own font."""
        changed = replace(effective.format, font=font, font_origin=Origin(OriginKind.DIRECT))
        return Effective(self._shared.setdefault(changed, changed), effective.hidden)

    def over(self, effective: Effective, layer: TextLayer) -> Effective:
        """Return a formatting with what a layer says of font, size and weight laid over it."""
        name = layer.fonts[LATIN]
        font = effective.format.font if name is None else self._fonts.get(name.name) if name.theme else name.name
        bold = effective.format.bold if layer.bold is None else layer.bold
        changed = replace(effective.format, font=font, size=layer.size or effective.format.size, bold=bold)
        return Effective(self._shared.setdefault(changed, changed), effective.hidden)

    def _resolve(self, place: Place, direct: TextLayer, script: int) -> Effective:
        layers = self._layers(place, direct)
        complex_script = _first(layers, lambda layer: layer.complex)[0] or script == COMPLEX
        font, font_origin = self._font(layers, COMPLEX if complex_script else script)
        size, size_origin = _first(layers, lambda layer: layer.size_complex if complex_script else layer.size)
        resolved = TextFormat(
            font=font,
            size=size or _APPLICATION_SIZE,
            bold=self._toggle(place, direct, lambda layer: layer.bold),
            italic=self._toggle(place, direct, lambda layer: layer.italic),
            caps=self._toggle(place, direct, lambda layer: layer.caps),
            highlight=bool(_first(layers, lambda layer: layer.highlight)[0]),
            vertical=_vertical(_first(layers, lambda layer: layer.vertical)[0]),
            font_origin=font_origin,
            size_origin=size_origin or _APPLICATION,
            small_caps=self._toggle(place, direct, lambda layer: layer.small_caps),
            spacing=_first(layers, lambda layer: layer.spacing)[0] or 0.0,
        )
        hidden = self._toggle(place, direct, lambda layer: layer.hidden)
        return Effective(self._shared.setdefault(resolved, resolved), hidden)

    def _layers(self, place: Place, direct: TextLayer) -> list[_Layer]:
        """Return all layers, the strongest first."""
        layers = [_Layer(direct, Origin(OriginKind.DIRECT))]
        layers.extend(self._chain(direct.style, OriginKind.CHARACTER_STYLE))
        layers.extend(self._chain(place.paragraph, OriginKind.PARAGRAPH_STYLE))
        layers.extend(self._chain(place.table, OriginKind.TABLE_STYLE))
        layers.append(_Layer(self._styles.text_defaults, Origin(OriginKind.DEFAULTS)))
        return layers

    def _chain(self, style_id: str | None, kind: OriginKind) -> Iterator[_Layer]:
        for style in self._styles.chain(style_id):
            yield _Layer(style.text, Origin(kind, style.name))

    def _font(self, layers: list[_Layer], slot: int) -> tuple[str | None, Origin]:
        value, origin = _first(layers, lambda layer: layer.fonts[slot])
        if value is None and slot in (EAST_ASIAN, COMPLEX):
            value, origin = _first(layers, lambda layer: layer.fonts[LATIN])
        if value is None or origin is None:
            return _APPLICATION_FONT, _APPLICATION
        return (self._fonts.get(value.name) if value.theme else value.name), replace(origin, theme=value.theme)

    def _toggle(self, place: Place, direct: TextLayer, get: Callable[[TextLayer], bool | None]) -> bool:
        """Return a toggle property: direct formatting decides; styles of different kinds switch each other's values over (17.7.3)."""
        own = get(direct)
        if own is not None:
            return own
        if get(self._styles.text_defaults):
            return True
        values = (self._nearest(style, get) for style in (place.table, place.paragraph, direct.style))
        return sum(values) % 2 == 1

    def _nearest(self, style_id: str | None, get: Callable[[TextLayer], bool | None]) -> bool:
        values = (get(style.text) for style in self._styles.chain(style_id))
        return next((value for value in values if value is not None), False)


def _first(layers: list[_Layer], get: Callable[[TextLayer], T | None]) -> tuple[T | None, Origin | None]:
    for layer in layers:
        value = get(layer.text)
        if value is not None:
            return value, layer.origin
    return None, None


def _vertical(value: str | None) -> str | None:
    return value if value in ("superscript", "subscript") else None


def key_of(properties: Element | None) -> tuple[object, ...]:
    """Return what two property elements that say the same have in common: names and attributes, two levels deep."""
    if properties is None:
        return ()
    return tuple([(child.tag, *child.items(), *[(inner.tag, *inner.items()) for inner in child]) for child in properties])


def script_of(text: str) -> int:
    """Return the slot of w:rFonts for most letters of a text: LATIN, HIGH (other European), EAST_ASIAN or COMPLEX."""
    if text.isascii():
        return LATIN
    counts = [0, 0, 0, 0]
    for letter in islice(text, _SAMPLE):
        counts[_slot(letter)] += 1
    return counts.index(max(counts))


def _slot(letter: str) -> int:
    if letter.isascii():
        return LATIN
    if "\u0590" <= letter <= "\u08ff" or "\u0900" <= letter <= "\u0fff":
        return COMPLEX
    wide = unicodedata.east_asian_width(letter) in "WF"
    return EAST_ASIAN if wide else HIGH
