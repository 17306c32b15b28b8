"""Texts written out line by line: what a file may say, and that all of ours can be read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.tally import Tally
from training.written.__main__ import TEXTS, read_texts

from cleancorpus.pipeline import Cleaner


def test_all_texts_can_be_read() -> None:
    """Two in each language but Vietnamese, with an article in each."""
    texts = [*read_texts(TEXTS)]
    counts = Counter(group for group, _ in texts)
    assert (len(texts), counts.pop("vi-a"), counts.pop("vi-b"), set(counts.values())) == (72, 20, 20, {2})
    assert all("body" in {role for _, role in lines} for _, lines in texts)


@pytest.mark.parametrize("line", ["body The ferry left.", "text\tThe ferry left.", "body\t", "body\t  "])
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str) -> None:
    """With file, number and what it says."""
    (tmp_path / "en-1.txt").write_text(f"title\tHarbour empties\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en-1\.txt:3: "):
        [*read_texts(tmp_path)]


def test_a_tally_counts_lines_tokens_and_paragraphs() -> None:
    """A text that is told rightly has all of them, in composed letters or not; one whose roles are others has none."""
    lines = [("Harbour empties before the winter", "title"), ("", "")]
    lines += [("At the cafe\u0301 they said that the ferry was late, and that nobody had seen it leave.", "body")] * 2
    lines += [("© 2021 The Quillvane Herald", "legal")]
    document = Cleaner().clean("\n".join(text for text, _ in lines), kind="text")
    right, wrong = Tally(), Tally()
    right.add(lines, document.blocks)
    wrong.add([(text, "nav" if role == "body" else "body" if role else "") for text, role in lines], document.blocks)
    assert (right.texts, right.tokens, right.lines, right.right, right.losing) == (1, 1.0, 4, 4, 0)
    assert (wrong.right, wrong.losing) == (0, 1)
    assert wrong.tokens < 0.2
