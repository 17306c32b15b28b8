"""Layouts: what one site does with every article, and the words it uses."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, TypeVar

from training.compose.names import draw_name
from training.compose.shelf import find_shelf
from training.folds import FOLDS

Way = TypeVar("Way")
Line = tuple[str, str]
"""(text, role); an empty text is a blank line."""
BLANK: Line = ("", "")
_SECTIONS = {
    "vi": "Thời sự|Thế giới|Kinh doanh|Giải trí|Thể thao|Pháp luật|Giáo dục|Sức khỏe|Đời sống|Du lịch|Khoa học|Số hóa|Xe|Ý kiến|"
    "Tâm sự|Chính trị|Xã hội|Công đoàn|Bất động sản|Văn hóa|Media|Podcast|Video|Ảnh|Infographic",
    "de": "Politik|Wirtschaft|Sport|Panorama|Kultur|Wissen|Reise|Auto|Gesundheit|Meinung|Netzwelt|Regional|Videos",
    "en": "News|World|Politics|Business|Sport|Culture|Opinion|Science|Health|Travel|Technology|Lifestyle|Weather|Podcasts|Video",
    "fr": "Politique|International|Économie|Société|Sport|Culture|Sciences|Santé|Opinions|Planète|Vidéos|Podcasts",
    "es": "Nacional|Internacional|Economía|Sociedad|Deportes|Cultura|Opinión|Ciencia|Salud|Tecnología|Vídeos",
    "ja": "ニュース|社会|政治|経済|国際|スポーツ|エンタメ|科学|暮らし|動画",
    "tr": "Gündem|Dünya|Ekonomi|Spor|Kültür|Sağlık|Teknoloji|Yaşam|Video",
    "cs": "Domácí|Svět|Ekonomika|Sport|Kultura|Věda|Auto|Názory",
    "pl": "Kraj|Świat|Gospodarka|Sport|Kultura|Nauka|Zdrowie|Opinie",
    "ru": "Политика|Экономика|Общество|Мир|Спорт|Культура|Наука|Видео",
    "pt": "Política|Economia|Mundo|Sociedade|Desporto|Cultura|Ciência|Opinião|Vídeos",
    "sv": "Inrikes|Utrikes|Ekonomi|Sport|Kultur|Nöje|Ledare|Debatt|Väder|Webb-tv",
    "no": "Innenriks|Utenriks|Økonomi|Sport|Kultur|Meninger|Vær|Video",
    "da": "Indland|Udland|Erhverv|Sport|Kultur|Debat|Vejr|Video",
    "fi": "Kotimaa|Ulkomaat|Talous|Urheilu|Kulttuuri|Mielipide|Sää|Videot",
    "it": "Politica|Cronaca|Economia|Esteri|Sport|Cultura|Salute|Video",
}
_FALLBACK = "en"
_CAPITAL_MONTHS = frozenset({"de", "en", "tr"})


@cache
def _lexicon(language: str) -> Mapping[str, Any]:
    entry = files("cleancorpus") / "data" / "lexicons" / f"{language}.toml"
    return tomllib.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {}


def cues(language: str, section: str, kind: str, fold: int) -> list[str]:
    """The phrases of a language that fall to a fold; all of them where that leaves none."""
    found = _lexicon(language).get(section, {}).get(kind) or _lexicon(_FALLBACK)[section][kind]
    own = [phrase for phrase in found if int(hashlib.sha256(phrase.encode()).hexdigest(), 16) % FOLDS == fold]
    return own or list(found)


def section_name(language: str, rng: Random) -> str:
    """A name in a site's menu."""
    shelf = find_shelf(language)
    if shelf is not None:
        return rng.choice(shelf.sections)
    return rng.choice((_SECTIONS.get(language) or _SECTIONS[_FALLBACK]).split("|"))


def month_name(language: str, month: int) -> str:
    """The name of a month, from 1 for January, as the language writes it inside a line."""
    shelf = find_shelf(language)
    if shelf is not None:
        return shelf.months[month - 1]
    names = _lexicon(language).get("date", {}).get("months") or _lexicon(_FALLBACK)["date"]["months"]
    name = str(names[month - 1][0])
    return name.capitalize() if language in _CAPITAL_MONTHS else name


@dataclass(frozen=True, slots=True)
class Layout:
    """What one site does with every article."""

    rng: Random
    language: str
    fold: int
    spaced: bool
    """A blank line between paragraphs."""
    tail_spaced: bool
    capital: bool

    def cue(self, section: str, kind: str) -> str:
        """A phrase, set as the site sets its labels."""
        phrase = self.rng.choice(cues(self.language, section, kind, self.fold))
        return phrase.upper() if self.capital and self.rng.random() < 0.5 else phrase[:1].upper() + phrase[1:]

    def person(self) -> str:
        """Somebody's name."""
        return draw_name(self.language, self.rng)

    def own(self, ways: Sequence[Way]) -> Way:
        """One of the ways to lay a thing out, of those that fall to the fold. There are at least as many ways as folds."""
        return self.rng.choice(ways[self.fold :: FOLDS])

    def chance(self, share: float) -> bool:
        """True in a share of all cases."""
        return self.rng.random() < share

    def section(self) -> str:
        """A name in the site's menu."""
        return section_name(self.language, self.rng)

    def date(self) -> str:
        """A moment as sites print it."""
        rng = self.rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2026)
        hour, minute = rng.randint(0, 23), rng.randint(0, 59)
        forms = (
            f"{hour:02}:{minute:02} | {day:02}/{month:02}/{year}",
            f"{day:02}.{month:02}.{year}, {hour:02}:{minute:02}",
            f"{day}/{month}/{year} {hour:02}:{minute:02}",
            f"{year}-{month:02}-{day:02}",
            f"{day}/{month}/{year}",
            f"{self._opener()} {day:02}/{month:02}/{year} {hour:02}:{minute:02}",
            f"{self._written(day, month)} {year}",
            f"{hour}:{minute:02} - {self._written(day, month)}, {year}",
        )
        return self.own(forms)

    def _opener(self) -> str:
        return self.cue("date", "openers")

    def _written(self, day: int, month: int) -> str:
        return f"{day} {month_name(self.language, month)}"
