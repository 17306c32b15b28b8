"""Rows: JSON lines, CSV, TSV and Parquet; each row a record, with what it says of itself."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleancorpus.read.rows import Keys, read_csv, read_jsonl, read_parquet
from cleancorpus.read.streams import Stream
from cleancorpus.record import Record

MOST = 10_000
TEXT = "The ferry left at seven."


def lines(*rows: object, keys: Keys | None = None) -> list[Record]:
    """Records of JSON lines; strings and bytes stand as they are."""
    data = b"\n".join(
        row if isinstance(row, bytes) else row.encode() if isinstance(row, str) else json.dumps(row).encode() for row in rows
    )
    return list(read_jsonl(Stream(io.BytesIO(data), "a.jsonl"), "a.jsonl", keys or Keys(), MOST))


def test_a_row_is_a_record() -> None:
    """Text or HTML, name, address; the rest is what it says of itself."""
    text, page = lines(
        {"id": "one", "text": TEXT, "url": "https://example.org/1", "score": 0.5, "tags": ["a"]},
        {"html": "<p>x</p>", "text": "x", "metadata": {"lang": "en"}},
    )
    assert (text.id, text.source, text.kind, text.url) == ("one", TEXT, "text", "https://example.org/1")
    assert text.metadata == {"score": 0.5, "tags": ["a"]}
    assert (page.id, page.source, page.kind, page.metadata) == ("a.jsonl:2", "<p>x</p>", "html", {"lang": "en"})


def test_metadata_as_json_in_a_string() -> None:
    """As Parquet and some exporters have it; what is no JSON stays a string."""
    one, other = lines({"text": "x", "metadata": '{"lang": "en"}'}, {"text": "x", "metadata": "{"})
    assert (one.metadata, other.metadata) == ({"lang": "en"}, {"metadata": "{"})


def test_other_keys() -> None:
    """Named by the caller."""
    keys = Keys(text="body", html="raw", id="key", url="link")
    one, other = lines({"body": "x", "key": 7, "link": "u"}, {"raw": "<p>", "key": ""}, keys=keys)
    assert (one.id, one.source, one.url, one.kind) == ("7", "x", "u", "text")
    assert (other.id, other.source, other.kind) == ("a.jsonl:2", "<p>", "html")


def test_nothing_of_a_file_is_lost_for_one_bad_line() -> None:
    """Each line is a record: those that are none say why, blank ones are none."""
    records = lines(
        {"text": "a"},
        "",
        b"\xef\xbb\xbf" + json.dumps({"text": "b"}).encode() + b"\r",
        "{broken",
        "[1, 2]",
        {"body": "x"},
        {"text": 5},
        {"text": None},
        b'{"text": "\xff"}',
        "[" * 100_000,
        {"text": "last"},
    )
    assert [(item.id, item.source) for item in records if item.problem is None] == [
        ("a.jsonl:1", "a"),
        ("a.jsonl:3", "b"),
        ("a.jsonl:8", ""),
        ("a.jsonl:9", "\ufffd"),
        ("a.jsonl:11", "last"),
    ]
    problems = {item.id: str(item.problem) for item in records if item.problem}
    assert list(problems) == [f"a.jsonl:{number}" for number in (4, 5, 6, 7, 10)]
    assert "no JSON" in problems["a.jsonl:4"]
    assert "list, not an object" in problems["a.jsonl:5"]
    assert "'body'" in problems["a.jsonl:6"]
    assert "--text-key" in problems["a.jsonl:6"]
    assert "'text' holds int" in problems["a.jsonl:7"]


def test_a_line_over_the_limit_is_passed_over() -> None:
    """It says how long it was, and is not held."""
    one, other = lines({"text": "x" * 300_000}, {"text": "next"})
    assert "300,0" in str(one.problem)
    assert other.source == "next"


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.tsv", "\t")])
def test_tables_of_text(name: str, separator: str) -> None:
    """Quoted cells may hold line ends; rows with too many or too few cells are read as far as they go."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=separator)
    table.writerows([["id", "text", "note"], ["one", 'two\nlines, "quoted"', "n"], ["two", "more", "n", "beyond"], ["three"]])
    stream = Stream(io.BytesIO(b"\xef\xbb\xbf" + out.getvalue().encode()), name)
    records = list(read_csv(stream, name, Keys(), MOST, separator=separator))
    assert [(item.id, item.source, item.metadata) for item in records] == [
        ("one", 'two\r\nlines, "quoted"' if "\r\nlines" in out.getvalue() else 'two\nlines, "quoted"', {"note": "n"}),
        ("two", "more", {"note": "n"}),
        ("three", "", {"note": None}),
    ]


def test_parquet(tmp_path: Path) -> None:
    """Columns of text or bytes; rows in order over row groups."""
    path = tmp_path / "a.parquet"
    rows = [{"id": f"p{number}", "html": b"<p>%d</p>" % number, "lang": "en"} for number in range(50)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=7)
    with path.open("rb") as file:
        records = list(read_parquet(file, "a.parquet", Keys()))
    assert [(item.id, item.source, item.kind, item.metadata) for item in records] == [
        (row["id"], row["html"], "html", {"lang": "en"}) for row in rows
    ]


def test_parquet_that_is_none(tmp_path: Path) -> None:
    """A missing column is named with those there are; a broken file is a record that says so."""
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([{"body": "x"}]), path)
    with path.open("rb") as file:
        (missing,) = read_parquet(file, "a.parquet", Keys())
    assert "but body" in str(missing.problem)
    path.write_bytes(path.read_bytes()[:-9])
    with path.open("rb") as file:
        (broken,) = read_parquet(file, "a.parquet", Keys())
    assert "cannot be read as Parquet" in str(broken.problem)


def test_metadata_that_nothing_can_write_again_is_kept_as_json() -> None:
    """Hundreds of lists in one another are no reason to lose a text, or the run."""
    deep = "[" * 600 + "]" * 600
    stream = Stream(io.BytesIO(b'{"text": "Boat.", "m": ' + deep.encode() + b', "n": [1]}\n'), "a.jsonl")
    (found,) = read_jsonl(stream, "a.jsonl", Keys(), 1 << 20)
    assert found.source == "Boat."
    assert found.metadata == {"m": deep, "n": [1]}
    assert json.dumps(dict(found.metadata))


def test_a_row_of_parquet_that_python_cannot_hold_costs_itself(tmp_path: Path) -> None:
    """A day beyond all calendars, bytes that are no text: the other rows are read."""
    path = tmp_path / "odd.parquet"
    days = pa.array([1, 1 << 30, 3], pa.int32()).cast(pa.date32())
    names = pa.Array.from_buffers(pa.string(), 3, [None, *pa.array([b"a", b"b", b"\xff"]).buffers()[1:]])
    pq.write_table(pa.table({"text": ["One.", "Two.", "Three."], "day": days, "name": names}), path)
    with path.open("rb") as file:
        found = list(read_parquet(file, "odd", Keys()))
    assert [item.problem is None for item in found] == [True, False, False]
    assert "row 2" in (found[1].problem or "")
    assert found[0].source == "One."


def test_a_packed_table_that_is_cut_off_says_so() -> None:
    """The rows that are there are read, and one record tells what is not."""
    data = gzip.compress(b"text\n" + b"".join(b"Row %d of the table.\n" % number for number in range(5_000)))
    found = list(read_csv(Stream(io.BytesIO(data[: len(data) // 2]), "a.csv.gz"), "a.csv.gz", Keys(), 1 << 20))
    assert len(found) > 100
    assert "cannot be decompressed" in (found[-1].problem or "")


def table(*lines: str) -> list[tuple[str, str | bytes, str | None]]:
    """Name, text and problem of each row below a header of id and text."""
    data = "\n".join(("id,text", *lines)).encode()
    return [(item.id, item.source, item.problem) for item in read_csv(Stream(io.BytesIO(data), "a.csv"), "a.csv", Keys(), MOST)]


@pytest.mark.parametrize(
    "below",
    [
        ("2,A boat.", "3,More."),
        ('2,"A boat."', '3,"More."'),
        ("2,A boat.", '3,"More."'),
    ],
)
def test_a_quote_that_is_never_closed_costs_its_own_row(below: tuple[str, str]) -> None:
    """Whether the file ends inside it or a quote rows later closes it."""
    first, *rest = table('1,"never closed', *below)
    assert first == ("a.csv:1", b"", "row 1 cannot be read: a quote in it is not closed before the next row")
    assert rest == [("2", "A boat.", None), ("3", "More.", None)]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (('1,a "quoted" word', '2,"the end is ""open"""'), ['a "quoted" word', 'the end is "open"']),
        (('1,"two lines\nand, a quote" ', "2,b"), ["two lines\nand, a quote ", "b"]),
        (('1,"a line\nshe, said "x" there"', "2,b"), ['a line\nshe, said x" there"', "b"]),
        (('1,"a line\n\nand one, more"', '2,"b"'), ["a line\n\nand one, more", "b"]),
    ],
)
def test_quotes_inside_cells_are_read_as_they_stand(lines: tuple[str, ...], texts: list[str]) -> None:
    """Many programs write them so."""
    assert [(text, problem) for _, text, problem in table(*lines)] == [(text, None) for text in texts]


def test_paragraphs_of_an_open_cell_are_its_own() -> None:
    """The reading goes on where rows can be seen to."""
    found = table('1,"one paragraph', "", "and another.", "2,b", "3,c")
    assert [(name, text) for name, text, problem in found if not problem] == [("2", "b"), ("3", "c")]
    assert len(found) == 3


def test_a_header_that_is_never_closed_says_so() -> None:
    """Nothing can be read below it; one of two lines can."""
    data = b'id,"text\n1,a\n2,b\n'
    (found,) = read_csv(Stream(io.BytesIO(data), "a.csv"), "a.csv", Keys(), MOST)
    assert "the header cannot be read" in str(found.problem)
    data = b'id,text,"two\nlines"\n1,a,x\n'
    assert [item.source for item in read_csv(Stream(io.BytesIO(data), "a.csv"), "a.csv", Keys(), MOST)] == ["a"]


def test_a_row_longer_than_the_limit_is_one_record() -> None:
    """Its end is no row of its own."""
    found = list(read_csv(Stream(io.BytesIO(b"id,text\n1," + b"a" * 900 + b"\n2,b\n"), "a.csv"), "a.csv", Keys(), 100))
    assert ["larger" in str(item.problem) for item in found] == [True, False]
    assert found[1].source == "b"


@pytest.mark.timeout(20)
def test_open_quotes_are_read_in_time() -> None:
    """Each line a few times, however many there are."""
    assert len(table(*['x","y', "1,2"] * 20_000)) == 40_000
    rows = [line for number in range(20_000) for line in (f'{number},"open', f"{number},closed")]
    found = table(*rows)
    assert sum(problem is None for _, _, problem in found) == 20_000
    assert sum(problem is not None for _, _, problem in found) == 20_000
