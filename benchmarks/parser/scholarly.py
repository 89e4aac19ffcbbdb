"""What references of the humanities are made of, in five languages: names, titles, publishers,
years and pages as they are printed there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.parser.stock import Stock
from benchmarks.parser.values import Values
from citekit.model import Name

#: The words and marks, by name and language.
WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("humanities.toml").read_text(encoding="utf-8")
)
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
          (1, "I"))  # fmt: skip


class Humanities(Values):
    """Draws values of one language, for one string at a time."""

    def __init__(self, rng: Random, stock: Stock) -> None:
        super().__init__(rng, stock)
        self.language = "fr"
        self.dash = "-"
        self.form = ""

    # --- words ----------------------------------------------------------------------

    def said(self, name: str, **values: object) -> str:
        """One of the language's phrases of a name, filled in."""
        text = str(self.pick(WORDS[name][self.language]))
        return text.format(**values) if values else text

    # --- values ---------------------------------------------------------------------

    def person(self) -> Name:
        """A name, of the language's own country most of the time."""
        own = [
            index
            for index, locale in enumerate(self.stock.locales)
            if locale in WORDS["locales"][self.language]
        ]
        name = self.name(self.pick(own) if own and self.chance(0.7) else None)
        if name.given.count(" ") and self.chance(0.7):
            name = name._replace(given=name.given.split()[0])
        return name._replace(suffix="")

    def shown(self, form: str) -> str:
        """A name in one of the forms."""
        name = self.person()
        particle = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
        family = name.family if name.family[0].isupper() else name.family.capitalize()
        initials = " ".join(f"{part[0]}." for part in re.split(r"[\s-]", name.given) if part)
        if form.startswith(("{f}", "{F}")):
            given = f"{name.given} {particle}".strip()
        else:
            given, family = name.given, f"{particle} {family}".strip()
        return form.format(g=given, f=family, F=family.upper(), i=initials)

    def people(self, form: str, most: int = 3) -> str:
        """One name, now and then two or three."""
        count = min(self.rng.choices([1, 2, 3], [78, 17, 5])[0], most)
        names = [self.shown(form) for _ in range(count)]
        joint = self.said("and")
        if joint == ", " and "," in form:
            joint = " / "
        return ", ".join(names[:-1]) + joint + names[-1] if count > 1 else names[0]

    def named(self) -> str:
        """Names inside a reference, where the given name comes first almost always."""
        form = "{i} {f}" if "{i}" in self.form else "{g} {f}"
        if "{F}" in self.form and self.chance(0.5):
            form = self.form
        return self.people(form)

    def of(self, forms: str) -> str:
        """One of the language's forms of a title, filled in."""
        form = str(self.said(forms))
        parts = re.split(r"(\b[NATYP]\b)", form)
        title = "".join(self.filled(part, self.language) for part in parts)
        if self.language == "en" or (self.language == "fr" and self.chance(0.25)):
            small = frozenset("of the and for in on to a an by de la le les du des et".split())
            words = title.split(" ")
            title = " ".join(w if w in small else w[:1].upper() + w[1:] for w in words)
        return title[:1].upper() + title[1:]

    def titled(self) -> str:
        """A title, half of them with words in it that elsewhere stand between fields."""
        title = self.of("titles") if self.chance(0.55) else self.title(self.language)
        if self.chance(0.3):
            title = title.rstrip(".") + self.said("subtitle") + self.of("titles")
        if self.chance(0.03):
            title += f" {self.roman(self.number(1, 16))}"
        return title.rstrip(",")

    def house(self) -> str:
        """A publisher of the language's countries or any other."""
        chosen = self.rng.random()
        if chosen < 0.35:
            return self.said("publishers")
        if chosen < 0.7:
            return self.publisher()
        if chosen < 0.85:
            return self.person().family
        own = [self.person().family if self.chance(0.6) else self.town() for _ in range(2)]
        return str(self.pick(WORDS["presses"][self.language])).format(*own)

    def town(self) -> str:
        """A place without its region."""
        return self.place().split(",")[0]

    def towns(self) -> str:
        """One place, now and then two or three."""
        if self.chance(0.87):
            return self.place() if self.chance(0.5) else self.town()
        joint = self.pick(["/", "-", " – ", ", ", " / ", " et ", " und ", " and "])
        return str(joint).join(self.town() for _ in range(2 if self.chance(0.8) else 3))

    def printed(self) -> str:
        """A year: older books are cited more often than in the sciences."""
        return str(self.number(1650, 1944) if self.chance(0.28) else self.number(1945, 2024))

    def doubled(self) -> str:
        """The year of a volume; some go over two ("1998/99")."""
        year = self.printed()
        if self.chance(0.9):
            return year
        second = str(int(year) + 1)
        return str(year + self.pick("//-–") + (second if self.chance(0.5) else second[2:]))

    def cited(self) -> str:
        """Pages, a page, or how many there are."""
        first = int(self.rng.expovariate(1 / 180)) + 1
        chosen = self.rng.random()
        if chosen < 0.1:
            front = self.roman(self.number(4, 30))
            return self.said("extent", p=first + 60, r=front, l=front.lower())
        text = str(first) if chosen < 0.97 else self.roman(first % 40 + 1).lower()
        if chosen > 0.5 and text.isdigit():
            text += self.said("more_pages", q=first + self.number(1, 30))
        return self.said("pages", p=text)

    def roman(self, number: int) -> str:
        """A number in Roman figures."""
        out = ""
        for value, letters in _ROMAN:
            while number >= value:
                out, number = out + letters, number - value
        return out
