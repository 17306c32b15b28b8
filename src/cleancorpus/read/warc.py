"""WARC and WET: web archives record by record. Lengths and encodings that are claimed are not believed.

ISO 28500. Libraries for it stop at the first record that is broken, or swallow the next; here the search goes on for the next,
and what was passed over becomes a record that says so.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

from cleancorpus.read.streams import Stream
from cleancorpus.record import Record

_DOCUMENTS = frozenset({"response", "resource", "conversion"})
_NEXT = re.compile(rb"\n(?=WARC/\d\.\d\r?\n)")
_FIRST = re.compile(rb"WARC/\d\.\d\r?\n(?=[A-Za-z-]{1,60}:)")
_LONGEST_MARK = 80
_MARK = 16  # bytes that may hold the beginning of a record, cut off
_MOST_HEADERS, _LONGEST_LINE = 500, 1 << 14
_MOST_LENGTH, _LONGEST_NUMBER = 1 << 40, 13
_PIECE = 1 << 16
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f]")
_TEXT_TYPES = ("text/plain",)
_KNOWN = ("warc-date", "warc-identified-content-language", "warc-truncated")


def read_warc(stream: Stream, name: str, max_bytes: int) -> Iterator[Record]:
    """The documents of an archive: responses, resources and conversions, in order, one in memory at a time.

    Records of other types are passed over. What is broken is a record with a problem that says how much of it was lost.
    """
    while _skip_blank(stream):
        start = stream.at
        headers = _read_headers(stream) if _FIRST.match(stream.peek(_LONGEST_MARK)) else None
        if headers is None:
            _find_record(stream)
            yield Record(f"{name}#{start}", b"", problem=f"{stream.at - start:,} bytes are no WARC record and were passed over")
            continue
        claimed = _read_length(headers.get("content-length", ""))
        content, size = _read_content(stream, claimed, max_bytes)
        if headers.get("warc-type") in _DOCUMENTS:
            yield _to_record(headers, content, size, f"{name}#{stream.at}", max_bytes)
        if size < claimed < _MOST_LENGTH and not stream.peek(1):
            yield Record(
                f"{name}#cut", b"", problem=f"the file ends inside a record: {claimed - size:,} of its bytes are missing"
            )
    if stream.lost:
        yield stream.lost_record(name)


def _skip_blank(stream: Stream) -> bool:
    """Pass over the white space and zeros between records; whether anything is behind them."""
    while head := stream.peek(_PIECE):
        text = head.lstrip(b"\r\n\0 ")
        stream.take(len(head) - len(text))
        if text:
            return True
    return False


def _find_record(stream: Stream) -> None:
    """Pass over what is no beginning of a record."""
    while head := stream.peek(_PIECE):
        found = _FIRST.search(head)
        if found and not found.start():
            return
        stream.take(found.start() if found else len(head) if len(head) < _PIECE else len(head) - _LONGEST_MARK)


def _read_headers(stream: Stream) -> dict[str, str] | None:
    """Headers of the record that begins here by their names in small letters; None where they do not end, or a line is none."""
    headers: dict[str, str] = {}
    stream.line(_LONGEST_LINE)
    for _ in range(_MOST_HEADERS):
        line = stream.line(_LONGEST_LINE)
        if not line.strip():
            return headers if line else None
        if not line.endswith(b"\n"):
            return None
        key, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(key.strip().lower(), value.strip())
    return None


def _read_content(stream: Stream, claimed: int, max_bytes: int) -> tuple[bytes, int]:
    """The content of a record, no more than a byte over the limit, and its size.

    If another record begins before the length is over, or the length is none, the content ends there; if none begins behind it,
    the content goes on to where one does.
    """
    content = stream.take(min(claimed, max_bytes + 1)) if claimed < _MOST_LENGTH else b""  # in pieces where it says nothing
    size = len(content)
    if size == claimed and _ends_here(stream):
        return content, size
    if (
        claimed < _MOST_LENGTH and size <= max_bytes and (size < claimed or _NEXT.search(content + stream.peek(_MARK)))
    ):  # the file ended, or the length is too large
        return _cut_at_next(stream, content)
    rest = bytearray()
    while piece := stream.take(_PIECE):
        rest += piece
        if found := _NEXT.search(bytes(rest)):
            stream.give_back(bytes(rest[found.end() :]))
            del rest[found.start() :]
            break
        size += max(0, len(rest) - _MARK)
        room = max(0, max_bytes + 1 - len(content))
        content += bytes(rest[:-_MARK][:room])
        del rest[: max(0, len(rest) - _MARK)]
    size += len(rest)
    content += bytes(rest)[: max(0, max_bytes + 1 - len(content))]
    return content.rstrip(b"\r\n"), size


def _read_length(length: str) -> int:
    """What a record claims as its length; `_MOST_LENGTH` where that is no number to believe."""
    return int(length) if length.isdecimal() and len(length) < _LONGEST_NUMBER else _MOST_LENGTH


def _ends_here(stream: Stream) -> bool:
    """Whether a record ends here: by its two line ends, or with another one or the end of the file behind it."""
    head = stream.peek(_MARK)
    return head.startswith(b"\r\n\r\n") or not head.strip() or re.match(rb"\s*WARC/\d", head) is not None


def _cut_at_next(stream: Stream, content: bytes) -> tuple[bytes, int]:
    """The content up to where another record begins, which is given back."""
    found = _NEXT.search(content + stream.peek(_MARK))
    if found is None:
        return content.rstrip(b"\r\n"), len(content)
    stream.give_back(content[found.end() :])
    return content[: found.start()].rstrip(b"\r\n"), found.start()


def _to_record(headers: Mapping[str, str], content: bytes, size: int, fallback: str, max_bytes: int) -> Record:
    content_type, cut = headers.get("content-type", ""), ""
    if headers.get("warc-type") == "response" or content.startswith(b"HTTP/"):
        content_type, content, cut = _read_http(content, max_bytes)
    is_text = headers.get("warc-type") == "conversion" or content_type.lower().startswith(_TEXT_TYPES)
    address = _CONTROL.sub("", headers.get("warc-target-uri", "").strip("<>"))
    known = {key: headers[key] for key in _KNOWN if key in headers}
    known |= {key: value for key, value in (("content-type", content_type), ("truncated", cut)) if value}
    return Record(
        id=headers.get("warc-record-id", "").strip("<>").removeprefix("urn:uuid:") or fallback,
        source=content,
        url=address or None,
        kind="text" if is_text else None,
        size=size if size > max_bytes else None,
        metadata=known,
    )


def _read_http(content: bytes, max_bytes: int) -> tuple[str, bytes, str]:
    """Content type and body of a response, put together from its chunks and decompressed where it really is so; and what says
    that the body is not whole, empty where nothing does."""
    if not content.startswith(b"HTTP/"):
        return "", content, ""
    head, _, body = content.partition(b"\r\n\r\n") if b"\r\n\r\n" in content else content.partition(b"\n\n")
    headers = {}
    for line in head.split(b"\n")[1 : _MOST_HEADERS + 1]:
        key, _, value = line.decode("latin-1").partition(":")
        headers[key.strip().lower()] = value.strip()
    claimed = _read_length(headers.get("content-length", ""))
    cut = f"the body has {len(body):,} of {claimed:,} bytes" if 0 < len(body) < claimed < _MOST_LENGTH else ""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body, ended = _join_chunks(body)
        cut = "the body ends inside its chunks" if not ended else ""
    if encoding := headers.get("content-encoding", "").lower():
        body, unpacked, ended = _inflate(body, encoding, max_bytes)
        # What was packed and is not has the length of what it was.
        cut = cut if unpacked else ""
        cut = cut or ("the compressed body ends too early" if not ended else "")
    whole = len(content) <= max_bytes  # of a larger one only the beginning is here
    return headers.get("content-type", ""), body, cut if whole else ""


_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHUNK_END = re.compile(rb"\r?\n|\Z")


def _join_chunks(body: bytes) -> tuple[bytes, bool]:
    """The chunks of a body, and whether the last of them is there; what is no chunk stays as it is, and is not told as cut: an
    archive may have put them together and left the header."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts), True
        data = body[found.end() : found.end() + size]
        end = _CHUNK_END.match(body, found.end() + len(data))
        if end is None or (not parts and len(data) < size and not body.startswith(_CRLF, found.end() - len(_CRLF))):
            break  # a line of text that looks like a length
        parts.append(data)
        at = end.end()
        if len(data) < size:
            return b"".join(parts), False
    rest = body[at:]
    is_cut = bool(parts) and not rest.strip()
    return b"".join([*parts, rest]), not is_cut


_CRLF = b"\r\n"
_WINDOWS = {"gzip": (16 + zlib.MAX_WBITS,), "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS)}


def _inflate(body: bytes, encoding: str, max_bytes: int) -> tuple[bytes, bool, bool]:
    """A body decompressed as gzip, zlib, or bare deflate if that is what its encoding says, no more than a byte over the limit;
    whether it was packed, and whether it ends where it should. As it is where it is none of them."""
    names = ("gzip", "deflate") if body.startswith(b"\x1f\x8b") or "deflate" not in encoding else ("deflate", "gzip")
    for window in (window for name in names for window in _WINDOWS[name]):
        bare = window < 0
        if bare and "deflate" not in encoding:
            continue
        inflated, rest, ended = b"", body, False
        try:
            while rest and len(inflated) <= max_bytes:  # gzip may have several members
                inflate = zlib.decompressobj(window)
                piece = inflate.decompress(rest, max_bytes + 1 - len(inflated))
                if not piece and not inflate.eof:
                    break  # a byte or two behind a whole member
                inflated += piece
                rest, ended = inflate.unused_data, inflate.eof
        except zlib.error:
            ended = ended or bool(inflated)  # signs behind a whole member
        if inflated and (ended or not bare or len(inflated) > max_bytes):
            return inflated, True, ended or len(inflated) > max_bytes
    return body, False, True
