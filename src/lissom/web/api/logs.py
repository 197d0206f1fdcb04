"""Logs from a browser: taken in whole, as often as they come, or refused in words.

`{"log": …, "machine": …, "playing": …}`: the machine only where it was asked for, `playing` while the
session is being played. Whose record it is for, the header `Lissom-Journal` says: another's is refused, and
one of which it is not said, as by a page of an earlier version, is taken only where its session is known
already. Which machines are taken is `made`, what is asked of a log `session.admission`; how a log may grow
is the journal's law.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lissom.app.ports import Store, UnknownMachine
from lissom.machine.model import Machine
from lissom.session.admission import check_heading
from lissom.session.bounds import AHEAD
from lissom.session.codec import from_json
from lissom.session.log import Log
from lissom.web.api.accepted_machines import MachineNeeded, find_machine
from lissom.web.api.answers import answer
from lissom.web.api.bodies import read_body
from lissom.web.api.refusals import explaining, refuse
from lissom.web.faults import anothers
from lissom.web.request import JOURNAL, desk_of


@require_POST
@explaining
def take(request: HttpRequest) -> HttpResponse:
    """Take a log in, and answer how much of it is kept now."""
    body = read_body(request, {"log": dict}, {"machine": dict, "playing": bool})
    log, desk = from_json(body["log"]), desk_of(request)
    journal, latest = desk.journal, desk.now + AHEAD
    if JOURNAL not in request.headers and not journal.known_among([log.id]):
        return anothers(request)
    check_heading(log, latest)  # before a machine is asked for or made
    try:
        machine = _unknown_machine(journal, log, body.get("machine"))
    except MachineNeeded as error:
        return refuse(error, 409, need="machine")
    known = journal.hear(log, machine, is_played=bool(body.get("playing")), latest=latest)
    return answer({"kept": len(known.events), "ratings": len(known.ratings)})


def _unknown_machine(journal: Store, log: Log, sent: Any) -> Machine | None:
    """Return the machine of a log where the journal lacks it, else None."""
    try:
        journal.machine(log.machine_digest)
    except UnknownMachine:
        return find_machine(log, sent)
    return None
