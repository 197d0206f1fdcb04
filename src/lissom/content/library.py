"""The one loader of content: routines, pages of questions and phrases, read from files, in each language.

Packaged content lies in `lissom/content/packaged` of an installed wheel, else in the repository's
`content/`; the words of another language in `locales/<language>/routines`, where a file that lacks a
message is an error and is never shown half. It is read once in a process and when first asked for.

Own routines stand beside it, once the library was told where (`keep_own`); how they are kept and what is
left out is `shelf`. They have one language, their own, whichever is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from lissom import catalogues
from lissom.content.own_routines import LeftOut, OwnRoutines
from lissom.errors import LissomError
from lissom.routine.canonical import digest
from lissom.routine.evidence import Evidence
from lissom.routine.model import Routine, Screening
from lissom.routine.problem import Problem, Report, closest
from lissom.routine.read import (
    check_text,
    page_to_fluent,
    read_evidence,
    read_phrases,
    read_routine,
    read_screening,
)
from lissom.routine.shapes import ID
from lissom.routine.translate import Translation
from lissom.routine.travel import Borrowed, lend
from lissom.routine.yaml_nodes import MOST_BYTES

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from lissom.routine.phrases import Phrases

SUFFIX = ".yaml"
PHRASES = "phrases"
SOURCE_LANGUAGE = "en"  # in which the packaged files are written

P = ParamSpec("P")
T = TypeVar("T")

# Routines that use each other in a circle are told as an unknown stretch, not as a recursion.
_being_read: ContextVar[tuple[str, ...]] = ContextVar("_being_read", default=())

_LANGUAGE = re.compile(rb"^language:[ ]*[\"']?([A-Za-z-]+)", re.MULTILINE)

_own: OwnRoutines | None = None
"""Where a person's own routines stand. Without it, as in tests and documents, there are the shipped ones."""


class ContentError(LissomError):
    """Content that was asked for is not there, or has errors."""


def _read_once(read: Callable[P, T]) -> Callable[P, T]:
    """Keep what was read; it is the same whether or not the source language is named."""
    kept, count = cache(read), read.__code__.co_argcount

    @wraps(read)
    def found(*names: P.args, **named: P.kwargs) -> T:
        every = (*names, *named.values())
        return kept(*every) if len(every) == count else kept(*every, SOURCE_LANGUAGE)

    return found


@cache
def folder() -> Path:
    """Return where the packaged content lies.

    Raises:
        ContentError: if the installation has none.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "packaged", here.parents[2] / "content"):
        if place.is_dir():
            return place
    raise ContentError("the packaged routines are missing", "install Lissom again")


def keep_own(
    place: Path | None,
    poses: Callable[[], frozenset[str] | None] = lambda: None,
    tell: Callable[[LeftOut], None] = lambda _: None,
) -> None:
    """Say in which folder a person's own routines stand; None for nowhere. The same one again is no news.

    `poses` gives the names that pictures can have; `tell` is told of each file that is left out, whenever
    the folder was read.
    """
    global _own
    if place is None:
        _own = None
    elif _own is None or _own.folder != place:
        _own = OwnRoutines(place, lambda path: _read_own(path, poses()), _law_broken_by, why_taken, tell)


def own_shelf() -> OwnRoutines | None:
    """Return where a person's own routines stand, if the library was told."""
    return _own


def wait_for_proofs(patience: float | None) -> None:
    """Say for how many seconds to wait for the proof of new own routines; None, as at first: to its end."""
    if _own is not None:
        _own.patience = patience


def left_out() -> tuple[LeftOut, ...]:
    """Return the own routines that are there and cannot be used, and why."""
    return _own.standing().left_out if _own else ()


def own_ids() -> tuple[str, ...]:
    """Return the ids of a person's own routines, sorted; each was read and proved for it."""
    return tuple(_own.standing().routines) if _own else ()


def ids() -> tuple[str, ...]:
    """Return the ids of all routines, sorted."""
    return tuple(sorted((*shipped_ids(), *own_ids())))


def edition(routine_id: str) -> str:
    """Return what changes when a routine does: "" for a shipped one, which never does in a process."""
    own = None if routine_id in shipped_ids() or _own is None else _own.routine(routine_id)
    return digest(own) if own else ""


@cache
def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the packaged routines, sorted; no routine is read for it."""
    return tuple(sorted(path.stem for path in (folder() / "routines").glob(f"*{SUFFIX}")))


def languages() -> tuple[str, ...]:
    """Return the languages of the content, the one it was written in first."""
    return catalogues.languages()


def refuse_language(language: str) -> None:
    """Refuse a language in which there are no words.

    Raises:
        ContentError: with the languages there are.
    """
    if language not in languages():
        raise ContentError(
            f"there are no words in the language {language!r}", f"there are: {', '.join(languages())}"
        )


def routine(routine_id: str, language: str = SOURCE_LANGUAGE) -> Routine:
    """Return a routine: a packaged one in a language, one of a person's own in its own.

    Raises:
        ContentError: if there is none of that id, or if it or its translation has errors.
    """
    own = None if routine_id in shipped_ids() or _own is None else _own.routine(routine_id)
    return own or shipped(routine_id, language)


@_read_once
def shipped(routine_id: str, language: str = SOURCE_LANGUAGE) -> Routine:
    """Return a packaged routine, in a language.

    Raises:
        ContentError: if there is none of that id, or if it or its translation has errors.
    """
    if routine_id not in shipped_ids():
        hint = closest(routine_id, ids()) or f"there are: {', '.join(ids())}"
        raise ContentError(f"there is no routine {routine_id!r}", hint)
    refuse_language(language)
    token = _being_read.set((*_being_read.get(), routine_id))
    try:
        shelf = _Packaged(None, language)
        return _sound(*_read_routine(_file_of(routine_id), shelf, _translation(routine_id, language)))
    finally:
        _being_read.reset(token)


def going_with(main: Routine) -> tuple[Routine, ...]:
    """Return the routines that are combined with one [B10], as far as they are known here."""
    language = main.language if main.language in languages() else SOURCE_LANGUAGE
    return tuple(routine(name, language) for name in main.goes_with if name in ids())


def routines(language: str = SOURCE_LANGUAGE) -> tuple[Routine, ...]:
    """Return all routines, the packaged ones in a language, sorted by id.

    Raises:
        ContentError: if one has errors.
    """
    return tuple(routine(routine_id, language) for routine_id in ids())


@_read_once
def screening(screening_id: str, language: str = SOURCE_LANGUAGE) -> Screening:
    """Return a packaged page of questions, in a language.

    Raises:
        ContentError: if there is none of that id, or if it or its translation has errors.
    """
    path = folder() / "screening" / f"{screening_id}{SUFFIX}"
    if not ID.fullmatch(screening_id) or not path.is_file():
        raise ContentError(f"there is no screening {screening_id!r}")
    refuse_language(language)
    return _sound(*read_screening(path.read_bytes(), path.name, _translation(screening_id, language)))


@_read_once
def phrases(language: str = SOURCE_LANGUAGE) -> Phrases:
    """Return the shared phrases of a language.

    Raises:
        ContentError: if there are none, or if they have errors.
    """
    refuse_language(language)
    path = _file_of(PHRASES)
    return _sound(*read_phrases(path.read_bytes(), path.name, _translation(PHRASES, language)))


@cache
def evidence() -> Evidence:
    """Return the handouts' clauses and the findings that routines and rules cite.

    Raises:
        ContentError: if the file has errors.
    """
    path = folder() / f"evidence{SUFFIX}"
    return _sound(*read_evidence(path.read_bytes(), path.name))


def words_to_translate(name: str, language: str = SOURCE_LANGUAGE) -> str:
    """Return the words of a routine, of a page of questions or of the phrases as a Fluent file.

    In another language: its translation as far as there is one, and else the words of the source.

    Raises:
        ContentError: if there is nothing of that name, or the translation is not Fluent.
    """
    path = _own.file_of(name) if _own and name in own_ids() else _file_of(name)
    if not ID.fullmatch(name) or not path.is_file():
        known = (*ids(), *sorted(each.stem for each in (folder() / "screening").glob(f"*{SUFFIX}")), PHRASES)
        raise ContentError(
            f"there are no words of {name!r}", closest(name, known) or f"there are: {', '.join(known)}"
        )
    translation = _translation(name, language) if language in languages() else None
    report = Report(path.name)
    said = page_to_fluent(path.read_bytes(), report, translation)
    return _sound(said, report.problems)


def _file_of(name: str) -> Path:
    """Return the file of a routine, of a page of questions, or of the phrases."""
    if name == PHRASES:
        return folder() / f"{PHRASES}.{SOURCE_LANGUAGE}{SUFFIX}"
    return folder() / ("routines" if name in shipped_ids() else "screening") / f"{name}{SUFFIX}"


def _translation(name: str, language: str) -> Translation | None:
    """Return the translation of a page; one that is not there lacks every message."""
    if language == SOURCE_LANGUAGE:
        return None
    path = catalogues.folder() / language / "routines" / f"{name}{catalogues.SUFFIX}"
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError:
        raise ContentError(f"{path} is not text in UTF-8") from None
    return Translation(language, f"locales/{language}/routines/{path.name}", text)


def routine_from_file(
    path: Path | str, poses: frozenset[str] | None = None
) -> tuple[Routine | None, list[Problem]]:
    """Read a routine from any file; None comes with at least one error.

    What it takes from elsewhere, stretches and questions, it takes in its own language. `poses` are the
    names that pictures can have, where the caller knows them.
    """
    return _read_routine(Path(path), _Packaged(poses, _language_of(Path(path))), None)


def check_file(path: Path | str, poses: frozenset[str] | None = None) -> list[Problem]:
    """Return the problems of a file: a routine, a page of questions or phrases."""
    text, problems = _read_bytes(Path(path))
    shelf = _Packaged(poses, _language_of(Path(path)))
    return problems if text is None else list(check_text(text, str(path), shelf))


def read_own(
    path: Path, routine_id: str, poses: frozenset[str] | None
) -> tuple[Routine | None, list[Problem]]:
    """Read a file as the own routine of an id: what it uses cannot be itself, nor what stood there before."""
    token = _being_read.set((*_being_read.get(), routine_id))
    try:
        return routine_from_file(path, poses)
    finally:
        _being_read.reset(token)


def read_texts(texts: Mapping[str, bytes]) -> tuple[Routine, ...]:
    """Read own routines, by id, that are not kept here yet; what cannot be read is left out.

    None of them is proved: they are not to be played.
    """
    with TemporaryDirectory() as place:
        for name, text in texts.items():
            (Path(place) / f"{name}{SUFFIX}").write_bytes(text)
        aside = OwnRoutines(
            Path(place), lambda path: _read_own(path, None), lambda _: None, why_taken, lambda _: None
        )
        return tuple(aside.standing().routines.values())


def _read_own(path: Path, poses: frozenset[str] | None) -> tuple[Routine | None, list[Problem]]:
    found, problems = read_own(path, path.stem, poses)
    if found and found.language not in languages():
        words = f"there are no shared words in its language {found.language!r}"
        return None, [Problem("error", "bad-id", words, str(path), 1, 1)]
    return found, problems


def _language_of(path: Path) -> str:
    """Return the language a file says it is in; what it uses is looked up before it is read to its end."""
    text, _ = _read_bytes(path)
    found = _LANGUAGE.search(text or b"")
    language = found[1].decode() if found else SOURCE_LANGUAGE
    return language if language in languages() else SOURCE_LANGUAGE


def why_taken(routine_id: str) -> str | None:
    """Return why an own routine cannot have an id, or None."""
    if routine_id in shipped_ids():
        return f"Lissom itself has a routine {routine_id!r}"
    if routine_id == PHRASES or (folder() / "screening" / f"{routine_id}{SUFFIX}").is_file():
        return f"{routine_id!r} is the name of a page that Lissom has itself"
    return None


def _law_broken_by(found: Routine) -> str | None:
    """Prove a routine; return the first law that it breaks, in words, or None.

    In a process of its own: a minute of proving would hold up every page and every player here. It ends
    with this one. Where there can be none, it is proved in this one.
    """
    from multiprocessing import get_context

    shared, apart = phrases(found.language), get_context("spawn")
    told, tells = apart.Pipe(duplex=False)
    prover = apart.Process(target=_tell_first_broken, args=(tells, found, shared), daemon=True)
    try:
        prover.start()
        tells.close()
        broken: str | None = told.recv()
    except (EOFError, OSError):
        return _first_broken(found, shared)
    finally:
        told.close()
    prover.join()
    return broken


def _tell_first_broken(to: Connection, found: Routine, shared: Phrases) -> None:
    to.send(_first_broken(found, shared))


def _first_broken(found: Routine, shared: Phrases) -> str | None:
    from lissom.machine.prove import prove

    broken = [law for law in prove(found, shared).laws if law.counterexample]
    return f"it breaks {broken[0].id}, {broken[0].name}" if broken else None


class _Packaged:
    """What a routine may refer to: the packaged content, in its language, and a person's own routines."""

    def __init__(self, poses: frozenset[str] | None, language: str = SOURCE_LANGUAGE) -> None:
        self.poses = poses
        self._language = language

    def stretch(self, name: str) -> Borrowed | None:
        routine_id, _, stretch_id = name.partition("/")
        if routine_id in _being_read.get() or not ID.fullmatch(routine_id):
            return None
        try:
            found = routine(routine_id, self._language)
            return lend(found, stretch_id) if found.language == self._language else None
        except (ContentError, KeyError):
            return None

    def screening(self, screening_id: str) -> Screening | None:
        try:
            return screening(screening_id, self._language)
        except ContentError:
            return None


def _read_routine(
    path: Path, shelf: _Packaged, translation: Translation | None
) -> tuple[Routine | None, list[Problem]]:
    text, problems = _read_bytes(path)
    if text is None:
        return None, problems
    reading = read_routine(text, str(path), shelf, translation)
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
