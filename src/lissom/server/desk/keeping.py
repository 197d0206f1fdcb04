"""A person's backup: made, brought back, and everything erased. Used by commands and pages alike.

What is set here stays as it is when a backup comes back; what is missing is filled in. Health only
ever adds up: a condition that stands in either place stands afterwards, and the later change counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lissom import library
from lissom.coach.preferences import (
    CALENDAR_TOKEN,
    HEALTH_CHANGED,
    OWN_NOTES,
    PreferenceRefused,
    routine_of,
)
from lissom.errors import LissomError
from lissom.exchange import backup
from lissom.exchange.backup import Backup
from lissom.machine.options import OptionRefused
from lissom.routine.model import Routine
from lissom.server.desk.desk import Desk, check_setting
from lissom.server.journal import whole
from lissom.server.journal.merge import Came, put_in
from lissom.session.log import LogConflict
from lissom.session.replay import LogRefused

CONDITIONS = "conditions"
LISTS = ("practises", "cleared", CONDITIONS)  # what they name may be of a routine that is not here now
_PARTS = re.compile(r"([a-z0-9-]{1,100}(/[a-z0-9-]{1,100})?(,|$))*")


class RestoreRefused(LissomError):
    """A backup that cannot be taken over. Nothing was changed."""


def make_backup(desk: Desk) -> bytes:
    """Return all that is kept, as an archive. The secret address of the calendar stays here."""
    return backup.write(content_of(desk))


def content_of(desk: Desk) -> Backup:
    """Return what a backup of all that is kept holds, so that it can always be brought back.

    A number that its routine no longer allows, and so is not used, stays here with the secret address.
    """
    content = whole.take_out(desk.journal)
    known = {routine.id: routine for routine in library.routines()}
    return replace(
        content,
        settings={
            name: value
            for name, value in content.settings.items()
            if name != CALENDAR_TOKEN and not _is_refused(name, value, known)
        },
    )


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
        came = put_in(desk.journal, content, _missing(desk.journal.settings(), content.settings))
        library.ids()  # what came is read and proved now, not when the next page is opened
        return came
    except (LogConflict, LogRefused) as error:
        raise RestoreRefused(
            f"this backup cannot be used: {error.message}", "nothing was taken over and nothing was changed"
        ) from error


def erase(desk: Desk) -> None:
    """Erase everything that is kept here."""
    whole.erase(desk.journal)


def _check_settings(content: Backup) -> None:
    """Refuse a setting that cannot be. The own routines that come with it are known already.

    What a setting names may be gone: a number of such a routine, or its id in a list, changes nothing.
    """
    own = library.read_texts(content.routines)
    known = {routine.id: routine for routine in (*own, *library.routines())}
    for name, value in content.settings.items():
        of = routine_of(name)
        if name in OWN_NOTES or (of and of not in known and value.isdigit()):
            continue
        if name not in LISTS:
            check_setting(name, value, known.values())
        elif not _PARTS.fullmatch(value):
            raise RestoreRefused(f"{name} cannot be {value!r}", "nothing was taken over")


def _missing(here: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """Return the settings to be set: those that are not set here, and health added up."""
    wanted = {name: value for name, value in there.items() if name not in here}
    for name, merge in ((CONDITIONS, _either), (HEALTH_CHANGED, max)):
        if name in here and name in there:
            wanted[name] = merge(here[name], there[name])
    if CONDITIONS in wanted and HEALTH_CHANGED in here:
        wanted.setdefault(HEALTH_CHANGED, here[HEALTH_CHANGED])
    return {name: value for name, value in wanted.items() if here.get(name) != value}


def _either(one: str, other: str) -> str:
    return ",".join(sorted({*one.split(","), *other.split(",")} - {""}))
