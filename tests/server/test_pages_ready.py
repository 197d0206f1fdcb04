"""Getting ready: what to fetch, where to stand the screen, which side begins, and Start at the end."""

from __future__ import annotations

import pytest

from tests.server.person import Person

LADDER, BACK = "seated-leg-ladder", "back-spasm"
STRAP = "a towel or a strap, if your ankle is out of reach"
SUPPORT = (
    "something firm to hold while you stand: a heavy chair's back, a desk, "
    "or the handle of a locked door; nothing that rolls, tips or opens"
)


@pytest.fixture
def person(person: Person) -> Person:
    """They went through the health list, so that nothing comes before getting ready."""
    person.went_through_the_list()
    return person


def test_it_goes_through_the_steps_in_order(person: Person) -> None:
    page = person.visit("/ready/")
    assert page.one("ol", class_="steps").read("h2") == [
        "Fetch",
        "Place the screen",
        "Begin with the easier side",
        "Read all positions first",
    ]
    assert page.one(class_="begin").words == (
        "Sit down, and press Start. Start First come the questions about your health. "
        "After them your hands are free."
    )


@pytest.mark.parametrize("level", ["1", "2", "3"])
def test_higher_levels_say_what_to_watch_for_where_they_are_opened(person: Person, level: str) -> None:
    """[A11]"""
    person.set(**{f"{LADDER}.level": level})
    told = "The higher levels are big stretches. They need nerves that move freely."
    ready = person.visit(f"/ready/?routine={LADDER}").one("ol", class_="steps").words
    options = person.visit(f"/routines/{LADDER}/").one(id="levels-caution").words
    assert (told in ready, options.startswith(told)) == (level != "1", True)


def test_only_what_todays_stretches_need_is_fetched(person: Person) -> None:
    chair, stool = (
        "a steady chair with a back and without wheels",
        "a low stool or something like it, in front of the chair",
    )
    assert person.visit("/ready/?portion=2").one("ul").read("li") == ["a steady chair without wheels", STRAP]
    assert person.visit("/ready/?portion=all").one("ul").read("li") == [chair, stool, SUPPORT, STRAP]
    assert person.visit(f"/ready/?routine={LADDER}").one("ul").read("li") == [chair, stool]


def test_only_the_positions_of_the_persons_level_are_read(person: Person) -> None:
    assert person.visit(f"/ready/?routine={LADDER}").read("h3", class_="position") == [
        "Sit back",
        "Leg on the stool",
        "Toes up",
    ]
    person.set(seated_leg_ladder__level="2")
    assert person.visit(f"/ready/?routine={LADDER}").read("h3", class_="position")[3:] == [
        "Chin down Level 2"
    ]


@pytest.mark.parametrize("asked", ["portion=2", "portion=all", "portion=today", f"routine={BACK}"])
def test_start_plays_what_was_asked_for(person: Person, asked: str) -> None:
    assert person.visit(f"/ready/?{asked}").one("a", class_="large").attributes["href"] == f"/play/?{asked}"


@pytest.mark.parametrize("asked", ["portion=90", "routine=handstand"])
def test_what_does_not_exist_is_told_in_words(person: Person, asked: str) -> None:
    assert person.browser.get(f"/ready/?{asked}").status_code == 404


def test_the_easier_side_begins_from_now_on(person: Person) -> None:
    assert pressed(person) == {"left": "true", "right": "false"}
    answer = person.send("/ready/?portion=6", lead="right")
    assert (answer.status_code, answer["Location"]) == (302, "/ready/?portion=6#side")
    assert pressed(person) == {"left": "false", "right": "true"}
    assert person.desk.plan("6 minutes").of(LADDER).options.lead == "right"


def test_a_side_that_does_not_exist_is_refused(person: Person) -> None:
    assert person.send("/ready/", lead="upper").status_code == 400
    assert "lead" not in person.desk.values


def test_once_screened_start_is_one_question(person: Person) -> None:
    person.did(LADDER, 2)
    assert person.visit(f"/ready/?routine={LADDER}").one(class_="begin").read("p", class_="quiet") == [
        "Start asks one thing: is anything new? After that your hands are free."
    ]


def test_where_nothing_is_open_there_is_no_start(person: Person) -> None:
    person.did(LADDER, 2, feels=("numbness", "left.ankle.hold"))
    person.answered("next-morning", 1)
    page = person.visit(f"/ready/?routine={LADDER}")
    assert page.read("h1") == ["There is nothing to get ready for just now"]
    assert [each.attributes["href"] for each in page.one("main").all("a")] == ["/"]


def test_the_question_of_the_morning_after_is_announced(person: Person) -> None:
    person.did(BACK, 1, feels=("pain", "sideways-reach.left.rep1.sideways-reach.hold"))
    assert person.visit("/ready/").one("main").read("p", class_="note")[0] == (
        "First one question, about the last time. It comes when you press Start."
    )


def pressed(person: Person) -> dict[str, str]:
    buttons = person.visit("/ready/?portion=6").all("button", name="lead")
    return {each.attributes["value"]: each.attributes["aria-pressed"] for each in buttons}
