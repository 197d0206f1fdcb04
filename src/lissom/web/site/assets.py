"""Scripts, styles and icons as they are served: without comments, packed once, at addresses of their own.

The address holds a digest of all of them. So a browser asks for each once and for ever, modules import
each other by relative addresses, and a page never mixes two versions.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import rcssmin
import rjsmin
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom import __version__

PREFIX: Final = "/static/"

_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
}
_SHORTEN: Final[Mapping[str, Callable[[str], str]]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
_PACKED: Final = frozenset({".css", ".js", ".svg"})


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served. `packed` is its gzip form, or None where that would be no smaller."""

    content: bytes
    kind: str
    packed: bytes | None


@cache
def folder() -> Path:
    """Return where the assets lie: in an installed wheel beside this package, else in the repository."""
    here = Path(__file__).resolve()
    packaged = here.parents[1] / "static"
    return packaged if packaged.is_dir() else here.parents[4] / "browser"


@cache
def assets() -> Mapping[str, Asset]:
    """Return every asset by its name below `static/`."""
    paths = sorted(path for path in folder().rglob("*") if path.suffix in _TYPES)
    return MappingProxyType({path.relative_to(folder()).as_posix(): _read(path) for path in paths})


@cache
def version() -> str:
    """Return the version of the assets: a digest of them all."""
    digest = hashlib.sha256(__version__.encode())
    for name, asset in assets().items():
        digest.update(name.encode() + b"\0" + asset.content + b"\0")
    return digest.hexdigest()[:16]


def address_of(name: str) -> str:
    """Return the address of an asset."""
    return f"{PREFIX}{version()}/{name}"


@require_safe
def show(request: HttpRequest, name: str, of_version: str | None = None) -> HttpResponse:
    """Answer with an asset. Who asks for another version, or for none, gets today's and is not to keep it."""
    asset = assets().get(name)
    if asset is None:
        raise Http404
    packed = asset.packed if "gzip" in request.headers.get("Accept-Encoding", "") else None
    response = HttpResponse(packed or asset.content, content_type=asset.kind)
    if asset.packed:
        response["Vary"] = "Accept-Encoding"
    if packed:
        response["Content-Encoding"] = "gzip"
    forever = of_version == version()
    response["Cache-Control"] = "public, max-age=31536000, immutable" if forever else "no-store"
    return response


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    if shorten := _SHORTEN.get(path.suffix):
        content = str(shorten(content.decode())).encode()
    packed = gzip.compress(content, 9, mtime=0) if path.suffix in _PACKED else None
    return Asset(content, _TYPES[path.suffix], packed if packed and len(packed) < len(content) else None)
