"""A routine as a PlanDefinition: what is done in which order, for how long, and when to stop.

The structure says what R4 can say. What it has no place for stands in a few extensions of ours; and the
whole routine goes along as an attachment, which is what is read back (see `read_routine`).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from hashlib import sha1
from itertools import pairwise
from typing import Final

from lissom.content import library
from lissom.exchange.fhir.addresses import ROUTINE_IDS, definition_id, definition_url
from lissom.exchange.fhir.codes import PROTOCOL
from lissom.exchange.fhir.elements import Json, concept, duration, extension, listed, nested, told
from lissom.exchange.fhir.sides import for_one_side
from lissom.machine.advice import usual_contact_words
from lissom.routine.canonical import canonical_bytes
from lissom.routine.model import (
    Condition,
    Gate,
    OpenHold,
    Position,
    Range,
    Routine,
    Stretch,
    SymptomRule,
    TimedHold,
)

CARRIED: Final = "lissom-routine/1"
CARRIED_TYPE: Final = "application/json"
SCREENING, READY = "screening", "get-ready"
_NO_NAME: Final = re.compile(r"[^A-Za-z0-9]+")


def plan_definition(routine: Routine) -> Json:
    """Return a routine as a PlanDefinition."""
    review = routine.review
    return told(
        resourceType="PlanDefinition",
        id=definition_id(routine.id),
        language=routine.language,
        url=definition_url("PlanDefinition", routine.id),
        identifier=[{"system": ROUTINE_IDS, "value": routine.id}],
        version=str(routine.version),
        name=computer_name(routine.id),
        title=routine.title,
        type=concept("Guided stretches", PROTOCOL),
        status=status_of(routine),
        description=routine.summary,
        usage=_usage(routine),
        lastReviewDate=review.on if review.status == "reviewed" else None,
        reviewer=[{"name": review.by}] if review.status == "reviewed" and review.by else None,
        relatedArtifact=[_carried(routine), *_cited(routine.cite)],
        goal=[{"description": concept(good)} for good in routine.good_for],
        action=[for_one_side(action, routine.language) for action in _actions(routine)],
    )


def canonical_of(routine: Routine) -> str:
    """Return what refers to the PlanDefinition of a routine, with its version."""
    return f"{definition_url('PlanDefinition', routine.id)}|{routine.version}"


def questionnaire_of(name: str, version: int) -> str:
    """Return what refers to the Questionnaire of a routine, or of a page of questions."""
    return f"{definition_url('Questionnaire', name)}|{version}"


def activity_name(routine: Routine, stretch: Stretch) -> str:
    """Return the name of a stretch among all ActivityDefinitions."""
    return f"{routine.id}.{stretch.id}"


def computer_name(name: str) -> str:
    """Return a name as programs can have it: a capital first, letters and digits."""
    found = "".join(part[:1].upper() + part[1:] for part in _NO_NAME.split(name))
    return (found if found[:1].isalpha() else f"Routine{found}")[:254]


def status_of(routine: Routine) -> str:
    """A routine that no clinician has read yet is a draft."""
    return "active" if routine.review.status == "reviewed" else "draft"


def dose_words(routine: Routine) -> str:
    """Return how often a routine is meant to be done, as a sentence has it."""
    dose = routine.dose
    days, times = dose.sessions_a_week, dose.sessions_a_day
    return f"{_counted(days, 'day')} a week, {_counted(times, 'time')} a day"


def stop_words(routine: Routine) -> str:
    """Return what to stop for, as a sentence."""
    return f"Stop at once for {listed([rule.symptom for rule in routine.symptoms])}."


def _usage(routine: Routine) -> str:
    needed = "; ".join(thing.words for thing in routine.equipment)
    lines = [f"How often: {dose_words(routine)}.", stop_words(routine)]
    return "\n\n".join([*lines, *([f"What you need: {needed}."] if needed else [])])


def _carried(routine: Routine) -> Json:
    """The whole routine. `hash` is the SHA-1 that FHIR asks for: it finds accidents, not forgeries."""
    content = canonical_bytes(routine)
    document = {
        "contentType": CARRIED_TYPE,
        "data": base64.b64encode(content).decode(),
        "hash": base64.b64encode(sha1(content, usedforsecurity=False).digest()).decode(),
        "title": "The whole routine, as Lissom reads it",
    }
    return {"type": "derived-from", "label": CARRIED, "document": document}


def _cited(clauses: tuple[str, ...]) -> list[Json]:
    """The clauses of the handout, and of the evidence, that something comes from."""
    return [{"type": "citation", "label": clause} for clause in clauses]


def _actions(routine: Routine) -> Iterator[Json]:
    yield {
        "id": SCREENING,
        "title": "Questions before stretching",
        "description": "An answer that is not safe means: do not stretch now.",
        "definitionCanonical": questionnaire_of(routine.id, routine.version),
    }
    yield told(
        id=READY,
        title="Get ready",
        description=routine.get_ready.say,
        textEquivalent=routine.get_ready.brief,
        documentation=_cited(routine.get_ready.cite),
        relatedAction=[_after(SCREENING)],
    )
    before = READY
    for number, stretch in enumerate(routine.stretches, 1):
        yield _stretch(routine, stretch, f"s{number}", before)
        before = f"s{number}"
    for rule in routine.symptoms:
        yield _stop(routine, rule)


def _stretch(routine: Routine, stretch: Stretch, name: str, before: str) -> Json:
    kept = [each for each in routine.conditions if stretch.id in each.leave_out]
    return told(
        id=name,
        extension=[
            extension("sides", valueCode=stretch.sides),
            extension("rounds", valueRange=_numbers(stretch.rounds)),
        ],
        title=stretch.title,
        description=stretch.ready.say,
        textEquivalent=stretch.ready.brief,
        documentation=_cited(stretch.cite),
        condition=[*(_not_with(routine, each) for each in kept), _stops(routine)],
        relatedAction=[_after(before)],
        timingTiming={"repeat": _repeats(stretch.repeats)},
        groupingBehavior="logical-group",
        selectionBehavior="all",
        definitionCanonical=f"{definition_url('ActivityDefinition', activity_name(routine, stretch))}"
        f"|{routine.version}",
        action=[*_positions(routine, stretch, name)],
    )


def _positions(routine: Routine, stretch: Stretch, name: str) -> Iterator[Json]:
    """Rung by rung upwards; the releases come the other way and are told at each rung."""
    ids = {position.id: f"{name}.p{rung}" for rung, position in enumerate(stretch.positions, 1)}
    above = dict(pairwise(ids.values()))
    below = {high: low for low, high in above.items()}
    for position in stretch.positions:
        here = ids[position.id]
        capped = [each for each in routine.conditions if _caps(each, stretch, position)]
        yield told(
            id=here,
            extension=[extension("level", valuePositiveInt=position.level)],
            title=position.title,
            description=f"Felt in: {position.felt}",
            documentation=_cited(position.cite),
            condition=[
                *(_not_with(routine, each) for each in capped),
                *([_gate(position.gate, stretch, ids)] if position.gate else ()),
            ],
            relatedAction=[_after(f"{below[here]}.{_last(stretch, below[here])}")] if here in below else None,
            requiredBehavior="could" if position.gate or position.level > 1 else "must",
            action=[*_moments(position, here, above.get(here))],
        )


def _moments(position: Position, here: str, above: str | None) -> Iterator[Json]:
    """Going into a position, holding it, letting it go: a position may be passed through without a hold."""
    move, release, hold = position.move, position.release, position.hold
    yield told(
        id=f"{here}.move",
        title="Move",
        description=move.say,
        textEquivalent=move.brief,
        documentation=_cited(move.cite),
        timingDuration=duration(move.takes) if move.takes else None,
    )
    if hold:
        yield told(
            id=f"{here}.hold",
            title="Hold",
            description=hold.words.say,
            textEquivalent=hold.words.brief,
            documentation=_cited(hold.words.cite),
            relatedAction=[_after(f"{here}.move")],
            timingRange=_held(hold),
        )
    last = f"{here}.hold" if hold else f"{here}.move"
    yield told(
        id=f"{here}.release",
        title="Release",
        description=release.say,
        textEquivalent=release.brief,
        documentation=_cited(release.cite),
        relatedAction=[_after(last), *([_after(f"{above}.release")] if above else ())],
        timingDuration=duration(release.takes) if release.takes else None,
    )


def _last(stretch: Stretch, name: str) -> str:
    """The moment of a position from which the next one is entered."""
    rung = int(name.rsplit(".p", 1)[1])
    return "hold" if stretch.positions[rung - 1].hold else "move"


def _held(hold: TimedHold | OpenHold) -> Json:
    """A chosen number of seconds within a range; with no lower end, as long as is comfortable up to it."""
    if isinstance(hold, OpenHold):
        return {"high": duration(hold.cap)}
    seconds = hold.seconds
    return {
        "extension": [extension("usual", valueDuration=duration(seconds.usual))],
        "low": duration(seconds.least),
        "high": duration(seconds.most),
    }


def _repeats(repeats: Range) -> Json:
    return told(
        extension=[extension("usual", valuePositiveInt=repeats.usual)],
        count=repeats.least,
        countMax=repeats.most if repeats.most > repeats.least else None,
    )


def _numbers(numbers: Range) -> Json:
    usual = extension("usual", valuePositiveInt=numbers.usual)
    return {"extension": [usual], "low": {"value": numbers.least}, "high": {"value": numbers.most}}


def _gate(gate: Gate, stretch: Stretch, ids: dict[str, str]) -> Json:
    """What must have come true before a position is entered, in words and in parts."""
    titles = {position.id: position.title for position in stretch.positions}
    words = [
        *([f"in round {gate.round}"] if gate.round else []),
        f"after “{titles.get(gate.held, gate.held)}” was held unbroken for {gate.seconds} s on this side",
        *(["if the person says yes to it during that hold"] if gate.own_yes else []),
    ]
    parts = nested(
        "gate",
        held={"valueId": ids[gate.held]} if gate.held in ids else None,
        seconds={"valueDuration": duration(gate.seconds)},
        round={"valuePositiveInt": gate.round} if gate.round else None,
        own_yes={"valueBoolean": gate.own_yes},
    )
    return {"extension": [parts], "kind": "start", "expression": _in_words(f"Only {listed(words, 'and')}.")}


def _not_with(routine: Routine, condition: Condition) -> Json:
    items = [item for question in routine.questions for item in question.items]
    words = next((item.words for item in items if item.id == condition.condition), condition.condition)
    return {"kind": "applicability", "expression": _in_words(f"Not with: {words}.")}


def _stops(routine: Routine) -> Json:
    return {"kind": "stop", "expression": _in_words(stop_words(routine))}


def _in_words(text: str) -> Json:
    """An expression for people: no language of R4 knows a symptom that somebody feels just now."""
    return {"language": "text/plain", "expression": text}


def _stop(routine: Routine, rule: SymptomRule) -> Json:
    """What to do at once for a symptom: an action that waits for it, beside all the others."""
    parts = nested(
        "stop-rule",
        symptom={"valueCode": rule.symptom},
        ends={"valueCode": rule.ends},
        afterwards={"valueCode": rule.afterwards},
        until={"valueCode": rule.until},
    )
    return told(
        id=f"stop.{rule.symptom}",
        extension=[parts],
        title=f"Stop for {rule.symptom}",
        description=f"Let go at once. {rule.advice.now}",
        textEquivalent=usual_contact_words(rule, routine, library.phrases()),
        priority="stat",
        documentation=_cited(rule.cite),
        trigger=[{"type": "named-event", "name": rule.symptom}],
        relatedAction=[
            {"actionId": f"s{number}", "relationship": "concurrent"}
            for number in range(1, len(routine.stretches) + 1)
        ],
    )


def _after(name: str) -> Json:
    return {"actionId": name, "relationship": "after-end"}


def _caps(condition: Condition, stretch: Stretch, position: Position) -> bool:
    return any(name == stretch.id and position.level > level for name, level in condition.cap_level)


def _counted(numbers: Range, word: str) -> str:
    if numbers.least == numbers.most:
        return f"{numbers.most} {word}{'' if numbers.most == 1 else 's'}"
    return f"{numbers.least} to {numbers.most} {word}s"
