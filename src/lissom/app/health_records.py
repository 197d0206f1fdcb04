"""A person's routines, plans and sessions as FHIR; what each becomes is `lissom.exchange.fhir`.

In English, in which the codes' displays are and a clinic's system expects its texts; a session that was
played in another language keeps the words that were said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lissom.app.calendars import person_of, practised
from lissom.app.person import Desk
from lissom.app.ports import UnknownMachine
from lissom.coach.permitted import openings
from lissom.content import library
from lissom.errors import LissomError
from lissom.exchange.fhir import (
    Json,
    PlayedSession,
    Subject,
    activity_definitions,
    anonymous_subject,
    make_bundle,
    named_subject,
    page_questionnaire,
    plan_definition,
    prescription,
    routine_questionnaire,
    session_resources,
    write,
)
from lissom.machine.codec import MachineFormatError
from lissom.machine.options import Options
from lissom.routine.model import Routine, Screening
from lissom.session.log import Log
from lissom.session.replay import LogRefused

PAGES: Final = ("red-flags", "after-session", "next-morning")


@dataclass(frozen=True, slots=True)
class Records:
    """A Bundle as it is written, and how many sessions are not in it, since this version cannot read them."""

    bundle: bytes
    unread: int


def definitions_bundle(routines: Iterable[Routine], snomed: bool = False) -> bytes:
    """Return routines as definitions, about nobody."""
    return write(make_bundle(each for routine in routines for each in _definitions(routine, snomed)))


def sessions_bundle(
    desk: Desk, *, plans: bool = False, patient: str | None = None, snomed: bool = False
) -> Records:
    """Return all sessions, with the definitions they refer to; with `plans`, also what is meant to be done.

    `patient` names the person in the receiving system; without it they stand there without a name.

    Raises:
        LissomError: if there is nothing to tell yet, or `patient` is no reference.
    """
    subject = anonymous_subject(str(person_of(desk))) if patient is None else named_subject(patient)
    played = [*_played(desk, desk.logs)]
    unread = len(desk.logs) - len(played) + len(desk.past.set_aside)
    if not played and not plans:
        raise _nothing_to_tell(unread)
    bundle = write(make_bundle(_everything(desk, played, plans, subject, snomed)))
    return Records(bundle, unread)


def _nothing_to_tell(unread: int) -> LissomError:
    if unread:
        return LissomError(
            "no session on record can be read by this version of Lissom", "lissom backup keeps them all"
        )
    return LissomError("there is no session on record yet", "lissom fhir export --all also tells your plan")


def _everything(
    desk: Desk, played: list[PlayedSession], plans: bool, subject: Subject, snomed: bool
) -> Iterator[Json]:
    if subject.resource:
        yield subject.resource
    meant = [library.routine(each.id) for each in practised(desk)] if plans else []
    known = {each.known.id: each.known for each in played if each.known}
    for each in {**{routine.id: routine for routine in meant}, **known}.values():
        yield from _definitions(each, snomed) if isinstance(each, Routine) else (page_questionnaire(each),)
    requests: dict[str, Json] = {}
    for routine in meant:
        options = _allowed(desk, routine)
        plan, requests[routine.id] = prescription(routine, options, subject, snomed)
        yield from (plan, requests[routine.id])
    for session in played:
        yield from session_resources(session, subject, requests.get(session.log.routine), snomed)


def _allowed(desk: Desk, routine: Routine) -> Options:
    """What the person chose, within what is open to them now: a plan never says more than that."""
    standing = desk.standing
    found = openings(routine, desk.profile, standing, {})
    chosen = desk.profile.options.get(routine.id, Options())
    if standing.is_closed or not found.stretches:
        return replace(chosen, level=0)
    closed = tuple(each.id for each in routine.stretches if each.id not in found.stretches)
    return replace(chosen, level=found.level(chosen.level), without=closed)


def _definitions(routine: Routine, snomed: bool) -> Iterator[Json]:
    yield plan_definition(routine)
    yield from activity_definitions(routine, snomed)
    yield routine_questionnaire(routine, library.phrases(routine.language))


def _played(desk: Desk, logs: Iterable[Log]) -> Iterator[PlayedSession]:
    """The sessions that fit their machines. One that is being played just now is never one that was left."""
    playing = frozenset(desk.journal.played())
    for log in logs:
        now = None if log.id in playing else desk.now
        try:
            machine = desk.journal.machine(log.machine_digest)
            words = _known(log.routine, str(machine.options.get("language", library.SOURCE_LANGUAGE)))
            played = PlayedSession(log, machine, _known(log.routine), now, words)
            _ = played.summary  # a session that does not fit its machine is found out here
        except (LogRefused, UnknownMachine, MachineFormatError):
            continue  # the backup has it; a record for others can only tell what is understood
        yield played


def _known(name: str, language: str = library.SOURCE_LANGUAGE) -> Routine | Screening | None:
    if language not in library.languages():
        return None
    if name in library.ids():
        return library.routine(name, language)
    return library.screening(name, language) if name in PAGES else None
