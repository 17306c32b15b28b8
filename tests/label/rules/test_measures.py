"""What is measured of a block, each by its unit, and the same for HTML and text where markup has no say."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.label.rules.measures import Features, compute_features, ends_sentence, measure_size
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.page import InputKind, Page
from tests.label.reading import page_of
from tests.label.stories import STORIES


def measure(text: str, kind: Kind = Kind.LINE) -> Features:
    """The features of one block alone."""
    return compute_features(Page(InputKind.TEXT, (Block(text, kind, None),)), default_lexicon())[0]


def measure_html(html: str) -> list[Features]:
    """The features of a page's blocks."""
    return compute_features(page_of(html, "html"), default_lexicon())


def test_one_for_each_block_in_order() -> None:
    """An empty page has none."""
    assert compute_features(Page(InputKind.TEXT, ()), default_lexicon()) == []
    found = compute_features(page_of("one\ntwo words\nthree words here"), default_lexicon())
    assert [measured.words for measured in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0.0),
        ("clock", 5.0),
        ("đồng hồ", 7.0),
        ("大钟", 5.0),
        ("とけい", 7.5),
        ("시계", 3.6),
        ("часы", 4.0),
        ("大钟 a", 7.0),
    ],
)
def test_size_is_in_latin_letters(text: str, size: float) -> None:
    """Code points, but Chinese and Japanese characters count two and a half, Hangul syllables 1.8."""
    assert measure_size(text) == pytest.approx(size)
    assert measure(text).size == pytest.approx(size)


@pytest.mark.parametrize(
    "text",
    [
        "It rang.",
        "Does it ring?",
        "It rang!”",
        "”Se kello lyö.”",
        "« Elle sonne. »",
        "(It rang.)",
        "It rang…",
        "تدق الساعة؟",
        "घड़ी बजी।",
        "大钟敲响了。",
        "「鳴った。」",
        "종이 울렸다.",
        "ժամը զարկեց։",
        "ሰዓቱ ደወለ።",
        "နာရီ မြည်သည်။",
        "នាឡិការោទ៍។",
    ],
)
def test_what_ends_a_sentence(text: str) -> None:
    """A full stop of the script, closing quotes and brackets aside."""
    assert ends_sentence(text)
    assert measure(text).ends


def test_a_shad_ends_headlines_too() -> None:
    """Tibetan sets it behind whatever is said: a long text is prose there, a short one is not."""
    text = "ཆུ་ཚོད་བརྡུངས།"
    assert not measure(text).ends
    assert not measure(text).prose
    assert measure(text * 10).prose


@pytest.mark.parametrize("text", ["„Sie schlägt.“", "‚Sie schlägt.‘", "„Hodiny bijí.“"])
def test_a_closing_quote_that_others_open_with(text: str) -> None:
    """Closing quotes are set aside."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "It rang", "What follows:", "first, second;", "大钟：", "नाप", "12", "“", "นาฬิกาตีสี่ครั้ง"])
def test_what_does_not_end_one(text: str) -> None:
    """Nothing, no stop, a colon, or a script that has no stop."""
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "stops", "commas"),
    [
        ("One. Two! Three.", 2, 0),
        ("One, two; three.", 0, 2),
        ("TP.HCM, 3.000 đồng", 0, 1),
        ("一。二！三、四。", 2, 1),
        ("एक। दो। तीन", 2, 0),
        ("أولا، ثانيا؛ ثالثا", 0, 2),
        ("He said “Yes.” Then no.", 1, 0),
        ("ကျောင်း၊ ဆေးရုံ၊ ဈေးနှင့် လမ်း", 0, 2),
        ("ሰኞ፣ ማክሰኞ፣ ረቡዕ፤ ሐሙስ", 0, 3),
    ],
)
def test_stops_and_commas_inside(text: str, stops: int, commas: int) -> None:
    """Sentence ends that something follows, and the commas of all scripts; points inside numbers and names are neither."""
    measured = measure(text)
    assert (measured.stops, measured.commas) == (stops, commas)


@pytest.mark.parametrize("language", STORIES)
def test_paragraphs_are_prose_and_headlines_are_not(language: str) -> None:
    """In every script; one is the opposite of the other."""
    story = STORIES[language]
    assert all(measure(text).prose for text in story.paragraphs)
    assert not measure(story.title).prose
    assert not measure(story.title).prose
    assert measure(story.first).prose


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.CONTROL])
def test_headings_and_controls_are_never_prose(kind: Kind) -> None:
    """However long: the page set them as something else."""
    assert not measure(STORIES["en"].first, kind).prose


def test_prose_needs_no_last_stop_where_it_is_long() -> None:
    """A cut paragraph shows by the stops and commas inside."""
    cut = STORIES["de"].first.rstrip(".")
    assert measure(cut).prose
    assert not measure("Herald Post Tribune " * 12).prose


@pytest.mark.parametrize("language", ["th", "en", "hi", "zh"])
def test_only_scripts_without_a_full_stop_are_stopless(language: str) -> None:
    """Thai is, the others are not."""
    assert measure(STORIES[language].first).stopless == (language == "th")


@pytest.mark.parametrize(
    ("text", "words"),
    [("The clock, again.", 3), ("đồng hồ chợ", 3), ("часы бьют", 2), ("", 0), ("ساعة السوق", 2)],
)
def test_words_are_runs_of_word_characters(text: str, words: int) -> None:
    """Punctuation is none; an empty text has none."""
    assert measure(text).words == words


def test_words_keep_their_vowel_signs() -> None:
    """Hindi is spaced: its signs belong to the words they stand on."""
    assert measure("मीनार पर घड़ी").words == 3


def test_fold_and_key_are_those_of_the_language_room() -> None:
    """Copies meet under the fold, lexicon entries under the key."""
    measured = measure("» Chợ Quán Mây: ")
    assert (measured.fold, measured.key) == ("choquanmay", "chợ quán mây")


@pytest.mark.parametrize(
    ("text", "lower", "accented"),
    [
        ("cho quan may", True, 0),
        ("chợ quán mây", True, 3),
        ("Cho quan may", False, 0),
        ("CHO QUAN MAY", False, 0),
        ("123 - 456", False, 0),
        ("рынок 7", True, 5),
        ("", False, 0),
    ],
)
def test_lower_and_accented(text: str, lower: bool, accented: int) -> None:
    """Has letters and none of them is upper case; how many lie outside ASCII."""
    measured = measure(text)
    assert (measured.lower, measured.accented) == (lower, accented)


def test_capitals_are_a_share_of_the_words() -> None:
    """Between none and all; none in scripts that have no case."""
    shares = [measure(text).capitals for text in ("the old clock", "The old Clock", "Old Market Clock", "大钟", "ساعة السوق", "")]
    assert shares == pytest.approx([0.0, 2 / 3, 1.0, 0.0, 0.0, 0.0])


def test_restarts_are_capitals_behind_small_words() -> None:
    """There a headline may begin that was glued on."""
    assert measure("Market reopens today Bridge closed for good Frost on the way").restarts == 2
    assert measure("market reopens today").restarts == 0


@pytest.mark.parametrize("text", ["• flour", "- Mehl", "1. bột mì", "12) farina", "① 小麦粉", "► мука", "* harina"])
def test_bullets_and_numbers_of_lists(text: str) -> None:
    """A sign or a number that opens a line."""
    assert measure(text).bullet


@pytest.mark.parametrize("text", ["flour", "2025 was wet", "1.5 kg flour", "-5 degrees", "1945. godine", "well-known"])
def test_what_is_no_bullet(text: str) -> None:
    """Quantities, years and hyphens."""
    assert not measure(text).bullet


def test_markup_is_missing_for_text_and_never_guessed() -> None:
    """Density and link size are zero."""
    measured = measure("https://example.org/clock www.example.org")
    assert (measured.link_density, measured.link_size, measured.headline_link) == (0.0, 0.0, False)


def test_links_of_html() -> None:
    """Their share of the text, their mean length, and whether they are one headline or a row of entries."""
    headline, row, half = measure_html(
        "<p><a href=/a>Market clock strikes again after nine years</a></p>"
        "<p><a href=/b>World</a> <a href=/c>Sport</a> <a href=/d>Culture</a> <a href=/e>Weather</a> <a href=/f>Travel</a></p>"
        "<p>abcd <a href=/g>efgh</a></p>"
    )
    assert (headline.link_density, headline.headline_link) == (1.0, True)
    assert (row.link_density > 0.8, row.headline_link) == (True, False)
    assert half.link_density == pytest.approx(4 / 9)
    assert row.link_size == pytest.approx(6.0, abs=0.5)


@pytest.mark.parametrize("language", STORIES)
def test_html_and_text_measure_the_same(language: str) -> None:
    """What does not depend on markup is the same for a paragraph of either."""
    text = STORIES[language].second
    assert measure_html(f"<p>{text}</p>") == [measure(text)]


@pytest.mark.parametrize("text", ["word " * 2_000, "大" * 5_000, "1" * 3_000, "\u0300" * 3_000])
def test_endless_blocks_are_measured_too(text: str) -> None:
    """Numbers stay in their ranges."""
    measured = measure(text.strip())
    assert 0.0 <= measured.capitals <= 1.0
    assert measured.size >= len(text.strip())
