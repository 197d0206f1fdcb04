"""Show the sessions on record: a list, one in words, one replayed, or one as an activity file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from lissom.cli.arguments import find_machine, looks_like_file, read_bytes
from lissom.cli.desk import CommandDesk
from lissom.cli.output import count_of, say
from lissom.cli.plan_text import title_of
from lissom.coach.history import local_time
from lissom.errors import LissomError
from lissom.machine.model import Machine
from lissom.session import codec
from lissom.session.admission import admit
from lissom.session.bounds import check_bounds, is_of_our_time
from lissom.session.log import Log
from lissom.session.replay import LogRefused
from lissom.session.summary_text import tell

ACTIONS = ("list", "show", "replay", "export")
SHEETS = ("sessions", "holds")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="list", help="what to do (default list)"
    )
    parser.add_argument(
        "log", nargs="?", metavar="LOG", help="a log's id or how it begins, or with replay a file"
    )
    parser.add_argument("--machine", metavar="FILE", help="with replay: the machine that was played")
    parser.add_argument("--csv", choices=SHEETS, help="with list: the table of sessions, or that of holds")
    parser.add_argument("--fit", metavar="FILE", help="with export: the activity file (FIT) to write")
    parser.add_argument("--json", action="store_true", help="as JSON (format lissom-session/1)")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    if choices.csv:
        return _write_sheet(choices)
    if choices.action == "export" or choices.fit:
        return _write_activity(choices)
    lines = _ACTIONS[choices.action](choices)
    if choices.json:
        print("\n".join(lines))
    else:
        say(lines)
    return 0


def _write_sheet(choices: argparse.Namespace) -> int:
    """Write a table as it is, with the line ends of its format."""
    from lissom.app.spreadsheets import sheet_of

    if choices.action != "list" or choices.json:
        raise LissomError("--csv is for the whole list", "lissom log list --csv sessions")
    sheet = sheet_of(CommandDesk.open(), choices.csv)
    sys.stdout.flush()
    sys.stdout.buffer.write(sheet.encode())
    return 0


def _write_activity(choices: argparse.Namespace) -> int:
    """Write one session as an activity file."""
    from lissom.app.activities import activity_of
    from lissom.atomic_write import write_whole

    if choices.action != "export" or not choices.fit:
        raise LissomError("--fit is for one session", "lissom log export LOG --fit session.fit")
    desk = CommandDesk.open()
    content, laps = activity_of(desk, _find(desk, choices.log))
    write_whole(Path(choices.fit), content)
    print(f"{choices.fit}: {count_of(laps, 'lap')}, for Garmin, Strava and others.")
    return 0


def _list(choices: argparse.Namespace) -> Iterator[str]:
    desk = CommandDesk.open()
    logs = list(desk.journal.logs())
    if choices.json:
        yield json.dumps([codec.as_json(log) for log in logs], ensure_ascii=False, indent=2)
        return
    if not logs:
        yield "No session on record yet."
    for log in logs:
        yield f"{log.id}  {_started(log)}  {title_of(log.routine)}. {_came_to(desk, log)}"


def _started(log: Log) -> str:
    """Say when a session started; where that is at no possible time, nothing is made of it."""
    if not is_of_our_time(log.started):
        return f"{log.started.date()} ??:??"
    return f"{local_time(log.started, log.zone):%Y-%m-%d %H:%M}"


def _came_to(desk: CommandDesk, log: Log) -> str:
    """Say what a session came to; one that this version cannot read hides no other."""
    try:
        check_bounds(log)
        return tell(desk.summary(log))
    except LissomError as error:
        is_aside = isinstance(error, LogRefused) and error.reason in ("time", "length")
        why = "it is set aside and counts for nothing" if is_aside else "it cannot be read by this version"
        return f"{why}: {error.message}"


def _show(choices: argparse.Namespace) -> Iterator[str]:
    desk = CommandDesk.open()
    log = _find(desk, choices.log)
    if choices.json:
        yield codec.dumps(log).decode().rstrip()
        return
    check_bounds(log)
    machine = desk.journal.machine(log.machine_digest)
    started = local_time(log.started, log.zone)
    yield f"{title_of(log.routine)}, {started:%A %d %B %Y, %H:%M} ({log.zone})"
    yield tell(desk.summary(log))
    for rating in log.ratings:
        yield f"Pain {rating.when}: {rating.value} of 10"
    for entry in log.events:
        yield f"{_clock(entry.at_ms)}  {entry.event:<10} {_words(machine, entry.state)}"


def _replay(choices: argparse.Namespace) -> Iterator[str]:
    """Replay a log of the journal, or a file through the machine it names; a misfit is refused, and
    so is all that would be refused from a browser or in a backup."""
    if choices.machine and choices.log:
        log, machine = codec.loads(read_bytes(choices.log)), find_machine(choices.machine)
    elif choices.log and looks_like_file(choices.log):
        raise LissomError("which machine was it played on?", "name its file with --machine FILE")
    else:
        desk = CommandDesk.open()
        log = _find(desk, choices.log)
        machine = desk.journal.machine(log.machine_digest)
    for visit in admit(log, machine).visits:
        seconds = machine.states[visit.state].seconds
        told = {"at_ms": visit.entered_ms, "state": visit.state, "seconds": seconds, "event": visit.event}
        yield json.dumps(told) if choices.json else f"{_clock(visit.entered_ms)}  {visit.state}"


def _find(desk: CommandDesk, begins: str | None) -> Log:
    found = [log for log in desk.journal.logs() if begins and log.id.startswith(begins)]
    if len(found) == 1:
        return found[0]
    why = f"{len(found)} logs begin with {begins!r}" if begins else "which log?"
    raise LissomError(why, "lissom log list shows their ids")


def _clock(at_ms: int) -> str:
    return str(timedelta(seconds=at_ms // 1000))[2:]


def _words(machine: Machine, name: str) -> str:
    state = machine.states[name]
    return " · ".join(filter(None, (state.cue.title, state.side, state.kind)))


_ACTIONS = {"list": _list, "show": _show, "replay": _replay}
