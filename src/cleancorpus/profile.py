"""Profiles: which roles stay in the clean text. Frozen values, chosen by name or made by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from cleancorpus.errors import unknown_name
from cleancorpus.role import Role

_ARTICLE = frozenset({Role.LEAD, Role.HEADING, Role.BODY})


@dataclass(frozen=True, slots=True)
class Profile:
    """What is kept of a labelled page."""

    name: str
    """Written to the output, so that a corpus says how it was made."""
    keeps: frozenset[Role]
    """Roles whose blocks are in the text."""
    ends_with_article: bool = False
    """Leave out kept-role blocks that stand after the article's last paragraph (headings without text below them)."""
    serves_any_page: bool = False
    """Where a page is no article, keep what the reader came for: the teasers of an index, the posts of a thread."""


PROFILES = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("article", _ARTICLE),
            Profile("strict", _ARTICLE, ends_with_article=True),
            Profile("page", _ARTICLE, serves_any_page=True),
            Profile("full", _ARTICLE | {Role.TITLE, Role.KICKER, Role.BYLINE, Role.DATE, Role.CAPTION}),
        )
    }
)
"""The profiles known by name: article, strict, page, full."""


def find_profile(profile: str | Profile) -> Profile:
    """The profile itself, or the one of that name.

    Raises:
        OptionError: No profile has that name.
    """
    if isinstance(profile, Profile):
        return profile
    if profile not in PROFILES:
        raise unknown_name("profile", profile, PROFILES)
    return PROFILES[profile]
