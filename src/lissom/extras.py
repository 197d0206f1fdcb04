"""Parts of Lissom that are installed only by who wants them: `pip install 'lissom[fhir]'`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final, Literal

from lissom.errors import LissomError

Extra = Literal["fhir", "fit", "pictures"]

_MODULES: Final[dict[Extra, tuple[str, ...]]] = {
    "fhir": ("fhir.resources",),
    "fit": ("fit_tool",),
    "pictures": ("resvg_py", "textual_image"),
}
_WHAT: Final[dict[Extra, str]] = {
    "fhir": "records for other health systems (FHIR)",
    "fit": "activity files (FIT)",
    "pictures": "pictures as PNG",
}


class ExtraMissing(LissomError):
    """Something was asked for that needs a part which is not installed here."""


def has(extra: Extra) -> bool:
    """Whether a part is installed. Nothing of it is imported."""
    try:
        return all(find_spec(name) is not None for name in _MODULES[extra])
    except ModuleNotFoundError:  # the package around a module is not there either
        return False


def need(extra: Extra) -> None:
    """Go on only where a part is installed.

    Raises:
        ExtraMissing: with the command that installs it.
    """
    if not has(extra):
        raise ExtraMissing(
            f"{_WHAT[extra]} are not installed here", f"python -m pip install 'lissom[{extra}]' adds them"
        )
