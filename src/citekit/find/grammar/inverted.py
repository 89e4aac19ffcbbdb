"""German: who the subject is where word order leaves it open, by form.

A pronoun in the nominative behind the verb is the subject whatever stands before it, and
so is somebody behind a verb that a thing comes before: "Die Lage nannte er „ernst“", "Das
Urteil kritisierte der Verein als „hart“".  A particle of focus belongs to what follows it:
"Auch die Stadt hält nichts davon".
"""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.german import FEMININE_ENDINGS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.backwards import oblique
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: Particles before the noun phrase that they stress.
_FOCUS = frozenset(
    """auch selbst sogar nur schon gerade ausgerechnet besonders allein bereits noch einzig
    lediglich bloß""".split()
)
#: Demonstratives that stand for no speaker.
_NEUTER = frozenset("das dies es dieses".split())
#: Endings of German nouns of what somebody shows.
_SHOWN = ("ung", "heit", "keit", "spruch", "lob", "beifall", "protest", "jubel", "spott", "kritik")
#: Endings of German nouns of men who do something.
_ACTING = ("er", "ist", "ent", "ant", "eur", "ling", "oge", "mann")
_KNOWN = c.ROLE | c.GROUP
_NAMING = frozenset("nennt nannte bezeichnete bezeichnet kritisierte kritisiert".split())


def focused(u: Unit, at: int, verb: int) -> Phrase | None:
    """The noun phrase after a particle of focus at ``at``, before the finite verb, if it may
    be its subject."""
    at += u.low[at : at + 2] == ["nicht", "nur"]
    if u.low[at] not in _FOCUS or at + 1 >= verb:
        return None
    phrase = parse(u, at + 1, verb)
    if phrase is None or phrase.kind == "self" or oblique(u, phrase):
        return None
    if phrase.end == at + 2 and u.low[at + 1] in _NEUTER:
        return None
    if behind_verb(u, phrase, verb, len(u.words)) is not None and phrase.end == verb:
        return None
    named = phrase.kind in ("name", "pronoun") or u.flags[phrase.head] & _KNOWN
    plain = phrase.end == verb or u.flags[phrase.end] & (c.PREPOSITION | PUNCTUATION)
    return phrase if plain and (named or phrase.end == verb) else None


def behind_verb(u: Unit, left: Phrase, verb: int, high: int) -> Phrase | None:
    """The subject behind the finite verb of a clause that the thing ``left`` begins; None
    if the form tells of none."""
    at = verb + 1
    bare = left.end - left.start == 1 and u.low[left.start].endswith("n")
    dative = left.kind == "name" and bare and u.low[left.start] not in GIVEN
    uttered = left.kind == "name" and _uttered(u, left)
    if at >= high or not (left.kind == "role" or dative or uttered):
        return None
    if u.low[at] == "er" and u.flags[at] & c.PRONOUN:
        return parse(u, at, high)
    if u.flags[left.head] & _KNOWN:
        return None
    several = u.low[left.start] == "die" and u.low[left.head].endswith("en")
    if several and not u.low[verb].endswith("n") and u.low[verb] != "sind":
        found = parse(u, at, high)  # "Die Kosten lässt Roth nicht gelten"
        if found is not None and found.kind == "name" and not oblique(u, found):
            return found
    while at < high and u.flags[at] & (c.ADVERB | c.TIME) and not u.flags[at] & CAPITAL:
        at += 1
    if at >= high or u.flags[at] & (PUNCTUATION | QUOTE | c.PREPOSITION):
        return None
    phrase = quoted_subject(u, at, high) or parse(u, at, high)
    if phrase is None or oblique(u, phrase):
        return None
    if u.flags[phrase.head] & QUOTE:
        return phrase
    if phrase.kind == "name":
        start, end = phrase.names[0]
        if dative:
            return None
        named = end - start > 1 or start > phrase.start or u.low[verb] in _NAMING
        return phrase if named else None
    if dative and phrase.kind == "role" and not u.flags[at] & c.DETERMINER:
        return None
    masculine = u.low[at] in ("der", "ein") and not u.low[phrase.head].endswith("ung")
    acting = masculine and u.low[phrase.head].endswith(_ACTING)
    known = phrase.kind == "role" and (acting or u.flags[phrase.head] & _KNOWN)
    eine = u.low[at] == "eine" and (dative or (u.flags[verb] & c.NAME and known))
    article = masculine or u.flags[at] & c.DEFINITE or eine
    return phrase if known and article else None


def _uttered(u: Unit, left: Phrase) -> bool:
    """Whether words without an article end with a noun of what somebody says or shows: "Scharfe
    Kritik"."""
    noun = left.end - 1
    word = u.low[noun]
    if left.end - left.start > 2 or u.low[left.start] in GIVEN:
        return False
    return bool(u.flags[noun] & c.SPEECH) or word.endswith(_SHOWN)


def behind_adverb(u: Unit, left: Phrase, verb: int, high: int) -> Phrase | None:
    """The subject behind the verb of a clause that an adverb or adjective begins, which the
    capital makes look like a noun: "Skeptischer äußert sich der Fachmann Jan Roth"."""
    at = verb + 1
    if left.end - left.start > 1 or at >= high:
        return None
    if left.end == verb and u.low[at] == "er":
        return parse(u, at, high)  # "Lieber spricht er von …"
    at += u.low[at] == "sich"
    if not u.low[left.start].endswith("er") or u.low[at : at + 1] != ["der"]:
        return None
    found = parse(u, at, high)
    known = found is not None and found.kind in ("name", "role") and not oblique(u, found)
    return found if known else None


def before_brackets(u: Unit, i: int, low: int) -> int:
    """The token before the brackets that end at ``i``: "Ada Roth (SPD), deren …, sagte"."""
    if u.language != "de" or u.words[i] != ")":
        return i
    while i > low and u.words[i] != "(":
        i -= 1
    return max(low, i - 1)


def leading(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase that begins a clause is its subject, whatever goes on it: "Analystin
    Ada Roth vom Bankhaus Lund", "Ein Gutachten im Auftrag des Rats"."""
    if phrase.kind not in ("name", "role") or oblique(u, phrase):
        return False
    if phrase.kind == "name":
        start, end = phrase.names[0]
        known = end - start > 1
    else:
        known = bool(u.flags[phrase.head] & (c.ROLE | c.GROUP | c.SHEET | c.WORK))
        if u.low[phrase.end] in _GENITIVE:  # "Der Rezensent einer Zeitung", "Ein Kenner der Lage"
            return known or u.low[phrase.head].endswith(_ACTING)
    return known and bool(u.flags[phrase.end] & (c.PREPOSITION | c.AUX))


#: Articles of a genitive behind a noun.
_GENITIVE = frozenset("einer eines der des seiner ihrer seines ihres".split())


def before_verb(u: Unit, q: int, low: int) -> Phrase | None:
    """The medium whose name in quotation marks at ``q``, with an article, stands before the
    verb: "Die „Abendpost“ schreibt", "Das Blatt „Abendpost“ nannte"."""
    if u.language != "de":
        return _french_medium(u, q, low) if u.language == "fr" else None
    for at in range(q - 1, max(low, q - 3) - 1, -1):
        described = at + 2 == q and not u.flags[at + 1] and u.low[at + 1].endswith("e")
        beside = at + 1 == q or u.flags[at + 1] & CAPITAL or described
        if u.low[at] in ("der", "die", "das") and beside:
            opens = at == low or u.flags[at - 1] & (PUNCTUATION | c.JOIN | c.SUBORDINATE)
            behind = parse(u, q + 2, len(u.words)) if u.low[at] == "der" else None
            if behind is not None and behind.kind in ("name", "pronoun"):
                return None  # "Der „Abendpost“ sagte Ada Roth": the dative
            if opens:
                return _medium(u, at, q)
    start = q
    while start > low and not u.flags[start - 1] & (PUNCTUATION | QUOTE | c.JOIN):
        start -= 1
    phrase = parse(u, start, q)
    if phrase is None or phrase.kind != "role" or phrase.end != q or oblique(u, phrase):
        return None
    known = u.flags[phrase.head] & _KNOWN  # "Ein Redner der Initiative „Rettet den Park“ sprach"
    return phrase._replace(end=q + 1, definite=False) if known else None


def _medium(u: Unit, at: int, q: int) -> Phrase | None:
    """An article and a short name in quotation marks, or the marks alone."""
    quote = u.quotes[q]
    words = u.text[quote.inner_start : quote.inner_end].split()
    named = 0 < len(words) < 5 and all(word[0].isupper() or len(word) < 4 for word in words)
    return Phrase(at, q + 1, "role", (), q) if named and words[0][0].isupper() else None


#: Endings of the names of media that are feminine.
_FEMININE = (*FEMININE_ENDINGS, *"post welt zeit bild rundschau taz woche allgemeine".split())


def quoted_subject(u: Unit, at: int, high: int) -> Phrase | None:
    """The medium in quotation marks behind its verb, by its article no dative: "schrieb die
    „Abendpost“"."""
    q = at + 1
    if q >= high or not u.flags[q] & QUOTE or u.low[at] not in ("die", "das", "der"):
        return None
    quote = u.quotes[q]
    words = u.text[quote.inner_start : quote.inner_end].lower().split()
    if u.low[at] == "der" and words and (words[0][-2:] == "en" or words[-1].endswith(_FEMININE)):
        return None  # "sagte der „Abendpost“"
    follows = u.flags[q + 1] if q + 1 < high else PUNCTUATION
    other = follows & (c.DETERMINER | CAPITAL | c.PRONOUN) and not follows & PUNCTUATION
    if u.low[at] == "der" and other:
        return None  # "sagte der „Bild“ ein Sprecher"
    return _medium(u, at, q)


def quoted_source(u: Unit, at: int, stop: int) -> Phrase | None:
    """The same after "laut": "Laut „Abendpost“", "Laut der „Abendpost“"."""
    q = at + bool(at < stop and u.flags[at] & c.DEFINITE)
    return _medium(u, at, q) if q < stop and u.flags[q] & QUOTE else None


def _french_medium(u: Unit, q: int, low: int) -> Phrase | None:
    """French: the medium whose name in quotation marks at ``q`` stands before the verb:
    « « Libération » évoque », « Le journal « Temps » titre »."""
    quote = u.quotes[q]
    words = u.text[quote.inner_start : quote.inner_end].split()
    if u.language != "fr" or not 0 < len(words) < 5 or not words[0][0].isupper():
        return None
    if not words[-1][-1].isalnum() or not _MEANING.isdisjoint(u.low[q + 1 : q + 5]):
        return None  # « « Neutre » ne veut pas dire « … » »
    start = q
    while start > low and not u.flags[start - 1] & _PARTING:
        start -= 1
    phrase = parse(u, start, q) if start < q else None
    if phrase is not None and phrase.kind == "role" and u.low[q - 1] in ("du", "de", "d'", "des"):
        own = u.flags[phrase.head] & c.ROLE or u.low[phrase.head].endswith(_TRADES)
        own = own and phrase.end in (q, q - 1)
        return (
            phrase._replace(end=q + 1, definite=False) if own else None
        )  # « La correspondante du « Temps » »
    if phrase is not None and phrase.end == q:
        known = phrase.kind == "role" and u.flags[phrase.head] & c.GROUP
        return phrase._replace(end=q + 1, definite=False) if known else None
    article = start == q - 1 and u.flags[start] & c.DEFINITE
    return Phrase(start, q + 1, "role", (), q) if start == q or article else None


#: Endings of French nouns of what somebody does.
_TRADES = ("ant", "ante", "eur", "euse", "trice", "iste", "ien", "ienne", "logue")
_MEANING = frozenset("dire désigne désignait".split())
_PARTING = PUNCTUATION | QUOTE | c.JOIN | c.SUBORDINATE | c.RELATIVE


def named_genitive(u: Unit, at: int) -> bool:
    """Whether a name in the genitive stands at ``at``, before what is its: "Roths Vorwurf"."""
    word = u.words[at]
    if u.language != "de" or not u.flags[at] & CAPITAL or u.flags[at] & _KNOWN:
        return False
    return len(word) > 3 and word[-1] == "s" and word[-2:] != "ss"


def as_what(u: Unit, at: int, high: int) -> int:
    """The finite verb after an "als" at ``at`` that says as what somebody acts: "Als Zeugin
    trat die Schwester auf"; 0 if it begins a clause."""
    if u.low[at] != "als":
        return 0
    for k in range(at + 2, min(high - 1, at + 6)):
        bits = u.flags[k]
        if bits & (PUNCTUATION | QUOTE | c.PRONOUN) and not bits & CAPITAL:
            return 0
        known = bits & (c.VERB | c.AUX) and not bits & CAPITAL
        shaped = not bits and u.low[k].endswith(("t", "te", "ten", "ab", "am", "at"))
        if not (known or shaped):
            continue
        if not u.flags[k - 1] & CAPITAL or u.flags[at + 1] & (c.DEFINITE | c.TIME):
            return 0
        return 0 if u.flags[k + 1] & PUNCTUATION else k
    return 0


_HEARSAY = frozenset("soll sollen sollte sollten will wollen muss müssen dürfte könnte".split())


def modal_before(u: Unit, verb: int, low: int) -> int:
    """The modal of an infinitive in the perfect: "Dazu soll Roth gerufen haben"; or -1."""
    for i in range(verb - 1, low - 1, -1):
        if u.flags[i] & (PUNCTUATION | QUOTE):
            return -1
        if u.low[i] in _HEARSAY:
            return i
    return -1
