"""Words next to a quotation that turn its meaning: what a quotation must not cut off.

Words of negation, exception, concession, condition and doubt, English, German and
French (Quirk et al., *A Comprehensive Grammar of the English Language*, 8.111–8.121,
10.54–10.59, 15.33–15.43, and their counterparts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.verify.alignment import Source
from citekit.verify.words import Gap, Word, masked, words_of


def _words(words: str) -> frozenset[str]:
    """A table of words, as words are compared."""
    return frozenset(word.key for word in words_of(words))


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
#: Before a quotation that begins after the sentence does: negation and doubt.
BEFORE = _DOUBTFUL | _words(
    """
    not no never neither nor hardly scarcely barely rarely seldom cannot unlikely without nobody
    nothing none may might could denied denies deny doubts doubted false if whether
    nicht kein keine keinen keinem keiner keines nie niemals kaum selten ohne wenn falls ob
    pas ne jamais aucun aucune ni sans peut soi si nullement guère rarement
    """
)
#: Conjunctions that begin what something is said of: "it is false that …".
_CLAUSES = _words("that whether dass ob que")
#: Those with which a quotation may begin; with the others it asks itself.
_KEPT = _words("that dass que")
#: What says of a clause that it is untrue, or seems so; a negation turns it round.
_UNTRUE = _words(
    """
    untrue false wrong incorrect mistaken mistake error fallacy misconception myth illusion fiction
    lie nonsense absurd impossible unlikely improbable doubtful questionable doubt doubts doubted
    deny denies denied denying dispute disputes disputed reject rejects rejected refute refutes
    refuted disprove disproves disproved disproven pretend pretends pretended
    falsch unwahr unrichtig irrig irrtum mythos märchen illusion lüge legende unsinn unmöglich
    unwahrscheinlich fraglich zweifelhaft zweifel zweifelt zweifeln zweifelte zweifelten bezweifle
    bezweifelt bezweifeln bezweifelte bezweifelten bestreitet bestreiten bestritt bestritten
    leugnet leugnen leugnete leugneten verneint widerlegt
    faux inexact erroné erreur mythe mensonge absurde improbable douteux doute doutent
    doutait doutaient nie nient niait niaient conteste contestent contestait contestaient réfute
    """
)
_SEEMING = _words(
    """
    seem seems seemed appear appears appeared scheint scheinen schien schienen
    semble semblait semblerait paraît paraissait
    """
)
#: What says of a clause that it is so, even with a negation.
_KNOWING = _words(
    """
    know knows knew known realise realises realised realize realizes realized notice noticed
    forget forgets forgot
    weiß wissen wusste wussten gewusst merkte merkten bemerkte vergisst vergaß
    sais sait savent savait savaient savoir oublie oublient
    """
)
#: What says of a clause that it is true, or so said: with a negation it denies it.
_TRUE = _words(
    """
    case true correct evidence proof prove proves proved proven show shows showed shown believe
    believes believed think thinks thought claim claims claimed say says said mean means meant
    imply implies implied follow follows followed suggest suggests suggested suppose supposes
    assume assumes assumed hold holds held argue argues argued accept accepts accepted agree
    agrees agreed expect expects expected convinced sure certain likely
    fall wahr richtig beweis beweise beweist bewiesen zeigt zeigten gezeigt beleg belege belegt
    glaube glaubt glauben glaubte glaubten denke denkt denken dachte meine meint meinen meinte
    sage sagt sagen sagte sagten gesagt behaupte behauptet behaupten heißt bedeutet folgt
    überzeugt sicher gewiss wahrscheinlich
    cas vrai exact preuve prouve prouvé montre montré démontre démontré crois croit croient
    croyait croyaient pense pensent pensait pensaient dis dit disent dire affirme affirment
    signifie convaincu convaincue sûr sûre certain probable
    """
)
#: Words that join what is said of the clause to something else.
_JOINING = _words("and or but und oder aber sondern et ou mais because weil car")
#: "Not only that …" denies nothing.
_ONLY = _words("only just merely simply nur bloß allein seulement")
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
#: What a sign of the end of a sentence is not: initials and usual abbreviations; before a number,
#: what is counted.
_ABBREVIATED = re.compile(
    r"(?:(?<!['’])\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|z\.B))\.\s?$"
)
_COUNTED = re.compile(r"\b(?:Nr|pp?|S|vols?|Bd|art|Art|chap|cap)\.\s?$")
_NUMBER = re.compile(r"\d|[IVXLC]{2,}\b|[ivxlc]+\b")


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
    if (at := _turns_before(source, start)) >= 0:
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
    """Whether the word ``at`` denies the clause that the words before it begin: *not*, *nicht*,
    and in French what completes "ne"."""
    return source.words[at].key in ("not", "nicht") or _ends_ne(source, at)


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


def _turns_before(source: Source, start: int) -> int:
    """The number of the word that turns what begins with the word ``start``, or -1.

    A conjunction that the quotation keeps ("that the town was rich") leaves what is said of
    its clause as much behind.
    """
    words = source.words
    keeps = _apart([words[start].key])[0] in _KEPT
    if start and (keeps or _begins_clause(source, start)):
        conjunction = start if keeps else start - 1
        governing = _governing(source, conjunction)
        denied = [at for at in governing if _denies(source, at) and words[at + 1].key not in _ONLY]
        untrue = [at for at in governing if words[at].key in _UNTRUE]
        known = any(words[at].key in _KNOWING for at in governing)
        if denied and (untrue or (known and words[conjunction].key not in BEFORE)):
            return -1
        seeming = [at for at in governing if words[at].key in _SEEMING]
        told = any(words[at].key in _TRUE for at in governing)
        if turning := untrue or (told and denied) or seeming:
            return turning[-1]
    at = start - 1
    while at >= max(0, start - 3) and not _ends_sentence(source, words[at], words[at + 1]):
        if words[at].key in BEFORE or _denies(source, at):
            return at
        if words[at].key not in BETWEEN:
            break
        at -= 1
    return -1


def _begins_clause(source: Source, start: int) -> bool:
    """Whether a conjunction stands right before the word ``start``."""
    one, two = source.words[start - 1 : start + 1]
    return one.key in _CLAUSES and not _APART.search(source.plain(one.end, two.start))


def _governing(source: Source, conjunction: int) -> list[int]:
    """The numbers of the words that say something of the clause that a conjunction begins,
    the last first."""
    words = source.words
    found: list[int] = []
    for at in range(conjunction - 1, max(-1, conjunction - 1 - _GOVERNING), -1):
        between = source.plain(words[at].end, words[at + 1].start)
        if words[at].key in _JOINING or _ends_sentence(source, words[at], words[at + 1]):
            break
        if found and _APART.search(between):
            break
        found.append(at)
    return found


def says_so(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether who quotes the words ``start``–``end`` of a text says with his own words what
    may turn the meaning, in his sentence before them, and right behind them."""
    before = text[max(0, start - _LEAD) : start]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(before)]
    lead = {word.key for word in words_of(before[ends[-1] if ends else 0 :])}
    doubts = not lead.isdisjoint(BEFORE | _UNTRUE | _SEEMING) or any(map(is_negative, lead))
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
    if "\n" in between or between[:1] != ".":
        return True
    before = source.text[max(0, one.start - 4) : one.end + 1]
    if _COUNTED.search(before) and _NUMBER.match(source.text, two.start):
        return False
    return not _ABBREVIATED.search(before)


def _shown(source: Source, words: Sequence[Word]) -> str:
    return " ".join(source.plain(words[0].start, words[-1].end).split())
