"""The time zone of this machine, by its name: where the person is, as far as we know."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from lissom.errors import LissomError


def local_zone() -> str:
    """Return the name of this machine's time zone, such as `Europe/Berlin`.

    Raises:
        LissomError: if the machine names one that nobody knows.
    """
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name() or "UTC"  # a machine that was told none keeps UTC
        ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        raise LissomError(
            f"the time zone of this machine cannot be read: {error}",
            "set TZ to one such as Europe/Berlin",
        ) from None
    return name
