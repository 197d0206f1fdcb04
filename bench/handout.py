"""Time and size of a handout, cold and warm, beside reportlab with the same words and pictures (untagged).

Warm means a new document each time: the typesetter would else find its own earlier work again.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from bench.measure import busy, median_process_seconds, median_seconds, print_table
from lissom.content import library
from lissom.exchange.handout import Clinic, Given, HandoutContent, PrintFormat, make_handout, make_sheet

NAMES = ("seated-leg-ladder", "full")
COLD = (
    "from lissom.content import library; from lissom.exchange.handout import *; from bench.handout import *; "
    "{make}(make_sheet(library.routine('{name}'), Given()))"
)


def main() -> None:
    """Measure each routine each way, and print the table."""
    rows: list[tuple[str, ...]] = []
    for name in NAMES:
        sheet = make_sheet(library.routine(name), Given())
        rows += [
            (f"{name}: lissom, a whole process", _cold("make_handout", name), ""),
            (f"{name}: lissom, warm", _warm(make_handout, sheet), f"{len(make_handout(sheet)):,}"),
            (
                f"{name}: lissom, large print",
                _warm(lambda it: make_handout(it, PrintFormat(large=True)), sheet),
                "",
            ),
            (f"{name}: reportlab, a whole process", _cold("with_reportlab", name), ""),
            (f"{name}: reportlab, warm", _warm(with_reportlab, sheet), f"{len(with_reportlab(sheet)):,}"),
        ]
    print_table(("of", "ms", "bytes"), rows)
    print(busy())


def _cold(make: str, name: str) -> str:
    command = [sys.executable, "-c", COLD.format(make=make, name=name)]
    return f"{median_process_seconds(command, dict(os.environ), 5) * 1e3:.0f}"


def _warm(make: Callable[[HandoutContent], bytes], sheet: HandoutContent) -> str:
    numbers = count()
    return (
        f"{median_seconds(lambda: make(replace(sheet, clinic=Clinic(f'Clinic {next(numbers)}')))) * 1e3:.0f}"
    )


def with_reportlab(sheet: HandoutContent) -> bytes:
    """Set the same words and pictures plainly, one below the other."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
    from svglib.svglib import svg2rlg

    styles = getSampleStyleSheet()
    parts: list[Flowable] = []

    def write(*lines: str, style: str = "BodyText") -> None:
        parts.extend(Paragraph(line, styles[style]) for line in lines if line)

    write(sheet.title, style="Title")
    write(sheet.summary, *sheet.good_for, *sheet.equipment, sheet.often, *sheet.watched)
    for part in sheet.parts:
        write(part.title, style="Heading2")
        for step in part.steps:
            picture = svg2rlg(io.BytesIO(step.picture.encode()))
            picture.renderScale = 110 / picture.width
            parts.append(picture)
            write(step.title, step.gate, step.say, step.hold, step.breathe, step.release, step.felt)
        write(part.often, part.let_go)
    for stop in sheet.stops:
        write(stop.symptom, stop.now, stop.contact)
    for each in sheet.asked:
        write(each.title, each.say, *each.items, each.now, each.contact)
    for kept in sheet.kept:
        write(kept.steps, *kept.conditions)
    written = io.BytesIO()
    SimpleDocTemplate(written, pagesize=A4, title=sheet.title).build(parts)
    return written.getvalue()
