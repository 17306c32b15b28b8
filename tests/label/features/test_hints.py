"""Hints: what the names of elements say they are."""

from __future__ import annotations

import pytest

from cleancorpus.label.features.hints import FAMILIES, read_hints


def families(tag: str, names: str) -> set[str]:
    bits = read_hints(tag, names)
    return {name for at, name in enumerate(FAMILIES) if bits >> at & 1}


@pytest.mark.parametrize("name", ["customer-reviews", "kundenbewertungen", "danhgia-sanpham", "bazaarvoice", "product_Rating"])
def test_reviews_of_customers_are_seen(name: str) -> None:
    """By what shops call them, whoever wrote their software."""
    assert "word_review" in families("div", name)


@pytest.mark.parametrize("name", ["preview", "product-price", "overview", "commentlist"])
def test_what_is_no_review_is_not_taken_for_one(name: str) -> None:
    """Words are whole."""
    assert "word_review" not in families("div", name)


def test_the_tag_and_every_word_of_a_name_count() -> None:
    """An element may belong to several families, and one without a name to its tag's alone."""
    assert families("aside", "related-posts mostPopular") >= {"tag_aside", "word_related", "word_post"}
    assert families("nav", "") == {"tag_nav"}
    assert families("div", "") == set()
