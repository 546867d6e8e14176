"""Commands of OpenSTA from Python values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./*?:,=@%^~!<>&|")
_ESCAPED = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Tcl(str):
    """Tcl that is written into a command as it is, such as Tcl("[all_registers -data_pins]")."""

    __slots__ = ()


def word(value: object) -> str:
    """A value as one word of a command, read back by Tcl as the same text."""
    if isinstance(value, Tcl):
        return str(value)
    if isinstance(value, (list, tuple)):
        return word(" ".join(word(item) for item in value))
    text = str(value)
    if text and set(text) <= _PLAIN:
        return text
    if _fits_in_braces(text):
        return "{" + text + "}"
    return "".join(c if c in _PLAIN else _ESCAPED.get(c, "\\" + c) for c in text)


def command(name: str, positional: Iterable[object], options: Mapping[str, Any]) -> str:
    """A command: path_delay="max" becomes -path_delay max; True a flag alone; None and False nothing; from_ is from.

    A list is one option with a Tcl list; a list of lists is the option as often as it has lists, which is what several
    -through are for.
    """
    words = [name]
    for option, value in options.items():
        if value is None or value is False:
            continue
        flag = "-" + option.removesuffix("_")
        if value is True:
            words.append(flag)
        elif isinstance(value, (list, tuple)) and value and all(isinstance(item, (list, tuple)) for item in value):
            for item in value:
                words += [flag, word(item)]
        else:
            words += [flag, word(value)]
    words += [word(value) for value in positional]
    return " ".join(words)


def _fits_in_braces(text: str) -> bool:
    depth = 0
    for c in text:
        if c == "\\":
            return False
        depth += {"{": 1, "}": -1}.get(c, 0)
        if depth < 0:
            return False
    return depth == 0
