"""From a routine and a person's options to a machine.

`routine` puts the whole together; `questions` asks before the first stretch; `stretch` walks
through one stretch; `symptoms` builds what follows a symptom or a stop; `draft` collects states.
"""

from lissom.machine.compile.restricted import compile_under
from lissom.machine.compile.routine import compile_routine
from lissom.machine.compile.screening import compile_screening

__all__ = ["compile_routine", "compile_screening", "compile_under"]
