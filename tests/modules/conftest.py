"""One process of Node for the whole folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.modules.core import Core


@pytest.fixture(scope="package")
def core() -> Iterator[Core]:
    """Return the modules that know no page, to be called from Python."""
    running = Core()
    yield running
    running.close()
