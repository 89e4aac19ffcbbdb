"""Terms that an author coined, where he is a pronoun, a possessive or what he is called: "she
coined the word “…”", "His term for it was “…”", « ce que l'auteur nomme « … » », "„…“
nennt die Philosophin das".

The author is whoever the text spoke of last with a work of his, in the same paragraph or at
the end of the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.cues.bits import PREPOSITION, ROLE, Cues
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.namings import POINTING, PRONOUNS, Naming, naming_of
from citekit.find.mentions.reading import FULL_NAME, Choice, Reading, Span
from citekit.find.mentions.sayers import another_between, is_anothers, is_his
from citekit.find.mentions.terms import echoes, joined, spoken_of
from citekit.find.mentions.told import is_taken
from citekit.find.speakers.names import gender_of
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import term_key, term_words

_WORD = re.compile(r"[^\W\d_]+")
#: Before two capitals that are nobody's name.
_ARTICLES = ("the ", "der ", "die ", "das ", "dem ", "den ", "des ", " le ", " la ", "les ", " du ")
#: Farther than this from the last words on a work none is meant (code points).
_FARTHEST = 600
_PARAGRAPH = re.compile(r"\n\s*\n")


def coined(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The terms that a pronoun, a possessive or a noun for a writer gives the author spoken
    of last, and their later uses."""
    taken = sorted((one.start, one.end) for one in found)
    places: list[tuple[int, int]] | None = None
    known = len(reading.terms)
    for quote in reading.quotations:
        if quote in reading.others or quote not in reading.short:
            continue
        named = naming_of(reading, quote)
        if named is None or is_taken(taken, named.span):
            continue
        if reading.cites_between(reading.sentences.around(quote[0])[0], quote[1] + 4):
            continue  # the cited work's
        if places is None:
            places = spoken_of(reading, found)
        entry = _author(reading, places, quote, named)
        if entry is not None:
            yield _of_author(reading, quote, named, entry)
    for echo in echoes(reading, known):
        if not is_taken(taken, (echo.start, echo.end)):
            yield echo


def _of_author(reading: Reading, quote: Span, named: Naming, entry: int) -> Suggestion:
    words = reading.inner(quote)
    key = reading.catalogue.entries[entry].key
    choice = Choice(entry, 0.6, (f"“{words}”, a term of the author of {key}",))
    alike = reading.alike.get(term_key(term_words(words)), ())
    if named.bare and any(other[0] < quote[0] for other, _ in alike):
        return reading.suggest(quote, "echo", choice, "coined", quoted=words)
    terms = [quote, *joined(reading, quote, known=True)]
    for term in terms:
        reading.learn(term, entry)
    span = named.span[0], max(named.span[1], terms[-1][1])
    return reading.suggest(span, "mention", choice, "coined", quoted=words)


def _author(
    reading: Reading, places: Sequence[tuple[int, int]], quote: Span, named: Naming
) -> int | None:
    """The entry whose author the text spoke of last, if who names a term may stand for him
    and for nobody nearer."""
    at, who = named.span[0], named.who
    index = bisect_left(places, (at + 1, -1)) - 1
    if index < 0 or places[index][0] < quote[0] - _FARTHEST:
        return None
    anchor, entry = places[index]
    if POINTING.fullmatch(who) and not _follows(reading, anchor, at):
        return None
    if _BESIDE.search(reading.text, max(0, at - 40), at) is not None:
        return None
    between = _PARAGRAPH.findall(reading.text, anchor, at)
    if len(between) > 1:
        return None
    if _names_another(reading, anchor, at) or not _agrees(reading, entry, who):
        return None
    if _says_another(reading, quote, anchor, entry, who):
        return None
    if _speaks(reading, anchor, at, entry) or another_between(reading, anchor, at):
        return None
    if _has_rival(reading, anchor, at, who):
        return None
    return entry


_ROLES = re.compile(
    r"(?:(?<![\w-])(?P<article>the|an?|my|our|every|each|jeder?|chaque|der|die|ein|eine|mein|meine|unser|unsere|le|la|les|une?"
    r"|mon|ma|notre|ces?)\s|\bl')(?P<nouns>[^\W\d_]+(?:\s[^\W\d_]+)?)"
)
_GENDERS = {
    "der": "m", "ein": "m", "mein": "m", "unser": "m", "le": "m", "un": "m", "mon": "m",
    "eine": "f", "meine": "f", "unsere": "f", "la": "f", "une": "f", "ma": "f",
}  # fmt: skip
_WHOSE = {
    "he": "m", "his": "m", "er": "m", "il": "m", "she": "f", "her": "f", "sie": "f", "elle": "f",
    "sein": "m", "seine": "m", "seinem": "m", "seinen": "m", "seiner": "m", "seines": "m",
}  # fmt: skip
_SEVERAL = frozenset("they their ils elles leur leurs".split())


def _is_role(noun: str, language: Cues) -> bool:
    """Whether a noun says what somebody is, and not that he writes."""
    words = language.words
    role = words.get(noun, 0) | words.get(noun.removesuffix("s"), 0)
    return bool(role & ROLE) and not is_writer(noun)


def _has_rival(reading: Reading, anchor: int, at: int, who: str) -> bool:
    """Whether a sentence after the one with the anchor speaks of somebody by what he is, who
    writes no books: a pronoun or possessive at ``at`` may stand for him."""
    if who not in _WHOSE and not PRONOUNS.fullmatch(who):
        return False
    language = LANGUAGES[reading.language]
    start = reading.sentences.around(max(0, anchor - 1))[1]
    if start > at:
        return False
    mine = _WHOSE.get(who, "")
    if mine and reading.language != "en" and _agreeing(reading, start, at, mine):
        return True
    for found in _ROLES.finditer(reading.lowered, start, at):
        article = found["article"] or ""
        noun = next((word for word in found["nouns"].split() if _is_role(word, language)), "")
        before = reading.lowered[max(start, found.start() - 20) : found.start()].split()[-1:]
        if not noun or any(language.words.get(word, 0) & PREPOSITION for word in before):
            continue
        many = article in ("les", "ces") or (noun.endswith("s") and reading.language != "de")
        if many != (who in _SEVERAL) and reading.language != "de":
            continue
        theirs = language.gender.get(noun) or _GENDERS.get(article, "")
        if not mine or not theirs or theirs == mine:
            return True
    return False


#: How a sentence begins whose subject has a gender that shows.
_OPENED = re.compile(
    r"(?:der|ein|die|eine|mein|meine|unser|unsere|le|la|une?|mon|ma)(?=\s[^\W\d_])"
)


def _agreeing(reading: Reading, start: int, at: int, gender: str) -> bool:
    """Whether a whole sentence in a span begins with a noun of a gender, nearer to a pronoun
    of that gender than the author is."""
    while True:
        while start < at and reading.text[start].isspace():
            start += 1
        end = reading.sentences.around(start)[1]
        if start >= at or end > at:
            return False
        article = _OPENED.match(reading.lowered, start)
        if article is not None:
            theirs = _GENDERS.get(article[0]) or ("f" if article[0] == "die" else "")
            if theirs == gender:
                return True
        start = max(end, start + 1)


def _names_another(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody else is named in full in a span; two capitals after an article, or the
    first of which is an article, are nobody."""
    if reading.people_between(start, end):
        return True
    return any(
        name[0].split()[0].lower() not in FUNCTION_WORDS
        and not reading.lowered[max(0, name.start() - 4) : name.start()].endswith(_ARTICLES)
        and (
            reading.language != "de"  # "Solches Warten" begins a sentence
            or name.start() != reading.sentences.around(name.start())[0]
            or gender_of(name[0], "de") != ""
        )
        for name in FULL_NAME.finditer(reading.text, start, end)
    )


def _says_another(reading: Reading, quote: Span, anchor: int, entry: int, who: str) -> bool:
    """Whether the words of the term are somebody else's, as the finder of quotations reads
    them."""
    if PRONOUNS.fullmatch(who) or POINTING.fullmatch(who):
        return is_anothers(reading, quote, (anchor, anchor), (entry,))
    said = reading.said.get(quote[0])
    if said is None or not said.speaker[:1].isupper():
        return False
    return not is_his(reading, said.speaker, (entry,))


#: "Name and his “…”", "Name mit seinem …".
_BESIDE = re.compile(r"[A-ZÀ-Ý][\w-]+,?\s(?:and|with|und|mit|et|avec)\s$")


def _follows(reading: Reading, anchor: int, at: int) -> bool:
    """Whether a place is in the sentence of another one or in the next."""
    start = reading.sentences.around(at)[0]
    following = reading.sentences.after(max(0, anchor - 1))
    return anchor >= start or (following is not None and following[0] == start)


def _speaks(reading: Reading, start: int, end: int, entry: int) -> bool:
    """Whether somebody else speaks in quotation marks in a span."""
    said = [reading.said.get(quote[0]) for quote in reading.quotes_between(start, end)]
    return any(one is not None and not is_his(reading, one.speaker, (entry,)) for one in said)


def _agrees(reading: Reading, entry: int, who: str) -> bool:
    """Whether a pronoun or noun agrees with the authors of ``entry`` in number and gender."""
    authors = reading.catalogue.entries[entry].authors
    code = reading.language
    words = _WORD.findall(who)
    if words[-1] in _SEVERAL or words[0] in ("les", "ces"):
        return len(authors) > 1
    told = _WHOSE.get(words[-1]) or next(filter(None, map(LANGUAGES[code].gender.get, words)), "")
    if told in ("m", "f") and len(authors) == 1 and authors[0].given:
        return gender_of(" ".join((*authors[0].given, "x")), code) in (told, "")
    return True
