"""A run: pages in batches, in order, summed up by dataset, page type and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleancorpus import Cleaner
from cleancorpus.evaluate.page import GoldPage
from cleancorpus.evaluate.run import NOT_STATED, compare_runs, score_pages, sum_up, worst_pages
from cleancorpus.label.labeller import PageLabels
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.page import Page
from tests.evaluate.pages import PROSE, gold, scored, word_pages


class CountingLabeller:
    """Notes how many pages each call holds."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """As the rules do."""
        self.calls.append(len(pages))
        return list(RuleLabeller().label(pages))


def clean_pages(count: int) -> list[GoldPage]:
    """Texts that hold nothing to leave out, under two profiles in turn."""
    profiles = ("article", "page")
    return [
        gold(
            id=str(number),
            source=f"{PROSE} It was {number}.",
            kind="text",
            content=f"{PROSE} It was {number}.",
            profile=profiles[number % 2],
        )
        for number in range(count)
    ]


def test_pages_are_cleaned_in_batches_and_scored_in_order() -> None:
    """However profiles alternate, and each page meets its own gold."""
    labeller = CountingLabeller()
    scores = list(score_pages(clean_pages(100), Cleaner(labeller=labeller)))
    assert [score.id for score in scores] == [str(number) for number in range(100)]
    assert {score.columns["word.f1"] for score in scores} == {1.0}
    assert [score.profile for score in scores[:3]] == ["article", "page", "article"]
    assert min(labeller.calls) > 1


def test_a_profile_that_is_asked_for_holds_for_all() -> None:
    """Whatever fits the gold."""
    assert {score.profile for score in score_pages(clean_pages(4), Cleaner(), "strict")} == {"strict"}


def test_pages_are_read_as_they_are_needed() -> None:
    """The whole set is never in memory."""
    taken = []
    scores = score_pages((taken.append(page.id) or page for page in clean_pages(200)), Cleaner())  # type: ignore[func-returns-value]  # append gives None, so `or` gives the page
    next(scores)
    assert len(taken) < 100


def test_every_language_and_page_type_stands_by_itself() -> None:
    """Languages from the largest, page types by name; a page without type is said to have none."""
    pages = word_pages([0.1, 0.2, 0.3])
    pages = [replace(pages[0], language="vi"), replace(pages[1], page_type="forum"), replace(pages[2], dataset="other")]
    first, second = sum_up([*pages, scored("d", {}, "vi")], resamples=5)
    assert (first.name, first.whole.pages, first.primary, first.outcomes) == ("set", 3, "word_f1", {"ok": 3})
    assert [(group.name, group.pages) for group in first.by_language] == [("vi", 2), ("en", 1)]
    assert [(group.name, group.pages) for group in first.by_page_type] == [("forum", 1), (NOT_STATED, 2)]
    assert second.by_page_type == ()
    assert sum_up([]) == []


def test_the_worst_pages_come_first() -> None:
    """Pages that have nothing to compare, or lost nothing, are not among them."""
    [dataset] = sum_up([*word_pages([0.5, 1.0, 0.1, 0.5]), scored("none", {})], resamples=5)
    assert [(score, page.id) for score, page in worst_pages(dataset, 2)] == [(0.1, "page-002"), (0.5, "page-000")]
    assert len(worst_pages(dataset, 9)) == 3
    assert worst_pages(sum_up([scored("none", {})])[0], 9) == []


def test_runs_are_compared_by_dataset() -> None:
    """What only one of them has is counted or left out."""
    before = [*word_pages([0.1, 0.2]), replace(word_pages([0.5])[0], dataset="gone")]
    now = sum_up([replace(page, id=name) for page, name in zip(word_pages([0.3, 0.4]), ("page-000", "new"), strict=True)])
    [found] = compare_runs(before, now, resamples=5)
    assert (found.name, found.only_before, found.only_now) == ("set", 1, 1)
    assert found.differences["word_f1"].now == 0.3
