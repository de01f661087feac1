"""Makes the README's picture: the report on an example, as the terminal shows it, cut after its first lines.

    python docs/make_pictures.py

The picture depends on nothing but the example, the rulebook and the program: run it after a change to any of them.
"""

import html
import io
import re
from dataclasses import replace
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from mastercheck import __version__
from mastercheck.model.report import Report
from mastercheck.render.terminal import print_report
from mastercheck.rulebook.schema import Rulebook

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "report-with-gaps.docx"
PICTURE = ROOT / "docs" / "pictures" / "report-with-gaps.svg"

WIDTH = 84
LINES = 64

PAPER = TerminalTheme(
    (251, 250, 247),
    (46, 52, 64),
    [(46, 52, 64), (178, 46, 46), (38, 120, 72), (158, 106, 3), (44, 96, 160), (130, 70, 140), (22, 118, 128), (110, 115, 125)],
)
"""Dark letters on light paper, each readable at a contrast of 4.5 to 1 or more."""


BLANK = "\u00a0"

BLANKS = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" '
    r'textLength="(?P<length>[^"]*)" (?P<more>[^>]*)>(?P<text>[^<]*)</text>'
)
"""A stretch of text in rich's SVG."""


def draw(report: Report, rulebook: Rulebook, *, title: str, lines: int = LINES, width: int = WIDTH) -> str:
    """Return the first lines of a report as the terminal shows it, as SVG.

    Args:
        report: on one document or several.
        rulebook: that judged.
        title: of the window.
        lines: that are shown at most.
        width: of the terminal, in columns.
    """
    written = io.StringIO()
    print_report(
        report,
        Console(file=written, width=width, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False),
        rulebook,
    )
    shown = written.getvalue().splitlines()
    console = Console(file=io.StringIO(), width=width, record=True, force_terminal=True, color_system="truecolor", legacy_windows=False)
    for line in shown[:lines]:
        console.print(Text.from_ansi(line), no_wrap=True, overflow="ignore", crop=False)
    if len(shown) > lines:
        console.print(Text(" …", style="dim"))
    return BLANKS.sub(_move_blanks, drop_fonts(console.export_svg(title=title, theme=PAPER, unique_id="mastercheck")))


def drop_fonts(picture: str) -> str:
    """Return a picture without the fonts that it would fetch from the network; the reader's own monospaced font does."""
    return re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace(
        "font-family: Fira Code, monospace", "font-family: monospace"
    )


def _move_blanks(match: re.Match[str]) -> str:
    """Return a stretch of text without blanks around it, moved to where its letters begin: some viewers drop blanks there."""
    text = html.unescape(match["text"])
    letters = text.strip()
    if not letters:
        return ""
    column = float(match["length"]) / cell_len(text)
    x, length = float(match["x"]) + (len(text) - len(text.lstrip())) * column, column * cell_len(letters)
    written = html.escape(letters).replace(BLANK, "&#160;")
    return f'<text class="{match["style"]}" x="{x:g}" y="{match["y"]}" textLength="{length:g}" {match["more"]}>{written}</text>'


def main() -> None:
    """Check the example and write the picture."""
    from mastercheck.checks import kinds_by_name  # noqa: PLC0415 - tests draw without an engine
    from mastercheck.engine import check_file  # noqa: PLC0415 - the same
    from mastercheck.rulebook.loader import load  # noqa: PLC0415 - the same

    rulebook = load(kinds_by_name())
    checked = check_file(EXAMPLE, rulebook, pages_engine="estimated")
    if checked.error:
        raise SystemExit(checked.error.message)
    report = Report(version=__version__, rulebook=rulebook.stamp, documents=(replace(checked, path=EXAMPLE.name),))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw(report, rulebook, title=f"mastercheck check {EXAMPLE.name}"), encoding="utf-8", newline="\n")
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
