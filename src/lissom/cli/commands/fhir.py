"""Records that other health systems read: FHIR R4.

Export writes a Bundle. Import reads a routine of ours back without loss, and tells what somebody else's
ServiceRequest or CarePlan really says; nothing is made up from those.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lissom.cli.arguments import find_routine, read_bytes
from lissom.cli.output import count_of, say
from lissom.content import library
from lissom.errors import LissomError

if TYPE_CHECKING:
    from lissom.exchange.fhir import Brought, Request
    from lissom.routine.model import Routine

SHARED_PAGE = "red-flags"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="export|import", required=True)
    out = actions.add_parser("export", help="write a Bundle")
    out.add_argument("routine", nargs="?", metavar="ROUTINE|FILE", help="a routine, about nobody")
    out.add_argument("--sessions", action="store_true", help="your sessions, and the routines they were")
    out.add_argument("--all", action="store_true", help="what you mean to do, and your sessions")
    out.add_argument("--patient", metavar="REFERENCE", help="who you are in the other system: Patient/123")
    out.add_argument("--snomed", action="store_true", help="with SNOMED CT codes besides the words")
    out.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    back = actions.add_parser("import", help="read a routine back, or tell what a request says")
    back.add_argument("file", metavar="FILE", help="a resource or a Bundle, as JSON")
    back.add_argument("--routine", metavar="ID", help="which routine, where the file holds several")
    back.add_argument("-o", "--output", metavar="FILE", help="write the routine there, as YAML")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    return _export(choices) if choices.action == "export" else _import(choices)


def _export(choices: argparse.Namespace) -> int:
    if bool(choices.routine) + choices.sessions + choices.all != 1:
        raise LissomError("what shall be exported?", "name a routine, or say --sessions or --all")
    if choices.routine and choices.patient is not None:
        raise LissomError("a routine is about nobody", "--patient goes with --sessions and --all")
    made, unread = _bundle(choices)
    if unread:
        counted = count_of(unread, "session")
        print(f"{counted} left out: this version of Lissom cannot read them.", file=sys.stderr)
    if choices.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return 0
    from lissom.atomic_write import write_whole

    write_whole(Path(choices.output), made)
    print(f"{choices.output}: FHIR R4, {len(made):,} bytes.")
    if not choices.routine:
        print("It holds what you told about your health: give it only to whom you mean to.")
    return 0


def _bundle(choices: argparse.Namespace) -> tuple[bytes, int]:
    """Return a Bundle, and how many sessions are not in it."""
    if choices.routine:
        routine = find_routine(choices.routine)
        from lissom.app.health_records import definitions_bundle

        return definitions_bundle((routine,), choices.snomed), 0
    from lissom.cli.desk import CommandDesk

    desk = CommandDesk.open()
    from lissom.app.health_records import sessions_bundle

    told = sessions_bundle(desk, plans=choices.all, patient=choices.patient, snomed=choices.snomed)
    return told.bundle, told.unread


def _import(choices: argparse.Namespace) -> int:
    from lissom.exchange.fhir import read

    brought = read(read_bytes(choices.file), date.today())  # noqa: DTZ011 - the calendar of this machine
    if not brought.routines and not brought.requests:
        raise LissomError(
            f"{choices.file}: nothing here can be read: {_counted(brought)}",
            "a PlanDefinition that Lissom wrote, a ServiceRequest or a CarePlan can be",
        )
    if choices.output or choices.routine:
        routine = _chosen(brought, choices.routine)
        text = _as_file(routine)
        if choices.output:
            from lissom.atomic_write import write_whole

            write_whole(Path(choices.output), text.encode())
            print(f"{choices.output}: {routine.title}, version {routine.version}, as it was exported.")
            print(f"lissom verify {choices.output} proves it.")
        else:
            print(text, end="")
        return 0
    say(_tell(brought))
    return 0


def _chosen(brought: Brought, name: str | None) -> Routine:
    found = [each for each in brought.routines if name in (None, each.id)]
    if len(found) == 1:
        return found[0]
    there = ", ".join(each.id for each in brought.routines)
    if found:
        raise LissomError("which routine?", f"say --routine and one of: {there}")
    raise LissomError("that routine is not in this file", f"there are: {there}" if there else None)


def _as_file(routine: Routine) -> str:
    """Return a routine as a file, after every check of the language; what is read from it is the same."""
    from lissom.routine.write import write_routine

    try:
        text = write_routine(routine, library.screening(SHARED_PAGE))
    except ValueError as error:
        raise LissomError(
            f"{routine.id} cannot be a routine file here: {error}",
            "it was made by another version, or in another language than English",
        ) from None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "routine.yaml"
        path.write_text(text, encoding="utf-8")
        again, problems = library.routine_from_file(path)
    errors = [problem for problem in problems if problem.severity == "error"]
    if again != routine:
        what = "; ".join(problem.message for problem in errors[:3]) or "a part of it cannot be written down"
        raise LissomError(f"{routine.id} cannot be a routine file here: {what}", "nothing was written")
    return text


def _tell(brought: Brought) -> Iterator[str]:
    from lissom.exchange.fhir import printable

    for routine in brought.routines:
        yield printable(f"A routine: {routine.title} ({routine.id}), version {routine.version}.")
        yield "  The plan and the routine attached to it agree. With -o FILE it is written as a routine file."
    for request in brought.requests:
        yield from _tell_request(request)
    if brought.left:
        yield f"Not read: {_counted(brought)}."


def _tell_request(request: Request) -> Iterator[str]:
    about = "" if request.is_about_stretching else " It says nothing of stretching that can be recognised."
    yield f"A request, {request.path}.{about} It says:"
    for each in request.warnings:
        yield f"  Mind: {each.words}. [{each.path}]"
    for each in (*request.people, *request.said):
        yield f"  {each.words} [{each.path}]"
    for each in request.disagreements:
        yield f"  These disagree: {each.words}. Ask which is meant. [{each.path}]"
    if request.unread:
        yield f"  Also there, and not told here: {', '.join(request.unread)}"
    yield "  It does not say the following. Ask whoever sent it; nothing was made up:"
    for words in request.missing:
        yield f"    {words}"


def _counted(brought: Brought) -> str:
    from lissom.exchange.fhir import printable

    return (
        ", ".join(count_of(number, printable(kind)) for kind, number in sorted(brought.left.items()))
        or "it is empty"
    )
