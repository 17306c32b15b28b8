"""Packing: the endings of compressed files, and what they need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cleancorpus.errors import missing_extra

GZIP, ZSTD = ".gz", ".zst"


def plain_suffix(name: str) -> str:
    """The last ending of a name in small letters, that of its compression aside.

    >>> plain_suffix("crawl/A.WARC.gz"), plain_suffix("page.html"), plain_suffix("README")
    ('.warc', '.html', '')
    """
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix in {GZIP, ZSTD} else path.suffix


def import_zstandard() -> Any:
    """The module behind ``.zst``.

    Raises:
        OptionError: It is not installed.
    """
    try:
        import zstandard  # noqa: PLC0415  an extra
    except ImportError as error:
        raise missing_extra("what reads and writes .zst", "zstd", error) from error
    return zstandard
