"""Days, times and lengths of time as people say them, and the titles of what was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.day_context import titles_of
from lissom.coach.history import Session, local_time
from lissom.coach.messages import Say, name_of, say_day
from lissom.coach.pending_questions import may_go_on
from lissom.coach.settings import SETTINGS
from lissom.content import library


class Speech:
    """The language of a page: its messages, and what is made of them again and again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.say: Say = catalogue(desk.profile.language).say

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of stretches and of their positions."""
        return titles_of(self._desk.routines)

    def goes_on(self, session: Session) -> bool:
        """Whether a session that has no end may still be gone on with."""
        return session.outcome is None and may_go_on(session, self._desk.now, SETTINGS)

    def title(self, routine: str) -> str:
        """Return the title of a routine or of a page of questions; of an unknown one, its id as words."""
        known = {each.id: each.title for each in self._desk.routines}
        if routine in known:
            return known[routine]
        try:
            return library.screening(routine, self._desk.profile.language).title
        except library.ContentError:
            return name_of(routine)

    def day(self, day: date) -> str:
        """Return a day such as `19 November`."""
        return say_day(day, self.say)

    def short_day(self, day: date) -> str:
        """Return a day such as `19 Nov`."""
        return self.say("progress-short-day", day=day.day, month=day.month)

    def long_day(self, day: date) -> str:
        """Return a day such as `Thursday, 19 November`."""
        weekday = self.say("progress-weekday", weekday=day.isoweekday())
        return self.say("progress-long-day", weekday=weekday, day=self.day(day))

    def moment(self, instant: datetime, zone: str) -> str:
        """Return an instant as the clock of a zone showed it, with its day."""
        there = local_time(instant, zone)
        return self.say("progress-day-and-time", day=self.long_day(there.date()), time=f"{there:%H:%M}")

    def length(self, ms: int) -> str:
        """Return a length of time in whole minutes."""
        minutes = round(ms / 60_000)
        return self.say("progress-minutes", count=minutes) if minutes else self.say("progress-under-a-minute")

    def place(self, stretch: str | None, position: str | None, side: str | None) -> str:
        """Return a place in a routine, such as `Chin down (left)`."""
        name = self.titles.get(f"{stretch}/{position}") or name_of(position or stretch or "", self.titles)
        return self.say(f"coach-place-{side}", place=name) if side else name

    def symptom(self, symptom: str) -> str:
        """Return the word for a symptom."""
        return self.say(f"coach-symptom-{symptom}")


def clock(ms: int) -> str:
    """Return a length of time as `4:05`."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"
