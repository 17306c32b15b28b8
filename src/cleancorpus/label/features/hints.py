"""What the tag and the class words of an element say it is: families of hints, as flags in one number.

The words are the ones that sites in many languages use in their markup; they are hints for a model, never certain.
"""

from __future__ import annotations

from functools import lru_cache

from cleancorpus.label.naming import split_name

_LANDMARKS = {
    "article": "article",
    "main": "main",
    "section": "section",
    "aside": "aside",
    "nav": "nav",
    "header": "header",
    "footer": "footer",
    "figure": "figure figcaption",
    "table": "table",
    "list": "ul ol dl",
    "form": "form fieldset",
    "quote": "blockquote q",
    "details": "details summary dialog",
}
_WORDS = {
    "comment": "comment comments disqus respond commentlist reply replies kommentar kommentare comentario comentarios"
    " cmt cmts commenti commentaire commentaires kommentarer kommentit komentarze komentar komentari yorum yorumlar reacties"
    " talkback livefyre binhluan ykien",
    "review": "review reviews reviewer ugc testimonial testimonials rating ratings feedback bewertung bewertungen"
    " kundenbewertung kundenbewertungen rezension rezensionen kundenrezensionen kundenmeinungen kundrecensioner kundomdomen"
    " kundeanmeldelser kundeomtaler klantbeoordelingen klantrecensies asiakasarviot arvostelut avis temoignage temoignages"
    " opiniones opinie opinii resena resenas valoracion valoraciones recensione recensioni recensie recensies beoordeling"
    " beoordelingen anmeldelse anmeldelser omdome omdomen recenzje recenze hodnoceni ertekeles ertekelesek yorumlari danhgia"
    " bazaarvoice bv yotpo trustpilot powerreviews okendo judgeme jdgm feefo",
    "related": "related recommended recommendation recommendations recommend trending popular mostread"
    " mostviewed outbrain taboola upnext"
    " morefrom similar readmore alsoread relacionadas relacionados"
    " meistgelesen relateret relaterade liittyvat powiazane souvisejici kapcsolodo ilgili correlati lienquan lesauch",
    "teaser": "teaser teasers card cards tile tiles promo feed grid carousel slider swiper thumb thumbnail",
    "menu": "nav navigation navbar menu submenu breadcrumb breadcrumbs toolbar masthead topbar navi skip sidenav tab tabs",
    "share": "share sharing social sharebar addthis follow sns",
    "pager": "pagination pager paging prev next",
    "tags": "tags taglist tagcloud hashtags tag topics keywords categories category",
    "advert": "newsletter subscribe subscription advert advertisement advertising ads ad sponsored sponsor"
    " signup donate cta banner",
    "consent": "cookie cookies consent gdpr paywall modal popup overlay privacy",
    "legal": "copyright imprint disclaimer legal terms",
    "caption": "caption captions figcaption credit credits photocredit imagecaption wpcaption legend bildunterschrift"
    " legende didascalia piefoto bildtext billedtekst kuvateksti onderschrift popisek chuthich",
    "byline": "byline author authors bylines autor auteur writer journalist contributor reporter autore"
    " autora auteurs forfatter forfattare kirjoittaja skribent redakteur yazar tacgia",
    "date": "date dateline timestamp published pubdate datetime datum fecha time updated modified"
    " dato tarih publicado julkaistu ngay thoigian",
    "lead": "lead lede standfirst sapo subtitle deck dek subheadline chapeau subhead excerpt bajada entradilla"
    " teasertext intro summary"
    " description abstract vorspann ingress manchet perex anons ozet zajawka entradilha",
    "kicker": "kicker overline eyebrow topline roofline dachzeile supertitle antetitulo label",
    "title": "title headline heading hed titel titre titulo headlines"
    " tittel rubrik otsikko tytul naslov nadpis baslik titolo tieude",
    "body": "content body text article entry post story articlebody entrycontent postcontent storybody"
    " maincontent copy richtext prose"
    " artikel texte contenido inhalt brodtext contenuto corps cuerpo tekst innhold indhold tresc obsah icerik noidung",
    "sidebar": "sidebar aside rail widget widgets secondary right complementary side",
    "foot": "footer foot bottom colophon",
    "head": "header head top",
    "meta": "meta info infos details stats byline",
    "post": "post posts message messages thread reply topic forum question answer answers userpost postbody",
    "product": "product price cart buy sku shop add stock variant rating review reviews",
    "specs": "spec specs specification specifications attribute attributes feature features faq accordion tabpanel",
    "hero": "hero jumbotron intro banner",
    "toc": "toc contents tableofcontents index outline",
    "search": "search filter filters sort facet facets login account",
    "list": "list listing results items item archive collection",
    "video": "video player audio gallery slideshow media embed podcast live",
    "code": "code highlight syntax snippet pre example",
}
FAMILIES = (*(f"tag_{name}" for name in _LANDMARKS), *(f"word_{name}" for name in _WORDS))
"""Names of the families, in the order of their bits."""
_BIT_OF_TAG: dict[str, int] = {}
_BIT_OF_WORD: dict[str, int] = {}
for _number, _tags in enumerate(_LANDMARKS.values()):
    for _tag in _tags.split():
        _BIT_OF_TAG[_tag] = _BIT_OF_TAG.get(_tag, 0) | 1 << _number
for _number, _text in enumerate(_WORDS.values(), len(_LANDMARKS)):
    for _word in _text.split():
        _BIT_OF_WORD[_word] = _BIT_OF_WORD.get(_word, 0) | 1 << _number


@lru_cache(maxsize=1 << 16)  # a function of the names alone, which the pages of a site share
def read_hints(tag: str, names: str) -> int:
    """Flags of the families that an element's tag and its names belong to."""
    bits = _BIT_OF_TAG.get(tag, 0)
    for name in names.split():
        bits |= _read_words(split_name(name))
    return bits


@lru_cache(maxsize=1 << 16)  # names that differ by a figure alone have the same words
def _read_words(words: tuple[str, ...]) -> int:
    bits = 0
    for word in words:
        bits |= _BIT_OF_WORD.get(word, 0)
    return bits
