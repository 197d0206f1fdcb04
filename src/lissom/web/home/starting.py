"""What is to be started: the portion or the routine that an address asks for, and the plan of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from lissom.app.person import Desk
from lissom.coach.plan import Plan
from lissom.content import library
from lissom.web.api.pack import PORTIONS
from lissom.web.home.portions import USUAL


def asked_for(request: HttpRequest) -> dict[str, str]:
    """Return what is to be played, as it stands in the address."""
    if routine := request.GET.get("routine"):
        if routine not in library.ids():
            raise Http404
        return {"routine": routine}
    portion = request.GET.get("portion", USUAL)
    if portion not in PORTIONS:
        raise Http404
    return {"portion": portion}


def plan_for(desk: Desk, asked: dict[str, str]) -> Plan:
    """Return the plan of what is asked for."""
    if "routine" in asked:
        return desk.plan(only=asked["routine"])
    return desk.plan(PORTIONS[asked["portion"]])
