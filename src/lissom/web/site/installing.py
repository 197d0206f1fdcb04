"""What a browser needs to have Lissom like a program of its own: the service worker and the manifest.

The worker's code is `browser/service-worker.js`; here it is told the version and the assets.
"""

from __future__ import annotations

import json
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom.catalogues import catalogue
from lissom.web.api.answers import dump
from lissom.web.request import desk_of
from lissom.web.site.assets import address_of, assets, version

WORKER: Final = "service-worker.js"
ICONS: Final = (
    {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
    {"src": "icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
    {"src": "icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"},
    {"src": "maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
)
PAGE_COLOUR: Final = "#faf7f2"  # `--page` of app.css
FETCHED_WHEN_INSTALLED: Final = ".png"
"""Icons in pixels are the installed program's; a page never shows one."""


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Answer with the service worker, for the whole site."""
    names = (name for name in assets() if name != WORKER and not name.endswith(FETCHED_WHEN_INSTALLED))
    kept = json.dumps([address_of(name) for name in names])
    told = f"const VERSION = {json.dumps(version())};\nconst ASSETS = {kept};\n"
    code = told.encode() + assets()[WORKER].content
    response = HttpResponse(code, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Answer with what the app is called and looks like once it is installed."""
    language = desk_of(request).profile.language
    content: dict[str, Any] = {
        "id": "/",
        "name": "Lissom",
        "short_name": "Lissom",
        "description": catalogue(language).say("frame-about"),
        "lang": language,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAGE_COLOUR,
        "theme_color": PAGE_COLOUR,
        "icons": [icon | {"src": address_of(f"icons/{icon['src']}")} for icon in ICONS],
    }
    return HttpResponse(dump(content), content_type="application/manifest+json")
