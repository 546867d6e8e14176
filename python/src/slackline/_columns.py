"""The columns of paths and points. generate.py wrote this file from `slackline columns`: change them there."""

from __future__ import annotations

from ._rows import Row


class TimingPoint(Row):
    """A pin or port that a path goes through. What a report does not say is None."""

    __slots__ = ()

    @property
    def pin(self) -> str | None:
        """Name of the pin or port."""
        raise self._not_read("pin")

    @property
    def instance(self) -> str | None:
        """Instance of the pin; a port's own name."""
        raise self._not_read("instance")

    @property
    def net(self) -> str | None:
        """Net of the pin, where the report prints it (-fields net; JSON)."""
        raise self._not_read("net")

    @property
    def source(self) -> str | None:
        """Where in the source code the cell is from (-fields src_attr; JSON)."""
        raise self._not_read("source")

    @property
    def cell(self) -> str | None:
        """Library cell of the pin, or a port's direction (blank in JSON, which does not say it)."""
        raise self._not_read("cell")

    @property
    def edge(self) -> str | None:
        """'rise' or 'fall'."""
        raise self._not_read("edge")

    @property
    def part(self) -> str | None:
        """'launch_clock', 'data' or 'capture_clock'; conditions that do not ask for it are about the data's points."""
        raise self._not_read("part")

    @property
    def delay(self) -> float | None:
        """Delay of this point; in the time unit of the result."""
        raise self._not_read("delay")

    @property
    def time(self) -> float | None:
        """Time from the path's start up to this point; in the time unit of the result."""
        raise self._not_read("time")

    @property
    def slew(self) -> float | None:
        """Slew (transition time); in the time unit of the result."""
        raise self._not_read("slew")

    @property
    def capacitance(self) -> float | None:
        """Load capacitance; in the capacitance unit of the result."""
        raise self._not_read("capacitance")

    @property
    def fanout(self) -> int | None:
        """Number of loads."""
        raise self._not_read("fanout")

    @property
    def variation(self) -> float | None:
        """Variation of the delay; in the time unit of the result."""
        raise self._not_read("variation")


class TimingPath(Row):
    """A timing path. What a report does not say is None; other chosen expressions are path['arrival / depth']."""

    __slots__ = ()

    @property
    def slack(self) -> float | None:
        """Slack; blank for an unconstrained path; in the time unit of the result."""
        raise self._not_read("slack")

    @property
    def arrival(self) -> float | None:
        """Data arrival time; in the time unit of the result."""
        raise self._not_read("arrival")

    @property
    def required(self) -> float | None:
        """Data required time; blank for an unconstrained path; in the time unit of the result."""
        raise self._not_read("required")

    @property
    def uncertainty(self) -> float | None:
        """Clock uncertainty, with the sign that it has in the report; blank where none is printed; in the time unit of
        the result.
        """
        raise self._not_read("uncertainty")

    @property
    def crpr(self) -> float | None:
        """Clock reconvergence pessimism, likewise; in the time unit of the result."""
        raise self._not_read("crpr")

    @property
    def check_time(self) -> float | None:
        """Time of the check: the library's setup, hold, recovery or removal time, or that of a clock gating or data
        check, likewise; in the time unit of the result.
        """
        raise self._not_read("check_time")

    @property
    def startpoint(self) -> str | None:
        """Instance or port that launches the path."""
        raise self._not_read("startpoint")

    @property
    def endpoint(self) -> str | None:
        """Instance or port at which the path ends."""
        raise self._not_read("endpoint")

    @property
    def startpoint_pin(self) -> str | None:
        """Pin or port that launches the path, such as r1/Q; blank in the format slack_only, and in short unless a
        port.
        """
        raise self._not_read("startpoint_pin")

    @property
    def endpoint_pin(self) -> str | None:
        """Pin or port at which the path ends, such as r2/D; blank as startpoint_pin."""
        raise self._not_read("endpoint_pin")

    @property
    def path_group(self) -> str | None:
        """Path group."""
        raise self._not_read("path_group")

    @property
    def path_type(self) -> str | None:
        """'max' (setup side) or 'min' (hold side); a filter may say 'setup' and 'hold'."""
        raise self._not_read("path_type")

    @property
    def corner(self) -> str | None:
        """Corner (scene), as the path, a heading above it or the directory of its file says it; blank when none does."""
        raise self._not_read("corner")

    @property
    def mode(self) -> str | None:
        """Mode; blank when the analysis has but one."""
        raise self._not_read("mode")

    @property
    def file(self) -> str | None:
        """Report file that the path was read from; blank for a running OpenSTA."""
        raise self._not_read("file")

    @property
    def section(self) -> str | None:
        """Title of the heading above the path, such as 'report_checks -path_delay max (Setup)'; blank when there is
        none.
        """
        raise self._not_read("section")

    @property
    def launch_clock(self) -> str | None:
        """Clock that launches the path."""
        raise self._not_read("launch_clock")

    @property
    def capture_clock(self) -> str | None:
        """Clock that captures the path."""
        raise self._not_read("capture_clock")

    @property
    def startpoint_detail(self) -> str | None:
        """What the startpoint is, as the report says it."""
        raise self._not_read("startpoint_detail")

    @property
    def endpoint_detail(self) -> str | None:
        """What the endpoint is, as the report says it."""
        raise self._not_read("endpoint_detail")

    @property
    def violated(self) -> bool | None:
        """Whether the tool calls the slack violated; blank when it is printed 0.00 without a word, or not at all."""
        raise self._not_read("violated")

    @property
    def constrained(self) -> bool | None:
        """Slack is not null."""
        raise self._not_read("constrained")

    @property
    def depth(self) -> int | None:
        """How many stages (cells) the data goes through, the launching one included."""
        raise self._not_read("depth")

    @property
    def points(self) -> tuple[TimingPoint, ...]:
        """The points of the path, those of the clocks' networks included; ask for them with points=True."""
        raise self._not_read("points")

    def _repr_html_(self) -> str:
        from ._html import path

        return path(self)
