"""Profiles: which roles stay in the clean text. Frozen values, chosen by name or made by the caller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from cleancorpus.errors import unknown_name
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.block import Block

_SHOWN_ONLY = "+shown"
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
    shown_only: bool = False
    """Leave out what the page hides until a script shows it (`Markup.shown`): folded answers and tabs, and whatever somebody put
    there that no reader was to see."""

    def leaves_out(self, block: Block) -> bool:
        """Whether a block is left out whatever its role is."""
        return self.shown_only and block.markup is not None and not block.markup.shown


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
    """The profile itself, or the one of that name. With ``+shown`` behind the name (``article+shown``) it leaves out what a page
    hides, and is called so.

    Raises:
        OptionError: No profile has that name.
    """
    if isinstance(profile, Profile):
        return profile
    known = profile.removesuffix(_SHOWN_ONLY) if isinstance(profile, str) else profile
    if known not in PROFILES:
        raise unknown_name("profile", profile, [*PROFILES, f"any of these and {_SHOWN_ONLY}"])
    return PROFILES[known] if known == profile else replace(PROFILES[known], name=profile, shown_only=True)
