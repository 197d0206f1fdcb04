"""From a routine and a person's options to a machine.

`routine` puts the whole together; `questions` asks before the first stretch; `stretch` walks
through one stretch; `symptoms` builds what follows a symptom or a stop; `draft` collects states.
"""

from lissom.machine.compile.routine import compile_routine
from lissom.machine.compile.screening import compile_screening
from lissom.machine.compile.under import compile_under

__all__ = ["compile_routine", "compile_screening", "compile_under"]
