"""Files that were never meant well: one clear line each. How long each takes is in `bench/hostile.py`."""

from __future__ import annotations

import pytest

from tests.routine.page import PAGE, lines, problems

DEEP = "error[too-deep]: nested more than 12 deep\n  hint: no routine needs that"
MANY = "error[too-many-nodes]: more than 20000 values\n  hint: no routine needs that"
LARGE = "error[too-large]: the file is larger than 256 KiB\n  hint: a routine is a few pages"
EMPTY = "error[empty-file]: the file is empty\n  hint: see the shipped routines for the form"
SYNTAX = "error[yaml-syntax]: not YAML: "
WRITE_IT = "\n  hint: write the text itself where it is needed"
TAG = "\n  hint: take it out; the grammar knows what each value is"
TAKE_OUT = "\n  hint: take it out"

BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

FILES: tuple[tuple[str, str | bytes, str], ...] = (
    ("ten megabytes", "a" * 10**7, f"1:1: {LARGE}"),
    ("ten megabytes of nothing", b"\0" * 10**7, f"1:1: {LARGE}"),
    ("lists in lists", "[" * 200_000, f"1:13: {DEEP}"),
    ("lists in lists by lines", "- " * 100_000, f"1:25: {DEEP}"),
    ("blocks in blocks", "{a: " * 50_000, f"1:49: {DEEP}"),
    ("more values than any routine", "[" + "[]," * 80_000 + "]", f"1:59999: {MANY}"),
    ("a billion laughs", BOMB, f"1:4: error[anchor]: anchor 'a'{WRITE_IT}"),
    ("an alias", "a: *b\n", f"1:4: error[alias]: alias 'b'{WRITE_IT}"),
    ("a merge", "a: {b: c}\nd:\n  <<: *a\n", f"3:7: error[alias]: alias 'a'{WRITE_IT}"),
    (
        "a command",
        "!!python/object/apply:os.system [ls]\n",
        f"1:1: error[tag]: tag 'tag:yaml.org,2002:python/object/apply:os.system'{TAG}",
    ),
    ("a harmless tag", "a: !!str b\n", f"1:4: error[tag]: tag 'tag:yaml.org,2002:str'{TAG}"),
    ("a tag of one's own", "a: !mine b\n", f"1:4: error[tag]: tag '!mine'{TAG}"),
    (
        "bytes that are no text",
        b"title: caf\xe9\n",
        "1:11: error[not-utf8]: the file is not UTF-8 text from here on\n  hint: save it as UTF-8",
    ),
    (
        "UTF-16",
        PAGE.encode("utf-16"),
        "1:1: error[not-utf8]: the file is not UTF-8 text from here on\n  hint: save it as UTF-8",
    ),
    (
        "a bell",
        "id: a\ntitle: b\ac\n",
        f"2:9: error[control-character]: invisible character U+0007{TAKE_OUT}",
    ),
    (
        "text turned around",
        "title: \u202egnorw",
        f"1:8: error[control-character]: invisible character U+202E{TAKE_OUT}",
    ),
    (
        "half a character",
        "title: \ud800",
        f"1:8: error[control-character]: invisible character U+D800{TAKE_OUT}",
    ),
    ("nothing", "", f"1:1: {EMPTY}"),
    ("nothing but remarks", "# to be written\n", f"1:1: {EMPTY}"),
    ("nothing but a line", "---\n", f"1:1: {EMPTY}"),
    (
        "two documents",
        "id: a\n---\nid: b\n",
        "2:1: error[several-documents]: a second document begins here\n  hint: one file holds one routine",
    ),
    (
        "a directive",
        "%YAML 1.1\n---\nid: a\n",
        "1:1: error[directive]: YAML directives are not used here\n  hint: take the line out",
    ),
    (
        "a list as a key",
        "? [a]\n: b\n",
        "1:3: error[key-not-text]: a key is a word\n  hint: write it as `word: value`",
    ),
    (
        "nothing as a key",
        "? \n: b\n",
        "1:2: error[key-not-text]: a key is a word\n  hint: write it as `word: value`",
    ),
    (
        "a colon outside quotes",
        "title: Legs: up\n",
        f"1:12: {SYNTAX}mapping values are not allowed in this context\n"
        "  hint: a text with a colon in it stands in quotes",
    ),
    (
        "a tab",
        "good_for:\n\t- bending\n",
        "2:1: error[yaml-syntax]: a tab stands here\n  hint: indent with spaces, not with the tab key",
    ),
    (
        "an open quotation mark",
        'title: "Legs\n',
        "1:8: error[yaml-syntax]: the quotation mark that opens here is not closed\n"
        '  hint: write " after the text',
    ),
    (
        "eighty thousand typographic marks",
        "a: “" + "“ " * 80_000 + ": b",
        "1:4: error[typographic-quotes]: typographic quotation marks do not enclose a text\n"
        "  hint: write straight quotes",
    ),
    (
        "a long way up to the line it belongs to",
        "a:\n" + " # b\n" * 40_000 + "  c: d\n" + "# e\n" * 10_000 + "   f: g\n",
        "50003:4: error[yaml-syntax]: the line begins with 1 space too many\n"
        "  hint: begin it with 2 spaces, straight below 'c' in line 40002",
    ),
    (
        "a number with a long way to its unit",
        'lissom: routine/1\nversion: "1' + " " * 200_000 + "s: 'x\n",
        "2:10: error[yaml-syntax]: the quotation mark that opens here is not closed\n"
        '  hint: write " after the text',
    ),
    ("a tag that would paint the terminal", "a: !%1bc b\n", f"1:4: error[tag]: tag '!\\x1bc'{TAG}"),
    ("a list", "- a\n", "1:1: error[wrong-type]: expected a block of keys, found a list\n  hint: KEYS"),
    ("a text", "hello\n", "1:1: error[wrong-type]: expected a block of keys, found a text\n  hint: KEYS"),
)
KEYS = (
    "its keys are lissom, id, version, language, title, summary, good_for, equipment, review, dose, "
    "goes_with, gentlest, screening, conditions, symptoms, get_ready, stretches, sources, cite"
)


@pytest.mark.parametrize(("text", "told"), [file[1:] for file in FILES], ids=[file[0] for file in FILES])
def test_a_hostile_file_gets_one_line(text: str | bytes, told: str) -> None:
    assert lines(text) == f"small.yaml:{told.replace('KEYS', KEYS)}"


def test_a_key_said_twice_is_told_and_the_rest_is_still_read() -> None:
    text = PAGE.replace("version: 1\n", "version: 1\nid: again\nversion: one\n")

    assert lines(text) == (
        "small.yaml:4:1: error[duplicate-key]: 'id' stands twice\n"
        "  hint: it was first said in line 2\n"
        "small.yaml:5:1: error[duplicate-key]: 'version' stands twice\n"
        "  hint: it was first said in line 3"
    )


def test_nobody_is_told_ten_thousand_problems() -> None:
    text = PAGE.replace("version: 1\n", "version: 1\n" + "".join(f"titel{n}: a\n" for n in range(9_000)))
    told = [str(problem).partition("\n")[0] for problem in problems(text)]

    assert told[0] == "small.yaml:4:1: error[unknown-key]: routine has no key 'titel0'"
    assert told[200:] == ["small.yaml:204:1: error[and-more]: 8800 more problems"]


def test_everything_is_told_at_once_and_in_order() -> None:
    text = (
        "lissom: routine/1\n"
        "id: Small\n"
        "version: 1\n"
        "language: en\n"
        "title: A small routine\n"
        "sumary: A ladder.\n"
        "good_for: [bending]\n"
        "review: {status: awaiting}\n"
        "dose: {sessions_a_week: 8, sessions_a_day: 1..1, cite: ours}\n"
        "screening: {first: red-flags}\n"
        "symptoms: []\n"
        "get_ready: {brief: Sit down.}\n"
        "stretches: [{use: other/ladder}, {use: other/ladder}]\n"
    )

    assert [str(problem).partition("\n")[0] for problem in problems(text)] == [
        "small.yaml:1:1: error[missing-key]: routine needs 'summary': one sentence",
        "small.yaml:2:5: error[bad-id]: 'Small' is not an id",
        "small.yaml:6:1: error[unknown-key]: routine has no key 'sumary'",
        "small.yaml:9:25: error[out-of-range]: 8 is out of range",
        "small.yaml:11:11: error[empty]: the list is empty",
        "small.yaml:11:11: error[missing-symptom]: pain is not watched for",
        "small.yaml:11:11: error[missing-symptom]: numbness is not watched for",
        "small.yaml:11:11: error[missing-symptom]: tingling is not watched for",
        "small.yaml:12:12: error[missing-key]: words needs 'say': what is said and shown, in full",
        "small.yaml:13:34: error[duplicate-id]: two stretches are named 'ladder'",
    ]


def test_a_byte_order_mark_that_an_editor_wrote_is_not_part_of_the_text():
    assert problems(b"\xef\xbb\xbf" + PAGE.encode()) == problems(PAGE)
    assert problems("\ufeff" + PAGE) == problems(PAGE)
