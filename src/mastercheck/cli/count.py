"""The command `count`: which words of a document count, and why."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.inputs import require_document
from mastercheck.cli.options import ProfileOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import open_pipe, print_text

FORMATS = ("terminal", "json")


def count(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document (DOCX or PDF).", show_default=False)],
    *,
    text: Annotated[bool, typer.Option("--text", help="Print the very text that was counted, and nothing else.")] = False,
    profile: ProfileOption = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to show the result: for people, or for programs.")
    ] = "terminal",
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="FILE", help="Compare with another version of it, such as its PDF, part by part.", show_default=False
        ),
    ] = None,
    rulebook: RulebookOption = None,
) -> None:
    """Count the words of a document, by part and by chapter."""
    output_format = choose("--format", output_format, FORMATS)
    for path in filter(None, (file, against)):
        require_document(path)
    demands = load_rulebook(rulebook, profile=profile)

    from mastercheck.engine.documents import determine_kind, read_contained  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.engine.figures import count_ledger  # noqa: PLC0415
    from mastercheck.language.ledger import counted_text, ledger_of  # noqa: PLC0415
    from mastercheck.language.reconciliation import reconcile  # noqa: PLC0415
    from mastercheck.render import json, ledger, reconciliation  # noqa: PLC0415

    document = read_contained(file, pages_engine="stored")
    if text:
        _print_exactly(counted_text(document, demands.profile))
        return
    words = count_ledger(document, demands, demands.rules_for(determine_kind(document, demands)[0]))
    compared = reconcile(document, read_contained(against, pages_engine="stored"), demands.profile) if against else None
    if output_format == "json":
        print_text(json.render_count(__version__, demands.stamp, str(file), words, ledger_of(document), compared))
        return
    print_text(ledger.render(str(file), words, ledger_of(document), demands))
    if compared:
        print_text("\n" + reconciliation.render(str(against), compared))


def _print_exactly(text: str) -> None:
    """Print a document's text as it is; on a screen, its control characters are made harmless."""
    if sys.stdout.isatty():
        print_text(text)
        return
    with open_pipe():
        sys.stdout.write(text + "\n")
