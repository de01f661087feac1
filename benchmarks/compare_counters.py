"""Compare our word counts with those of other programs on small documents with one hard feature each, and with the truth by hand.

    python benchmarks/compare_counters.py --aidetect "aidetect" --doc-checker "doc-checker" --write docs/counting.md

Every other program is optional: a column says "absent" where its command does not run. Install them apart from this project, for example
`pip install --no-deps aidetect` with python-docx, and `pip install academic-document-checker`, in a virtual environment of their own.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from hard_documents import HARD, write

ABSENT = "absent"
TABLE = re.compile(r"(<!-- counters -->\n).*?(<!-- /counters -->)", re.DOTALL)


def run(command: str, *arguments: str) -> str | None:
    """Return what a program prints; None where it does not run or prints nothing."""
    try:
        done = subprocess.run([*shlex.split(command), *arguments], capture_output=True, text=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout or None


def count_ours(command: str, path: Path, key: str) -> str:
    """Return the figure of one of our profiles."""
    said = run(command, "count", str(path), "--format", "json")
    return ABSENT if said is None else str(json.loads(said)["words"]["profiles"][key])


def count_by_aidetect(command: str, path: Path) -> str:
    """Return the total of `aidetect count`."""
    said = run(command, "count", str(path), "--json")
    return ABSENT if said is None else str(json.loads(said.splitlines()[0])["total"])


def count_by_doc_checker(command: str, path: Path) -> str:
    """Return the total of `doc-checker check`."""
    said = run(command, "check", str(path), "--profile", "generic", "--format", "json")
    found = re.search(r'"total_word_count": (\d+)', said or "")
    return found[1] if found else ABSENT


def count_by_pandoc(command: str, path: Path) -> str:
    """Return the words of pandoc's plain text, counted as wc does."""
    said = run(command, "--to", "plain", "--wrap", "none", str(path))
    return ABSENT if said is None else str(len(said.split()))


def count_by_office(command: str, path: Path) -> str:
    """Return the suite's own statistic, from its own format."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        run(command, profile, "--headless", "--convert-to", "odt", "--outdir", folder, str(path))
        made = Path(folder) / f"{path.stem}.odt"
        if not made.exists():
            return ABSENT
        with zipfile.ZipFile(made) as package:
            found = re.search(r'word-count="(\d+)"', package.read("meta.xml").decode())
    return found[1] if found else ABSENT


def version_of(command: str) -> str:
    """Return the first line of what a program says of its version."""
    return (run(command, "--version") or ABSENT).splitlines()[0].strip()


def tabulate(options: argparse.Namespace) -> str:
    """Return the table and the versions, in Markdown."""
    counters: dict[str, Callable[[Path], str]] = {
        "mastercheck `word`": lambda path: count_ours(options.mastercheck, path, "word"),
        "mastercheck `exin`": lambda path: count_ours(options.mastercheck, path, "exin"),
        "aidetect": lambda path: count_by_aidetect(options.aidetect, path),
        "academic-document-checker": lambda path: count_by_doc_checker(options.doc_checker, path),
        "pandoc, wc": lambda path: count_by_pandoc(options.pandoc, path),
        "office suite": lambda path: count_by_office(options.office, path),
    }
    head = ["A document with", "Seen on the page", "Meant by `exin`", "Running text", *counters]
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    with tempfile.TemporaryDirectory() as folder:
        for hard in HARD:
            path = Path(folder) / f"{hard.name.replace(' ', '-')}.docx"
            write(hard, path)
            cells = []
            for name, count in counters.items():
                truths = {"mastercheck `word`": (hard.visible,), "mastercheck `exin`": (hard.counted,), "aidetect": (hard.running,)}
                figure = count(path)
                cells.append(
                    figure if figure in map(str, truths.get(name, (hard.visible, hard.counted))) or figure == ABSENT else f"**{figure}**"
                )
            lines.append(f"| {' | '.join([hard.name, str(hard.visible), str(hard.counted), str(hard.running), *cells])} |")
    commands = (options.mastercheck, options.aidetect, options.doc_checker, options.pandoc, options.office)
    names = ("mastercheck", "aidetect", "academic-document-checker", "pandoc", "office suite")
    told = options.versions or [f"{name}: {version_of(command)}" for name, command in zip(names, commands, strict=True)]
    return "\n".join([*lines, "", f"Versions: {'; '.join(told)}."])


def main() -> None:
    """Print the table, or put it into a page between its marks."""
    parser = argparse.ArgumentParser(description="Compare word counters.")
    parser.add_argument("--mastercheck", default=f"{sys.executable} -m mastercheck")
    parser.add_argument("--aidetect", default="aidetect")
    parser.add_argument("--doc-checker", default="doc-checker")
    parser.add_argument("--pandoc", default="pandoc")
    parser.add_argument("--office", default="soffice")
    parser.add_argument("--versions", nargs="*", help="say these versions instead of asking")
    parser.add_argument("--write", type=Path, help="a page with the marks <!-- counters --> and <!-- /counters -->")
    options = parser.parse_args()
    table = tabulate(options)
    if options.write is None:
        print(table)
        return
    page = options.write.read_text(encoding="utf-8")
    options.write.write_text(TABLE.sub(lambda found: f"{found[1]}{table}\n{found[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
