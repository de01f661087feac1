"""Patterns of file names: what they take from a name, and which cannot be used."""

import pytest

from mastercheck.candidates.pattern import name_candidates, read_pattern
from mastercheck.errors import UsageError
from report_builders import document, report


@pytest.mark.parametrize(
    ("pattern", "path", "candidate", "version"),
    [
        ("{candidate}_{version}", "ada-byron_v2.docx", "ada-byron", "2"),
        ("{candidate}_{version}", "drafts/Ada_Byron_2.1.pdf", "Ada Byron", "2.1"),
        ("{candidate}_{version}", "drafts\\Ada_Byron_final.pdf", "Ada Byron", "final"),
        ("{candidate}-*", "Ada Byron-report-v2.docx", "Ada Byron", "0.1"),
        ("{candidate}_*", "Ada Byron_1234_assignsubmission_file_report.docx", "Ada Byron", "0.1"),
        ("REPORT {version} ({candidate})", "report 3 (Ada Byron).docx", "Ada Byron", "3"),
        ("*_{candidate}", "2024_report_Ada.docx", "Ada", "0.1"),
        ("{candidate}_{version}", "report.docx", "Moen", "0.1"),
        ("{candidate}_{version}", "2024_2.docx", "Moen", "0.1"),
        ("{candidate}.{version}", "Ada.2.docx", "Ada", "2"),
    ],
)
def test_a_name_that_fits_tells_and_one_that_does_not_leaves_it_to_the_title_block(
    pattern: str, path: str, candidate: str, version: str
) -> None:
    told = name_candidates(report(document(path=path, candidate="Moen", version="0.1")), read_pattern(pattern)).documents[0]
    assert (told.candidate, told.version, told.path) == (candidate, version, path)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "it needs {candidate} once"),
        ("report", "it needs {candidate} once"),
        ("{version}", "it needs {candidate} once"),
        ("{candidate}_{candidate}", "it needs {candidate} once"),
        ("{candidate}_{version}_{version}", "{version} once at most"),
        ("{candidate}{version}", "between two places"),
        ("{candidate}*", "between two places"),
        ("{name}_{version}", "there is no place {name}"),
        ("{candidate", "there is no place {"),
        ("candidate}", "there is no place }"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told_with_an_example(pattern: str, why: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_pattern(pattern)
    assert why in caught.value.message
    assert '--name-pattern "{candidate}_{version}"' in caught.value.advice


def test_no_sign_of_a_pattern_is_an_expression() -> None:
    made = name_candidates(report(document(path="aaXada.docx", candidate="Moen")), read_pattern("a+.{candidate}"))
    assert made.documents[0].candidate == "Moen"
