"""Measure the rules on the project's own test documents and write the figures beside the rulebook."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "mastercheck" / "rulebook" / "data"

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    from mastercheck.rulebook.measures import NAME, write_measures
    from rule_measures import measure_rules  # the test documents are no part of the package

    (TARGET / NAME).write_text(write_measures(measure_rules()), encoding="utf-8")
    print(f"wrote {NAME}; now run: python docs/generate_rules.py")
