"""Which machines are taken from a browser: those that Lissom made.

A log names its machine by digest and tells the options it was made with. If a packaged routine, compiled
with these options, gives that digest, it is the one, and the browser need not send it. Else it comes from
another version of Lissom, and the browser has to send it. Of such a machine there is no routine to hold it
against, so it is asked only what can be asked without one: that it reads as `lissom-machine/1`, is the one
that the log names, that a stop works everywhere, and that every session ends. To refuse more would lose
logs of sessions that were really played; what they say of the person still goes through `replay`.
"""

from __future__ import annotations

from typing import Any

from lissom.app.machines import machine_for
from lissom.content import library
from lissom.errors import LissomError
from lissom.machine.codec import MachineFormatError, from_json, machine_digest
from lissom.machine.model import Machine
from lissom.machine.options import OptionRefused, Options
from lissom.machine.verify.ends import every_session_ends
from lissom.machine.verify.law import Case
from lissom.routine.model import Screening
from lissom.session.log import Log


class MachineNeeded(LissomError):
    """The machine of a log is not known here; it is to be sent along."""


class MachineRefused(LissomError):
    """A machine that Lissom cannot have made. Nothing was written down."""


def find_machine(log: Log, sent: Any) -> Machine:
    """Return the machine of a log: made anew where that gives the very same, else the one sent with it.

    Raises:
        MachineNeeded: if it cannot be made anew and none was sent.
        MachineRefused: if the one sent cannot be Lissom's, or is another one.
    """
    made = _make(log)
    if made is not None and machine_digest(made) == log.machine_digest:
        return made
    if sent is None:
        raise MachineNeeded("the machine of this log is not known here", "send it along with the log")
    return _checked(log, sent)


def _make(log: Log) -> Machine | None:
    """Compile what the log says that its machine was compiled from; None where it cannot be done here."""
    try:
        return machine_for(log.routine, Options.from_json(log.options))
    except (OptionRefused, library.ContentError):
        return None


def _checked(log: Log, sent: Any) -> Machine:
    try:
        machine = from_json(sent)
        found = machine_digest(machine)
    except MachineFormatError as error:
        raise MachineRefused(error.message, "the log was not taken in") from None
    except ValueError:  # what JSON carries, and its one spelling does not: half a character, a huge number
        raise MachineRefused("the machine holds what no machine can", "the log was not taken in") from None
    if found != log.machine_digest:
        raise MachineRefused("the machine is not the one that the log names", "the log was not taken in")
    if problem := _breaks(machine):
        raise MachineRefused(f"the machine breaks a law: {problem}", "the log was not taken in")
    return machine


def _breaks(machine: Machine) -> str | None:
    """Return how a machine breaks what needs no routine to be asked: part of L1, and L9."""
    deaf = (name for name, state in machine.states.items() if state.kind != "end" and "stop" not in state.on)
    if name := next(deaf, None):
        return f"In {name} a stop does nothing."
    no_questions = Screening(
        machine.routine, 1, library.SOURCE_LANGUAGE, machine.routine, (), rate=False, finished=""
    )
    fault = next(every_session_ends(Case(machine, no_questions, library.phrases())), None)
    return fault.sentence if fault else None
