"""Repairs on request: which of the steps that not every text wants are to be done."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal

from cleancorpus.errors import OptionError, unknown_name

VietnameseTone = Literal["", "old", "new"]


@dataclass(frozen=True, slots=True)
class Repairs:
    """What is repaired beyond the steps that are always done. All are off; each changes text that is right as it is.

    Raises:
        OptionError: ``vi_tone`` is neither of its values.
    """

    vi_legacy: bool = False
    """Vietnamese in TCVN3, VISCII, VPS or VNI, read as Western text, in Unicode. Without it a document in one of them says so."""
    fold_width: bool = False
    """Full-width letters and digits as plain ones, half-width katakana as full; CJK punctuation stays."""
    fold_math: bool = False
    """Mathematical alphanumerics, which many use as type faces, as plain letters and digits."""
    ascii_punct: bool = False
    """Quotation marks, dashes and the ellipsis as ASCII has them."""
    strip_tatweel: bool = False
    """Arabic words without the strokes that only stretch them."""
    dehyphenate: bool = False
    """Words that a line end inside a block parts after a hyphen, in one piece. Lines of a plain text are blocks of their own."""
    vi_d: bool = False
    """The Icelandic letter eth as the Vietnamese ``đ`` it looks like. For Vietnamese text only."""
    vi_tone: VietnameseTone = ""
    """Where Vietnamese sets the tone of ``oa``, ``oe`` and ``uy``: ``old`` (``hòa``) or ``new`` (``hoà``); empty leaves both."""

    asks: bool = field(default=False, init=False, repr=False, compare=False)
    """Whether any of them is asked for: looked at for every block."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "asks", any(getattr(self, item.name) for item in fields(self) if item.init))
        if self.vi_tone not in ("", "old", "new"):
            raise unknown_name("vi_tone", self.vi_tone, ("old", "new"))


def read_repairs(names: str) -> Repairs:
    """Repairs from their names as the command takes them: ``fold-width,vi-tone=old``. None for an empty text.

    Raises:
        OptionError: A name is that of no repair, or a value is not one of it.
    """
    wanted: dict[str, Any] = {}
    known = {item.name: item for item in fields(Repairs) if item.init}
    for part in filter(None, (piece.strip() for piece in names.split(","))):
        name, equals, value = part.partition("=")
        repair = known.get(name.replace("-", "_"))
        if repair is None:
            raise unknown_name("repair", name, [item.replace("_", "-") for item in known])
        if bool(equals) == isinstance(repair.default, bool):
            message = f"repair {part!r}: {name} takes {'no value' if equals else 'a value, old or new'}"
            raise OptionError(message)
        wanted[repair.name] = value if equals else True
    return Repairs(**wanted)


def find_repairs(repairs: Repairs | str) -> Repairs:
    """The repairs themselves, or those of these names.

    Raises:
        OptionError: See `read_repairs`.
    """
    return read_repairs(repairs) if isinstance(repairs, str) else repairs
