# ruff: noqa: E501 - a line here is a line that a person sees
"""Faults of meaning: everything is well formed, but does not fit together."""

from __future__ import annotations

import pytest

from tests.routine.page import Fault, lines, plant

FAULTS: tuple[Fault, ...] = (
    Fault(
        "two stretches of one id",
        (
            "  - id: roll\n    title: Forward roll\n    posture",
            "  - id: ladder\n    title: Forward roll\n    posture",
            "leave_out: [roll], ",
            "",
        ),
        """\
small.yaml:62:9: error[duplicate-id]: two stretches are named 'ladder'
  hint: the first is in line 31; give one another id""",
    ),
    Fault(
        "two positions of one id",
        (
            "- id: chin\n",
            "- id: ankle\n",
        ),
        """\
small.yaml:52:13: error[duplicate-id]: two positions are named 'ankle'
  hint: the first is in line 44; give one another id""",
    ),
    Fault(
        "two conditions alike",
        (
            "conditions:\n",
            "conditions:\n  - {condition: osteoporosis, leave_out: [ladder]}\n",
        ),
        """\
small.yaml:25:17: error[duplicate-id]: two conditions are named 'osteoporosis'
  hint: the first is in line 24; give one another id""",
    ),
    Fault(
        "two symptoms alike",
        (
            "symptoms:\n",
            "symptoms:\n  - {symptom: pain, ends: session, afterwards: leave-out, until: contact, now: Rest.}\n",
        ),
        """\
small.yaml:27:15: error[duplicate-id]: two symptoms are named 'pain'
  hint: the first is in line 26; give one another id""",
    ),
    Fault(
        "a question named like an item",
        (
            "    - id: tight\n",
            "    - id: saddle\n",
        ),
        """\
small.yaml:16:11: error[duplicate-id]: another question or item is named 'saddle'
  hint: rename this question""",
    ),
    Fault(
        "a stretch that no other routine has",
        (
            "  - id: ladder\n",
            "  - use: other/bend\n  - id: ladder\n",
        ),
        """\
small.yaml:31:10: error[unknown-stretch]: there is no stretch 'other/bend'
  hint: write it as routine/stretch; the routine named must itself be free of errors""",
    ),
    Fault(
        "a question that closes an unknown stretch",
        (
            "      leave_out: ladder\n",
            "      leave_out: leder\n",
        ),
        """\
small.yaml:21:18: error[unknown-stretch]: there is no stretch 'leder'
  hint: did you mean 'ladder'?""",
    ),
    Fault(
        "conditions for unknown stretches",
        (
            "leave_out: [roll], cap_level: {ladder: 1}",
            "leave_out: [rol], cap_level: {bend: 1}",
        ),
        """\
small.yaml:24:43: error[unknown-stretch]: there is no stretch 'rol'
  hint: did you mean 'roll'?
small.yaml:24:61: error[unknown-stretch]: there is no stretch 'bend'
  hint: the stretches are ladder, roll""",
    ),
    Fault(
        "an unknown page of questions",
        (
            "  first: red-flags",
            "  first: red-flag",
        ),
        """\
small.yaml:14:10: error[unknown-screening]: there is no screening 'red-flag'
  hint: did you mean 'red-flags'?""",
    ),
    Fault(
        "an unknown condition",
        (
            "condition: osteoporosis",
            "condition: osteoporose",
        ),
        """\
small.yaml:24:17: error[unknown-condition]: there is no condition 'osteoporose'
  hint: did you mean 'osteoporosis'?""",
    ),
    Fault(
        "unknown poses",
        (
            "pose: sit.tall",
            "pose: sit.tal",
            "pose: roll.roll",
            "pose: nowhere",
        ),
        """\
small.yaml:29:76: error[unknown-pose]: there is no pose 'sit.tal'
  hint: did you mean 'sit.tall'?
small.yaml:79:15: error[unknown-pose]: there is no pose 'nowhere'""",
    ),
    Fault(
        "sides in a stretch without sides",
        (
            "Roll forwards.",
            '"Roll, {side} first."',
        ),
        """\
small.yaml:81:21: error[side-without-sides]: {side} in a stretch without sides
  hint: take it out, or say which sides there are""",
    ),
    Fault(
        "sides without the rest of it",
        (
            "    limb: leg\n",
            "",
            '    switch: {say: "Now the {other} leg.", brief: "{Other} leg."}\n',
            "",
        ),
        """\
small.yaml:34:12: error[missing-limb]: the stretch has sides, but no limb
  hint: add limb: leg, or what it is
small.yaml:34:12: error[missing-switch]: the stretch has sides, but no switch
  hint: add switch: with say and brief""",
    ),
    Fault(
        "repeats without a rest between",
        (
            "    between: {say: Rest., brief: Rest.}\n",
            "",
        ),
        """\
small.yaml:67:14: error[missing-between]: the stretch is repeated, but has no between
  hint: add between: with say and brief""",
    ),
    Fault(
        "rounds without sides",
        (
            "rounds: 1\n",
            "rounds: 1..2\n",
        ),
        """\
small.yaml:66:13: error[rounds-without-turns]: several rounds with sides: none
  hint: write rounds: 1..1, and more repeats""",
    ),
    Fault(
        "rounds in turn",
        (
            "sides: alternating",
            "sides: in-turn",
        ),
        """\
small.yaml:36:13: error[rounds-without-turns]: several rounds with sides: in-turn
  hint: write sides: alternating""",
    ),
    Fault(
        "a side by its name",
        (
            'move: {say: "Bend the {side} ankle."',
            'move: {say: "Bend the left ankle."',
        ),
        """\
small.yaml:49:21: error[side-by-name]: 'left' is said on both sides
  hint: write {side} or {other}, which become the word""",
    ),
    Fault(
        "a switch too short",
        (
            'brief: "{Other} leg."}',
            'brief: "{Other} leg.", takes: 4s}',
        ),
        """\
small.yaml:40:73: error[switch-too-short]: changing sides takes 4 s
  hint: write at least 5s""",
    ),
    Fault(
        "a rest too short",
        (
            "takes: 8s",
            "takes: 7s",
        ),
        """\
small.yaml:41:57: error[rest-too-short]: the rest that ends a stretch takes 7 s
  hint: write at least 8s""",
    ),
    Fault(
        "a rest that names the next stretch",
        (
            "rest: {say: Rest and breathe., brief: Rest., takes: 8s}",
            "rest: {say: Rest. Then the forward roll., brief: Rest., takes: 8s}",
        ),
        """\
small.yaml:41:17: error[names-what-follows]: rest names 'Forward roll'
  hint: it may be left out for this person; its own ready will name it""",
    ),
    Fault(
        "a stretch that waits in silence",
        (
            "ready: {say: Stand up. Press next., brief: Stand. Press next.}",
            "ready: {say: Stand up., brief: Stand. Press next.}",
        ),
        """\
small.yaml:70:18: error[wait-without-word]: the stretch waits, but the words do not say how to go on
  hint: say to press next""",
    ),
    Fault(
        "a first position of level 2",
        (
            "level: 1\n        pose: ladder.ankle",
            "level: 2\n        pose: ladder.ankle",
        ),
        """\
small.yaml:46:16: error[level-without-base]: the first position is not of level 1
  hint: write 1""",
    ),
    Fault(
        "levels that go down",
        (
            "level: 1\n        pose: ladder.ankle",
            "level: 3\n        pose: ladder.ankle",
        ),
        """\
small.yaml:46:16: error[level-without-base]: the first position is not of level 1
  hint: write 1
small.yaml:54:16: error[level-goes-down]: level 2 stands above level 3
  hint: each position adds to the one before""",
    ),
    Fault(
        "a last position without a hold",
        (
            "        hold: {time: 20s..30s, say: Hold it there., brief: Hold., cite: A12}\n",
            "",
        ),
        """\
small.yaml:52:9: error[level-not-held]: the last position of level 2 is not held
  hint: give it a hold""",
    ),
    Fault(
        "a gate before the first position",
        (
            "felt: the calf",
            "felt: the calf\n        gate: {held: ankle, for: 30s, own_yes: false, cite: A2}",
        ),
        """\
small.yaml:49:15: error[gate-at-first-rung]: the first position cannot have a gate""",
    ),
    Fault(
        "a gate of an unknown position",
        (
            "held: ankle",
            "held: ankel",
        ),
        """\
small.yaml:57:22: error[gate-unknown-position]: there is no position 'ankel'
  hint: did you mean 'ankle'?""",
    ),
    Fault(
        "a gate of the position itself",
        (
            "held: ankle",
            "held: chin",
        ),
        """\
small.yaml:57:22: error[gate-not-below]: 'chin' is not the position directly below
  hint: name the position directly below""",
    ),
    Fault(
        "a gate of a position that is not held",
        (
            "        hold: {time: 20s..30s, usual: 25s, say: Hold it there., brief: Hold., cite: A2}\n",
            "",
        ),
        """\
small.yaml:44:9: error[level-not-held]: the last position of level 1 is not held
  hint: give it a hold
small.yaml:56:22: error[gate-without-hold]: 'ankle' is not held
  hint: give 'ankle' a hold; the offer is made during it""",
    ),
    Fault(
        "a gate above an open hold",
        (
            "hold: {time: 20s..30s, usual: 25s,",
            "hold: {time: comfortable, cap: 30s,",
        ),
        """\
small.yaml:57:22: error[gate-on-open-hold]: an open hold has no full time
  hint: give the position below a range of seconds""",
    ),
    Fault(
        "a gate longer than the hold can be",
        (
            "for: 30s",
            "for: 31s",
        ),
        """\
small.yaml:57:34: error[gate-seconds]: 31 s lies outside the hold below, 20s..30s
  hint: write a time from 20s to 30s""",
    ),
    Fault(
        "a gate in a round that never comes",
        (
            "round: 2",
            "round: 3",
        ),
        """\
small.yaml:57:46: error[gate-round]: round 3 is never reached: there are 2
  hint: write at most 2""",
    ),
    Fault(
        "a gate without an offer",
        (
            "        offer: If you want more, press yes.\n",
            "",
        ),
        """\
small.yaml:57:15: error[gate-without-offer]: the gate waits for a yes that nothing asks for
  hint: add an offer: the question that is asked during the hold below""",
    ),
    Fault(
        "an offer without a gate",
        (
            "        gate: {held: ankle, for: 30s, round: 2, cite: A12}\n",
            "",
        ),
        """\
small.yaml:57:16: error[offer-without-gate]: an offer without a gate
  hint: add a gate that says what must have come true""",
    ),
    Fault(
        "an offer that nothing waits for",
        (
            "round: 2, cite",
            "round: 2, own_yes: false, cite",
        ),
        """\
small.yaml:58:16: error[offer-without-gate]: the gate does not wait for the answer
  hint: take the offer out, or write own_yes: true""",
    ),
    Fault(
        "an offer at level 1",
        (
            "level: 2",
            "level: 1",
        ),
        """\
small.yaml:54:16: error[offer-at-level-1]: level 1 makes no offers
  hint: write level: 2""",
    ),
    Fault(
        "an open hold without a cap",
        (
            "cap: 20s, ",
            "",
        ),
        """\
small.yaml:82:22: error[missing-cap]: a hold as long as comfortable needs a cap
  hint: add cap: 20s""",
    ),
    Fault(
        "an open hold with a usual time",
        (
            "cap: 20s",
            "cap: 20s, usual: 10s",
        ),
        """\
small.yaml:82:52: error[usual-on-open-hold]: a hold as long as comfortable has no usual time
  hint: take it out; the cap is the time""",
    ),
    Fault(
        "a timed hold with a cap",
        (
            "usual: 25s",
            "cap: 25s",
        ),
        """\
small.yaml:50:37: error[cap-on-timed-hold]: a timed hold has no cap
  hint: take the cap out""",
    ),
    Fault(
        "a usual time outside its range",
        (
            "usual: 25s",
            "usual: 35s",
        ),
        """\
small.yaml:50:39: error[usual-out-of-range]: 35 s lies outside 20s..30s""",
    ),
    Fault(
        "holds without a number in common",
        (
            "time: 20s..30s, usual: 25s",
            "time: 31s..40s",
            "for: 30s",
            "for: 31s",
        ),
        """\
small.yaml:60:22: error[holds-do-not-overlap]: 20..30 has no number in common with 31..40, the holds before
  hint: let all of them overlap, or write a single number""",
    ),
    Fault(
        "repeats without a number in common",
        (
            "repeats: 1..1\n",
            "repeats: 1..2\n    between: {say: Rest., brief: Rest.}\n",
        ),
        """\
small.yaml:37:14: error[repeats-with-rungs]: a stretch of several positions is repeated on one side
  hint: write repeats: 1..1, and rounds for once more
small.yaml:68:14: error[repeats-do-not-overlap]: 3..4 has no number in common with 1..2, the repeats before
  hint: let all of them overlap, or write a single number""",
    ),
    Fault(
        "more words than fit into the hold",
        (
            "say: Hold it there., brief: Hold., cite: A2",
            f"say: {'and ' * 51}, brief: Hold., cite: A2",
        ),
        """\
small.yaml:50:49: error[words-too-long-for-hold]: 51 words take longer than the shortest hold, 20 s
  hint: 50 words fit""",
    ),
    Fault(
        "more words than fit before the gate",
        (
            "offer: If you want more, press yes.",
            f"offer: {'or ' * 72}yes.",
        ),
        """\
small.yaml:58:16: error[words-too-long-for-hold]: with the words of the hold, 76 words take longer than 30 s
  hint: 75 words fit in all""",
    ),
    Fault(
        "more words than fit into the shortest open hold",
        (
            'say: "Breathe in, hold. Keep breathing."',
            f'say: "Breathe in, hold. Keep breathing.{" And on." * 11}"',
        ),
        """\
small.yaml:82:50: error[words-too-long-for-hold]: 27 words take longer than the shortest hold, 10 s
  hint: 25 words fit""",
    ),
    Fault(
        "a symptom not watched for",
        (
            "  - {symptom: tingling, ends: session, afterwards: leave-out, until: contact, now: Rest.}\n",
            "",
        ),
        """\
small.yaml:26:3: error[missing-symptom]: tingling is not watched for
  hint: add symptom: tingling""",
    ),
    Fault(
        "numbness that ends only the stretch",
        (
            "symptom: numbness, ends: session",
            "symptom: numbness, ends: stretch",
        ),
        """\
small.yaml:27:31: error[symptom-ends-too-little]: numbness ends the session
  hint: write ends: session""",
    ),
    Fault(
        "a condition without effect",
        (
            "leave_out: [roll], cap_level: {ladder: 1}",
            "cite: ours",
        ),
        """\
small.yaml:24:5: error[condition-without-effect]: it keeps nothing from the person
  hint: add leave_out or cap_level""",
    ),
    Fault(
        "an emergency question that closes nothing",
        (
            "      kind: history\n",
            "      kind: emergency\n",
        ),
        """\
small.yaml:17:13: error[unsafe-stays-open]: the unsafe answer to emergency closes too little
  hint: add close_all: true and until: contact
small.yaml:22:21: error[missing-number]: no number to call
  hint: write {number} where it is said""",
    ),
    Fault(
        "a question that closes for a day",
        (
            "      leave_out: ladder\n",
            "      leave_out: ladder\n      until: next-day\n",
        ),
        """\
small.yaml:22:14: error[until-next-day]: only the question of the next morning closes for a day
  hint: write taken-back or contact""",
    ),
    Fault(
        "a gentlest part that is not there",
        (
            "screening:\n",
            "gentlest: [rol]\nscreening:\n",
        ),
        """\
small.yaml:13:12: error[unknown-stretch]: there is no stretch 'rol'
  hint: did you mean 'roll'?""",
    ),
    Fault(
        "a review without a name",
        (
            "status: awaiting",
            "status: reviewed",
        ),
        """\
small.yaml:11:9: error[review-without-name]: a reviewed routine needs 'by'
  hint: add by: and the name
small.yaml:11:9: error[review-without-name]: a reviewed routine needs 'on'
  hint: add on: and the date, such as 2026-11-21""",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_told(fault: Fault) -> None:
    assert lines(plant(*fault.edits)) == fault.told
