"""`cleancorpus clean`: inputs to one file or a tree of files, with a report on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO

from cleancorpus.cli.documents import Cleaning, Reading, clean_inputs
from cleancorpus.cli.progress import Progress
from cleancorpus.document import Document
from cleancorpus.errors import OptionError
from cleancorpus.outcome import Outcome
from cleancorpus.packing import plain_suffix
from cleancorpus.read.files import find_files
from cleancorpus.record import Record
from cleancorpus.write.atomic import atomic_file
from cleancorpus.write.jsonl import to_line
from cleancorpus.write.packed import check_packing, packed
from cleancorpus.write.tree import safe_path

STDOUT = "-"
_SUFFIXES = {"jsonl": ".jsonl", "markdown": ".md", "text": ".txt"}
_FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}


@dataclass(frozen=True, slots=True)
class CleanJob:
    """What the command line asked for."""

    inputs: tuple[str, ...]
    output: str = STDOUT
    format: str | None = None
    cleaning: Cleaning = field(default_factory=Cleaning)
    reading: Reading = field(default_factory=Reading)
    blocks: bool = False
    limit: int | None = None
    quiet: bool = False


@dataclass(slots=True)
class Tally:
    """Counts of a run."""

    outcomes: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    shown: int = 0
    failed: int = 0

    def add(self, document: Document) -> None:
        """Count a document."""
        self.outcomes[str(document.outcome)] += 1
        self.failed += document.outcome.failed
        for block in document.blocks:
            self.roles[str(block.role)] += len(block.text)
            self.shown += len(block.text)
            self.kept += len(block.text) if block.kept else 0


def run_clean(job: CleanJob) -> int:
    """Clean the inputs; how many records failed. They are in the output with their outcome all the same.

    Raises:
        CleancorpusError: An option or input is wrong, or the output cannot be written. Nothing has been written then.
    """
    wanted = _find_format(job)
    _check_output(job)
    cleaner = job.cleaning.open()
    documents = clean_inputs(job.inputs, cleaner, job.reading)
    tally = Tally()
    progress = None if job.quiet else Progress(sys.stderr)
    counted = _count(documents if job.limit is None else islice(documents, job.limit), tally, progress)
    if _is_tree(job, wanted):
        _write_tree(counted, Path(job.output), wanted)
    else:
        with _open_output(job.output) as file:
            for number, (record, document) in enumerate(counted):
                file.write(_render(record, document, wanted, blocks=job.blocks, first=number == 0))
    if not job.quiet:
        print(_report(tally, job.output), file=sys.stderr)
    return tally.failed


def _find_format(job: CleanJob) -> str:
    suffix = plain_suffix(job.output)
    check_packing(Path(job.output))
    if job.format is None and suffix and suffix not in _FORMATS and job.output != STDOUT:
        message = (
            f"-o {job.output}: nothing is known of the ending {suffix}; choose one of {', '.join(_FORMATS)}, with .gz or .zst "
            "behind it for a compressed file, or give --format"
        )
        raise OptionError(message)
    wanted = job.format or _FORMATS.get(suffix, "jsonl")
    if job.blocks and wanted != "jsonl":
        message = f"--blocks: {wanted} has no place for blocks; use --format jsonl, or cleancorpus explain"
        raise OptionError(message)
    return wanted


def _check_output(job: CleanJob) -> None:
    """No output may stand where an input stands, or where the next run would read it.

    Raises:
        OptionError: It would.
    """
    if not job.output:
        message = "-o: the name is empty; name a file or folder, or - for standard output"
        raise OptionError(message)
    if job.output == STDOUT:
        return
    output = Path(job.output).resolve()
    for name in find_files(job.inputs):
        if name != STDOUT and Path(name).resolve() == output:
            message = f"-o {job.output}: is an input too and would be overwritten; choose another name"
            raise OptionError(message)
    for name in job.inputs:
        if name != STDOUT and Path(name).is_dir() and output.is_relative_to(Path(name).resolve()):
            message = (
                f"-o {job.output}: lies inside the input folder {name}, where the next run would read it; choose another place"
            )
            raise OptionError(message)


def _is_tree(job: CleanJob, wanted: str) -> bool:
    """One file for each document: markdown and text into a folder, which an output without an ending is."""
    return wanted != "jsonl" and job.output != STDOUT and (Path(job.output).is_dir() or not Path(job.output).suffix)


def _count(
    documents: Iterator[tuple[Record, Document]], tally: Tally, progress: Progress | None
) -> Iterator[tuple[Record, Document]]:
    for record, document in documents:
        tally.add(document)
        if progress is not None:
            progress.add(failed=document.outcome.failed)
        if document.outcome is not Outcome.OK:
            if progress is not None:
                progress.clear()
            print(f"cleancorpus: {record.id}: {document.outcome}: {document.message}", file=sys.stderr)
        yield record, document
    if progress is not None:
        progress.clear()


def _write_tree(documents: Iterator[tuple[Record, Document]], folder: Path, wanted: str) -> None:
    taken: set[str] = set()
    for record, document in documents:
        with atomic_file(safe_path(folder, record.id, _SUFFIXES[wanted], taken)) as file:
            file.write(_render(record, document, wanted, blocks=False, first=True))


@contextmanager
def _open_output(output: str) -> Iterator[IO[bytes]]:
    if output == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if path.is_dir() or output.endswith("/"):
        path /= "documents.jsonl"
    with atomic_file(path) as file, packed(file, path) as stream:
        yield stream


def _render(record: Record, document: Document, wanted: str, *, blocks: bool, first: bool) -> bytes:
    if wanted == "jsonl":
        return to_line(record.id, document, blocks=blocks, source=record.metadata)
    text = document.to_markdown() if wanted == "markdown" else document.text
    return ("" if first else "\n").encode() + text.encode("utf-8") + (b"\n" if text else b"")


def _report(tally: Tally, output: str) -> str:
    """A few lines about a run: documents by outcome, share kept, share of each role."""
    total = sum(tally.outcomes.values())
    outcomes = ", ".join(f"{count} {name}" for name, count in tally.outcomes.most_common())
    lines = [f"cleancorpus: {total} document{'s' * (total != 1)}: {outcomes}"]
    if tally.shown:
        roles = ", ".join(f"{name} {count / tally.shown:.0%}" for name, count in tally.roles.most_common())
        lines.append(f"cleancorpus: kept {tally.kept / tally.shown:.0%} of {tally.shown:,} characters ({roles})")
    if output != STDOUT:
        lines.append(f"cleancorpus: written to {output}")
    return "\n".join(lines)
