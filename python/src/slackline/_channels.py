"""How the bytes of a result come: from a slackline that runs for it, or from a server. Nothing is read ahead of need, so that a reader who
pauses pauses slackline, and slackline OpenSTA."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from ._errors import ConnectionLost, SlacklineError, error_of
from ._program import Program
from ._result import failure

_PATIENCE = 10.0
_READ_AHEAD = 1 << 18
_MAX_HEADER_LINE = 1 << 16


class Channel(Protocol):
    """The bytes of a result."""

    async def read(self, count: int) -> bytes:
        """So many bytes; fewer only at the end."""

    async def failure(self) -> SlacklineError | None:
        """Why there were no bytes at all; None when that is not known."""

    async def close(self) -> None:
        """Ends what produces the bytes."""


class ProgramChannel:
    """The standard output of a program that runs for this result."""

    def __init__(self, program: Program, reader: asyncio.StreamReader, transport: asyncio.ReadTransport) -> None:
        self._program = program
        self._reader = reader
        self._transport = transport

    @classmethod
    async def start(cls, arguments: list[str]) -> ProgramChannel:
        program = Program(arguments, output=True)
        reader = asyncio.StreamReader(limit=_READ_AHEAD)
        try:
            transport, _ = await asyncio.get_running_loop().connect_read_pipe(
                lambda: asyncio.StreamReaderProtocol(reader), program.output
            )
        except BaseException:
            program.kill()
            raise
        return cls(program, reader, transport)

    async def read(self, count: int) -> bytes:
        return await _exactly(self._reader, count)

    async def failure(self) -> SlacklineError | None:
        return failure(await self._program.wait(), self._program.printed())

    async def close(self) -> None:
        # Whoever writes into a pipe that nobody reads ends; and it may be reading for long before it writes again.
        self._transport.close()
        self._program.terminate()
        await self._program.end(_PATIENCE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is: unix:///path/of/socket, http://host:port or https://host:port."""

    url: str
    token: str | None = None
    tls: ssl.SSLContext | None = None

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.url)
        try:
            if parts.scheme == "unix":
                return await asyncio.open_unix_connection(parts.path, limit=_READ_AHEAD)
            if parts.scheme not in ("http", "https") or parts.hostname is None:
                raise SlacklineError(f"'{self.url}' is no address of a server: unix:///FILE, http://HOST:PORT or https://HOST:PORT")
            context = self.tls or ssl.create_default_context() if parts.scheme == "https" else None
            port = parts.port or (443 if context else 80)
            return await asyncio.open_connection(parts.hostname, port, ssl=context, limit=_READ_AHEAD)
        except OSError as error:
            raise ConnectionLost(f"the server at {self.url} cannot be reached: {error}") from error

    def headers(self) -> str:
        parts = urlsplit(self.url)
        host = "localhost" if parts.scheme == "unix" else parts.netloc
        token = f"Authorization: Bearer {self.token}\r\n" if self.token else ""
        return f"Host: {host}\r\n{token}Connection: close\r\n"


class ServerChannel:
    """The body of a server's answer (HTTP/1.1)."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._left = 0
        self._is_chunked = False
        self._has_ended = False
        self.status = 0

    @classmethod
    async def request(cls, address: Address, method: str, path: str, body: Mapping[str, Any] | None = None) -> ServerChannel:
        """Sends a request, and reads the answer up to its body."""
        reader, writer = await address.connect()
        channel = cls(reader, writer)
        try:
            content = json.dumps(body).encode() if body is not None else b""
            kind = f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if body is not None else ""
            writer.write(f"{method} {path} HTTP/1.1\r\n{address.headers()}{kind}\r\n".encode() + content)
            await writer.drain()
            await channel._begin()
        except (OSError, EOFError) as error:
            await channel.close()
            raise ConnectionLost(f"the server at {address.url} ended without an answer") from error
        except BaseException:
            await channel.close()
            raise
        if channel.status >= 400:
            try:
                raise await channel._refusal()
            finally:
                await channel.close()
        return channel

    async def read(self, count: int) -> bytes:
        try:
            if not self._is_chunked:
                return await self._take(count)
            parts: list[bytes] = []
            missing = count
            while missing > 0 and await self._open_chunk():
                part = await self._take(min(missing, self._left))
                if not part:
                    break
                parts.append(part)
                missing -= len(part)
            return b"".join(parts)
        except OSError as error:
            raise ConnectionLost(f"the connection to the server broke: {error}") from error

    async def json(self) -> Any:
        """The whole body as JSON."""
        parts = []
        while part := await self.read(1 << 16):
            parts.append(part)
        return json.loads(b"".join(parts))

    async def failure(self) -> SlacklineError | None:
        return None

    async def close(self) -> None:
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except OSError:
            pass

    async def _begin(self) -> None:
        words = (await self._line()).split(" ", 2)
        if len(words) < 2 or not words[0].startswith("HTTP/1.") or not words[1].isdigit():
            raise ConnectionLost(f"the server does not speak HTTP: {words[0][:80]!r}")
        self.status = int(words[1])
        while line := await self._line():
            name, _, value = line.partition(":")
            if name.lower() == "content-length":
                self._left = int(value)
            elif name.lower() == "transfer-encoding" and value.strip().lower() == "chunked":
                self._is_chunked = True

    async def _refusal(self) -> SlacklineError:
        parts = []
        while part := await self.read(1 << 16):
            parts.append(part)
        text = b"".join(parts).decode(errors="replace")
        try:
            answer = json.loads(text)
            return error_of(answer["exit_code"], answer["error"])
        except (ValueError, KeyError, TypeError):
            return SlacklineError(f"the server refused: {text or self.status}")

    async def _open_chunk(self) -> bool:
        if self._left == 0 and not self._has_ended:
            line = await self._line()
            # A cut body ends without the chunk of no bytes; its frames find that out.
            self._left = int(line.partition(";")[0], 16) if line else 0
            self._has_ended = self._left == 0
        return not self._has_ended

    async def _take(self, count: int) -> bytes:
        data = await _exactly(self._reader, min(count, self._left))
        self._left -= len(data)
        if self._is_chunked and self._left == 0 and data:
            await self._line()
        return data

    async def _line(self) -> str:
        try:
            line = await self._reader.readuntil(b"\n")
        except asyncio.IncompleteReadError as error:
            line = error.partial
        except asyncio.LimitOverrunError as error:
            raise ConnectionLost("the server's answer has a line without end") from error
        return line.decode("latin-1").rstrip("\r\n")


async def _exactly(reader: asyncio.StreamReader, count: int) -> bytes:
    try:
        return await reader.readexactly(count)
    except asyncio.IncompleteReadError as error:
        return error.partial
