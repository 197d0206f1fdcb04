"""L14: what is said and shown in every state is what the routine and the shared phrases say there.

A table names for each kind of state, and what sets it apart, what must be told there. Sides are
words too: the verifier puts them into the routine's texts by the state's own label. A kind for
which no row stands here breaks the law, so that none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from lissom.machine.model import Cue, Figure, State
from lissom.machine.verify.after_symptom import unsettled
from lissom.machine.verify.body import Cause, stories
from lissom.machine.verify.ends import advice_of
from lissom.machine.verify.entry_kind import (
    arrivals,
    circumstance,
    is_offered,
    moves_place,
    position_above,
    position_below,
)
from lissom.machine.verify.graph import PathStep
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.question_match import CHANGED, question_of
from lissom.routine.model import Question, Screening, Words
from lissom.routine.phrases import Phrase, Phrases

SITTING = "rest.sit"  # how one sits after the floor
OPPOSITE = {"left": "right", "right": "left"}
NAMES = {
    "title": "The title",
    "say": "What is said",
    "brief": "What is said in brief",
    "offer": "The offer",
    "items": "What is shown",
}
BY_THE_PATH = frozenset({"hold", "advise", "end"})  # what is told there depends on how one came


class RequiredWords(NamedTuple):
    """What must be said and shown in a state."""

    cue: Cue
    figure: Figure | None = None


class Scene(NamedTuple):
    """A state, and what took the session there."""

    case: Case
    state: State
    cause: Cause | None = None

    @property
    def phrases(self) -> Phrases:
        """The shared phrases."""
        return self.case.phrases


Way = Callable[[], tuple[PathStep, ...]]  # shows how the state is come to
Row = Callable[[Scene], RequiredWords | None]  # None: another law tells what is wrong with the state


def words_are_the_routines(case: Case) -> Iterator[Violation]:
    """L14. In each state is said, shown and offered what its labels, the routine and the phrases ask for."""
    for scene, how, way in _scenes(case):
        row = ROWS.get((scene.state.kind, how))
        if row is None:
            wrong = [f"Nothing tells what is to be said here: {scene.state.kind} {how}".rstrip() + "."]
        else:
            told = row(scene)
            wrong = list(_differs(scene.state, told)) if told else []
        for sentence in wrong:
            yield Violation(sentence, way(), scene.state.stretch, scene.state.position)


def _scenes(case: Case) -> Iterator[tuple[Scene, str, Way]]:
    """Yield every state with every circumstance in which it is visited, and the way there."""
    graph = case.graph
    for number, state in graph.reachable():
        if state.kind not in BY_THE_PATH:
            yield Scene(case, state), circumstance(case, number), partial(graph.path, number)
    for arrival in arrivals(case):
        yield Scene(case, graph.states[arrival.number]), arrival.holding, partial(arrival.path, graph)
    yield from _after_a_cause(case)


def _after_a_cause(case: Case) -> Iterator[tuple[Scene, str, Way]]:
    watch, answered, seen = stories(case), unsettled(case), set()
    for number, state, story in watch:
        if state.kind not in {"advise", "end"} or (number, story.cause) in seen:
            continue
        seen.add((number, story.cause))
        cause = story.cause
        how: str = cause.kind if cause else "finished"
        if state.kind == "advise" and number in answered and how == "symptom":
            how = "unsettled"
        yield Scene(case, state, cause), how, partial(watch.path, number, story)


def _differs(state: State, told: RequiredWords) -> Iterator[str]:
    """Say in which part a state tells something else than it must, and what it must tell."""
    for part in Cue.__slots__:
        said, must = getattr(state.cue, part), getattr(told.cue, part)
        if said != must:
            yield f"{NAMES[part]} is {_quoted(said)}; it must be {_quoted(must)}."
    if state.figure != told.figure:
        yield f"The picture is {_pictured(state.figure)}; it must be {_pictured(told.figure)}."
    if state.outcome is not None and state.outcome.advice != told.cue.say:
        yield f"The advice is {_quoted(state.outcome.advice)}; it must be {_quoted(told.cue.say)}."


def _quoted(said: str | tuple[str, ...] | None) -> str:
    if not said:
        return "none"
    return f"“{said}”" if isinstance(said, str) else ", ".join(f"“{line}”" for line in said)


def _pictured(figure: Figure | None) -> str:
    return " ".join(filter(None, (figure.pose, figure.side))) if figure else "none"


# The words of a routine


def named(text: str, side: str | None, phrases: Phrases) -> str:
    """Put the names of the sides into a routine's text, for a state of that side."""
    if side not in OPPOSITE:
        return text
    names = {"left": phrases.left, "right": phrases.right}
    this, that = names[side], names[OPPOSITE[side]]
    for gap, name in (("side", this), ("other", that)):
        text = text.replace(f"{{{gap}}}", name)
        text = text.replace(f"{{{gap.capitalize()}}}", name[:1].upper() + name[1:])
    return text


def _of_routine(
    scene: Scene, title: str, words: Words, pose: str | None, shown: str | None = None
) -> RequiredWords:
    state, phrases = scene.state, scene.phrases
    cue = Cue(title, named(words.say, state.side, phrases), named(words.brief, state.side, phrases))
    return RequiredWords(cue, Figure(pose, shown or state.side) if pose else None)


def _get_ready(scene: Scene) -> RequiredWords | None:
    routine = scene.case.routine
    if isinstance(routine, Screening):
        return None
    return _of_routine(scene, scene.phrases.ready.title, routine.get_ready, routine.get_ready.pose)


def _ready(scene: Scene) -> RequiredWords | None:
    """A ready that waits only because one goes to another place says also how to go on."""
    stretch, press = scene.case.stretch(scene.state), scene.phrases.press_next
    if stretch is None:
        return None
    words = stretch.ready
    if moves_place(scene.case, stretch) and not stretch.waits:
        words = replace(words, say=f"{words.say} {press}", brief=f"{words.brief} {press}")
    return _of_routine(scene, stretch.title, words, words.pose)


def _steady(scene: Scene) -> RequiredWords | None:
    stretch = scene.case.stretch(scene.state)
    if stretch is None or stretch.steady is None:
        return None
    return _of_routine(scene, scene.phrases.steady.title, stretch.steady, stretch.steady.pose)


def _move(scene: Scene) -> RequiredWords | None:
    position = scene.case.position(scene.state)
    return _of_routine(scene, position.title, position.move, position.pose) if position else None


def _hold(scene: Scene) -> RequiredWords | None:
    """A hold says the routine's words, and offers the position above where its gate can open now."""
    state, position = scene.state, scene.case.position(scene.state)
    if position is None or position.hold is None:
        return None
    told = _of_routine(scene, position.title, position.hold.words, position.pose)
    above = position_above(scene.case, state)
    if above is None or above.offer is None or not is_offered(above, state):
        return told
    offer = named(above.offer, state.side, scene.phrases)
    return told._replace(cue=Cue(told.cue.title, told.cue.say, told.cue.brief, offer))


def _held_on(phrase: Callable[[Phrases], Phrase]) -> Row:
    """Return the row of a hold that goes on, or is a gentler one: it says a shared phrase."""

    def row(scene: Scene) -> RequiredWords | None:
        position, said = scene.case.position(scene.state), phrase(scene.phrases)
        if position is None:
            return None
        return RequiredWords(
            Cue(position.title, said.say, said.brief), Figure(position.pose, scene.state.side)
        )

    return row


def _release(scene: Scene) -> RequiredWords | None:
    case, state = scene.case, scene.state
    stretch, position = case.stretch(state), case.position(state)
    if stretch is None or position is None:
        return None
    below = position_below(case, state)
    pose = position.release.pose or (below.pose if below else stretch.ready.pose)
    return _of_routine(scene, position.title, position.release, pose)


def _let_go(scene: Scene) -> RequiredWords | None:
    stretch = scene.case.stretch(scene.state)
    if stretch is None:
        return None
    return _of_routine(scene, scene.phrases.let_go.title, stretch.let_go, stretch.let_go.pose)


def _switch(scene: Scene) -> RequiredWords | None:
    """A switch names the side just worked, and shows the one to come."""
    stretch, side = scene.case.stretch(scene.state), scene.state.side
    if stretch is None or stretch.switch is None:
        return None
    shown = OPPOSITE.get(side or "")
    return _of_routine(scene, scene.phrases.switch.title, stretch.switch, stretch.switch.pose, shown)


def _rest(scene: Scene) -> RequiredWords | None:
    stretch = scene.case.stretch(scene.state)
    return _of_routine(scene, scene.phrases.rest.title, stretch.rest, stretch.rest.pose) if stretch else None


def _between(scene: Scene) -> RequiredWords | None:
    stretch = scene.case.stretch(scene.state)
    if stretch is None or stretch.between is None:
        return None
    return _of_routine(scene, scene.phrases.rest.title, stretch.between, stretch.between.pose)


# The words that all routines share


def _phrase(phrase: Phrase) -> Cue:
    return Cue(phrase.title, phrase.say, phrase.brief)


def _settle(scene: Scene) -> RequiredWords:
    stretch = scene.case.stretch(scene.state)
    pose = stretch.rest.pose if stretch else None
    return RequiredWords(_phrase(scene.phrases.settle), Figure(pose, scene.state.side) if pose else None)


def _question(scene: Scene) -> RequiredWords | None:
    """A question shows all its items but those cleared, and says those that may be spoken."""
    question = question_of(scene.case, scene.state)
    return RequiredWords(asked(question, scene)) if question else None


def asked(question: Question, scene: Scene) -> Cue:
    """Return what a question says and shows."""
    cleared = frozenset(scene.case.machine.options.get("cleared", ()))
    items = [item for item in question.items if item.id not in cleared]
    spoken = [item.words for item in items if item.spoken]
    said = [question.say, *(scene.phrases.item.replace("{Item}", w[:1].upper() + w[1:]) for w in spoken)]
    if len(spoken) < len(items):
        said.append(scene.phrases.unspoken)
    return Cue(question.title, " ".join(said), question.brief, items=tuple(item.words for item in items))


def _advice(scene: Scene) -> RequiredWords | None:
    """An advice says what to do, whom to contact, and the emergency signs; it has no shorter form."""
    said = advice_of(scene.case, scene.cause) if scene.cause else ()
    return RequiredWords(_advised(scene, _advice_title(scene), *said[:-1])) if said else None


def _unsettled_advice(scene: Scene) -> RequiredWords:
    unsettled = scene.phrases.unsettled
    return RequiredWords(
        _advised(scene, unsettled.title, unsettled.now, unsettled.contact, scene.phrases.emergency)
    )


def _advised(scene: Scene, title: str, *sentences: str) -> Cue:
    say = " ".join(sentences).replace("{number}", str(scene.case.machine.options.get("emergency")))
    return Cue(title, say, say)


def _advice_title(scene: Scene) -> str:
    phrases, cause = scene.phrases, scene.cause
    if cause is not None and cause.kind in {"unsafe", "unsure"}:
        return _unsafe_title(scene, cause)
    high = phrases.high_after if isinstance(scene.case.routine, Screening) else phrases.high
    titles = {"high": high.title, "closed": phrases.closed.title, "serious": phrases.serious.title}
    return titles.get(cause.kind if cause else "", phrases.unwell.title)


def _unsafe_title(scene: Scene, cause: Cause) -> str:
    """A yes to an emergency sign says where to turn at once; whoever is not sure is met calmly."""
    phrases = scene.phrases
    if cause.question == CHANGED:
        return phrases.changed_yes.title
    kinds = {question.id: question.kind for question in scene.case.routine.questions}
    is_emergency = cause.kind == "unsafe" and kinds.get(cause.question or "") == "emergency"
    return (phrases.get_help if is_emergency else phrases.ask_first).title


def _finished(scene: Scene) -> RequiredWords:
    """A page of questions is finished with its own words, and with those for afterwards."""
    routine, answered = scene.case.routine, scene.phrases.answered
    if not isinstance(routine, Screening):
        return RequiredWords(_phrase(scene.phrases.finished))
    return RequiredWords(Cue(answered.title, f"{routine.finished} {answered.say}", routine.finished))


ROWS: dict[tuple[str, str], Row] = {
    ("ask", "screening"): _question,
    ("ask", "settled"): lambda scene: RequiredWords(_phrase(scene.phrases.settled)),
    ("rate", ""): lambda scene: RequiredWords(_phrase(scene.phrases.rate)),
    ("ready", "session"): _get_ready,
    ("ready", "stretch"): _ready,
    ("ready", "steady"): _steady,
    ("move", ""): _move,
    ("hold", "reached"): _hold,
    ("hold", "lower"): _held_on(lambda phrases: phrases.lower),
    ("hold", "taken"): _held_on(lambda phrases: phrases.taken),
    ("hold", "left-alone"): _held_on(lambda phrases: phrases.left_alone),
    ("hold", "eased"): _held_on(lambda phrases: phrases.eased),
    ("release", "down"): _release,
    ("release", "let-go"): _let_go,
    ("switch", ""): _switch,
    ("rest", "between"): _between,
    ("rest", "last"): _rest,
    ("rest", "settle"): _settle,
    ("rest", "up"): lambda scene: RequiredWords(_phrase(scene.phrases.up), Figure(SITTING)),
    ("which", ""): lambda scene: RequiredWords(_phrase(scene.phrases.which)),
    ("advise", "symptom"): _advice,
    ("advise", "unsettled"): _unsettled_advice,
    ("advise", "unsafe"): _advice,
    ("advise", "unsure"): _advice,
    ("advise", "high"): _advice,
    ("advise", "serious"): _advice,
    ("advise", "closed"): _advice,
    ("end", "symptom"): _advice,
    ("end", "hurts"): _advice,
    ("end", "unsafe"): _advice,
    ("end", "unsure"): _advice,
    ("end", "high"): _advice,
    ("end", "serious"): _advice,
    ("end", "closed"): _advice,
    ("end", "stop"): lambda scene: RequiredWords(_phrase(scene.phrases.stopped)),
    ("end", "finished"): _finished,
}
