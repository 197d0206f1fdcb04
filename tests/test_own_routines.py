"""Own routines: checked, proved and installed; then with the others everywhere, and never in their way."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lissom.cli.main import main
from lissom.content import library
from lissom.content.data_folder import lay_out
from lissom.exchange import backup
from lissom.machine import prove
from lissom.machine.compile import compile_routine
from lissom.machine.model import Machine
from lissom.machine.options import Options
from tests.own import FRENCH, SMALL
from tests.server.person import Person

USING = "stretches:\n  - use: {}\n"


@pytest.fixture
def lissom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Return a function that runs a command and returns its exit code, its answer and its complaints."""
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        library.keep_own(None)  # as in a process of its own
        code = main(arguments)
        return (code, *capsys.readouterr())

    return run


@pytest.fixture
def routines(tmp_path: Path) -> Path:
    """The folder in which own routines stand."""
    return tmp_path / "data" / "routines"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A person at the app, on the same data as the commands."""
    visitor = Person(tmp_path / "data", monkeypatch)
    yield visitor
    visitor.journal.close()


def pack_of(visitor: Person) -> dict[str, Any]:
    """What the app gives to the player."""
    answer = visitor.browser.get("/api/pack.json")
    assert answer.status_code == 200
    return answer.json()


def write(name: str, text: str) -> str:
    Path(name).write_text(text)
    return name


def put(folder: Path, text: str = SMALL, name: str = "small") -> None:
    """Put a file on the shelf by hand, as a backup or a person would."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text)


# adding


def test_a_routine_is_checked_proved_and_stands_with_the_others(lissom, routines) -> None:
    assert lissom("add", write("mine.yaml", SMALL)) == (
        0,
        "small: every law is proved, for 1,536 combinations of options.\n"
        "small is added: Small roll.\n"
        "No clinician has read it yet, as its file says. The proof is not about what is good for you.\n"
        "lissom play small plays it. To have it planned, name it in lissom settings practises.\n",
        "",
    )
    assert (routines / "small.yaml").read_text() == SMALL
    assert {path.stat().st_mode & 0o077 for path in routines.iterdir()} == {0}
    assert "small              Small roll. One roll on a chair. Your own.\n" in lissom("list")[1]
    assert "(small, version 1)" in lissom("show", "small")[1]
    listed = {each["id"]: each["own"] for each in json.loads(lissom("list", "--json")[1])}
    assert listed == {name: name == "small" for name in (*library.shipped_ids(), "small")}


def test_a_reviewed_one_says_whose_word_it_is(lissom) -> None:
    text = SMALL.replace("status: awaiting", "status: reviewed, by: Dr Who, on: 2026-01-02")
    said = "Its file says that Dr Who read it on 2026-01-02. Lissom cannot know that.\n"
    assert said in lissom("add", write("mine.yaml", text))[1]


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_added(lissom, routines) -> None:
    text = SMALL.replace("posture: sitting", "posure: sitting").replace(
        "cite: ours}\nscreening", "cite: }\nscreening"
    )
    text = text.replace("        felt: the back\n", "")
    code, _, told = lissom("add", write("mine.yaml", text))
    assert (code, told.count("error[")) == (1, 4)
    assert told.endswith("lissom: mine.yaml has 4 errors; nothing was added\n  mend it, and try again\n")
    assert not routines.exists()


def test_a_picture_that_does_not_exist_is_an_error(lissom) -> None:
    text = SMALL.replace("pose: forward-roll.forward-roll", "pose: forward-roll.backwards")
    assert "error[unknown-pose]" in lissom("add", write("mine.yaml", text))[2]


def test_a_broken_law_refuses_with_the_way_to_it(lissom, routines, monkeypatch) -> None:
    """No file that passes the checks is known to break a law, so it is compiled wrongly: a hold is deaf."""

    def compiled(*what) -> Machine:
        machine = compile_routine(*what)
        deaf = {
            name: replace(state, on={event: to for event, to in state.on.items() if event != "stop"})
            for name, state in machine.states.items()
            if state.kind == "hold"
        }
        return replace(machine, states={**machine.states, **deaf})

    monkeypatch.setattr(prove, "compile_routine", compiled)
    code, said, told = lissom("add", write("mine.yaml", SMALL))
    assert (code, routines.exists()) == (1, False)
    assert "small-roll.rep1.small-roll.hold" in said
    assert told.endswith("broken; nothing was added\n  lissom verify mine.yaml shows every law\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("neck", "lissom: Lissom itself has a routine 'neck'; nothing was added\n  give yours another id\n"),
        (
            "red-flags",
            "lissom: 'red-flags' is the name of a page that Lissom has itself; nothing was added\n"
            "  give yours another id\n",
        ),
    ],
)
def test_an_id_of_lissoms_own_is_refused(lissom, routines, name, told) -> None:
    text = SMALL.replace("id: small\n", f"id: {name}\n")
    assert lissom("add", write("mine.yaml", text)) == (1, "", told)
    assert not routines.exists()


def test_a_language_without_shared_words_is_refused(lissom, routines) -> None:
    code, _, told = lissom("add", write("mine.yaml", SMALL.replace("language: en", "language: de")))
    assert (code, routines.exists()) == (1, False)
    assert "there are no shared words in the language 'de'; nothing was added\n  there are: en, fr" in told


def test_another_of_the_same_id_replaces_only_when_told_to(lissom, routines) -> None:
    lissom("add", write("mine.yaml", SMALL))
    assert lissom("add", "mine.yaml")[:2] == (0, "small is here already. Nothing was changed.\n")

    newer = SMALL.replace("title: Small roll\ns", "title: Smaller roll\ns")
    assert lissom("add", write("newer.yaml", newer))[0] == 1
    assert (routines / "small.yaml").read_text() == SMALL

    code, said, _ = lissom("add", "newer.yaml", "--replace")
    assert (code, "small is replaced: Smaller roll.\nSessions on record stay" in said) == (0, True)
    assert "answers hold as far as the questions are the same" in said
    assert (routines / "small.yaml").read_text() == newer


def test_a_number_that_the_new_one_does_not_allow_is_not_used(lissom) -> None:
    lissom("add", write("mine.yaml", SMALL))
    assert lissom("settings", "small.hold", "30")[0] == 0
    assert lissom("settings", "small.hold", "31")[0] == 1
    lissom("add", write("mine.yaml", SMALL.replace("20s..30s, usual: 25s", "10s..20s")), "--replace")

    planned = json.loads(lissom("plan", "small", "--json")[1])
    assert [line["options"]["hold"] for line in planned["sessions"]] == [None]


def test_stretches_of_shipped_and_of_own_routines_can_be_used(lissom) -> None:
    lissom("add", write("mine.yaml", SMALL))
    uses = SMALL.replace("id: small\n", "id: both\n").replace(
        "stretches:\n", "stretches:\n  - use: back-spasm/gluteal\n  - use: small/small-roll\n"
    )
    uses = uses.replace("- id: small-roll\n    title: Small roll", "- id: third\n    title: Third roll")
    assert lissom("add", write("both.yaml", uses))[0] == 0

    lissom("list")
    both = library.routine("both")
    for name, home in (("gluteal", "back-spasm"), ("small-roll", "small")):
        assert replace(both.stretch(name), symptoms=()) == library.routine(home).stretch(name)


def test_conditions_and_symptoms_go_with_a_stretch_into_an_own_routine(lissom) -> None:
    uses = SMALL.replace("stretches:\n", USING.format("neck/chin-tuck"))
    assert lissom("add", write("small.yaml", uses))[0] == 0
    lissom("settings", "conditions", "neck-injury")

    found, neck = library.routine("small"), library.routine("neck")
    assert [rule.symptom for rule in found.symptoms] == ["pain", "numbness", "tingling", "dizziness"]
    assert [each.condition for each in found.conditions] == [each.condition for each in neck.conditions]
    assert {each.leave_out for each in found.conditions} == {("chin-tuck",)}
    said = lissom("plan", "small")[1]
    assert "Chin tuck" in said
    assert "a recent injury of the neck" in said


def test_another_stretch_of_a_name_that_is_taken_is_told(lissom) -> None:
    twin = SMALL.replace("- id: small-roll\n    title: Small roll", "- id: gluteal\n    title: Not that one")
    told = (
        "Of the same name as in back-spasm, and another stretch: gluteal. What is closed for one is closed "
        "for both; give yours another id where it is not the same.\n"
    )
    said = lissom("add", write("mine.yaml", twin))[1]
    assert told in said
    assert said.count("Of the same name") == 2  # full uses the same one
    used = SMALL.replace("id: small\n", "id: uses\n").replace(
        "stretches:\n", USING.format("back-spasm/gluteal")
    )
    assert "back-spasm" not in lissom("add", write("uses.yaml", used))[1]


def test_a_routine_cannot_use_itself(lissom) -> None:
    lissom("add", write("mine.yaml", SMALL))
    itself = SMALL.replace("stretches:\n", USING.format("small/small-roll"))
    itself = itself.replace("- id: small-roll\n", "- id: other\n")
    assert "error[unknown-stretch]" in lissom("add", write("mine.yaml", itself), "--replace")[2]


# left out


@pytest.mark.parametrize(
    ("name", "text", "why", "words"),
    [
        ("small", "broken", "errors", "line 1: expected a block of keys, found a text"),
        ("small", SMALL.replace("-roll.f", "-roll.no"), "errors",
         "line 34: there is no pose 'forward-roll.noorward-roll'"),
        ("other", SMALL, "name", "its file says that it is 'small'"),
        ("neck", SMALL, "taken", "Lissom itself has a routine 'neck'"),
        ("small", SMALL.replace("language: en", "language: de"), "errors",
         "line 1: there are no shared words in its language 'de'"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_left_out_and_told(lissom, routines, name, text, why, words) -> None:
    put(routines, text, name)
    code, said, told = lissom("list")
    assert (code, "Your own" in said) == (0, False)
    assert told.splitlines()[0] == f"lissom: your routine {name!r} cannot be used and is left out: {words}"
    assert [(each.id, each.why) for each in library.left_out()] == [(name, why)]
    assert library.routine("neck") == library.shipped("neck")


def test_a_circle_of_own_routines_is_left_out(lissom, routines) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        text = SMALL.replace("id: small\n", f"id: {name}\n")
        put(routines, text.replace("stretches:\n", USING.format(f"{other}/small-roll")), name)
    lissom("list")
    assert [each.id for each in library.left_out()] == ["one", "two"]


def test_whoever_uses_what_was_taken_away_is_left_out(lissom) -> None:
    lissom("add", write("mine.yaml", SMALL))
    uses = SMALL.replace("id: small\n", "id: both\n").replace(
        "stretches:\n", USING.format("small/small-roll")
    )
    lissom(
        "add",
        write("both.yaml", uses.replace("- id: small-roll\n    title: Small", "- id: third\n    title: My")),
    )
    assert "your routine 'both' cannot be used" in lissom("remove", "small")[2]


def test_a_link_to_nothing_and_other_files_break_nothing(lissom, routines) -> None:
    put(routines)
    (routines / "gone.yaml").symlink_to(routines / "nothing")
    (routines / "notes.txt").write_text("mine")
    (routines / "folder.yaml").mkdir()
    lissom("list")
    assert (library.own_ids(), [each.id for each in library.left_out()]) == (("small",), ["folder", "gone"])
    assert lissom("backup", "b.zip")[0] == 0


# proving


def proofs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the proofs that are made from now on, by the routine's title."""
    made: list[str] = []
    real = library._law_broken_by

    def counted(routine):
        made.append(routine.title)
        return real(routine)

    monkeypatch.setattr(library, "_law_broken_by", counted)
    return made


def test_what_came_by_hand_is_proved_once_and_anew_when_it_changes(lissom, routines, monkeypatch) -> None:
    made = proofs(monkeypatch)
    put(routines)
    lissom("list"), lissom("list")
    assert made == ["Small roll"]

    put(routines, SMALL.replace("title: Small roll\ns", "title: Smaller roll\ns"))
    lissom("list"), lissom("list")
    assert made == ["Small roll", "Smaller roll"]


def test_another_version_of_lissom_proves_again(lissom, monkeypatch) -> None:
    lissom("add", write("mine.yaml", SMALL))
    made = proofs(monkeypatch)
    lissom("list")
    monkeypatch.setattr("lissom.content.own_routines.__version__", "99.0")
    lissom("list")
    assert made == ["Small roll"]


def test_what_breaks_a_law_is_left_out_and_not_proved_at_each_start(lissom, routines, monkeypatch) -> None:
    made = []
    monkeypatch.setattr(
        library, "_law_broken_by", lambda found: made.append(found.id) or "it breaks L1, Stop"
    )
    put(routines)
    told = [lissom("list")[2], lissom("list")[2]]
    assert told == ["lissom: your routine 'small' cannot be used and is left out: it breaks L1, Stop\n"] * 2
    assert made == ["small"]


# the same process


def test_a_change_is_seen_at_once(tmp_path) -> None:
    lay_out(tmp_path)
    assert library.own_ids() == ()
    put(tmp_path / "routines")
    assert (library.own_ids(), library.routine("small")) == (("small",), library.routine("small"))
    before = library.edition("small")
    put(tmp_path / "routines", SMALL.replace("version: 1\nl", "version: 2\nl"))
    assert (library.routine("small").version, library.edition("small") == before) == (2, False)
    os.unlink(tmp_path / "routines" / "small.yaml")
    assert (library.own_ids(), library.ids()) == ((), library.shipped_ids())


def test_the_pack_has_the_machine_of_what_stands_there_now(person: Person) -> None:
    put(person.folder / "routines")
    machine = pack_of(person)["machines"]["small"]
    put(person.folder / "routines", SMALL.replace("Roll forwards.", "Roll slowly."))
    assert pack_of(person)["machines"]["small"] != machine
    assert "Roll slowly." in json.dumps(pack_of(person)["shared"])


# languages


def test_it_is_shown_and_played_in_its_own_language_whatever_the_persons(lissom, routines) -> None:
    assert lissom("add", write("petit.yaml", FRENCH))[0] == 0
    said = lissom("show", "petit", "--language", "en")[1]
    assert "Étirement des fesses" in said  # the shipped stretch that it uses, in its language
    machines = [
        json.loads(lissom("compile", "petit", "--language", language)[1]) for language in ("en", "fr")
    ]
    assert machines[0] == machines[1]
    assert machines[0]["options"]["language"] == "fr"
    assert "fessier" in json.dumps(machines[0]) or "fesses" in json.dumps(machines[0])
    planned = json.loads(lissom("plan", "petit", "--json")[1])
    assert [line["options"]["language"] for line in planned["sessions"]] == ["fr"]


# taken away


def test_it_is_taken_away_with_what_was_set_for_it(lissom, routines) -> None:
    lissom("add", write("mine.yaml", SMALL))
    lissom("settings", "practises", "small,neck"), lissom("settings", "small.hold", "30")
    assert lissom("remove", "small") == (
        0,
        "small is taken away. Its sessions on record stay.\n"
        "What you had set for it is gone too: practises, small.hold.\n",
        "",
    )
    assert list(routines.iterdir()) == []
    assert json.loads(lissom("settings", "--json")[1]) == {"practises": "neck"}


def test_a_damaged_one_can_be_taken_away_and_a_shipped_one_cannot(lissom, routines) -> None:
    put(routines, "broken", "neck")
    assert lissom("remove", "neck")[0] == 0
    assert lissom("remove", "neck")[2] == "lissom: neck is one of Lissom's own routines and stays\n"
    assert (
        lissom("remove", "small")[2] == "lissom: there is no routine 'small' of your own\n  you have none\n"
    )


def test_a_folder_of_its_name_is_not_taken_for_it(lissom) -> None:
    Path("small").mkdir()
    assert lissom("handout", "small", "-o", "a.pdf")[2].startswith("lissom: there is no routine 'small'\n")


def test_its_sessions_stay_readable(person: Person, lissom) -> None:
    put(person.folder / "routines")
    lay_out(person.folder)
    log = person.did("small", 1)
    person.did("small", 0.005, breaks_off="small-roll.rep1.small-roll.hold")
    assert lissom("remove", "small")[0] == 0

    lay_out(person.folder)
    assert "Small" in person.visit("/progress/").words
    assert "Small" in person.visit(f"/progress/{log}/").words
    assert person.visit("/").read("h1") == ["Today"]
    assert person.visit("/contact/").read("h1") != []
    pack_of(person)
    assert "Small. " in lissom("log", "list")[1]
    assert lissom("log", "show", log)[0] == lissom("log", "replay", log)[0] == 0
    assert lissom("fhir", "export", "--all", "-o", "all.json")[0] == 0


# backup


def test_a_backup_brings_it_back_with_its_settings(lissom, routines, tmp_path, monkeypatch) -> None:
    lissom("add", write("mine.yaml", SMALL))
    lissom("settings", "practises", "small"), lissom("settings", "small.hold", "30")
    put(routines, "broken", "bad")
    lissom("backup", "one.zip")

    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "elsewhere"))
    code, said, _ = lissom("restore", "one.zip")
    assert (code, said) == (0, "Taken over: 2 settings, 2 own routines.\n")
    assert json.loads(lissom("settings", "--json")[1]) == {"practises": "small", "small.hold": "30"}
    lissom("backup", "two.zip")
    assert Path("one.zip").read_bytes() == Path("two.zip").read_bytes()


def test_a_backup_with_a_number_that_its_own_routine_does_not_allow_is_refused(
    lissom, tmp_path, monkeypatch
) -> None:
    """Lissom writes none such, so it is made by hand."""
    packed = backup.write(backup.Backup(settings={"small.hold": "500"}, routines={"small": SMALL.encode()}))
    Path("one.zip").write_bytes(packed)
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "elsewhere"))
    assert lissom("restore", "one.zip")[0] == 1
    assert not (tmp_path / "elsewhere" / "routines").exists()


def test_what_is_set_for_a_routine_that_changed_or_is_gone_hinders_no_restore(
    lissom, routines, tmp_path, monkeypatch
) -> None:
    for name in ("small", "gone"):
        lissom("add", write("mine.yaml", SMALL.replace("id: small\n", f"id: {name}\n")))
        lissom("settings", f"{name}.hold", "30")
    lissom("settings", "practises", "gone,neck,small")
    lissom("add", write("mine.yaml", SMALL.replace("20s..30s, usual: 25s", "10s..20s")), "--replace")
    (routines / "gone.yaml").unlink()  # by hand, so that nothing is forgotten with it
    assert lissom("backup", "one.zip")[0] == 0

    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "elsewhere"))
    assert lissom("restore", "one.zip")[:2] == (0, "Taken over: 2 settings, 1 own routine.\n")
    assert json.loads(lissom("settings", "--json")[1]) == {"practises": "gone,neck,small", "gone.hold": "30"}
    lissom("backup", "two.zip")
    assert Path("one.zip").read_bytes() == Path("two.zip").read_bytes()


def test_one_that_is_practised_and_gone_hinders_no_calendar_record_or_page(
    person: Person, lissom, routines
) -> None:
    put(routines)
    person.set(practises="small,neck")
    (routines / "small.yaml").unlink()
    assert lissom("calendar", "-o", "neck.ics")[0] == 0
    assert Path("neck.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    assert lissom("fhir", "export", "--all", "-o", "all.json")[0] == 0
    assert person.visit("/settings/reminders/").read("h1") != []
    assert person.visit("/progress/").read("h1") != []


# the app


def test_today_its_page_and_getting_ready_show_it(person: Person) -> None:
    put(person.folder / "routines")
    person.set(practises="small", small__hold="30")
    person.went_through_the_list()

    today = person.visit("/")
    assert today.one(class_="held-all").read("h3") == ["Small roll 3 min"]
    assert "Small roll" in today.one("ul", class_="routines").read("h3")
    assert person.visit("/routines/small/").read("h1") == ["Small roll"]
    assert "No clinician has reviewed" in person.visit("/routines/small/").words
    assert "Roll forwards." in person.visit("/ready/?routine=small").words
    assert "Small roll" in person.visit("/settings/practice/").words
    pack = pack_of(person)
    assert pack["plans"]["only:small"]["lines"][0]["title"] == "Small roll"
    assert person.desk.profile.options["small"] == Options(hold=30)


@pytest.mark.parametrize("address", ["/", "/settings/"])
def test_a_damaged_one_is_told_and_the_page_is_whole(person: Person, address: str) -> None:
    put(person.folder / "routines", "broken")
    page = person.visit(address)
    assert page.one(class_="left-out").words.startswith("Your own routine “small” is left out: its file")
    assert person.browser.get("/routines/small/").status_code == 404
    person.set(language="fr")
    assert person.visit(address).one(class_="left-out").words.startswith("Votre propre routine")
