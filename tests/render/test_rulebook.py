"""The rulebook for people and for programs."""

import json

from demands import rule, rulebook
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import RulebookStamp, Severity
from mastercheck.render.rulebook import render_json, render_markdown, render_rule, render_table

LENGTH = rule(
    "word-count",
    code="LEN001",
    clause="4; 6 report template",
    applies_to=(DocumentKind.REPORT,),
    severity=Severity.WARNING,
    group="Length",
    requires=("title-block",),
    rationale="The guide asks for a length. " * 8,
)
RULES = rulebook(LENGTH, rule("plan", code="CON009"), groups=("Project", "Length"))


def test_the_table_follows_the_groups_and_fits_the_line() -> None:
    table = render_table(RULES)
    assert table.index("CON009") < table.index("LEN001  word-count  report  warning   4, 6    Title of word-count")
    assert "CON009  plan        both    error     4       Title of plan" in table
    assert "(not the built-in one)" in table
    assert "2 rules. Read more about one with: mastercheck explain LEN001" in table
    assert max(map(len, table.splitlines())) <= 80


def test_the_builtin_rulebook_is_not_called_anything_else() -> None:
    stamp = RulebookStamp(id="small", edition="1", sha256="0" * 64, builtin=True)
    assert "not the built-in one" not in render_table(rulebook(LENGTH, stamp=stamp))


def test_a_rulebook_without_rules_has_a_table_too() -> None:
    assert "0 rules." in render_table(rulebook())


def test_a_rule_of_a_group_that_is_not_listed_is_not_lost() -> None:
    assert "LEN001" in render_table(rulebook(LENGTH, groups=()))


def test_markdown_keeps_its_columns_whatever_a_title_holds() -> None:
    table = render_markdown(rulebook(rule("plan", title="Plan | frame\nand dates"))).splitlines()
    assert len(table) == 3
    assert "Plan \\| frame and dates" in table[2]


def test_json_holds_everything_that_is_said_of_a_rule() -> None:
    told = json.loads(render_json("1.0", RULES))
    assert told["rulebook"]["edition"] == "1"
    assert told["rules"][0] == {
        "code": "LEN001",
        "name": "word-count",
        "title": "Title of word-count",
        "clause": "4; 6 report template",
        "applies_to": ["report"],
        "severity": "warning",
        "element": None,
        "group": "Length",
        "check": "word-count",
        "requires": ["title-block"],
        "rationale": LENGTH.rationale,
        "advice": "Add it.",
        "advice_for": {},
        "passing": "A good sample.",
        "failing": "A bad sample.",
    }


def test_a_rule_is_explained_with_all_that_there_is_to_know() -> None:
    told = render_rule(LENGTH, RULES)
    for part in (
        "LEN001 word-count: Title of word-count",
        "clause 4; 6 report template (edition 1)",
        "Judges    report",
        "warning: where it is not met, a person must look",
        "After     title-block",
        "The guide asks for a length.",
        "How to put it right\n  Add it.",
        "A sample that meets it\n  A good sample.",
        "A sample that does not\n  A bad sample.",
    ):
        assert part in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_rule_that_requires_nothing_does_not_speak_of_it() -> None:
    assert "After" not in render_rule(rule(), RULES)
