"""The README's picture: the same on every run, without fonts from the network, cut where it would be too long."""

import importlib.util
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from report_builders import draft, report, rulebook

SCRIPT = Path(__file__).parents[2] / "docs" / "make_pictures.py"


@pytest.fixture(scope="module")
def make_pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pictures", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_picture_is_the_same_on_every_run_and_fetches_nothing(make_pictures: ModuleType) -> None:
    made = make_pictures.draw(report(draft()), rulebook(), title="mastercheck check draft.docx")
    assert made == make_pictures.draw(report(draft()), rulebook(), title="mastercheck check draft.docx")
    assert "font-face" not in made
    assert made.count("http") == made.count("http://www.w3.org/") + made.count("https://www.textualize.io")


def test_picture_shows_the_first_lines_of_the_report(make_pictures: ModuleType) -> None:
    made = make_pictures.draw(report(draft()), rulebook(), title="a title", lines=12, width=80)
    texts = [element.text or "" for element in ET.fromstring(made).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own
    assert any("NOT\u00a0COMPLIANT" in text for text in texts)
    assert any("…" in text for text in texts)
    assert not any("Next" in text for text in texts)
    assert all(text == text.strip() for text in texts)
