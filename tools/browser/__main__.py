"""`python -m tools.browser install` gets what checks the modules; `check` holds them against it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tools.browser import HERE, NODE, NPM, ROOT

MODULES = HERE / "node_modules"
STEPS: dict[str, tuple[tuple[str | Path, ...], ...]] = {
    "install": ((HERE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"),),
    "check": (
        (ROOT, MODULES / "typescript/bin/tsc", "-p", "tools/browser/tsconfig.json"),
        (ROOT, MODULES / "typescript/bin/tsc", "-p", "tools/browser/tsconfig.worker.json"),
        (ROOT, MODULES / "@biomejs/biome/bin/biome", "check"),
    ),
    "format": ((ROOT, MODULES / "@biomejs/biome/bin/biome", "check", "--write"),),
}


def main(step: str) -> int:
    """Run the parts of a step, each in its folder, and return the first exit code that tells a fault."""
    path = os.pathsep.join((str(NODE.parent), os.environ["PATH"]))
    for folder, *command in STEPS[step]:
        ran = subprocess.run([NODE, *command], cwd=folder, env={**os.environ, "PATH": path}, check=False)
        if ran.returncode:
            return ran.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
