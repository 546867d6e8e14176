"""slackline for programs and notebooks without asyncio: the same calls, with for in place of async for.

    import slackline.sync as slackline

    with slackline.session(setup="design.tcl") as sta:
        for path in sta.report_checks(path_delay="max", endpoint_path_count=10, where="slack < 0"):
            print(path.slack, path.endpoint_pin)

Everything runs in one thread of its own, and nothing is read ahead of the loop. Ctrl-C ends the query.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from . import _query, _session
from ._chunk import Chunk, frame_of
from ._columns import TimingPath
from ._paths import PathList

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")

__all__ = ["Query", "Session", "read", "session"]

_NOTEBOOK_ROWS = 1_000


class _Loop:
    """An event loop in a thread: notebooks have one of their own in the main thread already, which must not wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Does the work and waits for it. Ctrl-C cancels it, and waits until it has cleaned up."""
        future = asyncio.run_coroutine_threadsafe(work, self._running())
        try:
            return future.result()
        except KeyboardInterrupt:
            future.cancel()
            raise

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            # A process forked from this one has no thread yet.
            if self._loop is None or self._process != os.getpid():
                self._process = os.getpid()
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="slackline", daemon=True).start()
            return self._loop


_loop = _Loop()


class _Progress:
    """A line on standard error with how many paths came; on a terminal or in a notebook unless the caller says otherwise."""

    def __init__(self, wanted: bool | None) -> None:
        self._is_shown = wanted if wanted is not None else sys.stderr.isatty() or "ipykernel" in sys.modules
        self._start = time.monotonic()
        self._last = 0.0
        self._paths = 0

    def add(self, paths: int) -> None:
        self._paths += paths
        now = time.monotonic()
        if self._is_shown and now - self._last >= 0.2:
            self._last = now
            self._print("")

    def end(self) -> None:
        if self._is_shown:
            self._print("\n")

    def _print(self, end: str) -> None:
        seconds = time.monotonic() - self._start
        rate = self._paths / seconds if seconds > 0 else 0.0
        print(f"\r{self._paths:,} paths, {seconds:.1f} s, {rate:,.0f}/s ", end=end, file=sys.stderr, flush=True)


class Query:
    """Paths, worst first, while they come. Nothing runs until it is iterated; iterated again, it runs again.

    Leave the loop, and the query ends; OpenSTA stops, too.
    """

    def __init__(self, query: _query.Query, progress: bool | None = None) -> None:
        self._query = query
        self._progress = progress

    @property
    def notes(self) -> tuple[str, ...]:
        """After a run: warnings of the tool, names that no path has, and other remarks."""
        return self._query.notes

    def where(self, condition: str) -> Query:
        """See slackline.Query.where."""
        return Query(self._query.where(condition), self._progress)

    def distinct(self, columns: str | Iterable[str], by: str | None = None) -> Query:
        """See slackline.Query.distinct."""
        return Query(self._query.distinct(columns, by), self._progress)

    def every(self, count: int) -> Query:
        """See slackline.Query.every."""
        return Query(self._query.every(count), self._progress)

    def sample(self, count: int, seed: int | None = None) -> Query:
        """See slackline.Query.sample."""
        return Query(self._query.sample(count, seed), self._progress)

    def top(self, count: int, by: str | None = None) -> Query:
        """See slackline.Query.top."""
        return Query(self._query.top(count, by), self._progress)

    def skip(self, count: int) -> Query:
        """See slackline.Query.skip."""
        return Query(self._query.skip(count), self._progress)

    def take(self, count: int) -> Query:
        """See slackline.Query.take."""
        return Query(self._query.take(count), self._progress)

    def chunks(self) -> Iterator[Chunk]:
        """The paths in chunks of up to 1,000, column by column."""
        chunks = self._query.chunks()
        progress = _Progress(self._progress)
        try:
            while (chunk := _loop.run(_next(chunks))) is not None:
                progress.add(len(chunk))
                yield chunk
        finally:
            _loop.run(_close(chunks))
            progress.end()

    def __iter__(self) -> Iterator[TimingPath]:
        for chunk in self.chunks():
            yield from chunk.paths()

    def pages(self, size: int) -> Iterator[PathList]:
        """The paths in lists of `size`."""
        page: list[TimingPath] = []
        for chunk in self.chunks():
            page += chunk.paths()
            while len(page) >= size:
                yield PathList(page[:size])
                del page[:size]
        if page:
            yield PathList(page)

    def all(self) -> PathList:
        """All paths in a list, which must fit into memory."""
        return PathList(self)

    def first(self) -> TimingPath | None:
        """The first path; None when there is none."""
        return _loop.run(self._query.first())

    def to_pandas(self) -> pandas.DataFrame:
        """See slackline.Query.to_pandas."""
        return frame_of(list(self.chunks()))

    def to_arrow(self) -> pyarrow.Table:
        """See slackline.Query.to_arrow."""
        return _query.table_of(list(self.chunks()))

    def to_polars(self) -> polars.DataFrame:
        """See slackline.Query.to_polars."""
        return _loop.run(self._query.to_polars())

    def _repr_html_(self) -> str:
        # A notebook shows the first paths, and does not wait for the others.
        return PathList(path for path, _ in zip(self, range(_NOTEBOOK_ROWS)))._repr_html_()


class Session:
    """A design in a running OpenSTA or OpenROAD: `with slackline.sync.session(setup="design.tcl") as sta:`."""

    def __init__(self, session: _session.Session, progress: bool | None = None) -> None:
        self._session = session
        self._progress = progress

    @property
    def messages(self) -> tuple[str, ...]:
        """Warnings and errors of the setup script."""
        return self._session.messages

    @property
    def load_seconds(self) -> float:
        """How long the tool took to start and to load the design."""
        return self._session.load_seconds

    def __enter__(self) -> Session:
        _loop.run(self._session.__aenter__())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        _loop.run(self._session.__aexit__(kind, error, trace))

    def report_checks(self, **options: Any) -> Query:
        """See slackline.Session.report_checks."""
        return Query(self._session.report_checks(**options), self._progress)

    def command(self, text: str, **options: Any) -> Query:
        """See slackline.Session.command."""
        return Query(self._session.command(text, **options), self._progress)


def session(setup: str | os.PathLike[str], *, progress: bool | None = None, **options: Any) -> Session:
    """See slackline.session. progress: whether to show how many paths came; None: on a terminal and in a notebook."""
    return Session(_session.session(setup, **options), progress)


def read(*files: str | os.PathLike[str], progress: bool | None = None, **options: Any) -> Query:
    """See slackline.read. progress: whether to show how many paths came; None: on a terminal and in a notebook."""
    return Query(_session.read(*files, **options), progress)


async def _next(chunks: AsyncGenerator[Chunk, None]) -> Chunk | None:
    async for chunk in chunks:
        return chunk
    return None


async def _close(chunks: AsyncGenerator[Chunk, None]) -> None:
    await chunks.aclose()
