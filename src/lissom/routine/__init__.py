"""The language: YAML text in, a checked Routine or a list of problems out."""
