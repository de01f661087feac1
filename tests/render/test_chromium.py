"""The page in a real Chromium: it filters, obeys the keyboard, prints, runs nothing of a document's, and asks the network for nothing."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from mastercheck.model.report import Outcome, Report, SectionWords
from mastercheck.render.html import render, render_feedback
from report_builders import compliant, document, draft, place, report, result, rulebook, scan, words

pytest.importorskip("selenium", reason="selenium is not installed: pip install -e '.[dev]'")

from selenium.webdriver.common.keys import Keys

from browser import list_requests, open_browser

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.needs("chromedriver")]

AWAY = "https://away.example/x"
HOSTILE = (
    "<script>window.owned = 1</script>",
    f"<img src={AWAY} onerror=window.owned=1>",
    f'" onmouseover="window.owned=1" style="background:url({AWAY})',
    f"</title></style></script><link rel=stylesheet href={AWAY}><svg onload=window.owned=1>",
    f"<meta http-equiv=refresh content='0;url={AWAY}'><base href={AWAY}>",
    f"<iframe src={AWAY}></iframe><form action={AWAY}><button>Show all</button></form>",
    "\x1b[31m::error::\x00 =HYPERLINK(1)",
)


def hostile() -> Report:
    """Reports in which every text is an attack, among two that are none."""
    attacks = [
        document(
            replace(result("CON001", text, Outcome.FAIL, place(text, 1, text), message=text, advice=text), group=text),
            path=text,
            candidate=text,
            version=text,
            words=words(sections=(SectionWords(title=text, level=1, words=9),)),
        )
        for text in HOSTILE
    ]
    return report(*attacks, draft(), compliant(), scan())


Page = Callable[[str], Any]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with open_browser(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Page:  # noqa: ANN401 - selenium is there where the tests run
    """Open a page in the browser."""

    def open_page(text: str) -> Any:  # noqa: ANN401 - the same
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        list_requests(browser)
        browser.get_log("browser")
        browser.get(path.as_uri())
        return browser

    return open_page


def rows(driver: Any) -> list[str]:  # noqa: ANN401 - the same
    """The documents of the matrix that are shown."""
    shown = [row for row in driver.find_elements("css selector", "tr[data-verdict]") if row.is_displayed()]
    return [row.find_element("css selector", "th").text for row in shown]


def focused(driver: Any) -> Any:  # noqa: ANN401 - the same
    return driver.switch_to.active_element


def test_a_request_that_a_page_makes_is_seen(show: Page) -> None:
    driver = show(f"<!DOCTYPE html><title>x</title><img src={AWAY}>")
    assert AWAY in list_requests(driver)


@pytest.mark.parametrize("make", [render, render_feedback])
def test_nothing_of_a_document_runs_and_nothing_is_asked_of_the_network(show: Page, make: Callable[..., str]) -> None:
    driver = show(make(hostile(), rulebook()))
    for one in driver.find_elements("css selector", "details:not([open]) > summary"):
        one.click()
    assert list_requests(driver) == [driver.current_url]
    assert driver.execute_script("return window.owned") is None
    assert driver.get_log("browser") == []
    shown = driver.find_element("tag name", "main").text
    assert all(text in shown for text in HOSTILE[:-1])
    assert "\\x1b[31m::error::\\x00 =HYPERLINK(1)" in shown
    assert driver.execute_script("return document.querySelectorAll('img, iframe, link, base, meta[http-equiv=refresh]').length") == 0


def test_documents_are_filtered_by_words_verdict_and_outcome(show: Page) -> None:
    driver = show(render(report(draft(), compliant(), scan()), rulebook()))
    status = driver.find_element("id", "shown")
    assert status.text == "3 of 3 documents shown"
    search = driver.find_element("name", "words")
    search.send_keys("ingvild MOEN")
    assert (rows(driver), status.text) == (["drafts/draft-v3.docx"], "1 of 3 documents shown")
    driver.find_element("css selector", "button[type=reset]").click()
    driver.find_element("css selector", "[name=verdict][value=not_compliant]").click()
    assert rows(driver) == ["report-final.pdf", "submissions/2016/autumn/scan.pdf"]
    driver.find_element("css selector", "button[type=reset]").click()
    driver.find_element("css selector", "[name=mark] option:nth-of-type(3)").click()
    assert rows(driver) == ["drafts/draft-v3.docx"]
    assert not driver.find_element("id", "document-2").is_displayed()


def test_the_keyboard_is_enough(show: Page) -> None:
    driver = show(render(report(draft(), compliant()), rulebook()))
    body = driver.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    assert focused(driver).text == "Skip to the documents"
    focused(driver).send_keys(Keys.TAB)
    assert focused(driver).get_attribute("name") == "words"
    focused(driver).send_keys("byron")
    assert rows(driver) == ["report-final.pdf"]
    focused(driver).send_keys(Keys.TAB)
    focused(driver).send_keys(Keys.SPACE)
    assert rows(driver) == []
    focused(driver).send_keys(Keys.SPACE)
    for _ in range(80):
        focused(driver).send_keys(Keys.TAB)
        if focused(driver).text == "report-final.pdf":
            break
    assert focused(driver).tag_name == "a"
    assert not driver.find_element("css selector", "#document-2 > div").is_displayed()
    focused(driver).send_keys(Keys.ENTER)
    assert driver.find_element("css selector", "#document-2 > div").is_displayed()


def test_a_screen_reader_is_told_what_a_control_is_for(show: Page) -> None:
    driver = show(render(report(draft(), compliant()), rulebook()))
    named = {one.accessible_name: one.aria_role for one in driver.find_elements("css selector", "#filters input, #filters select, button")}
    assert named["Words to find"] == "searchbox"
    assert named["Needs review"] == "checkbox"
    assert named["Rule"] == named["Outcome"] == "combobox"
    assert "" not in named


@pytest.mark.parametrize("width", [360, 900])
def test_no_window_is_too_narrow(show: Page, width: int) -> None:
    driver = show(render(hostile(), rulebook()))
    driver.set_window_size(width, 800)
    for one in driver.find_elements("css selector", "details.document:not([open]) > summary"):
        one.click()
    assert driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_paper_has_every_report_open(show: Page) -> None:
    driver = show(render(report(draft(), compliant(), scan()), rulebook()))
    with pdfplumber.open(BytesIO(b64decode(driver.print_page()))) as printed:
        text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    for told in ("Justification of PDCA", "How can the company decide which services it needs?", "scan.pdf holds pictures of its 14 pages"):
        assert told in text
    assert "Words to find" not in text


def test_feedback_is_a_letter_on_paper(show: Page) -> None:
    driver = show(render_feedback(report(draft()), rulebook()))
    with pdfplumber.open(BytesIO(b64decode(driver.print_page()))) as printed:
        assert "Begin with" in printed.pages[0].extract_text()
    assert driver.find_element("tag name", "details").get_attribute("open")
