"""The figure imports nothing else of Lissom and nothing that reads clocks, files, chance or screens."""

import ast
from pathlib import Path

import lissom.figure

ALLOWED = {
    "cmath",
    "collections",
    "dataclasses",
    "html",
    "enum",
    "functools",
    "itertools",
    "json",
    "math",
    "re",
    "types",
    "typing",
    "xml",
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_the_figure_is_a_pure_leaf() -> None:
    package = Path(lissom.figure.__file__).parent
    for path in package.glob("*.py"):
        for name in imported(path):
            own = name.startswith("lissom.figure")
            assert own or name.partition(".")[0] in ALLOWED, f"{path.name} imports {name}"
