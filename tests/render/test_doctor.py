"""What an installation has, for people."""

from mastercheck.readers.pagination.engines import FontUse, OfficeSuite
from mastercheck.render.doctor import render


def font(family: str, substitute: str, *, measured: bool = True) -> FontUse:
    return FontUse(family=family, share=0.5, measured=measured, substitute=substitute)


def test_a_suite_is_named_with_its_version_or_called_silent() -> None:
    assert "Office suite: Suite 7 (/bin/suite)." in render({"Python": "3"}, OfficeSuite(path="/bin/suite", version="Suite 7"))
    assert "does not say what it is" in render({"Python": ""}, OfficeSuite(path="/bin/suite", version=""))
    assert "Python  missing" in render({"Python": ""}, None)


def test_each_font_is_told_with_what_this_machine_has() -> None:
    shown = render({"Python": "3"}, None, [font("Arial", "Liberation Sans"), font("Odd", "odd", measured=False), font("Other", "")])
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
    assert "twins" not in render({"Python": "3"}, None, [font("Arial", "Arial")])
    assert "names no fonts" in render({"Python": "3"}, None, [])
