from datetime import date
from pathlib import Path

from mastercheck.checks import kinds_by_name
from mastercheck.rulebook.document import describe
from mastercheck.rulebook.loader import load
from rulebook_files import KINDS, MAIN, write_rulebook

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
MORE = """
[[side_entry]]
level = "Expert"
holding = "a|b"
taking = "c"
source = "d"
as_of = 2010-07-01
[[timeline]]
seminar = "classroom"
when = "week 9"
activity = "first session"
[[unjudged]]
clause = "4"
title = "A <real> project"
reason = "Only people know."
"""


def test_page_in_docs_is_the_rulebook() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe(load(kinds_by_name())), "run: python docs/generate_rules.py"


def test_page_tells_all_that_a_rulebook_holds(tmp_path: Path) -> None:
    page = describe(load(KINDS, path=write_rulebook(tmp_path, main=MAIN + MORE)))
    for line in (
        "# Rules: A small rulebook, edition 1",
        "| [LEN001](#len001) | length | Length | report | error | 4 |",
        '### <a id="con001"></a>CON001 risks: Risks',
        "Guide, clause 4 · report, proposal · warning · element `risks` · check `look` · only if length did not fail",
        "- Passes: A risk is fire.",
        "| all | everything | headings, body |",
        "| 1.2 | Effect cultural change in IT, and change it again | 1 Direct | yes |",
        "| A1 | An area |",
        r"| 4 | A \<real\> project | Only people know. |",
        "| classroom | week 9 | first session |",
        rf"| Expert | a\|b | c | d | {date(2010, 7, 1)} |",
    ):
        assert line in page.splitlines()
