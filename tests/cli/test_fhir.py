"""lissom fhir and lissom log export: what a person gets, and what they are told where nothing can be got."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import fitdecode
import pytest

from lissom.content import library
from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from lissom.session.log import Rating
from lissom.store.setup import open_journal
from tests.coach.stories import CHIN_TINGLING, LADDER, day, play, routine_machine, screening_machine
from tests.exchange.r4.check import faults

ORDER = {
    "resourceType": "ServiceRequest", "status": "active", "intent": "order",
    "subject": {"reference": "Patient/1"},
    "code": {"coding": [{"system": "http://snomed.info/sct", "code": "229070002",
                         "display": "Biofeedback therapy"}]},
}  # fmt: skip


@pytest.fixture
def practised(tmp_path: Path) -> str:
    """Put two sessions and an answered page on record, and return the id of the first."""
    told = dict(CHIN_TINGLING)
    machine = routine_machine(LADDER, Options(level=told.pop("level")))
    page = screening_machine("after-session")
    journal = open_journal(tmp_path / "data")
    for number, (each, more) in enumerate(((machine, told), (machine, {}), (page, {})), 1):
        log = replace(
            play(each, day(number), "Europe/Berlin", number, **more), machine_digest=machine_digest(each)
        )
        journal.receive(log.with_ratings(Rating("before", 0, 3)), each)
    journal.close()
    return "00000001"


def exported(lissom: Any, *arguments: str) -> Any:
    ran = lissom("fhir", "export", *arguments, "-o", "out.json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(Path("out.json").read_text(encoding="utf-8"))


def kinds(bundle: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in bundle["entry"]:
        kind = entry["resource"]["resourceType"]
        found[kind] = found.get(kind, 0) + 1
    return found


def test_a_routine_goes_out_and_comes_back_as_a_file_that_says_the_same(lissom):
    assert kinds(exported(lissom, LADDER)) == {
        "PlanDefinition": 1,
        "ActivityDefinition": 1,
        "Questionnaire": 1,
    }
    ran = lissom("fhir", "import", "out.json", "-o", "mine.yaml")
    assert (ran.code, ran.out) == (
        0,
        "mine.yaml: Seated leg stretch, version 1, as it was exported.\nlissom verify mine.yaml proves it.\n",
    )
    assert library.routine_from_file("mine.yaml")[0] == library.routine(LADDER)
    assert lissom("fhir", "import", "out.json", "--routine", LADDER).out == Path("mine.yaml").read_text()


def test_sessions_go_out_about_one_person_and_nothing_refers_to_nothing(lissom, practised):
    bundle = exported(lissom, "--sessions")
    assert faults(bundle) == []
    found = kinds(bundle)
    assert (found["Patient"], found["Procedure"], found["QuestionnaireResponse"]) == (1, 2, 3)
    assert "ServiceRequest" not in found
    assert exported(lissom, "--sessions") == bundle


def test_all_is_what_is_meant_and_what_was_done(lissom, practised):
    bundle = exported(lissom, "--all", "--patient", "Patient/42", "--snomed")
    assert faults(bundle) == []
    found = kinds(bundle)
    assert (found.get("Patient"), found["CarePlan"], found["ServiceRequest"], found["Procedure"]) == (
        None,
        2,
        2,
        2,
    )
    done = next(e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Procedure")
    meant = {e["fullUrl"] for e in bundle["entry"] if e["resource"]["resourceType"] == "ServiceRequest"}
    assert done["basedOn"][0]["reference"] in meant
    assert done["subject"] == {"reference": "Patient/42"}


def test_sessions_that_cannot_be_read_are_not_left_out_in_silence(lissom, practised, monkeypatch):
    from lissom.app import health_records as records

    monkeypatch.setattr(records, "sessions_bundle", lambda desk, **_: records.Records(b"{}\n", 2))
    ran = lissom("fhir", "export", "--sessions", "-o", "out.json")
    assert (ran.code, ran.err) == (0, "2 sessions left out: this version of Lissom cannot read them.\n")


def requests(bundle: Any) -> dict[str, Any]:
    found = [entry["resource"] for entry in bundle["entry"]]
    return {each["code"]["text"]: each for each in found if each["resourceType"] == "ServiceRequest"}


def test_a_plan_says_no_more_than_is_open_now(lissom, tmp_path):
    assert lissom("settings", f"{LADDER}.level", "3").code == 0
    before = requests(exported(lissom, "--all"))["Seated leg stretch"]
    assert (before["status"], before["orderDetail"][0]) == ("active", {"text": "Up to level 3"})
    machine = routine_machine(LADDER, Options())
    log = play(machine, day(1), feels=("numbness", "r1.left.ankle.hold"))
    journal = open_journal(tmp_path / "data")
    journal.receive(replace(log, machine_digest=machine_digest(machine)), machine)
    journal.close()
    after = requests(exported(lissom, "--all"))
    assert after["Seated leg stretch"]["status"] == "on-hold"
    assert after["Seated leg stretch"]["orderDetail"] == [{"text": "Closed for now: do not stretch"}]
    assert after["Back stretches"]["status"] == "active"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export",), "what shall be exported?"),
        (("export", LADDER, "--all"), "what shall be exported?"),
        (("export", "nek"), "there is no routine 'nek'"),
        (("export", LADDER, "--patient", "Patient/1"), "a routine is about nobody"),
        (("export", "--sessions"), "there is no session on record yet"),
        (("export", "--all", "--patient", "Mary"), "'Mary' is no reference to a Patient"),
        (("export", "--all", "--patient", ""), "'' is no reference to a Patient"),
        (("export", LADDER, "--patient", ""), "a routine is about nobody"),
        (("import", "gone.json"), "cannot read gone.json: no such file or directory"),
        (("import", "empty.json"), "empty.json: nothing here can be read: it is empty"),
        (("import", "patient.json"), "patient.json: nothing here can be read: 1 Patient"),
        (("import", "order.json", "-o", "x.yaml"), "that routine is not in this file"),
    ],
)
def test_what_cannot_be_done_is_told_in_words(lissom, arguments, told):
    Path("empty.json").write_text('{"resourceType": "Bundle", "type": "collection"}')
    Path("patient.json").write_text('{"resourceType": "Patient"}')
    Path("order.json").write_text(json.dumps(ORDER))
    ran = lissom("fhir", *arguments)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (1, "", f"lissom: {told}")


def test_which_of_several_routines_is_asked(lissom):
    exported(lissom, "--all")
    assert lissom("fhir", "import", "out.json", "-o", "x.yaml").err.splitlines() == [
        "lissom: which routine?",
        "  say --routine and one of: seated-leg-ladder, back-spasm",
    ]
    assert lissom("fhir", "import", "out.json", "-o", "x.yaml", "--routine", "back-spasm").code == 0


def test_a_plan_that_was_changed_is_refused_with_the_place_and_nothing_is_written(lissom):
    bundle = exported(lissom, LADDER)
    bundle["entry"][0]["resource"]["action"][2]["title"] = "Leg pull"
    Path("out.json").write_text(json.dumps(bundle))
    ran = lissom("fhir", "import", "out.json", "-o", "mine.yaml")
    assert (ran.code, Path("mine.yaml").exists()) == (1, False)
    assert ran.err.splitlines() == [
        "lissom: Bundle.entry[0].resource: the plan and the routine attached to it do not agree",
        '  Bundle.entry[0].resource.action[2].title: "Leg pull", and the routine says "Leg ladder"',
        "  nothing was taken over and nothing was changed",
    ]


def test_an_order_is_told_and_both_meanings_are_shown(lissom):
    Path("order.json").write_text(json.dumps(ORDER))
    ran = lissom("fhir", "import", "order.json")
    assert ran.code == 0
    assert (
        "  These disagree: the code 229070002 means “Stretching exercises”, and its display says "
        "“Biofeedback therapy”. Ask which is meant. [ServiceRequest.code.coding[0]]"
    ) in ran.out.splitlines()
    assert "    how often, and for how long" in ran.out.splitlines()


def test_a_plan_of_our_own_is_not_said_to_be_somebody_elses(lissom):
    exported(lissom, "--all")
    lines = lissom("fhir", "import", "out.json").out.splitlines()
    heads = [line for line in lines if line.startswith("A request")]
    assert [head.partition(" It says")[0] for head in heads[:1]] == ["A request, Bundle.entry[11].resource."]


def test_a_session_goes_out_as_an_activity(lissom, practised):
    ran = lissom("log", "export", practised, "--fit", "leg.fit")
    assert (ran.code, ran.out, ran.err) == (0, "leg.fit: 3 laps, for Garmin, Strava and others.\n", "")
    with fitdecode.FitReader("leg.fit", check_crc=fitdecode.CrcCheck.RAISE) as reader:
        frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    steps = [frame.get_value("wkt_step_name") for frame in frames if frame.name == "workout_step"]
    assert steps == ["Leg ladder, left", "Leg ladder, right", "Leg ladder, left"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("log", "export", "00000001"), "--fit is for one session"),
        (("log", "list", "--fit", "x.fit"), "--fit is for one session"),
        (("log", "export", "--fit", "x.fit"), "which log?"),
        (("log", "export", "00000003", "--fit", "x.fit"), "has no hold in it"),
    ],
)
def test_what_is_no_activity_is_told(lissom, practised, arguments, told):
    ran = lissom(*arguments)
    assert ran.code == 1
    assert told in ran.err.splitlines()[0]
    assert not Path("x.fit").exists()
