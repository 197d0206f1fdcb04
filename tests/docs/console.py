"""A page's fenced blocks as one sitting at a terminal, in a folder of its own.

A block `yaml NAME` is a file to be written, or its continuation where it is begun already; a block
`diff NAME` is a change to it. A block `console` holds commands after `$ `, and below
each what it prints; where nothing stands below, anything may be printed. In what is printed, a line
that is only `…` stands for any lines, and `…` within a line for any text. `console exit=N` says how
the last command of the block ends; all others end with 0.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import Fence, Page

LONGEST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Call:
    """One command of a page, with what it should print and how it should end."""

    command: str
    printed: str
    code: int
    line: int


def sit_down(page: Page, folder: Path) -> None:
    """Write the files and run the commands of a page, in its order."""
    for fence in page.fences:
        if len(fence.info) > 1 and fence.language in _EDITS:
            _EDITS[fence.language](folder / fence.info[1], fence.text)
        for call in calls(fence):
            _check(call, page, _run(call, folder))


def _write_on(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as open_file:
        open_file.write(text)


def _change(file: Path, change: str) -> None:
    """Replace the lines that begin with a minus or a space by those that begin with a plus or a space."""
    lines = change.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] in marks) for marks in ("- ", "+ "))
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name} has these lines {text.count(old)} times:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


_EDITS: dict[str, Callable[[Path, str], None]] = {"yaml": _write_on, "diff": _change}


def calls(fence: Fence) -> Iterator[Call]:
    """Return the commands of a `console` block."""
    if fence.language != "console":
        return
    wanted = next((int(word[5:]) for word in fence.info[1:] if word.startswith("exit=")), 0)
    parts = re.split(r"^\$ ", fence.text, flags=re.M)
    assert not parts[0].strip(), f"line {fence.line}: a console block begins with a command"
    for number, part in enumerate(parts[1:], 1):
        command, _, printed = part.partition("\n")
        yield Call(command, printed.strip(), wanted if number == len(parts) - 1 else 0, fence.line)


def _run(call: Call, folder: Path) -> subprocess.CompletedProcess[str]:
    commands = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ, "PATH": commands, "LISSOM_DATA": str(folder / "data"), "HOME": str(folder),
        "NO_COLOR": "1", "COLUMNS": "100", "TZ": "UTC",
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-c", call.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip


def _check(call: Call, page: Page, done: subprocess.CompletedProcess[str]) -> None:
    told = f"{page.name}, block at line {call.line}: $ {call.command}\n{done.stdout}"
    assert done.returncode == call.code, f"ended with {done.returncode}, not {call.code}: {told}"
    if call.printed:
        seen = f"{done.stdout.strip()}\n"
        assert _pattern(call.printed).fullmatch(seen), f"the page shows something else: {told}"


def _pattern(printed: str) -> re.Pattern[str]:
    return re.compile("".join(_line_pattern(line.rstrip()) for line in printed.splitlines()))


def _line_pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return re.escape(line).replace("…", ".*") + r" *\n"
