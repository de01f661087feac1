"""Messages of errors: one line each, unless they are lists."""

import pytest

from mastercheck.errors import ConfigurationError, MastercheckError, RulebookError, UnreadableError


@pytest.mark.parametrize("error", [MastercheckError, UnreadableError])
def test_a_message_is_one_line_whatever_name_it_quotes(error: type[MastercheckError]) -> None:
    assert error("a\nb.docx is empty.", "Check it.").message == "a b.docx is empty."


@pytest.mark.parametrize("error", [ConfigurationError, RulebookError])
def test_a_message_that_lists_mistakes_keeps_its_lines(error: type[MastercheckError]) -> None:
    assert error("two mistakes:\none\ntwo", "Correct them.").message == "two mistakes:\none\ntwo"
