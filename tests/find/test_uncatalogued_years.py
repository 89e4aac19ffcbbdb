"""A name before a year in parentheses, of no known work: what says that it cites."""

from __future__ import annotations

import pytest

from citekit.find.scan import scan
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Name, Work


def work(key: str, year: int, author: Name) -> Work:
    dated = Date(DatePoint(year))
    return Work(key, "book", {"author": (author,), "title": f"Of {key}", "issued": dated})


SCANNER = scanner_of(
    [
        work("osterby", 1981, Name("Østerby", "Lena")),
        work("quarles", 1990, Name("Quarles", "Ned")),
        work("wageli", 2004, Name("Wägeli", "Urs")),
    ]
)
ONE = "Others differ (Quarles, 1990, p. 3). "
MANY = "Østerby (1981) began it, Quarles (1990) went on, and Wägeli (2004) ended it. "
LISTED = "\n\nReferences\n\nKroll, Ada. 1989. Ports and Debts. Leeds: Quay Press.\n"


def cited(text: str) -> list[str]:
    """What is proposed that no work of the catalogue is."""
    found = scan(text, SCANNER)
    return [
        text[one.start : one.end] for one in found if one.kind == "citation" and not one.body.value
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the text names the author elsewhere
        ("Kroll (1991) is another case." + LISTED, ["Kroll (1991)"]),
        ("It is so (Kroll, 1989, p. 3). Kroll (1991) is another case.",
         ["Kroll, 1989, p. 3", "Kroll (1991)"]),
        # the author owns what has the year
        (ONE + "We repeat Kroll’s (1989) count of ships.", ["Kroll’s (1989)"]),
        # somebody does what is done in studies
        (ONE + "Kroll (1989) interviewed pilots.", ["Kroll (1989)"]),
        (ONE + "Kroll (1989) untersuchte Häfen.", ["Kroll (1989)"]),
        (ONE + "Unlike Kroll (1989), we count ships.", ["Kroll (1989)"]),
        # the text has authors in its sentences
        (MANY + "Kroll (1989) is another case.", ["Kroll (1989)"]),
        (MANY + "Das ist bei Roth zu lesen; Kroll (1989) ist ein anderer Fall.", ["Kroll (1989)"]),
        (MANY + "Kroll (1989), Roth (1991) and Lund (1993) are others.",
         ["Kroll (1989)", "Roth (1991)", "Lund (1993)"]),
    ],
)  # fmt: skip
def test_years_of_works(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kroll (1989) is another case.",
        "Kroll (1989) is another case. Quarles has no year.",
        ONE + "Kroll (1989) is a film.",
        MANY + "Since Hiroshima (1945) the ports are poor.",
        MANY + "Die Wende (1989) kam.",
        MANY + "The Leeds (1990) meeting was long.",
        MANY + "They met in Leeds (1990), Kiel (1991) and Oslo (1992).",
        MANY + "Germany (1990) was united, and so was the Treaty of Rome (1957).",
        MANY + "The wars of Korea (1950) and Vietnam (1965) changed it.",
        MANY + "President Kroll (1989) and Queen Maud (1837) ruled.",
        MANY + "It was like Kroll’s Fidelio (1805).",
        MANY + "Reformation (1517) und Aufklärung (1784) kamen.",
        ONE + "Germany (1990) used its ports.",
        MANY + "Seen in *Kroll* (1989).",
        MANY + "The Economy of Ports in Europe (1989) is long.",
    ],
)
def test_years_of_something_else(text: str) -> None:
    assert cited(text) == []
