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

_TOKEN = re.compile(
    r"""(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|Mme|Mlle|MM|Mgr
        |Inc|Corp|Ltd|Co|No|vs|etc|bzw|ca|Nr|Abs|approx|med|rer|nat|phil|jur|al)\.
    | (?:[^\W\d_]\.[-‐]?)+(?=[\s,;:)’'“”"]|[^\W\d_]|$)
    | (?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)
    | \d+(?:[.,:]\d+)*\w*
    | \w+(?:[-‐‑'’&./*]\w+)*(?:(?<=[sxz])['’](?!\w))?
    | \\[A-Za-z]+\*?
    | [^\w\s{}*_\#~^]""",
    re.X | re.I,
)
_INVERTED = re.compile(r"(.+?)(-(?:t-)?)(ils?|elles?|on)$", re.I)
_SENTENCE_ENDS = frozenset(".!?…")


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
            self._split(at, quote.start)
            self.quotes[len(self.words)] = quote
            self.words.append("“”")
            self.starts.append(quote.start)
            self.ends.append(quote.end)
            at = quote.end
        self._split(at, end)
        self.low = [word.lower() for word in self.words]
        self.language = guess(self.low, language)
        self.cues = LANGUAGES[self.language]
        if self.language == "fr":
            self._uninvert()
        self._flag()
        self._part()

    def _split(self, start: int, end: int) -> None:
        for match in _TOKEN.finditer(self.text, start, end):
            word = match.group()
            if word[0] == "\\":
                continue
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())

    def _uninvert(self) -> None:
        """French "a-t-il": the verb and the pronoun apart."""
        hits = [i for i, word in enumerate(self.low) if "-" in word and _INVERTED.match(word)]
        for i in reversed(hits):
            match = _INVERTED.match(self.low[i])
            if match is None:
                continue
            verb, joint, pronoun = match.groups()
            start = self.starts[i]
            cut = start + len(verb)
            end = self.ends[i]
            self.words[i : i + 1] = [self.words[i][: len(verb)], pronoun]
            self.low[i : i + 1] = [verb, pronoun]
            self.starts[i : i + 1] = [start, cut + len(joint)]
            self.ends[i : i + 1] = [cut, end]
            self.quotes = {(k if k < i else k + 1): quote for k, quote in self.quotes.items()}

    def _flag(self) -> None:
        table = self.cues.words
        german = self.language == "de"
        flags = []
        for i, word in enumerate(self.words):
            low = self.low[i]
            bits = table.get(low, 0)
            first = word[0]
            if not first.isalpha():
                if i in self.quotes:
                    bits |= QUOTE
                elif first.isdigit():
                    bits |= NUMBER
                else:
                    bits |= PUNCTUATION
            elif first.isupper():
                if bits & c.TIME:
                    bits = c.TIME
                elif self._opens_sentence(i) and (
                    bits & c.ADVERB
                    and not bits & (c.ROLE | c.GROUP)
                    or not bits
                    and low.endswith(_ADVERB_ENDINGS[self.language])
                    and len(low) > 4
                ):
                    bits |= c.ADVERB
                elif not bits & _FUNCTION or (len(word) > 1 and word.isupper()):
                    if bits & _FUNCTION:
                        bits = 0
                    bits |= CAPITAL
                    if low[-2:] in ("’s", "'s") or low[-1] in "’'":
                        bits |= GENITIVE
                    if german and not bits & c.GROUP and low.endswith(ROLE_ENDINGS):
                        bits |= c.ROLE | c.TITLE
                    elif german and bits & c.ROLE:
                        bits |= c.TITLE
                    elif german and not bits & ~CAPITAL and low.endswith(_GROUP_ENDINGS):
                        bits |= c.GROUP
            else:
                if low[-2:] in ("’s", "'s") or low[-1] in "’'":
                    if len(low) > 3:
                        bits |= GENITIVE
                elif bits & c.TIME and bits & c.AUX:
                    bits &= ~c.TIME
                if not bits and len(low) > 4 and low.endswith(_LOWER_ADVERBS[self.language]):
                    bits = c.ADVERB
                elif not bits and "-" in word and word[word.rfind("-") + 1 :][:1].isupper():
                    bits |= CAPITAL
            flags.append(bits)
        self.flags = flags

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or i - 1 in self.quotes or self.words[i - 1] in ".!?…:“”\"(—"

    def _part(self) -> None:
        """Number the sentences."""
        sentence: list[int] = []
        number = 0
        last = len(self.words) - 1
        for i, word in enumerate(self.words):
            sentence.append(number)
            if i == last:
                break
            if word in _SENTENCE_ENDS:
                if self.flags[i + 1] & QUOTE or self._capital(i + 1):
                    number += 1
            elif i in self.quotes:
                ending = self.ending(i)
                if ending in _SENTENCE_ENDS and (
                    self.flags[i + 1] & QUOTE or self._capital(i + 1)
                ):
                    number += 1
            elif word not in ":," and self.text.find("\n", self.ends[i], self.starts[i + 1]) >= 0 and (
                self.text.find("\n\n", self.ends[i], self.starts[i + 1]) >= 0
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
        """The tokens of the sentence that token ``i`` stands in."""
        number = self.sentence[i]
        start = i
        while start and self.sentence[start - 1] == number:
            start -= 1
        end = i + 1
        while end < len(self.words) and self.sentence[end] == number:
            end += 1
        return start, end

    def print(self, start: int, end: int) -> str:
        """The text from token ``start`` up to token ``end``, on one line."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())


#: Endings of adverbs: of words that begin a sentence, of others.
_ADVERB_ENDINGS = {
    "en": ("ly",),
    "de": ("lich", "isch", "ig", "weise", "mals", "dings", "wärts"),
    "fr": ("ment",),
}
_LOWER_ADVERBS = {"en": ("ly",), "de": ("lich", "weise", "mals"), "fr": ("ment",)}
_GROUP_ENDINGS = (
    "ministerium", "behörde", "polizei", "regierung", "verband", "partei", "fraktion", "institut",
    "universität", "gericht", "anwaltschaft", "zeitung", "agentur", "konzern", "amt", "kammer",
    "gewerkschaft", "verein", "kommission", "bank", "unternehmen", "gesellschaft", "stiftung",
)  # fmt: skip


def guess(words: Sequence[str], default: str) -> str:
    """The language of lower-case ``words`` by their function words, or ``default``."""
    present = set(words)
    best, most = default, 2
    for code, language in LANGUAGES.items():
        hits = len(present & language.common)
        if hits > most or (hits == most and code == default):
            best, most = code, hits
    return best
