"""Gold sets: what a path holds, and its pages as a stream of `GoldPage`.

A set is known by its columns or keys, not by its name: Parquet tables (`cleancorpus.evaluate.tables`), JSON lines of your own
documents and folders of fixture cases (`cleancorpus.evaluate.documents`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleancorpus.errors import DataError, InputError
from cleancorpus.evaluate.files import reading
from cleancorpus.evaluate.page import GoldPage

PARQUET, JSONL = (".parquet",), (".jsonl", ".ndjson")
"""Endings a folder is searched for."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A gold set that can be read, any number of times."""

    name: str
    path: Path
    read: Callable[[Path, str, int | None], Iterator[GoldPage]]
    """Called with path, name and sample size."""

    def pages(self, sample: int | None = None) -> Iterator[GoldPage]:
        """Its pages, in the order of the file, a few in memory at a time.

        Args:
            sample: Every nth page, so that about so many are left, of each part that is reported by itself; None for all.

        Raises:
            DataError: A record is wrong; file, line and value are named. Files of documents are checked before the first page.
        """
        return self.read(self.path, self.name, sample)


@dataclass(frozen=True, slots=True)
class FoundGold:
    """What lies under the paths of a command."""

    sets: tuple[GoldSet, ...]
    """In the order of the paths, those of a folder by name."""
    left_out: tuple[str, ...] = ()
    """Why a file of a folder is no gold set, one line each."""


def find_gold(paths: Sequence[str]) -> FoundGold:
    """The gold sets behind files and folders. Two of the same name go by their paths.

    Raises:
        InputError: A path does not exist, holds no gold set, or needs a package that is not installed.
        DataError: A named file is no gold set.
    """
    found = []
    for path in map(Path, paths):
        with reading(path):
            found.append(_find_one(path))
    sets = [item for part in found for item in part.sets]
    names = [item.name for item in sets]
    distinct = tuple(replace(item, name=str(item.path)) if names.count(item.name) > 1 else item for item in sets)
    if repeated := [item.name for index, item in enumerate(distinct) if item.name in {other.name for other in distinct[:index]}]:
        message = f"{repeated[0]}: is named twice; give each gold set once"
        raise InputError(message)
    return FoundGold(distinct, tuple(line for part in found for line in part.left_out))


def _find_one(path: Path) -> FoundGold:
    if path.is_dir():
        return _find_in_folder(path)
    if not path.is_file():
        message = f"{path}: no such file or folder; give a .parquet or .jsonl file, or a folder of them or of fixture cases"
        raise InputError(message)
    return FoundGold((_known_set(path),))


def _find_in_folder(folder: Path) -> FoundGold:
    from cleancorpus.evaluate.documents import EXPECTED, read_cases  # noqa: PLC0415  after GoldSet

    sets, left_out = [], []
    if (folder / EXPECTED).is_file() or any(folder.glob(f"*/{EXPECTED}")):
        sets.append(GoldSet(folder.resolve().name, folder, read_cases))
    for path in sorted(item for item in folder.iterdir() if item.suffix.lower() in PARQUET + JSONL and item.is_file()):
        try:
            sets.append(_known_set(path))
        except DataError as error:
            left_out.append(str(error))
    if not sets:
        message = f"{folder}: no gold set in this folder; expected .parquet or .jsonl files, or folders with an {EXPECTED}"
        raise InputError(" | ".join([message, *left_out]))
    return FoundGold(tuple(sets), tuple(left_out))


def _known_set(path: Path) -> GoldSet:
    if path.suffix.lower() in PARQUET:
        from cleancorpus.evaluate.tables import find_layout  # noqa: PLC0415  only tables need it

        return GoldSet(path.stem, path, find_layout(path).read)
    from cleancorpus.evaluate.documents import read_documents  # noqa: PLC0415  only other files need it

    return GoldSet(path.stem, path, read_documents)
