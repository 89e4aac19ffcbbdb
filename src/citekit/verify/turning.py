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
from citekit.verify.words import Gap, Word, words_of

#: After a quotation that stops before the sentence does.
AFTER = frozenset(
    """
    but unless not except excepting excluding however though although albeit yet if until nor
    never without only provided rarely hardly scarcely
    aber nicht sondern außer ausser jedoch doch allerdings sofern falls wenn obwohl obgleich
    ohne nie niemals kaum
    mais sauf excepté hormis cependant toutefois pourtant quoique si jamais pas ni sans
    """.split()
)
#: Of several words: the first follows at once.
AFTER_TWO = frozenset(
    {("es", "sei"), ("rather", "than"), ("à", "moins"), ("bien", "que"), ("no", "longer")}
)
#: Before a quotation that begins after the sentence does: negation and doubt.
BEFORE = frozenset(
    """
    not no never neither nor hardly scarcely barely rarely cannot unlikely without nobody nothing
    none may might could perhaps possibly probably allegedly reportedly supposedly seemingly
    apparently purportedly denied denies deny doubts doubted false if
    nicht kein keine keinen keinem keiner keines nie niemals kaum vielleicht angeblich
    möglicherweise wohl vermutlich ohne wenn falls
    pas ne jamais aucun aucune ni sans peut-être prétendument soi-disant si nullement guère
    """.split()
)
#: Between such a word and the quotation these change nothing.
BETWEEN = frozenset(
    """
    a an the to be been being that it is was were are have has had do does did so this these
    there in as of appear seem
    ein eine einen der die das den dem zu es dass ist sei war
    un une le la les de des du que il elle est été qu
    """.split()
)
_SENTENCE_ENDS = re.compile(r"[.!?…][”’\"')\]»]*\s|\n\s*\n|[.!?]$")
#: What a sign of the end of a sentence is not: initials and usual abbreviations.
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|z\.B|No|Nr|p|pp|S))\.\s?$"
)


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


_NEGATIONS = frozenset(
    """
    not no never neither nor cannot hardly without unless except none nobody nothing
    nicht kein keine keinen keinem keiner keines nie niemals kaum außer
    pas jamais aucun aucune ni sans sauf
    """.split()
)


def cut_off(source: Source, start: int, end: int) -> list[str]:
    """What was cut off on either side of the words ``start``–``end`` of the source, said
    for a person to read."""
    words = source.words
    found = []
    if end < len(words) and not _ends_sentence(source, words[end - 1], words[end]):
        following = words[end].key
        pair = (following, words[end + 1].key) if end + 1 < len(words) else ("", "")
        if following in AFTER or is_negative(following) or pair in AFTER_TWO:
            found.append(f"{STOPS} “{_shown(source, words[end : end + 1])}”")
    at, steps = start - 1, 0
    while at >= 0 and steps < 3 and not _ends_sentence(source, words[at], words[at + 1]):
        if words[at].key in BEFORE or is_negative(words[at].key):
            found.append(f"{BEGINS} “{_shown(source, words[at:start])}”")
            break
        if words[at].key not in BETWEEN:
            break
        at, steps = at - 1, steps + 1
    return found


def left_out(source: Source, start: int, end: int, gap: Gap, shown: str) -> list[str]:
    """Negations among the words ``start``–``end`` of the source, for which ``shown``, an
    ellipsis or brackets, stands within a sentence; none if that denies too."""
    if gap not in LEAVES_OUT or any(is_negative(word.key) for word in words_of(shown)):
        return []
    words = source.words[start:end]
    if not words or not 0 < start <= end < len(source.words):
        return []
    around = source.words[start - 1 : end + 1]
    if any(_ends_sentence(source, one, two) for one, two in pairwise(around)):
        return []
    near_edge = [*words[:2], *words[-2:]]
    found = next((word for word in near_edge if is_negative(word.key)), None)
    return [f"{LEAVES_OUT[gap]} “{_shown(source, [found])}”"] if found else []


def _ends_sentence(source: Source, one: Word, two: Word) -> bool:
    """Whether a sentence ends between two words that follow each other."""
    between = source.plain(one.end, two.start)
    if not _SENTENCE_ENDS.search(between):
        return False
    if "\n" in between or between[:1] != ".":
        return True
    return not _ABBREVIATED.search(source.text[max(0, one.start - 4) : one.end + 1])


def _shown(source: Source, words: Sequence[Word]) -> str:
    return " ".join(source.plain(words[0].start, words[-1].end).split())
