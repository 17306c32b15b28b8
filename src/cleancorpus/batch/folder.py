"""Folder: the output of a long run as parts, and a manifest that says which are whole. A run that was stopped, however it was,
goes on where the last part ended; a part with records whose worker died is made once more."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import IO, Any, NamedTuple

from cleancorpus.batch.render import Done
from cleancorpus.errors import OptionError, OutputError
from cleancorpus.outcome import Outcome
from cleancorpus.storage import LEFT, find_storage, join_name
from cleancorpus.write.atomic import atomic_file

MANIFEST, PART = "manifest.jsonl", "part-"
_EDGE = 1 << 16  # bytes of both ends of an input that its fingerprint is taken from, beside its size
_STDIN = "-"
_CRASHED = str(Outcome.CRASHED)
_WITHOUT_DOCUMENT = frozenset(map(str, (Outcome.CRASHED, Outcome.TIMEOUT, Outcome.OUT_OF_MEMORY, Outcome.ERROR)))
_CHUNK = 1 << 20


Write = Callable[[Sequence[IO[bytes]], Iterator[Done]], None]
"""Writes records into the files of a part."""


class Lost(NamedTuple):
    """A part with records whose worker died."""

    part: int
    """Its number."""
    first: int
    """The run's records in front of its own."""
    records: int
    crashed: int


@dataclass(slots=True)
class Progressed:
    """How far the runs before this one got."""

    records: int = 0
    """Records in finished parts: so many are passed over."""
    parts: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    finished: bool = False
    lost: list[Lost] = field(default_factory=list)
    """Parts that are worth another try, in order: what killed a worker may have been the machine and not the record."""


def fingerprint(paths: Sequence[str]) -> list[dict[str, Any]]:
    """Path, size and a digest of both ends of each input: enough to see that it is another one; of standard input its name."""
    return [_fingerprint(path) for path in paths]


def _fingerprint(path: str) -> dict[str, Any]:
    storage = find_storage(path)
    if path == _STDIN or not storage.is_file(path):
        return {"path": path}
    size = storage.size(path)
    with storage.open(path) as file:
        digest = hashlib.sha256(file.read(_EDGE))
        if size > _EDGE:
            file.seek(max(_EDGE, size - _EDGE))
            digest.update(file.read(_EDGE))
    return {"path": path, "size": size, "sha256_of_ends": digest.hexdigest()}


@contextlib.contextmanager
def hold_folder(folder: str) -> Iterator[None]:
    """A folder, made if it is not there, for this run alone: two would write over each other's parts.

    Raises:
        OptionError: Another run is writing into it.
        OutputError: It cannot be written.
    """
    storage = find_storage(folder)
    with contextlib.ExitStack() as stack:
        try:
            storage.make_folder(folder)
            held = stack.enter_context(storage.hold(folder))
        except OSError as error:
            raise _refused(folder, error) from error
        if not held:
            message = f"{folder}: another run is writing into it; wait until it is done, or choose another folder"
            raise OptionError(message)
        yield


def open_folder(folder: str, header: Mapping[str, Any]) -> Progressed:
    """How far this run got before; the header as the first line of the folder's manifest, if it is the first time.

    Args:
        folder: Where the parts stand, held by this run (`hold_folder`).
        header: Everything that the output depends on: version, options, inputs, models.

    Raises:
        OptionError: The folder holds another run's output, or files that are none.
        OutputError: It cannot be written.
    """
    storage, manifest = find_storage(folder), join_name(folder, MANIFEST)
    wanted = {"run": json.loads(json.dumps(header))}
    try:
        storage.make_folder(folder)
        if not storage.exists(manifest):
            _check_empty(folder)
            _append(manifest, wanted)
            return Progressed()
        lines = _read_lines(manifest)
    except OSError as error:
        raise _refused(folder, error) from error
    if not lines or "run" not in lines[0]:
        message = f"{manifest}: is no manifest of cleancorpus; choose another folder"
        raise OptionError(message)
    if lines[0] != wanted:
        differing = _differing(lines[0]["run"], wanted["run"])
        message = f"{folder}: holds a run with other {differing}; runs are not mixed, choose another folder or take this one away"
        raise OptionError(message)
    for name in (PART, MANIFEST):
        storage.clear_parts(folder, name)  # of this run, when it was killed
    before, whole = _sum_up(lines[1:], folder)
    if whole < len(lines) - 1:
        _rewrite(manifest, lines[: whole + 1])
    return before


def _refused(folder: str, error: OSError) -> OutputError:
    return OutputError(f"{folder}: cannot be written: {error.strerror or error}; choose another place")


def _check_empty(folder: str) -> None:
    if any(not name.endswith(LEFT) for name in find_storage(folder).files_below(folder)):
        message = f"{folder}: holds files and no {MANIFEST}; the parts of a run need a folder of their own"
        raise OptionError(message)


def _differing(one: Any, other: Any) -> str:
    """What two headers differ in, by name, with both values where these are short: ``profile (article there, page here)``."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return "options"
    found = []
    for key in sorted(key for key in {*one, *other} if one.get(key) != other.get(key)):
        there, here = one.get(key), other.get(key)
        if isinstance(there, dict) and isinstance(here, dict):
            found.append(_differing(there, here))
        else:
            values = f"{there} there, {here} here"
            found.append(f"{key} ({values})" if len(values) <= _LONGEST_VALUES else key)
    return ", ".join(found) or "options"


_LONGEST_VALUES = 60


def _read_lines(manifest: str) -> list[dict[str, Any]]:
    """The manifest's lines, up to one that was cut off."""
    with find_storage(manifest).open(manifest) as file:
        written = file.read()
    lines = []
    for line in written.split(b"\n"):
        try:
            value = json.loads(line)
        except ValueError:
            break
        if not isinstance(value, dict):
            break
        lines.append(value)
    return lines


def _sum_up(lines: Sequence[Mapping[str, Any]], folder: str) -> tuple[Progressed, int]:
    """How far the run got, and how many lines say so: where a part was taken away all that follows is made again."""
    before = Progressed()
    for number, line in enumerate(lines):
        if "finished" in line:
            before.finished = True
        elif "part" in line and _is_whole(line, folder):
            if (crashed := line["outcomes"].get(_CRASHED, 0)) and not line.get("again"):
                before.lost.append(Lost(before.parts, before.records, line["records"], crashed))
            before.records += line["records"]
            before.parts += 1
            before.outcomes.update(line["outcomes"])
        else:
            return before, number
    return before, len(lines)


def _is_whole(line: Mapping[str, Any], folder: str) -> bool:
    """Whether all files of a part are there."""
    storage = find_storage(folder)
    return all(storage.exists(join_name(folder, name)) for name in (line["part"], *line.get("beside", ())))


def _rewrite(manifest: str, lines: Sequence[Mapping[str, Any]]) -> None:
    with atomic_file(manifest) as file:
        for line in lines:
            file.write(_to_line(line))


def _to_line(line: Mapping[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write_parts(
    done: Iterator[Done],
    folder: str,
    before: Progressed,
    names: Sequence[str],
    size: int,
    write: Write,
) -> None:
    """Write records as parts, each whole or not there, each with its line in the manifest once it is.

    Args:
        done: The records behind those of finished parts.
        folder: Where the parts stand.
        before: How far the runs before this one got; taken further.
        names: Of the files of a part, each with ``{}`` where its number stands: one, or more that belong together.
        size: Records in a part.
        write: Writes records into the files of a part.
    """
    while True:
        first = next(done, None)
        if first is None:
            break
        line = _write_part(chain((first,), islice(done, size - 1)), folder, before.parts, names, write)
        _append(join_name(folder, MANIFEST), line)
        before.parts += 1
        before.records += line["records"]
        before.outcomes.update(line["outcomes"])
    if not before.finished:
        _append(join_name(folder, MANIFEST), _final_line(before))
        before.finished = True


def write_again(done: Iterator[Done], folder: str, before: Progressed, lost: Lost, names: Sequence[str], write: Write) -> str:
    """Make a part once more, and put it in place of the one that is there if it is no worse. Killed at any moment it is made once
    more the next time.

    Args:
        done: The part's records.
        folder: Where the parts stand.
        before: How far the runs before this one got; its outcomes are brought up to date.
        lost: The part.
        names: As in `write_parts`.
        write: As there.

    Returns:
        Why the part stays as it was; empty where it does not.
    """
    manifest = join_name(folder, MANIFEST)
    lines = _read_lines(manifest)
    old = lines[1 + lost.part]
    try:
        line = _write_part(done, folder, lost.part, names, write, old)
    except _WorseError as worse:
        return str(worse)
    line |= {"again": True} if _CRASHED in line["outcomes"] else {}
    before.outcomes += Counter(line["outcomes"])
    before.outcomes -= Counter(old["outcomes"])
    lines[1 + lost.part] = line
    _rewrite(manifest, [*lines[: 1 + before.parts], _final_line(before)] if before.finished else lines)
    return ""


class _WorseError(Exception):
    """A part that was made again is not to replace the one that is there."""


def _check_no_worse(line: Mapping[str, Any], old: Mapping[str, Any]) -> None:
    if (line["records"], line["ids"]) != (old["records"], old.get("ids")):
        message = "the inputs give other records than before"
        raise _WorseError(message)
    if _count_lost(line) > _count_lost(old):
        message = f"{_count_lost(line)} records ended without a document, {_count_lost(old)} before"
        raise _WorseError(message)


def _count_lost(line: Mapping[str, Any]) -> int:
    return sum(count for name, count in line["outcomes"].items() if name in _WITHOUT_DOCUMENT)


def _write_part(
    done: Iterator[Done], folder: str, number: int, names: Sequence[str], write: Write, old: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Write the files of a part; its line for the manifest. In place of an ``old`` one they are only put if they are no worse."""
    files = [name.format(f"{number:05}") for name in names]
    outcomes: Counter[str] = Counter()
    ids = hashlib.sha256()
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(atomic_file(join_name(folder, name))) for name in files]
        write(opened, _count(done, outcomes, ids))
        line: dict[str, Any] = {
            "part": files[0],
            "records": outcomes.total(),
            "outcomes": dict(sorted(outcomes.items())),
            "ids": ids.hexdigest(),
        }
        if old is not None:
            _check_no_worse(line, old)
    digests = [_digest(join_name(folder, name)) for name in files]
    line |= {"sha256": digests[0]}
    return line | ({"beside": dict(zip(files[1:], digests[1:], strict=True))} if len(files) > 1 else {})


def _final_line(before: Progressed) -> dict[str, Any]:
    outcomes = dict(sorted(before.outcomes.items()))
    return {"finished": True, "parts": before.parts, "records": before.records, "outcomes": outcomes}


def _count(done: Iterator[Done], outcomes: Counter[str], ids: hashlib._Hash) -> Iterator[Done]:
    for item in done:
        outcomes[str(item.outcome)] += 1
        ids.update(item.id.encode("utf-8", "surrogatepass") + b"\0")
        yield item


def _digest(path: str) -> str:
    digest = hashlib.sha256()
    with find_storage(path).open(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _append(manifest: str, line: Mapping[str, Any]) -> None:
    find_storage(manifest).append_line(manifest, _to_line(line))
