"""Names: persons out of a line that names them, and out of a value that is meant to hold nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice, pairwise

from cleancorpus.language.fold import COLONS, fold_case, is_caseless, opens_small, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import AND, AND_PERSON, find_person, is_by_person, with_colons

_BETWEEN_NAMES = re.compile(rf"\s*[\n,;/|&·•⋅●▪■◆»→、，،؛]\s*|\s[-–—]\s|\s(?:{AND})\s")
"""Signs and words between two names. The words only in lower case with spaces around: E. and Dan are names."""
_DASH = re.compile(r"\s[-–—]\s")
_BEFORE_PERSON = re.compile(rf"\s(?:{AND_PERSON})\s")
_ENDS_WITH_AND = re.compile(rf"\s(?:{AND})$")
_ARABIC_AND = re.compile(r"\sو(?=\w\w)")
PARTICLES = frozenset(
    "von van de der den da do dos das di del della du la le el al bin ibn ben y e ter ten zu zur af av e' d' st".split()
)
_MAIL = re.compile(r"[(<]?[^\s@<(]{1,64}@[^\s@>)]{1,100}[)>]?")
_LONGEST = 400  # code points of a byline; longer ones are none
_LONGEST_STATED = 4_000  # of a value that names authors, of which there may be many
_ADDRESS = re.compile(r"https?://|www\.|@")
_NEVER_IN_NAME = re.compile(rf"[\d{COLONS}<>]|\bCC BY\b")
_QUOTES = '"“”„«»'
_OPEN_BRACKET = re.compile(r"\s*\([^)]*$")
_NAME = re.compile(r"[^\W\d_]")
_SITE = re.compile(r"\b[a-z0-9-]{3,}\.[a-z]{2,6}\b")
_FILED = frozenset({"in", "under", "unter", "dans", "en", "em", "su", "w", "v"})
"""What stands between a name and the shelves that a text was put on: "Anna Kessler in Coast, Winter"."""
_FILED_TITLE = frozenset({"In", "IN"})
"""The same where each word has a capital; behind a full name, for In Sung is one too."""
PURPOSE = re.compile(r"\s(?:for|für|pour)\s")
"""What stands in names of institutions, and of nobody."""
_LEGAL_FORM = re.compile(r"\b(?:gmbh|e\.\s?v\.?|inc|ltd|llc|corp|s\.\s?a\.?|s\.?r\.?l|plc|a\.?g|b\.v|pty)\b\.?$", re.IGNORECASE)
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽА-Я", "a-zß-öø-ÿāăąćčďđēęěğģīįıķĺļľłńņňōőœŕřśşšťūůűųźżžа-я"
REVIEWED = re.compile(
    rf"(?:\b|(?-i:(?<=[{_LOWER}])(?=[{_UPPER}])))"
    r"(?:(?:medically |expert |fact[ -])?(?:reviewed|checked|edited|approved) by|(?:geprüft|redigiert|lektoriert) von"
    r"|relu par|revisado por)\b",
    re.IGNORECASE,
)
"""Who looked over an article did not write it. The space before it may be lost: "Anna KesslerReviewed by"."""
EDITOR = re.compile(
    r"\W*(?:editors?|editing by|edited by|redaktur|penyunting|redaktion|redakteur(?:in)?|redactie|redaktor|redakcja"
    rf"|biên tập(?: viên)?|btv|责任编辑|责编|编辑|責任編輯|編輯|編集|редактор|edición|edição|redazione|editör"
    r"|संपादन|सम्पादन|संपादक|সম্পাদনা|审核|審核|校对|校對|主编|主編|翻译|翻譯|翻訳|校閲|監修|번역|편집|一审|二审|三审|终审|监制"
    rf"|translators?|перевод(?:чик)?|dịch giả|traducción|traduction|übersetzung)(?:\s*[{COLONS}]|(?<=by)\s)",
    re.IGNORECASE,
)
"""Who edited or translated an article signs it where nobody else does."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_GLUED_OPENER = re.compile(rf"([{_UPPER}]?[{_LOWER}]{{1,5}})(?=[{_UPPER}][{_LOWER}])")
_GLUED_WORD = re.compile(rf"([{_UPPER}][{_LOWER}’'-]+)([{_UPPER}][{_LOWER}]+)$")
_GLUED_NUMBER = re.compile(rf"([{_UPPER}][{_LOWER}]{{2,}})(?=\d)")
_MARK = r"(?:\d{1,2}(?!\d)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])"
_FOOTNOTE = re.compile(rf"(?<=[{_LOWER}][{_LOWER}]){_MARK}(?:,?{_MARK})*(?=[\s,;&]|$)")
"""What stands at names above a paper and leads to where they work. One alone may be a count of comments."""
_INITIALS_AHEAD = re.compile(rf"^\s*\(?[{_UPPER}]{{2,6}}\)(?:\s*[-–—])?\s*(?=[{_UPPER}])")
"""The agency or paper in brackets before the names: "(BLS) - Hà Lan"."""
_LABEL = re.compile(
    rf"(?:^|(?<=[\s,;|/，；、|]))(?P<label>[^\s\d,;|/{COLONS}]{{1,16}}(?: [^\s\d,;|/{COLONS}]{{1,16}})?) ?[{COLONS}]"
)
_COLON = re.compile(f"[{COLONS}]")
_SPACED_WORD = re.compile(r"\S+")
_AROUND = f" \t\n-–—*・()[]（）【】{COLONS}"
_FULL_NAME = 2
_BAR = re.compile(r"\s+[|·•]\s+")
_FEWEST_SAID = 4
_MOST_BEFORE = 12  # words before the one that signs
_SHORT = 3
_SHORTEST_PEN_NAME, _MAX_NAME = 2, 60
_FEWEST_RUN, _FEWEST_FIELDS = 3, 2
_MOST_PLAIN, _LONGEST_PLAIN, _INITIALS = 3, 4, 2  # names in a line, words of a name, letters in capitals
_SHORTEST_TRADE = 2  # signs of one that stands before a name: less is a name
_MOST_TRADE = 4  # words that say what somebody does
_ARTICLES = frozenset({"le", "la", "les", "el", "los", "las", "il", "lo", "i", "die", "das", "der", "the", "o", "a", "as", "os"})
_VIETNAMESE = re.compile("[ơưđƠƯĐ\u1ea0-\u1ef9]")
_DEGREES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BSCK ?[I12]{1,2}|BS|CK[I12]{1,2}|DS|KS|KTS|LS|NSND|NSƯT|NGND|NGƯT)(?:\. ?| ))+(?=[^\W\d_])"
)
"""Degrees and honours before Vietnamese names: "PGS.TS Hà Lan"."""
_NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "webmaster",
        "root",
        "guest",
        "user",
        "username",
        "anonymous",
        "anónimo",
        "anonimo",
        "anonyme",
        "author",
        "no author",
        "publisher",
        "super user",
        "typo3",
        "wordpress",
        "joomla",
        "drupal",
        "editor",
        "staff",
        "team",
        "date",
        "ago",
        "read",
        "our",
        "unknown",
        "null",
        "none",
        "undefined",
    }
)
"""What software states where nobody signed, and what is left of "6 years ago" and "3 min read"."""
ONE_WORD = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")
"""Scripts in which a whole name may be one word."""


def split_names(text: str, lexicon: Lexicon) -> list[str]:
    """Names of persons, and of agencies that sign, in a byline, without the words around them; empty if it holds none.

    Reading begins behind the word that signs, where there is one, and stops at the first part that is no name, where there has
    been one: jobs, places and dates stand behind names. Behind a signing word a single word in lower case is a pen name.
    """
    line, signed = _find_line(text, lexicon)
    if not line:
        return []
    names: list[str] = []
    whole = filed = False
    parts = dropwhile(lambda part: phrase_key(part) in lexicon.lines, _split_parts(line, lexicon))  # "About the author | Anna"
    for part in parts:
        if (names and _leads_on(part, lexicon)) or _is_no_name(part, names, filed or (bool(names) and _goes_on(part)), lexicon):
            break
        filed = filed or not (_FILED.isdisjoint(part.split()[1:]) and _FILED_TITLE.isdisjoint(part.split()[_FULL_NAME:]))
        undated, cut = _without_date(part.strip(_AROUND), lexicon)
        name = undated if _is_office(undated, lexicon) else _name_in(undated, lexicon)
        agency = phrase_key(name) in lexicon.organisations
        if whole and len(name.split()) == 1 and not agency and not ONE_WORD.search(name):
            break  # behind a full name a single word is a place or a job
        run = _part_run(name, lexicon)
        if all(_is_name(item, lexicon) or _is_office(item, lexicon) for item in run):
            names += run
            whole = len(name.split()) > 1
        elif names:
            break
        elif signed and _is_sentence(undated):
            return []  # "By clicking here you accept our Terms and Conditions"
        elif signed and len(_BAR.split(line)[0].split()) <= _MOST_BEFORE and (pen_name := _pen_name(undated, lexicon)):
            return [pen_name]
        if cut and names:
            break  # what stands behind a date is about the date
    return names


def _find_line(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The part of a byline that may name somebody, empty where none does, and whether a word signs it."""
    marked = _MAIL.sub(" ", with_colons(text[:_LONGEST], lexicon))
    unmarked = _FOOTNOTE.sub("", marked) if len(_FOOTNOTE.findall(marked)) > 1 else marked
    own = _find_field(_without_review(_INITIALS_AHEAD.sub("", unmarked).strip(_AROUND)), lexicon)
    plain = _unglue(own, lexicon)
    signed = behind_opener(plain, lexicon)
    if signed is None:
        line = "" if _is_labelled(plain) else _without_dashed_place(plain, lexicon)
    else:
        line = _without_dashed_place(_INITIALS_AHEAD.sub("", signed), lexicon)
    pictured = bool(line and signed) and phrase_key(line.split()[0]) in lexicon.credits
    if pictured or _SITE.search(line):
        line = ""  # who made the picture, an outlet and its address
    return line, signed is not None


def _find_field(text: str, lexicon: Lexicon) -> str:
    """Of a line of several labelled fields those that name who wrote it, not who edited it or where it is from, as one; of none
    such the line: "Source: Herald Author: Anna Kessler Editor: Jörg Ahlers". Where somebody has signed before the first field
    the line says that."""
    fields = [*_find_fields(text, lexicon)]
    if len(fields) < _FEWEST_FIELDS or _NAME.search(_without_date(text[: fields[0][0]].strip(_AROUND), lexicon)[0]):
        return text  # one alone, or behind somebody who has signed
    ends = [*(start for start, _ in fields[1:]), len(text)]
    own = [text[start:end] for (start, writes), end in zip(fields, ends, strict=True) if writes]
    bare = [_ENDS_WITH_AND.sub("", field.strip(f"{_AROUND},;|/，；、")) for field in own]
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


def _split_parts(line: str, lexicon: Lexicon) -> Iterator[str]:
    """The parts of a byline: between signs and words that set names apart, and before doubtful ones that a person follows."""
    for part in _BETWEEN_NAMES.split(line):
        start = 0
        for found in _BEFORE_PERSON.finditer(part):
            behind = part[found.end() :]
            if find_person(behind, phrase_key(behind), lexicon) == 0:
                yield part[start : found.start()]
                start = found.end()
        yield from _split_arabic(part[start:], lexicon)


def _split_arabic(part: str, lexicon: Lexicon) -> Iterator[str]:
    """The parts before and behind an Arabic "and", which is written together with the name behind it: a first name that is known,
    and with the "and" is none (Wael begins so)."""
    start = 0
    for found in _ARABIC_AND.finditer(part):
        behind = part[found.end() :]
        word = behind.split(maxsplit=1)[0]
        whole = len(part[start : found.start()].split()) >= _FULL_NAME
        known = fold_case(f"و{word}") in lexicon.first_names
        if whole and not known and find_person(behind, phrase_key(behind), lexicon) == 0:
            yield part[start : found.start()]
            start = found.end()
    yield part[start:]


def _without_dashed_place(line: str, lexicon: Lexicon) -> str:
    """A line up to the place that stands behind a dash: "Anna Kessler — Cruzeiro da Mata". Another person may stand there too."""
    for dash in _DASH.finditer(line):
        before, behind = (next(iter(_BETWEEN_NAMES.split(part)), "") for part in (line[: dash.start()], line[dash.end() :]))
        if is_person(before, lexicon):
            return line if is_person(behind, lexicon) or _is_office(behind, lexicon) else line[: dash.start()]
    return line


def _is_office(part: str, lexicon: Lexicon) -> bool:
    """Whether a part is the name of an agency or office that goes on in small letters, as Vietnamese ones do: "Phòng Truyền
    thông". A name of nobody's is not cut where a person's would end."""
    words = part.split()
    starts = f"{phrase_key(part)} ".startswith(lexicon.outlet_starts)
    return starts and len(part) <= _MAX_NAME and words[0][:1].isupper() and any(map(opens_small, words[1:]))


def _is_labelled(line: str) -> bool:
    """Whether words that no lexicon knows say whom the names behind them are of: "Medical advice: Anna Kessler"."""
    label, colon, behind = line.partition(": ")
    return bool(colon and behind) and not any(map(str.isdigit, label)) and any(map(opens_small, label.split()[1:]))


def _is_sentence(part: str) -> bool:
    """Whether words in small letters stand where a name is to come, more than a job has."""
    words = part.split()
    return len(words) >= _FEWEST_SAID and opens_small(words[0]) and words[0] not in PARTICLES


def _leads_on(part: str, lexicon: Lexicon) -> bool:
    """Whether a part begins with a day, or a word that signs: "Hà Lan, theo Reuters" says whom Hà Lan read."""
    words = part.split()
    return bool(words) and (_is_of_date(words, 0, lexicon) or _opener_end(part, lexicon, inside=True) is not None)


def _is_no_name(part: str, names: Sequence[str], doubtful: bool, lexicon: Lexicon) -> bool:
    """Whether a part is a trade, or no person's name where one is in doubt: behind names a trade goes on ("Senior Review
    Analyst"), and institutions say what for they are."""
    key = phrase_key(part)
    if names and (key.partition(" ")[0] in lexicon.trades or PURPOSE.search(part)):
        doubtful = True
    return _is_trade(key, lexicon) or (doubtful and find_person(part, key, lexicon) != 0)


def _is_trade(key: str, lexicon: Lexicon) -> bool:
    """Whether a phrase says what somebody does, or several do: "Transport Correspondents"."""
    return key in lexicon.trades or key.removesuffix("s") in lexicon.trades


def _without_review(text: str) -> str:
    """A line up to who looked it over; all of it where that stands first."""
    found = REVIEWED.search(text)
    return text[: found.start()].rstrip(" .,;·|") if found and found.start() else text


def _goes_on(part: str) -> bool:
    """Whether a part goes on in lower case with more than a small word, as institutions do: "Anna Kessler, Sutton Harbour
    museum"."""
    words = part.split()[1:]
    return any(opens_small(word) and len(word) > _SHORT and word not in PARTICLES for word in words)


def _unglue(text: str, lexicon: Lexicon) -> str:
    """A line with the spaces that were lost between its parts: "byAnna", "KesslerReporter", "Kessler5"."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if (
            at == 0
            and (glued := _GLUED_OPENER.match(word))
            and lexicon.openers[Cue.BYLINE].match(glued[1].lower()) == glued[1].lower()
        ):
            words[at] = f"{glued[1]} {word[glued.end(1) :]}"
        elif (glued := _GLUED_WORD.match(word)) and (
            phrase_key(glued[2]) in lexicon.trades or phrase_key(glued[2]) in lexicon.months
        ):
            words[at] = f"{glued[1]} {glued[2]}"
        elif glued and phrase_key(" ".join([glued[2], *words[at + 1 :]])) in lexicon.organisations:
            words[at] = f"{glued[1]}, {glued[2]}"
        elif at and (glued := _GLUED_NUMBER.match(word)):
            words[at] = f"{glued[1]} {word[glued.end(1) :]}"
    return " ".join(words)


def _name_in(part: str, lexicon: Lexicon) -> str:
    """The name in a part of a byline, without place and trade."""
    part = _without_degree(part)
    for trim in (_without_frame, _without_trade_ahead, _without_trade, _without_place, _without_trade):
        part = trim(part, lexicon)
    words = _OPEN_BRACKET.sub("", part).strip(_AROUND).split()
    half = len(words) // 2
    doubled = half >= _FULL_NAME and words[:half] == words[half:]  # a name and the text of its picture; Thi Thi is one name
    return " ".join(words[:half] if doubled else words)


def _without_degree(name: str) -> str:
    """A name without the degrees before it. T S Eliot and TS Eliot have none: there stands no point, nor a Vietnamese letter."""
    found = _DEGREES.match(name)
    degree = found is not None and ("." in found[0] or _VIETNAMESE.search(name) is not None)
    return name[found.end() :] if found and degree else name


def _part_run(name: str, lexicon: Lexicon) -> list[str]:
    """The names in a run of words that nothing parts, where each of three and more begins with a known first name behind what is
    none; else the run as it is: two may be one person with two family names. Vietnamese names are not parted."""
    words = name.split()
    if _VIETNAMESE.search(name) or not all(word[0].isupper() for word in words):
        return [name]
    known = [fold_case(word) in lexicon.first_names for word in words]
    starts = [at for at in range(len(words)) if known[at] and not (at and known[at - 1])]
    bounds = [*pairwise([*starts, len(words)])]
    if len(starts) < _FEWEST_RUN or starts[0] != 0 or any(end - start < _FULL_NAME for start, end in bounds):
        return [name]
    return [" ".join(words[start:end]) for start, end in bounds]


def behind_opener(text: str, lexicon: Lexicon) -> str | None:
    """What stands behind the word that signs a line, which may be nothing; None if no word signs it.

    At the line's start, behind a separator ("5 May | Author: Anna"), or behind a few words ("Posted on June 14 by Anna").
    """
    words = [*islice(_SPACED_WORD.finditer(text), _MOST_BEFORE)]
    for number, word in enumerate(words):
        rest = text[word.start() :]
        end = _opener_end(rest, lexicon, inside=number > 0)
        if end is not None and number and _closes_name(text[: word.start()], rest[:end], lexicon):
            return None
        if end is not None and (not number or _may_stand_before([item[0] for item in words[:number]], rest[:end], lexicon)):
            behind = rest[end:].strip(_AROUND)
            if number and behind[:1].isdigit():
                return None  # "3 von 5"
            further = behind_opener(behind, lexicon) if not number and not _opens_with_name(behind, lexicon) else None
            return behind if further is None else further
        if number and (named := _behind_label(rest, words[number - 1][0], lexicon)):
            return named
    return None


def _opens_with_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a full name of no outlet stands first: "Reporter: Anna Kessler | Editor: Jörg Ahlers"; or all of it is a person's
    that begins with what signs elsewhere: Theo."""
    first, *others = _BETWEEN_NAMES.split(text)
    named = _is_full_name(first, lexicon) and not is_organisation(first, lexicon)
    return named and (bool(others) or is_person(first, lexicon))


def _closes_name(before: str, opener: str, lexicon: Lexicon) -> bool:
    """Whether a word that may sign says where somebody has it from whom a comma parts from it: "Hà Lan, theo Reuters". It must be
    one that stands behind names; an outlet or a shelf may stand before one that signs ("Sutton Herald, by Anna Kessler")."""
    name = before.rstrip().removesuffix(",")
    return phrase_key(opener) in lexicon.closers and name != before.rstrip() and _is_full_name(name, lexicon)


def _behind_label(text: str, before: str, lexicon: Lexicon) -> str | None:
    """A known full name behind a label without its colon, and that behind a figure: "3 May 2021 Author Anna Kessler"."""
    if not before[-1:].isdigit():
        return None
    label = lexicon.openers_colon[Cue.BYLINE].match(phrase_key(text))
    behind = text[len(label) :].strip() if label and fold_case(text).startswith(label) else ""
    return behind if behind and find_person(behind, phrase_key(behind), lexicon) == 0 else None


def names_source(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says where a text is from ("Source: Herald") rather than who wrote it."""
    key = phrase_key(_find_field(with_colons(text, lexicon), lexicon).lstrip(_AROUND))
    return any(table[Cue.BYLINE].match(key) in lexicon.sources for table in (lexicon.openers_colon, lexicon.openers))


def behind_first_opener(text: str, lexicon: Lexicon) -> str | None:
    """The same, where the line begins with that word; None elsewhere."""
    text = with_colons(text, lexicon)
    end = _opener_end(text, lexicon, inside=False)
    return None if end is None else text[end:].strip(_AROUND)


def _opener_end(text: str, lexicon: Lexicon, *, inside: bool) -> int | None:
    """Where the signing word at the start of a text ends; None if it starts with none."""
    key = phrase_key(text)
    for table, needs_colon in ((lexicon.openers_colon[Cue.BYLINE], True), (lexicon.openers[Cue.BYLINE], False)):
        opener = table.match(key)
        at = fold_case(text).find(opener) if opener else -1
        if opener is None or at < 0:
            continue
        end = at + len(opener)
        colon = text[end : end + 2].lstrip().startswith(tuple(COLONS))
        bare = needs_colon and not colon and (inside or (text[end : end + 1].isspace() and len(text[end:].split()) == 1))
        desk = needs_colon and not colon and opener in lexicon.organisations and not _names_person(text[end:], lexicon)
        if not (bare or desk) and text[end : end + 1] not in {
            "-",
            "'",
            "’",
            "\u200c",
        }:  # bare: "Text Size"; the last goes on with a word
            return end
    return len(text.split(maxsplit=1)[0]) if not inside and is_by_person(text, key, lexicon) else None


def _names_person(text: str, lexicon: Lexicon) -> bool:
    """Whether a text opens with the full name of a person; "Redazione Eventi" is a desk."""
    rest = text.strip()
    return find_person(rest, phrase_key(rest), lexicon) == 0


def _may_stand_before(words: list[str], opener: str, lexicon: Lexicon) -> bool:
    """Whether words before "by" are those of a byline, not of a headline: a separator, a date, or what was done at most."""
    if _BETWEEN_NAMES.search(f"{words[-1]} "[-2:]) or words[-1] in {"-", "–", "—"} or opener.rstrip().endswith(tuple(COLONS)):
        return True
    if words[-1].lower().endswith(_PICTURES):
        return True  # the portrait beside it
    dated = any(character.isdigit() for word in words for character in word)
    if phrase_key(opener) in PARTICLES:
        return _is_of_date(words, len(words) - 1, lexicon)  # "3 May von Anna" is signed, "Karl von Anna" is a name
    return dated or (len(words) <= _FULL_NAME and lexicon.openers[Cue.DATE].match(phrase_key(" ".join(words))) is not None)


def _without_date(part: str, lexicon: Lexicon) -> tuple[str, bool]:
    """A part without the date before or behind the name and what follows it; whether something was cut behind."""
    words = part.split()
    start = next((at for at in range(len(words)) if not _is_of_date(words, at, lexicon)), len(words))
    ends = (at for at in range(start + 1, len(words)) if _is_of_date(words, at, lexicon) or _announces_date(words, at, lexicon))
    end = next(ends, len(words))
    return " ".join(words[start:end]), end < len(words)


def _is_of_date(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a number or a day's or month's name beside one: Jan and Marco are names elsewhere, and so is anna21."""
    beside = words[max(0, at - 1) : at + 2]
    numbers = any(character.isdigit() for word in beside for character in word)
    own = any(map(str.isdigit, words[at])) and (
        not words[at][0].isalpha() or words[at].rstrip("0123456789.,:").casefold() in lexicon.date_words
    )
    return own or (numbers and phrase_key(words[at]) in lexicon.date_words)


def _announces_date(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word begins what announces a date: "updated on"."""
    return not is_caseless(words[at]) and lexicon.openers[Cue.DATE].match(phrase_key(" ".join(words[at:]))) is not None


def _pen_name(part: str, lexicon: Lexicon) -> str | None:
    """The first word of a signed part, if it may be a name of somebody's own choice: alone, or before a short word ("on")."""
    words = part.strip(_AROUND).split()
    if not words or not _NAME.search(words[0]) or _ADDRESS.search(words[0]) or words[0].istitle():
        return None
    if (key := phrase_key(words[0])) in _NOBODY | PARTICLES | _ARTICLES or key in lexicon.date_words:
        return None  # "Author of the article"
    alone = len(words) == 1 or len(words[1]) <= _SHORT
    return words[0].strip(",.;:") if alone and _SHORTEST_PEN_NAME <= len(words[0]) <= _MAX_NAME else None


def _without_place(name: str, lexicon: Lexicon) -> str:
    """A name up to the first word in lower case that is no part of names: "Anna Kessler in London", and up to the field of a
    trade:
    ("Anna Kessler Trade reporter")."""
    words = name.split()
    shelved = find_person(name, phrase_key(name), lexicon) == 0  # "Anna Kessler In Coast"; In Sung is a name
    for index, word in enumerate(words):
        filed = word in _FILED_TITLE and index < len(words) - 1 and (shelved or index >= _FULL_NAME)
        if index and filed:
            return " ".join(words[:index])
        if index and word[0].islower() and word not in PARTICLES and not is_caseless(name):
            trade = phrase_key(word) in lexicon.trades and index > _FULL_NAME
            return " ".join(words[: index - 1 if trade else index])
    return name


def _without_frame(part: str, lexicon: Lexicon) -> str:
    """A part up to what the page wrote behind the name: a button ("Leave a comment"), an account, a picture's credit. One word
    of menus alone is none, but for those of comments: Thomas More is a name."""
    words = [*_SPACED_WORD.finditer(part)]
    for number, word in enumerate(words[1:], 1):
        behind = phrase_key(part[word.start() :])
        cue = lexicon.lines.get(behind)
        framed = cue is not None and (number < len(words) - 1 or (cue is Cue.COMMENT and number >= _FULL_NAME))
        whole = number >= _FULL_NAME or ONE_WORD.search(part[: word.start()])
        credited = whole and phrase_key(word[0].partition("・")[0]) in lexicon.credits
        labelled = word[0].endswith(":") and lexicon.openers_colon[Cue.NAV].match(behind) is not None
        if framed or credited or labelled or word[0].startswith("@"):
            return part[: word.start()].strip(_AROUND)
    return part


def _without_trade(name: str, lexicon: Lexicon) -> str:
    """A name without the words behind it that say what its bearer does."""
    words = [*_SPACED_WORD.finditer(name)]
    for word in words[1:]:
        if _is_trade(phrase_key(name[word.start() :]), lexicon):
            return name[: word.start()].strip()
    return name


def _without_trade_ahead(name: str, lexicon: Lexicon) -> str:
    """A name without what its bearer does before it, as Chinese has it: "记者 陈若溪"."""
    first, _, rest = name.partition(" ")
    if not (rest and ONE_WORD.search(first)) or len(first) < _SHORTEST_TRADE:
        return name
    return rest if _is_trade(phrase_key(first), lexicon) or lexicon.openers_colon[Cue.BYLINE].match(first) == first else name


def _is_name(name: str, lexicon: Lexicon) -> bool:
    if not _NAME.search(name) or len(name) > _MAX_NAME or _NEVER_IN_NAME.search(name) or _ADDRESS.search(name):
        return False
    key = phrase_key(name)
    if (
        key in _NOBODY
        or key in lexicon.date_words
        or lexicon.openers[Cue.DATE].match(key) == key
        or key in lexicon.lines
        or all(word in lexicon.lines for word in key.split(" "))
    ):
        return False
    if is_caseless(name):
        return True
    words = name.split()
    if len(words) == 1 and lexicon.openers_colon[Cue.BYLINE].match(key) == key:
        return False  # "Text" in "Anna Kessler, Text, und Jörg Ahlers, Fotos"
    own = [word for word in words if word not in PARTICLES]
    return (
        len(words) <= 6
        and words[0][0].isupper()
        and words[-1] not in PARTICLES
        and sum(word[0].isupper() for word in own) * 2 > len(own)
    )


def read_stated(value: str, lexicon: Lexicon) -> list[str]:
    """Names in a value that a page states as its author; empty if it holds an address or no letter.

    Such a value is meant to be a name, so it need not look like one: signatures in lower case and pen names count. What stands
    behind a separator is a name too where it looks like one, else a job, a degree or an outlet.
    """
    value = value.replace(" AND ", " and ") if value.isupper() else value
    line = with_colons(_unquote(" ".join(_MAIL.sub(" ", html.unescape(value[:_LONGEST_STATED])).split())).strip(_AROUND), lexicon)
    signed = None if _is_whole_name(line, lexicon) else behind_opener(line, lexicon)
    text = line if signed is None else signed
    if not _NAME.search(text) or _ADDRESS.search(text) or _SITE.search(text) or _is_nobody(text, lexicon):
        return []
    text = _OPEN_BRACKET.sub("", text)  # its end is gone with the signs around
    first, *rest = (part.strip(f" {COLONS}()[]（）") for part in _BETWEEN_NAMES.split(text))
    for_somebody = PURPOSE.split(text)[0]
    if for_somebody != text and is_person(for_somebody, lexicon):
        return [for_somebody]  # "Anna Kessler for the Herald"
    if not rest or for_somebody != text:
        return [_without_degree(text)] if len(text) <= _MAX_NAME else []
    names = split_names(text, lexicon)
    return names or ([first] if _NAME.search(first) and len(first) <= _MAX_NAME else [])


def _is_nobody(text: str, lexicon: Lexicon) -> bool:
    """Whether a value is what software states where nobody signed, or that and a trade: "Our Correspondent"."""
    return any(phrase_key(name) in _NOBODY for name in (text, _without_trade(text, lexicon)))


def _is_whole_name(line: str, lexicon: Lexicon) -> bool:
    """Whether a value of two words is a name of which the first signs in some language: Theo James, Oleh Kovalenko, Di Reed. What
    stands behind such a word, if that is all, is a first name else ("Par Sophie"), or nobody's ("Por Redação")."""
    first, _, last = line.partition(" ")
    if not (first.istitle() and last.istitle() and last.isalpha()) or first == "By":
        return False
    key = phrase_key(last)
    known = key in lexicon.organisations or key in _NOBODY or fold_case(last) in lexicon.first_names
    return not known or fold_case(first) in lexicon.first_names


def _unquote(text: str) -> str:
    """A text without the quotation marks around it; one that is of a part of it stays."""
    return text[1:-1] if text[:1] in _QUOTES and text[-1:] in _QUOTES and len(text) > 1 else text


def is_person(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a full one that opens with a first name that is known, and not with an article: Le is a family name,
    "Le Monde" an outlet."""
    words = name.split()
    return (
        find_person(name, phrase_key(name), lexicon) == 0 and len(words) <= _LONGEST_PLAIN and words[0].lower() not in _ARTICLES
    )


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an agency or desk that the lexicon knows, begins or ends as outlets do, bears a legal form, or
    says what for it is."""
    key = phrase_key(name)
    spaced = f" {key} "
    named = spaced[1:].startswith(lexicon.outlet_starts) or spaced[:-1].endswith(lexicon.outlet_ends)
    return named or key in lexicon.organisations or any(sign.search(name) for sign in (_LEGAL_FORM, PURPOSE))


def is_name_with_trade(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but a person's name and what that person does: "김하은 기자", "Anna Kessler Staff Writer"."""
    words = text.split()[: _LONGEST_PLAIN + _MOST_TRADE]
    splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(_is_trade(phrase_key(trade), lexicon) and is_person(name, lexicon) for name, trade in splits)


def is_plain_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but one to three full names, a date and other details: a line that no word signs has to be that.

    Words of menus are written like names, so each of two to four words needs a capital, and none may be known from the frame of
    pages; in scripts without capitals a line proves nothing.
    """
    divided = (_without_frame(part.strip(_AROUND), lexicon) for part in _BETWEEN_NAMES.split(_unglue(text, lexicon)))
    parts = [_without_detail(part, lexicon) for part in divided]
    names = [name for part in parts if part for name in _part_run(part, lexicon)]
    return 1 <= len(names) <= _MOST_PLAIN and all(_is_full_name(name, lexicon) for name in names)


def _without_detail(part: str, lexicon: Lexicon) -> str:
    """A part of a line without date; nothing where the rest is a detail too: a number of something, a job, a button."""
    rest = _without_date(part, lexicon)[0]
    key = phrase_key(rest)
    numbered = any(map(str.isdigit, part)) and (rest[:1].islower() or lexicon.openers[Cue.DATE].match(key) is not None)
    return "" if numbered or _is_trade(key, lexicon) or key in lexicon.lines else rest


def _is_full_name(text: str, lexicon: Lexicon) -> bool:
    words = text.split()
    return (
        _FULL_NAME <= len(words) <= _LONGEST_PLAIN
        and not is_caseless(text)
        and _is_name(text, lexicon)
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and not any(word.isupper() and len(word) > _INITIALS for word in words[:1])
        and lexicon.phrase_in(phrase_key(text)) is None
    )
