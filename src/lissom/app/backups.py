"""A person's backup: made, brought back, and everything erased. Used by commands and pages alike.

What is set here stays as it is when a backup comes back; what is missing is filled in. Health only
ever adds up: a condition that stands in either place stands afterwards, the later change counts, the
stricter answer, and the earlier asking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from lissom.app.person import Desk, check_setting
from lissom.app.ports import Came, UnknownMachine
from lissom.coach.history import ALL, Entry, LateReport
from lissom.coach.preferences import (
    CALENDAR_ID,
    CALENDAR_TOKEN,
    FLOOR_ASKED,
    HEALTH_ASKED,
    HEALTH_CHANGED,
    OWN_NOTES,
    PreferenceRefused,
    routine_of,
)
from lissom.content import library
from lissom.content.data_folder import OWN_ROUTINES
from lissom.errors import LissomError
from lissom.exchange import backup
from lissom.exchange.backup import Backup
from lissom.machine.codec import MachineFormatError
from lissom.machine.options import OptionRefused
from lissom.routine.model import Routine
from lissom.session.admission import check_heading
from lissom.session.bounds import is_of_our_time
from lissom.session.log import Log, LogConflict
from lissom.session.ratings import check_ratings
from lissom.session.replay import LogRefused, replay

CONDITIONS, UNSURE = "conditions", "unsure"
LISTS = (
    "practises",
    "cleared",
    CONDITIONS,
    UNSURE,
)  # what they name may be of a routine that is not here now
_PARTS = re.compile(r"([a-z0-9-]{1,100}(/[a-z0-9-]{1,100})?(,|$))*")


class RestoreRefused(LissomError):
    """A backup that cannot be taken over. Nothing was changed."""


def make_backup(desk: Desk) -> bytes:
    """Return all that is kept, as an archive. The secret address of the calendar stays here."""
    return backup.write(content_of(desk))


def content_of(desk: Desk) -> Backup:
    """Return what a backup of all that is kept holds, so that it can always be brought back.

    A number that its routine no longer allows, and so is not used, stays here with the secret address;
    and so does a session, or a rating, that nobody would take over.
    """
    content = desk.journal.take_out()
    known = {routine.id: routine for routine in library.routines()}
    return replace(
        content,
        logs=tuple(filter(None, (_as_it_comes_back(desk, log) for log in content.logs))),
        settings={
            name: value
            for name, value in content.settings.items()
            if name != CALENDAR_TOKEN and not _is_refused(name, value, known)
        },
    )


def _as_it_comes_back(desk: Desk, log: Log) -> Log | None:
    """Return a log as it would be taken over, or None where it would be refused.

    A rating that would refuse it stays here with those after it, and what was felt goes with the rest. That
    a log replays is known of all but those that are unread.
    """
    is_unread = log.id in desk.past.unread
    try:
        check_heading(log)
        if is_unread:
            replay(log, desk.journal.machine(log.machine_digest))
        if log.ratings:
            check_ratings(log, desk.journal.machine(log.machine_digest))
    except LogRefused as error:
        return None if error.reason != "rating" else replace(log, ratings=log.ratings[: error.rating])
    except (UnknownMachine, MachineFormatError):
        pass  # it is kept as it is, there as here
    return log


def _is_refused(name: str, value: str, known: Mapping[str, Routine]) -> bool:
    """Whether a setting is a number that a routine here does not allow."""
    if routine_of(name) not in known:
        return False
    try:
        check_setting(name, value, known.values())
    except (PreferenceRefused, OptionRefused):
        return True
    return False


def restore(desk: Desk, packed: bytes) -> Came:
    """Take a backup over, whole or not at all. The same one a second time changes nothing.

    Raises:
        BackupDamaged: if the file is damaged, or is none.
        RestoreRefused: if what is in it cannot stand beside what is here.
    """
    content = backup.read(packed)
    try:
        _check_settings(content)
        _check_words(content)
        here = desk.journal.settings()
        stays = _staying(desk, here, content)
        came = desk.journal.put_in(content, _missing(here, content.settings))
        library.ids()  # what came is read and proved now, with no lock; a server does not wait for it
        return replace(came, stays=stays)
    except (LogConflict, LogRefused) as error:
        raise RestoreRefused(
            f"this backup cannot be used: {error.message}", "nothing was taken over and nothing was changed"
        ) from error


def erase(desk: Desk) -> None:
    """Erase everything that is kept here."""
    desk.journal.erase()


def _check_settings(content: Backup) -> None:
    """Refuse a setting that cannot be. The own routines that come with it are known already.

    What a setting names may be gone: a number of such a routine, or its id in a list, changes nothing.
    """
    own = library.read_texts(content.routines)
    known = {routine.id: routine for routine in (*own, *library.routines())}
    for name, value in content.settings.items():
        of = routine_of(name)
        if name in OWN_NOTES:
            fits = _NOTES[name](value)
        elif name in LISTS:
            fits = bool(_PARTS.fullmatch(value))
        elif of and of not in known:
            fits = value.isdigit()
        else:
            check_setting(name, value, known.values())
            fits = True
        if not fits:
            raise RestoreRefused(f"{name} cannot be {value!r}", "nothing was taken over")


def _is_instant(value: str) -> bool:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return moment.tzinfo is not None and is_of_our_time(moment)


def _is_uuid(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


_NOTES: Final[Mapping[str, Callable[[str], bool]]] = {
    HEALTH_CHANGED: _is_instant,
    HEALTH_ASKED: _is_instant,
    FLOOR_ASKED: _is_instant,
    CALENDAR_ID: _is_uuid,
    CALENDAR_TOKEN: lambda _: False,  # a secret that came with a file is none
}


def _what(word: Entry) -> str:
    """Return what a word is about: a stretch, or all of them."""
    return (word.stretch or ALL) if isinstance(word, LateReport) else word.target


def _check_words(content: Backup) -> None:
    """Refuse a word at a time that no calendar has: no page could show it."""
    for word in content.words:
        if not is_of_our_time(word.at):
            raise RestoreRefused(
                f"this backup cannot be used: a word on {_what(word)} is at a time that no calendar has",
                "nothing was taken over and nothing was changed",
            )


def _missing(here: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """Return the settings to be set: those that are not set here, and health added up."""
    wanted = {name: value for name, value in there.items() if name not in here}
    for name, merge in _ADDED_UP.items():
        if name in here and name in there:
            wanted[name] = merge(here[name], there[name])
    if {CONDITIONS, UNSURE} & wanted.keys() and HEALTH_CHANGED in here:
        wanted.setdefault(HEALTH_CHANGED, here[HEALTH_CHANGED])
    return {name: value for name, value in wanted.items() if here.get(name) != value}


def _staying(desk: Desk, here: Mapping[str, str], content: Backup) -> int:
    """Count the settings and own routines that are other here than in a backup, and stay as they are."""
    added_up = (*_ADDED_UP, *OWN_NOTES)
    settings = [
        name for name, value in content.settings.items()
        if name not in added_up and here.get(name, value) != value
    ]  # fmt: skip
    folder = desk.journal.folder / OWN_ROUTINES
    routines = [
        name for name, text in content.routines.items()
        if (file := folder / f"{name}.yaml").is_file() and file.read_bytes() != text
    ]  # fmt: skip
    return len(settings) + len(routines)


def _later(one: str, other: str) -> str:
    return max(one, other, key=datetime.fromisoformat)


def _earlier(one: str, other: str) -> str:
    return min(one, other, key=datetime.fromisoformat)


def _stricter(*answers: str) -> Callable[[str, str], str]:
    """Return what chooses the stricter of two answers, of which these are the least strict first."""
    return lambda one, other: max(one, other, key=answers.index)


def _either(one: str, other: str) -> str:
    return ",".join(sorted({*one.split(","), *other.split(",")} - {""}))


_ADDED_UP: Final[Mapping[str, Callable[[str, str], str]]] = {
    CONDITIONS: _either,
    UNSURE: _either,
    HEALTH_CHANGED: _later,
    HEALTH_ASKED: _earlier,
    FLOOR_ASKED: _earlier,
    "floor": _stricter("yes", "not-sure", "no"),
    "fallen": _stricter("no", "not-sure", "yes"),
}
"""How what stands here and in a backup becomes one; what is not named here stays as it is here."""
