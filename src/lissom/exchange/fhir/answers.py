"""What was answered before, between and after, as a QuestionnaireResponse: each question once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lissom.content import library
from lissom.exchange.fhir.addresses import SESSION_IDS, definition_url, stable_id
from lissom.exchange.fhir.elements import Json, extension, reference, told
from lissom.exchange.fhir.plan_definition import questionnaire_of
from lissom.exchange.fhir.played_session import PlayedSession
from lissom.exchange.fhir.questionnaire import link_id, page_questionnaire, routine_questionnaire
from lissom.exchange.fhir.subject import Subject
from lissom.machine.model import Machine, State
from lissom.routine.model import Routine, Screening

ANSWERS: Final = ("yes", "no", "unsure")


def answers_of(played: PlayedSession, subject: Subject, done: Json | None) -> Json | None:
    """Return what was answered, each question with its answers in their order; None where none was."""
    asked = _texts(played.known) if played.known else {}
    given: dict[str, tuple[State, list[bool]]] = {}
    last_ms = 0
    for entry in played.log.events:
        state = played.machine.states.get(entry.state)
        if state and state.kind == "ask" and entry.event in ANSWERS:
            name = link_id(state, entry.state)
            given.setdefault(name, (state, []))[1].append(_value(played.machine, state, entry.event))
            last_ms = entry.at_ms
    if not given:
        return None
    return told(
        resourceType="QuestionnaireResponse",
        id=stable_id(played.log.id, "answers"),
        language=played.known.language if played.known else played.language,
        identifier={"system": SESSION_IDS, "value": played.log.id},
        partOf=[reference(done)] if done else None,
        questionnaire=_questionnaire(played),
        status=_status(played),
        subject=subject.reference,
        authored=played.at(last_ms),
        source=subject.reference,
        item=[_item(name, state.cue.say, values, asked) for name, (state, values) in given.items()],
    )


@lru_cache(maxsize=64)
def _texts(known: Routine | Screening) -> Mapping[str, str]:
    """The texts of a Questionnaire's questions, by `linkId`."""
    if isinstance(known, Screening):
        questions = page_questionnaire(known)
    else:
        questions = routine_questionnaire(known, library.phrases(known.language))
    return {item["linkId"]: item["text"] for item in questions["item"]}


def _value(machine: Machine, state: State, event: str) -> bool:
    """Return an answer as a yes or no; *not sure* counts as the unsafe one."""
    return machine.states[state.on["yes"]].kind == "advise" if event == "unsure" else event == "yes"


def _item(name: str, said: str, values: list[bool], asked: Mapping[str, str]) -> Json:
    """Return an answer with the text of its question in the Questionnaire, which R4 wants to be the same.

    Where it was asked in other words, in another language or by an earlier version, these stand beside it.
    """
    text = asked.get(name, said)
    return told(
        extension=[extension("asked", valueString=said)] if text != said else None,
        linkId=name,
        text=text,
        answer=[{"valueBoolean": value} for value in values],
    )


def _questionnaire(played: PlayedSession) -> str | None:
    """The Questionnaire: with its version where its questions are those that were asked."""
    if played.known is None:
        return None
    if played.is_of_today:
        return questionnaire_of(played.known.id, played.known.version)
    return definition_url("Questionnaire", played.known.id)


def _status(played: PlayedSession) -> str:
    """Whether the questions came to their end."""
    asking = [visit for visit in played.replay.visits if played.machine.states[visit.state].kind == "ask"]
    if asking and asking[-1] is played.replay.visits[-1]:
        return "in-progress" if played.summary.ending.kind == "open" else "stopped"
    return "stopped" if any(visit.event == "stop" for visit in asking) else "completed"
