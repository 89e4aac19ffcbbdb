"""How far a claim of an author reaches in its sentence, and the verb beside his name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from citekit.find.citations.held import held
from citekit.find.citingverbs import AUXILIARIES
from citekit.find.citingwords import CLAIM_VERBS, SPEECH_VERBS
from citekit.find.mentions.anaphora import attributed, is_writer
from citekit.find.mentions.clauses import is_verb
from citekit.find.mentions.frames import ROLE_NOUNS
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

#: After a name: the verb, past an apposition and adverbs.
_VERB = re.compile(
    r"(?:\s(?:and|und|et|&)\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
    r"(?:,\s(?:der|die|who|qui)(?=\s)|,\s[^,.;:!?]{1,90},)?\s(?:[^\W\d_]+(?:ly|lich|ment)\s|never\s|nie\s|l'a\s|l'avait\s|has\s|have\s|had\s|also\s|once\s"
    r"|later\s|even\s|rightly\s|himself\s|herself\s|therefore\s|thus\s|then\s|first\s|long\s"
    r"|would\s|does\s|hat\s|auch\s|jedoch\s|aber\s|dagegen\s|selbst\s|bereits\s|a\s|avait\s"
    r"|y\s|en\s|l'){0,3}(?P<verb>[^\W\d_]+)"
)
#: After what was cited in the middle of a sentence: its verb, and what it governs.
_CLAIM_NEXT = re.compile(
    r",?\s(?:[^\W\d_]+(?:ly|lich|ment)\s)?(?P<verb>[^\W\d_]+)"
    r"(?:,?\s(?:that|dass|daß|que|how|why|wie|warum|comment|pourquoi)\b|\squ')"
)
#: With these a citation begins that nothing else holds: "[1, p. 3]", a command, the number
#: of a note.
_HOLDING = "([\\0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"
_CLOSING = " \u00a0\u202f.,;:!?…)]”“\"’'»"
#: What somebody claims before a citation in the middle of a sentence has so many code points.
_SHORTEST = 20
_PARTICIPLE = re.compile(
    r"(?:\s[^\W\d_]+){0,3}?\s(?:ge|be|ver|er|fest|hervor)[^\W\d_]+(?:t|en)(?=[,.;])"
)
_THAT = frozenset("das dies es".split())
_DATED = re.compile(r"\s(?P<year>\([12]\d{3}[^()]{0,30}\)),?(?=\s[^\W\d_A-ZÀ-Ý])")
INTRODUCTION = re.compile(
    r"(?:(?:and|but|yet|still|however|und|aber|doch|mais|et|or|indeed|here|thus|so|similarly"
    r"|likewise|even|then|moreover|by contrast|in contrast|schon|auch|bereits|dagegen|hingegen"
    r"|pourtant|cependant|déjà|ainsi)\b,?\s?)?"
    r"(?:(?:in|with|im|mit|dans|à travers|for|since|as early as|already)\s[^.;!?]{1,120}?,?\s?)?"
    r"(?:(?:the|der|die|das|le|la|l'|political|late|great|american|german|french|british)\s?)*"
    r"(?:[^\W\d_]+\s){0,3}$"
)


_CONTRAST = re.compile(
    r"\b(?:unlike|contrary to|in contrast (?:to|with)|anders als|im gegensatz zu|im unterschied zu"
    r"|contrairement à|à la différence de|à l'opposé de)\s(?:[^\W\d_]+\s){0,3}$"
)
#: "not as solid as X wants us to believe".
_THAN = re.compile(r"\b(?:as\s[^\W\d_]+\sas|(?<!authority\s)(?<!figure\s)(?<!scholar\s)than)\s$")
#: "Before X, people thought that …", « Avant X, on pensait … ».
_BEFORE = re.compile(r"(?:before|until|avant|jusqu'à|vor|bis)\s(?:[^\W\d_]+\s){0,3}?")
_ONE_THOUGHT = re.compile(
    r",?\s(?:people|we|one|most|scholars|economists|historians|it|nobody|on|personne|hatte|glaubte"
    r"|dachte)\b"
)
#: A word of each.
_UNLIKE = frozenset(
    "unlike contrary contrast anders gegensatz unterschied contrairement différence opposé".split()
)
#: After a name: a clause about its bearer.
_ABOUT = re.compile(r",\s(?:who|whose|for whom|der|die|dem|deren|dessen|qui|dont|pour qui)\b")


def is_contrasted(lowered: str, person: Person, start: int) -> bool:
    """Whether a sentence is of somebody else, who is unlike ``person``: "Unlike X, Y argues
    that …", "Anders als X meint Y, …"; not "Unlike X, who argued that …, Y …"."""
    low = max(start, person.start - 50)
    if _BEFORE.fullmatch(lowered, start, person.start) and _ONE_THOUGHT.match(lowered, person.end):
        return True
    if lowered.startswith(" ", person.end) and _THAN.search(lowered, low, person.start):
        return True
    if _UNLIKE.isdisjoint(lowered[low : person.start].replace("'", " ").split()):
        return False
    if _CONTRAST.search(lowered, low, person.start) is None:
        return False
    return _ABOUT.match(lowered, person.end) is None


#: After a semicolon: still the author's claim.
_GOES_ON_WITH = (" he ", " she ", " they ", " it ", " er ", " sie ", " il ", " elle ", " ils ",
                 " that ", " dass ", " que ")  # fmt: skip
_BEFORE_ROLE = frozenset(
    """the der die le la l und and et als as erste erster first premier première auch etwa schon
    also aussi""".split()
)


#: Between a comma and the author whose clause begins there.
_BEHIND = re.compile(
    r"[,;]\s(?:(?:and|but|while|whereas|so|und|aber|während|et|mais|tandis que|alors que)\s)?"
)
#: So sure it must be that he thinks something.
_THINKS = 0.5


class Claim(NamedTuple):
    """A claim of a person: the span of the words that say it."""

    start: int
    end: int
    person: Person
    whole: bool
    speech: bool


#: "tells us that", "…, X tells us, …".
_TELLS_US = re.compile(r",?\s(?:tells|shows)\sus(?=,?\s(?:that|how|why|what|about)\b|,)")


def verb_of(lowered: str, person: Person, end: int) -> tuple[str, int, bool]:
    """The verb of claim after a name, where it ends, whether it is one of speech."""
    if person.possessive:
        return "", person.end, False
    tells = _TELLS_US.match(lowered, person.end, end)
    if tells is not None:
        return "tells", tells.end(), False
    found = _VERB.match(lowered, person.end, end)
    if found is None or found["verb"] not in CLAIM_VERBS:
        return "", person.end, False
    return found["verb"], found.end(), found["verb"] in SPEECH_VERBS


#: French: behind a name, the beginning of what somebody finds its bearer to be.
_DEGREE = re.compile(r"\s(?:trop|très|bien|plus|moins|assez|peu|fort|si|aussi)\s[^\W\d_]+")


_COMMA_NEXT = re.compile(
    r"(?:\s(?:in|on|with|im|an|mit|dans|avec)\s[^,.;:]{2,70}|\s[^\W\d_]{1,12}){0,2},"
)
#: What may stand behind name and verb at the end of a sentence.
_LAST = re.compile(r"(?:\s(?:in|on)\s[^,.;:!?]{2,70})?[.;!?)\"'\s]*")
#: A sentence begins with something else than what is claimed: "When the war ended, X wrote."
_ADVERBIAL = re.compile(
    r"(?:when|after|before|if|as|while|although|though|because|since|in|on|at|during|by|for|with|to"
    r"|from|of|like|unlike|once|until|under|over|between|among|following|despite|given)\b"
)
#: Verbs of claim that may do without a claim.
_ALONE = frozenset(
    """objected objects protested agrees agreed disagrees disagreed replied replies answered
    wrote writes reported reports laughed warned warns urged complained complains""".split()
)
#: So much of a sentence is what an attribution behind it is said of (code points).
LEAST_BEFORE = 20


def between_commas(lowered: str, person: Person, start: int, after: int, end: int) -> bool:
    """Whether name and verb stand between commas inside the claim: "States, X argues,
    prefer …"; or behind it: "War will come again, X argues"."""
    before = lowered[start : person.start].rstrip()
    if before[-1:] != ",":
        return False
    if _COMMA_NEXT.match(lowered, after) is not None:
        return True
    return (
        _LAST.fullmatch(lowered, after, end) is not None
        and len(before) >= LEAST_BEFORE
        and _ADVERBIAL.match(before) is None
        and lowered[person.end : after].split()[-1] not in _ALONE
    )


def after_verb(reading: Reading, person: Person, start: int) -> bool:
    """Whether the name follows its verb: "…, argues X", "…, warned the sociologist X",
    "…, so X"."""
    before = reading.lowered[max(start, person.start - 70) : person.start].rstrip()
    comma = before.rfind(",")
    words = before[comma + 1 :].replace("'", " ").split()
    if comma == -1 or not words or len(words) > 6:
        return False
    if words[0] in _THAT and len(words) > 1:
        words = words[1:]  # "…, das hat X gezeigt, …"
    first, rest = words[0], words[1:]
    if _DEGREE.match(reading.lowered, person.end):
        return False  # ", à l'inverse, trouve X trop prudente"
    if words[-1] in ("hält", "hielt"):
        return False  # ", hält X einen Vortrag"
    if first == "so" or (words[-1] in CLAIM_VERBS and len(words) < 3):
        return True
    called = bool(rest) and is_writer(rest[-1].rpartition("-")[2])
    called = called or _BEFORE_ROLE.issuperset(rest) or not ROLE_NOUNS.isdisjoint(rest)
    if person.possessive or not called:
        return False
    if first in AUXILIARIES[reading.language]:  # "…, hat X einmal geschrieben"
        return _PARTICIPLE.match(reading.lowered, person.end) is not None
    return is_verb(first, reading.language)


def bounded(
    reading: Reading, person: Person, start: int, end: int, begins: int, speech: bool
) -> Claim | None:
    lowered = reading.lowered
    introduction = INTRODUCTION.fullmatch(lowered, start, begins)
    whole = introduction is not None or begins == start or after_verb(reading, person, start)
    whole = whole or _closes(lowered, person, begins, end)
    contrast = _CONTRAST.search(lowered, max(start, begins - 40), begins)
    whole = whole and contrast is None
    first = start if whole else begins
    colon = lowered.rfind(": ", first, person.start)
    if colon - first > 25:
        first = colon + 2  # what stands before is no part of it
    stop = end
    cited = _own_citation(reading, person, max(first, person.end) + _SHORTEST, stop)
    if cited is not None:
        stop = cited
    # another author's claim begins a clause of its own
    for other in reading.people_between(person.end, end):
        if set(other.entries).isdisjoint(person.entries):
            comma = max(lowered.rfind(",", person.end, other.start),
                        lowered.rfind(";", person.end, other.start))  # fmt: skip
            if comma != -1 and (
                verb_of(lowered, other, end)[0]
                or (
                    _BEHIND.fullmatch(lowered, comma, other.start)
                    and reading.thinks(other.end, end) > _THINKS
                )
            ):
                stop = comma
                break
    if contrast is not None:
        # "Unlike X, who held that …, Y": the clause about X
        comma = lowered.find(",", min(stop, person.end + 30), stop)
        stop = comma if comma != -1 else stop
    semicolon = lowered.find(";", person.end, stop)
    if (
        semicolon != -1
        and not lowered.startswith(_GOES_ON_WITH, semicolon + 1)
        and not attributed(lowered, semicolon + 2, stop, reading.language)
    ):
        stop = semicolon
    cut = before_source(reading, max(person.end, first), stop)
    if cut is not None:
        stop = cut
    elif not whole or stop != end:
        stop = first + len(reading.text[first:stop].rstrip(" \u00a0\u202f.;,:!?"))
    if stop - first < 25:
        return None
    return Claim(first, stop, person, whole, speech)


def _own_citation(reading: Reading, person: Person, low: int, high: int) -> int | None:
    """Where a citation of the person's work, or a year in parentheses, ends the claim and
    the sentence goes on."""
    for at, entry in reading.links[bisect_left(reading.links, (low, -1)) :]:
        if at >= high - 20:
            break
        end = reading.citing_ends.get(at)  # a title is a part of the claim
        if entry not in person.entries or end is None:
            continue
        opened, closed = held(reading.text, at, end, person.end)
        if not _claims_after(reading.lowered, closed, high):
            return opened
    dated = _DATED.search(reading.text, low, high - 20)
    if dated is None or _claims_after(reading.lowered, dated.end("year"), high):
        return None
    return dated.start()


def _claims_after(lowered: str, closed: int, end: int) -> bool:
    """Whether the verb that brings in a claim stands behind what was cited: "Name, in a
    book of his (1999), argues that …"."""
    found = _CLAIM_NEXT.match(lowered, closed, end)
    return found is not None and found["verb"] in CLAIM_VERBS


def _closes(lowered: str, person: Person, begins: int, end: int) -> bool:
    """Whether the attribution ends the sentence that it is about: "…, as X explained
    long ago."."""
    return (
        lowered.startswith(("as ", "wie ", "comme "), begins)
        and lowered.endswith(", ", 0, begins)
        and end - person.end < 60
        and "," not in lowered[person.end : end]
    )


def before_source(reading: Reading, start: int, end: int) -> int | None:
    """Where what holds a citation or reference begins that closes a span."""
    index = bisect_left(reading.citing, (start, -1))
    for place, stop in reading.citing[index:]:
        if place >= end:
            return None
        opened, closed = held(reading.text, place, stop, start)
        if not (opened < place or reading.text[place] in _HOLDING):
            continue
        last = not reading.text[closed:end].strip(_CLOSING)
        near = closed >= end - 40 and opened >= start + _SHORTEST
        if last or (near and not _claims_after(reading.lowered, closed, end)):
            return start + len(reading.text[start:opened].rstrip())
    return None
