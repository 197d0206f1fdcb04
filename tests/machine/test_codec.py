"""A machine as JSON: byte for byte the same, and strict about form."""

from __future__ import annotations

import json

import pytest

from lissom.machine.codec import MachineFormatError, as_json, dumps, from_json, loads
from tests.machine.walk import machine_of


def test_it_round_trips_byte_for_byte():
    text = dumps(machine_of("seated-leg-ladder", level=3))
    assert dumps(loads(text)) == text
    assert text.endswith(b"}\n")


def test_equal_input_gives_equal_bytes():
    assert dumps(machine_of("back-spasm")) == dumps(machine_of("back-spasm"))


def test_the_digest_is_that_of_the_content_and_options_do_not_change_it():
    one, other = machine_of("back-spasm"), machine_of("back-spasm", repeats=4, lead="right")
    assert one.digest == other.digest
    assert one.digest.startswith("sha256:")


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda m: m.pop("start"), "machine lacks 'start'"),
        (
            lambda m: m.update(format="lissom-machine/2"),
            "format is 'lissom-machine/2', not 'lissom-machine/1'",
        ),
        (lambda m: m.update(colour="red"), "machine has an unknown key 'colour'"),
        (lambda m: m.update(start="nowhere"), "the start 'nowhere' is not a state"),
        (
            lambda m: m["states"]["get-ready"].update(seconds="5"),
            "state 'get-ready': 'seconds' has the wrong type",
        ),
        (
            lambda m: m["states"]["get-ready"].update(seconds=True),
            "state 'get-ready': 'seconds' has the wrong type",
        ),
        (
            lambda m: m["states"]["get-ready"].update(kind="dance"),
            "state 'get-ready': there is no kind 'dance'",
        ),
        (
            lambda m: m["states"]["get-ready"]["on"].update(next="nowhere"),
            "state 'get-ready': 'next' leads to 'nowhere', which is not a state",
        ),
        (lambda m: m["states"]["get-ready"]["cue"].pop("say"), "state 'get-ready', cue lacks 'say'"),
    ],
)
def test_what_is_not_a_machine_is_refused_with_the_place(harm, message):
    content = json.loads(json.dumps(as_json(machine_of("back-spasm"))))
    harm(content)
    with pytest.raises(MachineFormatError) as refusal:
        from_json(content)
    assert refusal.value.message == message


@pytest.mark.parametrize(
    "text", [b"", b"[", b"\xff\xfe", b"null", b'{"format": 1, "format": 2}', b"[" * 100_000]
)
def test_hostile_json_is_refused_in_words(text):
    with pytest.raises(MachineFormatError):
        loads(text)
