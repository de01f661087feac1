"""The registry of formats: each is named once, and gives the same for the same report."""

import pytest
from hypothesis import given, settings

from mastercheck.model.report import Report
from mastercheck.render.formats import FORMATS, Format
from report_builders import compliant, draft, report, rulebook, scan
from report_strategies import reports


def test_names_and_suffixes_are_each_given_once() -> None:
    names = [one.name for one in FORMATS]
    assert len({*names, "terminal"}) == len(names) + 1
    assert len({one.suffix for one in FORMATS}) == len(FORMATS)
    assert all(one.suffix.startswith(".") and one.about for one in FORMATS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_gives_what_it_says_and_always_the_same(form: Format) -> None:
    made = report(draft(), compliant(), scan())
    content = form.render(made, rulebook())
    assert isinstance(content, bytes) == form.binary
    assert content == form.render(made, rulebook())
    assert content[-1:] in ("\n", b"\n") or form.binary


@settings(max_examples=30)
@given(made=reports)
def test_no_line_of_a_text_format_commands_a_terminal_or_a_ci_runner(made: Report) -> None:
    for form in FORMATS:
        content = form.render(made, rulebook())
        if isinstance(content, str):
            assert not {letter for letter in content if ord(letter) < 32 or 127 <= ord(letter) < 160} - set("\r\n\t"), form.name
            assert form.for_log or not [line for line in content.splitlines() if line.lstrip().startswith("::") or "##[" in line], form.name
