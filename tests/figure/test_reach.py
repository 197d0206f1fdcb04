import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.figure.reach import reach_end, reach_middle
from lissom.figure.vectors import FORWARD, ORIGIN, Vector, length, subtract

metres = st.floats(-1.5, 1.5)


@given(st.tuples(metres, metres, st.floats(-1.5, -0.05)), st.floats(0.2, 0.6), st.floats(0.2, 0.6))
def test_both_bones_keep_their_lengths(target: Vector, first: float, second: float) -> None:
    middle = reach_middle(ORIGIN, target, first, second, FORWARD)
    assert length(middle) == pytest.approx(first, abs=1e-6)
    assert length(subtract(reach_end(middle, target, second), middle)) == pytest.approx(second, abs=1e-9)


def test_target_in_reach_is_met() -> None:
    middle = reach_middle(ORIGIN, (0.3, 0.0, -0.4), 0.4, 0.4, FORWARD)
    assert reach_end(middle, (0.3, 0.0, -0.4), 0.4) == pytest.approx((0.3, 0.0, -0.4))


def test_target_out_of_reach_gives_a_straight_limb_towards_it() -> None:
    middle = reach_middle(ORIGIN, (0.0, 0.0, -2.0), 0.4, 0.3, FORWARD)
    assert middle == pytest.approx((0.0, 0.0, -0.4), abs=1e-6)
    assert reach_end(middle, (0.0, 0.0, -2.0), 0.3) == pytest.approx((0.0, 0.0, -0.7), abs=1e-6)


def test_middle_lies_on_the_asked_side() -> None:
    assert reach_middle(ORIGIN, (0.0, 0.0, -0.5), 0.4, 0.4, FORWARD)[0] > 0.3
