"""The clause, line of evidence or setting behind each reason of the coach, by its code.

Where it differs from case to case, `CASE` stands here, and whoever gives the reason names it.
"""

from __future__ import annotations

CASE = ""

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
    "floor-question": "ours",
    # why this routine, and how much of it
    "daily": CASE,
    "dose": CASE,
    "dose-first": CASE,
    "again": CASE,
    "rest-of-day": "B9",
    "portion": "B9",
    "gentlest": "ours",
    "part-of-long": "EVIDENCE 9",
    "portion-over": "B8",
    "goes-with": "B10",
    "goes-after": "B10",
    "one-thing-more": "setting clean_sessions",
    # what makes it less
    "high-pain": "setting pain_from",
    "step-back": "EVIDENCE 7",
    "level-weeks": "setting level_weeks",
    "capped": CASE,
    "left-out": CASE,
    "excluded": CASE,
    "excluded-level": CASE,
    "floor": "ours",
    "floor-unasked": "ours",
    "own-choice": "your options",
    "rising": "setting rising_hours",
    "zone": "ours",
    # why a routine is not for today
    "closed": CASE,
    "nothing-open": "DESIGN",
    "done-today": CASE,
    "done-this-week": CASE,
    "rest-today": "EVIDENCE 2, 7",
    "tell-first": "A11, B11",
    "pause": "setting pause_after_setbacks",
    "blocked": "setting block_on_high_pain",
}
