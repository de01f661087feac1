"""Put the help of every command, as the program prints it, into the blocks of docs/cli.md that are marked for it."""

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("cli.md")
BLOCK = re.compile(r"(<!-- help:(?P<command>[a-z ]*) -->\n```text\n).*?(```\n)", re.DOTALL)


def print_help(command: str) -> str:
    """Return what the program prints for a command's `--help` in a window of 80 columns."""
    arguments = [sys.executable, "-m", "mastercheck", *command.split(), "--help"]
    environment = {**os.environ, "COLUMNS": "80"}
    return subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S603 - our own program


def renew(page: str) -> str:
    """Return the page with every block of help renewed."""
    return BLOCK.sub(lambda block: f"{block[1]}{print_help(block['command'])}{block[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(renew(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {PAGE.name}")
