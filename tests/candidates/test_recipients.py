"""Recipients: each candidate gets feedback on all of their documents, and reads no other's name."""

from mastercheck.candidates.recipients import OTHER, list_recipients
from mastercheck.model.report import Finding, Outcome
from report_builders import document, place, report, result, scan


def told(recipients: object) -> list[tuple[str, list[str]]]:
    return [(one.name, [document.path for document in one.report.documents]) for one in recipients]  # type: ignore[attr-defined]


def test_documents_of_one_candidate_go_together_and_nameless_ones_alone() -> None:
    made = report(
        document(path="in/a.docx", candidate="Ada Byron"),
        scan(),
        document(path="in/b.docx", candidate="Byron, Ada"),
        document(path="in/c.docx"),
    )
    assert told(list_recipients(made)) == [("Ada Byron", ["a.docx", "b.docx"]), ("scan", ["scan.pdf"]), ("c", ["c.docx"])]


def test_nobody_reads_the_name_of_another() -> None:
    quote = place("1 Team", 1, "Zoe Moen and Ada Byron, and Ada, wrote this")
    first, second = list_recipients(
        report(document(result("CON001", "Risks", Outcome.FAIL, quote), candidate="Ada Byron"), document(candidate="Zoe Moen"))
    )
    assert f"{OTHER} and Ada Byron, and Ada, wrote this" in str(first.report)
    assert "Ada" not in str(second.report)


def test_a_title_block_that_names_another_candidate_is_no_name_of_ones_own() -> None:
    line = Finding(outcome=Outcome.PASS, message="", facts={"part": "name", "text": "Zoe Moen"})
    copied = document(result("TTL001", "Title", Outcome.PASS, line), candidate="Ada Byron")
    first, _ = list_recipients(report(copied, document(candidate="Zoe Moen")))
    assert "Moen" not in str(first.report)
