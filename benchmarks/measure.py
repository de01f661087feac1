"""Measure start-up, judgement, growth and memory, each as a ratio against importing spaCy, in one run on one machine.

Run it with the project's environment: `python benchmarks/measure.py [--runs 5] [--largest 600000]`. It prints the tables of
docs/performance.md.
Ratios are of medians of wall time of whole processes, run in turn so that a noisy moment hits all alike; memory is the peak resident set.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

BASELINE = [sys.executable, "-c", "import spacy, docx; spacy.blank('en')"]
PROGRAM = [sys.executable, "-m", "mastercheck"]
ANEW = ["--pages-engine", "estimated", "--no-cache", "--timeout", "600"]
"""Every document is checked, however long it takes."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The compiled modules of a checkout are kept after its first run, as an installed package has them."""

EXAMPLE = Path(__file__).parents[1] / "examples" / "report-compliant.docx"


def run(command: list[str]) -> tuple[float, float]:
    """Run a command once and return its seconds and its peak memory in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"exit {process.returncode}: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def medians(commands: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """Run all commands in turn, `runs` times, and return the median seconds and the median MiB of each."""
    for command in commands.values():
        run(command)  # compiles what is not compiled yet
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            seen[name].append(run(command))
    return {name: (statistics.median(s for s, _ in rows), statistics.median(m for _, m in rows)) for name, rows in seen.items()}


def write_changed(source: Path, target: Path, change: Callable[[bytes], bytes]) -> None:
    """Write a DOCX like another one, its main part changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item, change(data) if item.filename == "word/document.xml" else data)


def write_body(source: Path, target: Path, change: Callable[[bytes], bytes]) -> None:
    """Write a DOCX like another one, what stands in its body changed."""

    def change_body(data: bytes) -> bytes:
        start, end = data.index(b"<w:body>") + len(b"<w:body>"), data.rindex(b"<w:sectPr")
        return data[:start] + change(data[start:end]) + data[end:]

    write_changed(source, target, change_body)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--largest", type=int, default=600_000, help="words of the largest document")
    arguments = parser.parse_args()
    commands = {
        "import spacy, docx; spacy.blank('en')": BASELINE,
        "mastercheck --version": [*PROGRAM, "--version"],
        "mastercheck --help": [*PROGRAM, "--help"],
        "mastercheck count (6,000 words)": [*PROGRAM, "count", str(EXAMPLE)],
        "mastercheck check (6,000 words)": [*PROGRAM, "check", str(EXAMPLE), *ANEW],
    }
    figures = medians(commands, arguments.runs)
    base = figures["import spacy, docx; spacy.blank('en')"][0]
    print("| command | seconds | ratio | MiB |\n| --- | ---: | ---: | ---: |")
    for name, (seconds, memory) in figures.items():
        print(f"| `{name}` | {seconds:.2f} | {seconds / base:.2f} | {memory:.0f} |")
    print("\n| words | seconds over start-up | per 6,000 words | MiB |\n| ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for words in (6_000, 60_000, 600_000):
            if words <= arguments.largest:
                path = Path(folder) / f"{words}.docx"
                copies = words // 6_000
                write_body(EXAMPLE, path, lambda body, copies=copies: body * copies)
                command = [*PROGRAM, "check", str(path), "--format", "json", *ANEW]
                seconds, memory = medians({"": command}, min(arguments.runs, 3))[""]
                over = max(seconds - base, 0.0)
                print(f"| {words:,} | {over:.2f} | {over / (words / 6_000):.3f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
