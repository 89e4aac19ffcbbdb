"""Attributions: which words around a quotation say who speaks.

For each quotation of a :class:`citekit.find.grammar.tokens.Unit` the rules are tried from
the surest to the least sure; the first that finds a speaker wins.  The positions follow
the three places of the reporting clause in Quirk et al., *A Comprehensive Grammar of the
English Language* (1985), 14.28–29: before, after, and inside the reported speech.
"""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import past_letters
from citekit.find.grammar.bounds import BEARING
from citekit.find.grammar.clauses import Attribution, cued
from citekit.find.grammar.fronted import likewise
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import parse
from citekit.find.grammar.sentences import clause_subject, only_name
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE
from citekit.find.grammar.verbs import verbal
from citekit.find.quotations import byframe
from citekit.find.quotations.french import WRITTEN
from citekit.find.quotations.mute import anybody, mute
from citekit.find.quotations.named import names_title
from citekit.find.quotations.nearer import nearer
from citekit.find.quotations.ones import behind_in_brackets, in_brackets, opened, points, tells
from citekit.find.quotations.participles import described_in, repeated, sourced, spoken_by
from citekit.find.quotations.predicates import chosen, predicate
from citekit.find.quotations.references import cited_words
from citekit.find.quotations.standing import Standing
from citekit.find.quotations.supposed import supposed
from citekit.find.speakers.french import somebody

#: Stands for the last quotation of the paragraph before.
PARAGRAPH = -2
#: Nouns of a term that is spoken of, not said.
_TERMS = frozenset("word term expression wort begriff ausdruck vokabel mot terme".split())
_SO_CALLED = frozenset("dite dits dites".split())
#: German nouns of what somebody says, before a colon.
_UTTERED = frozenset(
    """botschaft credo wunsch plädoyer vorschlag mantra losung lehre erkenntnis ansage klage
    einwand rat fazit antwort analyse resümee resumee befund tipp ratschlag diagnose urteil
    begründung forderung kritik bilanz position haltung devise reaktion kommentar warnung these
    argument appell hoffnung sorge prognose motto""".split()
)

#: In whose eyes something is, or where it is said.
_FOR = frozenset("for für pour bei beim".split())

#: What stands over a thing, or for it.
_HEADINGS = frozenset(
    """motto slogan title headline subtitle heading devise titre sous-titre titel überschrift
    untertitel wahlspruch schlagzeile leitspruch""".split()
)


#: Endings of French participles that are no finite forms.
_DONE = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
_SEVERAL = frozenset("des les ses leurs ces".split())


def _people(noun: str) -> bool:
    """French: whether a noun in the plural means persons by its form."""
    return noun.endswith("ers") or (noun.endswith("s") and somebody(noun[:-1]))


class Attributor(Standing):
    """Attributes the quotations of one unit, in order."""

    def run(self) -> dict[int, Attribution]:
        """The attributions by the quotation's token."""
        u = self.u
        order = list(u.quotes)
        for place, q in enumerate(order):
            previous = order[place - 1] if place else -1
            found = self._attribute(q, previous)
            if found is not None and self._is_placed(found):
                found = self._in_place(q, found, previous)
                self.standing.add(q)
            found = nearer(u, q, found) if found is not None else None
            found = byframe.named_first(u, found, u.bounds(q)[0]) if found is not None else None
            own = found.phrase if found is not None and found.unit is None else None
            if own is not None and (own.start <= q < own.end or mute(u, own)):
                continue  # the medium that speaks; nobody
            if names_title(u, q, found) or (
                own is not None and (supposed(u, q, found) or anybody(u, own))
            ):
                self.unsaid.add(q)
                continue
            if found is not None:
                self.unsaid.discard(q)
                self.found[q] = found
                self.last = q
        return self.found

    def _attribute(self, q: int, previous: int) -> Attribution | None:
        u = self.u
        low, high = u.bounds(q)
        if u.sentence[-1] and not cued(u, low, high):
            return None
        shape = self.shape(q)
        if q > low and u.flags[q - 1] & c.SOCALLED and u.language != "fr":
            return None
        if q > low and u.low[q - 1] in _TERMS and shape.words < 4:
            return chosen(u, q, low)  # 'the word “soul”'
        if u.language == "en" and q - low > 2 and self._names_things(q):
            return None
        before_noun = low < q < high - 1 and u.words[q + 1].isalpha() and not u.flags[q + 1]
        if u.language == "en" and shape.words < 4 and before_noun and u.low[q - 1] == "the":
            return None  # "the “High Ground” program"
        if u.language == "de" and (
            self._names_group(q, low) or self._labels(q, low) or self._mentions(q, low)
        ):
            self.unsaid.add(q)
            return None
        if u.language == "fr" and u.low[q - 1] in _SO_CALLED and q > low and not self._said(q, low):
            return None  # « les eaux dites « naturelles » »
        title = self._is_title(q, low) and not cited_words(u, q, low)
        if title or self._is_medium(q, low):
            if u.language != "fr":
                self.unsaid.add(q)
            return None
        if u.language == "fr" and shape.words < 4 and self._nickname(q, low):
            return None
        if q - low > 1 and (tells(u, low, q) or points(u, low, q)):
            self.unsaid.add(q)
            return None
        intro = q > low and u.words[q - 1] in (":", ",")
        found = self._answering(q, previous, low) if previous >= 0 else None
        found = found or in_brackets(u, q, low) or behind_in_brackets(u, q)
        found = found or (byframe.before(u, q, low) if q - low > 2 else None)
        if found is None and intro and u.language == "en":
            found = self._borrowed(q, low)
            if found is None and u.words[q - 1] == ":":
                found = self._repeated(q, low)
        if found is None and u.language == "en" and q > low:
            found = self._claimed(q, low) or self._reported(q, low, high)
        if u.language == "de" and previous >= 0 and previous in self.found and previous >= low:
            found = self._alike(q, previous)
        if u.language == "fr" and previous >= low and previous in self.found:
            found = found or self._joined(previous)
        if found is None and u.language == "fr" and q > low:
            found = repeated(u, q, low) or spoken_by(u, q, high)
        if found is None and u.language == "de" and q > low:
            found = self._told(q, low)
            if found is None and u.words[q - 1] == ":":
                found = self._answers(q, low)
        if found is None and intro and (u.words[q - 1] == ":" or shape.capital):
            found = self._left(q, low, high, direct=True)
            if q in self.unsaid and not self._after(q):
                return None
            behind = self._after(q) if found is not None else None
            if behind is not None and found is not None:
                # "Some warned against it: “…,” said Lee"
                told = u.ending(q) in ",?!" and behind.method == "cue-after"
                found = None if found.phrase is None or (told and behind.phrase) else found
        if found is None:
            found = self._after(q) or self._listed(q, low) or byframe.behind(u, q)
            if found is not None and found.method == "according-to" and not shape.capital:
                left = self._left(q, low, high, direct=False)
                found = found if left is None or self._things(left) else left
        if found is None:
            found = (predicate(u, q, low) if q > low else None) or self._placed(q, low)
        if found is None and u.language == "fr" and shape.words > 4:
            found = self.inside(q)
        if found is None and u.language == "de":
            found = self._opening(q, low, high) or (self._worded(q, low) if q > low else None)
            found = found or self._own_words(q, low)
        if found is None and u.language == "de" and low < q < high - 1:
            # "Roth bestreitet, was Holm „Verrat“ nennt"
            found = self._final(q, low, high) if u.flags[q + 1] & (c.NAME | c.SAY) else None
        if found is None and previous >= low and previous in self.found:
            found = self._gapped(q, previous)
        if found is None and u.language == "fr" and u.low[q - 1].startswith("trouv"):
            found = self._judged(q, low)
        if found is None:
            found = self._left(q, low, high, direct=False)
            if found is not None and found.method == "cue-clause":
                nearer = self._source(q, low, q)
                first = nearer is not None and (
                    self._things(found) or sourced(u, nearer, found, low)
                )
                if nearer is not None and (nearer.score > 0.7 or first):
                    found = nearer if first or found.start < nearer.start else found
            found = self._ruled(q, low, found)
        if found is None and intro and u.words[q - 1] == ":":
            found = self._colon(q, low)
        elif found is None and intro and shape.capital and shape.words > 3:
            found = self._verb_before(q, low)
        if found is None:
            found = self._source(q, low, high)
        if found is None:
            found = self._english(q, low, high)
        if found is None and q - low > 3:
            found = self._enclosed(q, low)
        if found is None and q > low:
            found = self._final(q, low, high) or self._rede(q, low)
        if found is None and u.language == "de":
            found = self._german(q, low, high)
        if found is None and u.language == "fr":
            found = self._termed(q) or self._read_on(q, low) or self._wording(q, low, high)
            found = found or (described_in(u, q, low) if q - low > 4 else None)
            found = found or self._nonfinite(q, low, high)
        if found is None:
            found = self._speech_noun(q, low) or byframe.literal(u, q, low)
        if found is None:
            found = self._right(q, high)
        if found is None:
            found = self._presented(q) or self._signed(q)
        if found is None and self._unread(q):
            self.unsaid.add(q)
            return None
        if found is None:
            found = self._continued(q, previous, low)
        if found is None and q - low > 2:
            found = self._governed(q, low)
        if found is None and u.language == "fr" and q > low and not shape.capital:
            found = self._predicate(q, low) or self._having(q, low)
        if found is None and u.language == "fr" and self._convinced(q, low):
            colon = u.words.index(":", low, q)
            phrase = clause_subject(u, low, colon)
            if phrase is not None and (phrase.kind != "role" or self._acts(phrase)):
                return Attribution(phrase, phrase.start, colon, "colon", 0.65, reason="colon")
        if found is None and u.language == "fr" and self._conditional(low, high):
            colon = next((i for i in range(q - 1, low, -1) if u.words[i] == ":"), 0)
            phrase = clause_subject(u, low, colon) if colon else None
            human = phrase is not None and (self._acts(phrase) or somebody(u.low[phrase.head]))
            if phrase is not None and human:
                start = phrase.start
                return Attribution(phrase, start, colon, "reported-speech", 0.6, reason="colon")
            found = self._beat(q)._replace(method="reported-speech", score=0.5)
        if found is None and shape.words > 1 and not self.opens(q, low):
            reason = "the sentence before reports speech"
            found = Attribution(None, q, q, "free-indirect", 0.5, -1, reason)
        return found

    def _reported(self, q: int, low: int, high: int) -> Attribution | None:
        """English: the clause with "that" before the quotation, in a clause before the main one:
        "When she adds that “…,” one wonders", whoever acts behind it."""
        u = self.u
        if u.low[q - 1] != "that" or self.shape(q).capital:
            return None
        if not any(u.flags[k] & c.SUBORDINATE and u.low[k] != "that" for k in range(low, q)):
            return None
        found = self._left(q, low, high, direct=False)
        return found if found is not None and found.method == "cue-before" else None

    def _unread(self, q: int) -> bool:
        """French and German: whether a verb of saying follows whose subject no rule has read:
        whoever spoke before does not go on then."""
        u = self.u
        k = q + 1
        if u.language == "en" or k + 1 >= len(u.words) or not self.shape(q).capital:
            return False
        if u.words[k] in (",", "–", "—"):
            k += 1
        elif u.ending(q) not in "?!…":
            return False
        first, stop = k, u.bounds(k)[1]
        between = c.AUX | c.CLITIC | c.ADVERB
        while u.language == "fr" and k < stop - 1 and u.flags[k] & between & ~CAPITAL:
            k += 1
        bits = u.flags[k]
        if k + 1 >= stop or not bits & (c.SAY | c.WEAK) or bits & (CAPITAL | c.GERUND | c.TO):
            return False
        if k == first and bits & c.PARTICIPLE and u.low[k].endswith(_DONE):
            return False
        return "source" not in u.low[k:stop] or "même" not in u.low[k:stop]

    def _listed(self, q: int, low: int) -> Attribution | None:
        """What stands behind the last of several quotations that begin a sentence: “…”, “…”
        and “…”, said X."""
        u = self.u
        first = last = q
        while first - 2 >= low and u.flags[first - 2] & QUOTE:
            first -= 2
        behind = u.language == "fr" and first == q  # « Le texte est « A » et « B », assure X »
        if not (behind or self.opens(first, low)):
            return None
        while u.low[last + 1 : last + 2] and (
            u.words[last + 1] == "," or u.flags[last + 1] & c.JOIN
        ):
            if last + 2 >= len(u.words) or not u.flags[last + 2] & QUOTE:
                break
            last += 2
        return self._after(last) if last > q else None

    def _verb_before(self, q: int, low: int) -> Attribution | None:
        """English and French: "X detailed, “Lead is toxic.”", whatever the verb."""
        u = self.u
        k = q - 2
        while k > low and u.flags[k] & c.ADVERB and not u.flags[k] & CAPITAL:
            k -= 1
        if u.language == "de" or k <= low or not verbal(u, k):
            return None
        phrase = clause_subject(u, low, k + 1)
        if phrase is None or not self._speaks(phrase):
            return None
        apposed = phrase.end < k and u.words[k - 1] == "," and self.shape(q).sentence
        if phrase.end != k and not apposed:
            return None
        return Attribution(phrase, phrase.start, k + 1, "cue-before", 0.8, reason=u.low[k])

    def _colon(self, q: int, low: int) -> Attribution | None:
        """X was blunt: “…”"""
        u = self.u
        if self._in_brackets(q, low):
            return None
        noun = self._coming(q, low) or self._so(q, low) if u.language == "de" else None
        noun = noun or self._speech_noun(q, low)
        if noun is not None:
            return noun
        sheet = self._sheet(q, low) or (self._noted(q, low) if u.language == "fr" else None)
        if sheet is not None:
            return sheet
        place = self._standing(q, low) if u.language == "de" else None
        if place is not None:
            return place
        phrase = likewise(u, low, q) or clause_subject(u, low, q)
        if phrase is not None and u.language == "fr" and u.low[low] == "pour":
            phrase = opened(u, low, phrase)
        if (
            phrase
            and u.language == "fr"
            and not BEARING.isdisjoint(u.low[phrase.start : phrase.end])
        ):
            phrase = None  # « Puis, la gorge nouée : « … » »
        if phrase is not None and u.language == "de" and self._heading(phrase, q):
            return None
        if (
            u.language == "fr"
            and self.last >= 0
            and u.low[low] == "et"
            and u.low[low + 1] in ("de", "d'", "d’")
        ):  # « Et d'enfoncer le clou : « … » »
            return self.found[self.last]._replace(
                phrase=None, same=self.last, method="continued", score=0.7, reason="colon"
            )
        if phrase is None and self.shape(q).capital:
            phrase = only_name(u, low, q)
            verbless = phrase is None and not self._verbs(low, q, c.VERB | c.AUX, q)
            if verbless and u.language == "de" and u.low[low] in ("aus", "von", "vom"):
                return None  # "Aus dem Saal: „…“"
            if verbless and self.last < 0 and u.language == "de":
                return self._beat(q)  # "Er setzt sich. Dann doch: „…“"
            if verbless and self.last >= 0:
                # « Puis, après un silence : « … » »
                if u.language == "de" and u.sentence[q] - u.sentence[self.last] > 1:
                    return self._beat(q, self.last)
                return self.found[self.last]._replace(
                    phrase=None, same=self.last, method="continued", score=0.6, reason="colon"
                )
        if phrase is None or phrase.kind == "self" or u.low[phrase.start] == "it":
            return None
        spoken = u.flags[phrase.head] & (c.SPEECH | c.SHEET) == c.SPEECH and u.language == "fr"
        spoken = spoken or (u.language == "de" and u.low[phrase.head] in _UTTERED)
        if phrase.kind == "role" and spoken:  # « La réponse du maire ne tarde pas : … »
            phrase = possessor(u, phrase.head, low) or phrase
        phrase = self._theirs(phrase)
        if u.flags[phrase.start] & c.POSSESSIVE and phrase.kind == "role":
            pass
        elif phrase.kind == "role" and not phrase.definite and u.flags[phrase.head] & c.GROUP == 0:
            if not (
                u.flags[phrase.head] & (c.ROLE | c.INDEFINITE)
                or u.low[phrase.head] == "autre"
                or u.low[phrase.start : phrase.start + 2] in (["l'", "un"], ["l’", "un"])
            ):
                return None
        elif phrase.kind == "role" and not (
            u.flags[phrase.head] & (c.ROLE | c.GROUP)
            or (u.low[phrase.start] in _SEVERAL and _people(u.low[phrase.head]))
            or (u.language == "fr" and u.low[phrase.head] in WRITTEN)
            or (u.language == "fr" and phrase.definite and somebody(u.low[phrase.head]))
        ):
            return None  # but "die Analyse des Trainers"
        score = 0.7 if self.shape(q).capital else 0.55
        return Attribution(phrase, phrase.start, q - 1, "colon", score, reason="colon")

    def _in_brackets(self, q: int, low: int) -> bool:
        """Whether a thing's motto or heading stands in parentheses: "the firm (motto: “…”)"."""
        u = self.u
        for at in range(q - 2, max(low, q - 12), -1):
            if u.words[at] in "()":
                return u.words[at] == "(" and u.low[at + 1] in _HEADINGS
        return False

    def _continued(self, q: int, previous: int, low: int) -> Attribution | None:
        u = self.u
        shape = self.shape(q)
        opens = self.opens(q, low)
        beat = opens and shape.capital and (shape.sentence or u.low[q + 1 : q + 2] == [","])
        beat = beat and (shape.words > 2 or shape.sentence)
        if previous < 0 and u.language == "de" and not opens:
            return self._indirect(q, low)
        if previous < 0:
            if self.continues and opens and q <= 1 and shape.capital and shape.words > 3:
                return self._beat(q, PARAGRAPH)
            return self._beat(q) if beat else None
        earlier = self.found.get(previous)
        if earlier is None:
            if u.language == "de" and not opens and u.sentence[q] != u.sentence[previous]:
                return self._indirect(q, low)
            if previous in self.unsaid and self._unread(previous):
                return None
            if self.last < 0 or not opens or not shape.capital:
                return self._beat(q) if beat else None
            previous = self.last
            earlier = self.found[previous]
        same = earlier._replace(phrase=None, same=previous, reason="follows a quotation")
        follows = u.words[q + 1 : q + 2]
        term = shape.words < 4 and not shape.pause and bool(follows) and follows[0].islower()
        if opens and shape.capital and not term:
            between = u.sentence[q] - u.sentence[previous]
            if between <= 1 or (earlier.end >= low - 1 and low not in u.skipped):
                return same._replace(method="continued", score=0.85)
            if shape.sentence:
                return self._beat(q, previous if between <= 4 else -1)
            return None
        if u.sentence[q] == u.sentence[previous]:
            if u.words[q - 1] == ";" and earlier.end == q - 1:
                return same._replace(method="split", score=0.8)
            if earlier.method == "cue-after" and u.language == "de" and u.words[q - 1] == ",":
                if self._reports(earlier.end, q):  # "„Nein“, beschied Roth, man werde klagen, „…“"
                    return same._replace(method="split", score=0.7)
                return None
            if earlier.method in ("cue-after", "split", "continued", "clause-end"):
                return None
            if not any(u.words[i] in ";:" for i in range(previous, q)):
                return same._replace(method="same-clause", score=0.7)
            return None
        if u.language == "de" and u.sentence[q] - u.sentence[previous] <= 2:
            high = u.bounds(q)[1]
            if self._reports(low, high):
                return self._governing(q, low) or same._replace(method="reported-speech", score=0.7)
        elif u.language == "de" and not opens:
            return self._indirect(q, low)
        return None

    def _gapped(self, q: int, previous: int) -> Attribution | None:
        """A clause that leaves out its verb: "Lee spoke of a “bubble,” her pupil Roy of
        “luck”", "for Lee it was a “pause”; for Roy, “a trap”"."""
        u = self.u
        j = previous + 1
        while j < q and (u.flags[j] & (PUNCTUATION | c.JOIN) or u.low[j] in _FOR):
            j += 1
        if j == previous + 1 and self.u.ending(previous) != ",":
            return None
        phrase = parse(u, j, q)
        group = u.language != "en" and phrase is not None and phrase.end == q and self._acts(phrase)
        if phrase is None or not (phrase.kind == "name" or (group and phrase.kind == "role")):
            return None
        between = c.PREPOSITION | c.DETERMINER | c.ADVERB | PUNCTUATION
        end = past_letters(u, phrase.end, q) if u.words[phrase.end] == "(" else phrase.end
        if not all(u.flags[i] & between for i in range(end, q)):
            return None
        return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.7, reason="gapping")

    def _indirect(self, q: int, low: int) -> Attribution | None:
        """German reported speech with no verb of saying: "X widersprach. Man habe „…“."""
        u = self.u
        high = u.bounds(q)[1]
        if not self._reports(low, next((i for i in range(q, high) if u.words[i] == ":"), high)):
            return None
        colon = self._governing(q, low)
        if colon is not None:
            return colon
        return self._beat(q)._replace(method="reported-speech", score=0.6)

    def _beat(self, q: int, previous: int = -1) -> Attribution:
        """Whoever acts in the sentence before ("Lee shrugged. “…”"); else who spoke in the
        quotation ``previous``."""
        return Attribution(None, q, q, "beat", 0.6, previous, "acts in the sentence before")
