"""A slow line between a browser and a server on this machine, which counts what passes. Not a bench itself.

A browser's own emulation does not slow down what a service worker fetches, and does not count it; so the
line is made slow where every byte has to pass.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Line:
    """How slow: the time there and back in seconds, and how many bits a second pass each way."""

    name: str
    round_trip: float
    down: float
    up: float


SLOW_4G = Line("slow 4G (1.6 Mbit/s down, 0.75 up, 150 ms there and back)", 0.150, 1.6e6, 0.75e6)


class _Way:
    """One direction, shared by all connections: what is sent has to wait for what was sent before."""

    def __init__(self, bits_a_second: float, delay: float) -> None:
        self._rate, self._delay = bits_a_second / 8, delay
        self._free = 0.0
        self.bytes = 0

    def arrival(self, size: int, now: float) -> float:
        """Return when so many bytes, sent now, have arrived."""
        self.bytes += size
        self._free = max(self._free, now) + size / self._rate
        return self._free + self._delay


class Wire:
    """A slow line to a server, on a port of its own. `cut` takes it away, as if the server were gone."""

    def __init__(self, line: Line, port: int) -> None:
        self._line, self._server_port = line, port
        self._up = _Way(line.up, line.round_trip / 2)
        self._down = _Way(line.down, line.round_trip / 2)
        self._loop = asyncio.new_event_loop()
        self._connections: set[asyncio.Task[None]] = set()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._listener = self._run(asyncio.start_server(self._connect, "127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.sockets[0].getsockname()[1]}"

    @property
    def bytes_down(self) -> int:
        """How many bytes came from the server, with all headers."""
        return self._down.bytes

    def cut(self) -> None:
        """Refuse new connections and drop those that are open."""
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _close(self) -> None:
        self._listener.close()
        open_ones = list(self._connections)
        for connection in open_ones:
            connection.cancel()
        await asyncio.gather(*open_ones, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        with contextlib.suppress(asyncio.CancelledError):  # the wire was cut
            await self._join(reader, writer)
        writer.close()
        self._connections.discard(task)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await asyncio.sleep(self._line.round_trip)  # a connection is made before anything is asked
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server_port)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._carry(reader, far_writer, self._up))
                both.create_task(self._carry(far_reader, writer, self._down))
            far_writer.close()
        except* OSError:
            pass  # either side went away, as browsers do

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: _Way) -> None:
        """Carry bytes in their order, each part when it has arrived."""
        parts: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        async with asyncio.TaskGroup() as both:
            both.create_task(self._deliver(parts, sink))
            while part := await source.read(1400):
                parts.put_nowait((way.arrival(len(part), self._loop.time()), part))
            parts.put_nowait((0, b""))

    async def _deliver(self, parts: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        while True:
            arrives, part = await parts.get()
            if not part:
                break
            await asyncio.sleep(max(0.0, arrives - self._loop.time()))
            sink.write(part)
        with contextlib.suppress(OSError):
            sink.write_eof()
