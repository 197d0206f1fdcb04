"""A calendar, expanded over a year with its clock changes by another reader, is the dose."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
import vobject
from hypothesis import given
from hypothesis import strategies as st

from lissom.content import library
from lissom.exchange.calendar import (
    DAYS,
    CalendarRefused,
    Practice,
    make_calendar,
    read_days,
    read_times,
    usual_days,
    usual_times,
    within_chosen,
    within_dose,
)

BERLIN = "Europe/Berlin"
FIRST = date(2026, 3, 3)  # a Tuesday; the clocks go forward on 29 March and back on 25 October
STAMP = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
PERSON, OTHER = UUID(int=1), UUID(int=2)
ROUTINES = library.routines()


def practice(days="mon,wed,fri", times="08:00,18:00", title="Back stretches") -> Practice:
    return Practice(
        "back-spasm", title, read_days(days), read_times(times), 21, "About 21 minutes.",
        "http://127.0.0.1:8614/ready/?routine=back-spasm",
    )  # fmt: skip


def made(*practices: Practice, zone=BERLIN, person=PERSON, first=FIRST, stamp=STAMP, weeks=52) -> bytes:
    given_ = practices or (practice(),)
    return make_calendar(
        given_, name="Stretches", person=person, zone=zone, first=first, stamp=stamp, weeks=weeks
    )


def starts(calendar: bytes, first=FIRST, days=366) -> list[datetime]:
    parsed = icalendar.Calendar.from_ical(calendar)
    found = recurring_ical_events.of(parsed).between(first, first + timedelta(days=days))
    return sorted(event.start for event in found)


def events(calendar: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(calendar).walk("VEVENT")


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_a_year_is_the_dose_of_the_routine_in_every_week(routine):
    days, times = within_dose(routine.title, routine.dose, None, None)
    calendar = made(Practice(routine.id, routine.title, days, times, 5, "", "http://localhost/"))
    found = starts(calendar, first=date(2026, 3, 2), days=371)
    weeks = Counter(start.date() - timedelta(days=start.weekday()) for start in found)
    whole = [count for monday, count in weeks.items() if FIRST <= monday < FIRST + timedelta(weeks=51)]
    by_day = Counter(start.date() for start in found)
    assert len(whole) == 51
    assert {count // len(times) in routine.dose.sessions_a_week for count in whole} == {True}
    assert {count in routine.dose.sessions_a_day for count in by_day.values()} == {True}


def test_the_clock_on_the_wall_stays_when_the_clocks_change():
    found = starts(made())
    assert {start.time() for start in found} == {time(8), time(18)}
    assert {start.utcoffset() for start in found} == {timedelta(hours=1), timedelta(hours=2)}


def test_it_begins_on_the_first_of_its_days_and_ends_with_the_last_week():
    found = [start.date() for start in starts(made(weeks=2))]
    assert sorted(set(found)) == [date(2026, 3, day) for day in (4, 6, 9, 11, 13, 16)]
    assert len(found) == 12


@given(
    st.sets(st.sampled_from(DAYS), min_size=1),
    st.sets(st.times().map(lambda at: at.replace(second=0, microsecond=0)), min_size=1, max_size=3),
    st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(1, 12),
)
def test_any_choice_is_what_a_reader_expands(days, times, zone, first, weeks):
    wanted = Practice(
        "neck", "Neck", tuple(day for day in DAYS if day in days), tuple(sorted(times)), 5, "", "x:y"
    )
    found = starts(made(wanted, zone=zone, first=first, weeks=weeks), first=first, days=7 * weeks)
    expected = [
        (first + timedelta(days=n), at)
        for n in range(7 * weeks)
        for at in wanted.times
        if DAYS[(first + timedelta(days=n)).weekday()] in days
    ]
    # An hour that the clock skips is read as the hour after it; all others stand as they are.
    shown = [(start.date(), start.replace(tzinfo=None).time()) for start in found]
    real = [
        (day, at) for day, at in expected
        if datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone)).time() == at
    ]  # fmt: skip
    assert len(shown) == len(expected)
    assert set(real) <= set(shown)


def test_the_rule_ends_in_utc_and_has_its_time_zone_for_these_years_only():
    text = made().decode()
    assert "RRULE:FREQ=WEEKLY;UNTIL=20270301T225959Z;BYDAY=MO,WE,FR" in text
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    years = {part["DTSTART"].dt.year for part in zone.subcomponents}
    assert (str(zone["TZID"]), years <= {2026, 2027}) == (BERLIN, True)


ZONES = (
    BERLIN, "America/New_York", "Europe/Dublin", "Africa/Casablanca", "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Kolkata", "Pacific/Auckland", "Africa/Cairo", "America/Santiago", "Asia/Gaza", "Pacific/Chatham",
)  # fmt: skip


def offset_told(zone: icalendar.Timezone, instant: datetime) -> timedelta:
    """Read a time zone by the letter of RFC 5545: the latest component whose onset has come holds."""
    onsets = []
    for part in zone.subcomponents:
        assert set(part) == {
            "DTSTART",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "TZNAME",
        }  # no rule and no list of dates
        onsets.append((part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td))
    return max(each for each in onsets if each[0] <= instant.replace(tzinfo=None))[1]


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize(("first", "weeks"), [(FIRST, 52), (date(2026, 12, 1), 52), (date(2026, 6, 30), 260)])
def test_at_every_hour_the_time_zone_is_the_clock_of_the_place(name, first, weeks):
    (told,) = icalendar.Calendar.from_ical(made(zone=name, first=first, weeks=weeks)).walk("VTIMEZONE")
    clock = ZoneInfo(name)
    begins = datetime.combine(first, time(), clock).astimezone(UTC)
    hours = [begins + timedelta(hours=number) for number in range(24 * 7 * weeks)]
    real = [hour.astimezone(clock).utcoffset() for hour in hours]
    changes = [number for number in range(1, len(hours)) if real[number] != real[number - 1]]
    looked_at = {0, len(hours) - 1, *(near for n in changes for near in range(n - 3, min(n + 4, len(hours))))}
    assert [n for n in sorted(looked_at) if offset_told(told, hours[n]) != real[n]] == []
    assert len(told.subcomponents) == len(changes) + 1


def test_casablanca_has_the_clocks_of_ramadan():
    (told,) = icalendar.Calendar.from_ical(made(zone="Africa/Casablanca", first=date(2026, 12, 1))).walk(
        "VTIMEZONE"
    )
    assert [part["TZOFFSETTO"].td for part in told.subcomponents] == [timedelta(hours=n) for n in (1, 0, 1)]


def together(*routines: tuple[str, str, str]) -> list[Practice]:
    return [
        Practice(
            name,
            name.title(),
            read_days(days),
            read_times(times),
            5,
            f"About {name}.",
            f"https://x.example/{name}",
        )
        for name, days, times in routines
    ]


def test_routines_of_the_same_minute_are_one_event_that_rings_once():
    found = events(
        made(
            *together(
                ("legs", "mon,tue,wed", "18:00"), ("back", "mon,wed", "18:00"), ("neck", "mon", "08:00")
            )
        )
    )
    told = [
        (str(each["SUMMARY"]), each["RRULE"]["BYDAY"], each["DURATION"].dt.seconds // 60) for each in found
    ]
    assert told == [("Neck", ["MO"], 5), ("Legs, Back", ["MO", "WE"], 10), ("Legs", ["TU"], 5)]
    assert [len(each.walk("VALARM")) for each in found] == [1, 1, 1]
    assert str(found[1]["DESCRIPTION"]) == "Legs: About legs.\nBack: About back."
    assert len({str(each["UID"]) for each in found}) == 3


def test_no_two_events_of_what_is_practised_ring_in_the_same_minute():
    practices = [
        Practice(r.id, r.title, *within_dose(r.title, r.dose, None, None), 5, "", "") for r in ROUTINES
    ]
    rung = Counter(starts(made(*practices)))
    assert set(rung.values()) == {1}


def test_several_at_once_lead_to_the_front_page_where_there_is_one():
    two = together(("legs", "mon", "18:00"), ("back", "mon", "18:00"))
    (event,) = events(
        make_calendar(
            two, name="S", person=PERSON, zone=BERLIN, first=FIRST, stamp=STAMP, home="https://x.example/"
        )
    )
    assert event["URL"] == "https://x.example/"


def test_without_an_address_there_is_no_link():
    (event,) = events(made(replace(practice(times="18:00"), address="")))
    assert "URL" not in event
    assert str(event["DESCRIPTION"]) == "About 21 minutes."


def test_in_utc_no_time_zone_is_needed():
    assert "VTIMEZONE" not in made(zone="UTC").decode()
    assert starts(made(zone="UTC"))[0] == datetime(2026, 3, 4, 8, tzinfo=UTC)


def test_a_subscriber_looks_again_each_day():
    text = made().decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in text
    assert "X-PUBLISHED-TTL:P1D\r\n" in text


def test_each_event_rings_leads_to_the_session_and_is_private():
    for event in events(made()):
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(0))
        assert event["URL"] == "http://127.0.0.1:8614/ready/?routine=back-spasm"
        assert event["CLASS"] == "PRIVATE"
        assert event["DURATION"].dt == timedelta(minutes=21)


def test_equal_input_makes_equal_bytes():
    assert made() == made()


def test_a_calendar_knows_an_event_again_and_two_people_apart():
    later = made(first=FIRST + timedelta(days=40), stamp=STAMP + timedelta(days=40))
    uids = [str(event["UID"]) for event in events(made())]
    assert [str(event["UID"]) for event in events(later)] == uids
    assert len({*uids, *(str(event["UID"]) for event in events(made(person=OTHER)))}) == 4


def test_other_days_and_times_move_the_same_events():
    """Else the times of before would stay in the calendar beside the new ones: more than the dose."""
    moved = made(practice("tue,thu", "09:00,20:00"))
    assert [event["UID"] for event in events(moved)] == [event["UID"] for event in events(made())]
    (only,) = events(made(practice(times="18:00")))
    assert only["UID"] == events(made())[0]["UID"]


def test_words_with_commas_and_lines_come_back_as_they_were():
    title = "Rücken; Nacken, Schultern\\"
    (event, _) = events(made(practice(title=title)))
    assert str(event["SUMMARY"]) == title


def test_nothing_in_it_is_an_error_to_a_strict_reader():
    parsed = icalendar.Calendar.from_ical(made())
    assert [(each.name, each.errors) for each in parsed.walk() if each.errors] == []


def read_with_vobject(folder: Path) -> list[str]:
    """Another parser, with rules of its own."""
    found = vobject.readOne((folder / "made.ics").read_text(encoding="utf-8"))
    return [f"{start:%Y-%m-%d %H:%M}" for event in found.vevent_list for start in event.getrruleset(True)]


def read_with_khal(folder: Path) -> list[str]:
    """A program of other people: it imports the file, and lists what it understood."""
    (folder / "all").mkdir()
    (folder / "khal.conf").write_text(
        f"[calendars]\n[[all]]\npath = {folder / 'all'}\n[locale]\nlocal_timezone = {BERLIN}\n"
        f"default_timezone = {BERLIN}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n"
    )
    khal = ["khal", "-c", str(folder / "khal.conf")]
    run([*khal, "import", "--batch", str(folder / "made.ics")], folder)
    shown = ["--day-format", "", "--format", "{start-date} {start-time}"]
    return run([*khal, "list", *shown, "2026-03-03", "2027-03-02"], folder).splitlines()


def read_with_calcurse(folder: Path) -> list[str]:
    """Another, with rules of its own for what repeats: each day stands above its times."""
    calcurse = ["calcurse", "-D", str(folder), "-C", str(folder)]
    run([*calcurse, "-i", str(folder / "made.ics")], folder)
    shown = ["--filter-type", "cal", "--format-recur-apt", "%S\n", "--format-apt", "%S\n"]
    dates = ["--input-datefmt", "4", "--output-datefmt", "%Y-%m-%d"]
    told = run([*calcurse, *dates, "-Q", *shown, "--from", "2026-03-03", "--to", "2027-03-02"], folder)
    days = re.findall(r"^(\d{4}-\d\d-\d\d):\n((?:\d\d:\d\d\n)+)", told, re.M)
    return [f"{day} {at}" for day, times in days for at in times.split()]


def run(command: list[str], folder: Path) -> str:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder), "TZ": BERLIN}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def where_installed(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed on this machine")


@pytest.mark.parametrize(
    "read",
    [
        read_with_vobject,  # a library, and always there
        pytest.param(read_with_khal, marks=where_installed("khal")),
        pytest.param(read_with_calcurse, marks=where_installed("calcurse")),
    ],
)
def test_another_reader_expands_the_same_year(read, tmp_path):
    """Always one of other authors; the programs too, wherever they are installed."""
    (tmp_path / "made.ics").write_bytes(made())
    told = sorted(line.strip() for line in read(tmp_path) if line.strip())
    assert told == [f"{start:%Y-%m-%d %H:%M}" for start in starts(made())]


@pytest.mark.parametrize("days", ["", "monday", "mon,xyz", ","])
def test_days_that_are_none_are_refused(days):
    with pytest.raises(CalendarRefused, match="not days of the week"):
        read_days(days)


@pytest.mark.parametrize("times", ["", "25:00", "8 o'clock", "08:00:30", "08:00+02:00"])
def test_times_that_are_none_are_refused(times):
    with pytest.raises(CalendarRefused, match="not times of day"):
        read_times(times)


def test_more_than_the_dose_is_refused():
    back = library.routine("back-spasm")
    with pytest.raises(CalendarRefused, match="meant for 3 to 4 days a week, and these are 5"):
        within_dose(back.title, back.dose, DAYS[:5], None)
    with pytest.raises(CalendarRefused, match="meant for 1 to 3 times a day, and these are 4"):
        within_dose(back.title, back.dose, None, tuple(time(hour) for hour in (8, 12, 16, 20)))


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_what_was_chosen_for_all_is_thinned_to_the_dose_of_each(routine):
    times = tuple(time(hour) for hour in (7, 9, 11, 13, 15, 17))
    on, at = within_chosen(routine.dose, DAYS, times)
    assert (len(on), len(at)) == (routine.dose.sessions_a_week.most, routine.dose.sessions_a_day.most)
    assert within_dose(routine.title, routine.dose, on, at) == (on, at)


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_the_usual_days_and_times_are_the_usual_dose(routine):
    assert len(usual_days(routine.dose)) == routine.dose.sessions_a_week.usual
    assert len(usual_times(routine.dose)) == routine.dose.sessions_a_day.usual
