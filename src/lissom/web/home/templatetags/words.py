"""`{% say "id" name=value %}`: a message of the catalogue; `{% tell reason %}`: what the coach says."""

from __future__ import annotations

from django import template
from django.template.context import Context

from lissom.catalogues import SOURCE_LANGUAGE, catalogue
from lissom.coach.messages import Reason, say_reason

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, message: str, **told: object) -> str:
    """Return a message in the page's language. It is escaped where it stands in a page."""
    return catalogue(context.get("language", SOURCE_LANGUAGE)).say(message, **told)


@register.simple_tag(takes_context=True)
def tell(context: Context, reason: Reason) -> str:
    """Return a reason of the coach in the page's language: `{% tell reason %}`."""
    return say_reason(reason, catalogue(context.get("language", SOURCE_LANGUAGE)).say)
