"""The finite machine: compile, restrict, step, verify, codec."""
