"""A routine's handout as a download: `?paper=letter` for that paper, `?large=yes` for large print."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom.app.handouts import handout_of
from lissom.content import library
from lissom.exchange.handout import PAPERS, PrintFormat
from lissom.web.request import desk_of

OFF = ("", "no", "0", "false")


@require_safe
def show(request: HttpRequest, routine_id: str) -> HttpResponse:
    """Answer with the PDF of a routine, without what is closed to the person for now."""
    if routine_id not in library.ids():
        raise Http404
    desk = desk_of(request)
    made = handout_of(
        desk,
        library.routine(routine_id, desk.profile.language),
        _look(request),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="lissom-{routine_id}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _look(request: HttpRequest) -> PrintFormat:
    paper = request.GET.get("paper", PAPERS[0])
    if paper not in PAPERS:
        raise Http404
    return PrintFormat(paper, request.GET.get("large", "") not in OFF)
