"""A session that is to be told: its log on the machine it was played on, and what it came to.

What it is called, when it really ended and why stand here; what becomes of it in FHIR does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import Final

from lissom.coach.history import local_time
from lissom.machine.model import Machine, State
from lissom.routine.canonical import digest
from lissom.routine.model import Position, Routine, Screening
from lissom.session.log import Log
from lissom.session.outcome import EndingKind
from lissom.session.path import outcome
from lissom.session.replay import Replay, replay
from lissom.session.summary import Summary, summarize
from lissom.session.summary_text import tell

_ENDED: Final[Mapping[str, str]] = {
    "finished": "finished without a hold",
    "stopped": "stopped by the person",
    "symptom": "stopped because of a symptom",
    "emergency": "not done, because of a sign of an emergency",
}
_SCREENED: Final[Mapping[str | None, str]] = {
    "high": "not done, because the pain was high",
    "yes": "not done, because of an answer",
    "no": "not done, because of an answer",
    "unsure": "not done, because of an answer",
    None: "not done, because it is closed for now",
}


@dataclass(frozen=True)
class PlayedSession:
    """A log with the machine it was played on. `known` is the routine or page of today, if there is one.

    `translated` is the same in the language in which it was played, if that is another one. `now` is the
    present, by which one that was left is told from one that goes on. Without it, or where it is being
    played just now, it goes on.
    """

    log: Log
    machine: Machine
    known: Routine | Screening | None = None
    now: datetime | None = None
    translated: Routine | Screening | None = None

    @cached_property
    def summary(self) -> Summary:
        """What the session came to."""
        return summarize(self.log, self.machine, self.log.at_ms(self.now) if self.now else None)

    @cached_property
    def replay(self) -> Replay:
        """The session, state by state."""
        return replay(self.log, self.machine)

    @property
    def is_page(self) -> bool:
        """Whether only questions were asked."""
        return isinstance(self.known, Screening)

    @property
    def title(self) -> str:
        """What was played."""
        return self.known.title if self.known else self.log.routine

    @property
    def language(self) -> str:
        """In which words it was played."""
        return str(self.machine.options.get("language", "en"))

    @cached_property
    def is_of_today(self) -> bool:
        """Whether the routine says today what it said then."""
        said = self.translated or self.known
        return said is not None and _digest(said) == self.log.digest

    @property
    def status(self) -> str:
        """What became of it, as an event-status of R4: where nothing was held, nothing was stretched."""
        kind = self.summary.ending.kind
        if kind == "open":
            return "in-progress"
        if not self.summary.holds:
            return "not-done"
        return "completed" if kind == "finished" else "stopped"

    @property
    def came_to(self) -> EndingKind:
        """How it ended; of one that was left, or goes on, how it would if it were stopped where it is.

        Who leaves after a symptom, or a sign of an emergency, did so because of it.
        """
        kind = self.summary.ending.kind
        if kind not in ("open", "abandoned"):
            return kind
        stopped = outcome(self.machine, replace(self.replay.path, closed=True))
        return stopped.kind if stopped else kind

    @property
    def reason(self) -> str | None:
        """Why it is no whole session, or None."""
        if self.status == "completed":
            return None
        if self.status == "in-progress":
            return "not over yet"
        was_left = self.summary.ending.kind == "abandoned" or self.replay.path.closed
        if was_left and self.came_to == "stopped":
            return "left, and not come back to"
        return _ENDED.get(self.came_to) or _SCREENED[self._led_to_advice()]

    @property
    def ended_ms(self) -> int | None:
        """When the person was last known to be at it, or None while it goes on.

        One that was left is closed when somebody next looks, perhaps days later: that is not its end.
        """
        if self.summary.ending.kind == "open":
            return None
        path = self.replay.path
        return path.here.left_ms if path.closed else self.summary.ending.at_ms

    @property
    def in_words(self) -> str:
        """What it came to in English, with the place called as in English, whatever it was played in."""
        place = self.summary
        title = self.position_title(place.stretch, place.position) if place.position else None
        title = title or self.stretch_title(place.stretch) or self.title
        return tell(replace(place, title=title))

    def at(self, at_ms: int) -> str:
        """Return a time of the session, as a dateTime; in UTC where its zone is not known here."""
        moment = self.log.started + timedelta(milliseconds=at_ms)
        return local_time(moment, self.log.zone).isoformat(timespec="milliseconds")

    def stretch_title(self, stretch: str | None) -> str | None:
        """Return what a stretch is called."""
        if stretch is None or not isinstance(self.known, Routine):
            return stretch
        return next((each.title for each in self.known.stretches if each.id == stretch), stretch)

    def position_title(self, stretch: str | None, position: str | None) -> str | None:
        """Return what a position is called today, else as it was called then."""
        known = self._position(stretch, position)
        return known.title if known else self._said_then(stretch, position)

    def _position(self, stretch: str | None, position: str | None) -> Position | None:
        stretches = self.known.stretches if isinstance(self.known, Routine) else ()
        return next(
            (p for each in stretches if each.id == stretch for p in each.positions if p.id == position), None
        )

    def _said_then(self, stretch: str | None, position: str | None) -> str | None:
        wanted = ("move", stretch, position)
        states: tuple[State, ...] = tuple(self.machine.states.values())
        named = (each for each in states if (each.kind, each.stretch, each.position) == wanted)
        return next((each.cue.title for each in named), position)

    def _led_to_advice(self) -> str | None:
        """The event that led to the advice with which it ended; none where it began with it."""
        before: str | None = None
        for visit in self.replay.visits:
            if self.machine.states[visit.state].kind == "advise":
                break
            before = visit.event
        return before


@lru_cache(maxsize=64)
def _digest(known: Routine | Screening) -> str:
    """The digest of a routine, worked out once for all its sessions."""
    return digest(known)
