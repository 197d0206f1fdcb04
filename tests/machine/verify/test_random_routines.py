"""Any valid routine compiles to machines that keep every law, and restricting is compiling without."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.machine.closed_routine import closed_states
from lissom.machine.compile import compile_routine
from lissom.machine.options import CAPS, Options, option_ranges
from lissom.machine.restrict import restrict
from lissom.machine.verify import verify
from lissom.routine.model import Range, Routine
from tests.strategies.routines import routines

PHRASES = library.phrases("en")
MODEST = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def within(bounds: Range | None) -> st.SearchStrategy[int | None]:
    return st.none() if bounds is None else st.none() | st.integers(bounds.least, bounds.most)


def climbs_once_a_side(routine: Routine) -> bool:
    """Where there are several rungs, going up again is a round, not a repeat."""
    return all(len(stretch.positions) == 1 or stretch.repeats.most == 1 for stretch in routine.stretches)


@st.composite
def choices(draw: st.DrawFn, routine: Routine) -> Options:
    ranges = option_ranges(routine)
    return Options(
        level=draw(st.integers(0, 3)),
        hold=draw(within(ranges.hold)),
        repeats=draw(within(ranges.repeats)),
        lead=draw(st.sampled_from(["left", "right"])),
        without=tuple(s.id for s in routine.stretches if draw(st.integers(0, 3)) == 0),
        cap=draw(within(CAPS if ranges.cap else None)),
        pace=draw(st.sampled_from(["usual", "easy"])),
        screened=draw(st.sampled_from([None, "an-earlier-log"])),
        rate=draw(st.booleans()),
    )


@st.composite
def chosen_routines(draw: st.DrawFn) -> tuple[Routine, Options]:
    routine = draw(routines().filter(climbs_once_a_side))
    return routine, draw(choices(routine))


def broken_laws(routine: Routine, options: Options) -> dict[str, str]:
    machine = compile_routine(routine, options, PHRASES)
    return {
        result.law.id: f"{result.counterexample.sentence} {result.counterexample.states}"
        for result in verify(machine, routine, PHRASES)
        if result.counterexample
    }


@MODEST
@given(chosen_routines())
def test_every_law_holds_for_any_routine_and_any_options(chosen):
    assert broken_laws(*chosen) == {}


@MODEST
@given(chosen_routines(), st.data())
def test_leaving_out_is_compiling_without(chosen, data):
    routine, options = chosen
    left_out = data.draw(st.sets(st.sampled_from([s.id for s in routine.stretches])))
    whole = compile_routine(routine, options, PHRASES)
    without = Options.from_json({**options.as_json(), "without": sorted({*options.without, *left_out})})
    restricted = restrict(whole, left_out, closed_states(PHRASES, options.emergency))
    assert restricted == compile_routine(routine, without, PHRASES)
