"""The subject of a sentence, whatever its verb: by word order alone.

English and French put the subject before the verb, after what may open a sentence:
adverbs, prepositional phrases, clauses that a conjunction or participle begins.  German
sentences are read by :mod:`citekit.find.grammar.vorfeld`.
"""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.french import PRESENTING
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.asides import behind_noun, behind_that, cleft, presented_at
from citekit.find.grammar.fronted import perfect_subject
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.times import past_date, since
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import participial, past_comma, verbal
from citekit.find.grammar.vorfeld import german_subject


def clause_subject(u: Unit, low: int, high: int) -> Phrase | None:
    """The subject of the main clause of the tokens ``low`` to ``high``, a sentence; None
    if the sentence begins with a quotation or has none."""
    if u.language == "de":
        found = german_subject(u, low, high)
    else:
        found = None
        if u.language == "fr":
            low = past_date(u, low, high)
            found = cleft(u, low, high) or behind_that(u, low, high)
            if u.low[low] in PRESENTING and u.flags[low] == c.AUX and u.flags[low + 1] & CAPITAL:
                return parse(u, low + 1, high)  # « Reste Roux, qui … »
        found = found or _leading(u, low, high)
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


def only_name(u: Unit, low: int, high: int) -> Phrase | None:
    """The name in a clause, if there is one and no other."""
    found: Phrase | None = None
    at = low
    while at < high:
        if u.flags[at] & CAPITAL:
            phrase = parse(u, at, high)
            noun = (
                u.language == "de"
                and at > low
                and (
                    u.flags[at - 1] & (c.DETERMINER | c.PREPOSITION)
                    or u.low[at - 1].endswith(("en", "es"))
                )
            )
            if phrase is not None and phrase.kind == "name" and not noun:
                if found is not None:
                    return None
                found = phrase
                at = phrase.end
                continue
        at += 1
    return found


def reporter(u: Unit, low: int, high: int) -> Phrase | None:
    """Who reports in a sentence without a quotation: "Not so, said Ann Lee, whose …", "The
    dam, Lee says, will hold", "Das stimme, sagt der Wirt"."""
    words = u.words
    for k in range(low + 2, high):
        bits = u.flags[k]
        if u.language == "de" and u.low[k] == "so" and words[k - 1] == ",":
            phrase = parse(u, k + 1, high)  # "Es sei schwierig, so Ada Roth."
            ends = phrase is not None and (
                phrase.end >= high or u.flags[phrase.end] & (PUNCTUATION | c.PREPOSITION | c.ADVERB)
            )
            known = phrase is not None and (
                phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
            )
            if ends and known:
                return phrase
            continue
        if not bits & c.SAY or bits & (CAPITAL | c.GERUND | c.TO) or u.low[k] in _SEEING:
            continue
        if words[k - 1] == ",":
            phrase = parse(u, k + 1, high)
            pronoun = phrase is not None and phrase.kind == "pronoun" and u.language == "en"
            if pronoun and k + 2 < high and not u.flags[k + 2] & PUNCTUATION:
                continue  # "Lee, who had left, said she would …"
            before = _leading(u, low, k) if u.language == "en" else None
            if before is not None and before.kind == "name" and before.end == k - 1:
                phrase = before  # "The operator, North Lines, said Monday's …"
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
                to = {"en": "to", "fr": "à"}.get(u.language, "")
                if phrase.kind == "role" and to in u.low[at : phrase.end]:
                    inner = parse(u, at + 1 + u.low[at : phrase.end].index(to), high)
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
                person = person or (
                    u.low[phrase.start] == "eine" and u.low[phrase.head][-2:] == "in"
                )
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
        spreche sah gesehen angerufen""".split()
    ),
    "fr": frozenset(
        """demande demandé demandai rencontre rencontré rencontrai interroge interrogé interrogeai
        parlé vu revu croisé soumis posé questionné téléphoné montré""".split()
    ),
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
        if participial(u, at, high) or (at == low and since(u, at)):
            at = past_comma(u, at, high)
            continue
        if bits & c.AUX and at + 1 < high and flags[at + 1] & c.PRONOUN:
            return parse(u, at + 1, high)
        stressed = at == low and u.low[at] in ("lui", "eux") and at + 1 < high
        if stressed and (
            flags[at + 1] & (c.CLITIC | c.AUX) or verbal(u, at + 1) or u.words[at + 1] == ","
        ):
            return Phrase(at, at + 1, "pronoun", definite=True)  # « Lui ne cache rien »
        if u.low[at : at + 3] == ["il", "y", "a"]:
            at = past_comma(u, at, high)  # « Il y a dix ans, elle … »
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
                at = past_comma(u, at, high)
                continue
            found = _phrase(u, at, high)
            timed = found is not None and found.end < high and _timed(u, found)
            if found is not None and timed and u.words[found.end] == ",":
                at = found.end + 1  # « L'autre jour, place du Marché, un homme … »
                continue
            if found is not None and not _aside(u, found, at, high, governed):
                return found
            at = past_comma(u, at, high)
            continue
        if bits & c.SUBORDINATE or not bits & c.PREPOSITION:
            at = past_comma(u, at, high)
            continue
        # A prepositional phrase, with or without a comma after it.
        dated = u.language == "en" and u.words[at + 1 : at + 2] and u.words[at + 1].isdecimal()
        inner = parse(u, at + 1 + bool(dated), high)
        if dated and inner is not None and inner.kind == "name" and inner.start == at + 2:
            return inner  # "In 1835 Lee published …"
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
            at = past_comma(u, end, high)
    return None


def _timed(u: Unit, phrase: Phrase) -> bool:
    """French: whether a phrase says when: « L'autre jour », « Le 4 février »."""
    if u.language != "fr" or phrase.kind != "role":
        return False
    last = u.flags[phrase.end - 1] & c.TIME and u.flags[phrase.end - 2] & NUMBER
    return bool(last) or u.low[phrase.head] in _TIMES


#: French nouns of times.
_TIMES = frozenset("jour matin soir nuit semaine mois année lendemain fois instant heure".split())


def _aside(u: Unit, phrase: Phrase, at: int, high: int, governed: bool) -> bool:
    """Whether a phrase only says who or what was named before it, for a subject follows: "From
    Roth, a fellow Swede, she learned …"; behind a full name whatever is no verb follows:
    "According to Ann Lee, a curator in Lund, visitors …", « Selon Ada Roy, une élue, les … »."""
    end = phrase.end
    if not u.flags[at] & c.INDEFINITE:
        return False
    if phrase.kind == "role" and _full_name(u, at - 2):
        while end < high and not u.flags[end] & (PUNCTUATION | QUOTE | c.RELATIVE):
            if verbal(u, end) and not u.flags[end] & c.NOUNLIKE:
                return False
            end += 1
        end = past_comma(u, end, high) - 1 if end < high and u.flags[end] & c.RELATIVE else end
        return end + 1 < high and u.words[end] == "," and not _goes_on(u, end + 1)
    if not governed or u.language != "en" or end + 1 >= high:
        return False
    if u.words[end] != "," or not u.flags[end + 1] & (c.PRONOUN | CAPITAL | c.DEFINITE):
        return False
    second = parse(u, end + 1, high)
    return second is not None and second.end < high and verbal(u, second.end)


def _goes_on(u: Unit, at: int) -> bool:
    """Whether token ``at`` is rather a verb than a noun of people in the plural."""
    if u.flags[at] & (c.ROLE | c.GROUP) or not verbal(u, at):
        return False
    known = u.flags[at] & (c.VERB | c.AUX | c.SAY) or not u.low[at].endswith("s")
    behind = c.DETERMINER | c.PREPOSITION | c.PRONOUN | c.TO | c.ADVERB | QUOTE
    return bool(known or u.language != "en" or u.flags[at + 1] & behind)


def _full_name(u: Unit, last: int) -> bool:
    """Whether somebody's full name ends at token ``last``, before a comma."""
    first = last
    while first > 0 and u.flags[first - 1] & CAPITAL and not u.flags[first - 1] & c.PREPOSITION:
        first -= 1
    named = first < last and bool(u.flags[last] & CAPITAL) and u.words[last + 1] == ","
    return named and not GIVEN.keys().isdisjoint(u.low[first:last])


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
    # « Archiviste à Lyon, il … »
    bare_role = u.language == "fr" and not flags[phrase.start] & (c.DETERMINER | NUMBER)
    while comma < high and u.words[comma] != ",":
        known = flags[comma] & (c.VERB | c.AUX) or not bare_role or phrase.kind != "role"
        if flags[comma] & (QUOTE | c.RELATIVE) or (
            known and verbal(u, comma) and not flags[comma] & c.NOUNLIKE
        ):
            return with_name(u, phrase, high)
        comma += 1
    if (
        comma + 2 < high
        and phrase.kind == "role"
        and (bare_role or not flags[phrase.head] & c.ROLE or _presents(u, phrase, comma, high))
    ):
        second = parse(u, comma + 1, high)
        bare = second is not None and second.kind == "role" and not flags[comma + 1] & c.DETERMINER
        # « La légende, elle, tient en une ligne »
        stressed = second is not None and u.words[second.end : second.end + 1] == [","]
        stressed = stressed and second is not None and second.kind == "pronoun"
        if (
            second is not None
            and not bare
            and not (stressed and u.language == "fr")
            and (
                second.kind in ("pronoun", "self")
                or (second.end < high and (verbal(u, second.end) or flags[second.end] & c.CLITIC))
            )
        ):
            return with_name(u, second, high)
    return with_name(u, phrase, high)


def _presents(u: Unit, phrase: Phrase, comma: int, high: int) -> bool:
    """English: whether an indefinite noun says what somebody is who is meant behind the comma
    and does something: "A small woman with a strong voice, Ms. Roth was known …"."""
    if u.language != "en" or u.low[phrase.start] not in ("a", "an"):
        return False
    second = parse(u, comma + 1, high)
    if second is None or second.kind not in ("name", "pronoun") or second.end >= high:
        return False
    return verbal(u, second.end)
