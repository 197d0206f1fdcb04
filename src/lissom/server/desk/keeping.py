"""A person's backup: made, brought back, and everything erased. Used by commands and pages alike.

What is set here stays as it is when a backup comes back; what is missing is filled in. Health only
ever adds up: a condition that stands in either place stands afterwards, and the later change counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lissom import library
from lissom.coach.preferences import CALENDAR_TOKEN, HEALTH_CHANGED, OWN_NOTES
from lissom.errors import LissomError
from lissom.exchange import backup
from lissom.exchange.backup import Backup
from lissom.server.desk.desk import Desk, check_setting
from lissom.server.journal import whole
from lissom.server.journal.merge import Came, put_in
from lissom.session.log import LogConflict
from lissom.session.replay import LogRefused

CONDITIONS = "conditions"
LISTS = ("practises", "cleared")  # settings that name routines


class RestoreRefused(LissomError):
    """A backup that cannot be taken over. Nothing was changed."""


def make_backup(desk: Desk) -> bytes:
    """Return all that is kept, as an archive. The secret address of the calendar stays here."""
    content = whole.take_out(desk.journal)
    settings = {name: value for name, value in content.settings.items() if name != CALENDAR_TOKEN}
    return backup.write(replace(content, settings=settings))


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
    """Refuse a setting that cannot be. The own routines that come with it are known already."""
    own = library.read_texts(content.routines)
    left_out = content.routines.keys() - {routine.id for routine in own} - set(library.ids())
    known = {routine.id: routine for routine in (*own, *library.routines())}
    for name, value in content.settings.items():
        of, _, _ = name.partition(".")
        if name in OWN_NOTES or of in left_out:
            continue  # nothing uses a number of a routine that cannot be used
        if name in LISTS:
            value = ",".join(part for part in value.split(",") if part.partition("/")[0] not in left_out)
        check_setting(name, value, known.values())


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
