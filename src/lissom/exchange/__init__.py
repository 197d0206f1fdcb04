"""Formats that others read: one folder each, which knows nothing of the others. Values in, bytes out."""
