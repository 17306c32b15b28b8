"""Romanised copies of the title: found in any scheme, only where asked for, and in no page of Latin script."""

from __future__ import annotations

import sys

import pytest

from cleancorpus import Cleaner
from cleancorpus.errors import OptionError
from cleancorpus.language.romanise import skeleton

PROSE = "Вечером на берегу собрались все, кто помнил старую пристань, и долго говорили о том, что будет с лодками зимой. "
TITLE = "Трамвай вернулся на Южную набережную"
HTML = (
    "<html><head><title>{title}</title></head><body><nav><a href=/>Главная</a></nav><h1>{title}</h1>"
    "<div class=image>{slug}</div><p>{prose}</p><p>{prose}</p></body></html>"
)


def reasons(source: str, kind: str, *, transliterate: bool = True) -> dict[str, tuple[str, str, bool]]:
    """Role, reason and whether it is kept of each block by its text."""
    document = Cleaner(transliterate=transliterate, profile="page").clean(source, kind=kind)
    return {block.text: (str(block.role), block.reason, block.kept) for block in document.blocks}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (TITLE, "tramvaj-vernulsja-na-juzhnuju-naberezhnuju"),
        (TITLE, "Tramvay vernulsya na Yuzhnuyu naberezhnuyu"),
        ("Київ відкрив міст через річку", "kyiv-vidkryv-mist-cherez-richku"),
        ("Новият мост над Струма", "noviyat-most-nad-struma"),
        ("Ο δήμος άνοιξε ξανά το λιμάνι", "o dimos anoikse ksana to limani"),
        ("北京的老桥重新开放", "beijing-de-lao-qiao-zhongxin-kaifang"),
    ],
)
def test_schemes_differ_in_vowels_alone(text: str, slug: str) -> None:
    """A title and its slug have one skeleton, and it is Latin."""
    assert skeleton(text) == skeleton(slug) != ""
    assert skeleton(text).isascii()


@pytest.mark.xfail(strict=True, reason="characters of Japanese are read as if they were Chinese")
def test_japanese_is_read_as_japanese() -> None:
    """A known limit of the library behind it."""
    assert skeleton("東京の橋") == skeleton("tokyo-no-hashi")


@pytest.mark.parametrize("slug", ["tramvaj-vernulsja-na-juzhnuju-naberezhnuju", "Tramvay vernulsya na Yuzhnuyu naberezhnuyu"])
def test_a_romanised_copy_is_alt(slug: str) -> None:
    """In HTML and in text; it is kept by no profile that serves readers. Without the option it is whatever it was."""
    page = HTML.format(title=TITLE, slug=slug, prose=PROSE * 3)
    assert reasons(page, "html")[slug] == ("alt", "alt-romanised", False)
    text = f"{TITLE}\n{slug}\n{PROSE * 2}\n{PROSE * 3}\nЧитайте также\nЕщё одна новость"
    assert reasons(text, "text")[slug][:2] == ("alt", "alt-romanised")
    for source, kind in ((page, "html"), (text, "text")):
        assert "alt-romanised" not in {reason for _, reason, _ in reasons(source, kind, transliterate=False).values()}


def test_other_lines_of_latin_letters_stay() -> None:
    """Names, products and short titles are no copies."""
    page = HTML.format(title=TITLE, slug="Samsung Galaxy", prose=PROSE * 3)
    assert reasons(page, "html")["Samsung Galaxy"][1] != "alt-romanised"
    short = HTML.format(title="Дом", slug="dom", prose=PROSE * 3)
    assert reasons(short, "html")["dom"][1] != "alt-romanised"


def test_latin_scripts_are_the_same_with_and_without() -> None:
    """Their titles are folded by the standard library either way."""
    title = "Đồng hồ tháp chợ lại chạy"
    page = HTML.format(title=title, slug="dong-ho-thap-cho-lai-chay", prose=PROSE * 3)
    assert reasons(page, "html") == reasons(page, "html", transliterate=False)


def test_what_is_not_installed_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the extra to install."""
    monkeypatch.setitem(sys.modules, "unidecode", None)
    monkeypatch.setattr("cleancorpus.language.romanise.find_spec", lambda _: None)
    with pytest.raises(OptionError, match=r"cleancorpus\[translit\]"):
        Cleaner(transliterate=True)
