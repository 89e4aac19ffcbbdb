"""Who "one" is: the body in whose place somebody speaks."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.fronted import behind
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: Prepositions of the place where "one" speaks.
_PLACES = {
    "en": (),
    "de": ("beim", "bei", "im", "in"),
    "fr": ("au", "aux", "à", "chez", "dans", "du", "de", "des"),
}
#: The same of French, wherever in a sentence.
_AT = frozenset("chez à au aux dans sur du auprès".split())
#: Nouns of places that are a body's.
_WITHIN = frozenset("couloirs bureaux allées cercle cercles sein côté camp".split())
#: Nouns of posts that are no groups elsewhere.
_POSTS = frozenset("brigade caserne commissariat permanence siège".split())
#: What begins the address of a body; what a source is that nobody names.
_STREETS = frozenset("rue place quai avenue boulevard".split())
_SURE = frozenset("sûre fiable proche".split())
_WRITERS = frozenset("je j' j’ tu i ich".split())
#: Verbs of saying of whoever writes, which no other clause follows.
_TELLING = frozenset(
    """tell told say said repeat repeated write wrote answer answered reply replied advise advised
    remind reminded
    sage sagte rate riet antworte antwortete schreibe schrieb rufe rief erkläre erklärte wiederhole
    wiederholte entgegne entgegnete erwidere erwiderte predige predigte
    dis disais dit répète répétais répété réponds répondais répondu écris écrivais écrit conseille
    conseillais conseillé rappelle rappelais rappelé""".split()
)
#: Words that point to another text.
_POINTING = frozenset("see siehe voir".split())
#: So many tokens at most are in "Ich sage meinen Schülern immer wieder:".
_SHORT = 12
#: Nouns of places for those who sit there.
_SEATS = frozenset("rangs bancs travées tribunes gradins".split())


def at_place(u: Unit, phrase: Phrase, k: int, low: int) -> Phrase | None:
    """The group in whose place somebody speaks: « Au ministère, on affirme … », "Beim
    Verband sagt man …"."""
    if u.low[phrase.start] not in ("on", "man") or low >= phrase.start:
        return None
    where = phrase.start - 1 - (u.low[phrase.start - 1] in ("l'", "l’"))
    if u.low[where] == "où" and where > low:
        return whereabouts(u, where, low)
    if u.language == "de" and u.low[low] == "auch":
        low += 1
    first = u.low[low]
    if first not in _PLACES[u.language]:
        return None
    if u.low[low + 1 : low + 3] == ["côté", "de"]:
        low += 2  # « Du côté de l'opposition, on parle … »
        first = "de"
    begin = behind(u, low) if first in ("au", "aux", "du", "des") else low + 1
    found = parse(u, begin, phrase.start)
    if found is None or found.kind not in ("role", "name"):
        return None
    if first == "à" and found.kind == "role" and not u.flags[begin] & c.DETERMINER:
        return None  # « À gauche, on dénonce … »
    known = (
        found.kind == "name" or u.flags[found.head] & (c.GROUP | c.ROLE) or first in ("chez", "bei")
    )
    return found if known and found.end <= k else None


def no_speaker(u: Unit, phrase: Phrase, verb: int) -> bool:
    """Whether the subject of a verb is whoever writes, or is written to: « J'ai dit : « … » »,
    « Vous m'aviez promis : « … » »."""
    word = u.low[phrase.start]
    return word in _WRITERS or (word == "vous" and u.low[verb - 1].endswith("ez"))


def tells(u: Unit, low: int, q: int) -> bool:
    """Whether whoever writes says to somebody what stands behind the colon: "I tell my pupils:
    “…”", "Meinen Schülern sage ich: „…“", « Je leur ai dit : « … » »."""
    if u.words[q - 1] != ":" or q - low > _SHORT:
        return False
    own = [k for k in range(low, q - 1) if u.low[k] in ("i", "ich", "je", "j'", "j’")]
    verbs = [k for k in range(low, q - 1) if u.low[k] in _TELLING and not u.flags[k] & CAPITAL]
    if len(own) != 1 or len(verbs) != 1:
        return False
    first, last = sorted((own[0], verbs[0]))
    beside = all(u.flags[k] & (c.AUX | c.CLITIC | c.ADVERB) for k in range(first + 1, last))
    rest = [*range(low, first), *range(last + 1, q - 1)]
    other = c.SAY | c.SUBORDINATE | c.RELATIVE | QUOTE
    return beside and not any(
        u.flags[k] & other and u.low[k] != "meinen" and not u.flags[k] & CAPITAL for k in rest
    )


def points(u: Unit, low: int, q: int) -> bool:
    """Whether a sentence does nothing but point to another text before its colon: « Voir Lee
    (1990, p. 4) : « … » »."""
    if u.words[q - 1] != ":" or u.low[low] not in _POINTING or not u.flags[low] & CAPITAL:
        return False
    small = (k for k in range(low + 1, q - 1) if u.words[k].islower())
    return all(u.flags[k] & (c.JOIN | c.ADVERB) or len(u.words[k]) < 3 for k in small)


def spoken_at(u: Unit, verb: int, stop: int) -> Phrase | None:
    """The body in whose place "one" speaks, after an inverted verb: « …, regrette-t-on chez
    X », « …, fait-on valoir dans l'entourage du ministre », « …, dit-on rue de Lund », « …,
    souffle-t-on de source policière »."""
    for at in range(verb + 1, min(stop, verb + 5)):
        bits = u.flags[at]
        if bits & (PUNCTUATION | QUOTE):
            return None
        if u.language == "de" and u.low[at] in ("bei", "beim"):
            return parse(u, at + 1, stop)  # "…, versichert man bei der Behörde"
        named = _address(u, at, stop) or _source(u, at, stop)
        if named is not None:
            return named
        if u.low[at] in _AT and not bits & CAPITAL:
            side = (
                u.low[at : at + 2] == ["du", "côté"] or u.low[at] == "auprès"
            )  # « …, dit-on du côté de la mairie »
            of = at + 1 + (u.low[at] == "du")
            of += u.low[of : of + 1] in (["de"], ["d'"], ["d’"])
            phrase = parse(u, of if side else behind(u, at), stop)
            if phrase is None or phrase.kind not in ("name", "role"):
                return None
            if phrase.kind == "name" and u.low[at] == "au" and u.low[phrase.end] in ("d'", "d’"):
                return parse(u, at, stop)  # « …, dit-on au Quai d'Orsay »
            if u.low[phrase.head] in _SEATS:
                return phrase
            if u.low[at] in ("sur", "du") and not side:
                return None
            known = phrase.kind == "name" or u.flags[phrase.head] & (c.GROUP | c.ROLE)
            if known or side or u.low[at] == "chez" or u.low[phrase.head] in _POSTS:
                return phrase
            return _owner(u, phrase, stop) if u.low[phrase.head] in _WITHIN else None
    return None


def _address(u: Unit, at: int, stop: int) -> Phrase | None:
    """A body by the street where it sits: « rue de Lund », « place Roth »."""
    if u.low[at] not in _STREETS or u.flags[at] & CAPITAL:
        return None
    end = at + 1
    while end < stop and u.flags[end] & (c.PARTICLE | c.PREPOSITION | c.DEFINITE):
        end += 1
    first = end
    while end < stop and u.flags[end] & CAPITAL and not u.flags[end] & PUNCTUATION:
        end += 1
    return Phrase(at, end, "role", (), at, definite=True) if end > first else None


def _source(u: Unit, at: int, stop: int) -> Phrase | None:
    """« de source policière », but no "bonne source"."""
    if u.low[at : at + 2] != ["de", "source"] or at + 2 >= stop:
        return None
    which = u.words[at + 2]
    plain = which.isalpha() and not u.flags[at + 2] & (PUNCTUATION | c.PREPOSITION | CAPITAL)
    if not plain or which in _SURE:
        return None
    return Phrase(at + 1, at + 3, "role", (), at + 1)


def spoken_before(u: Unit, low: int, q: int) -> bool:
    """French: whether « qui » before a quotation goes back to a thing in what somebody says:
    « Elle a dit refuser un texte qui « fait payer les malades » »."""
    if u.language != "fr" or u.words[q - 2] == ",":
        return False
    at = next((i for i in range(q - 2, low, -1) if u.flags[i] & c.DETERMINER), low)
    if any(u.flags[i] & (c.ROLE | CAPITAL) for i in range(at, q - 1)):
        return False
    return any(u.flags[i] & (c.SAY | c.ACT) and not u.flags[i] & CAPITAL for i in range(low, at))


def whereabouts(u: Unit, where: int, low: int) -> Phrase | None:
    """The body that « où » at token ``where`` goes back to: « Au ministère, où l'on parle
    de … »."""
    end = where - 1 - (u.words[where - 1] == ",")
    for at in range(end, max(low, end - 8) - 1, -1):
        if u.flags[at] & (QUOTE | PUNCTUATION):
            return None
        if u.low[at] in _AT:
            phrase = parse(u, behind(u, at), end + 1)
            whole = phrase is not None and phrase.end == end + 1
            if whole and phrase is not None and phrase.kind in ("name", "role"):
                known = phrase.kind == "name" or u.flags[phrase.head] & (c.GROUP | c.ROLE)
                return phrase if known else None
    return None


def _owner(u: Unit, phrase: Phrase, stop: int) -> Phrase | None:
    """Whose a place is: « dans les couloirs du ministère »."""
    at = phrase.head + 1
    if u.low[at : at + 1] == [] or u.low[at] not in ("de", "du", "des", "d'", "d’"):
        return None
    owner = parse(u, at + (u.low[at] not in ("du", "des")), stop)
    return owner if owner is not None and owner.kind in ("name", "role") else None


#: Before the name of whose words stand behind a parenthesis: "(Zitat Roth)", "(quoting Lee)".
_CITED_IN = frozenset("zitat o-ton originalton zitiert quoting quote dixit".split())


def in_brackets(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose words a parenthesis before them says they are: "mit (Zitat Roth) „…“"."""
    if q - 3 <= low or u.words[q - 1] != ")":
        return None
    opened = next((at for at in range(q - 2, max(low, q - 8), -1) if u.words[at] == "("), 0)
    if not opened or u.low[opened + 1] not in _CITED_IN:
        return None
    phrase = parse(u, opened + 2, q - 1)
    if phrase is None or phrase.end != q - 1:
        return None
    return Attribution(phrase, opened, q, "according-to", 0.8, reason=u.low[opened + 1])


def opened(u: Unit, low: int, subject: Phrase) -> Phrase:
    """The person for whom a thing is so, before the subject of a clause before a colon: « Pour
    Ada Roth, le message est clair : »."""
    person = parse(u, low + 1, subject.start)
    thing = subject.kind == "role" and not u.flags[subject.head] & c.ROLE
    named = person is not None and person.kind == "name" and u.words[person.end] == ","
    return person if person is not None and named and thing else subject


def behind_in_brackets(u: Unit, q: int) -> Attribution | None:
    """Whose words a parenthesis right behind them says they are: "„…“ (Max Weber)"."""
    if u.words[q + 1 : q + 2] != ["("]:
        return None
    phrase = parse(u, q + 2, len(u.words))
    if phrase is None or phrase.kind != "name" or u.words[phrase.end : phrase.end + 1] != [")"]:
        return None
    start, end = phrase.names[0]
    full = len(phrase.names) == 1 and end - start > 1 and u.low[start] in GIVEN
    return Attribution(phrase, q + 1, phrase.end + 1, "according-to", 0.8) if full else None
