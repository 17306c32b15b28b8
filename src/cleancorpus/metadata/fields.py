"""Fields: lines of several labels with a value each ("Source: Herald Author: Anna Kessler Editor: Jörg Ahlers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleancorpus.language.fold import COLONS, fold_case, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import AND, with_colons
from cleancorpus.metadata.names import AROUND, BAR, LETTER
from cleancorpus.metadata.trim import without_date

_LABEL = re.compile(
    rf"(?:^|(?<=[\s,;|/，；、|]))(?P<label>[^\s\d,;|/{COLONS}]{{1,16}}(?: [^\s\d,;|/{COLONS}]{{1,16}})?) ?[{COLONS}]"
)
_COLON = re.compile(f"[{COLONS}]")
_ENDS_WITH_AND = re.compile(rf"\s(?:{AND})$")
_FEWEST_FIELDS = 2


def find_field(text: str, lexicon: Lexicon) -> str:
    """Of a line of several labelled fields those that name who wrote it, not who edited it or where it is from, as one; of none
    such the line: "Source: Herald Author: Anna Kessler Editor: Jörg Ahlers". Where somebody has signed before the first field
    the line says that."""
    fields = [*_find_fields(text, lexicon)]
    if len(fields) < _FEWEST_FIELDS or LETTER.search(without_date(text[: fields[0][0]].strip(AROUND), lexicon)[0]):
        return text  # one alone, or behind somebody who has signed
    ends = [*(start for start, _ in fields[1:]), len(text)]
    own = [text[start:end] for (start, writes), end in zip(fields, ends, strict=True) if writes]
    bare = [_ENDS_WITH_AND.sub("", field.strip(f"{AROUND},;|/，；、")) for field in own]
    return "; ".join([*bare[:1], *(_COLON.split(field, 1)[-1].strip() for field in bare[1:])]) or text


def _find_fields(text: str, lexicon: Lexicon) -> Iterator[tuple[int, bool]]:
    """Where each labelled field of a line begins, and whether its label is of those who write."""
    known = lexicon.openers_colon[Cue.BYLINE]
    for found in _LABEL.finditer(text):
        for label in dict.fromkeys((found["label"], found["label"].rpartition(" ")[2])):
            key = phrase_key(label)
            edits = lexicon.editors.match(key) == key
            if edits or key in lexicon.credits or known.match(key) == key:
                yield found.end("label") - len(label), not (edits or key in lexicon.credits or key in lexicon.sources)
                break


def names_editor(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says who edited, translated or checked a text ("Editor: Anna Kessler", "Translated by ...")."""
    spelt = with_colons(text, lexicon)
    label = lexicon.editors.match(phrase_key(spelt))
    if label is None:
        return False
    behind = fold_case(spelt).partition(label)[2].lstrip()
    return behind.startswith(tuple(COLONS)) or lexicon.openers[Cue.BYLINE].match(label) == label


def names_source(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says where a text is from ("Source: Herald", "3 May 2021 | Source: Herald") rather than who wrote it."""
    parts = BAR.split(find_field(with_colons(text, lexicon), lexicon).lstrip(AROUND))
    keys = [phrase_key(part.lstrip(AROUND)) for part in parts]
    openers = [table[Cue.BYLINE].match(key) for key in keys for table in (lexicon.openers_colon, lexicon.openers)]
    return any(openers) and all(opener in lexicon.sources for opener in openers if opener)
