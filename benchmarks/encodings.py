"""`python benchmarks/encodings.py`: text read in a wrong encoding, and what of it comes back; and what correct text loses by it.

Paragraphs, headlines and captions of the typed news pages that are not ASCII are read wrong and repaired; Vietnamese articles are
written in encodings of before Unicode and found. Then every text of the sets goes through as it is.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq

from cleancorpus.normalise import legacy
from cleancorpus.normalise.mojibake import repair_mojibake

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
READ_AS = ("cp1252", "latin-1", "cp1258", "cp1251")
LENGTHS = {"documents": 10_000, "100-200 characters": 200, "30-60 characters": 60}


def read_typed() -> list[str]:
    """Paragraphs, headings, leads and captions of the typed news pages."""
    rows = pq.read_table(DATA / "fundus_typed.parquet", columns=["sections", "lead", "captions"]).to_pylist()
    texts = [text for row in rows for text in (*row["lead"], *row["captions"])]
    texts += [text for row in rows for part in json.loads(row["sections"]) for text in (*part["headline"], *part["paragraphs"])]
    return [unicodedata.normalize("NFC", text) for text in texts]


def misread(text: str, encoding: str) -> str:
    """UTF-8 read in an encoding; bytes that it leaves free as control codes."""
    return "".join(bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in text.encode())


def show_misread(texts: Sequence[str], drawn: random.Random, most: int) -> None:
    """Texts that come back whole, read wrong once and twice."""
    print("| read as | texts | whole again | read so twice |")
    print("|---|---|---|---|")
    for encoding in READ_AS:
        sample = drawn.sample(texts, min(most, len(texts)))
        once = sum(repair_mojibake(misread(text, encoding)) == text for text in sample)
        twice = sum(repair_mojibake(misread(misread(text, encoding), encoding)) == text for text in sample)
        print(f"| {encoding} | {len(sample)} | {once} | {twice} |", flush=True)


@cache
def letters_of(encoding: str) -> dict[str, str]:
    """What stands for each letter of an encoding of one byte a letter."""
    return {letter: chr(code) for code, letter in reversed(legacy._table_of(encoding).items()) if letter != " "}


def write_old(text: str, encoding: str) -> str:
    """A text in an old encoding, read as Western; capitals that it has in fonts of their own as small letters."""
    if encoding != "vni":
        table = letters_of(encoding)
        return "".join(table.get(letter) or table.get(letter.lower(), letter) for letter in text)
    marks = {shown: letter for letter, shown in legacy._VNI_MARKS.items()}
    alone = {letter: shown for shown, letter in legacy._VNI_LETTERS.items()}
    return "".join(_write_vni(letter, marks, alone) for letter in text)


def _write_vni(letter: str, marks: dict[str, str], alone: dict[str, str]) -> str:
    small = letter.lower()
    if small in alone:
        found = alone[small]
    else:
        base, signs = unicodedata.normalize("NFD", small)[:1], unicodedata.normalize("NFD", small)[1:]
        horn = "\u031b" in signs
        base = alone.get(unicodedata.normalize("NFC", f"{base}\u031b"), base) if horn else base
        signs = "".join(sorted(signs.replace("\u031b", ""), key="\u0302\u0306".find, reverse=True))
        found = base + marks[signs] if signs in marks else base if not signs else letter
    return found.upper() if letter.isupper() else found


def show_old(articles: Sequence[str], drawn: random.Random, most: int) -> None:
    """Texts that are found under their encoding's name, by length."""
    print("| encoding |", " | ".join(LENGTHS), "|")
    print("|---|" + "---|" * len(LENGTHS))
    for encoding in ("tcvn3", "vni", "viscii", "vps"):
        found = []
        for longest in LENGTHS.values():
            texts = [text[:longest].rpartition(" ")[0] or text for text in drawn.sample(articles, most)]
            right = sum(legacy.find_legacy(write_old(text, encoding)) == encoding for text in texts)
            found.append(f"{100 * right / most:.0f} %")
        print(f"| {encoding} | {' | '.join(found)} |", flush=True)


def show_correct(texts: Sequence[str]) -> None:
    """Correct texts that are changed or taken for old encodings."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts["texts"] += 1
        counts["changed as mojibake"] += repair_mojibake(text) != text
        counts[f"taken for {legacy.find_legacy(text)}"] += 1
    print(dict(counts))


def main() -> None:
    """All three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1_500, help="texts read wrong in each encoding")
    parser.add_argument("--old", type=int, default=300, help="texts of each length in each old encoding")
    arguments = parser.parse_args()
    drawn = random.Random(1)
    typed = read_typed()
    show_misread([text for text in typed if not text.isascii()], drawn, arguments.texts)
    rows = pq.read_table(DATA / "vi_articles.parquet", columns=["sentences", "captions"]).to_pylist()
    show_old([unicodedata.normalize("NFC", " ".join(row["sentences"])) for row in rows if row["sentences"]], drawn, arguments.old)
    show_correct([*typed, *(text for row in rows for text in (*row["sentences"], *row["captions"]))])
    show_correct(pq.read_table(DATA / "lines.parquet", columns=["text"])["text"].to_pylist())


if __name__ == "__main__":
    main()
