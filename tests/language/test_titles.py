"""Stated titles: what can be known of a title once the site's name is off."""

from __future__ import annotations

import pytest

from cleancorpus.language.titles import SITE_SEPARATOR, fold_titles


@pytest.mark.parametrize(
    ("stated", "fold"),
    [
        ("Bridge reopens after nine years - Sutton Herald", "bridgereopensafternineyears"),
        ("Bridge reopens after nine years | Sutton Herald", "bridgereopensafternineyears"),
        ("Puente reabierto tras nueve años < El Litoral", "puentereabiertotrasnueveanos"),
        ("廃線の駅舎に古本の列｜みなと湾岸新聞", "廃線の駅舎に古本の列"),
        ("老码头变身市民公园_本地新闻_澜江网", "老码头变身市民公园"),
    ],
)
def test_what_a_sign_sets_off_is_no_part_of_the_title(stated: str, fold: str) -> None:
    """Bars of full width need no spaces, a line below none between Chinese words."""
    assert fold in fold_titles([stated])


@pytest.mark.parametrize(
    "stated", ["snake_case in long names", "well-known bridge reopens", "P(A|B) for all", "fails at p < 0.05", "", None]
)
def test_signs_inside_words_part_nothing(stated: str | None) -> None:
    """Nor does anything where nothing is stated."""
    assert len(fold_titles([stated])) <= 1
    assert SITE_SEPARATOR.search(stated or "") is None


@pytest.mark.timeout(5)
@pytest.mark.parametrize("stated", ["a" + " " * 300_000 + "b", "a - " * 100_000, "|" * 300_000, "x" + "\u3000" * 200_000 + "|"])
def test_a_hostile_title_costs_no_more(stated: str) -> None:
    """Each sign costs the fold of what stands before it, so only so much is read."""
    assert all(len(fold) <= len(stated) for fold in fold_titles([stated]))
