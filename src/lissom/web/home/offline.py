"""The page that is shown where another one cannot be had, because Lissom is not running on the machine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page. The service worker keeps a copy of it."""
    return render(request, "pages/offline.html", {"here": "offline"})
