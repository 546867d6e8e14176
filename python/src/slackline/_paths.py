"""Lists of paths, and how a notebook shows them."""

from __future__ import annotations

from ._columns import TimingPath
from ._html import table


class PathList(list[TimingPath]):
    """A list of paths, which a notebook shows as a table."""

    def _repr_html_(self) -> str:
        return table(self)
