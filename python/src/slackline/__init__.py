"""Timing paths of OpenSTA and OpenROAD, streamed: worst first, filtered, in bounded memory, while the tool still works.

    async with slackline.session(setup="design.tcl") as sta:
        async for path in sta.report_checks(path_delay="max", endpoint_path_count=10, where="slack < 0"):
            print(path.slack, path.endpoint_pin)

    async for path in slackline.read("timing.rpt.gz", where="slack < 0"): ...

slackline.sync has the same for programs and notebooks without asyncio.
"""

from ._chunk import Chunk
from ._columns import TimingPath, TimingPoint
from ._errors import ConnectionLost, InputError, LimitError, SlacklineError, StreamError, ToolError, UsageError
from ._paths import PathList
from ._query import Query
from ._session import Session, read, session
from ._tcl import Tcl

__version__ = "0.1.0"

__all__ = [
    "Chunk",
    "ConnectionLost",
    "InputError",
    "LimitError",
    "PathList",
    "Query",
    "Session",
    "SlacklineError",
    "StreamError",
    "Tcl",
    "TimingPath",
    "TimingPoint",
    "ToolError",
    "UsageError",
    "read",
    "session",
]
