"""Attributions of English alone."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import GENITIVE, PUNCTUATION, QUOTE
from citekit.find.quotations.speeches import Speeches
from citekit.find.quotations.thinkers import has_it

#: Nouns of what somebody says again and again, or in their way.
_VERSIONS = frozenset(
    """line version verdict refrain view message slogan motto mantra summary answer explanation
    response phrase cry""".split()
)
#: Nouns of what somebody said, behind its words.
_REMARKED = frozenset(
    """remark remarks comment comments claim jibe quip tweet post speech line promise pledge boast
    verdict warning answer advice conclusion message joke gaffe slur accusation""".split()
)
#: What somebody puts a thing in.
_WORDED = frozenset(
    "words word phrase phrasing telling view description formulation term expression".split()
)
_CLAIMS = frozenset("claims warnings promises charges statements allegations reports".split())
_QUOTES = frozenset("quoted quotes quoting cited cites citing".split())
#: "To use the words of X".
_BORROWS = frozenset("use borrow quote echo cite repeat".split())
_TOLD = frozenset("told informed assured warned advised".split())
#: Things with names.
_NAMED = frozenset(
    """names nicknames titles headings labels songs books films novels poems albums plays series
    shows hits articles essays""".split()
)
#: Things with words on them, several of them.
_SHEETS = frozenset(
    """signs posters banners placards stickers leaflets flyers letters notices badges postcards
    plaques notes""".split()
)

#: Verbs after "that is how".
_PUTS = frozenset("puts put sees saw sums summed remembers".split())
#: What somebody says of themselves.
_ACCOUNTS = frozenset("account admission description estimate reckoning telling words".split())


class English(Speeches):
    """The rules for English, tried where no other one finds anybody."""

    def _english(self, q: int, low: int, high: int) -> Attribution | None:
        """The first of these rules that finds somebody."""
        if self.u.language != "en":
            return None
        found = has_it(self.u, q) or self._version(q, low, high) or self._agent_as(q, low)
        found = found or self._on_things(q, low)
        found = found or self._how(q, low, high) or self._own_account(q, low)
        found = found or self._remark(q, low) or self._to(q, low) or self._whose(q, high)
        return found or self._in_words(q, high)

    def _in_words(self, q: int, high: int) -> Attribution | None:
        """“…,” in X’s words; “…,” to use the words of X; “…,” to quote X."""
        u = self.u
        told = self._was_told(q, high)
        if told is not None:
            return told
        at = q + 1 + (u.words[q + 1 : q + 2] == [","])
        if u.low[at : at + 1] == ["to"] and u.low[at + 1 : at + 2] and u.low[at + 1] in _BORROWS:
            noun = next((i for i in range(at + 2, min(high, at + 7)) if u.low[i] in _WORDED), -1)
            phrase = possessor(u, noun, at + 1) if noun > 0 else parse(u, at + 2, high)
            if phrase is None or phrase.kind not in ("name", "role"):
                return None
            end = max(phrase.end, noun + 1)
            return Attribution(phrase, at, end, "according-to", 0.85, reason=u.low[at + 1])
        for noun in range(at + 2, min(high, at + 7)):
            if u.low[at] == "in" and u.low[noun] in _WORDED:
                phrase = possessor(u, noun, at + 1)
                if phrase is None or phrase.start != at + 1:
                    return None
                return Attribution(phrase, at, noun + 1, "according-to", 0.85, reason=u.low[noun])
        return None

    def _was_told(self, q: int, high: int) -> Attribution | None:
        """“…,” I was told by X."""
        u = self.u
        for by in range(q + 4, min(high, q + 6)):
            if u.low[by] == "by" and u.low[by - 1] in _TOLD and u.flags[by - 3] & c.SELF:
                phrase = parse(u, by + 1, high)
                if phrase is None or phrase.kind not in ("name", "role"):
                    return None
                return Attribution(phrase, by - 3, phrase.end, "cue-after", 0.85, reason="told")
        return None

    def _claimed(self, q: int, low: int) -> Attribution | None:
        """Whose claim it is that somebody else speaks of: "Ann Lee denied Jan Roy’s claim that
        she was “…”", "She rejected claims by Jan Roy that …"."""
        u = self.u
        that = next((i for i in range(q - 1, max(low, q - 12), -1) if u.low[i] == "that"), 0)
        if not that or any(u.flags[i] & (c.SAY | QUOTE) for i in range(that, q)):
            return None
        for noun in range(that - 1, max(low + 1, that - 8), -1):
            if not (u.flags[noun] & c.SPEECH or u.low[noun] in _CLAIMS):
                continue
            if not any(u.flags[i] & c.VERB for i in range(low, noun)):
                return None
            phrase = possessor(u, noun, low)
            if phrase is None or phrase.kind != "name" or phrase.end not in (noun, that):
                return None
            start, end = min(phrase.start, noun), max(phrase.end, noun + 1)
            return Attribution(phrase, start, end, "cue-clause", 0.8, reason=u.low[noun])
        return None

    def _repeated(self, q: int, low: int) -> Attribution | None:
        """Whom somebody quotes before a colon: "Ann Lee quoted Jan Roy: “…”", "She recalled the
        words of Jan Roy: “…”"."""
        u = self.u
        for k in range(q - 3, max(low, q - 9), -1):
            if u.low[k] in _QUOTES or (u.low[k] == "words" and u.low[k + 1] == "of"):
                quotes = u.low[k] in _QUOTES
                phrase = parse(u, k + 1 if quotes else k + 2, q)
                if k == low or phrase is None:
                    return None
                role = phrase.kind == "role" and u.flags[phrase.head] & (c.ROLE | c.GROUP)
                own = u.flags[phrase.end - 1] & GENITIVE  # "quotes Lee’s last sermon: “…”"
                if not (phrase.kind == "name" or role) or phrase.end < q - (3 if own else 1):
                    return None
                return Attribution(phrase, k, q - 1, "cue-before", 0.85, reason=u.low[k])
        return None

    def _borrowed(self, q: int, low: int) -> Attribution | None:
        """It was, to quote X, “…”."""
        u = self.u
        if u.words[q - 1] != ",":
            return None
        at, far = q - 2, max(low, q - 12)
        while at > far and not (u.low[at] in _BORROWS and u.low[at - 1] == "to"):
            at -= 1
        if at <= far:
            return None
        phrase = parse(u, at + 1, q - 1)
        if phrase is None or phrase.end != q - 1 or phrase.kind not in ("name", "role"):
            return None
        if u.low[phrase.head] in _WORDED:
            return None
        return Attribution(phrase, at - 1, q - 1, "according-to", 0.8, reason=u.low[at])

    def _names_things(self, q: int) -> bool:
        """Whether the words are names of things: "under the name “…”", "books like “…”",
        "songs such as “…”"."""
        u = self.u
        last = u.low[q - 1]
        if last == "name" and u.low[q - 2 : q - 1] == ["the"]:
            return True
        at = q - 2 if last == "like" else q - 3 if u.low[q - 2 : q] == ["such", "as"] else -1
        return at > 0 and u.low[at] in _NAMED

    def _version(self, q: int, low: int, high: int) -> Attribution | None:
        """“…” has been the line from X; “…” is the polite version of X."""
        u = self.u
        if not self.opens(q, low) or q + 3 >= high or not u.flags[q + 1] & c.AUX:
            return None
        for noun in range(q + 2, min(high, q + 8)):
            if u.flags[noun] & (PUNCTUATION | QUOTE | c.PREPOSITION):
                return None
            if u.low[noun] in _VERSIONS:
                phrase = possessor(u, noun, q + 1)
                if phrase is None and u.low[noun + 1 : noun + 2] in (["from"], ["of"]):
                    phrase = parse(u, noun + 2, high)
                if phrase is None or phrase.kind not in ("name", "role"):
                    return None
                return Attribution(phrase, q + 1, phrase.end, "cue-after", 0.8, reason=u.low[noun])
        return None

    def _whose(self, q: int, high: int) -> Attribution | None:
        """“…” is X’s; the line “…” is really X’s."""
        u = self.u
        last = next((i for i in range(q + 2, min(high, q + 8)) if u.flags[i] & GENITIVE), -1)
        if last < 0 or not u.flags[q + 1] & c.BE:
            return None
        if last + 1 < len(u.flags) and not u.flags[last + 1] & (PUNCTUATION | c.JOIN):
            return None  # "“…” is Lee’s book"
        phrase = possessor(u, last + 1, q + 1)
        if phrase is None or phrase.kind not in ("name", "role") or "not" in u.low[q + 2 : last]:
            return None
        return Attribution(phrase, q + 1, last + 1, "cue-after", 0.8, reason=u.low[q + 1])

    def _remark(self, q: int, low: int) -> Attribution | None:
        """X’s “…” remark; X’s verdict? “…”"""
        u = self.u
        noun = min(q + 1, len(u.low) - 1)
        if q > low and u.flags[q - 1] & (GENITIVE | c.POSSESSIVE) and u.low[noun] in _REMARKED:
            phrase = possessor(u, q, low)
        elif q > 2 and u.words[q - 1] == "?" and u.low[q - 2] in _VERSIONS | _REMARKED:
            noun = q - 2
            phrase = possessor(u, noun, u.bounds(noun)[0])
        else:
            return None
        if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
            return None
        start, end = min(phrase.start, noun), max(phrase.end, noun + 1)
        return Attribution(phrase, start, end, "speech-noun", 0.75, reason=u.low[noun])

    def _to(self, q: int, low: int) -> Attribution | None:
        """To X, the plan looks like “…”."""
        u = self.u
        if u.low[low] != "to" or q - low < 4:
            return None
        phrase = parse(u, low + 1, q)
        if phrase is None or phrase.kind not in ("name", "role") or u.words[phrase.end] != ",":
            return None
        known = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        if not known or any(u.flags[i] & c.SAY for i in range(phrase.end, q)):
            return None
        return Attribution(phrase, low, phrase.end, "according-to", 0.7, reason="to")

    def _agent_as(self, q: int, low: int) -> Attribution | None:
        """They were described as “…” and, by X, as “…”."""
        u = self.u
        end = q - 1
        if end <= low + 2 or u.low[end] != "as":
            return None
        end -= u.words[end - 1] == ","
        for by in range(end - 2, max(low, end - 10), -1):
            if u.low[by] == "by" and not u.flags[by] & PUNCTUATION:
                phrase = parse(u, by + 1, end)
                whole = phrase is not None and phrase.end == end
                if phrase is None or not whole or phrase.kind not in ("name", "role"):
                    return None
                return Attribution(phrase, by, q, "cue-clause", 0.8, reason="by")
        return None

    def _on_things(self, q: int, low: int) -> Attribution | None:
        """There were signs: “…”"""
        u = self.u
        noun = q - 2
        if noun <= low or u.words[q - 1] != ":" or u.low[noun] not in _SHEETS:
            return None
        start = noun
        while start > low + 1 and not u.flags[start - 1]:
            start -= 1
        phrase = Phrase(start, noun + 1, "role", (), noun)
        return Attribution(phrase, start, q - 1, "colon", 0.7, reason="colon")

    def _how(self, q: int, low: int, high: int) -> Attribution | None:
        """“…” is how X describes it; “…” That is how X describes it."""
        u = self.u
        at = q + 1
        if u.low[at : at + 1] in (["that"], ["this"]) and self.opens(q, low):
            at, high = at + 1, len(u.words)
        if u.low[at : at + 2] not in (["is", "how"], ["was", "how"]):
            return None
        phrase = parse(u, at + 2, high)
        if phrase is None or phrase.kind == "self" or phrase.end >= high:
            return None
        says = u.flags[phrase.end] & (c.SAY | c.NAME | c.ACT) or u.low[phrase.end] in _PUTS
        if not says:
            return None
        return Attribution(phrase, q + 1, phrase.end + 1, "cue-after", 0.8, reason="how")

    def _own_account(self, q: int, low: int) -> Attribution | None:
        """X, by her own account “…”, left early."""
        u = self.u
        noun = q - 1 - (u.words[q - 1] == ",")
        if noun - 3 < low or u.low[noun] not in _ACCOUNTS or u.low[noun - 1] != "own":
            return None
        if not u.flags[noun - 2] & c.POSSESSIVE or u.low[noun - 3] not in ("by", "in", "on"):
            return None
        phrase = clause_subject(u, low, noun - 3)
        if phrase is None or phrase.kind not in ("name", "role") or not self._speaks(phrase):
            phrase = Phrase(noun - 2, noun - 1, "pronoun", definite=True)
        return Attribution(phrase, noun - 3, noun + 1, "cue-clause", 0.75, reason="own")
