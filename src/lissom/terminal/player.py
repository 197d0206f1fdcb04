"""The loop that both front ends share: keys and time go in, a moment to show comes out.

The order is always: an event, its record, then what is shown and said. A record that fails stops
nobody in mid-hold: the session goes on, the screen says that it is not saved, the entries are kept
and tried again in their order, and whoever started the player gets what is still unsaved back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lissom.machine.model import High, Machine, Outcome, State
from lissom.session.live_session import SLEEP_MS, LiveSession
from lissom.session.log import MISTAKEN, RESUME, Entry, Rating, When
from lissom.session.path import ELAPSED
from lissom.session.route import Count, RoutePlace, route
from lissom.terminal.clock import Clock
from lissom.terminal.keys import Offered, key_of, offer, unsure_event
from lissom.terminal.strings import ENGLISH, Strings
from lissom.terminal.view import Moment, cue_words, is_open, is_urgent, letting_go, seconds_left
from lissom.terminal.voice import Voice

Record = Callable[[Entry | Rating], None]
Pages = Callable[[tuple[str, ...]], tuple[tuple[str, ...], ...]]

# In milliseconds of the person's time; conventions.
NOTE_MS = 5_000
GRACE_MS = 700  # a key meant for the state before does not pause the new one
TEN_MS = 1_500  # how long a 1 waits for a 0
RETRY_MS = 5_000
IDLE_MS = 1_000

COUNTED_FROM = 5
_RINGS_ON = frozenset({"hold", "switch", "ask", "which", "advise", "end"})


@dataclass(frozen=True, slots=True)
class PlayerSettings:
    """What a session depends on besides its machine. `usual_pain` is the person's usual rating."""

    brief: bool = False
    usual_pain: int | None = None
    when: When = "before"
    strings: Strings = ENGLISH


@dataclass(frozen=True, slots=True)
class SessionResult:
    """What a session came to. `unsaved` is what could not be recorded; `outcome` None if it was left open."""

    entries: tuple[Entry, ...]
    ratings: tuple[Rating, ...]
    outcome: Outcome | None
    unsaved: tuple[Entry | Rating, ...] = ()


class Player:
    """One live session, whatever it is shown on."""

    def __init__(
        self,
        machine: Machine,
        *,
        record: Record,
        clock: Clock,
        voice: Voice,
        settings: PlayerSettings | None = None,
        resume_from: Iterable[Entry] = (),
    ) -> None:
        self.machine, self.voice, self.clock = machine, voice, clock
        self.settings = settings or PlayerSettings()
        self.strings = self.settings.strings
        self.course = LiveSession.go_on(machine, resume_from, int(SLEEP_MS * clock.speed))
        self.ratings: tuple[Rating, ...] = ()
        self.changes = 0  # grows with every state, pause and page: what a front end compares
        self.closed = False
        self._record, self._unsaved = record, list[Entry | Rating]()
        self._warning, self._retry_ms = "", 0.0
        self._note, self._note_until, self._note_lasts = "", 0.0, False
        self._slept = self._bell = self._told_silent = False
        self._moved_ms = float("-inf")  # when time alone last changed the state
        self._one_ms: float | None = None  # since when a 1 waits for a 0
        self._counted: tuple[int, int] | None = None
        self._said = ""
        self._page = 0
        self._awake_ms = 0  # when it last looked at the clock: what came after may have been slept through
        self._pages_of: Pages = _one_page
        self._look_around()

    # what goes in

    def begin(self) -> None:
        """Say the first words; a session that is gone on with is resumed first."""
        if self.course.entries and not self.course.is_over:
            now = max(self.clock.now_ms(), self.course.path.last_ms)
            self._change(self.course.resume(now), by_person=True)
            if self.course.entries[-1].event == RESUME:
                self._tell(self.strings.going_on)
        else:
            self._announce(by_person=True)

    def press(self, typed: str) -> None:
        """Do what a key means now. One that means nothing says so and changes nothing.

        The clock is read once: between the deadlines that are met and the key nothing falls due.
        """
        now = self.clock.now_ms()
        self._wake(now)
        key = self._complete_ten(key_of(typed, self.strings.letters), now)
        command = self.offered.meaning(key)
        if command is None:
            self._tell(self._hint(key, typed))
        elif command == "pause" and now - self._moved_ms < GRACE_MS * self.clock.speed:
            self._tell(self.strings.just_changed)
        else:
            self._do(command, now)

    def pass_over(self) -> None:
        """Say that a key that came again at once was not counted."""
        self._tell(self.strings.too_quick)

    def tick(self) -> None:
        """Let the clock do what is due: end states, count, try again to save."""
        self._wake(self.clock.now_ms())

    def _wake(self, now: int) -> None:
        woken = self.course.wake(now, self._awake_ms)
        self._awake_ms = now
        if woken is not self.course:
            self._slept = woken.is_paused and not self.course.is_paused
            self._moved_ms = now
            self._change(woken, by_person=False)
        if self.voice.failed and not self._told_silent:
            self._told_silent = True
            self._tell(self.strings.no_voice, lasting=True)
        if self._one_ms is not None and now - self._one_ms >= TEN_MS * self.clock.speed:
            self._rate(1, now)
        if self._unsaved and now >= self._retry_ms:
            self._save()
        self._count_down(now)

    def stop(self, why: str) -> None:
        """Stop, because nobody is there to go on; an end is reached at once where nothing is held."""
        now = self.clock.now_ms()
        self._wake(now)
        if not self.is_over:
            self._do("stop", now)
        self._tell(why)

    def fit(self, pages: Pages) -> None:
        """Take over how a question's items are split into pages that fit the screen."""
        self._pages_of = pages
        self._page = min(self._page, len(self._pages) - 1)

    # what comes out

    @property
    def offered(self) -> Offered:
        """What can be done now."""
        course = self.course
        events = (*course.events, MISTAKEN) if course.is_slip(self.clock.now_ms()) else course.events
        return offer(
            course.state, events, paused=course.is_paused, over=course.is_over,
            more=self._page + 1 < len(self._pages), urgent=is_urgent(self.machine, course.state),
            unsure=unsure_event(self.machine, course.state) is not None,
        )  # fmt: skip

    @property
    def moment(self) -> Moment:
        """What there is to show now."""
        now, course = self.clock.now_ms(), self.course
        due = course.due_ms
        return Moment(
            self.machine,
            course.state_id,
            self._progress,
            self._coming,
            self.offered,
            passed_ms=max(0, now - course.timer_ms),
            left_ms=None if due is None else max(0, due - now),
            paused=course.is_paused,
            closed=course.path.closed,
            slept=self._slept,
            brief=self.settings.brief,
            resume_state=course.resume_state,
            note=self._note if now < self._note_until else "",
            warning=self._warning,
            items=() if course.path.closed else self._pages[self._page],
            page=Count(self._page + 1, len(self._pages)),
        )

    @property
    def next_ms(self) -> float:
        """When to tick next, on the session's clock: at a deadline, or at another second."""
        now, due = self.clock.now_ms(), self.course.due_ms
        times = [now + IDLE_MS * self.clock.speed]
        if due is not None:
            times += [due, due - (due - now) // 1000 * 1000 if due - now > 1000 else due]
            times.append(now + 1000 - (now - self.course.timer_ms) % 1000)
        if self._one_ms is not None:
            times.append(self._one_ms + TEN_MS * self.clock.speed)
        if now < self._note_until:
            times.append(self._note_until)
        return min(time for time in times if time > now) if max(times) > now else now

    @property
    def is_over(self) -> bool:
        """Whether the session has ended. Its last screen may still be shown."""
        return self.course.is_over

    @property
    def waits(self) -> bool:
        """Whether nothing happens until the person does something."""
        return not self.is_over and (self.course.is_paused or self.course.state.seconds is None)

    @property
    def played(self) -> SessionResult:
        """What the session has come to so far."""
        return SessionResult(self.course.entries, self.ratings, self.course.outcome, tuple(self._unsaved))

    def take_bell(self) -> bool:
        """Say whether a bell is to be rung now, once."""
        rung, self._bell = self._bell, False
        return rung

    # one change

    def _do(self, command: str, now: int) -> None:
        course = self.course
        if command == "close":
            self.closed = True
        elif command == "more":
            self._page, self._note = self._page + 1, ""
            self.changes += 1
        elif command.startswith("rate "):
            self._start_rating(int(command.removeprefix("rate ")), now)
        else:
            self._slept = False
            made = {"resume": course.resume, "pause": course.pause, MISTAKEN: course.take_back}.get(command)
            unsure = unsure_event(self.machine, course.state)
            event = {"pass": "skip", "unsure": unsure or command}.get(command, command)
            self._change(made(now) if made else course.apply(event, now), by_person=True)

    def _change(self, course: LiveSession, *, by_person: bool) -> None:
        """Record what is new, and only then take it over and say it."""
        gained = course.entries[len(self.course.entries) :]
        left = self.course.state
        self._unsaved += gained
        self._save()
        self.course = course
        self._page, self._one_ms = 0, None
        self._note = self._note if self._note_lasts else ""
        self.changes += 1
        self._look_around()
        held = left.kind == "hold" and not is_open(left) and bool(gained) and gained[-1].event == ELAPSED
        self._announce(by_person=by_person, done=held and not course.state.continues)
        self._ring(left)

    def _save(self) -> None:
        """Record what is not yet recorded, in order."""
        try:
            while self._unsaved:
                self._record(self._unsaved[0])
                self._unsaved.pop(0)
            self._warning = ""
        except Exception as error:  # noqa: BLE001 - whatever a store throws, the body must be let go safely
            reason = str(getattr(error, "message", "") or error or type(error).__name__).rstrip(".") + "."
            self._warning = self.strings.unsaved.format(reason=reason)
            self._retry_ms = self.clock.now_ms() + RETRY_MS * self.clock.speed

    # pain, 0 to 10

    def _complete_ten(self, key: str, now: int) -> str:
        """A 0 soon after a 1 makes ten; any other key lets the 1 count first."""
        if self._one_ms is None:
            return key
        if key == "0":
            self._one_ms = None
            return "x"
        self._rate(1, now)
        return key

    def _start_rating(self, value: int, now: int) -> None:
        if value == 1:
            self._one_ms = now
        else:
            self._rate(value, now)

    def _rate(self, value: int, now: int) -> None:
        self._one_ms, state = None, self.course.state
        rating = Rating(self.settings.when, now, value)
        self.ratings = (*self.ratings, rating)
        self._unsaved.append(rating)
        high = "high" in state.on and is_high(value, state.high, self.settings.usual_pain)
        self._change(self.course.apply("high" if high else "ok", now), by_person=True)

    # what is said

    def _announce(self, *, by_person: bool, done: bool = False) -> None:
        spoken = self._spoken()
        if self.is_over and spoken == self._said:
            return  # the end of a session says its advice again, to be read; it was heard already
        self._said = spoken
        text = " ".join(filter(None, (self.strings.done if done else "", spoken)))
        urgent = is_urgent(self.machine, self.course.state) or self.course.is_paused
        self.voice.say(text, cut=by_person or urgent)

    def _spoken(self) -> str:
        state, strings = self.course.state, self.strings
        if self.course.path.closed:
            return strings.closed_words
        if not self.course.is_paused:
            return cue_words(state, self.settings.brief)
        released = letting_go(self.machine, state)
        words = cue_words(released, self.settings.brief) if released else ""
        return " ".join(filter(None, (strings.slept if self._slept else "", words, f"{strings.paused}.")))

    def _count_down(self, now: int) -> None:
        due, state = self.course.due_ms, self.course.state
        if due is None or state.kind != "hold" or is_open(state):
            return
        left, visit = seconds_left(due - now), len(self.course.visited)
        if 0 < left <= COUNTED_FROM and self._counted != (visit, left):
            self._counted = (visit, left)
            self.voice.count(self.strings.numbers[left])

    def _ring(self, left: State) -> None:
        state = self.course.state
        rings = state.kind in _RINGS_ON or left.kind == "hold" or is_urgent(self.machine, state)
        self._bell = self._bell or (self.voice.silent and rings)

    def _tell(self, note: str, *, lasting: bool = False) -> None:
        """Show a note for a while; one that is `lasting` outlives a change of state."""
        self._note, self._note_lasts = note, lasting
        self._note_until = self.clock.now_ms() + NOTE_MS * self.clock.speed

    def _hint(self, key: str, typed: str) -> str:
        hints, kind = self.strings.hints, self.course.state.kind
        more = hints.get(f"{kind}.{key}.more") if self.offered.more else None
        general = self.strings.nothing.format(key=typed.strip() or self.strings.space)
        return more or hints.get(f"{kind}.{key}") or general

    # kept until the state changes, because the route is long

    def _look_around(self) -> None:
        self._progress: RoutePlace = self.course.progress
        here = self.course.resume_state if self.course.is_paused else self.course.state_id
        self._coming: tuple[str, ...] = route(self.machine, here)[1:2]

    @property
    def _pages(self) -> tuple[tuple[str, ...], ...]:
        return self._pages_of(self.course.state.cue.items)


def is_high(value: int, high: High | None, usual: int | None) -> bool:
    """Say whether a pain rating is high by the machine's own numbers."""
    if high is None:
        return False
    return value >= high.start or (high.rise is not None and usual is not None and value >= usual + high.rise)


def _one_page(items: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (items,)
