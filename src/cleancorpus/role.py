"""Roles: what a block is for the reader of the page.

The label set of the library, defined once. Which roles stay in the clean text is decided by a profile (`cleancorpus.profile`),
never here.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a block is for the reader. The value is the name used in every output format."""

    TITLE = "title"
    """The article's headline in the page."""
    KICKER = "kicker"
    """Short line above the title."""
    LEAD = "lead"
    """Standfirst between title and body (US: deck; vi: sapo)."""
    HEADING = "heading"
    """Heading inside the body."""
    BODY = "body"
    """Paragraphs, list items, quotes, tables and code of the article; the block's kind says which."""
    CAPTION = "caption"
    """Text of a figure, credit included."""
    BYLINE = "byline"
    """Who wrote it."""
    DATE = "date"
    """Timestamp line."""
    COMMENT = "comment"
    """Readers' posts under an article. In a forum the posts are the body."""
    RELATED = "related"
    """Teasers, headlines and summaries of other pages, and the headings of such lists."""
    NAV = "nav"
    """Menus, breadcrumbs, buttons, share bars, tags, pagers."""
    PROMO = "promo"
    """Newsletter, subscription, advertisement, cookie and paywall notices."""
    LEGAL = "legal"
    """Copyright, imprint, licence of the site."""
    ALT = "alt"
    """Text that only stood for an image."""
    OTHER = "other"
    """Boilerplate of no better name."""


OWN_ROLES = frozenset({Role.KICKER, Role.TITLE, Role.LEAD, Role.HEADING, Role.BODY})
"""What an article itself is made of: a text that holds nothing else is clean already."""
