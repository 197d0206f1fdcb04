"""A page as a person reads it: the words of its elements, found by tag, class or id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset({"meta", "link", "img", "input", "source", "br", "circle"})
UNSEEN = frozenset({"script", "style", "head"})


@dataclass
class Element:
    """One element, with what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is read in it, with single blanks."""
        return " ".join(" ".join(self._texts()).split())

    def all(self, tag: str = "", **wanted: str) -> list[Element]:
        """Return the elements in it of a tag, with attributes; `class_` is one of its classes."""
        return [each for each in self._elements() if each.fits(tag, wanted)]

    def one(self, tag: str = "", **wanted: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, **wanted)
        return found

    def read(self, tag: str = "", **wanted: str) -> list[str]:
        """Return the words of all such elements."""
        return [each.words for each in self.all(tag, **wanted)]

    def fits(self, tag: str, wanted: dict[str, str]) -> bool:
        """Whether it is of a tag and has attributes."""
        named = dict(wanted)
        class_ = named.pop("class_", None)
        has_class = class_ is None or class_ in self.attributes.get("class", "").split()
        return (
            self.tag in (tag or self.tag, tag)
            and has_class
            and all(self.attributes.get(name.replace("_", "-")) == value for name, value in named.items())
        )

    def _elements(self) -> Iterator[Element]:
        for each in self.inside:
            if isinstance(each, Element) and "hidden" not in each.attributes:  # nobody reads it
                yield each
                yield from each._elements()

    def _texts(self) -> Iterator[str]:
        if self.tag in UNSEEN or "hidden" in self.attributes:
            return
        for each in self.inside:
            yield from each._texts() if isinstance(each, Element) else (each,)


def read_page(text: str) -> Element:
    """Return a page's outermost element."""
    reader = _Reader()
    reader.feed(text)
    assert [each.tag for each in reader.open] == ["page"], "an element is not closed"
    return reader.open[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.open[-1].inside.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)
