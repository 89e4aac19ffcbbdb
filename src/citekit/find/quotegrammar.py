"""Attributions: which words around a quotation say who speaks.

For each quotation of a :class:`citekit.find.quotetokens.Unit` the rules are tried from
the surest to the least sure; the first that finds a speaker wins.  The positions follow
the three places of the reporting clause in Quirk et al., *A Comprehensive Grammar of the
English Language* (1985), 14.28–29: before, after, and inside the reported speech.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.find import cues as c
from citekit.find.cues_de import REPORTED
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotesubjects import (
    INHERITED,
    PASSIVE,
    after,
    agent,
    antecedent,
    only_name,
    possessor,
    sentence_subject,
    subject,
)
from citekit.find.quotetokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

_THAT = frozenset("that dass que qu' qu’".split())
_DASHES = frozenset("—–-")
_MODALS = frozenset(
    "would will could can may might must shall should did does do 'd ’d 'll to".split()
)
#: Participles whose object and predicate are both needed: "X called the plan “…”".
_CALLED = frozenset(
    "called dubbed labeled labelled branded termed named styled rated deemed considered".split()
)
_OBJECTS = {
    "en": ("her", "him", "them", "it"),
    "de": ("ihm", "ihr", "ihnen"),
    "fr": ("lui", "elle", "eux", "elles"),
}
_FAR = 42


class Attribution(NamedTuple):
    """Who speaks at a quotation: the phrase, the tokens of the cue, the rule and its score.

    ``phrase`` None means the speaker of the quotation at token ``same`` (-1: of the
    paragraph before).
    """

    phrase: Phrase | None
    start: int
    end: int
    method: str
    score: float
    same: int = -1
    reason: str = ""
    #: The tokens that the phrase stands in, if not those of the quotation.
    unit: Unit | None = None


class Shape(NamedTuple):
    """What a quotation looks like: number of words, whether it begins with a capital and
    ends as a sentence, whether a comma or the like ends it inside or follows it."""

    words: int
    capital: bool
    sentence: bool
    pause: bool


class Attributor:
    """Attributes the quotations of one unit, in order."""

    def __init__(self, u: Unit, continues: bool = False) -> None:
        self.u = u
        self.found: dict[int, Attribution] = {}
        #: Verbs that belong to the quotation before them: token → that quotation.
        self.bound: dict[int, int] = {}
        self.continues = continues
        self.shapes = {q: self._shape(q) for q in u.quotes}

    def run(self) -> dict[int, Attribution]:
        """The attributions by the quotation's token."""
        order = list(self.u.quotes)
        for place, q in enumerate(order):
            previous = order[place - 1] if place else -1
            found = self._attribute(q, previous)
            if found is not None:
                self.found[q] = found
        return self.found

    def _shape(self, q: int) -> Shape:
        u = self.u
        quote = u.quotes[q]
        inner = u.text[quote.inner_start : quote.inner_end]
        ending = u.ending(q)
        follows = u.words[q + 1] if q + 1 < len(u.words) else ""
        first = inner.lstrip("“‘\"'«‹„‚([… ")[:1]
        return Shape(
            len(inner[:400].split()),
            first.isupper() or first.isdigit() or inner[:1] in "…[",
            ending in (".", "!", "?", "…"),
            ending in (",", "!", "?", "…", "—", "–", "-", ".") or follows in (",", "—", "–", "-"),
        )

    def _attribute(self, q: int, previous: int) -> Attribution | None:
        u = self.u
        low, high = u.bounds(q)
        shape = self.shapes[q]
        if q > low and u.flags[q - 1] & c.SOCALLED and u.language != "fr":
            return None
        if self._is_title(q, low) or self._is_medium(q, low):
            return None
        intro = q > low and u.words[q - 1] in (":", ",")
        found = None
        if intro and (u.words[q - 1] == ":" or shape.capital):
            found = self._left(q, low, high, direct=True)
            if found is not None and found.phrase is None and self._after(q, high):
                found = None
        if found is None:
            found = self._after(q, high)
        if found is None and u.language == "fr" and shape.words > 4:
            found = self._inside(q)
        if found is None:
            found = self._left(q, low, high, direct=False)
        if found is None and intro and u.words[q - 1] == ":":
            found = self._colon(q, low)
        if found is None:
            found = self._source(q, low, high)
        if found is None:
            found = self._speech_noun(q, low)
        if found is None:
            found = self._right(q, high)
        if found is None:
            found = self._signed(q, high)
        if found is None:
            found = self._continued(q, previous, low)
        return found

    # --- verbs ------------------------------------------------------------------

    def _verb(self, k: int, kinds: int, low: int, high: int) -> bool:
        """Whether token ``k`` is a finite verb (or gerund) of one of ``kinds``."""
        u = self.u
        bits = u.flags[k]
        if not bits & kinds or (bits & CAPITAL and k > low):
            return False
        word = u.low[k]
        partners = u.cues.partners.get(word)
        if partners is not None and partners.isdisjoint(u.low[max(low, k - 3) : min(high, k + 40)]):
            return False
        if k == low:
            return True
        left = k - 1
        while left > low and u.flags[left] & c.ADVERB and not u.flags[left] & (CAPITAL | c.AUX):
            left -= 1
        before = u.flags[left]
        if u.language == "en":
            if before & c.DETERMINER and not before & (CAPITAL | c.RELATIVE):
                return u.low[left] == "her" and not bits & (c.BASE | c.NOUNLIKE)
            if bits & (c.BASE | c.NOUNLIKE) and before & (GENITIVE | c.PREPOSITION):
                return False
            if bits & c.BASE and not bits & c.PARTICIPLE:
                return self._plural_or_modal(left, low)
            if word == "read" and before & c.AUX:
                return False
            if bits & (c.BASE | c.NOUNLIKE) and k + 1 < high:
                following = u.flags[k + 1]
                if following & c.AUX and not following & (CAPITAL | PUNCTUATION):
                    return False
        elif u.language == "fr" and before & c.DETERMINER and not before & CAPITAL:
            return bool(before & c.CLITIC) and left > low and not u.flags[left - 1] & (
                (PUNCTUATION if u.words[left - 1] != ")" else 0) | c.PREPOSITION
            )
        return True

    def _plural_or_modal(self, left: int, low: int) -> bool:
        u = self.u
        word = u.low[left]
        bits = u.flags[left]
        if word in _MODALS or bits & c.SELF or word == "they":
            return True
        if bits & (PUNCTUATION | QUOTE):
            return word in (",", ")", "—") or bool(bits & QUOTE)
        if bits & (c.JOIN | c.RELATIVE):
            return True
        if word in ("some", "many", "others", "most", "people", "police", "several", "both"):
            return True
        if bits & CAPITAL:
            return any(u.low[i] == "and" for i in range(max(low, left - 5), left)) or (
                word.endswith("s") and not bits & GENITIVE
            )
        return word.endswith("s") or bool(bits & c.GROUP)

    def _verbs(self, low: int, high: int, kinds: int) -> list[int]:
        flags = self.u.flags
        return [k for k in range(low, high) if flags[k] & kinds and self._verb(k, kinds, low, high)]

    # --- after: “…,” said X -----------------------------------------------------

    def _after(self, q: int, high: int) -> Attribution | None:
        """The reporting clause that follows directly."""
        u = self.u
        flags = u.flags
        end = len(u.words)
        shape = self.shapes[q]
        j = q + 1
        if j >= end or not shape.pause and not self._clause_like(q, j):
            return None
        ending = u.ending(q)
        comma = u.words[j] in (",", "—", "–", "-")
        if comma:
            j += 1
        elif ending == "." and u.language != "de":
            return None
        if j >= end:
            return None
        stop = u.bounds(j)[1]
        source = self._source_at(j, stop) or self._reads(j, stop) or self._reply(j, stop)
        if source is not None:
            return source
        k = j
        clitics = 0
        while k < stop and clitics < 4 and (
            flags[k] & (c.AUX | c.CLITIC)
            or (flags[k] & c.PRONOUN and k > j)
            or (flags[k] & c.ADVERB and k > j and not flags[k] & c.VERB)
        ) and not flags[k] & (CAPITAL | PUNCTUATION):
            if u.language == "en" and flags[k] & c.PRONOUN:
                break
            k += 1
            clitics += 1
        if k < stop and flags[k] & c.VERB and not flags[k] & CAPITAL:
            found = self._inverted(q, j, k, stop)
            if found is not None:
                return found
        if u.low[j] in ("as", "wie", "comme", "so") and j + 1 < stop:
            j += 1
        return self._subject_first(q, j, stop)

    def _reply(self, j: int, stop: int) -> Attribution | None:
        """“…,” came the reply from X."""
        u = self.u
        if u.low[j] not in ("came", "was", "lautete", "war", "fut"):
            return None
        for noun in range(j + 1, min(stop, j + 4)):
            if u.flags[noun] & c.SPEECH:
                phrase = possessor(u, noun, j)
                if phrase is not None:
                    return Attribution(phrase, j, phrase.end, "cue-after", 0.8, reason=u.low[noun])
        return None

    def _reads(self, j: int, stop: int) -> Attribution | None:
        """German: „…“, heißt es in einer Mitteilung des Ministeriums."""
        u = self.u
        if u.low[j] not in ("heißt", "hieß") or u.low[j + 1 : j + 2] != ["es"]:
            return None
        for at in range(j + 2, min(stop, j + 8)):
            if u.low[at] in ("in", "aus", "bei", "von", "im", "vom") and not u.flags[at] & CAPITAL:
                phrase = parse(u, at + 1, stop)
                if phrase is None or phrase.kind not in ("role", "name"):
                    return None
                for inner in range(phrase.start + 1, phrase.end):
                    if u.low[inner] in ("des", "der", "vom") and phrase.kind == "role":
                        owner = parse(u, inner, stop)
                        phrase = owner if owner is not None else phrase
                        break
                return Attribution(phrase, j, phrase.end, "cue-after", 0.8, reason="heißt es")
        return None

    def _inside(self, q: int) -> Attribution | None:
        """French: « …, a déclaré X, … », the clause inside the marks."""
        quote = self.u.quotes[q]
        inner = Unit(self.u.text, quote.inner_start, quote.inner_end, [], "fr")
        size = len(inner.words)
        for k in range(2, size):
            bits = inner.flags[k]
            if not bits & (c.SAY | c.WEAK) or bits & (CAPITAL | c.GERUND | c.TO):
                continue
            j = k - 1
            pronoun = None
            while j > 0 and inner.flags[j] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
                if inner.flags[j] & c.PRONOUN:
                    pronoun = parse(inner, j, k)
                j -= 1
            if inner.words[j] != ",":
                continue
            phrase = pronoun or after(inner, k + 1, size)
            if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
                continue
            end = max(k + 1, phrase.end)
            rest = [i for i in range(end, min(size, end + 14)) if inner.words[i] in ",."]
            if not rest and end < size:
                continue
            if phrase.start > k + 1 and pronoun is None and phrase.kind == "role":
                continue
            return Attribution(phrase, j + 1, end, "cue-inside", 0.85, -1, inner.low[k], inner)
        return None

    def _clause_like(self, q: int, j: int) -> bool:
        """Quotations without a comma of their own: “…” said X."""
        u = self.u
        return self.shapes[q].words > 2 and bool(u.flags[j] & (c.SAY | c.SOURCE))

    def _inverted(self, q: int, j: int, k: int, stop: int) -> Attribution | None:
        u = self.u
        bits = u.flags[k]
        if bits & c.GERUND and not bits & c.PARTICIPLE:
            return None
        if not bits & (c.SAY | c.WEAK | (c.NAME | c.ACT if u.language != "en" else 0)):
            return None
        partners = u.cues.partners.get(u.low[k])
        if partners is not None and partners.isdisjoint(u.low[k : min(stop, k + 40)]):
            return None
        phrase: Phrase | None = None
        for m in range(j, k):
            if u.flags[m] & c.PRONOUN and not u.flags[m] & CAPITAL:
                phrase = parse(u, m, k)
        if phrase is None:
            if u.language == "en":
                phrase = self._english_inversion(k, stop)
            else:
                phrase = after(u, k + 1, stop)
        if phrase is None or phrase.kind == "self":
            return None
        self.bound[k] = q
        end = max(k + 1, phrase.names[-1][1] if phrase.names else phrase.end)
        return Attribution(phrase, j, end, "cue-after", 0.95, reason=u.low[k])

    def _english_inversion(self, k: int, stop: int) -> Phrase | None:
        u = self.u
        if k + 1 >= stop:
            return None
        bits = u.flags[k + 1]
        if bits & c.PREPOSITION or bits & PUNCTUATION:
            return None
        return after(u, k + 1, stop)

    def _subject_first(self, q: int, j: int, stop: int) -> Attribution | None:
        """“…,” X, a fellow at Y, said."""
        u = self.u
        if u.flags[j] & (PUNCTUATION | QUOTE | c.JOIN) or (
            u.flags[j] & c.GERUND and not u.flags[j] & CAPITAL
        ):
            return None
        last = min(stop, j + 36)
        for k in range(j + 1, last):
            if u.flags[k] & QUOTE:
                return None
            if not u.flags[k] & (c.SAY | c.WEAK) or not self._verb(k, c.SAY | c.WEAK, j, stop):
                continue
            phrase = subject(u, k, j, stop)
            if phrase is None or phrase.kind == "self" or phrase.start != j:
                if u.flags[k] & c.WEAK:
                    continue
                return None
            if u.flags[k] & c.WEAK and not u.flags[k] & c.SAY and not self._weak_fits(k, stop):
                return None
            self.bound[k] = q
            return Attribution(phrase, j, k + 1, "cue-after", 0.95, reason=u.low[k])
        return None

    def _weak_fits(self, k: int, stop: int) -> bool:
        """A verb of manner closes the clause or has no object beside it."""
        u = self.u
        return k + 1 >= stop or bool(
            u.flags[k + 1] & (PUNCTUATION | QUOTE | c.PREPOSITION | c.ADVERB | c.TIME)
        ) or u.low[k + 1] in ("it", "on")

    # --- before: X said (that) “…” ------------------------------------------------

    def _left(self, q: int, low: int, high: int, direct: bool) -> Attribution | None:
        """The reporting clause before the quotation, in its sentence."""
        u = self.u
        shape = self.shapes[q]
        start = max(low, q - _FAR)
        verbs = self._verbs(start, q, c.VERB)
        for place in range(len(verbs) - 1, -1, -1):
            k = verbs[place]
            bits = u.flags[k]
            gap = q - k - 1
            if k in self.bound:
                return self._split(q, k)
            if bits & c.WEAK and not bits & (c.SAY | c.ACT | c.NAME) and not self._introduces(k, q):
                continue
            if direct and gap > 24:
                break
            phrase = subject(u, k, self._floor(verbs, place, low), high)
            if phrase is PASSIVE:
                phrase = agent(u, k, q, high)
                if phrase is None:
                    continue
            elif phrase is INHERITED:
                phrase, inherited = self._inherited(verbs[:place], low, k, high)
                if phrase is None and inherited is None and self.found and direct:
                    last = max(self.found)
                    return self.found[last]._replace(
                        phrase=None, same=last, method="continued", score=0.8, reason=u.low[k]
                    )
                if inherited is not None:
                    return self._cue(q, inherited.phrase, k, k, gap, inherited.same)
            if phrase is None:
                continue
            if phrase.kind == "self":
                return None
            if phrase.kind == "role" and u.flags[phrase.head] & (c.WORK | c.GROUP | c.ROLE) == c.WORK:
                return None
            if self._reduced(k, q, phrase, low):
                continue
            known = phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP | c.INDEFINITE)
            if not known and not bits & c.SAY and u.language == "en":
                continue
            if not direct and self._scare(q, k, gap, shape, high):
                continue
            return self._cue(q, phrase, k, max(low, phrase.start), gap, -1)
        return None

    def _floor(self, verbs: list[int], place: int, low: int) -> int:
        """Where the search for a subject to the left must stop: after the verb before."""
        u = self.u
        for before in reversed(verbs[:place]):
            bits = u.flags[before]
            relative = before > low and u.low[before - 1] in ("who", "which", "qui", "that")
            if bits & c.SAY and not bits & (c.GERUND | c.BASE | c.NOUNLIKE) and not relative:
                if u.language != "en" or before in self.bound or not self._participial(before):
                    return before + 1
        return low

    def _participial(self, k: int) -> bool:
        """Whether a past form is a participle in apposition: ", asked about it,"."""
        return k > 0 and self.u.words[k - 1] == ","

    def _introduces(self, k: int, q: int) -> bool:
        u = self.u
        if u.words[q - 1] in (":", ","):
            return True
        return q - k <= 3 and self.shapes[q].capital

    def _split(self, q: int, k: int) -> Attribution | None:
        """The verb before belongs to an earlier quotation: “…,” he said, “…”."""
        u = self.u
        first = self.bound[k]
        last = u.low[q - 1]
        if first not in self.found:
            return None
        if last in (",", ":", "—", "–", "and", "und", "et", "but", "…", "that", "dass", "que"):
            earlier = self.found[first]
            return earlier._replace(
                phrase=None, method="split", score=0.9, same=first, reason="same sentence"
            )
        return None

    def _inherited(
        self, verbs: list[int], low: int, k: int, high: int
    ) -> tuple[Phrase | None, Attribution | None]:
        """The subject of the clause before, for "and called", "adding that", "to say"."""
        for before in reversed(verbs):
            if before in self.bound and self.bound[before] in self.found:
                earlier = self.found[self.bound[before]]
                return None, Attribution(
                    earlier.phrase, 0, 0, "", 0, earlier.same if earlier.phrase is None else -1
                )
            phrase = subject(self.u, before, low, high)
            if phrase is not None and phrase not in (INHERITED, PASSIVE):
                return phrase, None
        for q, earlier in self.found.items():
            if self.u.bounds(q)[0] == low and q < k and earlier.method == "cue-after":
                return None, earlier
        found = sentence_subject(self.u, low, k)
        return (found if found is None or found.end <= k else None), None

    def _reduced(self, k: int, q: int, phrase: Phrase, low: int) -> bool:
        """Whether a verb of naming is a passive without "be": "an operation called “…”"."""
        u = self.u
        bits = u.flags[k]
        if u.language != "en" or u.low[k] not in _CALLED:
            return False
        between = [i for i in range(k + 1, q) if not u.flags[i] & (c.ADVERB | PUNCTUATION)]
        objectless = not between or (u.low[between[0]] == "as" and not bits & c.ACT)
        if not objectless or (k > phrase.end and u.flags[k - 1] & c.AUX):
            return False
        if phrase.kind == "pronoun":
            return False
        before = phrase.start - 1
        return not (before >= low and u.low[before] in ("what", "which", "that", "whom", "as"))

    def _scare(self, q: int, k: int, gap: int, shape: Shape, high: int) -> bool:
        """Whether a word or two in the reported clause are only set off, not reported."""
        u = self.u
        bits = u.flags[k]
        if shape.words > 2 or (shape.capital and shape.sentence):
            return False
        if bits & c.NAME:
            return gap > 24
        before = u.flags[q - 1]
        follows = u.flags[q + 1] if q + 1 < high else PUNCTUATION
        if before & (GENITIVE | c.POSSESSIVE) and bits & c.SAY:
            return not follows & PUNCTUATION
        if u.low[q - 1] in ("the", "these", "those", "this", "les", "die") and bits & c.SAY:
            return gap > 3 or shape.words == 1
        return gap > 22

    def _cue(
        self, q: int, phrase: Phrase | None, k: int, start: int, gap: int, same: int
    ) -> Attribution:
        u = self.u
        end = k + 1
        if end < q and u.low[end] in _THAT:
            end += 1
        if phrase is not None and phrase.start > k:
            start = k
            end = max(end, phrase.names[-1][1] if phrase.names else phrase.end)
        elif start > 0 and u.low[start - 1] in ("as", "what", "wie", "comme"):
            start -= 1
        start = min(start, k)
        intro = u.words[q - 1] in (":", ",") or u.low[q - 1] in _THAT or gap == 0
        score = 0.95 if intro else max(0.6, 0.9 - 0.01 * gap)
        kind = u.flags[k]
        if not kind & c.SAY and not intro:
            score = max(0.6, score - 0.05)
        method = "cue-before" if intro else "cue-clause"
        return Attribution(phrase, start, end, method, round(score, 2), same, u.low[k])

    # --- without a verb -------------------------------------------------------------

    def _colon(self, q: int, low: int) -> Attribution | None:
        """X was blunt: “…”"""
        u = self.u
        noun = self._speech_noun(q, low)
        if noun is not None:
            return noun
        phrase = sentence_subject(u, low, q)
        if phrase is None and self.shapes[q].capital:
            phrase = only_name(u, low, q)
        if phrase is None or phrase.kind == "self":
            return None
        if phrase.kind == "role" and not phrase.definite and u.flags[phrase.head] & c.GROUP == 0:
            if not u.flags[phrase.head] & (c.ROLE | c.INDEFINITE):
                return None
        elif phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        score = 0.7 if self.shapes[q].capital else 0.55
        return Attribution(phrase, phrase.start, q - 1, "colon", score, reason="colon")

    def _source_at(self, j: int, stop: int) -> Attribution | None:
        """"according to X" at token ``j``."""
        u = self.u
        if not u.flags[j] & (c.SOURCE | c.PREPOSITION):
            return None
        for words in u.cues.sources:
            size = len(words)
            if tuple(u.low[j : j + size]) == words:
                phrase = self._object(j + size, stop)
                if phrase is None or phrase.kind == "self":
                    return None
                if words[0] in ("for", "pour", "für", "per") and phrase.kind != "name":
                    if not phrase.definite or not u.flags[phrase.head] & c.ROLE or (
                        j > 0 and u.words[j - 1] not in ".!?"
                    ):
                        return None
                phrase = _with_name(u, phrase, stop)
                end = phrase.names[-1][1] if phrase.names else phrase.end
                return Attribution(phrase, j, end, "according-to", 0.9, reason=" ".join(words))
        return None

    def _object(self, at: int, stop: int) -> Phrase | None:
        """A noun phrase or an object pronoun: "according to her"."""
        u = self.u
        if at < stop and u.low[at] in _OBJECTS[u.language]:
            following = u.flags[at + 1] if at + 1 < stop else PUNCTUATION
            if following & ~(CAPITAL | c.ROLE | c.GROUP) or u.low[at] != "her":
                return Phrase(at, at + 1, "pronoun", definite=True)
        return parse(u, at, stop)

    def _source(self, q: int, low: int, high: int) -> Attribution | None:
        """"According to X" elsewhere in the sentence, "X zufolge"."""
        u = self.u
        shape = self.shapes[q]
        for j in range(low, high):
            if not u.flags[j] & (c.SOURCE | c.PREPOSITION) or j == q:
                continue
            if j > q and shape.words < 3:
                break
            if u.low[j] in u.cues.postposed and j > low and self._postposed(j, high):
                phrase = subject_before_postposition(u, j, low)
                if phrase is not None:
                    return Attribution(
                        phrase, phrase.start, j + 1, "according-to", 0.85, reason=u.low[j]
                    )
            whom = u.low[j + 1 : j + 2]
            if j > low and whom in (["qui"], ["whom"], ["lequel"], ["laquelle"]) and j < q:
                phrase = antecedent(u, j, low)
                if phrase is not None:
                    return Attribution(phrase, phrase.start, j + 2, "according-to", 0.75, reason=u.low[j])
            if u.low[j] in ("for", "pour", "für", "per", "so") and j > low + 1:
                continue
            found = self._source_at(j, high)
            if found is not None and found.phrase is not None and found.phrase.end <= (
                q if j < q else high
            ):
                weak = u.low[j] in ("for", "pour", "für", "per")
                return found._replace(score=0.6 if weak else 0.8)
        return None

    def _postposed(self, j: int, high: int) -> bool:
        u = self.u
        if u.low[j] == "zufolge":
            return True
        return j + 1 < high and u.words[j + 1] == "," and False

    def _speech_noun(self, q: int, low: int) -> Attribution | None:
        """X’s warning that “…”; in X’s words, “…”"""
        u = self.u
        for noun in range(q - 1, max(low - 1, q - 9), -1):
            bits = u.flags[noun]
            if bits & QUOTE:
                return None
            if not bits & c.SPEECH or (bits & CAPITAL and u.language != "de"):
                continue
            phrase = possessor(u, noun, low)
            if phrase is None or phrase.end > q:
                continue
            start = min(phrase.start, noun)
            end = max(noun + 1, phrase.end)
            return Attribution(phrase, start, end, "speech-noun", 0.7, reason=u.low[noun])
        return None

    def _right(self, q: int, high: int) -> Attribution | None:
        """A reporting clause at the end of the sentence: … “…” …, X said."""
        u = self.u
        shape = self.shapes[q]
        kinds = c.SAY | c.NAME if u.language == "de" else c.SAY
        for k in self._verbs(q + 1, high, kinds):
            if u.flags[k] & c.GERUND:
                continue
            if u.language == "de" and u.flags[k] & c.PARTICIPLE:
                found = self._participle_last(q, k, high)
                if found is not None:
                    return found
            if shape.words < 2 and (
                u.language != "de" or REPORTED.isdisjoint(u.low[u.bounds(q)[0] : k])
            ):
                continue
            phrase = subject(u, k, q + 1, high)
            if phrase is None or phrase.kind in ("inherited", "passive"):
                if u.words[k - 1] == "," and k + 1 < high and u.low[k + 1] not in _THAT:
                    phrase = after(u, k + 1, high)
            if phrase is None or phrase.kind in ("self", "inherited", "passive"):
                continue
            start = min(phrase.start, k)
            if start <= q + 1 or u.words[start - 1] != "," and not (
                u.flags[start - 1] & QUOTE and self.shapes[start - 1].pause
            ):
                if not (start > q + 1 and u.low[start - 1] in ("as", "wie", "comme")):
                    continue
            if shape.words < 3 and k - q > 16 and u.language != "de":
                continue
            end = max(k + 1, phrase.end)
            return Attribution(phrase, start, end, "clause-end", 0.7, reason=u.low[k])
        return None

    def _participle_last(self, q: int, k: int, high: int) -> Attribution | None:
        """German: "X hat den Plan als „…“ bezeichnet"."""
        u = self.u
        low = u.bounds(q)[0]
        if any(u.words[i] == "," for i in range(q + 1, k)):
            return None
        phrase = subject(u, k, low, high)
        if phrase is PASSIVE:
            phrase = agent(u, k, q, high)
        if phrase is INHERITED:
            phrase = sentence_subject(u, low, q)
        if phrase is None or phrase.kind in ("self", "inherited", "passive"):
            return None
        if phrase.start > q:
            return None
        return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.8, reason=u.low[k])

    def _signed(self, q: int, high: int) -> Attribution | None:
        """“…” — X, and “…” (X 1999, 12)."""
        u = self.u
        j = q + 1
        if j >= len(u.words):
            return None
        word = u.words[j]
        stop = u.bounds(j)[1]
        if word in _DASHES and j + 1 < stop and self.shapes[q].words > 3:
            phrase = parse(u, j + 1, stop)
            if phrase is not None and phrase.kind == "name":
                if phrase.end >= len(u.words) or u.words[phrase.end] in (",", "("):
                    if u.sentence[q] == 0 or q == 0:
                        return Attribution(
                            phrase, phrase.start, phrase.end, "signature", 0.8, reason="dash"
                        )
        if word == "(" and j + 1 < len(u.words) and u.flags[j + 1] & CAPITAL:
            stop = min(len(u.words), j + 16)
            phrase = parse(u, j + 1, stop)
            if phrase is None or phrase.kind != "name":
                return None
            for i in range(phrase.end, min(stop, phrase.end + 5)):
                if u.flags[i] & NUMBER and len(u.words[i]) >= 4 and u.words[i][:4].isdigit():
                    return Attribution(
                        phrase, phrase.start, i + 1, "citation", 0.65, reason="author and year"
                    )
                if u.words[i] == ")":
                    break
        return None

    # --- the same speaker goes on ----------------------------------------------------

    def _continued(self, q: int, previous: int, low: int) -> Attribution | None:
        u = self.u
        shape = self.shapes[q]
        opens = all(
            u.flags[i] & (c.JOIN | c.ADVERB | PUNCTUATION) for i in range(low, q)
        )
        if previous < 0:
            if self.continues and opens and q <= 1 and shape.capital and shape.words > 3:
                return Attribution(
                    None, q, q, "next-paragraph", 0.6, -1, "follows the paragraph before"
                )
            return None
        earlier = self.found.get(previous)
        if earlier is None:
            known = [k for k in self.found if k < q]
            if not known or not opens or not shape.capital:
                return None
            previous = known[-1]
            earlier = self.found[previous]
        same = earlier._replace(phrase=None, same=previous, reason="follows a quotation")
        if opens and shape.capital:
            between = u.sentence[q] - u.sentence[previous]
            if between <= 1 or earlier.end >= low - 1:
                return same._replace(method="continued", score=0.85)
            if shape.sentence and between <= 4:
                return same._replace(method="paragraph", score=0.6)
            return None
        if u.sentence[q] == u.sentence[previous]:
            if earlier.method in ("cue-after", "split", "continued", "clause-end"):
                return None
            if not any(u.words[i] in ";:" for i in range(previous, q)):
                return same._replace(method="same-clause", score=0.7)
            return None
        if u.language == "de" and u.sentence[q] - u.sentence[previous] <= 2:
            high = u.bounds(q)[1]
            if not REPORTED.isdisjoint(u.low[low:high]):
                return same._replace(method="reported-speech", score=0.7)
        return None

    def _is_medium(self, q: int, low: int) -> bool:
        """Whether the quoted words name whom somebody spoke to: "sagte der „Abendpost“"."""
        u = self.u
        if q <= low or self.shapes[q].words > 4 or u.low[q - 1] not in _TO_MEDIUM[u.language]:
            return False
        quote = u.quotes[q]
        words = u.text[quote.inner_start : quote.inner_end].split()
        if not all(word[0].isupper() for word in words if len(word) > 3):
            return False
        if u.low[q - 1] in ("im", "dans"):
            return True
        spoken = u.flags[max(low, q - 4) : q]
        return any(bits & c.SAY for bits in spoken) and not any(bits & c.NAME for bits in spoken)

    def _is_title(self, q: int, low: int) -> bool:
        """Whether the quoted words are the title of a work, by the words before them."""
        u = self.u
        i = q - 1
        if i < low:
            return False
        if u.flags[i] & c.WORK and not u.flags[i] & (c.VERB if self.shapes[q].words > 6 else 0):
            return title_case(u, q)
        return u.low[i] in ("in", "dans") and title_case(u, q) and self.shapes[q].words > 1


_TO_MEDIUM = {
    "en": frozenset(("told", "tells", "in", "to")),
    "de": frozenset(("der", "dem", "im", "den")),
    "fr": frozenset(("au", "à", "du", "dans", "le")),
}


def title_case(u: Unit, q: int) -> bool:
    """Whether quoted words look like a title: capitals, no end of a sentence."""
    quote = u.quotes[q]
    inner = u.text[quote.inner_start : quote.inner_end]
    if len(inner) > 160 or inner.rstrip(",")[-1:] in ".!":
        return False
    words = [word for word in inner.split() if word[:1].isalpha()]
    if not words or not words[0][0].isupper():
        return False
    if u.language != "en":
        return True
    long = [word for word in words if len(word) > 3]
    return all(word[0].isupper() for word in long)


def subject_before_postposition(u: Unit, j: int, low: int) -> Phrase | None:
    """The phrase before "zufolge"."""
    i = j - 1
    while i >= low and not u.flags[i] & (PUNCTUATION | QUOTE | c.PREPOSITION | c.VERB | c.AUX):
        i -= 1
    return parse(u, i + 1, j)


def _with_name(u: Unit, phrase: Phrase, stop: int) -> Phrase:
    from_comma = after(u, phrase.start, stop)
    return from_comma if from_comma is not None and from_comma.kind == "name" else phrase
