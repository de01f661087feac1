"""What its properties and styles make of a paragraph: format, list, heading level, role (ISO/IEC 29500-1 17.3.1, 17.7.2)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from mastercheck.model.blocks import HeadingSource
from mastercheck.model.formatting import LineRule, LineSpacing, Origin, OriginKind, ParagraphFormat
from mastercheck.readers.docx.formats import key_of
from mastercheck.readers.docx.layers import ParagraphLayer, paragraph_layer
from mastercheck.readers.docx.names import Element, W, value_of
from mastercheck.readers.docx.numbering import Numbering
from mastercheck.readers.docx.style_names import NamedRole, StyleRole
from mastercheck.readers.docx.styles import StyleTable

T = TypeVar("T")

_ALIGNMENTS: Final = {"start": "left", "end": "right", "both": "justify", "distribute": "justify", "thaiDistribute": "justify"}
_BODY_LEVEL: Final = 9
_AUTOMATIC: Final = 14.0
"""Points that Word leaves where the space between paragraphs is automatic."""
_TABS_TO_THE_LEFT: Final = frozenset({"right", "end", "center", "decimal"})
"""Kinds of tab stops that the text after them does not begin at."""
_MOST_KEPT: Final = 20_000
_APART: Final = frozenset({f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a paragraph is by its properties.

    Attributes:
        style: id of its style.
        list_id, list_level: the list it is an item of; None and 0 outside lists.
        heading_level: from 1; None where it is no heading by style or outline level.
        role: what its style is for.
    """

    format: ParagraphFormat
    style: str | None = None
    list_id: str | None = None
    list_level: int = 0
    heading_level: int | None = None
    heading_source: HeadingSource = HeadingSource.STYLE
    role: NamedRole | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer and where its values come from."""

    paragraph: ParagraphLayer
    origin: Origin


class Shapes:
    """Resolves the properties of paragraphs against the styles and lists of a document and shares equal results."""

    def __init__(self, styles: StyleTable, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._known: dict[tuple[object, ...], Shape] = {}

    def shape(self, properties: Element | None, table_style: str | None = None) -> Shape:
        """Return the shape of a paragraph.

        Args:
            properties: its w:pPr.
            table_style: id of the style of the table around it.
        """
        own = [] if properties is None else [child for child in properties if child.tag not in _APART]
        key = (table_style, tuple([(child.tag, *child.items(), key_of(child)) for child in own]))
        found = self._known.get(key)
        if found is None:
            found = self._resolve(properties, table_style)
            if len(self._known) < _MOST_KEPT:
                self._known[key] = found
        return found

    def _resolve(self, properties: Element | None, table_style: str | None) -> Shape:
        style = value_of(properties, "pStyle") or self._styles.default("paragraph")
        direct = paragraph_layer(properties)
        list_id, list_level = self._list_of(style, direct)
        layers = list(self._layers(style, direct, table_style, (list_id, list_level)))
        outlining = self._styles.outlining(style)
        role = outlining.role
        level, source = outlining.level, HeadingSource.STYLE if outlining.named else HeadingSource.OUTLINE_LEVEL
        if direct.outline is not None and (role is None or role.role is StyleRole.HEADING):
            level = direct.outline + 1 if 0 <= direct.outline < _BODY_LEVEL else None
        return Shape(
            format=_format(self._styles.name(style), layers, level),
            style=style,
            list_id=list_id,
            list_level=list_level,
            heading_level=level,
            heading_source=source,
            role=role,
        )

    def _list_of(self, style: str | None, direct: ParagraphLayer) -> tuple[str | None, int]:
        chain = self._styles.chain(style)
        named = next((one for one in chain if one.paragraph.list_id is not None), None)
        list_id, level = direct.list_id, direct.list_level
        if list_id is None and named:
            list_id = named.paragraph.list_id
        if list_id is None or list_id == "0":
            return None, 0
        if level is None:
            level = next((one.paragraph.list_level for one in chain if one.paragraph.list_level is not None), None)
        if level is None:
            tied = (self._numbering.level_of_style(list_id, one.id) for one in chain)
            level = next((depth for depth in tied if depth), 0)
        level = max(0, min(level, _BODY_LEVEL - 1))
        return (list_id, level) if self._numbering.level(list_id, level) else (None, 0)

    def _layers(self, style: str | None, direct: ParagraphLayer, table_style: str | None, item: tuple[str | None, int]) -> Iterator[_Layer]:
        """Yield all layers, the strongest first; a list's indents lie right under the layer that names the list."""
        yield _Layer(direct, Origin(OriginKind.DIRECT))
        numbered = self._numbering.level(item[0], item[1]) if item[0] else None
        if numbered and direct.list_id:
            yield _Layer(numbered.paragraph, Origin(OriginKind.DIRECT))
        for one in self._styles.chain(style):
            yield _Layer(one.paragraph, Origin(OriginKind.PARAGRAPH_STYLE, one.name))
            if numbered and one.paragraph.list_id and not direct.list_id:
                yield _Layer(numbered.paragraph, Origin(OriginKind.PARAGRAPH_STYLE, one.name))
        for one in self._styles.chain(table_style):
            yield _Layer(one.paragraph, Origin(OriginKind.TABLE_STYLE, one.name))
        yield _Layer(self._styles.paragraph_defaults, Origin(OriginKind.DEFAULTS))


def _format(name: str, layers: Sequence[_Layer], outline_level: int | None) -> ParagraphFormat:
    alignment = _value(layers, lambda layer: layer.alignment, "left")
    auto_before = _value(layers, lambda layer: layer.auto_before, default=False)
    auto_after = _value(layers, lambda layer: layer.auto_after, default=False)
    tabs = _tabs(layers)
    return ParagraphFormat(
        style=name,
        alignment=_ALIGNMENTS.get(alignment, alignment),
        line_spacing=_spacing(layers),
        space_before=_AUTOMATIC if auto_before else _value(layers, lambda layer: layer.before, 0.0),
        space_after=_AUTOMATIC if auto_after else _value(layers, lambda layer: layer.after, 0.0),
        contextual_spacing=_value(layers, lambda layer: layer.contextual, default=False),
        indent_left=_value(layers, lambda layer: layer.left, 0.0),
        indent_right=_value(layers, lambda layer: layer.right, 0.0),
        indent_first=_value(layers, lambda layer: layer.first, 0.0),
        keep_with_next=_value(layers, lambda layer: layer.keep_next, default=False),
        keep_lines=_value(layers, lambda layer: layer.keep_lines, default=False),
        page_break_before=_value(layers, lambda layer: layer.break_before, default=False),
        widow_control=_value(layers, lambda layer: layer.widows, default=True),
        auto_before=auto_before,
        auto_after=auto_after,
        tabs=tuple(tabs),
        right_tabs=tuple([place for place, kind in tabs.items() if kind in _TABS_TO_THE_LEFT]),
        border_above=_value(layers, lambda layer: layer.border_above, 0.0),
        border_below=_value(layers, lambda layer: layer.border_below, 0.0),
        outline_level=outline_level,
    )


def _value(layers: Sequence[_Layer], get: Callable[[ParagraphLayer], T | None], default: T) -> T:
    return next((value for layer in layers if (value := get(layer.paragraph)) is not None), default)


def _spacing(layers: Sequence[_Layer]) -> LineSpacing:
    for layer in layers:
        if layer.paragraph.line is not None:
            return LineSpacing(value=layer.paragraph.line, rule=layer.paragraph.line_rule or LineRule.MULTIPLE, origin=layer.origin)
    return LineSpacing(origin=Origin(OriginKind.APPLICATION))


def _tabs(layers: Sequence[_Layer]) -> dict[float, str]:
    """Return the tab stops that are left when each layer has set its own and cleared others, with their kinds (17.3.1.38)."""
    places: dict[float, str] = {}
    for layer in reversed(layers):
        for kind, place in layer.paragraph.tabs or ():
            if kind == "clear":
                places.pop(place, None)
            elif kind != "bar":
                places[place] = kind
    return dict(sorted(places.items()))
