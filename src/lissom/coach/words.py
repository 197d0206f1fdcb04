"""Every sentence of the coach, in one table, so that another language needs no other change.

Plain and kind: what is so, why, and what opens it. Nothing here praises pushing harder, counts
what was missed, or tells anyone that they are safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lissom.coach.happened import Because, Restriction
from lissom.coach.restrictions import Refusal

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line of a plan stands there: a code, the words, and the clause or setting behind it."""

    code: str
    text: str
    source: str

    def as_json(self) -> dict[str, str]:
        """Return the reason as plain JSON values."""
        return {"code": self.code, "text": self.text, "source": self.source}


# code: (words, the clause, line of evidence or setting behind it)
REASONS: dict[str, tuple[str, str]] = {
    # what comes before today's session
    "go-on": (
        "{title} was broken off a moment ago. Go on from its last resting place, or close it.",
        "setting resume_minutes",
    ),
    "close-open": (
        "{title} was broken off more than {minutes} minutes ago, so it closes as stopped. What you did "
        "counts.",
        "setting resume_minutes",
    ),
    "next-morning": ("On {day} you felt something. First tell whether it has settled.", "A14, EVIDENCE 7"),
    "after-session": ("One question about {title}: did anything hurt, tingle or go numb?", "A11, B11"),
    # screening
    "ask-first": ("The questions come first, because this is the first time.", "setting screening_days"),
    "ask-changed": (
        "The full questions come first, because you said that something has changed.",
        "setting screening_days",
    ),
    "ask-high-pain": ("The full questions come first, because your pain was high.", "setting pain_from"),
    "ask-unsafe": (
        "The full questions come first, because one of your answers asked for care.",
        "EVIDENCE 6",
    ),
    "ask-profile": (
        "The full questions come first, because your health profile has changed.",
        "setting screening_days",
    ),
    "ask-too-old": (
        "The full questions come first: they come back every {days} days.",
        "setting screening_days",
    ),
    "ask-other-questions": (
        "The full questions come first: this routine asks something that you have not answered yet.",
        "EVIDENCE 6",
    ),
    "screened": (
        "You answered the full questions on {day}, so today there is only one: is anything new?",
        "setting screening_days",
    ),
    "note-health": (
        "You said that something on the health page applies to you. Note it in your health profile first; "
        "some stretches are then left out.",
        "EVIDENCE 2, 3",
    ),
    # why this routine, and how much of it
    "daily": ("A few minutes a day, every day.", "{clause}"),
    "dose": ("Done {done} of {dose} times this week.", "{clause}"),
    "dose-first": ("Meant for {dose} times a week.", "{clause}"),
    "again": ("Done today already. Once more is within the dose, up to {most} times a day.", "{clause}"),
    "rest-of-day": ("Done today: {done}. The rest makes the routine whole.", "B9"),
    "portion": ("About {minutes} minutes: what is longest undone comes first.", "B9"),
    "part-of-long": (
        "A part of about {minutes} minutes, what is longest undone first. All {count} are there if you "
        "ask for them.",
        "EVIDENCE 9",
    ),
    "portion-over": ("There is no shorter part: this one takes about {minutes} minutes.", "B8"),
    "goes-with": (
        "{title}: made to go with {other}. One check-in, a short rest between them, a log each.",
        "B10",
    ),
    "one-thing-more": (
        "{sessions} sessions without a symptom. If you like, one thing more: a longer hold, or one more "
        "repeat. Staying as you are is just as good.",
        "setting clean_sessions",
    ),
    # what makes it less
    "high-pain": (
        "Your pain was high today, so this is the shortest dose, after the full questions.",
        "setting pain_from",
    ),
    "step-back": ("It was worse the day after, so there is a little less today: {steps}.", "EVIDENCE 7"),
    "level-weeks": (
        "Your clinic asks for {weeks} weeks without a symptom before a higher level.",
        "setting level_weeks",
    ),
    "capped": ("{stretch}: up to level {level} for now. {because}. {lifts}", "{clause}"),
    "left-out": ("{stretch} is left out for now. {because}. {lifts}", "{clause}"),
    "excluded": ("{stretch} is left out, because of your health profile: {condition}.", "{clause}"),
    "excluded-level": (
        "{stretch}: up to level {level}, because of your health profile: {condition}.",
        "{clause}",
    ),
    "own-choice": ("{stretch} is left out, because you chose so.", "your options"),
    "rising": (
        "You got up a short while ago. Bending forward suits your back better later in the day.",
        "setting rising_hours",
    ),
    # why a routine is not for today
    "closed": ("Everything is closed for now. {because}. {lifts}", "{clause}"),
    "nothing-open": ("Nothing of {title} is open to you for now.", "DESIGN"),
    "done-today": ("{title} is done for today.", "{clause}"),
    "done-this-week": ("This week's dose of {title} is done: {done} of {dose} times.", "{clause}"),
    "rest-today": ("You felt something here today, so leave it for today.", "EVIDENCE 2, 7"),
    "pause": (
        "It was worse the day after, twice running. Leave the stretches until {day}, and ask your clinic "
        "what suits you.",
        "setting pause_after_setbacks",
    ),
    "blocked": (
        "Your pain was high today. Your clinic asks you not to stretch on such a day.",
        "setting block_on_high_pain",
    ),
}  # fmt: skip

BECAUSE = {
    "symptom": "You told of {symptom} at {place} on {day}",
    "symptom-before": "You told of {symptom} before you began, on {day}",
    "emergency": "On {day} you told of a sign of an emergency",
    "get-checked": "On {day} you told of a sign to have checked",
    "after": "On {day} you told that something had hurt, tingled or gone numb",
    "settled": "On {day} it had not settled by the next morning",
    "answer": "Your answer on {day} asked for care",
}

# (effect, until): what lifts it
LIFTS = {
    ("cap", "clean-session"): "It opens again after a session without a symptom, on a later day.",
    ("cap", "taken-back"): "You can take it back from {next_day} on, if it has settled.",
    ("cap", "contact"): "Ask your clinic; when they have agreed, write down their word.",
    ("leave-out", "taken-back"): "You can take it back from {next_day} on.",
    ("leave-out", "contact"): "Ask your clinic; when they have agreed, write down their word.",
    ("close", "taken-back"): "You can take it back from {next_day} on, if it has settled.",
    ("close", "contact"): "Ask your clinic; when they have agreed, write down their word.",
}
ASK_THE_CLINIC = "Ask your clinic; when they have agreed, write down their word."

REFUSALS = {
    "nothing": "There is nothing to take back for {target}.",
    "opens-by-itself": "{target} opens by itself, after a session without a symptom on a later day.",
    "needs-contact": "{target} stays closed until your clinic has agreed. Then write down their word.",
    "too-early": "{target} needs a night's rest: you can take it back from {next_day} on.",
    "not-settled": "{target} stays closed until it has settled.",
    "all-closed": "Everything is closed for now, {target} too. {lifts}",
}

STEP_WORDS = {"level": "one level lower", "hold": "the shortest hold", "repeats": "the fewest repeats"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_CLAUSES = {"cap": "A11", "leave-out": "B11"}


def reason(code: str, **told: Any) -> Reason:
    """Return the reason of a code, with what belongs into its words."""
    text, source = REASONS[code]
    return Reason(code, text.format(**told), source.format(**told))


def say_day(day: date) -> str:
    """Return a day as people say it."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def say_minutes(seconds: float) -> str:
    """Return a length of time in whole minutes, at least one."""
    return str(max(1, round(seconds / 60)))


def say_range(least: int, most: int) -> str:
    """Return a range as people say it."""
    return str(least) if least == most else f"{least} to {most}"


def say_name(name: str, titles: Titles | None = None) -> str:
    """Return the title of a stretch, or its id as words."""
    return (titles or {}).get(name, name.replace("-", " ").capitalize())


def say_because(because: Because, day: date, titles: Titles | None = None) -> str:
    """Return what a restriction comes from."""
    return BECAUSE[_because_key(because)].format(
        symptom=because.symptom, place=_place(because, titles), day=say_day(day)
    )


def say_lifts(restriction: Restriction) -> str:
    """Return what lifts a restriction."""
    words = LIFTS.get((restriction.effect, restriction.until), ASK_THE_CLINIC)
    return words.format(next_day=_next_day(restriction))


def say_refusal(refusal: Refusal, asked: str = "", titles: Titles | None = None) -> str:
    """Return why something cannot be taken back. `asked` is the stretch the person named."""
    restriction = refusal.restriction
    name = asked if refusal.code == "all-closed" and asked else refusal.target
    return REFUSALS[refusal.code].format(
        target="Everything" if name == "all" else say_name(name, titles),
        next_day=_next_day(restriction) if restriction else "",
        lifts=say_lifts(restriction) if restriction else "",
    )


def restriction_reason(restriction: Restriction, titles: Titles | None = None) -> Reason:
    """Return the reason that a restriction is to a plan."""
    code = "closed" if restriction.effect == "close" else "left-out" if restriction.leaves_out else "capped"
    return reason(
        code,
        stretch=say_name(restriction.target, titles),
        level=restriction.cap_level,
        because=say_because(restriction.because, restriction.day, titles),
        lifts=say_lifts(restriction),
        clause=_clause(restriction),
    )


def _clause(restriction: Restriction) -> str:
    if restriction.because.symptom is None:
        return "A4" if restriction.effect == "leave-out" else "EVIDENCE 6"
    return _CLAUSES.get(restriction.effect, "A11, B11")


def _because_key(because: Because) -> str:
    if because.symptom is not None:
        return "symptom" if because.stretch else "symptom-before"
    return because.question if because.question in BECAUSE else "answer"


def _place(because: Because, titles: Titles | None) -> str:
    stretch, position = because.stretch or "", because.position
    name = (titles or {}).get(f"{stretch}/{position}") if position else None
    place = name or say_name(position or stretch, titles)
    return f"{place} ({because.side})" if because.side else place


def _next_day(restriction: Restriction) -> str:
    return say_day(date.fromordinal(restriction.day.toordinal() + 1))
