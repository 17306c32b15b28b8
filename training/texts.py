"""Golds of text without markup: the lines of whole pages, as corpus builders get them, with what each line is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from random import Random
from typing import Any

import pyarrow.parquet as pq

from cleancorpus.block import Kind
from cleancorpus.segment.text import segment_text
from training.cut import draw_cut
from training.golds import ARTICLE_POLICY, DATA, EXACT, PAGE_POLICY, GoldPage, name_head, read_golds, read_rows

Row = dict[str, Any]
_MARKED_SETS = ("l3s_typed", "dragnet", "cleaneval_dev", "cleanportaleval", "trafilatura_snippets")
"""Sets of HTML that `lines` does not hold: their blocks are read as lines."""
_PAGE = ("ds", "rend", "page")
_COLUMNS = [*_PAGE, "text", "blank_before", "role", "sub", "content_share", "unsure", "lang", "domain", "page_type", "page_ok"]
_UNSURE = (0.2, 0.8)
_PARTS = {
    "promo": "promo",
    "consent": "promo",
    "comment": "comment",
    "form": "nav",
    "social": "nav",
    "tags": "nav",
    "header": "nav",
    "aside": "other",
    "footer": "other",
    "author_box": "other",
    "heading": "other",
    "title_copy": "other",
    "unk": "other",
}
"""What lines outside the article are called here, by where they stood in the markup."""
_NAMED = frozenset({"title", "lead", "heading", "body", "caption", "byline", "date", "related", "nav"})
_WHOLE_PAGE = "a"  # the rendering that has all lines of a page
_CUT = 3  # of the unmarked pages one in so many is cut
_HEAD = 8  # lines above the first paragraph, where the title is not among them


def read_texts() -> Iterator[GoldPage]:
    """Every page of the set, in order; a rendering of a page is a page of its own, of the same domain. Of whole
    pages there is a cut one too.
    """
    rows = (
        row
        for batch in pq.ParquetFile(DATA / "lines.parquet").iter_batches(batch_size=65_536, columns=_COLUMNS)
        for row in batch.to_pylist()
    )
    typed = {row["id"]: row for row in read_rows("fundus_typed")}
    for (name, rendering, page), group in groupby(rows, key=lambda row: tuple(row[name] for name in _PAGE)):
        lines = list(group)
        for gold in (_to_page(lines), *([_to_cut_page(lines)] if rendering == _WHOLE_PAGE else [])):
            yield _name_head(gold, typed[page]) if name == "fundus" and page in typed else gold


def _name_head(gold: GoldPage, typed: Row) -> GoldPage:
    """A news page with its byline and date line named by what the publisher says of it."""
    roles, certain = [*gold.roles], [*gold.certain]
    first = next((at for at, role in enumerate(roles) if role == "body"), None)
    if first is None:
        return gold
    title = max((at for at, role in enumerate(roles[:first]) if role == "title"), default=first - _HEAD)
    texts = [block.text for block in gold.page.blocks]
    for at, role in name_head(texts, roles, title, first, typed["authors"], str(typed["date"] or "")).items():
        roles[at], certain[at] = role, True
    return replace(gold, roles=tuple(roles), certain=tuple(certain))


def read_unmarked() -> Iterator[GoldPage]:
    """Pages of HTML with their markup taken away: one line a block, in half of them a blank line before each; a third is cut."""
    for number, gold in enumerate(read_golds(_MARKED_SETS)):
        yield unmark(cut(gold) if number % _CUT == 0 else gold, spaced=number % 2 == 0)


def cut(gold: GoldPage) -> GoldPage:
    """A page with some of its frame cut away."""
    own = [share >= _UNSURE[1] or role in EXACT for share, role in zip(gold.content, gold.roles, strict=True)]
    left = draw_cut(own, Random(f"{gold.set} {gold.id}"))  # noqa: S311  drawn, not secret
    return replace(
        gold,
        page=replace(gold.page, blocks=gold.page.blocks[left]),
        content=gold.content[left],
        roles=gold.roles[left],
        certain=gold.certain[left],
    )


def unmark(gold: GoldPage, *, spaced: bool) -> GoldPage:
    """The text of a page's blocks, and what is known of each."""
    kept = [at for at, block in enumerate(gold.page.blocks) if " ".join(block.text.split())]
    texts = [" ".join(gold.page.blocks[at].text.split()) for at in kept]
    blank = [spaced or gold.page.blocks[at].kind is Kind.PARAGRAPH for at in kept]
    page = segment_text("".join(("\n\n" if gap else "\n") + text for gap, text in zip(blank, texts, strict=True)))
    if len(page.blocks) != len(kept):  # a stray line end inside a block
        kept = []
        page = replace(page, blocks=())
    return replace(
        gold,
        set=f"unmarked {gold.set}",
        page=page,
        content=tuple(gold.content[at] for at in kept),
        roles=tuple(_UNMARKED.get(gold.roles[at], gold.roles[at]) for at in kept),
        certain=tuple(gold.certain[at] for at in kept),
    )


_UNMARKED = {"supplement": "", "boilerplate": ""}
"""Roles of L3S-GN1 that are several of ours."""


def _to_page(rows: Sequence[Row]) -> GoldPage:
    first = rows[0]
    text = "".join(("\n\n" if row["blank_before"] else "\n") + row["text"] for row in rows)
    page = segment_text(text)
    starts = {}
    at = 0
    for row in rows:
        at += 2 if row["blank_before"] else 1
        starts[at + len(row["text"]) - len(row["text"].lstrip())] = row
        at += len(row["text"])
    own = [starts.get(block.span[0]) if block.span else None for block in page.blocks]
    roles = tuple(_role(row) if row else "" for row in own)
    return GoldPage(
        f"lines {first['ds']} {first['rend']}",
        first["page"],
        first["domain"] or first["page"],
        first["page_type"] or "",
        first["lang"] or "",
        ARTICLE_POLICY if first["ds"] == "fundus" else PAGE_POLICY,
        page,
        tuple(_content(row) if row else -1.0 for row in own),
        roles,
        tuple(row is not None and row["role"] in EXACT for row in own),
        "",
    )


def _to_cut_page(rows: Sequence[Row]) -> GoldPage:
    own = [row["role"] in EXACT or row["content_share"] >= _UNSURE[1] for row in rows]
    left = draw_cut(own, Random(f"{rows[0]['ds']} {rows[0]['page']}"))  # noqa: S311  drawn, not secret
    gold = _to_page(rows[left])
    return replace(gold, set=gold.set.replace("lines", "cut", 1))


def _content(row: Row) -> float:
    """1 for content, 0 for not, -1 where the gold does not decide."""
    low, high = _UNSURE
    if row["unsure"] or not row["page_ok"] or row["role"] in {"title", "symbol", "unaligned"}:
        return -1.0
    share = float(row["content_share"])
    return -1.0 if low < share < high else float(share >= high)


def _role(row: Row) -> str:
    """The role of a line; ``content`` for content of no known role, empty where nothing is known."""
    if row["unsure"] or not row["page_ok"]:
        return ""
    if row["role"] == "content":
        return "content" if row["content_share"] >= _UNSURE[1] else ""
    if row["sub"] == "human":
        return ""
    if row["role"] in _NAMED:
        return str(row["role"])
    return _PARTS.get(row["sub"], "") if row["role"] == "other" else ""
