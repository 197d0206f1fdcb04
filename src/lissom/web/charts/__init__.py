"""Charts: what they show as plain values, and their drawing as SVG."""
