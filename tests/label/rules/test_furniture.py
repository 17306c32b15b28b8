"""furniture: whole lines, labels and phrases of the frame, by the lexicon."""

from __future__ import annotations

import pytest

from tests.label.reading import html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES


def above(language: str, line: str) -> tuple[str, str]:
    """What a line is that stands above a headline."""
    return verdict(lines(line, STORIES[language].title, *STORIES[language].paragraphs), line)


def between(language: str, line: str) -> tuple[str, str]:
    """What a line is that stands between two paragraphs."""
    story = STORIES[language]
    return verdict(lines(story.title, story.first, line, story.second, story.third), line)


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("vi", "Trang chủ", "nav"),
        ("vi", "» Đăng ký nhận bản tin", "promo"),
        ("de", "Zur Startseite", "nav"),
        ("de", "ANZEIGE", "promo"),
        ("de", "Kommentare (12)", "comment"),
        ("fr", "Partager cet article", "nav"),
        ("fr", "Publicité", "promo"),
        ("es", "Comentarios", "comment"),
        ("pt", "Voltar ao topo", "nav"),
        ("it", "Iscriviti alla newsletter", "promo"),
        ("nl", "3 reacties", "comment"),
        ("pl", "Strona główna", "nav"),
        ("ru", "Поделиться", "nav"),
        ("uk", "Останні коментарі", "comment"),
        ("tr", "Yorumlar (3)", "comment"),
        ("ar", "إعلان", "promo"),
        ("hi", "शेयर करें", "nav"),
        ("id", "Bagikan artikel ini", "nav"),
        ("ja", "この記事をシェアする", "nav"),
        ("zh", "网友评论", "comment"),
        ("en", "Skip to main content", "nav"),
        ("en", "1 2 3 4 Next", "nav"),
    ],
)
def test_a_known_line(language: str, line: str, found: str) -> None:
    """Whatever case, signs or count stand around it, wherever it stands."""
    assert above(language, line) == (found, f"{found}-line")
    assert between(language, line) == (found, f"{found}-line")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Deja un comentario"),
        ("uk", "Залишити коментар"),
        ("tr", "Yorum yap"),
        ("vi", "Xem tất cả bình luận (24)"),
        ("en", "Cancel reply"),
        ("ja", "返信する"),
    ],
)
def test_a_button_about_comments_is_navigation(language: str, line: str) -> None:
    """It is nobody's comment."""
    assert above(language, line) == ("nav", "comment-button")
    assert between(language, line) == ("nav", "comment-button")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Votre adresse e-mail ne sera pas publiée."),
        ("tr", "Yorum yapmak için giriş yapmalısınız"),
        ("vi", "Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *"),
    ],
)
def test_the_small_print_of_a_form_for_comments_is_navigation(language: str, line: str) -> None:
    """As the form is."""
    assert between(language, line) == ("nav", "comment-phrase")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Trả lời  Thích  Chia sẻ"),
        ("vi", "Chia sẻ Lưu bài viết Gửi email"),
        ("en", "Facebook Twitter WhatsApp"),
        ("de", "Startseite Anmelden Teilen"),
    ],
)
def test_known_lines_run_together_are_a_menu(language: str, line: str) -> None:
    """No sign is needed between them."""
    assert above(language, line) == ("nav", "menu-line")


@pytest.mark.parametrize("line", ["Trang chủ của bảo tàng", "Home is where the clock strikes", "Facebook Twitter and a goat"])
def test_a_known_line_among_other_words_is_none(line: str) -> None:
    """All of it has to be known."""
    assert above("en", line) != ("nav", "menu-line")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Tags: clock, market, brass"),
        ("vi", "Từ khóa: đồng hồ, chợ, bánh răng"),
        ("de", "Schlagwörter: Uhr, Markt, Messing"),
        ("ru", "Теги: часы, рынок"),
        ("zh", "标签：大钟 集市 齿轮"),
        ("es", "Síguenos en: Facebook, Telegram"),
    ],
)
def test_a_label_before_a_colon(language: str, line: str) -> None:
    """What follows it belongs to it."""
    assert above(language, line)[0] == "nav"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Trang chủ > Thời sự > Chợ"),
        ("de", "Startseite » Lokales » Ellerwinkel"),
        ("en", "Home | News | Weather | Contact us"),
        ("pt", "Início / Cidade / Mercado"),
        ("fr", "Accueil · Région · Culture"),
    ],
)
def test_a_menu_in_one_line(language: str, line: str) -> None:
    """Short parts between separators."""
    assert above(language, line) == ("nav", "menu-line")


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("en", "Want more stories like this? Subscribe to our newsletter and never miss one.", "promo"),
        ("de", "Diese Website verwendet Cookies, um Ihnen das Lesen angenehm zu machen.", "promo"),
        ("vi", "Mời bạn đọc theo dõi trang của chúng tôi để biết thêm về chợ", "promo"),
        ("ja", "メールマガジンに登録すると毎朝の記事が届きます", "promo"),
    ],
)
def test_a_phrase_in_a_short_line(language: str, line: str, found: str) -> None:
    """Only furniture says so."""
    assert between(language, line) == (found, f"{found}-phrase")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The sign on the tower door used to say subscribe to our newsletter, and for nine years people "
                "took it for a joke, because the newsletter of the "
                "market had stopped in the same week as the clock. Now the keeper has put a box beside it, and "
                "forty people have left their names in pencil, "
                "most of them children who asked what a newsletter is."
            ),
        ),
        (
            "de",
            (
                "An der Turmtür hing ein Zettel, auf dem stand: diese Website verwendet Cookies. Den hatte der "
                "Lehrling aus Spaß geschrieben, und der Türmer, der "
                "nie einen Rechner besessen hat, stellte jeden Samstag einen Teller mit Keksen daneben, bis der "
                "ganze Markt davon sprach und die Bäckerin eine "
                "Rechnung schickte."
            ),
        ),
    ],
)
def test_long_prose_may_quote_such_words(language: str, text: str) -> None:
    """It is longer than any notice."""
    assert between(language, text) == ("body", "paragraph")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Home again after nine years"),
        ("en", "Share of the market"),
        ("de", "Werbung für die Uhr im Jahr 1902"),
        ("fr", "Le retour du gardien"),
        ("vi", "Chia sẻ của người thợ già"),
        ("ja", "シェア争いの終わり"),
        ("es", "Más allá de la torre"),
    ],
)
def test_a_heading_that_begins_like_a_known_line(language: str, line: str) -> None:
    """Whole lines are compared."""
    assert between(language, line) == ("heading", "short-above-paragraph")


@pytest.mark.parametrize("line", ["2 cups flour | 1 egg | salt", "brass / tin / zinc", "one · two · three"])
def test_separators_without_a_menu_word(line: str) -> None:
    """A table's row or a list of metals is no menu."""
    assert between("en", line) == ("body", "line")


@pytest.mark.parametrize("line", ["a > b > c", "copper > tin > zinc", "x² › x › 1"])
def test_a_chain_of_inequalities(line: str) -> None:
    """None of the parts is a menu word."""
    assert between("en", line)[0] in {"body", "heading"}


def test_html_furniture() -> None:
    """The same words inside the article's own element."""
    story = STORIES["id"]
    page = (
        f"<body><article><h1>{story.title}</h1>"
        f"{paragraphs(story.first, 'Bagikan artikel ini', story.second, 'Iklan', story.third)}</article>"
        "</body>"
    )
    assert html_verdict(page, "Bagikan") == ("nav", "nav-line")
    assert html_verdict(page, "Iklan") == ("promo", "promo-line")
    assert html_verdict(page, story.third) == ("body", "main-text")


@pytest.mark.xfail(strict=True, reason="the English label 'tag' is the German word for day: languages are merged")
def test_a_label_that_is_another_languages_word() -> None:
    """The details of an event inside the body."""
    assert between("de", "Tag: Samstag, der 14. Juni")[0] == "body"
