"""How inputs are read and cleaned, as the command line says it: what both subcommands share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleancorpus.batch.render import Rendering
from cleancorpus.batch.work import Work
from cleancorpus.errors import OptionError
from cleancorpus.language.lexicon import read_lexicon
from cleancorpus.limits import Limits
from cleancorpus.pipeline import Cleaner
from cleancorpus.read.files import MANY, ending_of, find_files, read_files
from cleancorpus.read.rows import Keys
from cleancorpus.record import Record
from cleancorpus.segment.decode import find_codec

_SECONDS = Limits().max_seconds


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How documents are cleaned, as the command line says it."""

    profile: str = "article"
    identifier: str = "py3langid"
    engine: str = "native"
    model: str | None = None
    lexicon: tuple[str, ...] = ()
    repairs: str = ""
    transliterate: bool = False

    def open(self, seconds: float = _SECONDS) -> Cleaner:
        """The cleaner of these options, with so many seconds for one document.

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
            transliterate=self.transliterate,
            limits=Limits(max_seconds=seconds),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read."""

    kind: str | None = None
    encoding: str | None = None
    url: str | None = None
    form: str | None = None
    """What every input holds, one of `FORMS`; None for what their names say."""
    keys: Keys = field(default_factory=Keys)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read, looked up once: a folder may change while it is read."""

    paths: tuple[str, ...]
    reading: Reading

    def records(self, cleaner: Cleaner) -> Iterator[Record]:
        """The records, in order; few are held at a time."""
        return read_files(self.paths, cleaner.limits.max_bytes, self.reading.keys, self.reading.form)

    def ending(self, path: str) -> str:
        """What a file is read as."""
        return ending_of(path, self.reading.form)

    def holds_many(self, path: str) -> bool:
        """Whether a file may hold more than one record."""
        return self.ending(path) in MANY

    def work(self, cleaner: Cleaner, rendering: Rendering | None = None) -> Work:
        """What is to be done with each record."""
        codec = find_codec(self.reading.encoding) if self.reading.encoding is not None else None
        return Work(cleaner, rendering or Rendering(), self.reading.kind, codec, self.reading.url)


def find_inputs(inputs: Sequence[str], reading: Reading) -> Inputs:
    """Files behind the inputs, folders and patterns expanded.

    Raises:
        InputError: An input does not exist.
        OptionError: The encoding or form is unknown, or a URL is given for several inputs.
    """
    encoding, url = reading.encoding, reading.url
    if encoding is not None and find_codec(encoding) is None:
        message = f"unknown encoding {encoding!r}; use a label that browsers know, such as utf-8 or gb18030, or leave it out"
        raise OptionError(message)
    paths = find_files(inputs)
    found = Inputs(tuple(paths), reading)
    many = [path for path in paths if found.holds_many(path)]
    if url is not None and (len(paths) > 1 or many):
        what = f"there are {len(paths)} inputs" if len(paths) > 1 else f"{paths[0]} holds many records"
        message = f"--url {url}: {what}, and a page has an address of its own; clean them one by one"
        raise OptionError(message)
    return found
