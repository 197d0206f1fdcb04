"""What a browser makes of logs and words is what the coach makes of them, also from a pack and its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lissom.coach.history import Agreed, Entry, History, TakenBack, is_next_day, session_of
from lissom.coach.history import LateReport as ToldLater
from lissom.coach.late_reporting import unnamed_spot
from lissom.coach.plan import Plan, plan
from lissom.coach.profile import Profile
from lissom.coach.restrictions import RestrictionState, restrictions
from lissom.machine.codec import part_json
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.session import codec
from lissom.session.codec import write_moment
from lissom.session.log import Log
from lissom.session.replay import replay
from lissom.web.api.history_extract import entry_json, past_json, session_json
from tests.coach.hurting import BEGUN, OUT, STARTED, log_of
from tests.coach.hurting import MACHINE as HURTING
from tests.coach.stories import (
    ANKLE_PAIN,
    BACK,
    CHIN_TINGLING,
    FULL,
    LADDER,
    NECK,
    PHRASES,
    ROUTINES,
    SAY,
    SLUMP_PAIN,
    day,
    play,
    routine_machine,
    screening_machine,
)
from tests.coach.told import restriction_as_core_tells, restriction_as_told

ZONE, NECKS = "Europe/Warsaw", ("chin-tuck", "side-bend")
ZONES = ("UTC", "Europe/Warsaw", "America/Los_Angeles", "Pacific/Kiritimati")
TARGETS = ("leg-ladder", "gluteal", "all")
GLUTEAL_PAIN = {"feels": ("pain", "gluteal.left.rep1.gluteal.hold"), "pauses_in": "gluteal.pain.let-go"}
DEEDS: tuple[tuple[Machine, dict[str, Any]], ...] = (
    (routine_machine(LADDER, Options()), {}),
    (routine_machine(LADDER, Options(level=3)), {"climbs": True, "feels": SLUMP_PAIN["feels"]}),
    (routine_machine(LADDER, Options(level=2)), {"climbs": True, "feels": CHIN_TINGLING["feels"]}),
    (routine_machine(LADDER, Options()), ANKLE_PAIN),
    (routine_machine(LADDER, Options()), {"breaks_off": "r1.right"}),
    (routine_machine(BACK, Options()), {}),
    (routine_machine(BACK, Options()), GLUTEAL_PAIN),
    (routine_machine(BACK, Options()), {"says": {"screening.emergency": "yes"}}),
    (screening_machine("next-morning"), {"says": {"screening.settled": "yes"}}),
    (screening_machine("next-morning"), {"says": {"screening.settled": "no"}}),
    (screening_machine("after-session"), {"says": {"screening.after": "yes"}}),
)


@dataclass(frozen=True)
class Told:
    """A history of which a part is known to the server, and a part to the browser."""

    logs: tuple[tuple[Log, Machine], ...]
    entries: tuple[Entry, ...]
    now: datetime

    @property
    def history(self) -> History:
        return History(tuple(session_of(log, machine) for log, machine in self.logs), self.entries)

    def before(self, moment: datetime) -> Told:
        """What the server had by then."""
        logs = tuple((log, machine) for log, machine in self.logs if log.started < moment)
        return Told(logs, tuple(entry for entry in self.entries if entry.at < moment), moment)


hours = st.integers(0, 24 * 6)


@st.composite
def histories(draw: st.DrawFn) -> Told:
    """Up to seven sessions and four words within six days."""
    logs = [
        (play(machine, day(1) + timedelta(hours=at), draw(st.sampled_from(ZONES)), number, **told), machine)
        for number, at in enumerate(draw(st.lists(hours, max_size=7, unique=True)), 1)
        for machine, told in [draw(st.sampled_from(DEEDS))]
    ]
    return Told(
        tuple(logs), tuple(draw(st.lists(words(), max_size=4))), day(1) + timedelta(hours=draw(hours))
    )


@st.composite
def words(draw: st.DrawFn) -> Entry:
    at, target = day(1) + timedelta(hours=draw(hours)), draw(st.sampled_from(TARGETS))
    if draw(st.booleans()):
        return Agreed(at, target)
    return TakenBack(at, draw(st.sampled_from(ZONES)), target, draw(st.sampled_from([True, False, None])))


def looked_at(core, told: Told) -> list[Any]:
    """Return the sessions that the browser makes of logs."""
    return core.ask_all(
        "look", [{"machine": core.number(m), "log": codec.as_json(log)} for log, m in told.logs]
    )


def as_core_stands(standing: RestrictionState) -> dict[str, Any]:
    return {
        "closed": standing.is_closed,
        "caps": dict(standing.caps),
        "leftOut": sorted(standing.left_out),
        "active": in_some_order(map(restriction_as_told, standing.active)),
    }


def stand(core, sessions, entries, now: datetime) -> dict[str, Any]:
    found = core.ask(
        "stand",
        {"sessions": sessions, "entries": entries, "now": write_moment(now), "zone": ZONE, "neck": NECKS},
    )
    return {**found, "active": in_some_order(map(restriction_as_core_tells, found["active"]))}


def in_some_order(restrictions_told) -> list[Any]:
    return sorted(restrictions_told, key=lambda told: sorted(map(str, told.items())))


@settings(max_examples=60)
@given(told=histories())
def test_logs_and_words_amount_to_what_the_coach_says(core, told):
    sessions = looked_at(core, told)
    assert sorted(sessions, key=lambda s: s["started"]) == [session_json(s) for s in told.history.sessions]
    entries = [entry_json(entry) for entry in told.entries]
    assert stand(core, sessions, entries, told.now) == as_core_stands(
        restrictions(told.history, told.now, ZONE, NECKS)
    )


@settings(max_examples=60)
@given(told=histories(), at=hours, keeps_all=st.booleans())
def test_a_pack_and_what_came_after_it_amount_to_the_same(core, told, at, keeps_all):
    """The server knew all until some hour; the browser has the rest, or every log that it ever had."""
    known = told.before(day(1) + timedelta(hours=at))
    own = (
        told
        if keeps_all
        else Told(tuple(log for log in told.logs if log not in known.logs), told.entries, told.now)
    )
    past = past_json(known.history, known.now, ZONE, NECKS)
    sessions = [*past["sessions"], *looked_at(core, own)]
    entries = [*past["entries"], *(entry_json(entry) for entry in told.entries)]
    now = max(told.now, known.now)
    assert stand(core, sessions, entries, now) == as_core_stands(restrictions(told.history, now, ZONE, NECKS))


PROFILES = (
    Profile(routines=(LADDER, BACK), options={LADDER: Options(level=3)}),
    Profile(routines=(FULL,), options={FULL: Options(level=2)}),
    Profile(routines=(NECK, BACK), zone="Pacific/Kiritimati"),
)


@cache
def titles() -> dict[str, str]:
    return {routine.id: routine.title for routine in ROUTINES}


def plan_json(made: Plan) -> dict[str, Any]:
    lines = [
        line.as_json(SAY) | {"title": titles().get(line.routine, line.routine)} for line in made.sessions
    ]
    return {"lines": lines, "usual_pain": made.usual_pain, "not_today": []}


def lessened(core, made: Plan, told: Told, profile: Profile, now: datetime) -> dict[str, Any]:
    question = {
        "plan": plan_json(made),
        "sessions": [session_json(session) for session in told.history.sessions],
        "entries": [entry_json(entry) for entry in told.entries],
        "now": write_moment(now),
        "zone": profile.zone,
    }
    return core.ask("lessen", question)


@settings(max_examples=40)
@given(told=histories(), at=hours, profile=st.sampled_from(PROFILES))
def test_lines_are_never_more_than_planned_and_never_what_is_closed(core, told, at, profile):
    known = told.before(day(1) + timedelta(hours=at))
    now = max(told.now, known.now)
    made = plan(profile, known.history, ROUTINES, known.now, phrases=PHRASES)
    found, standing = lessened(core, made, told, profile, now), restrictions(told.history, now, profile.zone)
    planned = {(line.kind, line.routine): line for line in made.sessions}
    shut = standing.left_out | {
        r.target for r in standing.active if not is_next_day(r.since, now, profile.zone)
    }
    for line in found["lines"]:
        before = planned[line["kind"], line["routine"]]
        if line["kind"] == "routine":
            assert set(line["stretches"]) == (set() if standing.is_closed else set(before.stretches) - shut)
            assert set(line["options"]["without"]) == {*before.options.without, *before.stretches} - set(
                line["stretches"]
            )
            caps = [standing.caps[name] for name in line["stretches"] if name in standing.caps]
            assert line["options"]["level"] == min([before.options.level, *caps])
        else:
            assert line == {**plan_json(made)["lines"][made.sessions.index(before)], "because": []}
    shown = {line["routine"] for line in (*found["lines"], *found["notNow"])}
    assert shown == {line.routine for line in made.sessions}


@settings(max_examples=20)
@given(told=histories(), profile=st.sampled_from(PROFILES))
def test_where_nothing_is_new_the_plan_stands(core, told, profile):
    told = told.before(told.now)
    made = plan(profile, told.history, ROUTINES, told.now, phrases=PHRASES)
    found = lessened(core, made, told, profile, told.now)
    assert found == {"lines": [{**line, "because": []} for line in plan_json(made)["lines"]], "notNow": []}


# lines, one by one

MORNING = day(3)


def line(routine: str, stretches: list[str], **more: Any) -> dict[str, Any]:
    options = Options(without=("own-choice",), **more.pop("options", {})).as_json()
    usual = {
        "kind": "routine",
        "title": routine,
        "seconds": 300,
        "rest_before": 0,
        "brief": False,
        "log": None,
    }
    return {**usual, "routine": routine, "stretches": stretches, "options": options, "reasons": [], **more}


def after(core, lines: list[Any], *deeds: tuple[datetime, int], entries: tuple[Entry, ...] = ()) -> Any:
    """Return lines, on the third morning, after some of the deeds above were done."""
    logs = tuple(
        (play(DEEDS[which][0], when, "UTC", number, **DEEDS[which][1]), DEEDS[which][0])
        for number, (when, which) in enumerate(deeds, 1)
    )
    plan_told = {"lines": lines, "usual_pain": None, "not_today": []}
    told = Told(logs, entries, MORNING)
    return core.ask(
        "lessen",
        {
            "plan": plan_told,
            "sessions": looked_at(core, told),
            "entries": [entry_json(entry) for entry in entries],
            "now": write_moment(MORNING),
            "zone": "UTC",
        },
    )


CLIMBS, ANKLE, GLUTEAL = 1, 3, 6  # deeds: pain in the slump, in the ankle, and in the gluteal stretch
BACK_LINE = line(BACK, ["forward-roll", "gluteal"])
LADDER_LINE = line(LADDER, ["leg-ladder"], options={"level": 3})


def test_a_stretch_that_hurt_goes_and_the_rest_of_its_line_stays(core):
    found = after(core, [BACK_LINE], (day(1), GLUTEAL))
    (lessened_line,) = found["lines"]
    assert [why["target"] for why in lessened_line.pop("because")] == ["gluteal"]
    assert lessened_line == {
        **BACK_LINE,
        "stretches": ["forward-roll"],
        "seconds": None,
        "options": {**BACK_LINE["options"], "without": ["gluteal", "own-choice"]},
    }


def test_what_was_taken_back_is_as_planned_again(core):
    word = TakenBack(day(2), "UTC", "gluteal", None)
    found = after(core, [BACK_LINE], (day(1), GLUTEAL), entries=(word,))
    assert found == {"lines": [{**BACK_LINE, "because": []}], "notNow": []}


def test_what_the_plan_has_closed_stays_closed_whatever_is_said(core):
    planned = line(BACK, ["forward-roll"], options={"level": 1})
    word = Agreed(day(2), "all")
    found = after(core, [planned], (day(1), GLUTEAL), entries=(word,))
    assert found == {"lines": [{**planned, "because": []}], "notNow": []}


def test_a_level_is_lowered_and_never_raised(core):
    three = after(core, [LADDER_LINE], (day(1), CLIMBS))["lines"][0]
    one = after(core, [line(LADDER, ["leg-ladder"])], (day(1), CLIMBS))["lines"][0]
    assert (three["options"]["level"], three["seconds"]) == (2, None)
    assert (one["options"]["level"], one["seconds"], one["because"]) == (1, 300, [])


def test_on_the_day_itself_there_is_no_second_try(core):
    found = after(core, [LADDER_LINE], (MORNING - timedelta(hours=2), CLIMBS))
    assert (found["lines"], [(gone["routine"], gone["kind"]) for gone in found["notNow"]]) == (
        [],
        [(LADDER, "rest")],
    )


def test_where_the_first_session_is_closed_the_next_asks_for_the_pain_of_now(core):
    second = {**line(BACK, ["forward-roll"], options={"rate": False}), "rest_before": 60}
    question = {**line("next-morning", []), "kind": "next-morning"}
    found = after(core, [question, LADDER_LINE, second], (day(1), ANKLE))
    assert found["lines"] == [
        {**question, "because": []},
        {**second, "because": [], "rest_before": 0, "options": {**second["options"], "rate": True}},
    ]
    assert [(gone["routine"], gone["kind"], gone["title"]) for gone in found["notNow"]] == [
        (LADDER, "closed", LADDER)
    ]


def test_where_all_is_closed_nothing_but_questions_is_left(core):
    emergency = 7
    question = {**line("next-morning", []), "kind": "next-morning"}
    found = after(core, [question, LADDER_LINE, BACK_LINE], (day(1), emergency))
    assert found["lines"] == [{**question, "because": []}]
    assert [(gone["routine"], gone["kind"]) for gone in found["notNow"]] == [
        (LADDER, "closed"),
        (BACK, "closed"),
    ]


# what hurt and was not named

HURT = (
    (*BEGUN, "hurts"), (*BEGUN, "hurts", "elapsed", "stop"), (*BEGUN, "elapsed", "hurts", "elapsed"),
    ("ok", "no", "hurts"), (*BEGUN, "hurts", "hurts"), (*BEGUN, "hurts", "elapsed", "tingling"),
    (*BEGUN, "hurts", "numbness"), (*BEGUN, "hurts", "elapsed", "serious"),
)  # fmt: skip


def test_what_hurt_is_read_from_a_log_as_the_coach_reads_it(core):
    logs = [log_of(*events) for events in HURT]
    found = core.ask_all(
        "look", [{"machine": core.number(HURTING), "log": codec.as_json(log)} for log in logs]
    )
    assert found == [session_json(session_of(log, HURTING)) for log in logs]


def test_what_each_answer_takes_is_what_the_coach_says(core):
    now = write_moment(STARTED + timedelta(days=1))
    logs = [log_of(*events) for events in HURT]
    asked = [
        {"machine": core.number(HURTING), "log": codec.as_json(log), "words": [], "now": now} for log in logs
    ]
    assert core.ask_all("asking", asked) == [_asking(log) for log in logs]


def _asking(log: Log) -> dict[str, Any] | None:
    if session_of(log, HURTING).unnamed is None:
        return None
    spot = unnamed_spot(replay(log, HURTING))
    assert spot is not None
    thens = {symptom: part_json(then) for symptom, then in spot.thens.items()}
    place = {"stretch": spot.stretch, "position": spot.position, "side": spot.side}
    return {"about": log.id, **place, "thens": thens}


def test_what_was_told_is_asked_no_more_nor_what_may_be_gone_on_with(core):
    log = log_of(*BEGUN, "hurts")
    word = entry_json(
        ToldLater(STARTED + timedelta(hours=1), "UTC", "pain", "roll", "roll", "left", OUT, log.id)
    )
    asked = {"machine": core.number(HURTING), "log": codec.as_json(log)}
    tomorrow, soon = (write_moment(STARTED + each) for each in (timedelta(days=1), timedelta(minutes=3)))
    fortnight = write_moment(STARTED + timedelta(days=15))
    assert [
        core.ask("asking", asked | {"words": words, "now": now}) is None
        for words, now in (([word], tomorrow), ([], soon), ([], fortnight), ([], tomorrow))
    ] == [True, True, True, False]
