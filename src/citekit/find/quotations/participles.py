"""French: whose words they are by a participle or a noun, not by the verb of the sentence: « les
« mensonges » dénoncés par Roux », « Dans la note, il est décrit comme « … » », « Elle rapporte ce
mot d'un élève : « … » », « Selon un proche, Roux redoutait un « … » »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.french import PARTICIPLES
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.backwards import ending_at, is_somebody
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, QUOTE, Unit

_TELLING = c.SAY | c.NAME | c.ACT
_LINKS = frozenset("de d' d’ comme".split())
_WHERE = frozenset("où lequel laquelle lesquels lesquelles".split())
#: Nouns of words that somebody has said.
_WORDS = frozenset(
    """mot mots formule phrase citation réplique boutade maxime aveu question remarque réponse
    exclamation conseil confidence avertissement sentence vers adage""".split()
)
#: Beginnings of verbs of giving somebody's words again.
_REPEATING = (
    "rapport", "cit", "rappel", "racont", "répét", "répèt", "évoqu", "souvien", "souven", "reti",
    "reten", "connaî", "reprend", "reprit", "gard", "entend", "livr", "transm", "emprunt",
)  # fmt: skip
#: Beginnings of verbs of what somebody wants or fears, which are not said in their own words.
_WANTING = (
    "redout", "craign", "craint", "souhait", "espér", "espèr", "préfér", "préfèr", "veu", "voul",
    "réclam", "exig", "envisag", "appréhend", "soupçonn",
)  # fmt: skip


def done_by(u: Unit, k: int, q: int) -> bool:
    """Whether the participle at ``k`` is a passive with whoever does it behind the words:
    « une décision qualifiée d'« historique » par les élus »."""
    bits = u.flags[k]
    beside = q - k == 1 or (q - k == 2 and u.low[q - 1] in _LINKS)
    by = beside and u.low[q + 1 : q + 2] == ["par"]
    shaped = u.low[k].endswith(PARTICIPLES) or bits & c.NAME
    done = shaped and bits & c.PARTICIPLE
    return bool(by and done and not u.flags[k - 1] & (c.AUX | c.CLITIC | c.PRONOUN))


def accused(u: Unit, q: int) -> bool:
    """Whether a participle begins the sentence, of whom the words are said, or the words go with
    one in a relative clause on whom somebody answers: « Accusé par Roux d'avoir « menti », le
    préfet conteste », « À un élu qui l'avait jugé « froid », Roux répondit »."""
    low = u.bounds(q)[0]
    if u.language != "fr" or q - low < 2:
        return False
    bits = u.cues.words.get(u.low[low], 0)
    if bits & c.PARTICIPLE and bits & _TELLING:
        return True
    answered = u.low[low] in ("à", "au", "aux") and "qui" in u.low[low + 1 : q - 1]
    return answered and bool(u.flags[q - 1] & _TELLING)


def behind_colon(u: Unit, low: int, k: int) -> Phrase | None:
    """The subject of the clause behind a colon that the participle at ``k`` goes on: « La ville a
    failli renoncer : la maire suspendait le projet en invoquant « … » »."""
    if u.language != "fr" or not u.flags[k] & c.GERUND or ":" not in u.words[low:k]:
        return None
    colon = k - 1 - u.words[low:k][::-1].index(":")
    found = clause_subject(u, colon + 1, k)
    return found if found is not None and found.end < k else None


def words_of(u: Unit, phrase: Phrase) -> Phrase | None:
    """Whose words the subject of a clause before a colon is: « Une phrase de Roux résume tout :
    « … » »."""
    if phrase.kind != "role" or u.low[phrase.head] not in _WORDS:
        return None
    whose = possessor(u, phrase.head, phrase.start)
    return whose if whose is not None and is_somebody(u, whose) else None


def spoken_by(u: Unit, q: int, high: int) -> Attribution | None:
    """Who is named behind a participle that follows the words: « les « mensonges » dénoncés par
    Roux », « la « crise » évoquée mardi par Roux »."""
    bits = u.flags[q + 1] if q + 4 < high else 0
    if not bits & c.PARTICIPLE or not bits & _TELLING or bits & (CAPITAL | c.GERUND):
        return None
    by = q + 2 + bool(u.flags[q + 2] & (c.ADVERB | c.TIME))
    phrase = parse(u, by + 1, high) if u.low[by] == "par" else None
    if phrase is None or not is_somebody(u, phrase):
        return None
    phrase = with_name(u, phrase, high)
    return Attribution(phrase, q + 1, phrase.end, "cue-after", 0.85, reason=u.low[q + 1])


def described_in(u: Unit, q: int, low: int) -> Attribution | None:
    """What describes somebody so, with nobody who does: « Dans le rapport, la maison est qualifiée
    d'« insalubre » », « un registre où il est décrit comme « … » »."""
    k = q - 2
    bits = u.flags[k]
    if u.low[q - 1] not in _LINKS or not (bits & c.PARTICIPLE and bits & c.NAME):
        return None
    if not u.flags[k - 1] & (c.BE | c.ADVERB):
        return None
    if u.low[low] in ("dans", "sur"):
        phrase = parse(u, low + 1, k)
        end = phrase.end if phrase is not None else 0
        if phrase is None or u.words[end] != ",":
            return None
    else:
        where = next((i for i in range(k - 1, low + 1, -1) if u.low[i] in _WHERE), 0)
        if not where:
            return None
        end = where - (u.low[where - 1] == "dans")
        phrase = ending_at(u, end - 1 - (u.words[end - 1] == ","), low, True)
    written = phrase is not None and u.flags[phrase.head] & (c.SHEET | c.WORK | c.GROUP)
    if phrase is None or not written:
        return None
    return Attribution(phrase, phrase.start, end, "cue-clause", 0.75, reason=u.low[k])


def repeated(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose words somebody gives again before a colon: « Elle rapporte ce mot d'un élève,
    recueilli en 1961 : « … » », « Roux aime à citer la formule de son père : « … » »."""
    if u.words[q - 1] != ":":
        return None
    for noun in range(q - 3, max(low + 1, q - 18), -1):
        if u.flags[noun] & QUOTE:
            return None
        if u.low[noun] not in _WORDS or not u.flags[noun - 1] & c.DEFINITE:
            continue
        whose = possessor(u, noun, low)
        if whose is None or whose.start < noun or not is_somebody(u, whose):
            return None
        aside = u.words[whose.end] == "," and not any(
            u.flags[i] & (c.SAY | c.AUX) & ~CAPITAL and not u.flags[i] & c.PARTICIPLE
            for i in range(whose.end, q - 1)
        )
        if whose.end != q - 1 and not aside:
            return None
        verb = next((k for k in range(low, noun) if u.low[k].startswith(_REPEATING)), -1)
        if verb < 0 or u.flags[verb] & CAPITAL:
            return None
        return Attribution(whose, noun, q - 1, "cue-before", 0.85, reason=u.low[noun])
    return None


def sourced(u: Unit, source: Attribution, found: Attribution, low: int) -> bool:
    """Whether the source that begins a sentence says what somebody else wants or fears: « Selon
    un proche, Roux redoutait un « drame » », or judges what somebody does: "According to Roth,
    expecting people to think so is “absurd”"."""
    phrase = source.phrase
    if u.language == "en" and phrase is not None and source.start <= low + 1:
        return u.low[max(low, found.end - 2)] == "to" and found.phrase is not None
    if u.language != "fr" or phrase is None or phrase.kind != "role" or source.start > low + 1:
        return False
    return found.reason.startswith(_WANTING)
