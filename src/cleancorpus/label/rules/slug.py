"""slug: lines without accents or capitals in a text that is full of them: file names and image texts made by a machine."""

from __future__ import annotations

import re

from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_ACCENTED_SHARE = 0.08  # of the letters of the page's prose: Vietnamese has 0.25 and more, Czech 0.13, French 0.04
_MIN_WORDS = 4
_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(r"[a-z0-9 -]+")
IMAGE_FILE = "image-file"
"""Why a name of a file is alt."""
_FILE = re.compile(r"\S{1,120}\.(?:jpe?g|png|webp|gif|avif|heic|bmp|svg|tiff?)", re.IGNORECASE)


def slug(draft: Draft) -> None:
    """Names of image files that stand alone; in an accented text, lower-case lines of plain ASCII words."""
    prose = [(index, draft.features[index]) for index in range(len(draft.blocks)) if draft.features[index].prose]
    if prose:
        _label_files(draft)
    letters = sum(len(draft.blocks[index].text) for index, _ in prose)
    if not letters or sum(measured.accented for _, measured in prose) < _ACCENTED_SHARE * letters:
        return
    for index in draft.free():
        measured, text = draft.features[index], draft.blocks[index].text
        if measured.lower and _PLAIN.fullmatch(text) and len(_WORD.findall(text)) >= _MIN_WORDS and not measured.ends:
            draft.put(index, Role.ALT, 0.85, "slug")


def _label_files(draft: Draft) -> None:
    """A name of an image file between other lines stood for the image; several in a row are a list that somebody wrote."""
    files = [_FILE.fullmatch(block.text.strip()) is not None for block in draft.blocks]
    for index in draft.free():
        if files[index] and not any(files[at] for at in (index - 1, index + 1) if 0 <= at < len(files)):
            draft.put(index, Role.ALT, 0.9, IMAGE_FILE)
