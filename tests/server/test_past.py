"""What sessions came to is replayed once and kept; what is kept is never more than the log says."""

from __future__ import annotations

from dataclasses import replace

from lissom.coach.history import History, session_of
from lissom.session.log import Rating
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
