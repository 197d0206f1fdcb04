"""How the journal is called from a process with a running event loop, such as the terminal player.

Django refuses to work in a thread in which a loop runs, since it would block that loop unseen. Here
blocking is what is wanted: an event is shown as recorded only once it is on the disk, and that is a
matter of a few milliseconds. So a call that comes from within a loop is carried out in the journal's
own thread while the caller waits; any other call runs where it is. Both ways the caller gets the
result, or the error, as from any function.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

Result = TypeVar("Result")


def carry(call: Callable[[], Result]) -> Result:
    """Make a call, here or in the journal's thread, and return its result when it is done."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return call()
    return _thread().submit(call).result()


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
