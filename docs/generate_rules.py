"""Make docs/rules.md from the rulebook that comes with the program."""

from pathlib import Path

from mastercheck.checks import kinds_by_name
from mastercheck.rulebook.document import describe
from mastercheck.rulebook.loader import load

PAGE = Path(__file__).with_name("rules.md")

if __name__ == "__main__":
    PAGE.write_text(describe(load(kinds_by_name())), encoding="utf-8")
    print(f"wrote {PAGE.name}")
