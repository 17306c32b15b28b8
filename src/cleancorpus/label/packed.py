"""Packed: bytes of weights as text, in `weights.json`."""

from __future__ import annotations

import base64
import binascii
import zlib


def pack(raw: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(zlib.compress(raw, 9)).decode("ascii")


def unpack(text: str, size: int, what: str) -> bytes:
    """The bytes that `pack` made a text of. No more of them are ever unpacked than there have to be.

    Raises:
        ValueError: The text is damaged, or holds another number of bytes; names ``what`` it is of.
    """
    try:
        inflating = zlib.decompressobj()
        raw = inflating.decompress(base64.b64decode(text, validate=True), size + 1)
    except (zlib.error, binascii.Error) as error:
        message = f"{what} that is damaged: {error}"
        raise ValueError(message) from error
    if len(raw) != size or not inflating.eof:
        message = f"{what} of {len(raw):,} weights and more, {size:,} are needed"
        raise ValueError(message)
    return raw
