"""The command `similar`, from the line typed to the exit code."""

import json
from pathlib import Path
from textwrap import wrap

import pytest
from docx import Document as WordDocument

from mastercheck import similarity
from mastercheck.cohort import crews
from mastercheck.cohort.crew import Crew, Task
from mastercheck.cohort.crews import Means
from mastercheck.cohort.order import Order
from mastercheck.cohort.pool import Pool
from mastercheck.errors import ExitCode, TimeLimitError
from mastercheck.model.document import Document
from mastercheck.rulebook.schema import Rulebook
from mastercheck.similarity import Text
from mastercheck.similarity.shingles import Keys
from pdf_files import PdfPage, write_pdf
from running import Run

FERRY = (
    "The ferry line moves forty thousand passengers a year between two islands, and nobody in the office can say what a single crossing "
    "costs. In the winter of 2014 the board asked for a figure, and three departments gave three different answers."
)
BAKERY = (
    "A bakery with nine shops wants its ovens to be watched from one room. The project compared two sensors, chose the cheaper one and "
    "measured for six weeks how much flour was saved by baking at the right moment."
)


def write(path: Path, *paragraphs: str) -> None:
    """Save a report."""
    made = WordDocument()
    made.add_heading("Introduction", 1)
    for text in paragraphs:
        made.add_paragraph(text)
    path.parent.mkdir(exist_ok=True)
    made.save(str(path))


@pytest.fixture(autouse=True)
def cohort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of three submissions and one of last year."""
    write(tmp_path / "now" / "anna.docx", FERRY, "Anna wrote this sentence alone and nobody else has it.")
    write(tmp_path / "now" / "bert.docx", BAKERY, "Bert wrote that one, which is of no interest to anybody.")
    write(tmp_path / "now" / "carl.docx", FERRY)
    write(tmp_path / "then" / "dora.docx", BAKERY)
    write(tmp_path / "then" / "emil.docx", BAKERY)
    monkeypatch.chdir(tmp_path)


def pairs(told: str) -> list[tuple[str, str]]:
    """The pairs of a JSON output, by the names of the files."""
    return [(Path(pair["first"]).stem, Path(pair["second"]).stem) for pair in json.loads(told)["pairs"]]


def test_a_shared_passage_is_shown_and_is_no_failure(run: Run) -> None:
    ran = run("similar", "now", "--width", 80)
    assert (ran.code, ran.err) == (0, "")
    assert "1 pair of documents with shared passages" in ran.out
    assert "never a verdict" in " ".join(ran.out.split())
    assert '42 words: "The ferry line moves forty thousand passengers' in ran.out
    assert "1 document without a shared passage" in ran.out


def test_earlier_cohorts_are_compared_with_and_not_among_themselves(run: Run) -> None:
    assert pairs(run("similar", "now", "--format", "json").out) == [("anna", "carl")]
    against = run("similar", "now", "--against", "then", "--format", "json").out
    assert sorted(pairs(against)) == [("anna", "carl"), ("bert", "dora"), ("bert", "emil")]


def test_a_document_in_both_is_one_of_the_cohort(run: Run) -> None:
    told = json.loads(run("similar", "then", "--against", ".", "--format", "json").out)
    assert [(Path(one["path"]).stem, one["earlier"]) for one in told["documents"]] == [
        ("dora", False),
        ("emil", False),
        ("anna", True),
        ("bert", True),
        ("carl", True),
    ]


def test_files_can_be_named_themselves(run: Run) -> None:
    assert pairs(run("similar", "now/anna.docx", "now/carl.docx", "--format", "json").out) == [("anna", "carl")]


def test_a_pdf_of_the_same_text_is_recognised(run: Run) -> None:
    write_pdf(Path("now", "fred.pdf"), [PdfPage().lines(72, 90, wrap(FERRY, 80)).lines(72, 180, wrap(BAKERY, 80))])
    assert set(pairs(run("similar", "now", "--format", "json").out)) == {
        ("anna", "carl"),
        ("anna", "fred"),
        ("bert", "fred"),
        ("carl", "fred"),
    }


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run) -> None:
    Path("now", "broken.docx").write_bytes(b"PK\x03\x04 no more")
    ran = run("similar", "now", "--width", 80)
    assert ran.code == ExitCode.UNREADABLE
    assert "1 pair of documents" in ran.out
    assert "broken.docx is damaged" in ran.out
    ran = run("similar", "now", "--format", "csv")
    assert ran.code == ExitCode.UNREADABLE
    assert ran.out.count("\r\n") == 2
    assert "broken.docx is damaged" in ran.err


def test_documents_are_read_under_the_limits_of_check(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[float, int, int]] = []

    def hire(_: int, rulebook: Rulebook, order: Order, means: Means, task: Task) -> Crew:
        asked.append((order.limits.seconds, order.limits.mebibytes, means.jobs))
        return Pool(rulebook, order, 2, task=task)

    monkeypatch.setattr(crews, "hire", hire)
    ran = run("similar", "now", "--format", "json", "--timeout", 30, "--memory", 500, "--jobs", 2)
    assert (ran.code, pairs(ran.out), asked) == (0, [("anna", "carl")], [(30, 500, 2)])


@pytest.mark.parametrize(("error", "code"), [(TimeLimitError, ExitCode.UNREADABLE), (ZeroDivisionError, ExitCode.FAULT)])
def test_a_document_that_fails_in_any_way_is_one_that_was_not_read(
    error: type[Exception], code: ExitCode, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = similarity.prepare

    def prepare(document: Document, path: str, known: Keys) -> Text:
        if path.endswith("bert.docx"):
            raise error("bert.docx takes too long.", "Save it anew.")
        return reader(document, path, known)

    monkeypatch.setattr(similarity, "prepare", prepare)
    ran = run("similar", "now", "--format", "json")
    assert (ran.code, pairs(ran.out)) == (code, [("anna", "carl")])
    assert [Path(one["path"]).name for one in json.loads(ran.out)["unread"]] == ["bert.docx"]


def test_the_least_number_of_words_can_be_chosen(run: Run) -> None:
    assert pairs(run("similar", "now", "--format", "json", "--minimum-words", 50).out) == []


def test_two_templates_share_nothing(run: Run) -> None:
    for name in ("one", "two"):
        assert run("new", "report", f"{name}.docx").code == 0
    assert pairs(run("similar", "one.docx", "two.docx", "--format", "json", "--minimum-words", 8).out) == []


def test_reading_many_is_announced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mastercheck.cli.inputs.SUFFIXES", (".docx",))
    for number in range(40):
        Path("now", f"{number}.docx").write_bytes(b"x")
    assert run("similar", "now", "--format", "json").err.startswith("Reading 43 documents: this takes a while.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "answer"),
    [
        (["nowt"], ExitCode.USAGE, 'did you mean "now"?'),
        (["now/anna.docx"], ExitCode.NOTHING_TO_CHECK, "nothing to compare it with"),
        (["empty"], ExitCode.NOTHING_TO_CHECK, "There is no document"),
        (["now", "--against", "thn"], ExitCode.USAGE, 'did you mean "then"?'),
        (["now", "--against", "empty"], ExitCode.NOTHING_TO_CHECK, "There is no document"),
        (["now", "--format", "jsom"], ExitCode.USAGE, 'did you mean "json"?'),
        (["now", "--minimum-words", "3"], ExitCode.USAGE, "--minimum-words"),
    ],
)
def test_what_cannot_be_compared_is_told(arguments: list[str], code: ExitCode, answer: str, run: Run) -> None:
    Path("empty").mkdir()
    ran = run("similar", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert answer in ran.err
