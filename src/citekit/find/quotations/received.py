"""German: clauses whose subject is told the words, not who says them: "Roth bekam zu hören,
sie sei „…“", "Roth wehrt sich gegen den Vorwurf, er habe „…“"."""

from __future__ import annotations

from itertools import pairwise

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, QUOTE, Unit

#: Why somebody else speaks than the subject of the clause.
HEARD = "said to the subject"
_GET = frozenset(
    """bekam bekommt bekamen bekommen kriegt kriegte kriegten kriegen erhielt erhält erhielten
    erhalten""".split()
)
_MUST = frozenset("muss musste mussten müssen müsse durfte durften".split())
_LET = frozenset("lässt ließ ließen lassen".split())
_HEAR = frozenset("erfuhr erfährt erfuhren hörte hört hörten".split())
_HEARD = frozenset("hören lesen spüren".split())
_TOLD = frozenset(
    """vorgeworfen vorgehalten gesagt beschieden mitgeteilt bescheinigt unterstellt nachgesagt
    attestiert gefragt aufgefordert gebeten ermahnt belehrt vertröstet erklärt""".split()
)
_TELL = frozenset(
    """sagen fragen erklären berichten erzählen vorwerfen vorhalten nachsagen versichern gefallen
    bescheinigen belehren bestätigen unterstellen""".split()
)
_BLAME = frozenset("vorwurf vorwürfe verdacht gerücht gerüchte behauptung unterstellung".split())
_REJECT = frozenset(
    """gegen mit zurück bestreitet bestritt bestreiten bestritten dementiert dementierte ausgesetzt
    wies weist""".split()
)
_PARTICLES = frozenset("auf zu weg heraus raus".split())


def receiving(u: Unit, low: int, q: int) -> tuple[int, int] | None:
    """The clause before the quotation at ``q`` whose subject the words are said to."""
    end = q - 1 if u.words[q - 1] == ":" else -1
    start = low
    for i in range(low, q):
        if u.flags[i] & QUOTE:
            return None
        if u.words[i] in ",:;" or i == end:
            if _receives(u, start, i, i == end) and not any(
                u.flags[k] & c.SAY and not u.flags[k] & (CAPITAL | c.PARTICIPLE)
                for k in range(i + 1, q)
            ):
                return start, i
            start = i + 1
    return None


def _receives(u: Unit, start: int, end: int, colon: bool) -> bool:
    """Whether the tokens of a clause say that its subject hears something; with a colon after
    it whoever rejects a reproach answers it."""
    words = u.low[start:end]
    if len(words) < 3:
        return False
    there = set(words)
    heard = any(a == "zu" and b in _HEARD for a, b in pairwise(words))
    if there & _GET and (heard or there & _TOLD or "antwort" in there):
        return True
    if there & _MUST and (words[-1] in ("anhören", "hören", "erfahren") or heard):
        return True
    letting = there & (_MUST | _LET) and "sich" in there and there & _TELL
    if letting and (words[-1] in _LET or there & {"lässt", "ließ", "ließen"}):
        return True
    if there & _HEAR and words[-1] not in _PARTICLES and not there & {"es", "man"}:
        return not words[-1].endswith("en")  # but "Roth hörte jemanden rufen: „…“"
    passive = any(
        u.flags[i] & c.BE and u.low[i][:2] in ("wu", "wi", "wo") for i in range(start, end)
    )
    if passive and words[-1] in _TOLD:
        return "es" not in there
    return bool(there & _BLAME and there & _REJECT) and not colon


def announced(u: Unit, low: int, q: int) -> Phrase | None:
    """By whom a clause with its verb last says that the words were said: "…, nachdem aus der
    Fraktion erklärt worden war, das sei „…“"."""
    for i in range(low + 4, q):
        if u.words[i] != "," or u.low[i - 1] not in ("war", "ist", "sei", "wurde", "wird"):
            continue
        verb = i - 2 - (u.low[i - 2] == "worden")
        both = c.SAY | c.PARTICIPLE
        if u.flags[verb] & both != both:
            continue
        start = next((k for k in range(verb, low, -1) if u.words[k] in ",:;"), low)
        return teller(u, start, verb)
    return None


def teller(u: Unit, start: int, end: int) -> Phrase | None:
    """By whom the subject of such a clause is told the words: "von seinem Vater"."""
    for i in range(start, end - 1):
        if u.low[i] in ("von", "vom", "aus", "seitens") and not u.flags[i] & CAPITAL:
            phrase = parse(u, i + 1, end)
            if phrase is not None and (
                phrase.kind == "name"
                or (phrase.kind == "role" and u.flags[phrase.head] & (c.ROLE | c.GROUP))
                or (phrase.kind == "role" and u.low[i] == "aus" and u.flags[phrase.head] & CAPITAL)
            ):
                return phrase
    return None


_ASKED = frozenset("gefragt angesprochen befragt konfrontiert".split())
_QUESTION = frozenset("frage nachfrage rückfrage einwand".split())


def asked(u: Unit, low: int, q: int) -> int:
    """Where a clause without a finite verb of its own ends that only says what somebody was
    asked before the quotation at ``q``: "Gefragt, ob er das wisse: „…“", "Und auf die Frage,
    warum: „…“"; 0 if there is none."""
    at = low + bool(u.flags[low] & c.JOIN)
    first = next((i for i in range(at, q) if u.words[i] in ",:"), 0)
    words = u.low[at:first]
    if not words or len(words) > 6 or u.words[q - 1] != ":":
        return 0
    question = words[0] == "auf" and words[-1] in _QUESTION
    if not question and _ASKED.isdisjoint((words[0], words[-1])):
        return 0
    if any(u.flags[i] & (c.AUX | c.PRONOUN) for i in range(at, first)):
        return 0
    comma = max((i for i in range(first, q) if u.words[i] == ","), default=0)
    open_clause = u.words[first] == ":" or u.flags[comma + 1] & (c.SUBORDINATE | c.RELATIVE)
    return first if open_clause else 0
