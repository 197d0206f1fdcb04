"""How the API answers: JSON, small, and never kept by a cache that nobody asked. Refusals are `refusals`."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified


def answer(content: Any, status: int = 200) -> HttpResponse:
    """Return plain JSON values as an answer of now."""
    response = HttpResponse(dump(content), status=status, content_type="application/json")
    response["Cache-Control"] = "no-store"
    return response


def answer_lasting(request: HttpRequest, text: bytes) -> HttpResponse:
    """Return JSON that seldom changes and is about nobody; who has it already gets nothing."""
    tag = f'"{hashlib.sha256(text).hexdigest()[:32]}"'
    known = (each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(","))
    response = (
        HttpResponseNotModified() if tag in known else HttpResponse(text, content_type="application/json")
    )
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    return response


def dump(content: Any) -> bytes:
    """Return plain values as JSON, without a byte too many."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace")
