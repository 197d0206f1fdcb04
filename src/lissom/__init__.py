"""Lissom: guided stretching sessions whose safety rules are proved."""

__version__ = "0.1.0"
