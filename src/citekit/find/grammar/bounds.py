"""Where a noun phrase ends: before a verb, behind a run of names, in what ties names."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.english import STRONG
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

#: Endings in "s" that are no plural and no third person.
_SINGULAR = ("ss", "us", "is")


def verb_begins(u: Unit, i: int, stop: int) -> bool:
    """Whether an unknown word after a noun goes on it as a participle does: "the letter sent
    to …", « la lettre envoyée à … »."""
    word = u.low[i]
    following = u.flags[i + 1] if i + 1 < stop else PUNCTUATION
    quoted = i + 1 < len(u.flags) and bool(u.flags[i + 1] & QUOTE)
    if u.language == "en":
        if word.endswith("s"):
            if u.flags[i - 1] & (c.ROLE | c.GROUP) and following & c.TO:
                return True  # "the board plans to …"
            people = i + 1 < stop and not following & ~(c.ROLE | c.GROUP)
            if (
                people
                and u.low[i + 1].endswith("s")
                and u.flags[i - 1] & c.GROUP
                and not word.endswith(_SINGULAR)
            ):
                return True  # "the commission directs heads of …"
            if following & (c.DETERMINER | c.PRONOUN | c.ADVERB):
                return True
            return quoted or (i + 1 < stop and u.low[i + 1] in _OBJECTS)  # "a clerk watches them"
        before = u.low[i - 1]
        several = before.endswith("s") and not before.endswith(("ss", "us", "is"))
        if several and following & (c.DETERMINER | c.PRONOUN | c.PREPOSITION):
            return True  # "the pickers live in huts"
        known = u.flags[i - 1] & (c.ROLE | c.GROUP)
        if known and word.endswith("ing") and following & c.DETERMINER:
            return True  # "the note accompanying the list"
        return bool((word.endswith("ed") or word in STRONG) and (following or known))
    if u.language != "fr":
        return False
    if word.endswith(("é", "ée", "és", "ées")) or word in _RECEIVED:
        return bool(following & (c.PREPOSITION | c.TIME))
    if word in _ALWAYS or word.endswith(_FUTURE):
        return True
    if word.endswith(_PAST) and word not in ("parfait", "distrait", "abstrait"):
        return True
    article = bool(following & c.DETERMINER and not following & c.PREPOSITION)
    article = article or bool(quoted and word.endswith("it") and word not in _NO_VERBS)
    known = u.flags[i - 1] & (c.ROLE | c.GROUP) or u.low[i - 1].endswith(_TRADE)
    article = article or bool(known and following & (c.ADVERB | c.PRONOUN))
    if known and u.low[i - 1].endswith("s") and word.endswith("ent") and len(word) > 5:
        return True  # « les syndicats bottent en touche »
    if known and word in _STAYS and following & c.PREPOSITION:
        return True
    ends = i + 1 < len(u.words) and u.words[i + 1] in "." and known
    return word.endswith(("e", "ent", "t", "d")) and bool(article or ends)


_OBJECTS = frozenset("them him us me it you".split())
_FUTURE = ("era", "ira", "eront", "iront")
#: French adjectives with an ending of verbs, before a quotation.
_NO_VERBS = frozenset("petit gratuit inédit écrit dit produit fortuit maudit réduit".split())
#: French verbs of what people do somewhere: « son épouse travaille à la cantine ».
_STAYS = frozenset(
    """travaille habite arrive assiste participe siège exerce enseigne réside officie passe reste
    entre monte tombe joue marche vit part sort dort prépare écoute regarde
    hésite cherche""".split()
)
#: French participles behind a noun.
_RECEIVED = frozenset("reçu reçue reçus reçues lu lue lus lues vu vue transmis transmise".split())
#: French verbs that are no adjectives and no nouns.
_ALWAYS = frozenset(
    """tient vient contient obtient retient prévoit comprend dépend prend rend vend attend entend
    prétend tend""".split()
)
#: Endings of French verbs in the past that no adjective has; of nouns of persons.
_PAST = ("ait", "aient", "èrent", "urent", "irent", "ut", "smet", "rmet", "omet")
_TRADE = ("iste", "eur", "euse", "trice", "ien", "enne", "ier", "ière", "in", "ine")


def reporting_infinitive(u: Unit, i: int) -> bool:
    """French: whether an infinitive that reports stands at ``i``: « Et le juge de faire
    remarquer que … »."""
    i += u.low[i : i + 1] in (["s'"], ["s’"], ["se"])
    for k in (i, i + 1):
        if u.language != "fr" or k + 1 >= len(u.words):
            return False
        if not u.low[k].endswith(("er", "ir", "re")):
            return False
        if u.low[k + 1] in ("que", "qu'", "qu’", ":", "“”"):
            return True
    return False


#: "last year", between a subject and its verb.
_TIMES = frozenset(
    """year month week night day morning evening afternoon spring summer autumn fall winter weekend
    decade century""".split()
)
_WHICH = frozenset("last this next that".split())


def timed(u: Unit, i: int, low: int) -> bool:
    """Whether the two tokens up to ``i`` only say when: "last year"; English: "in May"."""
    if i <= low:
        return False
    if u.low[i] in _TIMES and u.low[i - 1] in _WHICH:
        return True
    if u.language != "en" or not u.flags[i] & c.TIME or u.low[i - 1] not in ("in", "on"):
        return False
    return i - 2 > low and not u.flags[i - 2] & CAPITAL


def alleged(u: Unit, i: int, low: int) -> bool:
    """English: whether a passive of saying or thinking ends at ``i``: "is reported to have"."""
    if u.language != "en" or i - 1 <= low or not u.flags[i - 1] & c.BE:
        return False
    return bool(u.flags[i] & c.PARTICIPLE) or u.low[i] in _THOUGHT


_THOUGHT = frozenset("supposed rumoured rumored understood".split())


def compound(u: Unit, i: int, low: int) -> bool:
    """English: whether the noun at ``i`` only goes before the next word, as it has no
    article: "member" in "would save member states"."""
    if not u.flags[i] & c.ROLE or u.flags[i] & CAPITAL or u.low[i].endswith("s"):
        return False
    i -= 1
    while i > low and not u.flags[i]:
        i -= 1
    if i < low or u.low[i].endswith("-old"):
        return False
    before = u.flags[i]
    return bool(before & (c.VERB | c.PREPOSITION | c.AUX | c.JOIN)) and not before & (
        c.DETERMINER | CAPITAL | GENITIVE
    )


#: German nouns of whom the press speaks to, by their endings.
_PRESS = ("nachrichtenagentur", "presseagentur", "presse-agentur", "zeitung", "dpa", "afp", "apa")


def addressed(u: Unit, at: int, end: int, stop: int, depth: int) -> bool:
    """German: whether "der" at token ``end`` begins whom somebody spoke to, not whose he
    is: "sagte eine Sprecherin des Vereins der Zeitung", "sagte der Minister der dpa"."""
    if u.language != "de" or u.low[end] != "der":
        return False
    if not depth and not (at and u.flags[at - 1] & c.SAY):
        return False
    return any(u.low[i].endswith(_PRESS) for i in range(end + 1, min(stop, end + 4)))


def demonstrative(u: Unit, at: int, stop: int) -> bool:
    """German: whether "der" or "die" opens a sentence before its verb and stands for whoever
    was named last: "Der nickte", "Die hat Bedenken"."""
    these = u.low[at] in ("dieser", "diese") and not (at and u.flags[at - 1] & c.PREPOSITION)
    if u.language != "de" or at + 1 >= stop or not (these or u.words[at] in ("Der", "Die")):
        return False
    bits, word = u.flags[at + 1], u.low[at + 1]
    if not bits:
        return _acts(u, at + 1, stop)
    if not bits & (c.AUX | c.VERB) or bits & CAPITAL or word.endswith("en"):
        return False
    return word not in ("sind", "waren")


def _acts(u: Unit, k: int, stop: int) -> bool:
    """German: whether an unknown word is a finite verb in the singular by its ending, and by
    what follows: "Der las von einem Blatt ab"; not "Der alte Mann"."""
    word, following = u.words[k], u.flags[k + 1] if k + 1 < stop else PUNCTUATION
    if not word.isalpha() or not word.islower():
        return False
    if word.endswith("e") and not (word.endswith("te") and u.words[k + 1 : k + 2] != [","]):
        return False
    goes_on = PUNCTUATION | c.PREPOSITION | c.DETERMINER | c.PRONOUN | c.CLITIC | c.ADVERB
    return not word.endswith(("en", "er", "es", "em")) and bool(following & goes_on)


def relative_article(u: Unit, at: int, stop: int) -> bool:
    """German: whether a relative pronoun and another article stand at ``at``: "ein Satz, den
    eine Schülerin schrieb"; not "der eine", "Anders sieht das der Chef"."""
    if u.low[at] not in ("der", "die", "das", "den", "dem") or not at or u.words[at - 1] != ",":
        return False
    second = u.low[at + 1]
    if second == "eine":
        return at + 2 < stop and bool(u.flags[at + 2] & CAPITAL)
    return second in _ARTICLES


#: German articles that follow no other one.
_ARTICLES = frozenset(
    """ein einen einem einer eines der die das den dem des kein keine keinen sein seine seinen ihre
    ihren""".split()
)


def opens_plural(u: Unit, at: int, i: int, stop: int) -> bool:
    """English: whether words from ``at`` have their capitals only as they open a sentence, or
    as a name, before a noun in the plural and its verb: "Primary schools stayed shut",
    "World Bank auditors said"."""
    if u.language != "en" or i + 1 >= stop or given(u, i - 1) or given(u, at):
        return False
    inside = i == at + 1 and at and u.words[at - 1] not in ".!?:“”"
    if inside or not u.low[i].endswith("s") or u.low[i].endswith(("ss", "'s", "’s")):
        return False
    following = u.flags[i + 1]
    verb = bool(following & (c.VERB | c.AUX)) and not following & (CAPITAL | c.NOUNLIKE)
    return verb or u.low[i + 1] in STRONG or u.low[i + 1].endswith("ed")


def of_party(u: Unit, i: int) -> bool:
    """French: whether the letters at ``i`` say which party or union an office goes with:
    « le député RN de l'Aisne Jean Roy »."""
    word = u.words[i]
    letters = word.isupper() and word.isalpha() and 1 < len(word) < 6
    return u.language == "fr" and (letters or u.low[i] in _PARTIES)


#: Parties that are called by a noun.
_PARTIES = frozenset("renaissance horizons reconquête modem".split())


#: Nouns of the occasion on which somebody speaks: « le compositeur à l'issue du concert ».
_OCCASIONS = frozenset(
    """issue sortie fin début veille lendemain suite arrivée ouverture micro téléphone antenne barre
    tribune moment retour départ occasion propos matin soir midi nouveau""".split()
)


def occasion(u: Unit, i: int, stop: int) -> bool:
    """French: whether the preposition at ``i`` begins when or where somebody speaks, not
    what they are."""
    if u.language != "fr" or u.low[i] not in ("à", "au", "en", "aux"):
        return False
    noun = i + 1
    while noun < stop and u.flags[noun] & c.DETERMINER:
        noun += 1
    return noun < stop and u.low[noun] in _OCCASIONS


def kind_letters(u: Unit, i: int, stop: int) -> bool:
    """French: whether letters for a kind of body and an adjective stand before its name:
    « l'ONG locale Eau vive »."""
    return (
        u.language == "fr"
        and i + 2 < stop
        and bool(u.flags[i] & c.GROUP)
        and u.words[i].isupper()
        and not u.flags[i + 1]
        and bool(u.flags[i + 2] & CAPITAL)
    )


#: Offices that are somebody's: « l'adjoint au maire ».
_SECOND = ("adjoint", "adjointe", "assistant", "assistante", "conseiller", "conseillère", "délégué")


def spoken_to(u: Unit, head: int, i: int, stop: int) -> bool:
    """French: whether « au » or « à » at ``i`` begins whom somebody speaks to: « a lancé une
    manifestante au préfet »."""
    if u.language != "fr" or u.low[i] not in ("à", "au", "aux") or u.low[head] in _SECOND:
        return False
    at = i + 1
    while at < stop and u.flags[at] & c.DETERMINER:
        at += 1
    return at < stop and u.flags[at] & (c.ROLE | c.GROUP | CAPITAL) == c.ROLE


def past_aside(u: Unit, comma: int, stop: int) -> int:
    """French: the token after a time, a place or a manner in commas, or ``comma``: « lance,
    bravache, le patron », « glisse, un brin amère, Ada Roth », « dit, très calme, le juge »,
    « répond, la voix blanche, le juge »."""
    if u.language != "fr" or comma + 1 >= stop or u.flags[comma + 1] & CAPITAL:
        return comma
    first = u.flags[comma + 1]
    little = u.low[comma + 1 : comma + 3] in (["un", "brin"], ["un", "peu"])
    bearing = first & c.DETERMINER and not BEARING.isdisjoint(u.low[comma + 2 : comma + 4])
    if not first & ~c.ADVERB or u.low[comma + 1] in _DEGREES or little or bearing:
        for close in range(comma + 2, min(stop - 1, comma + 7 + 6 * bool(bearing))):
            if u.words[close] == ",":
                return close + 1
            if close > comma + 2 + little and u.flags[close] & _NO_MANNER:
                break
    if not first & (c.TIME | c.PREPOSITION):
        return comma
    for at in range(comma + 2, min(stop, comma + 12)):
        if u.words[at] == ",":
            return at + 1
        if u.flags[at] & (PUNCTUATION | QUOTE | c.VERB | c.AUX | c.RELATIVE):
            return comma
    return comma


#: Words that say how much of a manner it is.
_DEGREES = frozenset("très assez trop plutôt presque tout toute plus moins visiblement".split())
#: What somebody bears while they speak: « la voix blanche », « le sourire aux lèvres ».
BEARING = frozenset(
    """voix gorge regard air ton mine visage yeux œil sourire main mains bras poing poings tête
    front larmes lèvres sourcils""".split()
)
_NO_MANNER = PUNCTUATION | QUOTE | CAPITAL | c.AUX | c.RELATIVE | c.SUBORDINATE | c.PRONOUN
#: German first words of names of places.
_PLACE_PARTS = frozenset("bad neu alt groß klein sankt st. new san los".split())


def past_preposition(u: Unit, at: int, high: int) -> int:
    """The token after a prepositional phrase: "am Montag", "à l’AFP", "in Paris"."""
    at += 1
    while at < high and u.flags[at] & (c.DETERMINER | c.PREPOSITION) and not u.flags[at] & CAPITAL:
        at += 1
    if at < high and not u.flags[at] & (PUNCTUATION | QUOTE):
        if u.language == "de":
            while at < high and not u.flags[at] & (CAPITAL | c.TIME | PUNCTUATION | QUOTE):
                at += 1
            at += at + 1 < high and u.low[at] in _PLACE_PARTS  # "in Bad Lund der Zug"
        at += 1
        last = at
        while u.language == "fr" and last < high and u.flags[last] & CAPITAL:
            last += 1
        if u.language == "fr" and last == at < high and not u.flags[at] and u.words[at].isalpha():
            last += 1  # « a annoncé sur les réseaux sociaux le maire »
            if last < high and u.flags[last] & (CAPITAL | c.PREPOSITION):
                return last
        if last < high and u.flags[last] & c.DETERMINER and not u.flags[last] & c.PREPOSITION:
            return last  # « a dit à Jean Roth la maire »
    return at


def leads_to_role(u: Unit, i: int, stop: int) -> bool:
    """Whether the words from ``i`` go on a name as its noun: "Harbour Watch campaign head"."""
    known = c.ROLE | c.GROUP
    if u.language == "en" and not u.flags[i]:
        word = u.low[i]
        if word in STRONG:
            return False
        if i + 1 < stop and u.flags[i + 1] & CAPITAL:
            return True  # "the Methodist sexton John Lee"
        lone = u.flags[i - 2] & c.DETERMINER if i > 1 else 0
        verbal = word.endswith(("ed", "s")) and not word.endswith(("ss", "us", "is"))
        if lone and not verbal and word.isalpha():
            return True  # "one American delegate"
    for j in range(i, min(i + 3, stop)):
        if u.flags[j] & known and u.words[j].isalpha():
            return True
        if u.flags[j] & (c.DETERMINER | c.PREPOSITION):
            return False
    return False


def german_goes_on(u: Unit, i: int, stop: int) -> bool:
    """Whether a German phrase continues after nouns: with a genitive or a lower-case particle."""
    return (
        i < stop
        and u.low[i] in ("des", "der")
        and bool(u.flags[i] & c.DEFINITE)
        and (
            i + 1 < stop
            and bool(u.flags[i + 1] & CAPITAL)
            and bool(u.flags[i - 1] & (c.ROLE | c.GROUP))
        )
    )


def run_end(u: Unit, i: int, stop: int) -> int:
    """The end of the run of names that begins at token ``i``."""
    flags = u.flags
    first = i
    while i < stop:
        bits = flags[i]
        if bits & CAPITAL:
            i += 1
            if flags[i - 1] & GENITIVE and not _members(u, i, stop):
                return i
            continue
        j = i
        while j < stop and flags[j] & c.PARTICLE and j < i + 3 and u.low[j] not in _NO_PARTICLE:
            j += 1
        if i < j < stop - 1 and u.words[j] in _IN_NAMES and flags[j + 1] & CAPITAL:
            j += 1  # "Jean de La Tour"
        if (
            i < stop
            and u.words[i][0].isupper()
            and flags[i] & c.PARTICLE
            and i + 1 < stop
            and flags[i + 1] & CAPITAL
        ):
            i += 1
            continue
        if i < j < stop and flags[j] & CAPITAL and (u.language != "fr" or u.low[i] != "la"):
            if u.language == "fr" and _french_of(u, i):
                return i
            if (
                u.language == "de"
                and u.low[i] in ("der", "den", "von", "zu", "zur")
                and not _german_von(u, i)
            ):
                return i
            i = j
            continue
        if flags[i] & NUMBER and i == first + 1 and u.low[first] in _NUMBERED:
            return i + 1  # "Article 3"
        if u.low[i] == "&" and i + 1 < stop and flags[i + 1] & CAPITAL:
            i += 1
            continue
        if i > first and flags[i] & c.TITLE and u.low[i][-1] == "." and i + 1 < stop:
            i += 1  # "Prof. Dr. med. Ada Roth"
            continue
        if i > first and _titled(u, i, stop):
            i += 1
            continue
        return i
    return i


def _titled(u: Unit, i: int, stop: int) -> bool:
    """English: whether a small word has a capital as part of a name: "Reporters Without
    Borders", "Save Our Streets"."""
    word = u.words[i]
    if u.language != "en" or len(word) < 3 or not word[0].isupper() or i + 1 >= stop:
        return False
    small = c.PREPOSITION | c.POSSESSIVE | c.DEFINITE | c.ADVERB | c.INDEFINITE
    return bool(u.flags[i] & small and u.flags[i + 1] & CAPITAL) and not u.flags[i] & c.TIME


#: What is called by a number.
_NUMBERED = frozenset(
    "article section clause rule witness exhibit schedule annex artikel paragraf zeuge".split()
)
_IN_NAMES = frozenset(("La", "Le", "Les"))
_NO_PARTICLE = frozenset(("e", "y", "le", "la", "les", "das"))


def _members(u: Unit, i: int, stop: int) -> bool:
    """Whether a genitive in the plural and the noun at ``i`` name a group: "the Northern
    Landlords’ Federation"."""
    return (
        i < stop
        and u.words[i - 1][-1] in "'’"
        and u.flags[i] & (CAPITAL | c.GROUP) == CAPITAL | c.GROUP
        and (i + 1 >= stop or not u.flags[i + 1] & CAPITAL)
    )


def _french_of(u: Unit, i: int) -> bool:
    """ "de" after a role or a group is the preposition, after a given name a particle; so it
    is after a lone word that no article begins: « explique Aubin de Roye »."""
    lone = u.flags[i - 1] == CAPITAL and (i < 2 or not u.flags[i - 2] & (CAPITAL | c.DETERMINER))
    return not (given(u, i - 1) or (lone and u.low[i] in ("de", "d'", "d’")))


#: Nouns behind "zu" that are no place of a family.
_OCCASIONS_DE = frozenset(
    """wort gast hause haus recht unrecht besuch protokoll beginn ende anfang weihnachten ostern
    fuß fall tränen ruhe hilfe rate tisch bett grabe tode papier bewusstsein sinnen""".split()
)


def _german_von(u: Unit, i: int) -> bool:
    titled = i > 1 and u.flags[i - 2] & c.TITLE and u.flags[i - 1] == CAPITAL
    if u.low[i + 1 : i + 2] == ["den"]:
        return False  # "Ada Roth von den Grünen"
    if u.low[i] == "zu" and u.low[i + 1] in _OCCASIONS_DE:
        return False  # "meldete sich Kanzler Roth zu Wort"
    return u.low[i] in ("von", "zu", "zur") and bool(titled or given(u, i - 1))


def given(u: Unit, i: int) -> bool:
    return i >= 0 and (u.low[i] in GIVEN or u.low[i].split("-")[0] in GIVEN)


def behind_office(u: Unit, start: int, end: int) -> int:
    """German: where the name begins in three words or more of which the first is no given
    name: "Verfassungsrechtler Hanno Roth", "Lees Geselle Jan Roth", but "Aung San Suu Kyi"."""
    flags = u.flags
    office = c.ROLE | c.GROUP | c.TITLE
    foreign = all(flags[i] in (CAPITAL, c.PARTICLE) or initial(u, i) for i in range(start, end))
    owner = u.low[start][-1] == "s" and not given(u, start + 1) and flags[start + 1] != CAPITAL
    noun = u.low[start].endswith(("er", "in")) or (
        len(u.low[start]) > 4 and u.low[start][-1] == "e"
    )
    if initial(u, start) or (foreign and not owner and not noun and "-" not in u.low[start]):
        return start
    first = end - 2
    while first > start and (
        initial(u, first)
        or (flags[first] & c.PARTICLE and u.words[first].islower())
        or (first > start + 1 and not flags[first - 1] & office and flags[first] == CAPITAL)
    ):
        first -= 1
    return first


def initial(u: Unit, i: int) -> bool:
    """Whether a token is an initial or an abbreviation: "J."."""
    return u.low[i].endswith(".")
