"""What is asked of names: each is taken once, and what is referred to is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lissom.routine.problem import Report, Spot


def check_names(names: Iterable[tuple[str | None, Spot]], what: str, report: Report) -> None:
    """Check that no two of some things have one name."""
    first: dict[str, Spot] = {}
    for name, spot in names:
        if name in first:
            hint = f"the first is in line {first[name][0]}; give one another id"
            report.add("duplicate-id", spot, f"two {what} are named {name!r}", hint)
        elif name is not None:
            first[name] = spot


def check_stretch_named(name: str, spot: Spot, ids: Collection[str], otherwise: str, report: Report) -> None:
    """Check that a stretch of a name is there.

    Where two stretches have one id, one of them may be the stretch that is missed: that the id is
    taken twice has been told, and is enough.
    """
    if name in ids:
        return
    guess = report.guess(name, ids)
    if guess or len(set(ids)) == len(ids):
        report.add("unknown-stretch", spot, f"there is no stretch {name!r}", guess or otherwise)
