"""Storage: where files stand, on this machine or behind a URL such as ``s3://bucket/key``, and the few things done with them.

A name without a scheme is a path; one with a scheme is fsspec's to find, which is imported for no other. Whatever a backend
raises while it lists, reads or writes leaves here as `OSError`, so that a lost connection costs the record at hand.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import lru_cache
from glob import glob
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from cleancorpus.errors import InputError, OptionError, missing_extra

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module where there is one

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_FETCHED = frozenset({"http", "https"})
_BUCKETS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss"})
"""Where names have no folders, and the first part of one is a place that somebody pays for."""
LEFT = ".part"
"""The ending of files that are being written."""
_LONGEST_PREFIX = 60
_BUFFER = 1 << 20
_BLOCK = 8 << 20
"""Bytes that are asked for at once: a request takes as long as some megabytes do."""


class Storage(Protocol):
    """What can be done with files. Names are as the user gave them, and as they stand in the output."""

    def exists(self, name: str) -> bool:
        """Whether there is anything of that name."""

    def is_file(self, name: str) -> bool:
        """Whether it is a file."""

    def is_folder(self, name: str) -> bool:
        """Whether it is a folder; where there are none, whether names begin so."""

    def size(self, name: str) -> int:
        """Bytes of a file."""

    def files_below(self, folder: str) -> list[str]:
        """All files in a folder and in those in it, in order of name."""

    def matches(self, pattern: str) -> list[str]:
        """What a pattern (``*``, ``?``, ``**``, ``[a-z]``) matches, in order of name."""

    def open(self, name: str) -> IO[bytes]:
        """A file to read, from the start or from any place in it."""

    def make_folder(self, name: str) -> None:
        """A folder, if it is not there."""

    def hold(self, folder: str) -> AbstractContextManager[bool]:
        """A folder for one process alone while the context lasts; False where another one holds it. True where it cannot be
        known: behind a URL, and on systems without ``flock``."""

    def append_line(self, name: str, line: bytes) -> None:
        """One more line of a file, safe when this returns; what was cut off in the middle of one is taken away before."""

    def place(self, name: str) -> PurePath:
        """Where a name stands, the same for all names of one file or folder."""

    def clear_parts(self, folder: str, beginning: str) -> None:
        """Take away what `temporary_beside` made for names of this beginning, in a folder or one below it, and a kill left."""

    def temporary_beside(self, name: str) -> tuple[int, str]:
        """An open descriptor and path of a new file on this machine that `replace` can put in the place of ``name``."""

    def replace(self, path: str, name: str) -> None:
        """Put the file at ``path`` in its place, where it is whole from the first moment."""


def split_scheme(name: str) -> str:
    """The scheme of a URL in small letters; empty for a path.

    >>> split_scheme("s3://crawl/a.warc.gz"), split_scheme("C:/crawl/a.warc.gz")
    ('s3', '')
    """
    found = _SCHEME.match(name)
    return found[1].lower() if found else ""


def find_storage(name: str) -> Storage:
    """Where a name stands.

    Raises:
        InputError: The scheme is unknown, or would fetch pages from the web.
        OptionError: What reads it is not installed.
    """
    scheme = split_scheme(name)
    if not scheme:
        return _DISK
    storage = _find_remote(scheme)
    if not name.startswith(scheme):
        message = f"{name[:80]}: a scheme is written in small letters, {scheme}://…"
        raise InputError(message)
    return storage


def join_name(folder: str, name: str) -> str:
    """The name of a file in a folder.

    >>> join_name("s3://bucket/out/", "part-00000.jsonl"), join_name("out", "part-00000.jsonl")
    ('s3://bucket/out/part-00000.jsonl', 'out/part-00000.jsonl')
    """
    return f"{folder.rstrip('/')}/{name}" if split_scheme(folder) else str(Path(folder) / name)


def parent_of(name: str) -> str:
    """The folder that a name stands in.

    >>> parent_of("s3://bucket/out/part-00000.jsonl"), parent_of("part-00000.jsonl")
    ('s3://bucket/out', '.')
    """
    return name.rpartition("/")[0] if split_scheme(name) else str(Path(name).parent)


class _Disk:
    """Files of this machine."""

    def exists(self, name: str) -> bool:
        return os.path.exists(name)  # noqa: PTH110  false, not an error, for a name that cannot be

    def is_file(self, name: str) -> bool:
        return os.path.isfile(name)  # noqa: PTH113  the same

    def is_folder(self, name: str) -> bool:
        return os.path.isdir(name)  # noqa: PTH112  the same

    def size(self, name: str) -> int:
        return Path(name).stat().st_size

    def files_below(self, folder: str) -> list[str]:
        return sorted(str(item) for item in Path(folder).rglob("*") if item.is_file())

    def matches(self, pattern: str) -> list[str]:
        return sorted(match for match in glob(pattern, recursive=True) if self.exists(match))  # noqa: PTH207  absolute ones too

    def open(self, name: str) -> IO[bytes]:
        return Path(name).open("rb")

    def make_folder(self, name: str) -> None:
        Path(name).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def hold(self, folder: str) -> Iterator[bool]:
        if fcntl is None:
            yield True
            return
        handle = os.open(folder, os.O_RDONLY)  # the folder itself: no file is left behind, and the system lets go after a kill
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held = True
        except BlockingIOError:
            held = False
        except OSError:  # a file system without
            held = True
        try:
            yield held
        finally:
            os.close(handle)

    def append_line(self, name: str, line: bytes) -> None:
        with Path(name).open("ab+") as file:
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
            file.write(line)
            file.flush()
            with suppress(OSError):  # a file system without
                os.fsync(file.fileno())

    def place(self, name: str) -> PurePath:
        return Path(name).resolve()

    def clear_parts(self, folder: str, beginning: str) -> None:
        for left in Path(folder).rglob(f".{beginning}*{LEFT}"):
            left.unlink()

    def temporary_beside(self, name: str) -> tuple[int, str]:
        path = Path(name)
        with suppress(FileNotFoundError):
            path.lstat()  # a name too long for the file system is told now, not at the end
        return tempfile.mkstemp(prefix=f".{path.name}"[:_LONGEST_PREFIX] + ".", suffix=LEFT, dir=path.parent)

    def replace(self, path: str, name: str) -> None:
        Path(path).chmod(0o644)
        Path(path).replace(name)


_DISK = _Disk()


class _Remote:
    """Files that fsspec finds."""

    def __init__(self, system: Any) -> None:
        self._system = system

    def _info(self, name: str) -> dict[str, Any] | None:
        with _as_os_error():
            try:
                return cast("dict[str, Any]", self._system.info(name))
            except FileNotFoundError:
                return None

    def exists(self, name: str) -> bool:
        return self._info(name) is not None

    def is_file(self, name: str) -> bool:
        info = self._info(name)
        return info is not None and info["type"] == "file" and not name.endswith("/")

    def is_folder(self, name: str) -> bool:
        info = self._info(name)
        return info is not None and info["type"] == "directory"

    def size(self, name: str) -> int:
        info = self._info(name)
        if info is None:
            raise FileNotFoundError(2, "no such file", name)
        return int(info["size"])

    def files_below(self, folder: str) -> list[str]:
        with _as_os_error():
            return sorted(map(self._system.unstrip_protocol, self._system.find(folder)))

    def matches(self, pattern: str) -> list[str]:
        with _as_os_error():
            return sorted(map(self._system.unstrip_protocol, self._system.glob(pattern)))

    def open(self, name: str) -> IO[bytes]:
        with _as_os_error():
            return io.BufferedReader(_Reader(self._system.open(name, "rb", block_size=_BLOCK)), _BUFFER)

    def make_folder(self, name: str) -> None:
        scheme, _, rest = name.partition("://")
        if scheme.lower() not in _BUCKETS:
            with _as_os_error():
                self._system.makedirs(name, exist_ok=True)
        elif not self.exists(bucket := f"{scheme}://{rest.split('/')[0]}"):
            raise FileNotFoundError(2, f"there is no {bucket}, and none is made")

    def hold(self, folder: str) -> AbstractContextManager[bool]:
        return nullcontext(True)

    def append_line(self, name: str, line: bytes) -> None:
        """Nothing can be appended to there: the file is written anew. A manifest has a line for ten thousand records."""
        written = b""
        if self.exists(name):
            with self.open(name) as file:
                written = file.read()
        handle, path = self.temporary_beside(name)
        with os.fdopen(handle, "wb") as file:
            file.write(written[: written.rfind(b"\n") + 1] + line)
        self.replace(path, name)

    def place(self, name: str) -> PurePath:
        protocol = self._system.protocol
        names = (protocol,) if isinstance(protocol, str) else tuple(protocol)
        path = str(self._system._strip_protocol(name))  # noqa: SLF001  fsspec's way to one name of a file
        return Path(path).resolve() if "file" in names else PurePosixPath(names[0]) / path.strip("/")

    def clear_parts(self, folder: str, beginning: str) -> None:
        """There are none: they are on this machine, among its temporary files."""

    def temporary_beside(self, name: str) -> tuple[int, str]:
        return tempfile.mkstemp(prefix="cleancorpus.", suffix=LEFT)

    def replace(self, path: str, name: str) -> None:
        with _as_os_error():
            self._system.put_file(path, name)
        Path(path).unlink()


class _Reader(io.RawIOBase):
    """A file of a backend: what it raises is an `OSError`."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _as_os_error():
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        with _as_os_error():
            data = self._file.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


@contextmanager
def _as_os_error() -> Iterator[None]:
    """What a backend raises, told as the system tells it: each has exceptions of its own for no right and no connection."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(None, f"{type(error).__name__}: {error}") from error


@lru_cache(maxsize=16)
def _find_remote(scheme: str) -> _Remote:
    if scheme in _FETCHED:
        message = f"{scheme}://…: cleancorpus reads pages and fetches none; save what is to be cleaned and name the file"
        raise InputError(message)
    try:
        import fsspec  # noqa: PLC0415  an extra
    except ImportError as error:
        what = f"what reads and writes {scheme}://"
        raise missing_extra(what, "s3", error) from error
    try:
        # What was listed is not remembered: the folder of a run changes while it runs.
        return _Remote(fsspec.filesystem(scheme, use_listings_cache=False))
    except ValueError as error:
        message = f"{scheme}://…: {error}; use a path, s3://, or another scheme that fsspec knows"
        raise InputError(message) from error
    except ImportError as error:
        message = f"{scheme}://…: {error}"
        raise OptionError(message) from error
