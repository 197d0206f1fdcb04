"""What the frame around every page needs: language, theme, size of the words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lissom.server.site.middleware import desk_of

DEFAULTS = {"language": "en", "theme": "auto", "text-size": "usual"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's values; where there is no desk (an error), those of a new person."""
    values = desk_of(request).values if hasattr(request, "desk") else {}
    chosen = {name: values.get(name, usual) for name, usual in DEFAULTS.items()}
    return {
        "language": chosen["language"],
        "theme": chosen["theme"],
        "text_size": chosen["text-size"],
        "emergency": values.get("emergency", ""),
    }
