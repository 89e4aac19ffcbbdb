"""Nouns of what somebody says: "X’s warning that “…”", "in X’s words, “…”"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, QUOTE
from citekit.find.grammar.verbs import subjunctive
from citekit.find.quotations.sources import Sources

#: What belongs to whoever writes.
_MINE = frozenset("my our mein meine unser unsere mon ma mes notre nos".split())
#: Nouns of words that go with what somebody does.
_REMARKS = frozenset(
    """words comment remark note warning observation worten bemerkung kommentar hinweis mots
    remarque commentaire""".split()
)


class Speeches(Sources):
    """The rules for nouns of speech, in all languages."""

    def _theirs(self, phrase: Phrase) -> Phrase:
        """Whose a thing is: "Her own theory is short: “…”"."""
        u = self.u
        if phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return phrase
        if u.flags[phrase.start] & c.POSSESSIVE and u.low[phrase.start] not in ("its", "their"):
            return Phrase(phrase.start, phrase.start + 1, "pronoun", definite=True)
        return phrase

    def _speech_noun(self, q: int, low: int) -> Attribution | None:
        """X’s warning that “…”; in X’s words, “…”"""
        u = self.u
        far = self._reach(q, low)
        for noun in range(q - 1, max(low - 1, q - far), -1):
            bits = u.flags[noun]
            if bits & QUOTE:
                return None
            heads = noun == low and u.words[q - 1] == ":"  # « Réponse de l'avocate : »
            warned = u.low[noun - 1 : noun + 1] == ["en", "garde"]  # « la mise en garde de X »
            spoken = bits & (c.SPEECH | c.SHEET if heads and u.language == "fr" else c.SPEECH)
            if not (spoken or warned) or (bits & CAPITAL and u.language != "de" and not heads):
                continue
            if u.low[noun - 2 : noun + 1] == ["in", "der", "frage"]:
                continue  # "in der Frage der Kosten"
            phrase = possessor(u, noun, low)
            if phrase is not None and u.language == "de" and self._answered(noun, phrase, q, low):
                continue
            phrase = phrase and with_name(u, phrase, q)
            if phrase is None and noun >= q - 2 and u.low[noun] in _REMARKS:
                phrase = self._with_words(noun, low)
            if phrase is None or phrase.end > q:
                continue
            own = u.low[noun] == "worten" and u.low[phrase.start - 1] == "in"
            own = own or u.words[q - 1] == ":"
            if u.language == "de" and not own and self._spoken_of(noun, q):
                continue
            if u.low[phrase.start] in _MINE:
                return None
            start = min(phrase.start, noun)
            end = max(noun + 1, phrase.end)
            return Attribution(phrase, start, end, "speech-noun", 0.7, reason=u.low[noun])
        return None

    def _reach(self, q: int, low: int) -> int:
        """How far a noun may stand before what it announces."""
        u = self.u
        if u.language == "fr":
            return 15 if u.words[q - 1] == ":" else 9
        that = u.language == "en" and "that" in u.low[max(low, q - 8) : q]
        return 16 if that else 13 if u.language == "de" else 9

    def _answered(self, noun: int, phrase: Phrase, q: int, low: int) -> bool:
        """German: whether somebody answers what another one says, or speaks after him: "Dem Vorwurf
        von Lee begegnet Ann Roth mit einem „…“", "Nach der Rede von Lee hatte Ann Roth „…“"."""
        u = self.u
        after = u.low[low] in ("nach", "vor", "seit", "während") and noun < low + 4
        if not after and (noun != low + 1 or u.low[low] != "dem"):
            return False
        subject = clause_subject(u, low, q)
        return subject is not None and subject.start >= phrase.end and subject.kind != "self"

    def _spoken_of(self, noun: int, q: int) -> bool:
        """German: whether a noun of speech is what the words are said of: "Die Kritik der
        Partei sei „durchsichtig“"."""
        u = self.u
        for i in range(noun + 1, q):
            if u.words[i] == ",":
                return False
            if subjunctive(u, i) or (u.flags[i] & c.BE and not u.flags[i] & CAPITAL):
                return True
        return False

    def _with_words(self, noun: int, low: int) -> Phrase | None:
        """Who does something with words: "Lee sent it back with the comment “…”"."""
        u = self.u
        for k in range(noun - 1, max(low, noun - 4), -1):
            if u.low[k] in ("with", "mit", "avec", "par") and not u.flags[k] & CAPITAL:
                phrase = clause_subject(u, low, k)
                speaks = phrase is not None and phrase.kind != "self" and self._speaks(phrase)
                return phrase if speaks else None
        return None
