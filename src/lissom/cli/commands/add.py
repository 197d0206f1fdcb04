"""Install a routine that you or your clinic wrote: it is checked, proved, and then stands with the others.

Nothing is installed that has an error or breaks a law. lissom remove takes it away again.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lissom.cli.arguments import read_bytes, report
from lissom.cli.output import count_of, say
from lissom.content import library
from lissom.content.own_routines import OwnRoutines
from lissom.errors import LissomError
from lissom.figure import poses
from lissom.machine.verify.report import counterexample_text
from lissom.routine.model import Routine, Stretch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a routine in YAML")
    parser.add_argument("--replace", action="store_true", help="in the place of your own of the same id")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    shelf, text = _shelf(), read_bytes(choices.file)
    routine = _read(choices.file)
    _refuse_id(routine.id)
    _refuse_language(routine)
    was = shelf.file_of(routine.id).read_bytes() if shelf.has(routine.id) else None
    if was == text and routine.id in library.own_ids():
        print(f"{routine.id} is here already. Nothing was changed.")
        return 0
    if was is not None and not choices.replace:
        raise LissomError(
            f"there is a routine {routine.id!r} of your own already, and this is another one",
            "add --replace to put this one in its place, or give it another id",
        )
    combinations = _prove(choices.file, routine)
    shelf.put(routine, text)
    say(_tell(routine, combinations, is_new=was is None))
    return 0


def _shelf() -> OwnRoutines:
    shelf = library.own_shelf()
    assert shelf is not None  # every command is told of one
    return shelf


def _read(file: str) -> Routine:
    """Read a file and tell all that is wrong with it, as `lissom check` does."""
    known = frozenset(poses())
    routine, problems = library.routine_from_file(file, known)
    if routine is not None:
        routine, problems = library.read_own(Path(file), routine.id, known)
    report(problems)
    if routine is None:
        errors = sum(problem.severity == "error" for problem in problems)
        raise LissomError(
            f"{file} has {count_of(errors, 'error')}; nothing was added", "mend it, and try again"
        )
    return routine


def _refuse_id(routine_id: str) -> None:
    if why := library.why_taken(routine_id):
        raise LissomError(f"{why}; nothing was added", "give yours another id")


def _refuse_language(routine: Routine) -> None:
    """Refuse a language that lacks the words all routines share: half a session would be in another."""
    if routine.language not in library.languages():
        raise LissomError(
            f"there are no shared words in the language {routine.language!r}; nothing was added",
            f"there are: {', '.join(library.languages())}",
        )


def _prove(file: str, routine: Routine) -> int:
    """Prove every law, and return for how many combinations of options; tell what is broken."""
    from lissom.machine.prove import prove

    proof = prove(routine, library.phrases(routine.language), processes=2 if (os.cpu_count() or 1) > 1 else 1)
    broken = [law for law in proof.laws if law.counterexample]
    for law in broken:
        print(counterexample_text(law.id, law.counterexample, file))  # type: ignore[arg-type]  # it has one
    if broken:
        raise LissomError(
            f"{file}: {count_of(len(broken), 'law')} broken; nothing was added",
            f"lissom verify {file} shows every law",
        )
    return proof.combinations


def _tell(routine: Routine, combinations: int, is_new: bool) -> Iterator[str]:
    yield f"{routine.id}: every law is proved, for {count_of(combinations, 'combination')} of options."
    yield f"{routine.id} is {'added' if is_new else 'replaced'}: {routine.title}."
    if not is_new:
        yield (
            "Sessions on record stay as they were played. What is closed stays closed for stretches of the "
            "same id, and answers hold as far as the questions are the same. A number that you set and it "
            "no longer allows is not used."
        )
    yield from _shared(routine)
    yield _reviewed(routine)
    yield f"lissom play {routine.id} plays it. To have it planned, name it in lissom settings practises."


def _shared(routine: Routine) -> Iterator[str]:
    """Say which of its stretches have the id of another one: restrictions go by that, whatever is meant."""
    for name in library.ids():
        other = library.routine(name, routine.language)
        twins = [each.id for each in other.stretches if _is_another(routine, each)]
        if twins and other.id != routine.id and other.language == routine.language:
            yield (
                f"Of the same name as in {name}, and another stretch: {', '.join(twins)}. What is closed for "
                "one is closed for both; give yours another id where it is not the same."
            )


def _is_another(routine: Routine, stretch: Stretch) -> bool:
    """Whether it has another stretch of the same id. What a symptom does to it may differ."""
    alike = replace(stretch, symptoms=())
    return any(each.id == stretch.id and replace(each, symptoms=()) != alike for each in routine.stretches)


def _reviewed(routine: Routine) -> str:
    review = routine.review
    if review.status == "reviewed":
        return f"Its file says that {review.by} read it on {review.on}. Lissom cannot know that."
    return "No clinician has read it yet, as its file says. The proof is not about what is good for you."
