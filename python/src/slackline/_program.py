"""The slackline command: where it is, how it runs, and what it printed when it failed."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from typing import IO, Any

from ._errors import SlacklineError

VARIABLE = "SLACKLINE"

_LAST_BYTES = 8_192
_SHORTEST_SLEEP, _LONGEST_SLEEP = 0.002, 0.1


def find(program: str | os.PathLike[str] | None) -> str:
    """The slackline program: the one asked for, else $SLACKLINE, else the one on the PATH."""
    asked = program or os.environ.get(VARIABLE) or "slackline"
    found = shutil.which(os.fspath(asked))
    if found is None:
        raise SlacklineError(
            f"there is no program '{os.fspath(asked)}': put slackline on the PATH, or its file into ${VARIABLE}, or give program=..."
        )
    return found


class Program:
    """A program that runs. Its standard error goes into a file without a name, of which the end is read when it fails.

    asyncio's own subprocesses are not used: they do not see the end of a program while its output waits to be read, and complain when
    the event loop ends before them (Python 3.11).
    """

    def __init__(self, arguments: list[str], output: bool = False, input: bool = False) -> None:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE if input else subprocess.DEVNULL,
            stdout=subprocess.PIPE if output else subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self) -> IO[Any] | None:
        return self._process.stdout

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def printed(self) -> str:
        """The last of what it printed on standard error."""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - _LAST_BYTES))
        return self._errors.read().decode(errors="replace").removeprefix("slackline: ").strip()

    def end_input(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()

    def terminate(self) -> None:
        if not self.has_ended:
            self._process.terminate()

    def kill(self) -> None:
        if not self.has_ended:
            self._process.kill()

    async def wait(self) -> int:
        """Waits for its end, and returns its exit code."""
        sleep = _SHORTEST_SLEEP
        while (code := self._process.poll()) is None:
            await asyncio.sleep(sleep)
            sleep = min(2 * sleep, _LONGEST_SLEEP)
        return code

    async def end(self, patience: float) -> None:
        """Waits for its end, and kills it when that takes longer, or when the wait is cancelled."""
        try:
            await asyncio.wait_for(self.wait(), patience)
        except asyncio.TimeoutError:
            self.kill()
            await self.wait()
        finally:
            self.kill()
            self._errors.close()
