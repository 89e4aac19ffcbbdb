"""Noun phrases that may be speakers: names with titles, roles, groups, pronouns.

A light grammar over the tokens of :mod:`citekit.find.grammar.tokens`: determiner, words,
names, prepositional phrase.  It reads what newspapers and papers print beside speech;
it is no parser of the language.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.cues.english import KEPT_TITLES, PAPERS, STAFF
from citekit.find.cues.names import GIVEN, LEGAL_FORMS
from citekit.find.grammar.bodies import after_office, linked, twin
from citekit.find.grammar.bounds import (
    addressed,
    behind_office,
    demonstrative,
    german_goes_on,
    given,
    initial,
    kind_letters,
    leads_to_role,
    occasion,
    of_party,
    opens_plural,
    relative_article,
    reporting_infinitive,
    run_end,
    spoken_to,
    verb_begins,
)
from citekit.find.grammar.series import behind_link
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

LONGEST = 26
#: Endings of German nouns that stand behind a name: "wies Ada Roth Vorwürfe zurück".
_NOUN_ENDINGS = ("e", "en", "er", "ung", "heit", "keit", "tion", "schaft", "nis", "tum")
#: Bits that are asked of nearly every word, put together once: of what parts phrases; of
#: nouns of persons and groups, and of titles; of words that refer by themselves.
_PARTED = PUNCTUATION | QUOTE | c.JOIN | c.SUBORDINATE | c.RELATIVE | c.AUX | c.TO
_KNOWN = c.ROLE | c.GROUP
_CALLED = _KNOWN | c.TITLE
_CITED = c.WORK | c.SPEECH | c.SHEET
_REFERRING = c.PRONOUN | c.TIME


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` as a speaker.

    ``kind`` is ``name`` (of a person or a group), ``role`` ("a spokesman"), ``pronoun``
    or ``self``.  ``names`` are the token spans of the names, without titles; ``head`` is
    the token of the noun.  ``definite`` says that the phrase may refer back.
    """

    start: int
    end: int
    kind: str
    names: tuple[tuple[int, int], ...] = ()
    head: int = -1
    definite: bool = False


def parse(u: Unit, at: int, stop: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that begins at token ``at`` and ends before ``stop``, or None."""
    if at >= stop or depth > 2:
        return None
    flags = u.flags
    bits = flags[at]
    if bits & c.PRONOUN and not bits & CAPITAL:
        return Phrase(at, at + 1, "self" if bits & c.SELF else "pronoun", definite=True)
    word = u.low[at]
    if u.language == "de" and word in ("letzterer", "letztere"):
        return Phrase(at, at + 1, "pronoun", definite=True)
    latter = word in _LATTER and at + 1 < stop and u.low[at + 1] in _LATTER[word]
    if latter and (u.low[at + 1] != "même" or at + 2 >= stop or not _same(u, at + 2)):
        return Phrase(at, at + 2, "pronoun", definite=True)
    i = at
    definite = False
    while i < stop and i < at + 3 and flags[i] & c.DETERMINER and not flags[i] & CAPITAL:
        if i > at and u.low[i - 1] == "her" and u.low[i] in ("a", "an", "the"):
            return None  # "who sent her a card"
        if i > at and u.low[i] in ("someone", "somebody"):
            return None  # "In Platform Seven someone had written …"
        if i > at and u.language == "de" and relative_article(u, at, stop):
            return None  # "das eine Schülerin …"
        if i > at and u.low[i] in ("des", "du") and u.low[i - 1] in ("un", "une"):
            break  # « l'un des deux hommes »
        if i > at and u.low[at] == "das" and u.low[i] in ("der", "die", "ein", "eine"):
            return parse(u, i, stop, depth)  # "nannte das der Chef"
        definite = definite or bool(flags[i] & (c.DEFINITE | c.POSSESSIVE))
        i += 1
    if i < stop and i > at and u.low[i] in _OF[u.language]:
        begin = i if u.low[i] in ("des", "der") else i + 1
        begin += u.low[begin : begin + 1] == ["entre"]  # « l'un d'entre eux »
        if begin < stop and u.low[begin] in _THEM and not u.flags[begin] & c.DETERMINER:
            return Phrase(at, begin + 1, "role", (), at)
        inner = parse(u, begin, stop, depth + 1)
        if inner is not None:
            return Phrase(at, inner.end, "role", (), at)
        return None
    acts = i == at + 1 < stop and flags[i] & (c.VERB | c.AUX | c.ADVERB)
    if acts and u.low[at] in _LONE and not (flags[i] & c.ROLE and u.low[i][-1] != "s"):
        return Phrase(at, i, "role", (), at)  # but "one judge"
    inside = _in_body(u, at, stop, depth)
    if inside is not None:
        return inside
    if i == at + 1 and demonstrative(u, at, stop):
        return Phrase(at, i, "pronoun", definite=True)  # "Der hat Bedenken"
    determined = i > at
    if u.language == "de" and _one(u, at):
        return Phrase(at, at + 1, "role", (), at)
    if u.language == "de" and determined and i < stop and flags[i] & c.PREPOSITION:
        return extended(u, at, i, stop, definite)
    if i < stop and flags[i] & NUMBER:
        i += 1
        determined = True
    return _words(u, at, i, min(stop, at + LONGEST), determined, definite, depth)


def _same(u: Unit, i: int) -> bool:
    """French: whether a noun follows « le même »."""
    return bool(u.flags[i] & (c.ROLE | c.GROUP)) and not u.flags[i] & (CAPITAL | c.AUX)


def extended(u: Unit, at: int, i: int, stop: int, definite: bool) -> Phrase | None:
    """German: determiner, a phrase with a preposition, participle and noun: "ein mit dem
    Fall vertrauter Anwalt"."""
    flags = u.flags
    if flags[i] & CAPITAL:
        return None
    for n in range(i + 3, min(stop, i + 8)):
        if flags[n - 1] & (PUNCTUATION | QUOTE | c.AUX):
            return None
        if (
            flags[n] & CAPITAL
            and u.words[n - 1].islower()
            and u.low[n - 1].endswith(("e", "er", "en", "es", "em"))
            and not (flags[n - 1] | flags[n - 2]) & (c.PREPOSITION | c.DETERMINER)
        ):
            return Phrase(at, n + 1, "role", (), n, definite)
    return None


def _words(
    u: Unit, at: int, i: int, stop: int, determined: bool, definite: bool, depth: int
) -> Phrase | None:
    """What follows the determiner: words and names up to what cannot belong to them."""
    flags = u.flags
    german = u.language == "de"
    runs: list[tuple[int, int]] = []
    head = -1
    role_before = False
    while i < stop:
        bits = flags[i]
        named = bits & c.PARTICLE and u.words[i][0].isupper() and i > at and i + 1 < stop
        if role_before and determined and head == i - 1 and of_party(u, i):
            i += 1
            continue
        if determined and head < 0 and not runs and kind_letters(u, i, stop):
            head = i
            i += 2
            continue
        if (
            bits & CAPITAL
            or (not runs and not determined and u.low[i] in ("de", "von", "van"))
            or (named and flags[i + 1] & CAPITAL)  # "le restaurant Le Zinc"
        ):
            end = run_end(u, i, stop)
            if end == i:
                break
            if i == at + 1 and definite and u.language == "en":
                end = twin(u, i, end, stop)
            runs.append((i, end))
            i = end
            if flags[i - 1] & GENITIVE and i < stop and not flags[i] & PUNCTUATION:
                definite = True
                continue
            if german and not german_goes_on(u, i, stop):
                break
            continue
        if bits & _PARTED:
            break
        if runs and determined and i == runs[-1][1] and u.low[i] in ("one", "ones"):
            return Phrase(at, i + 1, "role", (), i, definite)  # "a Northern one"
        if bits & c.PREPOSITION or (bits & c.DETERMINER and not bits & _KNOWN):
            break
        if bits & _REFERRING or (bits & c.CLITIC and not bits & c.DETERMINER):
            break
        if runs and at == runs[0][0] and i == runs[0][1] and opens_plural(u, at, i, stop):
            return Phrase(at, i + 1, "role", (), i)
        if runs and depth and flags[i - 1] & GENITIVE and bits & _CITED and not german:
            return Phrase(at, i + 1, "role", (), i, definite)  # "a review of Roth’s book"
        if runs and (bits & NUMBER or not leads_to_role(u, i, stop)):
            break
        if bits & c.VERB and not bits & _KNOWN:
            before_noun = head < 0 and not runs and determined
            before = flags[i - 1] & c.DETERMINER or u.low[at] in ("a", "an")  # "a police report"
            if bits & (c.NOUNLIKE | c.BASE) and i > at and before:
                head = i
                i += 1
                continue
            if not (before_noun and bits & (c.PARTICIPLE | c.GERUND | c.NOUNLIKE | c.BASE)):
                break
            if i > at + 1 and i + 1 < stop and flags[i + 1] & (c.DETERMINER | c.PRONOUN):
                break  # "the second reminded her"
            if i > at + 1 and u.low[i + 1 : i + 2] in (["that"], [":"]):
                break  # "the port hinted that", "the placards read: …"
        if bits & c.ADVERB and not bits & _KNOWN and not (determined and head < 0):
            break
        if i > at + 1 and not bits and verb_begins(u, i, stop):
            break
        if role_before and not bits and u.language == "fr" and u.words[i + 1 : i + 2] == [":"]:
            break  # « Le maire assume : »
        if not u.words[i][0].isalpha() and not bits & NUMBER:
            break
        if u.low[i] in _RIGHT and u.low[i + 1 : i + 2] in (["après"], ["avant"]):
            break  # « les élèves juste avant la fin »
        if bits & _CALLED:
            head = i
            role_before = bool(bits & c.ROLE)
        elif head < 0 and bits & GENITIVE:
            definite = True
        deputy = (
            head >= 0
            and not runs
            and not determined
            and not bits
            and any(flags[j] & c.ROLE for j in range(i + 1, min(i + 3, stop)))
        )  # "chief nursing officer Ada Roth"
        office = deputy or (head >= 0 and flags[head] & _CALLED == c.TITLE and not bits)
        if head < 0 or runs or determined or office or bits & _CALLED:
            i += 1
        else:
            break
    if i == at or (i == at + 1 and determined and not runs and head < 0):
        lone = i == at + 1 and flags[at] & c.INDEFINITE and u.low[at] in _LONE
        return Phrase(at, i, "role", (), at) if lone else None
    if runs and runs[-1][1] == i:
        return _named(u, at, i, stop, runs, head, role_before, determined, definite, depth)
    return _role(u, at, i, stop, head if head >= 0 else i - 1, determined, definite, depth)


def _in_body(u: Unit, at: int, stop: int, depth: int) -> Phrase | None:
    """English: "somebody in the ministry", "someone at the bank"."""
    if u.low[at] not in ("someone", "somebody") or at + 2 >= stop or u.language != "en":
        return None
    if u.low[at + 1] not in ("in", "at", "from", "inside", "within"):
        return None
    inner = parse(u, at + 2, stop, depth + 1)
    if inner is None or inner.kind not in ("role", "name"):
        return None
    return Phrase(at, inner.end, "role", (), at)


def _one(u: Unit, at: int) -> bool:
    """German: whether "einer" stands alone for somebody: "ruft einer aus der Reihe"."""
    before = u.flags[at - 1] if at else 0
    alone = u.flags[at + 1] & (PUNCTUATION | c.PREPOSITION) if at + 1 < len(u.flags) else 1
    return u.low[at] == "einer" and bool(alone) and bool(before & c.VERB)


_OF = {
    "en": ("of",),
    "de": ("von", "unter"),
    "fr": ("de", "d'", "d’", "des", "d'entre", "parmi"),
}
_THEM = frozenset("them us you ihnen uns elles eux nous those these".split())
#: Determiners that stand for a person or several by themselves.
_LONE = frozenset("someone somebody jemand einer quelqu'un quelqu’un one another"
                  " some many others both several viele einige manche alle beide"
                  " mehrere certains certaines plusieurs beaucoup tous".split())  # fmt: skip


def _named(
    u: Unit, at: int, i: int, stop: int, runs: list[tuple[int, int]], head: int,
    role_before: bool, determined: bool, definite: bool, depth: int,
) -> Phrase | None:  # fmt: skip
    """A phrase that ends with a name."""
    start, end = runs[-1]
    german_noun = u.language == "de" and determined
    bare = determined and (head < 0 or bool(u.flags[head] & c.GROUP and u.language == "fr"))
    finish = end if german_noun else linked(u, start, end, stop, bare)
    if finish > end:
        whole = Phrase(at, finish, "name", ((start, finish),), start, definite)
        if u.flags[end - 1] & c.TITLE and end - start <= 3:
            inner = after_office(u, end, finish)
            if inner is not None:
                return whole._replace(names=(inner,))
            return whole._replace(kind="role", names=(), head=end - 1, definite=True)
        return whole
    name = personal(u, start, end)
    if name is None:
        if u.language == "de" and end - start == 1 and not determined:
            return Phrase(at, i, "role", (), end - 1, definite)
        return _role(u, at, i, stop, end - 1, determined, definite, depth)
    if determined and head < 0 and u.flags[end - 1] & c.GROUP and u.language == "fr":
        return _role(u, at, i, stop, end - 1, determined, definite, depth)
    office = german_noun and end - start == 2 and u.words[end : end + 1] == [","]
    if office and name == (end - 1, end) and u.cues.words.get(u.low[end - 1], 0) & c.ROLE:
        return _role(u, at, i, stop, end - 1, True, definite, depth)  # "Der Vorsitzende Richter, …"
    if german_noun and head < 0 and name == (start, end):
        return _german_noun(u, at, i, stop, start, end, definite, depth)
    article = u.flags[at] & c.DETERMINER and start == at + 1
    if article and head < 0 and name == (start, end):
        return Phrase(at, i, "name", ((at, end),), start, definite)
    if determined and head >= 0 and not role_before and u.flags[head] & c.ROLE:
        role_before = True
    names: list[tuple[int, int]] = [name]
    # "Ann Lee and Bob Roy", "A, B and C" are read as several names.
    j = i
    while depth < 2 and (k := behind_link(u, names, j, stop)):
        other = parse(u, k, stop, 2)
        if other is None or other.kind != "name":
            break
        names.extend(other.names)
        j = other.end
    return Phrase(at, j, "name", tuple(names), name[0], definite)


def _german_noun(
    u: Unit, at: int, i: int, stop: int, start: int, end: int, definite: bool, depth: int
) -> Phrase | None:
    """Article and nouns: a name only if there are two words or a given name ("der Anwalt
    Jan Roth", "die Bundesbank")."""
    if end - start >= 3 or (end - start == 2 and given(u, start)):
        first = start if given(u, start) else start + 1
        return Phrase(at, i, "name", ((first, end),), first, definite)
    body = u.flags[start] & (c.GROUP | c.ROLE) == c.GROUP and not u.flags[end - 1] & c.GROUP
    return _role(u, at, i, stop, start if body else end - 1, True, definite, depth)


#: Two words that stand for who was named last, by the first of them.
_LATTER = {
    "ce": ("dernier",),
    "cette": ("dernière",),
    "ces": ("derniers", "dernières"),
    "the": ("latter",),
    "le": ("même",),
    "la": ("même",),
}


def trade(word: str) -> bool:
    """Whether an English word before two names is a trade or rank by its ending: "Trooper
    Ada Roth"."""
    return len(word) > 5 and word.endswith(("er", "or")) and word.lower() not in GIVEN


#: German nouns before the name of whoever says the next words: "Antwort Roth: „Ja.“".
_ANSWERS = frozenset("""antwort frage nachfrage gegenfrage rückfrage kommentar fazit reaktion
    einwand replik zwischenruf originalton urteil""".split())  # fmt: skip


def personal(u: Unit, start: int, end: int) -> tuple[int, int] | None:
    """The name in a run of capitals without the titles before it; None if it is all title."""
    flags = u.flags
    if "&" in u.words[start:end] or (end - start > 1 and u.words[end - 1] in LEGAL_FORMS):
        return start, end  # a firm
    if u.language == "en" and end - start > 1 and flags[end - 1] & (c.GROUP | c.ROLE) == c.GROUP:
        return start, end  # "the State Department"
    article = start > 0 and flags[start - 1] & c.DEFINITE
    bodies = {1: PAPERS, 2: STAFF}.get(end - start, frozenset())
    if u.language == "en" and article and u.low[start] in bodies:
        return start, end
    first = start
    if u.language == "de" and u.low[start] in _ANSWERS and end - start > 1:
        start = first = start + 1
    for i in range(end - 2, start - 1, -1):
        particle = flags[i] & c.PARTICLE and not u.words[i].isupper()  # "Di Maio", not "DI Roth"
        if flags[i] & c.TITLE and not particle and not given(u, i):
            first = i + 1
            break
    while first < end - 1 and len(u.words[first]) > 3 and u.words[first].endswith("."):
        if u.words[first].count(".") > 1:
            break
        first += 1
    english = u.language == "en" and first == start and end - start > 2
    if english and trade(u.words[start]):
        first = start + 1
    # French writes what somebody is in lower case, but not « le Lyonnais Jean Roy ».
    bare = u.language == "fr" and not (start and flags[start - 1] & c.DETERMINER)
    bare = bare and not u.words[start].isupper()  # « le délégué CGT Jean Roy »
    if first == start and end - start > 2 and not bare:
        for i in range(start + 1, end - 1):
            if given(u, i) and not given(u, i - 1) and not initial(u, i - 1):
                first = i
                break
    if first == start and u.language == "de" and end - start > 2 and not given(u, start):
        first = behind_office(u, start, end)
    if first == end - 1 and first > start and len(u.words[first]) < 3:
        return first - 1, end
    if first == end - 1:
        if u.words[first] == "S." and end < len(flags) and flags[end] & NUMBER:
            return None  # the page: "(Roth 2014, S. 31)"
        only = flags[first]
        plural = u.low[first].endswith("s") and not u.low[first].endswith("ss")
        if plural and only & c.GROUP and u.language != "de" and start == first:
            return None
        if only & (c.TITLE | c.ROLE) and (u.language != "de" or start == first or only & c.GROUP):
            return None if start == first or only & c.TITLE else (first, end)
        if first > start and u.low[first - 1] in KEPT_TITLES:
            return first - 1, end
    if u.language == "de" and start < first < end - 2 and not given(u, first + 1):
        last = first + 1
        while last < end - 1 and (
            initial(u, last) or (flags[last] & c.PARTICLE and u.words[last].islower())
        ):
            last += 1
        whole = last == end - 2 and flags[end - 1] == CAPITAL and u.low[last][-1] != "s"
        whole = whole and not u.low[end - 1].endswith(_NOUN_ENDINGS)
        return first, end if whole else last + 1  # "Jan Roth Lee", but "Jan Roths Kritik"
    return first, end


def _role(
    u: Unit, at: int, i: int, stop: int, head: int, determined: bool, definite: bool, depth: int
) -> Phrase | None:
    """A phrase whose head is a common noun, with one complement."""
    head_bits = u.flags[head]
    known = head_bits & _CALLED
    if not determined and not known and not u.low[head].endswith("s"):
        return None
    links = _COMPLEMENTS.get(u.language, frozenset())
    end = i
    if end + 1 < stop and u.flags[end + 1] & c.TIME:
        stop = end
    if u.language == "de" and head_bits & c.ROLE and depth < 2:
        end = _theirs(u, end, stop, depth)
    if end < stop and u.low[end] in links and depth < 2:
        begin = end + 1
        if spoken_to(u, head, end, stop) or occasion(u, end, stop):
            return Phrase(at, end, "role", (), head, definite)
        if reporting_infinitive(u, begin) or addressed(u, at, end, stop, depth):
            return Phrase(at, end, "role", (), head, definite)
        if u.low[end] == "von" and u.flags[begin + 1 : begin + 2] and u.flags[begin + 1] & QUOTE:
            return Phrase(at, end, "role", (), head, definite)  # "sprach X von einer „…“"
        if u.language == "de" and u.low[end] in ("des", "der"):
            begin = end
        if u.language == "fr" and u.low[end] in ("du", "des", "au", "aux"):
            begin = end
        counted = begin + 1 < len(u.low) and u.low[begin] in _CHILDREN
        if counted and u.flags[begin + 1] & (c.VERB | c.AUX | PUNCTUATION):
            return Phrase(at, begin + 1, "role", (), head, definite)  # "the mother of two said"
        inner = parse(u, begin, stop, depth + 1)
        day = begin + (u.language == "fr" and u.low[begin : begin + 1] in _CONTRACTED)
        if inner is None and u.flags[day : day + 1] == [NUMBER] and u.low[end] != "vom":
            end = day + 1  # "a pamphlet of 1803", « l'avis du 12 janvier 1993 »
            while end < min(stop, day + 3) and u.flags[end] & (c.TIME | NUMBER):
                end += 1
        elif inner is not None and inner.kind != "pronoun":
            last = inner.names[-1] if inner.names else None
            if last is not None and known and last[1] == inner.end and u.language != "en":
                person = after_office(u, begin, inner.end)
                if person is not None and person[0] > begin:
                    return Phrase(at, inner.end, "name", (person,), person[0], definite)
            end = inner.end
            whole = last is not None and last[1] == end and head_bits & (c.GROUP | c.ROLE)
            if whole and last is not None and u.language == "fr" and inner.kind == "name":
                # « la direction de Rives du Lac »
                end = linked(u, last[0], end, stop, True)
        elif inner is not None and inner.end - inner.start > 1:
            end = inner.end  # « le courriel de cette dernière »
        elif (
            (u.low[i] in _GENITIVES or u.low[i : i + 2] == ["en", "scène"])
            and begin < stop
            and not u.flags[begin]
            & (PUNCTUATION | QUOTE | c.PRONOUN | (c.TO if u.language == "fr" else c.VERB))
            and not (u.language == "en" and u.flags[begin] & c.ADVERB)  # "for so long"
            and (u.language != "de" or u.flags[begin] & CAPITAL)
        ):
            end = begin + 1
            passing = c.PARTICLE | c.TIME | (c.TITLE | c.ROLE if u.language == "en" else 0)
            while end < stop and not u.flags[end] & ~passing and u.words[end].isalpha():
                if u.language == "fr" and verb_begins(u, end, stop):
                    break
                end += 1
    return Phrase(at, end, "role", (), head, definite)


def _theirs(u: Unit, end: int, stop: int, depth: int) -> int:
    """German: where a noun of a person ends, with whose he is before the verb: "Ein Beamter
    seiner Direktion sagte"; behind the verb it may be whom he speaks to."""
    if end + 2 > stop or u.low[end] not in ("seiner", "ihrer", "seines", "ihres"):
        return end
    inner = parse(u, end, stop, depth + 1)
    verb = inner is not None and inner.kind == "role" and u.flags[inner.end : inner.end + 1]
    return inner.end if inner is not None and verb and verb[0] & (c.VERB | c.AUX) else end


_COMPLEMENTS = {
    "en": frozenset("of for at from with in on to by".split()),
    "fr": frozenset("de d' d’ du des à au aux chez pour en".split()),
    "de": frozenset("des der vom von für".split()),
}
_RIGHT = frozenset("bien juste peu longtemps".split())
_CHILDREN = frozenset("two three four five six zwei drei vier fünf deux trois quatre cinq".split())
_CONTRACTED = (["du"], ["des"], ["au"], ["aux"])
_GENITIVES = frozenset("of for de d' d’ du des der vom von für".split())
