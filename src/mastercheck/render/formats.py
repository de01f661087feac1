"""The formats of a report by name. Each renderer is a module of its own, loaded only where it is asked for.

The terminal report is none of them: it is written to a console, whose width and colours it takes into account.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mastercheck.model.report import Report
    from mastercheck.rulebook.schema import Rulebook

Renderer = Callable[["Report", "Rulebook"], str | bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form that a report can be given.

    Attributes:
        name: as the user types it.
        suffix: of a file that holds it, with the dot.
        about: what it is for, in a few words.
        render: makes it; a pure function of the report and the rulebook. Text ends in a line feed.
        binary: it gives bytes, which a window cannot show.
        for_log: its lines are for the log of a CI runner, which obeys them: they go to stdout whatever else is written.
    """

    name: str
    suffix: str
    about: str
    render: Renderer
    binary: bool = False
    for_log: bool = False


def _from(module: str, function: str = "render") -> Renderer:
    """Return the renderer of a module, which is imported when it is first called."""

    def render(report: "Report", rulebook: "Rulebook") -> str | bytes:
        renderer: Renderer = getattr(import_module(f"mastercheck.render.{module}"), function)
        return renderer(report, rulebook)

    return render


def _render_json(report: "Report", rulebook: "Rulebook") -> str:
    from mastercheck.render.json import render  # noqa: PLC0415 - only where it is asked for

    del rulebook
    return render(report) + "\n"


FORMATS: tuple[Format, ...] = (
    Format(name="json", suffix=".json", about="everything, for programs", render=_render_json),
    Format(name="csv", suffix=".csv", about="a row for each document, for a spreadsheet", render=_from("csv")),
    Format(name="xlsx", suffix=".xlsx", about="a workbook: documents by rules, and the findings", render=_from("xlsx"), binary=True),
    Format(name="html", suffix=".html", about="a page to look through many documents", render=_from("html")),
    Format(name="markdown", suffix=".md", about="a report to read in a pull request", render=_from("markdown")),
    Format(name="junit", suffix=".xml", about="test results, for Jenkins, GitLab and others", render=_from("junit")),
    Format(name="sarif", suffix=".sarif", about="findings, for code scanning", render=_from("sarif")),
    Format(name="github", suffix=".txt", about="annotations and a job summary of GitHub Actions", render=_from("github"), for_log=True),
)

FEEDBACK: tuple[Format, ...] = (
    Format(name="markdown", suffix=".md", about="feedback to send as text", render=_from("markdown", "render_feedback")),
    Format(name="html", suffix=".html", about="feedback to send as a page", render=_from("html", "render_feedback")),
)
"""The forms of feedback to one candidate; the report is on the candidate's documents alone."""
