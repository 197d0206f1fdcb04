"""A small routine of a person's own, to be installed in tests."""

from __future__ import annotations

SMALL = """\
lissom: routine/1
id: small
version: 1
language: en
title: Small roll
summary: One roll on a chair.
good_for: [bending]
cite: ours
review: {status: awaiting}
dose: {sessions_a_week: 3..4, sessions_a_day: 1, cite: ours}
screening:
  first: red-flags
symptoms:
  - {symptom: pain, ends: stretch, afterwards: leave-out, until: taken-back, now: Rest.}
  - {symptom: numbness, ends: session, afterwards: leave-out, until: contact, now: Rest.}
  - {symptom: tingling, ends: session, afterwards: leave-out, until: contact, now: Rest.}
get_ready: {say: Sit down. Press next when ready., brief: Sit down. Press next., pose: sit.ready}
stretches:
  - id: small-roll
    title: Small roll
    posture: sitting
    sides: none
    rounds: 1
    repeats: 3..4
    cite: ours
    ready: {say: Sit tall., brief: Tall.}
    between: {say: Rest., brief: Rest.}
    rest: {say: Rest and breathe., brief: Rest.}
    let_go: {say: Come up., brief: Up.}
    positions:
      - id: small-roll
        title: Rolled down
        level: 1
        pose: forward-roll.forward-roll
        felt: the back
        move: {say: Roll forwards., brief: Roll.}
        hold: {time: 20s..30s, usual: 25s, say: "Hold, and keep breathing.", brief: Hold., cite: ours}
        release: {say: Roll up., brief: Up.}
"""

FRENCH = (
    SMALL.replace("language: en", "language: fr")
    .replace("id: small\n", "id: petit\n")
    .replace("title: Small roll\nsummary", "title: Petit enroulement\nsummary")
    .replace("press next", "appuyez sur suivant")
    .replace("Press next when ready.", "Appuyez sur suivant.")
    .replace("Press next.", "Suivant.")
    .replace("stretches:\n", "stretches:\n  - use: back-spasm/gluteal\n")
)
"""The same in French, with a stretch of a shipped routine."""
