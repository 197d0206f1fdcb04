"""What a browser sends, read strictly: JSON, an object, the keys that are known and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from lissom.errors import LissomError
from lissom.strict_json import read_json


class BodyRefused(LissomError):
    """A request that is not as it should be. Nothing was changed."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"the request {problem}", "nothing was changed")


def read_body(request: HttpRequest, needed: Mapping[str, type], extra: Mapping[str, type]) -> dict[str, Any]:
    """Return the object that a request carries. An extra key may be missing, or null.

    Raises:
        BodyRefused: with the first thing that is not as it should be.
    """
    if request.content_type != "application/json":
        raise BodyRefused("is not JSON")
    try:
        content = read_json(request.body)
    except (ValueError, RecursionError):
        raise BodyRefused("cannot be read as JSON") from None
    if not isinstance(content, dict):
        raise BodyRefused("is not an object")
    for name, value in content.items():
        kind = needed.get(name) or extra.get(name)
        if kind is None:
            raise BodyRefused(f"has an unknown key {name!r}")
        if not isinstance(value, kind) and (value is not None or name in needed):
            raise BodyRefused(f"has {name!r} of the wrong kind")
    for name in needed:
        if name not in content:
            raise BodyRefused(f"lacks {name!r}")
    return content
