"""What is asked of the rules for symptoms: of the routine, of its stretches, and of what it takes over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lissom.routine.blocks import Block
from lissom.routine.check_names import check_names
from lissom.routine.checked_stretches import CheckedStretch
from lissom.routine.model import SymptomRule
from lissom.routine.problem import Report
from lissom.routine.travel import STRICTNESS, lasts_until_contact, milder_in

ALWAYS_WATCHED = ("pain", "numbness", "tingling")


def check_symptoms(routine: Block, parts: list[CheckedStretch], report: Report) -> None:
    """Check the routine's own table, then the rules of each stretch."""
    if "symptoms" not in routine:
        return
    table = {name: rule for rule in routine.blocks("symptoms") if (name := rule.get("symptom"))}
    _check_rules(routine, None, report)
    _check_watched(routine, table, parts, report)
    for part in parts:
        if part.is_written:
            _check_rules(part.block, part.region, report)
        elif part.home:
            _check_tightened(part, table, report)
    _note_milder(table, parts, report)


def _check_rules(owner: Block, region: str | None, report: Report) -> None:
    rules = list(owner.blocks("symptoms"))
    check_names(((rule.get("symptom"), rule.at("symptom")) for rule in rules), "symptoms", report)
    for rule in rules:
        symptom = rule.get("symptom")
        if symptom not in (None, "pain") and rule.get("ends") == "stretch":
            report.add(
                "symptom-ends-too-little",
                rule.at("ends"),
                f"{symptom} ends the session",
                "write ends: session",
            )
        if rule.get("until") == "taken-back" and lasts_until_contact(symptom, region):
            message = f"{symptom} lasts until contact all the same"
            report.add("lasts-until-contact", rule.at("until"), message, "write until: contact")
        if "contact" in rule:
            _note_contact(rule, report)


def _note_contact(rule: Block, report: Report) -> None:
    """When to contact whom is made from the rule, so that what is said and what is kept cannot differ."""
    stricter = rule.get("until") == "taken-back"
    hint = "take it out; if the clinic must agree first, write until: contact" if stricter else "take it out"
    report.add(
        "contact-not-said", rule.at("contact"), "this is no longer said: it is worded from the rule", hint
    )


def _check_watched(
    routine: Block, table: Mapping[str, Block], parts: list[CheckedStretch], report: Report
) -> None:
    readable = all(rule.get("symptom") for rule in routine.blocks("symptoms"))
    for symptom in ALWAYS_WATCHED:
        if symptom not in table and readable:
            report.add(
                "missing-symptom",
                routine.at("symptoms"),
                f"{symptom} is not watched for",
                f"add symptom: {symptom}",
            )
    for part in parts:
        if (
            part.region == "neck"
            and part.is_written
            and readable
            and "dizziness" not in {*table, *_own(part)}
        ):
            message = f"dizziness is not watched for, and {part.id!r} is a stretch of the neck"
            report.add("missing-symptom", routine.at("symptoms"), message, "add symptom: dizziness")
    _note_brought(routine, table, parts, report)


def _note_brought(
    routine: Block, table: Mapping[str, Block], parts: list[CheckedStretch], report: Report
) -> None:
    brought = {name: part for part in parts for name in _own(part) if name not in (*table, *ALWAYS_WATCHED)}
    for symptom, part in brought.items():
        hint = f"add symptom: {symptom}, with what it does in the other stretches"
        report.add(
            "symptom-brought-along",
            routine.at("symptoms"),
            f"{symptom} is watched for everywhere, because {part.id!r} does",
            hint,
        )


def _own(part: CheckedStretch) -> tuple[str, ...]:
    """The symptoms that a stretch has rules for by itself."""
    if part.home:
        return tuple(part.home.rules)
    return tuple(name for rule in part.block.blocks("symptoms") if (name := rule.get("symptom")))


# what is taken over


def _check_tightened(part: CheckedStretch, table: Mapping[str, Block], report: Report) -> None:
    rules = list(part.block.blocks("symptoms"))
    check_names(((rule.get("symptom"), rule.at("symptom")) for rule in rules), "symptoms", report)
    home = part.home.rules if part.home else {}
    for rule in rules:
        symptom = rule.get("symptom")
        if symptom in home:
            _refuse_milder(rule, home[symptom], part, report)
        elif symptom is not None and symptom not in table:
            hint = "write the whole rule among the symptoms of the routine"
            message = f"nothing says what {symptom} does in {part.id!r}"
            report.add("rule-without-ground", rule.at("symptom"), message, hint)


def _refuse_milder(rule: Block, home: SymptomRule, part: CheckedStretch, report: Report) -> None:
    for field in STRICTNESS:
        said, kept = rule.get(field), getattr(home, field)
        if said is not None and milder_in(said, kept, field):
            message = f"{field}: {said} is milder than {kept}, the rule of {part.block.get('use')}"
            report.add("rule-too-mild", rule.at(field), message, f"write {field}: {kept}, or leave it out")


def _note_milder(table: Mapping[str, Block], parts: list[CheckedStretch], report: Report) -> None:
    """What a routine says less strictly than a stretch it takes over does not hold there."""
    for symptom, rule in table.items():
        for field in STRICTNESS:
            kept = [part.id for part in parts if _keeps(part, symptom, rule, field)]
            if kept:
                stretches = ", ".join(map(str, kept))
                message = f"{field}: {rule.get(field)} is milder than the rule of {stretches}"
                hint = "that rule stays; make this one as strict, or say it under symptoms: where it is used"
                report.add("milder-than-its-stretch", rule.at(field), message, hint)


def _keeps(part: CheckedStretch, symptom: str, rule: Block, field: str) -> bool:
    """Whether a stretch keeps a stricter rule than the routine's, and the file does not say so."""
    home = {str(name): known for name, known in part.home.rules.items()}.get(symptom) if part.home else None
    said = rule.get(field)
    if home is None or said is None or (field == "until" and lasts_until_contact(symptom, part.region)):
        return False
    return milder_in(said, getattr(home, field), field) and (symptom, field) not in set(_said(part))


def _said(part: CheckedStretch) -> Iterator[tuple[str, str]]:
    for rule in part.block.blocks("symptoms"):
        yield from ((rule.get("symptom"), field) for field in STRICTNESS if field in rule)
