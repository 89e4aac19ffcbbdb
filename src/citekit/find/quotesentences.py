"""The subject of a sentence, whatever its verb: by word order alone.

English and French put the subject before the verb, after what may open a sentence:
adverbs, prepositional phrases, clauses that a conjunction or participle begins.  German
puts the finite verb second (the *Vorfeld* of the grammars holds one constituent, of any
kind): the subject is that constituent or stands after the verb.
"""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.cues_de import REPORTED
from citekit.find.cues_en import STRONG
from citekit.find.quoteasides import behind_noun, presented_at
from citekit.find.quotebackwards import oblique
from citekit.find.quotefronted import perfect_subject
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotesubjects import after, with_name
from citekit.find.quotetokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

#: What no verb is.
_NO_VERB = (
    c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.JOIN | c.SUBORDINATE | c.RELATIVE | c.TO
    | c.ADVERB | c.CLITIC | c.TIME | PUNCTUATION | QUOTE | NUMBER | CAPITAL | GENITIVE
)  # fmt: skip
#: Prefixes of German participles.
_PREFIXES = ("ge", "ver", "be", "er", "ent", "zer", "miss")
#: Endings of English words that may be finite verbs.
_ENGLISH = ("ed", "s")
#: Endings of German words that may be finite verbs.
_GERMAN = tuple(
    """t te ten en ab ieß ing am ief ug and ang aß ag og ieb ank ahm ahl arf arb ach iel ied
    oss iss uhr ob or ann uchs ock oh uf""".split()
)
_NO_ENGLISH = ("ss", "us", "is", "ous", "ness")


def verbal(u: Unit, k: int) -> bool:
    """Whether token ``k`` may be a finite verb by its form."""
    bits = u.flags[k]
    word = u.low[k]
    if bits & (c.VERB | c.AUX) and not bits & (CAPITAL | c.GERUND):
        return True
    if bits & _NO_VERB or len(word) < 3 or not word.isalpha():
        return False
    if u.language == "en":
        return word in STRONG or (word.endswith(_ENGLISH) and not word.endswith(_NO_ENGLISH))
    if u.language == "de":
        return word.endswith("te") or not word.endswith(("e", "er", "es", "em"))
    return word.endswith(
        ("e", "a", "ent", "ait", "aient", "it", "ut", "rent", "nd", "rt", "smet", "rmet", "omet")
    )


def subjunctive(u: Unit, k: int) -> bool:
    """Whether the German word at ``k`` is a verb in the Konjunktiv I: one of the common
    ones, or by its ending "-e" where no adjective stands, before no noun."""
    word = u.low[k]
    if word in REPORTED:
        return True
    if u.flags[k] or not word.endswith("e") or len(word) < 4 or word.endswith("te") or k == 0:
        return False
    before = u.flags[k - 1]
    following = u.flags[k + 1] if k + 1 < len(u.flags) else PUNCTUATION
    if len(word) == 4 and not following & (c.DETERMINER | c.PRONOUN):
        return False  # "müde"
    if before & QUOTE and following & (PUNCTUATION | c.PRONOUN):
        return True  # "weil die Lage „…“ zulasse."
    if before & c.ADVERB and (following & (c.DEFINITE | c.PRONOUN) or u.low[k + 1] == "es"):
        return True  # "Außerdem stinke der Aufzug"
    if u.low[k - 1] == "es" and following & c.CLITIC:
        return True  # "Es handle sich …"
    return bool(before & (CAPITAL | c.PRONOUN | NUMBER | c.TIME)) and bool(
        following
        & (c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.ADVERB | c.CLITIC | PUNCTUATION | QUOTE)
    )


def clause_subject(u: Unit, low: int, high: int) -> Phrase | None:
    """The subject of the main clause of the tokens ``low`` to ``high``, a sentence; None
    if the sentence begins with a quotation or has none."""
    found = _german(u, low, high) if u.language == "de" else _leading(u, low, high)
    return found if found is None else _identified(u, found, high)


def _identified(u: Unit, phrase: Phrase, high: int) -> Phrase:
    """The name that a sentence says its subject is or has: "The last witness was Ann Lee",
    "Sie heißt Ann Lee", « La première à parler est Ann Lee »."""
    flags = u.flags
    by = phrase.end + 2
    thing = u.language == "en" and phrase.kind == "role" and not flags[phrase.head] & c.ROLE
    passive = u.low[by : by + 1] == ["by"] and flags[by - 2] & c.BE and verbal(u, by - 1)
    if thing and passive:
        agent = parse(u, by + 1, high)  # "Opposition is led by Ann Lee, a dairy farmer"
        named = agent is not None and agent.kind == "name" and len(agent.names) == 1
        if agent is not None and named and agent.names[0][1] - agent.names[0][0] > 1:
            return agent
    noun = u.language == "de" and phrase.kind == "name" and flags[phrase.end - 1] & c.ROLE
    if phrase.kind not in ("role", "pronoun") and not noun:
        return phrase
    at = phrase.end
    if noun:
        pass  # "Erster Zeuge ist Jan Roth"
    elif phrase.kind == "role":
        known = flags[phrase.head] & c.ROLE or u.low[phrase.start] in _ONES
        known = known or u.low[phrase.head] in _NAMELY
        if not known and not (phrase.head == phrase.end - 1 and u.low[phrase.head] in ORDINALS):
            return phrase
        while at < high and at < phrase.end + 7 and not flags[at] & (c.BE | PUNCTUATION | QUOTE):
            at += 1
    elif u.low[at : at + 1] != [] and u.low[at] not in _CALLED:
        return phrase
    if at >= high or not (flags[at] & c.BE or u.low[at] in _CALLED):
        return phrase
    name = parse(u, at + 1, high)
    if name is None or name.kind != "name" or len(name.names) != 1:
        return phrase
    start, end = name.names[0]
    if any(flags[i] & GENITIVE for i in range(name.start, start)):
        return phrase  # "One was Ann Lee’s Early Harbours"
    closed = name.end >= high or bool(flags[name.end] & (PUNCTUATION | c.JOIN))
    return name if closed and (end - start > 1 or flags[start] == CAPITAL) else phrase


#: What stands for one of several; nouns of names; what a subject is called by.
_ONES = frozenset("one einer eine l'un l'une un une".split())
_NAMELY = frozenset("name nom".split())
ORDINALS = frozenset(
    """first second third fourth fifth last next other erste zweite dritte letzte premier première
    deuxième second seconde troisième dernier dernière""".split()
)
_CALLED = frozenset("heißt heisst hieß hiess nomme appelle nommait appelait".split())


def reporter(u: Unit, low: int, high: int) -> Phrase | None:
    """Who reports in a sentence without a quotation: "Not so, said Ann Lee, whose …", "The
    dam, Lee says, will hold", "Das stimme, sagt der Wirt"."""
    words = u.words
    for k in range(low + 2, high):
        bits = u.flags[k]
        if not bits & c.SAY or bits & (CAPITAL | c.GERUND | c.TO) or u.low[k] in _SEEING:
            continue
        if words[k - 1] == ",":
            phrase = parse(u, k + 1, high)
            pronoun = phrase is not None and phrase.kind == "pronoun" and u.language == "en"
            if pronoun and k + 2 < high and not u.flags[k + 2] & PUNCTUATION:
                continue  # "Lee, who had left, said she would …"
        elif u.language == "en" and (k + 1 >= high or words[k + 1] in ",.;"):
            comma = k - 1
            while comma > low and words[comma] != "," and comma > k - 12:
                comma -= 1
            phrase = parse(u, comma + 1, k) if words[comma] == "," else None
            phrase = phrase if phrase is not None and phrase.end == k else None
        elif u.language == "fr" and bits & c.PARTICIPLE and k > low + 3:
            phrase = perfect_subject(u, k, high)
        else:
            continue
        if phrase is not None and (
            phrase.kind in ("name", "pronoun") or u.flags[phrase.head] & c.ROLE
        ):
            return with_name(u, phrase, high)
    return None


def met(u: Unit, low: int, high: int) -> Phrase | None:
    """Whom a sentence whose subject is the writer turns to: "I asked the dean, Ann Lee, …",
    "I put it to a cook in Lyon, who laughed"."""
    flags = u.flags
    k = next((k for k in range(low, high) if u.low[k] in _TURNING[u.language]), high)
    at = k + 1
    while at < high:
        bits = flags[at]
        if bits & QUOTE or (bits & PUNCTUATION and u.words[at] in ".;:"):
            return None
        if bits & (c.DETERMINER | CAPITAL) and not bits & c.PREPOSITION:
            phrase = parse(u, at, high)
            if phrase is not None and phrase.kind in ("name", "role"):
                if phrase.kind == "role" and "to" in u.low[at : phrase.end]:
                    inner = parse(u, at + 1 + u.low[at : phrase.end].index("to"), high)
                    phrase = inner if inner is not None and inner.kind != "pronoun" else phrase
                phrase = with_name(u, phrase, high)
                follows = u.low[phrase.end : phrase.end + 2]
                if follows == [",", "who"] and not flags[phrase.head] & c.ROLE:
                    for start in range(phrase.end - 1, at, -1):
                        last = parse(u, start, phrase.end) if flags[start] & c.DETERMINER else None
                        if last is not None and last.end == phrase.end:
                            return last  # "a drawing for a cook in Lund, who laughed"
                person = phrase.kind == "name" and len(phrase.names) == 1
                person = person or bool(flags[phrase.head] & c.ROLE)
                if person or follows == [",", "who"] or follows[:1] == ["who"]:
                    return phrase
                at = phrase.end
                continue
        at += 1
    return None


#: German verbs that report no speech behind a comma: "Sie stürmte los, sah Gelb".
_SEEING = frozenset("sah sieht sahen sehen".split())
#: Verbs of the writer's that bring somebody into the text.
_TURNING = {
    "en": frozenset(
        """asked ask put met visited visit called rang phoned spoke talked wrote showed told
        interviewed drew had sat stood walked""".split()
    ),
    "de": frozenset(
        """frage fragte gefragt treffe traf getroffen besuche besuchte besucht sprach gesprochen
        spreche""".split()
    ),
    "fr": frozenset("demande demandé rencontre rencontré rencontrai interrogé parlé".split()),
}


def relative_subject(u: Unit, verbs: list[int], low: int, k: int) -> Phrase | None:
    """English: "The man who owns the shop said it was “…”": whom the sentence begins
    with, if the clause between has a verb of its own and no comma."""
    who = next((i for i in range(low, k) if u.low[i] in ("who", "that")), -1)
    if u.language != "en" or who < 0:
        return None
    phrase = clause_subject(u, low, who)
    if phrase is None or phrase.end != who or phrase.kind != "role":
        return None
    own = any(verbal(u, v) for v in range(who + 1, k))
    many = sum(v > who and not u.flags[v] & c.PARTICIPLE for v in verbs) > 1
    return None if many or not own or "," in u.words[who:k] else phrase


def described_subject(u: Unit, verbs: list[int], low: int, k: int, q: int) -> Phrase | None:
    """English: "Officials familiar with the plan called it “…”": the people whom the
    sentence begins with and what says which, if no other verb stands between."""
    phrase = clause_subject(u, low, k)
    if phrase is None or phrase.start != low or phrase.end >= k or phrase.kind != "role":
        return None
    bits, word = u.flags[phrase.end], u.low[phrase.end]
    if not (bits & (c.PREPOSITION | c.PARTICIPLE) or word.endswith("ed") or word == "familiar"):
        return None
    if any(v >= phrase.end and not u.flags[v] & c.PARTICIPLE for v in verbs):
        return None
    joined = any(u.flags[at] & c.JOIN for at in range(phrase.end, k))
    return None if joined or "," in u.words[phrase.end : k] else phrase


def _comma(u: Unit, at: int, high: int) -> int:
    """The token after the next comma, or ``high``."""
    while at < high and u.words[at] != ",":
        at += 1
    return min(high, at + 1)


def _leading(u: Unit, low: int, high: int) -> Phrase | None:
    """English and French."""
    flags = u.flags
    at = low
    governed = False  # whether a noun that a preposition governs stands before a comma
    for _ in range(6):
        while at < high and (
            (flags[at] & (c.JOIN | c.ADVERB | c.TIME) and not flags[at] & (CAPITAL | c.ROLE))
            or (flags[at] & PUNCTUATION and u.words[at] != "(")
        ):
            at += 1
        if at >= high or flags[at] & QUOTE:
            return None
        bits = flags[at]
        if at == low and u.words[at].isupper() and len(u.words[at]) > 3:
            dash = next((k for k in range(at, min(high, at + 9)) if u.words[k] in "—–"), 0)
            if dash and all(flags[k] & (CAPITAL | PUNCTUATION) for k in range(at, dash)):
                at = dash + 1  # "NAIROBI, Kenya — Schools remained shut"
                continue
        if _participial(u, at, high):
            at = _comma(u, at, high)
            continue
        if bits & c.AUX and at + 1 < high and flags[at + 1] & c.PRONOUN:
            return parse(u, at + 1, high)
        if u.low[at : at + 3] == ["il", "y", "a"]:
            at = _comma(u, at, high)  # « Il y a dix ans, elle … »
            continue
        if bits & c.DETERMINER and at + 1 < high and flags[at + 1] & QUOTE:
            return None
        plural = u.words[at] == "Des" and u.language == "fr"  # the article
        if (
            plural
            or bits & CAPITAL
            or not bits & (c.PREPOSITION | c.SUBORDINATE | c.TO | c.RELATIVE)
        ):
            if bits & (c.GERUND | c.PARTICIPLE) and not bits & (c.ROLE | c.GROUP | CAPITAL):
                at = _comma(u, at, high)
                continue
            found = _phrase(u, at, high)
            if found is not None and not (governed and _aside(u, found, at, high)):
                return found
            at = _comma(u, at, high)
            continue
        if bits & c.SUBORDINATE or not bits & c.PREPOSITION:
            at = _comma(u, at, high)
            continue
        # A prepositional phrase, with or without a comma after it.
        inner = parse(u, at + 1, high)
        behind = behind_noun(u, at + 1, inner, high)
        if behind is not None:
            return with_name(u, behind, high)
        end = inner.end if inner is not None else at + 2
        while end < high and flags[end] & (c.PREPOSITION | c.TIME | NUMBER | c.ADVERB):
            governs = flags[end] & c.PREPOSITION
            inner = parse(u, end + 1, high) if governs else None
            end = inner.end if inner is not None else end + 1
            if governs and inner is None and end < high and not flags[end]:
                end += 1  # "in attendance"
        presented = presented_at(u, end, high)
        if presented is not None:
            return with_name(u, presented, high)
        if end < high and u.words[end] == ",":
            at = end + 1
            governed = True
        elif end < high and (
            flags[end] & (c.DETERMINER | c.PRONOUN | CAPITAL) and not flags[end] & c.PREPOSITION
        ):
            at = end
        else:
            at = _comma(u, end, high)
    return None


def _aside(u: Unit, phrase: Phrase, at: int, high: int) -> bool:
    """English: whether a phrase only says who or what was named before it, for a subject
    follows: "From Roth, a fellow Swede, she learned …"."""
    end = phrase.end
    if u.language != "en" or not u.flags[at] & c.INDEFINITE or end + 1 >= high:
        return False
    if u.words[end] != "," or not u.flags[end + 1] & (c.PRONOUN | CAPITAL | c.DEFINITE):
        return False
    second = parse(u, end + 1, high)
    return second is not None and second.end < high and verbal(u, second.end)


def _participial(u: Unit, at: int, high: int) -> bool:
    """Whether a participle begins a clause of its own: "Asked about it, Lee nodded"."""
    bits = u.flags[at]
    word = u.low[at]
    if at + 1 >= high or (u.flags[at + 1] & (CAPITAL | PUNCTUATION) and u.words[at + 1] != ","):
        return False
    known = bits & (c.GERUND | c.PARTICIPLE) and not bits & (c.ROLE | c.GROUP)
    if u.language == "en":
        shaped = word.endswith("ing") and len(word) > 4 and bits & CAPITAL
    elif u.language == "de":
        following = u.flags[at + 1] & c.PREPOSITION
        prefixed = word.startswith("ge") or word.find("ge", 1, 7) > 0
        shaped = prefixed and word.endswith(("t", "en")) and bool(following)
    else:
        shaped = word.endswith(("ant", "é", "ée")) and len(word) > 4
        known = known or bits == c.PARTICIPLE
    return bool((known or shaped) and "," in u.words[at + 1 : high])


def _phrase(u: Unit, at: int, high: int) -> Phrase | None:
    """The phrase at ``at``; one with no verb before a comma, after which a phrase and a verb
    follow, was put in front: « Chaque printemps, on lui propose … »."""
    phrase = parse(u, at, high)
    if phrase is None:
        return None
    flags = u.flags
    after_adverbs = phrase.end
    while after_adverbs < high and flags[after_adverbs] & c.ADVERB:
        after_adverbs += 1
    if (
        phrase.kind == "role"
        and after_adverbs < high
        and not flags[phrase.head] & (c.ROLE | c.GROUP)
        and flags[after_adverbs] & (c.DEFINITE | c.PRONOUN | CAPITAL)
        and not flags[after_adverbs] & (c.RELATIVE | c.CLITIC)
    ):
        second = parse(u, after_adverbs, high)  # "Two weeks later the committee …"
        if second is not None and second.end < high and verbal(u, second.end):
            return with_name(u, second, high)
    comma = phrase.end
    while comma < high and u.words[comma] != ",":
        if flags[comma] & (QUOTE | c.RELATIVE) or (
            verbal(u, comma) and not flags[comma] & c.NOUNLIKE
        ):
            return with_name(u, phrase, high)
        comma += 1
    # « Archiviste à Lyon, il … »
    bare_role = u.language == "fr" and not flags[phrase.start] & (c.DETERMINER | NUMBER)
    if (
        comma + 2 < high
        and phrase.kind == "role"
        and (bare_role or not flags[phrase.head] & c.ROLE)
    ):
        second = parse(u, comma + 1, high)
        bare = second is not None and second.kind == "role" and not flags[comma + 1] & c.DETERMINER
        if (
            second is not None
            and not bare
            and (
                second.kind in ("pronoun", "self")
                or (second.end < high and (verbal(u, second.end) or flags[second.end] & c.CLITIC))
            )
        ):
            return with_name(u, second, high)
    return with_name(u, phrase, high)


def _german(u: Unit, low: int, high: int) -> Phrase | None:
    flags = u.flags
    at = low
    while at < high and (
        (flags[at] & c.JOIN and not flags[at] & CAPITAL)
        or (flags[at] & PUNCTUATION and u.words[at] != "(")
    ):
        at += 1
    if at >= high or flags[at] & QUOTE:
        return None
    bits = flags[at]
    opening = _participial(u, at, high)
    if opening or (bits & (c.SUBORDINATE | c.RELATIVE) and not bits & CAPITAL):
        for _ in range(4):
            at = _comma(u, at, high)
            if at < high and verbal(u, at):
                return after(u, at + 1, high)
        return None
    view = _viewing(u, at, high)
    if view is not None:
        return view
    if not bits & (c.PREPOSITION | c.TIME | c.ADVERB) or bits & CAPITAL:
        phrase = parse(u, at, high)
        if phrase is not None and not _fronted(u, phrase, high):
            return _behind(u, phrase, high) or with_name(u, phrase, high)
    # The first constituent is something else: the subject follows the verb.
    beyond = _past_relative(u, at, high)
    if beyond:
        return after(u, beyond + 1, high)
    for k in range(at + 1, min(high, at + 14)):
        if u.words[k] in ",:":
            if k + 1 < high and not verbal(u, k + 1):
                continue
            return None
        if flags[k] & QUOTE:
            if k + 1 < high and verbal(u, k + 1):
                continue  # In seinem Buch „…“ beschreibt X …
            return None
        if flags[k] & c.AUX or (flags[k] & c.VERB and not flags[k] & CAPITAL) or _second(u, k):
            found = after(u, k + 1, high)
            if found is not None or flags[k] & (c.AUX | c.VERB):
                return found
    return None


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
    close = _comma(u, comma + 1, min(high, comma + 24))
    return close if close < high and verbal(u, close) and u.words[close - 1] == "," else 0


def _viewing(u: Unit, at: int, high: int) -> Phrase | None:
    """German: in whose view something is: "Für Trainer Jan Roth ist das der Schlüssel"."""
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
        and u.low[following.start] in ("der", "er", "ein")
        and not oblique(u, following)
    )
