"""What a pack tells of the past: as much as a player needs to fold what is closed, and no more.

The player has the same fold as the coach (`browser/coach/standing.js`) and adds its own sessions
and words to these. Why this much is enough: docs/decisions/0050.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from lissom.coach import statement_json
from lissom.coach.history import Entry, History, Session, derived_once
from lissom.coach.restriction_events import clean_stretches
from lissom.coach.restrictions import restrictions
from lissom.machine import codec as machines
from lissom.session import codec as logs


def past_json(history: History, now: datetime, zone: str, neck: Collection[str]) -> dict[str, Any]:
    """Return the sessions and the words of which the fold comes to the same, and can go on."""
    return {
        "sessions": [session_json(session) for session in _that_count(history, now, zone, neck)],
        "entries": [entry_json(entry) for entry in history.entries],
        "neck": sorted(neck),
    }


def session_json(session: Session) -> dict[str, Any]:
    """Return of a session what restricts and what lifts."""
    return {
        "id": session.id,
        "routine": session.routine,
        "started": logs.write_moment(session.started),
        "zone": session.zone,
        "ended_ms": session.ended_ms,
        "finished": session.is_finished,
        "worked": session.worked,
        "clean": sorted(clean_stretches(session)),
        "felt": [asdict(felt) for felt in session.felt],
        "taken": [asdict(taken) | {"then": machines.part_json(taken.then)} for taken in session.taken],
        "length": [session.length, len(session.ratings)],
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return the person's dated word."""
    return statement_json.as_json(entry) | {"at": logs.write_moment(entry.at)}


@derived_once
def _before_the_last(history: History) -> History:
    """Return a history without the last session that was worked."""
    last = history.stretching()[-1:]
    return replace(history, sessions=tuple(each for each in history.sessions if each not in last))


def _that_count(history: History, now: datetime, zone: str, neck: Collection[str]) -> Iterator[Session]:
    """Yield the sessions from the earliest that still closes something, and the last that was worked.

    That one may yet turn out to have hurt: then what it lifted is closed again, so its source counts too.
    """
    ids = {session.id for session in history.stretching()[-1:]}
    for standing in (restrictions(each, now, zone, neck) for each in (history, _before_the_last(history))):
        ids |= {restriction.because.log for restriction in standing.active}
        ids.update(*standing.running.values())
        ids |= {log for _, log in standing.felt}
    since = min((session.started for session in history.sessions if session.id in ids), default=now)
    return (session for session in history.sessions if session.started >= since)
