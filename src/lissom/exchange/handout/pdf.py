"""A sheet set as pages by typst, from `handout.typ`: the one place that knows the typesetter.

Equal input makes equal bytes: no date, the typesetter's own fonts, nothing from the network. PDF/UA-1 is
asked for, so that a letter which no font has, a picture without words or a missing title fails.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from lissom.errors import LissomError
from lissom.exchange.handout.sheet import HandoutContent

if TYPE_CHECKING:
    from typst import Fonts

Paper = Literal["a4", "letter"]
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)
TEMPLATE: Final = Path(__file__).with_name("handout.typ")
STAMP: Final = 0  # the document says no date; this keeps the clock out for good
PIXELS_AN_INCH: Final = 110


class HandoutFailed(LissomError):
    """The typesetter refused: a letter that its fonts lack, most of all. Nothing was made."""


@dataclass(frozen=True, slots=True)
class PrintFormat:
    """On which paper, and whether in large print (16 points and more)."""

    paper: Paper = "a4"
    large: bool = False


def make_handout(sheet: HandoutContent, look: PrintFormat = PrintFormat()) -> bytes:
    """Return a handout as PDF/UA-1.

    Raises:
        HandoutFailed: if it cannot be set as it is.
    """
    (made,) = _typeset(sheet, look, format="pdf", pdf_standards="ua-1", timestamp=STAMP)
    return made


def make_pages(
    sheet: HandoutContent, look: PrintFormat = PrintFormat(), pixels: int = PIXELS_AN_INCH
) -> list[bytes]:
    """Return the pages of a handout as pictures (PNG), for who wants to look before printing."""
    return _typeset(sheet, look, format="png", ppi=pixels)


def _typeset(sheet: HandoutContent, look: PrintFormat, **how: Any) -> list[bytes]:
    import typst

    told = json.dumps(_told(sheet, look), ensure_ascii=False)
    try:
        made = typst.compile(TEMPLATE, font_paths=_fonts(), sys_inputs={"sheet": told}, **how)
    except typst.TypstError as error:
        raise HandoutFailed(
            f"the handout of {sheet.title!r} cannot be set: {error.message}", "; ".join(error.hints) or None
        ) from error
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> Fonts:
    """The typesetter's own fonts, and none of the system's: the same everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def _told(sheet: HandoutContent, look: PrintFormat) -> Mapping[str, object]:
    return asdict(sheet) | {"paper": look.paper, "large": look.large, "code_svg": _code(sheet.address)}


def _code(address: str) -> str:
    """Return the square that a camera reads, as SVG; nothing without an address."""
    if not address:
        return ""
    import segno

    written = BytesIO()
    segno.make(address, error="m", micro=False).save(
        written, kind="svg", border=2, omitsize=True, xmldecl=False
    )
    return written.getvalue().decode()
