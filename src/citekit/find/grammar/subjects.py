"""Who speaks: the subject of a verb of saying, before it, after it, or inherited."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.asides import DASHES, before_aside
from citekit.find.grammar.backwards import OBJECTS, ending_at, finite, oblique, several_before
from citekit.find.grammar.bounds import (
    alleged,
    demonstrative,
    past_aside,
    past_preposition,
    timed,
)
from citekit.find.grammar.documents import TOPICAL, stands_in
from citekit.find.grammar.fronted import WAYS, aside_before, auxiliary, willing
from citekit.find.grammar.inverted import (
    as_what,
    before_brackets,
    before_verb,
    behind_adverb,
    behind_verb,
    focused,
    leading,
    modal_before,
    quoted_source,
    quoted_subject,
)
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.series import fellows_join
from citekit.find.grammar.times import past_time
from citekit.find.grammar.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import ASKED

#: The subject is that of the clause before.
INHERITED = Phrase(-1, -1, "inherited")
#: The verb is passive: who speaks stands after "by", if anywhere.
PASSIVE = Phrase(-1, -1, "passive")

_FRENCH_CLITICS = frozenset("s' s’ se l' l’ lui y en n' n’ ne nous m' m’ me leur".split())
#: Participles of verbs that make their perfect with "être".
_WITH_BE = ("reven", "interven", "conven", "all", "descend", "sort")
_SOMEBODY = c.ROLE | c.GROUP | c.INDEFINITE
#: What parts the clauses of a sentence.
_APART = PUNCTUATION | QUOTE | c.SUBORDINATE | c.RELATIVE


def subject(u: Unit, verb: int, low: int, high: int) -> Phrase | None:
    """The subject of the verb at token ``verb`` in the sentence ``low`` to ``high``."""
    if u.language == "de":
        return several_before(u, verb, low) or _german(u, verb, low, high)
    if u.language == "fr":
        for at in (verb + 1, verb - 2) if u.flags[verb] & c.TO else (verb + 1,):
            tied = low < at < high and u.flags[at] & c.PRONOUN
            if tied and "-" in u.text[u.ends[at - 1] : u.starts[at]]:
                return parse(u, at, high)  # « Tout juste consent-il à parler de … »
    return _before(u, verb, low, high)


def _before(u: Unit, verb: int, low: int, high: int) -> Phrase | None:
    """English and French: to the left of the verb, its auxiliaries and adverbs."""
    flags = u.flags
    bits = flags[verb]
    i = verb - 1
    passive = False
    french = u.language == "fr"
    if french and bits & c.PARTICIPLE and not bits & c.GERUND:
        parted = auxiliary(u, verb, low)
        i = parted if parted >= 0 else i
    while i >= low:
        left = flags[i]
        word = u.low[i]
        if left & CAPITAL:
            break
        if french and (past := aside_before(u, i, low)) < i:
            i = past
            continue
        if timed(u, i, low):
            i -= 2
            continue
        if word == "to" and i > low and u.low[i - 1] == "used":
            i -= 2
            continue
        if word == "to" and alleged(u, i - 1, low):
            passive = False
            i -= 3  # "he is reported to have said"
            continue
        if left & c.AUX:
            before = i - 1 - (i > low and u.low[i - 1] in ("en", "y"))
            reflexive = french and before >= low and u.low[before] in ("s'", "s’", "se")
            reflexive = reflexive or (french and u.low[verb].startswith(_WITH_BE))
            passive = passive or bool(left & c.BE and not reflexive)
            # "as saying": whoever was quoted.
        elif french and (
            word in _FRENCH_CLITICS or (word in ("le", "la", "les") and i == verb - 1)
        ):
            pass
        elif (
            french and word in ("vous", "t'", "t’", "te") and i > low and not flags[i - 1] & _OPENS
        ):
            pass  # « Des élus vous ont reproché de … »
        elif word in ("here", "there") and i == verb - 1 and i > low and not flags[i - 1]:
            pass  # "An examiner there told her …"
        elif not left & c.ADVERB or left & (c.TIME if not french else 0):
            break
        elif word == "même" and i > low and u.low[i - 1] in ("le", "la"):
            return parse(u, i - 1, i + 1)
        i -= 1
    if bits & c.GERUND:
        if i >= low and u.low[i] == "as" and i > low and flags[i - 1] & c.PARTICIPLE:
            return _before_passive(u, i - 1, low)
        passive = False
        if u.language == "en" and i == verb - 1 and _opening(u, i, low):
            return None  # "Quit calling it “…”"
        if i >= low and i < verb - 1 and flags[i + 1] & c.BE:
            pass
        elif (i < verb or flags[verb - 1] & PUNCTUATION) and (i < low or not flags[i] & c.PRONOUN):
            return INHERITED
    if passive and bits & c.PARTICIPLE:
        return PASSIVE
    if french and bits & c.TO:
        j = verb - 1
        while j > low and u.low[j].endswith(("er", "ir", "re")):
            j -= 1
        if j > low and u.low[j] in ("de", "d'", "d’"):
            found = ending_at(u, j - 1, low)  # « Et le juge de faire remarquer que … »
            if found is not None and u.low[j - 1] in WAYS:
                return INHERITED  # « Manière de rappeler que … »
            if _opening(u, j - 1, low) and (
                flags[j - 1] == CAPITAL or u.low[j - 1].endswith(("er", "ir", "re"))
            ):
                return None  # « Merci de … », « 3) Refuser de … »
            if found is not None and (found.kind != "role" or flags[found.head] & _SOMEBODY):
                return found
        governor = willing(u, verb, low)
        if governor > low and u.low[governor].startswith("entend"):
            for heard in range(governor - 1, max(low, governor - 4), -1):
                if u.low[heard] in ("l'", "l’", "le", "la"):
                    # « l'a entendu dire »
                    return Phrase(heard, heard + 1, "pronoun", definite=True)
        if governor > low:
            return subject(u, governor, low, high)
    if french:
        inverted = i > low and flags[i] & c.PRONOUN and flags[i - 1] & c.AUX  # « a-t-il noté »
        if (
            i == verb - 1
            and not inverted
            and (u.low[verb].endswith(_PARTICIPLES) or u.low[verb + 1 : verb + 2] == ["par"])
            and bits & c.PARTICIPLE
        ):
            return PASSIVE
        if i >= low and u.low[i] in ("comme", "que", "qu'", "qu’"):
            return after(u, verb + 1, high)
    return _left_of(u, i, low)


#: Before a pronoun that is the subject of its clause.
_OPENS = PUNCTUATION | QUOTE | c.JOIN | c.SUBORDINATE | c.RELATIVE | c.ADVERB | c.PREPOSITION
_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")


def _opening(u: Unit, i: int, low: int) -> bool:
    """Whether token ``i`` has its capital as it begins the sentence, behind a number or sign
    too, and is no given name."""
    opens = i == low or (i > low and u.flags[i - 1] & PUNCTUATION and u.words[i - 1] != ",")
    return bool(opens and u.flags[i] & CAPITAL) and u.low[i] not in GIVEN


def _before_passive(u: Unit, verb: int, low: int) -> Phrase | None:
    i = verb - 1
    while i >= low and u.flags[i] & (c.AUX | c.ADVERB) and not u.flags[i] & CAPITAL:
        i -= 1
    return _left_of(u, i, low)


def _left_of(u: Unit, i: int, low: int) -> Phrase | None:
    """The subject that ends at token ``i``."""
    if i < low:
        return INHERITED
    flags = u.flags
    bits = flags[i]
    word = u.low[i]
    if bits & c.PRONOUN and not bits & CAPITAL:
        if i - 2 >= low and u.low[i - 1] in ("d'", "d’") and u.flags[i - 2] & c.INDEFINITE:
            first = i - 3 if i - 3 >= low and u.low[i - 3] in ("l'", "l’") else i - 2
            return Phrase(first, i + 1, "role", (), i - 2)  # « l'une d'elles »
        return parse(u, i, i + 1)
    if bits & c.TO and (u.language == "fr" or not bits & (CAPITAL | c.PARTICLE | c.TITLE)):
        return INHERITED
    if word in ("who", "which", "qui", "that") or (
        word in ("lequel", "laquelle") and u.words[i - 1] == ","
    ):
        return antecedent(u, i, low)
    if bits & c.JOIN:
        return INHERITED
    if word == "," or word in DASHES:
        inner = _clause_start(u, i, low) if u.language == "fr" else low
        found = before_aside(u, i, inner) if inner > low else None
        return found or before_aside(u, i, low)
    if bits & QUOTE:
        # "Its magazine, “The Banner,” urged …"
        behind = i > low + 1 and u.words[i - 1] == ","
        return ending_at(u, i - 2, low) if behind else before_verb(u, i, low)
    if word == ")":
        j = i - 1
        while j > low and u.words[j] != "(":
            j -= 1
        return ending_at(u, j - 1, low) if j > low else None
    named = _with_fellows(u, i, low)
    if named is not None:
        return named
    relative = _relative(u, i, low) if u.language == "fr" else -1
    return antecedent(u, relative, low) if relative >= 0 else ending_at(u, i, low)


def _clause_start(u: Unit, i: int, low: int) -> int:
    """French: where the clause begins that a conjunction leads behind another clause, with a comma
    in it before token ``i``: « …, quand sa voisine, Ada Roth, se dit … »; or ``low``."""
    for at in range(i - 3, low + 1, -1):
        if u.flags[at] & QUOTE:
            return low
        if u.low[at] in _WHEN and u.words[at - 1] == ",":
            return at + 1 + (u.low[at + 1] in ("que", "qu'", "qu’"))
    return low


_WHEN = frozenset("quand alors tandis lorsque puisque".split())


def _with_fellows(u: Unit, i: int, low: int) -> Phrase | None:
    """Who is named before fellows that end at token ``i``, behind what they are too: "Ann Lee, a
    chemist, and her team"."""
    join = fellows_join(u, i, low)
    if join <= low:
        return None
    aside = before_aside(u, join - 1, low) if u.words[join - 1] == "," else None
    found = aside if aside is not None and aside.kind == "name" else ending_at(u, i, low)
    return found if found is not None and found.end <= join else None


def _relative(u: Unit, i: int, low: int) -> int:
    """French: the "qui" whose clause, without a comma, ends at token ``i``, so that its last
    noun is no subject: « Un passant qui promène son chien raconte »; or -1."""
    at = i
    while at >= low and u.low[at] != "qui":
        if u.flags[at] & _APART and not u.flags[at] & (CAPITAL | c.DEFINITE):
            return -1
        if u.flags[at] & c.JOIN:
            joined = ending_at(u, i, at + 1)
            if joined is not None and (joined.kind == "name" or u.flags[joined.head] & c.ROLE):
                return -1  # « L'homme qui attendait part et le maire évoque »
        at -= 1
    governed = at > low and u.flags[at - 1] & c.PREPOSITION  # « à qui le maire reproche »
    return at if at >= low and not governed else -1


#: French adverbs of degree that may be pronouns: « Elle doit beaucoup à Roux, pour qui … ».
_DEGREES = frozenset("beaucoup peu tant trop".split())


def antecedent(u: Unit, i: int, low: int) -> Phrase | None:
    """The noun phrase a relative pronoun at ``i`` goes back to."""
    j = i - 1
    if j >= low and u.low[j] in (",", "and", "et", "—", "–"):
        j -= 1
    if j >= low and u.words[j] == ",":
        j -= 1
    if j < low:
        return None
    if u.words[j] == ")":
        while j > low and u.words[j] != "(":
            j -= 1
        j -= 1
    found = ending_at(u, j, low, True)
    if found is None and u.low[i].startswith("l") and u.language == "fr":
        found = _contracted(u, j, low)  # « au recteur, lequel … »
    if found is not None and found.kind == "role" and u.flags[found.head] & (c.WORK | c.SPEECH):
        # « le communiqué de la fédération, qui … »: who put it out.
        for s in range(found.head + 1, j):
            if u.low[s] in ("de", "du", "des", "d'", "d’", "of"):
                owner = parse(u, s + (u.low[s] not in ("du", "des")), j + 1)
                if owner is not None and u.flags[owner.head] & c.GROUP and owner.end == j + 1:
                    return owner
                break
    if (
        found is not None
        and found.kind == "role"
        and found.start - 1 > low
        and u.words[found.start - 1] == ","
    ):
        # "Ann Lee, a fellow at X, who said": the name, not its apposition.
        named = ending_at(u, found.start - 2, low)
        if named is not None and named.kind == "name":
            return named
    if (
        found is not None
        and found.kind == "role"
        and (u.low[i] in ("who", "qui") or u.low[i + 1 : i + 2] in (["whom"], ["qui"]))
        and (not u.flags[found.head] & (c.ROLE | c.GROUP) or u.low[found.head] in _DEGREES)
    ):
        for s in range(found.start + 1, j + 1):
            inner = parse(u, s, j + 1)
            if inner is not None and inner.end == j + 1 and inner.kind == "name":
                return inner
    return found


def _contracted(u: Unit, last: int, low: int) -> Phrase | None:
    """French: the phrase that ends at token ``last`` and whose article is in "au" or "du"."""
    for at in range(last - 1, max(low, last - 6), -1):
        if u.low[at] in ("au", "du"):
            found = parse(u, at, last + 1)
            return found if found is not None and found.end == last + 1 else None
    return None


def after(u: Unit, at: int, high: int) -> Phrase | None:
    """The noun phrase after an inverted verb or a cue, past adverbs and places."""
    flags = u.flags
    skipped = 0
    passed: Phrase | None = None
    while at < high and skipped < 6:
        bits = flags[at]
        skipped += 1
        if u.words[at] == "," and (past := past_aside(u, at, high)) > at:
            at = past  # « …, a déclaré, jeudi soir, le maire »
            continue
        if bits & (PUNCTUATION | QUOTE):
            return passed
        year = bits & NUMBER and len(u.words[at]) == 4  # "klagte 1926 ein Werkmeister"
        if (
            bits & c.TIME
            or year
            or (
                bits & (c.ADVERB | c.CLITIC)
                and u.low[at] != "en"
                and not bits & (CAPITAL | c.DETERMINER | c.PRONOUN | c.ROLE)
            )
        ):
            at += 1
            continue
        when = past_time(u, at, high)
        if when > at:
            at = when
            continue
        held = u.low[at] in ("au", "aux") or (u.low[at] == "du" and skipped > 1)
        if bits & c.PREPOSITION and (not bits & (CAPITAL | c.DETERMINER) or held):
            at = past_preposition(u, at, high)
            continue
        if u.low[at] in ("celui", "celle") and u.low[at + 1 : at + 2] == ["qui"]:
            return Phrase(at, at + 1, "pronoun", definite=True)  # « explique celui qui … »
        medium = quoted_subject(u, at, high) if u.language == "de" else None
        phrase = medium or parse(u, at, high)
        if phrase is None and u.language == "de" and quoted_source(u, at, high) is not None:
            at += 2  # "sagte der „Abendpost“ ein Sprecher"
            continue
        if phrase is None:
            return passed
        if u.language == "de" and oblique(u, phrase):
            passed = passed or phrase
            at = phrase.end
            continue
        return with_name(u, phrase, high)
    return passed


_PLACES = frozenset("in im aus bei beim von vom".split())
_HAVE = frozenset("hat habe haben hatte hatten hätte hätten".split())


def _german(u: Unit, verb: int, low: int, high: int) -> Phrase | None:
    """German: before or after the finite verb, which stands second or last."""
    flags = u.flags
    at = verb
    final = verb + 1 >= high or bool(flags[verb + 1] & (PUNCTUATION | QUOTE))
    if flags[verb] & c.PARTICIPLE and not finite(u, verb, low):
        for i in range(verb - 1, low - 1, -1):
            if u.words[i] == "," and flags[i + 1] & c.SUBORDINATE and u.low[i + 1] != "als":
                final = True  # ", wie ein Zeuge formuliert"
                break
            if flags[i] & c.BE and u.low[i][:2] in ("wi", "we", "wu"):
                return PASSIVE
            if u.low[i] in _HAVE:
                at = i
                final = False
                break
        else:
            if verb + 1 < high and flags[verb + 1] & c.AUX:
                if u.low[verb + 1][:2] in ("wi", "we", "wu"):
                    return PASSIVE
                final = True
                modal = modal_before(u, verb, low) if u.low[verb + 1] == "haben" else -1
                at, final = (modal, False) if modal >= 0 else (at, True)
    i = at - 1
    while i >= low and (not flags[i] & (PUNCTUATION | QUOTE | c.JOIN) or u.words[i] == "&"):
        i -= 1
    start = i + 1
    named = _with_fellows(u, at - 1, low) or (_with_fellows(u, verb - 1, low) if final else None)
    if named is not None:
        return named
    if start == at:
        return _german_first(u, at, i, low, high)
    word = u.low[start]
    bits = flags[start]
    stressed = focused(u, start, at)
    if stressed is not None:
        return with_name(u, stressed, at)
    if (bits & c.SUBORDINATE and as_what(u, start, at + 2) != at) or (word == "so" and final):
        found = after(u, start + 1, at + 1)
        return found if found is not None else after(u, at + 1, high)
    if word == "was" and final and i > 0 and not (flags[i - 1] & c.SAY and _tells(u, i - 1)):
        found = after(u, start + 1, at + 1)  # "Er weiß, was Roth 1914 sagte: …"
        if found is not None and found.kind == "name":
            return found
    if (
        i >= low
        and u.words[i] == ","
        and word in ("der", "die", "das", "welcher", "welche")
        and final
        and i > low
    ):
        return ending_at(u, i - 1, low, True)
    if u.low[verb] in ("heißt", "hieß"):
        if u.low[verb + 1 : verb + 2] in (["er"], ["sie"]):
            return None  # "Im Buch heißt er „T.“"
        if word in TOPICAL:
            return stands_in(u, verb, high)  # "Über das Meer heißt es bei Roth"
        placed = word in _PLACES or (bits & c.PREPOSITION and flags[start + 1] & c.DETERMINER)
        if placed and u.low[start + 1] == "dort":
            return Phrase(start + 1, start + 2, "pronoun", definite=True)
        return parse(u, start + 1, at) if placed else None
    if bits & (c.PREPOSITION | c.TIME | c.ADVERB) and not bits & CAPITAL:
        which = final and u.words[i] == "," and u.low[start + 1] in ("dem", "der", "denen")
        found = after(u, start + 2 if which else at + 1, at + 1 if which else high)
        if found is not None:
            return found
        return ending_at(u, at - 1, start) if not final else None
    if start + 1 == at and demonstrative(u, start, high):
        # "Dieser nannte die Idee „…“", but "Die nannte der Minister „…“"
        either = word in ("die", "diese") and Phrase(start, at, "role", (), start)
        turned = behind_verb(u, either, at, high) if either else None
        return turned or Phrase(start, at, "pronoun", definite=True)
    if word in OBJECTS and not final:
        found = after(u, at + 1, high)  # "Seinen Gegnern antwortete Roth"
        if found is not None:
            return found
    left = None if word in ASKED else parse(u, start, at)
    turned = behind_verb(u, left, at, high) if left is not None and not final else None
    if turned is not None:
        return with_name(u, turned, high)
    turned = behind_adverb(u, left, at, high) if left is not None else None
    if turned is not None:
        return with_name(u, turned, high)
    if left is not None and not (oblique(u, left) and after(u, at + 1, high) is not None):
        if left.end == at or leading(u, left):
            return left
        return ending_at(u, at - 1, start) or left
    if u.words[at - 1] == ")":
        return ending_at(u, before_brackets(u, at - 1, start), start)
    return after(u, at + 1, high)


def _tells(u: Unit, verb: int) -> bool:
    """German: whether somebody says what another one says: "Sie sagte, was Roth immer sagt: …"."""
    return not u.low[verb].startswith(("weiß", "weiss", "wuss", "wuß", "wiss"))


def _german_first(u: Unit, verb: int, i: int, low: int, high: int) -> Phrase | None:
    """The finite verb begins its clause; token ``i`` stands before it."""
    flags = u.flags
    if i < low or flags[i] & QUOTE:
        medium = before_verb(u, i, low) if i > low and verb == i + 1 else None
        return medium or after(u, verb + 1, high)
    if flags[i] & c.JOIN:
        return INHERITED
    if u.words[i] == ")":
        return ending_at(u, before_brackets(u, i, low), low)
    if i > low and flags[i - 1] & QUOTE:
        return after(u, verb + 1, high)
    first = flags[low]
    following = parse(u, verb + 1, high) if verb + 1 < high else None
    if following is not None and following.end == verb + 2 and "," in u.words[low:i]:
        beside = before_aside(u, i, low)  # "Der Anwalt, Jan Roth, kündigte Revision an"
        if beside is not None and beside.kind == "name" and following.kind == "name":
            return beside
    if following is not None and (
        following.kind == "pronoun" or (following.kind == "name" and not oblique(u, following))
    ):
        return following  # "Acht Ausnahmen, schreibt er, seien …"
    if not first & (c.SUBORDINATE | c.PREPOSITION):
        found = before_aside(u, i, low)
        if found is not None:
            return found
    return after(u, verb + 1, high)
