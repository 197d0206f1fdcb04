"""`{% csrf_token %}`, as every form has it, names also whose record the form is for.

A page may stay open while another person's record is opened at the same address. What is sent from it
then must not go there, and a form cannot forget to say so: hence in the place of Django's own tag.
"""

from __future__ import annotations

from django import template
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lissom.web.request import FIELD

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Return the hidden fields that every form of ours carries."""
    token = CsrfTokenNode().render(context)
    own = (context.get("journals") or ("",))[0]
    return format_html('{}<input type="hidden" name="{}" value="{}">', token, FIELD, own)
