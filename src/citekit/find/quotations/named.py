"""Titles that a clause only names: "Lee wrote “The Long Road.”", „Roth veröffentlichte „Die lange
Nacht““, "Two books stand out: “…”": nobody says them."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.marks import title_case
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import PUNCTUATION, Unit

#: Verbs whose object is a work, where no colon or comma stands before the words.
_MAKES = frozenset(
    """wrote write writes written published publishes publish penned pens authored edited edits
    released releases reissued translated reviewed rereads reread recorded
    schrieb schreibt geschrieben veröffentlichte veröffentlicht verfasste verfasst publizierte
    publiziert übersetzte übersetzt
    écrit écrivit écrira publié publia publie traduit rédigé signé""".split()
)
_ANSWERS = frozenset("answered replied responded followed debuted antwortete répondit".split())
_AUTHORS = frozenset(
    "author authors editor writer autor autorin autoren verfasser auteur auteure auteurs".split()
)
_OF = frozenset("of von des de du d' d’".split())
_TITLES = frozenset("title subtitle titel untertitel titre sous-titre".split())
_WITH = frozenset("with mit par avec".split())
#: Several works, which speak in no words of their own.
_WORKS = frozenset(
    """books novels works titles essays articles poems films plays songs albums papers memoirs
    bücher romane werke titel aufsätze gedichte filme stücke lieder
    livres romans ouvrages titres essais articles poèmes films pièces chansons""".split()
)
#: Fewer words are no title that shows itself as one by its capitals.
_FEWEST = 2


def names_title(u: Unit, q: int, found: Attribution | None) -> bool:
    """Whether the words at token ``q`` are a title that the clause only names."""
    if not q:
        return False
    phrase = found.phrase if found is not None and found.unit is None else None
    several = phrase is not None and phrase.kind == "role" and u.low[phrase.head] in _WORKS
    if not ((several and phrase is not None and not phrase.definite) or _makes(u, q, phrase)):
        return False
    quote = u.quotes[q]
    words = u.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 200)].split()
    return len(words) >= _FEWEST and title_case(u.text, quote, u.language)


def _makes(u: Unit, q: int, phrase: Phrase | None) -> bool:
    """Whether a verb whose object is a work stands before token ``q``, or what it is called is
    said there: "her subtitle is “…”"."""
    before = q - 1
    if before and u.flags[before] & c.BE and u.low[before - 1] in _TITLES:
        return True
    if before and u.low[before] in _OF and u.low[before - 1] in _AUTHORS:
        return True  # "Lee, author of “The Long Road,” says …"
    if u.low[before] in _WITH and before and u.low[before - 1] in _ANSWERS:
        return True
    while before > 0 and u.flags[before] & c.ADVERB and not u.flags[before] & PUNCTUATION:
        before -= 1
    if u.language == "de" and phrase is not None and phrase.end == q:
        before = phrase.start - 1  # "1998 schrieb Roth „Die lange Nacht“"
    return before >= 0 and u.low[before] in _MAKES
