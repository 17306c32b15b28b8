"""What an input is, from its first bytes: HTML, text, or neither. No name, extension or header is asked."""

from __future__ import annotations

import re

from cleancorpus.page import InputKind

# First bytes of formats that web crawls hold under text/html.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "an ELF program"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF file"),
)
_PRINTABLE_MAGIC = frozenset({b"GIF87a", b"GIF89a", b"RIFF", b"BZh", b"ID3", b"OggS", b"PAR1", b"wOFF", b"wOF2", b"Rar!"})
"""Openings that a sentence may have too: they count only where control characters follow."""

_LOOK = 4096
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_FEW_CONTROLS = 16  # a short text may hold some stray ones
_MAX_CONTROL_SHARE = 0.05  # chosen by hand: text with stray controls stays far below, compressed data far above
_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|article|section|main|header|footer|nav|body|html|img|script|style|meta"
    r"|link|title|b|i|em|strong|blockquote|pre|figure|font|center|form)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_MIN_TAGS = 2
_MOST_COMMENTS = 100
_WHITE = re.compile("[\ufeff\\s]+")
_CHARACTERS_PER_TAG = 400  # prose that quotes a tag or two is not HTML


def find_binary(data: bytes) -> str | None:
    """What the bytes are when they are no text at all, in words; None when they may be text."""
    for magic, name in _MAGIC:
        if data.startswith(magic) and (magic not in _PRINTABLE_MAGIC or _CONTROL.search(data[:64].decode("latin-1"))):
            return name
    return None


def is_garbled(text: str) -> bool:
    """Whether a decoded text is binary data: over 5 % controls or replacement characters at its start."""
    head = text[:_LOOK]
    controls = len(_CONTROL.findall(head))
    return controls > _FEW_CONTROLS and controls > _MAX_CONTROL_SHARE * len(head)


def guess_kind(text: str) -> InputKind:
    """HTML if the text opens like a page or holds tags all along, else text. Empty text is text."""
    if "<" not in text:
        return InputKind.TEXT
    head = _skip_preamble(text)[: 16 * _LOOK]
    if _OPENING.match(head):
        return InputKind.HTML
    tags = sum(1 for _ in _TAG.finditer(head))
    enough = _MIN_TAGS if _TAG.match(head) else max(_MIN_TAGS + 1, len(head) / _CHARACTERS_PER_TAG)
    return InputKind.HTML if tags >= enough else InputKind.TEXT


def _skip_preamble(text: str) -> str:
    """What comes behind a byte order mark, comments and an XML declaration."""
    at = 0
    for _ in range(_MOST_COMMENTS):
        white = _WHITE.match(text, at)
        at = white.end() if white else at
        if text.startswith("<!--", at):
            end = text.find("-->", at) + 3
        elif text.startswith("<?xml", at):
            end = text.find(">", at) + 1
        else:
            break
        if end <= at:
            break
        at = end
    return text[at:]
