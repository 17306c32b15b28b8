"""The chains and the labeller that runs them: names, order, and what holds of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest

import cleancorpus
from cleancorpus.label.rules.chain import HTML_CHAIN, TEXT_CHAIN, Rule, RuleLabeller
from cleancorpus.page import Page
from cleancorpus.role import Role
from tests.label.reading import apart, labels_of, lines, page_of, paragraphs, verdict
from tests.label.rules.test_related_cue import ANNOUNCED
from tests.label.stories import STORIES


def pages() -> list[Page]:
    """Pages of both kinds, clean and noisy, in all the languages, and broken ones."""
    found = [
        page_of(text)
        for text in (
            "",
            " ",
            "x",
            "-",
            "\u200b",
            "milk\nflour",
            "Read also",
            "© 2025",
            "14.06.2025",
            "Comments\nTags:\n© 1",
        )
    ]
    found += [
        page_of(html, "html")
        for html in ("", "<p>", "<h1>x</h1>", "<nav><a href=/>Home</a></nav>", "<div>Comments</div><p>x</p>")
    ]
    for language, story in STORIES.items():
        cue, headlines = ANNOUNCED[language]
        found.append(page_of(apart(story.title, *story.paragraphs)))
        found.append(
            page_of(lines("Home", "Menu", story.title, "14.06.2025 08:30", *story.paragraphs, cue, *headlines, "© 2025"))
        )
        links = "".join(f"<li><a href=/x>{text}</a></li>" for text in headlines)
        body = paragraphs(*story.paragraphs)
        found.append(
            page_of(
                (
                    f"<nav>Home</nav><article><h1>{story.title}</h1>{body}</article><h3>{cue}</h3><ul>{links}</ul>"
                    "<footer>© 2025</footer>"
                ),
                "html",
            )
        )
    return found


@pytest.mark.parametrize("chain", [HTML_CHAIN, TEXT_CHAIN], ids=["html", "text"])
def test_names_of_rules(chain: Sequence[Rule]) -> None:
    """Lower-case words between hyphens; a name stands for one function, and only noise is looked for twice, in text."""
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in chain)
    twice = {name for name, count in Counter(rule.name for rule in chain).items() if count > 1}
    assert twice == ({"noise"} if chain is TEXT_CHAIN else set())


def test_a_name_means_the_same_in_both_chains() -> None:
    """And two names never the same function."""
    rules = {rule.name: rule.apply for rule in HTML_CHAIN}
    assert all(rules.setdefault(rule.name, rule.apply) is rule.apply for rule in TEXT_CHAIN)
    assert len(set(rules.values())) == len(rules)
    assert all(rule.apply.__doc__ for rule in (*HTML_CHAIN, *TEXT_CHAIN))


@pytest.mark.parametrize("chain", [HTML_CHAIN, TEXT_CHAIN], ids=["html", "text"])
def test_what_judges_by_place_comes_late(chain: Sequence[Rule]) -> None:
    """First the certain rules, then where the article is, then what stands around it, at last the rest."""
    order = [rule.name for rule in chain]
    certain = [order.index(name) for name in ("legal", "furniture", "slug", "related-cue", "comments")]
    placed = [order.index(name) for name in ("byline", "lead", "kicker", "frame", "heading")]
    assert max(certain) < order.index("main-text") < min(placed)
    assert order[-1] == "rest"


def test_for_html_the_title_comes_first_for_text_after_the_article() -> None:
    """The page states it, or it is found from the first paragraph upwards."""
    assert HTML_CHAIN[0].name == "title"
    text = [rule.name for rule in TEXT_CHAIN]
    assert text.index("main-text") < text.index("title") < text.index("title-echo")


def test_one_label_for_every_block_in_order() -> None:
    """Each with a role, a score between nought and one and a reason; none is left unlabelled."""
    for page, found in zip(everything := pages(), RuleLabeller().label(everything), strict=True):
        assert len(found.labels) == len(page.blocks)
        for label in found.labels:
            assert isinstance(label.role, Role)
            assert 0.0 <= label.score <= 1.0
            assert label.reason
            assert label.reason != "unlabelled"
            assert re.fullmatch(r"[a-z_0-9]+(-[a-z_0-9]+)*", label.reason)


@pytest.mark.parametrize("language", STORIES)
def test_no_block_leaves_the_library_unlabelled(language: str) -> None:
    """Through the front door: every block says what it is and why, kept or not."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    text = lines("Home", story.title, *story.paragraphs, cue, *headlines, "© 2025", "---")
    html = (
        f"<nav>Home</nav><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}<h3>{cue}</h3><p>"
        f"{headlines[0]}</p><footer>© 2025</footer>"
    )
    for source, kind in ((text, "text"), (html, "html")):
        blocks = cleancorpus.clean(source, kind=kind).blocks
        assert all(block.reason not in {"", "unlabelled"} for block in blocks)
        assert {story.first, story.second, story.third} <= {block.text for block in blocks if block.kept}


def test_a_batch_is_labelled_as_its_pages_alone() -> None:
    """The neighbours in the batch, and their order, change nothing."""
    everything = pages()
    together = RuleLabeller().label(everything)
    assert together == [RuleLabeller().label([page])[0] for page in everything]
    assert together[::-1] == RuleLabeller().label(everything[::-1])


def test_pages_are_not_changed() -> None:
    """The blocks come out as they went in: without role, score and reason."""
    everything = pages()
    RuleLabeller().label(everything)
    assert everything == pages()


def test_a_page_has_at_most_one_title() -> None:
    """Whatever it repeats."""
    assert all(sum(label.role is Role.TITLE for label in labels_of(page)) <= 1 for page in pages())


def test_empty_batches_and_pages() -> None:
    """No pages have no labels, an empty page has none either."""
    assert RuleLabeller().label([]) == []
    assert RuleLabeller().label([page_of("")])[0].labels == ()


@pytest.mark.parametrize("language", STORIES)
def test_a_whole_noisy_page(language: str) -> None:
    """Menu, kicker-less title, date, article, list and foot, each by its rule."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    page = lines("Facebook", story.title, "14.06.2025 08:30", *story.paragraphs, cue, *headlines, "© 2025")
    roles = [str(label.role) for label in labels_of(page_of(page))]
    assert roles == ["nav", "title", "date", "body", "body", "body", "related", "related", "related", "legal"]


@pytest.mark.parametrize("language", ["en", "vi", "zh"])
def test_the_certain_rule_wins(language: str) -> None:
    """A label once given stays: a known line above a paragraph is no heading."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, "Facebook", story.second, story.third), "Facebook") == (
        "nav",
        "nav-line",
    )
