"""Write the gallery: every pose on every side it has, a few motions, the routines as strips, and index.md.

python -m tools.gallery              writes docs/gallery, and the page's palette.css
python -m tools.gallery --blind DIR  writes shuffled PNG without names or words, and key.json

docs/gallery/README.md says how the blind test goes and what it found; `--plain` leaves out the side's letter.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from lissom.figure import Side, Texts, draw, palette_css, poses, strip
from tools.gallery.moving import animate

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs/gallery"
PALETTE = ROOT / "browser/figure/palette.css"
MOTIONS = ("leg-ladder.reach", "leg-ladder.ankle", "sideways-reach.sideways-reach", "gluteal.gluteal")
STRIPS: dict[str, tuple[str, ...]] = {
    "seated-leg-ladder": tuple(f"leg-ladder.{name}" for name in ("sit", "reach", "ankle", "chin", "slump")),
    "back-spasm": ("forward-roll", "sideways-reach", "spine-rotation", "gluteal", "quadriceps"),
    "neck": ("chin-tuck", "neck-rotation", "neck-side-bend", "look-down", "shoulder-blades"),
    "full-adds": ("cat-cow.cat", "hip-flexor", "calf", "chest"),
}
BLIND_SEED = 3
NO_WORDS = Texts("", "")


def sides_of(name: str) -> tuple[Side, ...]:
    """Return the sides a pose is shown on: one where its sides mean nothing."""
    return ("right", "left") if poses()[name].sided else ("right",)


def file_name(name: str, side: Side) -> str:
    """Return the picture's file name."""
    return f"{name}.{side}.svg" if poses()[name].sided else f"{name}.svg"


def write_gallery(folder: Path) -> None:
    """Write all pictures, motions, strips and the index."""
    for name in poses():
        for side in sides_of(name):
            (folder / file_name(name, side)).write_text(draw(name, side=side), encoding="utf-8")
    for name in MOTIONS:
        moving = animate(poses()[name].start or name, name)
        (folder / f"{name}.moving.svg").write_text(moving, encoding="utf-8")
    for routine, names in STRIPS.items():
        ids = [name if "." in name else f"{name}.{name}" for name in names]
        captions = [poses()[name].title for name in ids]
        row = strip(ids, ["right"] * len(ids), captions=captions, title=routine)
        (folder / f"strip.{routine}.svg").write_text(row, encoding="utf-8")
    (folder / "index.md").write_text(index_text(), encoding="utf-8")


def index_text() -> str:
    """Return the index page: strips, motions, then every picture with its words."""
    lines = ["# Gallery", "", "Written by `make gallery`; do not edit.", ""]
    lines += [f"![{routine}](strip.{routine}.svg)" for routine in STRIPS]
    lines += ["", "## Moving", ""]
    lines += [f'<img src="{name}.moving.svg" width="240" alt="{poses()[name].title}">' for name in MOTIONS]
    lines += ["", "## Every pose", "", "| | id | words |", "|---|---|---|"]
    for name, info in poses().items():
        images = " ".join(
            f'<img src="{file_name(name, side)}" width="160" alt="">' for side in sides_of(name)
        )
        words = info.description.format(side="named", other="other")
        lines.append(f"| {images} | `{name}` | **{info.title}.** {words} |")
    return "\n".join(lines) + "\n"


def write_blind(folder: Path, plain: bool) -> None:
    """Write every stretch once, on a side left to chance, as q01.png and so on, and the answers."""
    import resvg_py  # only the blind test needs a rasteriser

    chance = random.Random(BLIND_SEED)
    names = [name for name, info in poses().items() if info.start]
    chance.shuffle(names)
    folder.mkdir(parents=True, exist_ok=True)
    key = {}
    for number, name in enumerate(names, 1):
        side = chance.choice(sides_of(name))
        text = draw(name, side=side, theme="light", texts=NO_WORDS, badge=not plain)
        image = resvg_py.svg_to_bytes(svg_string=text, width=480, height=480, background="#ffffff")
        (folder / f"q{number:02}.png").write_bytes(bytes(image))
        key[f"q{number:02}"] = {"pose": name, "side": side if poses()[name].sided else None}
    (folder / "key.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Write the gallery, or the pictures of the blind test."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--blind", type=Path, metavar="DIR")
    arguments.add_argument("--plain", action="store_true")
    asked = arguments.parse_args()
    if asked.blind:
        write_blind(asked.blind, asked.plain)
    else:
        write_gallery(GALLERY)
        PALETTE.write_text(palette_css(), encoding="utf-8")


if __name__ == "__main__":
    main()
