"""What the sequence model mislabels and the labels beside it show: a page that looks like a
year, a title of one word among the authors, the name of a body at the head of a title.

A rule is asked only where the two labels stand side by side that it is about, so that most
strings cost a look-up for each part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.find.parsing.names import is_body
from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP, YEAR

_INITIALS = r"(?:[^\W\d_a-zß-ÿœ]\.[ -]?){1,3}"
_PERSON = rf"(?:{_INITIALS}\s?|{CAP}\s){{1,3}}(?:(?:von|van|de|der|den|di|la|le)\s)*{CAP}"
_PERSONS = rf"{_PERSON}(?:,\s{_PERSON})*(?:,?\s(?:and|und|et|&)\s{_PERSON})"
#: "2040 (1998)" behind a volume, as journals of physics print a page and the year.
_PAGE_YEAR = re.compile(r"(?P<pages>\d{4}),?\s(?P<date>\((?:1[5-9]|20)\d\d\)\W*)")
#: A page alone, or the number of an article: "021301(R)", "L12".
_PAGE = re.compile(r"[A-Z]?\d+(?:\([A-Z]\))?")
#: "Roth A, Lund B. Gout.": names as in medical journals, and a title of one word.
_NAMES_AND_WORD = re.compile(
    rf"(?P<names>(?:{CAP}\s[A-Z]{{1,3}},\s)*{CAP}\s[A-Z]{{1,3}}\.)\s(?P<title>{CAP}\.)"
)
#: What no name ends with.
_NO_END = re.compile(r"\s(?:of|for|the|and|de|des|du|der|für|von|und|et)$")
_TO_MARK = re.compile(r"[^.,:;(]{2,60}[.,:](?=\s)")
#: "The Harbour Office of Leeds. Tide Tables", "Ada Roth and Eva Lund. Rivers".
_BODY_FIRST = re.compile(
    rf"(?P<author>(?:The\s)?{CAP}(?:\s(?:of|for|the|and|de|des|du|la|für|der|{CAP})){{1,7}}\.)\s(?=\S)"
)
_PERSONS_FIRST = re.compile(rf"(?P<author>{_PERSONS}\.)\s(?=[^\W\d_a-zß-ÿœ])")
#: "in Rivers, ed." before the names, "In Rivers; Roth, A., Eds."
_BOOK_EDITED = re.compile(
    r"(?P<book>\W*[Ii]n\s.+,)\s(?P<hand>(?:[Ee]ds?|[Hh]rsg|[Hh]g)\.(?:\s(?:by|von))?)"
)
_BOOK_BEFORE_NAMES = re.compile(
    r"(?P<book>\W*[Ii]n\s[^;]{3,150};)\s(?P<editor>[^;]{3,200}\bEds?\.\W*)"
)
_ONLY_PERSONS = re.compile(rf"(?:{_PERSONS}|{_PERSON})\W*")
#: "(Example Press," at the end of a title, where the bracket does not close.
_OPENED = re.compile(r"\s(?P<imprint>\([^()]{2,60})$")
#: "[Data set]. Archive.", which says what kind of thing a work is (Publication Manual of the
#: American Psychological Association, 7th edition, 9.21).
_KIND = re.compile(
    r"(?P<genre>\[(?:[^\W\d][^\[\]\d]{0,40}\s)?(?i:data\s?set|(?:computer\s)?software|program|app|presentation"
    r"|poster|lecture|film|video|podcast|manuscript|thesis|dissertation|preprint|press\srelease|recording"
    r"|photographs?|map|datensatz|vortrag|karte|computerprogramm|logiciel|carte|film|conférence|vidéo"
    r"|jeu\sde\sdonnées|affiche)\]\.?)"
    r"(?:\s(?P<rest>(?!(?:[Aa]vailable|[Rr]etrieved|[Aa]ccessed|[Vv]erfügbar|[Dd]isponible|[Ii]n|[Dd]ans)\b)"
    r"[^\W\d_a-zß-ÿœ][^:\d]{2,60}))?",
    re.S,
)
_KIND_INSIDE = re.compile(rf"\s{_KIND.pattern}$", re.S)
_ONE_WORD = re.compile(rf"{CAP}\W*")


class _Whole(NamedTuple):
    """What a rule may see besides two parts: the string, and the labels in it."""

    string: str
    labels: set[str]
    places: int


def shown_by_neighbours(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The stretches of which the labels of two parts in a row show what they are."""
    labels = [part.label for part in parts]
    whole = _Whole(string, set(labels), labels.count("place"))
    first = parts[0]
    alone = first.label == "title" and _PEOPLE.isdisjoint(whole.labels)
    sure = _heading(first) or _before_year(parts, labels) if alone else []
    for before, part in pairwise(parts):
        rule = _RULES.get((before.label, part.label))
        if rule is not None:
            sure += rule(before, part, whole)
    return sorted(sure, key=lambda one: one[1])


_PEOPLE = frozenset(["author", "editor"])


def _within(part: Part, found: re.Match[str], *labels: str) -> list[Sure]:
    """The groups of a match in a part that have the names of labels."""
    return [
        (label, part.start + found.start(label), part.start + found.end(label))
        for label in labels
        if found[label]
    ]


def _heading(title: Part) -> list[Sure]:
    """The author before a title where nobody is named: persons, or a body by its words."""
    found = _PERSONS_FIRST.match(title.text)
    if found is None:
        found = _BODY_FIRST.match(title.text)
        if found is None or not is_body(found["author"]):
            return []
    return _within(title, found, "author")


#: A year in parentheses, behind authors or, where nobody is named, behind the title.
_ENCLOSED = re.compile(rf"\({YEAR}[a-k]?\)[.:,]?")
_NAMING = re.compile(rf"{CAP}(?:\s(?:{CAP}|[a-zß-ÿœ]{{1,7}}))+\.?")


def _before_year(parts: Sequence[Part], labels: Sequence[str]) -> list[Sure]:
    """The body before a year that a title follows: "Friends of the Quay (1990). Pipes."."""
    if labels[:3] != ["title", "date", "title"] or not _ENCLOSED.fullmatch(parts[1].text):
        return []
    named = _NAMING.fullmatch(parts[0].text)
    return [("author", parts[0].start, parts[0].end)] if named is not None else []


def _page_and_year(_: Part, date: Part, whole: _Whole) -> list[Sure]:
    found = _PAGE_YEAR.fullmatch(date.text) if "pages" not in whole.labels else None
    return _within(date, found, "pages", "date") if found else []


def _page_alone(issue: Part, date: Part, whole: _Whole) -> list[Sure]:
    paged = "pages" not in whole.labels and date.text[:1] == "(" and _PAGE.fullmatch(issue.text)
    return [("pages", issue.start, issue.end)] if paged else []


def _one_word_title(author: Part, _: Part, whole: _Whole) -> list[Sure]:
    found = _NAMES_AND_WORD.fullmatch(author.text) if "title" not in whole.labels else None
    if found is None:
        return []
    names = ("author", author.start, author.start + found.end("names"))
    return [names, *_within(author, found, "title")]


def _title_before_kind(author: Part, _: Part, whole: _Whole) -> list[Sure]:
    """A title of one word before the kind of an article, "Roth A. Gout [letter]."."""
    found = None if "title" in whole.labels else _NAMES_AND_WORD.fullmatch(author.text + ".")
    if found is None:
        return []
    end = author.start + found.end("names")
    return [("author", author.start, end), ("title", end, author.end)]


def _supplement(_: Part, journal: Part, __: _Whole) -> list[Sure]:
    """ "24 Suppl A": an issue."""
    found = _SUPPLEMENT.match(journal.text)
    return [("issue", journal.start, journal.end)] if found else []


_SUPPLEMENT = re.compile(r"Suppl(?:ement|ément)?\b")


def _name_goes_on(author: Part, title: Part, _: _Whole) -> list[Sure]:
    rest = _TO_MARK.match(title.text) if _NO_END.search(author.text) else None
    return [("author", author.start, title.start + rest.end())] if rest else []


def _publisher_goes_on(publisher: Part, note: Part, _: _Whole) -> list[Sure]:
    return [("publisher", publisher.start, note.end)] if _NO_END.search(publisher.text) else []


def _edited_book(editor: Part, book: Part, _: _Whole) -> list[Sure]:
    found = _BOOK_EDITED.fullmatch(editor.text)
    if found is None or not _ONLY_PERSONS.fullmatch(book.text):
        return []
    return [
        ("booktitle", editor.start, editor.start + found.end("book")),
        ("editor", editor.start + found.start("hand"), book.end),
    ]


def _book_before_editors(editor: Part, _: Part, whole: _Whole) -> list[Sure]:
    held = not whole.labels.isdisjoint(("booktitle", "journal"))
    found = None if held else _BOOK_BEFORE_NAMES.fullmatch(editor.text)
    if found is None:
        return []
    book = ("booktitle", editor.start, editor.start + found.end("book"))
    return [book, *_within(editor, found, "editor")]


def _opened_imprint(title: Part, following: Part, _: _Whole) -> list[Sure]:
    """The imprint that a bracket opens in what was taken for the title."""
    found = _OPENED.search(title.text)
    if found is None:
        return []
    label = "publisher" if following.label == "place" else "place"
    return [(label, title.start + found.start("imprint"), title.end)]


def _kind_behind(_: Part, part: Part, __: _Whole) -> list[Sure]:
    """The kind of a work in brackets, and who published it or where it was held."""
    found = _KIND.fullmatch(part.text) if part.text[:1] == "[" else None
    if found is None:
        return []
    sure = _within(part, found, "genre")
    if found["rest"] and part.label == "note":
        sure.append(("publisher", part.start + found.start("rest"), part.end))
    return sure


def _subtitle(title: Part, book: Part, whole: _Whole) -> list[Sure]:
    """What stands behind a full stop in a title, where commas part it from author and imprint
    and no "in" leads to a book: "Roth, Ports. A History, Leeds, Quay, 1990"."""
    before = whole.string[: title.start].rstrip()
    joined = (
        before[-1:] == ","
        and title.text[-1:] == "."
        and book.text[-1:] == ","
        and book.text[:1].isalpha()
        and not _IN.match(book.text)
        and not {"pages", "journal", "editor"} & whole.labels
    )
    return [("title", title.start, book.end)] if joined else _kind_behind(title, book, whole)


_IN = re.compile(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Aa]us)\b:?\s")


def _journal_in_title(title: Part, date: Part, whole: _Whole) -> list[Sure]:
    """The journal behind a full stop in a title, before a year, a semicolon and the volume, as
    medical journals print them (Citing Medicine, 2nd edition, chapter 1 A)."""
    held = {"journal", "booktitle", "publisher", "place"} & whole.labels
    if held or date.text[-1:] != ";" or "volume" not in whole.labels:
        return []
    found = _TITLE_AND_JOURNAL.fullmatch(title.text)
    return _within(title, found, "journal") if found is not None else []


_TITLE_AND_JOURNAL = re.compile(r"\S.*[^\W\d_]{3}[.?!]\s(?P<journal>[^\W\d_a-zß-ÿœ][^.?!]{2,60}\.)")


def _kind_inside(title: Part, _: Part, __: _Whole) -> list[Sure]:
    found = _KIND_INSIDE.search(title.text) if "[" in title.text else None
    if found is None or not found["rest"]:
        return []
    return [
        *_within(title, found, "genre"),
        ("publisher", title.start + found.start("rest"), title.end),
    ]


def _place_alone(publisher: Part, date: Part, whole: _Whole) -> list[Sure]:
    """One word between a comma and the year, as "Leeds 1999": a place."""
    alone = (
        "place" not in whole.labels and date.text[:1] != "(" and _ONE_WORD.fullmatch(publisher.text)
    )
    before = whole.string[: publisher.start].rstrip()
    parted = before.endswith(",") and publisher.text[-1:] not in ",.:;"
    return [("place", publisher.start, publisher.end)] if alone and parted else []


def _front_matter(volume: Part, pages: Part, _: _Whole) -> list[Sure]:
    """The Roman number before how many pages a book has, "viii + 300 pp.": no volume."""
    front = _FRONT.fullmatch(volume.text) and _EXTENT.match(pages.text)
    return [("pages", volume.start, pages.end)] if front else []


def _double_year(_: Part, issue: Part, whole: _Whole) -> list[Sure]:
    """The two years of a volume, "42 (1998/99)": no issue."""
    found = None if "date" in whole.labels else _YEARS.fullmatch(issue.text)
    return [("date", issue.start, issue.end)] if found else []


def _page_behind(_: Part, volume: Part, whole: _Whole) -> list[Sure]:
    """A number at the end, behind an imprint in brackets: the page that a note cites (Chicago
    Manual of Style, 17th edition, 14.23)."""
    paged = (
        volume.end == len(whole.string.rstrip())
        and "place" in whole.labels
        and whole.labels.isdisjoint(("pages", "journal"))
        and _NUMBER.fullmatch(volume.text)
        and whole.string[: volume.start].rstrip().endswith("),")
    )
    return [("pages", volume.start, volume.end)] if paged else []


def _held_by(_: Part, address: Part, whole: _Whole) -> list[Sure]:
    """Who published what stands before an address (Publication Manual of the American
    Psychological Association, 7th edition, 9.29)."""
    found = None if "publisher" in whole.labels else _HELD.match(address.text)
    return _within(address, found, "publisher") if found else []


def _edited_and(title: Part, _: Part, __: _Whole) -> list[Sure]:
    """ "Edited and", before "translated by": who translated it edited it as well."""
    found = _EDITED_AND.search(title.text)
    return _within(title, found, "editor") if found else []


def _press_of_two_words(place: Part, publisher: Part, whole: _Whole) -> list[Sure]:
    """A word that no mark parts from the publisher, where another place stands: of its name."""
    alone = whole.places > 1 and place.text[-1:] not in ",.:;/)&-–"
    return [("publisher", place.start, publisher.end)] if alone else []


def _translated_title(title: Part, genre: Part, _: _Whole) -> list[Sure]:
    """What stands in square brackets behind a title and is no kind of work: the title in
    another language (Publication Manual of the American Psychological Association, 7th
    edition, 9.38)."""
    if genre.text[:1].isdigit() and (kind := _NUMBER_AND_KIND.match(genre.text)):
        return [("title", title.start, genre.start + kind.end())]  # "Wave 26 [Data set]"
    bracketed = genre.text[:1] == "[" and not _ANY_KIND.search(genre.text)
    return [("title", title.start, genre.end)] if bracketed else []


_NUMBER_AND_KIND = re.compile(r"\d{1,4}\s(?=\[)")
_EDITED_AND = re.compile(
    r"(?<=[.,?!]\s)(?P<editor>(?:[Ee]d(?:ited|s?\.)|[Hh](?:rs)?g\.|[Hh]erausgegeben|[ÉEée]d(?:ité|\.))"
    r"\s(?:and|und|et|&))\s*$"
)
_ANY_KIND = re.compile(
    r"speech|keynote|data|software|progr|\bapp\b|present|poster|lectur|film|video|vidéo|podcast|manus|thes[ei]s"
    r"|thès|diss|print|press|record|photo|map\b|datensatz|vortrag|kart|carte|logiciel|conf[eé]r"
    r"|données|affiche|report|paper|review|rezens|compte|interview|letter|brief\b|patent|version"
    r"|line\b|internet|electronic|cd|dvd|vhs|blog|post\b|tweet|series|episode|image|painting"
    r"|abstract|editorial|comment|code|game|test\b|brochure|pamphlet|fact\ssheet|webs|talk",
    re.I,
)
_YEARS = re.compile(rf"\({YEAR}[/–-](?:{YEAR}|\d\d)\)\W*")
_NUMBER = re.compile(r"\d+(?:[-–]\d+)?\.?")
_HELD = re.compile(
    r"(?P<publisher>(?!(?:URL|DOI|[Aa]vailable|[Rr]etrieved|[Aa]ccessed|[Vv]erfügbar|[Dd]isponible|[Oo]nline"
    rf"|[Ii]n|[Ff]rom|[Aa]t|[Ss]ee)\b){CAP}[^/:]*\.)\s(?=https?:|doi:|10\.)"
)
_FRONT = re.compile(r"\W*[ivxlc]+\s?[,+]", re.I)
_EXTENT = re.compile(r"\d+\s?(?:pp?|S|Seiten|págs?)\b")
#: By the labels of two parts in a row.
_RULES: dict[tuple[str, str], Callable[[Part, Part, _Whole], list[Sure]]] = {
    ("volume", "date"): _page_and_year,
    ("volume", "pages"): _front_matter,
    ("volume", "issue"): _double_year,
    ("journal", "issue"): _double_year,
    ("date", "volume"): _page_behind,
    ("title", "translator"): _edited_and,
    ("place", "publisher"): _press_of_two_words,
    ("title", "genre"): _translated_title,
    ("genre", "url"): _held_by,
    ("genre", "doi"): _held_by,
    ("issue", "date"): _page_alone,
    ("author", "journal"): _one_word_title,
    ("author", "genre"): _title_before_kind,
    ("volume", "journal"): _supplement,
    ("author", "title"): _name_goes_on,
    ("publisher", "note"): _publisher_goes_on,
    ("editor", "booktitle"): _edited_book,
    ("editor", "publisher"): _book_before_editors,
    ("editor", "place"): _book_before_editors,
    ("title", "place"): _opened_imprint,
    ("title", "publisher"): _opened_imprint,
    ("title", "booktitle"): _subtitle,
    ("title", "date"): _journal_in_title,
    ("title", "note"): _kind_behind,
    ("title", "url"): _kind_inside,
    ("title", "doi"): _kind_inside,
    ("publisher", "date"): _place_alone,
}
