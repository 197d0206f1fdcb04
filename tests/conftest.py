"""Settings of every test: no deadline, because machines are noisy; in CI the same examples every time."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from lissom.content import library

settings.register_profile("lissom", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("lissom"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "lissom")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background by a shell: then what the tests start would not hear Ctrl-C either.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_own_routines() -> Iterator[None]:
    """Let no test see the own routines of the one before it."""
    yield
    library.keep_own(None)
