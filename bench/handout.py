"""Time and size of a handout, cold and warm, beside reportlab with the same words and pictures (untagged)."""

from __future__ import annotations

import io
import os
import sys

from bench.measure import busy, median_process_seconds, median_seconds, print_table
from lissom import library
from lissom.exchange.handout import Given, Look, Sheet, make_handout, make_sheet

NAMES = ("seated-leg-ladder", "full")
COLD = (
    "from lissom import library; from lissom.exchange.handout import *; "
    "make_handout(make_sheet(library.routine('{name}'), Given()))"
)


def main() -> None:
    """Measure each routine each way, and print the table."""
    rows: list[tuple[str, ...]] = []
    for name in NAMES:
        sheet = make_sheet(library.routine(name), Given())
        ours = median_seconds(lambda sheet=sheet: make_handout(sheet))
        large = median_seconds(lambda sheet=sheet: make_handout(sheet, Look(large=True)))
        theirs = median_seconds(lambda sheet=sheet: with_reportlab(sheet))
        cold = median_process_seconds([sys.executable, "-c", COLD.format(name=name)], dict(os.environ), 5)
        rows += [
            (f"{name}: lissom, a whole process", f"{cold * 1e3:.0f}", ""),
            (f"{name}: lissom, warm", f"{ours * 1e3:.0f}", f"{len(make_handout(sheet)):,}"),
            (f"{name}: lissom, large print", f"{large * 1e3:.0f}", ""),
            (f"{name}: reportlab, warm", f"{theirs * 1e3:.0f}", f"{len(with_reportlab(sheet)):,}"),
        ]
    print_table(("of", "ms", "bytes"), rows)
    print(busy())


def with_reportlab(sheet: Sheet) -> bytes:
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
