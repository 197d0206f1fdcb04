"""From a routine's content as plain JSON values back to the `Routine`: the way back from `canonical`.

Only shapes and types are checked here, by the types of the model itself. Whether a routine makes sense is
for the checks of the language: who brings one from outside writes it down (`write`) and reads that.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from lissom.routine.model import Place, Routine


def routine_from(content: Any) -> Routine:
    """Return the routine that `canonical.content` made this content from.

    Raises:
        ValueError: naming the first place where it is none.
    """
    return cast(Routine, _value(Routine, content, "routine"))


def _value(kind: Any, content: Any, place: str) -> Any:
    if is_dataclass(kind):
        return _object(kind, content, place)
    origin = get_origin(kind)
    if origin is tuple:
        return _several(get_args(kind), content, place)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), content, place)
    if origin is Literal:
        return _known(content in get_args(kind) and isinstance(content, str), content, place)
    return _known(type(content) is kind, content, place)


def _object(kind: Any, content: Any, place: str) -> Any:
    if not isinstance(content, dict):
        raise ValueError(f"{place} is no object")
    known, needed = _fields(kind)
    for name in (each for each in content if each not in known):
        raise ValueError(f"{place} has an unknown key {name!r}")
    for name in (each for each in known if each in needed and each not in content):
        raise ValueError(f"{place} lacks {name!r}")
    try:
        return kind(**{name: _value(known[name], each, f"{place}.{name}") for name, each in content.items()})
    except ValueError as error:
        raise ValueError(str(error) if str(error).startswith(place) else f"{place}: {error}") from None


def _several(kinds: tuple[Any, ...], content: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(content, list):
        raise ValueError(f"{place} is no list")
    each_kind = [kinds[0]] * len(content) if kinds[-1] is Ellipsis else list(kinds)
    if len(each_kind) != len(content):
        raise ValueError(f"{place} has {len(content)} parts and not {len(each_kind)}")
    pairs = zip(each_kind, content, strict=True)
    return tuple(_value(kind, each, f"{place}[{number}]") for number, (kind, each) in enumerate(pairs))


def _one_of(kinds: tuple[Any, ...], content: Any, place: str) -> Any:
    """Return a value of one of some types; two classes are told apart by their keys."""
    if content is None and NoneType in kinds:
        return None
    left = [kind for kind in kinds if kind is not NoneType]
    if len(left) > 1 and isinstance(content, dict):
        left = [kind for kind in left if content.keys() <= _fields(kind)[0].keys()] or left[:1]
    return _value(left[0], content, place)


def _known(is_known: bool, content: Any, place: str) -> Any:
    if not is_known:
        raise ValueError(f"{place} cannot be {content!r}")
    return content


@cache
def _fields(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of a class by field, and the fields that must be there; a place is no content."""
    hints = get_type_hints(kind)
    known = {field.name: hints[field.name] for field in fields(kind) if hints[field.name] is not Place}
    needed = {
        field.name
        for field in fields(kind)
        if field.name in known and field.default is MISSING and field.default_factory is MISSING
    }
    return known, frozenset(needed)
