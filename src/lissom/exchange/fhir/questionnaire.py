"""The questions before, between and after stretching as a Questionnaire.

Every question is a yes or no; *not sure* counts as the unsafe answer, and the words say so. The lines of
a page are shown below its question and are not asked one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lissom.exchange.fhir.addresses import definition_id, definition_url
from lissom.exchange.fhir.elements import Json, told
from lissom.exchange.fhir.plan_definition import computer_name, status_of
from lissom.machine.model import State
from lissom.routine.model import Question, Routine, Screening
from lissom.routine.phrases import Phrases

CHANGED, SETTLED = "changed", "settled"
_ASKED_FIRST = "screening."


def routine_questionnaire(routine: Routine, phrases: Phrases) -> Json:
    """Return the questions that belong to a routine: its own, the shared ones, and those in between."""
    between = [
        _item(f"{SETTLED}.{stretch.id}", f"{stretch.title}: {phrases.settled.say}", repeats=True)
        for stretch in routine.stretches
        if any(rule.ends == "stretch" for rule in routine.symptoms)
    ]
    items = [_item(CHANGED, phrases.changed.say), *map(_asked, routine.questions), *between]
    return _questionnaire(routine, routine.title, status_of(routine), items)


def page_questionnaire(page: Screening) -> Json:
    """Return a page of questions: before the first session, after a session, the next morning."""
    return _questionnaire(page, page.title, "draft", [_asked(question) for question in page.questions])


def link_id(state: State, state_id: str) -> str:
    """Return which question a state asks."""
    if state_id.startswith(_ASKED_FIRST):
        return state_id.removeprefix(_ASKED_FIRST)
    return f"{SETTLED}.{state.stretch}"


def _questionnaire(of: Routine | Screening, title: str, status: str, items: list[Json]) -> Json:
    return told(
        resourceType="Questionnaire",
        id=definition_id(of.id),
        language=of.language,
        url=definition_url("Questionnaire", of.id),
        version=str(of.version),
        name=computer_name(of.id),
        title=title,
        status=status,
        subjectType=["Patient"],
        item=items,
    )


def _asked(question: Question) -> Json:
    return _item(question.id, question.say, lines=_lines(question))


def _lines(question: Question) -> Iterator[Json]:
    for item in question.items:
        yield {"linkId": f"{question.id}.{item.id}", "text": item.words, "type": "display"}


def _item(name: str, text: str, repeats: bool = False, lines: Iterable[Json] = ()) -> Json:
    return told(linkId=name, text=text, type="boolean", repeats=repeats or None, item=[*lines])
