"""What the rules say of a text, as features: of each block and its neighbours, and nothing of HTML."""

from __future__ import annotations

from dataclasses import replace

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.ruled import label_by_rules
from cleancorpus.label.features.table import compute_features
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role
from cleancorpus.segment.text import segment_text
from tests.label.stories import STORIES

STORY = STORIES["en"]
TEXT = f"{STORY.title}\n\n{STORY.first}\n\n{STORY.second}\n\n{STORY.third}\n\nRelated articles\n\nPool closed until the summer\n"
SAYS = tuple(f"rule_says_{role}" for role in Role)


def test_one_role_of_every_block_of_a_text() -> None:
    """The columns are the rules' labels, one flag a block."""
    page = segment_text(TEXT)
    table = compute_features([page], SAYS)
    assert table.sum(axis=1).tolist() == [1.0] * len(page.blocks)
    labels = label_by_rules(Batch([page]))[0].labels
    assert [SAYS[row.argmax()].removeprefix("rule_says_") for row in table] == [label.role for label in labels]


def test_neighbours_and_counts() -> None:
    """Beyond the page stands -1; parts of the article are counted before and behind."""
    page = segment_text(TEXT)
    table = compute_features([page], ("rule_says_at_-1", "rule_says_at_1", "ruled_before_article", "ruled_behind_article"))
    assert (table[0, 0], table[-1, 1]) == (-1, -1)
    assert table[:, 2].tolist() == [0, 0, 1, 2, 3, 3]
    assert table[:, 3].tolist() == [3, 2, 1, 0, 0, 0]


def test_html_is_not_asked() -> None:
    """Its rules are slow and its markup says more: nothing is said of its blocks, beside a text or without one."""
    html = replace(segment_text(TEXT), kind=InputKind.HTML)
    for pages in ([html], [html, segment_text(TEXT)], [Page(InputKind.TEXT, ()), html]):
        assert not compute_features(pages, SAYS)[: len(html.blocks)].any()
