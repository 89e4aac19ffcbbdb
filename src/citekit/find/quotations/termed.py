"""French: sentences that say of the words before them whose they are: « … », c'est ainsi que X
résume …; « … » : la formule est de X; « … ». Ainsi parle X."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.asides import cleft
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal

#: Nouns of words that are somebody's.
_WORDS = frozenset(
    """mot mots formule expression phrase citation constat credo devise avis conclusion verdict
    promesse
    analyse diagnostic leitmotiv message réponse sentence résumé aveu explication maxime
    conviction""".split()
)
_OF = frozenset("de d' d’ du des".split())
_THUS = tuple(
    tuple(words.split())
    for words in (
        "ainsi que", "ainsi qu'", "ainsi qu’", "en ces termes que", "en ces termes qu'",
        "par ces mots que", "par ces mots qu'", "avec ces mots que", "avec ces mots qu'",
        "comme ça que", "comme ça qu'", "comme cela que", "ce que", "ce qu'", "ce qu’",
    )
)  # fmt: skip
_BEING = frozenset("est était fut sont étaient".split())
_THOSE = ("celui", "celle", "ceux", "celles")
#: What shows that somebody stands by what was said, in a short clause.
_IS = frozenset(
    """est était reste demeure veut montre démord décolère campe campent persiste persistent assume
    assument réagit témoigne témoignent raconte""".split()
)
_SHORT = 9


def termed(u: Unit, q: int) -> tuple[Phrase, int] | None:
    """Who the words behind the quotation at ``q`` say has said it, and the token of the word
    that tells it; None if they do not."""
    at = q + 1
    if at < len(u.words) and u.words[at] in (",", ":", "—", "–", ";"):
        at += 1
    if at + 2 >= len(u.words) or u.flags[at] & QUOTE:
        return None
    stop = u.bounds(at)[1]
    found = _thus(u, at, stop) or _noun(u, at, stop) or _sure(u, at, stop)
    if found is None:
        return None
    phrase = with_name(u, found[0], stop)
    return None if phrase.kind == "self" else (phrase, found[1])


def _thus(u: Unit, at: int, stop: int) -> tuple[Phrase, int] | None:
    """« c'est ainsi que X … », « c'est X qui l'affirme », « voilà comment X … », « ainsi parle
    X »."""
    low = u.low
    if low[at] in ("c'", "c’") and low[at + 1] in _BEING:
        for words in _THUS:
            if tuple(low[at + 2 : at + 2 + len(words)]) == words:
                if words[0] == "ce" and (said := _said(u, at + 2 + len(words), stop)):
                    return said
                phrase = parse(u, at + 2 + len(words), stop)
                says = phrase is not None and words[0] != "ce"
                says = says or (phrase is not None and _says(u, phrase.end, stop))
                return (phrase, at + 2) if phrase is not None and says else None
        whom = cleft(u, at, stop)
        who = low.index("qui", whom.end) if whom is not None else stop
        return (whom, who) if whom is not None and _says(u, who + 1, stop) else None
    if low[at] == "voilà" and low[at + 1] == "ce" and low[at + 2] in ("que", "qu'", "qu’"):
        return _said(u, at + 3, stop)
    if low[at] == "voilà" and low[at + 1] == "comment":
        phrase = parse(u, at + 2, stop)
        return (phrase, at + 1) if phrase is not None else None
    if low[at] == "ainsi":
        verb = at + 1 + (low[at + 1] in ("s'", "s’"))
        if low[verb].startswith(("parl", "exprim", "résum")) or u.flags[verb] & c.SAY:
            phrase = after(u, verb + 1, stop)
            return (phrase, verb) if phrase is not None else None
    return None


def _said(u: Unit, verb: int, stop: int) -> tuple[Phrase, int] | None:
    """Verb and subject from token ``verb``: « … ». C'est ce qu'a répondu Ada Roth »."""
    while verb < stop and u.flags[verb] & (c.CLITIC | c.AUX | c.ADVERB):
        verb += 1
    if verb >= stop or not u.flags[verb] & (c.SAY | c.ACT) or u.flags[verb] & CAPITAL:
        return None
    phrase = after(u, verb + 1, stop)
    return (phrase, verb) if phrase is not None and phrase.kind in ("name", "role") else None


def _behind_verbs(u: Unit, at: int, stop: int) -> Phrase | None:
    """The subject behind at most four verbs and what stands before them."""
    for verb in range(at, min(stop, at + 4)):
        bits = u.flags[verb]
        known = bits & (c.CLITIC | c.AUX | c.ADVERB | c.VERB) and not bits & (
            CAPITAL | c.DETERMINER
        )
        if not known and not verbal(u, verb) and not u.low[verb].endswith(("er", "ir", "é", "u")):
            phrase = parse(u, verb, stop) if verb > at else None
            return phrase if phrase is not None and phrase.kind in ("name", "role") else None
    phrase = parse(u, at + 4, stop) if at + 4 < stop else None
    return phrase if phrase is not None and phrase.kind == "name" else None


def _sure(u: Unit, at: int, stop: int) -> tuple[Phrase, int] | None:
    """« …, le préfet est catégorique », « …, Jean Roth en est convaincu »."""
    heads = u.words[at - 1] == ":"  # « C'est non » : le maire persiste
    if (u.words[at - 1] != "," and not heads) or stop - at > _SHORT + heads * 4:
        return None
    phrase = parse(u, at, stop)
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    verb = phrase.end
    while verb < stop and u.low[verb] in ("en", "y", "se", "s'", "s’", "n'", "n’", "ne"):
        verb += 1
    if verb >= stop:
        return None
    says = heads and u.flags[verb] & (c.SAY | c.ACT) and not u.flags[verb] & c.PARTICIPLE
    return (phrase, verb) if says or u.low[verb] in _IS else None


def presented(u: Unit, q: int) -> Phrase | None:
    """Who is named in full as the sentence behind the quotation at ``q``, the first of its
    paragraph, begins: « … ». Ada Roth, aide-soignante, ne décolère pas."""
    at = q + 1
    if q or at + 2 >= len(u.words) or u.sentence[at] == u.sentence[q]:
        return None
    stop = u.bounds(at)[1]
    phrase = parse(u, at, stop)
    if phrase is None or phrase.kind != "name" or len(phrase.names) > 1:
        return None
    start, end = phrase.names[0]
    if end - start < 2 or phrase.end + 1 >= stop or u.words[stop - 1] not in ".!…":
        return None
    if any(u.flags[k] & QUOTE or u.words[k] == ":" for k in range(at, stop)):
        return None
    apposed = u.words[phrase.end] == ","
    return phrase if apposed or u.flags[phrase.end] & (c.VERB | c.AUX | c.CLITIC) else None


def _says(u: Unit, verb: int, stop: int) -> bool:
    """Whether a verb of saying stands at token ``verb``, behind clitics and auxiliaries."""
    while verb < stop and u.flags[verb] & (c.CLITIC | c.AUX | c.ADVERB):
        verb += 1
    return verb < stop and bool(u.flags[verb] & (c.SAY | c.ACT))


def _noun(u: Unit, at: int, stop: int) -> tuple[Phrase, int] | None:
    """« c'est la formule de X », « tel est l'avis de X », « la formule est de X »."""
    low = u.low
    noun = next((k for k in range(at, min(stop, at + 6)) if low[k] in _WORDS), stop)
    if noun == at and low[noun + 2 : noun + 3] == ["par"] and u.words[at - 1] == ",":
        phrase = parse(u, noun + 3, stop)  # « … », phrase prononcée par Ada Roth, …
        return None if phrase is None or phrase.kind == "pronoun" else (phrase, noun)
    if noun + 1 >= stop or noun == at or not u.flags[noun - 1] & c.DEFINITE:
        return None
    before = low[at : noun - 1]
    of = noun + 1 + 2 * (low[noun + 1 : noun + 3] in (["d'", "ordre"], ["d’", "ordre"]))
    if of >= stop:
        return None
    if before[:2] in (["c'", "est"], ["c’", "est"], ["tel", "est"], ["telle", "est"], ["voilà"]):
        if low[of] in ("que", "qu'", "qu’"):
            whom = _behind_verbs(u, of + 1, stop)  # « C'est le message qu'a fait passer X »
            return None if whom is None else (whom, noun)
        while of < stop and low[of] not in _OF and low[of] != "par" and of < noun + 4:
            of += 1
        if low[of] == "par" and not low[of - 1].endswith(("é", "ée", "it", "ite")):
            return None
    elif not before and low[of] in _OF and at and u.sentence[at - 1] != u.sentence[at]:
        pass  # « … ». Le constat de X est sans appel
    elif not before and low[of] in _BEING:
        of += 1 + (low[of + 1] in ("signé", "signée", *_THOSE))
        if low[of - 1].startswith("sign"):
            of -= 1
    else:
        return None
    if of + 1 >= stop or not (low[of] in _OF or low[of] == "par" or low[of].startswith("sign")):
        return None
    phrase = parse(u, of + (low[of] not in ("du", "des")), stop)
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    known = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
    closed = phrase.end >= stop or u.flags[phrase.end] & (PUNCTUATION | c.PREPOSITION | CAPITAL)
    return (phrase, noun) if known and (closed or not u.flags[phrase.end] & c.VERB) else None
