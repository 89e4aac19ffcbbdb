"""What the words of a language do around quoted speech: one set of bits a word.

The tables of the languages (:mod:`citekit.find.cues.english`, :mod:`citekit.find.cues.german`,
:mod:`citekit.find.cues.french`) are lists of lemmas and forms by what they do.  Verbs are
grouped by the frames they stand in, after the classes of verbs of communication in
Levin, *English Verb Classes and Alternations* (1993), 37.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

#: Verbs: of saying, in any frame ("said that …", "…, said X").
SAY = 1
#: Of naming: an object, then the quoted words ("called it “…”").
NAME = 1 << 1
#: Of an act done in words ("promised a “…” reply", "criticised the “…”").
ACT = 1 << 2
#: Of manner, that go with direct speech only ("continued: “…”").
WEAK = 1 << 3
#: A form that needs a plural subject, a modal verb or "to" before it; may be a noun.
BASE = 1 << 4
#: A form that is a noun as often ("claims", "reports").
NOUNLIKE = 1 << 5
#: A participle that goes on with the subject of the clause before ("adding that").
GERUND = 1 << 6
#: A participle that makes a perfect with an auxiliary, a passive with *be*.
PARTICIPLE = 1 << 7
#: Auxiliaries; those of the passive; words that leave an infinitive behind them.
AUX = 1 << 8
BE = 1 << 9
TO = 1 << 10
ADVERB = 1 << 11
#: Words that may stand between a subject and its verb and are none of these (clitics).
CLITIC = 1 << 12
DEFINITE = 1 << 13
INDEFINITE = 1 << 14
#: "his", "ihre", "sa".
POSSESSIVE = 1 << 15
PRONOUN = 1 << 16
#: Speakers the text itself is: "I", "we".
SELF = 1 << 17
RELATIVE = 1 << 18
PREPOSITION = 1 << 19
#: "and", "but": a clause may begin after them.
JOIN = 1 << 20
#: "because", "dass": a clause begins with them.
SUBORDINATE = 1 << 21
#: What persons are by office or trade, and what groups are.
ROLE = 1 << 22
GROUP = 1 << 23
#: Words before names that are no part of them.
TITLE = 1 << 24
#: Of names: "von", "de", "bin".
PARTICLE = 1 << 25
#: Days and months, written with a capital and no names.
TIME = 1 << 26
#: Nouns of speech that take a possessor ("his warning that …").
SPEECH = 1 << 27
#: Words that begin "according to".
SOURCE = 1 << 28
#: Words before the title of a work ("book", "article").
WORK = 1 << 29
#: "so-called".
SOCALLED = 1 << 30
#: Nouns of what words are written on: "a sign", "a text message".
SHEET = 1 << 36

VERB = SAY | NAME | ACT | WEAK
DETERMINER = DEFINITE | INDEFINITE | POSSESSIVE


class Cues(NamedTuple):
    """The words of one language.

    ``words`` maps a word in lower case to its bits; ``common`` are the words that tell
    the language; ``gender`` maps pronouns, titles and role nouns to ``m``, ``f`` or ``p``
    (several); ``sources`` are the phrases of "according to", each a tuple of words after
    which the speaker stands; ``partners`` are verbs that are verbs of saying only with one
    of these words in the clause ("gab … bekannt", "fait valoir").
    """

    language: str
    words: Mapping[str, int]
    common: frozenset[str]
    gender: Mapping[str, str]
    sources: tuple[tuple[str, ...], ...]
    partners: Mapping[str, frozenset[str]] = {}


def table(rows: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Bits by word, of rows (bits, words parted by spaces); a word may stand in several."""
    words: dict[str, int] = {}
    for bits, forms in rows:
        for form in forms.split():
            word = form.replace("_", " ")
            words[word] = words.get(word, 0) | bits
    return words
