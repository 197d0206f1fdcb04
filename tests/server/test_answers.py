"""What holds for every answer: no browser keeps it where it is about a person, and a HEAD has no body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from lissom.web.site.assets import address_of
from lissom.web.site.urls import urlpatterns
from tests.server.person import Person
from tests.server.site import HOST, Site

BACK = "back-care"
ABOUT_NOBODY = {
    "api/figures.json": "no-cache",
    "api/words.json": "no-cache",
    "service-worker.js": "no-cache",
}
TOLD = {
    "calendar/<str:token>.ics": "calendar/none.ics",
    "downloads/<slug:name>.csv": "downloads/sessions.csv",
    "open/<slug:target>/": "open/all/",
    "routines/<slug:routine_id>/": "routines/neck/",
    "routines/<slug:routine_id>/handout.pdf": "routines/neck/handout.pdf",
    "settings/<slug:name>/": "settings/voice/",
}
"""An address for each pattern that takes something. Pictures of positions and assets are about nobody."""


def addresses() -> list[str]:
    """Return an address of each kind that there is: a new one is in it by itself."""
    patterns = [str(each.pattern) for each in urlpatterns]
    told = [TOLD.get(each, re.sub(r"<[^>]*>", "x", each)) for each in patterns if "static" not in each]
    return [each for each in told if not each.startswith("figures/")]


@pytest.mark.parametrize("address", addresses())
def test_no_browser_keeps_what_is_about_a_person(person: Person, address: str) -> None:
    got, sent = (ask(f"/{address}")["Cache-Control"] for ask in (person.browser.get, person.browser.post))
    assert got.removeprefix("private, ") == ABOUT_NOBODY.get(address, "no-store")
    assert sent == "no-store"


def test_nor_a_page_that_says_what_went_wrong(person: Person) -> None:
    assert person.browser.get("/nowhere/")["Cache-Control"] == "no-store"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    running = Site(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


def test_a_head_has_the_headers_of_a_get_and_no_body(site: Site) -> None:
    """All on one connection: a body would be read as the beginning of the next answer."""
    connection = HTTPConnection(HOST, site.port, timeout=30)
    paths = [
        "/",
        "/play/",
        "/api/pack.json",
        "/nowhere/",
        "/api/nowhere",
        "/api/logs/",
        address_of("app.css"),
    ]
    seen = {}
    for path in paths:
        for method in ("GET", "HEAD"):
            connection.request(method, path, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            body = answer.read()
            seen[path, method] = answer.status, answer.headers["Content-Type"], len(body)
            assert answer.headers["Content-Length"] is not None
    assert {path: seen[path, "HEAD"] for path in paths} == {
        path: (*seen[path, "GET"][:2], 0) for path in paths
    }
    connection.close()


def test_a_head_leaves_nothing_on_the_wire(site: Site) -> None:
    import socket

    with socket.create_connection((HOST, site.port), timeout=30) as line:
        line.sendall(f"HEAD / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        came = b"".join(iter(lambda: line.recv(65536), b""))
    assert came.partition(b"\r\n\r\n")[2] == b""
