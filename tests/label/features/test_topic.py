"""Topic: how much of a block is on the matter of the article."""

from __future__ import annotations

import numpy as np

from cleancorpus.label.features.table import compute_features
from tests.label.reading import lines, page_of
from tests.label.stories import STORIES

STORY = STORIES["en"]
WORDS, PAIRS = ("topic_words_any", "topic_words_twice"), ("topic_pairs_any", "topic_pairs_twice")
COLUMNS = (*WORDS, *PAIRS, "topic_beyond_words", "topic_beyond_pairs")
STRANGER = "Quokka zebrafish xylophone vuvuzela"


def measure(*texts: str) -> np.ndarray:
    return compute_features([page_of(lines(*texts))], COLUMNS)


def test_words_of_the_article_are_its_matter_and_a_strangers_are_not() -> None:
    """In its own order the pairs are held too; in another the words alone."""
    words = STORY.first.split()[:6]
    kin, mixed, stranger = measure(STORY.title, *STORY.paragraphs, " ".join(words), " ".join(words[::-1]), STRANGER)[-3:]
    assert kin[0] == kin[2] == 1.0
    assert mixed[0] == 1.0
    assert mixed[2] == 0.0
    assert not stranger[:4].any()
    assert stranger[4] < 0 <= kin[4]


def test_a_paragraph_is_not_held_by_itself() -> None:
    """What nothing else on the page says is held by nobody, be it the article's."""
    first = measure(STORY.title, STORY.first, STRANGER)[1]
    assert not first[:4].any()


def test_words_that_two_paragraphs_hold() -> None:
    """The one with the sentence twice holds it once."""
    said = "The harbour board of Sutton met again."
    paragraphs = [f"{said} {STORY.first}", f"{said} {STORY.second}", f"{said} {said} {STORY.third}"]
    table = measure(STORY.title, *paragraphs, said.rstrip("."))
    assert table[-1, [1, 3]].tolist() == [1.0, 1.0]
    assert measure(STORY.title, STORY.first, STORY.second, paragraphs[2], said.rstrip("."))[-1, 3] == 0.0


def test_words_without_spaces_and_vowel_signs() -> None:
    """Chinese is read in pairs of characters, Hindi in whole words."""
    for language in ("zh", "hi"):
        story = STORIES[language]
        kin = story.first[: len(story.first) // 3].rsplit(" ", 1)[0]
        table = measure(story.title, *story.paragraphs, kin)
        assert table[-1, 0] > 0.9
        assert table[-1, 2] > 0.9


def test_numbers_do_not_depend_on_the_other_pages() -> None:
    """Nor on their order."""
    pages = [page_of(lines(story.title, *story.paragraphs)) for story in STORIES.values()]
    together = compute_features(pages, COLUMNS)
    apart = np.concatenate([compute_features([page], COLUMNS) for page in pages])
    assert (together == apart).all()


def test_html_and_empty_texts_have_no_topic() -> None:
    """Zeros, no error."""
    html = page_of(f"<p>{STORY.first}</p><p>{STORY.second}</p>", "html")
    text = page_of(lines(STORY.title, *STORY.paragraphs))
    assert not compute_features([html], COLUMNS).any()
    mixed = compute_features([html, text], COLUMNS)
    assert not mixed[:2].any()
    assert mixed[2:].any()
    assert compute_features([page_of("")], COLUMNS).shape == (0, len(COLUMNS))
    assert not compute_features([page_of("***\n12\n--")], COLUMNS).any()
