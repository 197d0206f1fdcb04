"""Files of a whole record, put together in a process of their own.

A year of sessions takes a second to read and write, and ten years ten. In the server's own process every
page and every player would go slower meanwhile: Python computes in one thread at a time. Where the system
can, such a process is split off one that has loaded the modules already, which ends with the server.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from functools import cache
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from lissom.app.person import Desk

Given = ParamSpec("Given")
Made = TypeVar("Made")

MANY: Final = 100  # sessions; with fewer, a process takes longer to start than the file to make


def make_apart(
    make: Callable[Concatenate[Desk, Given], Made], desk: Desk, *given: Given.args, **named: Given.kwargs
) -> Made:
    """Return what a function makes of a desk's record: here where it is short, else in a process of its own.

    `make` stands in a module under its own name, and what it is given and returns can be pickled. Where
    no process can be started, it runs here.
    """
    if desk.journal.count_sessions() <= MANY:
        return make(desk, *given, **named)
    journal = desk.journal
    place = (journal.folder, journal.person, desk.now, desk.zone, desk.profile.language)
    try:
        with ProcessPoolExecutor(1, _context()) as apart:
            made: Made = apart.submit(
                _make, (make.__module__, make.__qualname__), place, given, named
            ).result()
            return made
    except (BrokenProcessPool, OSError):
        return make(desk, *given, **named)


@cache
def _context() -> BaseContext:
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["lissom.web.own_process_modules"])
    return context


def _make(
    function: tuple[str, str],
    place: tuple[Path, str, datetime, str, str],
    given: tuple[Any, ...],
    named: dict[str, Any],
) -> Any:
    """Open the record first: modules that know its tables can be imported only then."""
    from lissom.store.setup import open_journal

    folder, person, now, zone, language = place
    desk = Desk(open_journal(folder, person), now, zone, language)
    module, name = function
    return getattr(import_module(module), name)(desk, *given, **named)
