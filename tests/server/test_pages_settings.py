"""Settings: kept where they can be, told beside the field where not; health, calendar, backup, erasing."""

from __future__ import annotations

import io

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lissom.app.calendars import new_token
from lissom.coach.preferences import PREFERENCES
from lissom.exchange import backup
from lissom.web.home.setting_fields import SECTIONS
from tests.server.page import Element, read_page
from tests.server.person import Person

LADDER, BACK = "seated-leg-ladder", "back-spasm"
PAGES = ["practice", "voice", "look", "clinic", "reminders"]


def filled(page: Element) -> dict[str, list[str]]:
    """Return what a browser would send from the first form of fields, as it stands."""
    sent: dict[str, list[str]] = {}
    for each in page.one("form", class_="fields").all("input"):
        kind = each.attributes.get("type")
        if kind not in ("radio", "checkbox") or "checked" in each.attributes:
            sent.setdefault(each.attributes["name"], []).append(each.attributes.get("value", ""))
    return sent


def status_of(page: Element) -> list[str]:
    """Return what the page says happened."""
    return [words for words in page.one("main").read("p", role="status") if words]


def test_every_preference_has_its_field() -> None:
    fields = {field.name for section in SECTIONS for field in section.fields}
    assert {preference.name for preference in PREFERENCES} == fields | {
        "conditions",
        "unsure",
        "cleared",
        "floor",
        "fallen",
    }


def test_the_first_page_tells_what_is_chosen(person: Person) -> None:
    person.set(clinic_name="Hill Street", clinic_phone="+44 20 7946 0000", emergency="999", voice="off")
    person.set(conditions="glaucoma")
    told = [each.words for each in person.visit("/settings/").one("ul", class_="sections").all("a")]
    assert told == [
        "Your practice Back stretches, Seated leg stretch",
        "Voice and sound Voice: Off",
        "Look and language Size of words, colours, language",
        "Your clinic Hill Street · +44 20 7946 0000 · The emergency number: 999",
        "Your health glaucoma",
        "Reminders and calendar Notices in the browser, events in your calendar",
        "Your data Backup, bringing one back, erasing",
        "Who is stretching? The people who use this, each with a record of their own",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_sent_as_it_stands_changes_nothing(person: Person, name: str) -> None:
    sent = filled(person.visit(f"/settings/{name}/"))
    answer = person.send(f"/settings/{name}/", **sent)
    assert (answer.status_code, answer["Location"]) == (302, f"/settings/{name}/?saved=1")
    assert person.journal.settings() == {}


def test_what_is_chosen_is_kept_and_shown_again(person: Person) -> None:
    person.send("/settings/voice/", **{
        "voice": "off", "chimes-only": "off", "voice-rate": "own", "voice-rate-own": "133",
        "volume": "70", "volume-own": "", "wording": "short",
    })  # fmt: skip
    kept = {"voice": "off", "voice-rate": "133", "volume": "70", "wording": "short"}
    assert person.journal.settings() == kept
    page = person.visit("/settings/voice/?saved=1")
    assert status_of(page) == ["Saved."]
    assert (filled(page)["voice-rate"], filled(page)["voice-rate-own"]) == (["own"], ["133"])


def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_kept(person: Person) -> None:
    answer = person.send("/settings/clinic/", **{
        "clinic-name": "Hill Street", "clinic-phone": "call me", "clinic-email": "nobody",
        "emergency": "own", "emergency-own": "12x",
    })  # fmt: skip
    page = read_page(answer.content.decode())
    assert (answer.status_code, person.journal.settings()) == (422, {})
    assert page.read(role="alert") == ["Nothing was saved yet. Look at what is marked."]
    assert page.read("p", class_="wrong") == [
        "Write a telephone number, such as +44 20 7946 0000.",
        "Write an e-mail address, such as front@clinic.example.",
        "Write the number in digits, such as 112.",
    ]
    sent = filled(page)
    assert (sent["clinic-phone"], sent["clinic-email"], sent["emergency-own"]) == (
        ["call me"],
        ["nobody"],
        ["12x"],
    )
    phone = page.one("input", id="clinic-phone").attributes
    assert (phone["aria-invalid"], phone["aria-describedby"]) == (
        "true",
        "clinic-phone-hint clinic-phone-wrong",
    )


def test_an_empty_field_takes_a_setting_away(person: Person) -> None:
    person.set(clinic_name="Hill Street", rises="07:00")
    sent = filled(person.visit("/settings/clinic/")) | {"clinic-name": " "}
    person.send("/settings/clinic/", **sent)
    assert "clinic-name" not in person.journal.settings()


def test_an_emergency_number_is_one_of_a_country_or_ones_own(person: Person) -> None:
    sent = filled(person.visit("/settings/clinic/"))
    person.send("/settings/clinic/", **(sent | {"emergency": "999"}))
    assert person.desk.profile.emergency == "999"
    person.send("/settings/clinic/", **(sent | {"emergency": "own", "emergency-own": "144"}))
    assert person.desk.profile.emergency == "144"


def test_routines_keep_the_order_in_which_they_were_chosen(person: Person) -> None:
    person.set(practises="seated-leg-ladder,back-spasm")
    sent = filled(person.visit("/settings/practice/"))
    person.send("/settings/practice/", **(sent | {"practises": ["back-spasm", "neck", "seated-leg-ladder"]}))
    assert person.desk.profile.routines == ("seated-leg-ladder", "back-spasm", "neck")


def test_theme_and_size_of_words_hold_on_every_page(person: Person) -> None:
    person.send("/settings/look/", **{"theme": "dark", "text-size": "largest", "language": "en"})
    html = person.visit("/progress/").one("html").attributes
    assert (html["data-theme"], html["data-text"]) == ("dark", "largest")


def test_a_form_from_elsewhere_changes_nothing(person: Person) -> None:
    assert person.browser.post("/settings/look/", {"theme": "dark"}).status_code == 403
    assert person.browser.post("/settings/data/erase/", {"word": "erase"}).status_code == 403
    assert person.journal.settings() == {}


def test_a_page_that_is_none_is_not_there(person: Person) -> None:
    assert person.browser.get("/settings/nothing/").status_code == 404


# health


def test_each_condition_says_what_it_leaves_out_and_from_where(person: Person) -> None:
    page = person.visit("/settings/health/")
    told = {
        each.one("input", name="conditions").attributes["value"]: each.words
        for each in page.all(class_="item")
    }
    assert "Leaves out: Forward roll" in told["glaucoma"]
    assert "[Brooke-Wavell and colleagues, 2022; " in told["glaucoma"]
    assert len(told) == 21


def test_only_history_may_be_cleared(person: Person) -> None:
    offered = {
        each.attributes["value"].partition("/")[2]
        for each in person.visit("/settings/health/").all("input", name="cleared")
    }
    assert {"glaucoma", "osteoporosis", "tight-legs", "cancer"} <= offered
    assert (
        offered & {"tingling-now", "leg-pain-below-knee", "saddle", "chest-pain", "fever", "collapse"}
        == set()
    )


def test_what_applies_leaves_stretches_out_and_asks_anew(person: Person) -> None:
    person.send("/settings/health/", conditions=["glaucoma", "pregnancy"], cleared=["back-spasm/glaucoma"])
    profile = person.desk.profile
    assert (profile.conditions, profile.cleared_for(BACK)) == ({"glaucoma", "pregnancy"}, ("glaucoma",))
    assert profile.health_changed == person.now


def test_sending_the_health_page_unchanged_does_not_ask_anew(person: Person) -> None:
    person.set(conditions="pregnancy,glaucoma")
    before = person.journal.settings()
    person.now = person.now.replace(day=8)
    person.send("/settings/health/", conditions=["glaucoma", "pregnancy"])
    assert person.journal.settings() == before


def test_a_sign_that_is_sent_as_cleared_is_refused(person: Person) -> None:
    answer = person.send("/settings/health/", cleared=["back-spasm/saddle"])
    assert (answer.status_code, person.journal.settings()) == (400, {})


# calendar


def test_the_calendar_follows_the_settings_and_the_dose(person: Person) -> None:
    person.set(practises="back-spasm,seated-leg-ladder", reminder_days="mon,tue,wed,thu,fri,sat,sun")
    person.set(reminder_times="07:00,19:00")
    found = icalendar.Calendar.from_ical(person.browser.get("/calendar.ics").content)
    told = [
        (str(e["SUMMARY"]), f"{e['DTSTART'].dt:%H:%M}", len(e["RRULE"]["BYDAY"]))
        for e in found.walk("VEVENT")
    ]
    assert told == [
        ("Back stretches, Seated leg stretch", "07:00", 4),
        ("Seated leg stretch", "07:00", 3),
        ("Back stretches", "19:00", 4),
    ]


def test_a_calendar_of_one_routine_and_of_more_than_its_dose(person: Person) -> None:
    person.set(address="https://stretches.example")
    one = person.browser.get("/calendar.ics?routine=neck&days=mon,wed&times=08:00").content
    (event,) = icalendar.Calendar.from_ical(one).walk("VEVENT")
    assert str(event["URL"]) == "https://stretches.example/ready/?routine=neck"
    too_much = person.browser.get("/calendar.ics?routine=neck&days=mon,tue,wed,thu,fri")
    assert (too_much.status_code, "meant for 3 to 4 days a week" in too_much.content.decode()) == (400, True)


def test_the_feed_has_a_secret_address_only_while_it_is_wanted(person: Person) -> None:
    assert person.browser.get("/calendar/None.ics").status_code == 404
    token = (
        person.visit("/settings/reminders/").all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    )
    make = lambda **fields: person.browser.post(  # noqa: E731 - a form with one of two buttons
        "/settings/reminders/feed/", {"csrfmiddlewaretoken": token, **fields}
    )
    make(make="")
    first = person.visit("/settings/reminders/").one("input", id="feed").attributes["value"]
    path = first.removeprefix("http://localhost")
    assert person.browser.get(path)["Content-Type"] == "text/calendar; charset=utf-8"
    make(make="")
    assert person.browser.get(path).status_code == 404
    second = person.visit("/settings/reminders/").one("input", id="feed").attributes["value"]
    make(revoke="")
    assert person.browser.get(second.removeprefix("http://localhost")).status_code == 404


def test_a_feed_that_did_not_change_is_not_sent_again_for_a_week(person: Person) -> None:
    path = f"/calendar/{new_token(person.desk)}.ics"
    first = person.browser.get(path)
    etag = first["ETag"]
    for day in (7, 8, 10):  # from Thursday to Sunday
        person.now = person.now.replace(day=day)
        again = person.browser.get(path, headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
        assert person.browser.get(path).content == first.content
    person.set(reminder_times="08:00")
    assert person.browser.get(path, headers={"If-None-Match": etag}).status_code == 200
    person.journal.set_setting("reminder-times", None)
    person.now = person.now.replace(day=11)
    assert person.browser.get(path, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("https://stretches.example", True),
        ("http://192.168.1.20:8614/lissom", True),
        ("http://127.0.0.1:8614", False),
        ("http://localhost:8614", False),
        ("http://[::1]/", False),
        ("ftp://stretches.example", False),
        ("stretches.example", False),
        ("https://stretches.example/?to=1", False),
        ("https://stretches.example:99999", False),
        ("https://str etches.example", False),
    ],
)
def test_an_address_is_one_that_other_devices_can_reach(person: Person, address: str, is_kept: bool) -> None:
    fields = filled(person.visit("/settings/reminders/")) | {"address": address}
    answer = person.send("/settings/reminders/", **fields)
    assert answer.status_code == (302 if is_kept else 422)
    assert person.journal.settings().get("address") == (address if is_kept else None)


def test_events_keep_their_names_from_one_download_to_the_next(person: Person) -> None:
    uids = lambda: [  # noqa: E731 - asked twice
        str(e["UID"])
        for e in icalendar.Calendar.from_ical(person.browser.get("/calendar.ics").content).walk("VEVENT")
    ]
    first = uids()
    person.now = person.now.replace(day=28)
    assert uids() == first


def test_pages_remind_only_where_that_was_chosen(person: Person) -> None:
    person.set(reminder_times="08:00")
    assert person.visit("/settings/").all("meta", name="lissom-reminders") == []
    person.set(reminders="on")
    told = person.visit("/settings/").one("meta", name="lissom-reminders").attributes
    assert (told["data-times"], told["data-days"]) == ("08:00", "")


# data


def upload(person: Person, content: bytes) -> tuple[int, Element]:
    token = person.visit("/settings/data/").all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    file = SimpleUploadedFile("backup.zip", content)
    answer = person.browser.post("/settings/data/restore/", {"csrfmiddlewaretoken": token, "backup": file})
    return answer.status_code, read_page(answer.content.decode())


def test_a_backup_goes_out_and_comes_back(person: Person, tmp_path, monkeypatch) -> None:
    person.did(BACK, 2)
    person.set(lead="right")
    packed = person.browser.get("/downloads/backup.zip").content
    other = Person(tmp_path / "other", monkeypatch)
    status, page = upload(other, packed)
    assert (status, status_of(page)) == (200, ["Taken over: 1 session, 1 setting."])
    assert status_of(upload(other, packed)[1]) == ["Everything in it is here already. Nothing was changed."]
    assert other.browser.get("/downloads/backup.zip").content == packed
    other.journal.close()


def test_what_is_other_here_than_in_a_backup_stays_and_is_told(person: Person) -> None:
    person.set(lead="right")
    packed = person.browser.get("/downloads/backup.zip").content
    person.set(lead="left")
    assert status_of(upload(person, packed)[1]) == [
        "Nothing in it is new here. Nothing was changed. "
        "1 setting or routine of your own is another one here, and stays as it is here."
    ]


def test_a_damaged_backup_says_why_and_changes_nothing(person: Person) -> None:
    packed = backup.write(backup.Backup(settings={"lead": "right"}))
    status, page = upload(person, packed[:-30])
    assert (status, person.journal.settings()) == (422, {})
    assert "this backup cannot be used: it is no whole zip archive" in page.one(id="backup-wrong").words


@pytest.mark.parametrize("content", [b"", None])
def test_without_a_file_it_asks_for_one(person: Person, content) -> None:
    if content is None:
        answer = person.send("/settings/data/", word="x")
        assert answer.status_code == 405
        return
    status, page = upload(person, content)
    assert (status, page.one(id="backup-wrong").words) == (
        422, "Choose a backup file first. It must not be empty, nor larger than 256 MB."
    )  # fmt: skip


def erase(person: Person, word: str):
    token = person.visit("/settings/data/").all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    return person.browser.post("/settings/data/erase/", {"csrfmiddlewaretoken": token, "word": word})


def test_without_its_word_nothing_is_erased(person: Person) -> None:
    person.did(BACK, 2)
    answer = erase(person, "yes please")
    page = read_page(answer.content.decode())
    assert (answer.status_code, len(person.journal.logs())) == (422, 1)
    assert page.one("input", id="word").attributes["value"] == "yes please"
    assert page.one(id="word-wrong").words == "That is not the word, so nothing was erased."


def test_with_its_word_everything_is_and_the_browser_is_told(person: Person) -> None:
    person.did(BACK, 2)
    person.set(conditions="glaucoma", theme="dark")
    answer = erase(person, " Erase ")
    page = read_page(answer.content.decode())
    assert (answer.status_code, page.read("h1")) == (200, ["Everything is erased"])
    assert (person.journal.logs(), person.journal.settings(), person.words) == ((), {}, ())
    assert answer["Clear-Site-Data"] == '"cache", "cookies"'
    assert io.BytesIO(person.browser.get("/downloads/logs.json").content).read() == b"[]"
