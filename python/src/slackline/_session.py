"""Designs that stay loaded, and the queries in them."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from ._channels import Address, ServerChannel
from ._errors import SlacklineError
from ._options import Options
from ._program import Program, find
from ._query import Command, Files, Query
from ._result import failure
from ._tcl import command

_START_PATIENCE = 60.0
_END_PATIENCE = 10.0
_POLL = 0.02


class Server:
    """A slackline server that runs for this program alone, at a Unix socket in a folder that nobody else can enter.

    It ends with this program, however that ends.
    """

    def __init__(self, program: str | os.PathLike[str] | None = None) -> None:
        self._file = find(program)
        self._folder = tempfile.mkdtemp(prefix="slackline-")
        self._program: Program | None = None
        self.address = Address(f"unix://{self._folder}/socket")

    async def start(self) -> None:
        try:
            self._program = Program([self._file, "serve", f"--socket={self._folder}/socket", "--end-with-input"], input=True)
            await asyncio.wait_for(self._until_ready(self._program), _START_PATIENCE)
        except asyncio.TimeoutError:
            await self.close()
            raise SlacklineError(f"slackline did not start to serve within {_START_PATIENCE:.0f} s") from None
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        try:
            if self._program is not None:
                self._program.end_input()
                await self._program.end(_END_PATIENCE)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def _until_ready(self, program: Program) -> None:
        while True:
            try:
                _, writer = await asyncio.open_unix_connection(f"{self._folder}/socket")
            except OSError:
                if program.has_ended:
                    raise failure(await program.wait(), program.printed()) from None
                await asyncio.sleep(_POLL)
            else:
                writer.close()
                return


class Session:
    """A design in a running OpenSTA or OpenROAD. Use it as `async with slackline.session(setup="design.tcl") as sta:`."""

    def __init__(
        self,
        setup: str | os.PathLike[str],
        *,
        sta: str | os.PathLike[str] | None = None,
        continue_on_error: bool = False,
        server: str | None = None,
        token: str | None = None,
        program: str | os.PathLike[str] | None = None,
    ) -> None:
        self._is_remote = server is not None
        self._setup = os.fspath(setup) if self._is_remote else os.path.abspath(os.fspath(setup))
        self._sta = None if sta is None else os.fspath(sta)
        self._continues = continue_on_error
        self._program = program
        self._address = Address(server, token) if server is not None else None
        self._server: Server | None = None
        self._id: str | None = None
        self.messages: tuple[str, ...] = ()
        """Warnings and errors of the setup script."""
        self.load_seconds = 0.0
        """How long the tool took to start and to load the design."""

    async def __aenter__(self) -> Session:
        if self._address is None:
            self._server = Server(self._program)
            await self._server.start()
            self._address = self._server.address
        body: dict[str, Any] = {"setup": self._setup, "continue_on_error": self._continues}
        if not self._is_remote:
            body |= {"directory": os.getcwd(), "sta": self._sta}
        try:
            channel = await ServerChannel.request(self._address, "POST", "/v1/designs", body)
            try:
                opened = await channel.json()
            finally:
                await channel.close()
        except BaseException:
            await self._end_server()
            raise
        self._id = opened["id"]
        self.messages = tuple(opened["messages"])
        self.load_seconds = opened["load_seconds"]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if self._server is None and self._id is not None and self._address is not None:
                channel = await ServerChannel.request(self._address, "DELETE", f"/v1/designs/{self._id}")
                await channel.close()
        finally:
            self._id = None
            await self._end_server()

    def report_checks(self, *, where: str | None = None, columns: str | Iterable[str] | None = None, points: bool = False, **options: Any) -> Query:
        """Paths of report_checks. Its options are arguments: path_delay="max", endpoint_path_count=10, from_="r1/CK", unconstrained=True;
        a list is one option with a list, a list of lists is the option several times (for -through)."""
        return self.command(command("report_checks", (), options), where=where, columns=columns, points=points)

    def command(
        self, text: str, *, where: str | None = None, columns: str | Iterable[str] | None = None, points: bool = False
    ) -> Query:
        """Paths of any command or script, as it would be typed in OpenSTA."""
        if self._id is None or self._address is None:
            raise SlacklineError("the session is not open: use it as 'async with slackline.session(...) as sta:'")
        return Query(Command(self._address, self._id, text), Options.of(where=where, columns=columns, points=points))

    async def _end_server(self) -> None:
        if self._server is not None:
            await self._server.close()
            self._server = None
            self._address = None


def session(setup: str | os.PathLike[str], **options: Any) -> Session:
    """A design that stays loaded: `async with slackline.session(setup="design.tcl") as sta:`.

    It starts slackline itself; or, with server="http://127.0.0.1:3333" and token=..., asks a server that runs.
    """
    return Session(setup, **options)


def read(
    *files: str | os.PathLike[str],
    where: str | None = None,
    columns: str | Iterable[str] | None = None,
    points: bool = False,
    units: str | None = None,
    program: str | os.PathLike[str] | None = None,
) -> Query:
    """Paths of saved reports, of folders of them, or of a kept stream by its id.

    where: a filter, such as 'slack < 0'. columns: the columns and expressions to read; all unless given. points: whether paths have
    their points. units: such as '1ps,1fF', for reports that do not say theirs.
    """
    source = Files(tuple(os.fspath(file) for file in files), units, program)
    return Query(source, Options.of(where=where, columns=columns, points=points))
