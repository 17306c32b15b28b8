"""Work: records to rendered documents in this process, in order: what every worker does, and a run without workers too."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from cleancorpus.batch.render import Done, Rendering, render
from cleancorpus.document import Document, failed_document
from cleancorpus.errors import WorkerError
from cleancorpus.language.identify import find_identifier
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record

_WARM = "<html><body><h1>Ready</h1><p>One page, so that what every page needs is there before the first comes.</p></body></html>"


_MOST_FAILED = 256
Input = tuple[bytes | str, str | None, str | None, Mapping[str, Any]]
"""As `Cleaner.clean_timed` takes one."""


def _failed_before(waiting: deque[tuple[Record, bytes | str | Document]]) -> Iterator[tuple[Record, Document, float]]:
    """The records in front that could not be read, with their outcomes, taken out."""
    while waiting and isinstance(failed := waiting[0][1], Document):
        yield waiting.popleft()[0], failed, 0.0


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
        waiting: deque[tuple[Record, bytes | str | Document]] = deque()
        unread = iter(records)
        for first in unread:  # and on behind what was taken from it meanwhile
            for document, seconds in self.cleaner.clean_timed(self._read_on(chain([first], unread), waiting)):
                yield from _failed_before(waiting)
                record, source = waiting.popleft()
                decoded = isinstance(source, str) and self.codec is not None
                yield record, replace(document, encoding=self.codec) if decoded else document, seconds
            yield from _failed_before(waiting)

    def _read_on(self, unread: Iterator[Record], waiting: deque[tuple[Record, bytes | str | Document]]) -> Iterator[Input]:
        """What can be cleaned of the records that follow, each put among those that wait for their document; up to a long run of
        records that cannot be read, which would wait for one that can."""
        failed = 0
        for record in unread:
            source = self._decode(record)
            waiting.append((record, source))
            if not isinstance(source, Document):
                failed = 0
                yield source, record.url or self.url, self.kind or record.kind, record.metadata
            elif (failed := failed + 1) >= _MOST_FAILED:
                return

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
