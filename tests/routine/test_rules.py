"""Which rule stands for a symptom in a stretch."""

from __future__ import annotations

from dataclasses import replace

from lissom.routine.canonical import content, digest
from lissom.routine.model import Advice, SymptomRule
from tests.routine.page import routine

STRICT = SymptomRule("numbness", "session", "leave-out", "contact", Advice("Sit down.", ""))


def test_the_rule_of_a_stretch_stands_before_the_routines() -> None:
    plain = routine()
    stretch = replace(plain.stretches[0], symptoms=(STRICT,))

    assert plain.rules_of(stretch) == tuple(
        STRICT if rule.symptom == "numbness" else rule for rule in plain.symptoms
    )


def test_a_stretch_without_rules_has_the_routines() -> None:
    plain = routine()

    assert plain.rules_of(plain.stretches[0]) == plain.symptoms


def test_a_stretch_that_says_nothing_of_its_own_keeps_its_digest() -> None:
    plain = routine()
    told = content(plain)["stretches"][0]

    assert {"symptoms", "region"} & set(told) == set()
    assert digest(replace(plain, stretches=(replace(plain.stretches[0], region="neck"),))) != digest(plain)
