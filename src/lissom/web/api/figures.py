"""The figure's poses and moves for the browser, as `lissom.figure` makes them; made once in a process."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom.figure.web import web_figures
from lissom.web.api.answers import answer_lasting, dump


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Answer with all figures."""
    return answer_lasting(request, dumped_figures())


@cache
def dumped_figures() -> bytes:
    """Return the figures as JSON."""
    return dump(web_figures())
