"""What is asked of the rungs of a stretch: levels, gates, offers, holds."""

from __future__ import annotations

from lissom.routine.blocks import Block
from lissom.routine.check_names import check_names
from lissom.routine.measures import COMFORTABLE
from lissom.routine.model import Range
from lissom.routine.problem import Report

_BELOW = "name the position directly below"


def check_positions(stretch: Block, report: Report) -> None:
    """Check the rungs from the first up."""
    positions = list(stretch.blocks("positions"))
    check_names(((each.get("id"), each.at("id")) for each in positions), "positions", report)
    _check_levels(positions, report)
    for index, position in enumerate(positions):
        _check_hold(position.get("hold"), report)
        _check_offer(position, report)
        if "gate" in position:
            _check_gate(stretch, positions, index, report)


def _check_levels(positions: list[Block], report: Report) -> None:
    levels = [position.get("level") for position in positions]
    if None in levels or not levels:
        return
    if levels[0] != 1:
        report.add(
            "level-without-base", positions[0].at("level"), "the first position is not of level 1", "write 1"
        )
    for index, position in enumerate(positions):
        if index and levels[index] < levels[index - 1]:
            message = f"level {levels[index]} stands above level {levels[index - 1]}"
            report.add(
                "level-goes-down", position.at("level"), message, "each position adds to the one before"
            )
        if index + 1 == len(levels) or levels[index + 1] > levels[index]:
            _check_top(position, levels[index], report)


def _check_top(position: Block, level: int, report: Report) -> None:
    if "hold" not in position.spots:
        message = f"the last position of level {level} is not held"
        report.add("level-not-held", position.spot, message, "give it a hold")


def _check_hold(hold: Block | None, report: Report) -> None:
    time = hold.get("time") if hold else None
    if hold is None or time is None:
        return
    if time == COMFORTABLE:
        _check_open_hold(hold, report)
        return
    if "cap" in hold.spots:
        report.add("cap-on-timed-hold", hold.at("cap"), "a timed hold has no cap", "take the cap out")
    usual = hold.get("usual")
    if usual is not None and usual not in time:
        message = f"{usual} s lies outside {time.least}s..{time.most}s"
        report.add("usual-out-of-range", hold.at("usual"), message)


def _check_open_hold(hold: Block, report: Report) -> None:
    if "cap" not in hold.spots:
        report.add(
            "missing-cap", hold.at("time"), "a hold as long as comfortable needs a cap", "add cap: 20s"
        )
    if "usual" in hold.spots:
        hint = "take it out; the cap is the time"
        report.add(
            "usual-on-open-hold", hold.at("usual"), "a hold as long as comfortable has no usual time", hint
        )


def _check_offer(position: Block, report: Report) -> None:
    gate = position.get("gate")
    if "offer" in position.spots and "gate" not in position.spots:
        hint = "add a gate that says what must have come true"
        report.add("offer-without-gate", position.at("offer"), "an offer without a gate", hint)
    if gate and gate.get("own_yes", True) and "offer" not in position.spots:
        hint = "add an offer: the question that is asked during the hold below"
        report.add(
            "gate-without-offer", position.at("gate"), "the gate waits for a yes that nothing asks for", hint
        )
    if gate and not gate.get("own_yes", True) and "offer" in position:
        hint = "take the offer out, or write own_yes: true"
        report.add("offer-without-gate", position.at("offer"), "the gate does not wait for the answer", hint)
    if "offer" in position and position.get("level") == 1:
        report.add("offer-at-level-1", position.at("level"), "level 1 makes no offers", "write level: 2")


def _check_gate(stretch: Block, positions: list[Block], index: int, report: Report) -> None:
    gate, held = positions[index].get("gate"), positions[index].get("gate").get("held")
    if index == 0:
        report.add("gate-at-first-rung", positions[0].at("gate"), "the first position cannot have a gate")
    elif held is not None:
        _check_held(gate, held, positions, index, report)
    _check_round(stretch, gate, report)


def _check_held(gate: Block, held: str, positions: list[Block], index: int, report: Report) -> None:
    ids = [position.get("id") for position in positions]
    below = positions[index - 1]
    if held not in ids:
        hint = report.guess(held, [name for name in ids if name]) or _BELOW
        report.add("gate-unknown-position", gate.at("held"), f"there is no position {held!r}", hint)
    elif held != below.get("id"):
        message = f"{held!r} is not the position directly below"
        report.add("gate-not-below", gate.at("held"), message, _BELOW)
    elif "hold" not in below.spots:
        hint = f"give {held!r} a hold; the offer is made during it"
        report.add("gate-without-hold", gate.at("held"), f"{held!r} is not held", hint)
    elif hold := below.get("hold"):
        _check_gate_seconds(gate, hold.get("time"), report)


def _check_gate_seconds(gate: Block, time: Range | str | None, report: Report) -> None:
    seconds = gate.get("for")
    if time == COMFORTABLE:
        hint = "give the position below a range of seconds"
        report.add("gate-on-open-hold", gate.at("held"), "an open hold has no full time", hint)
    elif isinstance(time, Range) and seconds is not None and seconds not in time:
        message = f"{seconds} s lies outside the hold below, {time.least}s..{time.most}s"
        report.add(
            "gate-seconds", gate.at("for"), message, f"write a time from {time.least}s to {time.most}s"
        )


def _check_round(stretch: Block, gate: Block, report: Report) -> None:
    rounds, number = stretch.get("rounds"), gate.get("round")
    if rounds and number and number > rounds.usual:
        message = f"round {number} is never reached: there are {rounds.usual}"
        report.add("gate-round", gate.at("round"), message, f"write at most {rounds.usual}")
