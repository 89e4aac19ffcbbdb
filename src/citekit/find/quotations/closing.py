"""Attributions at the end of a sentence or paragraph: … “…” …, X said; “…” — X; “…” (X 1999)."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import agent
from citekit.find.grammar.phrases import parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import INHERITED, PASSIVE, after, subject
from citekit.find.grammar.tokens import CAPITAL, NUMBER, QUOTE
from citekit.find.quotations.english import English
from citekit.find.quotations.french import leads_participle
from citekit.find.quotations.incises import incise
from citekit.find.quotations.reporting import THAT

_DASHES = frozenset("—–-")


#: What a citation names that is no author: "(Preface, 1970)".
_PARTS = frozenset(
    """preface foreword introduction afterword epilogue vorwort einleitung nachwort préface
    avant-propos postface conclusion""".split()
)


#: "That is the view of X", „Das sind die Worte von X“, « C'est l'avis de X ».
_POINTING = frozenset("that this these those such so das dies c' c’ ce tel telle tels".split())
_WORDS = frozenset(
    """view words word opinion verdict conclusion assessment message warning lesson advice ansicht
    worte meinung urteil fazit überzeugung avis mots verdict conviction conclusion""".split()
)


class Closing(English):
    """The rules for what stands behind, not beside, a quotation."""

    def _right(self, q: int, high: int) -> Attribution | None:
        """A reporting clause at the end of the sentence: … “…” …, X said."""
        u = self.u
        shape = self.shape(q)
        kinds = c.SAY | c.NAME | c.WEAK if u.language == "de" else c.SAY
        if u.language == "fr" and leads_participle(u, u.bounds(q)[0]):
            return None  # « Présenté comme « … », il nie »
        if u.language == "fr":
            found = incise(u, q, high, shape.words) or self._read_last(q, high)
            if found is not None:
                return found
        for k in self._verbs(q + 1, high, kinds, high):
            if u.flags[k] & c.GERUND:
                continue
            if u.language == "de" and u.flags[k] & c.PARTICIPLE:
                found = self._participle_last(q, k, high)
                if found is not None:
                    return found
            if shape.words < 2 and (u.language != "de" or not self._reports(u.bounds(q)[0], k)):
                continue
            phrase = subject(u, k, q + 1, high)
            if (
                (phrase is None or phrase.kind in ("inherited", "passive"))
                and u.words[k - 1] == ","
                and k + 1 < high
                and u.low[k + 1] not in THAT
            ):
                phrase = after(u, k + 1, high)
            if phrase is None or phrase.kind in ("self", "inherited", "passive"):
                continue
            start = min(phrase.start, k)
            while start > q + 1 and u.flags[start - 1] & c.CLITIC and u.language == "fr":
                start -= 1
            if (
                start <= q + 1
                or (
                    u.words[start - 1] != ","
                    and not (u.flags[start - 1] & QUOTE and self.shape(start - 1).pause)
                )
            ) and not (start > q + 1 and u.low[start - 1] in ("as", "wie", "comme")):
                continue
            if shape.words < 3 and k - q > 16 and u.language != "de":
                continue
            end = max(k + 1, phrase.end)
            return Attribution(phrase, start, end, "clause-end", 0.7, reason=u.low[k])
        return None

    def _read_last(self, q: int, high: int) -> Attribution | None:
        """French: « … « … » …, peut-on lire dans le rapport »."""
        u = self.u
        for comma in range(q + 2, high - 3):
            if u.flags[comma] & QUOTE or u.words[comma] in ";:":
                return None
            if u.words[comma] == "," and "on" in u.low[comma + 2 : comma + 4]:
                found = self._reads(comma + 1, high)
                if found is not None:
                    return found._replace(method="clause-end")
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
            phrase = clause_subject(u, low, q)
        if phrase is None or phrase.kind in ("self", "inherited", "passive"):
            return None
        if phrase.start > q:
            return None
        return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.8, reason=u.low[k])

    def _signed(self, q: int) -> Attribution | None:
        """“…” — X, and “…” (X 1999, 12)."""
        u = self.u
        j = q + 1
        if j >= len(u.words):
            return None
        word = u.words[j]
        stop = u.bounds(j)[1]
        if word in _DASHES and j + 1 < stop and self.shape(q).words > 3:
            phrase = parse(u, j + 1, stop)
            if (
                phrase is not None
                and phrase.kind == "name"
                and (phrase.end >= len(u.words) or u.words[phrase.end] in (",", "("))
                and (u.sentence[q] == 0 or q == 0)
            ):
                return Attribution(
                    phrase, phrase.start, phrase.end, "signature", 0.8, reason="dash"
                )
        j += word == "(" and u.low[j + 1 : j + 2] == ["vgl."]
        if word == "(" and j + 1 < len(u.words) and u.flags[j + 1] & CAPITAL:
            stop = min(len(u.words), j + 16)
            phrase = parse(u, j + 1, stop)
            if phrase is None or phrase.kind != "name" or u.low[j + 1] in _PARTS:
                return None
            for i in range(phrase.end, min(stop, phrase.end + 5)):
                if u.flags[i] & NUMBER and len(u.words[i]) >= 4 and u.words[i][:4].isdigit():
                    return Attribution(
                        phrase, phrase.start, i + 1, "citation", 0.65, reason="author and year"
                    )
                if u.words[i] == ")":
                    break
        return None

    def _presented(self, q: int) -> Attribution | None:
        """Whose words a sentence behind them says that they are: “…” That is the view of X."""
        u = self.u
        j = q + 1 + (u.words[q + 1 : q + 2] == ["."])
        if j + 4 >= len(u.words) or u.low[j] not in _POINTING or not u.flags[j + 1] & c.BE:
            return None
        noun = next((i for i in range(j + 2, min(len(u.low) - 2, j + 7)) if u.low[i] in _WORDS), 0)
        if not noun or u.low[noun + 1] not in ("of", "von", "de", "d'", "d’", "du"):
            return None
        phrase = parse(u, noun + 2, u.bounds(j)[1])
        if phrase is None or not self._speaks(phrase) or phrase.kind == "pronoun":
            return None
        return Attribution(phrase, j, phrase.end, "cue-after", 0.75, reason=u.low[noun])
