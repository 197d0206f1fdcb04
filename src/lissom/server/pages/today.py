"""Today: what to do now and why, and one large Start."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lissom.server.site.middleware import desk_of


def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    desk = desk_of(request)
    return render(request, "pages/today.html", {"plan": desk.plan(), "here": "today"})
