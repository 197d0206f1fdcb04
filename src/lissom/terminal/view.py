"""What is to be seen at one moment of a session, as a value. No terminal, no time, no rule.

`paint` turns a `Screen` into lines, `plain` into sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lissom.machine.model import HURTS, SERIOUS, SYMPTOM_EVENTS, Machine, State
from lissom.routine.model import SIDES, Side
from lissom.session.log import MISTAKEN
from lissom.session.route import Count, RoutePlace
from lissom.terminal.keys import Offered, unsure_event
from lissom.terminal.strings import Strings

Tone = Literal["calm", "hold", "urgent", "question", "end"]
ONE_PAGE = Count(1, 1)
_TIMED_BIG = frozenset({"hold", "rest"})
_ACTIONS = (("space", ("more", "resume", "next", "pause")),
            ("y", ("yes",)), ("o", ("no",)), ("u", ("unsure",)),
            ("e", ("ease",)), ("s", ("skip",)), ("m", (MISTAKEN,)), ("q", ("stop", "close")))  # fmt: skip
_FELT = (HURTS, *SYMPTOM_EVENTS, SERIOUS)
_SYMPTOM_KEYS = tuple((key, (event,)) for key, event in zip("hpntdc", _FELT, strict=True))
_KeyTable = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session is: everything that a screen depends on."""

    machine: Machine
    state_id: str
    progress: RoutePlace
    coming: tuple[str, ...]
    offered: Offered
    passed_ms: int = 0
    left_ms: int | None = None
    paused: bool = False
    closed: bool = False
    slept: bool = False
    brief: bool = False
    resume_state: str | None = None
    note: str = ""
    warning: str = ""
    items: tuple[str, ...] = ()
    page: Count = ONE_PAGE

    @property
    def state(self) -> State:
        """The state the session is in."""
        return self.machine.states[self.state_id]


@dataclass(frozen=True, slots=True)
class Timer:
    """What the large timer shows: down for a timed hold or rest, up for an open hold, or nothing."""

    mode: Literal["down", "up", "none"] = "none"
    seconds: int = 0
    label: str = ""

    @property
    def text(self) -> str:
        """The digits: seconds, and minutes from 100 seconds on."""
        if self.mode == "none":
            return ""
        return str(self.seconds) if self.seconds < 100 else f"{self.seconds // 60}:{self.seconds % 60:02}"


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does now."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Screen:
    """All that is shown. Empty texts and tuples are left out."""

    tone: Tone
    where: str
    step: str
    title: str
    words: tuple[str, ...]
    side: Side | None = None
    side_word: str = ""
    offer: str = ""
    items: tuple[str, ...] = ()
    timer: Timer = Timer()
    coming: str = ""
    keys: tuple[Hint, ...] = ()
    symptoms: tuple[Hint, ...] = ()
    wrong: str = ""
    note: str = ""
    warning: str = ""
    picture: tuple[str, ...] = ()


def make_screen(moment: Moment, strings: Strings, picture: tuple[str, ...] = ()) -> Screen:
    """Return what is to be seen at a moment."""
    side = _side(moment)
    symptoms = _hints(moment, strings, _SYMPTOM_KEYS)
    return Screen(
        tone=_tone(moment),
        where=_where(moment, strings),
        step=_step(moment, strings),
        title=_title(moment, strings),
        words=_words(moment, strings),
        side=side,
        side_word=strings.sides[side] if side else "",
        offer=_offer(moment),
        items=moment.items,
        timer=_timer(moment, strings),
        coming=_coming(moment, strings),
        keys=_rating_hints(moment, strings) + _hints(moment, strings, _ACTIONS),
        symptoms=symptoms,
        wrong=strings.wrong if symptoms else "",
        note=moment.note,
        warning=moment.warning,
        picture=() if moment.closed else picture,
    )


def letting_go(machine: Machine, state: State) -> State | None:
    """Return the state that lets go of everything where the body is loaded now, else None.

    It is where `stop` leads, unless that is an end.
    """
    target = machine.states[state.on["stop"]] if "stop" in state.on else None
    return target if target is not None and target.kind == "release" and state.kind != "release" else None


def is_urgent(machine: Machine, state: State) -> bool:
    """Say whether a state tells the person to let go of everything, or what to do after a symptom."""
    if state.kind == "release":
        return machine.states[state.on["elapsed"]].kind in ("advise", "which", "end")
    return state.kind == "advise"


def cue_words(state: State, brief: bool) -> str:
    """Return what is said on entering a state: brief for who knows it, advice always in full."""
    in_full = not brief or not state.cue.brief or state.kind in ("ask", "which", "advise", "end")
    words = state.cue.say if in_full else state.cue.brief
    return " ".join(filter(None, (words, state.cue.offer)))


def sentences(text: str) -> tuple[str, ...]:
    """Split a text after each of its sentences, so that each begins a line."""
    return tuple(filter(None, re.split(r"(?<=[.!?])\s+", text.strip())))


def _side(moment: Moment) -> Side | None:
    """The side at work; in a switch or a rest the coming one, since these are labelled with the last."""
    if moment.closed:
        return None
    state = moment.state
    if state.kind in ("switch", "rest") and moment.coming and not moment.paused:
        state = moment.machine.states[moment.coming[0]]
    return next((side for side in SIDES if side == state.side), None)


def _tone(moment: Moment) -> Tone:
    state = moment.state
    if state.kind == "advise" and _is_screened(moment):  # nothing was done yet, so nothing is to be let go
        return "calm"
    if is_urgent(moment.machine, state) or (moment.paused and letting_go(moment.machine, state)):
        return "urgent"
    if moment.closed or state.kind == "end":
        return "end"
    if state.kind in ("ask", "rate", "which"):
        return "question"
    return "hold" if state.kind == "hold" and not moment.paused else "calm"


def _is_screened(moment: Moment) -> bool:
    outcome = moment.machine.states[moment.state.on["elapsed"]].outcome
    return outcome is not None and outcome.kind == "screened"


def _step(moment: Moment, strings: Strings) -> str:
    if moment.paused:
        return strings.paused
    if moment.closed or is_urgent(moment.machine, moment.state):
        return ""
    return strings.steps.get(moment.state.kind, "")


def _title(moment: Moment, strings: Strings) -> str:
    if moment.closed:
        return strings.closed
    released = letting_go(moment.machine, moment.state) if moment.paused else None
    return released.cue.title if released else moment.state.cue.title


def _words(moment: Moment, strings: Strings) -> tuple[str, ...]:
    state = moment.state
    if moment.closed:
        return (strings.closed_words,)
    if moment.paused:
        return _paused_words(moment, strings)
    if state.kind == "ask":
        return _question(moment, strings)
    shown = state.cue.brief if moment.brief and state.cue.brief else state.cue.say
    return sentences(state.cue.say if state.kind in ("advise", "end") else shown)


def _paused_words(moment: Moment, strings: Strings) -> tuple[str, ...]:
    released = letting_go(moment.machine, moment.state)
    first = sentences(cue_words(released, moment.brief)) if released else ()
    onward = moment.machine.states[moment.resume_state or moment.state_id]
    slept = (strings.slept,) if moment.slept else ()
    return (*first, *slept, strings.goes_on_from.format(title=onward.cue.title), strings.within)


def _question(moment: Moment, strings: Strings) -> tuple[str, ...]:
    """The question itself; where it has items these stand below, and are not said in the words."""
    state = moment.state
    words = state.cue.brief if moment.items and state.cue.brief else state.cue.say
    hint = moment.items and unsure_event(moment.machine, state)
    return (*sentences(words), *((strings.not_sure,) if hint else ()))


def _offer(moment: Moment) -> str:
    return "" if moment.paused or moment.closed else moment.state.cue.offer or ""


def _timer(moment: Moment, strings: Strings) -> Timer:
    state = moment.state
    if state.kind not in _TIMED_BIG or state.seconds is None or moment.paused or moment.closed:
        return Timer()
    if is_open(state):
        label = strings.at_most.format(seconds=state.seconds)
        return Timer("up", min(moment.passed_ms // 1000, state.seconds), label)
    return Timer("down", seconds_left(moment.left_ms or 0), strings.to_go)


def is_open(state: State) -> bool:
    """Say whether a state is a hold that the person may end [B7]."""
    return state.kind == "hold" and "next" in state.on


def seconds_left(left_ms: int) -> int:
    """Return whole seconds to go: 1 until the very end."""
    return max(0, -(-left_ms // 1000))


def _where(moment: Moment, strings: Strings) -> str:
    progress = moment.progress
    counted = (
        (strings.stretch, progress.stretches),
        (strings.round, progress.rounds),
        (strings.repeat, progress.repeats),
        (strings.page, moment.page),
    )
    parts = [
        text.format(number=count.number, of=count.of)
        for text, count in counted
        if count.number and count.of > 1
    ]
    return _capital(" · ".join(parts))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _coming(moment: Moment, strings: Strings) -> str:
    if moment.paused or moment.closed or not moment.coming or is_urgent(moment.machine, moment.state):
        return ""
    if moment.state.kind in ("ask", "rate", "which", "advise"):
        return ""
    following = moment.machine.states[moment.coming[0]]
    open_hold = strings.coming.get("hold.open", "") if is_open(following) else None
    text = open_hold or strings.coming[following.kind]
    return f"{strings.next}: {text.format(title=following.cue.title, seconds=following.seconds)}"


def _hints(moment: Moment, strings: Strings, table: _KeyTable) -> tuple[Hint, ...]:
    hints = []
    for key, commands in table:
        command = next((c for c in commands if c in moment.offered.commands), None)
        if command:
            name = strings.space if key == "space" else strings.letters.get(key, key)
            hints.append(Hint(name, _label(moment, strings, command)))
    return tuple(hints)


def _label(moment: Moment, strings: Strings, command: str) -> str:
    return strings.labels.get(f"{moment.state.kind}.{command}", strings.labels[command])


def _rating_hints(moment: Moment, strings: Strings) -> tuple[Hint, ...]:
    return (Hint(strings.rating, ""),) if "rate 0" in moment.offered.commands else ()
