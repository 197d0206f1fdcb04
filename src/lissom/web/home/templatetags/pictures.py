"""`{% picture "pose" "side" %}`: the picture of a position, drawn by the page's script.

One document of figures serves every picture of the site (`pages/pictures.js`), in the colours of the page.
Where no script runs it is a plain image.
"""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def picture(pose: str, side: str = "left", words: str = "") -> SafeString:
    """Return the picture. Without `words` it is silent for who hears the page: the text beside it speaks."""
    named = format_html('role="img" aria-label="{}"', words) if words else mark_safe('aria-hidden="true"')
    return format_html(
        '<span class="picture"><svg viewBox="0 0 960 960" data-pose="{}" data-side="{}" {}></svg>'
        '<noscript><img src="{}" alt="{}" width="320" height="320" loading="lazy"></noscript></span>',
        pose, side, named, reverse("figure", args=[pose, side]), words,
    )  # fmt: skip
