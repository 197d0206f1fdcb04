"""Run every bench, or those named: `python -m bench NAME…`, where a name is that of a file here.

`--quick` shortens what takes long by its nature.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = {"measure", "chromium", "wire", "sessions", "served", "backup"}


def main() -> None:
    """Run the benches in order, each with its own table."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    stems = {path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_")}
    for name in names or sorted(stems - TOOLS):
        print(f"\n== {name}")
        import_module(f"bench.{name}").main()


main()
