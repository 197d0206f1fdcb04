import pytest

from lissom.figure import braille
from lissom.figure.poses import POSES


@pytest.mark.parametrize("name", list(POSES))
def test_a_thumbnail_has_the_asked_size_and_is_not_empty(name: str) -> None:
    lines = braille(name, columns=40, rows=20)
    assert [len(line) for line in lines] == [40] * 20
    assert all(0x2800 <= ord(cell) <= 0x28FF for line in lines for cell in line)
    assert sum(cell != "\u2800" for line in lines for cell in line) > 100


def test_positions_differ_in_dots() -> None:
    seen = {"\n".join(braille(f"leg-ladder.{name}")) for name in ("sit", "reach", "ankle", "chin", "slump")}
    assert len(seen) == 5
