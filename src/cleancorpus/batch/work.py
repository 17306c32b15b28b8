"""Work: records to rendered documents in this process, in order: what every worker does, and a run without workers too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import tee

from cleancorpus.batch.render import Done, Rendering, render
from cleancorpus.document import Document, failed_document
from cleancorpus.errors import WorkerError
from cleancorpus.language.identify import find_identifier
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record

_WARM = "<html><body><h1>Ready</h1><p>One page, so that what every page needs is there before the first comes.</p></body></html>"


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each record. Picklable: a worker is sent one."""

    cleaner: Cleaner
    rendering: Rendering = field(default_factory=Rendering)
    kind: str | None = None
    """``html`` or ``text`` for all records; None for what each says, or to look."""
    codec: str | None = None
    """Encoding of all records; None to find out."""
    url: str | None = None
    """Address of a record that has none of its own."""

    def run(self, records: Iterable[Record]) -> Iterator[Done]:
        """Each record dealt with, in order. A record that cannot be read is one with its outcome."""
        for record, document, seconds in self.clean_timed(records):
            yield replace(render(record, document, self.rendering, self.codec), seconds=seconds)

    def clean(self, records: Iterable[Record]) -> Iterator[tuple[Record, Document]]:
        """(record, document) of each record, in order."""
        return ((record, document) for record, document, _ in self.clean_timed(records))

    def clean_timed(self, records: Iterable[Record]) -> Iterator[tuple[Record, Document, float]]:
        """(record, document, seconds that it took) of each record, in order."""
        named, sources = tee((record, self._decode(record)) for record in records)
        readable = (
            (source, record.url or self.url, self.kind or record.kind, record.metadata)
            for record, source in sources
            if not isinstance(source, Document)
        )
        documents = self.cleaner.clean_timed(readable)
        for record, source in named:
            if isinstance(source, Document):
                yield record, source, 0.0
            else:
                document, seconds = next(documents)
                decoded = isinstance(source, str) and self.codec is not None
                yield record, replace(document, encoding=self.codec) if decoded else document, seconds

    def warm(self) -> str:
        """Clean one page, so that what every page needs is there before the first comes; why that failed, empty if it did not."""
        done = next(iter(self.run([Record("ready", _WARM)])))
        return done.message if done.outcome is Outcome.ERROR else ""

    def check(self) -> None:
        """Load what identifies languages, which nearly every document needs.

        Raises:
            WorkerError: It cannot be loaded: every document would end as an error.
        """
        try:
            find_identifier(self.cleaner.identifier).identify("One line of text, to see whether it can be told.")
        except OSError as error:
            message = f"the language identifier cannot be loaded: {error}; is there room in the folder for temporary files?"
            raise WorkerError(message) from error

    def fail(self, record: Record, outcome: Outcome, message: str, seconds: float = 0.0) -> Done:
        """A record that was not cleaned, and why."""
        return replace(render(record, failed_document(outcome, message), self.rendering), seconds=seconds)

    def _decode(self, record: Record) -> bytes | str | Document:
        """The record's source, decoded where the user says how; a document at once where that fails."""
        if record.problem is not None:
            return failed_document(Outcome.ERROR, record.problem)
        if len(record.source) > (most := self.cleaner.limits.max_bytes):
            size = f"{record.size:,} bytes" if record.size else f"more than {most:,} bytes"
            return failed_document(Outcome.TOO_LARGE, f"{size}, the limit is {most:,}")
        if self.codec is None or isinstance(record.source, str):
            return record.source
        try:
            return record.source.decode(self.codec)
        except UnicodeDecodeError as error:
            message = (
                f"cannot be decoded as {self.codec}: {error.reason} at byte {error.start}; leave out --encoding to find out the "
                "encoding"
            )
            return failed_document(Outcome.NOT_TEXT, message)
