"""Controls: characters that are instructions to some machine, not text. C1 codes that windows-1252 uses for characters come
back."""

from __future__ import annotations

import re

_ANSI = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def _c1_character(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return ""


_FROM_C1 = {chr(code): _c1_character(code) for code in range(0x80, 0xA0) if code != 0x85}  # U+0085 is a line end


def drop_controls(text: str) -> str:
    """Without ANSI escapes, C0 and DEL; C1 codes as the windows-1252 characters that they nearly always were.

    >>> drop_controls("\\x1b[31ml\\x92\\x00été\\x1b[0m")
    'l’été'
    """
    return _CONTROL.sub(lambda found: _FROM_C1.get(found[0], ""), _ANSI.sub("", text))
