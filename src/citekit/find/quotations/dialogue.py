"""French: dialogue without quotation marks, each turn behind a dash at the head of its line.

« — Dix minutes, annonça le chef de gare. Pas une de plus. »: a turn is found if a reporting
clause stands in it whose subject is named (Lexique des règles typographiques en usage à
l'Imprimerie nationale, « Tiret »: a dash marks the change of speaker).  Items of lists and
signatures have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.find.cues import bits as c
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.tokens import Unit
from citekit.find.quotations.attribution import Attributor
from citekit.find.speakers.resolver import Speakers
from citekit.find.suggestion import Suggestion

_SCORE = 0.7
_TITLES = frozenset(("M.", "Mme", "Mlle"))
_SPACE = r"[ \t\u00a0\u202f]"
#: Before the words of a turn, which begin as a sentence does.
_TURN = re.compile(rf"[—–]{_SPACE}+(?=[A-ZÀ-ÖØ-Þ…])")
_HEAD = re.compile(rf"(?:\A|\n){_SPACE}*(?=[—–]{_SPACE})")
#: What begins the narrator's sentence behind a reporting clause.
_NARRATED = re.compile(r"\s*[.;!?]?\s*(?:Il|Elle|Ils|Elles|Puis|Son|Sa|Ses)\b")


def dialogue(
    flat: str, parts: Sequence[tuple[int, int]], quoted: Sequence[Quoted], speakers: Speakers,
    text: str,
) -> Iterator[Suggestion]:  # fmt: skip
    """The turns of the dialogues of a French text, whose paragraphs are ``parts``; ``flat`` is
    the text with its lines joined, ``quoted`` what stands in quotation marks."""
    if "—" not in text and "–" not in text:
        return
    marked = [one.start for one in quoted]
    for start, end in parts:
        heads = [match.end() for match in _HEAD.finditer(text[start:end])]
        for at, until in pairwise([*heads, end - start]):
            turn = _TURN.match(text, start + at)
            stop = start + len(text[start : start + until].rstrip())
            if turn is None or stop <= turn.end():
                continue
            if bisect_left(marked, turn.end()) == bisect_left(marked, stop):
                found = _turn(flat, turn.start(), turn.end(), stop, speakers)
                if found is not None:
                    yield found


def _turn(flat: str, dash: int, start: int, end: int, speakers: Speakers) -> Suggestion | None:
    """The turn behind a dash, if a reporting clause in it names who speaks."""
    u = Unit(flat, dash, end, [Quoted(dash, end, start, end, 1, "dash")], "fr")
    q = next(iter(u.quotes), -1)
    made = Attributor(u).inside(q) if q >= 0 else None
    inner = made.unit if made is not None else None
    if made is None or inner is None or made.phrase is None or made.phrase.kind == "pronoun":
        return None
    if made.phrase.kind == "role" and inner.flags[made.phrase.head] & c.GROUP:
        return None  # « – Le calendrier, dit le texte, … »
    speaker = speakers.resolve(inner, made.phrase, False, False)
    if speaker is None:
        return None
    title, other = inner.words[made.phrase.start], speaker.name.split()[0]
    if title != other and {title, other} <= _TITLES:
        return None  # « M. Roth » beside « Mme Roth »
    cue = inner.starts[made.start], inner.ends[made.end - 1]
    if _NARRATED.match(flat, cue[1], end) is not None:
        end = inner.ends[made.start - 2]
    return Suggestion(
        start, end, "quotation", quoted=flat[start:end], speaker=speaker.name,
        cue=inner.print(made.start, made.end), attribution=cue, method="dialogue", score=_SCORE,
        reasons=(made.reason, "a dash begins the line"),
    )  # fmt: skip
