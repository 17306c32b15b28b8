"""`python -m training.kept_guides`: what a model leaves out of articles that are not all prose and have nothing around them.

Those of `compose/kept/guides`, which no training has seen, end in results, values, signatures and short news of their own. All of
their lines are the article's, so whatever is left out of them is lost.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cleancorpus.block import Block
from cleancorpus.pipeline import Cleaner
from cleancorpus.role import Role
from training.compose.shelf import Piece, read_shelves

KEPT = Path(__file__).parent / "compose" / "kept" / "guides"
_SHOWN = 90  # code points of a line


def lines_of(piece: Piece) -> Iterator[str]:
    """Its lines as a text has them."""
    yield piece.title
    if piece.lead:
        yield piece.lead
    for heading, paragraphs in piece.sections:
        yield from [heading, *paragraphs] if heading else paragraphs


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.kept_guides", description=__doc__)
    parser.add_argument("--model", type=Path, help="a model folder (default: the package's)")
    parser.add_argument("--guides", type=Path, default=KEPT, help="a folder of shelves")
    parser.add_argument("--show", action="store_true", help="print every line that is lost")
    arguments = parser.parse_args()
    cleaner = Cleaner(model=arguments.model) if arguments.model else Cleaner()
    pieces = [(shelf.language, piece) for shelf in read_shelves(arguments.guides) for piece in shelf.pieces if piece.sections]
    documents = cleaner.clean_many(("\n".join(lines_of(piece)) for _, piece in pieces), kind="text")
    lines, lost, losing = Counter[str](), Counter[str](), 0
    for (language, _), document in zip(pieces, documents, strict=True):
        own = [block for block in document.blocks if _is_lost(block)]
        lines[language] += len(document.blocks)
        lost[language] += len(own)
        losing += bool(own)
        for block in own if arguments.show else ():
            sys.stdout.write(f"{language} {block.role} {block.reason}: {block.text[:_SHOWN]}\n")
    sys.stdout.write(", ".join(f"{language} {lost[language]} of {count}" for language, count in sorted(lines.items())) + "\n")
    sys.stdout.write(f"{losing} of {len(pieces)} texts lose a line, {lost.total()} of {lines.total()} lines are lost\n")


def _is_lost(block: Block) -> bool:
    """Whether a line is left out; a title stands apart from the text and is none."""
    return not block.kept and block.role is not Role.TITLE


if __name__ == "__main__":
    main()
