"""Compare what the fixtures become with the roles their authors gave them, and record where we differ.

    python scripts/golden.py            print the differences against the record; exit 1 if there are any
    python scripts/golden.py --write    print them, then write the record
    python scripts/golden.py --all      print every deviation from the authors' roles, recorded or not

The authors' roles (`fixtures/*/expected.json`) are never written. The record (`tests/golden/deviations.json`) holds the
blocks whose
role differs; a deviation that goes away must leave the record, so that progress cannot be lost unseen.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import cleancorpus

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
RECORD = ROOT / "tests" / "golden" / "deviations.json"
START = 40


def cases() -> list[Path]:
    """Fixture folders, in order of name."""
    return sorted(path.parent for path in FIXTURES.glob("*/expected.json"))


def clean_case(folder: Path) -> tuple[dict[str, Any], cleancorpus.Document]:
    """What the author expects and what the library makes of a fixture."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    source = next(folder.glob("page.*")).read_bytes()
    return expected, cleancorpus.clean(source, url=expected.get("url"))


def deviations(folder: Path) -> list[list[Any]]:
    """[index, start of the text, role expected, role given] of each block that differs; a block that is missing or too many
    counts
    with an empty role."""
    expected, document = clean_case(folder)
    wanted = [(role, _start(text)) for role, text in expected["blocks"]]
    given = [(str(block.role), _start(block.text)) for block in document.blocks]
    rows: list[list[Any]] = []
    if [text for _, text in wanted] != [text for _, text in given]:
        rows.append([-1, f"{len(given)} blocks, {len(wanted)} expected: {_first_difference(wanted, given)}", "", ""])
    rows += [
        [index, text, role, other]
        for index, ((role, text), (other, _)) in enumerate(zip(wanted, given, strict=False))
        if role != other
    ]
    if expected["outcome"].lower() != str(document.outcome):
        rows.append([-2, "outcome", expected["outcome"].lower(), str(document.outcome)])
    for name, value in expected.get("metadata", {}).items():
        actual = getattr(document.metadata, name)
        actual = list(actual) if isinstance(actual, tuple) else actual
        if actual != value:
            rows.append([-3, name, value, actual])
    if expected["language"] not in {document.language, None} and document.text:
        rows.append([-3, "language", expected["language"], document.language])
    return rows


def _start(text: str) -> str:
    return " ".join(text.split())[:START]


def _first_difference(wanted: list[tuple[str, str]], given: list[tuple[str, str]]) -> str:
    pairs = zip([text for _, text in wanted], [text for _, text in given], strict=False)
    return next((f"{one!r} / {other!r}" for one, other in pairs if one != other), "at the end")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("cases", nargs="*", help="names of cases; all if none")
    arguments = parser.parse_args()
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    found = {folder.name: deviations(folder) for folder in cases() if not arguments.cases or folder.name in arguments.cases}
    changed = False
    for name, rows in found.items():
        before = record.get(name, [])
        for row in rows:
            if arguments.all or row not in before:
                print(f"{'  ' if row in before else '+ '}{name}: {row}")
        for row in before:
            if row not in rows:
                print(f"- {name}: {row}")
        changed = changed or rows != before
    blocks = sum(len(json.loads((folder / "expected.json").read_text())["blocks"]) for folder in cases() if folder.name in found)
    wrong = sum(row[0] >= 0 for rows in found.values() for row in rows)
    print(f"{len(found)} cases, {blocks} blocks, {wrong} with another role ({1 - wrong / max(blocks, 1):.1%} right)")
    if arguments.write:
        RECORD.parent.mkdir(parents=True, exist_ok=True)
        merged = {name: rows for name, rows in sorted({**record, **found}.items()) if rows}
        RECORD.write_text(json.dumps(merged, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return 0
    return int(changed)


if __name__ == "__main__":
    sys.exit(main())
