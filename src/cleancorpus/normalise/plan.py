"""The order of the repairs, and their names as they stand in `Block.edits`.

A text that no step would change is found by one search and passes untouched. Otherwise the steps run until nothing changes: what
one removes may join what another composes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cleancorpus.normalise.controls import drop_controls
from cleancorpus.normalise.entities import has_entities, read_entities
from cleancorpus.normalise.folds import fold_math, fold_punctuation, fold_width, strip_tatweel
from cleancorpus.normalise.forms import compose
from cleancorpus.normalise.hyphenation import join_parted
from cleancorpus.normalise.invisibles import drop_invisibles
from cleancorpus.normalise.legacy import READERS, find_legacy, reads_as
from cleancorpus.normalise.line_ends import unify_line_ends
from cleancorpus.normalise.mojibake import may_be_mojibake, repair_mojibake
from cleancorpus.normalise.repairs import Repairs
from cleancorpus.normalise.sentences import may_lack_space, split_sentences
from cleancorpus.normalise.spaces import collapse_spaces, plain_hyphens, plain_spaces
from cleancorpus.normalise.stacks import drop_stacks, order_marks
from cleancorpus.normalise.surrogates import join_surrogates
from cleancorpus.normalise.syllables import is_vietnamese
from cleancorpus.normalise.vietnamese import own_d, tone_on_first, tone_on_second

_MOST_ROUNDS = 40  # two suffice for every text met; layers of misreadings take one each, and double their size


class Step(NamedTuple):
    """One repair: its name in `Block.edits`, and what it does. Text to text, no state."""

    name: str
    repair: Callable[[str], str]


_INVISIBLES, _SOFT_HYPHEN = "invisibles", "\xad"
SPACES_STEP = Step("spaces", plain_spaces)
CHARACTER_STEPS = (
    Step("surrogates", join_surrogates),
    Step("mojibake", repair_mojibake),
    Step("line-ends", unify_line_ends),
    Step("controls", drop_controls),
    Step(_INVISIBLES, drop_invisibles),
    SPACES_STEP,
    Step("hyphens", plain_hyphens),
    Step("mark-stacks", drop_stacks),
    Step("mark-order", order_marks),
    Step("unicode-form", compose),
)
"""For every block. Order matters: what is removed may stand between what composes, and control codes may be bytes of a letter."""
ENTITY_STEP = Step("entities", read_entities)
"""For every block but code, which may show them on purpose; before the others, which may act on what it brings."""
SPACING_STEP = Step("spacing", collapse_spaces)
"""For every block but code."""
_ALL_STEPS: tuple[Step, ...] = (ENTITY_STEP, *CHARACTER_STEPS, SPACING_STEP)
REQUESTED_STEPS = {
    "fold_width": Step("width", fold_width),
    "fold_math": Step("math", fold_math),
    "ascii_punct": Step("punctuation", fold_punctuation),
    "strip_tatweel": Step("tatweel", strip_tatweel),
    "dehyphenate": Step("hyphenation", join_parted),
    "vi_d": Step("vietnamese-d", own_d),
    "vi_tone=old": Step("tone-old", tone_on_first),
    "vi_tone=new": Step("tone-new", tone_on_second),
}
"""Done where `Repairs` asks for them, behind the others; words are put together in all but code."""
PROSE_STEPS = (Step("sentence-space", split_sentences),)
"""For prose alone, after labelling."""

_SUSPECT = re.compile(
    "[^\t\n -~\xa1-\xac\xae-\u02ff\u0370-\u061b\u061d-\u115e\u1161-\u167f\u1681-\u1aaf\u1b00-\u1dbf\u1e00-\u1fff\u2012-\u2027"
    "\u2030-\u205e\u2070-\u20cf\u2100-\u2fff\u3001-\u3163\u3165-\ud7ff\uf900-\ufaff\ufb07-\ufb4f\ufdf0-\ufdff\ufe10-\ufe1f"
    "\ufe30-\ufe6f\uff00-\uff9f\uffa1-\ufff8\U00010000-\U0001fffd\U00020000-\U0002fffd]"
)
"""All characters but those that no step acts on: told this way round, a search finds nearly every letter that it meets in the
first set it looks into, and goes twice as fast. `test_plan` checks it against the steps."""
_LOOSE_LINES = re.compile(" \n|\n |\n\n\n")


class Repaired(NamedTuple):
    """A text and what was done to it."""

    text: str
    edits: tuple[str, ...]
    """Names of the steps that changed it, in order, each once."""


NO_REPAIRS = Repairs()


def normalise(text: str, *, keep_spacing: bool = False, repairs: Repairs = NO_REPAIRS, legacy: str = "") -> Repaired:
    """The text in its normal form. Idempotent; clean text comes back as it is, with no edits; empty text stays empty.

    Args:
        text: Any str, lone surrogates included.
        keep_spacing: Leave runs of spaces, blank lines, hyphens at line ends and entities, for code.
        repairs: What is to be done beyond that.
        legacy: The encoding of the document that the text is part of, as `find_legacy_of` names it; empty asks the text itself
            where ``repairs`` asks for it to be read. Where it is not read, soft hyphens that are letters in it stay.
    """
    if not repairs.asks:
        if is_normal(text, keep_spacing):
            return Repaired(text, ())
        if not keep_spacing and (tidied := _tidy(text)) is not None:
            return tidied
    requested = _requested(repairs, keep_spacing)
    name = _find_encoding(text, legacy) if repairs.vi_legacy and not is_vietnamese(text) else ""
    if not name and is_normal(text, keep_spacing):
        asked = _apply(text, requested) if requested else Repaired(text, ())
        if not asked.edits:
            return asked
    read = _read(text, name) if name else Repaired(text, ())
    steps = CHARACTER_STEPS if keep_spacing else _ALL_STEPS
    if legacy and not repairs.vi_legacy and _SOFT_HYPHEN in text and reads_as(text, legacy):
        steps = tuple(step for step in steps if step.name != _INVISIBLES)
    repaired = _apply(read.text, (*steps, *requested), None if requested else keep_spacing)
    if repairs.vi_legacy and not name and repaired.edits and not is_vietnamese(repaired.text):
        # What hid the encoding may be gone now.
        again = normalise(repaired.text, keep_spacing=keep_spacing, repairs=repairs, legacy=legacy)
        repaired = Repaired(again.text, (*repaired.edits, *again.edits))
    # One step may undo what another did: a text that is what it was has not been repaired.
    return Repaired(repaired.text, (*read.edits, *repaired.edits) if repaired.text != text else ())


def _find_encoding(text: str, legacy: str) -> str:
    """Name of the encoding a text is in: that of its document where it fits."""
    if legacy and reads_as(text, legacy):
        return legacy
    return find_legacy(text)


def _read(text: str, name: str) -> Repaired:
    """Once: a letter may be another's byte."""
    read = READERS[name](text)
    return Repaired(read, (name,) if read != text else ())


def is_normal(text: str, keep_spacing: bool = False) -> bool:
    """Whether none of the steps that are always done would change a text: one search for each kind of change."""
    if text.isascii() and text.isprintable():
        return keep_spacing or not (_is_spaced_out(text) or ("&" in text and has_entities(text)))
    if _is_suspect(text):
        return keep_spacing and not _has_suspect_characters(text)
    return keep_spacing or not _is_loose(text)


def _tidy(text: str) -> Repaired | None:
    """A text that is no code with its white space tidied, if that is all there is to do, as mostly; None if it is not.

    Every step but those two would have changed what is left, or reads pairs of characters as one (`may_be_mojibake`).
    """
    if may_be_mojibake(text):
        return None
    plain = plain_spaces(text)
    tidy = collapse_spaces(plain)
    if tidy == text or not is_normal(tidy):
        return None
    edits = (SPACES_STEP.name,) * (plain != text) + (SPACING_STEP.name,) * (tidy != plain)
    return Repaired(tidy, edits)


def _is_suspect(text: str) -> bool:
    """Whether a step other than that of spacing might change a text that is no code."""
    if text.isascii() and text.isprintable():
        return "&" in text and has_entities(text)
    return _has_suspect_characters(text) or has_entities(text)


def _has_suspect_characters(text: str) -> bool:
    return _SUSPECT.search(text) is not None or not unicodedata.is_normalized("NFC", text) or may_be_mojibake(text)


def _is_spaced_out(text: str) -> bool:
    return "  " in text or text.strip(" ") != text


def _is_loose(text: str) -> bool:
    """Whether there is white space to collapse. Plain searches first: a pattern for all of it takes ten times as long."""
    if "  " in text or "\t" in text or text.strip(" \n") != text:
        return True
    return "\n" in text and _LOOSE_LINES.search(text) is not None


@cache
def _requested(repairs: Repairs, keep_spacing: bool) -> tuple[Step, ...]:
    wanted = {name for name in REQUESTED_STEPS if getattr(repairs, name, False)} | {f"vi_tone={repairs.vi_tone}"}
    wanted -= {"dehyphenate"} if keep_spacing else set()
    return tuple(step for name, step in REQUESTED_STEPS.items() if name in wanted)


def normalise_prose(text: str) -> Repaired:
    """Normalised text with the repairs that are right for prose only."""
    return _apply(text, PROSE_STEPS) if may_lack_space(text) else Repaired(text, ())


def _apply(text: str, steps: tuple[Step, ...], keep_spacing: bool | None = None) -> Repaired:
    """The text after some steps, until they change nothing; told how spacing is kept where these are all that are done, that is
    seen without another round."""
    edits: dict[str, None] = {}
    for _ in range(_MOST_ROUNDS):
        before = text
        for step in steps:
            changed = step.repair(text)
            if changed != text:
                edits[step.name] = None
                text = changed
        if text == before or (keep_spacing is not None and is_normal(text, keep_spacing)):
            break
    return Repaired(text, tuple(edits))


def replay(text: str, edits: tuple[str, ...]) -> str:
    """What the named repairs make of a source text: the proof that a block's edits tell all that was done to it.

    Raises:
        KeyError: A name is not that of a step.
    """
    at = next((index for index, name in enumerate(edits) if name in READERS), None)
    if at is not None:
        return replay(READERS[edits[at]](replay(text, edits[:at])), edits[at + 1 :])
    known = {step.name: step for step in (ENTITY_STEP, *CHARACTER_STEPS, SPACING_STEP, *REQUESTED_STEPS.values(), *PROSE_STEPS)}
    wanted = {name: known[name] for name in edits}
    ordered = tuple(step for name, step in known.items() if name in wanted)
    return _apply(text, ordered).text
