"""The space lost between two sentences: put back in prose, and in nothing that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleancorpus.normalise.sentences import may_lack_space, split_sentences


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Cuộc họp kết thúc.Sau đó mọi người ra về.", "Cuộc họp kết thúc. Sau đó mọi người ra về."),
        ("Nhà nằm bên sông.Đường vào làng hẹp.", "Nhà nằm bên sông. Đường vào làng hẹp."),
        ("Họ dừng lại.Ở làng bên, chợ đã tan.", "Họ dừng lại. Ở làng bên, chợ đã tan."),
        ("Мост закрыли.Рыбаки ждали весны.", "Мост закрыли. Рыбаки ждали весны."),
        ("Лодки ушли.Он вернулся один.", "Лодки ушли. Он вернулся один."),
        ("Міст закрили.Їх було двоє.", "Міст закрили. Їх було двоє."),
        ("Η γέφυρα έκλεισε.Μετά άνοιξε ξανά.", "Η γέφυρα έκλεισε. Μετά άνοιξε ξανά."),
        ("Le pont est fermé.Puis il rouvre.", "Le pont est fermé. Puis il rouvre."),
        ("Le travail est terminé.À midi, on mange.", "Le travail est terminé. À midi, on mange."),
        ("Die Brücke hielt.Dann kam der Frost.", "Die Brücke hielt. Dann kam der Frost."),
        ("Sie warteten.Über Nacht fror der Fluss zu.", "Sie warteten. Über Nacht fror der Fluss zu."),
        ("Köprü kapandı.İnsanlar bekledi.", "Köprü kapandı. İnsanlar bekledi."),
        ("El puente cerró.Después nevó.", "El puente cerró. Después nevó."),
        ("Most zamknięto.Łodzie stały.", "Most zamknięto. Łodzie stały."),
        ("Is the gate open?Yes, since dawn.", "Is the gate open? Yes, since dawn."),
        ("The gate is shut!Then wait.", "The gate is shut! Then wait."),
        ("He waited…Then he left.", "He waited… Then he left."),
        ("Anh đợi...Rồi anh đi.", "Anh đợi... Rồi anh đi."),
        ("“It is late,” she said.“Very late.”", "“It is late,” she said. “Very late.”"),
        ("“It is late.”Then she left.", "“It is late.” Then she left."),
        ("« Il est tard.»Puis elle partit.", "« Il est tard.» Puis elle partit."),
        ("(They had waited.)Then the gate opened.", "(They had waited.) Then the gate opened."),
        ("It was agreed.A man left.", "It was agreed. A man left."),
        ("One went.Two stayed.Three slept.", "One went. Two stayed. Three slept."),
    ],
)
def test_a_lost_space_comes_back(text: str, repaired: str) -> None:
    """Between a word in lower case with its full stop and a capitalised word, in many languages."""
    assert split_sentences(text) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("다리를 고쳤다.그래서 모두 돌아왔다.", "다리를 고쳤다. 그래서 모두 돌아왔다."),
        ("언제 옵니까?내일 오지요.그럼 기다릴게요.", "언제 옵니까? 내일 오지요. 그럼 기다릴게요."),
        ("أغلق الجسر مساء.وبعد ذلك عاد الصيادون.", "أغلق الجسر مساء. وبعد ذلك عاد الصيادون."),
        ("هل فتح الجسر؟نعم منذ الفجر.", "هل فتح الجسر؟ نعم منذ الفجر."),
        ("پل بند تھا۔لوگ انتظار کرتے رہے۔", "پل بند تھا۔ لوگ انتظار کرتے رہے۔"),
        ("पुल बंद था।लोग लौट गए।", "पुल बंद था। लोग लौट गए।"),
        ("সেতু বন্ধ ছিল।লোকেরা ফিরে গেল।", "সেতু বন্ধ ছিল। লোকেরা ফিরে গেল।"),
        ("הגשר נסגר.אחרי כן חזרו הדייגים.", "הגשר נסגר. אחרי כן חזרו הדייגים."),
        ("ხიდი დაიკეტა.შემდეგ გაიხსნა.", "ხიდი დაიკეტა. შემდეგ გაიხსნა."),
        ("Կամուրջը փակ էր։Հետո բացվեց։", "Կամուրջը փակ էր։ Հետո բացվեց։"),
        ("ድልድዩ ተዘጋ።ከዚያ ተከፈተ።", "ድልድዩ ተዘጋ። ከዚያ ተከፈተ።"),
        ("ស្ពានបានបិទ។អ្នកនេសាទរង់ចាំ។", "ស្ពានបានបិទ។ អ្នកនេសាទរង់ចាំ។"),
        ("គេរង់ចាំយូរៗ។ក្រោយមកស្ពានបើក៕ចប់", "គេរង់ចាំយូរៗ។ ក្រោយមកស្ពានបើក៕ ចប់"),
        ("တံတားပိတ်သည်။လူများစောင့်နေကြ၏။ညမှာဖွင့်သည်။", "တံတားပိတ်သည်။ လူများစောင့်နေကြ၏။ ညမှာဖွင့်သည်။"),
        ("ފާލަން ބަންދުވެއެވެ.އޭގެ ފަހުން މީހުން އައެވެ.", "ފާލަން ބަންދުވެއެވެ. އޭގެ ފަހުން މީހުން އައެވެ."),
        ("ފާލަން ހުޅުވުނުތޯ؟އާނއެކެވެ.", "ފާލަން ހުޅުވުނުތޯ؟ އާނއެކެވެ."),
    ],
)
def test_a_lost_space_comes_back_where_there_are_no_capitals(text: str, repaired: str) -> None:
    """By a stop of the script's own, a verb's ending, or long words on both sides; once and for all."""
    assert split_sentences(text) == repaired
    assert split_sentences(repaired) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "د.أحمد وأ.د.سالم",  # doctor, professor
        "ق.م وص.ب ١٢",
        "ד.נ. מרכז",
        "주식회사.한국",
        "3.1운동과 4.19혁명",
        "한국.com과 naver.com",
        "ე.ი. ხიდი",
        "प्रो.शर्मा और डॉ.वर्मा",
        "॥१॥ पहला",
        "山が見える。川も見える。",
        "ร้านเปิด น.พ.สมชาย",
        "example.com/قرار.وقال",
        "ត្រី បង្គា ក្តាម។ល។និង។ល។",  # and so on
        "ទូក សំណាញ់។បេ។",
        "ကိုအောင်။ ။လာမယ်",  # who speaks, and what
        "၁။တံတား ၂။မြစ်",  # numbers of a list
        "ކ.ހިންމަފުށީގައި އެމް.ޑީ.ޕީ",  # an atoll, a party
    ],
)
def test_other_stops_without_capitals_stay(text: str) -> None:
    """Abbreviations, numbers, names of places on the net; scripts that set no space there."""
    assert split_sentences(text) == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Αυτό ήταν το τέλος.Ο άνθρωπος ήρθε", "Αυτό ήταν το τέλος. Ο άνθρωπος ήρθε"),
        ("ήταν το τέλος.Η πόλη είναι", "ήταν το τέλος. Η πόλη είναι"),
        ("ήταν το τέλος.Το σπίτι είναι", "ήταν το τέλος. Το σπίτι είναι"),
        ("ήταν το τέλος.Οι άνθρωποι", "ήταν το τέλος. Οι άνθρωποι"),
        ("ήταν το τέλος.Με τον καιρό", "ήταν το τέλος. Με τον καιρό"),
        ("C’était hier soir.L’été est là", "C’était hier soir. L’été est là"),
        ("hier soir.C’est tout", "hier soir. C’est tout"),
        ("hier soir.J’ai vu", "hier soir. J’ai vu"),
        ("hier soir.D’autres sont là", "hier soir. D’autres sont là"),
        ("it was over.I’m glad", "it was over. I’m glad"),
        ("это был конец.В городе тихо", "это был конец. В городе тихо"),
        ("это был конец.С утра тихо", "это был конец. С утра тихо"),
        ("это был конец.К утру стихло", "это был конец. К утру стихло"),
        ("to był koniec.W domu cicho", "to był koniec. W domu cicho"),
        ("byl to konec.V domě ticho", "byl to konec. V domě ticho"),
        ("we are here.“We won,” she", "we are here. “We won,” she"),
        ("мы здесь.«Да», сказал", "мы здесь. «Да», сказал"),
        ("estamos aquí.¿Qué pasa", "estamos aquí. ¿Qué pasa"),
        ("wir sind da.„Ja“, sagte er", "wir sind da. „Ja“, sagte er"),
        ("we are here.(We won.)", "we are here. (We won.)"),
        ("it was so (really).Then we left", "it was so (really). Then we left"),
        ("it was in 2024.Then we left", "it was in 2024. Then we left"),
        ("it rose by 5%.Then it fell", "it rose by 5%. Then it fell"),
        ("das war das Ende.Die Brücke fiel", "das war das Ende. Die Brücke fiel"),
        ("in der Stadt.Der Regen kam", "in der Stadt. Der Regen kam"),
        ("ở Hà Nội.Theo ông An", "ở Hà Nội. Theo ông An"),
        ("in Berlin.The mayor came", "in Berlin. The mayor came"),
        ("She liked him.And he liked him.They went.", "She liked him. And he liked him. They went."),
        ("The war is over.The war is over.And so on", "The war is over. The war is over. And so on"),
        ("Anh ấy đi.Rồi anh ấy đi.Sau đó về.", "Anh ấy đi. Rồi anh ấy đi. Sau đó về."),
        ("Он сказал им.Они ушли.", "Он сказал им. Они ушли."),
        ("We had said no.Then we left", "We had said no. Then we left"),
        ("They had to go.Then we left", "They had to go. Then we left"),
        ("He had it on tv.Then we left", "He had it on tv. Then we left"),
        ("„Wir sind da.“Dann ging er", "„Wir sind da.“ Dann ging er"),
        ("»Wir sind da.«Dann ging er", "»Wir sind da.« Dann ging er"),
        ("năm 2024.Sau đó họ về", "năm 2024. Sau đó họ về"),
        ("پل بند تھا۔لوگ گئے۔پھر آئے", "پل بند تھا۔ لوگ گئے۔ پھر آئے"),
    ],
)
def test_openings_and_ends_of_many_kinds(text: str, repaired: str) -> None:
    """Elided words, prepositions of one letter, marks that open, years, brackets; behind nouns with capitals, names and words
    that are abbreviations elsewhere only before a word that opens sentences."""
    assert split_sentences(text) == repaired
    assert split_sentences(repaired) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "ایم۔کیو۔ایم",
        "بی۔بی۔سی",
        "پی۔ایچ۔ڈی",
        "ڈاکٹر۔محمد",
        "Հ։Հ։Տ",
        "क।ख।ग",
        "မ။အ။ဖ",
        "живе на вул.Хрещатик у Києві",
        "przy ul.Długiej w domu",
        "kościół św.Anny stoi",
        "na nám.Míru stojí",
        "jako např.Praha a Brno",
        "za tř.Krále Jiřího",
        "pe bd.Unirii merg",
        "din jud.Cluj vine",
        "на бул.България е",
        "в гр.София живее",
        "обл.Московская живет",
        "пос.Лесной рядом",
        "у смт.Ворзель були",
        "на sok.Lale durur",
        "kostet inkl.Mehrwertsteuer viel",
        "die geb.Müller war",
        "siehe vgl.Kapitel drei",
        "about approx.Six of",
        "la núm.Uno de",
        "en avda.América vive",
        "στην οδ.Σταδίου είναι",
        "cô nsnd.Lệ Thủy hát",
        "diễn viên đd.Lê nói",
        "ở tx.Sơn Tây có",
        "دکتر.احمدی",
        "الدكتور.محمد",
        "டாக்டர்.அன்புமணி",
        "డాక్టర్.రాజు",
        "प्रोफेसर.शर्मा",
        "מהנדס.כהן",
        "see math.Floor(x)",
        "call foo.(Bar) here",
        "v2024.Then",
        "Version 2.Beta is out",
        "at 5 a.m.The ferry",
        "No.2024.Abc",
    ],
)
def test_abbreviations_of_many_languages_stay(text: str) -> None:
    """Streets, titles, initials between stops of a script's own, calls of code."""
    assert split_sentences(text) == text


NAMES_AND_NUMBERS = [
    "See example.com and www.Example.Com today.",
    "Write to anna.Smith@example.org.",
    "https://example.org/archive/page.Title",
    "The bridge.org.uk site",
    "booking.Com.vn",
    "asp.Net and Node.js",
    "report.Pdf, index.Html and photo.Jpg",
    "user_name.Value",
    "C:\\docs\\report.Final",
    "john.Doe/letters",
    "PGS.TS.Nguyễn Văn Bình",
    "ThS.Lê Hoa và GS.Trần Nam",
    "Dr.Müller und Prof.Weber",
    "J.R.R. Tolkien and J.K.Rowling",
    "U.S.Army and N.Y.Times",
    "e.g.This and i.e.That",
    "z.B.Das Haus",
    "at 5 a.m.The ferry",
    "А.С.Пушкин",
    "Version 2.Beta, v3.Final",
    "3.14 and 1.000.000",
    "No.5, Fig.3 and Art.7",
    "3.Phần mở đầu",
    "mp3.Tải về",
    "math.Floor(x) and foo.bar.Baz",
    "list.Append(item)",
    "camelCase.Word and iPhone.Apple",
    "wait...what",
    "Wait...What",
    "x.Y",
    "done.A.B. Smith",
    "vitamin.B gibt",
    "kết thúc.",
    "End. Next is spaced already.",
    "NASA.The agency",
    "ALL CAPS.NEXT",
    "lower.lower",
    "村の橋。それから舟。",
    "عاد الصياد.ثم نام",
    "",
]


@pytest.mark.parametrize("text", NAMES_AND_NUMBERS)
def test_names_abbreviations_addresses_and_code_are_left_alone(text: str) -> None:
    """Nothing is inserted in what is not two sentences run together."""
    assert split_sentences(text) == text


def broken(text: str, reason: str) -> object:
    return pytest.param(text, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    "text",
    [
        broken("The torch.Tensor class", "code without a call is split"),
        "Set self.Value = 3 first",
        broken("See numpy.Array of ints", "code without a call is split"),
        "https://example.org/?view=main.Page",
        "https://example.org/?topic.Title",
        "Trụ sở tại tp.Hồ Chí Minh",
        "Дом на ул.Ленина",
        "prof.Novak a st.Gallen",
        broken("Order at amazon.De today", "capitalised country domains are split"),
        "Theo vietnamnet.Vn hôm nay",
    ],
)
def test_what_stands_around_a_name_tells_it(text: str) -> None:
    """Names, abbreviations, domains and code do not look like lost breaks, or are told by what stands around them."""
    assert split_sentences(text) == text


def test_a_quote_that_opens_is_not_torn_from_its_sentence() -> None:
    """A straight quotation mark that opens the next sentence stays with it."""
    text = 'The mayor agreed."We will pay," she said.'
    assert split_sentences(text) in {text, 'The mayor agreed. "We will pay," she said.'}


@pytest.mark.parametrize(
    "text", ["Cuộc họp kết thúc.Sau đó họ về.", "said.”Then", "One went.Two stayed.Three slept.", *NAMES_AND_NUMBERS]
)
def test_splitting_twice_changes_nothing_more(text: str) -> None:
    """What was put back is not put back again."""
    once = split_sentences(text)
    assert split_sentences(once) == once


SCRIPTS = (
    *"abZÉéл५5_²",
    *'.!?…।॥۔؟։።။។៕"”’»)] ',
    *("क", "ि", "ै", "़", "ம", "்", "ش", "د", "م", "ם", "ש", "დ", "ა", "ህ", "다", "요", "\u0301", "ա"),
    *("က", "သ", "ည", "်", "၏", "១", "ល", "ក", "ា", "ៗ", "އ", "\u07ac", "ވ", "ހ"),
)


@given(st.lists(st.sampled_from(SCRIPTS), max_size=16).map("".join))
@settings(max_examples=1_500)
def test_what_is_not_looked_at_would_not_change(text: str) -> None:
    """The search that nearly all paragraphs are done with misses no break, in any script."""
    assert may_lack_space(text) or split_sentences(text) == text


PIECES = ("done", "After", ".", "!", " ", "x", "A", "…", "”", "Über", "été", "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=600)
def test_spaces_are_all_that_is_added(text: str) -> None:
    """Nothing is lost between the breaks that are found."""
    repaired = split_sentences(text)
    assert repaired.replace(" ", "") == text.replace(" ", "")
    assert len(repaired) >= len(text)


@pytest.mark.timeout(2)
def test_a_hundred_thousand_stops_finish() -> None:
    """Each is looked at once, with no more than a word before it."""
    for piece in ("ab.Cd", "ab..", "a.", "abcdefgh" * 6 + ".X"):
        text = piece * (200_000 // len(piece))
        assert split_sentences(text).replace(" ", "") == text


@pytest.mark.timeout(2)
def test_a_word_of_a_hundred_thousand_letters_finishes() -> None:
    """A sequence of letters without spaces, as data in a page may be, costs no more than its length."""
    assert split_sentences("acgt" * 25_000) == "acgt" * 25_000
