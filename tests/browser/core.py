"""The player's core in Chromium, called from Python: many questions in one go.

A machine is handed over once, and named by its number afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from lissom.machine.codec import as_json
from lissom.machine.model import Machine


class Core:
    """What `core.js` offers, in a page that has loaded it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers: dict[int, tuple[Machine, int]] = {}

    def ask(self, name: str, question: Any) -> Any:
        """Return one answer."""
        return self.ask_all(name, [question])[0]

    def ask_all(self, name: str, questions: Iterable[Any]) -> list[Any]:
        """Return an answer to each question. It all goes as text, which is quicker than values."""
        call = "async ([name, text]) => JSON.stringify(await Promise.all(JSON.parse(text).map(core[name])))"
        return json.loads(self._page.evaluate(call, [name, json.dumps(list(questions))]))

    def number(self, machine: Machine) -> int:
        """Return the number under which the page knows a machine; it is handed over where it is new."""
        known = self._numbers.get(id(machine))
        if known is None:
            known = self._numbers[id(machine)] = machine, self.ask("keep", json.dumps(as_json(machine)))
        return known[1]
