"""WARC: every document comes out with its name and address, and a broken record costs itself alone."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest

from cleancorpus.read.streams import Stream
from cleancorpus.read.warc import read_warc
from cleancorpus.record import Record

MOST = 100_000
PAGE = b"<html><body><p>" + b"The ferry left at seven. " * 40 + b"</p></body></html>"
CHUNKED = b"10\r\n" + PAGE[:16] + b"\r\n%x;ext=1\r\n" % len(PAGE[16:]) + PAGE[16:] + b"\r\n0\r\n\r\n"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n"


def record(
    body: bytes,
    number: int = 1,
    kind: bytes = b"response",
    length: bytes | None = None,
    extra: bytes = b"",
    version: bytes = b"WARC/1.0",
) -> bytes:
    """One record, its length right unless another is given."""
    head = (
        b"%s\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:page-%d>\r\nWARC-Target-URI: https://example.org/%d\r\n"
        b"WARC-Date: 2026-03-01T12:00:00Z\r\n%s" % (version, kind, number, number, extra)
    )
    size = str(len(body)).encode() if length is None else length
    return head + (b"Content-Length: " + size + b"\r\n" if size else b"") + b"\r\n" + body + b"\r\n\r\n"


def page(number: int, http: bytes = b"", body: bytes = PAGE) -> bytes:
    """A response that holds a page."""
    return record(HTTP % http + body, number)


def read(data: bytes, name: str = "a.warc") -> list[Record]:
    """All records of an archive."""
    return list(read_warc(Stream(io.BytesIO(data), name), name, MOST))


def names(records: list[Record]) -> list[str]:
    """The ids of those without a problem, whose source is the page."""
    return [item.id for item in records if item.problem is None and item.source == PAGE]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_documents_in_order(pack: type[bytes]) -> None:
    """With name, address and date; requests and the like are no documents."""
    parts = [record(b"software: x", kind=b"warcinfo"), page(1), record(b"GET / HTTP/1.1\r\n\r\n", kind=b"request"), page(2)]
    records = read(b"".join(map(pack, parts)), "a.warc.gz" if pack is gzip.compress else "a.warc")
    assert names(records) == ["page-1", "page-2"]
    assert records[0].url == "https://example.org/1"
    assert records[0].metadata == {"warc-date": "2026-03-01T12:00:00Z", "content-type": "text/html; charset=utf-8"}
    assert [item.kind for item in records] == [None, None]


def test_extracted_text_is_text() -> None:
    """WET: conversions; and resources that say so."""
    records = read(
        record(b"A text <b>with</b> tags.", kind=b"conversion", extra=b"Content-Type: text/plain\r\n")
        + record(b"Plain.", 2, kind=b"resource", extra=b"Content-Type: text/plain\r\n")
    )
    assert [(item.kind, item.source) for item in records] == [("text", b"A text <b>with</b> tags."), ("text", b"Plain.")]


@pytest.mark.parametrize(
    ("http", "body"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
        (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        (b"Content-Encoding: gzip\r\n", PAGE),
        (b"Content-Encoding: br, x-foo\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\n", CHUNKED),
        (b"Transfer-Encoding: chunked\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", gzip.compress(PAGE)),
    ],
)
def test_a_body_is_what_it_is_not_what_it_claims(http: bytes, body: bytes) -> None:
    """Decompressed and put together where it really is so, left alone elsewhere."""
    assert names(read(page(1, http, body) + page(2))) == ["page-1", "page-2"]


@pytest.mark.parametrize("length", [b"10", b"99999", b"-5", b"9" * 30, b"", b"many"])
def test_a_wrong_length_costs_nothing(length: bytes) -> None:
    """Too small, too large, none: the record ends where the next begins."""
    broken = record(HTTP % b"" + PAGE, 2, length=length)
    assert names(read(page(1) + broken + page(3))) == ["page-1", "page-2", "page-3"]
    assert names(read(page(1) + broken)) == ["page-1", "page-2"]


def test_lines_that_end_in_lf() -> None:
    """Not allowed, and found."""
    assert len([item for item in read(page(1).replace(b"\r\n", b"\n") + page(2)) if item.problem is None]) == 2


@pytest.mark.parametrize(
    "broken",
    [
        b"garbage " * 500,
        record(HTTP % b"" + PAGE, version=b"HELLO"),
        b"WARC/1.0\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(3_000)) + b"\r\n" + PAGE + b"\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"y" * 300_000 + b"\r\n\r\n" + PAGE + b"\r\n\r\n",
    ],
)
def test_what_is_no_record_is_passed_over_and_told(broken: bytes) -> None:
    """The next is read; how much was lost stands in a record of its own."""
    records = read(page(1) + broken + page(2))
    assert names(records) == ["page-1", "page-2"]
    (lost,) = (item for item in records if item.problem)
    assert "bytes are no WARC record" in str(lost.problem)
    told = int(str(lost.problem).split(" ", 1)[0].replace(",", ""))
    assert told == pytest.approx(len(broken), rel=0.05)


def test_a_damaged_member_costs_itself() -> None:
    """The archive goes on behind it, and says what is missing."""
    middle = bytearray(gzip.compress(page(2)))
    middle[30:60] = b"\xff" * 30
    records = read(gzip.compress(page(1)) + bytes(middle) + gzip.compress(page(3)), "a.warc.gz")
    assert names(records)[0] == "page-1"
    assert names(records)[-1] == "page-3"
    assert "cannot be decompressed" in str(records[-1].problem)


def test_more_than_the_limit_is_not_held() -> None:
    """A body of any size is cut a byte behind the limit and says how large it was; the next record is read."""
    large = read(record(b"x" * 10 * MOST, kind=b"resource") + page(2))
    assert len(large[0].source) == MOST + 1
    assert large[0].size == pytest.approx(10 * MOST, abs=8)
    assert names(large) == ["page-2"]
    bomb = read(page(1, b"Content-Encoding: gzip\r\n", gzip.compress(b"a" * 5_000_000)) + page(2))
    assert len(bomb[0].source) == MOST + 1
    assert names(bomb) == ["page-2"]


def test_names_and_addresses_cannot_steer_anything() -> None:
    """Control characters are taken out of an address; without a name the place in the file is one."""
    data = page(1).replace(b"https://example.org/1", b"http://e/\x00\xff\x1b[31m a").replace(b"WARC-Record-ID", b"X-ID")
    (item,) = read(data)
    assert item.url == "http://e/\ufffd[31ma"
    assert item.id.startswith("a.warc#")


def test_nothing() -> None:
    """An empty file holds none."""
    assert read(b"") == read(b"\r\n\r\n") == []


def test_a_file_that_ends_inside_a_record_says_so() -> None:
    """What there is of it is a document, and a record of its own tells how much is missing."""
    data = page(1) + page(2)
    found = read(data[: len(data) - 40])
    assert [item.problem is None for item in found] == [True, True, False]
    assert "ends inside a record" in (found[-1].problem or "")
    assert [item.problem is None for item in read(data)] == [True, True]


def test_a_body_in_several_gzip_members_is_read_whole() -> None:
    """As servers send that pack as they go."""
    half = len(PAGE) // 2
    body = gzip.compress(PAGE[:half]) + gzip.compress(PAGE[half:])
    (found,) = read(page(1, b"Content-Encoding: gzip\r\n", body))
    assert found.source == PAGE


def test_records_without_a_length_are_read_in_time() -> None:
    """Piece by piece: what stands behind each is not read again for it."""
    one = page(1)
    start = one.index(b"Content-Length")
    one = one[:start] + one[one.index(b"\r\n", start) + 2 :]
    assert len(read(one * 3_000)) == 3_000


@pytest.mark.parametrize(
    ("http", "body", "said"),
    [
        (b"Content-Length: %d\r\n" % (len(PAGE) + 500), PAGE, f"the body has {len(PAGE):,} of {len(PAGE) + 500:,} bytes"),
        (b"Transfer-Encoding: chunked\r\n", CHUNKED[:-9], "the body ends inside its chunks"),
        (b"Transfer-Encoding: chunked\r\n", CHUNKED[:-5], "the body ends inside its chunks"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE)[:-12], "the compressed body ends too early"),
        (b"Content-Length: %d\r\n" % len(PAGE), PAGE, None),
        (b"Content-Length: 5\r\n", PAGE, None),
        (b"Content-Length: soon\r\n", PAGE, None),
        (b"Transfer-Encoding: chunked\r\n", CHUNKED, None),
        (b"Transfer-Encoding: chunked\r\n", PAGE, None),
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE) + b"\0\0", None),
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE) + b"\n", None),
        (b"Content-Encoding: gzip\r\nContent-Length: %d\r\n" % (len(PAGE) + 9), PAGE, None),
    ],
)
def test_a_body_that_was_cut_off_says_so(http: bytes, body: bytes, said: str | None) -> None:
    """In what the record says of itself; it is read all the same, and lengths that are too small are not believed."""
    found = read(page(1, http, body))[0]
    assert found.metadata.get("truncated") == said
    assert isinstance(found.source, bytes)
    assert found.source[:200] == PAGE[:200]


def test_what_an_archive_says_it_cut_is_kept() -> None:
    """The crawler's own word for it."""
    (found,) = read(record(HTTP % b"" + PAGE, extra=b"WARC-Truncated: length\r\n"))
    assert found.metadata["warc-truncated"] == "length"


@pytest.mark.parametrize("status", [b"304 Not Modified", b"200 OK"])
def test_an_answer_without_a_body_was_not_cut(status: bytes) -> None:
    """To a question about the head alone, or for what has not changed."""
    (found,) = read(record(b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\nContent-Length: 12000\r\n\r\n"))
    assert "truncated" not in found.metadata


@pytest.mark.parametrize(
    "body",
    [
        b"Dear reader, the shop\nis closed.",
        b"0 results\nwere found.",
        b"2020\nwas the year.",
        b"20\r\nyears of the harbour, and more of them.",
        b"bad\n",
        b"",
    ],
)
@pytest.mark.parametrize(
    "header", [b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: br\r\n", b"Content-Encoding: gzip\r\n"]
)
def test_what_the_archive_put_together_stays_as_it_is(body: bytes, header: bytes) -> None:
    """Though the header was left, and the text looks like chunks, or like bare deflate."""
    (found,) = read(page(1, header, body))
    assert (found.source, found.metadata.get("truncated")) == (body, None)
