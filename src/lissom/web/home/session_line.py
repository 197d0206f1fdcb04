"""One session as one line of a list: what was held, how it ended, how much it hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lissom.coach.history import Session, local_time
from lissom.web.home.days import Speech


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A line: where it leads, when, what, and what it came to."""

    id: str
    time: str
    title: str
    words: str
    felt: bool


def session_line(session: Session, zone: str, speech: Speech) -> SessionLine:
    """Return the line of a session, its time as the person's clock has it now."""
    return SessionLine(
        session.id,
        f"{local_time(session.started, zone):%H:%M}",
        speech.title(session.routine),
        f"{came_to(session, speech)} {rated(session, speech)}".strip(),
        bool(session.symptoms or session.taken),
    )


def is_told(session: Session) -> bool:
    """Say whether a session stands in the list: answered questions of which nothing came do not."""
    return not session.asks_only or bool(session.taken)


def came_to(session: Session, speech: Speech) -> str:
    """Return what was held, how it ended, and what was felt on the way."""
    return " ".join([_ended(session, speech), *_on_the_way(session, speech)])


def rated(session: Session, speech: Speech) -> str:
    """Return the pain that was told, or nothing."""
    before, after = last_rating(session, "before"), last_rating(session, "after")
    if before is not None and after is not None:
        return speech.say("progress-rated-both", before=before, after=after)
    if before is not None:
        return speech.say("progress-rated-before", before=before)
    return speech.say("progress-rated-after", after=after) if after is not None else ""


def last_rating(session: Session, when: Literal["before", "after"]) -> int | None:
    """Return the rating that stands: the last of its kind."""
    values = [rating.value for rating in session.ratings if rating.when == when]
    return values[-1] if values else None


def _ended(session: Session, speech: Speech) -> str:
    outcome = session.outcome
    if outcome is None:
        kind = "open" if speech.goes_on(session) else "left"
        return speech.say(f"progress-ended-{kind}", held=_held(session, speech))
    if session.asks_only and outcome.kind == "finished":
        return speech.say("progress-ended-questions")
    if outcome.kind != "symptom":
        return speech.say(f"progress-ended-{outcome.kind}", held=_held(session, speech))
    symptom = speech.symptom(outcome.symptom or "pain")
    if outcome.stretch is None:
        return speech.say("progress-ended-symptom-early", symptom=symptom)
    place = speech.place(outcome.stretch, outcome.position, outcome.side)
    return speech.say("progress-ended-symptom", held=_held(session, speech), symptom=symptom, place=place)


def _on_the_way(session: Session, speech: Speech) -> Iterator[str]:
    """What was felt in a session that went on all the same."""
    ended_so = session.outcome is not None and session.outcome.kind == "symptom"
    felt = [taken for taken in session.taken if taken.symptom is not None]
    for taken in felt[:-1] if ended_so else felt:
        place = speech.place(taken.stretch, taken.position, taken.side)
        yield speech.say("progress-felt-on-the-way", symptom=speech.symptom(str(taken.symptom)), place=place)


def _held(session: Session, speech: Speech) -> str:
    ms = sum(held.ms for held in session.held)
    return speech.say("progress-held", minutes=speech.length(ms)) if ms else speech.say("progress-held-none")
