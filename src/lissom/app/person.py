"""One person's desk: their journal, the content and the coach, laid out together.

Commands and pages sit down at it. The only place, besides the players' clocks, where they ask what
time it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from lissom.app.machines import seconds_of
from lissom.coach.day_context import Day, look_at
from lissom.coach.history import Agreed, History, TakenBack, local_day
from lissom.coach.plan import Plan, plan_on
from lissom.coach.portions import Portion
from lissom.coach.preferences import (
    ADDRESS,
    FLOOR_ASKED,
    HEALTH_CHANGED,
    check_preference,
    is_of_floor,
    profile_from,
    touches_health,
)
from lissom.coach.profile import Profile
from lissom.coach.restrictions import RestrictionState, neck_of, restrictions
from lissom.coach.settings import SETTINGS
from lissom.content import library
from lissom.content.data_folder import lay_out
from lissom.errors import LissomError
from lissom.zone import local_zone

if TYPE_CHECKING:
    from lissom.app.ports import Past, Store
    from lissom.machine.options import Options
    from lissom.routine.model import Routine
    from lissom.session.log import Log
from lissom.session.summary import Summary, summarize


class Desk:
    """What a command or a page needs to know of a person, read when first asked for."""

    def __init__(
        self,
        journal: Store,
        now: datetime | None = None,
        zone: str | None = None,
        language: str | None = None,
    ) -> None:
        """`language` takes the place of the one that the person has set."""
        self.journal = journal
        lay_out(journal.folder)
        self._language = language
        self.now = now or datetime.now(UTC)
        self.zone = zone or local_zone()

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The settings as they were written."""
        return self.journal.settings()

    @cached_property
    def profile(self) -> Profile:
        """What the settings say of the person."""
        profile = profile_from(self.values, self.zone, library.routines())
        language = self._language or profile.language
        if language not in library.languages():
            language = library.SOURCE_LANGUAGE  # its words are no longer installed
        return replace(profile, language=language)

    @cached_property
    def past(self) -> Past:
        """All sessions and dated words, and the sessions that this version cannot replay."""
        return self.journal.past()

    @cached_property
    def history(self) -> History:
        """All sessions and dated words."""
        return self.past.history

    @cached_property
    def logs(self) -> tuple[Log, ...]:
        """The logs of all sessions but those that are set aside."""
        aside = {each.log for each in self.past.set_aside}
        return tuple(log for log in self.journal.logs() if log.id not in aside)

    @cached_property
    def neck(self) -> frozenset[str]:
        """The stretches of the neck."""
        return neck_of(self.routines)

    @cached_property
    def standing(self) -> RestrictionState:
        """What is closed to the person now, here."""
        return restrictions(self.history, self.now, self.zone, self.neck)

    @cached_property
    def routines(self) -> tuple[Routine, ...]:
        """Every routine, in the person's language."""
        return library.routines(self.profile.language)

    @cached_property
    def day(self) -> Day:
        """All that a plan for now needs to know, gathered once."""
        return self._day_of(self.profile)

    def _day_of(self, profile: Profile) -> Day:
        return look_at(profile, self.history, self.routines, self.now, seconds_of, SETTINGS)

    def plan(
        self, portion: Portion | None = None, only: str | None = None, chosen: Options | None = None
    ) -> Plan:
        """Return what to do today. `chosen` replaces the person's usual options for the one routine."""
        day = self.day
        if only and chosen:
            options = {**self.profile.options, only: chosen}
            day = self._day_of(replace(self.profile, options=options))
        found = plan_on(day, portion, only)
        return replace(
            found, sessions=tuple(each for each in found.sessions if each.log not in self._elsewhere)
        )

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The sessions that are played in other windows, or that browsers have."""
        return frozenset((*self.journal.played_elsewhere(), *self.journal.away()))

    def summary(self, log: Log) -> Summary:
        """Return what a session came to, as of now: one that was left long ago is no longer open.

        Raises:
            UnknownMachine: if the journal has no machine of its digest.
            MachineFormatError: if that machine cannot be read by this version.
            LogRefused: if the log does not replay through it.
        """
        return summarize(log, self.journal.machine(log.machine_digest), log.at_ms(self.now))

    def link(self, path: str) -> str:
        """Return what opens a page from any device; "" where no such address is set."""
        address = self.values.get(ADDRESS)
        return f"{address.rstrip('/')}{path}" if address else ""

    def end_broken_off(self, log: Log) -> None:
        """Record that the person does not want to go on with a broken-off session: it was stopped."""
        from lissom.session.live_session import LiveSession

        at_ms = log.at_ms(self.now)
        course = LiveSession.go_on(self.journal.machine(log.machine_digest), log.events).resume(at_ms)
        if not course.is_over:
            course = course.apply("stop", at_ms)
        self.journal.append(log.id, len(log.events), *course.entries[len(log.events) :])

    def check(self, name: str, value: str) -> None:
        """Refuse a setting that cannot be kept.

        Raises:
            PreferenceRefused: if there is no such setting, or it cannot have that value.
        """
        check_setting(name, value, library.routines())

    def set(self, name: str, value: str | None) -> None:
        """Write a setting down, or take it away.

        Raises:
            PreferenceRefused: if there is no such setting, or it cannot have that value.
        """
        if value is not None:
            self.check(name, value)
        self.journal.set_setting(name, value)
        if touches_health(name):
            self.journal.set_setting(HEALTH_CHANGED, self.now.isoformat())
        if is_of_floor(name):
            self.journal.set_setting(FLOOR_ASKED, self.now.isoformat())

    def take_back(self, target: str, settled: bool | None) -> TakenBack:
        """Return the person's word of now that a stretch may be tried again; it is not written yet."""
        return TakenBack(self.now, self.zone, target, settled)

    def agreed(self, target: str, who: str = "", on: date | None = None, allowed: str = "") -> Agreed:
        """Return the person's word of now that the clinic agreed; it is not written yet.

        Raises:
            ContactRefused: if the day is still to come, or a text is longer than it may be.
        """
        if on is not None and on > local_day(self.now, self.zone):
            raise ContactRefused(f"{on} is still to come", "name the day on which your clinic agreed")
        try:
            return Agreed(self.now, target, " ".join(who.split()), on, " ".join(allowed.split()))
        except ValueError as error:
            raise ContactRefused(str(error), "say it in fewer words; nothing was written down") from None


class ContactRefused(LissomError):
    """Who agreed to what, and when, cannot be written down as it is told."""


def check_setting(name: str, value: str, routines: Iterable[Routine]) -> None:
    """Refuse a setting that cannot be kept, where there are these routines.

    Raises:
        PreferenceRefused: if there is no such setting, or it cannot have that value.
    """
    check_preference(name, value, routines)
    if name == "language":
        library.refuse_language(value)
