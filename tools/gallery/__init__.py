"""Every pose as a picture and a few as moving SVG, written into docs/gallery."""
