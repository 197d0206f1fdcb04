"""A small routine as a machine made by hand, a clock that is moved by hand, a voice that writes down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lissom.machine.model import Cue, Figure, High, Machine, Outcome, State, Then
from lissom.session.log import Entry, Rating
from lissom.terminal.player import Player, PlayerSettings

ADVICE = "Leave it for today. If it has not settled by tomorrow, contact your clinic."
LET_GO = Cue("Let go", "Let go now. Leg down.", "Let go.")


def _end(title: str, kind: Any, say: str, symptom: str | None = None) -> State:
    advice = say if symptom else None
    outcome = Outcome(kind, symptom, "reach" if symptom else None, advice=advice)
    return State("end", Cue(title, say, say), {}, outcome=outcome)


def _ask(title: str, say: str, brief: str, items: tuple[str, ...], to: str) -> State:
    return State(
        "ask", Cue(title, say, brief, items=items), {"yes": "unsafe", "no": to, "stop": "end.stopped"}
    )


def _side(side: str, following: str, *, is_open: bool) -> dict[str, State]:
    name = f"reach.{side}"
    place: dict[str, Any] = {
        "stretch": "reach", "position": "toes", "rung": 1, "level": 1, "side": side, "round": 1, "repeat": 1,
    }  # fmt: skip
    loaded = {"stop": f"{name}.stop", "pain": f"{name}.let-go", "tingling": f"{name}.let-go"}
    out = {"skip": f"{name}.release", **loaded}
    held = {"elapsed": f"{name}.release", "ease": f"{name}.hold.eased", **out}
    seconds = 20 if is_open else 30
    offered = {"next": f"{name}.release"} if is_open else {"yes": f"{name}.hold.yes"}
    words = (
        ("Stay as long as it is comfortable.", "Stay.") if is_open else ("Hold it there. Breathe.", "Hold.")
    )
    offer = None if is_open else "If this is still gentle and you want more, press yes."
    figure = Figure("reach.toes", side)
    advised = {"elapsed": f"{name}.advise", "stop": "end.symptom", "pain": f"{name}.advise"}
    return {
        f"{name}.move": State(
            "move", Cue("Toes up", f"{side.capitalize()} leg. Bring your toes up, slowly.", "Toes up."),
            {"elapsed": f"{name}.hold", "ease": f"{name}.release", **out}, 5, figure=figure, **place,
        ),
        f"{name}.hold": State(
            "hold", Cue("Toes up", *words, offer=offer), held | offered, seconds, figure=figure, **place
        ),
        f"{name}.hold.yes": State(
            "hold", Cue("Toes up", "Yes. Say no to leave it.", "Yes."), held, seconds, continues=True, **place
        ),
        f"{name}.hold.eased": State(
            "hold", Cue("Toes up", "A little less.", "Less."), held | {"ease": f"{name}.release"}, seconds,
            continues=True, **place,
        ),
        f"{name}.release": State(
            "release", Cue("Toes up", "Let your toes go.", "Ankle loose."),
            {"elapsed": following, "stop": "end.stopped", "pain": f"{name}.advise"}, 4, **place,
        ),
        f"{name}.let-go": State(
            "release", LET_GO, advised, 4, then=Then("clean-session", "reach", cap_level=0), **place
        ),
        f"{name}.stop": State(
            "release", LET_GO, {"elapsed": "end.stopped", "stop": "end.stopped", "pain": f"{name}.advise"}, 4,
            **place,
        ),
        f"{name}.advise": State(
            "advise", Cue("What to do now", ADVICE, ADVICE),
            {"elapsed": "end.symptom", "next": "end.symptom", "stop": "end.symptom"}, 9, **place,
        ),
    }  # fmt: skip


def routine() -> Machine:
    """Pain, one question, getting ready; 30 s on the left with an offer, an open hold on the right."""
    symptoms = {"stop": "end.stopped", "pain": "reach.left.advise"}
    states = {
        "rate": State(
            "rate", Cue("Pain just now", "How is your pain, from zero to ten?", "Pain now?"),
            {"ok": "asked", "high": "unsafe", "skip": "asked", "elapsed": "asked", "stop": "end.stopped"}, 60,
            high=High(6, 2),
        ),
        "asked": _ask(
            "Signs of an emergency", "Do you have any of these now? Chest pain?", "Any of these now?",
            ("chest pain", "a collapse or a faint"), "get-ready",
        ),
        "unsafe": State(
            "advise", Cue("Ask first", "Do not stretch.", "Do not stretch."),
            {"elapsed": "end.unsafe", "next": "end.unsafe", "stop": "end.unsafe"}, 3,
            then=Then("contact", close="all"),
        ),
        "get-ready": State(
            "ready", Cue("Get ready", "Sit down. Press next when you are ready.", "Sit down."),
            {"next": "reach.ready", "skip": "reach.ready", **symptoms},
        ),
        "reach.ready": State(
            "ready", Cue("Reach", "The left leg first.", "Left leg first."),
            {"next": "reach.left.move", "elapsed": "reach.left.move", "skip": "end.finished", **symptoms}, 5,
            stretch="reach", side="left",
        ),
        **_side("left", "reach.switch", is_open=False),
        "reach.switch": State(
            "switch", Cue("Change sides", "Now the right leg.", "Right leg."),
            {"elapsed": "reach.right.move", **symptoms}, 5, stretch="reach", side="left", round=1,
        ),
        **_side("right", "reach.rest", is_open=True),
        "reach.rest": State(
            "rest", Cue("Rest", "Feet down. Breathe.", "Rest."), {"elapsed": "end.finished", **symptoms}, 8,
            stretch="reach", side="right", round=1,
        ),
        "end.finished": _end("Done", "finished", "Done. Get up slowly."),
        "end.stopped": _end("Stopped", "stopped", "Stopped. Get up slowly."),
        "end.unsafe": _end("Ask first", "screened", "Do not stretch."),
        "end.symptom": _end("What to do now", "symptom", ADVICE, "pain"),
    }  # fmt: skip
    return Machine("reach", f"sha256:{'0' * 64}", {"language": "en"}, "rate", states)


class HandClock:
    """A clock that stands still until it is moved. `late_ms` is how much too late each wait ends."""

    def __init__(self, speed: float = 1.0, late_ms: int = 0) -> None:
        self.speed = speed
        self.late_ms = late_ms
        self.now = 0

    def now_ms(self) -> int:
        return self.now

    def seconds_until(self, at_ms: float) -> float:
        return max(0.0, at_ms - self.now) / 1000 / self.speed

    def move(self, seconds: float) -> None:
        self.now += round(seconds * 1000)


class HeardVoice:
    """Writes down what it was to say; `!` stands before what broke in."""

    def __init__(self, *, silent: bool = False) -> None:
        self.silent = self.failed = silent
        self.heard: list[str] = []

    def say(self, text: str, *, cut: bool = False) -> None:
        self.heard.append("! " + text if cut else text)

    def count(self, text: str) -> None:
        self.heard.append(f"({text})")

    def hush(self) -> None:
        self.heard.append("!")

    def finish(self, timeout: float) -> bool:
        return True

    def close(self) -> None:
        pass


class Show:
    """A player with all that is around it, and its person."""

    def __init__(self, machine: Machine | None = None, *, clock: HandClock | None = None,
                 voice: HeardVoice | None = None, record: Any = None, resume_from: Iterable[Entry] = (),
                 **settings: Any) -> None:  # fmt: skip
        self.clock, self.voice = clock or HandClock(), voice or HeardVoice()
        self.recorded: list[Entry | Rating] = []
        self.player = Player(
            machine or routine(), record=record or self.recorded.append, clock=self.clock, voice=self.voice,
            settings=PlayerSettings(**settings), resume_from=resume_from,
        )  # fmt: skip
        self.player.begin()

    @property
    def at(self) -> str:
        return self.player.course.state_id

    @property
    def note(self) -> str:
        return self.player.moment.note

    def press(self, *keys: str) -> Show:
        """Press keys a second apart, as a calm person does."""
        for key in keys:
            self.clock.move(1)
            self.player.press(key)
        return self

    def wait(self, seconds: float) -> Show:
        """Let time pass as a front end does: wake at each time the player asks for."""
        until = self.clock.now + round(seconds * 1000)
        while self.clock.now < until:
            self.clock.now = min(until, round(self.player.next_ms) + self.clock.late_ms)
            self.player.tick()
        return self

    def to_move(self) -> Show:
        """Go through the questions to the first move, which begins now."""
        return self.press("s", "o", "space", "space")

    def to_hold(self) -> Show:
        """Go on to the first hold, which begins now."""
        return self.to_move().wait(5)

    def events(self) -> list[str]:
        return [f"{e.at_ms} {e.state} {e.event}" for e in self.player.course.entries]


class Script:
    """Typed lines, each after some seconds; then the end of the input."""

    def __init__(
        self, clock: HandClock, lines: Iterable[tuple[float, str]], *, one_by_one: bool = False
    ) -> None:
        self._clock, self._lines = clock, self._timed(lines)
        self._next = next(self._lines, None)
        self.one_by_one = one_by_one

    def _timed(self, lines: Iterable[tuple[float, str]]) -> Iterator[tuple[int, str]]:
        at = 0.0
        for seconds, text in lines:
            at += seconds
            yield round(at * 1000), text

    @property
    def ended(self) -> bool:
        return self._next is None

    def wait(self, seconds: float) -> str | None:
        until = self._clock.now + round(seconds * 1000 * self._clock.speed)
        if self._next is not None and self._next[0] <= until:
            at, text = self._next
            self._clock.now = max(self._clock.now, at)
            self._next = next(self._lines, None)
            return text
        self._clock.now = until
        return None
