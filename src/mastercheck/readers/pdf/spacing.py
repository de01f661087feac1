"""How high a single line of a font is."""

import tomllib
from functools import cache
from importlib import resources

UNKNOWN = 1.15
"""Height of a single line of a font that is not known, in sizes."""


@cache
def _heights() -> dict[str, float]:
    data = tomllib.loads(resources.files(__package__).joinpath("line_heights.toml").read_text(encoding="utf-8"))
    heights: dict[str, float] = data["heights"]
    return heights


@cache
def line_height(family: str | None) -> float:
    """Return the distance of baselines of single-spaced text, in sizes.

    Args:
        family: name of the font's family; None where it is not known.
    """
    return _heights().get((family or "").casefold(), UNKNOWN)
