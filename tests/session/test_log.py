"""The log: what may stand in it, how it is written down, and how it may grow."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.session.codec import LogFormatError, dumps, loads
from lissom.session.log import Entry, Log, LogConflict, Rating, extend

from .machines import DIGEST, ID, STARTED, WHOLE, log_of

SHORT = log_of(Entry(0, "asked", "no"), Entry(1000, "ready", "next")).with_ratings(Rating("before", 5, 3))

WRITTEN = (
    '{"digest":"sha256:' + "a" * 64 + '","events":[{"at_ms":0,"event":"no","state":"asked"},'
    '{"at_ms":1000,"event":"next","state":"ready"}],"format":"lissom-session/1",'
    '"id":"0195517a-2b40-7c3e-8f00-0123456789ab","machine_digest":"' + DIGEST + '",'
    '"options":{"level":1,"without":[]},"ratings":[{"at_ms":5,"value":3,"when":"before"}],'
    '"routine":"leg","started":"2026-03-01T07:30:00.000Z","zone":"Europe/Warsaw"}\n'
)


def changed(**keys):
    return json.dumps(json.loads(WRITTEN) | keys)


def test_a_log_is_written_as_canonical_json():
    assert dumps(SHORT).decode() == WRITTEN


def test_a_written_log_is_read_back_equal():
    assert loads(WRITTEN) == SHORT


PREFIX = "not a session log: "
REFUSED = [
    ("[1", "the text is not JSON: Expecting ',' delimiter: line 1 column 3 (char 2)"),
    ("[" * 100_000, "the text is not JSON: maximum recursion depth exceeded"),
    ("[]", "log is not an object"),
    ('{"a":1,"a":2}', "the text is not JSON: a key stands twice in one object"),
    ("NaN", "the text is not JSON: NaN is not a number"),
    (changed(format="lissom-session/2"), "format is 'lissom-session/2', not 'lissom-session/1'"),
    (changed(mood=1), "log has an unknown key 'mood'"),
    (WRITTEN.replace('"zone":"Europe/Warsaw"', '"zone":7'), "log.zone is not a text"),
    (changed(zone="../etc"), "log: zone '../etc' is not as the format says"),
    (changed(id=ID.upper()), f"log: id {ID.upper()!r} is not as the format says"),
    (changed(started="2026-03-01"), "log: started '2026-03-01' is not of the form 2026-03-01T07:30:00.000Z"),
    (changed(started="2026-02-30T07:30:00.000Z"), "log: day is out of range for month"),
    (changed(events=[{"at_ms": 1.5, "state": "a", "event": "b"}]), "events[0].at_ms is not a whole number"),
    (changed(events=[{"at_ms": True, "state": "a", "event": "b"}]), "events[0].at_ms is not a whole number"),
    (changed(events=[{"at_ms": -1, "state": "a", "event": "b"}]), "events[0]: -1 is not a time of a session"),
    (changed(events=[{"state": "a", "event": "b"}]), "events[0] lacks 'at_ms'"),
    (
        changed(events=[{"at_ms": 1, "state": "", "event": "b"}]),
        "events[0]: an entry names its state and its event",
    ),
    (
        changed(ratings=[{"at_ms": 1, "when": "later", "value": 1}]),
        "ratings[0]: a rating is before or after, not 'later'",
    ),
    (
        changed(ratings=[{"at_ms": 1, "when": "after", "value": 11}]),
        "ratings[0]: a rating is from 0 to 10, not 11",
    ),
    (
        changed(options={"cap": 1.5}),
        "options.cap is not a text, a whole number, yes or no, nothing, or a list of texts",
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[message[:45] for _, message in REFUSED])
def test_what_is_not_a_log_is_refused_with_its_place(text, message):
    with pytest.raises(LogFormatError) as refused:
        loads(text)
    assert refused.value.message.startswith(PREFIX + message)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_no_json_makes_the_reader_stumble(content):
    with pytest.raises(LogFormatError):
        loads(json.dumps(content))


@given(
    st.sampled_from(sorted(json.loads(WRITTEN))),
    st.none() | st.integers() | st.text() | st.lists(st.integers()),
)
def test_a_changed_key_is_refused_or_is_another_log(key, value):
    try:
        log = loads(changed(**{key: value}))
    except LogFormatError:
        return
    assert json.loads(dumps(log)) == json.loads(changed(**{key: value}))


def test_a_start_is_kept_in_utc_to_the_millisecond():
    warsaw = timezone(timedelta(hours=1))
    log = log_of(started=datetime(2026, 3, 1, 8, 30, 0, 123_999, warsaw))
    assert log.started == datetime(2026, 3, 1, 7, 30, 0, 123_000, UTC)


def test_a_start_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="a session starts at a moment with a zone"):
        log_of(started=datetime(2026, 3, 1))  # noqa: DTZ001 - that is what is refused


def test_a_moment_of_the_calendar_is_a_time_of_the_session():
    assert SHORT.at_ms(STARTED + timedelta(minutes=5)) == 300_000


def test_a_clock_that_was_set_back_never_goes_before_the_last_event():
    assert SHORT.at_ms(STARTED - timedelta(hours=1)) == 1000


cuts = st.integers(0, len(WHOLE))


@given(cuts, cuts)
def test_the_longer_of_two_states_of_a_log_wins_in_either_order(one, other):
    long = max(one, other)
    assert extend(log_of(*WHOLE[:one]), log_of(*WHOLE[:other])) == log_of(*WHOLE[:long])
    assert extend(log_of(*WHOLE[:other]), log_of(*WHOLE[:one])) == log_of(*WHOLE[:long])


@given(st.integers(0, len(WHOLE) - 1), cuts)
def test_a_log_that_went_on_differently_is_refused(place, cut):
    other = [
        *WHOLE[:place],
        Entry(WHOLE[place].at_ms + 1, WHOLE[place].state, WHOLE[place].event),
        *WHOLE[place + 1 :],
    ]
    with pytest.raises(LogConflict, match=f"went on differently after event {place}"):
        extend(log_of(*WHOLE[: max(cut, place + 1)]), log_of(*other[: place + 1]))


def test_a_log_with_another_heading_is_refused():
    with pytest.raises(LogConflict, match="is known with another beginning"):
        extend(SHORT, log_of(*SHORT.events, zone="Europe/Paris"))


def test_a_log_with_more_events_and_fewer_ratings_is_refused():
    with pytest.raises(LogConflict):
        extend(SHORT, log_of(*WHOLE))


def test_logs_are_values():
    assert Log(**{name: getattr(SHORT, name) for name in Log.__slots__}) == SHORT
