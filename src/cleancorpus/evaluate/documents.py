"""Gold of your own: JSON lines with one document each, and folders of fixture cases.

A line is an object with the keys

    id          name of the document, unique in the file
    html, text  one of the two: the page, or text extracted from it
    blocks      [[role, text], ...]: typed parts, in the order of the page
    gold        the main content as text; one of ``blocks`` and ``gold`` at least
    metadata    {"title": ..., "authors": [...], "date": ...}, each if you know it; null or [] says that the page has none
    url, language, page_type   each may be left out

Without ``gold``, the main content is what the profile ``article`` would keep of ``blocks``: lead, headings, body.

A case is a folder with ``expected.json`` beside ``page.html`` or ``page.txt``; its blocks are the first 40 characters of each
block of the page, in order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cleancorpus.errors import DataError
from cleancorpus.evaluate.files import reading
from cleancorpus.evaluate.page import Alignment, GoldPage, Stated
from cleancorpus.profile import PROFILES
from cleancorpus.role import Role

EXPECTED = "expected.json"
"""Name of a case's gold."""
_KEYS = ("id", "html", "text", "url", "language", "page_type", "blocks", "gold", "metadata")
_METADATA = ("title", "authors", "date")
_ROLES = frozenset(map(str, Role))
_SHOWN = 60


def read_documents(path: Path, name: str, sample: int | None = None) -> Iterator[GoldPage]:
    """Pages of a file of JSON lines. The whole file is checked before the first page is given; blank lines are passed over.

    Raises:
        DataError: A line is not as described above, or there is none.
        InputError: The file cannot be read.
    """
    seen: set[str] = set()
    for place, record in _records(path):
        page = parse_document(record, place, name)
        if page.id in seen:
            message = f"{place}: the id {_show(page.id)} stands twice in this file; give each document an id of its own"
            raise DataError(message)
        seen.add(page.id)
    if not seen:
        message = f"{path}: holds no document; expected one JSON object per line"
        raise DataError(message)
    step = max(1, len(seen) // sample) if sample else 1
    return (parse_document(record, place, name) for index, (place, record) in enumerate(_records(path)) if index % step == 0)


def _records(path: Path) -> Iterator[tuple[str, Any]]:
    """(place for messages, parsed value) of every line that is not blank."""
    with reading(path), path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                place = f"{path}:{number}"
                yield place, _parse_json(line, place)


def _parse_json(data: bytes, place: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"{place}: is no JSON in UTF-8: {error} ({_show(data[:_SHOWN].decode('utf-8', 'replace'))})"
        raise DataError(message) from error


def parse_document(record: Any, place: str, dataset: str) -> GoldPage:
    """The gold page of one object. ``place`` names it in messages.

    Raises:
        DataError: A key is missing or unknown, or a value is not what it should be.
    """
    _check_keys(record, place)
    kind = _kind_of(record, place)
    blocks = parse_blocks(record.get("blocks"), place)
    content = _text(record, "gold", place)
    if content is None and record.get("blocks") is None:
        message = f'{place}: has no gold; give "blocks": [[role, text], ...], or "gold": the main content, or both'
        raise DataError(message)
    return GoldPage(
        dataset=dataset,
        id=_required(record, "id", place),
        source=_required(record, kind, place, may_be_empty=True),
        kind=kind,
        profile="article" if content is None else "page",
        url=_text(record, "url", place),
        language=_text(record, "language", place),
        page_type=_text(record, "page_type", place),
        content=_kept_of(blocks) if content is None else content,
        parts=blocks,
        metadata=parse_metadata(record.get("metadata"), place),
    )


def _check_keys(record: Any, place: str) -> None:
    if not isinstance(record, dict):
        message = f"{place}: is {_show(record)}; expected an object with the keys {', '.join(_KEYS)}"
        raise DataError(message)
    if unknown := [key for key in record if key not in _KEYS]:
        message = f"{place}: unknown key {_show(unknown[0])}; known are {', '.join(_KEYS)}"
        raise DataError(message)


def _kind_of(record: Mapping[str, Any], place: str) -> str:
    kinds = [kind for kind in ("html", "text") if record.get(kind) is not None]
    if len(kinds) != 1:
        message = f"{place}: has {' and '.join(kinds) or 'neither html nor text'}; give the page as one of the two"
        raise DataError(message)
    return kinds[0]


def _required(record: Mapping[str, Any], key: str, place: str, *, may_be_empty: bool = False) -> str:
    value = _text(record, key, place)
    if value is None or not (value or may_be_empty):
        message = f"{place}: {key} is missing or empty; every document needs one"
        raise DataError(message)
    return value


def _text(record: Mapping[str, Any], key: str, place: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        message = f"{place}: {key} is {_show(value)}; expected a text"
        raise DataError(message)
    return value


def parse_blocks(value: Any, place: str) -> tuple[tuple[str, str], ...]:
    """(role, text) pairs; none for None.

    Raises:
        DataError: It is no list of such pairs, or a role does not exist.
    """
    if value is None:
        return ()
    if not isinstance(value, list):
        message = f"{place}: blocks is {_show(value)}; expected [[role, text], ...]"
        raise DataError(message)
    return tuple(_parse_block(item, place) for item in value)


def _parse_block(item: Any, place: str) -> tuple[str, str]:
    match item:
        case [str(role), str(text)]:
            if role not in _ROLES:
                message = f"{place}: unknown role {_show(role)}; choose one of: {', '.join(Role)}"
                raise DataError(message)
            return role, text
        case _:
            message = f"{place}: a block is {_show(item)}; expected [role, text]"
            raise DataError(message)


def parse_metadata(value: Any, place: str) -> dict[str, Stated]:
    """What is stated of title, authors and date; nothing for None.

    Raises:
        DataError: A key is unknown, or a value neither a text, nor for authors a list of texts, nor null.
    """
    if value is None:
        return {}
    if not isinstance(value, dict) or any(key not in _METADATA for key in value):
        message = f"{place}: metadata is {_show(value)}; expected an object with some of the keys {', '.join(_METADATA)}"
        raise DataError(message)
    return {key: _parse_authors(item, place) if key == "authors" else _text(value, key, place) for key, item in value.items()}


def _parse_authors(value: Any, place: str) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value or []
    if not isinstance(names, list) or not all(isinstance(item, str) for item in names):
        message = f"{place}: authors is {_show(value)}; expected a list of names"
        raise DataError(message)
    return tuple(names)


def _kept_of(blocks: tuple[tuple[str, str], ...]) -> str:
    keeps = PROFILES["article"].keeps
    return "\n\n".join(text for role, text in blocks if Role(role) in keeps)


def _show(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


def read_cases(folder: Path, name: str, sample: int | None = None) -> Iterator[GoldPage]:
    """Pages of the fixture cases in a folder, or of the one that it is, in order of name.

    Raises:
        DataError: An ``expected.json`` is not as it should be, or has no page beside it.
        InputError: A file cannot be read.
    """
    found = [folder] if (folder / EXPECTED).is_file() else sorted(path.parent for path in folder.glob(f"*/{EXPECTED}"))
    step = max(1, len(found) // sample) if sample else 1
    return (_read_case(case, name) for case in found[::step])


def _read_case(folder: Path, dataset: str) -> GoldPage:
    place = str(folder / EXPECTED)
    with reading(folder):
        expected = _parse_json((folder / EXPECTED).read_bytes(), place)
        source = (page := _page_of(folder)).read_bytes()
    if not isinstance(expected, dict) or not isinstance(metadata := expected.get("metadata", {}), dict):
        message = f"{place}: is {_show(expected)}; expected an object with blocks and, if known, metadata"
        raise DataError(message)
    return GoldPage(
        dataset=dataset,
        id=folder.name,
        source=source,
        kind="html" if page.suffix == ".html" else "text",
        profile="article",
        url=_text(expected, "url", place),
        language=_text(expected, "language", place),
        page_type=_text(expected, "page_type", place),
        parts=parse_blocks(expected.get("blocks"), place),
        alignment=Alignment.STARTS,
        metadata=parse_metadata({key: metadata[key] for key in _METADATA if key in metadata}, place),
    )


def _page_of(folder: Path) -> Path:
    for page in (folder / "page.html", folder / "page.txt"):
        if page.is_file():
            return page
    message = f"{folder}: has an {EXPECTED} but neither page.html nor page.txt; put the page beside it"
    raise DataError(message)
