"""A log that the browser begins is one that Python reads."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from lissom.session import codec
from lissom.session.log import Entry, Rating
from tests.session.machines import DIGEST, LADDER

NOW = datetime(2026, 3, 1, 7, 30, 0, 123_000, tzinfo=UTC)
NOW_MS = int(NOW.timestamp() * 1000)
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def test_a_log_that_was_begun_and_grew_is_read(core):
    question = {
        "machine": core.number(LADDER), "digest": DIGEST, "zone": "Europe/Warsaw", "now": NOW_MS,
        "at": [0, 2500], "values": [4],
    }  # fmt: skip
    told = core.ask("log", question)
    begun, grown = (codec.loads(json.dumps(told[name])) for name in ("begun", "grown"))
    assert (begun.routine, begun.digest, begun.machine_digest) == (LADDER.routine, LADDER.digest, DIGEST)
    assert (begun.options, begun.started, begun.zone) == (LADDER.options, NOW, "Europe/Warsaw")
    assert grown == begun.with_events(Entry(0, "here", "next"), Entry(2500, "here", "next")).with_ratings(
        Rating("before", 0, 4)
    )
    assert (begun.events, begun.ratings) == ((), ())


def test_ids_are_of_version_7_and_sort_by_time_and_never_repeat(core):
    times = [NOW_MS + step for step in range(0, 5000, 10)]
    ids = core.ask("ids", times)
    assert all(UUID7.fullmatch(each) for each in ids)
    assert [int(each.replace("-", "")[:12], 16) for each in ids] == times
    assert ids == sorted(set(ids))
    assert len(set(core.ask("ids", [NOW_MS] * 500))) == 500


@pytest.mark.parametrize(
    ("moment", "expected"), [(NOW_MS + 9_000, 9_000), (NOW_MS + 10, 2_500), (NOW_MS - 5, 2_500)]
)
def test_a_moment_of_the_calendar_is_never_before_the_last_event(core, moment, expected):
    log = {"started": "2026-03-01T07:30:00.123Z", "events": [{"at_ms": 2_500}]}
    assert core.ask("atMs", {"log": log, "moment": moment}) == expected


@pytest.mark.parametrize(
    ("name", "args", "words"),
    [
        ("entry", [-1, "here", "next"], "-1 is not a time of a session"),
        ("entry", [0.5, "here", "next"], "0.5 is not a time of a session"),
        ("entry", [2**53, "here", "next"], "9007199254740992 is not a time of a session"),
        ("entry", [0, "", "next"], "an entry names its state and its event"),
        ("entry", [0, "here", ""], "an entry names its state and its event"),
        ("rating", ["before", 0, 11], "a rating is from 0 to 10, not 11"),
        ("rating", ["before", 0, 1.5], "a rating is from 0 to 10, not 1.5"),
        ("rating", ["during", 0, 1], "a rating is before or after, not 'during'"),
        ("rating", ["after", -1, 1], "-1 is not a time of a session"),
    ],
)
def test_what_no_log_can_hold_is_refused(core, name, args, words):
    assert core.ask("refusal", {"name": name, "args": args}) == words
