"""The colours: one table for light and dark. A page may set any of them as a CSS variable, `--lissom-skin`
say.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Theme = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Paint:
    """One colour on a light page and on a dark one."""

    light: str
    dark: str


PAINTS: Final = MappingProxyType(
    {
        "skin": Paint("#e8b08c", "#d99f7a"),
        "skin-far": Paint("#efcdb7", "#94705b"),
        "skin-shade": Paint("#d69a76", "#bd8462"),
        "lip": Paint("#a85a48", "#7c3f33"),
        "hair": Paint("#4d352b", "#6a4a3c"),
        "hair-bun": Paint("#5d4235", "#7a5747"),
        "grey": Paint("#a9a6a3", "#b9b6b3"),
        "grey-bun": Paint("#b9b6b2", "#c8c5c1"),
        "shirt": Paint("#7fb0a7", "#78aca3"),
        "shirt-far": Paint("#b3d0cb", "#4a6d68"),
        "trousers": Paint("#53689a", "#6b82b6"),
        "trousers-far": Paint("#9eabc6", "#3d4c6f"),
        "text": Paint("#2b2f3a", "#e8e6e1"),
        "ink": Paint("#2e2a33", "#17151b"),
        "edge": Paint("#1d2233", "#10131a"),
        "wood": Paint("#c8a67f", "#8d7355"),
        "wood-top": Paint("#dcc09c", "#a88c6b"),
        "wood-dim": Paint("#b08d66", "#6f5942"),
        "cushion": Paint("#d8b98f", "#937a5b"),
        "cushion-top": Paint("#ead2ae", "#b0946f"),
        "cushion-dim": Paint("#c29f74", "#786248"),
        "wall": Paint("#e6ded2", "#3b3f49"),
        "wall-top": Paint("#efe9e0", "#474c58"),
        "wall-dim": Paint("#d2c8b9", "#2f333c"),
        "mat": Paint("#a9bfae", "#4c6155"),
        "mat-top": Paint("#c3d5c6", "#5d7567"),
        "mat-dim": Paint("#93aa98", "#3f5147"),
        "ghost": Paint("#d3d0cd", "#4a4d57"),
        "ground": Paint("#e7e2da", "#262a33"),
        "accent": Paint("#e4472b", "#ff6b4a"),
        "page": Paint("#ffffff", "#14171d"),
    }
)
"""`-far` is what lies on the far side, `-top` and `-dim` a box's upper and shaded faces; accent is the only
one that means something: where it is felt, and which way to go.
"""


def palette_css() -> str:
    """Return the colours as a style sheet: light and dark, by the page's theme or else the viewer's."""
    light, dark = (
        "".join(f"  --lissom-{name}: {getattr(paint, theme)};\n" for name, paint in PAINTS.items())
        for theme in ("light", "dark")
    )
    inner = dark.replace("  --", "    --")
    return (
        "/* The figure's colours, written by `make gallery` from lissom.figure.palette. Do not edit. */\n\n"
        f":root {{\n{light}}}\n\n"
        f'[data-theme="dark"] {{\n{dark}}}\n\n'
        "@media (prefers-color-scheme: dark) {\n"
        f'  :root:not([data-theme="light"]) {{\n{inner}  }}\n'
        "}\n"
    )
