"""What is asked of a log that comes from elsewhere, before it is believed: one check for every door.

A browser's log, a backup's, and a file on the command line all go through `admit`. What is in a journal
already is only held against its bounds: a rating there that should not be must not hide a symptom.
"""

from __future__ import annotations

from datetime import datetime

from lissom.machine.model import Machine
from lissom.session.bounds import LATEST, check_bounds, check_zone
from lissom.session.log import Log
from lissom.session.ratings import check_ratings
from lissom.session.replay import Replay, replay


def admit(log: Log, machine: Machine, latest: datetime = LATEST) -> Replay:
    """Replay a log, if it lies within its bounds and its ratings are those that were asked for.

    Raises:
        LogRefused: with the first entry that does not fit.
    """
    check_heading(log, latest)
    played = replay(log, machine)
    check_ratings(log, machine)
    return played


def check_heading(log: Log, latest: datetime = LATEST) -> None:
    """Refuse a log for what needs no machine to be asked: its times, its length and its zone.

    Raises:
        LogRefused: with the first entry that does not fit.
    """
    check_bounds(log, latest)
    check_zone(log)
