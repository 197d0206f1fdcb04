"""An activity file, read again by another reader: its sums are the session's, its times the calendar's."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import fitdecode
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.exchange.fit import Lap, NothingStretched, TimeSpan, Workout, workout_of, write_activity
from lissom.machine.options import Options
from lissom.session.log import Entry, Log
from lissom.session.path import RESUME_WITHIN_MS
from tests.coach.stories import BACK, LADDER, NECK, day, play, routine_machine, screening_machine

START = datetime(2026, 5, 4, 8, tzinfo=UTC)


def name(lap: Lap) -> str:
    return ", ".join(filter(None, (lap.stretch, lap.side)))


def told(workout: Workout) -> dict[str, list[dict[str, Any]]]:
    """Return the messages of a workout's file by their kind, as another library reads them."""
    found: dict[str, list[dict[str, Any]]] = {}
    file = io.BytesIO(write_activity(workout, "A routine", name))
    with fitdecode.FitReader(file, check_crc=fitdecode.CrcCheck.RAISE) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                found.setdefault(frame.name, []).append({f.name: f.value for f in frame.fields})
    return found


def session(routine: str = LADDER, zone: str = "Europe/Berlin", **more: Any) -> Workout:
    choices = {key: more.pop(key) for key in tuple(more) if key in Options.__dataclass_fields__}
    machine = routine_machine(routine, Options(**choices))
    return workout_of(play(machine, day(1), zone, **more), machine)


def test_it_is_a_flexibility_training_with_a_lap_for_each_stretch_and_side() -> None:
    file = told(session())
    (whole,) = file["session"]
    assert (whole["sport"], whole["sub_sport"], whole["num_laps"]) == ("training", "flexibility_training", 4)
    steps = {step["message_index"]: step["wkt_step_name"] for step in file["workout_step"]}
    assert [steps[lap["wkt_step_index"]] for lap in file["lap"]] == [
        "leg-ladder, left",
        "leg-ladder, right",
        "leg-ladder, left",
        "leg-ladder, right",
    ]
    assert (file["file_id"][0]["type"], file["activity"][0]["num_sessions"]) == ("activity", 1)


def test_laps_follow_each_other_and_add_up_to_the_session() -> None:
    file = told(session(BACK))
    (whole,), laps = file["session"], file["lap"]
    assert laps[0]["start_time"] == whole["start_time"]
    assert [lap["start_time"] for lap in laps[1:]] == [lap["timestamp"] for lap in laps[:-1]]
    assert laps[-1]["timestamp"] == whole["timestamp"]
    assert sum(lap["total_elapsed_time"] for lap in laps) == pytest.approx(whole["total_elapsed_time"])
    assert file["activity"][0]["total_timer_time"] == whole["total_timer_time"]


def test_the_records_go_from_its_start_to_its_end() -> None:
    file = told(session(NECK))
    (whole,), records = file["session"], [record["timestamp"] for record in file["record"]]
    assert (records[0], records[-1]) == (whole["start_time"], whole["timestamp"])
    assert records == sorted(records)


def test_it_begins_with_the_first_stretch_and_not_with_the_questions() -> None:
    workout = session()
    assert workout.span.start_ms > 0
    (whole,) = told(workout)["session"]
    assert whole["start_time"] == START + timedelta(milliseconds=workout.span.start_ms)


def test_the_persons_own_clock_stands_beside_utc_also_where_the_clocks_change() -> None:
    for zone, hours in (("Europe/Berlin", 2), ("America/New_York", -4), ("Asia/Kathmandu", 5.75), ("UTC", 0)):
        (activity,) = told(session(zone=zone))["activity"]
        assert activity["local_timestamp"] - activity["timestamp"] == timedelta(hours=hours)


def test_a_stretch_without_sides_is_one_lap() -> None:
    assert ("chin-tuck", None) in [(lap.stretch, lap.side) for lap in session(NECK).laps]


def paused(for_ms: int) -> Workout:
    """A session that was paused in its first hold, and gone on from the ready before."""
    machine = routine_machine(LADDER, Options())
    whole = play(machine, day(1))
    at = next(n for n, entry in enumerate(whole.events) if machine.states[entry.state].kind == "hold")
    held = whole.events[at]
    pause = Entry(held.at_ms - 5000, held.state, "pause")
    ready = next(n for n, entry in enumerate(whole.events) if entry.state == "leg-ladder.ready")
    again = Entry(pause.at_ms + for_ms, "leg-ladder.ready", "resume")
    later = again.at_ms - whole.events[ready - 1].at_ms
    rest = tuple(Entry(e.at_ms + later, e.state, e.event) for e in whole.events[ready:])
    return workout_of(log_with(whole, (*whole.events[:at], pause, again, *rest)), machine)


def log_with(log: Log, events: tuple[Entry, ...]) -> Log:
    return replace(log, events=events)


def test_a_pause_stops_the_timer_and_is_no_time_of_the_activity() -> None:
    file = told(paused(60_000))
    assert [event["event_type"] for event in file["event"]] == ["start", "stop", "start", "stop_all"]
    stop, start = file["event"][1:3]
    assert start["timestamp"] - stop["timestamp"] == timedelta(seconds=60)
    (whole,) = file["session"]
    assert whole["total_elapsed_time"] - whole["total_timer_time"] == 60
    assert sum(lap["total_timer_time"] for lap in file["lap"]) == pytest.approx(whole["total_timer_time"])


def test_a_session_that_was_left_ends_when_the_person_was_last_heard_of() -> None:
    machine = routine_machine(LADDER, Options())
    log = play(machine, day(1), breaks_off="r1.right.ankle.hold")
    closed = Entry(log.last_ms + RESUME_WITHIN_MS + 86_400_000, log.events[-1].state, "closed")
    here = machine.states[log.events[-1].state].on[log.events[-1].event]
    left = workout_of(log.with_events(Entry(closed.at_ms, here, "closed")), machine)
    assert left.span.end_ms == log.last_ms


def test_without_a_hold_there_is_no_activity() -> None:
    page = screening_machine("after-session")
    with pytest.raises(NothingStretched, match="has no hold in it"):
        workout_of(play(page, day(1)), page)
    with pytest.raises(NothingStretched):
        session(says={"screening.emergency": "yes"})


def test_the_same_session_gives_the_same_bytes() -> None:
    assert write_activity(session(), "A", name) == write_activity(session(), "A", name)


@pytest.mark.parametrize(("title", "kept"), [("x" * 300, "x" * 254), ("伸" * 100, "伸" * 84)])
def test_a_title_that_is_longer_than_fit_allows_is_cut_between_its_letters(title: str, kept: str) -> None:
    file = io.BytesIO(write_activity(session(), title, lambda lap: title))
    with fitdecode.FitReader(file) as reader:
        found = [each for each in reader if isinstance(each, fitdecode.FitDataMessage)]
    names = [each.get_value("wkt_name") for each in found if each.name == "workout"]
    assert {*names, *(each.get_value("wkt_step_name") for each in found if each.name == "workout_step")} == {
        kept
    }


WHERE = st.sampled_from(("ankle.hold", "left", "right", "r2", "ready"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from((LADDER, BACK)), st.sampled_from(("pain", "numbness", "")), WHERE, st.none() | WHERE,
       st.integers(0, 900))  # fmt: skip
def test_whatever_happened_the_file_can_be_read_and_its_times_go_on(
    routine: str, symptom: str, where: str, breaks_off: str | None, late_ms: int
) -> None:
    try:
        workout = session(routine, feels=(symptom, where) if symptom else (), breaks_off=breaks_off,
                          late_ms=late_ms)  # fmt: skip
    except NothingStretched:
        return
    file = told(workout)
    assert len(file["lap"]) == len(workout.laps)
    times = [each["timestamp"] for each in (*file["lap"], *file["session"])]
    assert times == sorted(times)
    assert all(lap["start_time"] <= lap["timestamp"] for lap in file["lap"])


def test_what_lies_within_a_span_is_counted_once() -> None:
    assert TimeSpan(0, 10).within(TimeSpan(5, 20)) == 5
    assert TimeSpan(0, 10).within(TimeSpan(10, 20)) == 0
    assert TimeSpan(5, 6).within(TimeSpan(0, 20)) == 1
