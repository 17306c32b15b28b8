"""Gold of one's own: JSON lines and fixture cases, and what is said about those that are wrong."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cleancorpus.errors import DataError, InputError
from cleancorpus.evaluate.documents import read_cases, read_documents
from cleancorpus.evaluate.page import Alignment
from tests.evaluate.pages import HTML, OTHER, PROSE

GOOD = {"id": "a", "text": PROSE, "blocks": [["body", PROSE]]}


def write(path: Path, *records: Any) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_everything_a_line_states_is_on_the_page(tmp_path: Path) -> None:
    """All keys at once."""
    record = GOOD | {"url": "https://post.example/a", "language": "en", "page_type": "forum", "gold": OTHER}
    record["metadata"] = {"title": "Harbour", "authors": ["Anna"], "date": None}
    [page] = read_documents(write(tmp_path / "own.jsonl", record), "own")
    assert (page.dataset, page.id, page.source, page.kind, page.url) == ("own", "a", PROSE, "text", "https://post.example/a")
    assert (page.language, page.page_type, page.content, page.profile) == ("en", "forum", OTHER, "page")
    assert (page.parts, page.alignment) == ((("body", PROSE),), Alignment.PARTS)
    assert page.metadata == {"title": "Harbour", "authors": ("Anna",), "date": None}


def test_without_gold_the_content_is_what_an_article_keeps(tmp_path: Path) -> None:
    """Lead, headings and body of the blocks; scored under the profile `article`."""
    blocks = [["title", "T"], ["lead", "L"], ["heading", "H"], ["body", "B"], ["related", "R"]]
    [page] = read_documents(write(tmp_path / "own.jsonl", {"id": "a", "html": HTML, "blocks": blocks}), "own")
    assert (page.content, page.profile, page.kind) == ("L\n\nH\n\nB", "article", "html")
    assert page.metadata == {}


def test_a_sample_is_every_nth_line(tmp_path: Path) -> None:
    """Blank lines and a byte order mark do not count."""
    path = write(tmp_path / "own.jsonl", *(GOOD | {"id": str(number)} for number in range(10)))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\n\n"))
    assert [page.id for page in read_documents(path, "own", 3)] == ["0", "3", "6", "9"]
    assert len(list(read_documents(path, "own", 100))) == len(list(read_documents(path, "own"))) == 10


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ([1], "expected an object"),
        (GOOD | {"block": []}, "unknown key 'block'; known are id, html, text"),
        ({"text": PROSE, "gold": PROSE}, "id is missing"),
        (GOOD | {"id": ""}, "id is missing or empty"),
        (GOOD | {"id": 7}, "id is 7; expected a text"),
        ({"id": "a", "gold": PROSE}, "neither html nor text"),
        (GOOD | {"html": HTML}, "html and text"),
        ({"id": "a", "text": PROSE}, 'give "blocks"'),
        (GOOD | {"gold": ["x"]}, "gold is ['x']; expected a text"),
        (GOOD | {"blocks": {}}, "blocks is {}"),
        (GOOD | {"blocks": [["body"]]}, "a block is ['body']"),
        (GOOD | {"blocks": [["bdoy", "x"]]}, "unknown role 'bdoy'; choose one of: title, kicker, lead"),
        (GOOD | {"metadata": {"author": "x"}}, "some of the keys title, authors, date"),
        (GOOD | {"metadata": []}, "metadata is []"),
        (GOOD | {"metadata": {"title": 3}}, "title is 3"),
        (GOOD | {"metadata": {"authors": [3]}}, "authors is [3]"),
        (GOOD | {"url": 3}, "url is 3"),
        (GOOD | {"id": "b"}, "the id 'b' stands twice"),
    ],
)
def test_a_wrong_line_is_named_with_its_value_and_the_way_out(record: Any, said: str, tmp_path: Path) -> None:
    """Before the first page is given."""
    path = write(tmp_path / "own.jsonl", GOOD | {"id": "b"}, record)
    with pytest.raises(DataError) as caught:
        read_documents(path, "own")
    assert str(caught.value).startswith(f"{path}:2: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", [b'{"id": "a",', b"\xff\xfe", b"[" * 100_000, b"PAR1"])
def test_what_is_no_json_is_named_by_line(line: bytes, tmp_path: Path) -> None:
    """Broken JSON, other encodings, nesting without end, binary data."""
    (tmp_path / "own.jsonl").write_bytes(b"\n" + line)
    with pytest.raises(DataError, match=r"own\.jsonl:2: is no JSON in UTF-8"):
        read_documents(tmp_path / "own.jsonl", "own")


def test_a_file_without_documents_is_told(tmp_path: Path) -> None:
    """Empty or blank."""
    (tmp_path / "own.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(DataError, match="holds no document"):
        read_documents(tmp_path / "own.jsonl", "own")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a file that may not be read")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """With the reason the system gives."""
    path = write(tmp_path / "own.jsonl", GOOD)
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(path, "own")


def case(folder: Path, expected: Any, page: str | None = "page.html") -> Path:
    """A fixture case."""
    folder.mkdir(parents=True)
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    if page:
        (folder / page).write_text(HTML, encoding="utf-8")
    return folder


def test_cases_are_read_in_order_of_name(tmp_path: Path) -> None:
    """A folder of cases, or one case; keys that are not scored are passed over."""
    expected = {"kind": "html", "language": "vi", "blocks": [["body", PROSE[:40]]], "metadata": {"title": None, "kicker": "K"}}
    case(tmp_path / "b", expected, "page.txt")
    case(tmp_path / "a", expected)
    first, second = read_cases(tmp_path, "cases")
    assert [(page.id, page.kind) for page in (first, second)] == [("a", "html"), ("b", "text")]
    assert (first.language, first.metadata, first.alignment) == ("vi", {"title": None}, Alignment.STARTS)
    assert [page.id for page in read_cases(tmp_path / "b", "cases")] == ["b"]
    assert [page.id for page in read_cases(tmp_path, "cases", 1)] == ["a"]


@pytest.mark.parametrize(
    ("expected", "page", "said"),
    [
        ([], "page.html", "expected an object"),
        ({"blocks": [], "metadata": []}, "page.html", "expected an object"),
        ({"blocks": [["x", "y"]]}, "page.html", "unknown role 'x'"),
        ({"blocks": []}, None, "neither page.html nor page.txt"),
    ],
)
def test_a_wrong_case_is_named(expected: Any, page: str | None, said: str, tmp_path: Path) -> None:
    """With what is wrong."""
    folder = case(tmp_path / "case", expected, page)
    with pytest.raises(DataError, match=said) as caught:
        list(read_cases(folder, "cases"))
    assert str(folder) in str(caught.value)
