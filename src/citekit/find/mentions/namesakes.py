"""Surnames that name no author where they stand: common words that a sentence begins with
("Young voters say", "Banks argue", "Petit à petit, elle …"), plurals ("two Lees"), and
somebody whom a text brings in as the day's news do, with an age, an office, a trade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citations.resolve import compatible_given
from citekit.find.citingverbs import AUXILIARIES, BESIDE_VERBS, COPULAS, IRREGULAR
from citekit.find.citingwords import (
    CLAIM_VERBS,
    CLAIM_WORDS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    OFFICES,
    ROLES,
    THEORY_NOUNS,
    WORK_NOUNS,
)
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.anaphora import NATIONALS, is_writer
from citekit.find.mentions.clauses import is_thought
from citekit.find.works import Catalogue, NameHit

#: Particles that are prepositions as often.
PREPOSITIONS = frozenset(("von", "vom", "de", "du", "des", "zu", "zur"))
#: What stands after an author's name.
CUES = (
    CLAIM_WORDS
    | NAMING_VERBS
    | THEORY_NOUNS
    | frozenset("that how why whether dass daß wie warum weshalb que qu comment pourquoi".split())
    | frozenset("zufolge gesprochen sprechen reden heißt goes hat hatte".split())
)
_ARTICLE = re.compile(r"(?:^|\W)(?:(?:the|an?|le|la|une?)\s|l['’])\S+$", re.I)
#: Words that a text says of an author whom it names: "the late Name".
_QUALITIES = frozenset(
    "late young great old early later older mature classic jeune grand vieux dernier second "
    "premier même seul bon "
    "battered dog-eared thumbed well-thumbed annotated tattered secondhand second-hand".split()
)
#: A given name and a family name, as prose has them.
_NAME = r"\b[A-ZÀ-Ý][a-zß-ÿ]+(?:\s[A-Z]\.)?\s[A-ZÀ-Ý][a-zß-ÿ]+"
FULL_NAME = re.compile(_NAME)
#: Somebody in full, or with what he is: "Ann Lee", "Lee, the editor,".
SOMEBODY = re.compile(
    rf"(?!\b(?:The|This|Der|Die|Das|Dem|Den|Eine?|Les?|La|Une?|Ce)\s){_NAME}|(?<=[^\W\d_]),\s(?:the|an?|le|la|une?|der|die|eine?)\s[^,]{{3,40}},"
)
#: What stands between two sentences.
_STOPS = (".", "!", "?", ":", "…", "")
_OPENED = " \u00a0\n\"'“‘«‹„*_([#>-–—"
#: The words after a name, in lower case.
_FOLLOWING = re.compile(
    r"\s(?P<first>[a-zß-ÿ][\w-]*)(?:\s(?P<second>[a-zß-ÿ][\w-]*)(?P<clause>\s(?:that|how|why|whether)\b|[,:])?)?"
)
#: French: what somebody is, before the pronoun that stands for him: "Petit commerçant, il".
_FRENCH = re.compile(
    r"\s(?P<first>[a-zß-ÿ][\w-]*)(?:\s[a-zß-ÿ][\w'’-]*){0,3},"
    r"\s(?:il|elle|ils|elles|on)\s(?!est\svrai|faut)"
)
_ADVERBS = (
    BESIDE_VERBS["en"]
    | AUXILIARIES["en"]
    | COPULAS["en"]
    | FUNCTION_WORDS
    | frozenset(
        """alone elsewhere nonetheless nevertheless sometimes always perhaps besides afterwards
    today himself herself themselves further furthermore together convincingly likewise""".split()
    )
)
#: Forms of verbs of claim that need a plural; those that are no nouns.
_PLURAL = frozenset(
    verb for verb in CLAIM_VERBS if verb + "s" in CLAIM_VERBS and verb not in IRREGULAR
)
_NOUNS = frozenset(
    """claim report state view note reason question stress show point contrast object value credit
    fear worry doubt record account study""".split()
)
#: Before a plural.
_SEVERAL = frozenset(
    """the two three four both several many all these those other few
    die der den zwei drei vier beide beiden mehrere viele alle diese
    les des deux trois quatre plusieurs tous ces""".split()
)
_VERBS = (
    _PLURAL
    | {verb + "s" for verb in _PLURAL}
    | {verb for verb in CLAIM_VERBS if verb.endswith("ed")}
    | {"said", "thought", "wrote", "found", "held"}
)


def is_adverb(word: str) -> bool:
    """Whether a word before a surname is an adverb and no given name: "Lastly Lee argues"."""
    return word.endswith("ly") and word not in GIVEN


_CAPITAL_NEXT = re.compile(r"\s([^\W\d_a-zß-ÿ][^\W\d_]+)")


def is_given(text: str, hit: NameHit) -> bool:
    """German: whether a genitive is another's given name: "Hans Mommsens", not Han's."""
    if text[hit.start : hit.end].lower() not in GIVEN:
        return False
    found = _CAPITAL_NEXT.match(text, hit.end)
    word = "" if found is None else found[1].lower()
    return bool(word) and word not in WORK_NOUNS | THEORY_NOUNS and not is_thought(word)


def is_plural(text: str, start: int) -> bool:
    """Whether a surname with an s stands for several people: "two Lees", "die Manns"."""
    before = text[max(0, start - 20) : start].lower().split()
    return bool(before) and before[-1] in _SEVERAL


def is_common_word(text: str, start: int, end: int) -> bool:
    """Whether a surname that begins a sentence is none there: a noun
    follows before the verb, or the verb is a plural's."""
    before = text[max(0, start - 12) : start]
    bare = before.rstrip(_OPENED)
    if bare[-1:] not in _STOPS and "\n\n" not in before:
        return False
    french = _FRENCH.match(text, end)
    if french is not None and french["first"] not in CLAIM_WORDS:
        return True
    found = _FOLLOWING.match(text, end)
    if found is None:
        return False
    first, second, clause = found["first"], found["second"] or "", found["clause"] is not None
    if first in _PLURAL and first not in _NOUNS:
        return True  # "Banks argue"
    if first in _ADVERBS or first.endswith("ly") or second not in _VERBS:
        return False
    if first.endswith("s"):  # or a verb: "Field reports claims"
        return (second in _PLURAL and second not in _NOUNS) or (clause and second[-1] != "s")
    return not (first.endswith("ed") or first in IRREGULAR)


_AGE = re.compile(
    r"(?:,\s|\s\()(?:\d{1,2}|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vier|drei)(?:\sans|\syears?\sold)?[,)]"
)
_PARTY = re.compile(r"\s\((?:[A-ZÄÖÜ]{2,6}|Grüne|Linke|[DR])(?:[-–,][^()]{1,20})?\)")
_ROLE = re.compile(r",\s(?P<role>[^,.;:()\n]{3,60})[,.]")
_APPOSED = re.compile(
    r",\s(?P<article>the|an?|le|la|une?|der|die|das|eine?|her|his|ihr|sein|l['’])\s?(?P<role>[^,.;:()\n]{3,60}),"
)
#: What somebody is who speaks to the press.
_PUBLIC = OFFICES | frozenset(
    """democrat republican assemblyman assemblywoman councilman councilwoman lawmaker supervisor
    spokesperson leiter leiterin geschäftsführer geschäftsführerin vorsitzender vorsitzende
    mp mep msp landrat landrätin conseiller conseillère porte-parole élu élue""".split()
)
_RELATIVES = frozenset("who whose whom der die deren dessen qui dont".split())
_RETIRED = re.compile(
    r"\b(?:retired|pensionierter?|verrenteter?|im Ruhestand|retraitée?|à la retraite)\b"
)
#: What those are who seldom write books: trades, most of them of the hand.
_TRADES = frozenset(
    """plumber dentist carpenter joiner baker butcher electrician bricklayer roofer mechanic welder
    miner driver hairdresser barber florist gardener postman janitor caretaker waiter waitress
    shopkeeper grocer nurse midwife firefighter policeman policewoman
    klempner schreiner tischler bäcker metzger elektriker maurer dachdecker mechaniker schlosser
    bergmann fahrer fahrerin friseur friseurin gärtner gärtnerin briefträger hausmeister kellner
    kellnerin verkäufer verkäuferin zahnarzt zahnärztin krankenschwester hebamme feuerwehrmann
    plombier menuisier charpentier boulanger boulangère boucher électricien maçon couvreur garagiste
    mineur chauffeur coiffeur coiffeuse fleuriste jardinier facteur concierge serveur serveuse
    épicier épicière dentiste infirmier infirmière pompier""".split()
)
#: Who writes books, by the ending.
SCHOLARLY = re.compile(
    r"(?:olog(?:e|en|in|innen|ist|ists|ue|ues)|oger|historian|iker(?:in)?|ist|istin|ian|ien|ienne|iste|author"
    r"|scholar|theorist|wissenschaftler(?:in)?|forscher(?:in)?|professor(?:in)?|chercheu[rs]e?|penseur"
    r"|denker(?:in)?|thinker|writer|schriftsteller(?:in)?|autor(?:in)?|auteure?|autrice)s?$"
)


def is_somebody(word: str) -> bool:
    """Whether a German noun before a surname says who somebody is, and is no given name: "die
    Amerikaner Lee und Park", "den Soziologen Lee"."""
    if word in NATIONALS or word.removesuffix("n") in NATIONALS:
        return True
    return word.endswith("en") and word not in GIVEN and is_writer(word)


def role_in(word: str) -> str:
    """A word in lower case without the place or field before the hyphen of a role:
    "US-Soziologe", "Yale-Historiker"."""
    role = word.rpartition("-")[2]
    return role if role in ROLES else word


def is_public(text: str, end: int) -> bool:
    """Whether a full name that ends at ``end`` is brought in as the day's news bring in
    people."""
    if _AGE.match(text, end) or _PARTY.match(text, end):
        return True
    apposed = _ROLE.match(text, end)
    if apposed is None:
        return False
    role = apposed["role"].lower().replace("’", " ").replace("'", " ").split()
    if not _PUBLIC.isdisjoint(role):
        return True
    told = role[0] in _RELATIVES or _writes([word for word in role if word not in _TRADES])
    return not told and (
        not _TRADES.isdisjoint(role) or _RETIRED.search(apposed["role"]) is not None
    )


def is_introduced(text: str, hit: NameHit) -> bool:
    """Whether a surname is followed by what one says of somebody new: an age, or, where a
    sentence begins, what he does, and that is not to write."""
    end = hit.end
    if text[end : end + 1] not in (",", " "):
        return False
    if _AGE.match(text, end):
        return True
    apposed = _APPOSED.match(text, end)
    if apposed is None or text[max(0, hit.start - 2) : hit.start].strip(" \n") not in (*".?!:", ""):
        return False
    if apposed["article"].startswith("d") and apposed["role"].rsplit(" ", 1)[-1].islower():
        return False  # "Name, die in Ort lehrt,"
    words = apposed["role"].lower().replace("-", " ").replace("’", " ").replace("'", " ").split()
    return not _writes(words)


def _writes(role: Sequence[str]) -> bool:
    """Whether the words say of somebody that he writes or does research."""
    return any(word in ROLES or word in WORK_NOUNS or SCHOLARLY.search(word) for word in role)


def matching(
    given: tuple[str, ...], works: tuple[tuple[int, int], ...], catalogue: Catalogue, called: bool
) -> tuple[tuple[int, ...], int]:
    """The entries of ``works`` whose author has the given name, and its first word; if he
    is ``called`` something before it, that is no name: "der Kanadier K. Name"."""
    for first in range(len(given)):
        words = given[first:]
        initial = first > 0 and len(words[0]) == 1
        if initial and not (called or SCHOLARLY.search(given[first - 1])):
            break  # "Thomas K.": the initial is no first name
        known: dict[tuple[str, ...], bool] = {}
        mine = []
        for entry, place in works:
            own = catalogue.entries[entry].authors[place].given
            if own not in known:
                known[own] = bool(own) and _is_called(words, own)
            if known[own] and entry not in mine:
                mine.append(entry)
        if mine:
            return tuple(mine), first
    return (), 0


def _is_called(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether given names may be an author's: his own, or those without the initial of a first
    name that he does not use ("Wright", "C. Wright")."""
    return compatible_given(words, own) or (
        len(own) > 1 and len(own[0]) == 1 and compatible_given(words, own[1:])
    )


def is_noun_of(following: str, word: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a word before a particle that is a preposition is a noun and no given name:
    "Lecture de Name"."""
    return (
        following.split(None, 1)[0].lower() in PREPOSITIONS
        and word not in GIVEN
        and not any(
            compatible_given((word,), catalogue.entries[entry].authors[place].given)
            for entry, place in hit.works
        )
    )


def is_trade(before: str, word: str) -> bool:
    """Whether a noun in lower case with its article stands before a surname: "the janitor
    Name", "la rue Name"."""
    if word in FUNCTION_WORDS or word in _QUALITIES or word in CUES or SCHOLARLY.search(word):
        return False
    return _ARTICLE.search(before) is not None
