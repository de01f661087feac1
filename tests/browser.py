"""A real Chromium without a network, for tests of the HTML: what it loads, says and does."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SWITCHES = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root, as in a container
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


@contextmanager
def open_browser(folder: Path) -> Iterator[webdriver.Chrome]:
    """Give a browser with a fresh profile in a folder, that records every request and every word of its console."""
    options = Options()
    for switch in (*SWITCHES, f"--user-data-dir={folder}"):
        options.add_argument(switch)
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def list_requests(driver: webdriver.Chrome) -> list[str]:
    """The addresses that pages asked for since this was asked last, those that leave no page left out."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    asked = (one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent")
    return [address for address in asked if not address.startswith(("chrome:", "data:"))]
