"""What a query asks for, besides where its paths come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from ._errors import UsageError

# The order in which slackline applies them, whatever the order in which they are given.
_STEPS = ("where", "distinct", "every", "sample", "top", "skip", "take")


@dataclass(frozen=True, slots=True)
class Options:
    """The filter, the operators and the columns of a query."""

    where: str | None = None
    distinct: str | None = None
    by: str | None = None
    every: int | None = None
    sample: int | None = None
    seed: int | None = None
    top: int | None = None
    skip: int | None = None
    take: int | None = None
    max_keys: int | None = None
    columns: str | None = None
    points: bool = False

    @staticmethod
    def of(columns: str | Iterable[str] | None = None, distinct: str | Iterable[str] | None = None, **others: Any) -> Options:
        """The options, with lists of columns as a text or as several."""
        return Options(columns=joined(columns), distinct=joined(distinct), **others)

    def then(self, step: str, **changes: Any) -> Options:
        """These options with a step more. Raises UsageError when slackline would apply it before one that is there."""
        later = [other for other in _STEPS[_STEPS.index(step) + 1 :] if getattr(self, other) is not None]
        if later:
            raise UsageError(f"{step}() comes before {later[0]}(): slackline applies {', '.join(_STEPS)}, in this order")
        if getattr(self, step) is not None and step != "where":
            raise UsageError(f"{step}() is there already")
        return replace(self, **changes)

    def also_where(self, condition: str) -> Options:
        """These options with a condition more."""
        return self.then("where", where=condition if self.where is None else f"({self.where}) and ({condition})")

    def arguments(self) -> list[str]:
        """These options for the slackline command."""
        words: list[str] = []
        for item in fields(self):
            value = getattr(self, item.name)
            if value is None or value is False:
                continue
            flag = "--" + item.name.replace("_", "-")
            # One word, so that a filter may begin with a minus sign.
            words.append(flag if value is True else f"{flag}={value}")
        return words

    def body(self) -> dict[str, Any]:
        """These options for the server."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in values.items() if value is not None and value is not False}


def joined(columns: str | Iterable[str] | None) -> str | None:
    """Columns as one text."""
    return columns if columns is None or isinstance(columns, str) else ", ".join(columns)
