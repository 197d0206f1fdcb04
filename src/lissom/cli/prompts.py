"""Asking a person something in lines of text, before or after a session."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from lissom.coach.profile import Answer

WAITS = 60.0  # seconds between two looks at the keyboard
_KEYS: Mapping[Answer, str] = {"yes": "y", "no": "o", "not-sure": "u"}  # the player's own keys
_LABELS: Mapping[Answer, str] = {"yes": "yes", "no": "no", "not-sure": "unsure"}


def ask_yes_no(question: str, language: str) -> bool | None:
    """Ask until the answer is yes or no; None when nobody answers."""
    answer = ask_answer(question, language, ("yes", "no"))
    return None if answer is None else answer == "yes"


def ask_answer(
    question: str, language: str, answers: tuple[Answer, ...] = ("yes", "no", "not-sure")
) -> Answer | None:
    """Ask until it is one of the answers; None when nobody answers.

    The keys are those that mean it in a session, in that language; on a terminal one press is enough.
    """
    from lissom.terminal.strings import strings_for

    words = strings_for(language)
    keys = {words.letters.get(_KEYS[answer], _KEYS[answer]): answer for answer in answers}
    labels = {words.labels[_LABELS[answer]]: answer for answer in answers}
    prompt = ", ".join(f"{key} {label}" for key, label in zip(keys, labels, strict=True))
    ask = _ask_key if sys.stdin.isatty() else ask_line
    while (line := ask(f"{question} ({prompt}) ")) is not None:
        found = (keys | labels).get(line.lower())
        if found is not None:
            return found
    return None


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
