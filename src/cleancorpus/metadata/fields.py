"""Fields: lines of several labels with a value each ("Source: Herald Author: Anna Kessler Editor: Jörg Ahlers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleancorpus.language.fold import COLONS, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import AND, with_colons
from cleancorpus.metadata.names import AROUND, LETTER
from cleancorpus.metadata.trim import without_date

EDITOR = re.compile(
    r"\W*(?:editors?|editing by|edited by|redaktur|penyunting|redaktion|redakteur(?:in)?|redactie|redaktor|redakcja"
    rf"|biên tập(?: viên)?|btv|责任编辑|责编|编辑|責任編輯|編輯|編集|редактор|edición|edição|redazione|editör"
    r"|संपादन|सम्पादन|संपादक|সম্পাদনা|审核|審核|校对|校對|主编|主編|翻译|翻譯|翻訳|校閲|監修|번역|편집|一审|二审|三审|终审|监制"
    rf"|translators?|перевод(?:чик)?|dịch giả|traducción|traduction|übersetzung)(?:\s*[{COLONS}]|(?<=by)\s)",
    re.IGNORECASE,
)
"""Who edited or translated an article signs it where nobody else does."""
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
            key, edits = phrase_key(label), EDITOR.match(f"{label}:") is not None
            if edits or key in lexicon.credits or known.match(key) == key:
                yield found.end("label") - len(label), not (edits or key in lexicon.credits or key in lexicon.sources)
                break


def names_source(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says where a text is from ("Source: Herald") rather than who wrote it."""
    key = phrase_key(find_field(with_colons(text, lexicon), lexicon).lstrip(AROUND))
    return any(table[Cue.BYLINE].match(key) in lexicon.sources for table in (lexicon.openers_colon, lexicon.openers))
