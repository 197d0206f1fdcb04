"""What is asked of questions, of pages of questions, and of the shared phrases."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lissom.routine.blocks import Block
from lissom.routine.check_names import check_stretch_named
from lissom.routine.problem import Report

STAY_CLOSED = ("emergency", "get-checked")
NUMBER = "{number}"


def check_screening(screening: Block, report: Report) -> None:
    """Check a page of questions; it closes everything or nothing, for it knows no stretches."""
    check_questions(screening.blocks("questions"), (), None, report)


def check_questions(
    questions: Iterable[Block], taken: Collection[str], stretches: Collection[str] | None, report: Report
) -> None:
    """Check some questions. `taken` are ids in use already; `stretches` are those a question may close."""
    seen = set(taken)
    for question in questions:
        _check_id(question, "question", seen, report)
        for item in question.blocks("items"):
            _check_id(item, "item", seen, report)
        _check_stays_closed(question, report)
        _check_next_day(question, report)
        _check_leave_out(question, stretches, report)


def check_phrases(phrases: Block, report: Report) -> None:
    """Check that the emergency signs say whom to call."""
    _check_number(phrases, "emergency", report)


def _check_id(block: Block, what: str, seen: set[str], report: Report) -> None:
    if (name := block.get("id")) is None:
        return
    if name in seen:
        report.add(
            "duplicate-id",
            block.at("id"),
            f"another question or item is named {name!r}",
            f"rename this {what}",
        )
    seen.add(name)


def _check_stays_closed(question: Block, report: Report) -> None:
    kind = question.get("kind")
    if kind not in STAY_CLOSED:
        return
    if not (question.get("close_all") and question.get("until") == "contact"):
        hint = "add close_all: true and until: contact"
        report.add(
            "unsafe-stays-open", question.at("kind"), f"the unsafe answer to {kind} closes too little", hint
        )
    if kind == "emergency" and (advice := question.get("advice")):
        _check_number(advice, "now", report)


def _check_next_day(question: Block, report: Report) -> None:
    """A day is enough only where the coach asks again the next morning."""
    if question.get("until") == "next-day" and question.get("kind") != "settled":
        report.add(
            "until-next-day",
            question.at("until"),
            "only the question of the next morning closes for a day",
            "write taken-back or contact",
        )


def _check_number(block: Block, key: str, report: Report) -> None:
    text = block.get(key)
    if text is not None and NUMBER not in text:
        report.add("missing-number", block.at(key), "no number to call", f"write {NUMBER} where it is said")


def _check_leave_out(question: Block, stretches: Collection[str] | None, report: Report) -> None:
    name = question.get("leave_out")
    if name is not None:
        otherwise = "a question closes a stretch of its own routine"
        check_stretch_named(name, question.at("leave_out"), stretches or (), otherwise, report)
