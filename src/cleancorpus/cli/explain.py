"""`cleancorpus explain`: every block of an input with its role, score and reason, as the same run labelled it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from cleancorpus.block import Block, Kind
from cleancorpus.cli.documents import Cleaning, Reading, find_inputs
from cleancorpus.cli.terminal import printable
from cleancorpus.document import Document
from cleancorpus.normalise.plan import replay
from cleancorpus.record import Record
from cleancorpus.segment.decode import decode

_COLOURS = {
    "title": "1;36", "kicker": "36",
    "lead": "1;32", "heading": "1;32", "body": "32", "caption": "33", "byline": "35", "date": "35",
    "comment": "34", "related": "31", "nav": "90", "promo": "31", "legal": "90", "alt": "33", "other": "90",
}  # fmt: skip
_NARROW = 40


@dataclass(frozen=True, slots=True)
class ExplainJob:
    """What the command line asked for."""

    inputs: tuple[str, ...]
    cleaning: Cleaning = field(default_factory=Cleaning)
    reading: Reading = field(default_factory=Reading)
    full: bool = False


def run_explain(job: ExplainJob) -> int:
    """Print the listing of each input to standard output; how many records failed.

    Raises:
        CleancorpusError: An option or input is wrong.
    """
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else 0
    failed = 0
    cleaner = job.cleaning.open()
    inputs = find_inputs(job.inputs, job.reading)
    for record, document in inputs.work(cleaner).clean(inputs.records(cleaner)):
        failed += document.outcome.failed
        source = _decode_again(record, document, job.reading)
        for line in explain_lines(record.id, document, source=source, full=job.full, colour=colour, width=width):
            sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
    return failed


def _decode_again(record: Record, document: Document, reading: Reading) -> str:
    """The text that spans are offsets into; empty where there is none."""
    if isinstance(record.source, str) or not document.blocks:
        return record.source if isinstance(record.source, str) else ""
    return record.source.decode(document.encoding or "utf-8") if reading.encoding else decode(record.source).text


def explain_lines(
    name: str, document: Document, *, source: str = "", full: bool = False, colour: bool = False, width: int = 0
) -> Iterator[str]:
    """The listing of one document: a head with outcome and metadata, then a line for each block in reading order.

    A block's line holds ``+`` if it is kept, else ``-``, its role, score and reason, its text, the repairs made, and whether the
    page hides it. A block that was repaired has a line for each repair: where it changed something first, before and after.

    Args:
        name: The record's name.
        document: What it became.
        source: The decoded source, for the lines of repairs; empty for none of them.
        full: Whole texts; else one line each, cut to ``width``.
        colour: Colour the roles for a terminal.
        width: Columns; 0 for no limit.
    """
    yield printable(f"{name}: {document.outcome}" + (f" ({document.message})" if document.message else ""))
    for name_of, value in _known_metadata(document):
        evidence = document.metadata.evidence.get(name_of)
        yield printable(f"  {name_of}: {value}" + (f"  [{evidence.source}, {evidence.confidence:.2f}]" if evidence else ""))
        for source_of, otherwise in evidence.against if evidence else ():
            yield printable(f"    but {source_of}: {' '.join(otherwise.split())}")
    reason_width = max((len(block.reason) for block in document.blocks), default=0)
    for index, block in enumerate(document.blocks):
        yield _block_line(index, block, reason_width, full=full, colour=colour, width=width)
        if block.edits and block.span and source:
            for change in _changes(source[slice(*block.span)], block, markup=document.kind == "html"):
                yield f"{'':7}{change}"
    yield ""


_AROUND, _SHOWN = 12, 40  # code points before the first difference, and from there
_TAG = re.compile(r"<[^<>]*>")


def _changes(source: str, block: Block, *, markup: bool) -> Iterator[str]:
    """What each repair of a block did, in order, as far as it is seen in the source without its markup."""
    text = " ".join(unescape(_TAG.sub("", source)).split()) if markup and block.kind is not Kind.CODE else source
    for name in block.edits:
        repaired = replay(text, (name,))
        if repaired != text:
            yield f"{name}: {_first_change(text, repaired)}"
        text = repaired


def _first_change(before: str, after: str) -> str:
    """Both texts around the first place at which they differ."""
    pairs = enumerate(zip(before, after, strict=False))
    at = next((place for place, pair in pairs if pair[0] != pair[1]), min(len(before), len(after)))
    pieces = (text[max(0, at - _AROUND) : at + _SHOWN] for text in (before, after))
    return " -> ".join(printable(repr(piece)) for piece in pieces)


def _known_metadata(document: Document) -> Iterator[tuple[str, str]]:
    metadata = document.metadata
    for name in ("title", "kicker", "authors", "organisations", "date", "modified", "sitename", "url", "language", "page_type"):
        value = getattr(metadata, name)
        if value:
            yield name, "; ".join(value) if isinstance(value, tuple) else str(value)


def _block_line(index: int, block: Block, reason_width: int, *, full: bool, colour: bool, width: int) -> str:
    head = f"{index:4} {'+' if block.kept else '-'} {block.role:8} {block.score:.2f} {block.reason:{reason_width}}  "
    text = block.text if full else " ".join(block.text.split())
    notes = [*block.edits, *([f"{len(block.units)} headlines"] if block.units else [])]
    if block.markup is not None and not block.markup.shown:
        notes.append("hidden")
    text = printable(text) + (f"  [{', '.join(notes)}]" if notes else "")
    if not full and width:
        text = text if len(head) + len(text) <= width else text[: max(_NARROW, width - len(head) - 1)] + "…"
    return f"\x1b[{_COLOURS[block.role]}m{head}\x1b[0m{text}" if colour else head + text
