"""German: the subject of a sentence by what stands before its finite verb.

The finite verb stands second; the *Vorfeld* of the grammars before it holds one
constituent, of any kind: the subject is that constituent or stands after the verb.
"""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.backwards import oblique
from citekit.find.grammar.inverted import as_what, behind_verb, focused
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import participial, past_comma, verbal

_ACTING = c.ROLE | c.GROUP
#: Prefixes of German participles.
_PREFIXES = ("ge", "ver", "be", "er", "ent", "zer", "miss")
#: Endings of German words that may be finite verbs.
_GERMAN = tuple(
    """t te ten en ab ieß ing am ief ug and ang aß ag og ieb ank ahm ahl arf arb ach iel ied
    oss iss uhr ob or ann uchs ock oh uf""".split()
)


def german_subject(u: Unit, low: int, high: int) -> Phrase | None:
    """The subject of the main clause of the tokens ``low`` to ``high``, a German sentence."""
    flags = u.flags
    at = _past_dateline(u, low, high)
    while at < high and (
        (flags[at] & c.JOIN and not flags[at] & CAPITAL)
        or (flags[at] & PUNCTUATION and u.words[at] != "(")
    ):
        at += 1
    if at >= high or flags[at] & QUOTE:
        return None
    bits = flags[at]
    if bits & c.ADVERB:
        verb = next((k for k in range(at + 2, min(high, at + 14)) if verbal(u, k)), high)
        stressed = focused(u, at, verb)
        if stressed is not None:
            return with_name(u, stressed, high)
    manner = as_what(u, at, high)
    if manner:
        return after(u, manner + 1, high)
    opening = participial(u, at, high)
    if opening or (bits & (c.SUBORDINATE | c.RELATIVE) and not bits & CAPITAL):
        if u.low[at] == "wer":
            return None  # "Wer die Briefe liest, begegnet einem Mann": the clause is the subject
        for _ in range(4):
            at = past_comma(u, at, high)
            if at < high and verbal(u, at):
                return after(u, at + 1, high)
        return None
    view = _viewing(u, at, high)
    if view is not None:
        return view
    if not bits & (c.PREPOSITION | c.TIME | c.ADVERB) or bits & CAPITAL:
        phrase = parse(u, at, high)
        if phrase is not None and phrase.end < high and verbal(u, phrase.end):
            turned = behind_verb(u, phrase, phrase.end, high)
            if turned is not None:
                return with_name(u, turned, high)
        if phrase is not None and not _fronted(u, phrase, high):
            return _behind(u, phrase, high) or with_name(u, phrase, high)
    # The first constituent is something else: the subject follows the verb.
    beyond = _past_relative(u, at, high)
    if beyond:
        return after(u, beyond + 1, high)
    for k in range(at + 1, min(high, at + 20)):
        if u.words[k] in ",:":
            if k + 1 < high and not verbal(u, k + 1):
                continue
            return None
        if flags[k] & QUOTE:
            if k + 1 < high and verbal(u, k + 1):
                continue  # In seinem Buch „…“ beschreibt X …
            return None
        if u.low[k] in ("gibt", "gab", "gäbe") and u.low[k + 1 : k + 2] == ["es"]:
            return None
        if flags[k] & c.AUX or (flags[k] & c.VERB and not flags[k] & CAPITAL) or _second(u, k):
            found = after(u, k + 1, high)
            if found is not None or flags[k] & (c.AUX | c.VERB):
                return found
    return None


def _past_dateline(u: Unit, low: int, high: int) -> int:
    """The token after the place and agency before a report: "Lund (dpa) – Der Rat …", "Lund
    taz | Der Rat …"; ``low`` if there are none."""
    if not u.flags[low] & CAPITAL:
        return low
    for k in range(low + 1, min(high - 1, low + 8)):
        if u.words[k] in ("–", "—", "-", "|"):
            return k + 1 if u.words[k + 1][0].isupper() else low
        if not (u.flags[k] & (CAPITAL | PUNCTUATION) or (not u.flags[k] and len(u.words[k]) == 3)):
            return low
        if u.words[k] in ".:,;":
            return low
    return low


def _past_relative(u: Unit, at: int, high: int) -> int:
    """German: the finite verb after a first constituent with a relative clause: "Für die
    Partei, die das ablehnt, sprach Ada Roth"; 0 if there is none."""
    comma = next(
        (k for k in range(at, min(high, at + 14)) if u.words[k] in ",:" or verbal(u, k)), 0
    )
    if not comma or comma + 2 >= high or u.words[comma] != ",":
        return 0
    if not (u.flags[comma + 1] | u.flags[comma + 2]) & (c.DEFINITE | c.RELATIVE):
        return 0
    close = past_comma(u, comma + 1, min(high, comma + 24))
    return close if close < high and verbal(u, close) and u.words[close - 1] == "," else 0


def _viewing(u: Unit, at: int, high: int) -> Phrase | None:
    """German: in whose view something is: "Für Trainer Jan Roth ist das der Schlüssel"."""
    at += u.low[at] in ("auch", "selbst", "nur", "gerade")
    if u.low[at] != "für" or at + 2 >= high:
        return None
    phrase = parse(u, at + 1, high)
    if phrase is None or phrase.kind != "name" or len(phrase.names) > 1 or phrase.end >= high:
        return None
    start, end = phrase.names[0]
    named = end - start > 1 and not u.flags[end - 1] & c.GROUP
    return phrase if named and u.flags[phrase.end] & c.BE else None


def _behind(u: Unit, phrase: Phrase, high: int) -> Phrase | None:
    """The person after the auxiliary of a German sentence that a time or thing opens:
    "Drei Tage nach dem Brand hat Leiterin Roth …"."""
    flags = u.flags
    if phrase.kind != "role" or flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    k = phrase.end if flags[phrase.head] & CAPITAL else phrase.head
    if k + 1 < high and u.low[k + 1] in ("er", "sie") and verbal(u, k):
        return parse(
            u, k + 1, high
        )  # "Die bekam er nicht", "Ein schlechtes Gewissen hat sie nicht"
    for k in range(phrase.end, min(high, phrase.end + 10)):
        if flags[k] & (QUOTE | PUNCTUATION):
            return None
        if flags[k] & c.AUX and not flags[k] & CAPITAL and k + 1 < high:
            found = parse(u, k + 1, high)
            person = found is not None and (
                (found.kind == "name" and found.names[0][1] - found.names[0][0] > 1)
                or bool(flags[found.head] & c.ROLE)
            )
            return found if person and found is not None and not oblique(u, found) else None
    return None


def _second(u: Unit, k: int) -> bool:
    """Whether an unknown word in lower case is the verb after the first constituent: what
    stands before it ends a phrase."""
    before = u.flags[k - 1]
    word = u.low[k]
    ends = word.endswith(_GERMAN)
    if k > 1 and before & c.INDEFINITE and u.low[k - 2] in ("um", "gegen", "bis", "ab"):
        before = 0  # "Um sechs kommt die Nachbarin"
    return ends and verbal(u, k) and not before & (c.DETERMINER | c.PREPOSITION | c.JOIN)


def _fronted(u: Unit, phrase: Phrase, high: int) -> bool:
    """Whether a German phrase that opens a sentence is none that acts: in the dative, or a
    word in capitals only because it opens the sentence ("Deutlicher wurde der Betriebsrat")."""
    if oblique(u, phrase) and phrase.kind != "pronoun":
        return True
    if phrase.end - phrase.start > 1 or phrase.end + 1 >= high or phrase.kind == "pronoun":
        return False
    bits = u.flags[phrase.start]
    if bits & (c.ROLE | c.GROUP | c.PRONOUN) or not verbal(u, phrase.end):
        return False
    word = u.low[phrase.start]
    participle = word.endswith(("t", "en")) and word.startswith(_PREFIXES)
    particle = word.find("ge", 2, 6) > 0 and word.endswith(("t", "en"))
    if (participle or particle) and u.flags[phrase.end] & c.AUX:
        return True  # "Vermisst habe sie die Schule nie", "Vorausgegangen war ein Streit"
    following = after(u, phrase.end + 1, high)
    return (
        following is not None
        and following.start == phrase.end + 1
        and (
            u.low[following.start] in ("der", "er")
            or (u.low[following.start] == "ein" and bool(u.flags[following.head] & _ACTING))
        )
        and not oblique(u, following)
    )
