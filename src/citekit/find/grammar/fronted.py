"""French: what stands before a subject and between it and its verb: « Quant au maire, il … »,
« … a, de son côté, préféré évoquer … »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: "to", before a noun phrase; those that hold the article.
_TO = frozenset("à au aux".split())
_CONTRACTED = frozenset("au aux du des".split())


def behind(u: Unit, at: int) -> int:
    """Where the noun phrase begins behind a preposition; one that holds the article is
    part of it, but for names."""
    named = at + 1 < len(u.flags) and u.flags[at + 1] & CAPITAL
    return at if u.low[at] in _CONTRACTED and not named else at + 1


def concerning(u: Unit, pronoun: int) -> Phrase | None:
    """Of whom a sentence says that it comes to them: « Quant au maire, il promet … », by
    the pronoun that is its subject."""
    low = pronoun
    while low and u.sentence[low - 1] == u.sentence[pronoun]:
        low -= 1
    if u.low[low : low + 1] != ["quant"] or u.low[low + 1] not in _TO:
        return None
    for at in (behind(u, low + 1), low + 1):  # « Quant au Parti radical, il … »
        phrase = parse(u, at, pronoun)
        if phrase is None or phrase.kind not in ("name", "role"):
            return None
        between = u.words[phrase.end : pronoun]
        if between[:1] == [","] and between[-1] == ",":
            return phrase
    return None


def likewise(u: Unit, low: int, stop: int) -> Phrase | None:
    """Who agrees, in a sentence without a verb before a colon: « Même constat chez Anne
    Roy, infirmière à Dax : »."""
    if u.language != "fr":
        return None
    case = _case(u, low, stop)
    if case is not None or u.low[low] not in _LIKE:
        return case
    for at in range(low + 1, min(stop, low + 7)):
        if u.flags[at] & (PUNCTUATION | QUOTE | c.AUX):
            return None
        if u.low[at] in ("chez", "pour", "auprès", "côté"):
            of = u.low[at + 1] in ("de", "d'", "d’")
            phrase = parse(u, at + 1 + of, stop)
            return phrase if phrase is not None and phrase.kind in ("name", "role") else None
    return None


def _related(u: Unit, low: int, stop: int) -> Phrase | None:
    """Whom a sentence before a colon relates to what was said, in the words behind its subject:
    « Un constat que partage Jean Roth : », « Trop tard, selon Jean Roth : »."""
    at = -1
    for k in range(low + 1, min(stop - 1, low + 8)):
        made = u.low[k].startswith(("fai", "fit", "fer")) and u.low[k - 1] in ("qui", "le", "la")
        source = u.low[k] in ("selon", "pour") and u.words[k - 1] == ","
        before = k - 1 - (u.low[k - 1] in ("ne", "n'", "n’"))
        that = u.low[k].startswith("partag") and u.low[before] in _THAT
        if made and u.low[k + 1].endswith(("er", "ir", "re")):
            at = k + 2  # « Un mot qui fait bondir Jean Roth : »
        elif source or (u.low[k] == "par" and u.low[k - 1].startswith(("partagé", "dressé"))):
            at = k + 1
        elif that:
            at = k + 1 + (u.low[k + 1] in ("pas", "guère", "plus", "aussi", "également"))
        elif u.low[k] in _THAT and u.flags[low] & c.INDEFINITE and k > low + 1:
            verb = u.flags[k - 1] & (c.VERB | c.AUX)  # « Un avis que le maire ne suivra pas : »
            turned = u.low[k + 1] in ("ne", "n'", "n’") or u.low[k + 1].startswith("partag")
            at = -1 if verb or turned else k + 1
        if at < 0:
            continue
        phrase = parse(u, at, stop)
        if phrase is None or phrase.kind not in ("name", "role"):
            return None
        if source and u.words[phrase.end] not in (":", ","):
            return None
        return phrase
    return None


def _case(u: Unit, low: int, stop: int) -> Phrase | None:
    """Who is an example, in a sentence before a colon: « C'est le cas de Jean Roth, 54 ans : »,
    « À l'image d'Ada Roth : », « Comme Ada Roth, 30 ans : »."""
    related = _related(u, low, stop)
    if related is not None:
        return with_name(u, related, stop)
    at = low
    if u.low[at] in ("c'", "c’") and u.low[at + 1 : at + 2] == ["est"]:
        at += 2
        while at < stop and u.flags[at] & c.ADVERB:
            at += 1
    if u.low[at : at + 3] == ["le", "cas", "de"] or u.low[at : at + 3] == ["le", "cas", "d'"]:
        at += 3
    elif u.low[at] == "à" and u.low[at + 2 : at + 3] in (["image"], ["instar"], ["exemple"]):
        at += 4
    elif at == low and u.low[at] == "pour":
        whom = parse(u, at + 1, stop)
        known = whom is not None and whom.kind == "role" and u.flags[whom.head] & (c.ROLE | c.GROUP)
        return whom if known and whom is not None and u.words[whom.end] == "," else None
    elif at == low and u.low[at] in ("comme", "ainsi", "tel", "telle", "témoin"):
        at += 1
    else:
        return None
    phrase = parse(u, at, stop)
    if phrase is None or phrase.kind != "name":
        return None
    verbs = any(u.flags[k] & (c.AUX | c.SAY) for k in range(phrase.end, stop))
    return phrase if u.words[phrase.end] in (",", ":", "(") and not verbs else None


_THAT = ("que", "qu'", "qu’")
_LIKE = frozenset("même mêmes pareil idem autre réponse constat écho".split())


def predicates(u: Unit, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are several that begin with a verb: « La
    préfecture « prend acte » », « Elle n'exclut pas de « revenir » »."""
    first, _, rest = u.text[start : min(end, start + 20)].strip(" \u00a0\u202f").partition(" ")
    known = u.cues.words.get(first, 0) & (c.VERB | c.AUX)
    if not rest:  # « La rectrice « déplore » le report »
        return bool(known & (c.SAY | c.NAME)) and first.endswith(("e", "ent", "ait"))
    if not first.islower():
        return False
    return bool(known) or first.endswith(("er", "ir", "re", "end")) or first in ("ne", "se", "pas")


def having(u: Unit, q: int, low: int) -> int:
    """The auxiliary or verb of will of a pronoun's clause that the quotation at ``q`` goes on:
    « Elle n'a « rien à cacher » », « Il veut « une ville sûre » », « qui n'a « aucun doute » »;
    or -1."""
    k = q - 1
    while k > low and u.flags[k] & c.ADVERB and not u.flags[k] & CAPITAL:
        k -= 1
    if k <= low or u.low[k] not in _HAVING_WORDS:
        return -1
    i = k - 1
    while i > low and u.flags[i] & c.CLITIC and not u.flags[i] & c.PRONOUN:
        i -= 1
    relative = u.low[i] == "qui" and i > low and u.low[k - 1] in ("n'", "n’", "ne")
    return k if u.low[i] in _THEY or relative else -1


_THEY = frozenset("il elle ils elles".split())
_HAVING_WORDS = frozenset("a ont avait avaient veut veulent voulait voulaient".split())


def et_de(u: Unit, low: int) -> bool:
    """Whether a sentence goes on with what somebody does: « Et d'ajouter que … », « Manière de
    rappeler que … »."""
    return u.low[low] in _GOING_ON and u.low[low + 1 : low + 2] in (["de"], ["d'"], ["d’"])


#: What begins such a sentence, before "de" and an infinitive; the nouns.
WAYS = frozenset("manière façon histoire".split())
_GOING_ON = frozenset(("et", "puis", *WAYS))


def asked(u: Unit, verb: int) -> bool:
    """Whether a participle says that somebody was asked: « Interrogé par nos soins »."""
    return bool(u.flags[verb] & c.PARTICIPLE) and u.low[verb].startswith(_ASKED)


def undergone(u: Unit, verb: int) -> bool:
    """Whether an infinitive says what somebody is told by others: « s'est vu reprocher »,
    « se fait traiter »."""
    at = verb - 1
    if not u.flags[verb] & c.TO or not u.low[at].startswith(("fai", "vu", "voi", "entend")):
        return False
    while at > 0 and (u.flags[at] & (c.AUX | c.CLITIC | c.ADVERB) or at == verb - 1):
        at -= 1
        if u.low[at] in _SE:
            return True
    return False


def belongs(u: Unit, verb: int) -> bool:
    """Whether « relève de » says what a thing is: no speech."""
    return u.low[verb][:4] in ("relè", "rele") and u.low[verb + 1] in (
        "de",
        "d'",
        "d’",
        "du",
        "des",
    )


def to_oneself(u: Unit, verb: int) -> bool:
    """Whether a verb that speaks of others is no speech, as it has "se" before it: « s'est
    condamnée à », « s'attribue »."""
    at = verb - 1
    while at > 0 and u.flags[at] & (c.AUX | c.CLITIC | c.ADVERB) and u.low[at] not in _SE:
        at -= 1
    if u.low[verb].startswith("expliqu"):  # « s'explique par la peur »
        return u.low[at] in _SE and "par" in u.low[verb + 1 : verb + 4]
    return u.low[verb].startswith(_OF_OTHERS) and u.low[at] in _SE


_SE = frozenset(("s'", "s’", "se"))
_OF_OTHERS = ("condamn", "attribu", "appel", "nomm", "oppos", "rejet", "heurt")
_ASKED = ("interrogé", "questionné", "sollicité", "relancé")


def opposed(u: Unit, low: int) -> bool:
    """Whether a sentence begins with a clause that another one is set against."""
    return u.low[low] in ("si", "tandis", "quand") or u.low[low : low + 2] in (
        ["alors", "que"], ["alors", "qu'"], ["alors", "qu’"], ["là", "où"],
    )  # fmt: skip


def bare(u: Unit, q: int, source: int) -> bool:
    """Whether « selon » follows a quotation that no article stands before: « …, un pari
    « tenu » selon X », or « aux yeux de » any."""
    if u.low[source] == "selon":
        return q > 0 and not u.flags[q - 1] & c.DETERMINER
    return u.low[source : source + 2] in (["aux", "yeux"], ["au", "dire"], ["aux", "dires"])


def perfect_subject(u: Unit, participle: int, stop: int) -> Phrase | None:
    """The subject of a clause in the perfect that a comma parts from what it reports:
    « …, a-t-il admis », « …, a noté le juge »."""
    at = participle
    pronoun = None
    while at > 1 and u.flags[at - 1] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
        at -= 1
        if u.flags[at] & c.PRONOUN:
            pronoun = at
    if u.words[at - 1] != "," or not u.flags[at] & (c.AUX | c.CLITIC) or at == participle:
        return None
    return parse(u, participle + 1 if pronoun is None else pronoun, stop)


#: What stands between an auxiliary and its participle: « a, quant à lui, promis », « a de
#: son côté promis ».
_ASIDES = tuple(
    tuple(words.split())
    for words in (
        "quant à lui", "quant à elle", "quant à eux", "de son côté", "de leur côté", "pour sa part",
        "pour leur part", "à son tour", "à leur tour", "tout de même", "en revanche", "lui aussi",
        "elle aussi", "par la suite", "dans la foulée", "au contraire", "en effet", "de nouveau",
    )
)  # fmt: skip


_FIRST = frozenset(words[0] for words in _ASIDES)
_LAST = frozenset(words[-1] for words in _ASIDES)


def aside(u: Unit, at: int) -> int:
    """The token after « quant à lui », « de son côté » at ``at``, or ``at``."""
    if u.low[at] not in _FIRST:
        return at
    for words in _ASIDES:
        if u.low[at] == words[0] and tuple(u.low[at : at + len(words)]) == words:
            return at + len(words)
    return at


def aside_before(u: Unit, end: int, low: int) -> int:
    """The token before « quant à lui », « de son côté » that ends at token ``end``, or
    ``end``."""
    if u.low[end] not in _LAST:
        return end
    for words in _ASIDES:
        start = end + 1 - len(words)
        if u.low[end] == words[-1] and start >= low and tuple(u.low[start : end + 1]) == words:
            return start - 1
    return end


def willing(u: Unit, infinitive: int, low: int) -> int:
    """The verb that an infinitive goes on, with "à" or "de" or without: « a préféré
    évoquer », « n'hésite pas à parler », « a fini par admettre »; or -1."""
    at = infinitive - 1
    while at > low and u.flags[at] & c.CLITIC and not u.flags[at] & c.PREPOSITION:
        at -= 1
    led = u.low[at] in ("à", "de", "d'", "d’", "par")
    at -= led
    while at > low and u.flags[at] & c.ADVERB and not u.flags[at] & c.VERB:
        at -= 1
    if at <= low or u.flags[at] & (CAPITAL | QUOTE | PUNCTUATION | c.PREPOSITION):
        return -1
    word = u.low[at]
    before = u.flags[at - 1]
    if word.endswith(("é", "ée", "i", "u", "it", "is")) and before & (c.AUX | c.ADVERB):
        return at
    finite = word in _WILLING or (led and word.endswith(("e", "ent", "ait", "aient", "t")))
    reached = before & (CAPITAL | c.CLITIC | c.ROLE | c.GROUP) or u.low[at - 1] in _REACHED
    return at if finite and reached and not before & (c.DETERMINER & ~c.DEFINITE) else -1


_REACHED = frozenset("il elle ils elles ,".split())
_WILLING = frozenset(
    """préfère préférait veut voulait peut pouvait doit devait semble semblait tient tenait vient
venait dit espère ose osait""".split()
)


#: Forms of "avoir" before a participle.
_HAVING = frozenset("a ont avait avaient aura auront aurait auraient eut ai ait".split())
_TIMES = frozenset("fois reprises tour".split())
#: So many tokens stand between an auxiliary and its participle: without commas, with them.
_BETWEEN, _PARTED = 6, 14


def auxiliary(u: Unit, participle: int, low: int) -> int:
    """The auxiliary of a participle from which other words part it: « a tour à tour évoqué »,
    « a, sans surprise, dénoncé », « avait, elle, prié »; or -1."""
    if participle - 2 < low or u.flags[participle - 1] & (c.AUX | c.PRONOUN):
        return -1
    parted = u.words[participle - 1] == ","
    far = max(low, participle - (_PARTED if parted else _BETWEEN) - 1)
    for at in range(participle - 2, far, -1):
        bits = u.flags[at]
        if bits & QUOTE or bits & (c.SUBORDINATE | c.RELATIVE) or u.words[at] in ".;:":
            return -1
        if bits & c.AUX and not bits & CAPITAL:
            if u.low[at] not in _HAVING:
                return -1
            first = u.flags[at + 1]
            if parted:
                return at if u.words[at + 1] == "," and at + 2 < participle - 1 else -1
            often = not _TIMES.isdisjoint(u.low[at + 1 : participle])
            led = first & (c.PREPOSITION | c.ADVERB) or often
            return at if led and "," not in u.words[at:participle] else -1
    return -1
