"""Requests as other systems really write them: all of it is told or named, and nothing is made up."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.exchange.fhir import FhirRefused, read
from lissom.exchange.fhir.json_text import MOST_DEEP
from lissom.exchange.fhir.read_request import Request
from lissom.exchange.fhir.timing_words import ABBREVIATIONS

SNOMED = "http://snomed.info/sct"
OFTEN = "how often, and for how long"

ORDER: dict[str, Any] = {
    "resourceType": "ServiceRequest",
    "id": "a1",
    "status": "active",
    "intent": "order",
    "subject": {"reference": "Patient/1", "display": "Jane Doe"},
    "requester": {"display": "Dr. Who"},
    "code": {"text": "Hamstring stretch"},
}
PLAN: dict[str, Any] = {
    "resourceType": "CarePlan", "status": "active", "intent": "order", "subject": {"reference": "#p"},
}  # fmt: skip


def requests(resource: Any) -> tuple[Request, ...]:
    return read(json.dumps(resource).encode()).requests


def order(**changes: Any) -> Request:
    (found,) = requests(ORDER | changes)
    return found


def timed(**timing: Any) -> Request:
    return order(occurrenceTiming=timing)


def refused(resource: Any) -> tuple[str, ...]:
    with pytest.raises(FhirRefused) as refusal:
        requests(resource)
    return refusal.value.problems


def said(request: Request) -> list[tuple[str, str]]:
    """What is said, without what the order always says."""
    own = {"ServiceRequest.code.text"}
    return [(each.path, each.words) for each in request.said if each.path not in own]


# For whom, and by whom


def test_for_whom_it_is_and_by_whom_is_told() -> None:
    assert [each.words for each in order().people] == ["for “Jane Doe” (Patient/1)", "asked for by “Dr. Who”"]
    nobody = order(subject={"identifier": {"system": "http://a.example/mrn", "value": "12"}})
    assert nobody.people[0].words == "for http://a.example/mrn 12"
    (plan,) = requests(PLAN | {"author": {"display": "Dr. Who"}})
    assert [each.words for each in plan.people] == ["for #p", "written by “Dr. Who”"]


# Words


def test_what_stands_in_the_narrative_alone_is_told() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>Stretch the <b>right</b> calf.</p><p>Twice.</p></div>'
    found = order(code={"text": "Physio"}, text={"status": "additional", "div": div})
    assert said(found) == [("ServiceRequest.text", "in its own words: “Stretch the right calf. Twice.”")]
    assert found.is_about_stretching


@pytest.mark.parametrize(
    ("text", "disagrees"),
    [
        ("No stretching", True),
        ("Do not do any stretching", True),
        ("Pas d'étirements", True),
        ("Keine Dehnübungen", True),
        ("Stretch, and do not bounce", False),
        ("Stretch the calf", False),
    ],
)
def test_a_text_that_may_say_not_to_is_shown_beside_the_code(text: str, disagrees: bool) -> None:
    found = order(code={"coding": [{"system": SNOMED, "code": "229070002"}], "text": text})
    expected = f"the code speaks of stretching, and the text may say not to: “{text}”"
    assert [each.words for each in found.disagreements] == ([expected] if disagrees else [])


@pytest.mark.parametrize(
    ("system", "where", "is_known"),
    [
        ("urn:oid:2.16.840.1.113883.6.96", "", True),
        (None, " in SNOMED CT, and no system is named", False),
        ("http://a.example/codes", None, False),
    ],
)
def test_a_code_is_known_by_the_other_names_of_its_system(
    system: str | None, where: str | None, is_known: bool
) -> None:
    coding = {"code": "229070002", "display": "Biofeedback", **({"system": system} if system else {})}
    found = order(code={"coding": [coding]})
    words = f"the code 229070002 means “Stretching exercises”{where}, and its display says “Biofeedback”"
    assert [each.words for each in found.disagreements] == ([] if where is None else [words])
    assert found.is_about_stretching is is_known


# Times


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        ({"frequency": 1, "period": 1, "periodUnit": "d"}, "1 time, every day"),
        ({"duration": 1, "durationUnit": "min"}, "for 1 minute each"),
        ({"when": ["MORN", "HS"]}, "in the morning and before sleeping"),
        ({"when": ["AC"], "offset": 30}, "30 minutes off: before a meal"),
        ({"boundsDuration": {"value": 6, "unit": "weeks", "code": "wk"}}, "for 6 weeks in all"),
    ],
)
def test_times_are_told_in_words(repeat: Any, words: str) -> None:
    assert said(timed(repeat=repeat)) == [("ServiceRequest.occurrenceTiming.repeat", words)]


@pytest.mark.parametrize(
    ("repeat", "key", "raw"),
    [
        ({"frequencyMax": 3}, "frequencyMax", "3"),
        ({"periodUnit": "d"}, "periodUnit", '"d"'),
        (
            {"boundsDuration": {"value": 6, "comparator": "<", "code": "wk"}},
            "boundsDuration",
            '{"value": 6, "comparator": "<", "code": "wk"}',
        ),
    ],
)
def test_what_there_are_no_words_for_is_told_as_it_stands(repeat: Any, key: str, raw: str) -> None:
    assert said(timed(repeat=repeat)) == [(f"ServiceRequest.occurrenceTiming.repeat.{key}", raw)]


def abbreviated(code: str, **repeat: Any) -> Request:
    return timed(
        code={"coding": [{"system": ABBREVIATIONS, "code": code}]}, **({"repeat": repeat} if repeat else {})
    )


def test_an_abbreviation_is_told_with_what_it_means() -> None:
    assert said(abbreviated("BID")) == [
        (
            "ServiceRequest.occurrenceTiming.code.coding[0]",
            f"BID ({ABBREVIATIONS}), no display; the code means “2 times, every day”",
        )
    ]


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        ({"frequency": 2, "period": 1, "periodUnit": "d"}, None),
        ({"period": 12, "periodUnit": "h"}, None),
        ({"frequency": 1, "period": 1, "periodUnit": "d"}, "1 time, every day"),
        ({"frequency": 2, "frequencyMax": 4, "period": 1, "periodUnit": "d"}, "2 to 4 times, every day"),
        ({"frequency": 2}, "2 times"),
        ({"boundsPeriod": {"start": "2026-01-01"}}, None),
    ],
)
def test_an_abbreviation_and_a_repeat_that_say_different_things_are_both_shown(
    repeat: Any, words: str | None
) -> None:
    expected = f"the code BID means “2 times, every day”, and beside it stands “{words}”"
    assert [each.words for each in abbreviated("BID", **repeat).disagreements] == (
        [expected] if words else []
    )


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, True),
        ({"asNeededBoolean": False}, True),
        ({"occurrencePeriod": {"start": "2026-01-01"}}, True),
        ({"occurrenceTiming": {"repeat": {"boundsPeriod": {"end": "2026-06-01"}}}}, True),
        ({"occurrenceTiming": {"repeat": {"count": 12}}}, True),
        ({"occurrenceTiming": {"code": {"text": "daily"}}}, False),
        ({"occurrenceTiming": {"repeat": {"when": ["MORN"]}}}, False),
        ({"occurrenceDateTime": "2026-05-04"}, False),
    ],
)
def test_how_often_is_asked_where_nothing_says_it(changes: Any, asked: bool) -> None:
    assert (OFTEN in order(**changes).missing) is asked


@pytest.mark.parametrize(
    ("repeat", "problem"),
    [
        ({"dayOfWeek": ["funday"]}, "repeat.dayOfWeek[0]: 'funday' is none that R4 knows"),
        ({"when": ["SOMETIME"]}, "repeat.when[0]: 'SOMETIME' is none that R4 knows"),
        ({"period": -1, "periodUnit": "d"}, "repeat.period: -1 is less than nothing"),
        ({"periodMax": 2}, "repeat.periodMax: there is no period beside it"),
        ({"offset": 30}, "repeat.offset: there is no when beside it"),
        ({"when": ["HS"], "timeOfDay": ["08:00:00"]}, "repeat: only one of when, timeOfDay may stand here"),
    ],
)
def test_a_time_that_is_no_r4_is_refused(repeat: Any, problem: str) -> None:
    assert refused(ORDER | {"occurrenceTiming": {"repeat": repeat}}) == (
        f"ServiceRequest.occurrenceTiming.{problem}",
    )


# Plans


def test_all_that_an_activity_says_is_told_and_asked_for_by_itself() -> None:
    (plan,) = requests(
        PLAN
        | {
            "activity": [
                {"detail": {"status": "scheduled", "scheduledString": "daily", "code": {"text": "Calf"}}},
                {"detail": {"status": "scheduled", "code": {"text": "Hip"}}},
                {"reference": {"display": "Neck stretch"}, "progress": [{"text": "tingles since"}]},
                {"outcomeCodeableConcept": [{"text": "worse"}], "outcomeReference": [{"reference": "#o"}]},
            ]
        }
    )
    assert [(each.path.removeprefix("CarePlan.activity"), each.words) for each in plan.said] == [
        ("[0].detail.code.text", "“Calf”"),
        ("[1].detail.code.text", "“Hip”"),
        ("[3].outcomeCodeableConcept[0].text", "“worse”"),
        ("[2].reference", "it refers to “Neck stretch”"),
        ("[2].progress[0]", "“tingles since”"),
        ("[0].detail.scheduledString", "daily"),
    ]
    assert plan.unread == ("CarePlan.activity[3].outcomeReference",)
    assert [each for each in plan.missing if OFTEN in each] == [
        f"CarePlan.activity[{number}]: {OFTEN}" for number in (1, 2, 3)
    ]


def test_an_activity_that_is_a_request_of_its_own_says_there_how_often() -> None:
    plan, inner = requests(PLAN | {"contained": [ORDER], "activity": [{"reference": {"reference": "#a1"}}]})
    assert [each for each in plan.missing if OFTEN in each or "#a1" in each] == []
    assert OFTEN in inner.missing


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"activity": [{"detail": {"status": "paused"}}]},
            "CarePlan.activity[0].detail.status: 'paused' is none",
        ),
        ({"intent": "directive"}, "CarePlan.intent: 'directive' is none that R4 knows; it knows proposal"),
    ],
)
def test_a_code_that_is_none_for_a_plan_is_refused(changes: Any, problem: str) -> None:
    (told,) = refused(PLAN | changes)
    assert told.startswith(problem)


# What changes the meaning, and what is not told


@pytest.mark.parametrize(
    ("kind", "place", "path"),
    [
        ("ServiceRequest", {"occurrenceTiming": {"modifierExtension": 0}}, "occurrenceTiming"),
        ("CarePlan", {"activity": [{"modifierExtension": 0}]}, "activity[0]"),
        (
            "CarePlan",
            {"activity": [{"detail": {"status": "unknown", "modifierExtension": 0}}]},
            "activity[0].detail",
        ),
    ],
)
def test_what_changes_the_meaning_is_told_wherever_it_stands(kind: str, place: Any, path: str) -> None:
    modifier = [{"url": "http://a.example/never", "valueBoolean": True}]
    placed = json.loads(
        json.dumps(place).replace('"modifierExtension": 0', f'"modifierExtension": {json.dumps(modifier)}')
    )
    (found,) = requests((ORDER if kind == "ServiceRequest" else PLAN) | placed)
    told = {each.path: each.words for each in found.warnings}
    assert told[f"{kind}.{path}.modifierExtension[0]"].startswith(
        "http://a.example/never changes what it means"
    )


def test_what_is_not_told_is_named_inside_of_what_is_told() -> None:
    reason = {"extension": [{"url": "http://a.example/x", "valueString": "y"}]}
    found = order(
        meta={"tag": [{"code": "HTEST"}]},
        identifier=[{"value": "7"}],
        _status=reason,
        code={"coding": [{"code": "1", "version": "2020"}], "text": "Stretch"},
        note=[{"text": "a", "authorString": "b"}],
        occurrenceTiming={"repeat": {"frequency": 1, **reason}},
        instantiatesUri=["http://a.example/p", None],
        _instantiatesUri=[None, reason],
    )
    assert set(found.unread) == {
        f"ServiceRequest.{path}"
        for path in (
            "meta", "identifier", "_status", "code.coding[0].version", "note[0].authorString",
            "occurrenceTiming.repeat.extension", "_instantiatesUri",
        )
    }  # fmt: skip


RICH: dict[str, Any] = ORDER | {
    "text": {"status": "generated", "div": "<div>words of the narrative</div>"},
    "code": {
        "coding": [{"system": SNOMED, "code": "229070002", "display": "Stretching exercises"}],
        "text": "Calf",
    },
    "category": [{"text": "Physiotherapy"}],
    "bodySite": [{"coding": [{"system": "http://a.example", "code": "LH", "display": "left hamstring"}]}],
    "occurrenceTiming": {
        "code": {"text": "every morning"},
        "repeat": {
            "frequency": 3,
            "period": 2,
            "periodUnit": "wk",
            "when": ["MORN"],
            "duration": 45,
            "durationUnit": "s",
        },
    },
    "asNeededCodeableConcept": {"text": "when stiff"},
    "note": [{"text": "not the left knee", "authorString": "PT"}],
    "patientInstruction": "Hold it",
    "performer": [{"display": "somebody"}],
    "quantityQuantity": {"value": 17, "unit": "sets"},
    "supportingInfo": [{"reference": "Observation/8"}],
    "instantiatesUri": ["http://a.example/p"],
    "extension": [{"url": "http://a.example/e", "valueString": "hold for long"}],
}
HIDDEN = frozenset({"resourceType", "id", "status", "intent"})  # by itself, in force, or no thing to tell


def leaves(value: Any, path: str) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, f"{path}.{key}")]
    if isinstance(value, list):
        return [leaf for n, inner in enumerate(value) for leaf in leaves(inner, f"{path}[{n}]")]
    return [(path, value)]


def test_nothing_of_a_request_is_lost() -> None:
    """Each leaf is told where it stands, or named as what is not told."""
    (found,) = requests(RICH)
    told = {each.path for each in (*found.people, *found.said, *found.warnings)}
    for path, _ in leaves({key: value for key, value in RICH.items() if key not in HIDDEN}, "ServiceRequest"):
        assert any(path.startswith(each) for each in (*told, *found.unread)), path


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=4)
    | st.sampled_from(({}, [], [[]], {"text": 1}))
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_request_that_was_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    damaged = copy.deepcopy(RICH | {"activity": []})
    damaged.pop("activity")
    place: Any = damaged
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    match data.draw(st.sampled_from(("take away", "replace", "move"))):
        case "take away":
            del place[key]
        case "replace":
            place[key] = data.draw(VALUES)
        case _ if isinstance(place, dict):
            place[f"_{key}"] = place.pop(key)
    with suppress(FhirRefused):  # anything else that is raised would reach the person as a fault of ours
        requests(damaged)


# Files


def bundle(*entries: Any) -> Any:
    return {"resourceType": "Bundle", "type": "collection", "entry": list(entries)}


def test_a_bundle_inside_a_bundle_is_read() -> None:
    (found,) = requests(bundle({"resource": bundle({"resource": ORDER})}))
    assert found.path == "Bundle.entry[0].resource.entry[0].resource"


def test_an_entry_that_is_no_resource_is_refused_and_one_without_is_counted() -> None:
    assert refused(bundle({"resource": ORDER}, {"resource": "x"}, {"resource": {"id": "1"}}, 7)) == (
        "Bundle.entry[1].resource: this must be an object",
        "Bundle.entry[2].resource.resourceType: missing, so this is no FHIR resource",
        "Bundle.entry[3]: this must be an object",
    )
    deleted = {"request": {"method": "DELETE", "url": "ServiceRequest/1"}}
    assert read(json.dumps(bundle({"resource": ORDER}, deleted)).encode()).left == {
        "Bundle.entry without resource": 1
    }


def test_a_large_bundle_is_read_in_a_moment() -> None:
    others = [{"resource": {"resourceType": "Observation", "id": str(number)}} for number in range(20_000)]
    assert read(json.dumps(bundle({"resource": ORDER}, *others)).encode()).left == {"Observation": 20_000}


NOT_READ = "this is not JSON that can be read: "
TOO_DEEP = f"{NOT_READ}it is nested more than {MOST_DEEP} deep"
HEAD = b'{"resourceType":"ServiceRequest","x":'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b'\xef\xbb\xbf \n<?xml version="1.0"?><CarePlan/>', "this is not JSON but XML: ask for JSON"),
        (
            b'{"resourceType":"Bundle"}\n{}',
            "this is not JSON: line 2, column 1: extra data (something stands",
        ),
        (HEAD + b"9" * 5_000 + b"}", f"{NOT_READ}a number has 5000 digits"),
        (HEAD + b"1e999}", f"{NOT_READ}1e999 is too large a number"),
        (HEAD + b"[" * 500 + b"1" + b"]" * 500 + b"}", TOO_DEEP),
        (HEAD + b"[" * 99_999, TOO_DEEP),
        (b"null", "resourceType: missing, so this is no FHIR resource"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(text: bytes, problem: str) -> None:
    with pytest.raises(FhirRefused) as refusal:
        read(text)
    assert refusal.value.message.startswith(problem)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"authoredOn": "yesterday"}, "authoredOn: this is no DateTime as R4 writes it"),
        ({"id": "a b"}, "id: this text has not the form that R4 asks for here"),
        ({"patientInstruction": "\ud800"}, "patientInstruction: this text has letters in it that are none"),
    ],
)
def test_what_the_models_refuse_is_told_in_the_readers_words(changes: Any, problem: str) -> None:
    assert refused(ORDER | changes) == (f"ServiceRequest.{problem}",)


def test_what_stands_beside_a_value_and_is_no_object_is_refused() -> None:
    assert refused(ORDER | {"_status": "active"}) == ("ServiceRequest._status: this must be an object",)


@pytest.mark.parametrize("value", ["", {}, [], None])
def test_what_is_empty_is_refused(value: Any) -> None:
    shown = "null" if value is None else "empty"
    assert refused(ORDER | {"patientInstruction": value}) == (
        f"ServiceRequest.patientInstruction: {shown}; leave out what has no value",
    )


# What cannot both be meant


STRETCH = {"coding": [{"system": SNOMED, "code": "229070002"}]}


def timing(frequency: int, unit: str, most: int | None = None) -> dict[str, Any]:
    more = {"frequencyMax": most} if most else {}
    return {"occurrenceTiming": {"repeat": {"frequency": frequency, "period": 1, "periodUnit": unit, **more}}}


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ({"code": STRETCH, "patientInstruction": "Walk for 20 minutes"}, "something else: “Walk”"),
        ({"code": STRETCH, "note": [{"text": "Spazierengehen, jeden Abend"}]}, "something else"),
        ({"code": STRETCH, "patientInstruction": "Stretch twice daily", **timing(1, "d")}, "another rate"),
        ({"code": STRETCH, "patientInstruction": "2x/day", **timing(1, "d")}, "another rate"),
        ({"code": STRETCH, "patientInstruction": "deux fois par jour", **timing(1, "d")}, "another rate"),
        ({"code": STRETCH, "patientInstruction": "3 times a week", **timing(1, "d")}, "another rate"),
        ({"code": STRETCH, "note": [{"text": "every other day"}], **timing(1, "d")}, "another rate"),
        (
            {
                "code": STRETCH,
                "bodySite": [{"text": "Left calf"}],
                "patientInstruction": "Stretch your right calf",
            },
            "of the right",
        ),
        (
            {"code": STRETCH, "bodySite": [{"text": "jambe gauche"}], "note": [{"text": "la droite"}]},
            "of the right",
        ),
    ],
)
def test_what_cannot_both_be_meant_is_told_and_nothing_is_chosen(says: dict[str, Any], words: str) -> None:
    assert [each.words for each in order(**says).disagreements if words in each.words]


@pytest.mark.parametrize(
    "says",
    [
        {"code": STRETCH, "patientInstruction": "Stretch twice daily", **timing(2, "d")},
        {"code": STRETCH, "patientInstruction": "Stretch 3 times a week", **timing(3, "wk", 4)},
        {
            "code": STRETCH,
            "patientInstruction": "3 to 4 days a week, 1 to 3 times a day",
            **timing(3, "wk", 12),
        },
        {"code": STRETCH, "patientInstruction": "Hold 30 seconds, 3 times, on each side", **timing(1, "d")},
        {"code": STRETCH, "patientInstruction": "First the left leg, then the right", **timing(1, "d")},
        {"code": STRETCH, "bodySite": [{"text": "left calf"}], "patientInstruction": "Your left leg only"},
        {"code": {"text": "Physiotherapy"}, "patientInstruction": "Walk twice daily"},
    ],
)
def test_what_can_both_be_meant_is_no_contradiction(says: dict[str, Any]) -> None:
    assert order(**says).disagreements == ()


TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (
            {"occurrencePeriod": {"start": "2021-01-01", "end": "2021-03-31"}},
            "it was until 2021-03-31: that is past",
        ),
        ({"occurrenceDateTime": "2025-02-01T10:00:00Z"}, "it was until 2025-02-01: that is past"),
        ({"authoredOn": "2021"}, "it was written on 2021-12-28, more than a year ago"),
        ({"occurrencePeriod": {"end": "2026-06-01"}}, None),
        ({"authoredOn": "2026-05-01"}, None),
        ({"authoredOn": "2021-05-01", "occurrencePeriod": {"end": "2027-01-01"}}, None),
    ],
)
def test_an_order_that_is_long_past_is_minded_first(says: dict[str, Any], words: str | None) -> None:
    text = json.dumps(ORDER | says).encode()
    (request,) = read(text, TODAY).requests
    assert [each.words for each in request.warnings] == ([words] if words else [])
    assert read(text).requests[0].warnings == ()
