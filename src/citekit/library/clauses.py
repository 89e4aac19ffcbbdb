"""Where words that are quoted from a text end whole.

A quotation ends where a clause does, or where the words that were asked for end; not between
an article and its noun, nor before what denies its verb (Chicago Manual of Style 18, 12.7:
what is quoted must not be made to say something else).
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from citekit.corpus.places import sentence_breaks
from citekit.verify.alignment import Source
from citekit.verify.turning import completes_negation
from citekit.verify.words import words_of

#: So many words at most are added for a clause to be whole.
_MOST = 15
#: Code points in which a clause ends.
_AHEAD = 400
#: Code points before them that tell an abbreviation from the end of a sentence.
_BACK = 20
#: Letters in which two forms of a word differ at most.
_FORM = 2
#: Where a part of a sentence ends: before brackets, dashes, stops; behind closing marks.
_STOP = re.compile(
    r"[;:](?=\s)|[!?…()\[\]|]|\\(?:foot|[a-z]*cite)|\s[–—-]+\s|—|\n\s*\n|[.,;:!?][”“»\"’]"
    r"|[”»](?=[\s.,;:!?])"
)
#: A comma, and what begins another clause behind it.
_COMMA = re.compile(
    r",(?=\s+(?:(?:and|but|or|nor|so|yet|which|who|whom|whose|that|because|since|while|whereas|when"
    r"|where|if|unless|although|though|as"
    r"|und|aber|oder|sondern|denn|doch|jedoch|der|die|das|dem|den|dessen|deren|welche[mnrs]?|dass"
    r"|daß|weil|wenn|als|ob|obwohl|während|indem|damit|nachdem|bevor|wie|wo|so"
    r"|et|mais|ou|ni|car|donc|or|qui|que|dont|où|lequel|laquelle|parce|puisque|quand|lorsque|si"
    r"|comme|tandis|alors)\s|qu[’']))"
)
_ANY_COMMA = re.compile(",")
#: What no phrase ends with: articles, prepositions, conjunctions, determiners, and "ne".
_UNFINISHED = frozenset(
    """
    a an the this these those my your his its our their of to in on at by for with from into upon
    about over under between without and or but nor that which who whose if because as than is are
    was were be been has have had not no
    der die das den dem des ein eine einen einem einer eines mein sein ihr unser kein keine keinen
    keinem keiner von vom zu zum zur mit aus auf bei bis für gegen ohne um über unter vor nach
    durch im am ins ans und oder aber sondern dass daß weil wenn ob als wie ist sind war waren hat
    haben wird werden
    le la les un une des du de à au aux dans par pour sur sous avec sans en et ou mais ni que qui
    dont où si ce cet cette ces son sa ses leur leurs mon ma mes notre votre ne est sont était
    """.split()
)


def whole_end(text: str, start: int, end: int, asked: str, kept: int) -> int:
    """The end of the words ``start``–``end`` of a text that were found for those asked for, of
    which the last that agree end at ``kept``.

    It stays where these end with the same word, or a form of it, unless what follows at once
    denies their clause ("cannot", "ohne …") or completes a negation ("ne … point").  Otherwise it
    is the end of the clause of the last words that agree; if that is far, it stays where a phrase
    may end.  Positions count code points.
    """
    source = Source("", text[start : end + _AHEAD])
    behind = next(
        (at for at, word in enumerate(source.words) if start + word.start >= end), len(source.words)
    )
    if not 0 < behind < len(source.words):
        return end
    last, following = source.words[behind - 1], source.words[behind]
    is_next = not text[start + last.end : start + following.start].strip()
    turns = is_next and completes_negation(source, behind)
    if not turns and _is_form(last.key, asked):
        return end
    clause = _clause_end(text, end if turns else min(kept, end))
    if clause < end and not words_of(text[clause:end]):
        return end
    if turns or len(words_of(text[end:clause])) <= _MOST:
        return clause
    if last.key not in _UNFINISHED:
        return end
    comma = _ANY_COMMA.search(text, end, clause)
    return comma.start() if comma else clause


def _is_form(key: str, asked: str) -> bool:
    """Whether the words asked for end with a word of this key, or nearly so."""
    words = words_of(asked)
    return bool(words) and Levenshtein.distance(words[-1].key, key) <= min(_FORM, len(key) // 3)


def _clause_end(text: str, end: int) -> int:
    """Where the clause ends that goes on at ``end``."""
    low = max(0, end - _BACK)
    breaks = sentence_breaks(text[low : end + _AHEAD])
    limit = low + next(at for at in breaks if low + at >= end)
    for pattern in (_STOP, _COMMA):
        found = pattern.search(text, end, limit)
        limit = found.start() if found is not None else limit
    return end + len(text[end:limit].rstrip(" \t\n\u00a0\u202f.,;:!?"))
