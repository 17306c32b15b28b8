"""A WET record's text: menus one word a line, CRLF, entities, and an article among them."""

from __future__ import annotations

from cleancorpus import Cleaner, Role

PARAGRAPHS = [
    "The weir at Ashby was opened by hand on Tuesday, as it has been every spring since the mill was built beside it.",
    "Eleven people turned the wheel in pairs, a quarter of an hour each, until the water stood level on both sides of the gate.",
    "Nobody has found a motor that suits the old gears, said the keeper, and nobody has looked for one very hard either.",
]
RECORD = "\r\n".join(
    [
        *("Skip to content", "Home", "News", "Sport", "Weather", "Log in"),
        "",
        "Weir opened by hand &ndash; as ever",
        "By Anna Weber",
        "14 April 2026",
        *PARAGRAPHS,
        "Related articles",
        "Bakery opens its second shop",
        "Pool closed until the summer",
        "Subscribe to our newsletter",
        "Privacy policy",
        "Contact us",
        "About us",
        "&copy; 2026 The Wendle Echo. All rights reserved.",
    ]
)


def test_the_article_of_a_wet_record() -> None:
    """What is kept is the article, in its own characters; title, author and date are found; the rest has a name."""
    document = Cleaner().clean(RECORD.encode())
    assert document.text.split("\n") == [line for line in document.text.split("\n") if line in PARAGRAPHS or not line]
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert (document.title, document.authors, document.date) == ("Weir opened by hand – as ever", ("Anna Weber",), "2026-04-14")
    roles = {block.text: block.role for block in document.blocks}
    assert roles["Home"] is Role.NAV
    assert roles["Bakery opens its second shop"] is Role.RELATED
    assert not any("Pool closed" in block.text for block in document.blocks if block.kept)
    assert roles["© 2026 The Wendle Echo. All rights reserved."] is Role.LEGAL
    assert all(RECORD[slice(*block.span)] == block.text for block in document.blocks if block.span and not block.edits)


def test_the_last_headline_above_a_footer_is_a_teaser() -> None:
    """It stands under the list's heading."""
    roles = {block.text: block.role for block in Cleaner().clean(RECORD.encode()).blocks}
    assert roles["Pool closed until the summer"] is Role.RELATED
