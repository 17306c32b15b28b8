"""Profiles: which roles stay, by name or as a value of one's own."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

import cleancorpus
from cleancorpus.errors import OptionError
from cleancorpus.profile import PROFILES, Profile, find_profile
from cleancorpus.role import Role

TEXT = {Role.LEAD, Role.HEADING, Role.BODY}


def test_the_named_profiles() -> None:
    """The four of the public contract, in the order in which messages list them."""
    assert list(PROFILES) == ["article", "strict", "page", "full"]
    assert all(profile.name == name for name, profile in PROFILES.items())


@pytest.mark.parametrize("role", list(Role))
def test_what_article_keeps(role: Role) -> None:
    """Lead, headings and body; neither metadata nor anything around."""
    assert (role in PROFILES["article"].keeps) == (role in TEXT)


def test_how_the_others_differ() -> None:
    """Strict ends with the article, page keeps posts, full adds title, captions and byline."""
    assert PROFILES["strict"].keeps == PROFILES["page"].keeps == PROFILES["article"].keeps
    assert [profile.name for profile in PROFILES.values() if profile.ends_with_article] == ["strict"]
    assert [profile.name for profile in PROFILES.values() if profile.serves_any_page] == ["page"]
    assert PROFILES["full"].keeps > TEXT | {Role.TITLE, Role.CAPTION, Role.BYLINE}
    assert not PROFILES["full"].keeps & {
        Role.NAV,
        Role.RELATED,
        Role.PROMO,
        Role.LEGAL,
        Role.COMMENT,
        Role.ALT,
        Role.OTHER,
    }


def test_a_profile_is_found_by_name_or_value() -> None:
    """A value stands for itself, also one that shares a known name."""
    own = Profile("article", frozenset({Role.BODY}))
    assert find_profile("strict") is PROFILES["strict"]
    assert find_profile(own) is own


@pytest.mark.parametrize("name", ["artcle", "", "Article", None, 5])
def test_an_unknown_profile_is_an_error_that_lists_the_known(name: Any) -> None:
    """The message names the value and the way out."""
    with pytest.raises(OptionError) as caught:
        find_profile(name)
    assert repr(name) in str(caught.value)
    assert "article, strict, page, full" in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_profiles_cannot_be_changed() -> None:
    """Neither a profile nor the table of them; a run can rely on a name."""
    with pytest.raises(FrozenInstanceError):
        PROFILES["article"].name = "x"  # type: ignore[misc]  what is refused
    with pytest.raises(TypeError):
        PROFILES["article"] = PROFILES["full"]  # type: ignore[index]  the same
    assert isinstance(PROFILES["article"].keeps, frozenset)


def test_profiles_are_values() -> None:
    """Equal ones are equal, hash alike and survive pickle."""
    profile = PROFILES["full"]
    again = pickle.loads(pickle.dumps(profile))  # noqa: S301  our own bytes
    assert again == profile
    assert hash(again) == hash(profile)


def test_the_documents_say_which_profile_made_them() -> None:
    """The name of the profile is in the document, also of one's own."""
    own = Profile("mine", frozenset(Role))
    text = "Home\n\nThe ferry left at seven, and by noon the harbour was empty again.\n\n© 2020 Example Press"
    document = cleancorpus.Cleaner(profile=own).clean(text)
    assert document.profile == "mine"
    assert document.removed == ()


@pytest.mark.parametrize("source", [b"%PDF-1.4", "x" * 200, "\x00\x01\x02" * 30])
def test_failed_documents_say_it_too(source: str | bytes) -> None:
    """A corpus says of every record how it was made."""
    cleaner = cleancorpus.Cleaner(profile="strict", limits=cleancorpus.Limits(max_bytes=100))
    assert cleaner.clean(source).profile == "strict"
