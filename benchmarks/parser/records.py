"""Training records: works of every kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from benchmarks.parser.stock import Stock
from benchmarks.parser.values import Values
from citekit.model import Date, DatePoint, Name, Work

Fields = dict[str, Any]


class Maker(Values):
    """Makes records; two in five have values of real ones where there are any."""

    def __init__(self, rng: Random, stock: Stock) -> None:
        super().__init__(rng, stock)
        self.count = 0

    def work(self) -> Work:
        self.count += 1
        one = f"r{self.count}"
        if self.stock.works and self.chance(0.4):
            return self.varied(self.pick(self.stock.works))._replace(id=one)
        kind, language = self.weighed("types"), self.weighed("languages")
        fields: Fields = {"title": self.title(language), "issued": self.date(kind)}
        self.people(fields, kind)
        _KINDS[kind](self, fields, language)
        for variable in list(fields):
            if variable not in ("title", "author") and self.chance(0.06):
                del fields[variable]
        if self.chance(0.12):
            fields.setdefault("DOI", self.doi())
        return Work(one, kind, fields)

    def varied(self, work: Work) -> Work:
        """A real record with some of its values exchanged."""
        fields: Fields = dict(work.fields)
        exchanges: list[tuple[str, float, Callable[[], Any]]] = [
            ("author", 0.7, lambda: self.names(len(fields["author"]))),
            ("editor", 0.6, lambda: self.names(len(fields["editor"]))),
            ("page", 0.5, self.pages),
            ("publisher-place", 0.4, self.place),
            ("publisher", 0.4, self.publisher),
            ("URL", 0.6, self.url),
            ("DOI", 0.6, self.doi),
        ]
        for variable, share, value in exchanges:
            if fields.get(variable) and self.chance(share):
                fields[variable] = value()
        if "issued" not in fields or self.chance(0.7):
            fields["issued"] = self.date(work.type)
        if "URL" in fields and self.chance(0.3):
            fields["accessed"] = self.day()
        if work.type == "article-journal" and self.chance(0.5):
            fields["container-title"] = self.journal("en")
        return work._replace(fields={name: value for name, value in fields.items() if value})

    def people(self, fields: Fields, kind: str) -> None:
        if kind == "motion_picture":
            fields["director"] = self.names(1)
        elif kind in ("report", "webpage", "book") and self.chance(0.07):
            fields["author"] = (Name(literal=self.drawn("corporate")),)
        elif kind not in ("article-newspaper", "webpage") or self.chance(0.65):
            fields["author"] = self.names()
        if kind == "book" and self.chance(0.12):
            fields["editor"] = fields.pop("author", self.names())

    # --- parts of several kinds ----------------------------------------------------------

    def volume(self, fields: Fields) -> None:
        if self.chance(0.93):
            fields["volume"] = str(min(int(self.rng.expovariate(1 / 35)) + 1, 500))
        if self.chance(0.03):
            fields.pop("title", None)
        if self.chance(0.55):
            issue = self.number(1, 12)
            double = f"{issue}{self.pick('-/')}{issue + 1}"
            fields["issue"] = double if self.chance(0.06) else str(issue)

    def series(self, fields: Fields, share: float) -> None:
        if self.chance(share):
            fields["collection-title"] = self.topical(self.drawn("series"))
            if self.chance(0.5):
                fields["collection-number"] = str(self.number(1, 900))

    def imprint(self, fields: Fields) -> None:
        if self.chance(0.9):
            fields["publisher-place"] = self.place()
        if self.chance(0.9):
            fields["publisher"] = self.publisher()

    def institution(self, fields: Fields, share: float) -> None:
        """A university, and now and then the town it is in."""
        name = fields["publisher"] = self.university()
        if not self.chance(share):
            return
        town = re.search(r"University of ([^,]+)", name)
        if town and self.chance(0.4):
            region = self.pick(["", ", Ontario", ", CA", ", UK", ", Germany"])
            fields["publisher-place"] = town[1] + region
        else:
            fields["publisher-place"] = self.place()

    # --- kinds -----------------------------------------------------------------------------

    def journal_article(self, fields: Fields, language: str) -> None:
        fields["container-title"] = self.journal(language)
        self.volume(fields)
        if self.chance(0.93):
            fields["page"] = self.pages()
        if self.chance(0.12):
            fields["DOI"] = self.doi()
        if self.chance(0.05):
            fields["URL"] = self.url()

    def magazine_article(self, fields: Fields, language: str) -> None:
        fields["container-title"] = self.drawn("newspapers")
        if self.chance(0.5):
            fields["page"] = self.pages()
        if self.chance(0.3):
            self.volume(fields)

    def newspaper_article(self, fields: Fields, language: str) -> None:
        fields["container-title"] = self.drawn("newspapers")
        if self.chance(0.45):
            fields["page"] = self.pick(
                [self.pages(), f"A{self.number(1, 30)}", str(self.number(1, 40))]
            )
        if self.chance(0.3):
            fields["URL"] = self.url()
            if self.chance(0.4):
                fields["accessed"] = self.day()

    def conference_paper(self, fields: Fields, language: str) -> None:
        fields["container-title"] = self.conference(language)
        if self.chance(0.7):
            fields["page"] = self.pages()
        if self.chance(0.35):
            fields["publisher"] = self.publisher()
        if self.chance(0.35):
            fields["publisher-place"] = self.place()
        if self.chance(0.12):
            fields["editor"] = self.names()
        self.series(fields, 0.15)
        if self.chance(0.15):
            fields["volume"] = str(self.number(1, 1500))

    def book(self, fields: Fields, language: str) -> None:
        self.imprint(fields)
        self.series(fields, 0.08)
        if self.chance(0.14):
            fields["edition"] = str(self.number(2, 9))
        elif self.chance(0.03):
            fields["edition"] = self.drawn("editions")
        if self.chance(0.07):
            fields["translator"] = self.names(self.pick([1, 1, 2]))
        if self.chance(0.06):
            fields["editor"] = self.names(self.pick([1, 1, 2]))
        if self.chance(0.08):
            fields["volume"] = self.pick([str(self.number(1, 12)), "I", "II", "III", "IV"])
        if self.chance(0.04):
            fields["number-of-pages"] = str(self.number(90, 800))
        if self.chance(0.05):
            fields["ISBN"] = self.isbn()
        if self.chance(0.04):
            fields["original-date"] = Date(DatePoint(self.number(1700, 1980)))
        if self.chance(0.03):
            fields["URL"] = self.url()

    def chapter(self, fields: Fields, language: str) -> None:
        fields["container-title"] = self.title(language)
        self.imprint(fields)
        self.series(fields, 0.05)
        if self.chance(0.75):
            fields["editor"] = self.names()
        if self.chance(0.85):
            fields["page"] = self.pages()
        if self.chance(0.1):
            fields["volume"] = str(self.number(1, 12))
        if self.chance(0.05):
            fields["edition"] = str(self.number(2, 6))
        if self.chance(0.03):
            fields["translator"] = self.names(1)

    def entry(self, fields: Fields, language: str) -> None:
        self.chapter(fields, language)
        fields["title"] = self.drawn("nouns", language).capitalize()
        fields["container-title"] = self.topical(self.drawn("encyclopedias"))

    def thesis(self, fields: Fields, language: str) -> None:
        fields["author"] = self.names(1)
        if self.chance(0.92):
            fields["genre"] = self.drawn("theses", language)
        self.institution(fields, 0.4)

    def report(self, fields: Fields, language: str) -> None:
        if self.chance(0.9):
            fields["genre"] = self.drawn("reports")
        number = self.number
        if self.chance(0.8):
            fields["number"] = self.pick(
                [
                    str(number(1, 999)),
                    f"#{number(1, 999)}",
                    f"{number(70, 99)}-{number(1, 60)}",
                    f"CS-TR-{number(10, 9999)}",
                    f"{self.pick('STAN UCB TR'.split())}-CS-{number(70, 99)}-{number(1, 200)}",
                    f"UCB/CSD {number(80, 99)}/{number(10, 900)}",
                    f"TR{number(80, 99)}-{number(10, 99)}",
                    f"No. {number(1, 999)}",
                ]
            )
        if self.chance(0.75):
            self.institution(fields, 0.45)
        else:
            fields["publisher"] = self.drawn("corporate")
        if self.chance(0.15):
            fields["URL"] = self.url()

    def webpage(self, fields: Fields, language: str) -> None:
        fields["URL"] = self.url()
        if self.chance(0.5):
            fields["container-title"] = self.pick(
                [self.drawn("newspapers"), self.drawn("corporate"), self.title(language)]
            )
        if self.chance(0.55):
            fields["accessed"] = self.day()
        if self.chance(0.3):
            fields["issued"] = self.date("book")

    def manuscript(self, fields: Fields, language: str) -> None:
        if self.chance(0.3):
            fields["genre"] = self.drawn("communications")
            del fields["title"]
            return
        fields["genre"] = self.drawn("manuscripts")
        if self.chance(0.5):
            fields["publisher"] = self.university()

    def patent(self, fields: Fields, language: str) -> None:
        number = self.number(10**6, 10**7)
        fields["number"] = self.pick([f"US{number}", f"{number:,}"])
        fields["genre"] = self.pick(["Patent", "US Patent", "U.S. Patent"])
        fields["issued"] = self.day(self.year())

    def film(self, fields: Fields, language: str) -> None:
        fields["publisher"] = self.drawn("studios")
        if self.chance(0.3):
            fields["medium"] = self.pick(["DVD", "Film", "VHS"])

    def speech(self, fields: Fields, language: str) -> None:
        fields["event-title"] = self.conference(language)
        fields["event-place"] = self.place()


_KINDS: dict[str, Callable[[Maker, Fields, str], None]] = {
    "article-journal": Maker.journal_article,
    "review": Maker.journal_article,
    "article-magazine": Maker.magazine_article,
    "article-newspaper": Maker.newspaper_article,
    "paper-conference": Maker.conference_paper,
    "book": Maker.book,
    "chapter": Maker.chapter,
    "entry-encyclopedia": Maker.entry,
    "thesis": Maker.thesis,
    "report": Maker.report,
    "webpage": Maker.webpage,
    "manuscript": Maker.manuscript,
    "patent": Maker.patent,
    "motion_picture": Maker.film,
    "speech": Maker.speech,
}
