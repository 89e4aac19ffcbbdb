"""Words next to a quotation that turn its meaning: what a quotation must not cut off.

Words of negation, exception, concession, condition and doubt, English, German and
French (Quirk et al., *A Comprehensive Grammar of the English Language*, 8.111–8.121,
10.54–10.59, 15.33–15.43, and their counterparts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.corpus.fullstops import goes_on
from citekit.verify import governing
from citekit.verify.alignment import Source
from citekit.verify.governing import table as _words
from citekit.verify.words import Gap, Word, masked, words_of

#: After a quotation that stops before the sentence does.
AFTER = _words(
    """
    but unless not except excepting excluding however though although albeit yet if until nor
    nevertheless nonetheless never without only solely exclusively merely provided rarely seldom
    hardly scarcely barely
    aber nicht sondern außer ausgenommen jedoch doch allerdings freilich indes indessen dennoch
    gleichwohl sofern falls wenn obwohl obgleich obschon wenngleich wiewohl vorausgesetzt anstatt
    ohne nie niemals kaum schwerlich nur bloß lediglich ausschließlich selten
    mais sauf excepté hormis cependant toutefois pourtant néanmoins quoique si pourvu jamais pas
    ni sans seulement uniquement exclusivement rarement guère
    """
)
#: Of several words: they follow at once; where some begin alike, the longer goes first.
AFTER_SEVERAL = (
    *(("es", "sei", "denn"), ("es", "sei"), ("rather", "than"), ("no", "longer")),
    *(("à", "moins", "que"), ("à", "moins", "de"), ("à", "moins"), ("bien", "que")),
    *(("even", "if"), ("even", "though"), ("même", "si"), ("auch", "wenn"), ("selbst", "wenn")),
    *(("instead", "of"), ("plutôt", "que"), ("au", "lieu", "de"), ("à", "condition"), ("or", "so")),
)
#: What denies or restricts in French behind "ne" only (Grevisse and Goosse, *Le bon usage*,
#: §§ 1012–1024): "plus" is "more" without it.
_BEHIND_NE = _words("pas point plus guère jamais rien personne aucun aucune nul nulle que qu")
#: So many words before the end of a quotation "ne" may stand.
_NE = 5
#: Adverbs of doubt and of limits: behind a quotation they follow a comma or a dash.
_DOUBTFUL = _words(
    """
    perhaps possibly probably allegedly reportedly supposedly seemingly apparently purportedly
    vielleicht angeblich möglicherweise wohl vermutlich
    prétendument
    """
)
_LIMITING = _words("zumindest wenigstens")
_LIMITING_TWO = frozenset({("at", "least"), ("in", "theory"), ("du", "moins"), ("en", "théorie")})
#: They go on so, or end a clause: ", at least in summer", not ", at least ten of them".
_GO_ON = _words("in to for on by at as when if für nach bei auf à dans pour selon")
#: Characters of a text that are looked at beside a quotation.
_LEAD = 300
_COMMA = re.compile("[,;—–]")
_APART = re.compile("[,;:()—–]")
_BREAK = re.compile("[;:()]")
#: Before a quotation that begins after the sentence does: negation and doubt.
BEFORE = _DOUBTFUL | _words(
    """
    not no never neither nor hardly scarcely barely rarely seldom cannot unlikely without nobody
    nothing none may might could denied denies deny doubts doubted false if whether
    nicht kein keine keinen keinem keiner keines nie niemals kaum selten ohne wenn falls ob
    pas ne jamais aucun aucune ni sans peut soi si nullement guère rarement
    """
)
#: So many words before a clause something is said of it.
_GOVERNING = 12
#: Between such a word and the quotation these change nothing.
BETWEEN = _words(
    """
    a an the to be been being that it is was were are have has had do does did so this these
    there in as of appear seem
    ein eine einen der die das den dem zu es dass ist sei war
    un une le la les de des du que il elle est été être disant qu
    """
)
_SENTENCE_ENDS = re.compile(r"[.!?…][”’\"')\]»]*\s|\n\s*\n|[.!?]$")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


#: How the reasons begin.
STOPS, BEGINS = "stops right before", "begins right after"
#: What stands for words → how the reason begins that tells of those.
LEAVES_OUT: dict[Gap, str] = {
    "ellipsis": "the ellipsis leaves out",
    "insertion": "the brackets replace",
}
#: How every reason begins that says that the meaning may turn.
TURNS = (STOPS, BEGINS, *LEAVES_OUT.values())


def is_negative(word: str) -> bool:
    """Whether a word denies: *not*, *never*, and forms like *won't*."""
    return word in _NEGATIONS or word.endswith("n't")


_NEGATIONS = _words(
    """
    not no never neither nor cannot hardly scarcely barely without unless except none nobody
    nothing nowhere
    nicht nichts niemand niemanden niemandem niemandes nirgends nirgendwo nirgendwohin weder
    kein keine keinen keinem keiner keines keins keinerlei keineswegs keinesfalls mitnichten nie
    niemals nimmer nimmermehr kaum schwerlich ohne außer ausgenommen
    pas jamais rien aucun aucune aucuns aucunes aucunement nul nulle nuls nulles nullement ni sans
    guère sauf excepté hormis
    """
)
#: Adverbs that restrict a clause nearly as a negation does (Quirk et al., 8.116–8.120 and
#: 10.59).
_RESTRICTING = _words(
    """
    only solely exclusively merely rarely seldom
    nur bloß lediglich ausschließlich selten
    seulement uniquement exclusivement rarement
    """
)
#: French: what denies beside "ne" only, before it too: "personne ne vient".
_BESIDE_NE = _words("personne point")
#: So many words behind "personne" its "ne" may stand: "personne d'autre ne".
_BEFORE_NE = 3


def _restricts(word: str) -> bool:
    return word in _RESTRICTING or is_negative(word)


def _is_ne(word: str) -> bool:
    return word == "ne" or word.startswith("n'")


def _denies(source: Source, at: int) -> bool:
    """Whether the word ``at`` denies where it stands: also "point" and "personne" with "ne"."""
    words = source.words
    if is_negative(words[at].key):
        return True
    if words[at].key not in _BESIDE_NE:
        return False
    return _ends_ne(source, at) or any(
        _is_ne(word.key) for word in words[at + 1 : at + 1 + _BEFORE_NE]
    )


def _turns_clause(source: Source, at: int) -> bool:
    """Whether the word ``at`` denies or restricts its clause where it stands: also what
    completes a French negation."""
    return _restricts(source.words[at].key) or _denies(source, at) or _ends_ne(source, at)


def cut_off(source: Source, start: int, end: int) -> list[str]:
    """What was cut off on either side of the words ``start``–``end`` of the source, said
    for a person to read."""
    words = source.words
    found = []
    if (at := _turns_behind(source, end)) >= 0:
        found.append(f"{STOPS} “{_shown(source, words[end : at + 1])}”")
    if (at := _turns_before(source, start, end)) >= 0:
        found.append(f"{BEGINS} “{_shown(source, words[at:start])}”")
    return found


def _turns_behind(source: Source, end: int) -> int:
    """The number of the word that turns what ends before the word ``end``, or -1."""
    words = source.words
    if not 0 < end < len(words) or _ends_sentence(source, words[end - 1], words[end]):
        return -1
    keys = tuple(word.key for word in words[end : end + 3])
    following, pair = keys[0], keys[:2]
    for connective in AFTER_SEVERAL:
        if _apart(keys)[: len(connective)] == connective:
            return end + len(connective) - 1
    if following in AFTER or _denies(source, end) or _ends_ne(source, end):
        return end
    if not _COMMA.search(source.plain(words[end - 1].end, words[end].start)):
        return -1
    last = end + (pair in _LIMITING_TWO)
    if last == end and following not in _DOUBTFUL | _LIMITING:
        return -1
    if last + 1 < len(words) and words[last + 1].key not in _GO_ON:
        between = source.plain(words[last].end, words[last + 1].start)
        if not _APART.search(between) and not _ends_sentence(source, *words[last : last + 2]):
            return -1
    return last


def _apart(keys: Sequence[str]) -> tuple[str, ...]:
    """Words, "que" and "de" without the beginning of the next that they are joined to."""
    return tuple(_ELIDED.get(key[:3] if key[:1] == "q" else key[:2], key) for key in keys)


_ELIDED = {"qu'": "que", "d'": "de"}


def completes_negation(source: Source, at: int) -> bool:
    """Whether the word ``at`` denies the clause that the words before it begin, as *not*, *cannot*
    and *nie* do, and in French "ne" and what completes it."""
    return _denies(source, at) or _is_ne(source.words[at].key) or _ends_ne(source, at)


def _ends_ne(source: Source, end: int) -> bool:
    """Whether the word ``end`` completes a French negation that a clause begins with "ne":
    "ne … plus", "ne … que"."""
    words = source.words
    if _apart([words[end].key])[0] not in _BEHIND_NE:
        return False
    for at in range(end - 1, max(-1, end - 1 - _NE), -1):
        key = words[at].key
        if _is_ne(key):
            return True
        if key in _BEHIND_NE or _ends_sentence(source, words[at], words[at + 1]):
            return False
        if _APART.search(source.plain(words[at].end, words[at + 1].start)):
            return False
    return False


def _turns_before(source: Source, start: int, end: int) -> int:
    """The number of the word that turns what begins with the word ``start``, or -1.

    A conjunction that the quotation keeps ("that the town was rich") leaves what is said of
    its clause as much behind.
    """
    words = source.words
    if (conjunction := _conjunction(source, start)) >= 0:
        around = _governing(source, conjunction)
        denied = [
            at for at in around if _denies(source, at) and words[at + 1].key not in governing.ONLY
        ]
        told = _is_told(source, around, denied)
        asks = words[conjunction].key in BEFORE
    else:
        around, told, asks = _without_conjunction(source, start, end), True, False
        denied = [at for at in around if _denies(source, at) and _reaches(source, at, around[0])]
    untrue = [at for at in around if _is_untrue(source, at, around[0])]
    known = any(_without_elision(words[at].key) in governing.KNOWING for at in around) or any(
        words[at].key == "help" and words[at + 1].key.endswith("ing") for at in around
    )
    if denied and (untrue or (known and not asks)):
        return -1
    seeming = [at for at in around if words[at].key in governing.SEEMING]
    if turning := untrue or (told and denied) or seeming:
        return turning[-1]
    at = start - 1
    while at >= max(0, start - 3) and not _ends_sentence(source, words[at], words[at + 1]):
        denies = _denies(source, at)
        begins = not at or _ends_sentence(source, words[at - 1], words[at])
        between = source.plain(words[at].end, words[at + 1].start)
        if denies and not begins and _COMMA.search(between):
            break  # it ends a clause: „Sie kam nicht, die Stadt …“
        if words[at].key in BEFORE or denies:
            return at
        if words[at].key not in BETWEEN:
            break
        at -= 1
    return -1


def _without_elision(key: str) -> str:
    """A French word without what is joined to its beginning: "n'oublions"."""
    return _ELISION.sub("", key)


_ELISION = re.compile("^(?:[cdjlmnst]|qu)'")


def _is_untrue(source: Source, at: int, last: int) -> bool:
    """Whether the word ``at``, up to the word ``last`` of those that say something of a clause,
    says that it is untrue: also "too … to say" and "I wish", not "I wish to say" (Quirk et
    al., 15.73 and 14.24)."""
    key = source.words[at].key
    following = [word.key for word in source.words[at + 1 : last + 1]]
    if key == "too":
        return "to" in following[1:]
    if key in _UNTRUE_BEFORE:
        return following[:1] == [_UNTRUE_BEFORE[key]]
    if key in ("wish", "wishes", "wished"):
        return following[:1] not in (["to"], ["for"])
    return _without_elision(key) in governing.UNTRUE


_UNTRUE_BEFORE = {
    "far": "from",
    **dict.fromkeys(("refuse", "refuses", "refused", "refusing"), "to"),
    **dict.fromkeys(("refuse", "refusent", "refusait", "refusaient"), "de"),
}


def _is_told(source: Source, around: Sequence[int], denied: Sequence[int]) -> bool:
    """Whether one of the words ``around`` says of a clause that it is true, or so said, and one
    of ``denied`` may deny that: in English what stands before it."""
    for at in around:
        key = _without_elision(source.words[at].key)
        if key in governing.ENGLISH and not any(no < at for no in denied):
            continue
        if key in governing.TRUE:
            return True
    return False


#: So many words at most stand between the beginning of a clause and a quotation from it.
_LEADING = 2


def _clause_starts(source: Source, start: int) -> list[int]:
    """Where the clause may begin of which the word ``start`` is the first word, or the first
    behind articles and pronouns."""
    found = [start]
    for at in range(start - 1, max(-1, start - 1 - _LEADING), -1):
        one, two = source.words[at : at + 2]
        apart = _APART.search(source.plain(one.end, two.start))
        if one.key not in governing.LEADING or apart or _ends_sentence(source, one, two):
            break
        found.append(at)
    return found


def _conjunction(source: Source, start: int) -> int:
    """The number of the conjunction that begins the clause that the word ``start`` begins, or
    -1."""
    words = source.words
    if start and _apart([words[start].key])[0] in governing.KEPT:
        return start
    for first in _clause_starts(source, start):
        if first and _apart([words[first - 1].key])[0] in governing.CLAUSES:
            one, two = words[first - 1 : first + 1]
            if not _APART.search(source.plain(one.end, two.start)):
                before = [word.key for word in words[max(0, first - 3) : first - 1]]
                compares = not governing.COMPARING.isdisjoint(before)
                joins = before[-1:] and before[-1] in governing.NO_CONTENT
                return -1 if compares or joins else first - 1
    return -1


def _without_conjunction(source: Source, start: int, end: int) -> list[int]:
    """The numbers of the words that say something of the clause that the words
    ``start``–``end`` begin, the last first, where no conjunction begins it: "I think the town
    is rich", „Man sagt, die Stadt sei reich“ (Quirk et al., 15.4; Duden, *Die Grammatik*)."""
    words = source.words
    for first in _clause_starts(source, start):
        if not first or _ends_sentence(source, *words[first - 1 : first + 1]):
            return []
        verb = words[first - 1]
        between = source.plain(verb.end, words[first].start)
        if not between.strip():
            if verb.key in governing.BARE and _is_clause(source, first, end, verb.key):
                return _governing(source, first)
        elif between.strip() == "," and _is_german_clause(source, first, end):
            around = _governing(source, first)
            subordinate = any(words[at].key in governing.SUBORDINATING for at in around)
            return [] if subordinate else around
    return []


def _is_clause(source: Source, first: int, end: int, verb: str) -> bool:
    """Whether the words ``first``–``end`` behind an English verb have a verb of their own, and
    are not its object: "the town is rich", not "the town of the king"."""
    words = source.words
    if words[first].key in governing.ASKING | governing.PREPOSITIONS:
        return False
    rarely = verb in governing.SELDOM_OBJECT
    for at in range(first + 1, end):
        one, key = words[at - 1], words[at].key
        if key in governing.RELATIVE | governing.JOINING | governing.ASKING:
            return False
        between = source.plain(one.end, words[at].start)
        if _APART.search(between) or _ends_sentence(source, one, words[at]):
            return False
        if key in governing.FINITE or key.endswith("n't"):
            return True
        bound = one.key in governing.LEADING | governing.PREPOSITIONS
        goes_on = at + 1 < end and not _ends_sentence(source, *words[at : at + 2])
        if rarely and len(key) > 3 and not bound and re.search("ed$|[^su]s$", key) and goes_on:
            return True
    return False


def _is_german_clause(source: Source, first: int, end: int) -> bool:
    """Whether the words ``first``–``end`` are a German clause that depends on a verb of saying
    behind which, and a comma, they stand."""
    words = source.words
    verb, subject = words[first - 1], words[first]
    tells = verb.key in governing.GERMAN | governing.GERMAN_UNTRUE or _denies(source, first - 1)
    begins = subject.key in governing.LEADING or source.text[subject.start].isupper()
    around = _governing(source, first)
    said = any(words[at].key in governing.GERMAN | governing.GERMAN_UNTRUE for at in around)
    return tells and begins and said and end - first > _LEADING


def _reaches(source: Source, at: int, verb: int) -> bool:
    """Whether what denies at the word ``at`` denies the verb ``verb`` behind it: not "those who
    did not vote think", nor "men with no vote think"."""
    words = source.words
    between = [word.key for word in words[at + 1 : verb]]
    if between[:1] and between[0] in governing.ONLY:
        return False
    if words[verb].key in governing.GERMAN or at >= verb:
        return True
    if not governing.RELATIVE.isdisjoint(between):
        return False
    if "to" in between[-2:] or between[-1:] == ["of"]:
        return True
    if all(key in governing.CHAIN or key.endswith("ly") for key in between):
        return True
    if words[at].key not in governing.WHOLE:
        return False
    return not at or words[at - 1].key not in governing.PREPOSITIONS | governing.RELATIVE


def _governing(source: Source, conjunction: int) -> list[int]:
    """The numbers of the words that say something of the clause that a conjunction begins,
    the last first."""
    words = source.words
    found: list[int] = []
    for at in range(conjunction - 1, max(-1, conjunction - 1 - _GOVERNING), -1):
        between = source.plain(words[at].end, words[at + 1].start)
        if words[at].key in governing.JOINING or _ends_sentence(source, words[at], words[at + 1]):
            break
        if (_APART if found else _BREAK).search(between):
            break
        found.append(at)
    return found


def says_so(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether who quotes the words ``start``–``end`` of a text says with his own words what
    may turn the meaning, in his sentence before them, and right behind them."""
    before = text[max(0, start - _LEAD) : start]
    ends = [
        match.end()
        for match in _SENTENCE_ENDS.finditer(before)
        if not goes_on(before, match.start())
    ]
    lead = {word.key for word in words_of(before[ends[-1] if ends else 0 :])}
    doubtful = BEFORE | governing.UNTRUE | governing.SEEMING
    doubts = not lead.isdisjoint(doubtful) or any(map(is_negative, lead))
    following = next(iter(words_of(masked(text[end : end + _LEAD]))), None)
    if following is None or _SENTENCE_ENDS.search(text, end - 1, end + following.start):
        return doubts, False
    turns = following.key in AFTER | _DOUBTFUL | _LIMITING or is_negative(following.key)
    return doubts, turns


def left_out(source: Source, start: int, end: int, gap: Gap, shown: str) -> list[str]:
    """Negations and restricting adverbs among the words ``start``–``end`` of the source, for
    which ``shown``, an ellipsis or brackets, stands within a sentence; none if that denies or
    restricts too."""
    kept = [word.key for word in words_of(shown)]
    if gap not in LEAVES_OUT or any(_restricts(word) or _is_ne(word) for word in kept):
        return []
    words = source.words[start:end]
    if not words or not 0 < start <= end < len(source.words):
        return []
    around = source.words[start - 1 : end + 1]
    ends = [_ends_sentence(source, one, two) for one, two in pairwise(around)]
    between = source.plain(around[0].end, around[-1].start)
    if gap == "ellipsis" and PARAGRAPH_END.search(between) and not (ends[0] or ends[-1]):
        # one sentence is made of parts of two, in different paragraphs
        places: Sequence[int] = range(start, end)
    elif any(ends):
        return []
    else:
        places = [*range(start, end)[:2], *range(start, end)[-2:]]
    found = next((source.words[at] for at in places if _turns_clause(source, at)), None)
    return [f"{LEAVES_OUT[gap]} “{_shown(source, [found])}”"] if found else []


def _ends_sentence(source: Source, one: Word, two: Word) -> bool:
    """Whether a sentence ends between two words that follow each other."""
    between = source.plain(one.end, two.start)
    if not _SENTENCE_ENDS.search(between):
        return False
    return between[:1] != "." or not goes_on(source.text, one.end)


def _shown(source: Source, words: Sequence[Word]) -> str:
    return " ".join(source.plain(words[0].start, words[-1].end).split())
