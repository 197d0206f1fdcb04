"""Sessions and holds as CSV: the documented header, a line each, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.exchange.spreadsheet import SummarisedLog, holds_csv, sessions_csv
from lissom.exchange.spreadsheet.holds import HOLD_COLUMNS
from lissom.exchange.spreadsheet.sessions import SESSION_COLUMNS
from lissom.exchange.spreadsheet.table import FORMULA_SIGNS, make_csv
from lissom.machine.options import Options
from lissom.session.log import Rating
from lissom.session.summary import summarize
from tests.coach.stories import BACK, CHIN_TINGLING, LADDER, day, play, routine_machine

PAGE = (Path(__file__).parents[2] / "docs/reference/csv.md").read_text(encoding="utf-8")


def told(
    routine: str, zone: str = "Europe/Berlin", ratings: tuple[Rating, ...] = (), **played
) -> SummarisedLog:
    choices = {name: played.pop(name) for name in tuple(played) if name in Options.__dataclass_fields__}
    machine = routine_machine(routine, Options(**choices))
    log = play(machine, day(1), zone, **played).with_ratings(*ratings)
    return SummarisedLog(log, summarize(log, machine))


def read(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet, newline="")))


def test_a_session_is_one_line_in_the_persons_own_time():
    rated = (Rating("before", 0, 4), Rating("after", 1, 2))
    (line,) = read(sessions_csv([told(LADDER, ratings=rated, **CHIN_TINGLING)]))
    assert line == {
        "session": "00000001-0000-7000-8000-000000000001",
        "date": "2026-05-04",
        "time": "10:00:00",
        "started": "2026-05-04T10:00:00+02:00",
        "zone": "Europe/Berlin",
        "routine": "seated-leg-ladder",
        "ended": "symptom",
        "minutes": line["minutes"],
        "holds": "3",
        "held_seconds": line["held_seconds"],
        "both_sides": "yes",
        "pain_before": "4",
        "pain_after": "2",
        "felt": "tingling",
        "felt_stretch": "leg-ladder",
        "felt_position": "chin",
        "felt_side": "left",
        "level": "2",
    }


def test_holds_add_up_to_what_the_session_held():
    session = told(BACK)
    (whole,) = read(sessions_csv([session]))
    lines = read(holds_csv([session]))
    assert (len(lines), {line["whole"] for line in lines}) == (int(whole["holds"]), {"yes"})
    assert sum(float(line["seconds"]) for line in lines) == int(whole["held_seconds"])


def test_where_numbers_have_a_comma_cells_are_parted_by_semicolons():
    """A French spreadsheet reads 1.5 as a text, and a line with commas as one cell."""
    columns = {"a": lambda row: row, "b": lambda row: "x;y"}
    assert make_csv(columns, [1.5], "fr") == 'a;b\r\n1,5;"x;y"\r\n'
    assert make_csv(columns, [1.5], "en") == "a,b\r\n1.5,x;y\r\n"
    assert make_csv(columns, [1.5], "xx") == make_csv(columns, [1.5])
    (line,) = csv.DictReader(io.StringIO(sessions_csv([told(BACK)], "fr"), newline=""), delimiter=";")
    assert (line["date"], line["minutes"].count(",")) == ("2026-05-04", 1)


def test_nothing_to_say_is_an_empty_cell():
    (line,) = read(sessions_csv([told(BACK)]))
    assert (line["pain_before"], line["felt"], line["felt_side"]) == ("", "", "")


@pytest.mark.parametrize(
    ("number", "cell"), [(1.5, "1.5"), (2.0, "2"), (1_051_200.5, "1051200.5"), (0.0, "0")]
)
def test_a_number_is_written_out_whole(number, cell):
    """A session that was left and closed years later lasted a million minutes."""
    assert make_csv({"a": lambda row: row}, [number]) == f"a\r\n{cell}\r\n"


def test_it_has_the_form_of_rfc_4180():
    sheet = sessions_csv([told(LADDER)])
    assert sheet.count("\r\n") == sheet.count("\n") == 2


@pytest.mark.parametrize(("heading", "columns"), [("Sessions", SESSION_COLUMNS), ("Holds", HOLD_COLUMNS)])
def test_every_column_is_told_in_its_order(heading, columns):
    table = re.split(r"^## ", PAGE, flags=re.M)
    section = next(part for part in table if part.startswith(f"{heading}\n"))
    cells = re.findall(r"^\| (`.*?`) \|", section, re.M)
    assert re.findall(r"`(\w+)`", " ".join(cells)) == list(columns)


@given(st.text(max_size=20))
def test_no_text_is_taken_for_a_formula_and_none_is_lost(text):
    (line,) = list(csv.reader(io.StringIO(make_csv({"a": lambda row: row}, [text]), newline="")))[1:] or [
        [""]
    ]
    cell = line[0] if line else ""
    assert not cell.lstrip(" ").startswith(FORMULA_SIGNS)
    assert cell.removeprefix("'") == text or cell == text
