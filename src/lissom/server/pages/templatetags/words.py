"""`{% say "id" name=value %}`: a message of the catalogue, in the language of the page."""

from __future__ import annotations

from django import template
from django.template.context import Context

from lissom.catalogues import SOURCE_LANGUAGE, catalogue

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, message: str, **told: object) -> str:
    """Return a message in the page's language. It is escaped where it stands in a page."""
    return catalogue(context.get("language", SOURCE_LANGUAGE)).say(message, **told)
