"""A real Chromium driven over its own pipe, with none of the flags that test tools switch on.

Test tools turn the throttling of hidden pages off and keep every page focused; a bench of timers or of
loading would then measure another browser than people have. Not a bench itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new", "--no-first-run", "--no-default-browser-check", "--disable-component-update",
    "--disable-sync", "--disable-default-apps", "--window-size=500,900", "--remote-debugging-pipe",
)  # fmt: skip

Event = dict[str, Any]


class BrowserSays(Exception):
    """The browser refused a command, or a page's script failed."""


class Chromium:
    """A running browser. Commands wait for their answer; events go to whoever listens."""

    def __init__(self, process: subprocess.Popen[bytes], reader: int, writer: int) -> None:
        self._process = process
        self._writer = writer
        self._answers: dict[int, Queue[Event]] = {}
        self._listeners: list[Callable[[Event], None]] = []
        self._number = 0
        self._lock = threading.Lock()
        threading.Thread(target=self._read, args=(reader,), daemon=True).start()

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call this with every event, on the reading thread: it must not wait for an answer."""
        self._listeners.append(listener)

    def post(self, method: str, session: str | None = None, **parameters: Any) -> Queue[Event]:
        """Send a command without waiting; the queue will hold its answer."""
        answer: Queue[Event] = Queue()
        with self._lock:
            self._number += 1
            self._answers[self._number] = answer
            message = {"id": self._number, "method": method, "params": parameters}
            if session:
                message["sessionId"] = session
            os.write(self._writer, json.dumps(message).encode() + b"\0")
        return answer

    def send(self, method: str, session: str | None = None, wait: float = 60, **parameters: Any) -> Event:
        """Send a command and return its result."""
        try:
            answer = self.post(method, session, **parameters).get(timeout=wait)
        except Empty:
            raise BrowserSays(f"{method}: no answer in {wait} s") from None
        if "error" in answer:
            raise BrowserSays(f"{method}: {answer['error']['message']}")
        result: Event = answer["result"]
        return result

    def open(self, address: str = "about:blank", **parameters: Any) -> Page:
        """Open a tab in the front, or a window with `newWindow=True`."""
        target = self.send("Target.createTarget", url=address, **parameters)["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session)

    def _read(self, reader: int) -> None:
        with os.fdopen(reader, "rb") as stream:
            waiting = b""
            while chunk := stream.read1(1 << 16):
                *whole, waiting = (waiting + chunk).split(b"\0")
                for message in whole:
                    self._take(json.loads(message))

    def _take(self, message: Event) -> None:
        if "id" in message:
            self._answers.pop(message["id"]).put(message)
            return
        for listener in self._listeners:
            listener(message)


class Page:
    """One tab."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self.browser, self.target, self.session = browser, target, session

    def send(self, method: str, **parameters: Any) -> Event:
        """Send a command to this tab."""
        return self.browser.send(method, self.session, **parameters)

    def evaluate(self, expression: str) -> Any:
        """Return what a script comes to; a promise is awaited."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise BrowserSays(answer["exceptionDetails"]["exception"].get("description", expression))
        return answer["result"].get("value")

    def wait_for(self, expression: str, seconds: float = 30) -> Any:
        """Return what a script comes to once that is true."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with contextlib.suppress(BrowserSays):  # the page may be on its way to another address
                if value := self.evaluate(expression):
                    return value
            time.sleep(0.05)
        raise BrowserSays(f"not true in {seconds} s: {expression}")

    def minimise(self, *, wanted: bool = True) -> None:
        """Minimise the tab's window, or bring it back."""
        window = self.browser.send("Browser.getWindowForTarget", targetId=self.target)["windowId"]
        state = "minimized" if wanted else "normal"
        self.browser.send("Browser.setWindowBounds", windowId=window, bounds={"windowState": state})


@contextlib.contextmanager
def chromium(*flags: str) -> Iterator[Chromium]:
    """Run a browser with an empty profile, and end it."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise SystemExit("no Chromium on this machine (apt install chromium)")
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *FLAGS, *as_root, f"--user-data-dir={Path(profile)}", *flags, "about:blank"]
        process, reader, writer = _start(command)
        try:
            yield Chromium(process, reader, writer)
        finally:
            os.close(writer)
            process.terminate()
            process.wait(timeout=20)


def _start(command: list[str]) -> tuple[subprocess.Popen[bytes], int, int]:
    """Start a browser that reads commands from descriptor 3 and writes to 4, as its pipe flag asks."""
    to_browser, writer = os.pipe()
    reader, from_browser = os.pipe()

    def place() -> None:
        spare = os.dup(from_browser)  # either may stand where the other has to go
        os.dup2(to_browser, 3)
        os.dup2(spare, 4)

    process = subprocess.Popen(
        command, preexec_fn=place, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(to_browser)
    os.close(from_browser)
    return process, reader, writer
