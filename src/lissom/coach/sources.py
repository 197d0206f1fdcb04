"""The clause, line of evidence or setting behind each reason of the coach, by its code.

Where it differs from case to case, `CASE` stands here, and whoever gives the reason names it.
"""

from __future__ import annotations

from collections.abc import Iterable

from lissom.coach.restriction_events import Because
from lissom.routine.model import Routine

CASE = ""
OURS = "ours"
THE_ROUTINE = "the routine"
"""The source of what a routine says without citing anything: whoever wrote it."""

SOURCES: dict[str, str] = {
    # what comes before today's session
    "go-on": "setting resume_minutes",
    "close-open": "setting resume_minutes",
    "which": "A11, B11",
    "next-morning": "A14, EVIDENCE 7",
    "after-session": "A11, B11",
    # why the questions come first, or why only one
    "ask-first": "setting screening_days",
    "ask-changed": "setting screening_days",
    "ask-high-pain": "setting pain_from",
    "ask-emergency": "setting first_high_days",
    "ask-unsafe": "EVIDENCE 6",
    "ask-profile": "setting screening_days",
    "ask-too-old": "setting screening_days",
    "ask-other-questions": "EVIDENCE 6",
    "screened": "setting screening_days",
    "health-list": "EVIDENCE 2, 3, 4",
    "floor-question": OURS,
    # why this routine, and how much of it
    "daily": CASE,
    "dose": CASE,
    "dose-first": CASE,
    "again": CASE,
    "rest-of-day": CASE,
    "portion": CASE,
    "gentlest": OURS,
    "part-of-long": "EVIDENCE 9",
    "portion-over": CASE,
    "goes-with": CASE,
    "goes-after": CASE,
    "one-thing-more": "setting clean_sessions",
    # what makes it less
    "high-pain": "setting pain_from",
    "step-back": "EVIDENCE 7",
    "level-weeks": "setting level_weeks",
    "capped": CASE,
    "left-out": CASE,
    "excluded": CASE,
    "excluded-level": CASE,
    "floor": OURS,
    "floor-unasked": OURS,
    "own-choice": "your options",
    "rising": "setting rising_hours",
    "zone": OURS,
    # why a routine is not for today
    "closed": CASE,
    "nothing-open": OURS,
    "done-today": CASE,
    "done-this-week": CASE,
    "rest-today": "EVIDENCE 2, 7",
    "tell-first": "A11, B11",
    "pause": "setting pause_after_setbacks",
    "blocked": "setting block_on_high_pain",
}


class RuleSources:
    """What each rule and question of routines is cited from, so that a restriction tells its own source."""

    def __init__(self, routines: Iterable[Routine]) -> None:
        self._cited: dict[tuple[str, str | None, str], str] = {}
        for routine in routines:
            for rule in routine.symptoms:
                self._add(routine.id, None, rule.symptom, rule.cite)
            for stretch in routine.stretches:
                for rule in routine.rules_of(stretch):
                    self._add(routine.id, stretch.id, rule.symptom, rule.cite)
            for question in routine.questions:
                self._add(routine.id, None, question.id, question.cite)

    def _add(self, routine: str, stretch: str | None, what: str, cite: tuple[str, ...]) -> None:
        """Note a rule by its routine; what was told later, outside of any, finds the first."""
        cited = ", ".join(cite) or THE_ROUTINE
        for of in (routine, ""):
            self._cited.setdefault((of, stretch, what), cited)

    def of(self, because: Because) -> str:
        """Return the source of the rule behind a restriction, as it is cited."""
        what, places = because.symptom or because.question or "", (because.stretch, None)
        for routine in (because.routine, ""):
            for stretch in places if because.symptom else (None,):
                if found := self._cited.get((routine, stretch, what)):
                    return found
        return OURS
