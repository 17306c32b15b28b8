"""terminal: what is shown on one cannot steer it."""

from __future__ import annotations

from cleancorpus.cli.terminal import printable


def test_what_is_shown_cannot_steer_a_terminal() -> None:
    """Names of records are hostile too; line ends and letters of any script stay."""
    assert printable("a\x1b[2Jb\u202ec\nđẹp") == "a\\x1b[2Jb\\u202ec\nđẹp"
