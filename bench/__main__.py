"""Run every bench, or those named: `python -m bench [start|machine|prove|figure]…`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the benches in order, each with its own table."""
    benches = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    for name in sys.argv[1:] or [bench for bench in benches if bench != "measure"]:
        print(f"\n== {name}")
        import_module(f"bench.{name}").main()


main()
