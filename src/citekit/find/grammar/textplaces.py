"""Places in a text: "Auf Seite 12 steht", « Dans l'introduction, on lit », "On page 12 we read".

An adverbial of place says where words stand, not who says them (Quirk et al., *A Comprehensive
Grammar of the English Language*, 1985, 8.3 and 8.42): a part of a text behind a preposition is
nobody, though a document may be quoted as a speaker ("The introduction states …").
"""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.documents import CALLED
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Unit

#: Nouns of parts of a text, and of its beginning and end.
_PARTS = {
    "de": frozenset(
        """seite seiten s. kapitel kapiteln kapitels kap. abschnitt abschnitten absatz absätzen abs.
        einleitung einführung vorwort nachwort geleitwort vorrede vorbemerkung schlusswort epilog
        prolog exkurs fußnote fussnote fußnoten fussnoten anmerkung anmerkungen anm. zeile zeilen
        strophe strophen vers versen akt aufzug szene band bänden teil hälfte anfang beginn auftakt
        ende schluss schluß passage eingang ausgang fortgang folgenden anhang""".split()
    ),
    "fr": frozenset(
        """page pages p. chapitre chapitres introduction préface avant-propos postface conclusion
        paragraphe paragraphes alinéa strophe ligne lignes vers acte scène tome volume début fin
        passage épilogue prologue incipit ouverture marge""".split()
    ),
    "en": frozenset(
        """page pages p. pp. chapter chapters introduction preface foreword afterword conclusion
        paragraph paragraphs footnote endnote stanza line lines verse act scene volume beginning
        end start outset opening close middle margin prologue epilogue passage""".split()
    ),
}
#: German compounds of these are parts as well: "Schlusskapitel", "Romananfang".
_COMPOUNDS = ("kapitel", "absatz", "abschnitt", "strophe", "anfang")
#: German nouns of other places, in which words stand only with one of these prepositions: "aus
#: der Mitte der Partei" and "bei der zuständigen Stelle" somebody speaks.
_SITES = frozenset(
    "mitte zentrum mittelpunkt kern stelle stellen rand hintergrund vordergrund".split()
)
_INSIDE = frozenset("in im an am".split())
#: German prepositions before a name, if no article follows: "bei Kern".
_BEFORE_NAMES = frozenset("bei über gegen nach".split())
#: Prepositions of a place, those with an article in them too.
_AT = {
    "de": frozenset("auf in im an am zu zum zur unter aus bei beim über gegen nach vor ab".split()),
    "fr": frozenset("à au aux dans en sur dès vers de du".split()),
    "en": frozenset("on in at from by near within towards toward".split()),
}
#: Adjectives that point back to what was named: "im selben Vortrag".
_SAME = frozenset(
    """selben gleichen nämlichen ebendort derselben demselben denselben
    même same""".split()
)
_CITED = c.SHEET | c.WORK | c.SPEECH
#: German nouns of what is read or heard that the tables have otherwise.
_TEXTS = tuple(
    "vortrag rede brief buch aufsatz essay text roman gedicht artikel band werk schrift".split()
)
#: Verbs and particles of words that stand somewhere, whoever says them.
_STANDING = frozenset(
    """steht stand stehen standen liest las lesen lautet lautete
    lit lisait lire trouve trouvait trouver""".split()
)


def is_part(u: Unit, at: int) -> bool:
    """Whether the noun at a token means a part of a text; with a capital where others have
    none, only before a number: "Chapter 3"."""
    word = u.low[at]
    if u.language == "de":
        known = word in _PARTS["de"] or word.endswith(_COMPOUNDS)
        return known and u.words[at][0].isupper()
    numbered = u.flags[at + 1 : at + 2] == [NUMBER]
    return word in _PARTS[u.language] and (u.words[at].islower() or numbered)


def _is_site(u: Unit, noun: int, at: int) -> bool:
    """German: whether a noun is a place in a text behind the preposition at token ``at``."""
    if u.language != "de" or u.low[noun] not in _SITES or u.low[noun + 1 : noun + 2] == ["für"]:
        return False
    return u.low[at] in _INSIDE and u.words[noun][0].isupper()


def in_text(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a place in a text, behind a preposition: "auf Seite 12", « à la page
    12 », "im selben Vortrag"."""
    if phrase.kind not in ("role", "name"):
        return False
    known = _AT[u.language]
    at = phrase.start if u.low[phrase.start] in known else phrase.start - 1
    if at > 0 and u.words[at].islower() and u.low[at].endswith(("er", "en")) and not u.flags[at]:
        at -= 1  # "an anderer Stelle"
    if at < 0 or u.low[at] not in known:
        return False
    heads = {phrase.head, *(start for start, _ in phrase.names)}
    if u.flags[phrase.head] & NUMBER:
        heads.add(phrase.head - 1)  # « la page 12 »
    for noun in sorted(head for head in heads if head > at):
        bare = noun == at + 1 and u.flags[noun + 1 : noun + 2] != [NUMBER]
        if bare and u.language == "de" and u.low[at] in _BEFORE_NAMES:
            continue
        if is_part(u, noun) or _is_site(u, noun, at):
            return True
    head = phrase.names[0][0] if phrase.names else phrase.head
    cited = u.flags[head] & (c.WORK | c.SPEECH) or u.low[head].endswith(_TEXTS)
    return bool(cited) and not u.flags[head] & c.SHEET and points_back(u, phrase)


def points_back(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase says that it means what was named before: "im selben Vortrag"."""
    return not _SAME.isdisjoint(u.low[max(0, phrase.start - 2) : phrase.end])


def no_speaker(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a place in a text, what such a place is in ("am Ende des Romans"),
    what words are about, the words themselves ("der Satz"), or whoever reads them."""
    if phrase.kind != "role":
        return in_text(u, phrase)
    if u.language == "de" and u.low[phrase.start : phrase.end] == ["ein", "bild"]:
        return True
    if u.low[phrase.head] in _WORDINGS[u.language] or in_text(u, phrase) or topical(u, phrase):
        return True
    if u.language == "en" and u.low[phrase.start : phrase.end] == ["one"]:
        return u.low[phrase.end : phrase.end + 1] != [] and u.low[phrase.end] in _ANYONE
    of = phrase.start - (u.low[phrase.start] not in _OF[u.language])
    person = u.flags[phrase.head] & (c.ROLE | c.GROUP | c.SHEET)
    inside = of > 0 and u.low[of] in _OF[u.language] and is_part(u, of - 1)
    return inside and not person


#: English verbs behind "one" that means anybody.
_ANYONE = frozenset(
    """reads finds sees hears learns may might can could must should would
    never always often""".split()
)
#: Nouns of the words themselves, which nobody is.
_WORDINGS = {
    "de": frozenset(
        """satz sätze zitat diktum bonmot spruch formel formulierung passus beispiel vergleich
        metapher ausdruck begriff""".split()
    ),
    "fr": frozenset("phrase phrases citation formule passage maxime".split()),
    "en": frozenset("sentence phrase quotation quote dictum formula maxim".split()),
}


def topical(u: Unit, phrase: Phrase) -> bool:
    """German: whether a phrase is what words are about, before "heißt es" or "steht": "Von der
    Ordnung heißt es: …", "Über die Macht steht: …"; no body or person, who may say them."""
    at = phrase.start - 1
    if u.language != "de" or at < 0 or phrase.kind != "role":
        return False
    if u.low[at] not in ("von", "vom", "über", "zu", "zum", "zur"):
        return False
    body = u.flags[phrase.head] & (c.ROLE | c.GROUP) and not u.flags[phrase.head] & c.SHEET
    if u.low[at] in ("von", "vom") and body:
        return False
    verb = u.low[phrase.end : phrase.end + 1]
    return bool(verb) and (verb[0] in CALLED or verb[0] in _STANDING)


def whose_place(u: Unit, phrase: Phrase, stop: int) -> Phrase | None:
    """Whose text a place is in, if the words around say so: "im Zentrum von Roths Buch", "im
    ersten Kapitel heißt es bei Roth"; a person by name, or a document ("im Anhang des
    Gutachtens"), or None."""
    document = None
    for at in range(phrase.start, min(stop, phrase.end + 8)):
        if u.flags[at] & QUOTE or u.words[at] in ":;.":
            break
        name = _possessive(u, at, stop) or _beside(u, at, stop)
        if name is not None:
            return name
        if document is None and at > phrase.head:
            document = _sheet(u, at, stop)
    return document


def _sheet(u: Unit, at: int, stop: int) -> Phrase | None:
    """The document that a place belongs to: "auf Seite 3 des Berichts"."""
    if u.low[at] not in _OF[u.language] or at + 1 >= stop:
        return None
    begin = at if u.low[at] in ("des", "der", "eines", "einer", "du") else at + 1
    found = parse(u, begin, stop)
    if found is None or found.kind != "role":
        return None
    noun = u.low[found.head]
    bits = u.flags[found.head]
    for ending in ("s", "es"):  # the genitive, which the tables do not have
        if u.language == "de" and noun.endswith(ending):
            bits |= u.cues.words.get(noun.removesuffix(ending), 0)
    return found if bits & c.SHEET else None


_OF = {
    "de": frozenset("des der eines einer".split()),
    "fr": frozenset("de du d' d’".split()),
    "en": frozenset(("of",)),
}


def _possessive(u: Unit, at: int, stop: int) -> Phrase | None:
    """The name before a noun whose possessor it is: "von Roths Buch", "of Roe’s book"; behind
    it, French: « de Roux »."""
    if u.language == "fr":
        of = u.low[at] in ("de", "d'", "d’") and at + 1 < stop and u.flags[at + 1] & CAPITAL
        found = parse(u, at + 1, stop) if of else None
        return found if found is not None and found.kind == "name" else None
    if at + 1 >= stop or not u.flags[at] & CAPITAL:
        return None
    english = u.language == "en" and u.low[at].endswith(("’s", "'s"))
    noun = u.flags[at + 1]
    german = (
        u.language == "de"
        and u.low[at][-1] in "s’'"
        and bool(noun & CAPITAL)
        and (bool(noun & _CITED) or u.low[at + 1].endswith(_TEXTS))
    )
    if not english and not german:
        return None
    first = at
    while first > 0 and u.flags[first - 1] & CAPITAL and not is_part(u, first - 1):
        first -= 1
    found = parse(u, first, at + 1)
    return found if found is not None and found.kind == "name" else None


def _beside(u: Unit, at: int, stop: int) -> Phrase | None:
    """A name behind "bei", « chez »: "…, heißt es bei Roth"."""
    if u.low[at] not in ("bei", "chez") or u.flags[at] & CAPITAL or at + 1 >= stop:
        return None
    found = parse(u, at + 1, stop)
    return found if found is not None and found.kind == "name" else None


def read_at(u: Unit, low: int, q: int) -> Phrase | None:
    """German and French: at whose place one reads the words, with whatever else in front: "Über
    die Macht steht bei Roth: „…“", « On lit chez Roux : « … » »; a name, or None."""
    for k in range(low + 1, q):
        if u.flags[k] & c.SUBORDINATE and not u.flags[k] & CAPITAL:
            return None
        standing = u.low[k] in _STANDING
        if not (standing or u.low[k] in CALLED) or u.flags[k] & CAPITAL:
            continue
        for at in range(k + 1, min(q, k + 6)):
            if u.flags[at] & (PUNCTUATION | QUOTE):
                break
            found = _beside(u, at, q)
            if found is not None:
                return found
    return None
