"""trafilatura as a second opinion: the blocks that stand in its extraction are kept. Imported only where it is asked for.

Always with ``deduplicate=False``: its cache of repeated text makes identical calls differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from cleancorpus.block import Block
from cleancorpus.engine.align import shares_found
from cleancorpus.engine.opinion import Opinion, take_shares
from cleancorpus.errors import missing_extra
from cleancorpus.outcome import Outcome
from cleancorpus.profile import Profile

NAME = "trafilatura"


@cache
def _load_extract() -> Callable[..., str | None]:
    try:
        from trafilatura import extract  # noqa: PLC0415  0.4 s of loading, and an extra
    except ImportError as error:
        raise missing_extra("engine 'trafilatura'", NAME, error) from error
    typed: Callable[..., str | None] = extract
    return typed


@dataclass(frozen=True, slots=True)
class Trafilatura:
    """trafilatura's extraction without comments, with tables, as every published comparison runs it.

    A profile that ends with the article gets its precision mode, which is the better one there (article bodies F1 .964, exact
    .34, against .960 and .29; 2026-11). Its recall mode loses on pages of all types and is not used.
    """

    def load(self) -> None:
        """Import trafilatura.

        Raises:
            OptionError: It cannot be imported; says what to install.
        """
        _load_extract()

    def judge(self, html: str | None, blocks: tuple[Block, ...], profile: Profile) -> Opinion:
        """See `Engine.judge`. EMPTY where trafilatura returns nothing or gets plain text, ERROR where it raises.

        Raises:
            OptionError: It cannot be imported.
        """
        extract = _load_extract()
        if html is None:
            return _nothing(
                blocks, profile, Outcome.EMPTY, "trafilatura takes HTML only, and this is plain text: nothing is kept"
            )
        try:
            text = _extract(extract, html, profile)
        except Exception as error:
            return _nothing(blocks, profile, Outcome.ERROR, f"trafilatura failed on this page: {type(error).__name__}: {error}")
        if not text:
            return _nothing(blocks, profile, Outcome.EMPTY, "trafilatura returned nothing for this page")
        shares = shares_found(["" if profile.leaves_out(block) else block.text for block in blocks], text)
        if not any(shares):
            message = f"trafilatura returned {len(text):,} characters, but none of the page's {len(blocks)} blocks stands in them"
            return _nothing(blocks, profile, Outcome.EMPTY, message)
        return Opinion(take_shares(blocks, shares, profile, NAME))


def _extract(extract: Callable[..., str | None], html: str, profile: Profile) -> str | None:
    return extract(
        html,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
        favor_precision=profile.ends_with_article,
    )


def _nothing(blocks: tuple[Block, ...], profile: Profile, outcome: Outcome, message: str) -> Opinion:
    return Opinion(take_shares(blocks, [0.0] * len(blocks), profile, NAME), outcome, message)
