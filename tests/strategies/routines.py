"""Random valid routines: `routines()` draws `Routine` values that the checks of the language accept.

One to three stretches, ladders with gates and single positions, with and without sides, rounds,
repeats, timed and open holds, and both kinds of symptom table (A: everything ends the session;
B: pain ends the stretch). `tests/routine/test_strategy.py` proves that what is drawn here is valid.

    from tests.strategies.routines import routines

    @given(routines())
    def test_something(routine): ...
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from lissom.routine.model import (
    Advice,
    Condition,
    Dose,
    Equipment,
    Gate,
    Item,
    OpenHold,
    Position,
    Question,
    Range,
    Review,
    Routine,
    Stretch,
    SymptomRule,
    TimedHold,
    Words,
)

ADVICE = Advice(now="Sit down and rest.", contact="If it lasts until tomorrow, contact your clinic.")
REST = Advice(now="Sit down and rest.")
LIMBS = ("leg", "arm", "side")
STRETCH_IDS = ("leg-ladder", "forward-roll", "gluteal")
POSITION_IDS = ("sit", "reach", "ankle", "chin", "slump")


def words(say: str, brief: str | None = None, **more: Any) -> Words:
    """Return words whose brief form, where none is given, is the first sentence."""
    return Words(say=say, brief=brief or say.split(".")[0] + ".", cite=("ours",), **more)


@st.composite
def ranges(draw: st.DrawFn, least: int, most: int, usual: str = "least") -> Range:
    """Draw a range within `least` to `most`; `usual` is an end of it, or any number of it."""
    low = draw(st.integers(least, most))
    high = draw(st.integers(low, most))
    if usual == "any":
        return Range(low, high, draw(st.integers(low, high)))
    return Range(low, high, low if usual == "least" else high)


def timed_holds() -> st.SearchStrategy[TimedHold]:
    """Draw holds that all overlap at 20 seconds, as the checks ask of one routine."""
    said = words("Hold it there, and keep breathing.")
    return st.builds(
        lambda least, most: TimedHold(Range(least, most, most), said),
        st.sampled_from((5, 10, 20)),
        st.sampled_from((20, 25, 30)),
    )


def open_holds() -> st.SearchStrategy[OpenHold]:
    """Draw holds for as long as comfortable."""
    said = words("Breathe in, and hold. Keep breathing.", "Breathe in. Hold. Keep breathing.")
    return st.builds(lambda cap: OpenHold(cap, said), st.integers(10, 60))


@st.composite
def moves(draw: st.DrawFn, sided: bool) -> tuple[Words, Words]:
    """Draw the words of going into a position and of letting it go."""
    into = "{Side} one. Go slowly, away from the {other}." if sided else "Go slowly into it."
    takes = draw(st.sampled_from((0, 6, 12)))
    return words(into, takes=takes), words("Come slowly back.", takes=draw(st.sampled_from((0, 4))))


@st.composite
def low_positions(draw: st.DrawFn, sided: bool, climbs: bool) -> list[Position]:
    """Draw the positions of level 1: passed through, and the last one held.

    Above an open hold no gate can stand, so one that `climbs` is timed.
    """
    hold = draw(timed_holds() if climbs else st.one_of(timed_holds(), open_holds()))
    count = draw(st.integers(1, 3))
    positions = []
    for index in range(count):
        move, release = draw(moves(sided))
        positions.append(
            Position(
                id=POSITION_IDS[index],
                title=POSITION_IDS[index].title(),
                level=1,
                pose=f"pose.{POSITION_IDS[index]}",
                felt="the back of the leg",
                move=move,
                release=release,
                hold=hold if index == count - 1 else None,
                cite=("ours",),
            )
        )
    return positions


@st.composite
def gated_position(draw: st.DrawFn, below: Position, index: int, rounds: Range, sided: bool) -> Position:
    """Draw the rung above `below`, behind a gate that can come true."""
    assert isinstance(below.hold, TimedHold)
    seconds = below.hold.seconds
    gate = Gate(
        held=below.id,
        seconds=draw(st.sampled_from((seconds.most, 20))),
        round=draw(st.one_of(st.none(), st.integers(1, rounds.usual))),
        cite=("ours",),
    )
    move, release = draw(moves(sided))
    return Position(
        id=POSITION_IDS[index],
        title=POSITION_IDS[index].title(),
        level=min(3, max(2, below.level + draw(st.integers(0, 1)))),
        pose=f"pose.{POSITION_IDS[index]}",
        felt="the back",
        move=move,
        release=release,
        hold=draw(timed_holds()),
        gate=gate,
        offer="If this is gentle and you want more, press yes.",
        cite=("ours",),
    )


@st.composite
def positions_of(draw: st.DrawFn, rounds: Range, sided: bool) -> tuple[Position, ...]:
    """Draw the rungs of a stretch, one to five."""
    climbs = draw(st.booleans())
    rungs = draw(low_positions(sided, climbs))
    if climbs:
        for _ in range(draw(st.integers(1, 2))):
            rungs.append(draw(gated_position(rungs[-1], len(rungs), rounds, sided)))
    return tuple(rungs)


@st.composite
def stretches(draw: st.DrawFn, stretch_id: str = "leg-ladder") -> Stretch:
    """Draw a stretch of the given id."""
    sides = draw(st.sampled_from(("none", "in-turn", "alternating")))
    sided = sides != "none"
    rounds = draw(ranges(1, 2)) if sides == "alternating" else Range(1, 1, 1)
    positions = draw(positions_of(rounds, sided))
    several = (Range(1, 3, 1), Range(2, 3, 2)) if len(positions) == 1 else ()
    repeats = draw(st.sampled_from((Range(1, 1, 1), *several)))
    rests_between = repeats.most > 1 or (sided and draw(st.booleans()))
    return Stretch(
        id=stretch_id,
        title=stretch_id.replace("-", " ").capitalize(),
        limb=draw(st.sampled_from(LIMBS)) if sided else None,
        posture=draw(st.sampled_from(("sitting", "standing"))),
        sides=sides,
        rounds=rounds,
        repeats=repeats,
        ready=words(
            ("The {side} one first." if sided else "Get ready.") + " Press next.", brief="Press next."
        ),
        rest=words("Rest, and breathe.", takes=draw(st.integers(8, 12))),
        let_go=words("Let go now. Come back to where you began."),
        positions=positions,
        waits=draw(st.booleans()),
        steady=words("Stand still.", takes=10) if draw(st.booleans()) else None,
        switch=words("Change sides. Now the {other} one.", takes=draw(st.integers(5, 8))) if sided else None,
        between=words("Rest.", takes=5) if rests_between else None,
        cite=("ours",),
    )


def all_end_the_session(dizziness: bool) -> tuple[SymptomRule, ...]:
    """Return the symptom table of the kind of A: one level less from the next session on."""
    until = {"pain": "taken-back", "numbness": "contact", "tingling": "contact", "dizziness": "contact"}
    return tuple(
        SymptomRule(symptom, "session", "lower-level", until[symptom], REST, ("ours",))
        for symptom in until
        if dizziness or symptom != "dizziness"
    )


def pain_ends_the_stretch(dizziness: bool) -> tuple[SymptomRule, ...]:
    """Return the symptom table of the kind of B: what hurt is left out until taken back."""
    ends = {"pain": "stretch", "numbness": "session", "tingling": "session", "dizziness": "session"}
    until = {"numbness": "contact"}
    return tuple(
        SymptomRule(symptom, ends[symptom], "leave-out", until.get(symptom, "taken-back"), REST, ("ours",))
        for symptom in ends
        if dizziness or symptom != "dizziness"
    )


def symptom_tables() -> st.SearchStrategy[tuple[SymptomRule, ...]]:
    """Draw a symptom table of either kind, with or without dizziness."""
    return st.builds(
        lambda table, dizziness: table(dizziness),
        st.sampled_from((all_end_the_session, pain_ends_the_stretch)),
        st.booleans(),
    )


EMERGENCY = Question(
    id="emergency",
    kind="emergency",
    title="Signs of an emergency",
    say="Do you have any of these now?",
    brief="Any of these?",
    advice=Advice(now="Do not stretch. Call {number}.", contact="Then tell your clinic."),
    items=(Item("chest-pain", "chest pain"), Item("saddle", "a numb saddle", spoken=False)),
    close_all=True,
    until="contact",
    cite=("ours",),
)
HEALTH = Question(
    id="health",
    kind="health",
    title="Your health",
    say="Does any of these apply?",
    brief="Any of these?",
    advice=ADVICE,
    items=(Item("osteoporosis", "thin bones", history=True), Item("pregnancy", "pregnancy", history=True)),
    cite=("ours",),
)


@st.composite
def questions(draw: st.DrawFn, stretch_ids: tuple[str, ...]) -> tuple[Question, ...]:
    """Draw the questions: the shared two, and perhaps one of the routine's own."""
    if not draw(st.booleans()):
        return (EMERGENCY, HEALTH)
    own = Question(
        id="tight",
        kind="history",
        title="Tight",
        say="Do you always feel tight?",
        brief="Always tight?",
        advice=ADVICE,
        leave_out=draw(st.sampled_from((None, *stretch_ids))),
        cite=("ours",),
    )
    return (EMERGENCY, HEALTH, own)


@st.composite
def conditions(draw: st.DrawFn, stretch_list: tuple[Stretch, ...]) -> tuple[Condition, ...]:
    """Draw what known conditions keep from a person."""
    ids = tuple(stretch.id for stretch in stretch_list)
    climbing = tuple(stretch.id for stretch in stretch_list if stretch.positions[-1].level > 1)
    first = Condition("osteoporosis", leave_out=(draw(st.sampled_from(ids)),), cite=("ours",))
    second = Condition("pregnancy", cap_level=tuple((each, 1) for each in climbing), cite=("ours",))
    return (first, second) if climbing else (first,)


@st.composite
def routines(draw: st.DrawFn, max_stretches: int = 3) -> Routine:
    """Draw a valid routine of one to `max_stretches` stretches."""
    count = draw(st.integers(1, max_stretches))
    parts = tuple(draw(stretches(stretch_id)) for stretch_id in STRETCH_IDS[:count])
    return Routine(
        id="random",
        version=draw(st.integers(1, 3)),
        language="en",
        title="A random routine",
        summary="Made by a machine, for a machine.",
        good_for=("testing",),
        equipment=(Equipment("chair", "a steady chair"),),
        review=Review("awaiting"),
        dose=Dose(draw(ranges(1, 7)), draw(ranges(1, 3)), ("ours",)),
        questions=draw(questions(tuple(part.id for part in parts))),
        conditions=draw(conditions(parts)),
        symptoms=draw(symptom_tables()),
        get_ready=words("Sit down. Press next when you are ready.", pose="sit.ready"),
        stretches=parts,
        cite=("ours",),
    )


@st.composite
def routines_with_rules(draw: st.DrawFn) -> Routine:
    """Draw a routine whose stretches have rules of their own, other than the routine's, and a region."""
    routine = draw(routines())
    rules = tuple(
        replace(rule, ends="session", until="contact", advice=Advice(now="Sit down, and stay there."))
        for rule in routine.symptoms
    )
    region = st.sampled_from((None, "hip", *(("neck",) if len(rules) == 4 else ())))
    parts = []
    for part in routine.stretches:
        own = draw(st.sets(st.sampled_from(rules)))
        placed = draw(region)
        needed = {rule for rule in rules if rule.symptom == "dizziness" and placed == "neck"}
        parts.append(
            replace(part, symptoms=tuple(rule for rule in rules if rule in own | needed), region=placed)
        )
    return replace(routine, stretches=tuple(parts))
