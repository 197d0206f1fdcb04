"""The dose as events of a calendar (iCalendar, RFC 5545), for the person's own calendar to remind them."""

from lissom.exchange.calendar.feed import make_calendar
from lissom.exchange.calendar.practice import (
    DAYS,
    CalendarRefused,
    Practice,
    read_days,
    read_times,
    usual_days,
    usual_times,
    within_chosen,
    within_dose,
)

__all__ = [
    "DAYS",
    "CalendarRefused",
    "Practice",
    "make_calendar",
    "read_days",
    "read_times",
    "usual_days",
    "usual_times",
    "within_chosen",
    "within_dose",
]
