"""Anonymity: no format shows a candidate's name, and a person's code is the same everywhere."""

import io
import zipfile
from dataclasses import replace

import pytest
from rich.console import Console

from mastercheck.candidates.anonymity import anonymise
from mastercheck.candidates.codes import code_file, code_person
from mastercheck.model.location import Location
from mastercheck.model.report import (
    DeclaredSpecification,
    DocumentReport,
    EvidencedSpecification,
    Finding,
    Outcome,
    ProjectArea,
    Report,
    SectionWords,
    SpecificationCoverage,
    Verdict,
)
from mastercheck.model.suppression import BaselineUse, IdleEntry, Suppression, SuppressionSource
from mastercheck.render.formats import FEEDBACK, FORMATS, Format
from mastercheck.render.terminal import print_report
from report_builders import document, report, result, rulebook, scan, words

NAME = "Ingvild Moen"
CODE = code_person(NAME)
HERE = Location(heading_path=(f"1 The plan of {NAME}",), page=1, quote=f"As Moen, {NAME} said")


def named(**more: object) -> DocumentReport:
    """A report on a document that names its author wherever a document can."""
    known = Suppression(source=SuppressionSource.SETTINGS, reason=f"{NAME} asked for it")
    told = Finding(outcome=Outcome.FAIL, message=f"{NAME} is left.", location=HERE, facts={"names": (NAME,)})
    line = Finding(outcome=Outcome.PASS, message="", location=HERE, facts={"part": "name", "text": f"Name: {NAME}"})
    coverage = SpecificationCoverage(
        requirements={"1": "Direction"},
        declared=(DeclaredSpecification(id=None, title=f"Of {NAME}", requirement="1", location=HERE),),
        evidenced=(EvidencedSpecification(id="P1", title="Manage change", requirement="1", passages=(HERE,)),),
    )
    given = {
        "path": f"{NAME}/moen-final.docx",
        "candidate": NAME,
        "version": "final by Moen",
        "verdict": Verdict.NOT_COMPLIANT,
        "words": words(sections=(SectionWords(title=f"The plan of {NAME}", level=1, words=9),)),
        "exam_specifications": coverage,
        "project_areas": (ProjectArea(id="A1", title="Change", passages=(HERE,)),),
    }
    broken = result("CON001", "Risks", Outcome.FAIL, told, message=f"{NAME} is left.", suppressed=(replace(told, suppression=known),))
    return document(broken, result("TTL001", "Title", Outcome.PASS, line), **{**given, **more})  # type: ignore[arg-type]


def unreadable() -> DocumentReport:
    """A document that cannot be read, whose file alone names its author."""
    broken = scan()
    assert broken.error
    error = replace(broken.error, message="moen.pdf holds no text.", advice="Save cohort/moen.pdf anew.")
    return replace(broken, path="cohort/moen.pdf", error=error)


def cohort() -> Report:
    idle = IdleEntry(file=f"{NAME}/mastercheck.toml", number=1, rule="CON001", reason=f"For {NAME}", document="moen-*.docx")
    return replace(
        report(named(), named(path="b/moen.docx"), unreadable()),
        idle=(idle,),
        baseline=BaselineUse(file=f"{NAME}/baseline.json", known=3, gone=1),
    )


def read(form: Format) -> str:
    """The text of a report in a format, packed or not."""
    content = form.render(anonymise(cohort()), rulebook())
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("form", [*FORMATS, *FEEDBACK], ids=lambda form: f"{form.name}{'-feedback' if form in FEEDBACK else ''}")
def test_no_format_shows_a_name(form: Format) -> None:
    text = read(form).lower()
    assert "moen" not in text
    assert "ingvild" not in text
    assert CODE.lower() in text


def test_the_terminal_shows_no_name() -> None:
    paper = io.StringIO()
    print_report(anonymise(cohort()), Console(file=paper, width=100), rulebook())
    assert "moen" not in paper.getvalue().lower()
    assert CODE in paper.getvalue()


def test_files_are_named_by_the_codes_of_their_authors() -> None:
    paths = [one.path for one in anonymise(cohort()).documents]
    assert paths == [f"{CODE}.docx", f"{CODE}-2.docx", f"{code_file('moen')}.pdf"]
    error = anonymise(cohort()).documents[2].error
    assert error
    assert error.message == f"{code_file('moen')}.pdf holds no text."


def test_a_name_in_the_title_block_goes_where_the_file_says_another() -> None:
    made = anonymise(report(named(candidate="i-moen-2016")))
    assert made.documents[0].candidate == code_person("i-moen-2016")
    assert "Moen" not in str(made)


def test_a_document_names_no_other_candidate() -> None:
    other = document(result("CON001", "Risks", Outcome.FAIL, HERE), candidate="Ada Byron")
    assert "Moen" not in str(anonymise(report(other, named())))


def test_what_the_rulebook_says_stays() -> None:
    made = document(result("CON001", "Risks", Outcome.FAIL, message="Risks are left.", advice="Ask Risks."), candidate="Risks Byron")
    (only,) = anonymise(report(made)).documents[0].results
    assert (only.title, only.advice) == ("Risks", "Ask Risks.")
    assert only.message.endswith(" are left.")


def test_what_the_rulebook_says_of_specifications_areas_and_findings_stays() -> None:
    told = Finding(outcome=Outcome.FAIL, message="Service is left.", advice="Ask Service.")
    coverage = SpecificationCoverage(
        requirements={"1": "Service strategy"},
        declared=(
            DeclaredSpecification(id="P1", title="Service portfolio", requirement="1", location=Location(quote="I am Ada Service.")),
            DeclaredSpecification(id=None, title="Service of Ada", requirement=None, location=Location()),
        ),
        evidenced=(EvidencedSpecification(id="P1", title="Service portfolio", requirement="1", passages=(Location(quote="My Service."),)),),
    )
    made = document(
        result("CON001", "Risks", Outcome.FAIL, told),
        candidate="Ada Service",
        exam_specifications=coverage,
        project_areas=(ProjectArea(id="A1", title="Service level management", passages=(Location(quote="Service!"),)),),
    )
    (after,) = anonymise(report(made)).documents
    code, covered = code_person("Ada Service"), after.exam_specifications
    assert covered
    assert covered.requirements == coverage.requirements
    assert [(one.title, one.location.quote) for one in covered.declared] == [
        ("Service portfolio", f"I am {code}."),
        (f"{code} of {code}", ""),
    ]
    assert [(one.title, one.passages[0].quote) for one in covered.evidenced] == [("Service portfolio", f"My {code}.")]
    assert [(one.title, one.passages[0].quote) for one in after.project_areas] == [("Service level management", f"{code}!")]
    assert [(one.message, one.advice) for one in after.results[0].findings] == [(f"{code} is left.", "Ask Service.")]


@pytest.mark.parametrize(
    ("named_in_entry", "shown"),
    [
        ("", ""),
        ("cohort/Moen.DOCX", f"{CODE}.docx"),
        ("cohort/other.docx", f"{code_file('other')}.docx"),
        ("lost.PDF", f"{code_file('lost')}.pdf"),
    ],
)
def test_an_entry_names_its_document_as_the_report_does(named_in_entry: str, shown: str) -> None:
    idle = IdleEntry(file="mastercheck.toml", number=1, rule="CON001", reason="Agreed.", document=named_in_entry)
    made = report(named(path="a/moen.docx"), named(path="a/other.docx"), named(path="b/other.docx"))
    assert [one.document for one in anonymise(replace(made, idle=(idle,))).idle] == [shown]


def test_a_code_is_the_same_for_a_person_and_another_for_others_and_under_another_key() -> None:
    assert code_person("Moen, Ingvild") == CODE == code_person("ingvild moen")
    assert len({CODE, code_person("Ingrid Moen"), code_person(NAME, "secret"), code_person(NAME, "other"), code_person("")}) == 5
    # As it was in every version: a code that changed would be another person's.
    assert code_person("Ada Byron") == "C-1FCJ62"
