"""List the routines there are."""

from __future__ import annotations

import argparse

from lissom.cli.output import say_json
from lissom.content import library
from lissom.routine.model import Routine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    routines, own = library.routines(), library.own_ids()
    if choices.json:
        say_json([_as_json(routine) | {"own": routine.id in own} for routine in routines])
        return 0
    width = max(len(routine.id) for routine in routines)
    for routine in routines:
        whose = " Your own." if routine.id in own else ""
        print(f"{routine.id:<{width}}  {routine.title}. {routine.summary}{whose}")
    print("\nlissom show ROUTINE tells more; lissom play ROUTINE guides you through it.")
    return 0


def _as_json(routine: Routine) -> dict[str, object]:
    return {
        "id": routine.id,
        "title": routine.title,
        "summary": routine.summary,
        "version": routine.version,
        "language": routine.language,
        "stretches": [stretch.id for stretch in routine.stretches],
        "review": routine.review.status,
    }
