"""A machine as JSON: byte for byte the same, and strict about form."""

from __future__ import annotations

import json

import pytest

from lissom.machine.codec import MachineFormatError, as_json, dumps, from_json, loads, loads_alike
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


def test_machines_that_differ_in_their_options_alone_are_read_as_each_by_itself_and_share_their_states():
    shared = {}
    made = [machine_of("back-spasm", screened=f"{n}") for n in range(2)]
    texts = [dumps(machine) for machine in (*made, machine_of("back-spasm", repeats=4))]
    found = [loads_alike(text, shared) for text in texts]
    assert found == [loads(text) for text in texts]
    assert found[0].states is found[1].states
    assert len(shared) == 2


STATES = dumps(machine_of("back-spasm")).partition(b',"states":')[2]
HEADING = b'{"digest":"d","format":"lissom-machine/1","options":{},"routine":"r","start":"get-ready"'


@pytest.mark.parametrize(
    "heading",
    [
        HEADING,
        HEADING.replace(b"{}", b'{"a":",\\"states\\":"}'),
        HEADING.replace(b"{}", b'{"a":1,"states":{}}'),
        HEADING.replace(b"{}", b'{"a":"'),
        HEADING.replace(b"get-ready", b"nowhere"),
        HEADING.replace(b"machine/1", b"machine/2"),
        HEADING.replace(b'"r"', b"1"),
        HEADING.replace(b',"routine":"r"', b""),
        HEADING + b',"colour":"red"',
        HEADING + b',"start":"get-ready"',
        HEADING + b',"states":{}',
        HEADING + b"}",
        b"{",
        b"",
        b"\xff",
    ],
)
@pytest.mark.parametrize("rest", [STATES, STATES[:-3], STATES[:-2] + b',"start":"get-ready"}', b"{}}", b""])
def test_whatever_came_before_a_text_is_read_or_refused_as_by_itself(heading, rest):
    shared = {}
    loads_alike(HEADING + b',"states":' + STATES, shared)
    for text in (heading + b',"states":' + rest, heading + rest):
        assert told_of(lambda text=text: loads_alike(text, shared)) == told_of(lambda text=text: loads(text))


def told_of(read):
    """Return the machine that was read, or why there is none."""
    try:
        return read()
    except MachineFormatError as refusal:
        return refusal.message
