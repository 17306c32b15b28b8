"""Line ends: every way to end a line becomes LF, a paragraph separator a blank line."""

from __future__ import annotations

import re

_LINE_END = re.compile("[\r\v\f\x85\u2028](?:(?<=\r)\r*\n?)?")


def unify_line_ends(text: str) -> str:
    r"""CR LF, CR, CR CR LF, VT, FF, NEL and U+2028 become ``\n``, U+2029 becomes ``\n\n``."""
    return _LINE_END.sub(_as_line_feeds, text).replace("\u2029", "\n\n")


def _as_line_feeds(found: re.Match[str]) -> str:
    """One line end for CRs before a LF; one for each CR alone."""
    run = found[0]
    return "\n" if run.endswith("\n") or len(run) == 1 else "\n" * len(run)
