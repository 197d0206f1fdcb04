"""A workout as a FIT activity: training / flexibility_training, with the name of each lap.

FIT counts whole seconds since the end of 1989, in UTC. A lap has no name of its own there; it points to
the step of a workout, and that has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Final
from zlib import crc32

from lissom.coach.history import local_time
from lissom.exchange.fit.laps import Lap, TimeSpan, Workout
from lissom.extras import need

EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
Name = Callable[[Lap], str]


def write_activity(workout: Workout, title: str, name: Name) -> bytes:
    """Return a workout as the bytes of a FIT file. `name` says what a lap is called.

    Equal input gives equal bytes. fit-tool is imported only here: few commands need it.

    Raises:
        ExtraMissing: where fit-tool is not installed.
    """
    need("fit")
    from fit_tool.fit_file_builder import FitFileBuilder

    builder = FitFileBuilder(auto_define=True, strict=True)
    for message in _messages(workout, title, name):
        builder.add(message)
    written: bytes = builder.build_bytes()
    return written


def _messages(workout: Workout, title: str, name: Name) -> Iterator[Any]:
    """In the order that FIT wants: what it is, what is done, the events and laps by time, then the sums."""
    yield _file_id(workout)
    yield from _steps(workout, title, name)
    yield from _events_and_laps(workout)
    yield _session(workout)
    yield _activity(workout)


def _file_id(workout: Workout) -> Any:
    from fit_tool.profile.messages.file_id_message import FileIdMessage
    from fit_tool.profile.profile_type import FileType, Manufacturer

    return _filled(
        FileIdMessage(),
        type=FileType.ACTIVITY,
        manufacturer=Manufacturer.DEVELOPMENT.value,
        product=0,
        serial_number=crc32(workout.log.id.encode()) or 1,
        time_created=_unix_ms(workout.at(workout.span.start_ms)),
    )


def _steps(workout: Workout, title: str, name: Name) -> Iterator[Any]:
    from fit_tool.profile.messages.workout_message import WorkoutMessage
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
    from fit_tool.profile.profile_type import Intensity, Sport, SubSport, WorkoutStepDuration

    yield _filled(
        WorkoutMessage(),
        sport=Sport.TRAINING,
        sub_sport=SubSport.FLEXIBILITY_TRAINING,
        num_valid_steps=len(workout.laps),
        workout_name=_cut(title),
    )
    for number, lap in enumerate(workout.laps):
        yield _filled(
            WorkoutStepMessage(),
            message_index=number,
            workout_step_name=_cut(name(lap)),
            duration_type=WorkoutStepDuration.OPEN,
            intensity=Intensity.ACTIVE,
        )


def _events_and_laps(workout: Workout) -> Iterator[Any]:
    """The timer's starts and stops, a record where each lap begins and at the end, and each lap where it
    ends, by time: some platforms take the last record for the end."""
    start, end = workout.span.start_ms, workout.span.end_ms
    found = [(start, 0, _timer(workout, start, "START"))]
    for pause in workout.pauses:
        found += [
            (pause.start_ms, 3, _timer(workout, pause.start_ms, "STOP")),
            (pause.end_ms, 4, _timer(workout, pause.end_ms, "START")),
        ]
    for number, lap in enumerate(workout.laps):
        found += [
            (lap.span.start_ms, 2, _record(workout, lap.span.start_ms)),
            (lap.span.end_ms, 1, _lap(workout, number, lap)),
        ]
    found += [(end, 0, _record(workout, end)), (end, 5, _timer(workout, end, "STOP_ALL"))]
    return (message for _, _, message in sorted(found, key=lambda each: each[:2]))


def _record(workout: Workout, at_ms: int) -> Any:
    """A moment with nothing measured in it: FIT has no activity without one."""
    from fit_tool.profile.messages.record_message import RecordMessage

    return _filled(RecordMessage(), timestamp=_unix_ms(workout.at(at_ms)))


def _timer(workout: Workout, at_ms: int, kind: str) -> Any:
    from fit_tool.profile.messages.event_message import EventMessage
    from fit_tool.profile.profile_type import Event, EventType

    return _filled(
        EventMessage(),
        timestamp=_unix_ms(workout.at(at_ms)),
        event=Event.TIMER,
        event_type=EventType[kind],
    )


def _lap(workout: Workout, number: int, lap: Lap) -> Any:
    from fit_tool.profile.messages.lap_message import LapMessage
    from fit_tool.profile.profile_type import Event, EventType, Intensity, LapTrigger, Sport, SubSport

    is_last = number == len(workout.laps) - 1
    return _filled(
        LapMessage(),
        message_index=number,
        **_times(workout, lap.span),
        event=Event.LAP,
        event_type=EventType.STOP,
        intensity=Intensity.ACTIVE,
        lap_trigger=LapTrigger.SESSION_END if is_last else LapTrigger.MANUAL,
        sport=Sport.TRAINING,
        sub_sport=SubSport.FLEXIBILITY_TRAINING,
        workout_step_index=number,
    )


def _session(workout: Workout) -> Any:
    from fit_tool.profile.messages.session_message import SessionMessage
    from fit_tool.profile.profile_type import Event, EventType, SessionTrigger, Sport, SubSport

    return _filled(
        SessionMessage(),
        message_index=0,
        **_times(workout, workout.span),
        event=Event.SESSION,
        event_type=EventType.STOP,
        sport=Sport.TRAINING,
        sub_sport=SubSport.FLEXIBILITY_TRAINING,
        first_lap_index=0,
        num_laps=len(workout.laps),
        trigger=SessionTrigger.ACTIVITY_END,
    )


def _activity(workout: Workout) -> Any:
    from fit_tool.profile.messages.activity_message import ActivityMessage
    from fit_tool.profile.profile_type import Activity, Event, EventType

    end = workout.at(workout.span.end_ms)
    local = local_time(end, workout.log.zone).replace(tzinfo=UTC)
    return _filled(
        ActivityMessage(),
        timestamp=_unix_ms(end),
        local_timestamp=round((local - EPOCH).total_seconds()),
        total_timer_time=workout.active_ms(workout.span) / 1000,
        num_sessions=1,
        type=Activity.MANUAL,
        event=Event.ACTIVITY,
        event_type=EventType.STOP,
    )


def _times(workout: Workout, span: TimeSpan) -> dict[str, Any]:
    return {
        "timestamp": _unix_ms(workout.at(span.end_ms)),
        "start_time": _unix_ms(workout.at(span.start_ms)),
        "total_elapsed_time": (span.end_ms - span.start_ms) / 1000,
        "total_timer_time": workout.active_ms(span) / 1000,
    }


def _cut(words: str) -> str:
    """Words as long as a text can be in FIT: 254 bytes, and a zero after them."""
    return words.encode()[:254].decode(errors="ignore")


def _unix_ms(moment: datetime) -> int:
    """A moment as fit-tool takes it: milliseconds, of which it keeps the whole seconds."""
    return round(moment.timestamp()) * 1000


def _filled(message: Any, **fields: Any) -> Any:
    for name, value in fields.items():
        setattr(message, name, value)
    return message
