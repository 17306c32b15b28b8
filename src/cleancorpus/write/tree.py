"""Trees: one file a document, under names that are safe on every file system and never leave the folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from cleancorpus.storage import join_name

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 120
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))})


def safe_path(folder: str, name: str, suffix: str, taken: set[str]) -> str:
    """A name below ``folder`` for a record's name. Parents, drives and odd characters are gone. A name that is taken, as a
    file or as a
    folder, or differs from another by case alone, gets a digest, which is the same in every run. ``taken`` is added to."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."}]
    safe = [_safe_part(part) for part in parts] or ["document"]
    safe[-1] = safe[-1].rsplit(".", 1)[0] if "." in safe[-1][1:] else safe[-1]
    stem, tries = "/".join(safe), 0
    candidate = f"{stem}{suffix}"
    while not _is_free(candidate, taken):
        digest = hashlib.sha256(f"{name}\0{tries}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
        tries += 1
        candidate = f"{'_'.join(safe)}-{digest}{suffix}" if tries > 1 else f"{stem}-{digest}{suffix}"
    taken.add(candidate.casefold())
    taken.update(f"{parent}/".casefold() for parent in PurePosixPath(candidate).parents if str(parent) != ".")
    return join_name(folder, candidate)


def _is_free(candidate: str, taken: set[str]) -> bool:
    """Whether no file has that name, no folder has it, and none of its folders is the name of a file."""
    parents = {str(parent).casefold() for parent in PurePosixPath(candidate).parents}
    return candidate.casefold() not in taken and f"{candidate}/".casefold() not in taken and not parents & taken


def _safe_part(part: str) -> str:
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", part)).strip("-. ") or "_"
    if plain.split(".", 1)[0].casefold() in _RESERVED:
        plain = f"_{plain}"
    if len(plain.encode("utf-8")) > _LONGEST:
        plain = plain[: _LONGEST // 4] + "-" + hashlib.sha256(plain.encode("utf-8")).hexdigest()[:10]
    return plain
