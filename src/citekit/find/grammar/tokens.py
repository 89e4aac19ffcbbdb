"""The words around quotations: one row a token, with the bits of :mod:`citekit.find.cues.bits`.

A quotation is one token, so that the clause it stands in is read as a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, repeat

from citekit.find.cues import bits as c
from citekit.find.cues.adverbs import ADVERBS, NO_ADVERBS, OPENING_ADVERBS
from citekit.find.cues.english import ENGLISH, ROLE_SUFFIXES
from citekit.find.cues.french import FRENCH, PRESENTING
from citekit.find.cues.german import GERMAN, GROUP_ENDINGS, ROLE_ENDINGS, SHEET_ENDINGS, TRADES
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.compounds import compounds
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.particles import particles
from citekit.find.grammar.words import ELIDED, elide, sentence_end, sentence_start, split

#: A word with a capital that is no function word: a name, in German any noun.
CAPITAL = 1 << 31
QUOTE = 1 << 32
PUNCTUATION = 1 << 33
#: "Greenpeace’s".
GENITIVE = 1 << 34
NUMBER = 1 << 35

_FUNCTION = (
    c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.JOIN | c.SUBORDINATE | c.AUX | c.RELATIVE
    | c.TO | c.CLITIC
)  # fmt: skip

#: Words whose bits depend on where they stand, if they have a capital.
_PLACED = _FUNCTION | c.TIME | c.ADVERB

#: What a word is at most that may be a participle.
_VERBAL = c.VERB | c.PARTICIPLE

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}

#: The bits of words by language, of those that have the same wherever they stand, so that
#: each is looked up once; no more than so many are kept.
_KNOWN: dict[str, dict[str, int]] = {code: {} for code in LANGUAGES}
_DISTINCT = 50_000

_ELISION = re.compile(ELIDED.pattern + r"(?=\w)", re.I)
_INVERTED = re.compile(r"(.+?)(-(?:t-)?)(ils?|elles?|on)$", re.I)
#: What may stand between the last character of a quotation and its end.
_CLOSING = frozenset("’'”\"»›)]*_ ")
#: The number of a note at the end of a quotation: "interaction des deux.59 »".
_NUMBERED_END = re.compile(r"([.!?…])\d{1,3}\Z")
#: French pronouns behind "a" of an inverted verb.
_SUBJECTS = frozenset("il elle on ils elles t".split())
_SENTENCE_ENDS = frozenset(".!?…")
_SENTENCE_BREAKS = frozenset((*".!?…", "“”"))
_SENTENCE_END = re.compile(r"[.!?…] ")
#: No sentence reaches further than so many tokens from a word of it.
_REACH = 150


class Unit:
    """The tokens of the sentences with quotations of one paragraph, or of those that one
    quotation joins.

    Parallel lists: ``words`` as printed, ``low`` in lower case, ``starts`` and ``ends``
    in the text, ``flags``; ``quotes`` maps the index of a quotation's token to the
    quotation; ``sentence`` counts the sentences.  Of what stands between two quotations
    only the first and the last sentence are read, of what stands before and after all of
    them only the sentence beside them; all of it if ``whole``.
    """

    __slots__ = (
        "_abbreviated", "cues", "ends", "flags", "language", "low", "quotes", "sentence", "skipped",
        "starts", "text", "whole", "words",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        quoted: Sequence[Quoted],
        language: str,
        whole: bool = False,
    ) -> None:
        self.text = text
        #: Whether there are abbreviations with their full stop.
        self._abbreviated = False
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: dict[int, Quoted] = {}
        #: How many sentences are left out before a token.
        self.skipped: dict[int, int] = {}
        #: Whether nothing is left out.
        self.whole = True
        at = start
        for quote in quoted:
            cut = at if whole else sentence_start(text, at, quote.start)
            if cut > at == start:
                self.whole = False
            elif cut > at:
                first = sentence_end(text, at, cut)
                self._tokens(at, first)
                self.whole = self.whole and first == cut
                if first < cut:
                    self.skipped[len(self.words)] = len(_SENTENCE_END.findall(text, first, cut + 1))
            if quote.start - cut > 1:
                self._tokens(cut, quote.start)
                if language == "fr" and self.words[-1:] in (["'"], ["’"]):
                    elide(self.words, self.starts, self.ends, quote.start)
            self.quotes[len(self.words)] = quote
            self.words.append("“”")
            self.starts.append(quote.start)
            self.ends.append(quote.end)
            at = quote.end
        last = sentence_end(text, at, end) if quoted and not whole else end
        self.whole = self.whole and last == end
        self._tokens(at, last)
        self.low = list(map(str.lower, self.words))
        self.language = language
        self.cues = LANGUAGES[language]
        if language == "fr":
            self._elide()
            if "A" in self.words:
                self._accented()
        self._flag()
        if self.language == "en":
            compounds(self.low, self.flags)
        self._ennoble()
        self._part()

    @classmethod
    def joined(cls, before: Unit, first: int, own: Unit) -> Unit:
        """The tokens of ``before`` from ``first`` on and those of ``own``, as if they had been
        read together; both are whole and of one language and text."""
        unit = cls.__new__(cls)
        unit.text, unit.language, unit.cues = own.text, own.language, own.cues
        unit._abbreviated = before._abbreviated or own._abbreviated
        unit.words = before.words[first:] + own.words
        unit.low = before.low[first:] + own.low
        unit.starts = before.starts[first:] + own.starts
        unit.ends = before.ends[first:] + own.ends
        unit.flags = before.flags[first:] + own.flags
        unit.skipped, unit.whole = {}, True
        size = len(before.words) - first
        unit.quotes = {q - first: quote for q, quote in before.quotes.items() if q >= first}
        unit.quotes.update((q + size, quote) for q, quote in own.quotes.items())
        for i in {0, size - 1, size}:  # what stands beside them is new
            if 0 <= i < len(unit.words) and i not in unit.quotes:
                unit.flags[i] = unit._bits(i)
        unit._ennoble()
        unit._part()
        return unit

    def _tokens(self, start: int, end: int) -> None:
        words, starts, ends, abbreviated = split(self.text, start, end)
        self._abbreviated = self._abbreviated or abbreviated
        self.words += words
        self.starts += starts
        self.ends += ends

    def _elide(self) -> None:
        """French "l’homme", "dit-il" and "s’écrie-t-il": the article and the noun, the verb
        and the pronouns apart."""
        cuts: dict[int, list[tuple[int, int]]] = {}
        for i, word in enumerate(self.low):
            if "'" in word or "’" in word:
                match = _ELISION.match(word)
                if match:
                    cuts[i] = [(match.end(), match.end())]
            if "-" in word:
                match = _INVERTED.match(word)
                if match:
                    cuts.setdefault(i, []).append((match.end(1), match.end(2)))
        if not cuts:
            return
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for i, parts in cuts.items():
            words += self.words[done:i]
            starts += self.starts[done : i + 1]
            ends += self.ends[done:i]
            word, start = self.words[i], self.starts[i]
            at = 0
            for cut, resume in parts:
                words.append(word[at:cut])
                ends.append(start + cut)
                starts.append(start + resume)
                at = resume
            words.append(word[at:])
            ends.append(self.ends[i])
            done = i + 1
        words += self.words[done:]
        starts += self.starts[done:]
        ends += self.ends[done:]
        places = list(cuts)
        more = list(accumulate(map(len, cuts.values()), initial=0))
        self.quotes = {q + more[bisect_left(places, q)]: self.quotes[q] for q in self.quotes}
        self.skipped = {i + more[bisect_left(places, i)]: n for i, n in self.skipped.items()}
        self.words, self.starts, self.ends = words, starts, ends
        self.low = list(map(str.lower, words))

    def _accented(self) -> None:
        """French: the preposition "À" of a sentence that is printed without its accent."""
        for i in range(len(self.words) - 1):
            if (
                self.words[i] == "A"
                and self._opens_sentence(i)
                and self.low[i + 1] not in _SUBJECTS
            ):
                self.words[i], self.low[i] = "À", "à"

    def _flag(self) -> None:
        known = _KNOWN[self.language]
        if len(known) > _DISTINCT:
            known.clear()
        flags = list(map(known.get, self.words, repeat(-1)))
        i = -1
        for _ in range(flags.count(-1)):
            i = flags.index(-1, i + 1)
            flags[i] = self._bits(i)
        for q in self.quotes:
            flags[q] = QUOTE
        self.flags = flags

    def _ennoble(self) -> None:
        """Particles of names that no given name stands before: parts of the name."""
        for start, end in particles(
            self.text, self.words, self.low, self.cues.words, self.language
        ):
            self.flags[start:end] = [CAPITAL | c.PARTICLE] * (end - start)

    def _bits(self, i: int) -> int:
        """The bits of the word at token ``i``, kept if they are the same everywhere."""
        word, low, known = self.words[i], self.low[i], _KNOWN[self.language]
        if word == low:
            bits = known[word] = self._lower(word)
        else:
            own = self.cues.words.get(low, 0)
            counted = self.cues.words.get(low.partition("-")[0], 0) if "-" in low else 0
            bits = NUMBER if counted & c.INDEFINITE else self._capitalised(i, word, low, own)
            if not own & _PLACED and not self._may_open(low, own):
                known[word] = bits
        return bits

    def _may_open(self, low: str, bits: int) -> bool:
        """Whether a word is another one where it opens a sentence: an adverb, a participle."""
        if not bits and low.endswith(OPENING_ADVERBS[self.language]):
            return True
        verbal = not bits & ~_VERBAL and low.endswith(_PARTICIPLES)
        return self.language == "fr" and (verbal or low in PRESENTING)

    def _lower(self, word: str) -> int:
        """The bits of a word in lower case, wherever it stands."""
        bits = self.cues.words.get(word, 0)
        if not bits:
            if not word[0].isalpha():
                if word.endswith("-year-old"):
                    return NUMBER | c.ROLE
                return NUMBER if word[0].isdigit() else PUNCTUATION
            return self._unknown(word) if len(word) > 3 else 0
        return bits & ~c.TIME if bits & c.TIME and bits & c.AUX else bits

    def _unknown(self, low: str) -> int:
        """The bits of a word in lower case that no table has."""
        if low[-2:] in ("’s", "'s") or low[-1] in "’'":
            return GENITIVE
        if low.endswith("-in-law"):
            return c.ROLE
        if "-of-" in low and self.cues.words.get(low.split("-")[0], 0) & c.ROLE:
            return c.ROLE  # "mother-of-two"
        if "-" in low:
            last = self.cues.words.get(low.rsplit("-", 1)[1], 0) & (c.ROLE | c.GROUP)
            if last:
                return last  # "sous-préfecture", "co-author"
        if self.language == "fr" and low.endswith(("ariat", "orat", "icat")):
            return c.GROUP
        if "-" in low and self.cues.words.get(low.split("-")[0], 0) & c.INDEFINITE:
            return c.INDEFINITE  # "thirty-one"
        if self.language == "en" and len(low) > 6 and low.endswith(ROLE_SUFFIXES):
            return c.ROLE
        if len(low) > 4 and low.endswith(ADVERBS[self.language]):
            return c.ADVERB if low not in NO_ADVERBS else 0
        return 0

    def _capitalised(self, i: int, word: str, low: str, bits: int) -> int:
        """The bits of a word with a capital."""
        if not word[0].isupper():
            if word[0].isdigit() and word.endswith(_AGED):
                return CAPITAL | c.ROLE  # "62-Jähriger"
            # "al-Farsi", "d’Ansel"
            own = word[word.rfind("-") + 1 :][:1] if word[1:2] not in ("'", "’") else word[2:3]
            return bits or (CAPITAL if own.isupper() else 0)
        given = low in GIVEN or (i and self.low[i - 1] in GIVEN)
        if given and bits & (_FUNCTION | c.TIME):
            follows = self.words[i + 1 : i + 2]
            month = bits & c.TIME and low in GIVEN and not (follows and follows[0][0].isupper())
            return c.TIME if month else CAPITAL  # "in August", but "August Roth"
        if bits & c.TIME:
            return c.TIME
        if (
            ((bits & c.ADVERB and not bits & (c.ROLE | c.GROUP)) or not bits)
            and self._opens_sentence(i)
            and not (not bits and self._named_before_verb(i))
            and (bits or (len(low) > 4 and low.endswith(OPENING_ADVERBS[self.language])))
        ):
            return bits | c.ADVERB
        if self.language == "fr" and not bits & ~_VERBAL and self._participle(i, low):
            return c.PARTICIPLE
        if self.language == "fr" and low in PRESENTING and self._opens_sentence(i):
            return c.AUX
        if bits & _FUNCTION and not bits & c.VERB and not self._maitre(i):
            if (len(word) < 3 and word[1:] in ("", "'", "’")) or not word.isupper():
                return bits
            bits = 0
        bits |= CAPITAL
        if self._maitre(i):
            return CAPITAL | c.TITLE if self.language == "fr" else CAPITAL  # "Maître"
        if low[-1] in "’'" or low[-2:] in ("’s", "'s"):
            bits |= GENITIVE
        if self.language == "de":
            if not bits & c.GROUP and low.endswith(_OF_PERSONS):
                bits |= c.ROLE | c.TITLE
            elif bits == CAPITAL and low.endswith(_PARTICIPIAL):
                bits |= c.ROLE
            elif bits == CAPITAL and word.isupper() and 2 < len(word) < 6 and word.isalpha():
                bits |= c.GROUP  # "die IHK"
            elif bits & c.ROLE:
                bits |= c.TITLE
            elif bits == CAPITAL and low.endswith(GROUP_ENDINGS):
                bits |= c.GROUP | (c.SHEET if low.endswith(SHEET_ENDINGS) else 0)
        return bits

    def _participle(self, i: int, low: str) -> bool:
        """French: whether a participle opens a sentence: « Invitée de la radio, … »."""
        if not low.endswith(_PARTICIPLES) or (len(low) < 4 and low not in ("né", "née", "nés")):
            return False
        if not self._opens_sentence(i):
            return False
        if i + 1 >= len(self.low) or low in GIVEN:
            return False
        if self.words[i + 1] == ",":
            return low.startswith(_ASKED)
        known = self.cues.words.get(self.low[i + 1], 0)
        led = known & c.PREPOSITION or self.low[i + 1].endswith(("er", "ir", "re"))
        return bool(led) and self.words[i + 1].islower()

    def _maitre(self, i: int) -> bool:
        """French "Me" before a name, in other languages too inside a sentence."""
        follows = self.words[i + 1 : i + 2]
        named = bool(follows) and follows[0][:1].isupper()
        return self.words[i] == "Me" and (i > 0 or named)

    def _named_before_verb(self, i: int) -> bool:
        """ "Kelly said", "Frisch schreibt im Tagebuch" and "Fröhlich schreibt: …" have no
        adverb; German ones in "-isch" are longer."""
        if self.language == "de":
            said = self.words[i + 2 : i + 3] == [":"] or self.words[i + 1 : i + 2] == ["("]
            return said or (len(self.low[i]) < 7 and self.low[i].endswith("isch"))
        following = self.low[i + 1] if self.language == "en" and i + 1 < len(self.low) else ""
        return bool(self.cues.words.get(following, 0) & (c.VERB | c.AUX))

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or i - 1 in self.quotes or self.words[i - 1] in '.!?…:“”"(—'

    def _part(self) -> None:
        """Number the sentences."""
        words = self.words
        size = len(words)
        starts, ends = self.starts, self.ends
        sentence: list[int] = []
        number = 0
        breaks = [i for i, word in enumerate(words) if word in _SENTENCE_BREAKS]
        stops = []
        if self._abbreviated:
            stops = [i for i, word in enumerate(words[:-1]) if word[-1] == "." and self._stops(i)]
            breaks = sorted({*breaks, *stops})
        gaps = set()  # tokens behind which a paragraph may end
        gap = self.text.find("\n\n", starts[0], ends[-1]) if size else -1
        while gap >= 0:
            gaps.add(max(0, bisect_right(ends, gap) - 1))
            gap = self.text.find("\n\n", gap + 1, ends[-1])
        if gaps:
            breaks = sorted(gaps.union(breaks))
        for i in breaks:
            if i + 1 >= size:
                break
            word = words[i]
            if word in _SENTENCE_BREAKS or i in stops:
                if word == "“”" and self.ending(i) not in _SENTENCE_ENDS:
                    continue
                if not (self.flags[i + 1] & QUOTE or self._capital(i + 1)):
                    continue
                if word == "." and self.language == "de" and self._ordinal(i):
                    continue
            elif (
                word in ":,"
                or starts[i + 1] - ends[i] < 2
                or self.text.find("\n\n", ends[i], starts[i + 1]) < 0
            ):
                continue
            sentence += [number] * (i + 1 - len(sentence))
            number += 1 + self.skipped.get(i + 1, 0)
        sentence += [number] * (size - len(sentence))
        self.sentence = sentence

    def _ordinal(self, i: int) -> bool:
        """German: whether a full stop makes an ordinal: "3. Oktober", "der 9. Senat"."""
        number = self.words[i - 1] if i else ""
        following = self.flags[i + 1] & (c.DETERMINER | c.PRONOUN | c.PREPOSITION | QUOTE)
        named = self.low[i + 1] in GIVEN and not self.flags[i + 1] & c.TIME
        aged = named and i > 1 and self.words[i - 2] == ","  # "sagt Lina, 14. Jonas findet"
        return number.isdigit() and len(number) < 3 and not following and not aged

    def _stops(self, i: int) -> bool:
        """Whether an abbreviation ends a sentence: a function word with a capital follows."""
        word = self.words[i]
        return (
            (word.count(".") > 1 or word in ("Inc.", "Ltd.", "Co.", "Corp.", "etc."))
            and len(word) > 1
            and self.words[i + 1][0].isupper()
            and bool(self.flags[i + 1] & (c.PRONOUN | c.DETERMINER))
        )

    def _capital(self, i: int) -> bool:
        first = self.words[i][0]
        return first.isupper() or first.isdigit() or first in "([«“—–-"

    def ending(self, i: int) -> str:
        """The last character inside the quotation at ``i``."""
        quote = self.quotes[i]
        at = quote.inner_end - 1
        char = self.text[at]
        while char in _CLOSING and at > quote.inner_start:
            at -= 1
            char = self.text[at]
        marked = _NUMBERED_END.search(self.text, at - 4, at + 1) if char.isdecimal() else None
        return marked[1] if marked else "" if char in _CLOSING else char

    def bounds(self, i: int) -> tuple[int, int]:
        """The tokens of the sentence that token ``i`` stands in, as far as they matter."""
        number = self.sentence[i]
        sentence = self.sentence
        return (
            bisect_left(sentence, number, max(0, i - _REACH), i),
            bisect_right(sentence, number, i + 1, min(len(sentence), i + _REACH)),
        )

    def print(self, start: int, end: int) -> str:
        """The text from token ``start`` up to token ``end``, on one line."""
        if start + 1 == end and start not in self.quotes:
            return self.words[start]
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())


#: The same of persons called by a participle or adjective: "eine Reisende".
_PARTICIPIAL = tuple(
    stem + ending
    for stem in """reisend ehrend studierend demonstrierend protestierend alleinerziehend pflegend
    anwesend bildend treibend schaffend forschend beteiligt beschäftigt geschädigt mächtigt
    verdächtig beschuldigt klagt urteilt verletzt troffen fangen wachsen angehörig freiwillig
    jugendlich obdachlos arbeitslos verwandt bekannt geflüchtet gesandt befragt inhaftiert
    adlig""".split()
    for ending in ("e", "er")
)
_OF_PERSONS = ROLE_ENDINGS + TRADES
#: German: whoever is called by their age.
_AGED = ("Jähriger", "Jährige", "Jährigen")
#: French: endings of participles that open a sentence, and those that end otherwise.
_PARTICIPLES = ("ée", "ées", "és", "é", *"""venu venue venus joint jointe joints parti partie partis
    issu issue issus reçu reçue reçus élue convaincu convaincue connu connue assis assise surpris
    surprise promu promue prévenu prévenue descendu descendue réunis réunies choisi choisie saisi
    saisie""".split())  # fmt: skip
_ASKED = ("sollicit", "interrog", "contact", "joint", "questionn", "relanc", "consult", "prévenu")


def guess(words: Sequence[str], default: str) -> str:
    """The language of lower-case ``words`` by their function words, or ``default``."""
    present = set(words)
    best, most = default, len(present & LANGUAGES[default].common)
    if most > 4:
        return default
    most = max(most, 1)
    for code, language in LANGUAGES.items():
        hits = len(present & language.common)
        if hits > most or (hits == most and code == default):
            best, most = code, hits
    return best
