"""The people of a household: nothing of one shapes what another is offered [SAFETY H16]."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lissom.app.backups import make_backup, restore
from lissom.app.people import NameRefused, add_person, find_person, remove_person, rename_person
from lissom.app.person import Desk
from lissom.app.ports import JournalConflict, UnknownPerson
from lissom.coach.history import Agreed
from lissom.store.setup import open_household, open_journal
from lissom.web.request import PERSON
from tests.server.person import Person
from tests.shipped import REPOSITORY

BEFORE = REPOSITORY / "tests/server/version4"
NOW = datetime(2030, 1, 1, tzinfo=UTC)  # after whoever was here first
THEN = datetime(2026, 11, 21, 8, tzinfo=UTC)
HURT = ("pain", "gluteal.left.rep1.gluteal.hold")


@pytest.fixture
def household(person: Person):
    return open_household(person.journal.folder)


def as_member(person: Person, member_id: str) -> Person:
    """Let the browser of a person be that of somebody else of their household."""
    person.browser.cookies[PERSON] = member_id
    return person


# what was kept before there were people


def test_a_folder_of_the_version_before_opens_with_nothing_lost(tmp_path: Path) -> None:
    shutil.copytree(BEFORE, tmp_path / "data")
    household = open_household(tmp_path / "data")
    (only,) = household.people()
    assert (only.name, only.is_chosen) == ("", True)
    desk = Desk(household.journal(), THEN, "Europe/Warsaw")
    assert [log.routine for log in desk.logs] == ["seated-leg-ladder", "back-spasm", "seated-leg-ladder"]
    assert desk.past.unread == ()
    assert desk.journal.settings() == {"clinic-name": "Hill Street", "lead": "right", "text-size": "large"}
    assert [type(each) for each in desk.journal.entries()] == [Agreed]
    assert "gluteal" in desk.standing.left_out


def test_a_backup_of_the_version_before_is_read_and_is_the_same_record(tmp_path: Path) -> None:
    shutil.copytree(BEFORE, tmp_path / "data")
    kept = Desk(open_journal(tmp_path / "data"), THEN, "Europe/Warsaw")
    new = Desk(open_journal(tmp_path / "new"), THEN, "Europe/Warsaw")
    came = restore(new, (BEFORE / "backup.zip").read_bytes())
    assert (came.sessions, came.words, came.unread) == (3, 1, 0)
    assert Desk(new.journal, THEN, "Europe/Warsaw").logs == kept.logs
    assert restore(kept, (BEFORE / "backup.zip").read_bytes()).is_nothing


# apart


def test_what_one_told_changes_nothing_for_another(person: Person, household) -> None:
    first = person.journal.person
    person.did("back-spasm", 1, feels=HURT)
    person.set(lead="right", clinic_name="Hill Street")
    before = {page: person.visit(page).words for page in ("/", "/progress/", "/settings/")}
    ann = add_person(household, "Ann", NOW)
    other = Desk(household.journal(ann.id), person.now, "UTC")
    assert (other.history.sessions, other.journal.settings(), other.standing.active) == ((), {}, ())
    assert not set(other.journal.ids()) & set(person.journal.ids())
    as_member(person, ann.id)
    assert "Nothing on record yet" in person.visit("/progress/").words
    assert "Hill Street" not in person.visit("/contact/").words
    for page in ("/downloads/sessions.csv", "/downloads/holds.csv", "/downloads/logs.json"):
        assert "gluteal" not in person.browser.get(page).content.decode()
    as_member(person, first)
    after = {
        page: person.visit(page).words.replace("Stretching: Person 1. Somebody else?", "").strip()
        for page in before
    }
    assert {page: " ".join(words.split()) for page, words in after.items()} == {
        page: " ".join(words.split()) for page, words in before.items()
    }


def test_a_backup_holds_one_person_and_goes_into_nobody_elses_record(person: Person, household) -> None:
    log = person.did("back-spasm", 1)
    packed = make_backup(person.desk)
    ann = add_person(household, "Ann", NOW)
    other = Desk(household.journal(ann.id), person.now, "UTC")
    assert log.encode() not in make_backup(other)
    with pytest.raises(JournalConflict, match="on the record of somebody else here"):
        restore(other, packed)
    assert other.journal.count_sessions() == 0
    kept = person.journal.log(log)
    with pytest.raises(JournalConflict, match="on the record of somebody else here"):
        other.journal.receive(kept, person.journal.machine(kept.machine_digest))


def test_erasing_ones_record_leaves_the_others(person: Person, household) -> None:
    person.did("back-spasm", 1)
    ann = household.journal(add_person(household, "Ann", NOW).id)
    log = person.journal.log(person.did("seated-leg-ladder", 1))
    machine = person.journal.machine(log.machine_digest)
    ann.set_setting("lead", "right")
    ann.erase()
    assert (person.journal.count_sessions(), ann.settings()) == (2, {})
    person.journal.erase()
    assert person.journal.count_sessions() == 0
    ann.receive(log, machine)
    assert ann.count_sessions() == 1


def test_one_session_at_a_time_is_for_a_person(person: Person, household) -> None:
    """[docs/decisions/0017] What hurts stops all that this person does, and nobody else."""
    log = person.journal.log(person.did("seated-leg-ladder", 0, breaks_off="leg-ladder.r2.left.ankle.hold"))
    ann = household.journal(add_person(household, "Ann", NOW).id)
    here = household.journal(person.journal.person)
    here.append(log.id, len(log.events))  # claims it for this process
    assert here.played() == (log.id,)
    assert ann.played() == ann.played_elsewhere() == ()
    other_process = open_household(person.journal.folder)
    assert other_process.journal(here.person).played_elsewhere() == (log.id,)
    assert other_process.journal(ann.person).played_elsewhere() == ()
    here.close()


# who there is


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "empty"), ("   ", "empty"), ("x" * 61, "long"), ("a\u200bb", "unseen"), ("12", "number"),
        ("ANN", "taken"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused(household, name: str, code: str) -> None:
    add_person(household, "Ann", NOW)
    with pytest.raises(NameRefused) as refused:
        add_person(household, name, NOW)
    assert refused.value.code == code
    assert [each.name for each in household.people()] == ["", "Ann"]


def test_people_are_found_by_name_or_number_and_renamed(household) -> None:
    ann = add_person(household, "  Ann   Lee ", NOW)
    assert ann.name == "Ann Lee"
    assert find_person(household, "ann lee").id == find_person(household, "2").id == ann.id
    first = find_person(household, "Person 1")
    rename_person(household, first, "Ben")
    rename_person(household, ann, "ANN LEE")  # one's own name in other letters is nobody else's
    assert [each.name for each in household.people()] == ["Ben", "ANN LEE"]
    with pytest.raises(UnknownPerson):
        find_person(household, "Carl")


def test_who_is_removed_leaves_a_way_back_and_the_last_stays(person: Person, household) -> None:
    person.did("back-spasm", 1, feels=HURT)
    first = find_person(household, "1")
    with pytest.raises(JournalConflict, match="the last person"):
        remove_person(household, first, NOW)
    assert list(person.journal.folder.glob("removed/*")) == []
    ann = add_person(household, "Ann", NOW)
    file = remove_person(household, first, NOW)
    assert [(each.name, each.is_chosen) for each in household.people()] == [("Ann", True)]
    desk = Desk(household.journal(ann.id), person.now, "UTC")
    assert restore(desk, file.read_bytes()).sessions == 1
    assert "gluteal" in Desk(household.journal(ann.id), person.now, "UTC").standing.left_out


# the page


def post(by: Person, action: str, **fields: str):
    token = by.visit("/people/").all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    journal = by.visit("/people/").all("input", name="journal")[0].attributes["value"]
    return by.browser.post(f"/people/{action}/", {**fields, "csrfmiddlewaretoken": token, "journal": journal})


def test_alone_nothing_is_asked_and_no_name_is_shown(person: Person) -> None:
    page = person.visit("/")
    assert page.all("p", class_="who") == []
    assert "/people/" in [each.attributes["href"] for each in person.visit("/settings/").all("a")]


def test_two_browsers_of_a_household_have_two_people(person: Person, household) -> None:
    assert post(person, "add", name="Ann").status_code == 302
    ann = find_person(household, "Ann")
    assert person.visit("/").one("p", class_="who").words == "Stretching: Person 1. Somebody else?"
    answer = post(person, "choose", person=ann.id)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    cookie = answer.cookies[PERSON]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (ann.id, True, "Strict")
    assert person.visit("/").one("p", class_="who").words == "Stretching: Ann. Somebody else?"
    assert person.browser.get("/api/journal.json").json()["journals"] == list(household.journal(ann.id).ids())
    assert [each.is_chosen for each in household.people()] == [True, False]  # of this browser alone


def test_a_form_of_ones_page_is_refused_once_another_is_open(person: Person, household) -> None:
    ann = add_person(household, "Ann", NOW)
    sent = person.visit("/settings/look/")
    token = sent.all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    journal = sent.all("input", name="journal")[0].attributes["value"]
    as_member(person, ann.id)
    answer = person.browser.post(
        "/settings/look/", {"text-size": "largest", "csrfmiddlewaretoken": token, "journal": journal}
    )
    assert answer.status_code == 409
    assert household.journal(ann.id).settings() == {}


def test_what_cannot_be_is_told_beside_its_field(person: Person, household) -> None:
    add_person(household, "Ann", NOW)
    answer = post(person, "add", name="ann")
    assert (answer.status_code, "Somebody here has that name already" in answer.content.decode()) == (
        422,
        True,
    )
    here = person.journal.person
    assert post(person, "rename", person=here, name="").status_code == 422
    assert post(person, "rename", person=here, name="Ben").status_code == 302
    assert post(person, "remove", person=here).status_code == 404  # not who is open here
    assert post(person, "choose", person="nobody").status_code == 404
    assert [each.name for each in household.people()] == ["Ben", "Ann"]


def test_removing_on_the_page_says_where_the_way_back_lies(person: Person, household) -> None:
    ann = add_person(household, "Ann", NOW)
    answer = post(person, "remove", person=ann.id)
    (file,) = person.journal.folder.glob("removed/Ann-*.zip")
    assert str(file) in answer.content.decode()


def test_a_browser_of_somebody_who_was_removed_opens_who_is_chosen(person: Person, household) -> None:
    ann = add_person(household, "Ann", NOW)
    as_member(person, ann.id)
    household.remove(ann.id)
    assert person.browser.get("/").status_code == 200
    assert person.browser.get("/api/journal.json").json()["journals"] == list(household.journal().ids())


def test_the_secret_address_of_a_feed_opens_its_owners_calendar_alone(person: Person, household) -> None:
    from lissom.app.calendars import new_token

    ann = Desk(household.journal(add_person(household, "Ann", NOW).id), person.now, "UTC")
    ann.set("practises", "neck")
    answer = person.browser.get(f"/calendar/{new_token(ann)}.ics")
    assert answer.status_code == 200
    assert b"Neck" in answer.content
    assert b"Seated leg" not in answer.content
