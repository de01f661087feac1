"""The styles and settings of a Word template, as XML: one font in every script, no theme, nothing that Word would convert."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

SINGLE = 240
"""Single line spacing, in 240ths of a line (ISO/IEC 29500-1, 17.3.1.33)."""

GREY = "595959"
"""Of instructions: readable on white at a contrast of 7 to 1, and still plainly not the text itself."""


OWN = frozenset({"TitleBlock", "Instruction"})
"""Styles that Word does not know by itself."""


def write_styles(font: str, size: float) -> str:
    """Return the styles part of a template.

    Args:
        font: of everything.
        size: of the body text, in points.
    """
    fonts = f"<w:rFonts {' '.join(f'w:{script}={quoteattr(font)}' for script in ('ascii', 'hAnsi', 'cs', 'eastAsia'))}/>"
    styles = [
        _style("Normal", "Normal", default=True, spacing=(0, 6), text=fonts + _size(size), following=""),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
        _TABLES,
        _style("Title", "Title", spacing=(0, 6), text=_bold(size + 6), following="TitleBlock"),
        _style("TitleBlock", "Title Block", spacing=(0, 0), text=""),
        _style("Heading1", "heading 1", spacing=(14, 4), text=_bold(size + 3), level=0),
        _style("Heading2", "heading 2", spacing=(10, 3), text=_bold(size + 1), level=1),
        _style("Heading3", "heading 3", spacing=(8, 2), text=_bold(size), level=2),
        _style("Instruction", "Instruction", spacing=(0, 6), text=f'<w:i/><w:iCs/><w:color w:val="{GREY}"/>'),
        _style("Caption", "caption", spacing=(6, 6), text=_bold(size)),
        _style("Footer", "footer", spacing=(0, 0), text=""),
    ]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(size)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{_spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{"".join(styles)}</w:styles>'


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


def _style(  # noqa: PLR0913 - a style is what its properties are
    identity: str,
    name: str,
    *,
    spacing: tuple[float, float],
    text: str,
    following: str = "Normal",
    level: int | None = None,
    default: bool = False,
) -> str:
    """Return a paragraph style; all but the default one are based on Normal. `spacing` is before and after, in points."""
    keep = "<w:keepNext/><w:keepLines/>" if level is not None else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    after = f'<w:next w:val="{following}"/>' if following else ""
    kind = ' w:default="1"' if default else (' w:customStyle="1"' if identity in OWN else "")
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identity}"><w:name w:val="{escape(name)}"/>{based}{after}<w:qFormat/>'
        f"<w:pPr>{keep}{_spacing(*spacing)}{outline}</w:pPr>{f'<w:rPr>{text}</w:rPr>' if text else ''}</w:style>"
    )


def _spacing(before: float, after: float) -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{SINGLE}" w:lineRule="auto"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _bold(points: float) -> str:
    return f"<w:b/><w:bCs/>{_size(points)}"


SETTINGS = (
    f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
"""Settings under which Word of 2013 and later opens the template as it is, not in a mode of compatibility."""
