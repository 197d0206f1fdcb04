"""Prove the safety laws: of a routine for every choice a person can make, or of one compiled machine.

A machine in JSON is held against the packaged routine that its digest names, else against --routine.
A law that is broken is shown by the shortest way to it, with the routine's line (exit code 1).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass

from lissom import library
from lissom.cli.saying import say_json
from lissom.cli.sources import SCREENINGS, find_machine, find_routine
from lissom.errors import LissomError
from lissom.machine.model import Machine
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
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    proofs = [_prove(source, choices.routine) for source in choices.sources]
    if choices.json:
        say_json([_proof_json(proof) for proof in proofs])
    else:
        print("\n\n".join(map(_tell, proofs)))
    return 0 if all(proof.held for proof in proofs) else 1


def _prove(source: str, routine_file: str | None) -> Proved:
    if source.endswith(".json"):
        return _prove_machine(source, find_machine(source), routine_file)
    from lissom.machine.prove import prove

    routine = library.screening(source) if source in SCREENINGS else find_routine(source)
    proof = prove(routine, library.phrases(routine.language), processes=2 if (os.cpu_count() or 1) > 1 else 1)
    return Proved(source, _file_of(source), proof.combinations, proof.laws)


def _prove_machine(source: str, machine: Machine, routine_file: str | None) -> Proved:
    """Prove the laws of one machine. What it may become under a restriction is compiled anew for L13."""
    from lissom.machine.compile import compile_under
    from lissom.machine.options import Options
    from lissom.machine.verify import verify

    routine = find_routine(routine_file) if routine_file else _routine_of(machine)
    options, phrases = Options.from_json(machine.options), library.phrases(routine.language)
    recompile = (
        (lambda then: compile_under(routine, options, then, phrases))
        if isinstance(routine, Routine)
        else None
    )
    results = verify(machine, routine, phrases, recompile=recompile)
    return Proved(source, routine_file or _file_of(routine.id), 1, results)


def _routine_of(machine: Machine) -> Routine | Screening:
    """Return the packaged routine of which the machine says that it was compiled from it.

    Raises:
        LissomError: if there is none; the ranges and conditions to hold it against are then unknown.
    """
    from lissom.routine.canonical import digest

    known: Sequence[Routine | Screening] = [*library.routines(), *map(library.screening, SCREENINGS)]
    for routine in known:
        if digest(routine) == machine.digest:
            return routine
    raise LissomError(
        f"no packaged routine has the digest of this machine ({machine.routine}, {machine.digest[:19]}…)",
        "name the file it was compiled from with --routine FILE",
    )


def _file_of(source: str) -> str:
    if source in SCREENINGS:
        return f"routines/screening/{source}.yaml"
    return f"routines/{source}.yaml" if source in library.ids() else source


def _tell(proof: Proved) -> str:
    head = f"{proof.source}: {proof.combinations:,} combinations of options"
    broken = [
        counterexample_text(verdict.id, verdict.counterexample, proof.file)
        for verdict in proof.verdicts
        if verdict.counterexample
    ]
    last = "every law is proved" if proof.held else f"{len(broken)} laws are broken"
    return "\n".join([head, verdict_table(proof.verdicts), *broken, f"{proof.source}: {last}"])


def _proof_json(proof: Proved) -> dict[str, object]:
    return {
        "source": proof.source,
        "combinations": proof.combinations,
        "held": proof.held,
        "laws": [as_json(verdict) for verdict in proof.verdicts],
    }
