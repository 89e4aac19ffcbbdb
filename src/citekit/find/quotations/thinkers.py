"""German essays: whose words they are by other ways than a verb of saying: "Mit Roth
gesprochen: „…“", "Bei Roth liest man, …", "Der Satz „…“ stammt von Roth"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import past_letters
from citekit.find.grammar.backwards import is_somebody, oblique
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.inverted import named_genitive
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after
from citekit.find.grammar.textplaces import read_at
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import subjunctive, verbal

_SPOKEN = frozenset("gesprochen gesagt sprechen sagen formulieren formuliert reden".split())
_READ = frozenset("liest lesen las steht stand findet fand heißt lautet lautete".split())
#: Of these, verbs whose subject is the words: they need no "man" or "es" beside them.
_STANDS = frozenset("lautet lautete steht stand".split())
_FROM = frozenset("stammt stammte stammen kommt kam rührt".split())
_FOUND = frozenset("steht stand findet fand begegnet".split())
#: Nouns of what somebody is known for having said.
SAYINGS = frozenset(
    """satz wort worte zitat diktum bonmot ausspruch spruch formel begriff ausdruck verdikt
    formulierung aphorismus vers zeile these motto devise metapher konzept bild idee
    theorie""".split()
)


def thinker(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose words stand at ``q``, in the sentence that begins at ``low``."""
    return _with(u, q, low) or _from(u, q, low) or _termed(u, q, low) or _there(u, q, low)


def _according(u: Unit, at: int, phrase: Phrase, q: int) -> Attribution | None:
    """ "Nach Roth (1990, S. 3) ist die Stadt „…“": what holds, with a verb of that behind the
    name; "Nach Roth sprach Holm von „…“" says when."""
    end = past_letters(u, phrase.end, q) if u.words[phrase.end] == "(" else phrase.end
    if end >= q or len(phrase.names) != 1 or u.low[end] not in _HOLDS:
        return None
    start, last = phrase.names[0]
    if end == phrase.end and not (last - start > 1 and u.low[start] in GIVEN):
        return None  # "Nach London ist das …"
    return Attribution(phrase, at, end, "cue-clause", 0.75, reason="nach")


#: Verbs of what holds.
_HOLDS = frozenset(
    "ist sind war waren besteht bestehen bedeutet bedeuten gilt gelten gibt liegt bildet".split()
)


def _there(u: Unit, q: int, low: int) -> Attribution | None:
    """At whose place one reads the words, whatever stands in front: "Über die Macht steht bei
    Roth: „…“"."""
    phrase = read_at(u, low, q)
    if phrase is None:
        return None
    return Attribution(phrase, phrase.start - 1, phrase.end, "according-to", 0.8, reason="bei")


def _with(u: Unit, q: int, low: int) -> Attribution | None:
    """ "Mit Roth gesprochen: „…“", "Um mit Roth zu reden, „…“", "Bei Roth liest man: „…“"."""
    at = low + (u.low[low] in ("um", "aber", "und", "frei"))
    if u.low[low + 2 : low + 4] == ["um", "es"] and u.words[low + 1] == ",":
        at = low + 4  # "Oder, um es mit Roth zu sagen, …"
    if u.low[at] not in ("mit", "bei", "nach") or at + 2 >= q:
        return None
    phrase = parse(u, at + 1, q)
    if phrase is None or phrase.kind != "name":
        return None
    end = next((i for i in range(phrase.end, q) if u.words[i] in ",:"), q)
    words = u.low[phrase.end : end]
    if u.low[at] == "mit":
        fits = words[-1:] and words[-1] in _SPOKEN
    elif u.low[at] == "bei":
        reads = not _READ.isdisjoint(words[:1])
        alone = not _STANDS.isdisjoint(words[:1])
        fits = reads and (alone or not {"man", "sich", "wir", "es"}.isdisjoint(words))
    elif u.low[low] == "frei":
        fits = end == phrase.end
    else:
        return _according(u, at, phrase, q)
    if not fits:
        return None
    return Attribution(phrase, at, end, "according-to", 0.8, reason=u.low[at])


def _from(u: Unit, q: int, low: int) -> Attribution | None:
    """ "Der Satz „…“ stammt von Roth", "Der Satz „…“ steht bei Roth"."""
    k = q + 1
    a_word = u.low[low] == "ein" and q - low < 4
    if (
        q <= low
        or not (_saying(u, q, low) or a_word)
        or k + 2 >= len(u.words)
        or u.low[k] not in _FROM | _FOUND
    ):
        return None
    from_whom = ("von", "vom") if u.low[k] in _FROM else ("bei",)
    for at in range(k + 1, min(len(u.words), k + 6)):
        if u.flags[at] & (PUNCTUATION | QUOTE):
            return None
        if u.low[at] in from_whom and not u.flags[at] & CAPITAL:
            phrase = parse(u, at + 1, len(u.words))
            if phrase is None or not is_somebody(u, phrase):
                return None
            return Attribution(phrase, k, phrase.end, "cue-after", 0.85, reason=u.low[k])
    return None


def _saying(u: Unit, q: int, low: int) -> int:
    """The noun of words or thoughts whose words are at ``q``: "der Satz „…“", "das Wort vom „…“",
    "der Begriff der „…“"; 0 if there is none."""
    for noun in range(q - 1, max(low, q - 4), -1):
        if u.low[noun] in SAYINGS and u.flags[noun] & CAPITAL:
            return noun
        if u.low[noun] not in _OF and not (u.flags[noun] & c.DETERMINER and u.low[noun - 1] in _OF):
            return 0
    return 0


def _termed(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose word or thought it is: "Roths Wort von der „…“", "der Begriff Roths vom „…“", "Roth
    prägte den Begriff der „…“"."""
    noun = _saying(u, q, low)
    if not noun or u.words[noun].islower():
        return None
    whose = possessor(u, noun, low) if noun < q - 1 or named_genitive(u, noun - 1) else None
    if whose is None and any(u.low[i].startswith(_COINED) for i in range(low, noun)):
        whose = clause_subject(u, low, noun)
        whose = whose if whose is not None and whose.end < noun else None
    if whose is None or not (whose.kind == "name" or u.flags[whose.head] & c.ROLE):
        return None
    start, end = min(whose.start, noun), max(whose.end, noun + 1)
    return Attribution(whose, start, end, "speech-noun", 0.8, reason=u.low[noun])


_OF = frozenset("von vom des der".split())
_COINED = ("präg", "geprägt", "erfand", "erfund")
#: Nouns of how somebody sees something, and whose words it is in.
_VIEWS = frozenset(
    """sicht ansicht meinung auffassung augen worten angaben einschätzung darstellung überzeugung
    aussage aussagen lesart erfahrung verständnis urteil schätzung erinnerung""".split()
)


def viewed(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """In whose view something is, the name before the noun: "Aus Ada Roths Sicht ist das „…“"."""
    for noun in range(low + 2, high):
        if u.low[noun] not in _VIEWS or not named_genitive(u, noun - 1):
            continue
        at = noun - 1
        while at > low and u.flags[at] & (CAPITAL | c.PARTICLE) and u.low[at] not in _IN:
            at -= 1
        phrase = possessor(u, noun, at + 1) if u.low[at] in _IN else None
        if phrase is None or phrase.kind != "name":
            return None
        return Attribution(phrase, at, noun + 1, "according-to", 0.85, reason=u.low[noun])
    return None


_IN = frozenset("aus nach in laut mit".split())
#: Nouns of what somebody holds, before "dass".
_HELD = frozenset(
    """meinung ansicht auffassung überzeugung schluss standpunkt feststellung fazit hoffnung
    zuversicht ergebnis einschätzung hinweis mahnung zweifel""".split()
)
#: What somebody is of whose mind it is said.
_MINDED = frozenset("überzeugt sicher gewiss zuversichtlich besorgt enttäuscht empört froh".split())
_DENIED = frozenset("widersprach widerspricht bestritt bestreitet zurück gegen".split())
_LEAVES = frozenset("beließ belässt beliess beließen".split())
_GOES = frozenset("geht gehen ging gingen".split())


def holds(u: Unit, q: int, low: int) -> Attribution | None:
    """Who holds what a clause with "dass" says: "Roth vertritt die Ansicht, dass man „…“",
    "Roth geht davon aus, dass „…“"."""
    that = next((i for i in range(low + 3, q) if u.low[i] == "dass" and u.words[i - 1] == ","), 0)
    if not that or any(u.words[i] in ";:" for i in range(that, q)):
        return None
    words = u.low[low : that - 1]
    last = words[-2:] if words[-1] in ("daran", "dafür", "davon") else words[-1:]
    goes = "davon" in words and not _GOES.isdisjoint(words) and words[-1] == "aus"
    lets = words[-1] in ("durchblicken", "anklingen", "verlauten", "erkennen")
    if not (goes or lets or last[0] in _HELD or words[-1] in _MINDED) or not _DENIED.isdisjoint(
        words
    ):
        return None
    phrase = clause_subject(u, low, that)
    if phrase is None or phrase.kind == "self" or phrase.end > that:
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    return Attribution(phrase, phrase.start, that, "cue-clause", 0.75, reason="dass")


_THESE_WORDS = (["diesen", "worten"], ["den", "worten"], ["diesem", "satz"], ["dem", "satz"])


def so_begins(u: Unit, q: int) -> Attribution | None:
    """Who does something with these words: "„…“ – so beginnt Roth ihre Rede", "„…“, mit diesen
    Worten ging Roth", "„…“ Mit diesen Worten hat sich Roth entschuldigt"."""
    sentence = u.words[q + 1 : q + 2] == ["Mit"]
    k = q if sentence else q + 1
    if k + 3 >= len(u.words) or not (sentence or u.words[k] in (",", "–", "—", "-", ":")):
        return None
    if u.low[k + 1] == "mehr" and verbal(u, k + 2):
        return _nothing_more(u, k)
    if u.low[k + 1] == "so":
        verb = k + 2
    elif u.low[k + 1] == "mit" and u.low[k + 2 : k + 4] in _THESE_WORDS:
        verb = k + 4
    else:
        return None
    if verb + 1 >= len(u.words) or not verbal(u, verb):
        return None
    itself = u.low[verb + 1] == "sich"
    if u.flags[verb] & (c.AUX | c.BE) and not itself:
        return None
    phrase = after(u, verb + 1 + itself, u.bounds(verb)[1])
    if phrase is None or phrase.kind == "self" or oblique(u, phrase):
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    return Attribution(phrase, k + 1, phrase.end, "cue-after", 0.8, reason=u.low[verb])


def closes(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Whose clause ends a sentence of reported speech, whatever its verb: "„Reine Show“ sei
    das, monierte Roth"."""
    for i in range(q + 1, high - 2):
        k = i + 1
        if u.flags[i] & QUOTE:
            return None
        if u.words[i] != "," or not verbal(u, k) or u.flags[k] & (c.AUX | c.BE):
            continue
        phrase = after(u, k + 1, high)
        if phrase is None or phrase.start > k + 3 or oblique(u, phrase):
            continue
        if not (phrase.kind == "name" or u.flags[phrase.head] & c.ROLE):
            continue
        lone = phrase.end - phrase.start == 1 and not u.flags[phrase.start] & c.ROLE
        if lone and u.text.count(u.words[phrase.start]) < 2:
            continue  # "…, löste Ärger aus"
        if not any(subjunctive(u, m) for m in range(low, i)):
            return None
        if any(u.words[m] == "," or verbal(u, m) for m in range(phrase.end, high)) and (
            u.words[phrase.end] != "("
        ):
            return None
        return Attribution(phrase, k, phrase.end, "clause-end", 0.75, reason=u.low[k])
    return None


def _nothing_more(u: Unit, k: int) -> Attribution | None:
    """Of whom nothing else is to be had: "„Abwarten“: Mehr war Roth nicht zu entlocken"."""
    high = u.bounds(k + 1)[1]
    phrase = parse(u, k + 3, high)
    if phrase is None or phrase.kind not in ("name", "role") or "nicht" not in u.low[k:high]:
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    return Attribution(phrase, k + 1, phrase.end, "cue-after", 0.8, reason="mehr")


def with_a(u: Unit, q: int, low: int) -> Attribution | None:
    """Who does something with a word: "Mit einem knappen „Nein“ ging Roth", "Mehr als ein „Nein“
    war Roth nicht zu entlocken", "Roth beließ es bei einem „Nein“"."""
    lead = u.low[low:q]
    if "bei" in lead and "es" in lead and not _LEAVES.isdisjoint(lead):
        phrase = clause_subject(u, low, q)
    elif lead[:2] == ["mit", "einem"] or lead[:3] == ["mehr", "als", "ein"]:
        verb = q + 1
        if q - low > 4 or verb + 1 >= len(u.words) or not verbal(u, verb):
            return None
        phrase = parse(u, verb + 1, u.bounds(q)[1])
    else:
        return None
    if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.75, reason="mit")


def as_puts(u: Unit, q: int) -> Attribution | None:
    """Who puts it so, whatever the verb: "„Vorläufig“, wie Roth sofort nachschiebt"."""
    at = q + 3
    if at + 1 >= len(u.words) or u.words[q + 1] != "," or u.low[q + 2] != "wie":
        return None
    phrase = parse(u, at, u.bounds(at)[1])
    if phrase is None or phrase.kind not in ("name", "role") or oblique(u, phrase):
        return None
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return None
    end = next((i for i in range(phrase.end, len(u.words)) if u.flags[i] & PUNCTUATION), 0)
    last = end - 1
    named = u.low[last] in ("heißt", "hieß", "heisst", "hiess", "genannt")
    perfect = u.low[last] in _HAVE and last > phrase.end and u.low[last - 1].endswith(("t", "en"))
    single = verbal(u, last) and not u.flags[last] & (c.AUX | c.BE)
    if last < phrase.end or named or not (single or perfect):
        return None
    return Attribution(phrase, q + 2, end, "cue-after", 0.8, reason=u.low[last])


def has_it(u: Unit, q: int) -> Attribution | None:
    """English: who has it so: "“Asphalt is cheap,” as one study has it"."""
    at = q + 1 + (u.words[q + 1 : q + 2] == [","])
    if u.low[at : at + 1] != ["as"]:
        return None
    phrase = parse(u, at + 1, u.bounds(at)[1])
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    end = phrase.end
    if u.low[end : end + 2] not in (["has", "it"], ["had", "it"]):
        return None
    known = u.flags[phrase.head] & (c.ROLE | c.GROUP | c.SHEET | c.WORK)
    if phrase.kind == "role" and not known:
        return None  # "as the saying has it"
    return Attribution(phrase, at, end + 2, "cue-after", 0.85, reason=u.low[end])


_HAVE = frozenset("hat habe haben hatte hatten hätte hätten".split())
