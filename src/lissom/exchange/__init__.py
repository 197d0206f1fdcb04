"""One folder for each format that others read."""
