"""Asking a person something in lines of text, before or after a session."""

from __future__ import annotations

import sys

ANSWERS = {"y": True, "yes": True, "o": False, "no": False, "n": False}


def ask_yes_no(question: str) -> bool | None:
    """Ask until the answer is yes or no; None when there is nobody to answer."""
    while True:
        line = ask_line(f"{question} (y yes, o no) ")
        if line is None:
            return None
        if line.lower() in ANSWERS:
            return ANSWERS[line.lower()]


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
        line = piped.wait(60)
        if line is not None:
            print(line)
            return line
    return None
