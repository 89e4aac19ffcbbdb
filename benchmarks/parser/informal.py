"""References as people write them by hand: a house style drawn at random for each string,
its order, punctuation and words unlike those of any CSL style.

A house style is random choices made once for a string, as a text keeps to one; the
pieces come out as (text, label), ``""`` for what belongs to no field.
"""

from __future__ import annotations

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
            "place:pub place:pub place:pub place:pub place,pub place,pub place pub|place;pub|"
            "pub,place pub,place pub,place (place:pub) pub(place) pub:place "
            "place(pub) place/pub place".replace(
                "place pub|place;pub|", "place_pub place;pub "
            ).split()
        )
        self.colon = pick([": ", ": ", ": ", " : ", ":", " : "])
        self.final = pick([".", ".", ".", "", "", ";"])
        self.available = pick(words["available"])
        self.access = pick(words["access"])
        self.author_label_caps = rng.random()
        self.pages_at_end = rng.random() < 0.35
        self.editor_inverted = rng.random() < 0.3
        if rng.random() < 0.24:
            self._plain(lang)

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
        if form in ("mixed", "mixed_initials"):
            inverted = first
            form = (
                ("inverted" if inverted else "first")
                if form == "mixed"
                else ("initials" if inverted else "first_initials")
            )
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
            return f"{family} {self.initials(given).replace('.', '').replace(' ', '').replace('-', '')}"
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
        if self.rng.random() < 0.25:
            month = month[:3] + self.rng.choice(["", "."])
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
    house = House(rng, language)
    out: Pieces = []
    periodical = work.type in PERIODICAL
    contained = bool(work.text("container-title")) and not periodical
    year = work.date("issued")
    date = house.day(year) if year else ""
    if date and house.year_place == "author" and rng.random() < 0.05:
        date += rng.choice("abc")
    dated = not date
    authors = work.names("author") or work.names("director")
    editors = work.names("editor")
    lead_editors = not authors and bool(editors) and not contained
    title = work.text("title")

    def put(text: str, label: str = "", after: str = "") -> None:
        if not text:
            return
        out.append((text, label))
        if after:
            out.append((after, ""))

    def put_date(form: str, after: str) -> None:
        nonlocal dated
        if not dated:
            dated = True
            put(form.format(date), "date", after)

    # --- who, when
    title_first = rng.random() < 0.03
    if title_first:
        put(house.quoted(title) if title else "", "title", house.title_end)
    if authors:
        end = house.author_end
        if house.year_place == "author":
            end = (
                rng.choice([" ", " ", ", ", ". ", ", "])
                if house.year_form == "{}"
                else rng.choice([" ", " ", " ", ", "])
            )
        text = house.names(authors)
        if rng.random() < 0.015:
            text = rng.choice(["———", "---", "–––", "Ders.", "Dies.", "Idem", "Id.", "_____"])
        if work.type == "motion_picture" and rng.random() < 0.5:
            text += rng.choice([" (Director)", " (Dir.)"])
        put(text, "author", end)
    elif lead_editors:
        form = house.before
        plural = "s" if len(editors) > 1 else ""
        put(
            form.format(n=house.names(editors), s=plural, e="e", E="E"),
            "editor",
            rng.choice([" ", ". ", ", ", ": "]),
        )
        editors = ()
    if house.year_place == "author" and out:
        put_date(house.year_form, house.after_year)
    # --- title
    if not title_first:
        end = house.title_end
        if title.endswith(("?", "!")):
            end = " "
        inside = house.quotes in ("“”", '""') and rng.random() < 0.5 and end[0] in ".,"
        if not title:
            pass
        elif inside:
            put(house.quoted(title + end[0]), "title", " ")
        else:
            put(house.quoted(title), "title", end)
    sep = house.sep
    if work.text("genre") and work.type in ("thesis", "report", "manuscript", "patent"):
        genre = work.text("genre")
        if work.text("number"):
            genre += rng.choice([" ", " ", " No. ", ", "]) + work.text("number")
        wrap = rng.choice(["{}", "{}", "{}", "({})", "[{}]"])
        put(wrap.format(genre), "genre", sep)
    _container(work, house, put, editors if contained else (), periodical, put_date)
    if not contained and editors:
        put(house.after.format(n=house.names(editors, _plain(house))), "editor", sep)
    if work.names("translator") and not periodical:
        put(
            house.translator.format(n=house.names(work.names("translator"), _plain(house))),
            "translator",
            sep,
        )
    _book_parts(work, house, put, sep, periodical)
    pages = work.text("page").replace("-", house.dash)
    pages_text = house.pages.format(p=pages) if pages else ""
    if pages_text and not house.pages_at_end and not periodical:
        put(pages_text, "pages", sep)
    _imprint(work, house, put, put_date, sep)
    if house.year_place != "author" or not out:
        put_date("({})" if rng.random() < 0.1 else "{}", sep)
    put_date("{}", sep)
    if pages_text and (house.pages_at_end and not periodical):
        put(pages_text, "pages", sep)
    _links(work, house, put, sep)
    if rng.random() < 0.06:
        put(rng.choice(_PHRASES["note_list"]), "note", " ")
    if out and out[-1][1] == "":
        out.pop()
    if house.final and not out[-1][0].endswith("."):
        out.append((house.final, ""))
    return out


def _plain(house: House) -> str:
    """Names inside an entry stand given name first, most of the time."""
    if house.editor_inverted:
        return ""
    return (
        "first_initials"
        if "initials" in house.name_form or "vancouver" in house.name_form
        else "first"
    )


def _container(work, house, put, editors, periodical, put_date) -> None:  # type: ignore[no-untyped-def]
    rng = house.rng
    sep = house.sep
    name = work.text("container-title") or work.text("event-title")
    if not name:
        return
    label = "journal" if periodical else "booktitle"
    if not periodical and work.type == "paper-conference" and rng.random() < 0.04:
        name = (
            rng.choice(["to appear in ", "submitted to ", "presented at ", "paper presented at "])
            + name
        )
    if periodical:
        intro = house.intro if rng.random() < (0.5 if house.lang == "de" else 0.06) else ""
        put(intro + name, label)
        volume, issue = work.text("volume"), work.text("issue")
        pages = work.text("page").replace("-", house.dash)
        form = house.pages.format(p=pages) if pages else ""
        year_first = house.year_place == "volume" and rng.random() < 0.3
        if year_first and volume:
            put(rng.choice([" ", ", "]))
            put_date("{}", rng.choice(["; ", ";", ", ", " "]))
            put("")
        elif volume or issue:
            put(rng.choice([", ", ", ", " ", " ", ". "]))
        if volume:
            put(house.volume.format(v=volume), "volume")
            if issue:
                text = house.issue.format(i=issue)
                mark = text[: len(text) - len(text.lstrip(", :./"))]
                put(mark)
                put(text[len(mark) :], "issue")
        elif issue:
            put(house.issue.format(i=issue).lstrip(", :./"), "issue")
        if house.year_place in ("volume", "imprint") and volume:
            put(rng.choice([" ", " ", ", "]))
            put_date(rng.choice(["({})", "({})", "({})", "{}"]), "")
        if form:
            plain = form[0].isdigit()
            put(
                rng.choice(
                    [", ", ": ", ":", ": ", ", ", " : "] if plain else [", ", ", ", ". ", " ", ": "]
                )
            )
            put(form, "pages")
        put(rng.choice([". ", ", "]) if sep == " " else sep)
        return
    plural = "s" if len(editors) > 1 else ""
    if editors and house.editors_first:
        people = house.before.format(n=house.names(editors, _plain(house)), s=plural, e="e", E="E")
        put(house.intro + people, "editor", rng.choice([", ", ", ", " ", ": ", ". "]))
        put(name, label)
    else:
        put(house.intro + (house.quoted(name) if rng.random() < 0.1 else name), label)
        if editors:
            put(rng.choice([", ", ", ", ". ", " "]))
            put(house.after.format(n=house.names(editors, _plain(house))), "editor")
    volume = work.text("volume")
    if volume:
        if work.text("collection-title") and rng.random() < 0.5:
            put(rng.choice([", ", ". "]))
            put(f"volume {volume}", "volume", " ")
            put(f"of {work.text('collection-title')}", "series")
        else:
            put(rng.choice([", ", " "]))
            put(
                house.volume.format(v=volume) if not house.volume == "{v}" else f"Vol. {volume}",
                "volume",
            )
    if house.year_place == "volume":
        put(" ")
        put_date("({})", "")
    put(sep)


def _book_parts(work, house, put, sep, periodical) -> None:  # type: ignore[no-untyped-def]
    rng = house.rng
    if periodical:
        return
    if not work.text("container-title") and work.text("volume"):
        put(
            house.volume.format(v=work.text("volume"))
            if house.volume != "{v}"
            else f"Vol. {work.text('volume')}",
            "volume",
            sep,
        )
    edition = work.text("edition")
    if edition:
        number = int(edition) if edition.isdigit() else 0
        text = edition
        if number:
            tail = _ORDINAL[number % 10] if number not in (11, 12, 13) else "th"
            text = house.edition.format(
                o=f"{number}{tail}", n=number, w=_NUMBER_WORDS[(number - 1) % 10]
            )
        put(text, "edition", sep)
    series = work.text("collection-title")
    if series:
        if work.text("collection-number"):
            series += rng.choice([" ", ", ", ", vol. ", " ; ", ", no. ", ", Bd. "]) + work.text(
                "collection-number"
            )
        put(
            rng.choice(["{}", "({})", "({})", "ser. {}", "coll. {}", "(= {})"]).format(series),
            "series",
            sep,
        )


def _imprint(work, house, put, put_date, sep) -> None:  # type: ignore[no-untyped-def]
    rng = house.rng
    place, publisher = (
        work.text("publisher-place") or work.text("event-place"),
        work.text("publisher"),
    )
    if not place and not publisher:
        return
    inside = house.year_place == "imprint"
    form = house.imprint
    if not place or not publisher:
        one, label = (place, "place") if place else (publisher, "publisher")
        if inside and rng.random() < 0.3:
            put("(")
            put(one, label, rng.choice([", ", " "]))
            put_date("{}", "")
            put(")" + sep)
            return
        put(one, label)
        if inside:
            put(rng.choice([", ", " ", ", "]))
            put_date("{}", "")
        put(sep)
        return
    joint = {
        "place:pub": house.colon,
        "place,pub": ", ",
        "place_pub": " ",
        "place;pub": "; ",
        "place/pub": "/ ",
    }
    if form == "place":
        put(place, "place")
    elif form in joint:
        put(place, "place", joint[form])
        put(publisher, "publisher")
    elif form == "(place:pub)":
        put("(")
        put(place, "place", house.colon)
        put(publisher, "publisher")
        if inside:
            put(rng.choice([", ", ", ", " "]))
            put_date("{}", "")
        put(")" + sep)
        return
    elif form == "place(pub)":
        put(place, "place", " ")
        put(f"({publisher})", "publisher")
    elif form == "pub(place)":
        put(publisher, "publisher", " ")
        put(f"({place})", "place")
    elif form == "pub:place":
        put(publisher, "publisher", house.colon)
        put(place, "place")
    else:
        put(publisher, "publisher", ", ")
        put(place, "place")
    if inside:
        put(rng.choice([", ", " ", ", ", ". "]))
        put_date("{}", "")
    put(sep)


def _links(work, house, put, sep) -> None:  # type: ignore[no-untyped-def]
    rng = house.rng
    if work.text("ISBN"):
        put(rng.choice(["ISBN ", "ISBN: ", "ISBN-13: ", "isbn "]) + work.text("ISBN"), "isbn", sep)
    if work.text("DOI"):
        put(
            rng.choice(
                [
                    "doi:",
                    "doi:",
                    "doi: ",
                    "DOI: ",
                    "https://doi.org/",
                    "http://dx.doi.org/",
                    "DOI ",
                    "doi ",
                ]
            )
            + work.text("DOI"),
            "doi",
            sep if sep != " " else ". ",
        )
    if work.text("URL"):
        accessed = work.date("accessed")
        url = work.text("URL")
        if rng.random() < 0.1:
            url = url.split("://")[-1]
        wrap = rng.choice(["{}", "{}", "{}", "<{}>", "({})"])
        first = accessed is not None and ("from" in house.access or rng.random() < 0.2)
        said = house.access.format(d=house.day(accessed)) if accessed else ""
        if first:
            put(said, "accessed", " ")
            put(wrap.format(url), "url")
        else:
            put(house.available, "note")
            put(wrap.format(url), "url")
            if said:
                put(rng.choice([" ", ", ", ". "]))
                put(said, "accessed")
        put(sep if sep != " " else ". ")
