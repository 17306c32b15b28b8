"""The vote over a document's blocks, and the identifiers by name."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint

import pytest

from cleancorpus.errors import OptionError
from cleancorpus.language.identify import (
    IDENTIFIERS,
    UNDETERMINED,
    LanguageIdentifier,
    LanguageShares,
    _langdetect,
    find_identifier,
    vote_language,
)

VI = "Phiên chợ họp từ lúc trời chưa sáng, người bán rau đứng dọc con đường đá và gọi nhau í ới."
EN = "The ferry left at seven in the morning, and by noon the whole harbour was empty again."


@dataclass
class ByLetter:
    """Vietnamese where there is a đ, English elsewhere; remembers what it was asked."""

    name: str = "by-letter"
    asked: list[str] = field(default_factory=list)

    def identify(self, text: str) -> tuple[str, float]:
        self.asked.append(text)
        return ("vi" if "đ" in text else "en"), 1.0


def letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def test_one_language_has_the_whole_vote() -> None:
    """A document in one language is in that language."""
    assert vote_language([VI, VI], ByLetter()) == LanguageShares("vi", {"vi": 1.0}, 1.0, VI)


def test_votes_are_weighted_with_letters() -> None:
    """The language with more letters wins; shares are of letters, largest first, and sum to one."""
    voted = vote_language([EN, VI, VI], ByLetter())
    assert voted.language == "vi"
    assert list(voted.shares) == ["vi", "en"]
    assert voted.shares["en"] == pytest.approx(letters(EN) / (letters(EN) + 2 * letters(VI)), abs=1e-3)
    assert sum(voted.shares.values()) == pytest.approx(1, abs=1e-3)


def test_short_blocks_do_not_vote_beside_long_ones() -> None:
    """Many short lines, as menus are, take part in the language of the text."""
    identifier = ByLetter()
    voted = vote_language(["Home", "Read more about us", "Sign in"] * 9 + [VI], identifier)
    assert voted == LanguageShares("vi", {"vi": 1.0}, 1.0, VI)
    assert identifier.asked == [VI]


def test_short_blocks_vote_together_when_there_is_nothing_else() -> None:
    """A document of short lines is told by all of them."""
    identifier = ByLetter()
    assert vote_language(["đi chợ", "về nhà", "ăn cơm"], identifier).language == "vi"
    assert len(identifier.asked) == 1


def test_every_part_of_a_document_is_asked_about() -> None:
    """A document that goes on in another language has both, by their letters, for a few hundred short questions at most."""
    for length in (2, 20, 400):
        identifier = ByLetter()
        voted = vote_language([VI] * length + [EN] * 3 * length, identifier)
        assert (voted.language, list(voted.shares)) == ("en", ["en", "vi"])
        assert voted.shares["vi"] == pytest.approx(letters(VI) / (letters(VI) + 3 * letters(EN)), abs=0.01)
        assert len(identifier.asked) <= 424
        assert all(len(text) <= 300 for text in identifier.asked)


def test_a_document_in_one_language_is_asked_about_little() -> None:
    """Blocks that agree, one of each stretch, speak for the others."""
    identifier = ByLetter()
    assert vote_language([VI] * 500, identifier).shares == {"vi": 1.0}
    assert len(identifier.asked) <= 24


def test_languages_of_one_group_vote_together() -> None:
    """What is taken for one sister here and for another there is not in a third language."""

    class ByWord:
        name = "by-word"

        def identify(self, text: str) -> tuple[str, float]:
            return text[:2], 1.0

    texts = [f"{code} " + "x" * 80 for code in ("hr", "bs", "sr", "en", "en")]
    voted = vote_language(texts, ByWord())
    assert (voted.language, voted.group) == ("bs", "hbs")
    assert voted.shares["en"] == pytest.approx(0.4)


def test_languages_that_are_hard_to_tell_apart_have_a_group() -> None:
    """Sisters within a macrolanguage; others have none."""
    assert LanguageShares("hr", {"hr": 1.0}).group == LanguageShares("bs", {"bs": 1.0}).group == "hbs"
    assert [LanguageShares(code, {}).group for code in ("ms", "nb", "vi", UNDETERMINED)] == ["msa", "nor", None, None]


@pytest.mark.parametrize("texts", [[], [""], ["Ok"], ["123 456 789 000", "!!!"], ["nine char"[:9]], ["a", "b", "c"], ["👍" * 40]])
def test_under_ten_letters_the_language_is_undetermined(texts: list[str]) -> None:
    """Too little text has no language and no shares, and the identifier is not asked to guess."""
    identifier = ByLetter()
    assert vote_language(texts, identifier) == LanguageShares(UNDETERMINED, {})
    assert identifier.asked == []


def test_what_the_identifier_does_not_know_has_no_share() -> None:
    """An identifier that knows no letter of the text says nothing of its languages."""

    class Unsure:
        name = "unsure"

        def identify(self, text: str) -> tuple[str, float]:
            return ("und", 0.0) if "?" in text else ("en", 1.0)

    nothing = vote_language(["What is it that is written here, after all of these years of silence?"], Unsure())
    assert (nothing.language, nothing.shares) == ("und", {})
    half = vote_language(
        ["Is it this, or is it that, or is it something else entirely, who knows?", "It is the harbour " * 5], Unsure()
    )
    assert (half.language, half.shares) == ("en", {"en": 1.0})


def test_ten_letters_are_enough() -> None:
    """Ten letters of any script are a text to identify."""
    assert vote_language(["橋を直した村の人びと"], ByLetter()).language == "en"


def test_a_tie_is_broken_the_same_way_in_any_order() -> None:
    """Equal shares do not depend on the order of the blocks."""
    english = ("quiet morning at the river lock " * 4)[: len(VI)]
    vietnamese = "đ" + english[1:]
    orders = [[english, vietnamese], [vietnamese, english]]
    assert len({vote_language(order, ByLetter()).language for order in orders}) == 1


def test_an_identifier_is_found_by_name() -> None:
    """Names give identifiers that carry them; a value of one's own is taken as it is."""
    for name in IDENTIFIERS:
        assert re.fullmatch(rf"{name}-\d[\w.]*", find_identifier(name).name)
    own: LanguageIdentifier = ByLetter()
    assert find_identifier(own) is own


def test_an_unknown_name_lists_the_known_ones() -> None:
    """The error names the value and the way out."""
    with pytest.raises(OptionError, match=r"'fasttext'.*py3langid"):
        find_identifier("fasttext")


def test_a_package_may_bring_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the entry point of its name; unknown names list it with the shipped ones."""
    point = EntryPoint("by-letter", f"{__name__}:ByLetter", "cleancorpus.identifiers")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point] if group == point.group else [])
    assert find_identifier("by-letter").identify("đi") == ("vi", 1.0)
    with pytest.raises(OptionError, match="by-letter"):
        find_identifier("by-leter")


def test_an_identifier_that_is_not_installed_says_how_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, not at the first page."""
    monkeypatch.setitem(sys.modules, "langdetect", None)
    _langdetect.cache_clear()
    with pytest.raises(OptionError, match=r"cleancorpus\[langdetect\]"):
        find_identifier("langdetect")
    _langdetect.cache_clear()


def test_capitals_are_the_same_language() -> None:
    """langdetect knows small letters only."""
    identifier = find_identifier("langdetect")
    for text, language in ((VI, "vi"), (EN, "en")):
        assert identifier.identify(text)[0] == identifier.identify(text.upper())[0] == language
    assert identifier.identify("1234567890 !!! 🌊🌊🌊") == (UNDETERMINED, 0.0)


@pytest.mark.parametrize("name", IDENTIFIERS)
def test_the_shipped_identifiers_tell_common_languages_apart(name: str) -> None:
    """Real sentences in several scripts get their language, twice the same, with a confidence between 0 and 1."""
    identifier = find_identifier(name)
    sentences = {
        "vi": VI,
        "en": EN,
        "de": "Der Fluss trat im März über die Ufer, doch die alte Brücke hielt dem Wasser stand.",
        "ru": "В конце зимы мост закрыли на ремонт, и рыбаки ходили через лёд до самой весны.",
        "ja": "村の人びとは朝早くから橋を直し、昼には舟を出した。夕方には魚を持って帰ってきた。",
        "ar": "عاد الصيادون إلى المرفأ قبل الغروب، وكانت الشباك خفيفة والوجوه متعبة.",
        "th": "ชาวบ้านช่วยกันซ่อมสะพานไม้ที่ชำรุดตั้งแต่เช้าจนเสร็จก่อนพระอาทิตย์ตกดิน",
    }
    for language, sentence in sentences.items():
        found, confidence = identifier.identify(sentence)
        assert (found, confidence) == identifier.identify(sentence)
        assert found == language
        assert 0.0 <= confidence <= 1.0
    assert vote_language([VI, EN, VI], identifier).language == "vi"
