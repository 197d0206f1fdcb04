"""The process that serves: where it listens, what it says, and what a second one does."""

from __future__ import annotations

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lissom.cli.main import main
from lissom.web.site.serving import HOST, PortTaken, listen


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "lissom", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(
        command, env={**os.environ, "LISSOM_DATA": str(folder)}, text=True, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    address = process.stdout.readline().removeprefix("Lissom is open at ").strip()
    try:
        yield process, address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def get(address: str, path: str = "/", **headers: str) -> tuple[int, dict[str, str], str]:
    connection = HTTPConnection(HOST, int(address.rstrip("/").rpartition(":")[2]), timeout=20)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    return answer.status, dict(answer.headers), answer.read().decode()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("data")) as (_, address):
        yield address


def test_it_answers_on_loopback_under_its_own_name(address: str) -> None:
    status, headers, page = get(address)
    assert (status, headers["Server"], "<h1" in page) == (200, "lissom", True)


def test_a_foreign_name_is_refused_before_anything_is_looked_up(address: str) -> None:
    status, _, words = get(address, Host="clinic.example")
    assert (status, words) == (400, "Lissom answers on this machine only, by its own address.")


@pytest.mark.parametrize("path", ["/", "/api/pack.json", "/manifest.webmanifest"])
def test_another_sites_page_gets_nothing(address: str, path: str) -> None:
    status, _, words = get(address, path, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")
    assert (status, words) == (403, "Lissom gives nothing to the pages of other sites.")


def test_a_link_from_another_site_may_lead_here(address: str) -> None:
    assert get(address, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")[0] == 200


def test_a_link_from_another_site_begins_no_session(address: str) -> None:
    foreign = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}

    assert get(address, "/play/?routine=neck")[0] == 200
    status, headers, _ = get(address, "/play/?routine=neck", **foreign)

    assert (status, headers["Location"]) == (302, "/")


def test_two_hundred_connections_that_say_nothing_keep_nobody_out(address: str) -> None:
    place = urlsplit(address)
    with ExitStack() as held:
        for _ in range(200):
            silent = held.enter_context(socket.create_connection((place.hostname, place.port), timeout=30))
            silent.sendall(b"GET / HTTP/1.1\r\n")
        assert get(address)[0] == 200


def test_the_policy_lets_nothing_in_from_outside(address: str) -> None:
    policy = dict(part.split(" ", 1) for part in get(address)[1]["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def test_an_address_that_does_not_exist_is_a_page_in_our_words(address: str) -> None:
    status, _, page = get(address, "/nowhere/")
    assert (status, "There is no such page." in page) == (404, True)


@pytest.mark.parametrize("asked", ["routine=nothing", "portion=zzz"])
def test_nothing_else_is_played_where_the_address_has_a_slip(address: str, asked: str) -> None:
    status, _, page = get(address, f"/play/?{asked}")
    assert (status, "There is no such page." in page) == (404, True)


def test_a_script_gets_the_same_words_as_json(address: str) -> None:
    status, headers, words = get(address, "/api/nowhere")
    assert (status, headers["Content-Type"]) == (404, "application/json")
    assert '"error": "There is no such page."' in words


def test_a_second_one_on_the_same_folder_leads_to_the_first(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, address):
        port = address.rstrip("/").rpartition(":")[2]
        second = subprocess.run(
            [sys.executable, "-m", "lissom", "serve", "--port", port, "--no-browser"],
            env={**os.environ, "LISSOM_DATA": str(tmp_path)}, text=True, capture_output=True, timeout=30,
        )  # fmt: skip
        assert (second.returncode, second.stdout) == (0, f"Lissom is open already at {address}\n")
    assert not (tmp_path / "serving").exists()


def test_a_port_that_something_else_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken):
            listen(port)
        assert main(["serve", "--port", str(port), "--no-browser"]) == 1
    assert f"port {port} cannot be used" in capsys.readouterr().err


def test_a_port_that_is_none_is_told() -> None:
    with pytest.raises(PortTaken):
        listen(99_999)


def test_ctrl_c_closes_it_at_once_and_cleanly(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, _):
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 1)


@pytest.fixture(scope="module")
def style(address: str) -> str:
    """The address of a style sheet, as a page names it."""
    found = re.search(r'href="(/static/[0-9a-f]{16}/app\.css)"', get(address)[2])
    assert found
    return found[1]


def test_a_style_sheet_is_asked_for_once_and_for_ever(address: str, style: str) -> None:
    status, headers, words = get(address, style)
    assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert "--page:" in words
    assert "/*" not in words


def test_it_comes_packed_to_who_can_unpack_it(address: str, style: str) -> None:
    connection = HTTPConnection(HOST, int(address.rstrip("/").rpartition(":")[2]), timeout=20)
    connection.request("GET", style, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    packed = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) == len(packed)
    assert gzip.decompress(packed).decode() == get(address, style)[2]


def test_a_page_of_another_version_gets_todays_and_keeps_it_not(address: str, style: str) -> None:
    status, headers, words = get(address, re.sub("/[0-9a-f]{16}/", "/0123456789abcdef/", style))
    assert (status, headers["Cache-Control"], words) == (200, "no-store", get(address, style)[2])


@pytest.mark.parametrize("name", ["nothing.js", "../settings.py", "icons/", "icons/../../settings.py"])
def test_nothing_else_is_served(address: str, style: str, name: str) -> None:
    assert get(address, style.replace("app.css", name))[0] == 404
