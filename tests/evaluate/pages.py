"""Small gold pages, documents and page scores for the tests of this room: no labeller has a say in them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleancorpus import Block, Document, Kind, Role
from cleancorpus.document import Metadata
from cleancorpus.evaluate.page import GoldPage
from cleancorpus.evaluate.page_score import PageScore

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
OTHER = "In the end the boats were hauled up by hand, forty people to a rope, and the singing could be heard."
HTML = f"<html><body><h1>Harbour empties</h1><p>{PROSE}</p><p>{OTHER}</p></body></html>"


def block(role: str, text: str, score: float = 0.9, *, kept: bool | None = None, start: int | None = None) -> Block:
    """A labelled block; kept if the role is body, unless said otherwise."""
    span = (start, start + len(text)) if start is not None else None
    return Block(text, Kind.PARAGRAPH, span, role=Role(role), kept=role == "body" if kept is None else kept, score=score)


def document(*blocks: Block, **metadata: Any) -> Document:
    """A document of these blocks, the kept ones its text."""
    text = "\n\n".join(item.text for item in blocks if item.kept)
    return Document(text, tuple(blocks), Metadata(language="en", **metadata), kind="html")


def gold(**stated: Any) -> GoldPage:
    """A gold page that states what is given and nothing else."""
    return replace(GoldPage("set", "page", HTML, "html", "article"), **stated)


def scored(name: str, columns: Mapping[str, float], language: str = "en", page_type: str | None = None) -> PageScore:
    """A page score with these columns."""
    return PageScore("set", name, "article", "ok", language, page_type, dict(columns))


def word_pages(scores: Iterable[float]) -> list[PageScore]:
    """Pages with these word F1 scores."""
    columns = ({"word.pages": 1.0, "word.p": value, "word.r": value, "word.f1": value} for value in scores)
    return [scored(f"page-{number:03}", item) for number, item in enumerate(columns)]


def parquet() -> tuple[ModuleType, ModuleType]:
    """pyarrow and its Parquet module; the test is skipped where they are missing."""
    reason = "reading Parquet needs pyarrow: pip install 'cleancorpus[parquet]'"
    return pytest.importorskip("pyarrow", reason=reason), importlib.import_module("pyarrow.parquet")


def write_table(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A Parquet table of these rows."""
    arrow, module = parquet()
    module.write_table(arrow.Table.from_pylist(rows), path)
    return path
