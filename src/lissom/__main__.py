"""`python -m lissom`: the same as the command `lissom`."""

import sys

from lissom.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
