"""Vectors and rotations in three dimensions: what the skeleton is computed with, and nothing of the body.

Axes: x forwards, y to the person's left, z up; metres and degrees. A rotation is a unit quaternion: w, x, y,
z.
"""

from math import acos, atan2, cos, degrees, hypot, radians, sin

Vector = tuple[float, float, float]
Rotation = tuple[float, float, float, float]

ORIGIN: Vector = (0.0, 0.0, 0.0)
FORWARD: Vector = (1.0, 0.0, 0.0)
LEFT: Vector = (0.0, 1.0, 0.0)
UP: Vector = (0.0, 0.0, 1.0)
DOWN: Vector = (0.0, 0.0, -1.0)
NO_TURN: Rotation = (1.0, 0.0, 0.0, 0.0)


def add(a: Vector, b: Vector) -> Vector:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vector, factor: float) -> Vector:
    """Return a stretched by the factor."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vector, b: Vector) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    """Return the length."""
    return hypot(*a)


def unit(a: Vector) -> Vector:
    """Return a at length 1; the zero vector has no direction and raises ZeroDivisionError."""
    return scale(a, 1.0 / length(a))


def between(a: Vector, b: Vector, part: float) -> Vector:
    """Return the point that lies the given part of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


def across(a: Vector, axis: Vector) -> Vector:
    """Return the unit direction of a's share at right angles to the axis (a unit vector)."""
    return unit(subtract(a, scale(axis, dot(a, axis))))


def turn(axis: Vector, angle: float) -> Rotation:
    """Return the rotation about a unit axis by an angle in degrees, right-handed."""
    half = radians(angle) / 2.0
    s = sin(half)
    return (cos(half), axis[0] * s, axis[1] * s, axis[2] * s)


def turn_vector(vector: Vector) -> Rotation:
    """Return the rotation about the vector's direction by its length in degrees."""
    angle = length(vector)
    return NO_TURN if angle < 1e-12 else turn(scale(vector, 1.0 / angle), angle)


def after(first: Rotation, then: Rotation) -> Rotation:
    """Return the product first · then: `then` is expressed in the frame that `first` leads to."""
    a, b, c, d = first
    e, f, g, h = then
    return (
        a * e - b * f - c * g - d * h,
        a * f + b * e + c * h - d * g,
        a * g - b * h + c * e + d * f,
        a * h + b * g - c * f + d * e,
    )


def undo(q: Rotation) -> Rotation:
    """Return the inverse rotation."""
    return (q[0], -q[1], -q[2], -q[3])


def rotate(q: Rotation, v: Vector) -> Vector:
    """Return the vector turned by the rotation."""
    w, x, y, z = q
    tx, ty, tz = 2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0])
    return (
        v[0] + w * tx + y * tz - z * ty,
        v[1] + w * ty + z * tx - x * tz,
        v[2] + w * tz + x * ty - y * tx,
    )


def frame(forward: Vector, up: Vector) -> Rotation:
    """Return the rotation whose z axis is `up` and whose x axis lies closest to `forward`."""
    z = unit(up)
    x = across(forward, z)
    y = cross(z, x)
    trace = x[0] + y[1] + z[2]
    candidates = (
        (1 + trace, y[2] - z[1], z[0] - x[2], x[1] - y[0]),
        (y[2] - z[1], 1 + x[0] - y[1] - z[2], x[1] + y[0], z[0] + x[2]),
        (z[0] - x[2], x[1] + y[0], 1 - x[0] + y[1] - z[2], y[2] + z[1]),
        (x[1] - y[0], z[0] + x[2], y[2] + z[1], 1 - x[0] - y[1] + z[2]),
    )
    best = max(range(4), key=lambda i: candidates[i][i])
    w, a, b, c = candidates[best]
    size = hypot(w, a, b, c)
    return (w / size, a / size, b / size, c / size)


def blend(a: Rotation, b: Rotation, part: float) -> Rotation:
    """Return the rotation the given part of the way from a to b, along the shorter arc."""
    cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    sign = -1.0 if cosine < 0 else 1.0
    angle = acos(min(1.0, cosine * sign))
    if angle < 1e-6:
        return b
    p, q = sin((1 - part) * angle) / sin(angle), sign * sin(part * angle) / sin(angle)
    return (p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2], p * a[3] + q * b[3])


def share(q: Rotation, part: float) -> Rotation:
    """Return the given part of a rotation about its own axis."""
    return blend(NO_TURN, q, part)


def twist(q: Rotation, axis: int) -> float:
    """Return by how many degrees the rotation turns about its own x (0), y (1) or z (2) axis."""
    angle = degrees(2.0 * atan2(q[axis + 1], q[0]))
    return (angle + 180.0) % 360.0 - 180.0
