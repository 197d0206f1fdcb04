"""Citations as a person reads them: which handout, who found it, or that it is a choice of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lissom.coach.messages import Say
from lissom.content import library
from lissom.routine.evidence import OURS, Citation

_SETTING = "setting "
_NAMED = {OURS: "source-ours", "the routine": "source-routine", "your options": "source-options"}


def say_sources(cited: str | Iterable[str], say: Say) -> str:
    """Return citations in words, each source once: of `A8, EVIDENCE 1` which handout, and who found it.

    What is no citation here, such as the source that a clinic wrote into its routine, is told as it stands.
    """
    text = cited if isinstance(cited, str) else ", ".join(cited)
    return "; ".join(dict.fromkeys(_words(text, say)))


def _words(text: str, say: Say) -> Iterator[str]:
    if text.startswith(_SETTING):
        yield say("source-setting")
        return
    for citation in library.evidence().citations(text):
        yield from _one(citation, say)


def _one(citation: Citation, say: Say) -> Iterator[str]:
    if citation.finding:
        yield say(_NAMED[OURS]) if citation.finding.is_convention else citation.finding.source
    elif citation.topic:
        yield from citation.topic.shown
    elif citation.handout:
        yield say("source-handout", title=citation.handout.title)
    else:
        yield say(_NAMED[citation.text]) if citation.text in _NAMED else citation.text
