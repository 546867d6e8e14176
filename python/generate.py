#!/usr/bin/env python3
"""Writes src/slackline/_columns.py from the columns that slackline knows.

  slackline columns --format ndjson | python3 generate.py > src/slackline/_columns.py
"""

from __future__ import annotations

import json
import sys
import textwrap
from typing import Any

TYPES = {"text": "str", "time": "float", "capacitance": "float", "distance": "float", "count": "int", "flag": "bool"}


def documentation(column: dict[str, Any]) -> str:
    unit = {"time": "; in the time unit of the result", "capacitance": "; in the capacitance unit of the result"}.get(column["type"], "")
    text = column["meaning"] + unit + "."
    return text.replace(chr(34), chr(39))[0].upper() + text.replace(chr(34), chr(39))[1:]


def write_class(name: str, heading: str, columns: list[dict[str, Any]], more: str = "") -> None:
    print(f"class {name}(Row):")
    print(f'    """{heading}"""')
    print()
    print("    __slots__ = ()")
    for column in columns:
        field = column["name"].removeprefix("point.")
        print()
        print("    @property")
        print(f"    def {field}(self) -> {TYPES[column['type']]} | None:")
        lines = textwrap.wrap(documentation(column), 108)
        if len(lines) == 1:
            print(f'        """{lines[0]}"""')
        else:
            print('        """' + "\n        ".join(lines))
            print('        """')
        print(f'        raise self._not_read("{field}")')
    print(more, end="")


def main() -> None:
    columns = [column for column in map(json.loads, sys.stdin) if column["can_be_shown"]]
    print('"""The columns of paths and points. generate.py wrote this file from `slackline columns`: change them there."""')
    print()
    print("from __future__ import annotations")
    print()
    print("from ._rows import Row")
    print()
    print()
    points = [column for column in columns if column["of_points"]]
    paths = [column for column in columns if not column["of_points"]]
    write_class("TimingPoint", "A pin or port that a path goes through. What a report does not say is None.", points)
    print()
    print()
    write_class(
        "TimingPath",
        "A timing path. What a report does not say is None; other chosen expressions are path['arrival / depth'].",
        paths,
        '\n    @property\n    def points(self) -> tuple[TimingPoint, ...]:\n        """The points of the path, those of the clocks\' networks included;'
        ' ask for them with points=True."""\n        raise self._not_read("points")\n\n'
        "    def _repr_html_(self) -> str:\n        from ._html import path\n\n        return path(self)\n",
    )


if __name__ == "__main__":
    main()
