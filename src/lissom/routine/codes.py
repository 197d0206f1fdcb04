"""Every code a problem can have, with its severity and what it means.

The reference page is made from this table, and a test asks that each code is provoked once.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class ProblemCode(NamedTuple):
    """How grave a problem is, and what it says in general."""

    severity: Literal["error", "warning"]
    meaning: str


def _errors(**meanings: str) -> dict[str, ProblemCode]:
    return {name.replace("_", "-"): ProblemCode("error", meaning) for name, meaning in meanings.items()}


def _warnings(**meanings: str) -> dict[str, ProblemCode]:
    return {name.replace("_", "-"): ProblemCode("warning", meaning) for name, meaning in meanings.items()}


FILE = _errors(
    no_such_file="There is no file of that name.",
    not_a_file="It is a folder, or something else that cannot be read as a file.",
    not_readable="The system does not let the file be read.",
    too_large="The file is larger than 256 KiB; it is not read at all.",
    not_utf8="The file is not UTF-8 text.",
    control_character="The text holds an invisible control character.",
    yaml_syntax="The text is not YAML.",
    empty_file="The file holds nothing.",
    several_documents="The file holds more than one YAML document.",
    directive="The file uses a YAML directive (a line that begins with %).",
    anchor="The file uses a YAML anchor (&name); every text is written where it stands.",
    alias="The file uses a YAML alias (*name); every text is written where it stands.",
    tag="The file uses a YAML tag (!name).",
    too_deep="Lists and blocks are nested too deeply.",
    too_many_nodes="The file holds too many values.",
    duplicate_key="A key stands twice in one block.",
    key_not_text="A key is a list, a block or nothing; keys are words.",
    and_more="There are more problems than anybody reads at once.",
)

TRANSLATION = _errors(
    not_fluent="A line of a translation is not Fluent.",
    missing_message="A translation has no message for some words of its source.",
    unknown_message="A translation has a message for words that its source does not have.",
    placeholders_differ="A message has not the placeholders of its source.",
    duplicate_message="A message stands twice in a translation.",
    message_not_plain="A message holds something else than words and placeholders.",
    ambiguous_message="Two texts of the source would be the same message.",
)

SHAPE = _errors(
    wrong_format="The first line does not name the format that is expected.",
    unknown_key="The block has no such key.",
    missing_key="A key that the block needs is not there.",
    wrong_type="A block, a list or a text stands where another of these is expected.",
    empty="Nothing stands where something is expected.",
    needs_quotes="YAML would read this text as a number or as true or false.",
    not_a_number="Something else stands where a whole number is expected.",
    not_a_flag="Something else than true or false stands there.",
    not_seconds="Something else stands where seconds are expected, such as 20s.",
    not_a_range="Something else stands where a range is expected, such as 20s..30s or 3..4.",
    out_of_range="A number is smaller or larger than can be.",
    not_a_choice="The word is none of those that can stand there.",
    typographic_quotes="Typographic quotation marks stand around a text in place of straight ones.",
    bad_id="The word does not have the form of an id.",
    bad_date="The text is not a date such as 2026-11-21.",
    too_long="The text or the list is longer than can be.",
    unknown_placeholder="The text holds a placeholder that does not exist here, or a stray brace.",
)

MEANING = _errors(
    duplicate_id="Two things of one kind have the same id.",
    unknown_stretch="No stretch has this id.",
    unknown_screening="No screening page has this id.",
    unknown_condition="The health page has no item of this id.",
    unknown_pose="No pose has this name.",
    side_by_name="A side is named where the words are said for both; write {side} or {other}.",
    side_without_sides="The words speak of a side, but the stretch has none.",
    missing_limb="The stretch has sides, but does not say of what.",
    missing_switch="The stretch has sides, but no words for changing them.",
    missing_between="The stretch is repeated, but has no words for the rest between.",
    rounds_without_turns="Several rounds are only for stretches with alternating sides.",
    repeats_with_rungs="A stretch of several positions is repeated; its once more is a round.",
    switch_too_short="Changing sides takes at least 5 s.",
    rest_too_short="The rest that ends a stretch takes at least 8 s.",
    names_what_follows="The words name a later stretch, which may be left out.",
    wait_without_word="The stretch waits for the person, but does not say how to go on.",
    level_goes_down="A position has a lower level than the one below it.",
    level_without_base="The first position is not of level 1.",
    level_not_held="The last position of a level is not held.",
    gate_at_first_rung="The first position has a gate, but there is nothing below it.",
    gate_unknown_position="The gate names a position that the stretch does not have.",
    gate_not_below="The gate names another position than the one directly below.",
    gate_without_hold="The gate asks for a full hold of a position that is not held.",
    gate_on_open_hold="The gate asks for a full hold where the hold is as long as comfortable.",
    gate_seconds="The gate's seconds lie outside the range of the hold it names.",
    gate_round="The gate's round is never reached.",
    gate_without_offer="The gate needs the person's own yes, but nothing asks for it.",
    offer_without_gate="An offer is made, but no gate waits for the answer.",
    offer_at_level_1="Offers lead to level 2 or 3; level 1 makes none.",
    missing_cap="A hold as long as comfortable has no cap.",
    cap_on_timed_hold="A hold of a range of seconds has a cap.",
    usual_out_of_range="The usual number lies outside its range.",
    usual_on_open_hold="A hold as long as comfortable has a usual time; its cap is the time.",
    holds_do_not_overlap="The holds that a person may choose for have no number in common.",
    repeats_do_not_overlap="The repeats that a person may choose for have no number in common.",
    words_too_long_for_hold="The words cannot be spoken within the hold.",
    missing_symptom="Pain, numbness and tingling are always watched for, and dizziness in the neck.",
    symptom_ends_too_little="Numbness, tingling and dizziness end the session.",
    rule_too_mild="A stretch of another routine can only have stricter rules than it has there.",
    rule_without_ground="A rule is made stricter that neither the stretch nor the routine has.",
    missing_emergency="No question asks for the signs of an emergency.",
    missing_health="No health page asks for what the conditions exclude.",
    until_next_day="Only the question of the next morning closes until the next day.",
    unsafe_stays_open="Emergency and get-checked answers close everything until contact.",
    missing_number="The advice does not say which number to call.",
    condition_without_effect="The condition keeps nothing from the person.",
    review_without_name="A review has no name or no date.",
)

DOUBT = _warnings(
    no_source="A number has no cite: write the clause or the evidence behind it, or ours.",
    unknown_clause="The handouts and the evidence have no clause of this number.",
    under_a_minute="Even with the most of everything a side is stretched for less than 60 s.",
    many_stretches="The routine has more than four stretches; long lists are done less often.",
    breath_held="The words say to breathe in and hold, but not to keep breathing.",
    lasts_until_contact="Numbness, and dizziness in the neck, last until contact, whatever the file says.",
    contact_not_said="When to contact whom is worded from the rule; what the file says of it is not said.",
    milder_than_its_stretch="A stretch of another routine keeps the stricter rule that it has there.",
    symptom_brought_along="The routine watches for one more symptom, because a stretch that it uses does.",
    never_said="Words stand there that are never said.",
)

GROUPS: tuple[tuple[str, dict[str, ProblemCode]], ...] = (
    ("The file", FILE),
    ("The form", SHAPE),
    ("The meaning", MEANING),
    ("Warnings", DOUBT),
    ("A translation", TRANSLATION),
)

CODES: dict[str, ProblemCode] = {code: meaning for _, group in GROUPS for code, meaning in group.items()}
