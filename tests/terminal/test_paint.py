"""Whole screens as text: what stands where, at 80 by 24 and at 60 by 20."""

from __future__ import annotations

from lissom.terminal.digits import large
from lissom.terminal.paint import item_pages, paint, plain_text
from lissom.terminal.strings import ENGLISH
from lissom.terminal.view import make_screen
from tests.terminal.stage import Show

PICTURE_LINES = tuple("⣿" * 30 for _ in range(12))


def painted(show: Show, width: int = 80, height: int = 24, picture: tuple[str, ...] = ()) -> str:
    return plain_text(paint(make_screen(show.player.moment, ENGLISH, picture), width, height))


HOLD = """\

              ◀◀  L E F T


   HOLD   Toes up


  Hold it there.

  Breathe.

  ┃ If this is still gentle and you want more, press yes.

    ██    ██████
  ████    ██  ██
    ██    ██████
    ██    ██  ██
  ██████  ██████   seconds to go

  Next: slowly back

────────────────────────────────────────────────────────────────────────────────
   space  pause    y  yes    e  ease a little    s  skip    q  stop
  Anything wrong?   p  pain    t  tingling"""

HOLD_SMALL = """\
         ◀◀  L E F T

   HOLD   Toes up

  Hold it there.
  Breathe.

  ┃ If this is still gentle and you want more, press yes.

    ██    ██████
  ████    ██  ██
    ██    ██████
    ██    ██  ██
  ██████  ██████   seconds to go
  Next: slowly back

────────────────────────────────────────────────────────────
   space  pause    y  yes    e  ease a little    s  skip
   q  stop
  Anything wrong?   p  pain    t  tingling"""

OPEN_HOLD = """\

                                                     R I G H T  ▶▶


   HOLD   Toes up


  Stay as long as it is comfortable.


  ██████
      ██
      ██
      ██
      ██   seconds, 20 at most


  Next: slowly back



────────────────────────────────────────────────────────────────────────────────
   space  let go    e  ease a little    s  skip    q  stop
  Anything wrong?   p  pain    t  tingling"""

QUESTION = """\

  Signs of an emergency


  Any of these now?

  If you're not sure, choose Not sure.


  •  chest pain
  •  a collapse or a faint











────────────────────────────────────────────────────────────────────────────────
   y  yes    o  no    u  not sure    q  stop"""

LETTING_GO = """\

                                  L E T   G O


  Let go now.


  Leg down.













────────────────────────────────────────────────────────────────────────────────
   q  stop
  Anything wrong?   p  pain"""

PAUSE = """\

                        L E T   G O


   PAUSED


  Let go now.

  Leg down.

  Take your time. Press space to go on from: Reach.

  After ten minutes the session ends here.



────────────────────────────────────────────────────────────
   space  go on    q  stop
  Anything wrong?   p  pain    t  tingling"""

PICTURE = """\

              ◀◀  L E F T


   HOLD   Toes up                               ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
                                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  Hold it there.                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
                                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  Breathe.                                      ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
                                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  ┃ If this is still gentle and you want more,  ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  ┃ press yes.                                  ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
                                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  ██████  ██████                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
      ██  ██  ██                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
  ██████  ██  ██                                ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
      ██  ██  ██
  ██████  ██████   seconds to go

  Next: slowly back

────────────────────────────────────────────────────────────────────────────────
   space  pause    y  yes    e  ease a little    s  skip    q  stop
  Anything wrong?   p  pain    t  tingling"""

TINY = """\
  Breathe.
  ┃ If this is still gentle and you
  ┃ want more, press yes.
  18 seconds to go
  Next: slowly back

────────────────────────────────────────
   space  pause    y  yes
   e  ease a little    s  skip
   q  stop
  Anything wrong?   p  pain
   t  tingling"""


def test_a_timed_hold() -> None:
    assert painted(Show().to_hold().wait(12), 80, 24) == HOLD


def test_a_timed_hold_on_a_small_terminal() -> None:
    assert painted(Show().to_hold().wait(12), 60, 20) == HOLD_SMALL


def test_an_open_hold_on_the_right() -> None:
    assert painted(Show().to_hold().wait(30 + 4 + 5 + 5 + 7), 80, 24) == OPEN_HOLD


def test_a_question() -> None:
    assert painted(Show().press("s"), 80, 24) == QUESTION


def test_a_letting_go() -> None:
    assert painted(Show().to_hold().press("p"), 80, 24) == LETTING_GO


def test_a_pause_on_a_small_terminal() -> None:
    assert painted(Show().to_hold().press("space"), 60, 20) == PAUSE


def test_a_hold_with_a_picture() -> None:
    assert painted(Show().to_hold(), 80, 24, PICTURE_LINES) == PICTURE


def test_a_terminal_that_is_too_small_keeps_its_keys() -> None:
    assert painted(Show().to_hold().wait(12), 40, 12) == TINY


def test_every_screen_is_exactly_as_large_as_the_terminal() -> None:
    show = Show().to_hold()
    for width, height in ((80, 24), (60, 20), (200, 60), (40, 12), (20, 5)):
        rows = paint(make_screen(show.player.moment, ENGLISH, PICTURE_LINES), width, height)
        assert len(rows) == height
        assert max(sum(len(span.text) for span in row) for row in rows) <= width


def test_the_side_is_told_by_word_place_and_arrow() -> None:
    left, right = Show().to_hold(), Show().to_hold().wait(30 + 4)
    bars = [painted(show).splitlines()[1] for show in (left, right)]
    assert bars == [f"{'':14}◀◀  L E F T", f"{'':53}R I G H T  ▶▶"]


def test_pages_of_a_question_are_about_equally_full() -> None:
    items = tuple(f"item {number}" for number in range(1, 16))
    assert [len(page) for page in item_pages(items, 80, 24)] == [8, 7]
    assert item_pages((), 80, 24) == ((),)
    assert item_pages(items, 80, 60) == (items,)


def test_a_warning_is_wrapped_under_the_keys() -> None:
    def full(_: object) -> None:
        raise OSError("the disk is full")

    show = Show(record=full).press("s")
    assert painted(show).splitlines()[-1] == "  Not saved: the disk is full. Lissom keeps trying."


def test_large_digits_are_five_rows_or_ten() -> None:
    assert large("10") == (
        "  ██    ██████",
        "████    ██  ██",
        "  ██    ██  ██",
        "  ██    ██  ██",
        "██████  ██████",
    )
    assert [len(row) for row in large("1:40", 2)] == [12 + 4 + 4 + 4 + 12 + 4 + 12] * 10
