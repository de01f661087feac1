import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docx_files import docx, para
from mastercheck.model.document import Document, PageEngine
from mastercheck.model.formatting import PageSetup
from mastercheck.readers import read
from mastercheck.readers.pagination import office
from mastercheck.readers.pagination.office import ask_office, find_office
from mastercheck.readers.pagination.suite import find_socket, start_suite
from set_text import document

PAGE_OF_PDF = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 430] /Resources << /Font << /F 5 0 R >> >> /Contents 6 0 R >>"


def pdf(count: int, text: str = "") -> bytes:
    """A PDF of so many pages, each with a text whose baseline is at 215 points."""
    stream = f"BT /F 10 Tf 50 215 Td ({text}) Tj ET".encode() if text else b""
    kids = " ".join(["4 0 R"] * count)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        b"null",
        PAGE_OF_PDF,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >> stream\n%b\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 7\n0000000000 65535 f \n" + table + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office suite that does what the Python code does which is written behind its first lines; `out` is where the PDF goes."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys, time, pathlib\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]) / 'document.pdf'\n"
        "source = pathlib.Path(sys.argv[-1])\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return program


def teach(program: Path, code: str) -> None:
    with program.open("a") as file:
        file.write(code)


def file_of(tmp_path: Path) -> Path:
    path = tmp_path / "mine.docx"
    path.write_bytes(b"the document")
    return path


def made(setup: PageSetup = PageSetup(width=200.0, height=430.0)) -> Document:  # noqa: B008 - frozen
    return document(setups=(setup,))


def test_the_pages_of_the_pdf_are_counted(suite: Path, tmp_path: Path) -> None:
    teach(suite, f"out.write_bytes({pdf(3, 'x')!r})\n")
    answer = ask_office(made(), file_of(tmp_path))
    assert answer.pages
    assert (answer.pages.count, answer.pages.engine, answer.pages.certain, answer.reason) == (3, PageEngine.OFFICE, False, "")
    assert answer.pages.fill_of_last_page == pytest.approx((358 - 215) / 286, abs=0.02)


def test_how_full_the_last_page_is_stays_open_without_text(suite: Path, tmp_path: Path) -> None:
    teach(suite, f"out.write_bytes({pdf(1)!r})\n")
    answer = ask_office(made(), file_of(tmp_path))
    assert answer.pages
    assert answer.pages.fill_of_last_page is None


def test_how_full_the_last_page_is_stays_open_without_page_setup(suite: Path, tmp_path: Path) -> None:
    teach(suite, f"out.write_bytes({pdf(1, 'x')!r})\n")
    answer = ask_office(document(setups=()), file_of(tmp_path))
    assert answer.pages
    assert answer.pages.fill_of_last_page is None
    tight = ask_office(made(PageSetup(width=200.0, height=430.0, margin_top=215.0, margin_bottom=215.0)), file_of(tmp_path))
    assert tight.pages
    assert tight.pages.fill_of_last_page is None


def test_the_suite_works_on_a_copy_in_a_profile_of_its_own(suite: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    teach(
        suite,
        "profile = next(one for one in sys.argv if one.startswith('-env:UserInstallation=file:'))[len('-env:UserInstallation=file://'):]\n"
        "settings = (pathlib.Path(profile) / 'user' / 'registrymodifications.xcu').read_text()\n"
        f"pathlib.Path({str(note)!r}).write_text(source.read_text() + '|' + str(source) + '|' + settings)\n"
        "source.write_text('spoiled')\n",
    )
    path = file_of(tmp_path)
    ask_office(made(), path)
    text, copy, settings = note.read_text().split("|")
    assert (text, path.read_bytes()) == ("the document", b"the document")
    assert not Path(copy).parent.exists()
    assert {"DisableMacrosExecution", "BlockUntrustedRefererLinks"} <= set(settings.replace('"', " ").split())


@pytest.mark.parametrize(
    "code", ["sys.exit(3)\n", "os.abort()\n", "out.write_bytes(b'rubbish')\n", f"out.write_bytes({pdf(0)!r})\n", "pass\n", "1/0\n"]
)
def test_a_suite_that_fails_gives_a_reason_and_no_pages(suite: Path, tmp_path: Path, code: str) -> None:
    teach(suite, code)
    answer = ask_office(made(), file_of(tmp_path))
    assert (answer.pages, answer.reason) == (None, "the office suite could not set the document")


def test_a_suite_that_hangs_is_ended_with_all_that_it_started(suite: Path, tmp_path: Path) -> None:
    note = tmp_path / "child.txt"
    teach(
        suite,
        "import subprocess\n"
        f"child = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n",
    )
    begun = time.monotonic()
    answer = ask_office(made(), file_of(tmp_path), seconds=1.0)
    assert time.monotonic() - begun < 10
    assert (answer.pages, answer.reason) == (None, "the office suite took longer than 1 seconds")
    assert _ended(int(note.read_text()))


def _ended(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        state = subprocess.run(["/bin/ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
        if state.strip().startswith("Z") or not state.strip():
            return True
        time.sleep(0.02)
    return False


def test_the_socket_of_a_suite_that_is_killed_goes_with_it(suite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mastercheck.readers.pagination.suite._SOCKETS", tmp_path)
    name = find_socket(Path("/tmp/offt/profile")).name  # noqa: S108 - where LibreOffice 7.4 was seen to make the one of that name
    assert name == f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_a64c058df1d18c195d729f962ab58e"
    teach(
        suite,
        "import hashlib\n"
        "profile = next(one for one in sys.argv if one.startswith('-env:UserInstallation='))[len('-env:UserInstallation='):]\n"
        "name = ''.join(f'{byte:x}' for byte in hashlib.md5(profile.encode('utf-16-le')).digest())\n"
        f"pathlib.Path({str(tmp_path)!r}, f'OSL_PIPE_{{os.getuid()}}_SingleOfficeIPC_{{name}}').touch()\n"
        "time.sleep(60)\n",
    )
    assert ask_office(made(), file_of(tmp_path), seconds=1.0).pages is None
    assert not list(tmp_path.glob("OSL_PIPE*"))


def test_a_suite_whose_folder_cannot_say_so_is_ended_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), start_suite([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path / "gone"):
        pass
    assert not list(tmp_path.iterdir())


def test_what_the_suite_leaves_running_is_ended_too(suite: Path, tmp_path: Path) -> None:
    note = tmp_path / "child.txt"
    teach(
        suite,
        "import subprocess\n"
        f"child = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        f"out.write_bytes({pdf(2)!r})\n",
    )
    assert ask_office(made(), file_of(tmp_path)).pages
    assert _ended(int(note.read_text()))


def test_a_program_that_cannot_be_started_gives_a_reason(suite: Path, tmp_path: Path) -> None:
    suite.write_text("#!/there/is/no/such/program\n")
    assert ask_office(made(), file_of(tmp_path)).reason == "the office suite could not be started"
    assert ask_office(made(), tmp_path / "absent.docx").reason == "the office suite could not be started"


def test_without_a_suite_there_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "USUAL_PLACES", (str(tmp_path / "soffice"),))
    assert find_office() is None
    assert ask_office(made(), file_of(tmp_path)).reason == "no office suite is installed"
    (tmp_path / "soffice").write_text("")
    assert find_office() == str(tmp_path / "soffice")


@pytest.mark.skipif(find_office() is None, reason="no office suite is installed")
def test_a_real_suite_sets_a_document(tmp_path: Path) -> None:
    path = docx(tmp_path, para("One") + para("Two", properties="<w:pageBreakBefore/>"))
    document = read(path, pages_engine="office")
    assert document.pages
    assert (document.pages.count, document.pages.engine) == (2, PageEngine.OFFICE)
