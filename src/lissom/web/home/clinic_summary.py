"""The short summary for a clinic: what was done, where it hurt, what was felt, what is left out.

Facts only, as they were recorded. No guess, no diagnosis, and nothing that the person did not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lissom.app.person import Desk
from lissom.coach.history import RestrictionTaken, Session
from lissom.coach.restriction_events import Restriction
from lissom.coach.screening import FLOOR_UNASKED, excluded
from lissom.coach.settings import SETTINGS
from lissom.session.log import WHENS
from lissom.web.home.days import Speech, clock
from lissom.web.home.session_line import is_told, last_rating

ANSWERS = ("emergency", "get-checked", "after", "settled")  # questions with words of their own


def session_to_tell(desk: Desk, asked: str | None) -> Session | None:
    """Return the session that is asked for; else the last one in which anything was felt; else the last."""
    told = [session for session in desk.history.sessions if is_told(session)]
    if found := next((session for session in told if session.id == asked), None):
        return found
    felt = [session for session in told if session.symptoms or session.taken]
    return felt[-1] if felt else told[-1] if told else None


def summary_text(desk: Desk, session: Session, speech: Speech) -> str:
    """Return the summary of a session as plain lines."""
    before = _worked_before(desk, session) if session.asks_only else None
    lines = [*_session(before, speech)] if before else [speech.moment(session.started, session.zone)]
    if not session.asks_only:
        lines = [*_session(session, speech)]
    else:
        lines += _felt(session, speech)
    return "\n".join([*lines, "", *_left_out(desk, speech)])


def _worked_before(desk: Desk, asked: Session) -> Session | None:
    """The session that a page of questions was about."""
    worked = [session for session in desk.history.stretching() if session.started < asked.started]
    return worked[-1] if worked else None


def _session(session: Session, speech: Speech) -> Iterator[str]:
    say = speech.say
    yield say("contact-line-what", routine=speech.title(session.routine))
    when, lasted = speech.moment(session.started, session.zone), speech.length(session.ended_ms)
    yield say("contact-line-when", when=when, lasted=lasted)
    yield from _done(session, speech)
    yield from _felt(session, speech) if session.taken else [say("contact-line-felt-nothing")]
    for rated in WHENS:
        if (value := last_rating(session, rated)) is not None:
            yield say(f"contact-line-pain-{rated}", value=value)
    left = "open" if speech.goes_on(session) else "left"
    yield say(f"contact-line-ended-{session.outcome.kind if session.outcome else left}")


def _done(session: Session, speech: Speech) -> Iterator[str]:
    if not session.held:
        yield speech.say("contact-line-done-nothing")
        return
    stretches = dict.fromkeys(speech.titles.get(held.stretch, held.stretch) for held in session.held)
    held = speech.length(sum(held.ms for held in session.held))
    yield speech.say("contact-line-done", time=held, stretches=", ".join(stretches))


def _felt(session: Session, speech: Speech) -> Iterator[str]:
    """What was felt, each where and when; and what an answer told."""
    for taken in session.taken:
        if taken.symptom is None:
            yield _answered(taken, speech)
            continue
        symptom = speech.symptom(taken.symptom)
        if taken.stretch is None:
            yield speech.say("contact-line-felt-early", symptom=symptom)
        else:
            place = speech.place(taken.stretch, taken.position, taken.side)
            yield speech.say("contact-line-felt", symptom=symptom, place=place, after=clock(taken.at_ms))


def _answered(taken: RestrictionTaken, speech: Speech) -> str:
    known = taken.question in ANSWERS
    return speech.say(f"contact-line-told-{taken.question if known else 'answer'}")


def _left_out(desk: Desk, speech: Speech) -> Iterator[str]:
    active = desk.standing.active
    lines = [*_restricted(active, speech), *_kept_out(desk, speech)]
    if not lines:
        yield speech.say("contact-line-left-out-nothing")
        return
    yield speech.say("contact-line-left-out")
    yield from lines


def _kept_out(desk: Desk, speech: Speech) -> Iterator[str]:
    """What the health profile keeps from the person in the routines they practise, each once."""
    practised = desk.profile.routines or SETTINGS.first_routines
    told = (
        speech.say(
            "contact-left-out-health" if each.leaves_out else "contact-left-out-health-level",
            stretch=speech.titles.get(each.stretch, each.stretch),
            level=each.cap_level or 0,
            condition=each.words or speech.say(f"left-out-{each.condition}"),
        )
        for routine in desk.routines
        if routine.id in practised
        for each in excluded(routine, desk.profile)
        if each.condition != FLOOR_UNASKED
    )
    yield from (f"- {words}" for words in dict.fromkeys(told))


def _restricted(active: Iterable[Restriction], speech: Speech) -> Iterator[str]:
    for restriction in active:
        kind = "all" if restriction.effect == "close" else "stretch" if restriction.leaves_out else "level"
        yield "- " + speech.say(
            f"contact-left-out-{kind}",
            stretch=speech.titles.get(restriction.target, restriction.target),
            level=restriction.cap_level or 0,
            day=speech.day(restriction.day),
        )
