"""Citations of catalogued letters by sender, recipient and date, or by number and date.

Whoever writes many letters to one person is cited by the day: a letter is the one whose author,
recipient and date agree, and a date that agrees with none cites a letter that the catalogue does
not hold.  Sources: Chicago Manual of Style (17th edition), 14.111 and 14.228; MLA Handbook (9th
edition), 5.105.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from citekit.find.citations.lettershapes import (
    Letter,
    date_at,
    letter_at,
    letters_in,
    yearless_in,
)
from citekit.find.citations.names import NAME, PARTICLES
from citekit.find.citations.raw import Masks
from citekit.find.citations.resolve import OTHER_WORKS, compatible_given, relation_behind
from citekit.find.citelocators import locator_at
from citekit.find.signs import year_places
from citekit.find.suggestion import Suggestion
from citekit.find.workforms import letter_dates
from citekit.find.works import Author, Catalogue, Entry, given_words, name_key
from citekit.model import Body, Work

METHOD = "letter"
#: "to Roy", "Brief an Roy", "À Louise Colet" in the title of a letter.
_TITLED = re.compile(rf"(?<![\w’'-])(?:[Tt]o|[Aa]n|[Àà])\s(?P<to>{NAME})")
#: Words before a name that say what somebody is (name keys).
_TITLES = frozenset(
    """mr mrs ms miss sir lady lord dame dr prof professor rev colonel col captain capt general gen
    madame mme mlle mademoiselle monsieur m frau fraulein frl fr herr herrn hr hrn graf grafin
    furst furstin freiherr baron baronin baronne comte comtesse duc duchesse prince princesse
    prinz prinzessin bruder schwester mutter vater brother sister mother father""".split()
)
#: Words that any edition of letters may be called by.
_LETTERS = frozenset(
    """briefe brief briefwechsel letters letter correspondence collected selected lettres lettre
    correspondance gesammelte samtliche the of die der le la les de""".split()
)
_SIGNAL = re.compile(
    r"(?:^|[\s(\[])((?:[Ss]ee|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Cc]ompare|[Bb]ut\ssee|[Pp]ace)"
    r"(?:\s(?:also|auch|aussi))?\s)$"
)
#: Behind the page of an edition.
_END = re.compile(r"\s?(?:[.,;:)\]\n]|$)")
_WORD = re.compile(r"[^\W_]+")
#: The rest of an umlaut that is written out: "mueller".
_UMLAUT = re.compile(r"(?<=[aou])e")
#: So many letters are named where none is meant for certain.
_SOME = 5


def letter_cites(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    """The citations of letters in ``text``; with no body where the catalogue has letters of the
    sender to the recipient, but none of the day.  A day without its year is that of the one letter
    it fits, unless another year is the last that the text names before."""
    if not catalogue.letters:
        return
    known: _Known = {}
    for letter in letters_in(text):
        if not masked.covers(letter.start):
            one = _cite(text, letter, catalogue, known)
            if one is not None:
                yield one
    days: _Days | None = None
    for letter in yearless_in(text):
        if not masked.covers(letter.start):
            days = _days(catalogue) if days is None else days
            yield from _of_day(text, letter, catalogue, days)


#: Years and entries of the letters of the catalogue by month and day.
_Days = dict[tuple[int | None, ...], list[tuple[int, int]]]


def _days(catalogue: Catalogue) -> _Days:
    days: _Days = {}
    for date, indices in catalogue.letters.items():
        for index in indices:
            days.setdefault(date[1:], []).append((date.year, index))
    return days


def _of_day(text: str, letter: Letter, catalogue: Catalogue, days: _Days) -> Iterator[Suggestion]:
    """What cites the one letter of a day of whatever year."""
    years = year_places(text)
    place = bisect_left(years, letter.start)
    year = int(text[years[place - 1] : years[place - 1] + 4]) if place else None
    found = [
        (year, entry)
        for year, index in days.get(letter.dated.date[1:], ())
        if index not in catalogue.own
        and _is_sent(letter, entry := catalogue.entries[index])
        and _is_received(letter, entry.work)
    ]
    if len(found) != 1 or year not in (None, found[0][0]):
        return
    if letter.senders or _is_known(text, found[0][1]):
        yield _linked(text, letter, found[0][1], "recipient and day", 0.7)


def without_other_days(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> list[Suggestion]:
    """The references without those to a letter whose day, sender or recipient is another than the
    text says, without those in notes and parentheses that are nothing but sender, recipient and
    date, which are citations, and without proposals of works that are read from the words for a
    catalogued letter."""
    if not catalogue.letters:
        return list(references)
    return [one for one in references if not _is_of_another(text, catalogue, one)]


def _is_of_another(text: str, catalogue: Catalogue, one: Suggestion) -> bool:
    index = catalogue.keys.get(one.body.value, -1)
    dates = letter_dates(catalogue.entries[index].work) if index >= 0 else frozenset()
    if not dates and one.body.value:
        return False
    years = year_places(text)
    places = years[bisect_left(years, one.start) : bisect_left(years, one.end)]
    letters = [letter for at in places if (letter := letter_at(text, at, one.start)) is not None]
    if not dates:
        known: _Known = {}
        cites = (_cite(text, letter, catalogue, known) for letter in letters)
        return any(cite is not None and cite.body.value for cite in cites)
    if letters:
        entry = catalogue.entries[index]
        same = [
            letter for letter in letters
            if letter.dated.date in dates and _is_sent(letter, entry)
            and _is_received(letter, entry.work)
        ]  # fmt: skip
        bare = one.method in ("reference-note", "reference-parentheses")
        return not same or (bare and _fills(text, same[0], entry, one))
    days = [dated.date for at in places if (dated := date_at(text, at)) and dated.date.day]
    return bool(days) and dates.isdisjoint(days)


def _fills(text: str, letter: Letter, entry: Entry, one: Suggestion) -> bool:
    """Whether a reference is nothing but the words for a letter, with its place."""
    cite = _linked(text, letter, entry, "", 0)
    return letter.start == one.start and not text[cite.end : one.end].strip(" .,")


#: The letters of the catalogue by senders and recipients as a text names them.
_Known = dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]]


def _cite(text: str, letter: Letter, catalogue: Catalogue, known: _Known) -> Suggestion | None:
    day = [
        index
        for index in catalogue.letters.get(letter.dated.date, ())
        if _is_sent(letter, catalogue.entries[index])
    ]
    if not letter.number:
        day = [index for index in day if _is_received(letter, catalogue.entries[index].work)]
    if not catalogue.own.isdisjoint(day):
        return None  # the head of the text itself
    found = [catalogue.entries[index] for index in day]
    if len(found) > 1 or letter.dated.last is not None:
        found = _of_days(letter, found)
    if letter.number:
        found = _numbered(letter, found)
        if len(found) != 1 or not (letter.senders or _is_known(text, found[0])):
            return None
        return _linked(text, letter, found[0], "the number and the date", 0.85)
    if len(found) == 1:
        if letter.senders:
            last = letter.dated.last
            score = 0.95 if last is None or last in letter_dates(found[0].work) else 0.75
            return _linked(text, letter, found[0], "sender, recipient and date", score)
        if _is_known(text, found[0]):
            return _linked(text, letter, found[0], "recipient and date", 0.8)
        return None
    if found:
        keys = ", ".join(entry.key for entry in found[:_SOME])
        return _unlinked(letter, 0.3, f"letters of the same day may be meant: {keys}")
    if letter.dated.date.day is None or not letter.senders:
        return None
    pair = letter.senders, letter.recipients
    if pair not in known:
        known[pair] = list(islice(_others(letter, catalogue), _SOME))
    if not known[pair]:
        return None
    keys = ", ".join(known[pair])
    return _unlinked(letter, OTHER_WORKS, f"no letter of this day is known, as are {keys}")


def _of_days(letter: Letter, found: Sequence[Entry]) -> list[Entry]:
    """Those of some letters of a day that were written on all the days that a text names; those
    of the first day alone where there is none."""
    points = {letter.dated.date, letter.dated.last or letter.dated.date}
    exact = [entry for entry in found if letter_dates(entry.work) == points]
    return exact or [entry for entry in found if len(letter_dates(entry.work)) == 1]


def _is_sent(letter: Letter, entry: Entry) -> bool:
    """Whether the senders of a letter, as far as they are named, are authors of a work."""
    return all(any(_agrees(name, author) for author in entry.authors) for name in letter.senders)


def _is_received(letter: Letter, work: Work) -> bool:
    recipients = _recipients(work)
    return all(any(_agrees(name, one) for one in recipients) for name in letter.recipients)


def _recipients(work: Work) -> Sequence[Author]:
    """Whom a letter is to: by its recipients, or its title where it has none."""
    named = [
        Author(name_key(name.literal or name.family), given_words(name.given))
        for name in work.names("recipient")
    ]
    if named:
        return named
    titled = _TITLED.search(work.text("title"))
    words = _untitled(titled["to"]) if titled is not None else []
    last = next((at for at, word in enumerate(words) if word in PARTICLES), len(words) - 1)
    return [Author(" ".join(words[last:]), tuple(words[:last]))] if words else []


def _untitled(name: str) -> list[str]:
    """The words of a name, as keys, without the titles before it."""
    words = name_key(name).replace("’", "'").split()
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return words


def _agrees(name: str, author: Author) -> bool:
    """Whether a name, perhaps a German genitive or a given name alone, may be an author's."""
    key = _UMLAUT.sub("", " ".join(_untitled(name)))
    family = _UMLAUT.sub("", author.key)
    for each in dict.fromkeys((key, key.removesuffix("s"))):
        if each in (family, *author.given[:1]) or family.endswith(f" {each}"):
            return True
        if each.endswith(f" {family}"):
            words = each.removesuffix(family).split()
            given = tuple(word for word in words if word not in PARTICLES)
            return compatible_given(given, author.given)
    return False


def _numbered(letter: Letter, day: Iterable[Entry]) -> list[Entry]:
    """Those of the letters of a day that have the number, or none at all, if they stand in the
    edition that the text names."""
    found = []
    for entry in day:
        number = entry.work.text("number")
        edition = [entry.work.text(name) for name in ("container-title", "title-short")]
        words = set(_WORD.findall(name_key(letter.title))) - _LETTERS
        own = set(_WORD.findall(name_key(" ".join(edition))))
        if words <= own and (number == letter.number or (not number and letter.title)):
            found.append(entry)
    return found


def _is_known(text: str, entry: Entry) -> bool:
    """Whether a text names the author of a letter that it cites without its sender."""
    names = entry.work.names("author")
    return any((name.family or name.literal) in text for name in names)


def _others(letter: Letter, catalogue: Catalogue) -> Iterator[str]:
    """The letters by the sender of one to its recipient, of whatever day."""
    for name in letter.senders[:1]:
        for sender in dict.fromkeys((name, name.removesuffix("s"))):
            for index, _ in catalogue.same_family(sender):
                entry = catalogue.entries[index]
                if not letter_dates(entry.work) or index in catalogue.own:
                    continue
                if _is_sent(letter, entry) and _is_received(letter, entry.work):
                    yield entry.key


def _linked(text: str, letter: Letter, entry: Entry, what: str, score: float) -> Suggestion:
    end, place = letter.end, ""
    locator = locator_at(text, end, min(len(text), end + 60))
    if locator is not None and _END.match(text, locator.end):
        end, place = locator.end, str(locator)
    signal = _SIGNAL.search(text, max(0, letter.start - 20), letter.start)
    relation = relation_behind(signal[1]) if signal is not None else "cites"
    return Suggestion(
        letter.start, end, "citation", Body("work", entry.key), relation, place,
        method=METHOD, score=score, reasons=(f"{what} of {entry.key}",),
    )  # fmt: skip


def _unlinked(letter: Letter, score: float, reason: str) -> Suggestion:
    return Suggestion(
        letter.start, letter.end, "citation", method=METHOD, score=score, reasons=(reason,)
    )
