"""Golds: the annotated sets under CLEANCORPUS_DATA as one stream of pages whose blocks know what the annotators said.

The sets disagree about what belongs to a page's content, so each block keeps the share of its words that the gold holds and the
page keeps the policy of its gold; roles are kept where a set states them. Nothing of a page leaves this process but numbers.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import tldextract

from cleancorpus.block import Kind
from cleancorpus.label.dates import is_date_line
from cleancorpus.language.fold import fold
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.limits import Limits
from cleancorpus.metadata.dates import parse_date, parse_iso
from cleancorpus.page import Page
from cleancorpus.segment.decode import decode
from cleancorpus.segment.guard import guard_html
from cleancorpus.segment.html import segment_html
from training.align import align

Row = dict[str, Any]
DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
_SUFFIXES = tldextract.TLDExtract(suffix_list_urls=())  # the snapshot in the package: no network
EXACT = frozenset({"title", "lead", "heading", "body"})
"""Roles that publishers' own parsers give; others come from the markup by heuristics."""
_ABOVE, _BELOW = 3, 2  # blocks above the title and behind the first paragraph in which byline and date may stand
_LONGEST_HEAD = 25  # blocks between title and first paragraph
_LEAST_NAME, _BESIDE_NAME, _DATED, _BEFORE_DATE, _PARAGRAPH = 5, 40, 70, 25, 80  # code points
_DAY = len("2021-05-03")
_BETWEEN_AUTHORS = re.compile(r'[\[\]",;|&]|\band\b|\bund\b')
PAGE_POLICY, ARTICLE_POLICY, WEAK_POLICY = "page", "article", "snippets"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with what its annotators said of each block."""

    set: str
    id: str
    domain: str
    """Registered domain: pages of one site are never on both sides of a validation."""
    page_type: str
    language: str
    policy: str
    """What the gold counts as content: ``page`` all that a reader came for, ``article`` the body alone, ``snippets`` samples."""
    page: Page
    content: tuple[float, ...]
    """For each block the share of its words in the gold; -1 where the gold says nothing."""
    roles: tuple[str, ...]
    """For each block its role, empty where none is stated."""
    certain: tuple[bool, ...]
    """Whether the role comes from a person or the publisher, not from a heuristic."""
    gold: str
    """The gold text, for scoring; empty for sets without."""
    snippets: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Passages that belong and that do not."""
    foreign: bool = False
    """Whether it is to be read as if no lexicon knew its language."""


def registered_domain(address: str | None, page: Page, name: str) -> str:
    """The part of a host name that somebody registered. A page that came without its address may state it; else ``name``."""
    stated = next((href for rel, href in page.statements.links if rel == "canonical"), None)
    candidates = (address, page.statements.meta_value("og:url"), stated)
    return next((found for candidate in candidates if (found := site_of(candidate or ""))), name)


def site_of(address: str) -> str:
    """The registered domain of an address; empty if it has none."""
    return _SUFFIXES(address).top_domain_under_public_suffix


def segment(row: Row) -> Page:
    """The page of a row, as the pipeline segments it."""
    html = row["html"]
    text = decode(html).text if isinstance(html, bytes) else html
    return segment_html(guard_html(text, Limits()).html, text, row.get("url"))


def read_rows(name: str) -> Iterator[Row]:
    """Rows of a set, a few at a time."""
    for batch in pq.ParquetFile(DATA / f"{name}.parquet").iter_batches(64):
        yield from batch.to_pylist()


def _texts(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


def _from_gold(name: str, policy: str) -> Callable[[Row], GoldPage | None]:
    def make(row: Row) -> GoldPage | None:
        page = segment(row)
        shares = align(_texts(page), [row["gold"] or ""])
        roles = [""] * len(shares)
        if row.get("gold_comments"):
            comments = align(_texts(page), [row["gold_comments"]])
            roles = ["comment" if mine >= 0.5 > body else "" for (mine, _), (body, _) in zip(comments, shares, strict=True)]
        if "author" in row:
            roles = _named_by_facts(page, [share for share, _ in shares], roles, row)
        return GoldPage(
            name,
            str(row["id"]),
            registered_domain(row["url"], page, str(row["id"])),
            row.get("page_type") or "article",
            "en" if name == "wcxb_dev" else "",
            policy,
            page,
            tuple(share for share, _ in shares),
            tuple(roles),
            tuple(bool(role) for role in roles),
            row["gold"] or "",
        )

    return make


def _from_snippets(row: Row) -> GoldPage | None:
    page = segment(row)
    wanted, unwanted = (
        tuple(json.loads(row[key]) if isinstance(row[key], str) else row[key] or ()) for key in ("with", "without")
    )
    content = [-1.0] * len(page.blocks)
    for value, passages in ((1.0, wanted), (0.0, unwanted)):
        for passage in map(fold, passages):
            for index, block in enumerate(page.blocks):
                own = fold(block.text)
                if passage and (passage in own or (len(own) > 8 and own in passage)):
                    content[index] = value
    roles = _named_by_facts(page, content, [""] * len(content), row)
    return GoldPage(
        "trafilatura_snippets",
        str(row["id"]),
        registered_domain(row["url"], page, str(row["id"])),
        "article",
        "",
        WEAK_POLICY,
        page,
        tuple(content),
        tuple(roles),
        tuple(bool(role) for role in roles),
        "",
        (wanted, unwanted),
    )


def _from_fundus(row: Row) -> GoldPage | None:
    if not row["reliable"]:
        return None
    page = segment(row)
    parts = [("lead", text) for text in row["lead"]]
    for section in json.loads(row["sections"]):
        parts += [("heading", text) for text in section["headline"]] + [("body", text) for text in section["paragraphs"]]
    aligned = align(_texts(page), [text for _, text in parts])
    roles = [parts[part][0] if share >= 0.5 else "" for share, part in aligned]
    _mark_named(page, roles, row)
    return GoldPage(
        "fundus_typed",
        row["id"],
        registered_domain(row["url"], page, str(row["id"])),
        "article",
        row["lang"],
        ARTICLE_POLICY,
        page,
        tuple(share for share, _ in aligned),
        tuple(roles),
        tuple(bool(role) for role in roles),
        "\n".join(text for role, text in parts if role == "body"),
    )


def name_head(
    texts: Sequence[str], roles: Sequence[str], title: int, body: int, authors: Sequence[str], date: str
) -> dict[int, str]:
    """Byline and date line of an article, by its known authors and day: place to role, for blocks of no exact role.

    Markup and its heuristics call half of the date lines under a title captions, teasers or nothing.

    Args:
        texts: Of all blocks.
        roles: As far as they are known.
        title: Place of the title.
        body: Place of the first paragraph.
        authors: Names as the annotators give them.
        date: ISO 8601; empty where it is not known.
    """
    keys = [key for name in authors if len(key := fold(name)) >= _LEAST_NAME]
    found = {}
    for at in range(max(0, title - _ABOVE), min(len(texts), body + _BELOW)):
        if roles[at] in EXACT or at == title:
            continue
        own = fold(texts[at])
        if any(key in own and len(own) < len(key) + _BESIDE_NAME for key in keys):
            found[at] = "byline"
        elif len(texts[at]) <= _DATED and _is_day(texts[at], date):
            found[at] = "date"
    return found


def _is_day(text: str, date: str) -> bool:
    """Whether a line gives a day, in whatever zone, and begins with little else."""
    if not any(character.isdecimal() for character in text[:_BEFORE_DATE]):
        return False
    found, wanted = parse_date(text, default_lexicon()), parse_iso(date)
    if found is None or wanted is None or len(wanted) < _DAY:
        return False
    return abs(dt.date.fromisoformat(found[:_DAY]) - dt.date.fromisoformat(wanted[:_DAY])) <= dt.timedelta(days=1)


def _named_by_facts(page: Page, shares: Sequence[float], roles: Sequence[str], row: Row) -> list[str]:
    """The roles of a page of which only title, authors and day are known, with byline and date line named."""
    key = fold(row["title"] or "")
    same = [at for at, block in enumerate(page.blocks) if key and fold(block.text) == key]
    title = next((at for at in same if page.blocks[at].kind is Kind.HEADING), None)
    if title is None:
        return [*roles]
    blocks = enumerate(page.blocks)
    body = next((at for at, block in blocks if at > title and shares[at] >= 0.5 and len(block.text) >= _PARAGRAPH), None)
    if body is None or body - title > _LONGEST_HEAD:
        return [*roles]
    authors = _BETWEEN_AUTHORS.split(str(row["author"] or ""))
    found = name_head(_texts(page), roles, title, body, authors, str(row["date"] or ""))
    return [found.get(at, role) for at, role in enumerate(roles)]


def _mark_named(page: Page, roles: list[str], row: Row) -> None:
    """Title, captions, bylines and dates of a typed page: blocks that are these texts and little more."""
    folds = [fold(block.text) for block in page.blocks]
    captions = [key for text in [*row["captions"], *row["credits"]] if len(key := fold(text)) > 3]
    for index, own in enumerate(folds):
        if (
            not roles[index]
            and own
            and any(own == key or (len(key) > 25 and key in own) or (len(own) > 25 and own in key) for key in captions)
        ):
            roles[index] = "caption"
    title = fold(row["title"] or "")
    same = [index for index, own in enumerate(folds) if own and own == title and roles[index] != "body"]
    headings = [index for index in same if page.blocks[index].kind is Kind.HEADING]
    for index in same:
        roles[index] = "title" if index == (headings or same)[0] else roles[index]
    first = next((index for index, role in enumerate(roles) if role == "body"), 0)
    last = max((index for index, role in enumerate(roles) if role == "body"), default=0)
    authors = [key for text in row["authors"] if len(key := fold(text)) > 4]
    for index, own in enumerate(folds):
        if roles[index] or not first - 25 <= index <= last + 8:
            continue
        if any(key in own and len(own) < len(key) + 30 for key in authors):
            roles[index] = "byline"
        elif first - 25 <= index <= first + 2 and is_date_line(page.blocks[index].text, default_lexicon()):
            roles[index] = "date"


_L3S = {
    "title": "title",
    "body": "body",
    "supplement": "supplement",
    "related": "related",
    "comment": "comment",
    "boilerplate": "boilerplate",
}


def _from_l3s(row: Row) -> GoldPage | None:
    page = segment(row)
    segments = [(item["role"], item["text"]) for item in json.loads(row["segments"])]
    aligned = align(_texts(page), [text for _, text in segments])
    roles = [_L3S[segments[part][0]] if share >= 0.5 else "boilerplate" for share, part in aligned]
    content = tuple(share if role == "body" else 0.0 for (share, _), role in zip(aligned, roles, strict=True))
    return GoldPage(
        "l3s_typed",
        row["id"],
        registered_domain(row["host"], page, row["id"]),
        "article",
        "en",
        ARTICLE_POLICY,
        page,
        content,
        tuple(roles),
        (True,) * len(roles),
        "\n".join(text for role, text in segments if role == "body"),
    )


SETS: dict[str, Callable[[Row], GoldPage | None]] = {
    "wcxb_dev": _from_gold("wcxb_dev", PAGE_POLICY),
    "dragnet": _from_gold("dragnet", ARTICLE_POLICY),
    "cleaneval_dev": _from_gold("cleaneval_dev", PAGE_POLICY),
    "cleanportaleval": _from_gold("cleanportaleval", PAGE_POLICY),
    "fundus_typed": _from_fundus,
    "l3s_typed": _from_l3s,
    "trafilatura_snippets": _from_snippets,
}
_LINE_ROLES = {
    ("other", "promo"): "promo",
    ("other", "consent"): "promo",
    ("other", "comment"): "comment",
    ("other", "form"): "nav",
    ("other", "social"): "nav",
    ("other", "tags"): "nav",
    ("other", "header"): "nav",
    ("other", "footer"): "nav",
    ("nav", "alt"): "",
    ("related", "alt"): "",
    ("caption", "alt"): "",
    ("other", "alt"): "",
    ("other", "unk"): "",
    ("other", "inarticle"): "",
    ("other", "title_copy"): "",
}
_LINE_SETS = {"wcxb-dev": "wcxb_dev", "fundus": "fundus_typed"}


def read_line_roles() -> dict[tuple[str, str], dict[str, str]]:
    """(set, page) to folded line to role, from the WET-like lines of the same pages: weak labels, from the page's markup."""
    table = pq.read_table(
        DATA / "lines.parquet", columns=["ds", "page", "rend", "role", "sub", "text"], filters=[("rend", "=", "a")]
    )
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in table.to_pylist():
        role = _LINE_ROLES.get((row["role"], row["sub"]), row["role"])
        if row["ds"] in _LINE_SETS and role not in {"", "content", "symbol", "unaligned"}:
            found[_LINE_SETS[row["ds"]], row["page"]].setdefault(fold(row["text"]), role)
    return found


def read_golds(names: Sequence[str] = tuple(SETS)) -> Iterator[GoldPage]:
    """Every page of the sets, in order. Weak roles are filled in where the set states none."""
    return (gold for _, gold in read_with_rows(names))


def read_with_rows(names: Sequence[str]) -> Iterator[tuple[Row, GoldPage]]:
    """The same, each page with the row that it was made of."""
    weak = read_line_roles()
    for name in names:
        for row in read_rows(name):
            if (gold := SETS[name](row)) is not None:
                yield row, _with_weak_roles(gold, weak.get((name, gold.id), {}))


def _with_weak_roles(gold: GoldPage, weak: dict[str, str]) -> GoldPage:
    if not weak:
        return gold
    roles = tuple(
        role or ("" if share >= 0.5 else weak.get(fold(block.text), ""))
        for role, share, block in zip(gold.roles, gold.content, gold.page.blocks, strict=True)
    )
    return replace(gold, roles=roles)
