"""Articles whose parts nobody typed: pages as the shipped HTML model reads them, and texts by lines that people called content.

Typed articles are few, and most of them of three languages. A composition needs no whole page, but parts that are surely what
they are called: only those that the model is sure of are taken. What roles the lines of a composition have, its layout says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import pyarrow.parquet as pq

from cleancorpus.block import Block, Kind
from cleancorpus.document import Document
from cleancorpus.label.rules.caption import has_credit
from cleancorpus.language.fold import STOPS
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.role import Role
from training.compose.article import Article
from training.folds import fold_of
from training.golds import DATA, Row, read_rows, site_of

_SETS = ("wcxb_dev", "trafilatura_snippets")
_TYPES = frozenset({None, "article"})
_SURE, _FEWEST = 0.9, 4
_LONGEST_TITLE, _LONGEST_LEAD, _SHORTEST, _LONGEST = 160, 600, 40, 2_000  # code points


def read_pages() -> Iterator[Article]:
    """Every article that is read with confidence, in the order of the sets."""
    cleaner = Cleaner()
    for name in _SETS:
        rows = [row for row in read_rows(name) if row["page_type"] in _TYPES and site_of(row["url"] or "")]
        documents = cleaner.clean_many(((row["html"], row["url"]) for row in rows), kind="html")
        for row, document in zip(rows, documents, strict=True):
            if article := read_document(str(row["id"]), site_of(row["url"]), document):
                yield article


def read_document(name: str, site: str, document: Document) -> Article | None:
    """The article of a page; None where there is no title, or the model is not sure of some paragraphs."""
    title = next((block.text for block in document.blocks_of(Role.TITLE)), "")
    sections = tuple(_sections(document))
    count = sum(len(paragraphs) for _, paragraphs in sections)
    if document.outcome is not Outcome.OK or not 0 < len(title) <= _LONGEST_TITLE or count < _FEWEST or not document.language:
        return None
    lead = " ".join(" ".join(block.text.split()) for block in _sure(document, Role.LEAD))
    return Article(
        f"{site} {name}",
        site,
        document.language,
        fold_of(site),
        " ".join(title.split()),
        lead if len(lead) <= _LONGEST_LEAD else "",
        sections,
        tuple(dict.fromkeys(" ".join(block.text.split()) for block in _sure(document, Role.CAPTION))),
        document.authors,
        "read",
    )


def _sure(document: Document, role: Role) -> Iterator[Block]:
    return (block for block in document.blocks_of(role) if block.score >= _SURE)


def _sections(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The paragraphs that are kept, under the headings among them."""
    heading, own = "", list[str]()
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.kept and block.role is Role.HEADING and len(text) <= _LONGEST_TITLE:
            if own:
                yield heading, tuple(own)
            heading, own = text, []
        elif block.kept and _is_paragraph(block, text):
            own.append(text)
    if own:
        yield heading, tuple(own)


def _is_paragraph(block: Block, text: str) -> bool:
    """Whether this is surely one: what has no end, or names a picture's author, may as well be residue of the page."""
    known = block.role is Role.BODY and block.kind is Kind.PARAGRAPH and block.score >= _SURE
    return known and _SHORTEST <= len(text) <= _LONGEST and text[-1] in _ENDS and not has_credit(text, default_lexicon())


_MARKS = '.!?…"”»'
_ENDS = f'{STOPS}!?…"”»:’“«)）！？」』؟'
_MOJIBAKE = ("Ã", "Â", "â€")
_LEAST, _WHOLE = 80, 0.8


def read_lines() -> Iterator[Article]:
    """Every text of TurkuNLP that opens with a headline and goes on in paragraphs, in order."""
    rows = pq.read_table(DATA / "lines.parquet", filters=[("ds", "=", "turku")]).to_pylist()
    for page, lines in groupby(rows, key=lambda row: str(row["page"])):
        if article := read_rows_of_text(page, [*lines]):
            yield article


def read_rows_of_text(page: str, rows: Sequence[Row]) -> Article | None:
    """The article of a text; None where it does not open with a headline or has few paragraphs."""
    texts = [row["text"].strip() for row in rows if row["page_ok"] and not row["unsure"] and row["content_share"] >= _WHOLE]
    paragraphs = tuple(text for text in texts[1:] if _LEAST <= len(text) <= _LONGEST and text[-1] in _MARKS)
    broken = any(sign in text for text in texts for sign in _MOJIBAKE)
    if broken or len(paragraphs) < _FEWEST or len(texts[0]) > _LONGEST_TITLE or texts[0][-1] in f"{_MARKS}:,;":
        return None
    site = rows[0]["domain"] or page
    return Article(page, site, rows[0]["lang"], fold_of(site), texts[0], "", (("", paragraphs),), (), (), "read")
