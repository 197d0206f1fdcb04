"""Say what was done, week by week: days, minutes, pain before and after. Never what was missed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lissom.catalogues import catalogue
from lissom.cli.desk import CommandDesk
from lissom.cli.output import count_of, say, say_json
from lissom.cli.plan_text import title_of
from lissom.coach.messages import say_reason
from lissom.coach.progress import Progress, WeekRecord, progress
from lissom.content import library

LATEST = 8  # weeks shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="as JSON, every week")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk = CommandDesk.open()
    record = progress(desk.profile, desk.history, library.routines(), desk.now)
    if choices.json:
        say_json(record.as_json(catalogue().say))
    else:
        say(_tell(record))
    return 0


def _tell(record: Progress) -> Iterator[str]:
    if not record.weeks:
        yield "Nothing on record yet. lissom opens today's plan."
        return
    done = f"{count_of(record.sessions, 'session')} on {count_of(record.days, 'day')}"
    yield f"In all: {done}, {record.minutes:.0f} minutes held."
    for week in record.weeks[-LATEST:]:
        yield from _week(week)
    for ladder in record.ladders:
        yield f"{title_of(ladder.routine)}: level {ladder.level} of {ladder.opened} opened."
        yield from (f"   {say_reason(reason, catalogue().say)}" for reason in ladder.reasons)


def _week(week: WeekRecord) -> Iterator[str]:
    pain = (
        f"; pain {_number(week.pain_before)} before, {_number(week.pain_after)} after"
        if week.pain_before is not None
        else ""
    )
    yield f"Week of {week.monday}: {week.minutes:.0f} minutes held on {count_of(week.days, 'day')}{pain}"
    for times in week.routines:
        usual = f"{times.least}" if times.least == times.most else f"{times.least} to {times.most}"
        yield f"   {title_of(times.routine)}: {times.times} of {usual} times"


def _number(value: float | None) -> str:
    return "not told" if value is None else f"{value:g}"
