"""Passages and what spoke for and against them, as text and as JSON."""

import json

from mastercheck.language.evidence import Evidence, Found
from mastercheck.language.windows import Sign
from mastercheck.model.demands import Subject
from mastercheck.render.passages import render, render_json
from report_builders import STAMP, place

SUBJECT = Subject(id="risks", strong=4.0, weak=2.0)


def found(score: float, *, home: bool = True) -> Found:
    signs = (Sign("risk: risk", 1.25), Sign("more about options", -0.5))
    return Found(location=place("2 Risks", 3, "Fire.", 7), score=score, signs=signs, home=home)


def test_each_passage_has_its_weight_place_quote_and_signs() -> None:
    evidence = Evidence(subject=SUBJECT, found=(found(5), found(4, home=False), found(2), found(1)))
    said = render("a.docx", "CON011 Risks", evidence)
    assert said.startswith("CON011 Risks: passages of a.docx\n================================\n\nFrom 4.00 points on")
    assert "1  5.00 points: evidence\n   2 Risks, page 3, paragraph 7\n   “Fire.”\n   for      +1.25  risk: risk\n   against  -0.50" in said
    assert "2  4.00 points: evidence, though far" in said
    assert "3  2.00 points: not enough" in said
    assert "4  1.00 points: too little" in said


def test_nothing_found_is_said() -> None:
    assert render("a.docx", "CON011 Risks", Evidence(subject=SUBJECT)).endswith("\n\nNo passage speaks about it.")


def test_text_of_a_document_cannot_command_the_terminal() -> None:
    wicked = Found(location=place("\x1b[31m", 1, "\x1b]0;x\x07"), score=5, signs=(Sign("\x1b[2J\n", 1.0),))
    assert "\x1b" not in render("\x1b.docx", "Risks", Evidence(subject=SUBJECT, found=(wicked,)))


def test_json_has_the_same() -> None:
    told = json.loads(render_json("1", STAMP, "a.docx", "CON011 Risks", Evidence(subject=SUBJECT, found=(found(3),), demand=0.75)))
    assert (told["subject"], told["strong"], told["weak"]) == ("risks", 3.0, 1.5)
    assert told["passages"][0]["weight"] == "evidence"
    assert told["passages"][0]["signs"][1] == {"text": "more about options", "points": -0.5}
    assert told["passages"][0]["location"]["paragraph"] == 7
