"""Measure many documents: the speed of two workers, memory as documents become more, the cache, and a folder of hostile files.

    python benchmarks/cohort.py [--documents 200] [--hostile FOLDER] [--only speed memory cache hostile]

It prints the tables of docs/performance.md and ends with 1 where a bound is not kept. Figures are ratios within one run on one machine. The
documents are the example report and its draft with a twentieth of their words changed, so that each brings words of its own. The hostile
files are 48 of a folder of yours, and two that are made here: one that eats memory, and one that takes long.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import write_body, write_changed

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = ("report-compliant.docx", "report-with-gaps.docx")
PROGRAM = [sys.executable, "-m", "mastercheck", "check"]
USUAL = ["--pages-engine", "estimated", "--format", "csv"]
ALONE = """
import json, sys, time
from pathlib import Path
from mastercheck.cli.options import load_rulebook
from mastercheck.engine import check_file
rulebook, spent = load_rulebook(), 0.0
for path in sys.argv[1:]:
    begun = time.perf_counter()
    check_file(Path(path), rulebook, pages_engine="estimated")
    spent += time.perf_counter() - begun
print(spent)
"""
"""Checks documents one after another in one process and prints the sum of their seconds."""

FAILED: list[str] = []
"""Bounds that were not kept."""

WORD = re.compile(r"\b[a-z]{5,}\b")
TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
CHANGED = 0.05
SPEED, CACHE, MEMORY = 0.6, 0.03, 1.25
"""Bounds: time of the pool to that of one process, of a second run to the first, memory for most documents to that for fewest."""

SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fi",
    "gul",
    "ha",
    "jem",
    "kro",
    "lin",
    "mos",
    "nar",
    "pel",
    "qui",
    "ro",
    "sta",
    "tev",
    "ul",
    "vor",
    "wes",
    "zin",
)


def vary(source: Path, target: Path, seed: int) -> None:
    """Write a DOCX like another one in which some words are others."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret

    def change(word: re.Match[str]) -> str:
        return "".join(chance.choices(SYLLABLES, k=3)) if chance.random() < CHANGED else word[0]

    def change_text(data: bytes) -> bytes:
        return TEXT.sub(lambda found: found[1] + WORD.sub(change, found[2]) + found[3], data.decode()).encode()

    write_changed(source, target, change_text)


def make_documents(folder: Path, number: int) -> list[Path]:
    """Write so many documents."""
    folder.mkdir()
    paths = [folder / f"document-{index:03}.docx" for index in range(number)]
    for index, path in enumerate(paths):
        vary(EXAMPLES / SOURCES[index % len(SOURCES)], path, index)
    return paths


def run(*arguments: object, expected: tuple[int, ...] = (0, 1)) -> tuple[float, str]:
    """Run mastercheck check and return its seconds and what it printed."""
    begun = time.perf_counter()
    done = subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begun
    if done.returncode not in expected:
        sys.exit(f"exit {done.returncode}: {done.stderr}")
    return seconds, done.stdout


def measure_speed(folder: Path, paths: list[Path]) -> Iterator[str]:
    """Compare a pool of two with one process that does the same."""
    alone = float(subprocess.run([sys.executable, "-c", ALONE, *map(str, paths)], capture_output=True, text=True, check=True).stdout)
    yield "| documents | in one process | two workers, start and end included | ratio |\n| ---: | ---: | ---: | ---: |"
    pool, _ = run(folder, *USUAL, "--no-cache", "--jobs", 2)
    yield f"| {len(paths)} | {alone:.1f} s | {pool:.1f} s | {judge(pool / alone, SPEED)} |"


def measure_cache(folder: Path, paths: list[Path]) -> Iterator[str]:
    """Compare a second run with the first."""
    first, said = run(folder, *USUAL, "--jobs", 2)
    seconds = []
    for _ in range(3):
        again, same = run(folder, *USUAL, "--jobs", 2)
        seconds.append(again)
        if same != said:
            sys.exit("the second run says something else than the first")
    yield "| documents | first run | second run | share |\n| ---: | ---: | ---: | ---: |"
    yield f"| {len(paths)} | {first:.1f} s | {min(seconds):.2f} s | {judge(min(seconds) / first, CACHE, '.1%')} |"


def measure_memory(paths: list[Path]) -> Iterator[str]:
    """Measure the greatest memory of all processes of a run, for 50 documents and more."""
    yield "| documents | MiB of all processes | of those, the first |\n| ---: | ---: | ---: |"
    figures = []
    for number in (50, 100, 200, 400):
        chosen = paths[:number]
        if len(chosen) == number:
            whole, own = watch([*PROGRAM, *map(str, chosen), *USUAL, "--no-cache", "--jobs", "2"])
            figures.append(whole)
            yield f"| {number} | {whole:.0f} | {own:.0f} |"
    yield f"\nThe most of the least: {judge(max(figures) / figures[0], MEMORY)}."


def watch(command: list[str]) -> tuple[float, float]:
    """Run a command and return the greatest memory in MiB of its processes together, and of the first: shared pages are shared out."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    most = own = 0.0
    while process.poll() is None:
        shares = {pid: share_of(pid) for pid in members(process.pid)}
        most, own = max(most, sum(shares.values())), max(own, shares.get(process.pid, 0.0))
        time.sleep(0.1)
    return most, own


def members(group: int) -> Iterator[int]:
    """Yield the processes of a group."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if int((entry / "stat").read_text().rpartition(")")[2].split()[2]) == group:
                    yield int(entry.name)
            except OSError:
                continue


def share_of(process: int) -> float:
    """Return the proportional set size of a process in MiB."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss: +(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def judge_hostile(workshop: Path, good: list[Path], hostile: Path) -> Iterator[str]:
    """Check a folder of good and hostile files, and each good one alone."""
    folder = workshop / "mixed"
    shutil.copytree(workshop / "documents", folder, ignore=lambda _, names: [name for name in names if name not in {p.name for p in good}])
    chosen = sorted(path for path in hostile.iterdir() if path.suffix in {".docx", ".pdf"})
    for path in chosen[:: max(len(chosen) // (len(good) - 2), 1)][: len(good) - 2]:
        shutil.copy(path, folder)
    one_paragraph = "".join(f"<w:r><w:t>{number} </w:t></w:r>" for number in range(390_000))
    write_body(EXAMPLES / SOURCES[0], folder / "eats-memory.docx", lambda _: f"<w:p>{one_paragraph}</w:p>".encode())
    write_body(EXAMPLES / SOURCES[0], folder / "takes-long.docx", lambda body: body * 60)
    temporary = workshop / "temporary"
    temporary.mkdir()
    os.environ["TMPDIR"] = str(temporary)
    options = ["--pages-engine", "estimated", "--no-cache", "--format", "json"]
    seconds, said = run(folder, *options, "--memory", 350, "--timeout", 10, expected=(3,))
    told = {Path(one["path"]).name: one for one in json.loads(said)["documents"]}
    alike = sum(told[path.name] == json.loads(run(folder / path.name, *options)[1])["documents"][0] for path in good)
    unreadable = [one for one in told.values() if one["outcome"] == "unreadable"]
    named = sum(bool(one["error"]["message"] and one["error"]["advice"]) for one in unreadable)
    yield f"{len(told)} files in {seconds:.0f} s, exit code 3: {alike} of {len(good)} good ones as alone;"
    yield f"{len(unreadable)} unreadable, {named} of them with reason and advice"
    yield f"(eats-memory: {told['eats-memory.docx']['error']['code']}, takes-long: {told['takes-long.docx']['error']['code']});"
    left = [path.name for path in temporary.iterdir()]
    yield f"files left behind: {len(left)}, processes: {sum('mastercheck.cohort' in line for line in list_commands())}."
    if alike < len(good) or named < len(unreadable) or left:
        FAILED.append("hostile")


def list_commands() -> Iterator[str]:
    """Yield the command lines of all processes."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue


def judge(ratio: float, bound: float, form: str = ".2f") -> str:
    """Return a ratio as text, and remember where it is beyond its bound."""
    if ratio > bound:
        FAILED.append(f"{ratio:.3f} is more than {bound}")
    return f"{ratio:{form}} (at most {bound:{form.replace('.1', '.0')}})"


def prepare(workshop: Path, number: int, most: int) -> tuple[Path, list[Path], list[Path]]:
    """Make documents, and a folder of the first of them; return that, its documents, and all."""
    every = make_documents(workshop / "documents", max(number, most))
    folder = workshop / "some"
    folder.mkdir()
    for path in every[:number]:
        os.link(path, folder / path.name)
    return folder, [folder / path.name for path in every[:number]], every


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--hostile", type=Path, help="a folder of hostile files")
    parser.add_argument("--only", nargs="*", default=["speed", "cache", "memory", "hostile"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        workshop = Path(name)
        os.environ["MASTERCHECK_CACHE_DIR"] = str(workshop / "cache")
        folder, paths, every = prepare(workshop, options.documents, 400 if "memory" in options.only else 50)
        parts = {
            "speed": lambda: measure_speed(folder, paths),
            "cache": lambda: measure_cache(folder, paths),
            "memory": lambda: measure_memory(every),
            "hostile": lambda: judge_hostile(workshop, every[:50], options.hostile) if options.hostile else iter(["no folder is given"]),
        }
        for part in options.only:
            print(f"\n{part}\n")
            for line in parts[part]():
                print(line, flush=True)
    sys.exit("\n".join(FAILED) if FAILED else 0)


if __name__ == "__main__":
    main()
