"""What stands beside articles: who publishes the site, advertisements, boards of figures, polls."""

from __future__ import annotations

from training.compose.layout import Layout, Line
from training.compose.teasers import gap

_HOUSES = (
    "Báo Mới Miền Nam|Đài Phát thanh Bến Nước|Trung tâm Thông tin Bắc Hà|Tạp chí Sông Xanh",
    "Sở Văn hóa An Bình|Trường Đại học Ven Biển|Bệnh viện Đa khoa Phú Hải|Hội Nhà vườn Tân Lập",
    "Example Media GmbH|Verlag Beispiel|Daily Example Ltd|Éditions du Quai",
    "Radio Muster|The Harbour Gazette|Diario del Puerto|Stadtwerke Beispielstadt",
)
"""Who publishes a site, some for each fold."""
_STREETS = ("Lê Lợi", "Trần Phú", "Hauptstraße", "High Street", "rue du Port", "calle Mayor", "Hàng Bài", "Gartenweg")


def imprint(layout: Layout) -> list[Line]:
    """Who publishes the site: the house, offices, names, numbers, with and without words before them."""
    rng = layout.rng
    number = f"0{rng.randint(20, 99)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
    mail = f"{rng.choice(('redaktion', 'toasoan', 'info', 'bbt'))}@{rng.choice(('example.org', 'tintuc.example'))}"
    place = f"{rng.randint(1, 300)} {rng.choice(_STREETS)}"
    house = rng.choice(layout.own(_HOUSES).split("|"))
    said = (layout.person(), number, mail, f"{place}, {number}", house)
    lines = [f"{layout.cue('legal', 'openers_colon')}: {rng.choice(said)}" for _ in range(rng.randint(0, 4))]
    lines += rng.sample(
        (f"Tel: {number}", f"Email: {mail}", place, f"Tel {number} - Fax {number} - {mail}", number), rng.randint(0, 2)
    )
    if layout.chance(0.5):
        lines.insert(0, house.upper() if layout.capital else house)
    if layout.chance(0.25) and lines:
        return [(" | ".join(lines), "legal")]
    return [(line, "legal") for line in lines]


_SLOGANS = {
    "vi": (
        "Nệm cao su giảm nửa giá, giao tận nhà",
        "Vay nhanh trong ngày, không cần thế chấp",
        "Căn hộ ven sông chỉ từ 1,2 tỉ, chiết khấu 8%",
        "Mật ong rừng nguyên chất, đổi trả trong 7 ngày",
        "Tour Phú Quốc 3 ngày 2 đêm trọn gói",
        "Trung tâm tiếng Anh khai giảng lớp mới, tặng học bổng 30%",
        "Máy lạnh tiết kiệm điện, trả góp 0%",
        "Kem chống nắng cho da nhạy cảm, mua 1 tặng 1",
    ),
    "en": (
        "Mattresses half price until Sunday",
        "Compare broadband deals in your area",
        "The hearing aid everyone over 50 asks about",
        "Free delivery on garden furniture",
        "Switch your energy supplier and save £300",
        "Cruises from $499 per person",
        "Book your flu jab today",
        "Handmade boots, 20% off",
    ),
    "de": (
        "Matratzen zum halben Preis",
        "Treppenlift: jetzt Zuschuss sichern",
        "Stromanbieter wechseln und 300 Euro sparen",
        "Kreuzfahrten ab 499 Euro",
        "Gartenmöbel versandkostenfrei",
        "Hörgeräte kostenlos testen",
        "Solaranlage mieten ab 49 Euro im Monat",
        "Handgemachte Stiefel, 20 % Rabatt",
    ),
    "fr": (
        "Literie à moitié prix",
        "Changez de fournisseur d'électricité",
        "Croisières dès 499 €",
        "Votre mutuelle dès 12 € par mois",
    ),
    "es": (
        "Colchones a mitad de precio",
        "Cambia de compañía de luz",
        "Cruceros desde 499 €",
        "Clases de inglés: primera gratis",
    ),
}
"""What advertisements say: for each fold some."""


def advertisement(layout: Layout) -> list[Line]:
    """One or some slogans, mostly under a word that says what they are."""
    own = _SLOGANS.get(layout.language)
    if own is None or not layout.chance(0.08):
        return []
    label = layout.cue("promo", "lines")
    label = layout.rng.choice((label, f"- {label} -", f"({label})"))
    lines: list[Line] = [(label, "promo")] if layout.chance(0.75) else []
    lines += [(layout.own(own), "promo") for _ in range(layout.rng.randint(1, 3))]
    return [item for line in lines for item in (line, *gap(layout, 0.3))]


_BOARDS = {
    "vi": (
        ("Tỷ giá", "Mua vào", "Bán ra", "USD", "EUR", "JPY", "Vàng miếng", "Nhẫn trơn"),
        ("Dự báo thời tiết", "Cao nhất", "Thấp nhất", "Gió", "Mây", "Hải Phòng", "Vinh", "Cần Thơ"),
        ("Lượt truy cập", "Đang xem", "Trong tuần", "Tất cả", "Hôm qua", "Khách", "Thành viên"),
        ("Giờ mở cửa", "Thứ Hai", "Thứ Bảy", "Chủ nhật", "Buổi sáng", "Buổi chiều", "Nghỉ lễ"),
    ),
    "en": (
        ("Markets", "FTSE", "Dow", "Nikkei", "Gold", "Brent", "Bid", "Ask"),
        ("Weather", "High", "Low", "Wind", "Humidity", "Tonight", "Leeds", "Bristol"),
        ("Visitors", "Online", "Today", "This week", "Total", "Guests", "Members"),
        ("Opening hours", "Monday", "Saturday", "Sunday", "Morning", "Evening", "Holidays"),
    ),
    "de": (
        ("Börse", "DAX", "MDAX", "Gold", "Öl", "Euro", "Kauf", "Verkauf"),
        ("Wetter", "Höchstwert", "Tiefstwert", "Wind", "Regen", "Kiel", "Ulm", "Gera"),
        ("Besucher", "Online", "Heute", "Diese Woche", "Gesamt", "Gäste", "Mitglieder"),
        ("Öffnungszeiten", "Montag", "Samstag", "Sonntag", "Vormittag", "Abend", "Feiertage"),
    ),
}
"""Words of the boards that stand beside articles, one kind a fold: rates, weather, visitors, hours."""
_POLLS = {
    "vi": ("Bạn đến cơ quan bằng gì?", "Xe máy", "Ô tô", "Xe buýt", "Đi bộ"),
    "en": ("How do you travel to work?", "By bus", "By car", "By bike", "On foot"),
    "de": ("Wie kommen Sie zur Arbeit?", "Mit dem Bus", "Mit dem Auto", "Mit dem Rad", "Zu Fuß"),
}


def board(layout: Layout) -> list[Line]:
    """A board of figures, or a poll."""
    kinds = _BOARDS.get(layout.language)
    if kinds is None or not layout.chance(0.08):
        return []
    if layout.chance(0.2):
        lines: list[Line] = [(text, "other") for text in _POLLS[layout.language]]
        return [*lines, (layout.cue("comment", "buttons"), "nav")]
    head, *words = layout.own(kinds)
    rng = layout.rng
    lines = [(head.upper() if layout.capital else head, "other")]
    for word in rng.sample(words, rng.randint(2, len(words))):
        figure = rng.choice(
            (
                f"{rng.randint(1, 99)}.{rng.randint(100, 999)}",
                f"{rng.randint(5, 39)}°C",
                f"{rng.randint(-3, 3)},{rng.randint(10, 99)}%",
                f"{rng.randint(1, 9999)}",
                f"{rng.randint(6, 11)}:00 - {rng.randint(14, 22)}:30",
            )
        )
        together = layout.own((True, False, True, False, False, True, False, True))
        lines += [(f"{word}: {figure}", "other")] if together else [(word, "other"), (figure, "other")]
    return lines
