"""`python -m training.written`: what a model makes of texts that others wrote out, line by line, with the role of each.

Their authors wrote none of the sites of `training.compose` and knew nothing of the features. Articles, layouts and residue are
their own.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cleancorpus.pipeline import Cleaner
from cleancorpus.role import Role
from training.compose.layout import BLANK, Line
from training.tally import Tally, report

TEXTS = Path(__file__).parent / "texts"


def read_texts(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """(group, lines) of each text of a folder, in order of name; the group is the name without its number.

    Raises:
        ValueError: A line is neither empty nor a role, a tab and text; says which.
    """
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        yield path.stem.rpartition("-")[0], [_read_line(line, f"{path}:{number}") for number, line in enumerate(lines, 1)]


def _read_line(line: str, place: str) -> Line:
    role, tab, text = line.partition("\t")
    if not line.strip():
        return BLANK
    if not tab or not text.strip() or role not in set(Role):
        message = f"{place}: {line!r}: a role, a tab and the line's text, or nothing"
        raise ValueError(message)
    return text, role


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.written", description=__doc__)
    parser.add_argument("--model", type=Path, help="a model folder (default: the package's)")
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a folder of texts")
    arguments = parser.parse_args()
    cleaner = Cleaner(model=arguments.model) if arguments.model else Cleaner()
    whole, groups = Tally(), defaultdict[str, Tally](Tally)
    texts = [*read_texts(arguments.texts)]
    documents = cleaner.clean_many(("\n".join(text for text, _ in lines) for _, lines in texts), kind="text")
    for (group, lines), document in zip(texts, documents, strict=True):
        for tally in (whole, groups[group]):
            tally.add(lines, document.blocks)
    report(whole, groups)


if __name__ == "__main__":
    main()
