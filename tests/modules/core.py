"""The modules that know no page, in Node, called from Python: many questions in one go.

A machine is handed over once, and named by its number afterwards.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools.browser import NODE

from lissom.machine.codec import as_json
from lissom.machine.model import Machine


class Core:
    """What `core.js` offers, in a process of Node that has loaded it."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("answer.mjs")
        self._node = subprocess.Popen(
            [NODE, script], text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._numbers: dict[int, tuple[Machine, int]] = {}

    def close(self) -> None:
        assert self._node.stdin is not None
        self._node.stdin.close()
        self._node.wait(20)

    def ask(self, name: str, question: Any) -> Any:
        """Return one answer."""
        return self.ask_all(name, [question])[0]

    def ask_all(self, name: str, questions: Iterable[Any]) -> list[Any]:
        """Return an answer to each question."""
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps({"name": name, "questions": list(questions)}) + "\n")
        self._node.stdin.flush()
        told = json.loads(self._node.stdout.readline())
        assert "error" not in told, told["error"]
        answers: list[Any] = told["answers"]
        return answers

    def number(self, machine: Machine) -> int:
        """Return the number under which the page knows a machine; it is handed over where it is new."""
        known = self._numbers.get(id(machine))
        if known is None:
            known = self._numbers[id(machine)] = machine, self.ask("keep", json.dumps(as_json(machine)))
        return known[1]
