"""Verdicts for people and for programs: tables, counterexamples in words, JSON, and the page of laws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Protocol

from lissom.machine.verify.law import Counterexample, Law

VERDICTS = {True: "proved", False: "BROKEN"}


class Verdict(Protocol):
    """What a row of the table shows: a law over one machine, or over all combinations of options."""

    @property
    def id(self) -> str: ...  # noqa: D102 - named by its class
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def machines(self) -> int: ...  # noqa: D102
    @property
    def states(self) -> int: ...  # noqa: D102
    @property
    def held(self) -> bool: ...  # noqa: D102
    @property
    def counterexample(self) -> Counterexample | None: ...  # noqa: D102


class RoutineProof(Protocol):
    """What was proved of one routine over all combinations of options."""

    @property
    def routine(self) -> str: ...  # noqa: D102 - named by its class
    @property
    def combinations(self) -> int: ...  # noqa: D102
    @property
    def laws(self) -> Sequence[Verdict]: ...  # noqa: D102


def verdict_table(verdicts: Iterable[Verdict]) -> str:
    """Return one line for each law: id, name, machines, states, verdict."""
    rows = [("law", "", "machines", "states", "verdict")]
    rows += [(v.id, v.name, f"{v.machines:,}", f"{v.states:,}", VERDICTS[v.held]) for v in verdicts]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    aligned = ("<", "<", ">", ">", "<")
    return "\n".join(
        "  ".join(
            f"{cell:{side}{width}}" for cell, side, width in zip(row, aligned, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def counterexample_text(law: str, found: Counterexample, file: str) -> str:
    """Return a counterexample in words: where in the routine, what is wrong, and the path to it."""
    where = f"{file}:{found.place.line}:{found.place.column}: " if found.place.line else f"{file}: "
    steps = [f"    {step.event or 'start'} -> {step.state}" for step in found.path]
    return "\n".join([f"{where}{law} broken: {found.sentence}", *steps])


def as_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict for programs; a broken law carries its counterexample."""
    found = verdict.counterexample
    told: dict[str, Any] = {
        "law": verdict.id,
        "name": verdict.name,
        "machines": verdict.machines,
        "states": verdict.states,
        "verdict": "proved" if verdict.held else "broken",
    }
    if found is not None:
        told["counterexample"] = {
            "sentence": found.sentence,
            "line": found.place.line or None,
            "column": found.place.column or None,
            "states": list(found.states),
            "events": list(found.events),
        }
    return told


def laws_page(laws: Sequence[Law], proofs: Iterable[RoutineProof]) -> str:
    """Return docs/reference/laws.md: what each law says, the fault that shows it, and what was proved."""
    figures = [row for proof in proofs for row in figure_rows(proof)]
    return "\n".join([*_ABOUT_LAWS, *laws_table(laws), *_ABOUT_FIGURES, *figures]) + "\n"


def laws_table(laws: Sequence[Law]) -> list[str]:
    """Return one row of the page for each law."""
    marks = {True: "*", False: ""}
    return [
        f"| {law.id}{marks[law.screening]} | {law.name} | {law.sentence} | {_rule(law)} | {law.planted} |"
        for law in laws
    ]


def figure_rows(proof: RoutineProof) -> list[str]:
    """Return the rows of the page for a routine; laws that were proved on the same machines share one."""
    alike = groupby(proof.laws, key=lambda v: (f"{v.machines:,}", f"{v.states:,}", VERDICTS[v.held]))
    rows = [(_together([law.id for law in laws]), *figures) for figures, laws in alike]
    return [f"| {proof.routine} | {proof.combinations:,} | {' | '.join(row)} |" for row in rows]


def _together(ids: list[str]) -> str:
    return ", ".join(ids) if len(ids) < 10 else f"{ids[0]} to {ids[-1]}"


def _rule(law: Law) -> str:
    """What the check does, from its own docstring: all but the law's number."""
    return " ".join((law.check.__doc__ or "").split()).split(". ", 1)[-1]


_ABOUT_LAWS = """# The laws

<!-- Made by `make docs` from the table in src/lissom/machine/verify. Do not edit. -->

What `lissom verify` proves of every machine, over every reachable state. L1 to L14 are the safety
rules; L0 is the form they rest on. Those marked * hold for machines of questions alone too. The
last column is a fault that was planted in a compiled machine, and that the rule caught.

| | law | what it says | what the rule does | a fault it catches |
|---|---|---|---|---|""".splitlines()

_ABOUT_FIGURES = """
## What was proved

Every combination of options, of ranges their ends and what is usual. Equal parts of machines are proved
once: *machines* counts the different ones that a law was proved on, *states* those visited there. Most
laws do not ask how long anything lasts: they are proved of machines without their times, once for all
times ([decision 44](../decisions/0044-most-laws-are-proved-without-times.md)). The row `restrict`: leaving
stretches out of a machine is compiling without them.

| routine | combinations | law | machines | states | verdict |
|---|---|---|---|---|---|""".splitlines()
