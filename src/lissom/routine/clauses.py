"""What a number is cited from: the clauses that there are of the two handouts and of the evidence."""

from __future__ import annotations

import re

from lissom.routine.problem import Report
from lissom.routine.shapes import Text
from lissom.routine.yaml_nodes import Node

CLAUSES = {"A": range(1, 16), "B": range(1, 12), "EVIDENCE ": range(11)}
_CLAUSE = re.compile(r"(A|B|EVIDENCE )([0-9]{1,4})(?:\.[0-9]{1,2})?")


class Clause(Text):
    """A clause as `A8`, a topic or finding as `EVIDENCE 2` or `EVIDENCE 2.3`, or another source in words."""

    def read(self, node: Node, report: Report) -> str | None:
        """Return the clause; warn of a number beyond those there are."""
        text = super().read(node, report)
        found = _CLAUSE.fullmatch(text or "")
        if found and int(found[2]) not in CLAUSES[found[1]]:
            numbers = CLAUSES[found[1]]
            hint = f"write {found[1]}{numbers[0]} to {found[1]}{numbers[-1]}, or name the source in full"
            report.add("unknown-clause", node.spot, f"there is no {text}", hint)
        return text
