"""The player's page: a shell, the same for everyone. What it plays it fetches, or has on the device."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lissom.web.api.pack import PORTIONS
from lissom.web.request import desk_of

MODULES: Final = (
    "coach/happened.js", "coach/history.js", "coach/lines.js", "coach/standing.js", "coach/telling.js",
    "figure/figure.js", "figure/paths.js", "figure/scene.js",
    "machine/canonical.js", "machine/pack.js", "machine/restrict.js", "machine/step.js",
    "player/advice.js", "player/chime.js", "player/clock.js", "player/dial.js",
    "player/elements.js", "player/ending.js",
    "player/keys.js", "player/loudness.js", "player/offered.js", "player/page.js", "player/panels.js",
    "player/play.js", "player/player.js", "player/screen.js", "player/sitting.js", "player/stage.js",
    "player/silence.js", "player/view.js", "player/voice.js", "player/wake.js", "player/words.js",
    "session/course.js", "session/log.js", "session/path.js", "session/route.js",
    "store/broken-off.js", "store/database.js", "store/journals.js", "store/keep.js", "store/one-player.js",
    "sync/pack-at-hand.js", "sync/send.js", "sync/unowned.js", "sync/unread.js", "sync/whose.js",
    "sync/within.js",
)  # fmt: skip
"""All that `player/play.js` imports, so that a browser fetches it at once and not link by link."""


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page. What is to be played stands in the address, and the player reads it there."""
    routine, portion = request.GET.get("routine"), request.GET.get("portion")
    if routine is not None and routine not in {each.id for each in desk_of(request).routines}:
        raise Http404
    if portion is not None and portion not in PORTIONS:
        raise Http404
    return render(request, "pages/play.html", {"modules": MODULES})
