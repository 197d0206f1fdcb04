"""Before the start: the list is ticked where it is asked, and one goes on with what is left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lissom.coach.profile import Clearing, Floor
from tests.server.page import Element
from tests.server.person import THURSDAY, Person

BACK, FULL, LADDER = "back-spasm", "full", "seated-leg-ladder"
TO_BACK, LIST = f"/ready/?routine={BACK}", f"/ready/health/?routine={BACK}"
BONES = (
    "thin bones (osteoporosis), a broken bone in the spine, or any bone broken by a small fall after fifty"
)
PRESSURE = "low blood pressure, or dizziness on getting up"


def ticked(page: Element, name: str = "applies") -> list[str]:
    return [each.attributes["value"] for each in page.all("input", name=name) if "checked" in each.attributes]


def test_a_person_of_75_ticks_two_boxes_reads_what_is_left_out_and_plays_what_is_left(person: Person) -> None:
    """The story: a first start, the second day, and a month later; low blood pressure, and thin bones."""
    answer = person.browser.get(TO_BACK)
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    page = person.visit(LIST)
    assert page.one("h1").words == "Your health"
    assert ticked(page) == []
    assert BONES in [each.words for each in page.all("label", class_="tick")]

    answer = person.send(LIST, applies=["osteoporosis", "low-blood-pressure"])
    assert (answer.status_code, answer["Location"]) == (302, f"{TO_BACK}&told=1#left-out")
    ready = person.visit(f"{TO_BACK}&told=1")
    assert ready.one(class_="left-out").read("li") == [
        f"Because of {BONES}: Forward roll, Spine rotation.",
        f"Because of {PRESSURE}: Forward roll, Quadriceps stretch.",
    ]
    assert ready.one("a", class_="large").attributes["href"] == f"/play/?routine={BACK}"
    assert person.desk.profile.conditions == {"osteoporosis", "low-blood-pressure"}
    assert person.desk.plan(only=BACK).of(BACK).stretches == ("sideways-reach", "gluteal")

    person.did(BACK, 0, without=person.desk.plan(only=BACK).of(BACK).options.without)
    person.now = THURSDAY + timedelta(days=1)
    line = person.desk.plan(only=BACK).of(BACK)
    assert (line.options.screened is not None, person.desk.plan(only=BACK).to_ask) == (True, None)
    assert person.visit(TO_BACK).one(class_="begin").read("p", class_="quiet") == [
        "Start asks one thing: is anything new? After that your hands are free."
    ]

    person.now = THURSDAY + timedelta(days=31)
    assert person.browser.get(TO_BACK)["Location"] == LIST
    again = person.visit(LIST)
    assert ticked(again) == ["osteoporosis", "low-blood-pressure"]
    assert "This list comes back once a month." in again.words
    before = person.desk.profile
    person.send(LIST, applies=["osteoporosis", "low-blood-pressure"])
    after = person.desk.profile
    assert (after.conditions, after.health_changed) == (before.conditions, before.health_changed)
    assert after.health_asked == person.now


def test_none_of_these_goes_on_with_everything(person: Person) -> None:
    person.send(LIST)
    page = person.visit(f"{TO_BACK}&told=1")
    assert (
        page.one(class_="left-out").words == "Thank you. Nothing is left out today because of what you told."
    )
    assert person.visit(TO_BACK).all(class_="left-out") == []
    assert len(person.desk.plan("all", only=BACK).of(BACK).stretches) == 5


def test_not_sure_stays_so_and_leaves_out_the_same(person: Person) -> None:
    person.send(LIST, applies=["osteoporosis"], unsure=["osteoporosis", "glaucoma"])
    profile = person.desk.profile
    assert (profile.conditions, profile.unsure) == (frozenset(), {"osteoporosis"})
    assert person.desk.plan(only=BACK).of(BACK).options.without == ("forward-roll", "spine-rotation")

    person.now += timedelta(days=31)
    page = person.visit(LIST)
    assert (ticked(page), ticked(page, "unsure")) == (["osteoporosis"], ["osteoporosis"])


def test_what_the_clinic_knows_is_told_in_place(person: Person) -> None:
    page = person.visit(LIST)
    offered = [each.attributes["value"] for each in page.all("input", name="cleared")]
    assert f"{BACK}/osteoporosis" in offered
    assert "back-spasm/cancer,neck/cancer" in offered
    assert [each for each in offered if "chest-pain" in each or "tingling" in each] == []

    cleared = [f"{BACK}/osteoporosis", f"{BACK}/glaucoma", "back-spasm/cancer,neck/cancer"]
    person.send(LIST, applies=["osteoporosis"], cleared=cleared)
    assert person.desk.profile.clearings == {
        Clearing("osteoporosis", BACK), Clearing("cancer", BACK), Clearing("cancer", "neck"),
    }  # fmt: skip
    line = person.desk.plan("all", only=BACK).of(BACK)
    assert (line.options.without, line.options.cleared) == ((), ("cancer", "osteoporosis"))


def test_a_clearing_that_the_list_does_not_show_stays(person: Person) -> None:
    person.set(cleared=f"{LADDER}/tight-legs,{BACK}/cancer")
    person.send(LIST)
    assert person.desk.profile.clearings == {Clearing("tight-legs", LADDER)}


@pytest.mark.parametrize("sent", [{"applies": ["chest-pain"]}, {"applies": ["handstand"]}])
def test_what_is_no_line_of_the_list_is_refused(person: Person, sent: dict[str, list[str]]) -> None:
    assert person.send(LIST, **sent).status_code == 400
    assert person.desk.profile.health_asked is None


def test_where_nothing_is_left_the_page_says_why_and_there_is_no_start(person: Person) -> None:
    person.send(f"/ready/health/?routine={LADDER}", applies=["myelopathy"])
    page = person.visit(f"/ready/?routine={LADDER}")
    assert page.one(class_="left-out").read("li") == ["Because of a disease of the spinal cord: Leg ladder."]
    assert page.all("a", class_="large") == []


# the floor


def test_the_floor_is_asked_once_and_before_it_is_planned(person: Person) -> None:
    person.send(LIST)
    address = f"/ready/health/?routine={FULL}"
    assert person.browser.get(f"/ready/?routine={FULL}")["Location"] == address
    page = person.visit(address)
    assert page.one("h1").words == "Getting down to the floor"
    assert page.all("input", name="applies") == []
    assert page.read("legend") == [
        "Can you get down to the floor and up again on your own?",
        "Have you fallen in the last year?",
    ]

    person.send(address, floor="yes", fallen="not-sure")
    assert person.desk.profile.floor == Floor("yes", "not-sure", person.now)
    page = person.visit(f"/ready/?routine={FULL}")
    assert page.one(class_="left-out").read("li") == [
        "Because of getting down to the floor, or a fall: Cat and cow, Kneeling hip stretch."
    ]


def test_half_an_answer_is_asked_for_and_nothing_typed_is_lost(person: Person) -> None:
    address = f"/ready/health/?routine={FULL}"
    answer = person.send(address, applies=["glaucoma"], floor="yes")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Please choose an answer." in text
    assert (person.desk.profile.conditions, person.desk.profile.floor) == (frozenset(), None)
    assert text.count(" checked") == 2


def test_the_settings_change_it_too(person: Person) -> None:
    person.went_through_the_list()
    person.send("/settings/health/", floor="yes", fallen="yes")
    assert person.desk.profile.floor == Floor("yes", "yes", person.now)
    assert person.desk.profile.health_changed is None
