"""The one family of exceptions: what went wrong through a person's input, in the reader's words."""

from __future__ import annotations


class LissomError(Exception):
    """Something a person can mend: what happened, and a hint at what to do instead."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
