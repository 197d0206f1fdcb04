"""The commands, and the wiring of all parts.

A command is one module in `commands/`, imported only when it is called, so that each starts
fast. Exit codes: 0 done, 1 a person's problem, 2 usage, 3 ours.
"""
