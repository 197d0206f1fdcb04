"""Reading: text in, a value and a list of problems out. The entry points of the language.

A value comes back only when no problem is an error; warnings come with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from lissom.routine.blocks import Block, BlockShape
from lissom.routine.build import build_phrases, build_routine, build_screening
from lissom.routine.check_questions import check_phrases, check_screening
from lissom.routine.check_routine import check_routine
from lissom.routine.checked_stretches import taken_of
from lissom.routine.evidence import Evidence, build_evidence, check_evidence
from lissom.routine.grammar import EVIDENCE, FORMATS, PHRASES, ROUTINE, SCREENING
from lissom.routine.model import Routine, Screening
from lissom.routine.problem import Problem, Report, quoted
from lissom.routine.translate import Translation, read_messages, to_fluent, translate
from lissom.routine.travel import Borrowed, compose
from lissom.routine.yaml_nodes import Mapping, Node, Scalar, read_nodes

if TYPE_CHECKING:
    from lissom.routine.phrases import Phrases


class Library(Protocol):
    """What a routine may refer to. `poses` is None where nobody knows the poses."""

    @property
    def poses(self) -> frozenset[str] | None:
        """The names of all poses."""

    def stretch(self, name: str) -> Borrowed | None:
        """Return the stretch named `routine/stretch`, and what goes with it."""

    def screening(self, screening_id: str) -> Screening | None:
        """Return a shared page of questions."""


class Reading(NamedTuple):
    """A routine, or None where it has errors, and all problems by place."""

    routine: Routine | None
    problems: tuple[Problem, ...]


class ScreeningReading(NamedTuple):
    """A page of questions, or None where it has errors, and all problems by place."""

    screening: Screening | None
    problems: tuple[Problem, ...]


class PhrasesReading(NamedTuple):
    """The phrases of a language, or None where there are errors, and all problems by place."""

    phrases: Phrases | None
    problems: tuple[Problem, ...]


class EvidenceReading(NamedTuple):
    """What the routines rest on, or None where there are errors, and all problems by place."""

    evidence: Evidence | None
    problems: tuple[Problem, ...]


def read_routine(
    text: str | bytes, file: str, library: Library, translation: Translation | None = None
) -> Reading:
    """Read a routine, in a translation if one is given. `file` is the name that the problems carry."""
    report = Report(file)
    node, problems = _nodes(text, report, ROUTINE, translation)
    return Reading(None, problems) if problems else _routine(node, report, library)


def read_screening(text: str | bytes, file: str, translation: Translation | None = None) -> ScreeningReading:
    """Read a page of questions, in a translation if one is given."""
    report = Report(file)
    node, problems = _nodes(text, report, SCREENING, translation)
    return ScreeningReading(None, problems) if problems else _screening(node, report)


def read_phrases(text: str | bytes, file: str, translation: Translation | None = None) -> PhrasesReading:
    """Read the phrases of one language, or their translation."""
    report = Report(file)
    node, problems = _nodes(text, report, PHRASES, translation)
    return PhrasesReading(None, problems) if problems else _phrases(node, report)


def read_evidence(text: str | bytes, file: str) -> EvidenceReading:
    """Read the handouts' clauses and the findings of research."""
    report = Report(file)
    return _evidence(read_nodes(text, report), report)


def _nodes(
    text: str | bytes, report: Report, shape: BlockShape, translation: Translation | None
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the nodes of a page with the words of a translation, and what is wrong with that."""
    node = read_nodes(text, report)
    if translation is None:
        return node, ()
    told = Report(translation.file)
    translate(node, shape, translation, told)
    return node, told.problems


def check_text(text: str | bytes, file: str, library: Library) -> tuple[Problem, ...]:
    """Return the problems of a file of any of the formats; its first line says which."""
    report = Report(file)
    node = read_nodes(text, report)
    if node is None:
        return report.problems
    shape = FORMATS.get(_format_of(node), ROUTINE)
    if shape is SCREENING:
        return _screening(node, report).problems
    if shape is PHRASES:
        return _phrases(node, report).problems
    if shape is EVIDENCE:
        return _evidence(node, report).problems
    return _routine(node, report, library).problems


def page_to_fluent(text: str | bytes, report: Report, translation: Translation | None = None) -> str | None:
    """Return the words of a page of any of the formats as a Fluent file, translated as far as they are."""
    node = read_nodes(text, report)
    told = Report(translation.file) if translation else report
    messages = read_messages(translation.text, told) if translation else {}
    if node is None or report.has_errors:
        return None
    return to_fluent(node, FORMATS.get(_format_of(node), ROUTINE), messages)


def _routine(node: Node | None, report: Report, library: Library) -> Reading:
    block = _read(node, ROUTINE, report)
    if block is None:
        return Reading(None, report.problems)
    shared = _shared_screening(block, report, library)
    parts = check_routine(block, shared, library, report)
    if report.has_errors or shared is None:
        return Reading(None, report.problems)
    taken = taken_of(parts)
    plain = build_routine(block, shared, tuple(each.stretch for each in taken))
    return Reading(compose(plain, taken), report.problems)


def _screening(node: Node | None, report: Report) -> ScreeningReading:
    block = _read(node, SCREENING, report)
    if block is not None:
        check_screening(block, report)
    done = block if block is not None and not report.has_errors else None
    return ScreeningReading(build_screening(done) if done else None, report.problems)


def _phrases(node: Node | None, report: Report) -> PhrasesReading:
    block = _read(node, PHRASES, report)
    if block is not None:
        check_phrases(block, report)
    done = block if block is not None and not report.has_errors else None
    return PhrasesReading(build_phrases(done) if done else None, report.problems)


def _evidence(node: Node | None, report: Report) -> EvidenceReading:
    block = _read(node, EVIDENCE, report)
    if block is not None:
        check_evidence(block, report)
    done = block if block is not None and not report.has_errors else None
    return EvidenceReading(build_evidence(done) if done else None, report.problems)


def _read(node: Node | None, shape: BlockShape, report: Report) -> Block | None:
    """Read the one block of a file, unless it says that it is something else."""
    if node is None or (isinstance(node, Mapping) and not _has_format(node, shape, report)):
        return None
    return shape.read(node, report)


def _has_format(node: Mapping, shape: BlockShape, report: Report) -> bool:
    wanted = next(name for name, known in FORMATS.items() if known is shape)
    found = _format_of(node)
    if found in ("", wanted):
        return True  # a missing line is told as any missing key
    spot = node.entries["lissom"][1].spot
    report.add(
        "wrong-format", spot, f"{quoted(found)} is not the format read here", f"write lissom: {wanted}"
    )
    return False


def _format_of(node: Node) -> str:
    _, value = node.entries.get("lissom", (None, None)) if isinstance(node, Mapping) else (None, None)
    return value.text if isinstance(value, Scalar) else ""


def _shared_screening(block: Block, report: Report, library: Library) -> Screening | None:
    screen = block.get("screening")
    name = screen.get("first") if screen else None
    if name is None:
        return None
    shared = library.screening(name)
    if shared is None:
        hint = report.guess(name, ("red-flags",)) or "the shared page is red-flags"
        report.add("unknown-screening", screen.at("first"), f"there is no screening {name!r}", hint)
    return shared
