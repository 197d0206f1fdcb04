"""One of the answers that a form offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormChoice:
    """What is sent for an answer, its words, and whether it is chosen as the form comes."""

    value: str
    words: str
    is_chosen: bool = False
