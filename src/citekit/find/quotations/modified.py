"""English: subjects with a long description between them and their verb."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.backwards import ending_at
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import antecedent
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal

#: What an aside about somebody begins with.
_ASIDE = frozenset("who whose which speaking asking".split())
#: Adjectives that begin what says which one.
_WHICH = frozenset("familiar close aware present".split())


def modified(u: Unit, phrase: Phrase, low: int, k: int) -> Phrase:
    """The phrase before the verb at token ``k``, or whom the sentence begins with, if the
    phrase only stands in what says which one that is: "The note accompanying the list says",
    "An official involved in the talks, who had left, told us"."""
    if u.language != "en" or phrase.kind not in ("role", "name") or phrase.start <= low + 1:
        return phrase
    if u.low[k - 1] == "as" and u.flags[k] & c.GERUND:
        return phrase  # "The paper quoted Ann Lee as saying …"
    led = phrase.start - 1
    while led > low and not u.flags[led] and u.words[led].isalpha() and led > phrase.start - 3:
        led -= not u.low[led].endswith(("ing", "ed"))  # "of joint exercises"
        if u.low[led].endswith(("ing", "ed")):
            break
    leads = u.flags[led] & (c.PREPOSITION | c.GERUND | c.PARTICIPLE)
    if not leads and not u.low[led].endswith(("ing", "ed")):
        return phrase
    head = clause_subject(u, low, k)
    if head is None or head.kind != "role" or head.start >= phrase.start:
        return phrase
    if not u.flags[head.head] & (c.ROLE | c.GROUP) or u.flags[head.head] & CAPITAL:
        return phrase
    if head.end > phrase.start or head.start > low + 2:
        return phrase
    first = u.flags[head.end]
    opens = first & (c.PREPOSITION | c.GERUND | c.PARTICIPLE) and not first & CAPITAL
    if not opens and not (u.low[head.end].endswith(("ed", "ing")) or u.low[head.end] in _WHICH):
        return phrase
    for i in range(head.end, phrase.start):
        bits = u.flags[i]
        other = bits & (QUOTE | c.AUX | c.RELATIVE | c.PRONOUN | c.JOIN | c.SUBORDINATE)
        if other or bits & PUNCTUATION:
            return phrase
    return head


def demonstrated(u: Unit, phrase: Phrase, low: int) -> Phrase:
    """French: « celle » for a phrase in the clause that says who it is: « Celle qui dirige le
    parti depuis 2021 explique … »."""
    for at in range(phrase.start - 1, low, -1):
        if u.words[at] in ",;:" or u.flags[at] & QUOTE:
            return phrase
        if u.low[at] == "qui" and u.low[at - 1] in ("celui", "celle"):
            return Phrase(at - 1, at, "pronoun", definite=True)
    return phrase


#: Verbs of what somebody thinks, who need not have said it.
_THINKING = frozenset(
    "noted judged found felt thought considered held responded reacted answered".split()
)
_MODAL = frozenset("would could might should may will can must".split())
#: Forms of verbs that are no speech without "that".
_SHOWING = frozenset("show shows showed shown demonstrated found".split())


def thought(u: Unit, phrase: Phrase, verbs: list[int], k: int) -> bool:
    """Whether the verb at ``k`` only tells what somebody thought of whom somebody else
    speaks: "A source hinted that officials had noted “…”", "the way economists have theorized is
    “…”"."""
    if u.language != "en":
        return False
    if phrase.kind == "role" and phrase.end - phrase.start > 2 and u.low[phrase.start + 1] == "way":
        return True
    if not verbs:
        return False
    showing = u.low[k] in _SHOWING and u.low[k + 1] != "that"
    if not showing and (u.low[k] not in _THINKING or u.low[k - 1] not in ("had", "has", "have")):
        return False
    if phrase.kind != "role":
        return False
    outer, bits = verbs[-1], u.flags[verbs[-1]]
    said = bits & c.SAY and not bits & c.GERUND
    at = outer + 1 + (u.low[outer + 1] == "that")
    return bool(said) and phrase.start == at


def hoped(u: Unit, phrase: Phrase, verbs: list[int], k: int) -> bool:
    """Whether the verb at ``k`` is only what somebody says may come: "X said he hoped they
    would find “…”"."""
    if u.language != "en" or phrase.kind != "pronoun" or not verbs:
        return False
    if u.low[k - 1] not in _MODAL or not u.flags[verbs[0]] & c.SAY:
        return False
    return phrase.start > verbs[0] + 1 and u.flags[verbs[0]] & (c.GERUND | c.TO) == 0


def described(u: Unit, j: int, k: int) -> Phrase | None:
    """Who stands at token ``j``, if only a relative clause or the like stands before the verb
    at ``k``: "…,” a clerk who was in the room told us"."""
    head = parse(u, j, k) if u.language == "en" else None
    if head is None or head.kind != "role" or head.end >= k:
        return None
    if not u.flags[head.head] & (c.ROLE | c.GROUP):
        return None
    if u.low[head.end] not in ("who", "that") and not u.low[head.end].endswith(("ed", "ing")):
        return None
    between = range(head.end, k)
    if any(u.flags[i] & (QUOTE | PUNCTUATION | c.JOIN | c.SUBORDINATE) for i in between):
        return None
    own = sum(bool(u.flags[i] & c.AUX) or verbal(u, i) for i in between)
    return head if own <= 3 else None


def hidden(u: Unit, k: int, low: int) -> Phrase | None:
    """Whom the verb at ``k`` goes back to that is not the subject before it."""
    return overheard(u, k, low) or who_also(u, k, low) or _described_by(u, k, low)


def _described_by(u: Unit, k: int, low: int) -> Phrase | None:
    """Who does what a participle behind a thing says: "The plan, described by Ann Lee, 34, as
    “…”", "a plan once hailed by Ann Lee as “…”"."""
    bits = u.flags[k]
    if u.language != "en" or not bits & c.PARTICIPLE or not bits & (c.NAME | c.SAY):
        return None
    if u.low[k + 1 : k + 2] != ["by"]:
        return None
    high = u.bounds(k)[1]
    beside = k == low or u.words[k - 1] == ","
    if not beside or not bits & c.NAME:
        quoted = next((i for i in range(k + 2, min(high, k + 14)) if u.flags[i] & QUOTE), 0)
        if not quoted or u.low[quoted - 1] != "as":
            return None
    phrase = parse(u, k + 2, high)
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    return with_name(u, phrase, high)


def who_also(u: Unit, k: int, low: int) -> Phrase | None:
    """Whom a relative clause goes back to that has a second verb at ``k``: "Claes, a teacher
    from Lund who works two days and calls it “…”"."""
    if u.language != "en" or k - 3 <= low or not u.flags[k - 1] & c.JOIN:
        return None
    who = next((i for i in range(k - 2, max(low, k - 16), -1) if u.low[i] == "who"), -1)
    if who < 0 or any(u.words[i] in ",;:" or u.flags[i] & QUOTE for i in range(who, k)):
        return None
    verbs = [i for i in range(who + 1, k - 1) if u.flags[i] & (c.VERB | c.AUX)]
    if not verbs or verbs[0] > who + 3:
        return None
    found = antecedent(u, who, low)
    if found is None or found.kind not in ("name", "role"):
        return None
    apposed = found.kind == "role" and found.start - 2 > low and u.words[found.start - 1] == ","
    first = found.start - 1
    while apposed and first > low and u.flags[first - 1] & CAPITAL:
        first -= 1
    named = parse(u, first, found.start - 1) if apposed else None
    return named if named is not None and named.kind == "name" else found


#: What stands before a participle whose subject follows.
_LED = frozenset("after before while when by in without despite on en tout après sans".split())
_TELLING = c.SAY | c.NAME | c.ACT


def fronted(u: Unit, k: int, q: int, low: int, high: int) -> Phrase | None:
    """Whose a clause with a participle is that stands before theirs, or who does what one
    in the passive says: "Calling it “…”, X resigned", "a plan dubbed “…” by X"."""
    bits = u.flags[k]
    if u.language == "de" or not bits & (c.GERUND | c.PARTICIPLE):
        return None
    if u.language == "en" and bits & c.NAME and u.low[q + 1 : q + 2] == ["by"]:
        return parse(u, q + 2, high)
    begin = k - 1 if k > low and u.low[k - 1] in ("having", "avoir") else k
    if not bits & c.GERUND and begin == k:
        return None
    while begin > low and u.low[begin - 1] in _LED:
        begin -= 1
    if begin > low:
        return None
    comma = next((i for i in range(q + 1, high) if u.words[i] == ","), -1)
    phrase = parse(u, comma + 1, high) if comma > 0 else None
    if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
        return None
    if phrase.end >= high:
        return None
    acts = u.flags[phrase.end] & (c.VERB | c.AUX | c.ADVERB) or verbal(u, phrase.end)
    return phrase if acts else None


def overheard(u: Unit, k: int, low: int) -> Phrase | None:
    """Whom somebody heard or quotes: "She remembers her father saying …", "He quotes Ada
    Roth as saying …"."""
    if u.language != "en" or not u.flags[k] & c.GERUND or not u.flags[k] & _TELLING:
        return None
    quoted = u.low[k - 1] == "as"
    end = k - 2 if quoted else k - 1
    if quoted and u.words[end] in (",", ")"):  # "He quotes Ada Roth, 34, as saying …"
        opens = "," if u.words[end] == "," else "("
        end = next((i for i in range(end - 1, low, -1) if u.words[i] == opens), low) - 1
    if end <= low or u.flags[end] & (PUNCTUATION | QUOTE | c.PRONOUN):
        return None
    found = ending_at(u, end, low)
    if found is None or found.kind not in ("name", "role") or found.start <= low:
        return None
    verb = found.start - 1
    known = _QUOTES if quoted else _HEARS
    passive = verb > low and u.flags[verb - 1] & c.BE
    return found if u.low[verb] in known and not passive else None


#: Verbs of whoever quotes, or hears, somebody.
_QUOTES = frozenset("quote quotes quoted quoting cite cites cited citing reported".split())
_HEARS = frozenset(
    """remember remembers remembered recall recalls recalled hear hears heard overheard recorded
    had shows caught""".split()
)


def accompanying(u: Unit, k: int, low: int) -> Phrase | None:
    """Who does what a clause with "with" says: "They were divided, with one fan writing …
    and others calling it …"."""
    if u.language != "en" or not u.flags[k] & c.GERUND:
        return None
    at, far = k - 1, max(low, k - _FAR)
    while at >= far and u.low[at] not in _LEADING and not u.flags[at] & QUOTE:
        at -= 1
    if at < far or (not _LEADING.get(u.low[at], True) and "with" not in u.low[low:at]):
        return None
    if at > low and not u.flags[at - 1] & (PUNCTUATION | QUOTE):
        return None
    phrase = parse(u, at + 1, k)
    if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
        return None
    apposed = phrase.end < k and u.words[phrase.end] == u.words[k - 1] == ","
    return phrase if apposed or all(u.flags[i] & c.ADVERB for i in range(phrase.end, k)) else None


#: What stands before the subject of a clause with "with": the first one, further ones.
_LEADING = {"with": True, "and": False, "while": False}
_FAR = 24


def parted(u: Unit, low: int, k: int) -> Phrase | None:
    """Whom a sentence begins with, if what says which and an aside between commas stand
    before the verb at ``k``: "An official involved in the talks, who had left, told us"."""
    if u.language != "en" or k <= low or u.words[k - 1] != ",":
        return None
    head = clause_subject(u, low, k)
    if head is None or head.kind != "role" or not u.flags[head.head] & (c.ROLE | c.GROUP):
        return None
    if u.flags[head.head] & CAPITAL or head.end >= k:
        return None
    comma = next((i for i in range(head.end, k - 1) if u.words[i] == ","), -1)
    if comma <= head.end or comma + 1 >= k or "," in u.words[comma + 1 : k - 1]:
        return None
    if u.low[comma + 1] not in _ASIDE and not u.flags[comma + 1] & c.GERUND:
        return None
    barred = c.AUX | c.RELATIVE | c.PRONOUN | c.JOIN | c.SUBORDINATE | QUOTE | PUNCTUATION
    return None if any(u.flags[i] & barred for i in range(head.end, comma)) else head


def contact(u: Unit, low: int, k: int) -> Phrase | None:
    """Whom a clause without "who" goes back to: "a chemist I admire called it “…”"."""
    if u.language != "en" or k - 3 < low or not u.flags[k - 2] & c.SELF:
        return None
    between = u.flags[k - 1]
    if between & (PUNCTUATION | QUOTE | c.AUX | CAPITAL) or u.flags[k - 3] & PUNCTUATION:
        return None
    found = ending_at(u, k - 3, low)
    known = found is not None and found.kind == "role" and u.flags[found.head] & c.ROLE
    return found if known else None


#: Before a verb that says what somebody has to do, with an adverb between.
_DUE = frozenset("must should ought need needs".split())


def due(u: Unit, k: int) -> bool:
    """Whether the verb at ``k`` is what somebody only has to do: "the minister must apologise for
    “…”", as another says."""
    at = k - 1
    while at > 0 and u.flags[at] & c.ADVERB and not u.flags[at] & (CAPITAL | c.AUX):
        at -= 1
    return u.low[at] in _DUE or (u.low[at] == "to" and u.low[at - 1] in _DUE)


def as_somebody(u: Unit, j: int) -> Attribution | None:
    """Who calls it so, where "as" stands at token ``j``: "“…” as Lee (1990) put it"."""
    if u.low[j : j + 1] not in (["as"], ["wie"], ["comme"]):
        return None
    phrase = parse(u, j + 1, min(len(u.words), j + 10))
    if phrase is None or phrase.kind != "name" or u.flags[phrase.start] & c.DETERMINER:
        return None
    k = phrase.end
    if u.words[k : k + 1] == ["("] and ")" in u.words[k : k + 4]:
        k = u.words.index(")", k) + 1
    while k < len(u.words) and u.flags[k] & c.ADVERB and not u.flags[k] & (CAPITAL | PUNCTUATION):
        k += 1
    put = u.low[k : k + 1] in (["put"], ["puts"]) and u.low[k + 1 : k + 2] == ["it"]
    if not put and not any(
        bits & (c.SAY | c.NAME) and not bits & CAPITAL for bits in u.flags[k : k + 1]
    ):
        return None
    return Attribution(phrase, j, k + 1, "cue-after", 0.85, reason=u.low[k])


#: German verbs whose object is to whom something is said, with no preposition.
_AGAINST = frozenset("wirft warf werfen warfen hält hielt halten hielten".split())


def without_addressee(u: Unit, phrase: Phrase | None, k: int) -> Phrase | None:
    """German: who says it, without whom he says it to: "wirft die Abgeordnete Minister Roth
    vor", where both stand side by side."""
    if phrase is not None and u.low[k] in _AGAINST:
        for at in range(phrase.start + 2, phrase.end):
            if u.flags[at] & (c.ROLE | c.TITLE) and u.flags[at] & CAPITAL:
                shorter = parse(u, phrase.start, at)
                return shorter if shorter is not None and shorter.end == at else phrase
    return phrase
