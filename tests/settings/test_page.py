"""The page about settings against the program."""

import re
from pathlib import Path

import pytest

from mastercheck.checks import kinds_by_name
from mastercheck.cli.keys import KEYS
from mastercheck.rulebook.loader import load
from mastercheck.settings.entries import require_rules
from mastercheck.settings.reading import SUPPRESS, read_settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_every_key_is_explained_and_no_other() -> None:
    table = PAGE[PAGE.index("| key | value | same as |") : PAGE.index("## Suppressions")]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == [*(key.name for key in KEYS), SUPPRESS]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_used(example: str, tmp_path: Path) -> None:
    path = tmp_path / "mastercheck.toml"
    path.write_text(example, encoding="utf-8")
    settings = read_settings(path, KEYS)
    assert settings.entries
    require_rules(settings, load(kinds_by_name()).rules)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 2
