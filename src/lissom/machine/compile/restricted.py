"""The machine of a person from whom something was taken: what L13 looks at."""

from __future__ import annotations

from dataclasses import replace

from lissom.machine.compile.routine import compile_routine
from lissom.machine.model import Machine, Then
from lissom.machine.options import Options
from lissom.routine.model import Routine
from lissom.routine.phrases import Phrases


def compile_under(routine: Routine, options: Options, then: Then, phrases: Phrases) -> Machine:
    """Compile a routine as it is once a state with this `then` was entered."""
    if then.close:
        options = replace(options, level=0)
    elif then.leave_out:
        options = replace(options, without=(*options.without, then.leave_out))
    else:
        options = replace(options, level=min(options.level, then.cap_level or 0))
    return compile_routine(routine, options, phrases)
