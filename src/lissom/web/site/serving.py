"""The process that serves the site: one, on loopback, until it is interrupted."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread, current_thread, main_thread
from typing import Any, Final

from lissom.content import library
from lissom.errors import LissomError
from lissom.store.folder import data_folder

HOST: Final = "127.0.0.1"
PORT: Final = 8614
"""Always the same, because a browser keeps what it has to send by address."""
THREADS: Final = 6
PATIENCE: Final = 1.0
"""Seconds that a page waits for the proof of an own routine that is new: then it is shown without it."""
CONNECTIONS: Final = 500
"""At once; with more a process comes to what a system lets it open."""
SILENCE: Final = 30
"""Seconds after which a connection that says nothing is closed. It never takes a thread."""
TURN: Final = 0.0005
"""Seconds between two threads' turns. What reads or packs much gives its turn away a thousand times, and
waits so long each time for those that calculate."""
NAME: Final = "lissom"
"""How the server calls itself, so that a second one knows the first."""
NOTE: Final = "serving"
"""The file of the data folder in which its address stands."""


class PortTaken(LissomError):
    """Something else listens there."""


def listen(port: int) -> socket.socket:
    """Return a socket that listens on loopback; port 0 takes any free one.

    Raises:
        PortTaken: if something listens there already.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port left just now is free
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortTaken(
            f"port {port} cannot be used: something else is there, or it is not allowed",
            "if Lissom is open already, use that one; else choose another with --port",
        ) from error
    listener.listen()
    return listener


def address_of(listener: socket.socket) -> str:
    """Return the address at which a listening socket is reached."""
    return f"http://{HOST}:{listener.getsockname()[1]}/"


def make_application() -> Callable[..., Any]:
    """Return the site as a WSGI application.

    Raises:
        JournalError: if the journal cannot be opened.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "lissom.web.site.settings"
    import django
    from django.core.wsgi import get_wsgi_application

    from lissom.store.setup import open_journal, time_zone_kept

    with time_zone_kept():
        django.setup(set_prefix=False)
    open_journal()
    return get_wsgi_application()


def warm_up() -> None:
    """Make once what the first page would else wait for: the figures and today's machines.

    What is there then stays, so the search for garbage need not go through it again and again.
    """
    from lissom.app.person import Desk
    from lissom.store.setup import open_journal
    from lissom.web.api.figures import dumped_figures
    from lissom.web.api.pack import make_pack

    dumped_figures()
    make_pack(Desk(open_journal()))
    gc.collect()
    gc.freeze()


def serve(listener: socket.socket, opened: Callable[[], object] = lambda: None) -> None:
    """Serve until interrupted, or told to end. `opened` is called once whoever asks is answered."""
    from waitress.server import create_server

    logging.getLogger("django.request").setLevel(logging.ERROR)  # a slip in an address is no news
    library.wait_for_proofs(PATIENCE)
    sys.setswitchinterval(TURN)
    with _noted(listener):
        server = create_server(
            make_application(), sockets=[listener], threads=THREADS, ident=NAME,
            connection_limit=CONNECTIONS, channel_timeout=SILENCE, cleanup_interval=SILENCE,
        )  # fmt: skip
        Thread(target=warm_up, daemon=True).start()
        with _ending_when_told():
            opened()
            try:
                server.run()
            finally:
                server.close()
                close_journals()


@contextmanager
def _ending_when_told() -> Iterator[None]:
    """Let SIGTERM, with which a system closes its programs, end this as Ctrl-C does."""
    if current_thread() is not main_thread():
        yield
        return
    was = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, was)


def close_journals() -> None:
    """Let go of the databases that this thread has open; those of the others went with their requests."""
    from django.db import connections

    connections.close_all()


def open_already(port: int) -> str | None:
    """Return the address at which this very data folder is being served, or None."""
    address = f"http://{HOST}:{port}/"
    try:
        if _note().read_text(encoding="utf-8") != address:
            return None
        connection = HTTPConnection(HOST, port, timeout=10)  # it may be starting
        connection.request("HEAD", "/offline/")
        return address if connection.getresponse().headers["Server"] == NAME else None
    except (OSError, HTTPException):
        return None


@contextmanager
def _noted(listener: socket.socket) -> Iterator[None]:
    """Keep a note of the address in the data folder while it is served, where there is room for it."""
    with suppress(OSError):
        data_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        _note().write_text(address_of(listener), encoding="utf-8")
    try:
        yield
    finally:
        _note().unlink(missing_ok=True)


def _note() -> Path:
    return data_folder() / NOTE
