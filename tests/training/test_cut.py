"""Cut: some of the frame is gone, of the article mostly nothing."""

from __future__ import annotations

from random import Random

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.cut import draw_cut

FRAME, OWN = [False] * 20, [True] * 10


def test_most_cuts_keep_the_article_and_some_of_the_frame() -> None:
    """Nine of ten have its last line, all of them a line of it; few have all of the page."""
    page = FRAME + OWN + FRAME
    cuts = [draw_cut(page, Random(seed)) for seed in range(400)]
    left = [page[cut] for cut in cuts]
    assert all(any(lines) for lines in left)
    assert sum(cut.stop >= 30 for cut in cuts) >= 340
    assert sum(cut.start >= 20 for cut in cuts) >= 160
    assert sum(len(lines) == len(page) for lines in left) <= 40
    assert any(False in lines[-3:] for lines in left)


def test_a_text_without_an_article_stays_whole() -> None:
    """There is nothing around which to cut."""
    assert draw_cut(FRAME, Random(1)) == slice(0, len(FRAME))
    assert draw_cut([], Random(1)) == slice(0, 0)


@pytest.mark.parametrize("size", [1, 2, 4, 5])
def test_a_short_article_is_cut_too(size: int) -> None:
    """Down to one line, of which something is left."""
    for seed in range(50):
        assert any(([True] * size)[draw_cut([True] * size, Random(seed))])
