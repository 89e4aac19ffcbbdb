"""Clauses that say what their subject thinks, whatever the verb.

No list of verbs of claim is complete.  A verb is recognised by where it stands and by
its form, a claim by what depends on the verb: a clause ("that", "how", ":"), an
infinitive, "… as …", or an object in the present tense, in which prose speaks of books.
Only verbs of biography and of the day's news are listed, in
:mod:`citekit.find.citingverbs`: those say what somebody does.

Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from citekit.find.citingverbs import (
    ALSO_THINGS,
    AUXILIARIES,
    BESIDE_VERBS,
    CALLING,
    COPULAS,
    IRREGULAR,
    NEEDS_CLAUSE,
    NEVER_CLAIMS,
    PAST_NO_CLAIMS,
    QUOTING,
)
from citekit.find.citingwords import (
    CLAIM_NOUNS,
    CLAIM_VERBS,
    CLAIM_WORDS,
    FUNCTION_WORDS,
    THEORY_NOUNS,
)
from citekit.find.mentions.germanverbs import SUBJUNCTIVE, is_strong_past

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+'?|\d+|[^\w\s]")
#: Between a subject and its verb: "(1922)", ", a historian of ports,".
_ASIDE = re.compile(r"\s?\([^()]{1,120}\)|,\s[^,;:.!?()]{1,120},|\s-\s[^-;:.!?()]{1,120}\s-(?=\s)")
#: ", who showed that": the relative clause has a predicate of its own.
_WHO = re.compile(r",?\s(?:who|der|die|qui)\s")
_AND_NAME = re.compile(r"\s(?:and|und|et|&)\s[^\W\d_]+(?:\s[^\W\d_]+)?(?=\s)")
#: "der 1972 verlangt hatte, Mittel nur für … auszugeben".
_ASKED_FINALLY = re.compile(
    r"[^,.;:!?]{0,60}?(?P<verb>verlangt|gefordert|empfohlen|vorgeschlagen|geraten|angeregt"
    r"|forderte|verlangte|empfahl|vorschlug|riet|anregte)(?:\s(?:hat|hatte|haben|hatten))?,\s"
    r"(?=[^.;:!?]{3,140}?(?:\szu\s[^\W\d_]+en|[^\W\d_]+zu[^\W\d_]+en)\b)"
)
_OPENERS = {
    "en": frozenset("that how why whether what where when".split()),
    "de": frozenset("dass daß wie warum weshalb ob was wo wonach inwiefern".split()),
    "fr": frozenset("que qu' comment pourquoi combien si où quand".split()),
}
_AS = {"en": frozenset(("as",)), "de": frozenset(("als",)), "fr": frozenset(("comme", "pour"))}
_NO_INFINITIVE = frozenset(
    "a an the his her its their our my your this that these those him them us me it one".split()
)
_STOPS = frozenset('.!?;"')
_FARTHEST = 22
#: How nouns of thought end, in English, German and French.
_THOUGHT = re.compile(
    r"(?:(?:tion|sion|ism|sis|ment|ence|ance|ency|ology|nomy|cracy|ory|graphy)s?"
    r"|(?:ung|heit|keit|tum|begriff|these|lehre|ismus|theorie|modell|schaft|kritik|logik)(?:e?n|s)?"
    r"|(?:isme|ité|logie|graphie|nomie|cratie)s?)$"
)
_NO_THOUGHT = frozenset(
    """election nomination reputation position condition station mission commission
    administration generation invitation situation relation relations location education
    publication edition collection foundation organisation organization institution
    government department apartment appointment document documents moment statement
    retirement residence presence absence conference audience experience confidence
    promotion inauguration death birth resignation donation pension mansion television
    session passion garden story stories history histories memory factory victory territory
    engagement employment payment treatment parliament testament science silence
    insurance performance appearance finance romance dance distance chance inheritance
    wohnung regierung zeitung stiftung abteilung kleidung beerdigung ernennung wahlen
    leitung sitzung sammlung einladung ausstellung vorlesung ausbildung erziehung kindheit
    krankheit gesundheit freundschaft mannschaft gesellschaft verwandtschaft werkstatt
    generation position station kommission redaktion pension nation region reaktion
    démission élection nomination réputation situation maison fonction génération
    appartement gouvernement département moment document enterrement santé université
    cité faculté enfance adolescence naissance présence absence résidence conférence
    vacance vacances silence science""".split()
)
#: Words that tell the languages from each other.
_COMMON = {
    code: words.split()
    for code, words in (
        ("en", "the of and to is that was her his"),
        ("de", "der die und den ein im das ist von"),
        ("fr", "la les et le un une que du au des il"),
    )
}
_FINAL = re.compile(
    r"(?:\s[^\W\d_]+){1,8}?\s(?P<verb>[^\W\d_]+(?:en|t)),\s(?:dass|daß|wie|warum|weshalb|ob)\b"
)
_COLON_SOON = re.compile(r"(?:\s[^\W\d_]+){1,6}\s?:\s")
_PARTICIPLE = re.compile(
    r"\s(?P<verb>(?:[^\W\d_]{2,}ge|ge|be|ver|er|ent|zer|emp|wider|unter|über)[^\W\d_]{2,}(?:t|en)"
    r"|[^\W\d_]{3,}iert)(?=[,.:;]|\sund\s|$)"
)
#: German pronouns that are subjects in this form alone.
_SUBJECTS = frozenset("er man wir ich du".split())
#: German: what an author is called before his name, with its space: "der Jenaer Soziologe ".
_CALLED = (
    r"[\w-]*(?:olog|ik|wissenschaftl|histor|osoph|onom|professor|forsch|theoret|denker|autor"
    r"|preisträger|publizist|essayist|psycho|jurist)[^\W\d_]*\s"
)
GERMAN_ROLE = rf"(?:(?:der|die)\s(?:(?:[\w-]+\s){{0,4}}?{_CALLED})?|{_CALLED})?"
_SECOND = re.compile(rf"[^\W\d_]+\s(?:[^\W\d_]+\s){{0,5}}?(?P<verb>[^\W\d_]+)\s{GERMAN_ROLE}")
#: After an infinitive: its clause, "n'a cessé de répéter que".
_LATER = re.compile(r"\s(?:[^\W\d_]+\s){0,3}?(?:that|how|why|que|qu'|comment|pourquoi)\b")
_ZU = re.compile(r"\s[^,.;:!?]{0,90}?\bzu\s[^\W\d_]+en\b")
_DIGITS = re.compile(r"\d")
_UNREAL = frozenset("would could might been hätte würde wurde wird aurait auraient été".split())
#: "would have known what he was hearing": he never did.
_RECOGNISED = frozenset(
    "known understood recognized recognised reconnu compris gewusst verstanden erkannt".split()
)
_NEVER_WAS = re.compile(r"\b(?:(?:would|might|could)\s(?:\w+\s)?have|hätten?|aurai(?:en)?t)\s")
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|nothing|nicht|nie|kein\w*|nichts|weder|ne|jamais|rien|aucune?)\b|\bn'|n't\b"
)
_US = re.compile(r"\b(?:us|uns|nous|one|readers)\b")
_BUT = re.compile(r",\s(?:but|sondern|vielmehr|mais)\b")
_PRONOUN_OBJECT = re.compile(
    r"\s(?:it|him|them|ihn|sie|es|ihm|dies|das)\b(?!\s(?:as|als|a|an)\b)"
    r"|\s(?:with|mit|avec)\s(?:me|us|him|her|them|mir|uns|ihm|ihr|ihnen|moi|nous|lui|elle|eux)\b"
)


#: "so finely that", "as much as": what follows is a degree, no claim.
_SO = frozenset("so such tellement si".split())
_MEASURE = re.compile(r"as\s[^\W\d_]+(?:\s[^\W\d_]+)?\sas\b")
#: "saw that coming.", "asked that first.": a pronoun, no conjunction.
_THAT_ALONE = re.compile(r"(?:\s[^\W\d_]+)?[.!?;]")


class Predicate(NamedTuple):
    """A verb and what depends on it: a ``"clause"``, what follows a ``"colon"``, an
    ``"infinitive"``, ``"as"``, an ``"object"`` or nothing; ``past`` where the form shows
    it, ``unreal`` if it is passive, or only might have been."""

    verb: str
    start: int
    end: int
    past: bool
    complement: str
    unreal: bool = False


def language(lowered: str) -> str:
    """The language of a text, by its articles and conjunctions: en, de or fr."""
    counts = Counter(lowered[:2500].split(" ")[:-1])
    return max(_COMMON, key=lambda code: sum([counts[word] for word in _COMMON[code]]))


def is_thought(noun: str) -> bool:
    """Whether a noun may be one of thought, by its ending or because it is listed."""
    if noun in THEORY_NOUNS or noun in CLAIM_NOUNS:
        return True
    return len(noun) > 5 and noun not in _NO_THOUGHT and _THOUGHT.search(noun) is not None


#: English verbs with a clause that no word opens: "He thinks great powers must compete."
_BARE = frozenset(
    """think thinks thought believes believed argues argued claims claimed insists insisted
    maintains maintained contends contended concludes concluded suspects suspected fears feared
    reckons reckoned suggests suggested""".split()
)
_BARE_CLAUSE = re.compile(
    r"\s(?!(?:in|on|about|of|to|for|with|by|at|against|from|like|as|over|and|or|but|i|we|you|it|s?he|they|how|why|what"
    r"|which|whom?|whose|when|where|that|if)\s)(?:(?!(?:who|which|that|whom|when|where)\s)[\w'-]+\s){1,6}?"
    r"(?:is|are|was|were|will|would|must|should|can|cannot|could|may|might|has|have|had|do|does|did)"
    r"\s(?!to\b)"
)


def predicate(
    text: str, lowered: str, at: int, end: int, code: str, many: bool = False
) -> Predicate | None:
    """The predicate of the subject that ends at ``at``, in a sentence that ends at ``end``;
    the subject may be a plural if ``many``."""
    for _ in range(2):
        aside = _ASIDE.match(lowered, at, end)
        if aside is None or _WHO.match(lowered, at, end):
            break
        at = aside.end()
    who = _WHO.match(lowered, at, end)
    if who is not None:
        if code == "de":  # the verb stands at the clause's end
            final = _ASKED_FINALLY.match(lowered, who.end(), end)
            if final is not None:
                return Predicate(final["verb"], final.start("verb"), final.end(), False, "clause")
        else:
            found = _verb(text, lowered, who.end() - 1, end, code)
            if found is not None and (
                found.complement in ("clause", "as")
                or (found.complement and found.verb in CLAIM_VERBS)
            ):
                return found
        closing = lowered.find(",", who.end(), end)
        if closing == -1:
            return None
        at = closing + 1
    joined = _AND_NAME.match(lowered, at, end)
    if joined is not None:
        at = joined.end()
    return _verb(text, lowered, at, end, code, many or joined is not None)


def _verb(
    text: str, lowered: str, at: int, end: int, code: str, many: bool = False
) -> Predicate | None:
    helped = ""
    unreal = False
    auxiliaries, copulas, beside = AUXILIARIES[code], COPULAS[code], BESIDE_VERBS[code]
    for step, token in enumerate(_TOKEN.finditer(lowered, at, min(end, at + 90))):
        word = token[0]
        if word in auxiliaries:
            unreal = unreal or word in _UNREAL
            helped = word
        elif word in copulas:
            rest = _complement(lowered, token.end(), end, code)
            past = word not in ("is", "are", "ist", "sind", "est", "sont")
            return Predicate(word, token.start(), token.end(), past, rest)
        elif not (word in beside or _is_adverb(word, code)):
            lower = word[0].isalpha() and text[token.start()].islower()
            form = _past(word, code, helped, many) if lower else None
            if form is None or (code == "de" and helped):
                break
            rest = _complement(lowered, token.end(), end, code)
            if code == "en" and word in _BARE and _BARE_CLAUSE.match(lowered, token.end(), end):
                rest = "clause"
            return Predicate(word, token.start(), token.end(), form, rest, unreal)
        if step > 6:
            break
    if code == "de" and helped:
        # "hat … gezeigt": the verb stands at the clause's end
        found = _german_perfect(lowered, at, end, unreal)
        if found is not None:
            return found
    colon = _COLON_SOON.match(lowered, at, end) if helped and not unreal else None
    if colon is not None:  # "X a raison : …", "X hat recht: …"
        return Predicate(helped, at, colon.end(), False, "clause")
    return None


def _german_perfect(lowered: str, at: int, end: int, unreal: bool) -> Predicate | None:
    final = _FINAL.match(lowered, at, end)
    if final is not None and " so " not in final[0]:  # "würde einwenden, dass …"
        return Predicate(final["verb"], final.start("verb"), final.end(), False, "clause")
    found = _PARTICIPLE.search(lowered, at, end)
    if found is None:
        return None
    rest = _complement(lowered, found.end(), end, "de")
    between = lowered[at : found.start()]
    if rest == "clause" and " so " in between:
        return None  # "hat … so erzählt, dass": a consequence
    if rest in ("", "object"):
        # "hat sie gezählt" is no claim
        rest = "object" if between.count(" ") > 4 and '"' not in between else ""
    return Predicate(found["verb"], found.start() + 1, found.end(), True, rest, unreal)


def inverted(lowered: str, start: int, low: int, at: int, end: int) -> bool:
    """Whether a German main clause begins with something else, and its verb, right before
    the name from ``low`` to ``at``, says what the name's bearer thinks."""
    found = _SECOND.fullmatch(lowered, start, low)
    if found is not None and found[0].split(" ", 1)[0] in _SUBJECTS:
        return False  # "Er empfiehlt X, die, wie er zugibt, …"
    return found is not None and governs(lowered, found["verb"], found.start("verb"), at, end)


def governs(lowered: str, second: str, start: int, at: int, end: int) -> bool:
    """Whether a German verb ``second`` at ``start``, whose subject stands behind it and ends at
    ``at``, says what that subject thinks."""
    if not is_verb(second, "de"):
        return False
    rest = _complement(lowered, at, end, "de")
    verb = Predicate(second, start, at, False, rest)
    if rest == "object" and verb.verb not in CLAIM_VERBS:
        return False
    return weigh(lowered, verb, end, "de") > 0


def is_verb(word: str, code: str) -> bool:
    """Whether a word that stands where a verb of saying may is one by its form, and no
    verb of biography."""
    if word in BESIDE_VERBS[code] or word in NEVER_CLAIMS[code] or word in AUXILIARIES[code]:
        return False
    if code == "fr" and not word.endswith(("e", "t", "a", "ent", "d", "it")):
        return False
    return not _is_adverb(word, code) and _past(word, code, "", False) is not None


def _is_adverb(word: str, code: str) -> bool:
    if code == "en":
        return word.endswith("ly") and len(word) > 4
    if code == "fr":
        return word.endswith("ment") and len(word) > 6
    return word.endswith(("weise", "lich", "mals")) and len(word) > 5


def _past(word: str, code: str, helped: str, many: bool) -> bool | None:
    """Whether a word is a verb in the past; None if it is no verb."""
    if word in FUNCTION_WORDS or len(word) < 3:
        return None
    if code == "en":
        if helped:
            return helped in ("had", "did", "has", "have")
        if word.endswith("ed") or word in IRREGULAR:
            return True
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return False
        return False if many else None
    if code == "de":
        if helped or is_strong_past(word):
            return True
        if word.endswith("te") or (many and word.endswith("ten")):
            return True
        return False if word.endswith("t") or (many and word.endswith("en")) else None
    if helped:
        return True
    return word.endswith(("ait", "aient", "a", "èrent", "urent", "irent")) and word != "fait"


#: Nouns and adjectives that have a clause of what is held behind them: "was right that".
_ADJECTIVES = """right wrong mistaken correct sure certain convinced adamant clear explicit
    sceptical skeptical confident emphatic insistent doubtful aware convaincu convaincue persuadé
    persuadée certaine sûr sûre conscient consciente"""
_HOLDING = CLAIM_NOUNS | THEORY_NOUNS | frozenset(_ADJECTIVES.split())


def _complement(lowered: str, at: int, end: int, code: str) -> str:
    """What depends on a verb that ends at ``at``."""
    openers, as_words, beside = _OPENERS[code], _AS[code], BESIDE_VERBS[code]
    last = ""
    count = 0
    nouns = measured = False
    for token in _TOKEN.finditer(lowered, at, end):
        word = token[0]
        if word in _STOPS:
            break
        if word == ":":
            return "colon" if count < 10 else "object"
        if word == ",":
            if code == "de":
                following = _TOKEN.match(lowered, token.end() + 1, end)
                if following is not None and following[0] in openers:
                    return "object" if measured or count >= 12 else "clause"
                if count < 8 and _ZU.match(lowered, token.end(), end):
                    return "infinitive"
                if count < 8 and SUBJUNCTIVE.match(lowered, token.end(), end):
                    return "clause"
            elif count > 6:
                break
            last = word
            continue
        if word in openers and not (code == "de" and word in ("wie", "was", "wo", "als")):
            if measured or (word == "that" and _THAT_ALONE.match(lowered, token.end(), end)):
                break
            if count == 0 or not nouns or last in _HOLDING:
                return "clause"
            if count > 8:
                break
        if word in as_words and 0 < count < 12:
            measured = measured or _MEASURE.match(lowered, token.start(), end) is not None
            if not measured:
                return "as"
        measured = measured or word in _SO
        if code == "en" and word == "to" and count < 3:
            following = _TOKEN.match(lowered, token.end() + 1, end)
            if (
                following is not None
                and following[0].isalpha()
                and following[0] not in _NO_INFINITIVE
            ):
                return "clause" if _LATER.match(lowered, following.end(), end) else "infinitive"
        if code == "fr" and word in ("à", "de", "d'") and count < 5:
            following = _TOKEN.match(lowered, token.end() + (word != "d'"), end)
            if following is not None and following[0].endswith(("er", "ir", "re", "oir")):
                return "clause" if _LATER.match(lowered, following.end(), end) else "infinitive"
        if not nouns and word.isalpha() and word not in beside:
            nouns = word not in FUNCTION_WORDS and not _is_adverb(word, code)
        last = word
        count += 1
        if count > _FARTHEST:
            break
    return "object" if count > 3 else ""


def thinks(
    text: str, lowered: str, at: int, end: int, code: str, many: bool = False, told: bool = False
) -> float:
    """How sure it is that the clause of the subject ending at ``at`` says what it thinks;
    0 if it need not.  ``told`` if the subject itself says that somebody writes: "the
    historian", "her book"."""
    found = predicate(text, lowered, at, end, code, many)
    if found is None:
        return 0.0
    return weigh(lowered, found, end, code, told)


def _takes_thoughts(verb: str, code: str) -> bool:
    """Whether a verb with an object says what somebody holds: one of claim, in any form,
    and none that has books and things for objects as well."""
    if verb in NEEDS_CLAUSE:
        return False
    forms = {verb}
    if code == "en" and verb.endswith("s"):
        forms |= {verb[:-1] + "d", verb[:-1] + "ed", verb[:-2] + "ed"}
    elif code == "de" and verb.endswith("t"):
        forms.add(verb + "e")
    return verb in CALLING or not CLAIM_WORDS.isdisjoint(forms)


#: Verbs of what somebody does with books, fields and things, a noun of thought behind or not:
#: "wrote a study", "enseigne la sociologie", "designed a constitution".
_OF_BOOKS = frozenset(
    """wrote writes written writing read reads taught teaches designed designs schrieb schreibt
    geschrieben las liest lehrt lehrte écrit écrivait écrivit enseigne enseignait enseigné lit
    """.split()
)
_TALKING = frozenset("sprach spricht redete redet spoke speaks talked talks parle parlait".split())
#: Verbs of where a text begins and ends: "starts with two ideas".
_STARTING = frozenset(
    """starts started begins began opens opened ends ended closes closed concludes concluded
    proceeds proceeded continues continued""".split()
)
_PUTS = frozenset("met mettait mit mis".split())
#: French: what somebody puts, who warns of it or shows it.
_FORWARD = re.compile(r"\s(?:en\s(?:garde|lumière|évidence|cause|question|doute)|au\sjour)\s")


def weigh(lowered: str, found: Predicate, end: int, code: str, told: bool = False) -> float:
    """How sure it is that a predicate says what its subject thinks."""
    verb, complement = found.verb, found.complement
    if verb in COPULAS[code]:
        return 0.85 if complement in ("clause", "colon") else 0.0
    if verb in _RECOGNISED and _NEVER_WAS.search(lowered, max(0, found.start - 30), found.start):
        return 0.0
    if complement == "colon" and verb in QUOTING:
        return 0.0
    if complement == "clause" or (
        complement == "colon" and (not found.unreal or verb in CLAIM_VERBS)
    ):
        return 0.9
    if verb in _TALKING and lowered.startswith((" mit ", " with ", " avec "), found.end):
        return 0.0
    if verb in _STARTING and lowered.startswith((" with ", " by "), found.end):
        return 0.0
    if complement == "infinitive" and _US.search(lowered, found.start - 6, found.end + 12):
        return 0.85  # "taught us to look", "nous invite à regarder"
    if found.unreal or verb in NEVER_CLAIMS[code] or complement in ("", "colon"):
        return 0.0
    comma = lowered.find(",", found.end, min(end, found.end + 40))
    denied = _DENIED.search(
        lowered, found.start - 12, comma if comma != -1 else min(end, found.end + 40)
    )
    if denied is not None and _BUT.search(lowered, denied.end(), end) is None:
        return 0.0  # "does not mention", "kennt sie nicht"
    if found.past and verb in PAST_NO_CLAIMS[code]:
        return 0.0
    if complement == "as":
        return 0.85
    if complement == "infinitive":
        return 0.8
    if '"' in lowered[found.end : end]:
        return 0.0
    if _DIGITS.search(lowered, found.end, end) or _PRONOUN_OBJECT.match(lowered, found.end):
        return 0.0
    puts = verb in _PUTS and _FORWARD.match(lowered, found.end)
    if not (told or puts or _takes_thoughts(verb, code)) and not any(
        verb not in _OF_BOOKS and is_thought(noun) and noun not in ALSO_THINGS
        for noun in _WORD.findall(lowered, found.end, found.end + 60)[:4]
    ):
        return 0.0
    return 0.7 if found.past else 0.75
