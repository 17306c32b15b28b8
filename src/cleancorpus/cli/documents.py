"""How inputs are read and cleaned, as the command line says it: what both subcommands share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleancorpus.batch.render import Rendering
from cleancorpus.batch.work import Work
from cleancorpus.errors import OptionError
from cleancorpus.language.lexicon import read_lexicon
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


def open_work(inputs: Sequence[str], cleaner: Cleaner, reading: Reading, rendering: Rendering | None = None) -> Work:
    """What is to be done with each record of some inputs.

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
    return Work(cleaner, rendering or Rendering(), reading.kind, codec, url)


def read_inputs(inputs: Sequence[str], cleaner: Cleaner, reading: Reading) -> Iterator[Record]:
    """The records of some inputs, in order; few are held at a time.

    Raises:
        InputError: An input does not exist; before the first record.
    """
    return read_files(find_files(inputs), cleaner.limits.max_bytes, reading.keys)
