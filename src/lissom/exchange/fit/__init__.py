"""A session as an activity file (FIT), for Garmin, Strava and others. Told in docs/reference/fit.md."""

from lissom.exchange.fit.activity import write_activity
from lissom.exchange.fit.laps import Lap, NothingStretched, TimeSpan, Workout, workout_of

__all__ = ["Lap", "NothingStretched", "TimeSpan", "Workout", "workout_of", "write_activity"]
