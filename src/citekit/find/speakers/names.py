"""Personal names in running text: where they begin, whose they are, what stands before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from citekit.find.cues import bits as c
from citekit.find.cues.french import PRESENTING
from citekit.find.cues.german import FEMININE_ENDINGS, ROLE_ENDINGS, SHORT_ROLES, SURNAMES
from citekit.find.cues.names import (
    AMBIGUOUS,
    FIRMS,
    GIVEN,
    LEADS,
    LEGAL_FORMS,
    NO_FAMILY,
    THINGS,
)
from citekit.find.grammar.phrases import Phrase, trade
from citekit.find.grammar.sentences import ORDINALS
from citekit.find.grammar.tokens import LANGUAGES, Unit
from citekit.find.speakers.genders import given_gender

#: A word with a capital; a full stop belongs to it only after a title or an initial.
CAPITALISED = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Rev|Hon|St|Mme|Mlle|Mgr|Pr"
    r"|[A-ZÀ-ÖØ-ÞĀ-Ž](?:\.[A-ZÀ-ÖØ-ÞĀ-Ž])*)\.|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‐‑-]*)"
)
#: Words in lower case before a family name.
SMALL = tuple(
    "von van der den de del della di da du la le bin ibn al el abu dos ter ten zu wa".split()
)
PARTICLES = rf"(?:(?:{'|'.join(SMALL)})\s)"
NAMES = re.compile(
    rf"(?<![\w-])(?<![^dDlLu][’'])(?:{CAPITALISED}|[a-z]{{2}}-[A-Z]\w+)"
    rf"(?:[ \u00a0]{PARTICLES}{{0,2}}(?:{CAPITALISED}|[a-z]{{2}}-[A-Z]\w+))*"
)
SENTENCE_START = re.compile(r"(?:^|[.!?…:][\"”’»“)]*\s+|\n|[“„«»\"]\s*)$")
POSSESSIVE = re.compile(r"[’'](?:s$|$(?<=[sxz][’']))")
NOT_NAMES = (
    c.PREPOSITION | c.JOIN | c.SUBORDINATE | c.AUX | c.RELATIVE | c.TO | c.PRONOUN | c.ADVERB
    | c.TIME
)  # fmt: skip


#: Before Arabic family names: given names in "-a" are men's as well.
_ARABIC = ("al-", "el-", "al ", "el ", "bin ", "ibn ", "abu ", "ould ")


@lru_cache(maxsize=8192)
def gender_of(name: str, language: str) -> str:
    """``m`` or ``f`` by the given name or its ending, or empty."""
    first, _, family = name.lower().partition(" ")
    found = given_gender(name, language)
    if found or not family or len(first) < 3 or family.startswith(_ARABIC):
        return found
    return "" if first in AMBIGUOUS[language] else {"a": "f", "o": "m"}.get(first[-1], "")


@lru_cache(maxsize=8192)
def personal(name: str, gender: str) -> bool:
    """Whether a name may be a person's."""
    words = name.split()
    if "&" in words or words[0] in ("St", "St."):
        return False  # a house with a saint's name
    if gender or words[0].lower() in GIVEN:
        return True
    english, french = LANGUAGES["en"].words, LANGUAGES["fr"].words
    if any(french.get(word.lower(), 0) & (c.GROUP | c.SHEET) == c.GROUP for word in words):
        return False
    if any(english.get(word.lower(), 0) & c.GROUP for word in words) or words[-1] in FIRMS:
        return False
    if any(word.islower() and not english.get(word, 0) & c.PARTICLE for word in words):
        return False  # "Chamber of Commerce"
    small = c.PREPOSITION | c.POSSESSIVE
    if any(len(word) > 2 and english.get(word.lower(), 0) & small for word in words[1:]):
        return False  # "Reporters Without Borders"
    if any(word.endswith(("'s", "’s")) for word in words[:-1]) or words[-1] in THINGS:
        return False  # a title: "Lee’s Harbours"
    if len(words) > 1 and words[-1].endswith(NO_FAMILY):
        return False
    if words[-1].rstrip(".") in _COUNTRIES:
        return False  # "New U.S. tariffs"
    capitals = (word for word in words if word.isupper() and "." not in word)
    return 1 < len(words) < 5 and all(len(word) < 3 for word in capitals)


def _shortened(word: str) -> bool:
    """Whether a word is an abbreviation, but no initials: "Dr.", not "P.S."."""
    return word[-1] == "." and len(word) > 2 and not word.replace(".", "").isupper()


def given_part(words: list[str], known: Mapping[str, int], language: str) -> list[str]:
    """The words of ``words``, from the right, that can be given names; in German, where
    every noun has a capital, only the last one if none is known as a given name."""
    kept: list[str] = []
    for word in reversed(words):
        bits = known.get(word.lower(), 0)
        if word.lower() in GIVEN or (bits & c.PARTICLE and not kept and word.islower()):
            kept.insert(0, word)
            continue
        functional = bits & (NOT_NAMES | c.DETERMINER | c.TITLE | c.ROLE | c.GROUP | c.VERB)
        if functional or word[-2:] in ("’s", "'s") or _shortened(word):
            break
        if role_like(word) or word.lower() in LEADS or word in THINGS:
            break
        if language == "fr" and word.lower() in PRESENTING:
            break
        kept.insert(0, word)
    while kept and kept[0].islower():
        kept.pop(0)
    if len(kept) > 1 and kept[1].lower() in GIVEN and known.get(kept[0].lower(), 0) & c.ADVERB:
        kept.pop(0)
    if kept and kept[-1].islower() and kept[0].lower() not in GIVEN:
        return []
    if len(kept) > 1:
        for i, word in enumerate(kept):
            if word.lower() in GIVEN:
                return kept[i:]
        if language == "de" and all(word[0].isupper() for word in kept):
            return kept[-1:]
    return kept


@lru_cache(maxsize=8192)
def role_like(word: str) -> bool:
    """Whether a word before a name is what somebody is: an office, a trade."""
    from_hyphen = word.lower().rsplit("-", 1)[-1]
    if len(word) > 7 and from_hyphen.endswith(SHORT_ROLES) and word.lower() not in GIVEN:
        return True  # "Küchenbauer", "Landwirt"
    german = LANGUAGES["de"].words.get(from_hyphen, 0)
    return bool(german & (c.ROLE | c.GROUP)) or from_hyphen.endswith(ROLE_ENDINGS)


#: German: endings of adjectives and of nouns in the plural ("Kleine Häuser").
_ADJECTIVAL = (
    "ige",
    "iche",
    "ische",
    "ine",
    "oße",
    "eue",
    "lte",
    "ere",
    "ene",
    "nde",
    "ive",
    "nge",
    "rze",
    "hohe",
    "elle",
    "öse",
    "tte",
)
_NOUNS = ("er", "en", "ungen", "heiten", "e")


#: German endings of nouns that are no names.
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "logie")
#: Shorter words with such an ending may be names: "Hung".
_SHORT = 4
#: German: numerals, and participles before a noun.
_NO_GIVEN = re.compile(
    r"\w*(?:hundert|tausend|zehn|zig|ßig)"
    r"|(?:(?:ab|an|auf|aus|bei|ein|nach|vor|zu)?ge|be|er|ver|zer|ent)\w{3,}(?:ene|te)[nmrs]?"
)
#: German measures, which are no part of a name of a person.
_MEASURES = frozenset(
    """euro dollar franken prozent millionen milliarden jahr jahre jahren monate monaten wochen tage
    tagen stunden minuten kilometer meter seiten""".split()
)
#: German adjectives that begin none.
_NEVER_GIVEN = _MEASURES | frozenset(
    """erste zweite dritte letzte neue alte große
    kleine weiße schwarze rote grüne blaue hohe junge freie gute halbe ganze deutsche""".split()
)


def letters(word: str) -> bool:
    """Whether a word is letters after a name: "KC", "MP"."""
    short = word.isupper() and 1 < len(word) < 4 and word not in LEGAL_FORMS
    return short and bool(set(word) - set("IVX"))


#: German articles that are a particle only after another one: "van der Roth"; "von".
_PARTED = frozenset(("der", "den", "von"))


def _unparted(words: list[str]) -> list[str]:
    """The words before a German article, or before what somebody is from: "Ada Roth" of "Ada
    Roth den Laden", "Ada Roth von der Bank"."""
    for i, word in enumerate(words):
        full = i > 1 and words[i - 2].lower() in GIVEN and words[i - 1].lower() not in GIVEN
        if word == "von" and (full or words[i + 1 : i + 2] == ["den"]):
            return words[:i]
        article = i and word in ("der", "den")
        if article and words[i - 1].lower() not in ("von", "van", "zu", "in", "auf"):
            return words[:i]
    return words


#: French words before an apostrophe that open a sentence: « C'était », « L'Avenir ».
_ELIDED = re.compile(r"(?:(?:[CDJMNST]|Qu)['’][a-zà-ÿ]|L['’])")


_PARENTS = frozenset("mutter vater eltern oma opa großmutter großvater tante onkel".split())
#: Before what somebody belongs to, behind a full name.
_FROM = {"de": ("von",), "fr": ("de", "du")}


def name_part(words: list[str], known: Mapping[str, int], language: str) -> list[str]:
    """A personal name in a run of capitals, without what stands before it."""
    start = 0
    if language == "de" and not _PARTED.isdisjoint(words):
        words = _unparted(words)
    while language == "fr" and words and _ELIDED.match(words[0]):
        words = words[1:]
    if language == "fr" and words and known.get(words[0].lower(), 0) & c.PARTICIPLE:
        words = words[2:] if len(words) > 1 and words[1].islower() else words  # « Invité de RTL »
    if language == "fr" and len(words) > 1 and words[0].lower() in PRESENTING:
        words = words[1:]  # « Reste Roux »
    if not words:
        return []
    if len(words) > 2 and letters(words[-1]):
        words = words[:-1]
    if language == "en" and len(words) > 1 and words[-1] == "I":
        words = words[:-1]  # "In God I trust"
    office = max((i for i, word in enumerate(words[:-1]) if role_like(word)), default=-1)
    for i, word in enumerate(words):
        low = word.lower()
        if low in GIVEN and i > office:
            start = i
            break
        bits = known.get(low, 0)
        if i < len(words) - 1 and (bits & (c.TITLE | NOT_NAMES | c.DETERMINER) or role_like(word)):
            start = i + 1
        elif word.isupper() and word.isalpha() and 2 < len(word) < 6 and i < len(words) - 2:
            start = i + 1  # the letters of a rank: "ACP Tayo Roth"
    if language == "en" and not start and len(words) > 2 and trade(words[0]):
        start = 1
    kept = words[start:]
    if not kept:
        return []
    if start > 1 and words[start - 1] == "von" and words[start - 2].lower() in _PARENTS:
        return []  # "Mutter von Zwillingen"
    if language == "de" and start and len(kept) > 2 and kept[1].lower() not in GIVEN:
        particles = 0
        while particles + 2 < len(kept) and kept[particles + 1].islower():
            particles += 1
        kept = kept[: particles + 2]  # "Leiterin Ada Roth Vorwürfe": the nouns after it go on
    belongs = len(kept) > 3 and kept[2] in _FROM.get(language, ()) and kept[1][0].isupper()
    if belongs and kept[0].lower() in GIVEN and kept[1].lower() not in GIVEN:
        kept = kept[:2]  # "Ada Roth von der Uni Lund"
    bits = known.get(kept[-1].lower(), 0)
    if len(kept) == 1:
        single = kept[0]
        if bits & ~c.PARTICLE or single.isupper() or len(single) < 3:
            return []
        if language == "de" and _is_abstract(single):
            return []
        if language == "de" and start == 0:
            return kept if single.lower() not in GIVEN else []
    elif language == "de" and start and known.get(words[start - 1].lower(), 0) & c.INDEFINITE:
        return kept if kept[0].lower() in GIVEN else []  # "Zwölf Tage Rom"
    elif language == "de" and start == 1 and len(kept) == 2 and words[0].lower() in _ARTICLES:
        weak = kept[0].endswith("en") and kept[1].endswith(_NOUNS)  # "Die Blauen Hefte"
        return [] if weak or described(*kept) else kept
    elif language == "de" and kept[0].lower() not in GIVEN and start == 0:
        # "Lees Geselle Jan Roth": the last two.
        if all(word[0].isupper() for word in kept):
            kept = kept[-2:]
        if kept[0].lower() in _NEVER_GIVEN or any(map(_is_abstract, kept)):
            return []
        if kept[-1].lower() in _MEASURES or _NO_GIVEN.fullmatch(kept[0].lower()):
            return []  # "Sieben Wochen", "Elftausend Mitglieder", "Abgenommene Teile"
        family = kept[-1].lower() in SURNAMES and len(kept) == 2
        if any(
            known.get(word.lower(), 0) & ~c.PARTICLE for word in kept[: 1 if family else None]
        ) or described(kept[0], kept[-1]):
            return []
    return kept


#: Roman numbers; abbreviations of reports: "S.E.2d"; words that end no name.
_ROMAN = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
#: Labels of places in works.
_LABEL = re.compile(r"(?:SS?|Bd|Nr|Abb|Anm|Kap|Vgl|Ebd|Ibid|Pp?|Vol|Ch)\.?")
_REPORTER = re.compile(r"(?:[A-Z][a-z]*\.){1,3}\d[a-z]+")
_ARTICLES = frozenset("der die".split())
_COUNTRIES = frozenset("U.S US U.K UK EU U.N UN USA".split())
#: Pieces of texts, which say nothing themselves.
_PIECES = frozenset("zeile vers verse verses strophe strophen akt stanza couplet acte".split())


def _scrap(name: str) -> bool:
    """Whether what looks like a name is a piece of a place or title: "III", "OP IV",
    "S.E.2d", "Otto Der"."""
    *before, last = name.split()
    if _REPORTER.fullmatch(last) or (before and last.lower() in _ARTICLES):
        return True
    letters_only = all(word.isupper() and len(word) < 4 for word in before)
    return letters_only and _ROMAN.fullmatch(last) is not None


def piece(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a piece of a text or of a name: "the second act", "der Satz", "III"."""
    head = u.low[phrase.head]
    if phrase.end - phrase.start == 1 and _LABEL.fullmatch(u.words[phrase.start]):
        return True  # "(S. 18)"
    if head in _PIECES or (head == "act" and u.low[phrase.head - 1] in ORDINALS):
        return True
    if head == "satz" and u.low[phrase.end : phrase.end + 1] in (["lautet"], ["lautete"]):
        return True
    if u.language == "de" and u.low[phrase.end - 1] in _MEASURES:
        return True  # "der dreißiger Jahre"
    return phrase.kind == "name" and _scrap(u.print(*phrase.names[0]))


def described(first: str, last: str) -> bool:
    """German: whether two words look like an adjective and a noun: "Kleine Häuser"."""
    return first.rstrip("nrsm").endswith(_ADJECTIVAL) and last.endswith(_NOUNS)


def _is_abstract(word: str) -> bool:
    """German: whether a word is a noun by its ending."""
    return len(word) > _SHORT and word.endswith(_ABSTRACT)


def abstract(u: Unit, i: int) -> bool:
    """German: whether a word with a capital is a noun by its ending, or the one after "als":
    "Als Grund nannte sie „…“"."""
    return _is_abstract(u.low[i]) or (i > 0 and u.low[i - 1] == "als")


def nouns(u: Unit, phrase: Phrase) -> bool:
    """German: whether two words with capitals are an adjective or a noun and a noun: "Kurze
    Pause"."""
    start, end = phrase.names[0]
    if end - start != 2 or len(phrase.names) > 1 or u.low[start] in GIVEN:
        return False
    if u.flags[end - 1] & c.GROUP or start > phrase.start:
        return False
    return _is_abstract(u.low[end - 1]) or (
        u.low[start].endswith(_ADJECTIVAL) and u.low[end - 1].endswith(_NOUNS)
    )


#: Endings of German masculine nouns of groups and of what they write.
_MASCULINE = (
    "eiber",
    "eiter",
    "ieter",
    "reter",
    "sender",
    "ander",
    "ister",
    "verband",
    "verein",
    "konzern",
    "bericht",
    "senat",
    "plan",
    "brief",
    "zettel",
    "erlass",
    "trag",
    "entwurf",
    "satz",
    "bogen",
    "bescheid",
    "vermerk",
    "aushang",
    "text",
    "artikel",
    "ausschuss",
    "aufruf",
    "spruch",
    "beschluss",
    "aufkleber",
    "rat",
    "hof",
    "stand",
    "kreis",
    "club",
    "klub",
    "bund",
    "verlag",
)


#: German possessives without their ending.
_OWN = ("sein", "ihr", "unser", "mein")


#: Dative endings of German weak masculines: "dem Studenten", "dem Soziologen".
_WEAK = (
    "anden", "enten", "anten", "isten", "raten", "logen", "eugen", "unden", "erten", "legen",
    "achbarn",
)  # fmt: skip


def _masculine(*nouns: str) -> bool:
    """Whether one of these forms of a German noun is masculine by its ending."""
    return any(noun.endswith(_MASCULINE) for noun in nouns)


def nominative(u: Unit, phrase: Phrase, printed: str) -> str:
    """A German phrase with its first article and the adjectives behind it in the nominative:
    "dem neuen Sender" to "der neue Sender"."""
    article, _, rest = printed.partition(" ")
    noun = u.low[phrase.head]
    feminine = noun.endswith(FEMININE_ENDINGS) and not noun.endswith("ein")
    feminine = feminine or rest.endswith((" GmbH", " AG", " KG"))
    plural = noun.endswith(("en", "ern")) and article in ("den", "der")
    role = bool(u.flags[phrase.head] & c.ROLE)
    masculine = role or noun.endswith(_MASCULINE)
    stem, ending = article.lower()[:-2], article.lower()[-2:]
    if not rest and noun.endswith("ern") and u.cues.words.get(noun[:-1], 0) & (c.ROLE | c.GROUP):
        return printed[:-1]  # "von Kritikern"
    genitive = article == "des" or (ending == "es" and (stem in _OWN or stem == "ein"))
    if genitive and noun.endswith("s") and not noun.endswith("ss"):
        word, gap, more = rest.partition(" ")
        if word.lower() == noun:
            rest = (word[:-2] if noun.endswith("es") and len(noun) > 5 else word[:-1]) + gap + more
            bare = (noun[:-1], noun[:-2])
            masculine = masculine or noun.endswith("ers") or _masculine(*bare)
            masculine = masculine or any(u.cues.words.get(one, 0) & c.ROLE for one in bare)
    if genitive and noun.endswith("en") and u.cues.words.get(noun[:-1], 0) & c.ROLE:
        participle = article != "des" and u.cues.words.get(f"{noun[:-1]}r", 0) & c.ROLE
        at = rest.lower().find(noun) + len(noun) - 1  # "eines Zeugen", "eines Beamten"
        rest = rest[:at] + ("r" if participle else "") + rest[at + 1 :]
        masculine = True
    if article in ("dem", "einem") and noun.endswith(_WEAK):
        at = rest.lower().find(noun) + len(noun)
        cut = 2 if noun.endswith(_WEAK[:5]) else 1
        rest = rest[: at - cut] + rest[at:]
        masculine = True
    if article in ("dem", "des"):
        return f"{'der' if masculine else 'das'} {_declined(rest, '')}"
    if article == "den" and not plural and masculine:
        return f"der {_declined(rest, '')}"
    if article == "den":
        several = u.cues.words.get(noun[:-1], 0) & c.ROLE and noun == rest.lower()
        return f"die {rest[:-1] if several and noun.endswith('ern') else rest}"
    if article == "der" and noun.endswith("en") and not role and not feminine:
        return f"die {rest}"  # "der Grünen"
    if article == "der" and feminine and not (role and not noun.endswith("in")):
        return f"die {_declined(rest, '')}"
    if stem in _OWN or stem == "ein":
        if ending in ("em", "es"):
            return f"{article[:-2]} {_declined(rest, 'r' if masculine else 's')}"
        if ending == "er":
            return f"{article[:-1]} {_declined(rest, '')}"
        if article == "einen" or (ending == "en" and not noun.endswith("n")):
            return f"{article[:-2]} {_declined(rest, 'r')}"
    return printed


def _declined(words: str, ending: str) -> str:
    """Words with the adjectives before the noun, which end in "en", ending otherwise."""
    adjective, gap, more = words.partition(" ")
    if gap and adjective.islower() and adjective.endswith("en"):
        return f"{adjective[:-1]}{ending} {_declined(more, ending)}"
    return words
