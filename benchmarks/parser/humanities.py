"""References as the humanities write them in their notes and bibliographies, in five languages:
"Given Family, Title, Place, Publisher, Year, p. 1", "Vorname Nachname: Titel, 2 Bde., Ort: Verlag
²1999", "Given Family, Title (Place: Publisher, Year), 1".

Every value is made where it is printed, as none of these forms is a style of CSL.  A string
keeps to one manner throughout, drawn for it.  Sources: Chicago Manual of Style (17th edition),
14.23 and 14.100; MHRA Style Guide (3rd edition), 11.2; Lexique des règles typographiques en
usage à l'Imprimerie nationale, "Bibliographie".
"""

from __future__ import annotations

from random import Random

from benchmarks.parser.informal import Pieces
from benchmarks.parser.scholarly import WORDS, Humanities
from benchmarks.parser.stock import Stock

_RAISED = "²²²³³⁴⁵⁶⁷"
#: Volumes of works and how often each is cited.
_PARTS = ["I", "II", "III", "IV", "V", "VI", "VIII", "XII", *map(str, range(1, 15))]
_AGAIN = {
    "fr": ["Id.", "Idem", "—"], "de": ["Ders.", "Dies.", "———"], "en": ["———", "Idem"],
    "it": ["Id.", "Ead.", "ID."], "es": ["Id.", "———", "Ídem"],
}  # fmt: skip


class Writer(Humanities):
    """Writes made-up works, one a call."""

    def __init__(self, rng: Random, stock: Stock) -> None:
        super().__init__(rng, stock)
        self.out: Pieces = []
        self.sep = ", "

    def write(self) -> Pieces:
        """The pieces of one reference: a book, a part of one, an article or a thesis."""
        shares = WORDS["share"]
        self.language = self.rng.choices(list(shares), list(shares.values()))[0]
        self.out = []
        self.dash = self.pick("-–-–")
        self.form = self.said("shown")
        self.sep = ", "
        if self.language == "de" and self.chance(0.3):
            self.sep = ". "
        kinds = (self.book, self.part, self.article, self.thesis, self.plain, self.dataset)
        self.rng.choices(kinds, [52, 22, 14, 3, 6, 3])[0]()
        last = self.out.pop()[0] if not self.out[-1][1] else ""
        if ")" in last:
            self.out.append((")", ""))
        if self.chance(0.8) and not self.out[-1][0].endswith("."):
            self.out.append((".", ""))
        return self.out

    def put(self, text: str, label: str = "", after: str = "") -> None:
        """A piece and the mark behind it, unless the mark stands in it already."""
        if not text:
            return
        self.out.append((text, label))
        if after and text.endswith(".") and after[0] == ".":
            after = after[1:]
        if after:
            self.out.append((after, ""))

    # --- parts of references --------------------------------------------------------

    def lead(self, editors: float = 0.0) -> None:
        """Who wrote it, or edited it."""
        end = self.said("authors_end")
        if self.chance(editors):
            form = self.form if self.chance(0.8) else "{g} {f}"
            self.put(self.people(form) + self.said("edits"), "editor", end)
        elif self.chance(0.04):
            self.put(str(self.pick(_AGAIN[self.language])), "author", end)
        elif self.chance(0.04):
            family = self.person().family
            self.put(family, "author", end)
        else:
            self.put(self.people(self.form), "author", end)

    def heading(self, *, part: bool = False) -> None:
        """The title and what ends it."""
        title, end = self.titled(), self.said("title_end")
        quotes = self.said("part_quotes") if part else ""
        if not part and self.chance(0.03):
            quotes = self.pick(["“”", "«»", '""'])
        half = len(quotes) // 2
        if quotes and self.chance(WORDS["comma_inside"][self.language]):
            self.put(f"{quotes[:half]}{title}{end[0]}{quotes[half:]}", "title", " ")
        elif quotes:
            self.put(quotes[:half] + title + quotes[half:], "title", end)
        else:
            strong = title[-1:] in "?!"
            self.put(title, "title", " " if strong and self.chance(0.4) else end)

    def hands(self, editors: float, translators: float) -> None:
        """Who edited, translated or introduced it, behind its title."""
        if self.chance(translators):
            text = self.said("translated", n=self.named())
            self.put(text, "translator", self.sep)
        if self.chance(editors):
            self.put(self.said("edited", n=self.named()), "editor", self.sep)
        if self.chance(0.03):
            self.put(self.said("introduced", n=self.named()), "note", self.sep)

    def volumes(self, share: float) -> None:
        """Which volume it is, or how many there are."""
        if not self.chance(share):
            return
        if self.chance(0.4):
            self.put(self.said("volumes", c=self.number(2, 14)), "volume", self.sep)
            return
        self.put(self.said("volume", v=self.pick(_PARTS)), "volume")
        if self.chance(0.2):
            self.put(self.pick([": ", " : ", ", "]))
            self.put(self.of("titles"), "note")
        elif self.chance(0.06):
            first = self.number(1400, 1950)
            self.put(self.pick([": ", " : ", ", "]))
            self.put(f"{first}{self.dash}{first + self.number(1, 50)}", "volume")
        self.put(self.sep)

    def series(self, share: float, after: str) -> None:
        """The series it is in, with or without its number."""
        if self.chance(share):
            name = self.of("collections")
            if self.chance(0.4):
                name += self.said("series_number", v=self.number(1, 320))
            self.put(self.said("series", s=name), "series", after)

    def edition(self, share: float) -> None:
        """Which edition it is, in words."""
        if self.chance(share):
            self.put(self.said("edition", e=self.number(2, 9)), "edition", ", ")

    def dated(self, after: str) -> None:
        """The year; now and then with the number of the edition raised beside it, or with the
        year of the first one."""
        year = self.printed()
        if self.language in ("de", "it") and self.chance(0.12):
            mark = self.pick(_RAISED)
            year = mark + year if self.language == "de" and self.chance(0.8) else year + mark
        elif self.chance(0.05):
            first = int(year) - self.number(3, 120)
            year = self.pick([f"{year} [{first}]", f"[{first}] {year}", f"{year} ({first})"])
        elif self.chance(0.03):
            several = f"{year}{self.dash}{int(year) + 3}"
            year = self.pick([f"[{year}]", "s. d.", "o. J.", "s.d.", several])
        self.put(year, "date", after)

    def imprint(self, serial: float = 0.1) -> None:
        """Place, publisher and year, in the manners of the language, and a series."""
        commas = {"fr": 0.86, "it": 0.84, "es": 0.68, "en": 0.26, "de": 0.12}[self.language]
        bracketed = {"fr": 0.06, "it": 0.04, "es": 0.08, "en": 0.62, "de": 0.06}[self.language]
        chosen = self.rng.random()
        if chosen < bracketed:
            self.bracketed(serial)
        elif chosen < bracketed + commas:
            self.parted(serial)
        else:
            self.coloned(serial)

    def bracketed(self, serial: float) -> None:
        """ "(Place: Publisher, Year)", behind a space."""
        if self.out and not self.out[-1][1]:
            if self.out[-1][0] in (", ", ". ", ": "):
                self.out[-1] = (" ", "")
        else:
            self.put(" ")
        if self.chance(serial):
            if self.out[-1] == (" ", ""):
                self.out[-1] = (", ", "")
            self.series(1, " ")
        self.put("(")
        place_only = self.chance(0.15)
        self.put(self.towns(), "place", ", " if place_only else self.colon())
        if not place_only:
            self.put(self.house(), "publisher", ", ")
        self.dated(")")
        self.put(self.pick([", ", ", ", ", ", " "]))

    def colon(self) -> str:
        """The mark between place and publisher."""
        return str(self.pick([" : ", ": "] if self.language == "fr" else [": ", ": ", ": ", ":"]))

    def parted(self, serial: float) -> None:
        """ "Place, Publisher, Year", all with commas."""
        place, house = self.towns(), self.house()
        chosen = self.rng.random()
        if chosen < 0.12:
            self.put(place, "place", self.pick([", ", ", ", " "]))
        elif chosen < 0.19:
            self.put(house, "publisher", ", ")
        elif chosen < 0.27:
            self.put(house, "publisher", ", ")
            self.put(place, "place", self.pick([", ", ", ", " "]))
        else:
            self.put(place, "place", ", ")
            self.put(house, "publisher", self.pick([", ", ", ", ", ", ", ", " "]))
        before = self.chance(0.75)
        self.series(serial if before else 0, ", ")
        self.edition(0.06)
        self.volumes(0.03)
        self.dated(", ")
        if not before and self.chance(serial):
            if self.chance(0.5):
                self.out[-1] = (" ", "")
            self.series(1, ", ")

    def coloned(self, serial: float) -> None:
        """ "Place: Publisher Year", or "Place Year"."""
        chosen = self.rng.random()
        if chosen < 0.25:
            self.put(self.towns(), "place", self.pick([" ", " ", ", "]))
        else:
            self.put(self.towns(), "place", self.colon())
            joints = [", "] if self.language != "de" else [" ", " ", ", "]
            self.put(self.house(), "publisher", self.pick(joints))
        self.dated(", ")
        if self.chance(serial):
            self.out[-1] = (self.pick([" ", " ", ", ", ". "]), "")
            self.series(1, ", ")

    def place_in_it(self, share: float) -> None:
        """The pages, at the end."""
        if self.chance(0.05):
            volume = self.roman(self.number(1, 12))
            text = volume if self.language == "en" else self.said("volume", v=volume)
            self.put(text, "volume", ", ")
            share = 1
        if self.chance(share):
            self.put(self.cited(), "pages")

    # --- kinds ----------------------------------------------------------------------

    def book(self) -> None:
        """A book, a volume of one, collected works."""
        if self.chance(0.96):
            self.lead(editors=0.1)
        if self.out and self.chance(0.06):
            self.out[-1] = (self.pick([" (", ", "]), "")
            brackets = self.out[-1][0] == " ("
            self.put(self.printed(), "date", self.pick(["): ", "). ", "), "]) if brackets else ", ")
            self.heading()
            self.dateless()
            return
        self.heading()
        if self.chance(0.03):
            self.out[-1] = (" ", "")
            self.put(f"[{self.number(1780, 1960)}]", "date", ", ")
        if self.chance(0.5):
            self.volumes(0.14)
            self.hands(0.07, 0.1)
        else:
            self.hands(0.07, 0.1)
            self.volumes(0.14)
        self.edition(0.05)
        self.imprint(0.16)
        self.place_in_it(0.5)

    def dateless(self) -> None:
        """Place and publisher where the year stands behind the author."""
        if self.chance(0.5):
            self.put(self.towns(), "place", self.pick([", ", ": "]))
            self.put(self.house(), "publisher", ", ")
        else:
            self.put(self.house(), "publisher", ", ")
        self.place_in_it(0.4)

    def part(self) -> None:
        """An essay in a book that somebody else edited, an article of a handbook."""
        self.lead()
        self.heading(part=True)
        container = self.of("works") if self.chance(0.25) else self.titled()
        intro = self.said("in")
        chosen = self.rng.random()
        if chosen < 0.55:
            editors = self.named() if self.chance(0.85) else self.people(self.form)
            end = self.pick([": ", ": ", ", "]) if self.language == "de" else ", "
            self.put(intro + editors + self.said("edits"), "editor", end)
            self.put(container, "booktitle", self.sep)
        elif chosen < 0.85:
            self.put(intro + container, "booktitle", self.sep)
            self.volumes(0.08)
            self.hands(1, 0.03)
        elif chosen < 0.9:
            body = self.pick(["AA.VV.", "AA. VV.", "Aa.Vv.", "Coll.", "Collectif", "VV. AA."])
            self.put(f"{intro}{body}", "editor", ", ")
            self.put(container, "booktitle", self.sep)
        else:
            self.put(intro + container, "booktitle", self.sep)
        self.volumes(0.12)
        self.imprint(0.1)
        self.place_in_it(0.9)

    def article(self) -> None:
        """An article of a journal."""
        self.lead()
        self.heading(part=True)
        quotes = self.said("journal_quotes")
        half = len(quotes) // 2
        name = self.of("journals") if self.chance(0.6) else self.journal(self.language)
        bare = self.chance(0.35)
        journal = self.said("in_journal") + quotes[:half] + name + quotes[half:]
        self.put(journal, "journal", " " if bare else ", ")
        number = self.number(1, 140)
        volume = self.said("journal_volume", v=number, r=self.roman(number))
        issue = self.said("issue", v=self.number(1, 12))
        chosen = self.rng.random()
        if chosen < 0.4:
            self.put(volume, "volume")
        elif chosen < 0.75:
            self.put(volume, "volume", self.pick([", ", ", ", "/", " "]))
            self.put(issue, "issue")
        else:
            self.put(issue if chosen < 0.95 else "", "issue")
        if self.chance(0.5):
            self.put(" ")
            self.put("(")
            self.put(self.doubled(), "date", self.pick(["), ", "), ", "): ", ") "]))
        else:
            self.put(self.pick([", ", ", ", " "]))
            self.put(self.doubled(), "date", ", ")
        self.put(self.cited(), "pages")

    def thesis(self) -> None:
        """A thesis, with its university or town."""
        self.lead()
        self.heading()
        bracketed = self.language == "en" and self.chance(0.7)
        if bracketed:
            self.out[-1] = (" (", "")
        self.put(self.said("thesis"), "genre", self.pick([", ", ", ", " "]))
        if self.chance(0.7):
            self.put(self.university(), "publisher", self.pick([", ", ", ", " "]))
        else:
            self.put(self.town(), "place", self.pick([", ", " "]))
        self.put(self.printed(), "date", "), " if bracketed else ", ")
        self.place_in_it(0.4)

    def plain(self) -> None:
        """A book with points between its parts, as MLA and Chicago list it: "Family, Given.
        Title. 2nd ed. Publisher, Year."."""
        language = self.language if self.language in ("en", "de") else "en"
        self.language, self.sep = language, ". "
        given = self.pick(["{g}", "{g}", "{g} " + self.pick("ABEFHJLMPRST") + "."])
        lead = self.shown("{f}, " + given)
        if self.chance(0.25):
            lead += self.pick([", and ", " and ", ", und ", " und "]) + self.shown("{g} {f}")
        if self.chance(0.15):
            marks = {"en": [", ed", ", eds", ", editor", ", editors"], "de": [", Hrsg", ", Hg"]}
            self.put(lead + self.pick(marks[language]), "editor", ". ")
        elif self.chance(0.92):
            self.put(lead, "author", ". ")
        self.put(self.titled(), "title", ". ")
        if self.chance(0.25):
            text = self.said("translated" if self.chance(0.6) else "edited", n=self.named())
            role = "editor" if text[:1] in "eEhHb" else "translator"
            self.put(text[:1].upper() + text[1:], role, ". ")
        if self.chance(0.2):
            self.put(self.said("edition", e=self.number(2, 9)), "edition", ". ")
        self.volumes(0.08)
        chosen = self.rng.random()
        if chosen < 0.5:
            town = self.town() if self.chance(0.6) else self.person().family
            presses = ["U of {} P", "U of {} P", "{} UP", "UP of {}", "Verlag {}", "{} P"]
            house = self.pick(presses).format(town) if self.chance(0.4) else self.house()
            self.put(house, "publisher", ", ")
        elif chosen < 0.6:
            self.put(self.towns(), "place", ", ")
        else:
            self.put(self.towns(), "place", self.pick([": ", ": ", ", "]))
            self.put(self.house(), "publisher", ", ")
        self.put(self.printed(), "date", ". ")
        if self.chance(0.15):
            front = self.roman(self.number(4, 30))
            text = self.said("extent", p=self.number(90, 700), r=front, l=front.lower())
            self.put(text, "pages")

    def dataset(self) -> None:
        """What is no text, with its kind in brackets (Publication Manual of the American
        Psychological Association, 7th edition, 9.21)."""
        self.language = self.pick(["en", "en", "en", "de", "fr"])
        lead = self.drawn("corporate") if self.chance(0.3) else self.people("{f}, {i}")
        self.put(lead, "author", " ")
        self.put("(")
        self.put(self.printed(), "date", "). ")
        title = self.titled()
        if self.chance(0.2):
            title += f", {self.number(1800, 1990)}{self.dash}{self.number(1991, 2023)}"
        self.put(title, "title", " ")
        self.put("[" + self.said("genre") + "]", "genre", ". ")
        if self.chance(0.8):
            held = f"{self.coined().title()}{self.pick(['Base', 'Hub', ' Archive', ''])}"
            self.put(held if self.chance(0.5) else self.house(), "publisher", ". ")
        if self.chance(0.6):
            mark = self.pick(["https://doi.org/", "https://doi.org/", "doi:"])
            self.put(mark + self.doi(), "doi")
        else:
            self.put(self.url(), "url")
