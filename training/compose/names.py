"""Names that nobody bears in particular."""

from __future__ import annotations

from random import Random

from training.compose.shelf import find_shelf

_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
_GIVEN = (
    "An Anh Bình Chi Dũng Giang Hà Hải Hiền Hùng Khánh Lan Linh Mai Minh Nam Nga Phong Quân Sơn Tâm Thảo Trang Tuấn Vân".split()
)
_ELSEWHERE = {
    "en": (
        "Alice Ben Chloe Daniel Emma Fiona George Hannah Ian Julia Kevin Laura Martin Nina Oliver Rachel Sam Tessa Will Priya",
        "Baker Carter Doyle Ellis Foster Grant Hughes Irving Jarvis Keane Lowe Mercer Nolan Osborne Price Reid Shaw Walsh Rao",
    ),
    "de": (
        "Anna Bernd Clara Dieter Eva Felix Greta Hannes Ines Jonas Katrin Lukas Miriam Nils Petra Ralf Sabine Tobias Yusuf",
        "Albers Brandt Dietz Engel Fuhrmann Graf Hartung Jensen Kessler Lindner Marx Neumann Otto Pohl Reuter Sommer Vogt Yilmaz",
    ),
    "fr": (
        "Adrien Béatrice Camille Denis Élodie Florent Gaëlle Hugo Inès Julien Karim Léa Marc Nadia Olivier Pauline Rémi Sophie",
        "Aubert Bonnet Chevalier Delmas Faure Garnier Hamon Lacroix Marchand Noël Perrin Renaud Saidi Texier Vasseur Berger",
    ),
    "es": (
        "Alba Bruno Carmen Diego Elena Fermín Gloria Hugo Irene Javier Lucía Manuel Nuria Óscar Pilar Ramón Silvia Teresa Víctor",
        "Aguilar Blanco Cano Duarte Esteban Fuentes Gallego Herrera Ibáñez Lozano Marín Navarro Ortega Pardo Rojas Soler Vega",
    ),
    "it": (
        "Alessia Bruno Chiara Dario Elisa Fabio Giulia Ivano Laura Matteo Nadia Paolo Rita Sergio Tiziana Valerio",
        "Amato Bassi Conti Donati Ferri Galli Longo Marini Neri Orlando Pace Riva Serra Testa Valli",
    ),
    "pl": (
        "Adam Beata Cezary Dorota Ewa Filip Grażyna Hubert Iwona Jakub Kinga Łukasz Marta Norbert Olga Paweł Renata Tomasz",
        "Adamczyk Baran Cieślak Dudek Górski Jabłoński Kaczmarek Lis Malinowska Nowak Olszewska Pawlak Rutkowski Sikora Wróbel",
    ),
    "pt": (
        "Ana Bruno Catarina Duarte Elisa Filipe Helena Inês João Luísa Miguel Nuno Raquel Sofia Tiago Vera",
        "Almeida Barros Carvalho Dias Esteves Faria Gomes Lopes Martins Neves Pinto Ramos Silva Tavares Vieira",
    ),
    "sv": (
        "Anders Birgit Cecilia David Elin Fredrik Gunilla Hanna Ivar Johan Karin Lars Maja Niklas Olof Pernilla Sara Viktor",
        "Ahlgren Berg Dahlström Ek Forsberg Gran Hedlund Isaksson Lindqvist Malm Nyström Palm Rask Sandberg Wallin",
    ),
    "fi": (
        "Aino Eero Hanna Ilkka Jari Kaisa Lauri Marja Niina Olli Pekka Riikka Sami Tuula Ville",
        "Aalto Heikkinen Jokela Karppinen Lahti Mäkelä Niemi Ojala Rantanen Salmi Toivonen Virta",
    ),
}
"""Given names and family names by language; of others those of its shelf, or English ones."""
AGENCIES = "TTXVN|LĐPT|Dân trí|PLO|NLĐO|VOV|Reuters|AFP|dpa|AP|EFE|ANSA".split("|")


def draw_name(language: str, rng: Random) -> str:
    """A person's name as a language has them."""
    if language == "vi":  # without family name in two of five
        return " ".join([*([rng.choice(_FAMILY)] if rng.random() < 0.6 else []), *rng.sample(_GIVEN, 2)])
    shelf = find_shelf(language)
    if shelf is not None:
        return rng.choice(shelf.names)
    given, family = _ELSEWHERE.get(language) or _ELSEWHERE["en"]
    return f"{rng.choice(given.split())} {rng.choice(family.split())}"
