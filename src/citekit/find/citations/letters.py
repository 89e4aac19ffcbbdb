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

from citekit.find.citations.lettershapes import Letter, date_at, letter_at, letters_in
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


def letter_cites(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    """The citations of letters in ``text``, in order; with no body where the catalogue has
    letters of the sender to the recipient, but none of the day."""
    if not catalogue.letters:
        return
    for letter in letters_in(text):
        if not masked.covers(letter.start):
            one = _cite(text, letter, catalogue)
            if one is not None:
                yield one


def without_other_days(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> list[Suggestion]:
    """The references without those to a letter whose day, sender or recipient is another than the
    text says, and without proposals of works that are read from the words for a catalogued
    letter."""
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
        cites = (_cite(text, letter, catalogue) for letter in letters)
        return any(cite is not None and cite.body.value for cite in cites)
    if letters:
        entry = catalogue.entries[index]
        return not any(
            letter.dated.date in dates and _is_sent(letter, entry)
            and _is_received(letter, entry.work)
            for letter in letters
        )  # fmt: skip
    days = [dated.date for at in places if (dated := date_at(text, at)) and dated.date.day]
    return bool(days) and dates.isdisjoint(days)


def _cite(text: str, letter: Letter, catalogue: Catalogue) -> Suggestion | None:
    day = [
        entry
        for index in catalogue.letters.get(letter.dated.date, ())
        if index not in catalogue.own and _is_sent(letter, entry := catalogue.entries[index])
    ]
    if letter.number:
        found = _numbered(letter, day)
        if len(found) != 1 or not (letter.senders or _is_known(text, found[0])):
            return None
        return _linked(text, letter, found[0], "the number and the date", 0.85)
    found = [entry for entry in day if _is_received(letter, entry.work)]
    if len(found) == 1:
        if letter.senders:
            return _linked(text, letter, found[0], "sender, recipient and date", 0.95)
        if _is_known(text, found[0]):
            return _linked(text, letter, found[0], "recipient and date", 0.8)
        return None
    if found:
        keys = ", ".join(entry.key for entry in found[:6])
        return _unlinked(letter, 0.3, f"letters of the same day may be meant: {keys}")
    if letter.dated.date.day is None or not letter.senders:
        return None
    others = ", ".join(sorted(set(_others(letter, catalogue)))[:5])
    if not others:
        return None
    return _unlinked(
        letter, OTHER_WORKS, f"of a day that is not in the catalogue, which has {others}"
    )


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
    key = " ".join(_untitled(name))
    for each in dict.fromkeys((key, key.removesuffix("s"))):
        if each in (author.key, *author.given[:1]) or author.key.endswith(f" {each}"):
            return True
        if each.endswith(f" {author.key}"):
            words = each.removesuffix(author.key).split()
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
    every = {index for found in catalogue.letters.values() for index in found}
    for name in letter.senders:
        for sender in dict.fromkeys((name, name.removesuffix("s"))):
            for index, _ in catalogue.same_family(sender):
                entry = catalogue.entries[index]
                if index in every and _is_sent(letter, entry) and _is_received(letter, entry.work):
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
