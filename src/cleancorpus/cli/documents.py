"""Inputs of a command as documents, in order: what both subcommands share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import tee

from cleancorpus.document import Document, failed_document
from cleancorpus.errors import OptionError
from cleancorpus.language.lexicon import read_lexicon
from cleancorpus.outcome import Outcome
from cleancorpus.packing import plain_suffix
from cleancorpus.pipeline import Cleaner
from cleancorpus.read.files import MANY, find_files, read_files
from cleancorpus.read.rows import Keys
from cleancorpus.record import Record
from cleancorpus.segment.decode import find_codec


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How documents are cleaned, as the command line says it."""

    profile: str = "article"
    identifier: str = "py3langid"
    engine: str = "native"
    model: str | None = None
    lexicon: tuple[str, ...] = ()
    repairs: str = ""

    def open(self) -> Cleaner:
        """The cleaner of these options.

        Raises:
            CleancorpusError: A name is unknown, or a file cannot be used.
        """
        return Cleaner(
            profile=self.profile,
            identifier=self.identifier,
            engine=self.engine,
            model=self.model,
            lexicon=read_lexicon(*self.lexicon),
            repairs=self.repairs,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read."""

    kind: str | None = None
    encoding: str | None = None
    url: str | None = None
    keys: Keys = field(default_factory=Keys)


def clean_inputs(inputs: Sequence[str], cleaner: Cleaner, reading: Reading) -> Iterator[tuple[Record, Document]]:
    """(record, document) of every input, in order. Inputs and options are checked before the first is read.

    Raises:
        InputError: An input does not exist.
        OptionError: The encoding is unknown, or a URL is given for several inputs.
    """
    encoding, url = reading.encoding, reading.url
    codec = find_codec(encoding) if encoding is not None else None
    if encoding is not None and codec is None:
        message = f"unknown encoding {encoding!r}; use a label that browsers know, such as utf-8 or gb18030, or leave it out"
        raise OptionError(message)
    paths = find_files(inputs)
    if url is not None and (len(paths) > 1 or any(plain_suffix(path) in MANY for path in paths)):
        what = f"there are {len(paths)} inputs" if len(paths) > 1 else f"{paths[0]} holds many records"
        message = f"--url {url}: {what}, and a page has an address of its own; clean them one by one"
        raise OptionError(message)
    return _clean_records(read_files(paths, cleaner.limits.max_bytes, reading.keys), cleaner, reading, codec)


def _clean_records(
    records: Iterator[Record], cleaner: Cleaner, reading: Reading, codec: str | None
) -> Iterator[tuple[Record, Document]]:
    named, sources = tee((record, _decode(record, codec, cleaner)) for record in records)
    readable = (
        (source, record.url or reading.url, reading.kind or record.kind, record.metadata)
        for record, source in sources
        if not isinstance(source, Document)
    )
    documents = cleaner.clean_many(readable)
    for record, source in named:
        if isinstance(source, Document):
            yield record, source
        else:
            document = next(documents)
            yield record, replace(document, encoding=codec) if isinstance(source, str) and codec else document


def _decode(record: Record, codec: str | None, cleaner: Cleaner) -> bytes | str | Document:
    """The record's source, decoded where the user says how; a document at once where that fails."""
    if record.problem is not None:
        return failed_document(Outcome.ERROR, record.problem)
    if len(record.source) > (most := cleaner.limits.max_bytes):
        size = f"{record.size:,} bytes" if record.size else f"more than {most:,} bytes"
        return failed_document(Outcome.TOO_LARGE, f"{size}, the limit is {most:,}")
    if codec is None or isinstance(record.source, str):
        return record.source
    try:
        return record.source.decode(codec)
    except UnicodeDecodeError as error:
        message = (
            f"cannot be decoded as {codec}: {error.reason} at byte {error.start}; leave out --encoding to find out the encoding"
        )
        return failed_document(Outcome.NOT_TEXT, message)
