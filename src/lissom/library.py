"""The one loader of content: routines, pages of questions and phrases, read from files.

Packaged content lies in `lissom/routines` of an installed wheel, else in the repository's
`routines/`. Everything is read once in a process and when first asked for.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lissom.errors import LissomError
from lissom.routine.model import Routine, Screening, Stretch
from lissom.routine.problem import Problem, Report, closest
from lissom.routine.read import check_text, read_phrases, read_routine, read_screening
from lissom.routine.shapes import ID
from lissom.routine.yaml_nodes import MOST_BYTES

if TYPE_CHECKING:
    from lissom.routine.phrases import Phrases

SUFFIX = ".yaml"
SOURCE_LANGUAGE = "en"  # in which the packaged files are written

T = TypeVar("T")

# Routines that use each other in a circle are told as an unknown stretch, not as a recursion.
_being_read: ContextVar[tuple[str, ...]] = ContextVar("_being_read", default=())


class ContentError(LissomError):
    """Content that was asked for is not there, or has errors."""


@cache
def folder() -> Path:
    """Return where the packaged content lies.

    Raises:
        ContentError: if the installation has none.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "routines", here.parent.parent / "routines"):
        if place.is_dir():
            return place
    raise ContentError("the packaged routines are missing", "install Lissom again")


@cache
def ids() -> tuple[str, ...]:
    """Return the ids of the packaged routines, sorted; no routine is read for it."""
    return tuple(
        sorted(path.name.removesuffix(SUFFIX) for path in folder().glob(f"*{SUFFIX}") if "." not in path.stem)
    )


@cache
def routine(routine_id: str, language: str = SOURCE_LANGUAGE) -> Routine:
    """Return a packaged routine, in a language.

    Raises:
        ContentError: if there is none of that id, or if it has errors.
    """
    if routine_id not in ids():
        hint = closest(routine_id, ids()) or f"there are: {', '.join(ids())}"
        raise ContentError(f"there is no routine {routine_id!r}", hint)
    token = _being_read.set((*_being_read.get(), routine_id))
    try:
        return _sound(*_read_routine(folder() / f"{routine_id}{SUFFIX}", _Packaged(None)))
    finally:
        _being_read.reset(token)


def routines(language: str = SOURCE_LANGUAGE) -> tuple[Routine, ...]:
    """Return all packaged routines in a language, sorted by id.

    Raises:
        ContentError: if one has errors.
    """
    return tuple(routine(routine_id, language) for routine_id in ids())


@cache
def screening(screening_id: str, language: str = SOURCE_LANGUAGE) -> Screening:
    """Return a packaged page of questions, in a language.

    Raises:
        ContentError: if there is none of that id, or if it has errors.
    """
    path = folder() / "screening" / f"{screening_id}{SUFFIX}"
    if not ID.fullmatch(screening_id) or not path.is_file():
        raise ContentError(f"there is no screening {screening_id!r}")
    found, problems = read_screening(path.read_bytes(), path.name)
    return _sound(found, problems)


@cache
def phrases(language: str = SOURCE_LANGUAGE) -> Phrases:
    """Return the shared phrases of a language.

    Raises:
        ContentError: if there are none, or if they have errors.
    """
    path = folder() / f"phrases.{language}{SUFFIX}"
    if path.parent != folder() or not path.is_file():
        raise ContentError(f"there are no phrases in the language {language!r}", "there is en")
    found, problems = read_phrases(path.read_bytes(), path.name)
    return _sound(found, problems)


def routine_from_file(
    path: Path | str, poses: frozenset[str] | None = None
) -> tuple[Routine | None, list[Problem]]:
    """Read a routine from any file; None comes with at least one error.

    `poses` are the names that pictures can have, where the caller knows them.
    """
    return _read_routine(Path(path), _Packaged(poses))


def check_file(path: Path | str, poses: frozenset[str] | None = None) -> list[Problem]:
    """Return the problems of a file: a routine, a page of questions or phrases."""
    text, problems = _read_bytes(Path(path))
    return problems if text is None else list(check_text(text, str(path), _Packaged(poses)))


class _Packaged:
    """What a routine may refer to: the packaged content."""

    def __init__(self, poses: frozenset[str] | None) -> None:
        self.poses = poses

    def stretch(self, name: str) -> Stretch | None:
        routine_id, _, stretch_id = name.partition("/")
        if routine_id not in ids() or routine_id in _being_read.get():
            return None
        try:
            return routine(routine_id).stretch(stretch_id)
        except (ContentError, KeyError):
            return None

    def screening(self, screening_id: str) -> Screening | None:
        try:
            return screening(screening_id)
        except ContentError:
            return None


def _read_routine(path: Path, shelf: _Packaged) -> tuple[Routine | None, list[Problem]]:
    text, problems = _read_bytes(path)
    if text is None:
        return None, problems
    reading = read_routine(text, str(path), shelf)
    return reading.routine, list(reading.problems)


def _read_bytes(path: Path) -> tuple[bytes | None, list[Problem]]:
    """Return a file's first bytes, one more than may be read, or the problem that keeps it shut."""
    report = Report(str(path))
    try:
        if path.exists() and not path.is_file():
            report.add("not-a-file", (1, 1), "this is not a file", "name the file itself, not its folder")
            return None, list(report.problems)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1), []
    except FileNotFoundError:
        report.add("no-such-file", (1, 1), "there is no such file", "check the name and the folder")
    except (OSError, ValueError) as error:
        report.add(
            "not-readable", (1, 1), f"it cannot be read: {error}", "check its name, and who may read it"
        )
    return None, list(report.problems)


def _sound(found: T | None, problems: list[Problem] | tuple[Problem, ...]) -> T:
    if found is None:
        raise ContentError(
            "packaged content has errors:\n" + "\n".join(map(str, problems)), "install Lissom again"
        )
    return found
