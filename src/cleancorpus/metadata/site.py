"""Site: its name, its host, and the page's own address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from cleancorpus.block import Block, find_title
from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.page import Statements
from cleancorpus.role import Role

_OWNER = re.compile(
    r"©\s*(?:copyright\s*)?(?:(?:19|20)\d{2}\s*(?:[-–]\s*(?:19|20)?\d{2})?)?[\s,]*(?P<name>[^\W\d_](?:[^.,;|–—:。।\n]|\.(?=\w)){1,38}?)(?:[,;|–—。।]|\.(?!\w)|(?<=[\u3040-\u9fff])\s|\s-\s|$)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_|mc_[ce]id|fbclid$|gclid$|dclid$|msclkid$|yclid$|srsltid$|igshid$|_hs(?:enc|mi)$|mkt_tok$|at_(?:campaign|medium)$",
    re.IGNORECASE,
)
"""Parameters that say by which advertisement, letter or share a reader came."""
_SET_OFF = re.compile(r"\s+(?:[|–—\-»·•/<]+|::+)\s+|\s*[：｜]\s*|(?<=[\u3040-\u9fff」』])_(?=[\u3040-\u9fff])")
_LONGEST_NAME = 50
_MOST_ABOVE, _MOST_SET_OFF = 12, 160  # blocks; code points behind the title
_FEWEST_LETTERS = 4  # of the part of a host that names its owner: not "com.au"
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-–]\d{2,4})?[.,]?")
_BY = frozenset({"by", "von", "par", "por", "di", "door", "av", "af", "od", "от", "thuộc", "về", "của"})
_NO_FILE = r"(?!(?i:js|css|html?|php|aspx?|pdf)\b)"
_DOMAIN = re.compile(
    rf"(?<![\w@.-])(?:(?:[A-Za-z0-9-]+\.)+{_NO_FILE}[a-z]{{2,10}}|(?:[A-Z0-9-]{{3,}}\.)+{_NO_FILE}[A-Z]{{2,4}})(?![\w-])"
)
"""In small letters at its end, or all in capitals: "P.IVA" is the word for a number of a tax office."""


def extract_url(given: str | None, statements: Statements) -> tuple[str, Evidence] | None:
    """The page's canonical address, else the one it came from; None if neither is known. Without the parts that only tell how
    the reader came: fragment and tracking parameters."""
    for source, value in (
        ("canonical", next((href for rel, href in statements.links if rel == "canonical"), None)),
        ("og:url", statements.meta_value("og:url")),
        ("given", given),
    ):
        address = _join(given, value) if value else None
        if value and address:
            return _without_tracking(address), Evidence(source, value, 0.9)
    return (given, Evidence("given", given, 1.0)) if given else None


def _without_tracking(address: str) -> str:
    parts = urlsplit(address)
    if not parts.query and not parts.fragment:
        return address
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    own = [(key, value) for key, value in pairs if not _TRACKING.match(key)]
    query = parts.query if len(own) == len(pairs) else urlencode(own)
    return parts._replace(query=query, fragment=parts.fragment if parts.fragment.startswith("!") else "").geturl()


def _join(base: str | None, address: str) -> str | None:
    """An address made absolute; None if it is none of a page."""
    try:
        joined = address if urlsplit(address).scheme else urljoin(base or "", address)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in {"http", "https"} and len(parts.path) + len(parts.query) > 1 else None


def extract_hostname(url: str | None) -> str | None:
    """Host of an address, lower case, without the port and without ``www.``; None if it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if host else None


def extract_sitename(
    blocks: Sequence[Block], statements: Statements, embedded: Embedded, lexicon: Lexicon
) -> tuple[str, Evidence] | None:
    """The site's name as it states it, else the domain that its copyright line names; None if neither is there."""
    for source, value in (
        ("og:site_name", statements.meta_value("og:site_name", "application-name")),
        ("json-ld publisher", embedded.article.publisher or embedded.page.publisher),
        (f"{embedded.marked.syntax} publisher", embedded.marked.article.publisher),
    ):
        if value:
            return value, Evidence(source, value, 0.9)
    if (name := _behind_title(blocks, statements, lexicon)) is not None:
        return name, Evidence("title element", statements.title or "", 0.6)
    if (found := _above_title(blocks)) is not None:
        return found
    for block in blocks:
        if block.role is Role.LEGAL:
            if match := _DOMAIN.search(block.text):
                return match[0], Evidence("legal", block.text, 0.7)
            if (match := _OWNER.search(block.text)) and (name := _owner_name(match["name"], lexicon)):
                return name, Evidence("legal", block.text, 0.5)
    return None


def _behind_title(blocks: Sequence[Block], statements: Statements, lexicon: Lexicon) -> str | None:
    """What the title element sets off behind the headline that the page shows, or last of all, where a copyright line has it
    too."""
    at = find_title(blocks)
    shown = None if at is None else blocks[at].text
    first, *_, last = parts if len(parts := _SET_OFF.split(statements.title or "")) > 1 else ("", "")
    if not fold(last) or len(last) >= _LONGEST_NAME:
        return None
    owners = (_OWNER.search(block.text) for block in blocks if block.role is Role.LEGAL)
    owned = any(fold(_owner_name(owner["name"], lexicon) or "").startswith(fold(last)) for owner in owners if owner)
    return last if (shown and fold(first) == fold(shown)) or owned else None


def _above_title(blocks: Sequence[Block]) -> tuple[str, Evidence] | None:
    """The same of a line above the title that says it and more, as the title element is left in text: "Harbour empties | The
    Echo"."""
    at = find_title(blocks) or 0
    title = blocks[at].text if at else ""
    shown = fold(title)
    for block in blocks[max(0, at - _MOST_ABOVE) : at] if shown else ():
        longer = len(block.text) <= len(title) + _MOST_SET_OFF and fold(block.text).startswith(shown)
        cuts = _SET_OFF.finditer(block.text) if longer else ()
        behind = next((block.text[cut.end() :] for cut in cuts if fold(block.text[: cut.start()]) == shown), "")
        name = _SET_OFF.split(behind)[-1]
        if fold(name) and len(name) < _LONGEST_NAME:
            return name, Evidence("line above the title", block.text, 0.6)
    return None


def _owner_name(text: str, lexicon: Lexicon) -> str | None:
    """The name at the start of what stands behind a copyright sign: without year, "by" and the words of the notice."""
    words: list[str] = []
    tokens = text.split()
    for index, word in enumerate(tokens):
        if _YEAR.fullmatch(word) or lexicon.openers[Cue.LEGAL].match(phrase_key(" ".join(tokens[index:]))):
            break
        if words or phrase_key(word) not in _BY:
            words.append(word)
    return " ".join(words).strip(" -–—.,|") or None


def find_outlets(embedded: Embedded, sitename: str | None, hostname: str | None) -> set[str]:
    """Folded names of the site and of who publishes it; but for the full name of a person who does, where the site has another:
    software calls companies persons too."""
    described = (embedded.article, embedded.page, embedded.marked.article)
    own = {fold(name) for name in (sitename, *_names_of_host(hostname or "")) if name} - {""}
    publishers = {fold(article.publisher) for article in described if article.publisher} - {""}
    persons = (article.publisher for article in described if article.person_publishes and " " in (article.publisher or ""))
    return own | (publishers - {fold(name) for name in persons if name})


def _names_of_host(hostname: str) -> tuple[str, ...]:
    """How an address names its outlet: "fishermen.herald.co.uk", "herald.co.uk", "fishermen", "herald". On a host of blogs the
    first part is somebody's pen name as often ("anna.wordpress.example")."""
    labels = hostname.removeprefix("www.").split(".")
    at = max(range(len(labels) - 1), key=lambda at: (len(labels[at]), -at), default=0)
    last = next((label for label in reversed(labels[:-1]) if len(label) >= _FEWEST_LETTERS), labels[at])
    return ".".join(labels), ".".join(labels[at:]), labels[at], last
