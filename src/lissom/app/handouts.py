"""A routine on paper for one person: what is open to them, their choices, their clinic, and their number.

Commands and pages ask here; what a handout looks like is `lissom.exchange.handout`.
"""

from __future__ import annotations

from dataclasses import replace

from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.day_context import titles_of
from lissom.coach.messages import Say, restriction_reason, say_reason
from lissom.coach.permitted import openings
from lissom.coach.restrictions import RestrictionState
from lissom.errors import LissomError
from lissom.exchange.handout import Clinic, Given, PrintFormat, make_handout, make_sheet
from lissom.machine.options import LEVELS, Options
from lissom.routine.model import Routine


class HandoutRefused(LissomError):
    """A routine that is closed to the person: paper would not say so, and would not open again."""


def handout_of(
    desk: Desk, routine: Routine, look: PrintFormat, *, is_kept: bool = True, clinic: Clinic | None = None
) -> bytes:
    """Return a routine as PDF, without what is closed to the person for now.

    `is_kept` says that the app has it too, so that paper can lead there; `clinic` takes the place of the one
    in the settings.

    Raises:
        HandoutRefused: if nothing of the routine is open.
    """
    say = catalogue(desk.profile.language).say
    standing = desk.standing
    found = openings(routine, desk.profile, standing, titles_of(desk.routines))
    highest = found.level(LEVELS[-1])
    if standing.is_closed or not found.stretches or not highest:
        raise HandoutRefused(
            say("handout-closed", title=routine.title, why=_why(desk, routine, standing, say))
        )
    given = Given(
        options=replace(desk.profile.options.get(routine.id, Options()), emergency=desk.profile.emergency),
        left_out=frozenset(stretch.id for stretch in routine.stretches) - frozenset(found.stretches),
        highest=highest,
        notes=tuple(dict.fromkeys(say_reason(each, say) for each in found.reasons_at(LEVELS[-1]))),
        clinic=clinic or clinic_of(desk),
        address=desk.link(f"/routines/{routine.id}/") if is_kept else "",
    )
    return make_handout(make_sheet(routine, given), look)


def clinic_of(desk: Desk) -> Clinic:
    """Return the clinic that the settings name; what they do not is left to write in."""
    return Clinic(**{name: desk.values.get(f"clinic-{name}", "") for name in ("name", "phone", "email")})


def _why(desk: Desk, routine: Routine, standing: RestrictionState, say: Say) -> str:
    titles = titles_of(desk.routines)
    active = standing.of(stretch.id for stretch in routine.stretches)
    reasons = [restriction_reason(each, titles) for each in active]
    reasons += openings(routine, desk.profile, standing, titles).reasons
    return " ".join(dict.fromkeys(say_reason(each, say) for each in reasons))
