"""The conventions of the coach: every number that no handout gives, with its unit and its reason.

A convention is not evidence. Each is a setting that a clinic can see and change, and each awaits a
clinician's sign-off (SAFETY.md). What a handout fixes stands in the routine, never here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from lissom.coach.history import NEXT_DAY_HOURS, TOLD_BACK_DAYS
from lissom.machine.compile.questions import PAIN_HIGH
from lissom.session.path import RESUME_WITHIN_MS


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force. `CONVENTIONS` tells the unit, the source and the reason of each."""

    screening_days: int = 30
    pain_from: int = PAIN_HIGH.start
    pain_rise: int = PAIN_HIGH.rise or 2
    block_on_high_pain: bool = False
    usual_pain_days: int = 28
    usual_pain_ratings: int = 3
    weekly_minutes: int = 5
    weekly_ceiling: int = 10
    resume_minutes: int = RESUME_WITHIN_MS // 60_000
    after_session_hours: int = 12
    next_day_hours: int = NEXT_DAY_HOURS
    told_back_days: int = TOLD_BACK_DAYS
    first_high_days: int = 7
    rest_between_seconds: int = 60
    check_in_minutes: int = 30
    waiting_seconds: int = 10
    portion_slack_percent: int = 25
    long_routine: int = 6
    full_words_sessions: int = 2
    rising_hours: int = 2
    flexion: tuple[str, ...] = ("forward-roll", "cat-cow", "leg-ladder/3")
    pause_after_setbacks: int = 2
    pause_days: int = 7
    clean_sessions: int = 3
    clean_days: int = 7
    level_weeks: int = 0
    first_routines: tuple[str, ...] = ("seated-leg-ladder", "back-spasm")

    def __post_init__(self) -> None:
        if not 0 < self.weekly_minutes <= self.weekly_ceiling:
            raise ValueError("the weekly minutes lie above 0 and not above the ceiling")
        if not 0 <= self.pain_from <= 10 or self.screening_days < 1:
            raise ValueError("pain is rated 0 to 10, and screening lasts a day at least")


@dataclass(frozen=True, slots=True)
class Convention:
    """One setting, told: what it is measured in, where it comes from, and why it is what it is."""

    name: str
    unit: str
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One line of the table of settings, with the value in force."""

    name: str
    value: Any
    default: Any
    unit: str
    source: str
    why: str


CONVENTIONS: tuple[Convention, ...] = (
    Convention(
        "screening_days", "days", "EVIDENCE 6",
        "The full questions come back once a month: health changes slowly, and nobody answers "
        "three pages every day with care.",
    ),
    Convention(
        "pain_from", "of 10", "EVIDENCE 7",
        "From here on pain before a session is high: the questions come first, and then the "
        "shortest dose.",
    ),
    Convention(
        "pain_rise", "of 10", "EVIDENCE 6, 7",
        "So much above what is usual for this person counts as high too; two points is the least "
        "change that matters to people.",
    ),
    Convention(
        "block_on_high_pain", "yes or no", "EVIDENCE 7",
        "A spasm page is for people in pain, so high pain shortens and does not block, unless a "
        "clinic decides otherwise.",
    ),
    Convention(
        "usual_pain_days", "days", "EVIDENCE 7",
        "What is usual is the middle of the last four weeks; older pain says little about today.",
    ),
    Convention(
        "usual_pain_ratings", "ratings", "EVIDENCE 7",
        "Fewer ratings than this do not make a usual pain yet, so a rise is not looked for.",
    ),
    Convention(
        "weekly_minutes", "minutes per stretch and side", "EVIDENCE 1",
        "Five minutes a week for each side is where the gain in range has been found.",
    ),
    Convention(
        "weekly_ceiling", "minutes per stretch and side", "EVIDENCE 1",
        "Beyond ten minutes a week more time brings little more.",
    ),
    Convention(
        "resume_minutes", "minutes", "ours",
        "A session that was broken off goes on within this time; later the body is cold again "
        "and it closes as stopped.",
    ),
    Convention(
        "after_session_hours", "hours", "ours",
        "How it was is asked while it is remembered; after a night the next-morning question "
        "takes over.",
    ),
    Convention(
        "next_day_hours", "hours", "ours",
        "The next day begins on a later calendar day and so many hours on: midnight alone, or a flight, "
        "brings no rest.",
    ),
    Convention(
        "told_back_days", "days", "ours",
        "So far back a person may still tell what a session did to them; older memories mix sessions up.",
    ),
    Convention(
        "first_high_days", "days", "EVIDENCE 7",
        "High pain asks for all questions again where there was none so high in so many days before; "
        "else for the signs of an emergency alone.",
    ),
    Convention(
        "rest_between_seconds", "seconds", "ours",
        "A short rest between two routines of one plan.",
    ),
    Convention(
        "check_in_minutes", "minutes", "ours",
        "A session that begins so soon after another one does not ask for pain again: one check-in.",
    ),
    Convention(
        "waiting_seconds", "seconds", "ours",
        "A state that waits for the person counts as this long when a session's length is told.",
    ),
    Convention(
        "portion_slack_percent", "percent", "ours",
        "A portion may run over its two or six minutes by this much rather than lose a stretch.",
    ),
    Convention(
        "long_routine",
        "stretches",
        "EVIDENCE 5, 9",
        "Long lists are done less: of a routine with more stretches than this, six minutes are planned "
        "unless the person asks for all, and a day counts once one of its stretches was done.",
    ),
    Convention(
        "full_words_sessions", "sessions", "ours",
        "The first sessions of a routine are spoken in full, later ones in brief.",
    ),
    Convention(
        "rising_hours", "hours", "EVIDENCE 3",
        "Bending forward soon after rising is better left for later; a nudge, never a lock.",
    ),
    Convention(
        "flexion", "stretches, or stretch/level", "EVIDENCE 3",
        "The stretches that bend the back forward, which the nudge after rising is about.",
    ),
    Convention(
        "pause_after_setbacks", "setbacks in a row", "EVIDENCE 7",
        "Two mornings in a row that were worse: a pause, and a word with a clinician.",
    ),
    Convention(
        "pause_days", "days", "EVIDENCE 7",
        "A pause that no clinician has ended is over after a week without a setback.",
    ),
    Convention(
        "clean_sessions", "sessions", "EVIDENCE 7",
        "So many sessions without a symptom before one thing more is spoken of.",
    ),
    Convention(
        "clean_days", "days", "EVIDENCE 7",
        "And over so many days, so that a single good day decides nothing.",
    ),
    Convention(
        "level_weeks", "weeks", "EVIDENCE 7",
        "The handout lets a person open a level at any time; a clinic may ask for weeks without "
        "a symptom first.",
    ),
    Convention(
        "first_routines", "routines", "ours",
        "What a plan holds before the person has chosen: the two handouts.",
    ),
)  # fmt: skip


def setting_lines(settings: Settings) -> tuple[SettingLine, ...]:
    """Return every setting with its value, its default, and why it is there."""
    defaults = {field.name: field.default for field in fields(Settings)}
    return tuple(
        SettingLine(c.name, getattr(settings, c.name), defaults[c.name], c.unit, c.source, c.why)
        for c in CONVENTIONS
    )


SETTINGS = Settings()
