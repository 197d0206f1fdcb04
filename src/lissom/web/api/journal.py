"""Whose record is open here: `{"journals": [id, …], "knows": [session, …]}`, and the cookie a post needs.

A browser asks before it sends anything. `?session=id&session=id` asks which of these sessions are known
here: of those that it kept before there were ids, they are this record's.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from lissom.web.api.answers import answer
from lissom.web.request import desk_of, journals_of

MOST: Final = 100
"""Sessions that are looked for at once."""


@require_safe
@ensure_csrf_cookie
def show(request: HttpRequest) -> HttpResponse:
    """Answer whose it is."""
    asked = request.GET.getlist("session")[:MOST]
    knows = desk_of(request).journal.known_among(asked) if asked else ()
    return answer({"journals": journals_of(request), "knows": knows})
