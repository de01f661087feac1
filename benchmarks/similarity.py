"""Measure how `mastercheck similar` grows with the number of documents, and put the table into docs/performance.md.

Run it with the project's environment: `python benchmarks/similarity.py [--largest 400]`. The documents are made up: words of a long-tailed
vocabulary, phrases that every document has, and a passage of sixty words that each document shares with the next one. So what there is to
find grows with the documents, and the time for each document should stay the same.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from mastercheck.engine.documents import read_contained
from mastercheck.similarity import find_shared, prepare

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "report-compliant.docx"
PAGE = ROOT / "docs" / "performance.md"
SIZES = (50, 100, 200, 400)
WORDS, PARAGRAPH, SHARED, PHRASE = 6000, 80, 60, 6
MINIMUM = 15
IN_ONE_PROCESS = """
from mastercheck.__main__ import run_process
from mastercheck.cohort import crews
from mastercheck.cohort.crew import Here
crews.hire = lambda number, rulebook, order, means, task=None: Here(rulebook, order, task=task)
run_process()
"""
"""The command without its workers, whose processor time nobody could add up."""


class Author:
    """Makes up texts, the same ones on every run."""

    def __init__(self) -> None:
        self.random = random.Random(20_000)  # noqa: S311 - no secret hangs on it
        letters = "aeioubdfgklmnprst"
        self.words = ["".join(self.random.choices(letters, k=self.random.randint(3, 9))) for _ in range(8000)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.phrases = [self.write(PHRASE) for _ in range(300)]

    def write(self, words: int) -> str:
        """Return so many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=words))

    def paragraph(self) -> str:
        """Return a paragraph: own words, with a phrase that others have too."""
        half = (PARAGRAPH - PHRASE) // 2
        return f"{self.write(half)} {self.random.choice(self.phrases)} {self.write(half)}"

    def texts(self, count: int) -> Iterator[list[str]]:
        """Yield the paragraphs of so many documents, each of which shares a passage with the next."""
        shared = self.write(SHARED)
        for _ in range(count):
            before, shared = shared, self.write(SHARED)
            paragraphs = [self.paragraph() for _ in range(WORDS // PARAGRAPH)]
            yield [*paragraphs[:20], before, *paragraphs[20:40], shared, *paragraphs[40:]]


def write_document(paragraphs: list[str], target: Path) -> None:
    """Write a DOCX with one chapter of these paragraphs, in the package of the example."""
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Introduction</w:t></w:r></w:p>'
    body = heading + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(EXAMPLE) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                start, end = data.index(b"<w:body>") + len(b"<w:body>"), data.rindex(b"<w:sectPr")
                data = data[:start] + body.encode() + data[end:]
            new.writestr(item, data)


def run(files: list[Path]) -> tuple[float, float]:
    """Run the command on files and return its seconds of processor time, which others do not disturb, and its peak memory in MiB."""
    command = [sys.executable, "-c", IN_ONE_PROCESS, "similar", *map(str, files), "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(largest: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| documents | pairs found | seconds | per document | of it to compare | MiB |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:04}.docx" for number in range(largest)]
        for file, paragraphs in zip(files, Author().texts(largest), strict=True):
            write_document(paragraphs, file)
        texts = [prepare(read_contained(file, pages_engine="stored"), file.name) for file in files]
        for size in SIZES:
            if size <= largest:
                started = time.process_time()
                pairs = len(find_shared(texts[:size], MINIMUM).pairs)
                compared = time.process_time() - started
                seconds, memory = run(files[:size])
                each = f"{seconds / size:.3f} | {compared / size:.4f}"
                yield f"| {size} | {pairs} | {seconds:.1f} | {each} | {memory:.0f} |"


def main() -> None:
    """Print the table and put it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="documents of the largest cohort")
    lines = []
    for line in measure(parser.parse_args().largest):
        print(line, flush=True)
        lines.append(line)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition("<!-- similarity -->\n")
    after = rest.partition("<!-- /similarity -->")[2]
    table = "\n".join(lines)
    PAGE.write_text(f"{before}<!-- similarity -->\n{table}\n<!-- /similarity -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
