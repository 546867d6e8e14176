"""What can go wrong. Every error of this package is a SlacklineError."""

from __future__ import annotations

from collections.abc import Sequence


class SlacklineError(Exception):
    """A query that failed. Paths that came before the failure were given, and are right."""

    def __init__(self, message: str, notes: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.notes: tuple[str, ...] = tuple(notes)
        """Warnings of the tool and other remarks, as the command line prints them."""


class UsageError(SlacklineError):
    """The query is wrong: a filter, a column, an option, a file name."""


class InputError(SlacklineError):
    """The report is damaged, empty, or no report. What could be read of it was given."""


class ToolError(SlacklineError):
    """OpenSTA or OpenROAD is missing, failed, or refused the command; the message is the tool's own."""


class LimitError(SlacklineError):
    """The query would have to remember more than it may."""


class StreamError(SlacklineError):
    """A kept stream is not there, or cannot be read."""


class ConnectionLost(SlacklineError):
    """The result was cut: slackline ended, or its connection broke, before it said that this was all."""


_BY_EXIT_CODE: dict[int, type[SlacklineError]] = {
    2: UsageError,
    3: InputError,
    4: ToolError,
    5: LimitError,
    6: StreamError,
}


def error_of(exit_code: int, message: str, notes: Sequence[str] = ()) -> SlacklineError:
    """The error for an exit code of the slackline command."""
    return _BY_EXIT_CODE.get(exit_code, SlacklineError)(message, notes)
