"""Asking a person something in lines of text, before or after a session."""

from __future__ import annotations

import sys

WAITS = 60.0  # seconds between two looks at the keyboard
ANSWERS = {"y": True, "yes": True, "o": False, "no": False, "n": False}


def ask_yes_no(question: str) -> bool | None:
    """Ask until the answer is yes or no; None when nobody answers. On a terminal one key is enough."""
    ask = _ask_key if sys.stdin.isatty() else ask_line
    while True:
        line = ask(f"{question} (y yes, o no) ")
        if line is None:
            return None
        if line.lower() in ANSWERS:
            return ANSWERS[line.lower()]


def _ask_key(prompt: str) -> str | None:
    from lissom.terminal.plain import standard_input

    print(prompt, end="", flush=True)
    typed = standard_input()
    with typed.opened():
        while (key := typed.wait(WAITS)) is None and not typed.ended:
            continue
    print(key or "")
    return None if key in (None, "\x03", "\x04") else key


def ask_line(prompt: str) -> str | None:
    """Ask for one line; None at the end of the input."""
    print(prompt, end="", flush=True)
    line = sys.stdin.readline() if sys.stdin.isatty() else _piped_line()
    if line is None or not line:
        print()
        return None
    return line.strip()


def _piped_line() -> str | None:
    """Take the next line of a pipe from where the player takes its own, which reads ahead."""
    from lissom.terminal.plain import standard_input

    piped = standard_input()
    while not piped.ended:
        line = piped.wait(WAITS)
        if line is not None:
            print(line)
            return line
    return None
