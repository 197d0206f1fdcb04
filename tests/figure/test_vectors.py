import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.figure.vectors import (
    FORWARD,
    LEFT,
    NO_TURN,
    UP,
    Vector,
    after,
    blend,
    cross,
    dot,
    frame,
    length,
    rotate,
    share,
    turn,
    turn_vector,
    undo,
)

degrees = st.floats(-170, 170)
vectors = st.tuples(degrees, degrees, degrees)


def near(expected: Vector) -> object:
    return pytest.approx(expected, abs=1e-9)


def test_axes_are_right_handed() -> None:
    assert cross(FORWARD, LEFT) == UP


def test_turn_about_up_leads_forward_to_left() -> None:
    assert rotate(turn(UP, 90), FORWARD) == near(LEFT)


@given(vectors, vectors)
def test_rotation_keeps_length(axis: Vector, vector: Vector) -> None:
    assert length(rotate(turn_vector(axis), vector)) == pytest.approx(length(vector), abs=1e-9)


@given(vectors, vectors)
def test_undo_undoes(axis: Vector, vector: Vector) -> None:
    q = turn_vector(axis)
    assert rotate(after(undo(q), q), vector) == pytest.approx(vector, abs=1e-7)


@given(vectors)
def test_three_thirds_make_the_whole(axis: Vector) -> None:
    q = turn_vector(axis)
    third = share(q, 1 / 3)
    whole = after(after(third, third), third)
    assert abs(sum(a * b for a, b in zip(whole, q, strict=True))) == pytest.approx(1.0, abs=1e-9)


@given(degrees, degrees, degrees)
def test_frame_finds_the_rotation_from_its_axes(a: float, b: float, c: float) -> None:
    q = after(after(turn(UP, a), turn(LEFT, b)), turn(FORWARD, c))
    found = frame(rotate(q, FORWARD), rotate(q, UP))
    assert rotate(found, LEFT) == pytest.approx(rotate(q, LEFT), abs=1e-7)


def test_blend_ends_at_both_rotations() -> None:
    q = turn(LEFT, 120)
    assert blend(NO_TURN, q, 0.0) == pytest.approx(NO_TURN)
    assert blend(NO_TURN, q, 1.0) == pytest.approx(q)
    assert dot(rotate(blend(NO_TURN, q, 0.5), UP), UP) == pytest.approx(0.5)
