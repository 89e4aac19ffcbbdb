"""Values of training records: names, titles, journals, imprints, numbers."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import Any

from benchmarks.parser.stock import Stock
from benchmarks.parser.words import table, words
from citekit.model import Date, DatePoint, Name, Names

_VOWEL = re.compile(r"[aeiouyäöüéèêáíóú]", re.I)
_words = cache(words)
_table = cache(table)


class Values:
    """Draws values with one source of chance."""

    def __init__(self, rng: Random, stock: Stock) -> None:
        self.rng = rng
        self.stock = stock

    def pick(self, options: Any) -> Any:
        return self.rng.choice(options)

    def drawn(self, name: str, language: str = "") -> str:
        """One of a list of words."""
        return self.rng.choice(_words(name, language))

    def weighed(self, name: str) -> str:
        """A key of a table of shares."""
        shares = _table(name)
        return self.rng.choices(list(shares), list(shares.values()))[0]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def number(self, least: int, most: int) -> int:
        return self.rng.randint(least, most)

    # --- names ---------------------------------------------------------------------

    def names(self, count: int = 0) -> Names:
        """So many names, or as many as works have; most lists are of one country."""
        counts, shares = [1, 2, 3, 4, 5, 6, 8, 12], [42, 25, 14, 7, 5, 3, 3, 1]
        count = min(count or self.rng.choices(counts, shares)[0], 15)
        country = self.country()
        return tuple(
            self.name(country if self.chance(0.5) else self.country()) for _ in range(count)
        )

    def country(self) -> int:
        return self.rng.choices(range(len(self.stock.names)), self.stock.weights)[0]

    def name(self, country: int | None = None) -> Name:
        families, givens = self.stock.names[self.country() if country is None else country]
        family, given = self.pick(families), self.pick(givens)
        if self.chance(0.04):
            family += self.pick("- ") + self.pick(families)
        if self.chance(0.05):
            family = self.pick("Mc Mac O' O’ De Di Le Van Al-".split()) + family
        if self.chance(0.35):
            letter = self.pick("ABCDEFGHJKLMNPRSTW") + "."
            given += " " + (self.pick(givens) if self.chance(0.3) else letter)
        elif self.chance(0.05):
            given += "-" + self.pick(givens)
        particle = self.drawn("particles") if self.chance(0.05) else ""
        suffix = self.pick(["Jr.", "Jr", "III", "II", "Sr."]) if self.chance(0.015) else ""
        dropping = self.chance(0.4)
        return Name(
            family=family,
            given=given,
            dropping_particle=particle if dropping else "",
            non_dropping_particle="" if dropping else particle,
            suffix=suffix,
        )

    # --- titles --------------------------------------------------------------------

    def title(self, language: str) -> str:
        """A title; a third of them from real records, whole or with another's subtitle."""
        if self.stock.works and self.chance(0.38):
            title = self.pick(self.stock.works).text("title")
            if self.chance(0.15):
                title = title.split(":")[0] + ": " + self.pick(self.stock.works).text("title")
            return str(title)
        title = self.made_title(language)
        if self.chance(0.07):
            return f"{self.coined()}{self.pick([': ', ': ', ' – ', '. ', ' '])}{title}"
        if self.chance(0.28):
            title += self.pick([": ", ": ", ". ", " – ", " - "]) + self.made_title(language)
        return title

    def coined(self) -> str:
        """The name of a system, a word nobody knows."""
        word = "".join(self.drawn("syllables") for _ in range(self.number(1, 3)))
        chosen = self.rng.random()
        if chosen < 0.4:
            return word.upper()
        if chosen < 0.6:
            return word.capitalize() + self.drawn("system_tails")
        if chosen < 0.8:
            return self.drawn("nouns", "en").capitalize()
        return word.capitalize()

    def made_title(self, language: str) -> str:
        form = self.drawn("title_forms", language)
        parts = re.split(r"(\b[NATYP]\b)", form)
        title = "".join(self.filled(part, language) for part in parts)
        if language == "en" and self.chance(0.6):
            small = _words("stop_words")
            title = " ".join(w if w in small else w[:1].upper() + w[1:] for w in title.split(" "))
        if language != "de" and self.chance(0.06):
            title = title.replace(" and ", " & ")
        return title[:1].upper() + title[1:]

    def filled(self, part: str, language: str) -> str:
        """A letter of a title's form as words."""
        if part == "N":
            noun = self.drawn("nouns", language)
            chosen = self.rng.random()
            if chosen < 0.12:
                return f"{self.drawn('adjectives', language)} {noun}"
            if chosen < 0.18:
                return str(self.pick(self.stock.cities))
            return self.name().family if chosen < 0.24 else noun
        if part == "A":
            return self.drawn("adjectives", language)
        if part == "T":
            return self.drawn("topics", language)
        if part == "P":
            known = self.chance(0.6)
            return self.drawn("countries") if known else str(self.pick(self.stock.cities))
        if part == "Y":
            first = self.number(1500, 1990)
            return f"{first}{self.pick('-––/')}{first + self.number(1, 90)}"
        return part

    def topical(self, form: str, **more: object) -> str:
        """A form with a topic of each language to choose from."""
        topics = {language: self.drawn("topics", language) for language in _table("topics")}
        return form.format(**topics, **more)

    def journal(self, language: str) -> str:
        chosen = self.rng.random()
        if chosen < 0.3:
            name = self.drawn("journals")
        elif chosen < 0.65 and language in ("en", "la"):
            name = str(self.pick(self.stock.journals))
        else:
            name = self.drawn("journal_forms", language).format(self.drawn("topics", language))
        return self.abbreviated(name) if self.chance(0.3) else name

    def abbreviated(self, name: str) -> str:
        """A short form in the manner of ISO 4."""
        dotted = self.chance(0.7)
        kept: list[str] = []
        for word in name.split():
            lower = word.lower().strip(",:")
            if lower in _words("stop_words") and self.chance(0.9):
                continue
            short = _table("abbreviations").get(lower, word)
            if short == word and len(lower) > 6 and self.chance(0.85):
                cut = self.number(3, 5)
                while cut < len(lower) - 2 and _VOWEL.match(lower[cut - 1]):
                    cut += 1
                short = word[:cut] + "."
            kept.append(short if dotted else short.rstrip("."))
        return ("" if dotted and self.chance(0.05) else " ").join(kept) or name

    def conference(self, language: str) -> str:
        forms = _words("conferences")
        if language not in ("en", "la") and self.chance(0.5):
            forms = [form for form in forms if f"{{{language}}}" in form]
        acronym = self.drawn("acronyms")
        if self.chance(0.6):
            letters = "ABCDEFGHIJKLMNOPRSTUVW"
            acronym = "".join(self.pick(letters) for _ in range(self.number(3, 5)))
        number = self.number(1, 40)
        tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0)
        ordinal = f"{number}{tail or 'th'}" if self.chance(0.6) else self.drawn("ordinals")
        name = self.topical(
            self.pick(forms),
            ord=ordinal,
            acr=acronym,
            year=self.year(),
            yy=self.number(60, 99),
            n=number,
        )
        if self.chance(0.12):
            name += f" ({acronym}{self.pick(['', f' {self.year()}', f'’{number + 50}'])})"
        return name

    # --- imprints --------------------------------------------------------------------

    def place(self) -> str:
        chosen = self.rng.random()
        if chosen < 0.08:
            return str(self.pick(self.stock.regions))
        if chosen < 0.77:
            return self.drawn("places")
        near = min(int(self.rng.expovariate(1 / 900)), len(self.stock.cities) - 1)
        return self.stock.cities[near]

    def publisher(self) -> str:
        chosen = self.rng.random()
        if chosen < 0.78:
            name = self.drawn("publishers")
        elif chosen < 0.89:
            named = self.pick([self.place().split(",")[0], self.name().family])
            name = self.drawn("publisher_forms").format(named)
        elif chosen < 0.945:
            joint = self.pick(["&", "and", "und", "et"])
            name = f"{self.name().family} {joint} {self.name().family}"
        else:
            name = self.university()
        return name + self.drawn("company_tails") if self.chance(0.05) else name

    def university(self) -> str:
        return self.drawn("universities").format(
            p=self.place().split(",")[0],
            t=self.drawn("topics", "en"),
            d=self.drawn("topics", "de"),
        )

    # --- numbers -----------------------------------------------------------------------

    def pages(self) -> str:
        first = int(self.rng.expovariate(1 / 300)) + 1
        last = first + self.number(1, 40)
        letter = self.pick("SWeLR")
        forms = [
            f"{first}-{last}",
            str(first),
            f"{letter}{first}-{letter}{last}",
            f"e{self.number(1000, 99999)}",
            f"{first}-{last}, {last + 9}-{last + 20}",
            f"{first}f.",
        ]
        return self.rng.choices(forms, [80, 8, 4, 3, 2, 3])[0]

    def year(self) -> int:
        if self.chance(0.06):
            return self.number(1500, 1899)
        return 2024 - min(int(self.rng.expovariate(1 / 24)), 124)

    def date(self, kind: str) -> Date:
        year = self.year()
        scholarly = kind in ("paper-conference", "report", "thesis", "article-journal")
        if scholarly and self.chance(0.3):
            return Date(DatePoint(year, self.number(1, 12)))
        if self.chance(0.85 if kind in ("article-newspaper", "webpage", "speech") else 0.08):
            return self.day(year)
        if self.chance(0.01):
            return Date(literal=self.drawn("undated"))
        if self.chance(0.012):
            return Date(DatePoint(year), DatePoint(year + self.number(1, 5)), range=True)
        return Date(DatePoint(year))

    def day(self, year: int | None = None) -> Date:
        day = self.number(1, 28) if self.chance(0.75) else None
        return Date(DatePoint(year or self.number(1998, 2024), self.number(1, 12), day))

    def doi(self) -> str:
        number = self.number
        tail = self.pick(
            [
                f"j.{self.pick('abcdefgh')}{self.pick('klmnop')}.{number(1990, 2023)}."
                f"{number(1, 12):02}.{number(1, 999):03}",
                f"s{number(10000, 49999)}-0{number(10, 23)}-{number(1000, 9999)}-{number(0, 9)}",
                f"{number(100000, 999999)}.{number(1000000, 9999999)}",
                f"{self.pick(['ABC', 'JVI', 'bf', 'annurev', 'nature'])}.{number(1000, 99999)}",
                f"{number(10**9, 10**10)}",
                f"journal.{self.pick(['pone', 'pbio', 'pcbi'])}.{number(0, 10**6):07}",
                f"S{number(1000, 9999)}-{number(1000, 9999)}({number(10, 99)})"
                f"{number(10000, 99999)}-{number(0, 9)}",
            ]
        )
        registrants = [1016, 1007, 1093, 1080, 1017, 1038, 1111, 1145, 1109, 3389, 25162, 17645]
        return f"10.{self.pick(registrants)}/{tail}"

    def url(self) -> str:
        number = self.number
        host = str(self.pick(self.stock.cities)).lower().replace(" ", "").replace("'", "")
        top = self.pick("com org edu de fr ac.uk net gov eu info it".split())
        path = self.pick(
            [
                "",
                "/",
                f"/{number(1, 9999)}",
                "/index.html",
                "/papers/final.pdf",
                f"/news/{number(2000, 2023)}/{number(1, 12):02}/the-{host}-report/",
                f"/view?id={number(1, 9999)}&lang=en",
                f"/~{host[:6]}/pub.html",
                f"/wp-content/uploads/{host}.pdf",
                f"/article/{number(10**5, 10**6)}",
            ]
        )
        scheme = self.pick(["http://", "https://", "https://"])
        return f"{scheme}{self.pick(['www.', 'www.', ''])}{host}.{top}{path}"

    def isbn(self) -> str:
        digits = "".join(self.pick("0123456789") for _ in range(9))
        prefix, check = self.pick(["978-", "978", ""]), self.pick("0123456789X")
        return f"{prefix}{digits[0]}-{digits[1:4]}-{digits[4:]}-{check}"
