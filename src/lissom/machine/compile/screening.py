"""A machine of questions alone: red flags, after a session, the next morning."""

from __future__ import annotations

from lissom.machine.compile.draft import FINISHED, Draft
from lissom.machine.compile.questions import add_questions, add_rate
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.routine.canonical import digest
from lissom.routine.model import Screening
from lissom.routine.phrases import Phrases


def compile_screening(screening: Screening, options: Options, phrases: Phrases) -> Machine:
    """Compile a screening. Where it asks for pain, it does so last, after the safe answers."""
    draft = Draft(options, phrases)
    draft.add_plain_ends(answered=screening.finished)
    last = add_rate(draft, FINISHED, phrases.high_after) if screening.rate else FINISHED
    start = add_questions(draft, screening.questions, last)
    return Machine(screening.id, digest(screening), options.as_json(), start, draft.states)
