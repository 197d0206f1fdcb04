"""Still pictures of the poses, for pages, for paper and for browsers without scripts."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import cast, get_args

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe

from lissom.catalogues import SOURCE_LANGUAGE, catalogue
from lissom.errors import LissomError
from lissom.figure import Side, Theme, draw, poses
from lissom.web import faults

KEPT_SECONDS = 3600  # after that a browser asks whether the picture is still the same
FIXED_THEMES = ("light", "dark")  # one that follows the page would need a style of its own inside


def _tag(request: HttpRequest, pose: str, side: str) -> str | None:
    picture = _picture(pose, side, _theme(request))
    return f'"{hashlib.sha256(picture).hexdigest()[:32]}"' if picture else None


@require_safe
@condition(etag_func=_tag)
def show(request: HttpRequest, pose: str, side: str) -> HttpResponse:
    """Answer with the picture of a pose for one side; `?theme=dark` for a dark page."""
    picture = _picture(pose, side, _theme(request))
    if picture is None:
        say = catalogue(SOURCE_LANGUAGE).say
        return faults.explain(request, LissomError(say("figure-unknown"), say("figure-unknown-hint")), 404)
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cache-Control"] = f"max-age={KEPT_SECONDS}"
    return response


def _theme(request: HttpRequest) -> Theme:
    asked = request.GET.get("theme")
    return cast("Theme", asked) if asked in FIXED_THEMES else "light"


@cache
def _picture(pose: str, side: str, theme: Theme) -> bytes | None:
    if pose not in poses() or side not in get_args(Side):
        return None
    return draw(pose, side=cast("Side", side), theme=theme).encode()
