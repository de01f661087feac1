"""The keys of the settings: a line for each option that a repository may settle for everybody."""

from typing import Literal

from mastercheck.cli.check_options import ENGINES, KINDS
from mastercheck.cli.delivery import NAMES
from mastercheck.settings.keys import Key, PathUse

KEYS = (
    Key(name="kind", parameter="kind", shape=Literal[KINDS], unset="each document is recognised"),
    Key(name="profile", parameter="profile", unset="as the rulebook says"),
    Key(name="rulebook", parameter="rulebook", path=PathUse.READ, unset="the built-in one"),
    Key(name="catalogue", parameter="catalogue", path=PathUse.READ, unset="the rulebook's"),
    Key(name="pages-engine", parameter="pages_engine", shape=Literal[ENGINES]),
    Key(name="exclude", parameter="exclude", listed=True, unset="nothing"),
    Key(name="strict", parameter="strict", shape=bool, yields_to="exit_zero"),
    Key(name="format", parameter="formats", shape=Literal[NAMES], listed=True, unset="terminal", yields_to="output"),
    Key(name="output-dir", parameter="output_dir", path=PathUse.WRITE, unset="none", yields_to="output"),
    Key(name="name-pattern", parameter="name_pattern", unset="the title block tells"),
    Key(name="anonymous", parameter="anonymous", shape=bool),
    Key(name="baseline", parameter="baseline", path=PathUse.EITHER, unset="none", yields_to="write_baseline"),
)
