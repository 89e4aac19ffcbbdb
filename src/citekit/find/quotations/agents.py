"""German: whose words stand with a verb that has no subject of its own beside it: a participle
("der von Roth als „…“ gelobte Plan"), an infinitive ("um von „…“ zu sprechen"); with a relative
clause behind them ("die „…“, von der Roth spricht"); and the words of others that a clause is on
("Roth zitiert Holm: „…“", "Roth bestritt Holms Aussage, …")."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.backwards import is_somebody, oblique
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import subjunctive
from citekit.find.quotations.thinkers import SAYINGS

#: Endings of German participles with and without the endings of adjectives.
_DECLINED = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_BARE = ("t", "en")
#: So many tokens stand between "von" and the words at most.
_FAR = 16
_WHICH = frozenset("dem der denen".split())
#: Verbs of words that somebody does not say, and of what somebody else is to say.
_SHUNNING = ("vermeid", "vermied", "hüte", "weiger", "scheu", "verbiete", "verbot", "verbat")
#: Objects of "wie … nennt".
_IT = (["ihn"], ["sie"], ["es"])
#: Verbs of how somebody shows what they feel, with "sich".
_SHOWS = frozenset("gibt gab gaben geben zeigt zeigte zeigen zeigten äußert äußerte".split())
#: Beginnings of verbs of repeating somebody's words.
_REPEATING = ("zitier", "erinner", "dachte", "denkt", "verweis", "verwies", "wiederhol")


def by_whom(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Whose words go with a participle: "der von Roth als „…“ gelobte Plan", "Der Platz, von
    Roth einst als „…“ beschrieben, ist leer"."""
    k = q + 1
    while k < high and u.flags[k] & c.ADVERB and not u.flags[k] & CAPITAL:
        k += 1
    if k >= high or u.flags[k] & (CAPITAL | PUNCTUATION | QUOTE):
        return None
    called = u.low[q - 1] in ("als", "so") or bool(u.flags[k] & c.NAME)
    word = u.low[k]
    behind = u.flags[k + 1] if k + 1 < len(u.flags) else PUNCTUATION
    declined = word.endswith(_DECLINED) and behind & CAPITAL and not u.flags[k] & c.DETERMINER
    bare = word.endswith(_BARE) and behind & PUNCTUATION
    stem = u.cues.words.get(word[: -1 - (word[-1] != "e")], 0) & c.NAME
    if not (declined and (called or stem)) and not (bare and called):
        return None
    for at in range(q - 2, max(low - 1, q - _FAR), -1):
        if u.low[at] not in ("von", "vom") or (u.flags[at] & CAPITAL and at != low):
            continue
        before = u.flags[at - 1] if at > low else PUNCTUATION
        if not before & ((c.DETERMINER | CAPITAL) if declined else PUNCTUATION):
            continue
        phrase = parse(u, at + 1, q)
        if phrase is None or not _somebody(u, phrase):
            return None
        return Attribution(phrase, at, phrase.end, "cue-clause", 0.8, reason=word)
    return None


def infinitive(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Who does what an infinitive says: "Roth scheute sich nicht, von „…“ zu sprechen",
    "Roth kam, um vor „…“ zu warnen"."""
    k = q + 1
    while k < high and not u.flags[k] & (PUNCTUATION | QUOTE | CAPITAL) and u.low[k] != "zu":
        k += 1
    if k + 1 >= high or k > q + 3 or u.low[k] != "zu" or not u.flags[k + 1] & (c.NAME | c.SAY):
        return None
    comma = next((i for i in range(q - 1, low, -1) if u.flags[i] & (PUNCTUATION | QUOTE)), low)
    if comma == low or u.words[comma] != ",":
        return None
    shunned = any(word.startswith(_SHUNNING) for word in u.low[low:comma])
    if u.low[low] == "es" or (shunned and "nicht" not in u.low[low:comma]):
        return None  # "Es ist falsch, von „…“ zu sprechen"
    phrase = clause_subject(u, low, comma)
    if phrase is None or phrase.end > comma or not _somebody(u, phrase):
        return None
    return Attribution(phrase, phrase.start, comma, "cue-clause", 0.75, reason=u.low[k + 1])


def spoken_of(u: Unit, q: int) -> Attribution | None:
    """Whose a term is that a relative clause follows: "die „…“, von der Roth spricht"."""
    comma = next((i for i in range(q + 1, min(q + 4, len(u.words))) if u.words[i] == ","), 0)
    named = _as_called(u, comma) if comma else None
    at = q + 2
    if named is not None or at + 3 >= len(u.words) or comma != q + 1 or u.low[at] != "von":
        return named
    if u.low[at + 1] not in _WHICH:
        return None
    phrase = parse(u, at + 2, u.bounds(at)[1])
    if phrase is None or not _somebody(u, phrase) or oblique(u, phrase):
        return None
    end = next((i for i in range(phrase.end, len(u.words)) if u.flags[i] & PUNCTUATION), 0)
    said = any(u.flags[i] & c.SAY for i in range(phrase.end, end))
    return Attribution(phrase, at, end, "cue-after", 0.75, reason="von") if said else None


def _as_called(u: Unit, comma: int) -> Attribution | None:
    """Whose name for something it is: "die „…“ Reform, wie sie Roth nennt"."""
    if u.low[comma + 1 : comma + 2] != ["wie"] or u.low[comma + 2 : comma + 3] not in _IT:
        return None
    phrase = parse(u, comma + 3, u.bounds(comma)[1])
    if phrase is None or not _somebody(u, phrase) or phrase.end >= len(u.words):
        return None
    named = u.flags[phrase.end] & (c.NAME | c.SAY)
    k = phrase.end
    return Attribution(phrase, comma + 1, k + 1, "cue-after", 0.8, reason="wie") if named else None


def assumes(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Who goes by something: "Roth geht von einem „…“ aus"."""
    end = next((i for i in range(q + 1, high) if u.flags[i] & PUNCTUATION), high)
    if end - 1 <= q or u.low[end - 1] != "aus" or "von" not in u.low[max(low, q - 3) : q]:
        return None
    if not any(u.low[i] in ("geht", "ging", "gehen", "gingen") for i in range(low, q)):
        return None
    phrase = clause_subject(u, low, q)
    if phrase is None or not _somebody(u, phrase) or oblique(u, phrase):
        return None
    return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.75, reason="aus")


def shown(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Who shows what they feel: "Roth gab sich „entsetzt“", "„Entsetzt“ zeigte sich Roth"."""
    if q - 2 > low and u.low[q - 1] == "sich" and u.low[q - 2] in _SHOWS:
        phrase, k = clause_subject(u, low, q - 1), q - 2
    elif q == low and q + 3 < high and u.low[q + 2] == "sich" and u.low[q + 1] in _SHOWS:
        phrase, k = after(u, q + 3, high), q + 1
    else:
        return None
    if phrase is None or not _somebody(u, phrase) or oblique(u, phrase):
        return None
    return Attribution(phrase, k, k + 1, "cue-clause", 0.8, reason=u.low[k])


def says_that(u: Unit, q: int) -> Attribution | None:
    """Who says that: "„…“ – Roth sagt das ohne Pathos", "„…“, diesen Satz sagt Roth oft"."""
    at = q + 2
    if at + 2 >= len(u.words) or u.words[q + 1] not in (",", "–", "—", ":"):
        return None
    high = u.bounds(at)[1]
    if u.low[at : at + 2] in (["diesen", "satz"], ["diese", "worte"]) or u.low[at] == "das":
        k = at + 1 + (u.low[at] != "das")
        phrase = after(u, k + 1, high) if u.flags[k] & c.SAY else None
    else:
        phrase = parse(u, at, high)
        k = phrase.end if phrase is not None else high
        that = k + 1 < high and u.flags[k] & c.SAY and u.low[k + 1] in ("das", "dies", "es")
        phrase = phrase if that else None
    if phrase is None or not _somebody(u, phrase) or oblique(u, phrase):
        return None
    return Attribution(phrase, at, k + 1, "cue-after", 0.8, reason=u.low[k])


def put_to(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Who says what somebody must hear: "Roth muss sich von Holm „…“ vorwerfen lassen"."""
    if "sich" not in u.low[low:q] or u.low[q + 2 : q + 3] not in (["lassen"], ["lässt"], ["ließ"]):
        return None
    if q + 2 >= high or not u.low[q + 1].endswith("en"):
        return None
    for at in range(q - 2, max(low, q - _FAR), -1):
        if u.low[at] in ("von", "vom") and not u.flags[at] & CAPITAL:
            phrase = parse(u, at + 1, q)
            if phrase is None or not _somebody(u, phrase):
                return None
            return Attribution(phrase, at, phrase.end, "cue-clause", 0.8, reason=u.low[q + 1])
    return None


def quoting(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose words somebody repeats: "Roth zitiert Holm: „…“", "Roth erinnert an die Worte von
    Holm: „…“"."""
    if u.words[q - 1] not in (":", ",") and u.low[q - 1] not in ("worten", "satz"):
        return None
    k = next((k for k in range(low + 1, q) if u.low[k].startswith(_REPEATING)), 0)
    if not k or u.flags[k] & CAPITAL:
        return None
    whose = None
    if u.low[k] in ("zitiert", "zitierte", "zitieren", "zitierten"):
        whose = _quoted(u, k, q, low)
    elif u.words[q - 1] == ":":
        for noun in range(q - 2, k + 1, -1):
            if u.low[noun] in SAYINGS and u.flags[noun - 1] & c.DEFINITE:
                whose = possessor(u, noun, k)
                whose = whose if whose is not None and whose.end == q - 1 else None
                break
    if whose is None or not _somebody(u, whose):
        return None
    return Attribution(whose, k, q, "cue-before", 0.85, reason=u.low[k])


def claimed(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose claim it is that somebody else speaks of: "Roth nannte die Behauptung von Holm, sie
    sei „…“, absurd", "Roth widersprach Holms Aussage, dass „…“"."""
    comma = next((i for i in range(q - 1, max(low, q - 14), -1) if u.words[i] == ","), low)
    if comma < low + 3 or any(u.flags[i] & (c.SAY | QUOTE) for i in range(comma, q)):
        return None
    reported = u.low[comma + 1] in ("dass", "wonach")
    if not reported and not any(subjunctive(u, i) for i in range(comma, q)):
        return None
    for noun in range(comma - 1, max(low, comma - 8), -1):
        if not u.flags[noun] & c.SPEECH or not u.flags[noun] & CAPITAL:
            continue
        if u.low[noun] in ("frage", "antwort", "bitte", "rede", "reaktion"):
            return None
        whose = possessor(u, noun, low)
        if whose is None or not _somebody(u, whose) or whose.kind == "pronoun":
            return None
        told = any(u.flags[i] & (c.SAY | c.NAME) for i in range(low, min(noun, whose.start)))
        if not told or max(whose.end, noun + 1) != comma:
            return None
        return Attribution(whose, noun, comma, "cue-clause", 0.8, reason=u.low[noun])
    return None


def _quoted(u: Unit, k: int, q: int, low: int) -> Phrase | None:
    """The object of "zitieren" at ``k``: "Roth zitiert Holm mit den Worten: „…“", "Gern zitiert
    Roth ihre Mutter, eine Lehrerin, mit dem Satz: „…“"."""
    subject = clause_subject(u, low, q)
    if subject is None or (subject.end != k and subject.start != k + 1):
        return None
    whose = _object(u, max(k + 1, subject.end), q)
    if whose is None:
        return None
    at = whose.end
    if u.words[at] == "," and at + 1 < q:
        close = next((i for i in range(at + 1, q - 1) if u.words[i] == ","), at)
        at = close + 1 if u.low[close + 1] == "mit" else at
    worded = u.low[at] == "mit" and (u.low[at + 2] in SAYINGS or u.low[at + 2] == "worten")
    return whose if worded or (at == q - 1 and u.words[at] in ":,") else None


def _object(u: Unit, at: int, stop: int) -> Phrase | None:
    if u.low[at] in ("ihn", "sie"):
        return Phrase(at, at + 1, "pronoun", definite=True)
    return parse(u, at, stop)


def _somebody(u: Unit, phrase: Phrase) -> bool:
    return phrase.kind == "pronoun" or is_somebody(u, phrase)
