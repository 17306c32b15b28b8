"""The order of the repairs, their names, and that they can be replayed."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from cleancorpus.normalise.plan import CHARACTER_STEPS, ENTITY_STEP, PROSE_STEPS, SPACING_STEP, normalise, normalise_prose, replay

CLEAN = [
    "",
    "Phiên chợ họp từ lúc trời chưa sáng.",
    "В конце зимы мост закрыли; рыбаки ждали.",
    "村の人びとは、朝早くから「橋」を直した。",
    "老桥修好以后，村里的人又可以过河赶集了！",
    "낡은 다리를 고치는 데에는 석 달이 걸렸다.",
    "عاد الصيادون إلى المرفأ قبل الغروب.",
    "किसानों ने नहर की सफ़ाई शुरू की।",
    "می‌خواهم بروم",
    "ภาษา\u200bไทย น้ำ",
    "“Quotes” ‘stay’, «so» „do“ dashes – and — these…",
    "ＦＵＬＬ　ＷＩＤＴＨ".replace("\u3000", " "),
    "x² ½ ① ™",
    "👩\u200d🚒 ❤\ufe0f 🇻🇳",
    "first line\nsecond line\n\nnew paragraph",
]
DIRTY = [
    "Gi&aacute;:&nbsp;5 tri&#7879;u &amp;lt;b&gt; &#0;&#xD800;",
    "\ufeffTin\xa0 tức \r\n\r\n\r\nmới\u200b",
    "l\x92e\u0301te\u0301  \x1b[31mrouge\x1b[0m",
    "\ud83d\ude00 smile \ud83d",
    "Bundes\xad\ntag \u2011 o\ufb03ce",
    " a \n b ",
    "می\u200cخواهم\u200e \u200bبروم",
    "a\u200b\u0301",
    "e\u034f\u0301 \ue000",
    "\u3164\u3000\u2003",
    "\x00\x01",
]
NASTY = [
    *"\u200b\u200c\u200d\xad\n\r\u2029\u0e01\u0645e\u0301 \t\ufe0f\U0001f469\U000e0067\ud83d\ude00\x92\ufffdm",
    "\x1b[",
    "&amp;",
    "&#8203;",
    "&#x301;",
    "lt;",
]


@pytest.mark.parametrize(
    ("text", "repaired", "edits"),
    [
        ("\ud83d\ude00", "😀", ("surrogates",)),
        ("a\r\nb", "a\nb", ("line-ends",)),
        ("a\x00b", "ab", ("controls",)),
        ("a\u200bb", "ab", ("invisibles",)),
        ("100\xa0000", "100 000", ("spaces",)),
        ("e\u2011mail", "e-mail", ("hyphens",)),
        ("cafe\u0301", "café", ("unicode-form",)),
        ("a  b", "a b", ("spacing",)),
        ("H&agrave; N&#7897;i&nbsp;", "Hà Nội", ("entities", "spaces", "spacing")),
        ("R&amp;amp;D", "R&D", ("entities",)),
        ("\ufeffa\r\n\xa0b", "a\nb", ("line-ends", "invisibles", "spaces", "spacing")),
        ("e\u200b\u0301", "é", ("invisibles", "unicode-form")),
        (" \u200b ", "", ("invisibles", "spacing")),
    ],
)
def test_edits_name_what_was_done(text: str, repaired: str, edits: tuple[str, ...]) -> None:
    """Each repair that changed the text is named once, in order, and no other."""
    assert normalise(text) == (repaired, edits)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_passes_untouched(text: str) -> None:
    """Clean text of any script comes back as it is, with no edits, as code and as prose."""
    assert normalise(text) == (text, ())
    assert normalise(text, keep_spacing=True) == (text, ())
    assert normalise_prose(text) == (text, ())


def test_code_keeps_its_spacing() -> None:
    """Tabs, runs of spaces, blank lines and indentation of code stay; its characters are still repaired."""
    code = "  def f():\n\treturn  1\n\n\n\nx = 2  "
    assert normalise(code, keep_spacing=True) == (code, ())
    assert normalise("a\xa0  = 1\r\n\tb\u200b", keep_spacing=True).text == "a   = 1\n\tb"


def test_vietnamese_of_every_source_meets() -> None:
    """Decomposed, precomposed and half-composed spellings of a sentence become one."""
    text = "Những người ở xa đã đến từ hôm trước."
    half = "".join(unicodedata.normalize("NFD", letter) if number % 2 else letter for number, letter in enumerate(text))
    assert {normalise(form).text for form in (text, unicodedata.normalize("NFD", text), half)} == {text}


@pytest.mark.parametrize("keep_spacing", [True, False])
@pytest.mark.parametrize("text", CLEAN + DIRTY)
def test_normalising_twice_changes_nothing_more(text: str, keep_spacing: bool) -> None:
    """The normal form is a fixed point."""
    once = normalise(text, keep_spacing=keep_spacing).text
    assert normalise(once, keep_spacing=keep_spacing) == (once, ())


@pytest.mark.parametrize("text", CLEAN + DIRTY)
def test_edits_can_be_replayed(text: str) -> None:
    """The named repairs alone make the repaired text of its source."""
    for keep_spacing in (True, False):
        repaired = normalise(text, keep_spacing=keep_spacing)
        assert replay(text, repaired.edits) == repaired.text


def test_nasty_neighbours_are_repaired_once_and_for_all() -> None:
    """Every three characters that some step acts on, side by side, reach a fixed point and can be replayed."""
    for letters in itertools.product(NASTY, repeat=3):
        text = "".join(letters)
        repaired = normalise(text)
        assert normalise(repaired.text) == (repaired.text, ()), ascii(text)
        assert replay(text, repaired.edits) == repaired.text, ascii(text)


@pytest.mark.parametrize("text", ["\u200d\ufe0f" * 20, "ab" + "\u200d\ufe0f" * 20 + "c", "\ufe0f\u200d\U000e0067" * 20])
def test_long_chains_of_joiners_reach_a_fixed_point(text: str) -> None:
    """Idempotent for any str, also where removing one invisible character lays bare the next."""
    once = normalise(text).text
    assert normalise(once) == (once, ())


def test_the_quick_check_passes_nothing_that_a_step_would_change() -> None:
    """Any character that some step acts on is repaired: none is missed by the one search in front."""
    for start in range(0, 0xF0200, 64):
        group = ["a" + chr(code) + "b" for code in range(start, start + 64)]
        joined = "".join(group)
        if all(step.repair(joined) == joined for step in CHARACTER_STEPS):
            continue
        for text in group:
            acts = any(step.repair(text) != text for step in CHARACTER_STEPS)
            assert bool(normalise(text, keep_spacing=True).edits) is acts, ascii(text)


def test_prose_is_repaired_beyond_its_characters() -> None:
    """A space lost between sentences comes back, is named, and can be replayed behind the other repairs."""
    source = "Cuộc họp\xa0kết thúc.Sau đó họ về."
    first = normalise(source)
    second = normalise_prose(first.text)
    assert second == ("Cuộc họp kết thúc. Sau đó họ về.", ("sentence-space",))
    assert replay(source, (*first.edits, *second.edits)) == second.text


def test_replaying_nothing_changes_nothing() -> None:
    """Without edits a text is its own source."""
    assert replay("a  b\x00", ()) == "a  b\x00"


def test_an_unknown_repair_cannot_be_replayed() -> None:
    """The name of no step is a KeyError that names it."""
    with pytest.raises(KeyError, match="latinise"):
        replay("text", ("latinise",))


def test_every_step_has_a_name_of_its_own() -> None:
    """Names in Block.edits tell the steps apart."""
    names = [step.name for step in (*CHARACTER_STEPS, SPACING_STEP, *PROSE_STEPS)]
    assert len(set(names)) == len(names)


def test_long_hostile_texts_finish() -> None:
    """Runs of what the steps look for are repaired to the end."""
    for unit in (
        "\u200b",
        "\u200c\u200d",
        "ก\u200b",
        " \n",
        "\x1b[0",
        "\xad\n",
        "\ufe0f",
        "\ufffd",
        "\ud83d",
        "a\u0301",
    ):
        once = normalise(unit * 20_000 + "\x00end").text
        assert once.endswith("end")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000 + " cafÃ© thÃ©",
        "cafÃ© thÃ© " + "lÃ o " * 100_000,
        "cafÃ© thÃ© việc " + "lÃ o " * 100_000,
        "".join(f"It was word{'abcdefghij'[at % 10] * (at % 30)}.Then he " for at in range(20_000)),
        "&" + "amp;" * 100_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_one_long_line_takes_time_linear_in_its_length(text: str) -> None:
    """Nothing looks through a line again for each thing that it finds there: that would take minutes."""
    assert normalise_prose(normalise(text).text).text


@pytest.mark.parametrize("first", [*NASTY, "\xa0", "\u2009", "  ", "Ã©", "&nbsp;", "a", "\u2011"])
def test_a_text_that_needs_few_steps_gets_what_all_of_them_give(first: str) -> None:
    """What is left out would have changed nothing: three pieces of every sort."""
    pieces = [*NASTY, "\xa0", "\u2009", "  ", "Ã©", "&nbsp;", "a", "b.", "\u2011"]
    for middle, last in itertools.product(pieces, repeat=2):
        text = f"{first}{middle}{last}"
        assert normalise(text) == apply_all(text), ascii(text)


def apply_all(text: str) -> tuple[str, tuple[str, ...]]:
    """Every step in turn, until none changes anything."""
    edits: dict[str, None] = {}
    before = None
    while before != text:
        before = text
        for step in (ENTITY_STEP, *CHARACTER_STEPS, SPACING_STEP):
            if (repaired := step.repair(text)) != text:
                edits[step.name], text = None, repaired
    return text, tuple(edits)
