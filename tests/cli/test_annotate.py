"""The command `annotate`: a copy with comments, beside the document or where it is asked for, and never over anything."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docx_files import docx, para
from hostile_tasks import complain, crash, eat, fault, hang
from mastercheck.cohort import crews
from mastercheck.cohort.alone import Alone
from mastercheck.cohort.crew import Crew, Here, Task
from mastercheck.cohort.order import Order
from mastercheck.errors import ExitCode
from mastercheck.readers.docx import read_docx
from mastercheck.readers.pdf import read_pdf
from mastercheck.rulebook.schema import Rulebook
from pdf_files import PdfPage, write_pdf
from running import Run
from word_comments import comments_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def no_office_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no office suite count pages, which would take seconds."""
    monkeypatch.setattr("mastercheck.readers.pagination.office.find_office", lambda: None)


def example(name: str) -> Path:
    return Path(shutil.copy(EXAMPLES / name, name))


def test_the_copy_lies_beside_the_document_which_is_as_it_was(run: Run) -> None:
    folder = Path("mine")
    folder.mkdir()
    path = folder / "report.docx"
    path.write_bytes((EXAMPLES / "report-with-gaps.docx").read_bytes())
    ran = run("annotate", path)
    assert (ran.code, ran.out) == (ExitCode.COMPLIANT, "")
    assert f'"{folder / "report.annotated.docx"}" is made, with 10 comments.' in ran.err
    assert f'"{path}" is as it was.' in ran.err
    assert path.read_bytes() == (EXAMPLES / "report-with-gaps.docx").read_bytes()
    assert sorted(entry.name for entry in folder.iterdir()) == ["report.annotated.docx", "report.docx"]


def test_the_findings_stand_at_their_words(run: Run) -> None:
    run("annotate", example("report-with-gaps.docx"), "-o", "copy.docx")
    found = {one.about: one.lines[0] for one in comments_of(Path("copy.docx"))}
    assert found["<Date>"] == "To correct: LFT001 No template text left"
    assert found["Senge, 1990"] == "To improve: CIT002 Citations and literature agree"
    assert found["The controller has confirmed both figures."].startswith("To improve: LFT002")


@pytest.mark.parametrize("name", ["report-with-gaps.docx", "report-compliant.pdf"])
def test_a_copy_has_the_words_of_the_document_and_its_comments_are_found_when_it_is_checked(name: str, run: Run) -> None:
    path = example(name)
    read = read_pdf if path.suffix == ".pdf" else read_docx
    run("annotate", path, "-o", f"copy{path.suffix}")
    before, after = read(path), read(Path(f"copy{path.suffix}"))
    assert [one.text for one in after.paragraphs()] == [one.text for one in before.paragraphs()]
    assert len(after.comments) > len(before.comments)
    ran = run("check", f"copy{path.suffix}", "--kind", "report", "--pages-engine", "estimated")
    assert "comment by mastercheck" in " ".join(ran.out.split())


def test_comments_of_an_earlier_copy_are_kept_and_told(run: Run) -> None:
    assert "already" not in run("annotate", example("report-compliant.docx"), "-o", "copy.docx").err
    ran = run("annotate", "copy.docx", "-o", "again.docx")
    assert '"copy.docx" holds comments of mastercheck already. They are kept;' in ran.err
    first, again = (comments_of(Path(file)) for file in ("copy.docx", "again.docx"))
    assert again[: len(first)] == first


def test_one_comment_is_told_as_one(run: Run) -> None:
    ran = run("annotate", example("proposal-compliant.docx"))
    assert "with 1 comment. " in ran.err


@pytest.mark.parametrize(("name", "ending"), [("a.docm", ".docm"), ("a.DOCX", ".docx"), ("a", ".docx"), ("v1.2", ".docx")])
def test_a_copy_ends_as_its_format_asks(name: str, ending: str, run: Run) -> None:
    docx(Path(), para("Title") + para("Text"), name=name)
    assert run("annotate", name).code == ExitCode.COMPLIANT
    assert Path(f"{Path(name).stem}.annotated{ending}").exists()


def test_a_copy_of_a_pdf_ends_in_pdf(run: Run) -> None:
    write_pdf(Path("a.pdf"), [PdfPage().text(72, 80, "A title")])
    assert run("annotate", "a.pdf", "--kind", "proposal").code == ExitCode.COMPLIANT
    assert len(read_pdf(Path("a.annotated.pdf")).comments) > 0


def test_a_copy_that_is_there_is_replaced_only_by_force(run: Run) -> None:
    path = example("report-with-gaps.docx")
    Path("copy.docx").write_bytes(b"my notes")
    ran = run("annotate", path, "-o", "copy.docx")
    assert ran.code == ExitCode.USAGE
    assert '"copy.docx" is there already' in ran.err
    assert "add --force" in ran.err
    assert Path("copy.docx").read_bytes() == b"my notes"
    assert run("annotate", path, "-o", "copy.docx", "--force").code == ExitCode.COMPLIANT
    assert zipfile.is_zipfile("copy.docx")


def test_the_document_itself_is_never_replaced(run: Run) -> None:
    path = example("report-with-gaps.docx")
    before = path.read_bytes()
    Path("link.docx").symlink_to(path)
    for target in (path, Path("link.docx"), Path.cwd() / path):
        ran = run("annotate", path, "-o", target, "--force")
        assert ran.code == ExitCode.USAGE
        assert "is one of the inputs" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["none.docx"], 'There is no file or folder "none.docx"'),
        (["."], '"." is a folder.'),
        (["a.docx", "-o", "b.pdf"], 'The copy "b.pdf" has another format than "a.docx".'),
        (["a.docx", "-o", "b"], "Give it a name that ends in .docx."),
        (["a.docx", "-o", "."], "Name a file in it, for example copy.docx."),
        (["a.docx", "-o", "none/b.docx"], 'there is no folder "none"'),
        (["a.docx", "--kind", "resume"], '--kind cannot be "resume"'),
        (["a.docx", "--rulebook", "none.toml"], 'There is no file "none.toml"'),
        (["a.docx", "--pages-engine", "guess"], '--pages-engine cannot be "guess"'),
    ],
)
def test_wrong_usage_is_answered_and_nothing_is_written(arguments: list[str], answer: str, run: Run) -> None:
    docx(Path(), para("Title"), name="a.docx")
    ran = run("annotate", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
    assert [entry.name for entry in Path().iterdir()] == ["a.docx"]


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux has copies of processes that are safe")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize(
    ("act", "code", "answer"),
    [
        (hang, ExitCode.UNREADABLE, "a.docx was given up: it takes longer than 1 second. No copy was made."),
        (eat, ExitCode.UNREADABLE, "it takes more memory than 4096 MiB. No copy was made."),
        (crash, ExitCode.UNREADABLE, "it crashed the process that was reading it (SIGSEGV). No copy was made."),
        (complain, ExitCode.UNREADABLE, "a.docx is locked. No copy was made.\nUnlock it."),
        (fault, ExitCode.FAULT, "a.docx could not be judged: ZeroDivisionError"),
    ],
)
def test_the_copy_is_made_under_the_limits_of_check(
    act: Callable[[Path], None], code: ExitCode, answer: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hire(_: int, rulebook: Rulebook, order: Order, means: object, task: Task | None = None) -> Crew:
        del means
        return Alone(rulebook, order, task=task) if task else Here(rulebook, order)

    monkeypatch.setattr(crews, "hire", hire)
    monkeypatch.setattr("mastercheck.annotate.annotate", lambda path, **_: act(path))
    docx(Path(), para("Title"), name="a.docx")
    ran = run("annotate", "a.docx", "--timeout", 1, "--memory", 4096)
    assert (ran.code, ran.out) == (code, "")
    assert answer in ran.err
    assert [entry.name for entry in Path().iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"plain text", "looks like plain text"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (b"%PDF-1.7 and no more", "is a damaged PDF"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(content: bytes, answer: str, run: Run) -> None:
    Path("a.docx").write_bytes(content)
    ran = run("annotate", "a.docx")
    assert (ran.code, ran.out) == (ExitCode.UNREADABLE, "")
    assert answer in ran.err
    assert [entry.name for entry in Path().iterdir()] == ["a.docx"]


def test_the_rulebook_and_the_kind_are_those_that_are_asked_for(run: Run) -> None:
    run("annotate", example("proposal-compliant.docx"), "--kind", "report", "-o", "copy.docx")
    assert "Master report" in comments_of(Path("copy.docx"))[0].lines[1]


@pytest.mark.needs("soffice")
def test_an_office_suite_opens_the_copy_and_finds_the_same_words(run: Run, tmp_path: Path) -> None:
    path = example("report-with-gaps.docx")
    run("annotate", path, "-o", "copy.docx")
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "--outdir", "text", path, "copy.docx"], check=True, capture_output=True, timeout=120)
    before, after = (Path("text", name).read_text(encoding="utf-8").split() for name in ("report-with-gaps.txt", "copy.txt"))
    assert len(before) > 3000
    assert after == before
