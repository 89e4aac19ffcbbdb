"""French: words that are no quotation but a name, words that begin with the verb of a
subject outside, and the mood of what others say."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.french import PARTICIPLES
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.fronted import having, predicates
from citekit.find.grammar.owners import agent
from citekit.find.grammar.phrases import parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import antecedent, subject
from citekit.find.grammar.textplaces import read_at
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, Unit
from citekit.find.grammar.verbs import verbal
from citekit.find.quotations.labelled import note
from citekit.find.quotations.nonfinite import absolute, begins, main_subject, open_clause, speaks_of
from citekit.find.quotations.places import Places
from citekit.find.quotations.termed import presented, termed

#: Verbs that name, and what they name.
_NAMING = ("surnomm", "appel", "baptis", "nomm", "dénomm")
#: Endings of verbs in the third person that few nouns and adjectives have.
_FINITE = ("ait", "aient", "era", "eront", "end", "end", "ise", "ifie", "ore", "ette", "oit")
#: Verbs in the present that have none of them; what stands before a verb only.
_COMMON = frozenset("suit tient vient reste donne met va vit rend lance appelle".split())
_BEFORE_VERBS = ("n'", "n’", "s'", "s’")
#: What stands behind a verb and no noun or adjective.
_BEHIND_VERB = frozenset(
    "le la les un une des ce cet cette ces son sa ses leur leurs tous toutes toujours que".split()
)
#: Endings of infinitives, and what stands before them; verbs that an infinitive goes on.
_INFINITIVE = ("er", "ir", "re")
_NOT = ("ne", "n'", "se")
_BEFORE_INFINITIVE = frozenset("de d' d’ à vouloir devoir pouvoir compter souhaiter".split())
_WILLING = frozenset(
    """veut veulent voulait voulaient entend entendent entendait compte comptent comptait souhaite
    souhaitent souhaitait espère espèrent espérait doit prétend prétendent prétendait préfère
    préfèrent préférait dit disent assure assurent affirme affirment""".split()
)
#: Nouns of what is written that are other words too.
WRITTEN = frozenset(
    """arrêté légende consigne mention notice motion pétition préavis mail e-mail sms texto tweet
    post""".split()
)
#: Clitics in the accusative.
_ITS = frozenset("l' l’ le la les".split())
_THOSE = frozenset("celui celle ceux celles".split())


#: Stems of what begins a clause on what somebody believes.
_CONVINCED = ("convaincu", "persuadé", "assuré", "certain")
#: Before what something is to be read on.
_READ_AT = frozenset("sur dans au à".split())


def leads_participle(u: Unit, low: int) -> bool:
    """Whether a sentence begins with a participle: « Présenté comme … »."""
    shaped = u.low[low].endswith(PARTICIPLES) and u.low[low + 1] == "comme"
    return u.flags[low] == c.PARTICIPLE or shaped


_THEY = frozenset("il elle ils elles".split())
#: What says that somebody is sure.
_SURE = ("persuadé", "convaincu", "catégorique", "formel", "démord", "jure", "promet", "promis")


class French(Places):
    """The rules for French alone."""

    def _nickname(self, q: int, low: int) -> bool:
        """French: whether the words are what a thing or person is called: « ses amis le
        surnomment « le Loup » », « ceux que l'on appelle « les anciens » »."""
        u = self.u
        k = q - 1 - bool(u.flags[q - 1] & c.DETERMINER)
        if k <= low or not u.low[k].startswith(_NAMING) or not verbal(u, k):
            return False
        if u.low[k - 1] in ("le", "la", "les", "l'", "l’"):
            return True
        return any(
            u.low[i] in ("que", "qu'", "qu’") and u.low[i - 1] in _THOSE
            for i in range(max(low, k - 8) + 1, k)
        )

    def _wording(self, q: int, low: int, high: int) -> Attribution | None:
        """French: who does something with the words behind a colon or a dash: « Avec ces mots :
        « … », Ada Roth a clos le débat », « D'un mot – « assez » –, elle … »."""
        u = self.u
        if not u.flags[low] & c.PREPOSITION or not 1 < q - low < 9 or u.words[q - 1] not in ":–—":
            return None
        if any(u.flags[k] & (c.AUX | PUNCTUATION | c.PRONOUN) for k in range(low, q - 1)):
            return None
        phrase = main_subject(u, q, high) if "," in u.words[q + 1 : q + 3] else None
        if phrase is None or not self._acts(phrase):
            return None
        return Attribution(phrase, low, phrase.end, "cue-clause", 0.7, reason=u.low[low])

    def _noted(self, q: int, low: int) -> Attribution | None:
        """French: « prévenus par un mot sur la porte : « … » »."""
        u = self.u
        start = note(u, q, low)
        phrase = parse(u, start, q) if start >= 0 else None
        if phrase is None or phrase.kind != "role":
            return None
        return Attribution(phrase, start, q, "colon", 0.7, reason="mot")

    def _judged(self, q: int, low: int) -> Attribution | None:
        """What somebody finds a thing to be: « Un critique, qui l'a trouvée « longue » »."""
        u = self.u
        first = q - 2
        while first > low and u.flags[first] & (c.AUX | c.ADVERB):
            first -= 1
        phrase = subject(u, q - 1, low, q)
        that = phrase is not None and u.low[phrase.start - 1] in ("que", "qu'", "qu’")
        if u.low[first] not in _ITS and not that:
            return None
        if phrase is None or not self._speaks(phrase):
            return None
        return Attribution(phrase, phrase.start, q, "cue-clause", 0.8, reason=u.low[q - 1])

    def _said(self, q: int, low: int) -> bool:
        """Whether « dite » before a quotation is the participle of what somebody says of
        themselves: « Elle s'est dite « surprise » »."""
        return any(self.u.flags[i] & c.AUX for i in range(max(low, q - 4), q - 1))

    def _things(self, found: Attribution) -> bool:
        """French: whether the subject of an attribution is a thing, by a noun that is known
        as nobody's."""
        u, phrase = self.u, found.phrase
        if u.language != "fr" or phrase is None or phrase.kind != "role":
            return False
        return not u.flags[phrase.head] & (c.ROLE | c.GROUP | c.INDEFINITE)

    def _predicates(self, q: int) -> bool:
        """French: whether a word or two are what somebody says of a subject, no term."""
        u = self.u
        return u.language == "fr" and bool(u.flags[q - 1] & (c.AUX | c.VERB | c.ADVERB))

    def _read_on(self, q: int, low: int) -> Attribution | None:
        """French: « Sur la pancarte, on pouvait lire : « … » », « On peut lire dans le rapport
        que « … » »."""
        u = self.u
        whose = read_at(u, low, q)
        if whose is not None:
            end = whose.end
            return Attribution(whose, whose.start - 1, end, "according-to", 0.8, reason="chez")
        k = next((k for k in range(q - 1, max(low + 1, q - 9), -1) if u.low[k] == "lire"), 0)
        if not k or "on" not in u.low[low:k] or not u.low[k - 1].startswith(("peu", "pou")):
            return None
        for at in (*range(k + 1, q - 1), low):
            if u.low[at] in _READ_AT and not (at and u.flags[at] & CAPITAL):
                phrase = parse(u, at + (u.low[at] not in ("au", "du")), q if at > low else k)
                if phrase is not None and phrase.kind == "role":
                    return Attribution(
                        phrase, at, max(k + 1, phrase.end), "colon", 0.8, reason="lire"
                    )
        return None

    def _termed(self, q: int) -> Attribution | None:
        """French: « … », c'est ainsi que X résume …; « … » : la formule est de X."""
        found = termed(self.u, q)
        whom = presented(self.u, q) if found is None and self.shape(q).sentence else None
        if whom is not None and self.shape(q).words > 1:
            return Attribution(whom, whom.start, whom.end, "beat", 0.6, reason="named behind")
        if found is None or not self._speaks(found[0]):
            return None
        phrase, cue = found
        end = max(cue + 1, phrase.end)
        return Attribution(phrase, q + 1, end, "cue-after", 0.8, reason=self.u.low[cue])

    def _nonfinite(self, q: int, low: int, high: int) -> Attribution | None:
        """French: words in a clause without a finite verb, whose subject is that of the clause
        beside it: « …, dit X, dépeignant un homme « … » », « Sans nommer X, … »."""
        u = self.u
        first = u.cues.words.get(u.low[low], 0)
        if first & c.PARTICIPLE and first & (c.SAY | c.NAME) and not u.flags[low] & CAPITAL:
            named = agent(u, low, q, high)  # « Qualifié de « … » par X, il se défend »
            if named is not None and self._acts(named):
                return Attribution(named, low, q, "cue-clause", 0.7, reason=u.low[low])
        start = low if u.low[low].startswith(_CONVINCED) else open_clause(u, q, low)
        if start < 0:
            phrase = absolute(u, q, low) if self.shape(q).words > 2 else None
            if phrase is None or not self._acts(phrase):
                return None
            return Attribution(phrase, phrase.start, q, "cue-clause", 0.6, reason="absolute")
        said = speaks_of(u, start, q) or self.shape(q).words > 4
        said = said or u.low[low].startswith(_CONVINCED)
        if begins(u, low, start):
            phrase = main_subject(u, q, high) if said else None
            if phrase is not None:
                return Attribution(phrase, start, q, "cue-clause", 0.7, reason=u.low[start])
            near = self.last >= 0 and u.sentence[q] - u.sentence[self.last] == 1
            if not near or not said:
                return None
        elif not low <= self.last < start:
            phrase = clause_subject(u, low, start) if said else None
            if phrase is None or not self._acts(phrase) or phrase.kind == "self":
                return None
            return Attribution(phrase, phrase.start, q, "cue-clause", 0.6, reason=u.low[start])
        return self.found[self.last]._replace(
            phrase=None, same=self.last, method="cue-clause", score=0.7, reason=u.low[start]
        )

    def _having(self, q: int, low: int) -> Attribution | None:
        """French: what somebody has or wants, in their words: « Elle n'a « rien à cacher » »."""
        u = self.u
        k = having(u, q, low)
        if k < 0 or self.shape(q).words < 2:
            return None
        at = next(i for i in range(k - 1, low - 1, -1) if u.flags[i] & (c.PRONOUN | c.RELATIVE))
        phrase = antecedent(u, at, low) if u.low[at] == "qui" else parse(u, at, k)
        if phrase is None or not self._acts(phrase) or (u.low[at] == "il" and "y" in u.low[at:k]):
            return None
        return Attribution(phrase, at, q, "cue-clause", 0.6, reason=u.low[k])

    def _predicate(self, q: int, low: int) -> Attribution | None:
        """French: words that begin with the verb of a subject outside: « Le groupe, joint
        mardi, « prend acte de la décision » »."""
        u = self.u
        quote = u.quotes[q]
        words = u.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 60)].split()
        verb = words[0].lower() if words else ""
        pronoun = verb.startswith(_BEFORE_VERBS) or verb in ("ne", "se")
        if not (verb.isalpha() or pronoun):
            return None
        lone = len(words) < 2 and not predicates(u, quote.inner_start, quote.inner_end)
        if lone and not (verb.endswith(_INFINITIVE) and self._will(q, low) < q):
            return None
        perfect = verb in ("pas", "plus", "jamais") or verb.endswith(("é", "ée", "és"))
        if perfect and u.flags[q - 1] & c.AUX:
            at = q - 1 - bool(u.flags[q - 2] & c.CLITIC)
        else:
            will = words[0].lower() in _NOT or verb.endswith(_INFINITIVE)
            at = self._will(q, low) if will else q
        if at == q and not (
            u.cues.words.get(verb, 0) & (c.VERB | c.AUX)
            or verb.endswith(_FINITE)
            or verb in _COMMON
            or pronoun
            or (words[1].lower() in _BEHIND_VERB and verb.endswith(("e", "ent", "t", "d")))
        ):
            return None
        if at == q and verb.endswith(("ment", "té", "ure")):
            return None
        phrase = clause_subject(u, low, at)
        if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
            return None
        known = phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        one = u.low[phrase.start] in ("l'", "l’") and u.low[phrase.start + 1] in ("un", "une")
        if not known and not one:
            return None
        if phrase.end != at and (u.words[at - 1] != "," or u.words[phrase.end] != ","):
            return None
        start = phrase.start
        return Attribution(phrase, start, phrase.end, "cue-clause", 0.7, reason="predicate")

    def _will(self, q: int, low: int) -> int:
        """Where the verb stands that an infinitive in a quotation goes on, directly or with
        "de" or "à": « Elle veut « remplacer » … », « Il dit vouloir « agir » »; else ``q``."""
        u = self.u
        k = q - 1
        if u.low[k] in _BEFORE_INFINITIVE:
            k -= 1
        while k > low and not u.flags[k] & c.VERB:
            if u.low[k] == "abord":
                k -= 1
            elif not u.flags[k] & c.ADVERB:
                break
            k -= 1
        if k <= low or not (u.low[k] in _WILLING or (k < q - 1 and verbal(u, k))):
            return q
        while k - 1 > low and u.flags[k - 1] & (c.AUX | c.CLITIC | c.ADVERB):
            k -= 1
        return k

    def _joined(self, previous: int) -> Attribution | None:
        """French: who says a second clause with a pronoun for the first one's subject: « Il assure
        que le port « dort » et qu'il n'a « rien vu »."""
        u = self.u
        said = self.found[previous]
        clause = u.low[previous + 1 : previous + 4]
        joined = len(clause) == 3 and clause[0] == "et" and clause[1] in ("que", "qu'", "qu’")
        if not joined or clause[2] not in _THEY or said.method != "cue-clause":
            return None
        if said.phrase is None or not {"que", "qu'", "qu’"} & set(u.low[said.start : previous]):
            return None
        return said._replace(phrase=None, same=previous, method="same-clause", score=0.7)

    def _convinced(self, q: int, low: int) -> bool:
        """French: whether somebody is sure of what a clause behind a colon says: « Ada Roy en est
        persuadée : le port n'est « pas fini » »."""
        u = self.u
        colon = next((i for i in range(low, q - 1) if u.words[i] == ":"), 0)
        return colon > 0 and any(word.startswith(_SURE) for word in u.low[low:colon])

    def _conditional(self, low: int, high: int) -> bool:
        """French: whether a verb has the mood of what others say: « Le service ne serait
        plus que « … » »."""
        return any(word.endswith(("rait", "raient")) for word in self.u.low[low:high])
