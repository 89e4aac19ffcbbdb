"""Attributions to a source that the sentence names: "According to Lee, …", "laut Lee",
"Lee zufolge", « selon Lee »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.documents import RULES
from citekit.find.grammar.inverted import quoted_source
from citekit.find.grammar.owners import holder
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import antecedent
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.quotations.french import French
from citekit.find.quotations.told import Told

#: German: "Das bedeutet für X „…“".
_MEANS = frozenset("bedeutet bedeutete heißt hieß".split())


class Sources(Told, French):
    """The rules for sources, in all languages."""

    def _source(self, q: int, low: int, high: int) -> Attribution | None:
        """ "According to X" elsewhere in the sentence, "X zufolge"."""
        u = self.u
        shape = self.shape(q)
        if u.language == "fr" and ";" in u.words[low:q]:  # « …, « … » ; pour la gauche, « … » »
            low = q - u.words[low:q][::-1].index(";")
        for j in range(low, high):
            if not (u.flags[j] & (c.SOURCE | c.PREPOSITION) or u.low[j] == "si") or j == q:
                continue
            if j > q and u.low[j] == "so" and u.words[j - 1] == "," and u.language == "de":
                last = self._source_at(j, high)
                phrase = last.phrase if last is not None else None
                if phrase is not None and self._speaks(phrase) and phrase.end + 1 >= high:
                    return last  # "Er habe „Glück“ gehabt, so der Arzt."
            if j > q and shape.words < 3 and (u.words[j - 1] != "," or not self._predicates(q)):
                continue
            if u.low[j] == "zufolge" and j > low and relative_source(u, j, high) < 0:
                phrase = _before_zufolge(u, j, low)
                if phrase is not None:
                    return Attribution(
                        phrase, phrase.start, j + 1, "according-to", 0.85, reason=u.low[j]
                    )
            if low < j < q and (first := relative_source(u, j, high)) > low:
                if low <= self.last < first and self.found[self.last].method == "cue-after":
                    same = self.found[self.last]._replace(phrase=None, same=self.last)
                    return same._replace(method="split", score=0.7, reason=u.low[j])
                phrase = antecedent(u, first, low)
                comma = first - (u.words[first - 1] == ",")
                phrase = (holder(u, comma, low) if u.language == "fr" else None) or phrase
                if phrase is not None and (u.language != "de" or _person(u, phrase)):
                    return Attribution(
                        phrase, phrase.start, j + 2, "according-to", 0.75, reason=u.low[j]
                    )
            found = self._source_at(j, high)
            if u.low[j] in ("for", "pour", "für", "per", "so") and j > low + 1:
                # « elle désigne pour X « … » »: a name between the word and the quotation.
                # "Das, so X, sei „…“": a name between commas.
                phrase = found.phrase if found is not None else None
                if phrase is None or j > q:
                    continue
                if u.low[j] == "so" and self._parenthesis(j, phrase, q):
                    return found
                beside = u.low[j] == "für" and phrase.end == q and u.flags[j - 1] & c.BE
                if beside and phrase.kind == "name" and phrase.end - phrase.start > 1:
                    return found  # "Das ist für Ada Roth „peinlich“"
                if u.low[j] == "für" and u.low[j - 1] in _MEANS and phrase.kind == "name":
                    return found  # "Das bedeutet für Roth keine „Ruhe“"
                enclosed = u.words[j - 1] == u.words[phrase.end] == ","
                if enclosed and (phrase.kind == "pronoun" or u.low[j] == "pour"):
                    pass  # « L'école, pour elle, c'est « … » »
                elif (
                    phrase.kind != "name"
                    or u.language == "en"
                    or (
                        phrase.end != q
                        if u.language == "fr"
                        else (
                            u.low[j] != "so" or u.words[j - 1] != "," or u.words[phrase.end] != ","
                        )
                    )
                ):
                    continue
            if (
                found is not None
                and found.phrase is not None
                and found.phrase.end <= (q if j < q else high)
                and not self._aside(low, j, found.phrase.end, q)
            ):
                found = _viewer(u, found, j, low)
                weak = u.low[j] in ("for", "pour", "für", "per")
                return found._replace(score=0.6 if weak else 0.8)
        return None

    def _ruled(self, q: int, low: int, found: Attribution | None) -> Attribution | None:
        """English: what stands in a document, though a thing is the subject: "According to
        the letter, the plan did not show …", "Under draft rules, trade needs a …"."""
        u = self.u
        phrase = found.phrase if found is not None else None
        if u.language != "en" or (found is not None and (phrase is None or phrase.kind != "role")):
            return found
        shows = found is not None and found.reason in ("show", "demonstrate", "prove")
        known = phrase is not None and u.flags[phrase.head] & (c.ROLE | c.GROUP | c.INDEFINITE)
        if known and not shows:
            return found
        nearer = self._source(q, low, q) if found is not None else None
        if nearer is not None and nearer.score > 0.7:
            return nearer
        first = low + (u.low[low] in ("but", "and"))
        rules = parse(u, first + 1, q) if u.low[first] == "under" else None
        if rules is None or rules.kind != "role" or self.shape(q).words < 2:
            return found
        if u.low[rules.end] in RULES:  # "draft rules"
            rules = rules._replace(end=rules.end + 1, head=rules.end)
        written = u.low[rules.head] in RULES or u.flags[rules.head] & c.SHEET
        if not written or "," not in u.words[rules.end : min(q, rules.end + 8)]:
            return found
        return Attribution(rules, first, rules.end, "according-to", 0.7, reason="under")


def relative_source(u: Unit, j: int, high: int) -> int:
    """Where a relative clause with "according to" at token ``j`` begins: "Lee, for whom …",
    « Roux, d'après qui … », "Roth, für den alles … ist", "Roth, der zufolge …"; or -1."""
    whom = u.low[j + 1 : j + 2]
    if u.language == "de":
        return _german_relative(u, j, high)
    if u.language == "fr" and not u.flags[j] & c.SOURCE:
        return -1
    if whom == ["to"]:
        return j if u.low[j + 2 : j + 3] == ["whom"] else -1
    if whom not in (["qui"], ["whom"], ["lequel"], ["laquelle"]):
        return -1
    return j - (u.low[j - 1] in ("d'", "d’") and u.low[j] == "après")


def _german_relative(u: Unit, j: int, high: int) -> int:
    """The same of German, where the verb stands last in the relative clause."""
    if u.low[j] == "zufolge":
        return j - 1 if u.low[j - 1] in _DATIVES and u.words[j - 2] == "," else -1
    led = u.low[j] in ("für", "nach", "laut") and u.words[j - 1] == ","
    if not led or u.low[j + 1 : j + 2] == [] or u.low[j + 1] not in (*_DATIVES, "den", "die"):
        return -1
    end = next((i for i in range(j + 2, high) if u.words[i] in ".,;:!?"), high)
    last = u.flags[end - 1]
    final = last & (c.BE | c.AUX) and not last & CAPITAL and end - 1 > j + 2
    return j if final and not u.flags[j + 2] & CAPITAL else -1


_DATIVES = frozenset("dem der denen".split())


def _person(u: Unit, phrase: Phrase) -> bool:
    return phrase.kind == "name" or bool(phrase.kind == "role" and u.flags[phrase.head] & c.ROLE)


def _viewer(u: Unit, found: Attribution, j: int, low: int) -> Attribution:
    """French: the subject of the sentence for the possessive of a view in a clause behind it:
    « L'avocate a repris le récit du témoin, qui serait, à son avis, « … » »."""
    phrase = found.phrase
    if phrase is None or not u.flags[phrase.start] & c.POSSESSIVE or u.language != "fr":
        return found
    whose = clause_subject(u, low, j)
    if whose is None or whose.kind not in ("name", "role") or u.words[whose.end] == ",":
        return found
    acts = whose.kind == "name" or u.flags[whose.head] & (c.ROLE | c.GROUP)
    behind = u.words[j - 1] == "," and "," in u.words[whose.end : j - 1]
    several = u.low[whose.start] in ("les", "des", "ces") or len(whose.names) > 1
    fits = several == u.low[phrase.start].startswith("leur")
    return found._replace(phrase=whose) if acts and behind and fits else found


def _before_zufolge(u: Unit, j: int, low: int) -> Phrase | None:
    """The phrase before "zufolge"."""
    i = j - 1
    if u.low[i] in ("ihm", "ihr", "ihnen"):
        return Phrase(i, j, "pronoun", definite=True)
    if u.words[i] == ")":
        while i > low and u.words[i] != "(":
            i -= 1
        i -= 1
        j = i + 1
    if u.flags[i] & QUOTE:
        return quoted_source(u, max(low, i - 1), j)
    while i >= low:
        bits = u.flags[i]
        if bits & (PUNCTUATION | QUOTE | c.PREPOSITION | c.VERB | c.AUX) and not (
            bits & c.PARTICLE and i > low and u.flags[i - 1] & (CAPITAL | c.PARTICLE)
        ):
            break
        i -= 1
    return parse(u, i + 1, j)
