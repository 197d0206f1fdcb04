"""What sessions came to is replayed once and kept; what is kept is never more than the log says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lissom.app.person import Desk
from lissom.coach.history import Agreed, History, session_of
from lissom.coach.progress import progress
from lissom.session.log import Rating
from lissom.web.api.pack import make_pack
from tests.coach.stories import BACK
from tests.coach.stories import LADDER as LADDER_ID
from tests.session.machines import ID, LADDER, WHOLE, log_of

DONE = log_of(*WHOLE)


def rows(journal):
    """Return the sessions' rows; the models can be imported only once a journal is open."""
    from lissom.store import models

    return models.Session.objects.using(journal._alias)


def played(journal):
    """Record a whole session."""
    journal.begin(log_of(), LADDER)
    journal.append(ID, 0, *WHOLE)


def test_the_past_is_what_replay_says_also_the_second_time(journal):
    played(journal)
    expected = History((session_of(DONE, LADDER),))
    assert journal.past().history == expected
    assert rows(journal).get().kept is not None
    assert journal.past().history == expected


def test_what_an_open_session_came_to_goes_on_with_its_log(journal):
    journal.begin(log_of(), LADDER)
    journal.append(ID, 0, *WHOLE[:2])
    assert journal.past().history == History((session_of(log_of(*WHOLE[:2]), LADDER),))
    journal.append(ID, 2, *WHOLE[2:])
    assert journal.past().history == History((session_of(DONE, LADDER),))


def test_a_rating_told_later_is_not_lost(journal):
    played(journal)
    journal.past()
    rating = Rating("after", WHOLE[-1].at_ms, 4)
    journal.rate(ID, rating)
    assert journal.past().history.sessions[0].ratings == (rating,)


def test_a_session_that_cannot_be_replayed_is_named_and_hides_no_other(journal):
    played(journal)
    other = ID[:-1] + "c"
    journal.begin(replace(log_of(), id=other), LADDER)
    rows(journal).filter(id=other).update(options={"level": 9})
    past = journal.past()
    assert past.unread == (other,)
    assert [session.id for session in past.history.sessions] == [ID]


@pytest.mark.parametrize("add", [
    lambda other: other.begin(replace(log_of(), id=ID[:-1] + "d"), LADDER),
    lambda other: other.append(ID, 0, *WHOLE[:1]),
    lambda other: other.rate(ID, Rating("before", 0, 3)),
    lambda other: other.write_entry(Agreed(log_of().started, "all")),
    lambda other: other.erase(),
], ids=["a session", "an event", "a rating", "a word", "nothing any more"])  # fmt: skip
def test_a_past_is_the_same_until_another_process_adds_to_it(journal, again, add):
    journal.begin(log_of(), LADDER)
    known = journal.past()
    assert journal.past() is known
    other = again()
    journal.close()  # the session is no longer played here

    add(other)

    assert journal.past() == other.past()
    assert journal.past() != known


def test_what_is_kept_with_a_past_does_not_grow_with_those_who_ask(person):
    person.did(LADDER_ID, 1)
    person.did(BACK, 2)
    history, sizes = person.journal.past().history, []
    for minutes in (1, 2, 3):
        desk = Desk(person.journal, now=person.now + timedelta(minutes=minutes), zone="UTC")
        make_pack(desk)
        progress(desk.profile, desk.history, desk.routines, desk.now)
        sizes.append(len(history.derived))
    assert sizes[0] > 10
    assert sizes == sizes[:1] * 3
