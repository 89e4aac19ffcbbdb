"""The words around quotations: one row a token, with the bits of :mod:`citekit.find.cues`.

A quotation is one token, so that the clause it stands in is read as a clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find import cues as c
from citekit.find.cues_de import GERMAN, ROLE_ENDINGS
from citekit.find.cues_en import ENGLISH
from citekit.find.cues_fr import FRENCH
from citekit.find.cues_names import GIVEN
from citekit.find.quotemarks import Quoted

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

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}

#: The bits of words in lower case by language, so that each is looked up once; no more
#: than so many are kept.
_LOWER: dict[str, dict[str, int]] = {code: {} for code in LANGUAGES}
_DISTINCT = 50_000

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*\w*(?:-[^\W\d_]+)*|\w+(?:[-‐‑'’&./*]\w+)*(?:(?<=[sxzSXZ])['’](?!\w))?|\\[A-Za-z]+\*?|[^\w\s{}*_\\#~^]"
)
#: Words of French before an apostrophe.
_ELISION = re.compile(r"((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\w)", re.I)
#: Abbreviations whose full stop ends no sentence; so does that of a single letter.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen col lt maj capt sgt adm rev hon st jr sr mme mlle mm mgr
    inc
    corp ltd co no vs etc bzw ca nr abs approx brig supt insp det pres amb hr
    ing habil mag univ med rer nat phil jur al cmdr cpl pvt fr""".split()
)
_INVERTED = re.compile(r"(.+?)(-(?:t-)?)(ils?|elles?|on)$", re.I)
_SENTENCE_ENDS = frozenset(".!?…")
#: Of a stretch without quotations longer than this only the sentences beside the
#: quotations are read, that before them with at least so many characters.
_WINDOW = 200
_NEAR = 100
#: No sentence reaches further than so many tokens from a word of it.
_REACH = 150


class Unit:
    """The tokens of one paragraph, or of those that one quotation joins.

    Parallel lists: ``words`` as printed, ``low`` in lower case, ``starts`` and ``ends``
    in the text, ``flags``; ``quotes`` maps the index of a quotation's token to the
    quotation; ``sentence`` counts the sentences.
    """

    __slots__ = (
        "cues", "ends", "flags", "language", "low", "quotes", "sentence", "starts", "text", "words",
    )  # fmt: skip

    def __init__(
        self, text: str, start: int, end: int, quoted: Sequence[Quoted], language: str
    ) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: dict[int, Quoted] = {}
        at = start
        for quote in quoted:
            self._split(at, quote.start, at > start)
            self.quotes[len(self.words)] = quote
            self.words.append("“”")
            self.starts.append(quote.start)
            self.ends.append(quote.end)
            at = quote.end
        if end - at > _WINDOW:
            end = self._after(at, end)
        self._split(at, end, False)
        self.low = [word.lower() for word in self.words]
        self.language = guess(self.low, language)
        self.cues = LANGUAGES[self.language]
        if self.language == "fr":
            self._elide()
        self._flag()
        self._part()

    def _split(self, start: int, end: int, both: bool) -> None:
        """The tokens from ``start`` to ``end``; of a long stretch, those of the sentences
        beside the quotation before it (if ``both``) and after it."""
        if end - start > _WINDOW:
            cut = self._before(start, end - _NEAR)
            if both and cut > start:
                first = self._after(start, cut)
                self._tokens(start, first)
                start = max(first, cut)
            else:
                start = cut
        self._tokens(start, end)

    def _before(self, start: int, end: int) -> int:
        """Where the sentence begins that stands at ``end``, or ``start``."""
        text = self.text
        cut = text.rfind(". ", start, end)
        while cut > start and not self._ends_sentence(cut):
            cut = text.rfind(". ", start, cut)
        return cut + 1 if cut > start else start

    def _after(self, start: int, end: int) -> int:
        """Where the sentence ends that goes on at ``start``, or ``end``."""
        text = self.text
        cut = text.find(". ", start, end)
        while cut >= 0 and not self._ends_sentence(cut):
            cut = text.find(". ", cut + 1, end)
        return cut + 1 if cut >= 0 else end

    def _ends_sentence(self, at: int) -> bool:
        """Whether the full stop at ``at`` is none of an abbreviation or a number."""
        words = self.text[max(0, at - 16) : at].split()
        word = words[-1] if words else ""
        return (
            len(word) > 2
            and "." not in word
            and not word.isdigit()
            and word.lower() not in _ABBREVIATIONS
        ) or not word[-1:].isalnum()

    def _tokens(self, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(self.text, start, end))
        words = [match.group() for match in found]
        starts = [match.start() for match in found]
        ends = [match.end() for match in found]
        merged = set()
        if "." in words:
            merged = {
                i
                for i, word in enumerate(words)
                if word == "." and i and ends[i - 1] == starts[i] and _abbreviated(words[i - 1])
            }
        dropped = merged
        for i in merged:
            words[i - 1] += "."
            ends[i - 1] = ends[i]
        if self.text.find("\\", start, end) >= 0:
            dropped = merged | {i for i, word in enumerate(words) if word[0] == "\\"}
        if dropped:
            kept = [i for i in range(len(words)) if i not in dropped]
            words = [words[i] for i in kept]
            starts = [starts[i] for i in kept]
            ends = [ends[i] for i in kept]
        self.words += words
        self.starts += starts
        self.ends += ends

    def _elide(self) -> None:
        """French "l’homme" and "dit-il": the article and the noun, the verb and the pronoun
        apart."""
        cuts: dict[int, tuple[int, int]] = {}
        for i, word in enumerate(self.low):
            if "'" in word or "’" in word:
                match = _ELISION.match(word)
                if match:
                    cuts[i] = (match.end(), match.end())
            elif "-" in word:
                match = _INVERTED.match(word)
                if match:
                    cuts[i] = (match.end(1), match.end(2))
        if not cuts:
            return
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        quotes = {}
        for i, word in enumerate(self.words):
            if i in self.quotes:
                quotes[len(words)] = self.quotes[i]
            start, end = self.starts[i], self.ends[i]
            if i in cuts:
                length, resume = cuts[i]
                words.append(word[:length])
                starts.append(start)
                ends.append(start + length)
                word = word[resume:]
                start += resume
            words.append(word)
            starts.append(start)
            ends.append(end)
        self.words, self.starts, self.ends, self.quotes = words, starts, ends, quotes
        self.low = [word.lower() for word in words]

    def _flag(self) -> None:
        known = _LOWER[self.language]
        if len(known) > _DISTINCT:
            known.clear()
        flags = [known.get(word, -1) for word in self.words]
        for i, bits in enumerate(flags):
            if bits < 0:
                word, low = self.words[i], self.low[i]
                if word == low:
                    flags[i] = known[word] = self._lower(word)
                else:
                    flags[i] = self._capitalised(i, word, low, self.cues.words.get(low, 0))
        for q in self.quotes:
            flags[q] = QUOTE
        self.flags = flags

    def _lower(self, word: str) -> int:
        """The bits of a word in lower case, wherever it stands."""
        bits = self.cues.words.get(word, 0)
        if not bits:
            if not word[0].isalpha():
                return NUMBER if word[0].isdigit() else PUNCTUATION
            return self._unknown(word) if len(word) > 3 else 0
        return bits & ~c.TIME if bits & c.TIME and bits & c.AUX else bits

    def _unknown(self, low: str) -> int:
        """The bits of a word in lower case that no table has."""
        if low[-2:] in ("’s", "'s") or low[-1] in "’'":
            return GENITIVE
        if len(low) > 4 and low.endswith(_LOWER_ADVERBS[self.language]):
            return c.ADVERB
        return 0

    def _capitalised(self, i: int, word: str, low: str, bits: int) -> int:
        """The bits of a word with a capital."""
        if not word[0].isupper():
            # "al-Farsi"
            return bits or (CAPITAL if word[word.rfind("-") + 1 :][:1].isupper() else 0)
        if (low in GIVEN or (i and self.low[i - 1] in GIVEN)) and bits & (_FUNCTION | c.TIME):
            return CAPITAL
        if bits & c.TIME:
            return c.TIME
        if (
            ((bits & c.ADVERB and not bits & (c.ROLE | c.GROUP)) or not bits)
            and self._opens_sentence(i)
            and not (self.language == "en" and not bits and self._verb_follows(i))
            and (bits or (len(low) > 4 and low.endswith(_ADVERB_ENDINGS[self.language])))
        ):
            return bits | c.ADVERB
        if bits & _FUNCTION and not bits & c.VERB:
            if len(word) == 1 or not word.isupper():
                return bits
            bits = 0
        bits |= CAPITAL
        if low[-1] in "’'" or low[-2:] in ("’s", "'s"):
            bits |= GENITIVE
        if self.language == "de":
            if not bits & c.GROUP and low.endswith(ROLE_ENDINGS):
                bits |= c.ROLE | c.TITLE
            elif bits & c.ROLE:
                bits |= c.TITLE
            elif bits == CAPITAL and low.endswith(_GROUP_ENDINGS):
                bits |= c.GROUP
        return bits

    def _verb_follows(self, i: int) -> bool:
        """ "Kelly said" is no adverb."""
        following = self.low[i + 1] if i + 1 < len(self.low) else ""
        return bool(self.cues.words.get(following, 0) & (c.VERB | c.AUX))

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or i - 1 in self.quotes or self.words[i - 1] in '.!?…:“”"(—'

    def _part(self) -> None:
        """Number the sentences."""
        sentence: list[int] = []
        number = 0
        words = self.words
        last = len(words) - 1
        starts, ends = self.starts, self.ends
        blank = last >= 0 and self.text.find("\n\n", starts[0], ends[-1]) >= 0
        for i, word in enumerate(words):
            sentence.append(number)
            if i == last:
                break
            if word in _SENTENCE_ENDS or word == "“”":
                if word == "“”" and self.ending(i) not in _SENTENCE_ENDS:
                    continue
                if self.flags[i + 1] & QUOTE or self._capital(i + 1):
                    number += 1
            elif (
                blank
                and word not in ":,"
                and starts[i + 1] - ends[i] > 1
                and self.text.find("\n\n", ends[i], starts[i + 1]) >= 0
            ):
                number += 1
        self.sentence = sentence

    def _capital(self, i: int) -> bool:
        first = self.words[i][0]
        return first.isupper() or first.isdigit() or first in "([«“—–-"

    def ending(self, i: int) -> str:
        """The last character inside the quotation at ``i``."""
        quote = self.quotes[i]
        for at in range(quote.inner_end - 1, quote.inner_start - 1, -1):
            char = self.text[at]
            if char not in "’'”\"»›)]*_ ":
                return char
        return ""

    def bounds(self, i: int) -> tuple[int, int]:
        """The tokens of the sentence that token ``i`` stands in, as far as they matter."""
        number = self.sentence[i]
        sentence = self.sentence
        start = i
        floor = max(0, i - _REACH)
        while start > floor and sentence[start - 1] == number:
            start -= 1
        end = i + 1
        ceiling = min(len(sentence), i + _REACH)
        while end < ceiling and sentence[end] == number:
            end += 1
        return start, end

    def print(self, start: int, end: int) -> str:
        """The text from token ``start`` up to token ``end``, on one line."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())


#: Endings of adverbs: of words that begin a sentence, of others.
_ADVERB_ENDINGS = {
    "en": ("ly",),
    "de": ("lich", "isch", "zeitig", "ufig", "ftig", "chtig", "weise", "mals", "dings", "wärts"),
    "fr": ("ment",),
}
_LOWER_ADVERBS = {"en": ("ly",), "de": ("lich", "weise", "mals"), "fr": ("ment",)}
_GROUP_ENDINGS = (
    "ministerium", "behörde", "polizei", "regierung", "verband", "partei", "fraktion", "institut",
    "universität", "gericht", "anwaltschaft", "zeitung", "agentur", "konzern", "amt", "kammer",
    "gewerkschaft", "verein", "kommission", "bank", "unternehmen", "gesellschaft", "stiftung",
)  # fmt: skip


def _abbreviated(word: str) -> bool:
    """Whether a full stop after ``word`` belongs to it: "Dr.", "J.", "U.S."."""
    return (
        (len(word) == 1 and word.isalpha())
        or (len(word) < 7 and word.lower() in _ABBREVIATIONS)
        or (word[1:2] == "." and word[0].isalpha())
    )


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
