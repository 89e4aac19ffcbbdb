"""Citations by an author and a year from before 1400, which may as well be a number."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.works import Catalogue
from citekit.model import Date, DatePoint, Name, Work


def work(key: str, year: int, author: Name, edition: int = 0) -> Work:
    dates = {"issued": Date(DatePoint(edition or year)), "original-date": Date(DatePoint(year))}
    return Work(key, "book", {"author": (author,), "title": f"Of {key}", **dates})


CATALOGUE = Catalogue.of(
    [
        work("aquinas", 1265, Name("Aquinas", "Thomas")),
        work("khaldun", 1377, Name("Ibn Khaldun"), 1958),
        work("cicero", -43, Name("Cicero")),
        work("sima", -93, Name("Sima", "Qian")),
        work("marcus", 170, Name(literal="Marcus Aurelius"), 2006),
        work("aristotle", -349, Name("Aristotle"), 2009),
        work("kuhn", 1962, Name("Kuhn", "Thomas S.")),
    ]
)


def cited(text: str) -> list[tuple[str, str, str]]:
    found = citations(text, CATALOGUE)
    return [(text[one.start : one.end], one.body.value, one.locator) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Law is reason (Aquinas 1265, I.2).", ("Aquinas 1265, I.2", "aquinas", "I.2")),
        ("Law (cf. Aquinas, 1265, p. 12).", ("Aquinas, 1265, p. 12", "aquinas", "12")),
        ("Aquinas’s (1265) view differs.", ("Aquinas’s (1265)", "aquinas", "")),
        ("Vgl. Aquinas 1265–1273, I, 2.", ("Aquinas 1265–1273, I, 2", "aquinas", "I, 2")),
        ("States decay (Ibn Khaldun 1377).", ("Ibn Khaldun 1377", "khaldun", "")),
        ("As Ibn Khaldun (1377: 5) says.", ("Ibn Khaldun (1377: 5)", "khaldun", "5")),
        ("Duty comes first (Cicero 44 BC).", ("Cicero 44 BC", "cicero", "")),
        ("(Cicero, 44 v. Chr., I 12)", ("Cicero, 44 v. Chr., I 12", "cicero", "I 12")),
        ("Cicéron ou Cicero (44 av. J.-C.).", ("Cicero (44 av. J.-C.)", "cicero", "")),
        ("Empires fall (Sima Qian c. 94 BCE).", ("Sima Qian c. 94 BCE", "sima", "")),
        ("(Marcus Aurelius 170 CE, 4.3)", ("Marcus Aurelius 170 CE, 4.3", "marcus", "4.3")),
        ("(Aristotle [c. 350 BC] 2009, 12)", ("Aristotle [c. 350 BC] 2009, 12", "aristotle", "12")),
        ("(Aristotle 350 BC/2009, 12)", ("Aristotle 350 BC/2009, 12", "aristotle", "12")),
    ],
)
def test_early_years_of_works(text: str, expected: tuple[str, str, str]) -> None:
    assert cited(text) == [expected]


def test_among_others() -> None:
    text = "Empires fall (Kuhn 1962; Ibn Khaldun 1377: 5; Cicero 44 BC)."
    assert [key for _, key, _ in cited(text)] == ["kuhn", "khaldun", "cicero"]


@pytest.mark.parametrize(
    "text",
    [
        "Thomas Aquinas (1225–1274) had 1265 followers.",
        "He paid Aquinas (1265 pounds) and Cicero (44).",
        "The abbey owed Aquinas 1265 florins.",
        "Cicero (106–43 BC) died in 43 BC, and in 44 BC he wrote.",
        "Aristotle (384–322 BC) taught; Aristotle (384 BC) was born.",
        "The town had 1377 houses (Ibn Khaldun in 1377 counted them).",
        "Be calm (Marcus Aurelius, 170).",  # a page
        "The market was open (at Kuhn’s, 1265 in all).",
    ],
)
def test_numbers(text: str) -> None:
    assert cited(text) == []
