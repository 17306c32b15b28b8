"""The labeller's protocol: what labels are, and what is said of a page as a whole."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

import cleancorpus
from cleancorpus.label.labeller import Label, Labeller, PageLabels
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.language.lexicon import default_lexicon, merge_lexicons
from cleancorpus.page import Page
from cleancorpus.role import Role
from tests.label.reading import lines, page_of, paragraphs
from tests.label.stories import STORIES


@dataclass(frozen=True)
class Uppercase:
    """Another labeller behind the same few lines: what is written in capitals is a heading."""

    name: str = "uppercase-1"

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """By case alone."""
        return [
            PageLabels(
                tuple(Label(Role.HEADING if block.text.isupper() else Role.BODY, 1.0, "case") for block in page.blocks),
                "only case was looked at",
            )
            for page in pages
        ]


def test_any_labeller_stands_behind_the_protocol() -> None:
    """Its roles and reasons come out with the blocks, its doubt as the message."""
    labeller: Labeller = Uppercase()
    document = cleancorpus.Cleaner(labeller=labeller).clean("THE CLOCK\nIt rang.", kind="text")
    assert [(block.role, block.reason) for block in document.blocks] == [(Role.HEADING, "case"), (Role.BODY, "case")]
    assert (document.outcome, document.message) == (cleancorpus.Outcome.LOW_CONFIDENCE, "only case was looked at")


def test_labels_are_values() -> None:
    """Equal by content, frozen, and without doubt unless one is given."""
    assert Label(Role.BODY, 0.5, "x") == Label(Role.BODY, 0.5, "x")
    assert PageLabels(()).doubt == ""
    with pytest.raises(AttributeError):
        Label(Role.BODY, 0.5, "x").score = 1.0  # type: ignore[misc]  what is refused


def test_the_rule_labeller_says_its_name_and_version() -> None:
    """It is written to the output."""
    labeller: Labeller = RuleLabeller()
    assert labeller.name == "rules-1"


def test_the_rule_labeller_is_picklable_and_deterministic() -> None:
    """A copy in another process says the same."""
    page = page_of(lines("Home", STORIES["en"].title, *STORIES["en"].paragraphs))
    assert pickle.loads(pickle.dumps(RuleLabeller())).label([page]) == RuleLabeller().label([page])  # noqa: S301  our own bytes


def test_other_words_than_the_packages_own() -> None:
    """A labeller without words knows no furniture; the default is the package's lexicon."""
    page = page_of(lines("Trang chủ", STORIES["vi"].title, *STORIES["vi"].paragraphs))
    wordless = RuleLabeller(lexicon=merge_lexicons([])).label([page])[0]
    assert "nav-line" not in {label.reason for label in wordless.labels}
    assert len(wordless.labels) == len(page.blocks)
    assert RuleLabeller(lexicon=default_lexicon()).label([page]) == RuleLabeller().label([page])


@pytest.mark.parametrize("language", STORIES)
def test_an_article_leaves_no_doubt(language: str) -> None:
    """Of either kind."""
    story = STORIES[language]
    html = f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article></body>"
    found = RuleLabeller().label([page_of(lines(story.title, *story.paragraphs)), page_of(html, "html")])
    assert [labels.doubt for labels in found] == ["", ""]


@pytest.mark.parametrize(
    ("source", "kind", "word"),
    [
        ("milk\nflour\nsalt", "text", "prose"),
        ("<h1>404</h1><p>Nothing is here.</p>", "html", "running text"),
        (
            "".join(f"<p><a href=/{number}>{story.title}</a></p>" for number, story in enumerate(STORIES.values())),
            "html",
            "running text",
        ),
        (
            "<h1>Front page</h1>"
            + paragraphs(*STORIES["en"].paragraphs)
            + "".join(
                f"<div><a href=/{number}>{story.title} {story.title}</a></div>"
                for number, story in enumerate(list(STORIES.values()) * 3)
            ),
            "html",
            "index page",
        ),
    ],
)
def test_why_a_page_is_not_understood(source: str, kind: str, word: str) -> None:
    """Verse or a list; an error page; an index of links."""
    assert word in RuleLabeller().label([page_of(source, kind)])[0].doubt


def test_an_empty_page_is_no_reason_to_doubt_in_text() -> None:
    """There is nothing to misunderstand."""
    assert RuleLabeller().label([page_of("")])[0].doubt == ""
