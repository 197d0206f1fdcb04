"""Texts kept compressed, and unpacked one at a time: the machines of years are too large to hold at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Self


class Packed(Mapping[str, bytes]):
    """Texts by name; what is held of each is its zlib stream, as a journal holds it too."""

    def __init__(self, streams: Mapping[str, bytes]) -> None:
        """`streams` are zlib streams by name; `Packed.of` makes them."""
        self.streams = streams

    @classmethod
    def of(cls, texts: Iterable[tuple[str, bytes]]) -> Self:
        """Return texts packed, each before the next is asked for."""
        return cls({name: zlib.compress(text) for name, text in texts})

    def __getitem__(self, name: str) -> bytes:
        return zlib.decompress(self.streams[name])

    def __contains__(self, name: object) -> bool:
        return name in self.streams  # with none unpacked for it

    def __iter__(self) -> Iterator[str]:
        return iter(self.streams)

    def __len__(self) -> int:
        return len(self.streams)
