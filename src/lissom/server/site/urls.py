"""The addresses of the site, all in one table."""

from __future__ import annotations

from django.urls import path

from lissom.server.pages import today

handler400 = "lissom.server.site.faults.bad_request"
handler404 = "lissom.server.site.faults.not_found"
handler500 = "lissom.server.site.faults.ours"

urlpatterns = [
    path("", today.show, name="today"),
]
