"""Words that a text puts into the mouth of one person, and that another one wrote.

Whose words stand in a source can be said only where they are its author's own.  They are not
where the source quotes them, reports what somebody says, or names the one who is said to speak:
he may be quoted or introduced there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from citekit.find.cues import bits
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key
from citekit.library.manuscript import Quotation
from citekit.model import Name, Work
from citekit.verify.words import is_quoted
from citekit.vocabulary import NAME_VARIABLES

#: Fewer words, and fewer of so many letters, may be anybody's.
_FEWEST, _TELLING, _LONG = 6, 3, 5
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
#: Where a sentence, or a paragraph, ends.
_END = re.compile(r"[.!?…][”’»\"')\]]*\s|\n\s*\n")
#: So far from the words (code points) their sentence is looked at.
_FAR = 300
#: Before a turn of a transcript: "THE MAYOR: …", "Q: …".
_TURN = re.compile(r"[ \t]*(?:[A-ZÄÖÜÀ-Þ][\w.’'-]*[ \u00a0]?){1,5}:\s")
#: Who quotes says another's words; who is quoted says his own.
_QUOTES = re.compile(
    r"\b(?:quotes|quoting|cites|citing|recites|reciting|zitieren|zitierend|citent|citait|citant"
    r"|citaient|cite|(?<!is )(?<!was )(?<!are )(?<!were )(?<!been )(?<!as )(?:quoted|cited|recited)"
    r"|(?<!wird )(?<!wurde )(?<!werden )(?<!so )(?:zitierte|zitiert))\b"
)
_NOBODY = bits.DETERMINER | bits.PRONOUN | bits.GROUP
#: Names that a text may leave out.
_PLAIN = bits.ROLE | bits.TITLE | bits.PARTICLE


def with_speakers(
    text: str, quoted: Iterable[Quotation], said: Sequence[Suggestion]
) -> Iterator[Quotation]:
    """The quotations of a text, in order, with who says them."""
    spoken = sorted((one for one in said if one.speaker), key=lambda one: (one.start, one.end))
    at = 0
    for each in quoted:
        while at < len(spoken) and spoken[at].end <= each.start:
            at += 1
        if at < len(spoken) and spoken[at].start < each.end:
            one = spoken[at]
            named = text[slice(*one.attribution)] if one.attribution is not None else ""
            guessed = one.method == "ranked" or one.speaker.split()[-1] not in named
            guessed = guessed or _is_quoting(text, one.start)
            each = each._replace(speaker=one.speaker, guessed=guessed)
        yield each


def _is_quoting(text: str, start: int) -> bool:
    """Whether the sentence before the words at ``start`` says that somebody quotes them."""
    ends = [each.end() for each in _END.finditer(text, max(0, start - _FAR), start)]
    return _QUOTES.search(text, ends[-1] if ends else max(0, start - _FAR), start) is not None


def named_person(speaker: str) -> tuple[str, ...]:
    """The names of a speaker, his family name last; empty if he is none by name, or several
    ("the mayor", "Lee and Roy")."""
    words = _WORD.findall(speaker)
    if not words or any(_flags(word) & (_NOBODY | bits.JOIN) for word in words):
        return ()
    names = tuple(word for word in words if word[0].isupper() and not _flags(word) & _PLAIN)
    return names if names and names[-1] == words[-1] else ()


def author_instead(
    names: tuple[str, ...], words: str, text: str, start: int, end: int, works: Iterable[Work]
) -> str:
    """The author whose own words, and not those of whoever is called ``names``, stand at
    ``start``–``end`` (code points) of ``text``, the text of these works; "" if that cannot be
    said."""
    works = list(works)
    found = _WORD.findall(words)
    if len(found) < _FEWEST or sum(len(word) >= _LONG for word in found) < _TELLING:
        return ""
    authors = [name for work in works for name in work.names("author")]
    if not authors or any(name.literal or not name.family for name in authors):
        return ""
    if is_stranger(names, text, works) and not _reports(text, start, end):
        return " ".join(filter(None, (authors[0].given, _family(authors[0]))))
    return ""


def is_stranger(names: tuple[str, ...], text: str, works: Iterable[Work]) -> bool:
    """Whether neither these works nor their text name a person."""
    works = list(works)
    called = {name_key(name) for name in names}
    for work in works:
        people = chain.from_iterable(work.names(variable) for variable in NAME_VARIABLES)
        for name in people:
            if not called.isdisjoint(name_key(name.literal or _family(name)).split()):
                return False
    either = "|".join(
        re.escape(form) for name in names for form in {name, name.upper()} if len(name) > 1
    )
    printed = re.compile(rf"\b(?:{either})(?:s|['’]s)?\b")
    return not any(map(printed.search, (text, *(work.text("title") for work in works))))


def _reports(text: str, start: int, end: int) -> bool:
    """Whether a source quotes the words at a place, or reports what somebody says there."""
    if is_quoted(text, start) or is_quoted(text, start + 1):
        return True
    ends = [each.end() for each in _END.finditer(text, max(0, start - _FAR), start)]
    begin = ends[-1] if ends else max(0, start - _FAR)
    stop = _END.search(text, max(start, end - 1), end + _FAR)
    if _TURN.match(text, text.rfind("\n", 0, start) + 1, start):
        return True
    beside = text[begin:start] + " " + text[end : stop.start() if stop else end + _FAR]
    return any(_flags(word.lower()) & bits.SAY for word in _WORD.findall(beside))


def _family(name: Name) -> str:
    return f"{name.non_dropping_particle} {name.family}".strip()


def _flags(word: str) -> int:
    """What a word is in any of the three languages."""
    low = word.lower()
    flags = 0
    for language in LANGUAGES.values():
        flags |= language.words.get(low, 0)
    return flags
