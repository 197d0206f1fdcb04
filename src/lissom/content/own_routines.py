"""A shelf: the folder of a person's own routines, which they or their clinic wrote.

Each file is read when the folder has changed, and proved once: what was proved, and by which version, is
noted beside it. One that cannot be used is left out and told, and breaks nothing else. What reading and
proving are is for `library` to say.

A proof may take a minute. A command waits for it. A server waits a moment (`patience`) and goes on
without what is new until that is proved: nobody who has to store a symptom waits for a proof.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread, get_ident
from typing import Final, Literal

from lissom import __version__
from lissom.atomic_write import write_whole
from lissom.routine.canonical import digest
from lissom.routine.model import Routine
from lissom.routine.problem import Problem

SUFFIX: Final = ".yaml"
NOTE: Final = ".proved.json"

Why = Literal["taken", "errors", "name", "law", "proving"]
Sight = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An own routine that cannot be used: its file, the kind of reason, and the reason in words."""

    id: str
    file: Path
    why: Why
    words: str


@dataclass(frozen=True, slots=True)
class OwnRoutineState:
    """What stands on a shelf: the routines by id, sorted, and what is left out."""

    routines: Mapping[str, Routine] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


class OwnRoutines:
    """One folder of own routines. Threads may share it."""

    def __init__(
        self,
        folder: Path,
        read: Callable[[Path], tuple[Routine | None, list[Problem]]],
        prove: Callable[[Routine], str | None],
        why_taken: Callable[[str], str | None],
        tell: Callable[[LeftOut], None],
    ) -> None:
        """`prove` returns what a routine breaks, `why_taken` why an id cannot be, both None where all is
        well; `tell` is told of each file that is left out, after each reading."""
        self.folder = folder
        self._read, self._prove, self._why_taken, self._tell = read, prove, why_taken, tell
        self._lock = Condition()
        self.patience: float | None = None  # seconds that it is waited for a proof; None: until it is done
        self._reading: Thread | None = None
        self._reader: int | None = None  # the same thread, as it knows itself
        self._is_slow = False  # whether somebody has waited for it in vain
        self._fault: BaseException | None = None
        self._seen: Sight = ()
        self._standing = OwnRoutineState()
        self._found: dict[str, Routine | LeftOut] | None = None  # while the folder is being read

    def standing(self) -> OwnRoutineState:
        """Return what stands here now, read anew where a file has changed."""
        with self._lock:
            seen = _look(self.folder)
            if seen == self._seen or self._reader == get_ident():
                return self._standing
            if self._reading is None:
                self._reading = Thread(target=self._read_anew, args=(seen,), daemon=True)
                self._reading.start()
            if not self._is_slow or self.patience is None:
                self._is_slow = not self._lock.wait_for(lambda: self._reading is None, self.patience)
            if self._reading is not None:
                return self._standing_meanwhile(seen)
            if self._fault is not None:
                raise self._fault
            return self._standing

    def routine(self, routine_id: str) -> Routine | None:
        """Return an own routine that can be used; also to another one that uses it and is being read."""
        if self._reader != get_ident():
            return self.standing().routines.get(routine_id)
        found = self._find(routine_id) if self.file_of(routine_id).is_file() else None
        return found if isinstance(found, Routine) else None

    def has(self, routine_id: str) -> bool:
        """Whether there is a file for an id, fit for use or not."""
        return any(name == routine_id for name, *_ in _look(self.folder))

    def file_of(self, routine_id: str) -> Path:
        """Return where the file of an own routine stands, or would."""
        return self.folder / f"{routine_id}{SUFFIX}"

    def put(self, found: Routine, text: bytes) -> None:
        """Put a routine that was proved on the shelf, in the place of one of the same id.

        Raises:
            OSError: if it cannot be written; what stood there stays.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._lock:
            self._note(found, None)
            write_whole(self.file_of(found.id), text)

    def take_away(self, routine_id: str) -> None:
        """Take a routine away for good."""
        self.file_of(routine_id).unlink(missing_ok=True)
        self._note_of(routine_id).unlink(missing_ok=True)

    # reading

    def _read_anew(self, seen: Sight) -> None:
        """Read the folder, in a thread of its own and without the lock."""
        self._reader, self._fault = get_ident(), None
        try:
            standing = self._read_all([name for name, *_ in seen])
            for each in standing.left_out:
                self._tell(each)
            self._standing, self._seen = standing, seen
        except BaseException as fault:  # noqa: BLE001 - who waits for it raises it
            self._fault = fault
        finally:
            with self._lock:
                self._reader = self._reading = None
                self._is_slow = False
                self._lock.notify_all()

    def _standing_meanwhile(self, seen: Sight) -> OwnRoutineState:
        """Return what stood here and has not changed; what is being proved is left out until then."""
        same = {name for name, *_ in set(seen) & set(self._seen)}
        routines = {name: each for name, each in self._standing.routines.items() if name in same}
        left_out = tuple(each for each in self._standing.left_out if each.id in same)
        new = (name for name, *_ in seen if name not in same)
        waits = (LeftOut(name, self.file_of(name), "proving", "it is being proved") for name in new)
        return OwnRoutineState(routines, (*left_out, *waits))

    def _read_all(self, names: list[str]) -> OwnRoutineState:
        self._found = {}
        try:
            found = [self._find(name) for name in names]
        finally:
            self._found = None
        routines = {each.id: each for each in found if isinstance(each, Routine)}
        return OwnRoutineState(routines, tuple(each for each in found if isinstance(each, LeftOut)))

    def _find(self, name: str) -> Routine | LeftOut:
        assert self._found is not None
        if name not in self._found:
            self._found[name] = self._take_up(name)
        return self._found[name]

    def _take_up(self, name: str) -> Routine | LeftOut:
        file = self.file_of(name)
        if why := self._why_taken(name):
            return LeftOut(name, file, "taken", why)
        found, problems = self._read(file)
        if found is None:
            errors = [problem for problem in problems if problem.severity == "error"]
            return LeftOut(name, file, "errors", f"line {errors[0].line}: {errors[0].message}")
        if found.id != name:
            return LeftOut(name, file, "name", f"its file says that it is {found.id!r}")
        if broken := self._broken(found):
            return LeftOut(name, file, "law", broken)
        return found

    # proving

    def _broken(self, found: Routine) -> str | None:
        """Return what a routine breaks. What was found out before, by this version, is not proved again."""
        noted = _read_note(self._note_of(found.id))
        if noted.get("digest") == digest(found) and noted.get("version") == __version__:
            return noted.get("broken") or None
        broken = self._prove(found)
        with suppress(OSError):  # a folder that cannot be written: then it is proved at each start
            self._note(found, broken)
        return broken

    def _note(self, found: Routine, broken: str | None) -> None:
        noted = {"digest": digest(found), "version": __version__, "broken": broken or ""}
        write_whole(self._note_of(found.id), json.dumps(noted, indent=2).encode() + b"\n")

    def _note_of(self, routine_id: str) -> Path:
        return self.folder / f"{routine_id}{NOTE}"


def _look(folder: Path) -> Sight:
    """Return each routine's file by name, with what changes when the file does."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(SUFFIX) and name[0] != ".")
    except OSError:
        return ()  # no folder, or one that nobody may read: nothing stands there
    return tuple((name.removesuffix(SUFFIX), *_state_of(folder / name)) for name in names)


def _state_of(file: Path) -> tuple[int, int, int]:
    try:
        told = file.stat()
    except OSError:
        return 0, 0, 0  # a link to nothing; reading it says so
    return told.st_mtime_ns, told.st_size, told.st_ino


def _read_note(path: Path) -> dict[str, str]:
    try:
        noted = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return {name: str(value) for name, value in noted.items()} if isinstance(noted, dict) else {}
