"""What leaves as FHIR is R4 by HL7's own definitions, says what the routine says, and comes back whole."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.errors import LissomError
from lissom.exchange.fhir import (
    PlayedSession,
    activity_definitions,
    anonymous_subject,
    make_bundle,
    named_subject,
    page_questionnaire,
    plan_definition,
    prescription,
    routine_questionnaire,
    session_resources,
    write,
)
from lissom.exchange.fhir.addresses import definition_id, stable_id
from lissom.exchange.fhir.codes import SNOMED, TABLE
from lissom.exchange.fhir.read_routine import read_routine
from lissom.exchange.fhir.structure import problems_of
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options
from lissom.routine.model import OpenHold, Position, Routine
from lissom.session.log import Rating
from tests.coach.stories import (
    BACK,
    CHIN_TINGLING,
    FULL,
    LADDER,
    NECK,
    PHRASES,
    day,
    play,
    routine_machine,
    screening_machine,
)
from tests.exchange.r4.check import faults
from tests.strategies.routines import routines

SUBJECT = anonymous_subject("a person")
SLOWLY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PAGES = ("red-flags", "after-session", "next-morning")


def definitions(routine: Routine, snomed: bool = False) -> list[Any]:
    return [
        plan_definition(routine),
        *activity_definitions(routine, snomed),
        routine_questionnaire(routine, PHRASES),
    ]


def played(
    name: str = LADDER, number: int = 1, ratings: tuple[Rating, ...] = (), **told: Any
) -> PlayedSession:
    choices = {key: told.pop(key) for key in tuple(told) if key in Options.__dataclass_fields__}
    machine = routine_machine(name, Options(**choices))
    log = play(machine, day(number), "Europe/Berlin", number, **told).with_ratings(*ratings)
    return PlayedSession(log, machine, library.routine(name))


def of(resources: list[Any], kind: str) -> list[Any]:
    return [each for each in resources if each["resourceType"] == kind]


TINGLED = played(ratings=(Rating("before", 0, 4), Rating("after", 9, 2)), **CHIN_TINGLING)


# Routines


@pytest.mark.parametrize("name", [LADDER, BACK, NECK, FULL])
@pytest.mark.parametrize("snomed", [False, True])
def test_a_shipped_routine_is_r4_and_comes_back_as_it_was(name: str, snomed: bool) -> None:
    routine = library.routine(name)
    bundle = make_bundle(definitions(routine, snomed))
    assert faults(bundle) == []
    assert read_routine(bundle["entry"][0]["resource"]) == routine


@SLOWLY
@given(routines())
def test_any_routine_comes_back_as_it_was(routine: Routine) -> None:
    brought = json.loads(write(plan_definition(routine)))
    assert problems_of(brought) == []
    assert read_routine(brought) == routine


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(routines())
def test_any_routine_is_r4_and_nothing_in_it_refers_to_nothing(routine: Routine) -> None:
    assert faults(make_bundle(definitions(routine))) == []


@given(routines())
@SLOWLY
def test_the_structure_says_of_each_position_what_the_routine_says(routine: Routine) -> None:
    """Read from the PlanDefinition alone, as somebody would who knows nothing of the attachment."""
    actions = {action["id"]: action for action in plan_definition(routine)["action"]}
    for number, stretch in enumerate(routine.stretches, 1):
        group = actions[f"s{number}"]
        assert extension(group, "sides") == {"valueCode": stretch.sides}
        rounds = extension(group, "rounds")["valueRange"]
        assert (rounds["low"]["value"], rounds["high"]["value"]) == (
            stretch.rounds.least,
            stretch.rounds.most,
        )
        repeat = group["timingTiming"]["repeat"]
        assert repeat["count"] == stretch.repeats.least
        assert repeat.get("countMax", repeat["count"]) == stretch.repeats.most
        assert [each["title"] for each in group["action"]] == [each.title for each in stretch.positions]
        for action, position in zip(group["action"], stretch.positions, strict=True):
            check_position(action, position)
    stops = [action for name, action in actions.items() if name.startswith("stop.")]
    assert [stop["trigger"][0]["name"] for stop in stops] == [rule.symptom for rule in routine.symptoms]
    assert [rule_of(stop) for stop in stops] == [
        {"symptom": r.symptom, "ends": r.ends, "afterwards": r.afterwards, "until": r.until}
        for r in routine.symptoms
    ]


def check_position(action: Any, position: Position) -> None:
    assert extension(action, "level") == {"valuePositiveInt": position.level}
    is_asked = position.level > 1 or position.gate is not None  # a level is opened by the person beforehand
    assert action["requiredBehavior"] == ("could" if is_asked else "must")
    held = next((each["timingRange"] for each in action["action"] if each["id"].endswith(".hold")), None)
    assert (held is None) is (position.hold is None)
    if isinstance(position.hold, OpenHold):
        assert held == {"high": seconds(position.hold.cap)}
    elif position.hold:
        span = position.hold.seconds
        assert (held["low"], held["high"]) == (seconds(span.least), seconds(span.most))
        assert extension(held, "usual") == {"valueDuration": seconds(span.usual)}
    starts = [each for each in action.get("condition", ()) if each["kind"] == "start"]
    assert len(starts) == (position.gate is not None)
    if position.gate:
        parts = {part["url"]: part for part in starts[0]["extension"][0]["extension"]}
        assert parts["seconds"]["valueDuration"] == seconds(position.gate.seconds)
        assert parts.get("round", {}).get("valuePositiveInt") == position.gate.round
        assert parts["own-yes"]["valueBoolean"] is position.gate.own_yes


def seconds(number: int) -> Any:
    return {"value": number, "unit": "s", "system": "http://unitsofmeasure.org", "code": "s"}


def extension(element: Any, name: str) -> Any:
    """Return the value of one of our extensions."""
    found = next(each for each in element["extension"] if each["url"].endswith(f"/{name}"))
    return {key: value for key, value in found.items() if key != "url"}


def rule_of(stop: Any) -> dict[str, str]:
    return {part["url"]: part["valueCode"] for part in extension(stop, "stop-rule")["extension"]}


def test_a_routine_that_no_clinician_read_is_a_draft() -> None:
    assert {each["status"] for each in definitions(library.routine(FULL))} == {"draft"}


def test_each_position_follows_the_hold_below_and_lets_go_in_reverse() -> None:
    ladder = plan_definition(library.routine(LADDER))["action"][2]["action"]
    told = {each["id"]: [link["actionId"] for link in each.get("relatedAction", ())] for each in ladder}
    assert told == {
        "s1.p1": [],
        "s1.p2": ["s1.p1.move"],
        "s1.p3": ["s1.p2.move"],
        "s1.p4": ["s1.p3.hold"],
        "s1.p5": ["s1.p4.hold"],
    }
    release = ladder[2]["action"][-1]
    assert [link["actionId"] for link in release["relatedAction"]] == ["s1.p3.hold", "s1.p4.release"]


def test_a_gate_is_said_in_words_too() -> None:
    chin = plan_definition(library.routine(LADDER))["action"][2]["action"][3]
    said = [each["expression"]["expression"] for each in chin["condition"] if each["kind"] == "start"]
    assert said == [
        "Only in round 2, after “Toes up” was held unbroken for 30 s on this side "
        "and if the person says yes to it during that hold."
    ]


def actions_of(action: Any) -> list[Any]:
    return [action, *(inner for each in action.get("action", ()) for inner in actions_of(each))]


@pytest.mark.parametrize("name", [LADDER, BACK, NECK, FULL])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_for_people_has_a_place_to_be_filled_in(name: str, language: str) -> None:
    plan = plan_definition(library.routine(name, language))
    actions = [each for action in plan["action"] for each in actions_of(action)]
    words = [each[key] for each in actions for key in ("description", "textEquivalent") if key in each]
    assert [said for said in words if "{" in said] == []


def test_what_is_done_on_a_side_is_said_for_one_and_mirrored() -> None:
    turn = plan_definition(library.routine(BACK))["action"][4]["action"][0]["action"][0]
    assert turn["textEquivalent"] == (
        "For the left; for the right the other way round: Right hand on your left knee. Turn to the left."
    )
    french = plan_definition(library.routine(BACK, "fr"))["action"][4]["action"][0]["action"][0]
    assert french["textEquivalent"].startswith("Pour la gauche\xa0; pour la droite, l’inverse\xa0: ")


# What is planned


def test_a_prescription_is_a_plan_and_no_order_and_never_more_than_the_dose() -> None:
    routine = library.routine(BACK)
    plan, request = prescription(routine, Options(repeats=4, without=("gluteal",)), SUBJECT)
    assert (plan["intent"], request["intent"]) == ("plan", "plan")
    days, times = routine.dose.sessions_a_week, routine.dose.sessions_a_day
    assert request["occurrenceTiming"]["repeat"] == {
        "frequency": days.least * times.least,
        "frequencyMax": days.most * times.most,
        "period": 1,
        "periodUnit": "wk",
    }
    assert request["occurrenceTiming"]["code"]["text"] == "3 to 4 days a week, 1 to 3 times a day"
    details = [each["text"] for each in request["orderDetail"]]
    assert "4 on each side" in details
    assert f"Without: {routine.stretch('gluteal').title}" in details
    assert request["patientInstruction"].startswith("Stop at once for pain, numbness, tingling or dizziness.")


def test_what_is_closed_for_now_is_on_hold() -> None:
    plan, request = prescription(library.routine(LADDER), Options(level=0), SUBJECT)
    assert (plan["status"], request["status"]) == ("on-hold", "on-hold")
    assert request["orderDetail"] == [{"text": "Closed for now: do not stretch"}]
    assert faults(request) == []


# Sessions


def test_a_session_is_a_procedure_with_what_was_measured_felt_and_advised() -> None:
    told = [*session_resources(TINGLED, SUBJECT)]
    (procedure,) = of(told, "Procedure")
    assert procedure["status"] == "stopped"
    assert procedure["id"] == TINGLED.log.id
    assert procedure["performedPeriod"]["start"] == "2026-05-04T10:00:00.000+02:00"
    pains = [each for each in of(told, "Observation") if "valueInteger" in each]
    assert [(each["code"]["coding"][0]["code"], each["valueInteger"]) for each in pains] == [
        ("72514-3", 4),
        ("72514-3", 2),
    ]
    (minutes,) = [each for each in of(told, "Observation") if "valueQuantity" in each]
    held = sum(part["valueQuantity"]["value"] for part in minutes["component"])
    assert minutes["valueQuantity"]["value"] == round(held / 60, 2)
    (felt,) = [each for each in of(told, "Observation") if "valueCodeableConcept" in each]
    assert felt["valueCodeableConcept"] == {"text": "tingling"}
    assert felt["note"] == [{"text": "Leg ladder, Chin down, left side"}]
    (advice,) = of(told, "Communication")
    outcome = TINGLED.summary.ending.outcome
    assert outcome is not None
    assert (advice["status"], advice["payload"][0]["contentString"]) == ("completed", outcome.advice)


def test_what_was_answered_is_told_question_by_question() -> None:
    (answers,) = of([*session_resources(TINGLED, SUBJECT)], "QuestionnaireResponse")
    given = {item["linkId"]: item["answer"] for item in answers["item"]}
    no = [{"valueBoolean": False}]
    assert given == {"emergency": no, "get-checked": no, "tight-legs": no}
    asked = routine_questionnaire(library.routine(LADDER), PHRASES)["item"]
    assert given.keys() <= {item["linkId"] for item in asked}
    assert answers["status"] == "completed"


def test_an_answer_that_is_not_safe_is_told_with_its_advice_and_nothing_was_done() -> None:
    shut = played(says={"screening.emergency": "yes"})
    told = [*session_resources(shut, SUBJECT)]
    assert of(told, "Procedure")[0]["status"] == "not-done"
    (advice,) = of(told, "Communication")
    assert advice["priority"] == "stat"
    assert "call 112" in advice["payload"][0]["contentString"]
    assert faults(make_bundle([SUBJECT.resource, *definitions(library.routine(LADDER)), *told])) == []


def test_advice_that_was_not_reached_is_not_said_to_have_been_given() -> None:
    whole = TINGLED.log.events
    at = next(number for number, entry in enumerate(whole) if entry.event == "tingling")
    left = PlayedSession(replace(TINGLED.log, events=whole[: at + 1]), TINGLED.machine)
    (advice,) = of([*session_resources(left, SUBJECT)], "Communication")
    assert (advice["status"], "sent" in advice) == ("not-done", False)


def test_an_open_session_is_in_progress_and_its_time_preliminary() -> None:
    half = played(breaks_off="r2.left.ankle.hold")
    told = [*session_resources(half, SUBJECT)]
    assert of(told, "Procedure")[0]["status"] == "in-progress"
    assert "end" not in of(told, "Procedure")[0]["performedPeriod"]
    assert [each["status"] for each in of(told, "Observation")] == ["preliminary"]


def test_a_session_of_an_earlier_routine_refers_to_no_version() -> None:
    old = PlayedSession(TINGLED.log, TINGLED.machine, library.routine(NECK))
    assert of([*session_resources(old, SUBJECT)], "Procedure")[0]["instantiatesCanonical"] == [
        "https://lissom.example/fhir/PlanDefinition/neck"
    ]


def test_a_page_of_questions_is_answers_and_no_procedure() -> None:
    machine = screening_machine("after-session")
    page = PlayedSession(play(machine, day(1)), machine, library.screening("after-session"))
    assert [each["resourceType"] for each in session_resources(page, SUBJECT)] == ["QuestionnaireResponse"]


def test_the_one_question_that_stands_for_all_is_told() -> None:
    short = played(screened="00000001-0000-7000-8000-000000000001")
    told = [*session_resources(short, SUBJECT)]
    (answers,) = of(told, "QuestionnaireResponse")
    assert [item["linkId"] for item in answers["item"]] == ["changed"]
    assert faults(make_bundle([SUBJECT.resource, *definitions(library.routine(LADDER)), *told])) == []


STATES = st.sampled_from(("r1.left.ankle.hold", "r2.right.sit.move", "r2.left", "screening", "get-ready"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from((LADDER, BACK)),
            st.sampled_from(("pain", "numbness", "tingling", "")),
            STATES,
            st.none() | STATES,
            st.booleans(),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_happened_every_reference_leads_somewhere(stories: Any) -> None:
    resources = [SUBJECT.resource, *definitions(library.routine(LADDER)), *definitions(library.routine(BACK))]
    for number, (name, symptom, where, breaks_off, snomed) in enumerate(stories, 1):
        session = played(name, number, feels=(symptom, where) if symptom else (), breaks_off=breaks_off)
        _, request = prescription(library.routine(name), Options(), SUBJECT, snomed)
        resources += [request, *session_resources(session, SUBJECT, request, snomed)]
    assert faults(make_bundle(resources)) == []


def test_an_answer_between_two_stretches_is_told() -> None:
    routine = library.routine(BACK)
    machine = compile_routine(routine, Options(), PHRASES)
    log = play(machine, day(1), says={"forward-roll.forward-roll.pain.settled": "yes"},
               feels=("pain", "forward-roll.hold"))  # fmt: skip
    told = [*session_resources(PlayedSession(log, machine, routine), SUBJECT)]
    (answers,) = of(told, "QuestionnaireResponse")
    given = {item["linkId"]: item["answer"] for item in answers["item"]}
    assert given["settled.forward-roll"] == [{"valueBoolean": True}]


# All of it


def everything(snomed: bool) -> list[Any]:
    resources = [SUBJECT.resource]
    for name in (LADDER, BACK):
        routine = library.routine(name)
        resources += [*definitions(routine, snomed), *prescription(routine, Options(), SUBJECT, snomed)]
    resources += [page_questionnaire(library.screening(page)) for page in PAGES]
    return [*resources, *session_resources(TINGLED, SUBJECT, None, snomed)]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert write(make_bundle(everything(True))) == write(make_bundle(everything(True)))


def test_there_is_no_snomed_code_unless_it_is_asked_for() -> None:
    assert SNOMED not in write(make_bundle(everything(False))).decode()
    assert SNOMED in write(make_bundle(everything(True))).decode()


def test_every_code_stands_in_the_table_and_has_text_beside_it() -> None:
    known = {(each.system, each.code, each.display) for each in TABLE}
    for concept in concepts(everything(True)):
        assert concept.get("text")
        assert {(c["system"], c["code"], c["display"]) for c in concept["coding"]} <= known


def concepts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        found = [value] if "coding" in value else []
        return found + [each for inner in value.values() for each in concepts(inner)]
    return [each for inner in value for each in concepts(inner)] if isinstance(value, list) else []


def test_who_it_is_about_stands_in_the_bundle_once_or_is_named() -> None:
    bundle = make_bundle(everything(False))
    people = [entry for entry in bundle["entry"] if entry["resource"]["resourceType"] == "Patient"]
    assert [person["resource"].keys() for person in people] == [{"resourceType", "id"}]
    named = [*session_resources(TINGLED, named_subject("Patient/123"))]
    assert {each["subject"]["reference"] for each in named} == {"Patient/123"}
    with pytest.raises(LissomError, match="no reference to a Patient"):
        named_subject("Mary")


def test_ids_are_short_enough_and_never_clash() -> None:
    long = "a" * 90
    assert len(definition_id(long)) <= 64
    assert definition_id(long) != definition_id(long + "b")
    assert stable_id("a", "bc") != stable_id("ab", "c")


def test_what_is_no_r4_is_never_written() -> None:
    with pytest.raises(ValueError, match="subject: missing"):
        make_bundle([{"resourceType": "ServiceRequest", "id": "a", "status": "active", "intent": "plan"}])


# That the check of these tests catches what it is for

REQUEST = prescription(library.routine(LADDER), Options(), SUBJECT)[1]


def change(**values: Any) -> Callable[[Any], None]:
    return lambda request: request.update(values)


def repeat(**values: Any) -> Callable[[Any], None]:
    return lambda request: request["occurrenceTiming"]["repeat"].update(values)


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (change(status="activ"), "ServiceRequest.status: 'activ' is not in request-status"),
        (lambda request: request.pop("subject"), "ServiceRequest.subject: missing"),
        (change(colour="red"), "ServiceRequest.colour: unknown"),
        (change(authoredOn="2026-13-01"), "ServiceRequest.authoredOn: '2026-13-01' is no dateTime"),
        (repeat(frequency="3"), "ServiceRequest.occurrenceTiming.repeat.frequency: '3' is no positiveInt"),
        (
            repeat(periodUnit="fortnight"),
            "ServiceRequest.occurrenceTiming.repeat.periodUnit: 'fortnight' is not in units-of-time",
        ),
        (
            repeat(duration=5),
            "ServiceRequest.occurrenceTiming.repeat: breaks tim-1: duration.empty() or durationUnit.exists()",
        ),
        (
            change(occurrenceDateTime="2026-05-04"),
            "ServiceRequest: occurrenceDateTime and occurrenceTiming exclude each other",
        ),
        (change(code={"coding": "x"}), "ServiceRequest.code.coding: is no list"),
        (change(note=[]), "ServiceRequest.note: is an empty list"),
    ],
)
def test_each_planted_fault_is_caught(plant: Callable[[Any], None], found: str) -> None:
    request = copy.deepcopy(REQUEST)
    assert faults(request) == []
    plant(request)
    assert faults(request) == [found]


def test_a_reference_that_leads_nowhere_or_to_the_wrong_thing_is_caught() -> None:
    bundle = make_bundle([SUBJECT.resource, *definitions(library.routine(LADDER)), REQUEST])
    assert faults(bundle) == []
    wrong = copy.deepcopy(bundle)
    del wrong["entry"][0]
    assert any("is not in the bundle" in fault for fault in faults(wrong))
    wrong = copy.deepcopy(bundle)
    wrong["entry"][-1]["resource"]["subject"]["reference"] = bundle["entry"][1]["fullUrl"]
    assert any("a PlanDefinition may not stand here" in fault for fault in faults(wrong))


def first(bundle: Any, kind: str) -> Any:
    return next(e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind)


def into(kind: str, *path: Any, value: Any) -> Callable[[Any], None]:
    """Return what puts a value into the first resource of a kind."""

    def plant(bundle: Any) -> None:
        place = first(bundle, kind)
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return plant


PLAN_OF = "https://lissom.example/fhir/PlanDefinition/seated-leg-ladder|1"


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (into("Procedure", "basedOn", value=[{"reference": "ServiceRequest/gone"}]),
         "basedOn[0]: 'ServiceRequest/gone' is not in the bundle"),
        (into("Procedure", "basedOn", value=[{"reference": "Patient/42"}]),
         "basedOn[0]: a Patient may not stand here, only CarePlan, ServiceRequest"),
        (into("PlanDefinition", "action", 1, "relatedAction", 0, "actionId", value="nowhere"),
         "action[1].relatedAction[0].actionId: 'nowhere' is no id in it"),
        (into("QuestionnaireResponse", "questionnaire", value=PLAN_OF),
         "questionnaire: a PlanDefinition may not stand here, only Questionnaire"),
        (into("QuestionnaireResponse", "item", 0, "linkId", value="mood"),
         "item[0].linkId: 'mood' is no question of https://lissom.example/fhir/Questionnaire/seated-leg-ladder"),
        (into("Procedure", "performedPeriod", "start", value="2026-02-30"),
         "performedPeriod.start: '2026-02-30' is no dateTime"),
        (into("Procedure", "outcome", "text", value="  "), "outcome.text: '  ' is no string"),
        (into("Procedure", "id", value="a" * 65), f"id: '{'a' * 65}' is no String"),
        (into("QuestionnaireResponse", "language", value="french!"), "language: 'french!' is no code"),
        (into("Observation", "valueInteger", value=True), "valueInteger: True is no integer"),
        (into("Observation", "status", value="done"), "status: 'done' is not in observation-status"),
        (into("Communication", "status", value="sent"), "status: 'sent' is not in event-status"),
    ],
)  # fmt: skip
def test_each_fault_planted_in_a_bundle_is_caught(plant: Callable[[Any], None], found: str) -> None:
    bundle = make_bundle(everything(True))
    plant(bundle)
    assert [fault.partition(".resource.")[2] for fault in faults(bundle)][:1] == [found]


def test_a_wrong_unit_a_number_that_is_none_and_an_entry_without_a_right_name_are_caught() -> None:
    bundle = make_bundle(everything(True))
    held = next(e["resource"] for e in bundle["entry"] if "valueQuantity" in e["resource"])
    held["valueQuantity"] |= {"code": "minutes", "value": float("nan")}
    bundle["entry"][0]["fullUrl"] = "urn:uuid:7"
    found = faults(bundle)
    assert "Bundle.entry[0].fullUrl: 'urn:uuid:7' is no uri" in found
    assert any(
        fault.endswith("valueQuantity.code: 'minutes' is no unit that is used here") for fault in found
    )
    assert any(fault.endswith("valueQuantity.value: nan is no decimal") for fault in found)


def test_a_range_upside_down_and_a_period_backwards_are_caught() -> None:
    plan = plan_definition(library.routine(NECK))
    plan["action"][2]["action"][0]["action"][1]["timingRange"] = {"low": seconds(30), "high": seconds(20)}
    assert ["rng-2" in fault for fault in faults(plan)] == [True]
    procedure = next(session_resources(TINGLED, SUBJECT))
    procedure["performedPeriod"]["end"] = "2026-05-03T10:00:00.000+02:00"
    assert any("per-1" in fault for fault in faults(procedure))


def test_times_are_told_as_the_persons_clock_showed_them() -> None:
    assert TINGLED.at(3_600_000) == "2026-05-04T11:00:00.000+02:00"
