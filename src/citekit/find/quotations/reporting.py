"""What makes a verb of saying one that reports a quotation."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.french import PARTICIPLES
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.bounds import alleged
from citekit.find.grammar.clauses import Attribution, Shape
from citekit.find.grammar.documents import FOUND
from citekit.find.grammar.fronted import opposed
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal
from citekit.find.quotations.written import Written

THAT = frozenset("that dass que qu' qu’".split())

#: Bits of a determiner alone, with no preposition in it as in "au".
_ARTICLES = (c.DEFINITE, c.INDEFINITE, c.POSSESSIVE, c.DEFINITE | c.INDEFINITE)
#: Participles whose object and predicate are both needed: "X called the plan “…”".
_CALLED = frozenset(
    "called dubbed labeled labelled branded termed named styled rated deemed considered".split()
)


def enclosed(u: Unit, verb: int, stop: int, low: int) -> bool:
    """French: whether a verb stands in a relative clause between commas: « Le maire, à qui nous
    l'avons demandé, a répondu … »."""
    if "," not in u.words[verb + 1 : stop]:
        return False
    for at in range(verb - 1, max(low, verb - 8), -1):
        if u.words[at] == "," or u.flags[at] & QUOTE:
            return False
        if u.flags[at] & c.RELATIVE:
            return "," in u.words[max(low, at - 2) : at]
    return False


def aside(u: Unit, verb: int, stop: int) -> bool:
    """French: whether a participle begins what stands between commas beside a subject: « Ada Roux,
    interrogée jeudi, redoute … »."""
    led = u.flags[verb] & c.PARTICIPLE and u.low[verb].endswith(PARTICIPLES)
    return bool(led) and u.words[verb - 1] == "," and "," in u.words[verb + 1 : stop]


class Reporting(Written):
    """What the rules for reports ask of a verb and its clause."""

    def _weak_fits(self, k: int, stop: int) -> bool:
        """A verb of manner closes the clause or has no object beside it."""
        u = self.u
        return (
            k + 1 >= stop
            or bool(u.flags[k + 1] & (PUNCTUATION | QUOTE | c.PREPOSITION | c.ADVERB | c.TIME))
            or u.low[k + 1] in ("it", "on")
        )

    def _what(self, phrase: Phrase, low: int) -> Phrase:
        """English: in "the ministry welcomed what it called “…”" the subject of the
        sentence for "it"."""
        u = self.u
        at = phrase.start
        if phrase.kind != "pronoun" or at - 1 <= low or u.low[at - 1] not in ("what", "which"):
            return phrase
        found = clause_subject(u, low, at - 1)
        if found is None or u.low[at] not in ("it", "they") or found.kind not in ("role", "name"):
            return phrase
        if u.low[at - 1] == "which" and not u.flags[found.head] & (c.GROUP | CAPITAL):
            return phrase
        if found.kind == "name":
            named = u.low[found.names[0][0]] in GIVEN
        else:
            named = bool(u.flags[found.head] & c.ROLE) or not found.definite
        return phrase if named else found

    def _floor(self, verbs: list[int], place: int, low: int) -> int:
        """Where the search for a subject to the left must stop: after the verb before."""
        u = self.u
        for before in reversed(verbs[:place]):
            bits = u.flags[before]
            relative = before > low and u.low[before - 1] in ("who", "which", "qui", "that")
            relative = relative or (
                u.language == "fr"
                and (enclosed(u, before, verbs[place], low) or aside(u, before, verbs[place]))
            )
            if (
                bits & c.SAY
                and not (u.low[before + 1] == "to" and alleged(u, before, low))
                and not bits & (c.GERUND | c.BASE | c.NOUNLIKE)
                and not relative
                and (u.language != "en" or before in self.bound or not self._participial(before))
            ):
                return before + 1
        return low

    def _participial(self, k: int) -> bool:
        """Whether a past form is a participle in apposition: ", asked about it,"."""
        return k > 0 and self.u.words[k - 1] == ","

    def _introduces(self, k: int, q: int) -> bool:
        u = self.u
        if u.words[q - 1] in (":", ","):
            return True
        return q - k <= 3 and self.shape(q).capital

    def _acts(self, phrase: Phrase | None) -> bool:
        """Whether a phrase is somebody, or a body, and no thing."""
        if phrase is None or phrase.kind != "role":
            return phrase is not None
        return bool(self.u.flags[phrase.head] & (c.ROLE | c.GROUP))

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
        if phrase.kind == "pronoun" or phrase.start > q:
            return False
        before = phrase.start - 1
        return not (before >= low and u.low[before] in ("what", "which", "that", "whom", "as"))

    def _declined(self, q: int) -> bool:
        """German: whether a quotation begins with an adjective as it stands after an article."""
        quote = self.u.quotes[q]
        first = next(iter(self.u.text[quote.inner_start : quote.inner_end].split(None, 1)), "")
        return first.endswith(("e", "en", "er", "es", "em"))

    def _against(self, k: int, low: int) -> Phrase | None:
        """French: who is against what a participle says of a thing: « Les élus se sont dressés
        contre une mesure qualifiée d'« indigne » »."""
        u = self.u
        if u.language != "fr" or u.flags[k - 1] or "contre" not in u.low[low:k]:
            return None
        phrase = clause_subject(u, low, k)
        if phrase is None or phrase.kind == "self":
            return None
        one = u.cues.words.get(u.low[phrase.head].removesuffix("s"), 0)
        return phrase if self._acts(phrase) or one & (c.ROLE | c.GROUP) else None

    def _scare(self, q: int, k: int, gap: int, shape: Shape, high: int) -> bool:
        """Whether a word or two in the reported clause are only set off, not reported."""
        u = self.u
        bits = u.flags[k]
        if shape.words > 2 or (shape.capital and shape.sentence):
            return False
        if u.low[k + 1] == "nothing":
            return True
        if bits & c.NAME:
            return gap > 24
        before = u.flags[q - 1]
        if before & c.POSSESSIVE and u.flags[q - 2] & c.BE:
            return False  # "said that it was his “…” to inform them"
        if u.low[k] in FOUND and gap < 4:
            return False  # "Ada Roth fand das „feige“"
        german = u.language == "de"  # "sprach von einem „…“, die CDU von einer „…“"
        spoken = bits & c.ACT and gap < 2 + german  # "speaks of “…”, a word that …"
        spoken = spoken or (bits & c.SAY and gap == 0 and german)  # "ruft „Ja“, …"
        term = not spoken and u.words[q + 1 : q + 2] == [","] and q + 2 < high
        if term and u.language == "fr" and opposed(u, u.bounds(q)[0]):
            return False  # « Si la maire parle d'un « succès », l'opposition … »
        meanwhile = u.low[q + 2 : q + 4] == ["tout", "en"]
        if (
            term
            and not meanwhile
            and (
                u.flags[q + 2] & (c.DETERMINER | c.PREPOSITION) in _ARTICLES
                or u.low[q + 3 : q + 4] == ["which"]
            )
        ):
            return True  # a term and what it means
        follows = u.flags[q + 1] if q + 1 < high else PUNCTUATION
        if u.low[q - 1] == "das" and not shape.capital and not self._declined(q):
            return False  # "dass das „so bleibt“"
        if before & c.DETERMINER and u.low[q - 2] in THAT and not follows & PUNCTUATION:
            return True  # "said that a “rest room” for …"
        if before & (GENITIVE | c.POSSESSIVE) and bits & c.SAY:
            return not follows & PUNCTUATION
        if before & c.DEFINITE and u.low[q - 1] not in ("vom", "beim"):
            return gap > 3 or shape.words == 1
        return gap > 22

    def _of_manner(self, q: int, j: int, last: int) -> Attribution | None:
        """English: “…,” X drawled; “…,” enthused X: any verb may stand there."""
        u = self.u
        shape = self.shape(q)
        if u.ending(q) != "," or j >= last or not shape.capital or shape.words < 2:
            return None
        first = verbal(u, j) and not u.flags[j] & c.AUX
        phrase = parse(u, j + first, last)
        if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
            return None
        k = j if first else phrase.end
        after = phrase.end if first else k + 1
        closes = after >= last or u.flags[after] & (PUNCTUATION | c.PREPOSITION | c.ADVERB)
        known = c.AUX | c.SAY | c.WEAK  # those have rules of their own
        if not closes or k >= last or not verbal(u, k) or u.flags[k] & known:
            return None
        if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        self.bound[k] = q
        return Attribution(phrase, j, max(after, k + 1), "cue-after", 0.8, reason=u.low[k])
