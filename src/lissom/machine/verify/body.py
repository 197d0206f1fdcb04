"""What a state's labels and a path mean for the body: what is loaded, how far up it went, what hurt.

Several laws need the same facts about a path; here they are told once, and no law with them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lissom.machine.model import HURTS, SERIOUS, UNSURE, State
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import PAIN, Case
from lissom.machine.verify.question_match import question_of

LOADED_KINDS = frozenset({"move", "hold"})
RELEASED_KINDS = frozenset({"release", "switch", "rest"})
FELT_KINDS = LOADED_KINDS | RELEASED_KINDS | {"ready"}  # where the body can tell something


def felt_events(case: Case, kind: str) -> tuple[str, ...]:
    """Return the events by which something felt is told in a state of a kind: `which` asks for its name."""
    if kind == "which":
        return case.watched
    return (*case.watched, HURTS) if kind in FELT_KINDS else ()


class SymptomPlace(NamedTuple):
    """What a symptom belongs to. With no stretch: everything; with no position: a stretch not begun."""

    stretch: str | None
    position: str | None
    side: str | None


class Cause(NamedTuple):
    """What is taking the session out of its usual course.

    `spot` is where it belongs to; after `hurts` and after a stop, what is told next belongs there too.
    `ends`: no hold may follow.
    """

    kind: Literal["symptom", "hurts", "serious", "stop", "unsafe", "unsure", "high", "closed"]
    spot: SymptomPlace = SymptomPlace(None, None, None)
    symptom: str | None = None
    question: str | None = None
    ends: bool = True

    @property
    def ends_anyway(self) -> bool:
        """Whether the session ends, whatever is told next. What hurts may still turn out to be mild."""
        return self.ends or self.kind != "hurts"


class Story(NamedTuple):
    """The path so far: the side and round at work, the highest rung reached there, what went wrong."""

    stretch: str | None = None
    side: str | None = None
    round: int | None = None
    highest: str | None = None
    rung: int = 0
    cause: Cause | None = None
    settled: bool = False  # a pain of this stretch has settled: nothing of it follows but getting up


AFTER_LETTING_GO = frozenset({"advise", "which", "end"})


def lets_go(case: Case, number: int) -> bool:
    """Whether a state is a letting go: a release that undoes everything, after which only words come."""
    after = case.graph.target(number, "elapsed")
    return (
        case.graph.states[number].kind == "release" and after is not None and after.kind in AFTER_LETTING_GO
    )


def is_loaded(case: Case, state: State) -> bool:
    """Whether the body is loaded: in a move, a hold, or a release that leaves it above the first rung."""
    return state.kind in LOADED_KINDS or (state.kind == "release" and case.rung(state) > 2)


def settles(case: Case, number: int) -> bool:
    """Whether a state is the rest before the question whether a pain has settled."""
    after = case.graph.target(number, "elapsed")
    return case.graph.states[number].kind == "rest" and after is not None and after.kind == "ask"


def spot_of(state: State, story: Story) -> SymptomPlace:
    """Return what a symptom felt in a state belongs to.

    In the letting go after a stop or `hurts`, and in the question that follows, it belongs where that began.
    """
    if story.cause is not None and story.cause.kind in {"stop", "hurts"}:
        return story.cause.spot
    if state.kind in LOADED_KINDS:
        return SymptomPlace(state.stretch, state.position, state.side)
    if state.kind in RELEASED_KINDS and story.highest and story.stretch == state.stretch:
        return SymptomPlace(state.stretch, story.highest, story.side)
    return SymptomPlace(state.stretch, None, state.side)


def leads_as_elapsed(case: Case, number: int, event: str) -> bool:
    """Whether an event leads to the same state as the end of the time does."""
    on = case.graph.states[number].on
    return event in on and on[event] == on.get("elapsed")


def goes_on_as_before(case: Case, number: int, event: str, cause: Cause | None) -> bool:
    """Whether a further symptom is only noted, because what it asks for is being done already.

    That is so in a symptom's own letting go, and for one that ends a stretch in the rest after it. A
    second `hurts` in the letting go of the first says no more than that.
    """
    if cause is None:
        return False
    if cause.kind == "hurts":
        return event == HURTS and lets_go(case, number)
    if cause.kind != "symptom":
        return False
    ends_stretch = case.rule(cause.spot.stretch, event).ends == "stretch"
    return lets_go(case, number) or (
        settles(case, number) and ends_stretch and leads_as_elapsed(case, number, event)
    )


def must_end(story: Story, spot: SymptomPlace) -> bool:
    """Whether what is told now ends the session, whatever it is: something had come in between before."""
    cause = story.cause
    return (cause is not None and cause.ends_anyway) or story.settled or spot.stretch is None


def ends_session(case: Case, story: Story, spot: SymptomPlace, event: str) -> bool:
    """Whether no hold may follow once this is told."""
    return must_end(story, spot) or case.rule(spot.stretch, event).ends == "session"


def stories(case: Case) -> Watch[Story]:
    """Return every reachable state with every story that a path to it can tell."""
    return case.watches.get("stories") or case.watches.setdefault("stories", _watch_stories(case))


def _watch_stories(case: Case) -> Watch[Story]:
    states = case.graph.states

    def follow(here: int, story: Story, event: str, there: int) -> Story:
        cause = _next_cause(case, here, story, event)
        settled = story.settled or (story.cause is not None and cause is None)
        return _climbed(case, story._replace(cause=cause, settled=settled), states[there])

    closed = bool(states) and states[case.graph.start].kind == "advise"
    first = Story(cause=Cause("closed") if closed else None)
    return Watch(case.graph, _climbed(case, first, states[case.graph.start]) if states else first, follow)


def _next_cause(case: Case, number: int, story: Story, event: str) -> Cause | None:
    state, cause = case.graph.states[number], story.cause
    if case.tells(event):
        if goes_on_as_before(case, number, event, cause):
            return cause
        spot = spot_of(state, story)
        if event == HURTS:
            return Cause("hurts", spot, PAIN, ends=must_end(story, spot))
        return Cause("symptom", spot, event, ends=ends_session(case, story, spot, event))
    if cause is not None:
        if event == SERIOUS:
            return Cause("serious", cause.spot)
        settled = state.kind == "ask" and event == "yes" and not cause.ends
        return None if settled else cause
    if event == "stop":
        return Cause("stop", spot_of(state, story))
    if event == "high":
        return Cause("high")
    question = question_of(case, state)
    if question is not None and event in {question.unsafe, UNSURE}:
        return Cause("unsure" if event == UNSURE else "unsafe", question=question.id)
    return None


def _climbed(case: Case, story: Story, state: State) -> Story:
    """Note how far up the body is, once a state is entered.

    Where asking or stretching goes on although it must not, the story starts anew: that is for L3 and
    L10 to tell.
    """
    if state.kind in {"ready", "rate"} or (state.kind == "ask" and state.stretch is None):
        return Story(state.stretch, state.side)
    if state.kind not in LOADED_KINDS:
        return story
    rung, here = case.rung(state), (state.stretch, state.side, state.round)
    if here != (story.stretch, story.side, story.round) or rung > story.rung:
        return Story(*here, state.position, rung)
    return story._replace(cause=None)
