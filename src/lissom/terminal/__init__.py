"""The player in a terminal. It owns no rule: it shows the states of a machine and sends it events.

`play.play` is the way in. Only `app` imports Textual, and only when a full screen is wanted.
"""
