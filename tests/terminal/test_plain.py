"""Lines for screen readers, pipes and scripts."""

from __future__ import annotations

import os
import subprocess
import sys

from lissom.terminal.plain import StandardInput, run_plain
from lissom.terminal.player import Player, PlayerSettings
from tests.terminal.stage import HandClock, HeardVoice, Script, routine


def played(*lines: tuple[float, str], one_by_one: bool = False) -> tuple[list[str], Player]:
    """Play a script, each line after some seconds, and return what was written."""
    clock, written = HandClock(), list[str]()
    player = Player(
        routine(),
        record=lambda _: None,
        clock=clock,
        voice=HeardVoice(),
        settings=PlayerSettings(brief=False),
    )
    run_plain(player, clock, Script(clock, lines, one_by_one=one_by_one), written.append)
    return written, player


def test_a_session_in_lines_goes_on_by_itself_when_the_input_has_ended() -> None:
    written, player = played((1, "skip"), (1, "no"), (1, "next"))
    assert player.course.state_id == "end.finished"
    assert (
        "\n".join(written)
        == """
Pain just now
How is your pain, from zero to ten?
Keys: 0 … 9, x for ten, s leave it out, q stop.

Signs of an emergency
Any of these now?
If you're not sure, choose Not sure.
- chest pain
- a collapse or a faint
Keys: y yes, o no, u not sure, q stop.

Get ready
Sit down.
Press next when you are ready.
Keys: space next, s skip, q stop, p pain.

Reach · left
The left leg first.

Move · Toes up · left
Left leg.
Bring your toes up, slowly.
Keys: space pause, e ease a little, s skip, q stop, p pain, t tingling.

Hold · Toes up · left
Hold it there.
Breathe.
If this is still gentle and you want more, press yes.
30 seconds.
Keys: space pause, y yes, e ease a little, s skip, q stop, p pain, t tingling.
10 seconds to go.
5 seconds to go.

Slowly back · Toes up · left
Let your toes go.
Keys: space pause, q stop, p pain.

Change sides · right
Now the right leg.

Move · Toes up · right
Right leg.
Bring your toes up, slowly.
Keys: space pause, e ease a little, s skip, q stop, p pain, t tingling.

Hold · Toes up · right
Stay as long as it is comfortable.
Up to 20 seconds. Space lets go.
Keys: space let go, e ease a little, s skip, q stop, p pain, t tingling.
10 seconds to go.
5 seconds to go.

Slowly back · Toes up · right
Let your toes go.
Keys: space pause, q stop, p pain.

Rest
Feet down.
Breathe.
5 seconds to go.

Done
Done.
Get up slowly."""
    )


def test_where_it_waits_and_no_input_is_left_it_stops_with_a_reason() -> None:
    written, player = played((1, "skip"))
    assert player.course.state_id == "end.stopped"
    assert written[-1] == "No more input, and this waits for an answer. The session ends here."


def test_a_symptom_from_a_script_lets_go() -> None:
    written, player = played((1, "s"), (1, "o"), (1, "next"), (1, "next"), (10, "tingling"))
    assert [entry.event for entry in player.course.entries[-3:]] == ["tingling", "elapsed", "elapsed"]
    assert player.course.state_id == "end.symptom"
    assert [written.count(line) for line in ("Let go now.", "Leave it for today.")] == [1, 1]


def test_a_pause_with_no_input_left_ends_the_session() -> None:
    written, player = played((1, "s"), (1, "o"), (1, "next"), (1, "next"), (10, "space"))
    assert player.course.state_id == "end.stopped"
    assert "No more input, and this waits for an answer. The session ends here." in written


def test_a_key_held_down_answers_one_question() -> None:
    _, player = played((1, "s"), (1, "o"), (0.1, "o"), (0.1, "o"), (5, "q"), one_by_one=True)
    assert [entry.event for entry in player.course.entries] == ["skip", "no", "stop"]


def test_what_is_typed_and_unknown_says_so() -> None:
    written, _ = played((1, "s"), (1, "what?"))
    assert "what? does nothing here." in written


# real input


def test_lines_come_from_a_pipe_one_by_one_until_its_end() -> None:
    reader, writer = os.pipe()
    typed = StandardInput(reader)
    assert typed.wait(0) is None
    os.write(writer, b"skip\nno\n\nye")
    assert [typed.wait(1), typed.wait(1), typed.wait(1), typed.wait(0)] == ["skip", "no", None, None]
    os.write(writer, b"s")
    os.close(writer)
    got = [typed.wait(0) for _ in range(3)]
    assert ("yes" in got, typed.ended, typed.wait(0)) == (True, True, None)
    os.close(reader)


PROGRAM = """
import sys
from tests.terminal.stage import routine
from lissom.terminal.clock import SessionClock
from lissom.terminal.play import play
played = play(routine(), record=lambda item: None, clock=SessionClock(speed=400))
print([entry.event for entry in played.entries], played.outcome.kind, "textual" in sys.modules)
"""


def test_a_real_process_plays_what_is_piped_into_it_and_never_loads_textual() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input="s\no\nnext\n", capture_output=True, text=True, timeout=30,
        check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == f"{['skip', 'no', 'next', *['elapsed'] * 9]} finished False"
    assert done.stderr == ""
