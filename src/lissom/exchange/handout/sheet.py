"""What stands on a routine's handout, as values: all words come from the routine and the catalogue.

How it looks is `pdf` and its template; nothing here knows of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lissom.catalogues import catalogue
from lissom.coach.how_often import say_how_often
from lissom.coach.messages import Say
from lissom.content import library
from lissom.content.citations import say_sources
from lissom.exchange.handout.clinic import Clinic
from lissom.exchange.handout.steps import PrintedStretch, Writer, kept_from
from lissom.machine.advice import usual_contact_words
from lissom.machine.compile.questions import PAIN_HIGH
from lissom.machine.cues import other
from lissom.machine.options import LEVELS, Options
from lissom.routine.canonical import digest
from lissom.routine.model import Question, Routine, Side, SymptomRule
from lissom.routine.phrases import Phrases

OURS = "ours"  # what no clause is behind
PAGE = "\ue000"  # a gap for the number of a page, which only the typesetter knows
MOST_TICKS = 3  # boxes that a day has room for
SHORT = len("sha256:") + 12  # what tells two versions of a routine apart at a glance


@dataclass(frozen=True, slots=True)
class Given:
    """What a handout is made for: the person's choices, what is closed to them, their clinic.

    `left_out` are stretches that are closed to the person for now, `highest` the level left, `notes` why.
    `address` is what opens the routine in the app; without one there is no code to scan.
    """

    options: Options = field(default_factory=Options)
    left_out: frozenset[str] = frozenset()
    highest: int = LEVELS[-1]
    notes: tuple[str, ...] = ()
    clinic: Clinic = field(default_factory=Clinic)
    address: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A symptom, what to do now, and when to contact whom."""

    symptom: str
    now: str
    contact: str


@dataclass(frozen=True, slots=True)
class Signs:
    """A page of questions in short: what is asked, its signs, and what to do about any of them."""

    title: str
    say: str
    items: tuple[str, ...]
    now: str
    contact: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Which numbers are not for whom: some steps, and the conditions that keep just these."""

    steps: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoutContent:
    """All that is on a handout."""

    language: str
    title: str
    summary: str
    good_for: tuple[str, ...]
    equipment: tuple[str, ...]
    often: str
    notes: tuple[str, ...]
    sides: str
    is_mirrored: bool
    parts: tuple[PrintedStretch, ...]
    watched: tuple[str, ...]
    stops: tuple[Stop, ...]
    emergency: str
    number: str
    asked: tuple[Signs, ...]
    kept: tuple[Kept, ...]
    clinic: Clinic
    address: str
    sources: str
    version: str
    review: str
    words: dict[str, str]
    days: tuple[str, ...]
    ticks: int


def make_sheet(routine: Routine, given: Given) -> HandoutContent:
    """Return a routine's handout in the routine's language; in English where we have no words of it."""
    language = routine.language if routine.language in library.languages() else library.SOURCE_LANGUAGE
    say, phrases = catalogue(language).say, library.phrases(language)
    parts = Writer(routine, say, phrases, given.options).parts(given.left_out, given.highest)
    number = given.options.emergency
    return HandoutContent(
        language=routine.language,
        title=routine.title,
        summary=routine.summary,
        good_for=routine.good_for,
        equipment=tuple(thing.words for thing in routine.equipment),
        often=_often(routine, say),
        notes=given.notes,
        sides=_sides(routine, given.options.lead, say, phrases),
        is_mirrored=any(step.is_mirrored for part in parts for step in part.steps),
        parts=parts,
        watched=tuple(say(f"coach-symptom-{rule.symptom}") for rule in routine.symptoms),
        stops=tuple(_stop(rule, routine, say, phrases) for rule in routine.symptoms),
        emergency=phrases.emergency.format(number=number),
        number=number,
        asked=tuple(_signs(each, number) for each in routine.questions if each.kind != "health"),
        kept=tuple(
            Kept(_steps(steps, parts, say), tuple(conditions))
            for steps, conditions in kept_from(routine, parts).items()
        ),
        clinic=given.clinic,
        address=given.address,
        sources=say_sources(_cited(routine), say),
        version=say("handout-version", version=str(routine.version), digest=digest(routine)[:SHORT]),
        review=_review(routine, say),
        words=_words(routine, number, say),
        days=tuple(say("progress-weekday-short", weekday=day) for day in range(1, 8)),
        ticks=min(routine.dose.sessions_a_day.most, MOST_TICKS),
    )


WORDS = (
    "for-whom", "good-for", "needs", "how-often", "each-time-about", "positions",
    "read-first", "facing", "legend", "to-stop",
    "stop", "stop-first", "stop-about", "left-out", "call", "when-not", "when-not-about",
    "conditions", "conditions-about", "grid", "grid-about", "grid-week", "done", "pain", "before", "after",
    "clinic", "phone", "email", "patient", "date", "therapist", "reached", "your-hold", "your-repeats",
    "open", "open-about", "code", "from", "from-about", "for-clinic", "is",
)  # fmt: skip


def _words(routine: Routine, number: str, say: Say) -> dict[str, str]:
    told: dict[str, dict[str, object]] = {
        "call": {"number": number},
        "code": {"title": routine.title},
        "grid-about": {"high": PAIN_HIGH.start},
        "read-first": {"page": PAGE},
        "stop-first": {"page": PAGE},
    }
    return {name: say(f"handout-{name}", **told.get(name, {})) for name in WORDS}


def _often(routine: Routine, say: Say) -> str:
    week = say_how_often(say, "routine-week", routine.dose.sessions_a_week)
    often = f"{week}, {say_how_often(say, 'routine-day', routine.dose.sessions_a_day)}."
    beside = ", ".join(each.title for each in library.going_with(routine))
    return f"{often} {say('routine-goes-with', titles=beside)}" if beside else often


def _sides(routine: Routine, lead: Side, say: Say, phrases: Phrases) -> str:
    if all(stretch.sides == "none" for stretch in routine.stretches):
        return ""
    return say("position-sides", side=phrases.side(lead), other=phrases.side(other(lead)))


def _stop(rule: SymptomRule, routine: Routine, say: Say, phrases: Phrases) -> Stop:
    name = say(f"coach-symptom-{rule.symptom}")
    return Stop(name[:1].upper() + name[1:], rule.advice.now, usual_contact_words(rule, routine, phrases))


def _signs(question: Question, number: str) -> Signs:
    return Signs(
        title=question.title,
        say=question.brief,
        items=tuple(item.words for item in question.items),
        now=question.advice.now.format(number=number),
        contact=question.advice.contact.format(number=number),
    )


def _steps(steps: tuple[int, ...], parts: tuple[PrintedStretch, ...], say: Say) -> str:
    if len(steps) == sum(len(part.steps) for part in parts):
        return say("handout-not-any")
    return say("handout-not", steps=", ".join(map(str, steps)))


def _review(routine: Routine, say: Say) -> str:
    if routine.review.status == "reviewed":
        return say("handout-reviewed", by=routine.review.by, on=routine.review.on)
    return say("handout-unreviewed")


def _cited(routine: Routine) -> list[str]:
    """Everything that something of the routine is cited from, each once, in order."""
    positions = [position for stretch in routine.stretches for position in stretch.positions]
    cited: list[str] = [*routine.cite, *routine.dose.cite]
    cited += (name for stretch in routine.stretches for name in stretch.cite)
    cited += (name for position in positions for name in position.cite)
    cited += (name for p in positions if p.hold for name in p.hold.words.cite)
    cited += (name for p in positions if p.gate for name in p.gate.cite)
    cited += (name for rule in routine.symptoms for name in rule.cite)
    cited += (name for condition in routine.conditions for name in condition.cite)
    return sorted(set(cited) - {OURS}, key=_clause_order)


def _clause_order(clause: str) -> tuple[str, int, str]:
    head = clause.rstrip("0123456789")
    digits = clause[len(head) :]
    return (head if digits else "~", int(digits or 0), clause)
