"""Works that the text names by their author and what they are about, or by words of their title
("his book on logic", "what Name called soft power", "In the “weak ties” argument …"), or by their
year: "the physicist Ann Lee found in 1962 that …".

Several words in quotation marks that stand side by side in the title, or the whole of it, are the
work's by themselves; one word, of the title or of a term of the work, only after an article that
points back at what is known.  Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.lettershapes import TO_HIM, date_at, letter_at
from citekit.find.citingwords import POSSESSIVES, THAT, WORK_NOUNS
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.candidates import span_of_quote
from citekit.find.mentions.lowersigns import ENDS, lowered_signs
from citekit.find.mentions.people import Person
from citekit.find.mentions.pointing import by_its_authors
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.mentions.sayers import is_his
from citekit.find.mentions.shorttitles import places
from citekit.find.mentions.terms import is_name
from citekit.find.mentions.told import in_citation, is_taken, spoken_of
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import content_words, same_term, term_words
from citekit.find.workforms import letter_dates
from citekit.find.worktitles import is_content, main_title, words_of

#: Before what a work is about.
_ABOUT = re.compile(r"\b(?:on|about|concerning|über|zu[mr]?|sur)\s(?P<topic>.+)$", re.S)
_TOPIC = re.compile(
    r"\b(?:of|on|about|concerning|über|zu[mr]?|der|des|von|vom|sur|des?|du)\s(?P<topic>.+)$|d'(?P<elided>.+)$",
    re.S,
)
#: Of a longer word so many letters are its stem: "rivers", "river".
_STEM = 5
#: An author's words for it: "Name called", "Name's notion of", "nennt Name".
_CALLS = re.compile(
    r"(?:,\s[^,.;:!?]{2,60},)?\s(?:(?:has|had|have|once|later|then|famously|so|hat|hatte|a|avait)\s){0,2}"
    r"(?:calls?|called|terms?|termed|dubs|dubbed|labell?ed|christened|nennt|nannte|genannt|taufte"
    r"|appelle|appelait|appelé|nomme|nommait|nommé|baptisé)\s"
    r"|\s(?:[^\W\d_]+\s)?(?:idea|notion|concept|theory|term|thesis|begriff|idee|konzept|theorie"
    r"|these)\s(?:of|for|der|des|von|vom)\s"
)
_WHAT = re.compile(r"\b(?:what|was|ce\sque|das,\swas)\s(?:[^\W\d_]+\s){0,2}$")
_ARTICLE = re.compile(r"(?:(?:the|an?|das|die|der|de[nm]|eine?n?|le|la|les|une?)\s|l')")
_WORD = re.compile(r"[^\W_]+")


def on_topic(reading: Reading, entries: Sequence[int], topic: str) -> list[int]:
    """Those of some works whose titles have the most words of a topic, if any has one."""
    said = [word for word in words_of(topic) if is_content(word)]
    shared: dict[int, int] = {}
    for entry in entries:
        words = list(filter(is_content, words_of(reading.catalogue.entries[entry].title)))
        shared[entry] = sum(word in words or _has(words, word) for word in said)
    most = max(shared.values(), default=0)
    return [entry for entry in entries if most and shared[entry] == most]


def _has(words: Sequence[str], word: str) -> bool:
    """Whether a word stands among others in another form."""
    return len(word) >= _STEM and any(
        len(other) >= _STEM
        and (other.startswith(word) or word.startswith(other))
        and abs(len(other) - len(word)) < 3
        for other in words
    )


def chosen_by_topic(reading: Reading, entries: Sequence[int], span: Span) -> Choice | None:
    """The only one of an author's works that has the topic named in a span: "book on logic"."""
    found = _TOPIC.search(reading.lowered[slice(*span)])
    if found is None:
        return None
    fitting = on_topic(reading, entries, found["topic"] or found["elided"])
    if len(fitting) != 1:
        return None
    key = reading.catalogue.entries[fitting[0]].key
    return Choice(fitting[0], 0.8, (f"the title of {key} has the topic",))


def is_on_another(reading: Reading, entries: Sequence[int], span: Span) -> bool:
    """Whether a work in a span is about somebody, or some place, that no title of the
    ``entries`` has: "his book on Frederick".  German gives every noun a capital: there only
    given names are told."""
    found = _ABOUT.search(reading.lowered[slice(*span)])
    if found is None:
        return False
    at = span[0] + found.start("topic")
    words = list(_WORD.finditer(reading.text, at, span[1]))
    if not words or not words[0][0][0].isupper():
        return False
    if reading.language == "de" and words[0][0].lower() not in GIVEN:
        return False
    return not on_topic(reading, entries, found["topic"])


def title_words(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """What an author calls by the words of one of his titles, with no marks around them: "what
    Name called soft power"."""
    for person in reading.people:
        if not (person.full or reading.established(person)):
            continue
        called = _CALLS.match(reading.lowered, person.end)
        at = person.end + 1 if called is None else called.end()
        named = _titled(reading, person.entries, at)
        if named is None or called is None:
            continue
        end, entry = named
        what = _WHAT.search(reading.lowered, max(0, person.start - 30), person.start)
        start = person.start if what is None else what.start()
        if any(one.start < end and start < one.end and one.kind != "quotation"
               and one.body.value for one in found):  # fmt: skip
            continue
        key = reading.catalogue.entries[entry].key
        choice = Choice(entry, 0.8, (f"words of the title of {key} beside {person.name}",))
        yield reading.suggest((start, end), "mention", choice, "title-words")


def _titled(reading: Reading, entries: Sequence[int], at: int) -> tuple[int, int] | None:
    """Where the whole of an author's main title ends that begins at a place, and its work."""
    article = _ARTICLE.match(reading.lowered, at)
    at = at if article is None else article.end()
    best: tuple[int, int] | None = None
    for entry in entries:
        title = main_title(reading.catalogue.entries[entry].title).strip(" .?!")
        opened = _ARTICLE.match(title)
        title = title if opened is None else title[opened.end() :]
        end = at + len(title)
        if not reading.lowered.startswith(title, at) or reading.lowered[end : end + 1].isalnum():
            continue
        if sum(map(is_content, words_of(title))) > 1:
            if best is not None and best[0] == end:
                return None
            best = max(best or (0, 0), (end, entry))
    return best


_HIS_WORK = re.compile(
    r"(?:his|her|sein|seine|ihr|ihre|son|sa)\s(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+),?\s"
    r"(?:on|about|über|zu|zum|zur|sur)\s(?:(?:the|an?|den?|die|das|der|la|les?)\s|l')?"
    r"(?:\"[^\"]{2,50}\"|[^\W\d_][\w'-]*(?:\s(?:of|and|der|des|und|de|et)\s(?:the\s)?[^\W\d_][\w'-]*)?"
    r"(?:\s(?=[^\W\d_]+,)[^\W\d_]+)?)"
)


#: A sentence is no longer than this (code points).
_LONGEST = 2000


def _opened(reading: Reading) -> Iterator[int]:
    """Where a possessive stands behind the end of a sentence."""
    lowered = reading.lowered
    for place in lowered_signs(lowered, reading.language).possessives:
        at = place + (lowered[place + 1] == " ")
        end = at
        while end and lowered[end - 1].isspace():
            end -= 1
        if lowered[end - 1 : end] in ENDS or "\n" in lowered[end:at]:
            yield at + 1


def his_works(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The works that a sentence begins with after one that spoke of their author."""
    lowered = reading.lowered
    works = [at for at in _opened(reading) if _HIS_WORK.match(lowered, at) is not None]
    if not works:
        return
    cache: dict[int, tuple[int, ...]] = {}
    done = 0
    for at, entries, told in _spoken_of(reading, found):
        nearest = bisect_left(works, at)
        if at < done or nearest == len(works) or works[nearest] - at > _LONGEST:
            continue
        following = reading.sentences.after(max(0, at - 1))
        if following is None:
            continue
        start, end = following
        work = _HIS_WORK.match(lowered, start, end)
        if work is None or work["noun"] not in WORK_NOUNS or reading.names_another(at, start):
            continue
        if told:
            entries = by_its_authors(reading, entries[0], cache)
        span = (start, work.end())
        choice = chosen_by_topic(reading, entries, span)
        if choice is None and told:
            key = reading.catalogue.entries[told - 1].key
            choice = Choice(told - 1, 0.6, (f"a {work['noun']} of the author of {key}",))
        if choice is None:
            continue
        done = end
        if is_on_another(reading, entries, span) or any(
            one.start < work.end() and start < one.end for one in found
        ):
            continue
        yield reading.suggest(span, "mention", choice, "his-work")


def _spoken_of(
    reading: Reading, found: Sequence[Suggestion]
) -> list[tuple[int, tuple[int, ...], int]]:
    """Where the words end that tell of a work, or name an author of several, with those
    works; and the number of the entry told of, from 1 on, or 0."""
    places: list[tuple[int, tuple[int, ...], int]] = [
        (at, (entry,), entry + 1) for at, entry in spoken_of(reading, found)
    ]
    places += [(one.bare, tuple(one.entries), 0) for one in reading.people if len(one.entries) > 1]
    return sorted(places)


#: A year farther than this from the name is some other year (code points).
_FARTHEST = 120
#: Between name and year, or after both: a sentence that tells what the work claims.
_TELLS = re.compile(rf"\s(?:{THAT}|wonach|selon laquelle)\b|\squ'|:")
#: Who did something else in the year.
_LIVED = re.compile(
    r"\b(?:born|died|death|geboren|starb|gestorben|tod|née?s?|mort[es]?|mourut|décédée?|naissance"
    r"|elected|appointed|retired|nobel|gewählt|emeritiert|élue?|nommée?)\b"
    r"|\(\s?\d{4}\s?[-–—]\s?\d{4}\s?\)"
)


def dated(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions, or paraphrases, of works by their authors and years."""
    taken = [(one.start, one.end, one.body.value) for one in found]
    taken += [(*span, key) for span, key in _links(reading)]
    for person in reading.people:
        if not (person.full or person.known) or in_citation(reading, person):
            continue
        year = _year(reading, person)
        if year is None:
            continue
        at, entry = year
        start, end = reading.sentences.around(person.start)
        key = reading.catalogue.entries[entry].key
        if any(low < end and start < high and of in (key, "") for low, high, of in taken):
            continue
        if _LIVED.search(reading.lowered, start, end) is not None:
            continue
        taken.append((start, end, key))
        tells = _TELLS.search(reading.lowered, person.end, end) is not None
        first = at - (reading.text[at - 1 : at] == "(")  # "(1963), Name"
        span = (start, end) if tells else (min(person.start, first), max(person.end, at + 4))
        choice = Choice(entry, 0.7, ("the year of the work stands beside its author",))
        yield reading.suggest(span, "paraphrase" if tells else "mention", choice, "dated-work")


def _links(reading: Reading) -> Iterator[tuple[Span, str]]:
    """What is cited already."""
    for at, entry in reading.links:
        yield (at, reading.citing_ends.get(at, at + 1)), reading.catalogue.entries[entry].key


def _year(reading: Reading, person: Person) -> tuple[int, int] | None:
    """Where in the sentence of a name the year of one work of that author's stands, and the
    work; None if there is none, or several works are of that year.  A semicolon parts what is
    said of one work from what is said of another; a letter that somebody gets is not his own."""
    start, end = reading.sentences.around(person.start)
    low, high = max(start, person.start - _FARTHEST), min(end, person.end + _FARTHEST)
    lowered = reading.lowered
    low = max(low, lowered.rfind(";", low, person.start) + 1)
    stop = lowered.find(";", person.end, high)
    high = stop if stop >= 0 else high
    to_him = TO_HIM.search(reading.text, max(start, person.start - _BEFORE), person.start)
    found = [
        (at, entry)
        for entry in person.entries
        if not (to_him and letter_dates(reading.catalogue.entries[entry].work))
        for year in reading.catalogue.entries[entry].years
        for at in places(lowered, str(year), low, high)
        if not (lowered[at - 1 : at].isalnum() or lowered[at + 4 : at + 5].isalnum())
        and _is_of(reading, entry, at)
    ]
    return found[0] if len({entry for _, entry in found}) == 1 else None


#: So far before a recipient's name "to" begins (code points).
_BEFORE = 60


def _is_of(reading: Reading, entry: int, at: int) -> bool:
    """Whether the year at ``at`` may be a work's: not where its day is another than the work's
    (a letter's, a newspaper article's), or it dates a letter."""
    dated = date_at(reading.text, at)
    if dated is None:
        return True
    if letter_at(reading.text, at) is not None:
        return False
    work = reading.catalogue.entries[entry].work
    known = (work.date(variable) for variable in ("issued", "original-date"))
    return any(
        date is not None
        and date.start is not None
        and date.start.year == dated.date.year
        and date.start.month in (None, dated.date.month)
        and (dated.date.day is None or date.start.day in (None, dated.date.day))
        for date in known
    )


#: What points back at something known, right before a quotation.
_KNOWN = re.compile(
    rf"(?:\b(?:the|this|these|those|der|die|das|den|dem|des|diese[rsnm]?|jene[rsnm]?|le|la|les|ce|cet|cette"
    rf"|ces|du|des|au|{POSSESSIVES})\s|\bl')$"
)
#: So far before a quotation that is looked for (code points).
_PLACE = 14
#: A word that says enough by itself has so many letters at least.
_LONG = 6
#: So far before it no author is named, whose term it would be (code points).
_BESIDE = 30
#: Before a word that is only a word: "careful with the word “farming”".
_AS_WORD = frozenset("word words wort wörter worte mot mots wörtchen vokabel".split())
#: Works and parts of them speak for their authors.
_OF_WORKS = WORK_NOUNS | {"title", "subtitle", "titel", "untertitel", "titre", "sous-titre"}


class _Words(NamedTuple):
    """Words of a work, its ``title`` or a term in capitals or not, and where the text has
    them first, ``told`` if it tells of the work with them; ``whole`` if a quotation is the title
    without its subtitle."""

    words: tuple[str, ...]
    entry: int
    start: int
    title: bool
    capital: bool
    told: bool = False
    whole: bool = False


def title_terms(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The short quotations of words of a title that the text has told of before, of one word
    of a term, and of words of what it has told."""
    taken = sorted((one.start, one.end) for one in found)
    quotes = [
        (alike, quote, words)
        for alike in reading.alike.values()
        for quote, words in alike
        if not (is_taken(taken, quote) or is_taken(reading.citing, quote))
    ]
    if quotes:
        wanted = {word[:4] for _, _, words in quotes for word in content_words(words)[:1]}
        known = _known(reading, found, wanted)
        for alike, quote, words in quotes:
            own = _own(reading, known, quote, words) if known else None
            if own is None:
                continue
            again = not own.title or any(other[0] < quote[0] for other, _ in alike)
            words_of_it = " ".join(own.words)
            key = reading.catalogue.entries[own.entry].key
            yield reading.suggest(
                quote if again else span_of_quote(reading, quote),
                "echo" if again else "mention",
                Choice(own.entry, 0.6, (f"words of “{words_of_it}” of {key}",)),
                "title-term", quoted=reading.inner(quote),
            )  # fmt: skip


def _known(
    reading: Reading, found: Sequence[Suggestion], wanted: set[str]
) -> dict[str, list[_Words]]:
    """The titles of the works told of, their terms, and what is told of them, by those of the
    beginnings of their words that are ``wanted``."""
    first: dict[int, int] = {}
    for at, entry in spoken_of(reading, found):
        first.setdefault(entry, at)
    rows = [
        (term_words(reading.catalogue.entries[entry].title), entry, at, True, True, False)
        for entry, at in first.items()
    ]
    rows += [
        (term.words, term.entry, term.start, False, term.capital, False) for term in reading.terms
    ]
    keys = reading.catalogue.keys
    for one in found:
        if one.kind == "paraphrase" and one.body.type == "work":
            said = reading.lowered[one.start : one.end]
            if any(map(said.__contains__, wanted)):
                entry = keys[one.body.value]
                rows.append((term_words(said), entry, one.end, False, False, True))
    known: dict[str, list[_Words]] = {}
    for row, entry, at, title, capital, told in rows:
        own = tuple(word for word in row if word != "s")
        words_of = _Words(own, entry, at, title, capital, told)
        for beginning in wanted.intersection(word[:4] for word in content_words(own)):
            known.setdefault(beginning, []).append(words_of)
    return known


def _own(
    reading: Reading, known: dict[str, list[_Words]], quote: Span, words: tuple[str, ...]
) -> _Words | None:
    """The words of a work that a quotation is of, if they are of one work alone."""
    content = content_words(words)
    if not content:
        return None
    named = reading.language != "de" and is_name(reading, quote)
    fitting = []
    for one in known.get(content[0][:4], ()):
        if one.start >= quote[0] or not _holds(one.words, words):
            continue
        whole = one.title and same_term(_main(reading, one.entry), words) == 3
        if named and not (one.capital and reading.language == "en" and (whole or len(content) > 1)):
            continue  # the name of something else
        fitting.append(one._replace(whole=whole))
    if len({one.entry for one in fitting}) != 1 or _is_said(reading, quote, fitting[0].entry):
        return None
    best = max(fitting, key=lambda one: (one.whole, not one.title))
    if len(content) > 1 or (best.whole and reading.inner(quote)[0].isupper()):
        return best
    before = _KNOWN.search(reading.lowered, max(0, quote[0] - _PLACE), quote[0])
    if best.told:
        before = None
    return best if before is not None or _is_alone(reading, quote, content[0]) else None


def _is_alone(reading: Reading, quote: Span, word: str) -> bool:
    """Whether a long word stands in marks that nobody says and no sentence has as a word."""
    before = reading.words_before(quote)[-1:]
    return (
        len(word) >= _LONG
        and quote[0] not in reading.said
        and _AS_WORD.isdisjoint(before)
        and not reading.lowered.endswith("'s ", 0, quote[0])
        and not reading.people_between(quote[0] - _BESIDE, quote[0])
        and not reading.names_another(reading.sentences.around(quote[0])[0] + 1, quote[0])
    )


def _holds(own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of a quotation stand side by side among those of a work."""
    count = len(words)
    return any(same_term(own[at : at + count], words) >= 2 for at in range(len(own) - count + 1))


def _is_said(reading: Reading, quote: Span, entry: int) -> bool:
    """Whether somebody says a quotation who has not written a work."""
    said = reading.said.get(quote[0])
    if said is None or not set(said.speaker.lower().split()).isdisjoint(_OF_WORKS):
        return False
    return not is_his(reading, said.speaker, (entry,))


def _main(reading: Reading, entry: int) -> tuple[str, ...]:
    """The words of a title without its subtitle."""
    title = reading.catalogue.entries[entry].title
    return tuple(word for word in term_words(main_title(title)) if word != "s")
