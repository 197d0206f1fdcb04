"""What a symptom takes from the person for now, and the sentence that says so, made from the same rule.

An advice tells what to do now in the routine's words; when to try again and when to contact whom is
never written by hand, so that words and rule cannot differ.
"""

from __future__ import annotations

from typing import Final

from lissom.machine.model import Then
from lissom.routine.model import Routine, SymptomRule
from lissom.routine.phrases import Phrases

REPEATING: Final = frozenset({"tingling", "dizziness"})
"""Ask for the clinic the second time, with no clean session of the stretch between (a convention)."""


def consequence(rule: SymptomRule, stretch: str, level: int) -> Then:
    """Return what a symptom at a level of a stretch takes from the person.

    Where a lower level is left, that opens again after a clean session, unless the rule asks for
    contact. Where none is, tingling asks for contact too.
    """
    if rule.afterwards == "leave-out":
        return Then(until=rule.until, leave_out=stretch)
    cap = level - 1
    until = rule.until if cap == 0 else "clean-session"
    if rule.until == "contact" or (cap == 0 and rule.symptom == "tingling"):
        until = "contact"
    return Then(until=until, stretch=stretch, cap_level=cap)


def consequence_before(rule: SymptomRule) -> Then:
    """Return what a symptom before the first stretch takes: it belongs to none, so it closes them all."""
    return Then(until="contact" if rule.symptom == "numbness" else "taken-back", close="all")


def contact_words(then: Then, symptom: str, phrases: Phrases, region: str | None = None) -> str:
    """Return when to try again and when to contact whom, after a symptom with this consequence."""
    return " ".join(filter(None, (
        phrases.no_more_today if symptom != "pain" else None,
        _until_words(then, symptom, phrases, region),
        phrases.next_time_contact if _asks_for_contact_next_time(then, symptom) else None,
        _lasting(phrases)[symptom],
    )))  # fmt: skip


def usual_contact_words(rule: SymptomRule, routine: Routine, phrases: Phrases) -> str:
    """Return these words for a page about a routine: as they are at the lowest level of any stretch."""
    regions = {stretch.region for stretch in routine.stretches}
    region = regions.pop() if len(regions) == 1 else None
    return contact_words(consequence(rule, "", 1), rule.symptom, phrases, region)


def _asks_for_contact_next_time(then: Then, symptom: str) -> bool:
    """Whether the same once more comes to the clinic, and this time not: as the coach's fold counts it."""
    if then.close or then.until == "contact":
        return False
    return symptom in REPEATING or then.cap_level == 0


def _lasting(phrases: Phrases) -> dict[str, str]:
    return {
        "pain": phrases.lasting_pain,
        "numbness": phrases.lasting_numbness,
        "tingling": phrases.lasting_tingling,
        "dizziness": phrases.lasting_dizziness,
    }


def _until_words(then: Then, symptom: str, phrases: Phrases, region: str | None) -> str:
    if then.close:
        return phrases.all_until_contact if then.until == "contact" else phrases.all_until_taken_back
    if then.until == "clean-session":
        return phrases.until_clean_session
    if then.until == "taken-back":
        return phrases.until_taken_back
    if then.cap_level:
        return phrases.until_contact_higher
    if symptom == "dizziness" and region == "neck":
        return phrases.until_contact_neck
    return phrases.until_contact
