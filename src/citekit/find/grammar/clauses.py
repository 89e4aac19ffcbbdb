"""What the rules of attribution share: the clause around a quotation and its verbs."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.grammar.bounds import compound
from citekit.find.grammar.documents import RULES
from citekit.find.grammar.fronted import having, predicates
from citekit.find.grammar.inverted import quoted_source
from citekit.find.grammar.marks import Quoted, title_case
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import (
    CAPITAL,
    GENITIVE,
    LANGUAGES,
    NUMBER,
    PUNCTUATION,
    QUOTE,
    Unit,
)
from citekit.find.grammar.verbs import subjunctive

_OBJECTS = {
    "en": ("her", "him", "them", "it"),
    "de": ("ihm", "ihr", "ihnen", "ihn"),
    "fr": ("lui", "elle", "eux", "elles"),
}
_MODALS = frozenset(
    "would will could can may might must shall should did does do 'd ’d 'll to".split()
)
#: English determiners that may be who says: "One said", and an object: "told her".
_LONE = frozenset("her one another some many others several most both few".split())
_SEEING = frozenset("voit voient voyait voyaient fait font faisait fit".split())
_SOME = frozenset("certains certaines plusieurs beaucoup tous toutes".split())
_HEARING = frozenset("hear hears heard".split())
_TO_MEDIUM = {
    "en": frozenset(("told", "tells", "in", "to")),
    "de": frozenset(("der", "dem", "im", "den")),
    "fr": frozenset(("au", "à", "du", "dans", "le")),
}
#: French: in whose view something is so: « à ses yeux », « à son avis ».
_OWN_VIEW = frozenset("son ses leur leurs".split())
_OWN_WORDS = frozenset("expression expressions terme termes mot mots formule propos".split())
_TO_VIEW, _OF_VIEW = frozenset("yeux avis dires sens".split()), ("aveu",)
_HEARD = (["entendre", ","], ["écouter", ","], ["lire", ","])
#: German nouns of what is said to a medium or stands in it.
_TALKS = frozenset("interview gespräch gastbeitrag beitrag artikel kolumne leitartikel".split())
_CENTURIES = ("15", "16", "17", "18", "19", "20")
#: The phrases of "according to" of each language by their first word, longest first.
_SOURCES: dict[str, dict[str, list[tuple[str, ...]]]] = {
    code: {
        words[0]: sorted((row for row in cues.sources if row[0] == words[0]), key=len, reverse=True)
        for words in cues.sources
    }
    for code, cues in LANGUAGES.items()
}


#: German verbs of what somebody wants to do.
WANTING = frozenset("will wollen wollte wollten möchte möchten".split())
#: German verbs that report unless "sich" stands beside them.
_REPORTING = frozenset("meldet meldete melden meldeten gemeldet".split())
#: Verbs of what lies before a newspaper.
_BEFORE_IT = frozenset("vorliegt vorliegen vorlag vorlagen vorliege".split())
#: What stands behind the title of a book under review, within so many characters.
_PUBLISHED = re.compile(r"\bVerlag\b.*(?:\bS\.|\bSeiten\b|\bEuro\b|\bFranken\b|€)", re.S)
_IMPRINT = 300
#: What stands between a title and the book that holds it: "„Landschaft“, in: ders., …".
_CONTAINED = [[sign, "in", ":"] for sign in ",."]
#: Longer quotations may tell who speaks inside, or follow what somebody does.
_SHORT = 28
#: Words and signs that may attribute a quotation in their sentence.
_CUES = c.VERB | c.SPEECH | c.WORK | c.SOURCE
_SIGNS = frozenset(
    (":", ",", "(", "—", "–", "-", "For", "Pour", "Für", "So", "so", "as", "als", "comme")
)


def cued(u: Unit, low: int = 0, high: int | None = None) -> bool:
    """Whether a word or sign of the tokens ``low`` to ``high`` may attribute the quotations
    among them; most words set off in quotation marks end here."""
    for bits in u.flags[low:high]:
        if bits & _CUES:
            return True
    words = u.words[low:high]
    if not _SIGNS.isdisjoint(words) or not RULES.isdisjoint(u.low[low:high]):
        return True
    stop = len(u.words) if high is None else high
    among = u.quotes if high is None else [q for q in range(low, high) if q in u.quotes]
    if u.language == "de":
        if any(u.flags[i] & c.SHEET or subjunctive(u, i) for i in range(low, stop)):
            return True
        if not WANTING.isdisjoint(u.low[low:stop]):
            return True
        if any(low < q and u.low[q - 1] == "als" for q in among):
            return True
    for q in among:
        quote = u.quotes[q]
        if (
            quote.end - quote.start > _SHORT
            or u.ending(q) in ".!?…"
            or (u.language == "en" and u.ending(q) == "," and quote.end - quote.start > 16)
            or (u.language == "fr" and predicates(u, quote.inner_start, quote.inner_end))
            or (u.language == "fr" and having(u, q, low) >= 0)
            or (u.language == "fr" and q and u.low[q - 1].startswith("trouv"))
            or (u.language == "de" and _verb_inside(u, quote))
        ):
            return True
    return False


def _verb_inside(u: Unit, quote: Quoted) -> bool:
    """German: whether a quotation begins with a known finite verb: "Roth „will nichts“"."""
    inner = u.text[quote.inner_start : quote.inner_end]
    if not inner[:1].islower():
        return False
    first = inner.split(None, 1)[0]
    bits = u.cues.words.get(first, 0)
    return bool(bits & (c.VERB | c.AUX)) and not bits & c.PARTICIPLE


class Attribution(NamedTuple):
    """Who speaks at a quotation: the phrase, the tokens of the cue, the rule and its score.

    ``phrase`` None means the speaker of the quotation at token ``same``, by the method
    perhaps who acts in the sentence before (-1: nobody else; -2: else who spoke last in the
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


class Clauses:
    """The quotations of one unit, and what has been found so far."""

    def __init__(self, u: Unit, continues: bool = False) -> None:
        self.u = u
        self.found: dict[int, Attribution] = {}
        #: The last quotation that was attributed, or -1.
        self.last = -1
        #: Verbs that belong to the quotation before them: token → that quotation.
        self.bound: dict[int, int] = {}
        #: Quotations that nobody says: titles, names, words that are only mentioned; and those
        #: whose own reporting clause names nobody.
        self.unsaid: set[int] = set()
        self.standing: set[int] = set()  # words at a place in a text
        #: Quotations that answer the one before: quotation → that one.
        self.answered: dict[int, int] = {}
        self.continues = continues
        self._shapes: dict[int, Shape] = {}

    def shape(self, q: int) -> Shape:
        """What the quotation at token ``q`` looks like."""
        found = self._shapes.get(q)
        if found is None:
            found = self._shapes[q] = self._shape(q)
        return found

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

    def _verb(self, k: int, kinds: int, low: int, high: int) -> bool:
        """Whether token ``k`` is a finite verb (or gerund) of one of ``kinds``."""
        u = self.u
        bits = u.flags[k]
        if not bits & kinds or (bits & CAPITAL and k > low):
            return False
        word = u.low[k]
        partners = u.cues.partners.get(word)
        if u.language == "de" and k > low and u.low[k - 1] == "zu":
            return False
        if word in ("gibt", "gab") and "es" in u.low[max(low, k - 1) : k + 2]:
            return False  # "Es gibt viele, die dazu „…“ sagen"
        if word in _REPORTING and "sich" in u.low[max(low, k - 3) : k + 4]:
            return False  # "Roth meldete sich"
        far = k + (5 if u.language == "en" else 40)
        if partners is not None and partners.isdisjoint(u.low[max(low, k - 3) : min(high, far)]):
            direct = k + 2 < high and u.words[k + 1] in ",:" and u.flags[k + 2] & QUOTE
            seen = k + 1 < high and u.flags[k + 1] & QUOTE and word in _SEEING
            seen = seen and (word[0] == "v" or u.low[k - 1] == "en")  # « Roth en fait « … » »
            if not seen and (not direct or word not in ("findet", "finden", "fand", "fanden")):
                return False
        if k == low:
            return word != "meinen" or not u.flags[min(k + 1, high - 1)] & CAPITAL  # a possessive
        left = k - 1
        while left > low and u.flags[left] & c.ADVERB and not u.flags[left] & (CAPITAL | c.AUX):
            if u.low[left] == "même":
                return True
            left -= 1
        before = u.flags[left]
        if u.language == "en":
            if before & c.DETERMINER and not before & (CAPITAL | c.RELATIVE):
                bare = left == low or bool(u.flags[left - 1]) or u.low[left] == "her"
                return u.low[left] in _LONE and bare and not bits & (c.BASE | c.NOUNLIKE)
            if bits & (c.BASE | c.NOUNLIKE) and before & (GENITIVE | c.PREPOSITION):
                return False
            if bits & c.NOUNLIKE and compound(u, left, low):
                return False  # "would save member states"
            if word == "read" and before & c.AUX:
                return False
            if word == "told" and k + 1 == len(u.words):
                return False  # "…, MPs told": the verb of a headline, passive
            if bits & (c.BASE | c.NOUNLIKE) and k + 1 < high:
                following = u.flags[k + 1]
                if following & c.AUX and not following & (CAPITAL | PUNCTUATION):
                    return False
            if bits & c.BASE and not bits & c.PARTICIPLE:
                return self._plural_or_modal(left, low)
        elif u.language == "fr" and before & c.DETERMINER and not before & CAPITAL:
            if u.low[left] in _SOME and word.endswith("nt"):
                return True  # « Certains évoquent « … » »
            return (
                bool(before & c.CLITIC)
                and left > low
                and not u.flags[left - 1]
                & ((0 if self._closes(left - 1, word) else PUNCTUATION) | c.PREPOSITION)
            )
        return True

    def _closes(self, sign: int, verb: str) -> bool:
        """French: whether a sign may stand before « la décrit »: « Son agent, Jean Roy, la
        décrit comme … »."""
        sure = verb.endswith(("it", "fie", "lle", "nt", "ère", "mme"))
        sure = sure or self.u.low[sign + 3 : sign + 4] in (["de"], ["d'"], ["d’"], ["comme"])
        return self.u.words[sign] == ")" or (sure and self.u.words[sign] == ",")

    def _plural_or_modal(self, left: int, low: int) -> bool:
        u = self.u
        word = u.low[left]
        bits = u.flags[left]
        heard = not _HEARING.isdisjoint(u.low[max(low, left - 5) : left])
        if heard and not u.flags[left + 2] & c.SAY:
            return True  # "I heard a teacher say", but "hear a British voice say"
        if word in _MODALS or bits & c.SELF or word == "they":
            return True
        if bits & (PUNCTUATION | QUOTE):
            return word in (",", ")", "—") or bool(bits & QUOTE)
        if bits & (c.JOIN | c.RELATIVE):
            return True
        if word in ("some", "many", "others", "most", "people", "police", "several", "both", "few"):
            return not (word == "police" and u.low[left - 1] in ("a", "an"))  # "a police report"
        if left > low and u.low[left - 1] in ("a", "an"):
            return False
        if bits & CAPITAL:
            return any(u.low[i] == "and" for i in range(max(low, left - 5), left)) or (
                word.endswith("s") and not bits & GENITIVE
            )
        return word.endswith("s") or bool(bits & c.GROUP)

    def _anyone(self, phrase: Phrase, k: int) -> bool:
        """The "one" of "what one might call"."""
        u = self.u
        lone = phrase.end - phrase.start == 1 and u.low[phrase.start] == "one"
        if lone and u.flags[k - 1] & c.AUX:
            return True
        at = phrase.start
        if u.low[at] != "they" or k != at + 1 or u.low[k] not in ("call", "called") or not at:
            return False
        noun = u.flags[at - 1] & (c.ROLE | c.GROUP) or not u.flags[at - 1]
        return bool(noun) and u.words[at - 1].isalpha()  # "the girl they call “…”"

    def _verbs(self, low: int, stop: int, kinds: int, high: int) -> list[int]:
        """The verbs from ``low`` up to ``stop``, in a sentence that ends at ``high``."""
        flags = self.u.flags
        return [k for k in range(low, stop) if flags[k] & kinds and self._verb(k, kinds, low, high)]

    def _source_at(self, j: int, stop: int) -> Attribution | None:
        """ "according to X" at token ``j``."""
        u = self.u
        if not u.flags[j] & (c.SOURCE | c.PREPOSITION) and u.low[j] != "si":
            return None
        heard = u.low[j] == "à" and u.low[j + 2 : j + 4] in _HEARD
        if heard and u.low[j + 1] in ("l'", "l’"):
            whose = Phrase(j + 1, j + 2, "pronoun", definite=True)  # « à l'entendre, »
            return Attribution(whose, j, j + 3, "according-to", 0.8, reason="entendre")
        if u.low[j] in ("à", "de") and not _OWN_VIEW.isdisjoint(u.low[j + 1 : j + 2]):
            noun = j + 2 + (u.low[j + 2 : j + 3] == ["propre"])
            views = _TO_VIEW if u.low[j] == "à" else _OF_VIEW
            if noun < stop and u.low[noun] in views:
                whose = Phrase(j + 1, j + 2, "pronoun", definite=True)  # « à ses yeux »
                return Attribution(whose, j, noun + 1, "according-to", 0.8, reason=u.low[noun])
        if u.low[j] == "selon" and not _OWN_VIEW.isdisjoint(u.low[j + 1 : j + 2]):
            noun = j + 2 + (u.low[j + 2 : j + 3] in (["propre"], ["propres"]))
            if noun < stop and u.low[noun] in _OWN_WORDS:
                whose = Phrase(j + 1, j + 2, "pronoun", definite=True)  # « selon son expression »
                return Attribution(whose, j, noun + 1, "according-to", 0.8, reason=u.low[noun])
        for words in _SOURCES[u.language].get(u.low[j], ()):
            size = len(words)
            if size == 1 or tuple(u.low[j : j + size]) == words:
                phrase = self._object(j + size - (words[-1] in ("du", "des")), stop)
                german = u.language == "de" and words != ("für",)
                if phrase is None and (german or words[0] in ("laut", "selon")):
                    phrase = quoted_source(u, j + size, stop)
                if phrase is None or phrase.kind == "self":
                    return None
                if words == ("so",) and u.language == "de":
                    phrase = self._said_by(phrase, j)
                if (
                    words[0] in ("for", "pour", "für", "per")
                    and phrase.kind != "name"
                    and not (u.language == "fr" and self._viewing(j, phrase, stop))
                    and not (j == u.bounds(j)[0] and self._several(phrase))
                    and not (
                        phrase.kind == "pronoun"
                        and phrase.end < stop
                        and (
                            u.words[phrase.end] == ","
                            or (u.language == "de" and u.flags[phrase.end] & c.BE)
                        )
                    )
                    and (
                        not phrase.definite
                        or not u.flags[phrase.head] & (c.ROLE | (c.GROUP if j == 0 else 0))
                        or (j > 0 and u.words[j - 1] not in ".!?")
                    )
                ):
                    return None
                phrase = _with_name(u, phrase, stop)
                end = phrase.names[-1][1] if phrase.names else phrase.end
                return Attribution(phrase, j, end, "according-to", 0.9, reason=" ".join(words))
        return None

    def _viewing(self, j: int, phrase: Phrase, stop: int) -> bool:
        """French: whether « pour » at ``j`` says who sees it so: at the beginning of its
        sentence, before a comma, or behind one at the end: « C'est, pour les élus, « … » »."""
        u = self.u
        if phrase.kind != "role" or not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return False
        opens = j == 0 or u.words[j - 1] in ".!?;"
        if phrase.end >= len(u.words) or phrase.end >= stop:
            return not opens and u.words[j - 1] == ","
        closed = u.words[phrase.end] == ","
        last = u.words[phrase.end] in ".;" or u.flags[phrase.end] & QUOTE
        return closed if opens else u.words[j - 1] == "," and bool(closed or last)

    def _told_behind(self, j: int) -> bool:
        """Whether somebody's name follows who says or thinks so, though one word is quoted:
        « Une « ruine », tranche Ada Roth », « une « ruine », pour les élus »."""
        u = self.u
        if u.low[j] in ("selon", "laut"):
            return True
        if u.language != "fr":
            return False
        if u.flags[j] & (c.SAY | c.ACT) and not u.flags[j] & (c.GERUND | c.PARTICIPLE | c.TO):
            return True
        return self._source_at(j, u.bounds(j)[1]) is not None

    def _said_by(self, phrase: Phrase, low: int) -> Phrase:
        """German: whose words they are behind "so": "so ihr Fazit", "so das Argument von X"."""
        u = self.u
        if phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP | c.SHEET | QUOTE):
            return phrase
        if u.flags[phrase.start] & c.POSSESSIVE:
            return Phrase(phrase.start, phrase.start + 1, "pronoun", definite=True)
        speech = u.flags[phrase.head] & c.SPEECH
        return (possessor(u, phrase.head, low) if speech else None) or phrase

    def _several(self, phrase: Phrase) -> bool:
        """German: whether a bare plural of persons stands before "ist": "Für Kritiker ist das"."""
        u = self.u
        bare = u.language == "de" and phrase.head == phrase.start and phrase.kind == "role"
        known = bare and u.flags[phrase.head] & (c.ROLE | c.GROUP) and phrase.end < len(u.flags)
        return bool(known) and bool(u.flags[phrase.end] & c.BE)

    def _object(self, at: int, stop: int) -> Phrase | None:
        """A noun phrase or an object pronoun: "according to her"."""
        u = self.u
        if at < stop and u.low[at] in _OBJECTS[u.language]:
            following = u.flags[at + 1] if at + 1 < stop else PUNCTUATION
            if following & ~(CAPITAL | c.ROLE | c.GROUP) or u.low[at] != "her":
                return Phrase(at, at + 1, "pronoun", definite=True)
        return parse(u, at, stop)

    def _is_medium(self, q: int, low: int) -> bool:
        """Whether the quoted words name whom somebody spoke to: "sagte der „Abendpost“"."""
        u = self.u
        if q <= low or self.shape(q).words > 4 or u.low[q - 1] not in _TO_MEDIUM[u.language]:
            return False
        quote = u.quotes[q]
        words = u.text[quote.inner_start : quote.inner_end].split()
        if not all(word[0].isupper() for word in words if len(word) > 3):
            return False
        if u.low[q + 1 : q + 2] and u.low[q + 1] in _BEFORE_IT:
            return True  # "ein Papier, das der „Post“ vorliegt"
        if u.low[q - 1] in ("im", "dans"):
            return True
        if u.low[q - 1] == "den" and words and words[-1][-1:] != "n":
            return False  # "lobte den „Mut der Bürger“"
        if q == low + 1 and u.language == "de" and q + 1 < len(u.words):
            return bool(u.flags[q + 1] & c.SAY) and self.shape(q).capital  # "Der „Post“ sagte er"
        if u.language == "de" and not _TALKS.isdisjoint(u.low[max(low, q - 4) : q - 1]):
            return self.shape(q).capital  # "im Interview mit der „Abendpost“"
        spoken = u.flags[max(low, q - 4) : q]
        return any(bits & c.SAY for bits in spoken) and not any(bits & c.NAME for bits in spoken)

    def _is_title(self, q: int, low: int) -> bool:
        """Whether the quoted words are the title of a work, by the words before them."""
        u = self.u
        authors = q - 2 > low and u.words[q - 1] == "," and bool(u.flags[q - 2] & CAPITAL)
        if self._in_reference(q) and (authors or title_case(u.text, u.quotes[q], "en")):
            return True
        if u.low[q + 1 : q + 4] in _CONTAINED or self._reviewed(q):
            return True
        i = q - 1
        if i > low and u.words[i] == "," and u.flags[i - 1] & c.WORK:
            return title_case(u.text, u.quotes[q], u.language)
        if i < low:
            return False
        if u.language == "fr" and self._french_title(q):
            return True
        called = u.flags[i] & c.NAME and u.flags[i] & c.PARTICIPLE and self.shape(q).words > 2
        if called and u.language == "en" and not u.flags[i - 1] & c.AUX:
            return title_case(u.text, u.quotes[q], "en")
        if u.flags[i] & c.WORK and not u.flags[i] & (c.VERB if self.shape(q).words > 6 else 0):
            return title_case(u.text, u.quotes[q], u.language)
        if u.low[i] not in ("in", "dans") or not title_case(u.text, u.quotes[q], u.language):
            return False
        opens = i == low and (u.ending(q) == "," or u.words[q + 1 : q + 2] == [","])
        return self.shape(q).words > 1 or (opens and u.language == "en")  # 'In “Walden,” he …'

    def _reviewed(self, q: int) -> bool:
        """German: whether the words are the title of the book that a review is on, with its
        publisher, pages or price behind it, and its author before a colon."""
        u = self.u
        if u.language != "de" or u.words[q - 1] != ":" or q > 8 or u.sentence[q - 1] > 1:
            return False
        end = u.quotes[q].end
        return _PUBLISHED.search(u.text[end : end + _IMPRINT].split("\n\n")[0]) is not None

    def _in_reference(self, q: int) -> bool:
        """Whether names and numbers with a year follow, as they do in a reference: “The Art
        of Tides,” Journal of Ports 12 (1998)."""
        u = self.u
        capital = False
        for i in range(q + 1, min(len(u.words), q + 22)):
            bits = u.flags[i]
            if bits & NUMBER and capital and len(u.words[i]) == 4 and u.words[i][:2] in _CENTURIES:
                return True
            capital = capital or bool(bits & CAPITAL)
            if not bits & (CAPITAL | NUMBER | PUNCTUATION | c.PREPOSITION | c.JOIN | c.DEFINITE):
                return False
        return False

    def _french_title(self, q: int) -> bool:
        """Whether words inside a French sentence begin with a capital though nothing
        introduces them: only a title does."""
        u = self.u
        before = u.flags[q - 1]
        shape = self.shape(q)
        if not shape.capital or shape.sentence or shape.words > 8 or before & PUNCTUATION:
            return False
        if u.low[q - 1].startswith(_SHOUTED) or _AMOUNT.match(u.quotes[q].words(u.text)):
            return False
        return not before & (c.NAME | c.SUBORDINATE | c.RELATIVE) or bool(before & c.SAY)


#: An amount, as no title has it.
_AMOUNT = re.compile(r"\d[\d\s.,]*\s?(?:%|[mM]ill|euros?|[€$]|an(?:née)?s?\b|mois|jours?|heures?)")
#: French verbs of what is shouted, not written.
_SHOUTED = ("scand", "cri", "hurl", "murmur", "chuchot", "répond", "répèt", "répét", "rétor")


def _with_name(u: Unit, phrase: Phrase, stop: int) -> Phrase:
    from_comma = after(u, phrase.start, stop)
    return from_comma if from_comma is not None and from_comma.kind == "name" else phrase
