"""What a session leaves with as FHIR: how it ended and when, and each advice once, about what it follows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.app.health_records import sessions_bundle
from lissom.app.person import Desk
from lissom.content import library
from lissom.exchange.fhir import (
    PlayedSession,
    anonymous_subject,
    make_bundle,
    named_subject,
    prescription,
    session_resources,
)
from lissom.exchange.fhir.questionnaire import routine_questionnaire
from lissom.machine.codec import machine_digest
from lissom.machine.compile import compile_routine
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.session.log import CLOSED, PAUSE, Entry, Log, Rating
from lissom.session.replay import replay
from lissom.store.setup import open_journal
from tests.coach.stories import BACK, LADDER, NECK, PHRASES, day, play, routine_machine, screening_machine
from tests.exchange.r4.check import faults

SUBJECT = anonymous_subject("a person")
USUAL = Options()


def told(log: Log, machine: Machine, now: datetime | None = None, known: Any = None) -> list[Any]:
    """Return all that a session leaves with; each part of it is R4."""
    found = [
        *session_resources(PlayedSession(log, machine, known or library.routine(log.routine), now), SUBJECT)
    ]
    assert [fault for each in found for fault in faults(each)] == []
    return found


def of(resources: list[Any], kind: str) -> list[Any]:
    return [each for each in resources if each["resourceType"] == kind]


def link(resource: Any) -> Any:
    return {"reference": f"urn:uuid:{resource['id']}"}


def then(log: Log, machine: Machine, after_ms: int, event: str) -> Log:
    """Return a log with one more event, where the session is."""
    return log.with_events(Entry(log.last_ms + after_ms, replay(log, machine).state_id, event))


# How it ended


HALF = play(routine_machine(LADDER, USUAL), day(1), "Europe/Berlin", breaks_off="r2.left.ankle.hold")
UNHELD = play(routine_machine(LADDER, USUAL), day(1), "Europe/Berlin", breaks_off="screening.get-checked")


@pytest.mark.parametrize(
    ("log", "minutes", "status", "reason"),
    [
        (HALF, 9, "in-progress", "not over yet"),
        (HALF, 11, "stopped", "left, and not come back to"),
        (UNHELD, 9, "in-progress", "not over yet"),
        (UNHELD, 11, "not-done", "left, and not come back to"),
    ],
)
def test_a_session_that_nobody_came_back_to_does_not_go_on_for_ever(
    log: Log, minutes: int, status: str, reason: str
) -> None:
    machine = routine_machine(LADDER, USUAL)
    now = log.started + timedelta(milliseconds=log.last_ms, minutes=minutes)
    (done,) = of(told(log, machine, now), "Procedure")
    assert (done["status"], done["statusReason"]) == (status, {"text": reason})
    if status == "not-done":  # what was not done has no time at which it was; when it was begun is told
        assert "performedPeriod" not in done
        assert [each["valueDateTime"] for each in done["extension"]] == [PlayedSession(log, machine).at(0)]
        return
    ended = None if status == "in-progress" else PlayedSession(log, machine).at(log.last_ms)
    assert done["performedPeriod"].get("end") == ended
    assert "extension" not in done


@pytest.mark.parametrize("days", [None, 2])
def test_who_leaves_after_a_symptom_stopped_because_of_it(days: int | None) -> None:
    machine = routine_machine(LADDER, USUAL)
    log = play(machine, day(1), feels=("numbness", "r1.left.ankle.hold"), breaks_off="numbness.let-go")
    (done,) = of(told(log, machine, days and day(days)), "Procedure")
    status, reason = ("stopped", "stopped because of a symptom") if days else ("in-progress", "not over yet")
    assert (done["status"], done["statusReason"]["text"]) == (status, reason)


def test_questions_that_were_left_are_stopped() -> None:
    machine = routine_machine(LADDER, USUAL)
    (answers,) = of(told(UNHELD, machine, day(2)), "QuestionnaireResponse")
    assert answers["status"] == "stopped"
    (answers,) = of(told(UNHELD, machine), "QuestionnaireResponse")
    assert answers["status"] == "in-progress"


def test_a_session_that_was_closed_days_later_ended_when_it_was_left() -> None:
    """Who goes on another day closes the old session by it; nobody stretched until then."""
    machine = routine_machine(LADDER, USUAL)
    log = then(then(HALF, machine, 5_000, PAUSE), machine, 50 * 3_600_000, CLOSED)
    found = told(log, machine, day(4))
    (done,) = of(found, "Procedure")
    assert (done["status"], done["statusReason"]["text"]) == ("stopped", "left, and not come back to")
    (held,) = [each for each in found if "valueQuantity" in each]
    assert done["performedPeriod"] == held["effectivePeriod"]
    assert done["performedPeriod"]["end"] == PlayedSession(log, machine).at(HALF.last_ms + 5_000)


def test_where_all_was_skipped_nothing_was_done() -> None:
    machine = routine_machine(LADDER, USUAL)
    skips = {name: "skip" for name, state in machine.states.items() if state.kind == "ready"}
    (done,) = of(told(play(machine, day(1), says=skips), machine), "Procedure")
    assert (done["status"], done["statusReason"]["text"]) == ("not-done", "finished without a hold")


def test_a_second_of_holding_is_no_zero() -> None:
    machine = routine_machine(LADDER, USUAL)
    log = play(machine, day(1), feels=("pain", "r1.left.ankle.hold"))
    (held,) = [each for each in told(log, machine) if "valueQuantity" in each]
    assert held["valueQuantity"]["value"] == 0.02
    assert [part["valueQuantity"]["value"] for part in held["component"]] == [1]


def test_a_zone_that_is_not_known_here_is_told_in_utc() -> None:
    log = replace(HALF, zone="Mars/Olympus")
    assert PlayedSession(log, routine_machine(LADDER, USUAL)).at(0) == "2026-05-04T08:00:00.000+00:00"


# What was advised


def test_pain_that_is_told_again_while_it_settles_has_no_advice_of_its_own() -> None:
    machine = routine_machine(BACK, USUAL)
    log = play(machine, day(1), feels=("pain", "forward-roll.hold"), breaks_off="forward-roll.pain.rest")
    found = told(then(log, machine, 1_000, "pain"), machine)
    first, again = [each for each in found if "valueCodeableConcept" in each]
    assert again["valueCodeableConcept"] == {"text": "pain"}
    (advice,) = of(found, "Communication")
    assert (advice["status"], advice["about"]) == ("completed", [link(first)])


def test_two_symptoms_while_letting_go_have_one_advice_that_is_about_both() -> None:
    machine = routine_machine(BACK, USUAL)
    log = play(machine, day(1), feels=("pain", "forward-roll.hold"), breaks_off="pain.let-go")
    log = then(log, machine, 1_000, "numbness")
    found = told(log, machine)
    (advice,) = of(found, "Communication")
    assert advice["about"] == [link(each) for each in found if "valueCodeableConcept" in each]
    assert advice["sent"] == PlayedSession(log, machine).at(log.last_ms)


def test_an_advice_was_given_when_it_came_and_not_when_it_was_felt() -> None:
    machine = routine_machine(LADDER, USUAL)
    log = play(machine, day(1), feels=("tingling", "r1.left.ankle.hold"))
    played = PlayedSession(log, machine)
    came = next(each for each in played.replay.visits if machine.states[each.state].kind == "advise")
    (advice,) = of(told(log, machine), "Communication")
    assert advice["sent"] == played.at(came.entered_ms) > played.at(played.summary.felt[0].at_ms)


def test_what_is_said_where_it_has_not_settled_is_told_too() -> None:
    machine = routine_machine(BACK, USUAL)
    log = play(machine, day(1), feels=("pain", "forward-roll.hold"),
               says={"forward-roll.forward-roll.pain.settled": "no"})  # fmt: skip
    found = told(log, machine)
    (felt,) = [each for each in found if "valueCodeableConcept" in each]
    first, last = of(found, "Communication")
    assert first["about"] == last["about"] == [link(felt)]
    assert last["payload"][0]["contentString"].startswith("Then that is enough for today.")


def test_who_leaves_during_an_advice_was_given_it() -> None:
    """A sign of an emergency: they call, and never come back to the screen."""
    machine = routine_machine(LADDER, USUAL)
    log = play(machine, day(1), says={"screening.emergency": "yes"}, breaks_off="emergency.advise")
    found = told(log, machine, day(2))
    (advice,) = of(found, "Communication")
    (answers,) = of(found, "QuestionnaireResponse")
    assert (advice["status"], advice["about"]) == ("completed", [link(answers)])
    assert (advice["priority"], of(told(log, machine), "Communication")) == ("stat", [advice])
    (done,) = of(found, "Procedure")
    assert done["statusReason"] == {"text": "not done, because of a sign of an emergency"}
    assert "call 112" in advice["payload"][0]["contentString"]


@pytest.mark.parametrize(
    ("options", "says", "reason"),
    [
        (Options(level=0), {}, "not done, because it is closed for now"),
        (USUAL, {"rate": "high"}, "not done, because the pain was high"),
        (USUAL, {"screening.get-checked": "yes"}, "not done, because of an answer"),
        (USUAL, {"screening.emergency": "yes"}, "not done, because of a sign of an emergency"),
    ],
)
def test_why_nothing_was_done_is_told_and_the_advice_is_part_of_it(
    options: Options, says: dict[str, str], reason: str
) -> None:
    machine = routine_machine(LADDER, options)
    log = play(machine, day(1), says=says).with_ratings(*([Rating("before", 1_000, 8)] if says else []))
    found = told(log, machine)
    (done,) = of(found, "Procedure")
    (advice,) = of(found, "Communication")
    assert (done["status"], done["statusReason"]["text"]) == ("not-done", reason)
    assert advice["partOf"] == [link(done)]


def test_advice_on_high_pain_is_about_the_pain_and_not_about_other_answers() -> None:
    machine = screening_machine("after-session")
    log = play(machine, day(1), says={"rate": "high"}).with_ratings(Rating("after", 2_000, 9))
    found = told(log, machine, known=library.screening("after-session"))
    (pain,) = of(found, "Observation")
    (advice,) = of(found, "Communication")
    assert len(of(found, "QuestionnaireResponse")) == 1
    assert advice["about"] == [link(pain)]


# Whatever happened

WALKED = tuple(
    (library.routine(name), compile_routine(library.routine(name), Options(level=level), PHRASES))
    for name, level in ((LADDER, 3), (BACK, 1), (NECK, 1), (LADDER, 0))
)


def walk(machine: Machine, choices: list[int]) -> Log:
    """Return a log that takes at each state the event that is drawn; pain is told wherever it can be."""
    log = play(machine, day(1), breaks_off="")
    for choice in choices:
        here = replay(log, machine).state_id
        state = machine.states[here]
        events = [*sorted(state.on), *("elapsed", "no", "ok", "next", "pain") * 3]
        event = events[choice % len(events)]
        if event in state.on:
            log = then(log, machine, (state.seconds or 1) * 1_000, event)
    return log


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(WALKED), st.lists(st.integers(0, 999), max_size=60), st.sampled_from((None, 1, 3)))
def test_any_session_is_told_and_each_thing_once(walked: Any, choices: list[int], days: int | None) -> None:
    routine, machine = walked
    found = told(walk(machine, choices), machine, days and day(days, hour=9), routine)
    assert len(make_bundle(found)["entry"]) == len(found)
    names = {f"urn:uuid:{each['id']}" for each in found}
    links = [
        each["reference"]
        for resource in found
        for key in ("partOf", "about")
        for each in resource.get(key, ())
    ]
    assert [name for name in links if name not in names] == []


# In another language


def test_words_of_another_language_say_which_and_names_stay_english() -> None:
    options = Options(language="fr")
    machine = compile_routine(library.routine(LADDER, "fr"), options, library.phrases("fr"))
    log = play(machine, day(1), feels=("pain", "r1.left.ankle.hold"))
    found = told(log, machine)
    said = [*of(found, "QuestionnaireResponse"), *of(found, "Communication")]
    assert [each["language"] for each in said] == ["en", "fr"]
    (done,) = of(found, "Procedure")
    assert "ended with pain at “Toes up”, left side" in done["outcome"]["text"]
    (felt,) = [each for each in found if "valueCodeableConcept" in each]
    assert felt["note"] == [{"text": "Leg ladder, Toes up, left side"}]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_session_follows_the_version_of_today_in_whichever_words(language: str, tmp_path: Any) -> None:
    routine, options = library.routine(LADDER, language), Options(language=language)
    machine = compile_routine(routine, options, library.phrases(language))
    journal = open_journal(tmp_path / "data")
    journal.receive(replace(play(machine, day(1)), machine_digest=machine_digest(machine)), machine)
    bundle = json.loads(sessions_bundle(Desk(journal, day(2), "UTC")).bundle)
    journal.close()
    assert faults(bundle) == []
    (done,) = of([entry["resource"] for entry in bundle["entry"]], "Procedure")
    assert done["instantiatesCanonical"] == ["https://lissom.example/fhir/PlanDefinition/seated-leg-ladder|1"]


# From the journal


def test_what_cannot_be_read_is_counted_and_the_rest_is_told(tmp_path: Any) -> None:
    machine = routine_machine(LADDER, USUAL)
    journal = open_journal(tmp_path / "data")
    for number in (1, 2):
        log = play(machine, day(number), "Europe/Berlin", number)
        journal.receive(replace(log, machine_digest=machine_digest(machine)), machine)
    desk = Desk(journal, day(5), "UTC")
    whole = sessions_bundle(desk)
    known = journal.logs
    strange = replace(HALF, id="00000009-0000-7000-8000-000000000009", machine_digest="sha256:" + "f" * 64)
    journal.logs = lambda since=None: (*known(since), strange)  # type: ignore[method-assign]  # from a later version
    records = sessions_bundle(Desk(journal, day(5), "UTC"))
    assert (whole.unread, records.unread) == (0, 1)
    assert records.bundle == whole.bundle
    journal.close()


def test_one_that_is_being_played_was_not_left(tmp_path: Any) -> None:
    """A player that waits for the person waits for as long as they need."""
    machine = routine_machine(LADDER, USUAL)
    journal = open_journal(tmp_path / "data")
    journal.receive(replace(HALF, machine_digest=machine_digest(machine)), machine)
    assert b'"status": "stopped"' in sessions_bundle(Desk(journal, day(2), "UTC")).bundle
    journal.played = lambda: (HALF.id,)  # type: ignore[method-assign]  # as another window would
    assert b'"status": "in-progress"' in sessions_bundle(Desk(journal, day(2), "UTC")).bundle
    journal.close()


def test_each_id_stands_once_in_a_session_with_much_to_tell() -> None:
    machine = routine_machine(BACK, USUAL)
    log = play(machine, day(1), feels=("pain", "forward-roll.hold"), breaks_off="pain.let-go")
    for event in ("pain", "stop"):
        log = then(log, machine, 1_000, event)
    found = told(log, machine)
    assert len(make_bundle(found)["entry"]) == len(found)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("routine", [LADDER, "back-spasm", "neck", "full"])
def test_an_answer_has_the_text_of_its_question_and_what_was_asked_beside_it(
    routine: str, language: str
) -> None:
    phrases = library.phrases(language)
    machine = compile_routine(library.routine(routine, language), Options(language=language), phrases)
    log = play(machine, day(1), feels=("pain", ".hold"))
    (answers,) = of(told(log, machine, known=library.routine(routine)), "QuestionnaireResponse")
    asked = routine_questionnaire(library.routine(routine), library.phrases())["item"]
    texts = {item["linkId"]: item["text"] for item in asked}
    assert answers["item"]
    assert {item["linkId"]: item["text"] for item in answers["item"]}.items() <= texts.items()
    said = {machine.states[entry.state].cue.say for entry in log.events}
    for item in answers["item"]:
        for other in item.get("extension", ()):
            assert other["valueString"] in said


def test_two_patients_plans_have_names_of_their_own() -> None:
    names = [
        prescription(library.routine(LADDER), Options(), subject)[0]["identifier"][0]["value"]
        for subject in (named_subject("Patient/1"), named_subject("Patient/2"), anonymous_subject("x"))
    ]
    assert len(set(names)) == 3
