"""The journal: what is recorded is there again, and nothing else is."""

import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lissom.app.ports import JournalConflict, UnknownMachine, UnknownSession
from lissom.coach.history import Agreed, TakenBack
from lissom.session.log import Entry, LogConflict, Rating
from lissom.session.replay import LogRefused
from tests.session.machines import DIGEST, ID, LADDER, STARTED, WHOLE, entries, log_of

EMPTY = log_of()
LATER = replace(EMPTY, id=ID[:-1] + "c", started=STARTED + timedelta(days=1))
HOLDING = entries("0 asked no", "1000 ready next", "4000 left.move elapsed")


def after(**time):
    return STARTED + timedelta(**time)


def test_a_session_is_recorded_event_by_event(journal):
    journal.begin(EMPTY, LADDER)
    for index, entry in enumerate(WHOLE):
        journal.append(ID, index, entry)
        assert journal.log(ID) == log_of(*WHOLE[: index + 1])


def test_several_events_are_recorded_together(journal):
    journal.begin(EMPTY, LADDER)
    journal.append(ID, 0, *WHOLE)
    assert journal.log(ID) == log_of(*WHOLE)


def test_a_session_begins_with_what_it_has_already(journal):
    begun = log_of(*HOLDING).with_ratings(Rating("before", 0, 3))
    journal.begin(begun, LADDER)
    assert journal.log(ID) == begun


def test_a_session_begins_once(journal):
    journal.begin(EMPTY, LADDER)
    with pytest.raises(JournalConflict, match="is in the journal already"):
        journal.begin(EMPTY, LADDER)


def test_a_log_does_not_come_with_another_machine(journal):
    with pytest.raises(ValueError, match="another machine"):
        journal.begin(EMPTY, replace(LADDER, routine="arm"))
    assert journal.logs() == ()


def test_the_same_event_again_changes_nothing(journal):
    journal.begin(EMPTY, LADDER)
    journal.append(ID, 0, *HOLDING)
    journal.append(ID, 1, *HOLDING[1:])
    assert journal.log(ID) == log_of(*HOLDING)


def test_another_event_at_the_same_place_is_refused(journal):
    journal.begin(EMPTY, LADDER)
    journal.append(ID, 0, *HOLDING)
    with pytest.raises(JournalConflict, match="gone on with elsewhere from event 2 on"):
        journal.append(ID, 2, Entry(5000, "left.move", "pain"))
    assert journal.log(ID) == log_of(*HOLDING)


def test_an_event_leaves_no_gap(journal):
    journal.begin(EMPTY, LADDER)
    with pytest.raises(JournalConflict, match="has 0 events, so none can follow at 1"):
        journal.append(ID, 1, HOLDING[1])


def test_an_event_of_no_session_is_refused(journal):
    with pytest.raises(UnknownSession):
        journal.append(ID, 0, HOLDING[0])


def test_ratings_are_kept_in_their_order(journal):
    journal.begin(EMPTY, LADDER)
    ratings = (Rating("before", 0, 4), Rating("after", 68_000, 2))
    for rating in ratings:
        journal.rate(ID, rating)
    assert journal.log(ID).ratings == ratings


def test_logs_come_by_their_start(journal):
    journal.begin(LATER, LADDER)
    journal.begin(EMPTY, LADDER)
    assert [log.id for log in journal.logs()] == [EMPTY.id, LATER.id]
    assert [log.id for log in journal.logs(since=after(hours=1))] == [LATER.id]


def test_a_machine_can_be_had_again_by_another_process(journal, again):
    journal.begin(EMPTY, LADDER)
    assert again().machine(DIGEST) == LADDER


def test_a_machine_that_was_never_played_is_not_known(journal):
    with pytest.raises(UnknownMachine):
        journal.machine("sha256:" + "0" * 64)


# What was broken off.


def broken_off(journal, *events):
    journal.begin(EMPTY, LADDER)
    journal.append(ID, 0, *events)
    journal.close()


def test_a_session_that_is_being_played_was_not_broken_off(journal, again):
    journal.begin(EMPTY, LADDER)
    assert (journal.open_session(), again().open_session()) == (None, None)


def test_a_session_that_was_broken_off_is_offered(journal, again):
    broken_off(journal, *HOLDING)
    assert again().open_session(after(minutes=5)) == log_of(*HOLDING)


def test_after_ten_minutes_it_is_closed_and_not_offered(journal, again):
    broken_off(journal, *HOLDING)
    assert again().open_session(after(minutes=11)) is None
    assert journal.log(ID).events[3:] == (Entry(660_000, "left.hold", "closed"),)
    assert list((journal.folder / "live").iterdir()) == []


def test_without_the_time_nothing_is_closed(journal, again):
    broken_off(journal, *HOLDING)
    assert again().open_session() == log_of(*HOLDING)


def test_a_finished_session_is_not_offered(journal, again):
    broken_off(journal, *WHOLE)
    assert again().open_session() is None


def test_of_two_the_later_is_offered(journal, again):
    journal.begin(LATER, LADDER)
    broken_off(journal, *HOLDING)
    assert again().open_session().id == LATER.id


def test_a_session_gone_on_with_here_is_refused_there(journal, again):
    broken_off(journal, *HOLDING)
    here, there = again(), again()
    here.append(ID, 3, Entry(60_000, "ready", "resume"))
    with pytest.raises(JournalConflict, match="is being played in another window"):
        there.append(ID, 3, Entry(61_000, "ready", "resume"))


def test_an_ended_session_leaves_no_lock(journal):
    journal.begin(EMPTY, LADDER)
    journal.append(ID, 0, *WHOLE)
    assert list((journal.folder / "live").iterdir()) == []


def test_an_unknown_machine_format_is_left_alone(journal, again):
    broken_off(journal, *HOLDING)
    from lissom.store.models import MachineText

    MachineText.objects.using(journal._alias).update(packed=zlib.compress(b'{"format":"lissom-machine/9"}'))
    assert again().open_session(after(minutes=11)) is None
    assert journal.log(ID) == log_of(*HOLDING)


# Logs from elsewhere.


def test_a_log_from_elsewhere_is_taken_in(journal):
    assert journal.receive(log_of(*WHOLE), LADDER) == log_of(*WHOLE)
    assert journal.logs() == (log_of(*WHOLE),)


@pytest.mark.parametrize("order", [(3, 10), (10, 3), (3, 3), (10, 10), (0, 10)])
def test_a_log_sent_twice_or_late_changes_nothing(journal, order):
    for count in order:
        received = journal.receive(log_of(*WHOLE[:count]), LADDER)
    assert received == journal.log(ID) == log_of(*WHOLE[: max(order)])


def test_a_log_that_went_on_differently_is_refused(journal):
    journal.receive(log_of(*WHOLE), LADDER)
    with pytest.raises(LogConflict):
        journal.receive(log_of(*WHOLE[:2], *entries("4500 left.move elapsed")))
    assert journal.log(ID) == log_of(*WHOLE)


def test_a_log_that_does_not_replay_is_refused(journal):
    with pytest.raises(LogRefused, match="at event 0"):
        journal.receive(log_of(*WHOLE[1:]), LADDER)
    assert journal.logs() == ()


def test_the_machine_of_a_refused_log_is_not_known_afterwards(journal):
    """Held in memory without its row, it would be taken for known, and the next good log be lost."""
    wrong = replace(log_of(*WHOLE), events=(Entry(0, "nowhere", "next"),))
    for _ in range(2):
        with pytest.raises(LogRefused):
            journal.receive(wrong, LADDER)
        with pytest.raises(UnknownMachine):
            journal.machine(DIGEST)
    assert journal.receive(log_of(*WHOLE), LADDER) == log_of(*WHOLE)
    assert journal.machine(DIGEST) == LADDER


def test_a_log_of_an_unknown_machine_is_refused(journal):
    with pytest.raises(UnknownMachine):
        journal.receive(EMPTY)


def test_a_received_log_that_ended_is_not_offered(journal):
    journal.receive(log_of(*WHOLE[:3]), LADDER)
    journal.receive(log_of(*WHOLE))
    assert journal.open_session() is None


# Words, profile, settings.


def test_dated_words_come_back_by_time(journal):
    words = (
        TakenBack(datetime(2026, 3, 2, 8, tzinfo=UTC), "Europe/Warsaw", "leg-ladder", True),
        Agreed(datetime(2026, 3, 3, 8, tzinfo=UTC), "all"),
    )
    for word in reversed(words):
        journal.write_entry(word)
    assert journal.entries() == words


def test_a_setting_can_be_taken_back(journal):
    journal.set_setting("emergency", "999")
    journal.set_setting("emergency", None)
    assert journal.settings() == {}


def test_two_folders_are_two_journals(journal, tmp_path):
    from lissom.store.setup import open_journal

    other = open_journal(tmp_path / "other")
    other.set_setting("emergency", "999")
    assert (journal.settings(), other.settings()) == ({}, {"emergency": "999"})
    other.close()


def test_settings_are_kept_and_taken_back(journal):
    journal.set_setting("emergency", "112")
    journal.set_setting("emergency", "999")
    journal.set_setting("pace", "easy")
    journal.set_setting("pace", None)
    assert journal.settings() == {"emergency": "999"}
