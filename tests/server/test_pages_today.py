"""Today: what to do now and why, one Start, the week as it is, and what opens again by whose word."""

from __future__ import annotations

import pytest

from tests.server.page import Element, read_page
from tests.server.person import Person

LADDER, BACK, NECK = "seated-leg-ladder", "back-spasm", "neck"
SIDEWAYS = "sideways-reach.left.rep1.sideways-reach.hold"


def test_the_first_visit_welcomes_in_three_sentences_and_has_start(person: Person) -> None:
    page = person.visit("/")
    assert page.read("h1") == ["Welcome"]
    assert page.one(class_="welcome").words.count(".") == 3
    assert page.read("button", class_="large") == ["Start"]


def test_whoever_has_been_here_is_not_welcomed_again(person: Person) -> None:
    person.did(LADDER, 2)
    page = person.visit("/")
    assert (page.read("h1"), page.all(class_="welcome")) == (["Today"], [])


def test_each_portion_shows_what_it_would_be_and_at_first_a_short_one_is_chosen(person: Person) -> None:
    page = person.visit("/")
    assert page.read("label", class_="portion") == [
        "2 min about 3 min",
        "6 min about 6 min",
        "All about 45 min",
    ]
    assert chosen(page) == ["6"]
    assert page.one(class_="held-2").read("h3") == ["Back stretches 3 min"]
    assert page.one(class_="held-6").read("h3") == ["Seated leg stretch 6 min"]
    assert page.one(class_="held-all").read("h3") == [
        "Seated leg stretch 6 min",
        "Back stretches 21 min",
        "Neck stretches 16 min",
    ]


def chosen(page: Element) -> list[str]:
    return [
        each.attributes["value"] for each in page.all("input", name="portion") if "checked" in each.attributes
    ]


def test_whoever_has_been_here_has_the_coachs_own_choice(person: Person) -> None:
    person.did(NECK, 5)
    assert chosen(person.visit("/")) == ["all"]


def test_after_pain_today_it_says_so_first_and_the_shortest_is_chosen(person: Person) -> None:
    person.did(LADDER, 0.1, feels=("pain", "left.ankle.hold"))
    page = person.visit("/")
    assert page.read("p", class_="warn") == [
        "You felt something in a session today. Rest first. What is left below is without that stretch, "
        "and it can wait until tomorrow."
    ]
    assert chosen(page) == ["2"]


def test_back_and_neck_come_in_one_go_with_a_rest_between_and_the_reason(person: Person) -> None:
    person.set(practises=BACK)
    lines = person.visit("/").one(class_="held-all").one("ol").all("li")
    assert [each.words for each in lines] == [
        "Back stretches 21 min Forward roll, Sideways reach, Spine rotation, Gluteal stretch, "
        "Quadriceps stretch",
        "a minute's rest, then Neck stretches 16 min Chin tuck, Neck rotation, Neck side bend, Look down, "
        "Shoulder blades Neck stretches: do it with Back stretches, they belong together.",
    ]


def test_what_all_lines_say_is_said_once(person: Person) -> None:
    held = person.visit("/").one(class_="held-all")
    assert held.read(class_="shared") == ["The questions come first, because this is the first time."]
    assert held.words.count("because this is the first time") == 2  # once above, once among the sources


def test_a_single_choice_is_no_choice(person: Person) -> None:
    person.set(practises=LADDER)
    page = person.visit("/")
    assert page.all("label", class_="portion") == []
    assert page.read(class_="only") == ["about 6 minutes"]


def test_the_week_tells_what_was_done_and_nothing_that_was_not(person: Person) -> None:
    person.did(BACK, 1)
    person.did(BACK, 2)
    week = person.visit("/").one("section", class_="week")
    assert week.read(class_="ring") == [
        "Seated leg stretch Meant for every day, a little at a time.",
        "2 Back stretches Done 2 times. Meant for 3 to 4 times a week.",
        "Neck stretches Meant for 3 to 4 times a week.",
    ]
    assert [arc.attributes["class"] for arc in week.all(class_="ring")[1].all("circle")] == [
        "done",
        "done",
        "meant",
        "more",
    ]


def test_what_is_done_for_today_is_told_with_its_reason(person: Person) -> None:
    person.did(LADDER, 0.1)
    resting = person.visit("/").one("section", class_="resting")
    assert resting.words == "Not today Seated leg stretch done Seated leg stretch is done for today."


def test_pain_closes_the_ladder_and_tomorrow_it_can_be_tried_again(person: Person) -> None:
    person.did(LADDER, 2, feels=("pain", "left.ankle.hold"))
    person.answered("next-morning", 1)
    page = person.visit("/")
    assert page.one("section", class_="closed").words == (
        "Closed for now Leg ladder is left out for now. You told of pain at Toes up (left) on 5 May. "
        "You can take it back from 6 May on, if it has settled. It has settled: try again"
    )
    assert page.one("a", href="/open/leg-ladder/").words == "It has settled: try again"


def test_on_the_same_day_nothing_is_offered_to_open(person: Person) -> None:
    person.did(LADDER, 0.1, feels=("pain", "left.ankle.hold"))
    assert person.visit("/").one("section", class_="closed").all("a") == []


def test_the_word_is_asked_once_more_and_then_kept(person: Person) -> None:
    person.did(LADDER, 2, feels=("pain", "left.ankle.hold"))
    asked = person.visit("/open/leg-ladder/").one("form")
    assert asked.words == (
        "Has what you felt there settled? Only you can tell. Say yes only if it has gone, and begin gently. "
        "If it comes back, stop, and contact your clinic. This opens again: Leg ladder "
        "Yes, it has settled: try again No, leave it closed"
    )
    assert person.words == ()
    answer = person.send("/open/leg-ladder/", word="taken-back")
    assert (answer.status_code, answer["Location"]) == (302, "/?noted")
    assert [(word.target, word.at) for word in person.words] == [("leg-ladder", person.now)]
    assert person.visit("/?noted").all("section", class_="closed") == []


def test_numbness_waits_for_the_clinic_and_settling_does_not_open_it(person: Person) -> None:
    person.did(LADDER, 2, feels=("numbness", "left.ankle.hold"))
    page = person.visit("/open/leg-ladder/")
    assert page.read("button", name="word") == ["Yes, my clinic agreed"]
    refused = person.send("/open/leg-ladder/", word="taken-back")
    assert (refused.status_code, person.words) == (409, ())
    assert person.send("/open/leg-ladder/", word="agreed").status_code == 302
    assert [word.target for word in person.words] == ["leg-ladder"]


def test_too_early_is_refused_in_words(person: Person) -> None:
    person.did(BACK, 0.1, feels=("pain", SIDEWAYS))
    page = person.visit("/open/sideways-reach/")
    assert page.one("main").one(class_="note").words == (
        "It cannot be opened today Sideways reach needs a night's rest: you can take it back from 8 May on."
    )
    assert page.all("form") == []


@pytest.mark.parametrize("address", ["/open/no-such-stretch/", "/open/ankle/"])
def test_what_does_not_exist_cannot_be_opened(person: Person, address: str) -> None:
    assert person.browser.get(address).status_code == 404


def test_what_is_open_needs_no_word(person: Person) -> None:
    answer = person.browser.get("/open/leg-ladder/")
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_the_morning_after_a_symptom_the_question_comes_first(person: Person) -> None:
    person.did(BACK, 1, feels=("pain", SIDEWAYS))
    page = person.visit("/")
    assert page.read(class_="first-asked") == [
        "On 6 May you felt something. First say whether it is back to what is usual for you."
    ]


def test_where_all_is_closed_there_is_no_start(person: Person) -> None:
    person.answered("red-flags", 3, says={"screening.emergency": "yes"})
    page = person.visit("/")
    assert (page.read("h1"), page.all("form", class_="choose")) == (["Nothing to do just now"], [])
    assert page.one("section", class_="closed").read("a") == ["Contact your clinic", "My clinic agreed"]


def test_a_broken_off_session_can_be_gone_on_with_or_ended(person: Person) -> None:
    log = person.did(LADDER, 4 / 24 / 60, breaks_off="r1.right.reach")
    note = person.visit("/").all(class_="broken-off")[0]
    assert note.words == (
        "A session is still open Seated leg stretch was broken off a moment ago. Go on from its last resting "
        "place, or close it. Go on End it"
    )
    token = note.one("input", name="csrfmiddlewaretoken").attributes["value"]
    answer = person.browser.post("/end/", {"log": log, "csrfmiddlewaretoken": token})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert person.journal.log(log).events[-1].event == "stop"
    assert "still open" not in person.visit("/").words


def test_ending_another_session_than_the_open_one_changes_nothing(person: Person) -> None:
    log = person.did(LADDER, 4 / 24 / 60, breaks_off="r1.right.reach")
    before = person.journal.log(log)
    page = person.visit("/")
    token = page.all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    person.browser.post("/end/", {"log": "another", "csrfmiddlewaretoken": token})
    assert person.journal.log(log) == before


def test_all_routines_stand_as_cards_the_practised_first(person: Person) -> None:
    person.set(practises="neck")
    cards = person.visit("/").all("li", class_="routine-card")
    assert [card.one("a").words for card in cards] == [
        "Neck stretches",
        "Back stretches",
        "Full stretch routine",
        "Seated leg stretch",
    ]
    assert len({card.one("svg").attributes["data-pose"] for card in cards}) == 4


def test_rising_and_the_health_list_are_told(person: Person) -> None:
    person.set(rises="08:00")
    assert person.visit("/").one("form", class_="choose").read("p", class_="note")[0] == (
        "Before you start comes a list about your health: tick what applies."
    )
    person.went_through_the_list()
    assert person.visit("/").one("form", class_="choose").read("p", class_="note") == [
        "You got up a short while ago. Bending forward suits your back better later in the day."
    ]


def test_the_page_knows_no_path_of_the_machine(person: Person) -> None:
    for address in ("/", "/ready/", f"/routines/{LADDER}/"):
        assert str(person.folder.parent) not in person.browser.get(address).content.decode()


def test_every_element_is_closed_and_nothing_is_inline(person: Person) -> None:
    person.did(LADDER, 2, feels=("numbness", "left.ankle.hold"))
    for address in ("/", "/ready/", "/open/leg-ladder/", "/routines/full/"):
        text = person.browser.get(address).content.decode()
        page = read_page(text)
        assert [each for each in page.all() if "style" in each.attributes] == []
        assert page.all("style") == []
        assert [each for each in page.all("script") if each.words] == []
