"""What is asked of spoken words: sides, breath, and being short enough for the time there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lissom.routine.blocks import Block
from lissom.routine.grammar import REST_TAKES, SHORTEST_CAP, SIDED, SWITCH_TAKES
from lissom.routine.measures import COMFORTABLE
from lissom.routine.model import Range
from lissom.routine.problem import Report
from lissom.routine.side_names import named_side

WORDS_A_SECOND = 2.5  # a calm voice [L11]
STRETCH_WORDS = ("ready", "steady", "switch", "between", "rest", "let_go")
SHOWN = ("title", "limb", "felt")
POSITION_WORDS = ("move", "hold", "release")
LEAST_TAKES = {
    "switch": (SWITCH_TAKES, "switch-too-short", "changing sides"),
    "rest": (REST_TAKES, "rest-too-short", "the rest that ends a stretch"),
}

_PLACEHOLDER = re.compile("|".join(rf"\{{{name}\}}" for name in SIDED))


class LanguageWords(NamedTuple):
    """How a language asks to breathe in, asks to breathe on, and names the key `next`."""

    breath_in: re.Pattern[str]
    breath_on: re.Pattern[str]
    keep_breathing: str
    next: re.Pattern[str]
    press_next: str


# Words of another language are not looked into: nothing here knows what they say.
TELLING = {
    "en": LanguageWords(
        re.compile(r"\b(breathe|breath|breathing)\s+in\b|\binhale\b|\bhold\s+your\s+breath\b", re.I),
        re.compile(
            r"\b(keep|go\s+on|carry\s+on)\s+breathing\b|\bbreathe\s+(on|freely|normally|easily)\b", re.I
        ),
        "Keep breathing.",
        re.compile(r"\bnext\b", re.I),
        "press next",
    ),
    "fr": LanguageWords(
        re.compile(r"\binspire[rz]?\b|\b(retenez|retenir|bloquez)\b.*\b(souffle|respiration)\b", re.I),
        re.compile(
            r"\bcontinuez\s+(à|de)\s+respirer\b|\brespirez\s+(toujours|librement|normalement)\b", re.I
        ),
        "Continuez à respirer.",
        re.compile(r"\bsuivant\b", re.I),
        "appuyez sur suivant",
    ),
}


def seconds_to_say(text: str) -> float:
    """Return how long a calm voice needs for a text."""
    return len(text.split()) / WORDS_A_SECOND


def check_words(stretch: Block, language: str, report: Report) -> None:
    """Check every word of a stretch in a language."""
    telling = TELLING.get(language.partition("-")[0])
    _check_sides(stretch, language, report)
    _check_least_times(stretch, report)
    _check_waiting(stretch, telling, report)
    for position in stretch.blocks("positions"):
        _check_hold_words(position.get("hold"), telling, report)
    _check_offers(list(stretch.blocks("positions")), report)


def said_in(stretch: Block) -> Iterator[tuple[Block, str]]:
    """Go through everything that is said in a stretch: the block it stands in, and its key."""
    positions = list(stretch.blocks("positions"))
    groups = [(stretch, key) for key in STRETCH_WORDS] + [
        (p, key) for p in positions for key in POSITION_WORDS
    ]
    for owner, key in groups:
        if words := owner.get(key):
            yield from ((words, form) for form in ("say", "brief") if form in words)
    yield from ((position, "offer") for position in positions if "offer" in position)


def shown_in(stretch: Block) -> Iterator[tuple[Block, str]]:
    """Go through what is shown of a stretch as it stands, with no side put in."""
    owners = [stretch, *stretch.blocks("positions")]
    yield from ((owner, key) for owner in owners for key in SHOWN if owner.get(key))


def _check_sides(stretch: Block, language: str, report: Report) -> None:
    if stretch.get("sides") != "none":
        return _check_names_of_sides(stretch, language, report)
    for owner, key in said_in(stretch):
        if found := _PLACEHOLDER.search(owner.get(key)):
            hint = "take it out, or say which sides there are"
            report.add(
                "side-without-sides", owner.at(key), f"{found.group()} in a stretch without sides", hint
            )


def _check_names_of_sides(stretch: Block, language: str, report: Report) -> None:
    """The same words are said on both sides: "left" would be wrong on the right."""
    hints = [(said_in(stretch), "write {side} or {other}, which become the word")]
    hints.append((shown_in(stretch), "leave the side out here: it is shown beside"))
    for texts, hint in hints:
        for owner, key in texts:
            if found := named_side(owner.get(key), language):
                report.add("side-by-name", owner.at(key), f"'{found}' is said on both sides", hint)


def _check_least_times(stretch: Block, report: Report) -> None:
    for key, (least, code, what) in LEAST_TAKES.items():
        words = stretch.get(key)
        if words and words.get("takes", least) < least:
            report.add(
                code, words.at("takes"), f"{what} takes {words.get('takes')} s", f"write at least {least}s"
            )


def _check_waiting(stretch: Block, telling: LanguageWords | None, report: Report) -> None:
    ready = stretch.get("ready")
    if not (telling and stretch.get("waits") and ready):
        return
    for form in ("say", "brief"):
        if form in ready and not telling.next.search(ready.get(form)):
            message = "the stretch waits, but the words do not say how to go on"
            report.add("wait-without-word", ready.at(form), message, f"say to {telling.press_next}")


def _check_hold_words(hold: Block | None, telling: LanguageWords | None, report: Report) -> None:
    if hold is None:
        return
    if telling:
        _check_breath(hold, telling, report)
    least = _least_seconds(hold)
    say = hold.get("say")
    if least and say and seconds_to_say(say) > least:
        message = f"{len(say.split())} words take longer than the shortest hold, {least} s"
        report.add(
            "words-too-long-for-hold", hold.at("say"), message, f"{int(least * WORDS_A_SECOND)} words fit"
        )


def _least_seconds(hold: Block) -> int | None:
    time = hold.get("time")
    if isinstance(time, Range):
        return time.least
    return SHORTEST_CAP if time == COMFORTABLE else None


def _check_breath(hold: Block, telling: LanguageWords, report: Report) -> None:
    for form in ("say", "brief"):
        text = hold.get(form, "")
        into = telling.breath_in.search(text)
        if into and not telling.breath_on.search(text, into.end()):
            report.add(
                "breath-held",
                hold.at(form),
                "breathing in is said, breathing on is not",
                f"add: {telling.keep_breathing}",
            )


def _check_offers(positions: list[Block], report: Report) -> None:
    """The offer is spoken after the words of the hold below, within the seconds of the gate."""
    for below, position in pairwise(positions):
        hold, gate, offer = below.get("hold"), position.get("gate"), position.get("offer")
        if not (hold and gate and offer and hold.get("say") and gate.get("for")):
            continue
        said = f"{hold.get('say')} {offer}"
        if seconds_to_say(said) > gate.get("for"):
            message = (
                f"with the words of the hold, {len(said.split())} words take longer than {gate.get('for')} s"
            )
            fit = int(gate.get("for") * WORDS_A_SECOND)
            report.add("words-too-long-for-hold", position.at("offer"), message, f"{fit} words fit in all")
