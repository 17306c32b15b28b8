"""Terminal: text that is safe to show on one."""

from __future__ import annotations


def printable(text: str) -> str:
    """Text that cannot steer a terminal: what is not printable is shown as an escape."""
    return "".join(character if character.isprintable() or character == "\n" else repr(character)[1:-1] for character in text)
