"""What an installation has, for people."""

from dataclasses import replace
from pathlib import Path

from mastercheck.readers.pagination.engines import FontUse, OfficeSuite
from mastercheck.render.doctor import Workshop, render

WORKSHOP = Workshop(jobs=4, seconds=60, mebibytes=1024, memory_limited=True, kept=Path("kept"))


def font(family: str, substitute: str, *, measured: bool = True) -> FontUse:
    return FontUse(family=family, share=0.5, measured=measured, substitute=substitute)


def test_a_suite_is_named_with_its_version_or_called_silent() -> None:
    assert "Office suite: Suite 7 (/bin/suite)." in render({"Python": "3"}, OfficeSuite(path="/bin/suite", version="Suite 7"), WORKSHOP)
    assert "does not say what it is" in render({"Python": ""}, OfficeSuite(path="/bin/suite", version=""), WORKSHOP)
    assert "Python  missing" in render({"Python": ""}, None, WORKSHOP)


def test_each_font_is_told_with_what_this_machine_has() -> None:
    shown = render(
        {"Python": "3"}, None, WORKSHOP, [font("Arial", "Liberation Sans"), font("Odd", "odd", measured=False), font("Other", "")]
    )
    lines = [line.split("  ") for line in shown.splitlines()]
    assert [line[-1].strip() for line in lines if line[0] in {"Arial", "Odd", "Other"}] == [
        "replaced by Liberation Sans",
        "installed",
        "not known",
    ]
    assert "by another font" in shown
    assert "metric twins" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_without_replaced_fonts_nothing_is_said_of_twins() -> None:
    assert "twins" not in render({"Python": "3"}, None, WORKSHOP, [font("Arial", "Arial")])
    assert "names no fonts" in render({"Python": "3"}, None, WORKSHOP, [])


def test_the_limits_are_told_or_that_the_system_keeps_none() -> None:
    shown = render({}, None, WORKSHOP)
    for line in ("At a time: 4.", "Time: 60 seconds for each.", "Memory: 1024 MiB for each.", 'Known results: in "kept".'):
        assert line in shown
    assert "Memory: no limit" in render({}, None, replace(WORKSHOP, memory_limited=False))
