# ruff: noqa: RUF001 - the marks under test look like others
"""Slips of the pen: told where they were made, once, with what to write instead."""

from __future__ import annotations

import pytest

from lissom.routine.meant_numbers import meant_range, meant_seconds
from tests.routine.page import Fault, lines, plant

QUOTES: tuple[Fault, ...] = (
    Fault(
        "typographic marks around a text",
        ("title: Leg ladder", "title: “Leg ladder”"),
        """\
small.yaml:32:12: error[typographic-quotes]: typographic quotation marks do not enclose a text
  hint: write straight quotes: "Leg ladder\"""",
    ),
    Fault(
        "single typographic marks around a word",
        ("posture: sitting", "posture: ‘sitting’"),
        """\
small.yaml:34:14: error[typographic-quotes]: typographic quotation marks do not enclose a text
  hint: write straight quotes: "sitting\"""",
    ),
    Fault(
        "a colon in a text with typographic marks",
        ("summary: A ladder and a roll.", "summary: “A ladder: and a roll.”"),
        """\
small.yaml:6:10: error[typographic-quotes]: typographic quotation marks do not enclose a text
  hint: write straight quotes""",
    ),
    Fault(
        "typographic marks within a text",
        ("summary: A ladder and a roll.", "summary: “Leg ladder” and ‘roll’, the hip’s “own”"),
        "",
    ),
    Fault(
        "typographic marks within straight ones",
        ("summary: A ladder and a roll.", 'summary: "“A ladder and a roll.”"'),
        "",
    ),
    Fault(
        "a closing mark forgotten",
        (
            '    switch: {say: "Now the {other} leg.", brief: "{Other} leg."}\n',
            '    switch:\n      say: "Now the {other} leg.\n      brief: "{Other} leg."\n',
        ),
        """\
small.yaml:41:12: error[yaml-syntax]: the quotation mark that opens here is not closed
  hint: write " after the text""",
    ),
    Fault(
        "a closing mark forgotten within braces",
        ('brief: "{Side} leg."}', 'brief: "{Side} leg.}'),
        """\
small.yaml:39:50: error[yaml-syntax]: the quotation mark that opens here is not closed
  hint: write " after the text""",
    ),
    Fault(
        "straight marks within straight ones",
        ("summary: A ladder and a roll.", 'summary: "A "ladder" and a roll."'),
        """\
small.yaml:6:14: error[yaml-syntax]: text stands after the closing quotation mark
  hint: close it at the end of the text; inside a text it is written \\\"""",
    ),
    Fault(
        "an apostrophe within apostrophes",
        ("summary: A ladder and a roll.", "summary: 'Don't climb.'"),
        """\
small.yaml:6:15: error[yaml-syntax]: text stands after the closing quotation mark
  hint: a text with an apostrophe stands in double quotes""",
    ),
    Fault(
        "a colon within braces",
        ("say: Let go now.", "say: Let go: now."),
        """\
small.yaml:42:25: error[yaml-syntax]: a colon stands in a text without quotes
  hint: a text with a colon in it stands in quotes""",
    ),
)

LINES: tuple[Fault, ...] = (
    Fault(
        "a tab",
        ("    limb: leg", "\tlimb: leg"),
        """\
small.yaml:33:1: error[yaml-syntax]: a tab stands here
  hint: indent with spaces, not with the tab key""",
    ),
    Fault(
        "a hard space",
        ("    limb: leg", "   \u00a0limb: leg"),
        """\
small.yaml:33:4: error[yaml-syntax]: a hard space stands here
  hint: write a plain space instead""",
    ),
    Fault(
        "a space too many",
        ("    title: Leg ladder", "     title: Leg ladder"),
        """\
small.yaml:32:6: error[yaml-syntax]: the line begins with 1 space too many
  hint: begin it with 4 spaces, straight below 'id' in line 31""",
    ),
    Fault(
        "a space too few",
        ("    title: Leg ladder", "   title: Leg ladder"),
        """\
small.yaml:32:4: error[yaml-syntax]: the line begins with 1 space too few
  hint: begin it with 4 spaces, straight below 'id' in line 31""",
    ),
    Fault(
        "two spaces too many before an item",
        ("      - id: chin", "        - id: chin"),
        """\
small.yaml:52:9: error[yaml-syntax]: the line begins with 2 spaces too many
  hint: begin it with 6 spaces, straight below the dash in line 44""",
    ),
    Fault(
        "the first dash of a list forgotten",
        ("  - id: ladder", "    id: ladder"),
        """\
small.yaml:31:5: error[yaml-syntax]: a list item begins here without its dash
  hint: write '  - id: ladder', as in line 62""",
    ),
    Fault(
        "a later dash of a list forgotten",
        ("      - id: chin", "        id: chin"),
        """\
small.yaml:52:9: error[duplicate-key]: 'id' stands twice
  hint: it was first said in line 44; a new list item begins with a dash""",
    ),
    Fault(
        "a colon forgotten",
        ("    limb: leg", "    limb leg"),
        """\
small.yaml:33:5: error[yaml-syntax]: not YAML: while scanning a simple key could not find expected ':'
  hint: after a key stand a colon and a space""",
    ),
    Fault(
        "a brace forgotten",
        ("pose: sit.tall}", "pose: sit.tall"),
        """\
small.yaml:29:12: error[yaml-syntax]: not YAML: while parsing a flow mapping did not find expected ',' or '}'
  hint: close it with }; commas stand between its keys""",
    ),
)

VALUES: tuple[Fault, ...] = (
    Fault(
        "a time below nothing",
        ("takes: 8s", "takes: -8s"),
        """\
small.yaml:41:57: error[not-seconds]: '-8s' is not a time in seconds
  hint: write a number from 0s to 120s""",
    ),
    Fault(
        "a cap without its unit",
        ("cap: 20s", "cap: 25"),
        """\
small.yaml:82:40: error[not-seconds]: '25' is not a time in seconds
  hint: write it as 25s""",
    ),
    Fault(
        "a hold in other words",
        ("time: 20s..30s, usual", "time: 25 to 40, usual"),
        """\
small.yaml:50:22: error[not-a-range]: '25 to 40' is not a range
  hint: write it as 25s..40s""",
    ),
    Fault(
        "repeats in other words",
        ("repeats: 3..4", "repeats: about five"),
        """\
small.yaml:67:14: error[not-a-range]: 'about five' is not a range
  hint: write one number, or two with .. between, from 1 to 20""",
    ),
    Fault(
        "as long as comfortable",
        ("time: comfortable", "time: as long as comfortable"),
        """\
small.yaml:82:22: error[not-a-range]: 'as long as comfortable' is not a range
  hint: write it as comfortable""",
    ),
    Fault(
        "no for none",
        ("sides: none", "sides: no"),
        """\
small.yaml:65:12: error[not-a-choice]: 'no' cannot stand here
  hint: write none or in-turn or alternating""",
    ),
    Fault(
        "an id taken twice, so that the other is missed",
        (
            "  - id: roll\n    title: Forward roll\n    posture",
            "  - id: ladder\n    title: Roll\n    posture",
        ),
        """\
small.yaml:62:9: error[duplicate-id]: two stretches are named 'ladder'
  hint: the first is in line 31; give one another id""",
    ),
    Fault(
        "a clause that no handout has",
        ("cite: A5", "cite: [A15, A0, B11, B99]", "clause: A15", "clause: A16"),
        """\
small.yaml:38:17: warning[unknown-clause]: there is no A0
  hint: write A1 to A15, or name the source in full
small.yaml:38:26: warning[unknown-clause]: there is no B99
  hint: write B1 to B11, or name the source in full
small.yaml:85:14: warning[unknown-clause]: there is no A16
  hint: write A1 to A15, or name the source in full""",
    ),
    Fault(
        "evidence that is not there",
        ("cite: A5", "cite: [EVIDENCE 0, EVIDENCE 10, EVIDENCE 11, Smith 2019, B12 of my own]"),
        """\
small.yaml:38:37: warning[unknown-clause]: there is no EVIDENCE 11
  hint: write EVIDENCE 0 to EVIDENCE 10, or name the source in full""",
    ),
)


@pytest.mark.parametrize("slip", QUOTES + LINES + VALUES, ids=lambda slip: slip.name)
def test_it_is_told_once_with_its_cause(slip: Fault) -> None:
    assert lines(plant(*slip.edits)) == slip.told


# following a hint never changes a number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8", "8s"),
        ("8 s", "8s"),
        ("8 sec.", "8s"),
        ("8 Seconds", "8s"),
        ("“8s”", "8s"),
        ("2 min", "120s"),
        ("3 min", None),  # more than can be
        ("-8s", None),
        ("1.5s", None),
        ("0:30", None),
        ("8 h", None),
        ("20s..30s", None),
        ("eight", None),
        ("8" * 5, None),
        ("8" + " " * 200_000 + "s", None),
    ],
)
def test_a_time_is_meant_as_it_was_written(written: str, meant: str | None) -> None:
    assert meant_seconds(written, 0, 120) == meant


@pytest.mark.parametrize(
    ("written", "unit", "meant"),
    [
        ("20-30s", "s", "20s..30s"),
        ("20s–30s", "s", "20s..30s"),
        ("20...30", "s", "20s..30s"),
        ("20 to 30 seconds", "s", "20s..30s"),
        ("30 to 20", "s", "20s..30s"),
        ("1-2 min", "s", "60s..120s"),
        ("25", "s", "25s"),
        ("20s..30", "s", "20s..30s"),
        ("20-30-40", "s", None),
        ("-20..30", "s", None),
        ("20..400", "s", None),
        ("3-4", "", "3..4"),
        ("3 or 4 times", "", "3..4"),
        ("3x", "", "3"),
        ("3s", "", None),
        ("about 3", "", None),
    ],
)
def test_a_range_is_meant_as_it_was_written(written: str, unit: str, meant: str | None) -> None:
    assert meant_range(written, unit, 1, 300) == meant
