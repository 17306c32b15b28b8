"""What a block says: its length, its punctuation, its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.characters import Character
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column


@feature("tenths of a Latin letter")
def size(batch: Batch) -> Column:
    """Length, wide characters counted for what they say."""
    return batch.tenths


@feature("words")
def words(batch: Batch) -> Column:
    """Words; in scripts without spaces half the characters."""
    return batch.words


@feature("code points")
def word_length(batch: Batch) -> Column:
    """Mean length of a word, spaces and signs included."""
    return share(batch.chars, batch.words)


@feature("0-1")
def capitals(batch: Batch) -> Column:
    """Share of the words that begin with a capital."""
    return share(batch.capitals, batch.words)


@feature("0-1", "upper", "digit", "space", "other", "bar", "sign", "caseless")
def characters(batch: Batch) -> list[Column]:
    """Shares of classes of characters."""
    groups = (
        (Character.UPPER,),
        (Character.DIGIT,),
        (Character.SPACE,),
        (Character.OTHER,),
        (Character.BAR,),
        (Character.SIGN, Character.MONEY),
        (Character.CASELESS, Character.WIDE, Character.HANGUL, Character.UNSPACED),
    )
    return [share(batch.count(*group), batch.chars) for group in groups]


@feature("characters")
def commas(batch: Batch) -> Column:
    """Commas and semicolons."""
    return batch.count(Character.COMMA)


@feature("characters")
def quotes(batch: Batch) -> Column:
    """Quotation marks and apostrophes."""
    return batch.count(Character.QUOTE)


@feature("characters")
def brackets(batch: Batch) -> Column:
    """Brackets of all kinds."""
    return batch.count(Character.BRACKET)


@feature("characters")
def line_ends(batch: Batch) -> Column:
    """Line ends inside the block."""
    return batch.count(Character.LINE_END)


@feature("count")
def stops(batch: Batch) -> Column:
    """Sentence ends inside the text."""
    return batch.stops


@feature("class")
def first_character(batch: Batch) -> Column:
    """`Character` of the first character."""
    return batch.first_class


@feature("class")
def last_character(batch: Batch) -> Column:
    """`Character` of the last character, a closing quote or bracket aside."""
    return batch.last_class


@feature("yes/no")
def prose(batch: Batch) -> Column:
    """Reads like a paragraph."""
    return batch.prose


_CUED = (
    Cues.RELATED,
    Cues.NAV | Cues.NAV_OPENER,
    Cues.PROMO | Cues.PROMO_PHRASE,
    Cues.COMMENT | Cues.COMMENT_PHRASE,
    Cues.LEGAL,
    Cues.BYLINE,
    Cues.CREDIT | Cues.CAPTION_OPENER,
    Cues.DATE_LINE,
    Cues.DATE_OPENER,
    Cues.RELATED_OPENER,
    Cues.BULLET,
    Cues.NAME,
    Cues.ADDRESS,
    Cues.PRICE,
    Cues.HANDLE,
    Cues.PERSON,
    Cues.PERSON_FIRST,
    Cues.BUTTON,
)


@feature(
    "yes/no",
    *"related nav promo comment legal byline credit date date_opener also bullet name address price handle".split(),
    *("person", "person_first", "button"),
)
def cue(batch: Batch) -> list[Column]:
    """The lexicons know the line, its opening or a phrase in it."""
    return [batch.has_cue(flag) for flag in _CUED]
