"""Names of bodies that go on: behind a link ("Institute for the Study of Rivers"), in English
with a list ("the Ministry of Ports, Canals and Inland Waters", "the Stour and Wye Hospital
Trust")."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.bounds import given, run_end
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, PUNCTUATION, Unit

#: Nouns of bodies that are for one matter or several.
_TOPICAL = frozenset(
    """ministry department minister secretary committee subcommittee commission council office
    institute agency board bureau directorate administration association federation centre center
    society authority congress union college academy school faculty inspectorate state commissioner
    directorate forum network alliance campaign chamber service""".split()
)
_FOR = frozenset("of for on".split())
#: No body has a name of more tokens.
_LONGEST = 16
#: What links the parts of a name.
_LINKS = {
    "en": ("of", "for", "on", "in"),
    "fr": ("de", "d'", "d’", "du", "des", "pour"),
    "de": ("für", "der", "des", "von"),
}
#: Endings of French adjectives that are part of a name.
_ADJECTIVAL = tuple(
    """al ale ales aux ique iques enne ennes elle elles ive ives aire aires aine aines ain ains aise
    aises ais oise oises ois ole oles isse isses éen éens ien iens ères eure eures unis
    unies""".split()
)


def linked(u: Unit, start: int, end: int, stop: int, bare: bool) -> int:
    """The end of a name of several parts: "Institute for the Study of Rivers"."""
    links = _LINKS.get(u.language, ())
    if not (bare or u.flags[start] & c.GROUP or u.flags[end - 1] & (c.GROUP | c.TITLE)):
        return end
    if u.flags[end - 1] & GENITIVE:
        return end
    if u.language == "fr" and end - start == 1:
        while end < stop and not u.flags[end] and u.low[end].endswith(_ADJECTIVAL):
            end += 1  # "l'Agence régionale de santé"
        if end - start == 2 and end + 1 < stop and not u.flags[end]:
            end += bool(u.flags[end + 1] & PUNCTUATION)  # « la Mutualité sociale agricole, »
    if u.language == "fr" and _of_body(u, start, end):
        end = _lower_end(u, end, stop)
    while end < stop and u.low[end] in links:
        j = end + 1
        while j < stop and j < end + 3 and u.flags[j] & c.DEFINITE and not u.flags[j] & CAPITAL:
            j += 1
        if j < stop and u.flags[j] & CAPITAL:
            end = run_end(u, j, stop)
            if u.flags[end - 1] & GENITIVE:
                return end
            if u.language == "en" and topical(u, start, end):
                end = matters(u, end, stop)
        elif u.language == "fr" and j < stop and not u.flags[j] and u.words[j].isalpha():
            if j + 1 < stop and u.low[j + 1] == "de" and u.low[j + 2 : j + 3] in (["l'"], ["l’"]):
                return min(stop, j + 4)  # "la Cour des droits de l'homme"
            end = j + 1  # "l'Office de la mer", "le Service pour l'action extérieure"
            while end < stop and not u.flags[end] and u.low[end].endswith(_ADJECTIVAL):
                end += 1
            return end
        else:
            break
    return end


def _of_body(u: Unit, start: int, end: int) -> bool:
    """French: whether a noun of a body stands before a name, or letters for one in it."""
    if end - start > 1 and u.words[start].isupper():
        return bool(u.flags[start] & c.GROUP)
    before = start - 1 - (start > 1 and not u.flags[start - 1])
    return before >= 0 and bool(u.flags[before] & c.GROUP)


def _lower_end(u: Unit, end: int, stop: int) -> int:
    """French: the end of a body's name that goes on in lower case, before its verb:
    « l'association Eau vive demande », « le collectif Rivières sans barrages refuse »."""
    last = end + (u.low[end : end + 1] != [] and u.low[end] in _CAUSES)
    if last + 1 >= min(stop + 1, len(u.flags)) or not u.words[last].isalpha():
        return end
    infinitive = last > end and u.low[last].endswith(("er", "ir", "re"))
    if (u.flags[last] and not (last > end and u.low[last] == "tous")) or infinitive:
        return end
    following = u.flags[last + 1]
    verb = following & (c.VERB | c.AUX) and not following & (CAPITAL | c.ROLE | c.GROUP)
    return last + 1 if verb or u.words[last + 1] == "," else end


#: Prepositions before what the name of a body is for or against.
_CAUSES = frozenset("pour sans contre".split())


def matters(u: Unit, end: int, stop: int) -> int:
    """Where the list ends of what a body is for, that goes on at token ``end``: after
    "Ministry of Ports" in "… , Canals and Inland Waters"; ``end`` if there is none."""
    at = end
    while at + 1 < stop:
        comma = u.words[at] == ","
        last = at + comma
        both = u.low[last] in ("and", "&")
        if not (comma or both):
            break
        begin = last + 1 if both else last
        run = _run(u, begin, stop)
        if run == begin or (run - begin == 1 and u.words[begin].isupper()):
            break
        at = run
        if both:
            return at
    return end


def _run(u: Unit, at: int, stop: int) -> int:
    """The end of at most three words with capitals that name nobody."""
    end = at
    while end < stop and u.flags[end] & CAPITAL and not u.flags[end] & GENITIVE:
        if u.low[end] in GIVEN:
            return at
        end += 1
    return end if end - at < 4 else at


def topical(u: Unit, start: int, end: int) -> bool:
    """Whether the tokens name a body by its noun and what it is for."""
    return any(u.low[at] in _TOPICAL and u.low[at + 1] in _FOR for at in range(start, end - 1))


def twin(u: Unit, at: int, end: int, stop: int) -> int:
    """Where a body's name ends of which the tokens ``at`` to ``end`` are the first part:
    "Stour" in "the Stour and Wye Hospital Trust"; ``end`` if it is none."""
    if end - at > 2 or end + 2 >= stop or u.low[end] != "and" or u.flags[end - 1] & c.GROUP:
        return end
    if u.low[at] in GIVEN or u.flags[at] & c.TITLE or u.flags[end - 1] & GENITIVE:
        return end
    last = _run(u, end + 1, stop)
    while last < stop and u.flags[last] & CAPITAL and not u.flags[last - 1] & GENITIVE:
        last += 1
    noun = u.flags[last - 1] & (c.GROUP | c.ROLE)
    whole = last - end > 2 and noun == c.GROUP and not u.low[last - 1].endswith("s")
    return last if whole else end


def listed(u: Unit, i: int, low: int) -> int:
    """The token where a body's name begins that a list ends at token ``i``, or -1."""
    both = False
    for at in range(i, max(low, i - _LONGEST) - 1, -1):
        word = u.low[at]
        both = both or word == "and"
        if both and word in _TOPICAL and u.low[at + 1] in _FOR:
            return at if matters_end(u, at, i + 1) == i + 1 else -1
        if not (u.flags[at] & CAPITAL or word in (",", "and", "the") or word in _FOR):
            return -1
    return -1


def matters_end(u: Unit, at: int, stop: int) -> int:
    """Where the name of a body ends whose noun stands at token ``at``."""
    end = at + 1
    while end < stop and u.low[end] in _FOR:
        begin = end + 1
        while begin < stop and u.low[begin] == "the":
            begin += 1
        run = begin
        while run < stop and u.flags[run] & CAPITAL:
            run += 1
        if run == begin:
            break
        end = matters(u, run, stop)
    return end


#: French nouns of what is named after somebody.
NAMED_AFTER = frozenset(
    """musée lycée collège fondation école hôpital centre institut université stade théâtre prix rue
    place avenue boulevard espace association groupe cabinet maison parc résidence salle
    médiathèque bibliothèque gymnase aéroport square cité galerie clinique""".split()
)


def after_office(u: Unit, start: int, end: int) -> tuple[int, int] | None:
    """The person in "Secretary of State Ann Lee": from a given name, or the last two."""
    for i in range(start + 1, end - 1):
        if given(u, i):
            return None if u.low[i - 1] in NAMED_AFTER else (i, end)
    capitals = u.flags[end - 1] & u.flags[end - 2] & CAPITAL and not u.flags[end - 2] & c.GROUP
    return (end - 2, end) if end - start >= 4 and capitals else None
