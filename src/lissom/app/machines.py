"""The machine of a routine or of a page of questions, by its id: compiled once for each choice of options."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lissom.coach.portions import seconds_by_stretch
from lissom.content import library
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.routine.model import Routine


def machine_for(name: str, options: Options) -> Machine:
    """Return the machine of a routine or a page of questions.

    Raises:
        ContentError: if there is none of that id.
        OptionRefused: if the routine does not allow an option.
    """
    return _compiled(library.edition(name), name, options)


def seconds_of(routine: Routine, options: Options) -> Mapping[str | None, int]:
    """Return how long each stretch of a routine takes, worked out once for each choice of options.

    Raises:
        OptionRefused: if the routine does not allow an option.
    """
    return _seconds(library.edition(routine.id), routine.id, options)


@lru_cache(maxsize=4096)
def _seconds(edition: str, name: str, options: Options) -> Mapping[str | None, int]:
    return seconds_by_stretch(_compiled(edition, name, options))


@lru_cache(maxsize=256)
def _compiled(edition: str, name: str, options: Options) -> Machine:
    """Compile; `edition` changes with the content of a person's own routine."""
    phrases = library.phrases(options.language)
    if name in library.ids():
        return compile_routine(library.routine(name, options.language), options, phrases)
    return compile_screening(library.screening(name, options.language), options, phrases)
