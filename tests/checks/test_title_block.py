"""The title block: who wrote the document, told from other lines that look like a name."""

import pytest

from builders import document_of
from mastercheck.checks.title_block import read_particulars


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We want better fields.", ""),
        ("The field is a good one.", "Better Fields"),
        ("Write to better.fields@example.com, or www.better-fields.com.", "Better Fields"),
    ],
)
def test_what_the_text_has_in_lower_case_is_nobodys_name(text: str, name: str) -> None:
    made = document_of(f"Three teams, one list\n\nBetter Fields\n\n# Introduction\n{text}")
    assert read_particulars(made).get("name", "") == name
