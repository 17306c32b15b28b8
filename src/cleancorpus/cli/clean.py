"""`cleancorpus clean`: inputs to one file or a tree of files, with a report on standard error."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import IO, Any

from cleancorpus import __version__
from cleancorpus.batch.folder import MANIFEST, PART, fingerprint, hold_folder, open_folder, write_again, write_parts
from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.render import Done, Format, Rendering
from cleancorpus.batch.work import Work
from cleancorpus.cli.documents import Cleaning, Inputs, Reading, find_inputs
from cleancorpus.cli.progress import Progress
from cleancorpus.cli.terminal import printable
from cleancorpus.errors import OptionError
from cleancorpus.outcome import Outcome
from cleancorpus.packing import GZIP, ZSTD, plain_suffix
from cleancorpus.read.estimate import estimate_records
from cleancorpus.record import Record
from cleancorpus.storage import find_storage, join_name
from cleancorpus.write.atomic import atomic_file
from cleancorpus.write.dolma import FOLDERS
from cleancorpus.write.packed import check_packing, packed
from cleancorpus.write.parquet import check_parquet, write_parquet
from cleancorpus.write.tree import safe_path

STDOUT = "-"
PARQUET = "parquet"
FORMATS = (*map(str, Format), PARQUET)
_SUFFIXES = {"jsonl": ".jsonl", "markdown": ".md", "text": ".txt", PARQUET: ".parquet", "dolma": ".jsonl"}
_FORMATS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".parquet": PARQUET,
}
PACKINGS = {"gzip": GZIP, "zstd": ZSTD}
_SHOWN_LANGUAGES = 12
_SLOW, _MOST_SLOW, _MANY = 1.0, 5, 50
"""Seconds from which on a document is worth naming in the report, how many are, and of how many: the first few take part in what
is read once."""
_TRIED, _LOOKED_INTO = 20, 32  # records, and files of many, of a dry run
_MANY_FILES, _MANY_BYTES = 64, 5_000_000
"""Inputs that are worth starting processes for."""


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
    sample: float = 1.0
    """Share of the records that is cleaned, chosen by their names."""
    dry: bool = False
    """Only say what would be done."""
    workers: int | None = None
    """Processes; 0 for none, None for as many as there are cores where the input is large enough."""
    supervision: Supervision = field(default_factory=Supervision)
    pack: str | None = None
    """How the parts of a folder are compressed: one of `PACKINGS`."""
    part_size: int = 10_000
    quiet: bool = False


@dataclass(slots=True)
class Tally:
    """Counts of a run."""

    outcomes: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """Those that took longest and how many seconds, longest first."""
    kept: int = 0
    shown: int = 0

    @property
    def failed(self) -> int:
        """Records without a text that can be used."""
        return sum(count for name, count in self.outcomes.items() if Outcome(name).failed)

    def add(self, done: Done) -> None:
        """Count a record."""
        self.outcomes[str(done.outcome)] += 1
        self.roles.update(done.roles)
        self.languages.update([done.language] if done.language else [])
        if done.seconds >= _SLOW and (len(self.slowest) < _MOST_SLOW or done.seconds > self.slowest[-1][0]):
            self.slowest = sorted([*self.slowest, (done.seconds, done.id)], reverse=True)[:_MOST_SLOW]
        self.shown += done.shown
        self.kept += done.kept


def run_clean(job: CleanJob) -> int:
    """Clean the inputs; how many records failed. They are in the output with their outcome all the same.

    Raises:
        CleancorpusError: An option or input is wrong, or the output cannot be written. Nothing has been written then.
    """
    wanted = _find_format(job)
    inputs = find_inputs(job.inputs, job.reading)
    _check_output(job, inputs, wanted)
    rendering = Rendering(Format.JSONL if wanted == PARQUET else Format(wanted), job.blocks)
    work = inputs.work(job.cleaning.open(job.supervision.seconds), rendering)
    tally = Tally()
    if job.dry:
        print(_try_out(job, inputs, work, tally), file=sys.stderr)
        return tally.failed
    progress = None if job.quiet else Progress(sys.stderr, total=_count_inputs(job, inputs))
    if _is_folder(job) and not _is_tree(job, wanted):
        with hold_folder(job.output):
            _write_folder(job, inputs, work, tally, progress, wanted)
    else:
        done = _done(job, inputs, work, tally, progress, _records(job, inputs, work))
        if _is_tree(job, wanted):
            _write_tree(done, job.output, wanted)
        else:
            with _open_output(job.output) as file:
                _write(file, job.output, done, wanted=wanted, blocks=job.blocks)
    if not job.quiet:
        print(report(tally, job.output), file=sys.stderr)
    return tally.failed


def _write_folder(job: CleanJob, inputs: Inputs, work: Work, tally: Tally, progress: Progress | None, wanted: str) -> None:
    """The records as parts: first, once more, those of parts in which a worker died, then those behind the last part."""
    header = _header(job, inputs, work, wanted)
    before = open_folder(job.output, header)
    names = _part_names(job, wanted)
    write = partial(_write_part, names=names, wanted=wanted, job=job)
    records, at = _records(job, inputs, work), 0
    for lost in before.lost if all("size" in item for item in header["inputs"]) else ():  # others cannot be known to be the same
        own = islice(records, lost.first - at, lost.first - at + lost.records)
        at = lost.first + lost.records
        kept = write_again(_done(job, inputs, work, Tally(), progress, own), job.output, before, lost, names, write)
        if progress is not None:
            what = f"{lost.crashed} whose worker died, tried again"
            print(f"cleancorpus: part {lost.part}: {what}{f'; it stays as it was: {kept}' if kept else ''}", file=sys.stderr)
    tally.outcomes.update(before.outcomes)
    if progress is not None:
        progress.skip(before.records)
    rest = islice(records, before.records - at, None)
    done = _done(job, inputs, work, tally, progress, rest) if not before.finished else iter(())
    write_parts(done, job.output, before, names, job.part_size, write)


def _done(
    job: CleanJob, inputs: Inputs, work: Work, tally: Tally, progress: Progress | None, records: Iterator[Record]
) -> Iterator[Done]:
    """The records dealt with, in order."""
    workers = job.workers if job.workers is not None else _find_workers(inputs)
    if workers:
        return _count(run_pool(records, work, replace(job.supervision, workers=workers)), tally, progress)
    work.check()
    return _count(work.run(records), tally, progress)


def _records(job: CleanJob, inputs: Inputs, work: Work) -> Iterator[Record]:
    """The records of a run, up to its limit."""
    return islice(_sampled(job, inputs, work), job.limit)


def _sampled(job: CleanJob, inputs: Inputs, work: Work) -> Iterator[Record]:
    records = inputs.records(work.cleaner)
    if job.sample >= 1.0:
        return records
    return (record for record in records if _place(record.id) < job.sample)


def _place(name: str) -> float:
    """A number from 0 to 1 that is a name's own, as good as drawn."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:6]) / (1 << 48)


def _try_out(job: CleanJob, inputs: Inputs, work: Work, tally: Tally) -> str:
    """What would be read, what the first records become, and how long all of it may take."""
    paths = inputs.paths
    stored = sum(map(_size, paths))
    list(work.run([Record("ready", "One line.")]))  # what is read once is no part of what a record costs
    begun, sizes = time.monotonic(), []
    for record in islice(_sampled(job, inputs, work), min(_TRIED, job.limit or _TRIED)):
        sizes.append(len(record.source))
        for done in work.run([record]):
            tally.add(done)
    each = (time.monotonic() - begun) / max(len(sizes), 1)
    first = f"cleancorpus: {len(paths)} input{'s' * (len(paths) != 1)}, {stored:,} bytes as stored"
    if not sizes:
        return f"{first}; no record in them"
    outcomes = ", ".join(f"{count} {name}" for name, count in tally.outcomes.most_common())
    lines = [first, f"cleancorpus: the first {len(sizes)}: {outcomes}; {1000 * each:.0f} ms each on one core"]
    count = len(sizes) if len(sizes) < _TRIED else _estimate(job, inputs, [size for size in sizes if size])
    if count is not None:
        workers = job.workers or _find_workers(inputs) or 1
        some = "some " if len(sizes) == _TRIED else ""
        lines.append(f"cleancorpus: {some}{count:,} records, {count * each / workers:,.0f} s with {workers} at work")
    return "\n".join([*lines, "cleancorpus: nothing was written"])


def _estimate(job: CleanJob, inputs: Inputs, sizes: Sequence[int]) -> int | None:
    """About how many records there are, if some have so many bytes; None where nobody knows. Of many files the first are looked
    into, and the others are taken for like them."""
    if not sizes:
        return None
    many = [path for path in inputs.paths if inputs.holds_many(path)]
    looked = many[:_LOOKED_INTO]
    found = [estimate_records(path, inputs.ending(path), sum(sizes) / len(sizes)) for path in looked]
    known = [count for count in found if count is not None]
    if len(known) < len(found) or STDOUT in inputs.paths:
        return None
    alike = sum(map(_size, many)) / max(sum(map(_size, looked)), 1)
    count = max(len(sizes), round(job.sample * (len(inputs.paths) - len(many) + alike * sum(known))))
    return min(count, job.limit or count)


def _count_inputs(job: CleanJob, inputs: Inputs) -> int | None:
    """How many records there will be, where every input is one; None where that is not known before."""
    if job.sample < 1.0 or any(path == STDOUT or inputs.holds_many(path) for path in inputs.paths):
        return None
    return min(len(inputs.paths), job.limit or len(inputs.paths))


def _find_workers(inputs: Inputs) -> int:
    """As many workers as there are cores, where the input is large; none where a process would take longer to start than to
    work."""
    size = sum(map(_size, inputs.paths[:_MANY_FILES]))
    large = len(inputs.paths) > _MANY_FILES or size >= _MANY_BYTES
    return _cores() if large else 0


def _size(name: str) -> int:
    """Bytes of an input; 0 of one that is no file, as standard input."""
    storage = find_storage(name)
    return storage.size(name) if storage.is_file(name) else 0


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _header(job: CleanJob, inputs: Inputs, work: Work, wanted: str) -> dict[str, Any]:
    """Everything that the output of a run depends on."""
    return {
        "version": __version__,
        "format": wanted,
        "blocks": job.blocks,
        "pack": job.pack,
        "part_size": job.part_size,
        "limit": job.limit,
        "sample": job.sample,
        "seconds": job.supervision.seconds,
        "megabytes": job.supervision.megabytes,
        "cleaning": asdict(job.cleaning),
        "reading": asdict(job.reading),
        "models": work.cleaner.models(),
        "lexicons": fingerprint(job.cleaning.lexicon),
        "inputs": fingerprint(inputs.paths),
    }


def _find_format(job: CleanJob) -> str:
    suffix = plain_suffix(job.output)
    check_packing(job.output)
    if job.format is None and suffix and suffix not in _FORMATS and job.output != STDOUT:
        message = (
            f"-o {job.output}: nothing is known of the ending {suffix}; choose one of {', '.join(_FORMATS)}, with .gz or .zst "
            "behind it for a compressed file, a folder, or give --format"
        )
        raise OptionError(message)
    wanted = job.format or _FORMATS.get(suffix, "jsonl")
    if job.blocks and wanted not in {"jsonl", PARQUET}:
        message = f"--blocks: {wanted} has no place for blocks; use --format jsonl or parquet, or cleancorpus explain"
        raise OptionError(message)
    if wanted == PARQUET:
        check_parquet()
        if job.output == STDOUT:
            message = "--format parquet: a table cannot be written to standard output; name a file with -o"
            raise OptionError(message)
    if wanted == Format.DOLMA and not _is_folder(job):
        message = f"--format dolma: has documents and attributes in folders of their own; name a folder, as in -o {job.output}/"
        raise OptionError(message)
    if job.pack is not None and (wanted == PARQUET or not _is_folder(job)):
        message = f"--pack {job.pack}: is for the parts of a folder of JSON lines; give a file the ending .gz or .zst instead"
        raise OptionError(message)
    if job.pack == "zstd":
        check_packing(ZSTD)
    return wanted


def _is_folder(job: CleanJob) -> bool:
    """Whether the output is a folder of parts: one that is there, or a name that ends in a slash."""
    return job.output != STDOUT and (job.output.endswith(("/", os.sep)) or find_storage(job.output).is_folder(job.output))


def _check_output(job: CleanJob, inputs: Inputs, wanted: str) -> None:
    """No output may stand where an input stands, or where the next run would read it, and no files of documents in the folder of
    a run in parts.

    Raises:
        OptionError: It would.
    """
    if not job.output:
        message = "-o: the name is empty; name a file or folder, or - for standard output"
        raise OptionError(message)
    if job.output == STDOUT:
        return
    if _is_tree(job, wanted) and find_storage(job.output).exists(manifest := join_name(job.output, MANIFEST)):
        message = f"-o {job.output}: holds the parts of another run ({manifest}); choose another folder for single files"
        raise OptionError(message)
    output = find_storage(job.output).place(job.output)
    for name in inputs.paths:
        if name != STDOUT and find_storage(name).place(name) == output:
            message = f"-o {job.output}: is an input too and would be overwritten; choose another name"
            raise OptionError(message)
    for name in job.inputs:
        if name != STDOUT and find_storage(name).is_folder(name) and output.is_relative_to(find_storage(name).place(name)):
            message = (
                f"-o {job.output}: lies inside the input folder {name}, where the next run would read it; choose another place"
            )
            raise OptionError(message)


def _is_tree(job: CleanJob, wanted: str) -> bool:
    """One file for each document: markdown and text into a folder, which an output without an ending is."""
    return wanted in {"markdown", "text"} and job.output != STDOUT and (_is_folder(job) or not PurePosixPath(job.output).suffix)


def _count(done: Iterator[Done], tally: Tally, progress: Progress | None) -> Iterator[Done]:
    for item in done:
        tally.add(item)
        if progress is not None:
            progress.add(failed=item.outcome.failed, kept=item.kept, shown=item.shown)
        if item.outcome is not Outcome.OK:
            if progress is not None:
                progress.clear()
            print(printable(f"cleancorpus: {item.id}: {item.outcome}: {item.message}"), file=sys.stderr)
        yield item
    if progress is not None:
        progress.clear()


def _write_tree(done: Iterator[Done], folder: str, wanted: str) -> None:
    taken: set[str] = set()
    for item in done:
        with atomic_file(safe_path(folder, item.id, _SUFFIXES[wanted], taken)) as file:
            file.write(item.payload)


@contextmanager
def _open_output(output: str) -> Iterator[IO[bytes]]:
    if output == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with atomic_file(output) as file:
        yield file


def _part_names(job: CleanJob, wanted: str) -> list[str]:
    """Names of the files of a part, with ``{}`` for its number. The tools of Dolma read gzip."""
    pack = job.pack or ("gzip" if wanted == Format.DOLMA else "")
    name = f"{PART}{{}}{_SUFFIXES[wanted]}{PACKINGS.get(pack, '')}"
    return [f"{folder}/{name}" for folder in FOLDERS] if wanted == Format.DOLMA else [name]


def _write_part(files: Sequence[IO[bytes]], done: Iterator[Done], *, names: Sequence[str], wanted: str, job: CleanJob) -> None:
    """The records into the files of a part: one, or documents and attributes line by line."""
    if wanted != Format.DOLMA:
        _write(files[0], names[0], done, wanted=wanted, blocks=job.blocks)
        return
    with packed(files[0], names[0]) as documents, packed(files[1], names[1]) as attributes:
        for item in done:
            documents.write(item.payload)
            attributes.write(item.beside)


def _write(file: IO[bytes], name: str, done: Iterator[Done], *, wanted: str, blocks: bool) -> None:
    """The records into one file, compressed as its name says. Markdown and texts have a blank line between them."""
    if wanted == PARQUET:
        write_parquet(file, (json.loads(item.payload) for item in done), blocks=blocks)
        return
    with packed(file, name) as stream:
        for number, item in enumerate(done):
            stream.write((b"\n" if number and wanted != "jsonl" else b"") + item.payload)


def report(tally: Tally, output: str) -> str:
    """A few lines about a run: documents by outcome, share kept, share of each role."""
    total = sum(tally.outcomes.values())
    outcomes = ", ".join(f"{count} {name}" for name, count in tally.outcomes.most_common())
    lines = [f"cleancorpus: {total} document{'s' * (total != 1)}: {outcomes}"]
    if tally.shown:
        roles = ", ".join(f"{name} {count / tally.shown:.0%}" for name, count in tally.roles.most_common())
        lines.append(f"cleancorpus: kept {tally.kept / tally.shown:.0%} of {tally.shown:,} characters ({roles})")
    if len(tally.languages) > 1:
        languages = ", ".join(f"{name} {count}" for name, count in tally.languages.most_common(_SHOWN_LANGUAGES))
        lines.append(f"cleancorpus: languages: {languages}")
    if tally.slowest and total >= _MANY:
        slowest = ", ".join(f"{seconds:.1f} s {name}" for seconds, name in tally.slowest)
        lines.append(f"cleancorpus: slowest: {slowest}")
    if output != STDOUT:
        lines.append(f"cleancorpus: written to {output}")
    return "\n".join(lines)
