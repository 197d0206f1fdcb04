"""Contact the clinic: signs of an emergency first, the card, and the facts of a session in plain lines."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lissom.session.log import Rating
from tests.server.person import Person

LADDER, BACK, NECK = "seated-leg-ladder", "back-spasm", "neck"
CHIN = {"level": 2, "climbs": True, "feels": ("tingling", "r2.left.chin.hold")}


def summary(person: Person, session: str = "") -> list[str]:
    page = person.visit(f"/contact/?session={session}" if session else "/contact/")
    (text,) = page.one("textarea").inside or [""]
    return str(text).splitlines()


def test_signs_of_an_emergency_and_the_number_stand_first(person: Person) -> None:
    person.set(emergency="999")
    page = person.visit("/contact/")
    first = page.one("main").one("section", class_="signs")
    assert first.one("h2").words == "Call 999 at once for any of these"
    assert first.one("a").attributes["href"] == "tel:999"
    assert len(first.all("li")) == 12


def test_without_a_clinic_it_says_how_to_find_one(person: Person) -> None:
    clinic = person.visit("/contact/").one("section", class_="clinic")
    assert clinic.one("h2").words == "No clinic is set yet"
    assert clinic.one("a").attributes["href"] == "/settings/clinic/"


def test_the_card_calls_and_writes_in_one_tap(person: Person) -> None:
    person.set(clinic_name="Hill & Street", clinic_phone="+44 (20) 7946-0000", clinic_email="a@b.example")
    clinic = person.visit("/contact/").one("section", class_="clinic")
    assert clinic.one("p", class_="clinic-name").words == "Hill & Street"
    assert [each.attributes["href"] for each in clinic.all("a")][:2] == [
        "tel:+442079460000",
        "mailto:a@b.example",
    ]


def test_with_nothing_on_record_there_is_nothing_to_sum_up(person: Person) -> None:
    assert summary(person) == []
    assert "No session is on record yet" in person.visit("/contact/").words


def test_the_summary_says_what_was_done_where_it_hurt_and_what_is_left_out(person: Person) -> None:
    log = person.did(LADDER, 2, **CHIN)
    person.journal.rate(log, Rating("before", 0, 4))
    told = summary(person, log)
    assert told == [
        "Guided stretches: Seated leg stretch.",
        "When: Tuesday, 5 May, 09:00; it lasted 4 minutes.",
        "Done: Leg ladder; 2 minutes held in all.",
        told[3],
        "Pain before: 4 of 10.",
        "The session ended there.",
        "",
        "Left out for now:",
        "- Leg ladder above level 1, since 5 May",
    ]
    assert re.fullmatch(r"Felt: tingling at Chin down \(left\), \d:\d\d after the start\.", told[3])


def test_what_the_health_profile_leaves_out_is_told_with_its_reason(person: Person) -> None:
    person.set(conditions="osteoporosis")
    told = summary(person, person.did(NECK, 1))
    bones = "because of the health profile: thin bones (osteoporosis)"
    assert [line.partition(", a broken bone")[0] for line in told[told.index("Left out for now:") + 1 :]] == [
        f"- Forward roll, {bones}",
        f"- Spine rotation, {bones}",
        f"- Leg ladder above level 1, {bones}",
    ]


def test_without_a_choice_it_is_the_last_session_in_which_something_was_felt(person: Person) -> None:
    person.did(LADDER, 3, **CHIN)
    person.did(BACK, 1)
    assert summary(person)[0] == "Guided stretches: Seated leg stretch."


def test_a_session_that_is_not_here_yet_is_told(person: Person) -> None:
    person.did(BACK, 1)
    page = person.visit("/contact/?session=0190-unknown")
    assert "That session is not on record here yet" in page.words
    assert summary(person, "0190-unknown")[0] == "Guided stretches: Back stretches."


def test_an_answer_after_the_session_is_told_with_that_session(person: Person) -> None:
    person.did(BACK, 1)
    person.answered("after-session", 0.9, says={"screening.after": "yes"})
    told = summary(person)
    assert told[0] == "Guided stretches: Back stretches."
    assert "Told after the session: something had hurt, tingled or gone numb." in told


def test_it_holds_no_diagnosis_and_no_praise(person: Person) -> None:
    person.did(LADDER, 2, **CHIN)
    forbidden = r"\b(sciatica|nerve|injur\w*|strain\w*|probably|likely|caused|diagnos\w*|safe|well done)\b"
    assert [line for line in summary(person) if re.search(forbidden, line, re.I)] == []


def test_the_mail_has_the_same_words_and_goes_only_when_the_person_sends_it(person: Person) -> None:
    person.set(clinic_email="a@b.example")
    person.did(LADDER, 2, **CHIN)
    mail = person.visit("/contact/").one("a", id="mail").attributes["href"]
    assert mail.startswith("mailto:a@b.example?subject=About%20my%20stretches&body=")
    assert unquote(mail.partition("&body=")[2]).split("\r\n") == summary(person)
