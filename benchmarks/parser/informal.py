"""References as people write them by hand: a house style drawn at random for each string,
its order, punctuation and words unlike those of any CSL style.

A house style is random choices made once for a string, as a text keeps to one; the
pieces come out as (text, label), ``""`` for what belongs to no field.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.parser.rendered import PERIODICAL
from citekit.model import Date, Name, Work

Pieces = list[tuple[str, str]]

_PHRASES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)
_NUMBER_WORDS = "first Second third Fourth fifth Sixth seventh Eighth ninth tenth".split()
_ORDINAL = ["th", "st", "nd", "rd", *["th"] * 6]


class House:
    """The choices of one house style."""

    def __init__(self, rng: Random, language: str) -> None:
        self.rng = rng
        lang = language if language in _PHRASES["and"] else "en"
        self.lang = lang
        words = self.words = {name: rows[lang] for name, rows in _PHRASES.items() if lang in rows}
        pick = rng.choice
        self.name_form = pick(
            "inverted inverted initials initials vancouver vancouver_dot first "
            "first first_initials first_initials caps_inverted caps_initials mixed "
            "mixed_initials".split()
        )
        self.joint = pick(words["and"])
        self.inner = "; " if self.joint == "; " or rng.random() < 0.06 else ", "
        if self.joint in ("/", " / ", " - ", " ; "):
            self.inner = self.joint
        self.spaced = rng.random() > 0.12  # "K. N." against "K.N."
        self.most = pick([1, 2, 3, 3, 6]) if rng.random() < 0.12 else 99
        self.sep = pick([", ", ", ", ". ", ". ", ". ", "; ", " "])
        if self.sep in ("; ", " ") and rng.random() < 0.7:
            self.sep = ", "
        self.year_place = pick(
            "author author author author author end end end imprint imprint volume".split()
        )
        self.year_form = pick(["({})", "({})", "({})", "{}", "{}", "{}", "[{}]"])
        self.author_end = pick([", ", ", ", ". ", ". ", ": ", ": ", " ", "; "])
        if lang == "de" and rng.random() < 0.4:
            self.author_end = ": "
        self.after_year = pick([". ", ". ", ", ", ": ", " ", "; "])
        self.quotes = pick(words["quotes"])
        self.title_end = pick([". ", ". ", ". ", ", ", ", ", " ", ": "])
        self.intro = pick(words["in"])
        self.editors_first = rng.random() < 0.55
        self.before = pick(words["editors_before"])
        self.after = pick(words["editors_after"])
        self.volume = pick(words["volume"])
        self.issue = pick(words["issue"])
        self.pages = pick(words["pages"])
        self.dash = pick(["-", "-", "–", "–", "--", " - ", "—"])
        self.edition = pick(words["edition"])
        self.translator = pick(words["translators"])
        self.imprint = pick(
            "place:pub place:pub place:pub place:pub place,pub place,pub place place_pub place;pub "
            "pub,place pub,place pub,place (place:pub) pub(place) pub:place "
            "place(pub) place/pub place".split()
        )
        self.colon = pick([": ", ": ", ": ", " : ", ":", " : "])
        self.final = pick([".", ".", ".", "", "", ";"])
        self.available = pick(words["available"])
        self.access = pick(words["access"])
        self.author_label_caps = rng.random()
        self.pages_at_end = rng.random() < 0.35
        self.editor_inverted = rng.random() < 0.3
        self.bare = False  # titles of articles are left out
        chosen = rng.random()
        if chosen < 0.24:
            self._plain(lang)
        elif chosen < 0.31:
            self._physics()

    def _physics(self) -> None:
        """Short forms of the natural sciences, most without titles."""
        pick = self.rng.choice
        self.name_form = pick(["first_initials", "first_initials", "vancouver", "initials"])
        self.joint = pick([" and ", ", and ", ", ", ", "])
        self.inner = ", "
        self.sep = self.author_end = pick([", ", ", ", ". "])
        self.year_place = pick(["volume", "end", "volume"])
        self.year_form = "{}"
        self.quotes = ""
        self.title_end = self.sep
        self.volume = "{v}"
        self.issue = "({i})"
        self.pages = pick(["{p}", "{p}", "p. {p}"])
        self.bare = self.rng.random() < 0.75

    def _plain(self, lang: str) -> None:
        """The look of BibTeX's first styles, and of all that imitate them."""
        pick = self.rng.choice
        self.name_form = pick(
            ["first", "first_initials", "first_initials", "initials", "vancouver_dot"]
        )
        self.joint = pick([", and ", " and ", " and ", " & ", ", "]) if lang == "en" else self.joint
        self.inner = ", "
        self.sep = pick([", ", ", ", ". "])
        self.year_place = pick(["end", "end", "end", "imprint"])
        self.year_form = "{}"
        self.author_end = pick([". ", ". ", ". ", ", ", ": "])
        self.title_end = pick([". ", ". ", ", "])
        self.quotes = pick(["", "", "", "“”", '""', "``''"])
        self.intro = pick(["In ", "In ", "in ", ""])
        self.editors_first = self.rng.random() < 0.7
        self.before = pick(["{n}, editor{s}", "{n}, {e}d{s}.", "{n} ({e}d{s}.)", "{n}, editor{s}"])
        self.volume = pick(["{v}", "{v}", "vol. {v}", "volume {v}"])
        self.issue = pick(["({i})", "({i})", ", no. {i}"])
        self.pages = pick(["{p}", "pages {p}", "pages {p}", "pp. {p}"])
        self.dash = pick(["-", "--", "–"])
        self.imprint = pick(["pub,place", "pub,place", "place:pub", "pub"])
        self.final = "."

    # --- values -----------------------------------------------------------------

    def initials(self, given: str) -> str:
        parts = [p for p in given.replace(".", ". ").split() if p]
        out = []
        for part in parts:
            halves = part.split("-")
            out.append("-".join(h[:1].upper() + "." for h in halves if h))
        return (" " if self.spaced else "").join(out)

    def name(self, name: Name, first: bool, form: str = "") -> str:
        if name.literal:
            return name.literal
        form = form or self.name_form
        if form == "mixed":
            form = "inverted" if first else "first"
        elif form == "mixed_initials":
            form = "initials" if first else "first_initials"
        family = f"{name.non_dropping_particle} {name.family}".strip()
        given = name.given
        if name.dropping_particle:
            family = f"{name.dropping_particle} {family}"
        if form.startswith("caps"):
            family = family.upper()
            form = "inverted" if form == "caps_inverted" else "vancouver_dot"
            if self.author_label_caps < 0.5:
                form = {"inverted": "caps_space", "vancouver_dot": "initials"}[form]
        suffix = f", {name.suffix}" if name.suffix else ""
        if form == "inverted":
            return f"{family}, {given}{suffix}"
        if form == "caps_space":
            return f"{family} {given}{suffix}"
        if form == "initials":
            return f"{family}, {self.initials(given)}{suffix}"
        if form == "vancouver":
            return f"{family} {re.sub('[. -]', '', self.initials(given))}"
        if form == "vancouver_dot":
            return f"{family} {self.initials(given)}"
        if form == "first":
            return f"{given} {family}{suffix}"
        return f"{self.initials(given)} {family}{suffix}"

    def names(self, names: tuple[Name, ...], form: str = "") -> str:
        if len(names) > self.most:
            shown = [self.name(n, i == 0, form) for i, n in enumerate(names[: self.most])]
            return (
                self.inner.join(shown)
                + self.rng.choice([", ", " "])
                + self.rng.choice(self.words["et_al"])
            )
        shown = [self.name(n, i == 0, form) for i, n in enumerate(names)]
        if len(shown) == 1:
            return shown[0]
        return self.inner.join(shown[:-1]) + self.joint + shown[-1]

    def day(self, date: Date) -> str:
        point = date.start
        if date.literal or point is None:
            return date.literal
        text = str(point.year)
        if date.end is not None:
            return f"{text}{self.rng.choice('-–/')}{date.end.year}"
        if point.month is None:
            return text
        month = self.words["months"][point.month - 1]
        chosen = self.rng.random()
        if chosen < 0.25:
            month = month[:3] + self.rng.choice(["", "."])
        elif chosen < 0.29 and self.lang == "en":
            month = self.rng.choice(["Spring", "Summer", "Fall", "Winter", "Sept.", "Jan./Feb."])
        elif chosen < 0.31:
            other = self.words["months"][point.month % 12]
            month += self.rng.choice([" / ", "/", "-", "–"]) + other
        if point.day is None:
            return f"{month} {text}"
        forms = [
            f"{point.day} {month} {text}",
            f"{month} {point.day}, {text}",
            f"{point.day:02}.{point.month:02}.{text}",
            f"{text}-{point.month:02}-{point.day:02}",
            f"{text}, {month} {point.day}",
            f"{point.day}. {month} {text}",
            f"{point.day}/{point.month}/{text}",
        ]
        return self.rng.choices(forms, [4, 5, 2, 1, 3, 5 if self.lang == "de" else 1, 1])[0]

    def quoted(self, title: str) -> str:
        if not self.quotes:
            return title
        half = len(self.quotes) // 2
        if self.quotes == "«  »":
            return f"« {title} »"
        return self.quotes[:half] + title + self.quotes[half:]


def write(work: Work, language: str, rng: Random) -> Pieces:
    """The pieces of ``work`` in a house style drawn for it."""
    return _Writer(work, House(rng, language)).run()


class _Writer:
    """Writes one work in one house style."""

    def __init__(self, work: Work, house: House) -> None:
        self.work = work
        self.house = house
        self.rng = house.rng
        self.out: Pieces = []
        self.periodical = work.type in PERIODICAL
        self.contained = bool(work.text("container-title")) and not self.periodical
        issued = work.date("issued")
        self.date = house.day(issued) if issued else ""
        if self.date and house.year_place == "author" and self.rng.random() < 0.05:
            self.date += self.rng.choice("abc")

    def run(self) -> Pieces:
        house, work, rng = self.house, self.work, self.rng
        title = "" if house.bare and self.periodical else work.text("title")
        title_first = rng.random() < 0.03
        if title_first and title:
            self.put(house.quoted(title), "title", house.title_end)
        editors = self.lead()
        if house.year_place == "author" and self.out:
            self.put_date(house.year_form, house.after_year)
        if title and not title_first:
            self.title(title)
        self.genre()
        self.container(editors if self.contained else ())
        inside = _given_first(house)
        if not self.contained and editors:
            self.put(house.after.format(n=house.names(editors, inside)), "editor", house.sep)
        translators = work.names("translator")
        if translators and not self.periodical:
            text = house.translator.format(n=house.names(translators, inside))
            self.put(text, "translator", house.sep)
        self.book_parts()
        pages = house.pages.format(p=self.pages()) if self.pages() and not self.periodical else ""
        if not house.pages_at_end:
            self.put(pages, "pages", house.sep)
        self.imprint()
        self.put_date("({})" if rng.random() < 0.08 else "{}", house.sep)
        if house.pages_at_end:
            self.put(pages, "pages", house.sep)
        self.links()
        if rng.random() < 0.06:
            self.put(rng.choice(_PHRASES["note_list"]), "note", " ")
        if self.out and not self.out[-1][1]:
            self.out.pop()
        if self.out and house.final and not self.out[-1][0].endswith("."):
            self.out.append((house.final, ""))
        return self.out

    def put(self, text: str, label: str = "", after: str = "") -> None:
        if text:
            self.out.append((text, label))
            if after:
                self.out.append((after, ""))

    def put_date(self, form: str, after: str) -> None:
        """The date, unless it stands already."""
        if self.date:
            self.put(form.format(self.date), "date", after)
            self.date = ""

    def pages(self) -> str:
        return self.work.text("page").replace("-", self.house.dash)

    def lead(self) -> tuple[Name, ...]:
        """Who wrote it, or edited it where nobody did; the editors that are left."""
        house, rng = self.house, self.rng
        authors = self.work.names("author") or self.work.names("director")
        editors = self.work.names("editor")
        if authors:
            end = house.author_end
            if house.year_place == "author":
                end = rng.choice([" ", " ", ", ", ". " if house.year_form == "{}" else " "])
            text = house.names(authors)
            if rng.random() < 0.015:
                text = rng.choice(["———", "---", "–––", "Ders.", "Dies.", "Idem", "Id.", "_____"])
            if self.work.type == "motion_picture" and rng.random() < 0.5:
                text += rng.choice([" (Director)", " (Dir.)"])
            self.put(text, "author", end)
        elif editors and not self.contained:
            text = house.before.format(n=house.names(editors), s=_plural(editors), e="e", E="E")
            self.put(text, "editor", rng.choice([" ", ". ", ", ", ": "]))
            return ()
        return editors

    def title(self, title: str) -> None:
        house = self.house
        end = " " if title.endswith(("?", "!")) else house.title_end
        if house.quotes in ("“”", '""') and self.rng.random() < 0.5 and end[0] in ".,":
            self.put(house.quoted(title + end[0]), "title", " ")
        else:
            self.put(house.quoted(title), "title", end)

    def genre(self) -> None:
        work, rng = self.work, self.rng
        genre = work.text("genre")
        if not genre or work.type not in ("thesis", "report", "manuscript", "patent"):
            return
        if work.text("number"):
            genre += rng.choice([" ", " ", " No. ", ", "]) + work.text("number")
        wrap = rng.choice(["{}", "{}", "{}", "({})", "[{}]"])
        self.put(wrap.format(genre), "genre", self.house.sep)

    def container(self, editors: tuple[Name, ...]) -> None:
        name = self.work.text("container-title") or self.work.text("event-title")
        if name and self.periodical:
            self.journal(name)
        elif name:
            self.collection(name, editors)

    def journal(self, name: str) -> None:
        work, house, rng = self.work, self.house, self.rng
        intro = house.intro if rng.random() < (0.5 if house.lang == "de" else 0.06) else ""
        self.put(intro + name, "journal")
        volume, issue = work.text("volume"), work.text("issue")
        if house.year_place == "volume" and rng.random() < 0.3 and volume and self.date:
            self.put(rng.choice([" ", ", "]))
            self.put_date("{}", rng.choice(["; ", ";", ", ", " "]))
        elif volume or issue:
            self.put(rng.choice([", ", ", ", " ", " ", ". "]))
        if volume:
            self.put(house.volume.format(v=volume), "volume")
        if issue:
            text = house.issue.format(i=issue)
            mark = text[: len(text) - len(text.lstrip(", :./"))]
            if volume:
                self.put(mark)
            self.put(text[len(mark) :], "issue")
        if house.year_place in ("volume", "imprint") and volume and self.date:
            self.put(rng.choice([" ", " ", ", "]))
            self.put_date(rng.choice(["({})", "({})", "({})", "{}"]), "")
        if self.pages():
            form = house.pages.format(p=self.pages())
            bare = [", ", ": ", ":", ": ", ", ", " : "]
            self.put(rng.choice(bare if form[0].isdigit() else [", ", ", ", ". ", " ", ": "]))
            self.put(form, "pages")
        self.put(rng.choice([". ", ", "]) if house.sep == " " else house.sep)

    def collection(self, name: str, editors: tuple[Name, ...]) -> None:
        work, house, rng = self.work, self.house, self.rng
        if work.type == "paper-conference" and rng.random() < 0.04:
            where = ["to appear in ", "submitted to ", "presented at ", "paper presented at "]
            name = rng.choice(where) + name
        if editors and house.editors_first:
            people = house.names(editors, _given_first(house))
            text = house.before.format(n=people, s=_plural(editors), e="e", E="E")
            self.put(house.intro + text, "editor", rng.choice([", ", ", ", " ", ": ", ". "]))
            self.put(name, "booktitle")
        else:
            text = house.quoted(name) if rng.random() < 0.1 else name
            self.put(house.intro + text, "booktitle")
            if editors:
                self.put(rng.choice([", ", ", ", ". ", " "]))
                people = house.names(editors, _given_first(house))
                self.put(house.after.format(n=people), "editor")
        volume, series = work.text("volume"), work.text("collection-title")
        if volume and series and rng.random() < 0.5:
            self.put(rng.choice([", ", ". "]))
            self.put(f"volume {volume}", "volume", " ")
            self.put(f"of {series}", "series")
        elif volume:
            self.put(rng.choice([", ", " "]))
            form = house.volume if house.volume != "{v}" else "Vol. {v}"
            self.put(form.format(v=volume), "volume")
        if house.year_place == "volume" and self.date:
            self.put(" ")
            self.put_date("({})", "")
        self.put(house.sep)

    def book_parts(self) -> None:
        work, house, rng = self.work, self.house, self.rng
        if self.periodical:
            return
        if work.text("volume") and not self.contained:
            form = house.volume if house.volume != "{v}" else "Vol. {v}"
            self.put(form.format(v=work.text("volume")), "volume", house.sep)
        edition = work.text("edition")
        if edition.isdigit():
            number = int(edition)
            ordinal = (
                f"{number}{_ORDINAL[number % 10] if number % 100 not in (11, 12, 13) else 'th'}"
            )
            edition = house.edition.format(o=ordinal, n=number, w=_NUMBER_WORDS[(number - 1) % 10])
        self.put(edition, "edition", house.sep)
        series = work.text("collection-title")
        if series:
            if work.text("collection-number"):
                joint = rng.choice([" ", ", ", ", vol. ", " ; ", ", no. ", ", Bd. "])
                series += joint + work.text("collection-number")
            wrap = rng.choice(["{}", "({})", "({})", "ser. {}", "coll. {}", "(= {})"])
            self.put(wrap.format(series), "series", house.sep)

    def imprint(self) -> None:
        """Place and publisher in one of their orders, perhaps with the year."""
        house, rng, work = self.house, self.rng, self.work
        place = work.text("publisher-place") or work.text("event-place")
        publisher = work.text("publisher")
        if not place and not publisher:
            return
        form = house.imprint
        enclosed = form == "(place:pub)" or (not (place and publisher) and rng.random() < 0.1)
        if enclosed:
            self.put("(")
        joint = {"place,pub": ", ", "place_pub": " ", "place;pub": "; ", "place/pub": "/ "}
        if not (place and publisher):
            self.put(place, "place")
            self.put(publisher, "publisher")
        elif form == "place":
            self.put(place, "place")
        elif form == "place(pub)":
            self.put(place, "place", " ")
            self.put(f"({publisher})", "publisher")
        elif form == "pub(place)":
            self.put(publisher, "publisher", " ")
            self.put(f"({place})", "place")
        elif form.startswith("pub"):
            self.put(publisher, "publisher", house.colon if form == "pub:place" else ", ")
            self.put(place if form != "pub" else "", "place")
        else:
            self.put(place, "place", joint.get(form, house.colon))
            self.put(publisher, "publisher")
        if house.year_place == "imprint" and self.date:
            self.put(rng.choice([", ", ", ", " ", ". "]))
            self.put_date("{}", "")
        self.put((")" if enclosed else "") + house.sep)

    def links(self) -> None:
        work, house, rng = self.work, self.house, self.rng
        sep = house.sep if house.sep != " " else ". "
        if work.text("ISBN"):
            mark = rng.choice(["ISBN ", "ISBN: ", "ISBN-13: ", "isbn "])
            self.put(mark + work.text("ISBN"), "isbn", sep)
        if work.text("DOI"):
            self.put(rng.choice(_PHRASES["doi_marks"]) + work.text("DOI"), "doi", sep)
        url = work.text("URL")
        if not url:
            return
        accessed = work.date("accessed")
        if rng.random() < 0.1:
            url = url.split("://")[-1]
        url = rng.choice(["{}", "{}", "{}", "<{}>", "({})"]).format(url)
        said = house.access.format(d=house.day(accessed)) if accessed else ""
        if said and ("from" in house.access or rng.random() < 0.2):
            self.put(said, "accessed", " ")
            self.put(url, "url", sep)
            return
        self.put(house.available, "note")
        self.put(url, "url")
        if said:
            self.put(rng.choice([" ", ", ", ". "]))
            self.put(said, "accessed")
        self.put(sep)


def _plural(names: tuple[Name, ...]) -> str:
    return "s" if len(names) > 1 else ""


def _given_first(house: House) -> str:
    """The form of names inside an entry: given name first, most of the time."""
    if house.editor_inverted:
        return ""
    short = "initials" in house.name_form or "vancouver" in house.name_form
    return "first_initials" if short else "first"
