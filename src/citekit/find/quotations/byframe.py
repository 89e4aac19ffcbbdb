"""Speakers named by what stands around a quotation with no verb of saying for a predicate: "“…”
was how X put it", "“…” were X's last words", "the plan drew scorn from X: “…”", "it fell to X to
say it: “…”", "the line is X's: “…”", « le mot de X : « … » », "Ganz anders klingt X: „…“"."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

_WAS = frozenset("was is were are".split())
_SPOKEN = frozenset("words word verdict answer reply response line phrase motto message".split())
#: Who is made to say something: "it prompted X to say".
_PROMPTED = frozenset(
    """prompted prompts prompting led leads leading moved moves drove drives caused causes inspired
    inspires forced forces provoked provokes fell took takes left""".split()
)
_SAYING = frozenset(
    """say speak call declare ask write warn remark conclude complain admit quip exclaim cry
    observe describe denounce""".split()
)
#: What comes from somebody, before "from X: “…”".
_FROM = frozenset(
    """scorn praise criticism ridicule applause rebuke reaction response reply answer warning
    message support objection objections protest derision mockery sigh shrug retort comment
    zustimmung kritik lob spott widerspruch applaus beifall unterstützung rückendeckung absage
    warnung antwort reaktion protest gegenwind
    réaction critique critiques réponse soutien mot phrase formule remarque commentaire verdict
    avertissement message""".split()
)
_OF = frozenset("from by von vom seitens de d' d’ du chez par".split())
#: German and English verbs of how somebody sounds.
_SOUNDS = frozenset("klingt klang tönt tönte sounds sounded".split())
_LINES = frozenset("line words phrase word sentence remark quip satz wort phrase mot".split())
_SAYS_HOW = frozenset("as comme wie".split())
_LIKES = frozenset("likes liked loves loved aime aimait fond".split())


def _people(u: Unit, at: int, stop: int) -> Phrase | None:
    """Who is named or called by what he is at token ``at``."""
    phrase = parse(u, at, stop)
    if phrase is None or phrase.kind == "name":
        return phrase
    if phrase.kind == "role" and u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return with_name(u, phrase, stop)
    return None


def behind(u: Unit, q: int) -> Attribution | None:
    """English: who speaks by the clause behind the quotation at token ``q``: "was how X put it",
    "was all X would say", "were the words of X", "as X likes to say", "X is fond of saying"."""
    j = q + 1
    if u.language == "fr":
        return _let_out(u, j)
    if u.language != "en" or j + 2 >= len(u.words):
        return None
    j += u.words[j] in (",", "—", "–")
    stop = u.bounds(min(j, len(u.words) - 1))[1]
    if j + 2 >= stop:
        return None
    if u.low[j] == "thus" and u.words[j - 1] in ("—", "–"):
        return _named(u, _people(u, j + 1, stop), j)
    if u.low[j] == "as":
        phrase = _people(u, j + 1, stop)
        likes = phrase is not None and u.low[phrase.end : phrase.end + 1]
        return _named(u, phrase, j) if likes and likes[0] in _LIKES else None
    if u.low[j] in ("a", "an", "the") and u.low[j + 1].endswith("ly"):
        return _in_a_state(u, j, stop)
    if u.low[j] not in _WAS:
        phrase = parse(u, j, stop)
        fond = phrase is not None and u.low[phrase.end : phrase.end + 4]
        told = fond and fond[0] in _WAS and fond[-1] == "saying"
        return _named(u, phrase, j) if told else None
    at = j + 1
    if u.low[at : at + 2] == ["the", "way"]:
        at += 2
    elif u.low[at] == "how":
        at += 1
    elif u.low[at] == "all":
        at += 1 + (u.low[at + 1] == "that")
    else:
        return _words(u, j, stop)
    phrase = parse(u, at, stop)
    if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None  # "was how a headline summed him up"
    verb = any(u.flags[k] & (c.VERB | c.AUX) for k in range(phrase.end, min(stop, phrase.end + 14)))
    ended = u.low[phrase.end : phrase.end + 1] in (["ended"], ["began"], ["put"], ["opened"])
    return _named(u, phrase, j) if verb or ended else None


_LED = frozenset("de d' d’ par à".split())
_NOT_TO = c.TIME | c.ADVERB | c.PREPOSITION | c.ROLE


def _let_out(u: Unit, j: int) -> Attribution | None:
    """French: who speaks by a verb with an infinitive: « …, a laissé tomber le ministre »,
    « …, a cru bon d'ajouter la maire »."""
    if j + 4 >= len(u.words) or u.words[j] != "," or not u.flags[j + 1] & c.AUX:
        return None
    stop = u.bounds(j + 1)[1]
    for verb in range(j + 3, min(stop - 1, j + 7)):
        if u.flags[verb] & (PUNCTUATION | QUOTE | CAPITAL):
            return None
        led = u.low[verb - 1] in _LED or u.low[verb - 1].endswith(("é", "u", "it", "is"))
        infinitive = u.low[verb].endswith(("er", "ir", "re")) and not u.flags[verb] & _NOT_TO
        if led and infinitive:
            phrase = _people(u, verb + 1, stop)
            if phrase is not None:
                return Attribution(phrase, j + 1, phrase.end, "cue-after", 0.8, reason=u.low[verb])
    return None


def literal(u: Unit, q: int, low: int) -> Attribution | None:
    """German: "…, so wörtlich, „…“": whoever spoke or acted in the sentence before."""
    words = u.low[max(low, q - 4) : q]
    if u.language != "de" or "wörtlich" not in words or words[-1:] not in ([","], [":"]):
        return None
    return Attribution(None, q, q, "reported-speech", 0.6, -1, "wörtlich")


def _in_a_state(u: Unit, j: int, stop: int) -> Attribution | None:
    """Who speaks in some state: "a visibly tired X said"."""
    for at in range(j + 2, min(stop - 1, j + 5)):
        phrase = parse(u, at, stop) if u.flags[at] & CAPITAL else None
        if phrase is not None and phrase.kind == "name":
            said = phrase.end < stop and u.flags[phrase.end] & c.VERB
            return _named(u, phrase, j) if said else None
    return None


def _words(u: Unit, j: int, stop: int) -> Attribution | None:
    """Whose words "were the words of X", "were X's last words" are."""
    for noun in range(j + 1, min(stop - 1, j + 7)):
        if u.low[noun] in _SPOKEN and not u.flags[noun] & CAPITAL and u.low[noun + 1] != "for":
            phrase = possessor(u, noun, j) or possessor(u, noun - 1, j)
            if phrase is None and u.low[noun + 1 : noun + 2] == ["of"]:
                phrase = _people(u, noun + 2, stop)
            return _named(u, phrase, j)
    return None


def _named(u: Unit, phrase: Phrase | None, start: int) -> Attribution | None:
    if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
        return None
    end = min(phrase.end + 1, len(u.words))
    return Attribution(phrase, start, end, "cue-after", 0.8, reason=u.low[start])


def before(u: Unit, q: int, low: int) -> Attribution | None:
    """Who speaks by the clause that a colon, or "say" and "speak of", ends before the quotation
    at token ``q``."""
    colon = u.words[q - 1] == ":"
    end = q - 1 if colon else q
    words = u.low[low:end]
    if words[:2] in (["according", "to"], ["d'après"], ["d’après"]) and colon:
        return _ends(u, low + len(words[:2]), end, low)
    if not _PROMPTED.isdisjoint(words):
        to = next((k for k in range(end - 1, max(low, end - 5), -1) if u.low[k] == "to"), 0)
        if to and not _SAYING.isdisjoint(u.low[to + 1 : to + 2]):
            return _ends_at(u, low, to)
    if not colon:
        return None
    owned = end - 1 if words[-1] in ("’s", "'s") else end
    sounds = not _SOUNDS.isdisjoint(words)
    of = not _OF.isdisjoint(words) and not _FROM.isdisjoint(words)
    lines = not _LINES.isdisjoint(words) and any(u.flags[k] & c.BE for k in range(low, end))
    if not (sounds or of or lines):
        return None
    found = _ends_at(u, low, owned)
    if found is None or found.phrase is None:
        return None
    start = found.phrase.start
    last = u.low[start - 1]
    if sounds and last in _SOUNDS:
        return found
    if of and last in _OF and not _FROM.isdisjoint(u.low[start - 2 : start - 1]):
        return found
    if of and last in ("from", "von", "by") and not _FROM.isdisjoint(u.low[low : start - 1]):
        return found
    named = last in _OF and u.flags[start - 2] & c.BE
    whose = u.flags[start - 1] & c.BE and u.low[end - 1].endswith(("’s", "'s"))
    return found if lines and (named or whose) else None


def _ends(u: Unit, at: int, end: int, low: int) -> Attribution | None:
    """Who stands between two tokens, and nothing else."""
    phrase = _people(u, at, end)
    if phrase is None or phrase.end != end:
        return None
    return Attribution(phrase, low, end, "colon", 0.8, reason=u.low[low])


def _ends_at(u: Unit, low: int, end: int) -> Attribution | None:
    """Who is named last before token ``end``."""
    for at in _starts(low, end):
        phrase = parse(u, at, end)
        if phrase is None or phrase.kind != "name" or phrase.end != end:
            continue
        titles = c.DETERMINER | c.ROLE | c.TITLE
        if all(u.flags[k] & titles for k in range(at, phrase.names[0][0])):
            return Attribution(phrase, low, end, "colon", 0.75, reason=u.low[at - 1])
    return None


def _starts(low: int, end: int) -> Iterator[int]:
    yield from range(max(low + 1, end - 6), end)


def named_first(u: Unit, found: Attribution, low: int) -> Attribution:
    """English: who speaks by the name that an apposition without its second comma stands behind:
    "Ann Lee, headteacher at the school said"."""
    phrase = found.phrase
    if u.language != "en" or phrase is None or phrase.kind != "role" or found.unit is not None:
        return found
    comma = phrase.start - 1
    if comma <= low or u.words[comma] != ",":
        return found
    name = parse(u, low, comma)
    verb = u.flags[phrase.end : phrase.end + 1]
    if name is None or name.kind != "name" or name.end != comma or not verb or not verb[0] & c.VERB:
        return found
    if name.names[0][0] != low or name.names[0][1] - low < 2:
        return found  # "Hunger, its first sentence says, …"
    return found._replace(phrase=name, start=name.start)
