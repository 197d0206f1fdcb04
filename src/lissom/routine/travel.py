"""What goes with a stretch into another routine, and how it meets what that routine says itself.

What a symptom ends, what follows and until when belong to the stretch; so do the conditions that keep it
from a person and the questions that close it. A routine that takes a stretch over may be stricter and
never milder. Where a file is silent or says less, the stricter wins here, and `check` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lissom.routine.model import (
    SYMPTOMS,
    Condition,
    Question,
    Routine,
    Stretch,
    Symptom,
    SymptomRule,
)

# Each field of a rule, from the mildest to the strictest.
STRICTNESS: dict[str, tuple[str, ...]] = {
    "ends": ("stretch", "session"),
    "afterwards": ("lower-level", "leave-out"),
    "until": ("clean-session", "taken-back", "contact"),
}


@dataclass(frozen=True, slots=True)
class Tightening:
    """What a routine says of a symptom where it takes a stretch over; None where it says nothing."""

    symptom: Symptom
    said: dict[str, Any]  # of `ends`, `afterwards`, `until`, `now`, `cite` those that are said


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A stretch as its home routine has it: its rules complete, and what else there concerns it."""

    home: str
    stretch: Stretch
    conditions: tuple[Condition, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def rules(self) -> dict[Symptom, SymptomRule]:
        """The rules at home, complete, by symptom."""
        return {rule.symptom: rule for rule in self.stretch.symptoms}


@dataclass(frozen=True, slots=True)
class BorrowedStretch:
    """A stretch in a routine under composition: where it comes from, None if from the file itself."""

    stretch: Stretch
    home: Borrowed | None = None
    tightened: tuple[Tightening, ...] = ()


def lend(routine: Routine, stretch_id: str) -> Borrowed:
    """Return a stretch of a routine with all that goes with it.

    Raises:
        KeyError: if the routine has no such stretch.
    """
    stretch = routine.stretch(stretch_id)
    return Borrowed(
        routine.id,
        replace(stretch, symptoms=routine.rules_of(stretch)),
        tuple(_concerning(routine.conditions, stretch_id)),
        tuple(each for each in routine.questions if each.leave_out == stretch_id),
    )


def compose(routine: Routine, taken: Sequence[BorrowedStretch]) -> Routine:
    """Return a routine complete: with the rules, conditions and questions that its stretches bring."""
    table = {rule.symptom: until_contact(rule) for rule in routine.symptoms}
    rules = [_rules(each, table) for each in taken]
    for symptom in SYMPTOMS:
        brought = [known[symptom] for known in rules if symptom in known]
        if symptom not in table and brought:
            table[symptom] = stricter(*brought)
    homes = [each.home for each in taken if each.home]
    return replace(
        routine,
        symptoms=tuple(table.values()),
        stretches=tuple(
            _settled(each.stretch, known, table) for each, known in zip(taken, rules, strict=True)
        ),
        conditions=_merged(routine, (c for home in homes for c in home.conditions)),
        questions=_with_brought(routine.questions, (q for home in homes for q in home.questions)),
    )


# rules


def stricter(rule: SymptomRule, *others: SymptomRule) -> SymptomRule:
    """Return a rule with the strictest of every field; its words stay."""
    strictest = {
        name: max((getattr(each, name) for each in (rule, *others)), key=order.index)
        for name, order in STRICTNESS.items()
    }
    return replace(rule, **strictest)


def milder_in(said: str, than: str, field: str) -> bool:
    """Whether a value of a rule's field is milder than another."""
    return STRICTNESS[field].index(said) < STRICTNESS[field].index(than)


def lasts_until_contact(symptom: str | None, region: str | None) -> bool:
    """Whether a symptom keeps a stretch closed until contact, whatever a file says.

    Numbness always does, and dizziness in a stretch of the neck [EVIDENCE 4].
    """
    return symptom == "numbness" or (symptom == "dizziness" and region == "neck")


def until_contact(rule: SymptomRule, region: str | None = None) -> SymptomRule:
    """Return a rule as it stands in a region of the body."""
    return replace(rule, until="contact") if lasts_until_contact(rule.symptom, region) else rule


def _rules(taken: BorrowedStretch, table: dict[Symptom, SymptomRule]) -> dict[Symptom, SymptomRule]:
    """Return the rules that a stretch has of its own, before those of the routine."""
    if taken.home is None:
        return {rule.symptom: rule for rule in taken.stretch.symptoms}
    home, tightened = taken.home.rules, {each.symptom: each for each in taken.tightened}
    known = {symptom: home.get(symptom) or table[symptom] for symptom in _named(home, table, tightened)}
    return {
        symptom: _tightened(rule, tightened[symptom])
        if symptom in tightened
        else (stricter(rule, table[symptom]) if symptom in table else rule)
        for symptom, rule in known.items()
    }


def _named(
    home: dict[Symptom, SymptomRule],
    table: dict[Symptom, SymptomRule],
    tightened: dict[Symptom, Tightening],
) -> Iterator[Symptom]:
    for symptom in SYMPTOMS:
        if symptom in home or (symptom in tightened and symptom in table):
            yield symptom


def _tightened(rule: SymptomRule, more: Tightening) -> SymptomRule:
    said = dict(more.said)
    now = said.pop("now", rule.advice.now)
    return stricter(replace(rule, advice=replace(rule.advice, now=now), **said), rule)


def _settled(
    stretch: Stretch, known: dict[Symptom, SymptomRule], table: dict[Symptom, SymptomRule]
) -> Stretch:
    """Return a stretch with the rules that differ from the routine's; the others would say nothing."""
    complete = (
        (until_contact(known.get(symptom, rule), stretch.region), rule) for symptom, rule in table.items()
    )
    return replace(stretch, symptoms=tuple(own for own, rule in complete if not _says_the_same(own, rule)))


def _says_the_same(own: SymptomRule, rule: SymptomRule) -> bool:
    return replace(own, cite=rule.cite) == rule


# conditions and questions


def _merged(routine: Routine, brought: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the conditions by name, each with all that it keeps: what is left out needs no cap."""
    order = [stretch.id for stretch in routine.stretches]
    found = {each.condition: each for each in routine.conditions}
    for each in brought:
        known = found.get(each.condition)
        found[each.condition] = _both(known, each, order) if known else each
    return tuple(found.values())


def _both(one: Condition, other: Condition, order: Sequence[str]) -> Condition:
    left_out = {*one.leave_out, *other.leave_out}
    caps = [*one.cap_level, *other.cap_level]
    lowest = {name: min(level for capped, level in caps if capped == name) for name, _ in caps}
    return Condition(
        one.condition,
        tuple(name for name in order if name in left_out),
        tuple((name, lowest[name]) for name in order if name in lowest and name not in left_out),
        tuple(dict.fromkeys((*one.cite, *other.cite))),
    )


def _concerning(conditions: Iterable[Condition], stretch_id: str) -> Iterator[Condition]:
    for each in conditions:
        left_out = tuple(name for name in each.leave_out if name == stretch_id)
        caps = tuple((name, level) for name, level in each.cap_level if name == stretch_id)
        if left_out or caps:
            yield Condition(each.condition, left_out, caps, each.cite)


def _with_brought(own: tuple[Question, ...], brought: Iterable[Question]) -> tuple[Question, ...]:
    """Return the routine's questions and after them the brought ones that it does not ask itself."""
    asked = {question.id for question in own}
    more = {question.id: question for question in brought if question.id not in asked}
    return (*own, *more.values())
