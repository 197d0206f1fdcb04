"""Prove the safety laws: of a routine for every choice a person can make, or of one compiled machine.

A machine in JSON is held against the packaged routine that its digest names, else against --routine.
A law that is broken is shown by the shortest way to it, with the routine's line (exit code 1).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lissom.cli.arguments import SCREENINGS, find_machine, find_routine
from lissom.cli.choices import add_language
from lissom.cli.output import count_of, say_json
from lissom.content import library
from lissom.errors import LissomError
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.machine.verify import Counterexample
from lissom.machine.verify.report import Verdict, as_json, counterexample_text, verdict_table
from lissom.routine.model import Routine, Screening


@dataclass(frozen=True, slots=True)
class Proved:
    """What is to be told of one source: over how many combinations of options, and each law's verdict."""

    source: str
    file: str
    combinations: int
    verdicts: Sequence[Verdict]

    @property
    def held(self) -> bool:
        """Whether every law was proved."""
        return all(verdict.held for verdict in self.verdicts)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources", nargs="+", metavar="ROUTINE|FILE", help="a routine's id or YAML, or a machine's JSON"
    )
    parser.add_argument("--routine", metavar="FILE", help="the routine that the machines were compiled from")
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    language = choices.language or library.SOURCE_LANGUAGE
    proofs = [_prove(source, choices.routine, language) for source in choices.sources]
    if choices.json:
        say_json([_proof_json(proof) for proof in proofs])
    else:
        print("\n\n".join(map(_tell, proofs)))
    return 0 if all(proof.held for proof in proofs) else 1


def _prove(source: str, routine_file: str | None, language: str) -> Proved:
    if source.endswith(".json"):
        return _prove_machine(source, find_machine(source), routine_file)
    from lissom.machine.prove import prove

    is_page = source in SCREENINGS
    routine = library.screening(source, language) if is_page else find_routine(source, language)
    proof = prove(routine, library.phrases(routine.language), processes=2 if (os.cpu_count() or 1) > 1 else 1)
    return Proved(source, _file_of(source), proof.combinations, proof.laws)


def _prove_machine(source: str, machine: Machine, routine_file: str | None) -> Proved:
    """Prove the laws of one machine, and that it is what its routine compiles to.

    What it may become under a restriction is compiled anew for L13.
    """
    from lissom.machine.compile import compile_under
    from lissom.machine.verify import verify

    routine = _routine_of(machine, routine_file)
    options, phrases = Options.from_json(machine.options), library.phrases(routine.language)
    recompile = (
        (lambda then: compile_under(routine, options, then, phrases))
        if isinstance(routine, Routine)
        else None
    )
    results = verify(machine, routine, phrases, recompile=recompile)
    file = routine_file if routine.id not in library.ids() and routine_file else _file_of(routine.id)
    return Proved(source, file, 1, [*results, _same(machine, routine, options)])


@dataclass(frozen=True, slots=True)
class Same:
    """Whether a machine is the one that its routine compiles to."""

    states: int
    counterexample: Counterexample | None
    id: str = "compile"
    name: str = "It is what its routine makes"
    machines: int = 1

    @property
    def held(self) -> bool:
        """Whether it is."""
        return self.counterexample is None


def _same(machine: Machine, routine: Routine | Screening, options: Options) -> Same:
    """Compare with a fresh machine: laws say what must not be, and this that nothing else was changed."""
    from lissom.machine.compile import compile_routine, compile_screening
    from lissom.machine.equivalence import first_difference

    phrases = library.phrases(routine.language)
    if isinstance(routine, Routine):
        made = compile_routine(routine, options, phrases)
    else:
        made = compile_screening(routine, options, phrases)
    found = first_difference(made, machine, phrases)
    says = f"This is not what {routine.id} compiles to with these options: {found}."
    return Same(len(machine.states), Counterexample(says, ()) if found else None)


def _routine_of(machine: Machine, routine_file: str | None) -> Routine | Screening:
    """Return the packaged routine of which the machine says that it was compiled from it, else the file's.

    Raises:
        LissomError: if neither has its digest; the ranges and conditions to hold it against are unknown.
    """
    from lissom.routine.canonical import digest

    for routine in _known(routine_file):
        if digest(routine) == machine.digest:
            return routine
    named = f"neither {routine_file} nor any packaged routine" if routine_file else "no packaged routine"
    raise LissomError(
        f"{named} has the digest of this machine ({machine.routine}, {machine.digest[:19]}…)",
        "name the file it was compiled from with --routine FILE",
    )


def _known(routine_file: str | None) -> Iterator[Routine | Screening]:
    """Every routine and page there is, in one language after the other, and the file's."""
    for language in library.languages():
        yield from library.routines(language)
        yield from (library.screening(name, language) for name in SCREENINGS)
    if routine_file:
        yield find_routine(routine_file)


def _file_of(source: str) -> str:
    if source in SCREENINGS:
        return f"content/screening/{source}.yaml"
    shelf = library.own_shelf()
    if shelf and source in library.own_ids():
        return str(shelf.file_of(source))
    return f"content/routines/{source}.yaml" if source in library.ids() else source


def _tell(proof: Proved) -> str:
    head = f"{proof.source}: {count_of(proof.combinations, 'combination')} of options"
    broken = [
        counterexample_text(verdict.id, verdict.counterexample, proof.file)
        for verdict in proof.verdicts
        if verdict.counterexample
    ]
    last = "every law is proved" if proof.held else f"{count_of(len(broken), 'law')} broken"
    return "\n".join([head, verdict_table(proof.verdicts), *broken, f"{proof.source}: {last}"])


def _proof_json(proof: Proved) -> dict[str, object]:
    return {
        "source": proof.source,
        "combinations": proof.combinations,
        "held": proof.held,
        "laws": [as_json(verdict) for verdict in proof.verdicts],
    }
