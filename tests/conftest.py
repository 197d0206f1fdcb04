"""Settings of every test: no deadline, because machines are noisy; in CI the same examples every time."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("lissom", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("lissom"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "lissom")
