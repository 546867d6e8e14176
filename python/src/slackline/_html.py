"""How notebooks show paths: a table, the distribution of their slacks, and the way of one path as a waterfall."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from ._columns import TimingPath

_SHOWN = ("slack", "startpoint_pin", "endpoint_pin", "path_group", "launch_clock", "capture_clock", "corner", "depth")
_MOST_ROWS = 20
_BINS = 24
_RED, _GREEN, _BLUE = "#c0392b", "#2e8b57", "#3b6ea5"


def table(paths: Sequence[TimingPath]) -> str:
    """The first paths as a table, and all of them as a histogram."""
    if not paths:
        return "<p>No paths.</p>"
    names = [name for name in paths[0]._names if name != "points"]
    shown = [name for name in _SHOWN if name in names] or names[:8]
    shown = [name for name in shown if any(path[name] is not None for path in paths[:_MOST_ROWS])]
    head = "".join(f"<th>{escape(name)}{_unit(paths[0], name)}</th>" for name in shown)
    rows = "".join("<tr>" + "".join(_cell(path[name], name) for name in shown) + "</tr>" for path in paths[:_MOST_ROWS])
    more = f"<p>{len(paths):,} paths, {_MOST_ROWS} shown.</p>" if len(paths) > _MOST_ROWS else ""
    return f"<div>{histogram(paths)}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}</div>"


def histogram(paths: Sequence[TimingPath]) -> str:
    """The distribution of the slacks; empty without any."""
    if "slack" not in paths[0]._names:
        return ""
    slacks = [path.slack for path in paths if path.slack is not None and abs(path.slack) < 1e30]
    if len(slacks) < 2 or min(slacks) == max(slacks):
        return ""
    low, high = min(slacks), max(slacks)
    counts = [0] * _BINS
    for slack in slacks:
        counts[min(_BINS - 1, int((slack - low) / (high - low) * _BINS))] += 1
    width, height, tallest = 480, 90, max(counts)
    bars = []
    for place, count in enumerate(counts):
        start = low + (high - low) * place / _BINS
        size = count / tallest * height
        colour = _RED if start < 0 else _GREEN
        bars.append(
            f'<rect x="{place * width / _BINS:.1f}" y="{height - size:.1f}" width="{width / _BINS - 1:.1f}" height="{size:.1f}"'
            f' fill="{colour}"><title>{count:,} paths from {start:.4g}</title></rect>'
        )
    unit = paths[0].unit_of("slack")
    return (
        f'<svg width="{width}" height="{height + 18}" role="img" aria-label="slacks">{"".join(bars)}'
        f'<text x="0" y="{height + 14}" font-size="11">{low:.4g} {unit}</text>'
        f'<text x="{width}" y="{height + 14}" font-size="11" text-anchor="end">{high:.4g} {unit}</text></svg>'
    )


def path(shown: TimingPath) -> str:
    """One path: its columns, and its points as a waterfall where they were read."""
    cells = "".join(
        f"<tr><th>{escape(name)}</th>{_cell(shown[name], name)}<td>{escape(shown.unit_of(name))}</td></tr>"
        for name in shown._names
        if name != "points" and shown[name] is not None
    )
    return f"<div><table>{cells}</table>{_waterfall(shown)}</div>"


def _waterfall(shown: TimingPath) -> str:
    points = [point for point in (shown.points if "points" in shown._names else ()) if point.time is not None]
    if len(points) < 2:
        return ""
    times: list[float] = [point.time or 0.0 for point in points]
    low, high = min(times), max(max(times), min(times) + 1e-12)
    width, row = 560, 16
    lines = []
    before = times[0]
    for place, (point, time) in enumerate(zip(points, times)):
        left, right = (min(before, time) - low) / (high - low) * width, (max(before, time) - low) / (high - low) * width
        colour = _BLUE if point.part == "data" else "#999999"
        name = escape(f"{point.pin} ({point.cell})" if point.cell else str(point.pin))
        lines.append(
            f'<rect x="{left:.1f}" y="{place * row + 3}" width="{max(right - left, 1):.1f}" height="{row - 6}" fill="{colour}"/>'
            f'<text x="{width + 8}" y="{place * row + 12}" font-size="11">{name} {time:.4g}</text>'
        )
        before = time
    return f'<svg width="{width + 420}" height="{len(points) * row + 4}" role="img" aria-label="waterfall">{"".join(lines)}</svg>'


def _unit(first: TimingPath, name: str) -> str:
    unit = first.unit_of(name)
    return f" ({escape(unit)})" if unit else ""


def _cell(value: Any, name: str) -> str:
    style = f' style="color:{_RED}"' if name == "slack" and isinstance(value, float) and value < 0 else ""
    return f"<td{style}>{'' if value is None else escape(str(value))}</td>"
