"""The commands `rules` and `explain`: what the rulebook demands, without a document."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.inputs import require_document
from mastercheck.cli.options import CatalogueOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import print_text
from mastercheck.errors import UsageError
from mastercheck.rulebook.mistakes import nearest, quote

if TYPE_CHECKING:
    from mastercheck.rulebook.schema import Rule, Rulebook

FORMATS = ("terminal", "markdown", "json")
FORMATS_OF_ONE = ("terminal", "json")


def rules(
    *,
    output_format: Annotated[
        str,
        typer.Option("--format", metavar="terminal|markdown|json", help="How to show the rules: as a table, as Markdown, or for programs."),
    ] = "terminal",
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List every rule, with the clause of the guide that it comes from."""
    output_format = choose("--format", output_format, FORMATS)
    demands = load_rulebook(rulebook, catalogue)
    from mastercheck.render import rulebook as render  # noqa: PLC0415 - `--help` does without

    if output_format == "json":
        print_text(render.render_json(__version__, demands))
    elif output_format == "markdown":
        print_text(render.render_markdown(demands))
    else:
        print_text(render.render_table(demands))


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            help="A rule's code or name, as a report shows it: CON004, or pdca. With --document also an exam specification (P2.1) or a "
            "project area (A2).",
            show_default=False,
        ),
    ],
    *,
    document: Annotated[
        Path | None,
        typer.Option(
            "--document",
            metavar="FILE",
            help="Show the passages of this document that speak about it, with what spoke for and against each.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to show the result: for people, or for programs.")
    ] = "terminal",
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Explain a rule: what the guide asks, how it is judged, and how to put it right."""
    output_format = choose("--format", output_format, FORMATS_OF_ONE)
    if document:
        require_document(document)
    demands = load_rulebook(rulebook, catalogue)
    if document:
        print_text(_show_passages(rule, document, demands, output_format))
    else:
        print_text(_show_rules(rule, demands, output_format))


def _show_rules(wanted: str, demands: "Rulebook", output_format: str) -> str:
    """Return what there is to know of the rules that a word names, as text of the format."""
    from mastercheck.render.rulebook import render_json, render_rule  # noqa: PLC0415 - `--help` does without

    found = find_rules(wanted, demands.rules)
    if output_format == "json":
        return render_json(__version__, demands, found)
    return "\n\n".join(render_rule(one, demands) for one in found)


def _show_passages(wanted: str, path: Path, demands: "Rulebook", output_format: str) -> str:
    """Return the passages of a document about something, as text of the format."""
    from mastercheck.engine.documents import read_contained  # noqa: PLC0415 - explaining a rule reads no document
    from mastercheck.engine.passages import find_passages, find_topic  # noqa: PLC0415 - the same
    from mastercheck.render import passages  # noqa: PLC0415 - the same

    document = read_contained(path, pages_engine="stored")
    topic = find_topic(wanted, demands, document)
    evidence = find_passages(document, topic, demands)
    if output_format == "json":
        return passages.render_json(__version__, demands.stamp, str(path), topic.title, evidence)
    return passages.render(str(path), topic.title, evidence)


def find_rules(wanted: str, listed: Iterable["Rule"]) -> tuple["Rule", ...]:
    """Return the rule of a code or name, or else the rules that judge an element of that id.

    Raises:
        UsageError: there is none; the message has the nearest.
    """
    rules = tuple(listed)
    word = wanted.strip().casefold().replace("_", "-")
    named = tuple(rule for rule in rules if word in {rule.code.casefold(), rule.name.casefold()})
    found = named or tuple(rule for rule in rules if rule.element and word == rule.element.casefold().replace("_", "-"))
    if found:
        return found
    names = {rule.code for rule in rules} | {rule.name for rule in rules} | {rule.element for rule in rules if rule.element}
    raise UsageError(f"There is no rule {quote(wanted)}{nearest(wanted, names) or '.'}", "See all rules with: mastercheck rules")
