# ruff: noqa: E501 - a line here is a line that a person sees
"""Faults of form: one block, one key, one value at a time."""

from __future__ import annotations

import pytest

from tests.routine.page import Fault, lines, plant

FAULTS: tuple[Fault, ...] = (
    Fault(
        "another format",
        (
            "lissom: routine/1",
            "lissom: routine/2",
        ),
        """\
small.yaml:1:9: error[wrong-format]: 'routine/2' is not the format read here
  hint: write lissom: routine/1""",
    ),
    Fault(
        "a page of questions instead",
        (
            "lissom: routine/1",
            "lissom: screening/1",
        ),
        """\
small.yaml:1:9: error[wrong-format]: 'screening/1' is not the format read here
  hint: write lissom: routine/1""",
    ),
    Fault(
        "no format at all",
        (
            "lissom: routine/1\n",
            "",
        ),
        """\
small.yaml:1:1: error[missing-key]: routine needs 'lissom': the format and its version""",
    ),
    Fault(
        "a misspelt key",
        (
            "    repeats: 1..1\n",
            "    repaets: 1..1\n",
        ),
        """\
small.yaml:31:5: error[missing-key]: stretch needs 'repeats': how many times on a side in one round
small.yaml:37:5: error[unknown-key]: stretch has no key 'repaets'
  hint: did you mean 'repeats'?""",
    ),
    Fault(
        "a key from nowhere",
        (
            "version: 1\n",
            "version: 1\nauthor: Jo\n",
        ),
        """\
small.yaml:4:1: error[unknown-key]: routine has no key 'author'
  hint: its keys are lissom, id, version, language, title, summary, good_for, equipment, review, dose, goes_with, gentlest, screening, conditions, symptoms, get_ready, stretches, sources, cite""",
    ),
    Fault(
        "a comma outside quotes",
        (
            "words: a steady chair}",
            "words: a chair, steady and firm}",
        ),
        """\
small.yaml:10:33: error[unknown-key]: equipment has no key 'steady and firm'
  hint: a text with a comma in { } or [ ] stands in quotes""",
    ),
    Fault(
        "a missing key",
        (
            "        felt: the calf\n",
            "",
        ),
        """\
small.yaml:44:9: error[missing-key]: position needs 'felt': where the stretch is felt""",
    ),
    Fault(
        "a text instead of a block",
        (
            "review: {status: awaiting}",
            "review: awaiting",
        ),
        """\
small.yaml:11:9: error[wrong-type]: expected a block of keys, found a text
  hint: its keys are status, by, on, note""",
    ),
    Fault(
        "a block instead of a list",
        (
            "good_for: [bending]",
            "good_for: {bending: well}",
        ),
        """\
small.yaml:7:11: error[wrong-type]: expected a list, found a block of keys
  hint: put each item on a line that begins with -""",
    ),
    Fault(
        "a list instead of a text",
        (
            "title: A small routine",
            "title: [A small routine]",
        ),
        """\
small.yaml:5:8: error[wrong-type]: expected a text, found a list""",
    ),
    Fault(
        "a list instead of a map",
        (
            "cap_level: {ladder: 1}",
            "cap_level: [ladder]",
        ),
        """\
small.yaml:24:61: error[wrong-type]: expected a block of keys, found a list""",
    ),
    Fault(
        "nothing after a key",
        (
            "summary: A ladder and a roll.",
            "summary:",
        ),
        """\
small.yaml:6:9: error[empty]: nothing stands here
  hint: write a value, or leave the key out""",
    ),
    Fault(
        "an empty text",
        (
            "summary: A ladder and a roll.",
            'summary: " "',
        ),
        """\
small.yaml:6:10: error[empty]: nothing stands here
  hint: write a value, or leave the key out""",
    ),
    Fault(
        "an empty list",
        (
            "good_for: [bending]",
            "good_for: []",
        ),
        """\
small.yaml:7:11: error[empty]: the list is empty
  hint: leave the key out where there is nothing to say""",
    ),
    Fault(
        "an answer outside quotes",
        (
            "      leave_out: ladder\n",
            "      unsafe: no\n      leave_out: ladder\n",
        ),
        """\
small.yaml:21:15: error[needs-quotes]: YAML does not read 'no' as a text
  hint: put it in quotes""",
    ),
    Fault(
        "a number instead of a text",
        (
            "summary: A ladder and a roll.",
            "summary: 12",
        ),
        """\
small.yaml:6:10: error[needs-quotes]: YAML does not read '12' as a text
  hint: put it in quotes""",
    ),
    Fault(
        "a text instead of a number",
        (
            "version: 1",
            "version: one",
        ),
        """\
small.yaml:3:10: error[not-a-number]: 'one' is not a whole number
  hint: write digits, without quotes""",
    ),
    Fault(
        "yes instead of true",
        (
            "    waits: true",
            "    waits: yes",
        ),
        """\
small.yaml:69:12: error[not-a-flag]: 'yes' is neither true nor false
  hint: write true or false, without quotes""",
    ),
    Fault(
        "true in quotes",
        (
            "    waits: true",
            '    waits: "true"',
        ),
        """\
small.yaml:69:12: error[not-a-flag]: 'true' is neither true nor false
  hint: write true or false, without quotes""",
    ),
    Fault(
        "seconds without their unit",
        (
            "takes: 8s",
            "takes: 8",
        ),
        """\
small.yaml:41:57: error[not-seconds]: '8' is not a time in seconds
  hint: write it as 8s""",
    ),
    Fault(
        "seconds with another unit",
        (
            "takes: 8s",
            "takes: 8 sec",
        ),
        """\
small.yaml:41:57: error[not-seconds]: '8 sec' is not a time in seconds
  hint: write it as 8s""",
    ),
    Fault(
        "a range of another form",
        (
            "time: 20s..30s, usual",
            "time: 20-30s, usual",
        ),
        """\
small.yaml:50:22: error[not-a-range]: '20-30s' is not a range
  hint: write it as 20s..30s""",
    ),
    Fault(
        "a range that goes down",
        (
            "time: 20s..30s, usual",
            "time: 30s..20s, usual",
        ),
        """\
small.yaml:50:22: error[not-a-range]: '30s..20s' goes down
  hint: write it as 20s..30s""",
    ),
    Fault(
        "a range of nothing",
        (
            "repeats: 3..4",
            "repeats: 0..4",
        ),
        """\
small.yaml:67:14: error[out-of-range]: 0 is out of range
  hint: write a number from 1 to 20""",
    ),
    Fault(
        "a level too many",
        (
            "level: 2",
            "level: 4",
        ),
        """\
small.yaml:54:16: error[out-of-range]: 4 is out of range
  hint: write a number from 1 to 3""",
    ),
    Fault(
        "a number beyond all bounds",
        (
            "version: 1",
            "version: 99999999999999999999",
        ),
        """\
small.yaml:3:10: error[out-of-range]: 99999999999999999999 is out of range
  hint: write a number from 1 to 9999""",
    ),
    Fault(
        "a cap too long",
        (
            "cap: 20s",
            "cap: 61s",
        ),
        """\
small.yaml:82:40: error[out-of-range]: 61s is out of range
  hint: write a number from 10s to 60s""",
    ),
    Fault(
        "a word that is none of the choices",
        (
            "sides: alternating",
            "sides: alternate",
        ),
        """\
small.yaml:35:12: error[not-a-choice]: 'alternate' cannot stand here
  hint: did you mean 'alternating'?""",
    ),
    Fault(
        "a capital in an id",
        (
            "id: small",
            "id: Small",
        ),
        """\
small.yaml:2:5: error[bad-id]: 'Small' is not an id
  hint: small letters, digits and single hyphens, such as forward-roll""",
    ),
    Fault(
        "a path as an id",
        (
            "  first: red-flags",
            "  first: ../red-flags",
        ),
        """\
small.yaml:14:10: error[bad-id]: '../red-flags' is not an id
  hint: small letters, digits and single hyphens, such as forward-roll""",
    ),
    Fault(
        "a date of another form",
        (
            "review: {status: awaiting}",
            "review: {status: reviewed, by: Jo, on: 21.11.2026}",
        ),
        """\
small.yaml:11:40: error[bad-date]: '21.11.2026' is not a date
  hint: year-month-day: 2026-11-21""",
    ),
    Fault(
        "a day that the calendar has not",
        (
            "review: {status: awaiting}",
            "review: {status: reviewed, by: Jo, on: 2026-02-30}",
        ),
        """\
small.yaml:11:40: error[bad-date]: the calendar has no 2026-02-30
  hint: year-month-day: 2026-11-21""",
    ),
    Fault(
        "a title too long",
        (
            "title: A small routine",
            "title: " + "very " * 12 + "long",
        ),
        """\
small.yaml:5:8: error[too-long]: 64 characters
  hint: 60 is the most""",
    ),
    Fault(
        "too many items",
        (
            "good_for: [bending]",
            "good_for: [" + "well, " * 13 + "]",
        ),
        """\
small.yaml:7:11: error[too-long]: 13 items
  hint: 12 is the most""",
    ),
    Fault(
        "an unknown placeholder",
        (
            "Bend the {side} ankle.",
            "Bend the {sides} ankle.",
        ),
        """\
small.yaml:49:21: error[unknown-placeholder]: unknown placeholder '{sides}'
  hint: there are {Other} {Side} {other} {side}""",
    ),
    Fault(
        "a stray brace",
        (
            "Bend the {side} ankle.",
            "Bend the {side ankle.",
        ),
        """\
small.yaml:49:21: error[unknown-placeholder]: unknown placeholder '{'
  hint: there are {Other} {Side} {other} {side}""",
    ),
    Fault(
        "a placeholder in a title",
        (
            "title: Leg ladder",
            'title: "{Side} leg"',
        ),
        """\
small.yaml:32:12: error[unknown-placeholder]: unknown placeholder '{Side}'
  hint: no placeholder can stand here""",
    ),
    Fault(
        "an invisible character by its code",
        (
            "summary: A ladder and a roll.",
            'summary: "A\\u202eB"',
        ),
        """\
small.yaml:6:10: error[control-character]: invisible character U+202E
  hint: take it out""",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_told(fault: Fault) -> None:
    assert lines(plant(*fault.edits)) == fault.told
