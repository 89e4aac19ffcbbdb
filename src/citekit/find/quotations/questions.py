"""Interviews in which the answers have no labels, as the press prints most of them.

The questions are set off (in bold or italics, behind a dash or a label) or plain paragraphs
that end with a question mark.  Paragraphs that take turns so are an interview only if the text
calls itself one ("Interview", „Gespräch“, « Propos recueillis ») or the questions say *you* and
the answers *I*: a list of frequent questions does neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.find.quotations.interviews import FIRST_PERSON, Turn, going_on, stripped

#: An interview has at least so many questions, a question at most so many characters; so many
#: paragraphs at most stand before the first one, and so many at the end say who asked.
_LEAST, _LONGEST, _LEAD, _CREDITS = 3, 450, 12, 2
#: A whole paragraph in emphasis.
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__|\*|_)(?![\s*_]).*[^\s*_](?P=mark)", re.S)
_DASH = re.compile(r"(?:[—–]|-{1,3})[ \u00a0\u202f]+(?=\S)")
_LABEL = re.compile(
    r"(?:\*\*|__)?(Q|Question|Frage|F|[A-ZÄÖÜ]{2,10})[ \u00a0]?:(?:\*\*|__)?[ \u00a0]+"
)
_CLOSED = ' \t\r\n\u00a0\u202f*_”“"»’)]'
_STOPS = frozenset(".!?…")
#: What begins a turn of a dialogue that somebody tells.
_NARRATED = frozenset('“„«»"‹›—–')
#: What the press calls an interview.
_CALLED = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|t|te|ten)?|INTERVIEW|Q ?& ?A|[Ii]n conversation"
    r"|[Cc]onversation (?:with|avec)|(?:spoke|talked|sat down) (?:to|with)|[Gg]espräch"
    r"|sprach(?:en)? mit|Fragen (?:an|stell\w+)|[Ee]ntretien|[Pp]ropos recueillis"
    r"|[Rr]encontre avec|[Qq]uestions à)\b"
)
#: Whoever is asked.
_SECOND_PERSON = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Vv]ous|[Vv]otre|[Vv]os|[Tt]oi|[Tt]es|Ihnen|Ihr(?:e[nmrs]?)?|[Dd]u"
    r"|dir|dich|[Dd]eine?[nmrs]?)\b|(?<=[^\s.!?…:] )Sie\b|-tu\b"
    r"|(?:^|, )(?:Frau|Herr|Madame|Monsieur|Mr|Mrs|Ms|Dr|Professor|Minister)\b[^,.?!]{0,40}"
    r"(?:, |[ ?]*$)"
)


class _Questions(NamedTuple):
    """The paragraphs that may be an interview's questions, by number; how many of them must say
    *you*, and whether the text must call itself an interview: so plain are they."""

    numbers: list[int]
    second: int = 1
    called: bool = False
    plain: bool = False


def answers(
    text: str, paragraphs: Sequence[tuple[int, int]]
) -> tuple[list[Turn], list[tuple[int, int]]]:
    """The answers of an interview without labels, if ``text`` is one, and the spans of its
    questions."""
    if text.count("?") < _LEAST - 1:
        return [], []
    if sum(_asks(text[max(start, end - 8) : end]) for start, end in paragraphs) < _LEAST - 1:
        return [], []
    words = [text[start:end].strip() for start, end in paragraphs]
    for way in (_set_off, _labelled, _dashed, _taking_turns, _mixed):
        asked = way(words)
        if asked is None or asked.numbers[0] > _LEAD:
            continue
        found = _between(text, paragraphs, words, asked)
        if _is_interview(text, words, asked, found):
            return found, [paragraphs[number] for number in asked.numbers]
    return [], []


def _asks(words: str) -> bool:
    return words.rstrip(_CLOSED).endswith("?")


def _enough(words: Sequence[str], numbers: list[int]) -> bool:
    """Whether paragraphs may be questions: enough of them, half of which ask, no two in a row."""
    asking = sum(_asks(words[number]) for number in numbers)
    apart = all(b - a > 1 for a, b in pairwise(numbers))
    return len(numbers) >= _LEAST and 2 * asking >= len(numbers) and apart


def _set_off(words: Sequence[str]) -> _Questions | None:
    """Questions in bold or italics; not what stands above the first that asks somebody."""
    numbers: list[int] = []
    for number, one in enumerate(words):
        if len(one) > _LONGEST or one[:1] not in ("*", "_") or not _EMPHASIS.fullmatch(one):
            continue
        if one.rstrip(_CLOSED)[-1:] not in _STOPS:
            continue
        if numbers or _asks(one) or _SECOND_PERSON.search(one):
            numbers.append(number)
    return _Questions(numbers) if _enough(words, numbers) else None


def _labelled(words: Sequence[str]) -> _Questions | None:
    """Questions behind a label, always the same: "Q:", "ZEIT:"."""
    labels = [(number, _LABEL.match(one)) for number, one in enumerate(words)]
    known = [(number, label[1]) for number, label in labels if label]
    numbers = [number for number, _ in known]
    same = len({label for _, label in known}) == 1
    return _Questions(numbers) if same and _enough(words, numbers) else None


def _dashed(words: Sequence[str]) -> _Questions | None:
    """Questions behind a dash, the answers too or not; dialogue in fiction looks the same."""
    numbers = [number for number, one in enumerate(words) if _DASH.match(one)]
    if len(numbers) >= 2 * _LEAST and numbers[-1] - numbers[0] == len(numbers) - 1:
        if sum(_asks(words[number]) for number in numbers[1::2]) * 3 > len(numbers[1::2]):
            return None
        numbers = numbers[::2]
    return _Questions(numbers, called=True) if _enough(words, numbers) else None


def _plain(words: Sequence[str]) -> list[int]:
    """The plain paragraphs that ask; the first of a text is its title."""
    return [
        number
        for number, one in enumerate(words)
        if number and len(one) <= _LONGEST and _asks(one) and one[0] not in _NARRATED
    ]


def _taking_turns(words: Sequence[str]) -> _Questions | None:
    """Plain paragraphs of which every other one asks, or nearly so."""
    asking = _plain(words)
    if len(asking) < _LEAST:
        return None
    first = asking[0]
    known = {number for number in asking if (number - first) % 2 == 0}
    last = max(known)
    numbers = list(range(first, last + 1, 2))
    other = [number for number in asking if number not in known]
    ends = all(words[number].rstrip(_CLOSED)[-1:] in _STOPS for number in numbers)
    short = all(len(words[number]) <= _LONGEST for number in numbers)
    if len(known) < _LEAST or 3 * len(known) < 2 * len(numbers) or not (ends and short):
        return None
    if asking[-1] > last + 1 or 4 * len(other) > len(numbers):
        return None
    return _Questions(numbers, second=2, plain=True)


def _mixed(words: Sequence[str]) -> _Questions | None:
    """Plain paragraphs that ask, with answers of any number of paragraphs."""
    numbers: list[int] = []
    for number in _plain(words):
        if not numbers or number > numbers[-1] + 1:
            numbers.append(number)
    if len(numbers) < _LEAST or 5 * len(numbers) < numbers[-1] - numbers[0]:
        return None
    return _Questions(numbers, second=max(2, len(numbers) // 3), called=True, plain=True)


def _between(
    text: str, paragraphs: Sequence[tuple[int, int]], words: Sequence[str], asked: _Questions
) -> list[Turn]:
    """The paragraphs behind each question that answer it."""
    found = []
    for number, until in pairwise([*asked.numbers, len(words)]):
        if number + 1 >= until:
            continue
        start, end = stripped(text, *paragraphs[number + 1])
        dash = _DASH.match(text, start, end)
        start = dash.end() if dash else start
        if text[start] in "*_#([":
            continue
        found.append(Turn(start, end, (start, start), ""))
        rest = list(paragraphs[number + 2 : until])
        for begin, close in going_on(text, rest, "", last=until == len(words)):
            one = text[begin:close]
            if asked.plain and _SECOND_PERSON.search(one) and not FIRST_PERSON.search(one):
                break  # a question that does not ask
            found.append(Turn(begin, close, (begin, begin), ""))
    return found


def _is_interview(
    text: str, words: Sequence[str], asked: _Questions, found: Sequence[Turn]
) -> bool:
    """Whether paragraphs that take turns are an interview, by what they and the text say."""
    around = [
        *words[: asked.numbers[0]],
        *words[max(asked.numbers[-1] + 1, len(words) - _CREDITS) :],
    ]
    called = any(_CALLED.search(one) for one in around)
    second = sum(bool(_SECOND_PERSON.search(words[number])) for number in asked.numbers)
    first = sum(bool(FIRST_PERSON.search(text, one.start, one.end)) for one in found)
    persons = second >= asked.second and first >= 2
    if asked.called:
        return called and (persons or not asked.plain)
    return persons or (called and first > 0)
