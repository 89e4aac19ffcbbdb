"""Training records: works of every kind with values drawn from the stock and the words."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from benchmarks.parser import words
from benchmarks.parser.stock import Stock
from citekit.model import Date, DatePoint, Name, Names, Work

_TYPES = {
    "article-journal": 36,
    "paper-conference": 16,
    "book": 24,
    "chapter": 17,
    "thesis": 4,
    "report": 4,
    "article-newspaper": 3,
    "webpage": 4,
    "article-magazine": 1,
    "manuscript": 1,
    "entry-encyclopedia": 1,
    "patent": 0.5,
    "motion_picture": 0.5,
    "speech": 0.5,
    "review": 0.5,
}
_LANGUAGES = {"en": 60, "de": 18, "fr": 12, "es": 4, "it": 4, "la": 2}
_PARTICLES = {
    "de_DE": ["von", "von der", "vom", "zu"],
    "nl_NL": ["van", "van der", "van den", "de", "ter"],
    "fr_FR": ["de", "du", "de la", "d'"],
    "es_ES": ["de", "de la", "del"],
    "it_IT": ["di", "de", "della"],
}
_GENRES = {
    "en": [
        "PhD thesis",
        "Ph.D. thesis",
        "Ph.D. dissertation",
        "PhD dissertation",
        "Doctoral dissertation",
        "Master's thesis",
        "M.A. thesis",
        "MSc thesis",
        "Unpublished doctoral dissertation",
        "Dissertation",
    ],
    "de": [
        "Dissertation",
        "Diss.",
        "Habilitationsschrift",
        "Diplomarbeit",
        "Magisterarbeit",
        "Masterarbeit",
        "unveröffentlichte Dissertation",
        "Inaug.-Diss.",
    ],
    "fr": ["Thèse de doctorat", "Thèse", "Mémoire de maîtrise", "thèse d'État", "Mémoire de DEA"],
    "es": ["Tesis doctoral", "Tesis de maestría"],
    "it": ["Tesi di dottorato", "Tesi di laurea"],
    "la": ["Dissertatio"],
}
_REPORTS = """Technical Report|Tech. Rep.|Technical report|Tech. Report|Research Report|Report|
Working Paper|Working paper|Discussion Paper|Memo|AI Memo|Internal Report|Policy Paper|White Paper|
RFC|Research Memorandum|Forschungsbericht|Arbeitspapier|Abschlussbericht|Diskussionspapier|
Rapport technique|Rapport de recherche|Rapport|Document de travail|Informe|Rapporto tecnico"""
_ORDINALS = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth "
    "Fourteenth Fifteenth Sixteenth Seventeenth Twentieth Twenty-First Twenty-Second"
).split()
_ACRONYM = "ACM AAAI IJCAI ICML NIPS CVPR ICCV ECCV SIGIR CHI VLDB POPL PLDI OOPSLA ECOOP".split()
_SHORT = {
    "journal": "J.",
    "international": "Int.",
    "proceedings": "Proc.",
    "american": "Am.",
    "review": "Rev.",
    "british": "Br.",
    "european": "Eur.",
    "annals": "Ann.",
    "transactions": "Trans.",
    "letters": "Lett.",
    "society": "Soc.",
    "research": "Res.",
    "science": "Sci.",
    "sciences": "Sci.",
    "physics": "Phys.",
    "zeitschrift": "Z.",
    "archiv": "Arch.",
    "revue": "Rev.",
    "bulletin": "Bull.",
    "quarterly": "Q.",
    "national": "Natl.",
    "academy": "Acad.",
    "medicine": "Med.",
    "engineering": "Eng.",
    "systems": "Syst.",
}
_STOP = frozenset(
    "of the and for in on to a an & für und der die des de la le et du y e di".split()
)
_VOWEL = re.compile(r"[aeiouyäöüéèêáíóú]", re.I)


class Maker:
    """Makes records with one source of chance."""

    def __init__(self, rng: Random, stock: Stock) -> None:
        self.rng = rng
        self.stock = stock
        self.count = 0

    def pick(self, options: Any) -> Any:
        return self.rng.choice(options)

    def weighed(self, table: dict[str, Any]) -> str:
        return self.rng.choices(list(table), list(table.values()))[0]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def work(self) -> Work:
        """A record, half of the time with the values of a real one where there are any."""
        self.count += 1
        one = f"r{self.count}"
        if self.stock.works and self.chance(0.4):
            return self.varied(self.pick(self.stock.works))._replace(id=one)
        kind = self.weighed(_TYPES)
        language = self.weighed(_LANGUAGES)
        fields: dict[str, Any] = {"title": self.title(language), "issued": self.date(kind)}
        self.people(fields, kind)
        getattr(self, "_" + kind.replace("-", "_"))(fields, language)
        for variable in list(fields):
            if variable not in ("title", "author") and self.chance(0.06):
                del fields[variable]
        if self.chance(0.12):
            fields.setdefault("DOI", self.doi())
        return Work(one, kind, fields)

    def varied(self, work: Work) -> Work:
        """A real record with some of its values exchanged."""
        fields: dict[str, Any] = dict(work.fields)
        kind = work.type
        if self.chance(0.7) and "author" in fields:
            fields["author"] = self.names(len(fields["author"]))
        if self.chance(0.6) and "editor" in fields:
            fields["editor"] = self.names(len(fields["editor"]))
        if self.chance(0.5) and "page" in fields:
            fields["page"] = self.pages()
        if self.chance(0.4) and fields.get("publisher-place"):
            fields["publisher-place"] = self.place()
        if self.chance(0.4) and "publisher" in fields:
            fields["publisher"] = self.publisher()
        if self.chance(0.7) or "issued" not in fields:
            fields["issued"] = self.date(kind)
        if self.chance(0.6) and "URL" in fields:
            fields["URL"] = self.url()
            if self.chance(0.5):
                fields["accessed"] = self.day()
        if kind == "article-journal" and self.chance(0.5):
            fields["container-title"] = self.journal("en")
        if "DOI" in fields and self.chance(0.6):
            fields["DOI"] = self.doi()
        return work._replace(fields={k: v for k, v in fields.items() if v})

    # --- names ---------------------------------------------------------------------

    def people(self, fields: dict[str, Any], kind: str) -> None:
        if kind == "motion_picture":
            fields["director"] = self.names(1)
        elif self.chance(0.07) and kind in ("report", "webpage", "book"):
            literal = self.pick(words.CORPORATE)
            fields["author"] = (Name(literal=literal),)
        elif kind not in ("article-newspaper", "webpage") or self.chance(0.65):
            fields["author"] = self.names()
        if kind == "book" and self.chance(0.12):
            fields["editor"] = fields.pop("author", self.names())

    def names(self, count: int = 0) -> Names:
        count = count or self.rng.choices([1, 2, 3, 4, 5, 6, 8, 12], [42, 25, 14, 7, 5, 3, 3, 1])[0]
        one = self.rng.choices(range(len(self.stock.names)), self.stock.weights)[0]
        return tuple(self.name(one if self.chance(0.5) else None) for _ in range(min(count, 15)))

    def name(self, one: int | None = None) -> Name:
        stock = self.stock
        if one is None:
            one = self.rng.choices(range(len(stock.names)), stock.weights)[0]
        families, givens = stock.names[one]
        family, given = self.pick(families), self.pick(givens)
        if self.chance(0.04):
            family += self.pick(["-", " "]) + self.pick(families)
        if self.chance(0.05):
            family = (
                self.pick(["Mc", "Mac", "O'", "O’", "De", "Di", "Le", "Van", "St. ", "Al-"])
                + family
            )
        if self.chance(0.35):
            given += " " + (
                self.pick(givens) if self.chance(0.3) else self.pick("ABCDEFGHJKLMNPRSTW") + "."
            )
        elif self.chance(0.05):
            given += "-" + self.pick(givens)
        particle = ""
        if self.chance(0.05):
            particle = self.pick(self.pick(list(_PARTICLES.values())))
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
            return title
        title = self.made_title(language)
        if self.chance(0.07):
            return f"{self.coined()}{self.pick([': ', ': ', ' – ', '. ', ' '])}{title}"
        if self.chance(0.28):
            title += self.pick([": ", ": ", ". ", " – ", " - "]) + self.made_title(language)
        return title

    def coined(self) -> str:
        """A name of a system, a word nobody knows."""
        parts = [
            "ka",
            "tri",
            "neo",
            "sta",
            "plan",
            "lex",
            "mor",
            "vi",
            "gra",
            "zen",
            "log",
            "flu",
            "sy",
            "dra",
            "ex",
        ]
        word = "".join(self.pick(parts) for _ in range(self.rng.randint(1, 3)))
        chosen = self.rng.random()
        if chosen < 0.4:
            return word.upper()
        if chosen < 0.6:
            return word.capitalize() + self.pick(
                ["Net", "DB", "ML", "Lab", "Tool", "2", "-II", "++"]
            )
        if chosen < 0.8:
            return str(self.pick(words.NOUNS["en"])).capitalize()
        return word.capitalize()

    def made_title(self, language: str) -> str:
        out: list[str] = []
        form = self.pick(words.TITLE_FORMS[language])
        for part in re.split(r"(\b[NATYP]\b)", form):
            out.append(self.filled(part, language))
        title = "".join(out)
        if language in ("en", "la") and self.chance(0.4):
            first, _, rest = title.partition(" ")
            title = f"{first} {rest}".strip()
        elif language == "en":
            title = " ".join(w if w in _STOP else w[:1].upper() + w[1:] for w in title.split(" "))
        if language != "de" and self.chance(0.3):
            title = title.replace(" and ", " & ") if self.chance(0.2) else title
        return title[:1].upper() + title[1:]

    def filled(self, part: str, language: str) -> str:
        if part == "N":
            noun = self.pick(words.NOUNS[language])
            if self.chance(0.12):
                noun = f"{self.pick(words.ADJECTIVES[language])} {noun}"
            elif self.chance(0.06):
                noun = self.pick(self.stock.cities)
            elif self.chance(0.06):
                noun = self.name().family
            return str(noun)
        if part == "A":
            return str(self.pick(words.ADJECTIVES[language]))
        if part == "T":
            return str(self.pick(words.TOPICS.get(language, words.TOPICS["en"])))
        if part == "P":
            return str(
                self.pick(words.COUNTRIES) if self.chance(0.6) else self.pick(self.stock.cities)
            )
        if part == "Y":
            first = self.rng.randint(1500, 1990)
            return f"{first}{self.pick(['-', '–', '–', '/'])}{first + self.rng.randint(1, 90)}"
        return part

    def topic(self, language: str) -> str:
        return str(self.pick(words.TOPICS.get(language, words.TOPICS["en"])))

    def journal(self, language: str) -> str:
        chosen = self.rng.random()
        if chosen < 0.3:
            name = self.pick(words.JOURNALS)
        elif chosen < 0.65 and language in ("en", "la"):
            name = self.pick(self.stock.journals)
        else:
            forms = words.JOURNAL_FORMS.get(language, words.JOURNAL_FORMS["en"])
            name = self.pick(forms).format(self.topic(language))
        return self.abbreviated(name) if self.chance(0.3) else str(name)

    def abbreviated(self, name: str) -> str:
        """Short forms in the manner of ISO 4."""
        dotted = self.chance(0.7)
        kept: list[str] = []
        for word in name.split():
            lower = word.lower().strip(",:")
            if lower in _STOP and self.chance(0.9):
                continue
            short = _SHORT.get(lower)
            if short is None and len(lower) > 6 and self.chance(0.85):
                cut = self.rng.randint(3, 5)
                while cut < len(lower) - 2 and _VOWEL.match(lower[cut - 1]):
                    cut += 1
                short = word[:cut] + "."
            short = short or word
            kept.append(short if dotted else short.rstrip("."))
        joint = "" if dotted and self.chance(0.05) else " "
        return joint.join(kept) or name

    # --- places, publishers, numbers -----------------------------------------------

    def place(self) -> str:
        if self.chance(0.08):
            return str(self.pick(self.stock.regions))
        if self.chance(0.75):
            return str(self.pick(words.PLACES))
        near = min(int(self.rng.expovariate(1 / 900)), len(self.stock.cities) - 1)
        return self.stock.cities[near]

    def publisher(self) -> str:
        if self.chance(0.78):
            name = str(self.pick(words.PUBLISHERS))
        elif self.chance(0.5):
            form = [
                "University of {} Press",
                "{} University Press",
                "Universitätsverlag {}",
                "Presses universitaires de {}",
                "Editora {}",
                "Verlag {}",
                "{} Verlag",
                "{} Press",
                "{} Books",
                "Éditions {}",
                "Edizioni {}",
                "{} Publishers",
                "{} & Sons",
                "{} & Co.",
                "Editorial {}",
                "{} Publishing",
                "Akademie {}",
                "Librairie {}",
                "{} Inc.",
                "Libr. {}",
            ]
            name = self.pick(form).format(
                self.pick([self.place().split(",")[0], self.name().family])
            )
        elif self.chance(0.5):
            name = (
                f"{self.name().family} {self.pick(['&', 'and', 'und', 'et'])} {self.name().family}"
            )
        else:
            name = self.university()
        if self.chance(0.05):
            name += self.pick(
                [", Inc.", " Inc.", " Ltd.", " GmbH", " Co.", " Publishers", " Publishing Company"]
            )
        return name

    def university(self) -> str:
        form = str(self.pick(words.UNIVERSITIES))
        return form.format(p=self.place().split(",")[0], t=self.topic("en"), d=self.topic("de"))

    def pages(self) -> str:
        first = int(self.rng.expovariate(1 / 300)) + 1
        last = first + self.rng.randint(1, 40)
        chosen = self.rng.random()
        if chosen < 0.8:
            return f"{first}-{last}"
        if chosen < 0.88:
            return str(first)
        if chosen < 0.92:
            letter = self.pick("SWeLR")
            return f"{letter}{first}-{letter}{last}"
        if chosen < 0.95:
            return f"e{self.rng.randint(1000, 99999)}"
        return f"{first}-{last}, {last + 9}-{last + 20}" if chosen < 0.97 else f"{first}f."

    def year(self) -> int:
        if self.chance(0.06):
            return self.rng.randint(1500, 1899)
        return 2024 - min(int(self.rng.expovariate(1 / 24)), 124)

    def date(self, kind: str) -> Date:
        year = self.year()
        if kind in ("paper-conference", "report", "thesis", "article-journal") and self.chance(0.3):
            date = self.day(year)
            return (
                date
                if self.chance(0.1)
                else Date(DatePoint(year, date.start.month if date.start else 1))
            )
        detail = 0.85 if kind in ("article-newspaper", "webpage", "speech") else 0.08
        if self.chance(detail):
            return self.day(year)
        if self.chance(0.01):
            return Date(
                literal=self.pick(["n.d.", "forthcoming", "in press", "o. J.", "s.d.", "to appear"])
            )
        if self.chance(0.012):
            return Date(DatePoint(year), DatePoint(year + self.rng.randint(1, 5)), range=True)
        return Date(DatePoint(year))

    def day(self, year: int | None = None) -> Date:
        month = self.rng.randint(1, 12)
        day = self.rng.randint(1, 28) if self.chance(0.75) else None
        return Date(DatePoint(year or self.rng.randint(1998, 2024), month, day))

    def doi(self) -> str:
        rng = self.rng
        tail = self.pick(
            [
                f"j.{self.pick('abcdefgh')}{self.pick('klmnop')}.{rng.randint(1990, 2023)}.{rng.randint(1, 12):02}.{rng.randint(1, 999):03}",
                f"s{rng.randint(10000, 49999)}-{rng.randint(10, 23):03}-{rng.randint(1000, 9999)}-{rng.randint(0, 9)}",
                f"{rng.randint(100000, 999999)}.{rng.randint(1000000, 9999999)}",
                f"{self.pick(['ABC', 'JVI', 'bf', 'annurev', 'nature', 'science'])}.{rng.randint(1000, 99999)}",
                f"{rng.randint(10**9, 10**10)}",
                f"journal.{self.pick(['pone', 'pbio', 'pcbi'])}.{rng.randint(0, 10**6):07}",
                f"S{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}({rng.randint(10, 99)}){rng.randint(10000, 99999)}-{rng.randint(0, 9)}",
            ]
        )
        return f"10.{rng.choice([1016, 1007, 1093, 1080, 1017, 1038, 1111, 1145, 1109, 3389, 25162, 17645])}/{tail}"

    def url(self) -> str:
        host = self.pick(self.stock.cities).lower().replace(" ", "").replace("'", "")
        top = self.pick(
            ["com", "org", "edu", "de", "fr", "ac.uk", "net", "gov", "eu", "info", "it"]
        )
        path = self.pick(
            [
                "",
                "/",
                f"/{self.rng.randint(1, 9999)}",
                "/index.html",
                "/papers/final.pdf",
                f"/news/{self.rng.randint(2000, 2023)}/{self.rng.randint(1, 12):02}/the-{host}-report/",
                f"/view?id={self.rng.randint(1, 9999)}&lang=en",
                f"/~{host[:6]}/pub.html",
                f"/wp-content/uploads/{host}.pdf",
                f"/article/{self.rng.randint(10**5, 10**6)}",
            ]
        )
        www = self.pick(["www.", "www.", ""])
        scheme = self.pick(["http://", "https://", "https://"])
        return f"{scheme}{www}{host}.{top}{path}"

    def isbn(self) -> str:
        digits = "".join(self.pick("0123456789") for _ in range(9))
        return f"{self.pick(['978-', '978', ''])}{digits[0]}-{digits[1:4]}-{digits[4:]}-{self.pick('0123456789X')}"

    # --- kinds ---------------------------------------------------------------------

    def _volume(self, fields: dict[str, Any]) -> None:
        if self.chance(0.93):
            fields["volume"] = str(min(int(self.rng.expovariate(1 / 35)) + 1, 500))
        if self.chance(0.03):
            fields.pop("title", None)
        if self.chance(0.55):
            issue = str(self.rng.randint(1, 12))
            if self.chance(0.06):
                issue += self.pick(["-", "/"]) + str(int(issue) + 1)
            fields["issue"] = issue

    def _article_journal(self, fields: dict[str, Any], language: str) -> None:
        fields["container-title"] = self.journal(language)
        self._volume(fields)
        if self.chance(0.93):
            fields["page"] = self.pages()
        if self.chance(0.12):
            fields["DOI"] = self.doi()
        if self.chance(0.05):
            fields["URL"] = self.url()

    def _review(self, fields: dict[str, Any], language: str) -> None:
        self._article_journal(fields, language)

    def _article_magazine(self, fields: dict[str, Any], language: str) -> None:
        fields["container-title"] = self.pick(words.NEWSPAPERS)
        if self.chance(0.5):
            fields["page"] = self.pages()
        if self.chance(0.3):
            self._volume(fields)

    def _article_newspaper(self, fields: dict[str, Any], language: str) -> None:
        fields["container-title"] = self.pick(words.NEWSPAPERS)
        if self.chance(0.45):
            fields["page"] = self.pick(
                [self.pages(), f"A{self.rng.randint(1, 30)}", str(self.rng.randint(1, 40))]
            )
        if self.chance(0.3):
            fields["URL"] = self.url()
            if self.chance(0.4):
                fields["accessed"] = self.day()

    def conference(self, language: str) -> str:
        forms = (
            [f for f in words.CONFERENCES if "{%s}" % language in f]
            if language in ("fr", "it", "es", "de") and self.chance(0.5)
            else words.CONFERENCES
        )
        acronym = (
            self.pick(_ACRONYM)
            if self.chance(0.4)
            else "".join(self.pick("ABCDEFGHIJKLMNOPRSTUVW") for _ in range(self.rng.randint(3, 5)))
        )
        number = self.rng.randint(1, 40)
        tail = {1: "st", 2: "nd", 3: "rd"}.get(
            number % 10 if number not in (11, 12, 13) else 0, "th"
        )
        ordinal = f"{number}{tail}" if self.chance(0.6) else self.pick(_ORDINALS)
        name = str(self.pick(forms)).format(
            ord=ordinal,
            acr=acronym,
            year=self.year(),
            yy=f"{self.rng.randint(60, 99)}",
            n=number,
            **{lang: self.topic(lang) for lang in words.TOPICS},
        )
        if self.chance(0.12):
            name += (
                f" ({acronym}{self.pick(['', ' ' + str(self.year()), chr(39) + str(number + 50)])})"
            )
        return name

    def _paper_conference(self, fields: dict[str, Any], language: str) -> None:
        fields["container-title"] = self.conference(language)
        if self.chance(0.7):
            fields["page"] = self.pages()
        if self.chance(0.35):
            fields["publisher"] = self.publisher()
        if self.chance(0.35):
            fields["publisher-place"] = self.place()
        if self.chance(0.12):
            fields["editor"] = self.names()
        self._series(fields, 0.15)
        if self.chance(0.15):
            fields["volume"] = str(self.rng.randint(1, 1500))

    def _series(self, fields: dict[str, Any], share: float) -> None:
        if self.chance(share):
            fields["collection-title"] = self.pick(words.SERIES).format(
                **{lang: self.topic(lang) for lang in words.TOPICS}
            )
            if self.chance(0.5):
                fields["collection-number"] = str(self.rng.randint(1, 900))

    def _imprint(self, fields: dict[str, Any]) -> None:
        if self.chance(0.9):
            fields["publisher-place"] = self.place()
        if self.chance(0.9):
            fields["publisher"] = self.publisher()

    def _book(self, fields: dict[str, Any], language: str) -> None:
        self._imprint(fields)
        self._series(fields, 0.08)
        if self.chance(0.14):
            fields["edition"] = str(self.rng.randint(2, 9))
        elif self.chance(0.03):
            fields["edition"] = self.pick(
                [
                    "Revised edition",
                    "2., überarb. Aufl.",
                    "Rev. ed.",
                    "Neuausgabe",
                    "3. erw. Aufl.",
                    "nouvelle édition",
                    "édition revue",
                ]
            )
        if self.chance(0.07):
            fields["translator"] = self.names(self.pick([1, 1, 2]))
        if self.chance(0.06):
            fields["editor"] = self.names(self.pick([1, 1, 2]))
        if self.chance(0.08):
            fields["volume"] = self.pick([str(self.rng.randint(1, 12)), "I", "II", "III", "IV"])
        if self.chance(0.04):
            fields["number-of-pages"] = str(self.rng.randint(90, 800))
        if self.chance(0.05):
            fields["ISBN"] = self.isbn()
        if self.chance(0.04):
            fields["original-date"] = Date(DatePoint(self.rng.randint(1700, 1980)))
        if self.chance(0.03):
            fields["URL"] = self.url()

    def _chapter(self, fields: dict[str, Any], language: str) -> None:
        fields["container-title"] = self.title(language)
        self._imprint(fields)
        self._series(fields, 0.05)
        if self.chance(0.75):
            fields["editor"] = self.names()
        if self.chance(0.85):
            fields["page"] = self.pages()
        if self.chance(0.1):
            fields["volume"] = str(self.rng.randint(1, 12))
        if self.chance(0.05):
            fields["edition"] = str(self.rng.randint(2, 6))
        if self.chance(0.03):
            fields["translator"] = self.names(1)

    def _entry_encyclopedia(self, fields: dict[str, Any], language: str) -> None:
        self._chapter(fields, language)
        fields["title"] = self.pick(words.NOUNS[language]).capitalize()
        fields["container-title"] = self.pick(
            [
                "Encyclopaedia Britannica",
                "Wikipedia",
                "Der Neue Pauly",
                f"Encyclopedia of {self.topic('en')}",
                f"Handbuch der {self.topic('de')}",
                f"Dictionnaire de {self.topic('fr')}",
                f"The Oxford Handbook of {self.topic('en')}",
                "Oxford English Dictionary",
                f"Lexikon der {self.topic('de')}",
            ]
        )

    def _thesis(self, fields: dict[str, Any], language: str) -> None:
        fields["author"] = self.names(1)
        if self.chance(0.92):
            fields["genre"] = self.pick(_GENRES[language])
        self._institution(fields, 0.4)

    def _institution(self, fields: dict[str, Any], share: float) -> None:
        """A university, and now and then the town it is in."""
        name = self.university()
        fields["publisher"] = name
        if self.chance(share):
            town = re.search(r"University of ([^,]+)", name)
            here = town and self.chance(0.4)
            fields["publisher-place"] = (
                f"{town[1]}{self.pick(['', ', Ontario', ', CA', ', UK', ', Germany'])}"
                if town and here
                else self.place()
            )

    def _report(self, fields: dict[str, Any], language: str) -> None:
        if self.chance(0.9):
            fields["genre"] = self.pick(" ".join(_REPORTS.split()).split("|")).strip()
        if self.chance(0.8):
            rng = self.rng
            fields["number"] = self.pick(
                [
                    str(rng.randint(1, 999)),
                    f"{rng.randint(70, 99)}-{rng.randint(1, 60)}",
                    f"CS-TR-{rng.randint(10, 9999)}",
                    f"{self.pick(['STAN', 'UCB', 'MIT', 'CMU', 'TR'])}-CS-{rng.randint(70, 99)}-{rng.randint(1, 200)}",
                    f"UCB/CSD {rng.randint(80, 99)}/{rng.randint(10, 900)}",
                    f"TR{rng.randint(80, 99)}-{rng.randint(10, 99)}",
                    f"No. {rng.randint(1, 999)}",
                ]
            )
        if self.chance(0.75):
            self._institution(fields, 0.45)
        else:
            fields["publisher"] = self.pick(words.CORPORATE)
        if self.chance(0.15):
            fields["URL"] = self.url()

    def _webpage(self, fields: dict[str, Any], language: str) -> None:
        fields["URL"] = self.url()
        if self.chance(0.5):
            fields["container-title"] = self.pick(
                [self.pick(words.NEWSPAPERS), self.pick(words.CORPORATE), self.title(language)]
            )
        if self.chance(0.55):
            fields["accessed"] = self.day()
        if self.chance(0.3):
            fields["issued"] = self.date("book")

    def _manuscript(self, fields: dict[str, Any], language: str) -> None:
        if self.chance(0.3):
            fields["genre"] = self.pick(
                [
                    "Personal communication",
                    "personal communication",
                    "Private communication",
                    "mündliche Mitteilung",
                    "Interview",
                    "Lecture notes",
                ]
            )
            fields.pop("title", None)
            return
        fields["genre"] = self.pick(
            [
                "Manuscript",
                "unpublished manuscript",
                "Unpublished manuscript",
                "Manuskript",
                "Preprint",
                "Mimeo",
                "Draft",
            ]
        )
        if self.chance(0.5):
            fields["publisher"] = self.university()

    def _patent(self, fields: dict[str, Any], language: str) -> None:
        fields["number"] = self.pick(
            [
                f"US{self.rng.randint(10**6, 10**7)}",
                f"{self.rng.randint(3, 9)},{self.rng.randint(100, 999)},{self.rng.randint(100, 999)}",
            ]
        )
        fields["genre"] = self.pick(["Patent", "US Patent", "U.S. Patent"])
        fields["issued"] = self.day(self.year())

    def _motion_picture(self, fields: dict[str, Any], language: str) -> None:
        fields["publisher"] = self.pick(
            [
                "Paramount Pictures",
                "Warner Bros.",
                "Universal Pictures",
                "20th Century Fox",
                "Columbia Pictures",
                "MGM",
                "Gaumont",
                "UFA",
                "BBC",
            ]
        )
        if self.chance(0.3):
            fields["medium"] = self.pick(["DVD", "Film", "VHS"])

    def _speech(self, fields: dict[str, Any], language: str) -> None:
        fields["event-title"] = self.conference(language)
        fields["event-place"] = self.place()
