"""The vote over a document's blocks, and the identifiers by name."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from cleancorpus.errors import OptionError
from cleancorpus.language.identify import (
    IDENTIFIERS,
    UNDETERMINED,
    LanguageIdentifier,
    LanguageShares,
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
    assert vote_language([VI, VI], ByLetter()) == LanguageShares("vi", {"vi": 1.0})


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
    assert voted == LanguageShares("vi", {"vi": 1.0})
    assert identifier.asked == [VI]


def test_short_blocks_vote_together_when_there_is_nothing_else() -> None:
    """A document of short lines is told by all of them."""
    identifier = ByLetter()
    assert vote_language(["đi chợ", "về nhà", "ăn cơm"], identifier).language == "vi"
    assert len(identifier.asked) == 1


def test_the_first_thousand_characters_are_enough() -> None:
    """Blocks behind the first thousand characters are not asked, and none is asked with more than that."""
    identifier = ByLetter()
    voted = vote_language([VI * 50, EN * 50, EN], identifier)
    assert voted.language == "vi"
    assert all(len(text) <= 1_000 for text in identifier.asked)
    assert not any("ferry" in text for text in identifier.asked)


@pytest.mark.parametrize("texts", [[], [""], ["Ok"], ["123 456 789 000", "!!!"], ["nine char"[:9]], ["a", "b", "c"], ["👍" * 40]])
def test_under_ten_letters_the_language_is_undetermined(texts: list[str]) -> None:
    """Too little text has no language and no shares, and the identifier is not asked to guess."""
    identifier = ByLetter()
    assert vote_language(texts, identifier) == LanguageShares(UNDETERMINED, {})
    assert identifier.asked == []


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
        assert find_identifier(name).name == name
    own: LanguageIdentifier = ByLetter()
    assert find_identifier(own) is own


def test_an_unknown_name_lists_the_known_ones() -> None:
    """The error names the value and the way out."""
    with pytest.raises(OptionError, match=r"'fasttext'.*py3langid"):
        find_identifier("fasttext")


def test_the_shipped_identifier_tells_common_languages_apart() -> None:
    """Real sentences in several scripts get their language, twice the same, with a confidence between 0 and 1."""
    identifier = find_identifier("py3langid")
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
