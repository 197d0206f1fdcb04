"""Chromium for the tests of this folder, and a page in which the player's modules can be called.

One browser for the whole folder. Playwright's synchronous calls keep an event loop running between
them, so it must be gone before any test outside that has a loop of its own: hence the scope.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.person import go_through_the_list
from tests.server.site import Site
from tests.shipped import REPOSITORY

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))

# Django refuses its database to a thread in which a loop runs, which Playwright's does here.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium. Contexts and pages are each test's own."""
    if not CHROMIUM.exists():
        pytest.fail(
            f"these tests need Chromium at {CHROMIUM}: `make test` installs it on Debian and Ubuntu; "
            "elsewhere install it and set CHROMIUM to its path"
        )
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def modules() -> Iterator[str]:
    """Return the address of a server that gives out the modules, and nothing else of the app."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Modules, directory=str(REPOSITORY)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="package")
def core_page(chromium: Browser, modules: str) -> Iterator[Page]:
    """Return an empty page at the address of the modules."""
    page = chromium.new_page()
    page.goto(f"{modules}/core.html")
    yield page
    page.close()


@pytest.fixture(scope="package")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of someone who went through the health list, and has done nothing yet."""
    folder = tmp_path_factory.mktemp("listed") / "data"
    go_through_the_list(folder)
    return folder


@pytest.fixture
def site(tmp_path: Path, listed: Path) -> Iterator[Site]:
    """Return the running app, on a data folder of its own: nothing has happened there yet."""
    running = Site(shutil.copytree(listed, tmp_path / "data"))
    yield running
    running.stop()


class _Modules(SimpleHTTPRequestHandler):
    """The modules as they are written, and the page and script of these tests."""

    def translate_path(self, path: str) -> str:
        if path.startswith("/browser/"):
            return super().translate_path(path)
        return str(REPOSITORY / "tests" / "browser" / Path(path).name)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is pytest's."""
