"""Progress and the page of one session: what was done and how it felt, and never what was not."""

from __future__ import annotations

import csv
import io
import json
import re

import fitdecode
import pytest

from lissom.exchange import backup
from lissom.session.log import Rating
from tests.server.person import Person

LADDER, BACK, NECK = "seated-leg-ladder", "back-spasm", "neck"
CHIN = {"level": 2, "climbs": True, "feels": ("tingling", "r2.left.chin.hold")}


def test_a_new_person_is_told_kindly_that_nothing_is_here_yet(person: Person) -> None:
    page = person.visit("/progress/")
    assert page.read("p", class_="lead") == [
        "Nothing on record yet. After your first session you find here what you did and how it felt."
    ]
    assert (page.all("table"), page.all("svg")) == ([], [])


def test_charts_stand_with_the_same_figures_in_a_table(person: Person) -> None:
    log = person.did(LADDER, 3)
    person.journal.rate(log, Rating("before", 0, 5))
    person.journal.rate(log, Rating("after", 1, 3))
    page = person.visit("/progress/")
    minutes, pain = (page.one("section", aria_labelledby=name) for name in ("minutes", "pain"))
    assert [each.words for each in minutes.one("tbody").all("tr")] == ["4 May 2 14"]
    assert [each.words for each in pain.one("tbody").all("tr")] == ["4 May 5 3"]
    assert [each.one("title").words for each in page.all("svg", role="img")] == [
        *["Minutes held each week"] * 2,
        *["Pain before and after"] * 2,
    ]


@pytest.mark.parametrize(("text_size", "letters"), [("usual", "15"), ("largest", "22")])
def test_a_chart_has_the_letters_that_were_chosen(person: Person, text_size: str, letters: str) -> None:
    person.did(LADDER, 3)
    person.set(text_size=text_size)
    drawn = person.visit("/progress/").all("svg", role="img")
    assert [each.attributes["font-size"] for each in drawn] == [letters] * 2


def test_the_level_says_what_is_left_and_why(person: Person) -> None:
    person.set(**{LADDER.replace("-", "_") + "__level": "2"})
    person.did(LADDER, 2, **CHIN)
    level = person.visit("/progress/").one("section", aria_labelledby="levels")
    assert level.read("p")[:2] == [
        "Seated leg stretch: up to level 1 for now. You chose up to 2.",
        "Leg ladder: up to level 1 for now. You told of tingling at Chin down (left) on 5 May. "
        "It opens again after a session without a symptom, on a later day.",
    ]


def test_the_month_says_of_each_day_what_was_done_and_felt(person: Person) -> None:
    person.did(LADDER, 1)
    person.did(BACK, 1.2)
    person.did(LADDER, 2, **CHIN)
    table = person.visit("/progress/").one("table", class_="month")
    assert [each.words for each in table.all("a")] == [
        "5 5 May: 1 session, something was felt",
        "6 6 May: 2 sessions",
    ]
    assert [each.words for each in table.all("td", aria_current="date")] == ["7"]
    assert len(table.one("tbody").all("tr")) == 5


def test_the_list_has_each_session_in_words_the_latest_first(person: Person) -> None:
    log = person.did(LADDER, 1)
    person.journal.rate(log, Rating("before", 0, 4))
    person.did(LADDER, 2, **CHIN)
    person.answered("after-session", 1.9)
    page = person.visit("/progress/").one(class_="sessions")
    assert page.read("h4") == ["Wednesday, 6 May", "Tuesday, 5 May"]
    assert [each.words for each in page.all("li")] == [
        "Seated leg stretch 09:00 2 minutes held. Finished. Pain 4 before.",
        "Seated leg stretch 09:00 2 minutes held. Ended with tingling, at Chin down (left).",
    ]
    assert page.all("a")[0].attributes["href"] == f"/progress/{log}/"


def test_another_month_is_one_link_away_and_nonsense_is_this_month(person: Person) -> None:
    person.did(LADDER, 40)
    assert [
        each.attributes["href"] for each in person.visit("/progress/").one(class_="month-head").all("a")
    ] == ["?month=2026-04#month"]
    assert person.visit("/progress/?month=2026-03").one(id="month").words == "March 2026"
    for nonsense in ("x", "2026-13", "0001-01", "9999-12"):
        assert person.visit(f"/progress/?month={nonsense}").one(id="month").words == "May 2026"


def test_the_question_that_is_due_is_asked_for(person: Person) -> None:
    person.did(LADDER, 1, **CHIN)
    due = person.visit("/progress/").one("section", class_="due")
    assert due.read("p")[0] == "On 6 May you felt something. One question about it comes first today."


def test_nobody_is_praised_and_nothing_is_counted_that_was_not_done(person: Person) -> None:
    for days in (1, 4, 9, 30):
        person.did(LADDER, days)
    words = person.visit("/progress/").words
    assert (
        re.findall(r"\b(great|well done|missed|streak|only|should|goal of|keep it up|safe)\b", words, re.I)
        == []
    )


def test_a_session_is_told_in_words(person: Person) -> None:
    person.set(**{LADDER.replace("-", "_") + "__level": "2"})
    log = person.did(LADDER, 2, **CHIN)
    person.journal.rate(log, Rating("before", 0, 4))
    page = person.visit(f"/progress/{log}/")
    assert (page.read("h1"), page.read("p", class_="lead")) == (
        ["Seated leg stretch"],
        ["Tuesday, 5 May, 09:00"],
    )
    assert (
        page.one(class_="facts").read("dd")[0] == "2 minutes held. Ended with tingling, at Chin down (left)."
    )
    assert (
        page.one("section", aria_labelledby="felt").read("li")[0].startswith("tingling at Chin down (left), ")
    )
    assert page.one("section", aria_labelledby="advice").words.startswith("What was advised ")
    held = page.one("section", aria_labelledby="held").one("tbody")
    assert [each.words for each in held.all("tr")] == ["Leg ladder left 3 1:01", "Leg ladder right 1 0:30"]
    assert page.one("section", aria_labelledby="left-out").words.startswith(
        "Since then Leg ladder: up to level 1"
    )
    assert [each.attributes["href"] for each in page.all("a", class_="button")] == [
        f"/contact/?session={log}"
    ]


def test_a_session_that_is_not_there_is_no_page(person: Person) -> None:
    assert person.browser.get("/progress/0000-nothing/").status_code == 404


def test_a_session_that_cannot_be_read_says_so_and_hides_nothing(person: Person) -> None:
    from lissom.store import models

    log = person.did(LADDER, 2)
    other = person.did(BACK, 3)
    models.Session.objects.using(person.journal.alias).filter(id=log).update(options={"level": 9}, kept=None)
    assert "cannot be read by this version" in person.visit(f"/progress/{log}/").words
    page = person.visit("/progress/")
    assert "1 session cannot be read by this version of Lissom. It is kept as it is." in page.words
    assert [each.attributes["href"] for each in page.one(class_="sessions").all("a")] == [
        f"/progress/{other}/"
    ]


def test_tables_logs_and_backup_are_there_to_take_along(person: Person) -> None:
    log = person.did(BACK, 2)
    links = [
        each.attributes["href"] for each in person.visit("/progress/").one("ul", class_="links").all("a")
    ]
    sessions, holds, record, logs, packed = (person.browser.get(link) for link in links)
    assert [row["session"] for row in csv.DictReader(io.StringIO(sessions.content.decode()))] == [log]
    assert len(list(csv.DictReader(io.StringIO(holds.content.decode())))) == 27
    procedures = [
        each["resource"]
        for each in json.loads(record.content)["entry"]
        if each["resource"]["resourceType"] == "Procedure"
    ]
    assert [(each["identifier"][0]["value"], each["status"]) for each in procedures] == [(log, "completed")]
    assert "CarePlan" in record.content.decode()
    assert [each["id"] for each in json.loads(logs.content)] == [log]
    assert [each.id for each in backup.read(packed.content).logs] == [log]
    assert packed["Content-Disposition"] == 'attachment; filename="lissom-2026-05-07-backup.zip"'
    assert {answer["Cache-Control"] for answer in (sessions, holds, record, logs, packed)} == {
        "private, no-store"
    }


def test_one_log_is_there_as_json_and_an_unknown_one_is_told(person: Person) -> None:
    log = person.did(BACK, 2)
    assert json.loads(person.browser.get(f"/downloads/logs/{log}.json").content)["id"] == log
    assert person.browser.get("/downloads/logs/none.json").status_code == 400


def test_one_session_is_there_for_a_watch_and_one_with_nothing_held_is_not(person: Person) -> None:
    log = person.did(BACK, 2)
    link = f"/downloads/logs/{log}.fit"
    assert link in [each.attributes["href"] for each in person.visit(f"/progress/{log}/").all("a")]
    found = person.browser.get(link)
    assert found["Content-Type"] == "application/vnd.ant.fit"
    with fitdecode.FitReader(io.BytesIO(found.content)) as reader:
        laps = [each for each in reader if isinstance(each, fitdecode.FitDataMessage) and each.name == "lap"]
    assert len(laps) == 9  # the forward roll, and both sides of four
    assert person.browser.get("/downloads/logs/none.fit").status_code == 400
