"""Charts as SVG: what they show as plain values, how they look, and the drawing. No pages, no journal."""
