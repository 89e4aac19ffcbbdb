"""German: what words stand in: "In dem Papier heißt es, …", "So steht es in der Satzung"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: Verbs of what words stand in; those of them that need "es" beside them.
CALLED = frozenset("heißt heisst hieß hiess".split())
_STANDS = frozenset("steht stand stehen standen".split())
FOUND = frozenset("findet fand finden fanden".split())
_GOES = frozenset("geht ging gehen gingen".split())
_FOLLOWS = frozenset("hervorgeht hervorging hervorgehen hervorgingen verlautete".split())
#: Nouns of what somebody puts out to be quoted.
_STATEMENTS = (
    "mitteilung", "erklärung", "stellungnahme", "aussendung", "statement", "antwort",
)  # fmt: skip
#: Prepositions of the place, with and without an article in them.
_INTO = frozenset("in im aus auf laut vom von bei beim seitens".split())
#: Prepositions of what words are about, which do not stand in it.
TOPICAL = frozenset(
    """über übers zu zum zur wegen gegen gegenüber hinsichtlich bezüglich betreffs angesichts
    anlässlich""".split()
)
#: Nouns of what rules something.
RULES = frozenset(
    """rule rules plan plans proposal proposals law laws act bill agreement accord treaty deal
    contract terms guidelines regulations regulation legislation constitution charter pact order
    directive code draft policy provisions protocol convention statute clause
    loi lois décret arrêté règlement article traité accords convention charte texte contrat
    statuts circulaire clause protocole résolution ordonnance amendement
    gesetz abkommen vertrag satzung verordnung richtlinie verfassung grundgesetz paragraf
    paragraph klausel hausordnung geschäftsordnung erlass protokoll""".split()
)
#: Adverbs of the document that was named before.
THERE = frozenset("darin dort da hier daraus".split())
#: Words that tell a sentence about words from any other that says where something stands.
_WORDS = frozenset("satz sätzen sätze wort worte vermerk hinweis passage formulierung".split())


def stands_in(u: Unit, low: int, high: int) -> Phrase | None:
    """What the words of a sentence stand in, by its verb: a noun phrase, or the adverb for
    it; None if the sentence says no such thing."""
    for k in range(low, high):
        word = u.low[k]
        around = u.low[max(low, k - 1) : min(high, k + 3)]
        called = word in CALLED and "es" in around
        # "…, steht in dem Papier" says it by the place of the verb
        stands = word in _STANDS and (k == low or "es" in around or _of_words(u, low, high))
        found = word in FOUND and "sich" in around and _of_words(u, low, high)
        talk = word in ("ist", "war") and "rede" in around
        talk = talk or (word in ("liest", "las") and u.low[k + 1 : k + 2] == ["man"])
        if word in _FOLLOWS or (word in _GOES and "hervor" in u.low[k:high]):
            return _source(u, low, high)
        if called or stands or found or talk:
            return _place(u, k + 1, high) or _before(u, _clause(u, low, k), k)
    return None


def _clause(u: Unit, low: int, verb: int) -> int:
    """Where the clause of a verb begins: after a comma before a preposition, or ``low``."""
    for i in range(verb - 2, low, -1):
        if u.words[i] in ",;" and u.low[i + 1] in _INTO:
            return i + 1
    return low


def _source(u: Unit, low: int, high: int) -> Phrase | None:
    """From what something follows: "Aus dem Bericht geht hervor, …"."""
    for at in range(low, high):
        if u.low[at] == "aus" and not u.flags[at] & CAPITAL:
            return _noun(u, at, high)
    return None


def _of_words(u: Unit, low: int, high: int) -> bool:
    """Whether a sentence speaks of a sentence or a remark."""
    return not _WORDS.isdisjoint(u.low[low:high])


def _place(u: Unit, first: int, high: int) -> Phrase | None:
    """The place behind the verb, in its clause."""
    for at in range(first, min(high, first + 8)):
        if u.flags[at] & QUOTE or (u.flags[at] & PUNCTUATION and u.words[at] != "-"):
            return None
        if u.low[at] in THERE:
            return Phrase(at, at + 1, "pronoun", definite=True)
        if u.low[at] in _INTO and not u.flags[at] & CAPITAL:
            return _noun(u, at, high)
    return None


def _before(u: Unit, low: int, verb: int) -> Phrase | None:
    """The place that a sentence begins with."""
    if low >= verb:
        return None
    if u.low[low] in THERE:
        return Phrase(low, low + 1, "pronoun", definite=True)
    return _noun(u, low, verb) if u.low[low] in _INTO else None


def _noun(u: Unit, at: int, high: int) -> Phrase | None:
    """The noun phrase after the preposition at ``at``, if words may stand in it."""
    phrase = parse(u, at + 1, high)
    if phrase is None or phrase.kind not in ("role", "name"):
        return None
    return owner(u, phrase, high)


def owner(u: Unit, phrase: Phrase, stop: int) -> Phrase:
    """Whose a statement is: "einer Mitteilung der Bahn", "seiner Erklärung"."""
    if phrase.kind == "role" and u.low[phrase.head].endswith(_STATEMENTS):
        if u.flags[phrase.start] & c.POSSESSIVE:
            return Phrase(phrase.start, phrase.start + 1, "pronoun", definite=True)
        for at in range(phrase.head + 1, phrase.end):
            if u.low[at] in ("des", "der", "von"):
                whose = parse(u, at + (u.low[at] == "von"), stop)
                return phrase if whose is None or whose.kind == "pronoun" else whose
    return phrase


def unknown_place(u: Unit, phrase: Phrase) -> bool:
    """Whether "es heißt" that words stand "im" or "in der" a noun with a capital that is known as
    no body and no document, and may be a title: "Im Phaidon heißt es, …"."""
    at = phrase.names[0][0] if phrase.names else phrase.head
    if u.language != "de" or phrase.end != at + 1 or u.flags[at] != CAPITAL:
        return False
    first = at - (u.low[at - 1] in ("der", "dem"))
    if u.low[first - 1 : first] != (["im"] if first == at else ["in"]):
        return False
    around = [*u.low[max(0, first - 2) : first - 1], *u.low[at + 1 : at + 3]]
    told = "es" in around and not CALLED.isdisjoint(around[-2:])
    return told and not u.low[at].endswith(_SETTINGS)


#: German endings of places, circles and writings where "es heißt".
_SETTINGS = tuple(
    """kreml vatikan pentagon élysée ort dorf viertel land stadt bezirk haus hof turm amt archiv
    verlag klub club team lager umfeld branche szene kreis kreisen reihen labor werk laden netz
    internet forum quartier schaft ung tion ität heit keit erei um text buch heft blatt schrift
    wort katalog gesetz vertrag entwurf testament evangelium zeugnis bibel koran talmud thora
    legende sage chronik satzung presse politik industrie wirtschaft wissenschaft küche kantine
    dossier papier kommuniqué memo memorandum exposé leitfaden letter ruf bulletin akte tweet post
    posting blog statement dokument interview märchen beschluss konzept skript manuskript rezept
    inserat kapitel abschnitt absatz kommentar editorial feature transkript magazin portal chat
    spann kabine mannschaft partei fraktion zimmer büro theater oper museum kloster garten
    gemeinde kirche familie firma zentrale spitze basis prospekt flyer aufruf anhang""".split()
)


def one_at(u: Unit, low: int, high: int) -> Phrase | None:
    """The group at whose place "man" acts: "Beim Verband ist man skeptisch", "Davon hält man
    im Ministerium wenig"."""
    if "man" not in u.low[low:high]:
        return None
    for at in range(low, high):
        if u.flags[at] & QUOTE:
            return None
        if u.low[at] in ("bei", "beim", "im", "in", "aus") and not u.flags[at] & CAPITAL:
            phrase = parse(u, at + 1, high)
            if phrase is not None and phrase.kind in ("role", "name"):
                last = phrase.head if phrase.kind == "role" else phrase.names[-1][1] - 1
                if u.flags[last] & c.GROUP and not u.flags[last] & (c.SHEET | c.WORK):
                    return phrase
    return None
