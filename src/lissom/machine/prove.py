"""All laws for all combinations of a routine's options, within bounds that keep their number finite.

What is not compiled for every single combination is left out for one of four reasons, each of
which is itself checked in the same run:

- Equal blocks are proved once: see `verify.pieces` for why a block may be proved on its own; the
  memo compares whole contents, not hashes, and the options that a law could read there.
- Screening and stretching do not meet: a machine is compiled for each way of screening at one
  timing and for each timing at one way of screening; the blocks must be the same in all ways of
  screening and the frame in all timings, so every pair of the two consists of parts that were
  proved. Where they are not the same, every pair is looked at.
- How long anything lasts means nothing to most laws: they are proved of a machine without its times,
  once for all times in which nothing else differs (`verify.pieces.untimed`).
- Leaving out changes only where a block leads on: each restricted machine must consist of the
  very states of the whole one, save that what led into a left-out ready leads where its skip does.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, product

from lissom.machine.closed_routine import closed_states
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine, State, Then
from lissom.machine.options import LEVELS, PACES, Options, option_ranges
from lissom.machine.restrict import restrict
from lissom.machine.verify import LAWS, Counterexample, Law, LawResult, PathStep, laws_for, verify
from lissom.machine.verify.decomposition import Pieces, take_apart, untimed
from lissom.routine.model import SIDES, OpenHold, Range, Routine, Screening, Side, TimedHold
from lissom.routine.phrases import Phrases

ALL_SUBSETS = 6  # up to so many stretches every subset is left out once (docs/reference/laws.md)
EARLIER_LOG = "an-earlier-log"


@dataclass(frozen=True, slots=True)
class LawProof:
    """One law over all combinations: on how many machines it was proved, over how many states."""

    id: str
    name: str
    machines: int
    states: int
    counterexample: Counterexample | None = None
    options: Options | None = None

    @property
    def held(self) -> bool:
        """Whether the law was proved for every combination."""
        return self.counterexample is None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a routine. `machines` were compiled or restricted; laws were proved on their
    distinct parts, which stand for all `combinations`."""

    routine: str
    combinations: int
    machines: int
    laws: tuple[LawProof, ...]

    @property
    def held(self) -> bool:
        """Whether every law was proved."""
        return all(law.held for law in self.laws)


RESTRICT = "restrict"
RESTRICT_NAME = "Leaving out is compiling without"


def prove(routine: Routine | Screening, phrases: Phrases, *, processes: int = 1) -> Proof:
    """Prove every law for every combination of options, or show the first way in which one is broken.

    With two processes each takes one lead side; parts without sides are then proved in both.
    """
    if isinstance(routine, Screening):
        return _prove_screening(routine, phrases)
    if processes == 1:
        return _proof(routine, [_prove_leads((routine, phrases, SIDES))])
    with ProcessPoolExecutor(processes) as pool:
        return _proof(routine, list(pool.map(_prove_leads, [(routine, phrases, (lead,)) for lead in SIDES])))


def _prove_leads(job: tuple[Routine, Phrases, tuple[Side, ...]]) -> tuple[_Tally, int]:
    routine, phrases, leads = job
    prover = _Prover(routine, phrases)
    prover.prove(leads)
    return prover.tally, prover.examined


def _proof(routine: Routine, parts: list[tuple[_Tally, int]]) -> Proof:
    tally = _Tally()
    for part, _ in parts:
        tally.merge(part)
    count = len(frames(routine)) * len(left_out_sets(routine))
    for values in choices(routine).values():
        count *= len(values)
    examined = sum(number for _, number in parts)
    return Proof(routine.id, count, examined, tally.laws((RESTRICT, RESTRICT_NAME)))


def choices(routine: Routine) -> dict[str, tuple[object, ...]]:
    """Return what each option is varied over: range ends and default, and all that has no range."""
    ranges = option_ranges(routine)
    caps = (ranges.cap.least, ranges.cap.most) if ranges.cap else ()
    return {
        "level": tuple(LEVELS),
        "hold": _ends(ranges.hold),
        "repeats": _ends(ranges.repeats),
        "cap": (None, *caps),
        "lead": SIDES,
        "pace": PACES,
    }


def frames(routine: Routine) -> tuple[dict[str, object], ...]:
    """Return the ways in which a session can begin: asked in full, in part or not; rated or not."""
    history = tuple(sorted(item.id for q in routine.questions for item in q.items if item.history))
    asked: list[dict[str, object]] = [{}, {"screened": EARLIER_LOG}]
    if any(question.kind == "emergency" for question in routine.questions):
        asked.append({"screened": EARLIER_LOG, "asks": "emergency"})
    if history:
        asked.append({"cleared": history})
    return tuple({**ways, "rate": rate} for ways in asked for rate in (True, False))


def left_out_sets(routine: Routine) -> list[tuple[str, ...]]:
    """Return the sets of stretches to leave out: all, or none, single, pair, single survivor and all."""
    names = [stretch.id for stretch in routine.stretches]
    count = len(names)
    sizes = range(count + 1) if count <= ALL_SUBSETS else (0, 1, 2, count - 1, count)
    return [left_out for size in sizes for left_out in combinations(names, size)]


def _ends(bounds: Range | None) -> tuple[object, ...]:
    return tuple(sorted({bounds.least, bounds.usual, bounds.most})) if bounds else (None,)


def _prove_screening(screening: Screening, phrases: Phrases) -> Proof:
    machine = compile_screening(screening, Options(), phrases)
    tally = _Tally(laws_for(screening))
    tally.add(verify(machine, screening, phrases), Options())
    return Proof(screening.id, 1, 1, tally.laws())


@dataclass(slots=True)
class _Tally:
    """What was found so far, law by law; the first counterexample is kept."""

    under: tuple[Law, ...] = LAWS
    machines: dict[str, int] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)
    broken: dict[str, tuple[Counterexample, Options]] = field(default_factory=dict)

    def add(self, results: list[LawResult], options: Options) -> None:
        """Add the results for one machine or piece."""
        for result in results:
            self.count(result.law.id, result.states)
            if result.counterexample is not None:
                self.broken.setdefault(result.law.id, (result.counterexample, options))

    def count(self, law: str, states: int) -> None:
        """Count a machine and its states for a law."""
        self.machines[law] = self.machines.get(law, 0) + 1
        self.states[law] = self.states.get(law, 0) + states

    def merge(self, other: _Tally) -> None:
        """Add what another process found."""
        for law in other.machines:
            self.machines[law] = self.machines.get(law, 0) + other.machines[law]
            self.states[law] = self.states.get(law, 0) + other.states[law]
        self.broken = {**other.broken, **self.broken}

    def laws(self, *more: tuple[str, str]) -> tuple[LawProof, ...]:
        """Return the verdict for each law, and for `more` rules by id and name."""
        rows = (*((law.id, law.name) for law in self.under), *more)
        return tuple(
            LawProof(law, name, self.machines.get(law, 0), self.states.get(law, 0), *self.broken.get(law, ()))
            for law, name in rows
        )


class _Prover:
    """One run over one routine."""

    def __init__(self, routine: Routine, phrases: Phrases) -> None:
        self.routine, self.phrases = routine, phrases
        self.tally = _Tally()
        self.examined = 0
        self.proved: set[Hashable] = set()
        self.untimed: dict[str, list[Mapping[str, State]]] = {}  # what was proved, by its options
        self.compiled: dict[Options, Machine] = {}
        self.closed = closed_states(phrases, Options().emergency)
        self.varied = choices(routine)
        self.subsets = left_out_sets(routine)

    def prove(self, leads: tuple[Side, ...]) -> None:
        """Prove everything there is for these lead sides; what has no lead side goes with the left."""
        if "left" in leads:
            self._without_a_lead()
        for level, repeats, lead in product(LEVELS[1:], self.varied["repeats"], leads):
            fixed = Options(level=level, repeats=repeats, lead=lead)  # type: ignore[arg-type]  # from choices
            self._all_timings(fixed)
            self._all_begins(fixed)
            self._all_subsets(fixed)

    def _without_a_lead(self) -> None:
        for level in LEVELS:
            self._whole(Options(level=level))
        for level, stretch in product(LEVELS[1:], self.routine.stretches):
            self._leaves_out_as_compiled(Options(level=level), stretch.id)
        self._all_closed()

    def _timings(self, fixed: Options) -> Iterator[Options]:
        for hold, cap, pace in product(self.varied["hold"], self.varied["cap"], self.varied["pace"]):
            yield replace(fixed, hold=hold, cap=cap, pace=pace)  # type: ignore[arg-type]  # from choices

    def _begins(self, fixed: Options) -> Iterator[Options]:
        return (replace(fixed, **begin) for begin in frames(self.routine))  # type: ignore[arg-type]  # from frames

    def _all_timings(self, fixed: Options) -> None:
        for number, options in enumerate(self._timings(fixed)):
            _, new_frame = self._parts(options)
            if number and new_frame:  # screening depends on a timing after all: then on every way of it
                for further in self._begins(options):
                    self._parts(further)

    def _all_begins(self, fixed: Options) -> None:
        for options in self._begins(fixed):
            new_block, _ = self._parts(options)
            if new_block:  # stretching depends on the screening after all: then on every timing of it
                for further in self._timings(options):
                    self._parts(further)

    def _all_closed(self) -> None:
        """At level 0 every combination must give the one closed machine that was proved already."""
        for repeats, lead in product(self.varied["repeats"], SIDES):
            fixed = Options(level=0, repeats=repeats, lead=lead)  # type: ignore[arg-type]  # from choices
            for timed in self._timings(fixed):
                for options in self._begins(timed):
                    machine = compile_routine(self.routine, options, self.phrases)
                    self.examined += 1
                    if machine.states != self.closed:
                        self._verify(machine, options)

    def _all_subsets(self, fixed: Options) -> None:
        machine = self._compile(fixed)
        pieces = take_apart(machine)
        for left_out in self.subsets:
            restricted = restrict(machine, left_out, self.closed)
            self.examined += 1
            self.tally.count(RESTRICT, len(restricted.states))
            if pieces is None or not _consists_of(pieces, restricted, frozenset(left_out)):
                self._verify(restricted, replace(fixed, without=left_out))

    def _whole(self, options: Options) -> None:
        """Prove a machine as it is, with no piece taken out: the pieces must not be all that is looked at."""
        self._verify(self._compile(options), options)
        self.examined += 1

    def _parts(self, options: Options) -> tuple[bool, bool]:
        """Prove every part of a machine that is not yet known; tell whether a block or the frame was new."""
        machine = compile_routine(self.routine, options, self.phrases)
        pieces = take_apart(machine)
        self.examined += 1
        if pieces is None:
            self._verify(machine, options)
            return True, True
        frame = (pieces.frame_key(), options.screened, options.cleared, options.rate)
        blocks = {
            stretch: (pieces.block_key(stretch), self._read_in(stretch, machine))
            for stretch in pieces.entries
        }
        new_frame = frame not in self.proved
        new = [stretch for stretch, block in blocks.items() if block not in self.proved]
        for stretch in new or list(pieces.entries)[: int(new_frame)]:
            self._prove_piece(pieces, stretch, options)
        self.proved.update({frame, *blocks.values()})
        return bool(new), new_frame

    def _read_in(self, stretch_id: str, machine: Machine) -> Hashable:
        """Return the options that a law could read in one stretch: those that mean something there."""
        stretch, options = self.routine.stretch(stretch_id), machine.options
        holds = [type(position.hold) for position in stretch.positions]
        meant = {
            "level": any(position.level > 1 for position in stretch.positions),
            "hold": TimedHold in holds,
            "cap": OpenHold in holds,
            "repeats": stretch.repeats.least != stretch.repeats.most,
            "lead": stretch.sides != "none",
            "pace": True,  # a pace that a compiler forgets leaves equal blocks, which are not proved again
        }
        return stretch_id, tuple(options[name] for name, means in meant.items() if means)

    def _prove_piece(self, pieces: Pieces, stretch: str, options: Options) -> None:
        """Prove a piece; where it breaks a law, let the whole machine tell it, on a path of its own."""
        results = self._results(pieces.piece(stretch), options)
        if not all(result.held for result in results):
            whole = self._results(pieces.machine, options)
            results = results if all(result.held for result in whole) else whole
        self.tally.add(results, options)

    def _verify(self, machine: Machine, options: Options) -> None:
        self.tally.add(self._results(machine, options), options)

    def _results(self, machine: Machine, options: Options) -> list[LawResult]:
        """Prove the laws of times, and the others without any times, unless that was done before."""
        results = self._under_laws(machine, options, times=True)
        plain = untimed(machine)
        known = self.untimed.setdefault(str(dict(plain.options)), [])
        if plain.states not in known:
            known.append(plain.states)
            results += self._under_laws(plain, options, times=False)
        return results

    def _under_laws(self, machine: Machine, options: Options, *, times: bool) -> list[LawResult]:
        laws = [law for law in laws_for(self.routine) if law.times == times]
        recompile = partial(self._under, options=options)
        return verify(machine, self.routine, self.phrases, recompile=recompile, laws=laws)

    def _under(self, then: Then, options: Options) -> Machine:
        """Compile under a restriction: which holds there are, level and left-out stretches alone decide."""
        if then.close:
            return self._compile(Options(level=0))
        if then.leave_out:
            return self._compile(Options(level=options.level, without=(then.leave_out,)))
        return self._compile(Options(level=min(options.level, then.cap_level or 0)))

    def _compile(self, options: Options) -> Machine:
        if options not in self.compiled:
            self.compiled[options] = compile_routine(self.routine, options, self.phrases)
        return self.compiled[options]

    def _leaves_out_as_compiled(self, options: Options, stretch: str) -> None:
        """Check that leaving a stretch out of a machine gives the machine compiled without it."""
        restricted = restrict(self._compile(options), [stretch], self.closed)
        without = replace(options, without=(stretch,))
        self.examined += 1
        self.tally.count(RESTRICT, len(restricted.states))
        if restricted != self._compile(without):
            says = f"Leaving out {stretch} does not give the machine compiled without it."
            found = Counterexample(says, tuple(_first_difference(restricted, self._compile(without))))
            self.tally.broken.setdefault(RESTRICT, (found, without))


def _first_difference(one: Machine, two: Machine) -> Iterator[PathStep]:
    names = sorted(one.states.keys() | two.states.keys())
    return (PathStep(None, name) for name in names if one.states.get(name) != two.states.get(name))


def _consists_of(pieces: Pieces, restricted: Machine, left_out: frozenset[str]) -> bool:
    """Whether a restricted machine is made of a whole one's states, led past what is left out."""
    whole = pieces.machine.states
    if left_out >= set(pieces.blocks):
        return False
    kept = [part for stretch, part in pieces.blocks.items() if stretch not in left_out]
    if restricted.start != pieces.machine.start:
        return False
    if restricted.states.keys() != {*pieces.frame, *(name for part in kept for name in part)}:
        return False
    past = {
        pieces.entries[stretch]: pieces.after(stretch, left_out) for stretch in left_out & set(pieces.blocks)
    }
    return all(
        state is whole[name] and past.keys().isdisjoint(state.on.values())
        if state is whole[name]
        else state == replace(whole[name], on={e: past.get(to, to) for e, to in whole[name].on.items()})
        for name, state in restricted.states.items()
    )
