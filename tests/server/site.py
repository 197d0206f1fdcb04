"""The site in a process of its own, for tests that ask it as a browser would, and that kill it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

HOST = "127.0.0.1"


class Answered(NamedTuple):
    """An answer: its status, its headers, and its JSON."""

    status: int
    headers: Message
    content: Any


class Site:
    """A running `lissom serve` on a data folder; it can be killed, and started again at the same address."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self._cookie = ""
        self.port = port
        self.start()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Start the process, and wait until it listens."""
        command = [sys.executable, "-m", "lissom", "serve", "--port", str(self.port), "--no-browser"]
        environment = {**os.environ, "LISSOM_DATA": str(self.folder)}
        self._process = subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        found = re.search(r":(\d+)/", said)
        assert found is not None, f"the site did not start: {said}"
        self.port = int(found[1])

    def kill(self) -> None:
        """End the process with no chance to tidy up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the process as Ctrl-C does."""
        self._end(signal.SIGINT)

    @property
    def pid(self) -> int:
        return self._process.pid

    def ended_by(self, how: signal.Signals) -> tuple[int, str]:
        """End the process, and return its exit code and what it said after its address."""
        self._process.send_signal(how)
        said, _ = self._process.communicate(timeout=20)
        return self._process.returncode, said

    def _end(self, how: signal.Signals) -> None:
        if self._process.poll() is None:
            self._process.send_signal(how)
        self._process.wait(20)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def get(self, path: str, **headers: str) -> Answered:
        """Ask for JSON."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, content: Any, **headers: str) -> Answered:
        """Send JSON, with the token that a page of ours would send; `text` is sent as it stands."""
        if not self._cookie:
            cookie = self.get("/api/journal.json").headers["Set-Cookie"]
            self._cookie = re.search(r"csrftoken=(\w+)", cookie)[1]  # type: ignore[index]  # it is there
        told = {"Cookie": f"csrftoken={self._cookie}", "X_CSRFToken": self._cookie}
        if "Lissom_Journal" not in headers:
            told["Lissom_Journal"] = self.get("/api/journal.json").content["journals"][0]
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return self._ask("POST", path, body, {"Content_Type": "application/json", **told, **headers})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answered:
        connection = HTTPConnection(HOST, self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items() if value}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        is_json = answer.headers.get_content_type().endswith("json")
        return Answered(answer.status, answer.headers, json.loads(text) if is_json and text else text)
