"""Parquet tables: each layout is known by its columns, and read a few rows at a time."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from cleancorpus import Cleaner
from cleancorpus.errors import DataError, InputError
from cleancorpus.evaluate.gold import find_gold
from cleancorpus.evaluate.page import Alignment, GoldPage
from cleancorpus.evaluate.run import score_pages, sum_up
from cleancorpus.evaluate.tables import find_layout
from tests.evaluate.pages import DATA, HTML, OTHER, PROSE, parquet, write_table

PAGE = {"id": "p", "html": HTML.encode(), "url": "https://post.example/p"}
SNIPPETS = {
    "with": ["ferry"],
    "without": ["Home"],
    "title": "Harbour",
    "author": "Anna",
    "date": "2021-05-03",
    "page_type": "forum",
}
LINE = {
    "ds": "fundus", "page": "p", "rend": "a", "text": PROSE, "blank_before": True, "role": "body", "content_share": 1.0,
    "unsure": False, "page_ok": True, "lang": "vi", "page_type": "article",
}  # fmt: skip


def read(path: Path, rows: list[dict[str, Any]], sample: int | None = None) -> list[GoldPage]:
    """Pages of a table of these rows."""
    return list(find_layout(write_table(path, rows)).read(path, "set", sample))


def test_main_content_snippets_and_metadata(tmp_path: Path) -> None:
    """The layout of WCXB: everything on one page, under the profile `page`."""
    [page] = read(tmp_path / "a.parquet", [PAGE | SNIPPETS | {"gold": PROSE}])
    assert (page.content, page.wanted, page.unwanted, page.profile) == (PROSE, ("ferry",), ("Home",), "page")
    assert page.metadata == {"title": "Harbour", "authors": ("Anna",), "date": "2021-05-03"}
    assert (page.page_type, page.url, page.kind, page.language) == ("forum", "https://post.example/p", "html", None)


def test_snippets_without_main_content(tmp_path: Path) -> None:
    """The layout of trafilatura's set: gold is null; authors may be a JSON list; nothing stated, nothing scored."""
    rows = [PAGE | SNIPPETS | {"gold": None, "author": '["Anna", "Jan"]', "title": None, "date": None}]
    [page] = read(tmp_path / "a.parquet", rows)
    assert (page.content, page.profile, page.metadata) == (None, "article", {"authors": ("Anna", "Jan")})


def test_content_and_comments(tmp_path: Path) -> None:
    """The layout of dragnet and CleanEval. An empty content is a statement, null is none."""
    rows = [PAGE | {"gold": PROSE, "gold_comments": OTHER}, PAGE | {"gold": "", "gold_comments": None}]
    first, second = read(tmp_path / "a.parquet", rows)
    assert (first.content, first.comments, second.content, second.comments) == (PROSE, OTHER, "", None)


def test_typed_pages(tmp_path: Path) -> None:
    """Reliable rows alone; each text once, lines by themselves; the body is the paragraphs."""
    row = PAGE | {"lang": "de", "title": "T", "lead": ["L"], "headings": ["H"], "paragraphs": [PROSE, f"T\n{OTHER}"]}
    row |= {"captions": ["C"], "authors": ["Anna"], "date": "2021-05-03 10:00", "reliable": True}
    [page] = read(tmp_path / "a.parquet", [row, row | {"reliable": False}])
    assert page.parts == (
        ("title", "T"), ("lead", "L"), ("heading", "H"), ("body", PROSE), ("body", OTHER), ("caption", "C"), ("byline", "Anna"),
    )  # fmt: skip
    assert (page.body, page.profile, page.language) == (f"{PROSE}\nT\n{OTHER}", "strict", "de")


def test_segments(tmp_path: Path) -> None:
    """The layout of L3S-GN1."""
    segments = json.dumps([{"role": "title", "text": "T"}, {"role": "body", "text": PROSE}])
    [page] = read(tmp_path / "a.parquet", [PAGE | {"segments": segments}])
    assert (page.parts, page.alignment, page.profile) == ((("title", "T"), ("body", PROSE)), Alignment.SEGMENTS, "article")


def test_lines_of_a_page_and_rendering_are_one_page(tmp_path: Path) -> None:
    """Joined as they stood, with the place of each; set and rendering name the dataset."""
    rows = [LINE | {"text": " Home", "role": "nav", "content_share": 0.0}, LINE, LINE | {"text": OTHER, "blank_before": False}]
    rows += [LINE | {"rend": "b"}, LINE | {"ds": "turku", "role": "content"}]
    first, second, third = read(tmp_path / "a.parquet", rows)
    assert first.source == f" Home\n\n{PROSE}\n{OTHER}"
    assert isinstance(first.source, str)
    assert [first.source[line.start :].split("\n")[0] for line in first.lines] == ["Home", PROSE, OTHER]
    assert [(line.content, line.role) for line in first.lines] == [(False, "nav"), (True, "body"), (True, "body")]
    assert [page.dataset for page in (first, second, third)] == ["set fundus a", "set fundus b", "set turku a"]
    assert (first.language, first.page_type, first.profile, third.profile) == ("vi", "article", "article", "page")
    assert third.lines[0].role is None


@pytest.mark.parametrize(
    ("change", "content", "role"),
    [
        ({"page_ok": False}, None, None),
        ({"unsure": True}, None, None),
        ({"role": "title"}, None, "title"),
        ({"role": "symbol"}, None, None),
        ({"role": "unaligned"}, None, None),
        ({"content_share": 0.5}, None, "body"),
        ({"content_share": 0.8}, True, "body"),
        ({"content_share": 0.2}, False, "body"),
    ],
)
def test_lines_that_are_not_to_be_scored(change: dict[str, Any], content: bool | None, role: str | None, tmp_path: Path) -> None:
    """As the data's README says."""
    [page] = read(tmp_path / "a.parquet", [LINE | change])
    assert (page.lines[0].content, page.lines[0].role) == (content, role)


def test_a_sample_is_every_nth_page_of_each_part(tmp_path: Path) -> None:
    """Rows of pages; pages of lines, of each set and rendering."""
    rows = [PAGE | {"id": str(number), "gold": PROSE} for number in range(50)]
    assert [page.id for page in read(tmp_path / "a.parquet", rows, 5)] == ["0", "10", "20", "30", "40"]
    lines = [LINE | {"page": str(number), "rend": rend} for number in range(6) for rend in "ab" for _ in range(2)]
    sampled = [(page.dataset[-1], page.id) for page in read(tmp_path / "b.parquet", lines, 3)]
    assert sampled == [(rend, number) for number in "024" for rend in "ab"]


def test_a_table_that_is_no_gold_set_is_told(tmp_path: Path) -> None:
    """Its columns, and those of the sets that are known; likewise a file that is no table."""
    path = write_table(tmp_path / "vi.parquet", [{"id": "a", "title": "T", "lead": "L", "sentences": ["S"], "captions": []}])
    with pytest.raises(DataError, match="is no gold set: the columns are captions, id, lead, sentences, title"):
        find_layout(path)
    (tmp_path / "b.parquet").write_text("no table", encoding="utf-8")
    with pytest.raises(DataError, match="is no Parquet file"):
        find_layout(tmp_path / "b.parquet")
    with pytest.raises(InputError, match="cannot be read"):
        find_layout(tmp_path / "nowhere.parquet")


@pytest.mark.parametrize("segments", ["[", '[{"role": "body"}]', "[1]", None])
def test_a_value_that_the_layout_does_not_promise_is_told(segments: str | None, tmp_path: Path) -> None:
    """With the file's name."""
    path = write_table(tmp_path / "a.parquet", [PAGE | {"segments": "[]"}, PAGE | {"segments": segments}])
    with pytest.raises(DataError, match="does not hold what a table of segments holds"):
        list(find_layout(path).read(path, "set"))


def test_without_pyarrow_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, with what to install."""
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError) as caught:
        find_gold([str(tmp_path / "a.parquet")])
    assert "pip install 'cleancorpus[parquet]'" in str(caught.value)


NAMES = ["cleaneval_dev", "cleanportaleval", "dragnet", "fundus_typed", "l3s_typed", "lines", "trafilatura_snippets", "wcxb_dev"]


@pytest.mark.parametrize("name", NAMES)
def test_the_shared_sets_are_read_and_scored(name: str) -> None:
    """A page or two of each."""
    parquet()
    path = DATA / f"{name}.parquet"
    if not path.is_file():
        pytest.skip(f"the annotated pages are not here: {path}; set CLEANCORPUS_DATA")
    [found] = find_gold([str(path)]).sets
    for dataset in sum_up(score_pages(found.pages(2), Cleaner()), resamples=5):
        assert dataset.primary is not None
        assert dataset.whole.pages >= 1
