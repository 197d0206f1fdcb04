"""A session that was left for good is told the same everywhere; so is one that may still go on."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest

from lissom.app.health_records import sessions_bundle
from lissom.app.spreadsheets import sheet_of
from lissom.session.summary_text import tell
from tests.server.person import Person

LADDER = "seated-leg-ladder"


@pytest.mark.parametrize(
    ("later", "in_table", "in_list", "in_record", "on_page", "to_clinic"),
    [
        (timedelta(minutes=1), "open", "so far; now at", "in-progress", "Not over yet.", "is not over"),
        (timedelta(days=31), "abandoned", "left at", "stopped", "not come back to", "did not come back"),
    ],
)
def test_one_answer_in_table_list_record_and_page(
    person: Person, later, in_table, in_list, in_record, on_page, to_clinic
) -> None:
    log_id = person.did(LADDER, 0, breaks_off="leg-ladder.r2.left.ankle.hold")
    log = person.journal.log(log_id)
    person.now = log.started + timedelta(milliseconds=log.last_ms) + later

    desk = person.desk
    (row,) = csv.DictReader(io.StringIO(sheet_of(desk, "sessions"), newline=""))
    assert row["ended"] == in_table
    assert in_list in tell(desk.summary(log))
    resources = [each["resource"] for each in json.loads(sessions_bundle(desk, plans=False).bundle)["entry"]]
    assert [each["status"] for each in resources if each["resourceType"] == "Procedure"] == [in_record]
    assert on_page in person.visit(f"/progress/{log_id}/").words
    assert to_clinic in person.visit("/contact/").words
