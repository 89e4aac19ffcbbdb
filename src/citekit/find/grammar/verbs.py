"""Verbs and participles by their form, and where the clause ends that a participle begins."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.english import STRONG
from citekit.find.cues.german import REPORTED, STEMS_IN_T
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

#: What no verb is.
_NO_VERB = (
    c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.JOIN | c.SUBORDINATE | c.RELATIVE | c.TO
    | c.ADVERB | c.CLITIC | c.TIME | PUNCTUATION | QUOTE | NUMBER | CAPITAL | GENITIVE
)  # fmt: skip
#: German: of whom something was asked, before a verb.
ASKED = frozenset("angesprochen gefragt befragt konfrontiert".split())
#: German verbs of works, not of words.
STAGING = frozenset(
    """zeigt zeigte spielt spielte inszeniert inszenierte dreht drehte singt sang dirigiert
    dirigierte veröffentlicht veröffentlichte gründet gründete gewinnt gewann leitet leitete
    eröffnet eröffnete""".split()
)
#: Verbs of having, losing and living, which report nobody's words.
HAVING = frozenset(
    """lost loses lose losing lives lived live possesses possessed retains retained regains
    regained leben lebt lebte lebten verlieren verliert verlor verloren besitzt besaß behält behielt
    zehren zehrt zehrte perdu perd perdit perdra vit vivra vécu possède possédait conserve
    conservait""".split()
)
#: Endings of English words that may be finite verbs.
_ENGLISH = ("ed", "s")
_NO_ENGLISH = ("ss", "us", "is", "ous", "ness")


def verbal(u: Unit, k: int) -> bool:
    """Whether token ``k`` may be a finite verb by its form."""
    bits = u.flags[k]
    word = u.low[k]
    if bits & (c.VERB | c.AUX) and not bits & (CAPITAL | c.GERUND):
        return True
    if bits & _NO_VERB or len(word) < 3 or not word.isalpha():
        return False
    if u.language == "en":
        return word in STRONG or (word.endswith(_ENGLISH) and not word.endswith(_NO_ENGLISH))
    if u.language == "de":
        return word.endswith("te") or not word.endswith(("e", "er", "es", "em"))
    return word.endswith(
        ("e", "a", "ent", "ait", "aient", "it", "ut", "rent", "nd", "rt", "smet", "rmet", "omet")
    )


def subjunctive(u: Unit, k: int) -> bool:
    """Whether the German word at ``k`` is a verb in the Konjunktiv I: one of the common
    ones, or by its ending "-e" where no adjective stands, before no noun."""
    word = u.low[k]
    if u.low[k + 1 : k + 2] == ["ich"] or (k and u.low[k - 1] == "ich"):
        return False  # "habe ich"
    if word in REPORTED or word in STEMS_IN_T:
        return True
    if u.flags[k] or not word.endswith("e") or len(word) < 4 or word.endswith("te") or k == 0:
        return False
    before = u.flags[k - 1]
    following = u.flags[k + 1] if k + 1 < len(u.flags) else PUNCTUATION
    if u.low[k - 1] == "man":
        return True  # "Man setze auf …"
    if len(word) == 4 and not following & (c.DETERMINER | c.PRONOUN):
        return False  # "müde"
    if before & QUOTE and following & (PUNCTUATION | c.PRONOUN):
        return True  # "weil die Lage „…“ zulasse."
    if u.words[k - 1] == "," and following & (QUOTE | c.DETERMINER | c.PRONOUN):
        return len(word) > 4  # "Wer so plane, plane „ins Blaue“"
    if before & c.ADVERB and (
        following & (c.DEFINITE | c.PRONOUN) or u.low[k + 1 : k + 2] == ["es"]
    ):
        return True  # "Außerdem stinke der Aufzug"
    if u.low[k - 1] == "es" and following & c.CLITIC:
        return True  # "Es handle sich …"
    return bool(before & (CAPITAL | c.PRONOUN | NUMBER | c.TIME)) and bool(
        following
        & (c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.ADVERB | c.CLITIC | PUNCTUATION | QUOTE)
    )


def participial(u: Unit, at: int, high: int) -> bool:
    """Whether a participle begins a clause of its own: "Asked about it, Lee nodded"."""
    bits = u.flags[at]
    word = u.low[at]
    if at + 1 >= high or (u.flags[at + 1] & (CAPITAL | PUNCTUATION) and u.words[at + 1] != ","):
        return False
    known = bits & (c.GERUND | c.PARTICIPLE) and not bits & (c.ROLE | c.GROUP)
    if u.language == "en":
        shaped = word.endswith("ing") and len(word) > 4 and bits & CAPITAL
    elif u.language == "de":
        following = u.flags[at + 1] & c.PREPOSITION
        prefixed = word.startswith("ge") or word.find("ge", 1, 7) > 0
        shaped = prefixed and word.endswith(("t", "en")) and bool(following)
    else:
        shaped = word.endswith(("ant", "é", "ée")) and len(word) > 4
        known = known or bits == c.PARTICIPLE
    return bool((known or shaped) and "," in u.words[at + 1 : high])


def past_comma(u: Unit, at: int, high: int) -> int:
    """The token after the next comma, or ``high``."""
    while at < high and u.words[at] != ",":
        at += 1
    return min(high, at + 1)


#: Verbs with a dative of whom words are said.
GIVING = frozenset(
    """wirft warf werfen warfen vorgeworfen attestiert attestierte bescheinigt bescheinigte
    unterstellt unterstellte hält hielt halten hielten vorgehalten verspricht versprach wünscht
    wünschte diktierte diktiert prophezeit prophezeite""".split()
)
