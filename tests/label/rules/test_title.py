"""title and title-echo: the headline, found by what the page states or by where it stands, and the copies of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cleancorpus
from tests.label.reading import apart, html_verdict, lines, paragraphs, verdict, verdicts
from tests.label.stories import STORIES

TITLE = ("title", "title-position")
NOTE = "If the dry run reports nothing at all, run the command again without the option and wait until it has come to its end."
RELATED = ("Ice closes the harbour for a third week", "Town hall clock is late again", "Quilt raffle raises a record sum")


@pytest.mark.parametrize("join", [lines, apart])
@pytest.mark.parametrize("language", STORIES)
def test_the_line_above_the_first_paragraph(language: str, join: Callable[..., str]) -> None:
    """In every script, with and without blank lines, in a text that is clean but for its headline."""
    story = STORIES[language]
    assert verdicts(join(story.title, *story.paragraphs))[0] == TITLE


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [
        ("vi", ("Trang chủ", "Thời sự"), ("14/06/2025 08:30",)),
        ("de", ("Startseite", "Lokales"), ("Von Anselm Beyer", "14. Juni 2025, 08:30 Uhr")),
        ("ru", ("Главная", "Новости города"), ("14 июня 2025, 08:30",)),
        ("ar", ("الرئيسية", "أخبار محلية"), ("14 يونيو 2025",)),
        ("ja", ("ホーム", "地域"), ("2025年6月14日 08:30",)),
        ("id", ("Beranda", "Kota"), ("Sabtu, 14 Juni 2025 08:30 WIB",)),
    ],
)
def test_a_headline_between_menu_and_date(language: str, above: tuple[str, ...], below: tuple[str, ...]) -> None:
    """What stands above it is no title, and neither are signature and date."""
    story = STORIES[language]
    assert verdict(lines(*above, story.title, *below, *story.paragraphs), story.title) == TITLE


@pytest.mark.parametrize("language", ["en", "vi", "tr"])
def test_of_two_headline_like_lines_the_first(language: str) -> None:
    """The one below it is a standfirst."""
    story = STORIES[language]
    standfirst = {
        "en": "Two smiths cast three wheels in brass",
        "vi": "Hai người thợ đúc lại ba bánh răng",
        "tr": "İki demirci üç yeni pirinç çark döktü",
    }[language]
    page = lines(story.title, standfirst, *story.paragraphs)
    assert verdict(page, story.title) == TITLE
    assert verdict(page, standfirst)[0] != "title"


@pytest.mark.parametrize("language", ["en", "vi", "tr"])
def test_of_two_long_headline_like_lines_the_first(language: str) -> None:
    """Standfirsts are mostly longer than headlines."""
    story = STORIES[language]
    standfirst = {
        "en": "Two smiths cast the wheels that nobody sells any more",
        "vi": "Hai người thợ đúc lại những bánh răng không còn ai bán",
        "tr": "İki demirci artık kimsenin satmadığı çarkları yeniden döktü",
    }[language]
    assert verdict(lines(story.title, standfirst, *story.paragraphs), story.title) == TITLE


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_the_title_element_came_first(language: str) -> None:
    """Extractors write it above all: the headline is the copy without the site's name."""
    story = STORIES[language]
    assert verdict(lines(f"{story.title} - Wendle Herald", story.title, *story.paragraphs), story.title, nth=1) == TITLE


@pytest.mark.parametrize("language", ["en", "hi", "th", "zh"])
def test_a_text_that_opens_with_prose_has_none(language: str) -> None:
    """Nothing stands above the first paragraph."""
    assert "title" not in {role for role, _ in verdicts(lines(*STORIES[language].paragraphs))}


@pytest.mark.parametrize(
    "line",
    [
        "What the clock says to us:",
        "- nine years of silence",
        "14 June 2025",
        "By Oswin Tharrow",
        "Photo: Edda Krahn",
        "Clock",
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    """A line that introduces, a list item, a date, a signature, a credit, a bare word too short to tell."""
    assert verdict(lines(line, *STORIES["en"].paragraphs), line)[0] != "title"


def test_a_headline_in_the_middle_is_a_heading() -> None:
    """The title stands above the first paragraph."""
    story = STORIES["it"]
    assert verdict(lines(story.first, story.title, story.second, story.third), story.title)[0] == "heading"


@pytest.mark.xfail(
    strict=True,
    reason="the line beside the first paragraph wins over one four lines above: an ingredient becomes the title",
)
def test_ingredients_between_title_and_method() -> None:
    """The title of a recipe is its first line, not the ingredient that stands next to the method."""
    recipe = lines(
        "Gedeckter Zwiebelkuchen nach Türmerart",
        "500 g Mehl aus der Ellermühle",
        "vier große Zwiebeln, in Ringen",
        "ein Becher saurer Rahm vom Markt",
        "eine Prise Salz und Kümmel nach Geschmack",
        (
            "Das Mehl mit dem Salz auf ein Brett sieben, in die Mitte eine Mulde drücken und den Rahm "
            "hineingießen, dann alles rasch verkneten."
        ),
        (
            "Den Teig eine Stunde kühl stellen. Die Zwiebeln derweil in Butter glasig dünsten, abkühlen "
            "lassen und auf dem Boden verteilen."
        ),
    )
    assert verdict(recipe, "Gedeckter") == TITLE
    assert verdict(recipe, "eine Prise")[0] == "body"


def test_verse_under_a_line_that_stands_apart() -> None:
    """A first line, a blank line, and lines that stand together; without the blank line the verse has no title."""
    verse = (
        "The keeper climbs without a lamp",
        "and counts the stairs by feel",
        "the stones are cold, the rope is damp",
        "and colder is the wheel",
    )
    assert verdicts(apart("To the Clock Above the Market", lines(*verse)))[0] == ("title", "title-apart")
    assert verdicts(lines("To the Clock Above the Market", *verse))[0] == ("body", "line")


@pytest.mark.parametrize("language", ["en", "vi", "ru", "hi"])
def test_the_first_heading_of_html(language: str) -> None:
    """A page that states nothing is asked for its headings."""
    story = STORIES[language]
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article></body>"
    assert html_verdict(page, story.title) == ("title", "title-heading")


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "div"])
@pytest.mark.parametrize("language", ["de", "ru"])
def test_the_stated_title_of_html(language: str, tag: str) -> None:
    """What the page says in its head, the site's name set off, stands in its body however it is set."""
    story = STORIES[language]
    page = (
        f"<head><title>{story.title} | Ellerwinkler Bote</title></head><body><div><b>Ellerwinkler Bote</b></div>"
        f"<article><{tag}>{story.title}</{tag}>{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, story.title) == ("title", "title-stated")


@pytest.mark.xfail(
    strict=True, reason="where the site's name is the longer part of the title element it is taken for a stated title"
)
def test_a_stated_title_shorter_than_the_name_of_the_site() -> None:
    """Chinese headlines have fewer characters than Latin names."""
    story = STORIES["zh"]
    page = (
        f"<head><title>{story.title} | Ellerwinkler Bote</title></head><body><div><b>Ellerwinkler Bote</b></div>"
        f"<article><div>{story.title}</div>{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, story.title) == ("title", "title-stated")


def test_the_stated_title_beats_the_sites_own_heading() -> None:
    """Logos are headings of the first level."""
    story = STORIES["es"]
    page = (
        f'<head><meta property="og:title" content="{story.title}"></head><body><h1>Diario de Valdecanto</h1>'
        f"<article><h2>{story.title}</h2>{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, story.title) == ("title", "title-stated")
    assert html_verdict(page, "Diario")[0] != "title"


def test_a_linked_headline_further_down_is_not_the_title() -> None:
    """The first heading that holds no link wins."""
    story = STORIES["pl"]
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article>"
        "<h2><a href=/x>Most w Mglistej Woli zamknięty do wiosny przez lód</a></h2></body>"
    )
    assert html_verdict(page, story.title)[0] == "title"
    assert html_verdict(page, "Most")[0] != "title"


@pytest.mark.parametrize("language", ["en", "vi", "th", "uk"])
def test_a_copy_below_the_title_stood_for_an_image(language: str) -> None:
    """Extractors write the image's text as a line."""
    story = STORIES[language]
    page = lines(story.title, story.first, story.title, story.second, story.third)
    assert verdict(page, story.title, nth=1) == ("alt", "alt-echo")


def test_a_copy_without_accents_is_one_too() -> None:
    """Folds are compared."""
    story = STORIES["vi"]
    slug = "Dong ho thap cho Quan May chay lai sau chin nam im tieng"
    assert verdict(lines(story.title, story.first, slug, story.second, story.third), slug) == ("alt", "alt-echo")


def test_a_copy_above_the_title_is_the_frames() -> None:
    """The last crumb of a breadcrumb, above what may be shared or printed."""
    story = STORIES["nl"]
    page = lines("Voorpagina", story.title, "Deel dit artikel", story.title, "14 juni 2025, 08:30", *story.paragraphs)
    assert [verdict(page, story.title, nth=number) for number in (0, 1)] == [("nav", "title-copy"), TITLE]


@pytest.mark.parametrize("language", ["en", "pt"])
def test_a_copy_before_more_text_is_another_headline(language: str) -> None:
    """The image text of a teaser glued to its headline."""
    story = STORIES[language]
    teaser = f"{story.title} {STORIES['id'].title}"
    assert verdict(lines(story.title, *story.paragraphs, teaser), teaser) == ("related", "alt-echo")


def test_half_of_the_title_between_noisy_paragraphs() -> None:
    """Image texts are cut short."""
    story = STORIES["fr"]
    half = "L'horloge du marché de Vaucourbe sonne"
    page = lines("Accueil", story.title, "14 juin 2025", story.first, half, story.second, story.third, "© 2025 Le Vaucourbais")
    assert verdict(page, half, nth=1) == ("alt", "alt-echo")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_paragraph_that_opens_with_the_titles_words_stays(language: str) -> None:
    """Agencies repeat the headline as the first words of the text."""
    story = STORIES[language]
    opened = f"{story.title}. {story.third}"
    assert verdict(lines(story.title, story.first, story.second, opened), opened) == ("body", "paragraph")


def test_html_copies() -> None:
    """Without the accents one stood for an image; with them it is a copy of no better name; a linked one leads away."""
    story = STORIES["vi"]
    page = (
        f"<body><article><h1>{story.title}</h1><div>{story.title}</div>"
        f"<div>dong ho thap cho quan may chay lai sau chin nam im tieng</div>{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, story.title, nth=1) == ("other", "title-copy")
    assert html_verdict(page, "dong ho") == ("alt", "alt-echo")


def test_a_poem_named_by_its_first_line() -> None:
    """Its first line is verse, not the text of an image."""
    poem = apart(
        "The keeper climbs without a lamp",
        lines(
            "The keeper climbs without a lamp",
            "and counts the stairs by feel",
            "the stones are cold, the rope is damp",
            "and colder is the wheel",
        ),
    )
    assert [role for role, _ in verdicts(poem)] == ["title", *["body"] * 4]


@pytest.mark.xfail(strict=True, reason="a copy of the title is taken for an image's text even at the end of every verse")
def test_a_refrain_that_is_the_songs_title() -> None:
    """Under an introduction each verse ends in it; nothing on the page is residue."""
    refrain = "Läut, alte Glocke, läut"
    song = apart(
        refrain,
        (
            "Das Lied wird in Ellerwinkel seit alters gesungen, wenn der Markt am Abend schließt; wer es "
            "erdacht hat, weiß im Ort niemand mehr zu sagen."
        ),
        lines("Der Türmer steigt im Dunkeln", "die Stiege sacht hinauf", refrain),
        lines("Die Sterne seh ich funkeln", "der Tag nimmt seinen Lauf", refrain),
    )
    assert [verdict(song, refrain, nth=number)[0] for number in (1, 2)] == ["body", "body"]


def test_a_lone_second_level_heading_is_the_title_of_a_page_that_states_none() -> None:
    """Where no heading stands higher and no other stands beside it."""
    page = (
        "<h2>Harbour opens after the long winter</h2>" + "<p>The ferry left at seven, and by noon the harbour was empty.</p>" * 6
    )
    assert verdict(page, "Harbour opens after the long winter", kind="html")[0] == "title"


def test_a_text_s_first_line_marked_as_a_heading() -> None:
    """However short, and whatever stands above the first paragraph below it; through the rules alone and through the model."""
    notes = lines("# Notes", "", "* Fixed a crash", "", "## Upgrade", "", "Run:", "", "    tool migrate --dry-run", "", NOTE)
    assert first_block(notes) == ("title", "title-mark")
    assert cleancorpus.clean(notes, kind="text").metadata.title == "Notes"
    framed = lines("# Notes", *STORIES["en"].paragraphs * 4, "## Elsewhere", "Home | About", "Related stories", *RELATED)
    assert first_block(framed) == ("title", "title-mark")


def test_of_two_headings_at_the_top_the_first_may_be_the_site() -> None:
    """It is judged like any other line."""
    story = STORIES["en"]
    assert first_block(lines("# The Harbour Blog", f"## {story.title}", *story.paragraphs))[1] != "title-mark"


def test_a_line_that_tells_a_moment_is_no_title() -> None:
    """Though it stands above the first paragraph and repeats the title's words."""
    post = "Posted: Tue Aug 09, 2016 8:14 pm Post subject: Tomatoes splitting after rain"
    page = lines("Forum index", "Vegetables", "mossy_gate", post, *STORIES["en"].paragraphs)
    assert verdict(page, "Posted")[0] != "title"


def test_a_date_in_a_language_without_a_lexicon_is_no_title() -> None:
    """A year, a day and a word; the headline above it is."""
    title, date = "የድሮው ድልድይ ከሁለት ዓመት ጥገና በኋላ ተከፈተ", "መጋቢት 12, 2022"
    text = "የከተማው አስተዳደር ረቡዕ ጠዋት የድሮውን ድልድይ ለእግረኞች ክፍት አደረገ። ድልድዩ ለሁለት ዓመታት በጥገና ምክንያት ተዘግቶ ነበር።"
    page = lines(title, date, text, text)
    assert verdict(page, title)[0] == "title"
    assert verdict(page, date)[0] != "title"


@pytest.mark.parametrize("title", ["Apollo 11, July 1969", "Top 10 Songs 2024"])
def test_a_title_with_a_number_and_a_year_stays_one(title: str) -> None:
    """Its words have capitals, as months that no lexicon knows have not."""
    assert verdict(lines(title, *STORIES["en"].paragraphs), title)[0] == "title"


def first_block(text: str) -> tuple[str, str]:
    """Role and reason of a text's first block, as its reader sees it."""
    block = cleancorpus.clean(text, kind="text").blocks[0]
    return str(block.role), block.reason
