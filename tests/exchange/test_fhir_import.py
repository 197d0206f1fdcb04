"""What is brought as FHIR: ours comes back whole or not at all; of others' nothing is made up."""

from __future__ import annotations

import base64
import copy
import json
from contextlib import suppress
from hashlib import sha1
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.exchange.fhir import FhirRefused, make_bundle, plan_definition, read, write
from lissom.exchange.fhir.read_request import Request
from lissom.routine.canonical import content
from lissom.routine.from_content import routine_from
from lissom.routine.model import Routine
from lissom.routine.write import write_routine
from tests.strategies.routines import routines

LADDER = library.routine("seated-leg-ladder")
SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"


def brought(resource: Any) -> Any:
    return read(json.dumps(resource).encode())


def refused(resource: Any) -> tuple[str, ...]:
    with pytest.raises(FhirRefused) as refusal:
        brought(resource)
    assert refusal.value.hint == "nothing was taken over and nothing was changed"
    return refusal.value.problems


# Ours


def test_a_bundle_of_ours_gives_its_routine_and_counts_the_rest() -> None:
    found = read(write(make_bundle([plan_definition(LADDER), {"resourceType": "Patient", "id": "a"}])))
    assert (found.routines, found.requests, found.left) == ((LADDER,), (), {"Patient": 1})


def test_what_a_server_gave_it_does_not_matter() -> None:
    plan = plan_definition(LADDER) | {
        "id": "4711",
        "meta": {"versionId": "3", "lastUpdated": "2026-05-04T10:00:00Z"},
        "text": {"status": "generated", "div": '<div xmlns="http://www.w3.org/1999/xhtml">x</div>'},
    }
    assert brought(dict(reversed(plan.items()))).routines == (LADDER,)


def test_a_structure_that_says_something_else_is_refused_with_both() -> None:
    plan = plan_definition(LADDER)
    hold = plan["action"][2]["action"][2]["action"][1]
    hold["timingRange"]["high"]["value"] = 300
    assert refused(plan) == (
        "PlanDefinition: the plan and the routine attached to it do not agree",
        "PlanDefinition.action[2].action[2].action[1].timingRange.high.value: 300, and the routine says 30",
    )


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all texts, numbers and yes-or-no in a value."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [found for number, inner in enumerate(value) for found in leaves(inner, (*path, number))]
    return [path]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([path for path in leaves(plan_definition(LADDER)) if path[0] not in ("id",)]))
def test_no_part_of_a_plan_can_be_changed_unnoticed(path: tuple[Any, ...]) -> None:
    plan = plan_definition(LADDER)
    place = plan
    for step in path[:-1]:
        place = place[step]
    old = place[path[-1]]
    place[path[-1]] = (not old) if isinstance(old, bool) else old + 1 if isinstance(old, int) else f"{old}x"
    try:
        found = brought(plan)
    except FhirRefused:
        return
    assert found.routines == ()  # what no longer says that it is ours is not read at all
    assert path in (("resourceType",), ("relatedArtifact", 0, "label"))


def carrying(routine_bytes: bytes, right_hash: bool = True) -> Any:
    plan = plan_definition(LADDER)
    digest = sha1(routine_bytes if right_hash else b"", usedforsecurity=False).digest()
    plan["relatedArtifact"][0]["document"] |= {
        "data": base64.b64encode(routine_bytes).decode(),
        "hash": base64.b64encode(digest).decode(),
    }
    return plan


DATA = "PlanDefinition.relatedArtifact[0].document.data"


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        (carrying(b"{}", right_hash=False), f"{DATA}: it is not as it was when it was written"),
        (carrying(b"{}"), f"{DATA}: this is no routine: routine lacks 'id'"),
        (carrying(b"[1]"), f"{DATA}: this is no routine: routine is no object"),
        (carrying(b"\xff"), f"{DATA}: this is no routine: 'utf-8' codec"),
        (carrying(b"[" * 100_000), f"{DATA}: this is no routine: "),
    ],
)  # fmt: skip
def test_an_attachment_that_is_no_routine_is_refused(plan: Any, problem: str) -> None:
    (told,) = refused(plan)
    assert told.startswith(problem)


@pytest.mark.parametrize("name", ["../../../tmp/evil", "a/b", "", "A b", "x" * 99])
def test_a_routine_whose_id_is_none_is_refused(name: str) -> None:
    """A file is named after it; one of others must not choose where."""
    plan = plan_definition(routine_from({**content(LADDER), "id": name})) | {"id": "harmless"}
    plan["identifier"] = plan["identifier"] if name else [{"system": plan["identifier"][0]["system"]}]
    (told,) = refused(plan)
    assert told == f"{DATA}: this is no routine: {name!r} is not an id"


def test_a_plan_of_a_later_version_is_refused() -> None:
    plan = plan_definition(LADDER)
    plan["relatedArtifact"][0]["label"] = "lissom-routine/2"
    assert refused(plan) == (
        "PlanDefinition.relatedArtifact[0].label: 'lissom-routine/2', "
        "and this version reads 'lissom-routine/1'",
    )


def test_two_routines_in_one_plan_are_refused() -> None:
    plan = plan_definition(LADDER)
    plan["relatedArtifact"] *= 2
    assert refused(plan) == ("PlanDefinition.relatedArtifact: 2 routines are attached, and not one",)


# From content back to a routine, and to a file


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(routines())
def test_content_comes_back(routine: Routine) -> None:
    assert routine_from(json.loads(json.dumps(content(routine)))) == routine


@pytest.mark.parametrize("name", library.ids())
def test_a_routine_written_down_is_read_as_it_was(name: str, tmp_path: Any) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(write_routine(library.routine(name), library.screening("red-flags")), encoding="utf-8")
    again, problems = library.routine_from_file(path)
    assert again == library.routine(name)
    assert [problem for problem in problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("version", "1", "routine.version cannot be '1'"),
        ("version", True, "routine.version cannot be True"),
        ("colour", "red", "routine has an unknown key 'colour'"),
        ("good_for", "x", "routine.good_for is no list"),
        ("symptoms", [{"symptom": "joy"}], "routine.symptoms[0] lacks "),
        ("review", {"status": "perhaps"}, "routine.review.status cannot be 'perhaps'"),
        ("goes_with", [1], "routine.goes_with[0] cannot be 1"),
        ("dose", {"sessions_a_week": {"least": 3, "most": 1, "usual": 1}}, "routine.dose"),
    ],
)
def test_content_that_is_none_is_told_with_its_place(key: str, value: Any, problem: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the text is compared below
        routine_from({**content(LADDER), key: value})
    assert str(error.value).startswith(problem)


# Others'

ORDER = {
    "resourceType": "ServiceRequest",
    "status": "active",
    "intent": "order",
    "subject": {"reference": "Patient/1"},
    "requester": {"display": "Dr. Who"},
    "code": {
        "coding": [
            {"system": SNOMED, "code": "229070002", "display": "Stretching exercises (regime/therapy)"}
        ],
        "text": "Calf stretches",
    },
    "occurrenceTiming": {
        "repeat": {
            "frequency": 2, "frequencyMax": 3, "period": 1, "periodUnit": "d", "duration": 5,
            "durationUnit": "min", "dayOfWeek": ["mon", "thu"], "boundsPeriod": {"end": "2026-06-01"},
        }
    },
}  # fmt: skip


def request_of(**changes: Any) -> Request:
    resource = copy.deepcopy(ORDER) | changes
    (found,) = brought({key: value for key, value in resource.items() if value is not None}).requests
    return found


def test_what_a_request_says_is_told_with_its_place_and_nothing_else() -> None:
    found = request_of()
    assert {each.path: each.words for each in found.said} == {
        "ServiceRequest.code.coding[0]": "229070002 (SNOMED CT), “Stretching exercises (regime/therapy)”; "
        "the code means “Stretching exercises”",
        "ServiceRequest.code.text": "“Calf stretches”",
        "ServiceRequest.occurrenceTiming.repeat": "2 to 3 times, every day, for 5 minutes each, "
        "on mon and thu, until 2026-06-01",
    }
    assert (found.warnings, found.disagreements, found.is_about_stretching) == ((), (), True)


def test_what_is_missing_is_asked_for_and_never_filled_in() -> None:
    found = request_of(occurrenceTiming=None, requester=None, code=None)
    assert found.said == ()
    assert found.missing == (
        "how often, and for how long",
        "which stretches, in which order: it refers to no plan",
        "how long a stretch is held, on which side, how often repeated, unless a text above says so",
        "what to stop for, unless a text above says so",
        "who asks for it",
    )
    assert not found.is_about_stretching


def coded(code: str, display: str | None, text: str | None, system: str = SNOMED) -> Any:
    coding = {"system": system, "code": code, **({"display": display} if display else {})}
    return {"coding": [coding], **({"text": text} if text else {})}


@pytest.mark.parametrize(
    ("code", "disagreements"),
    [
        (coded("229070002", "Stretching exercises", "Stretch your calves"), ()),
        (coded("229070002", None, None), ()),
        (
            coded("229070002", "Biofeedback therapy", None),
            ("the code 229070002 means “Stretching exercises”, and its display says “Biofeedback therapy”",),
        ),
        (
            coded("229070002", "Stretching exercises", "Wound dressing"),
            ("the code speaks of stretching, and the text does not: “Wound dressing”",),
        ),
        (
            coded("182687005", "Cardiac rehabilitation", "Stretches for the calf"),
            ("the text speaks of stretching, and no code beside it does: “Stretches for the calf”",),
        ),
        (coded("182687005", "Cardiac rehabilitation", "Walk for ten minutes"), ()),
        (
            coded("55411-3", "Step count", None, LOINC),
            ("the code 55411-3 means “Exercise duration”, and its display says “Step count”",),
        ),
    ],
)
def test_where_code_and_words_disagree_both_are_shown(code: Any, disagreements: tuple[str, ...]) -> None:
    assert tuple(each.words for each in request_of(code=code).disagreements) == disagreements


def test_what_is_there_and_not_told_is_named() -> None:
    found = request_of(
        quantityQuantity={"value": 3}, asNeededBoolean=True, instantiatesUri=["http://a.example/p"]
    )
    assert found.unread == ("ServiceRequest.quantityQuantity",)
    assert [each.words for each in found.said][-2:] == ["as needed", "it follows http://a.example/p"]
    assert "which stretches, in which order: it refers to no plan" not in found.missing


def test_no_text_of_others_moves_the_cursor() -> None:
    found = request_of(code={"text": "Stretch\x1b[2J\x9b2J\nnow"})
    assert next(each.words for each in found.said) == "“Stretch [2J 2J now”"
    (told,) = refused({**ORDER, "status": "\x1b[31mactive\x9b"})
    assert told.isprintable()


def test_a_stretcher_is_no_stretch() -> None:
    assert not request_of(code={"text": "Transport by stretcher"}).is_about_stretching


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"doNotPerform": True}, "it says that this is NOT to be done"),
        ({"status": "revoked"}, "it was revoked: do not follow it"),
        ({"status": "entered-in-error"}, "it was entered in error: do not follow it"),
        ({"intent": "proposal"}, "it is a proposal and no order"),
        (
            {"implicitRules": "http://a.example/r"},
            "http://a.example/r changes what it means; ask what it says",
        ),
        (
            {"modifierExtension": [{"url": "http://a.example/not", "valueBoolean": True}]},
            "http://a.example/not changes what it means; ask what it says",
        ),
    ],
)
def test_what_turns_a_request_round_is_told_first(changes: Any, warning: str) -> None:
    assert [each.words for each in request_of(**changes).warnings] == [warning]


CARE_PLAN = {
    "resourceType": "CarePlan",
    "status": "active",
    "intent": "plan",
    "subject": {"reference": "Patient/1"},
    "activity": [
        {
            "detail": {
                "status": "not-started",
                "doNotPerform": True,
                "code": {"text": "Hamstring stretch"},
                "scheduledString": "every morning",
                "description": "Hold for 30 seconds",
            }
        },
        {"reference": {"reference": "ServiceRequest/gone"}},
    ],
}


def test_a_care_plan_is_told_with_its_activities_and_what_it_refers_to() -> None:
    (found,) = brought(CARE_PLAN).requests
    assert [each.words for each in found.said] == [
        "“Hamstring stretch”",
        "“Hold for 30 seconds”",
        "every morning",
    ]
    assert [each.words for each in found.warnings] == [
        "it says that this is NOT to be done",
        "this activity is not-started",
        "it is a plan and no order",
    ]
    assert "CarePlan.activity[1].reference: ServiceRequest/gone is not in this file" in found.missing


def test_what_a_care_plan_refers_to_is_found_in_the_same_file() -> None:
    request = copy.deepcopy(ORDER) | {"id": "gone"}
    bundle = {"resourceType": "Bundle", "type": "collection",
              "entry": [{"resource": CARE_PLAN}, {"resource": request}]}  # fmt: skip
    plan, order = brought(bundle).requests
    assert (plan.path, order.path) == ("Bundle.entry[0].resource", "Bundle.entry[1].resource")
    assert not any("gone" in each for each in plan.missing)


def test_a_request_inside_another_resource_is_read_too() -> None:
    plan = copy.deepcopy(CARE_PLAN) | {"contained": [copy.deepcopy(ORDER) | {"id": "in"}]}
    plan["activity"] = [{"reference": {"reference": "#in"}}]
    assert [each.path for each in brought(plan).requests] == ["CarePlan", "CarePlan.contained[0]"]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        (
            {"status": "activ"},
            ["ServiceRequest.status: 'activ' is none that R4 knows; it knows draft, active"],
        ),
        ({"subject": None}, ["ServiceRequest.subject: missing"]),
        ({"colour": "red"}, ["ServiceRequest.colour: R4 has no such element here"]),
        ({"authoredOn": "2026-13-01"}, ["ServiceRequest.authoredOn: "]),
        (
            {"occurrenceTiming": {"repeat": {"frequency": "3"}}},
            ['ServiceRequest.occurrenceTiming.repeat.frequency: "3" is a text, and not a number'],
        ),
        (
            {"occurrenceTiming": {"repeat": {"period": 1, "periodUnit": "fortnight"}}},
            ["ServiceRequest.occurrenceTiming.repeat.periodUnit: 'fortnight' is no unit of time"],
        ),
        ({"doNotPerform": "no"}, ['ServiceRequest.doNotPerform: "no" is a text, and not true or false']),
        ({"note": ['{"text":"x"}']}, ["ServiceRequest.note[0]: "]),
        ({"contained": [{"resourceType": "Foo"}]}, ["ServiceRequest: R4 has no resource 'Foo'"]),
        (
            {"occurrenceTiming": {"repeat": {"duration": 5}}},
            ["ServiceRequest.occurrenceTiming.repeat.durationUnit: missing, so nobody knows how long 5 is"],
        ),
        (
            {"occurrenceDateTime": "2026-05-04"},
            ["ServiceRequest: only one of occurrenceDateTime, occurrencePeriod, occurrenceTiming may stand"],
        ),
        ({"code": {"text": None}}, ["ServiceRequest.code.text: null; leave out what has no value"]),
    ],
)
def test_a_fault_is_refused_with_its_path(changes: Any, problems: list[str]) -> None:
    resource = {key: value for key, value in (copy.deepcopy(ORDER) | changes).items() if value is not None}
    told = refused(resource)
    assert len(told) == len(problems)
    assert all(one.startswith(start) for one, start in zip(told, problems, strict=True))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "this is not JSON: line 1, column 1: expecting value"),
        (b"\xc3(", "the file is not text in UTF-8"),
        (b'{"a":1,"a":2}', "this is not JSON that can be read: a key stands twice in one object"),
        (
            b'{"resourceType":"ServiceRequest","x":NaN}',
            "this is not JSON that can be read: NaN is not a number",
        ),
        (b"[" * 100_000, "this is not JSON that can be read: "),
        (b"[]", "resourceType: missing, so this is no FHIR resource"),
        (b'{"resourceType":7}', "resourceType: missing, so this is no FHIR resource"),
        (b'{"resourceType":"Bundle","entry":{}}', "Bundle.entry: this must be a list"),
    ],
)
def test_what_is_no_fhir_is_told(text: bytes, problem: str) -> None:
    with pytest.raises(FhirRefused) as refusal:
        read(text)
    assert refusal.value.message.startswith(problem)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(("status", "intent", "code", "activity", "occurrenceTiming", "note", "relatedArtifact",
                        "contained", "modifierExtension", "entry", "orderDetail"))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(("ServiceRequest", "CarePlan", "PlanDefinition", "Bundle")),
    st.dictionaries(KEYS, JSON, max_size=4),
)
def test_whatever_is_brought_is_read_or_refused_in_words(kind: str, changes: Any) -> None:
    base = ORDER if kind == "ServiceRequest" else {"status": "active", "intent": "plan"}
    with suppress(FhirRefused):  # anything else that is raised would reach the person as a fault of ours
        brought({**base, "subject": {"reference": "Patient/1"}, "resourceType": kind, **changes})
