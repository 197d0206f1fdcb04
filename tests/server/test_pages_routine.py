"""A routine's page: its positions and numbers, when not to do it, and options that are refused in words."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from tests.server.page import Element, read_page
from tests.server.person import Person

LADDER, BACK = "seated-leg-ladder", "back-spasm"
PAGE = f"/routines/{LADDER}/"


def test_it_says_what_for_what_is_needed_how_long_and_how_often(person: Person) -> None:
    facts = person.visit(PAGE).one(class_="facts")
    assert facts.read("section") == [
        "What it is for a gentle stretch for the backs of the legs, one small step at a time "
        "a few quiet minutes, every day",
        "What you need a steady chair with a back and without wheels "
        "a low stool or something like it, in front of the chair",
        "At a glance How long about 6 minutes How often Every day, once a day",
    ]


def test_all_positions_stand_in_a_strip_with_their_words_and_numbers(person: Person) -> None:
    positions = person.visit(PAGE).one("ol", class_="strip").all("li")
    assert [each.one("h3").words for each in positions] == [
        "Sit back",
        "Leg on the stool",
        "Toes up",
        "Chin down Level 2",
        "Round your back Level 3",
    ]
    assert positions[2].read("p") == [
        "Now bend that ankle, slowly and gently. Toes up, towards your shin. "
        "Stop at a gentle stretch behind the leg.",
        "Hold 30 seconds. Felt in: the back of the leg.",
    ]
    assert positions[3].read("p")[2] == (
        "Only the second time round, only if you say yes, and only after 30 seconds of “Toes up”."
    )
    assert positions[0].read("p")[1] == "Passed through, not held."


def test_each_picture_of_a_position_has_words_for_who_does_not_see_it(person: Person) -> None:
    strip = person.visit(PAGE).one("ol", class_="strip")
    drawn, plain = strip.all("svg")[0].attributes, strip.all("img")[0].attributes
    words = (
        "A person sits on a chair with the back supported and both feet on the floor. "
        "A stool stands in front."
    )
    assert (drawn["role"], drawn["aria-label"], plain["alt"]) == ("img", words, words)
    assert (drawn["data-pose"], drawn["data-side"]) == ("leg-ladder.sit", "left")
    assert plain["src"] == "/figures/leg-ladder.sit.left.svg"


def test_pictures_and_words_follow_the_side_that_goes_first(person: Person) -> None:
    person.set(lead="right")
    page = person.visit(PAGE)
    assert page.one("ol", class_="strip").all("svg")[0].attributes["data-side"] == "right"
    assert "The pictures show the right side. The left side gets just the same." in page.read(
        "p", class_="quiet"
    )


def test_it_says_when_to_stop_and_for_whom_what_is_left_out(person: Person) -> None:
    page = person.visit(PAGE)
    assert page.one("dl", class_="stops").read("dt") == ["pain", "numbness", "tingling", "dizziness"]
    excluded = page.one("dl", class_="excluded").read("div")
    assert excluded[0] == "leg pain below the knee all of it is left out"
    assert excluded[8] == "pregnancy Leg ladder goes up to level 1"


def test_what_the_person_has_is_marked_and_the_stretch_says_why_it_is_left_out(person: Person) -> None:
    person.set(conditions="glaucoma")
    page = person.visit(f"/routines/{BACK}/")
    assert "glaucoma in your profile Forward roll is left out" in page.one("dl", class_="excluded").read(
        "div"
    )
    (left_out,) = page.all("section", class_="left-out")
    assert left_out.read("p", class_="note") == [
        "Forward roll is left out, because of your health profile: glaucoma."
    ]


def test_that_no_clinician_has_read_it_is_told(person: Person) -> None:
    assert person.visit(PAGE).one("p", class_="review").words == (
        "No clinician has reviewed this routine yet. our reading of the handout; a clinician's sign-off "
        "is still to come."
    )


def test_each_part_tells_its_clause(person: Person) -> None:
    rows = [row.read("td") for row in person.visit(PAGE).one("tbody").all("tr")]
    handout = "the handout “Seated leg stretch”"
    assert ["Toes up", handout] in rows
    assert ["Round your back", handout] in rows
    assert [row for row in rows if "only positions" in row[0]] == [
        ["only positions that stretch are held; sit and reach are passed through (ours)", handout]
    ]


def test_start_leads_to_getting_ready(person: Person) -> None:
    assert person.visit(PAGE).one("a", class_="large").attributes["href"] == f"/ready/?routine={LADDER}"


def test_it_can_be_put_into_a_calendar(person: Person) -> None:
    link = person.visit(PAGE).one("section", class_="take-away").all("a")[-1].attributes["href"]
    answer = person.browser.get(link)
    assert (link, answer.status_code) == (f"/calendar.ics?routine={LADDER}", 200)
    assert b"SUMMARY:Seated leg stretch" in answer.content


def test_a_closed_routine_has_no_start_and_says_why(person: Person) -> None:
    person.did(LADDER, 2, feels=("numbness", "left.ankle.hold"))
    page = person.visit(PAGE)
    assert page.all("a", class_="large") == []
    assert page.one("header", class_="opening").one(class_="note").words == (
        "Not today Nothing of Seated leg stretch is open to you for now. Leg ladder is left out for now. "
        "You told of numbness at Toes up (left) on 5 May. Ask your clinic; when they have agreed, write "
        "down their word."
    )


# options


def test_options_are_saved_and_stay_in_the_form(person: Person) -> None:
    answer = person.send(PAGE, hold="25", level="2", lead="right", pace="easy")
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}?saved#options")
    assert dict(person.desk.values) == {
        f"{LADDER}.hold": "25",
        f"{LADDER}.level": "2",
        "lead": "right",
        "pace": "easy",
    }
    page = person.visit(f"{PAGE}?saved")
    assert page.read("p", role="status") == ["Saved."]
    assert page.one("input", name="hold").attributes["value"] == "25"
    chosen = {
        each.attributes["value"] for each in page.all("input", type="radio") if "checked" in each.attributes
    }
    assert chosen == {"2", "right", "easy"}


@pytest.mark.parametrize("wrong", ["31", "19", "soon", "-25", "25.5", "²5", "999999"])
def test_a_bad_value_is_refused_beside_its_field_and_nothing_else_is_lost(person: Person, wrong: str) -> None:
    answer = person.send(PAGE, hold=wrong, level="3", lead="right", pace="easy")
    assert answer.status_code == 422
    assert dict(person.desk.values) == {}
    page = read(answer)
    assert page.one("span", id="hold-wrong").words == "Write a whole number from 20 to 30, or leave it empty."
    field = page.one("input", name="hold").attributes
    assert (field["value"], field["aria-invalid"], field["aria-describedby"]) == (
        wrong,
        "true",
        "hold-hint hold-wrong",
    )
    chosen = {
        each.attributes["value"] for each in page.all("input", type="radio") if "checked" in each.attributes
    }
    assert chosen == {"3", "right", "easy"}


def test_an_empty_field_leaves_it_to_the_routine(person: Person) -> None:
    person.set(**{f"{LADDER.replace('-', '_')}__hold": "25"})
    person.send(PAGE, hold="", level="1", lead="left", pace="usual")
    assert dict(person.desk.values) == {f"{LADDER}.level": "1"}


def test_a_closed_level_says_why_and_cannot_be_chosen(person: Person) -> None:
    person.set(conditions="pregnancy")
    levels = person.visit(PAGE).all("input", name="level")
    assert ["disabled" in each.attributes for each in levels] == [False, True, True]
    page = person.visit(PAGE)
    assert page.one(id="level-2-closed").words == (
        "Leg ladder: up to level 1, because of your health profile: pregnancy."
    )
    answer = person.send(PAGE, hold="30", level="2", lead="left", pace="usual")
    assert answer.status_code == 422
    assert f"{LADDER}.level" not in person.desk.values
    assert "This level is not open just now. Choose one that is." in read(answer).read("span", class_="wrong")


def test_a_level_that_is_closed_for_now_stays_the_persons_choice(person: Person) -> None:
    person.set(**{f"{LADDER.replace('-', '_')}__level": "3"})
    person.did(LADDER, 2, level=3, climbs=True, feels=("pain", "left.slump.hold"))
    page = person.visit(PAGE)
    third = page.all("input", name="level")[2].attributes
    assert ("checked" in third, "disabled" in third) == (True, True)
    person.send(PAGE, hold="25", lead="left", pace="usual")  # a browser sends no disabled field
    assert person.desk.values[f"{LADDER}.level"] == "3"
    assert person.desk.plan(only=LADDER).of(LADDER).options.level == 2


@pytest.mark.parametrize(
    ("name", "words"), [("lead", "Choose left or right."), ("pace", "Choose usual or easy.")]
)
def test_an_answer_that_the_form_does_not_have_is_refused(person: Person, name: str, words: str) -> None:
    sent = {"hold": "30", "level": "1", "lead": "left", "pace": "usual"} | {name: "sideways"}
    answer = person.send(PAGE, **sent)
    assert (answer.status_code, dict(person.desk.values)) == (422, {})
    assert read(answer).read("span", class_="wrong") == [words]


def test_a_form_of_another_page_is_refused(person: Person) -> None:
    assert person.browser.post(PAGE, {"hold": "25"}).status_code == 403
    assert dict(person.desk.values) == {}


def test_an_unknown_routine_is_told_in_words(person: Person) -> None:
    answer = person.browser.get("/routines/handstand/")
    assert (answer.status_code, "There is no such page." in answer.content.decode()) == (404, True)


# pictures


def test_a_picture_is_given_once_and_then_only_confirmed(person: Person) -> None:
    first = person.browser.get("/figures/leg-ladder.ankle.left.svg")
    assert (first.status_code, first["Content-Type"], first["Cache-Control"]) == (
        200,
        "image/svg+xml",
        "max-age=3600",
    )
    again = person.browser.get("/figures/leg-ladder.ankle.left.svg", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_left_right_light_and_dark_are_different_pictures_and_none_has_a_style_inside(person: Person) -> None:
    addresses = [
        f"/figures/leg-ladder.ankle.{s}.svg{t}" for s in ("left", "right") for t in ("", "?theme=dark")
    ]
    pictures = [person.browser.get(address).content for address in addresses]
    assert len(set(pictures)) == 4
    assert [b"<style" in picture for picture in pictures] == [False] * 4


@pytest.mark.parametrize("name", ["headstand.left", "leg-ladder.ankle.up", "leg-ladder.left"])
def test_an_unknown_picture_is_told_in_words(person: Person, name: str) -> None:
    answer = person.browser.get(f"/figures/{name}.svg")
    assert (answer.status_code, "There is no such picture." in answer.content.decode()) == (404, True)


def read(answer: HttpResponse) -> Element:
    return read_page(answer.content.decode())
