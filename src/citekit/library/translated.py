"""Quotations that are translations, which no comparison word by word can judge.

Whoever translates quoted words says so beside their citation (Chicago Manual of Style, 17th
edition, 13.74; MLA Handbook 9, 6.75), in German "eigene Übersetzung", in French "traduit par nos
soins"; where a text says it once for all of them, the language of the words shows it.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Whose translation it is: the writer's.
_ENGLISH = (
    r"(?:my|our|own|(?:the\s)?author[’']s)\s(?:own\s)?(?:literal\s|free\s)?(?:transl(?:ations?\b|\.)|trans\.)"
    r"|\b(?:translat(?:ions?|ed)|transl?\.|tr\.)\s(?:(?:is|are)\s)?"
    r"(?:mine|ours|(?:my|our)\sown|by\s(?:me|us|(?:the\s)?(?:present\s)?(?:authors?|writer)))\b"
    r"|\bI\s(?:have\s)?translated?\b"
)
_GERMAN = (
    r"(?:\b(?:eigene|meine|unsere)\s|\b[me]\.\s?)(?:deutsche\s)?(?:Übersetzung|Übertragung|Übers\.|Ü\.)"
    r"|(?:\bÜbersetzung(?:en)?|\bübersetzt|\b[Üü]bers\.|\bÜ\.)\s?(?:(?:durch|von|vom|v\.|der|des|d\.)\s?"
    r"(?:(?:den|die|der|dem|d\.)\s?)?)(?:mir|uns|Verf|Autor|A\.|V\.)"
)
_FRENCH = (
    r"\b(?:ma|notre)\s(?:propre\s)?trad(?:uction\b|\.)"
    r"|\btrad(?:uctions?|uite?s?|\.)\s(?:(?:par|de)\s)?"
    r"(?:(?:nos|mes)\ssoins|personnelle|mienne|nous\b|moi\b|l[’'](?:auteure?|autrice)\b)"
    r"|\b(?:je|nous|qui)\s(?:l[ea]s?\s)?tradui(?:s|sons)\b"
)
_REMARK = re.compile(f"(?i:{_ENGLISH}|{_FRENCH})|{_GERMAN}")
#: Behind the words, up to a remark: not another quotation, nor the end of the paragraph.
_CLOSING = re.compile(r"[”“\"'’»«›‹.,;:!?]*[ \u00a0\u202f]?[”“»«]*")
_APART = re.compile(r"[“„«\"]|\n\s*\n")
#: So far behind the end of the words (code points), and so much of their end, is looked at.
_FAR, _TAIL = 250, 150

#: Frequent words that are words of one of the languages only.
_FREQUENT = {
    word: code
    for code, words in (
        ("en", """the of and to is are were that this with from by his her their its not have has
            had be been it which who there they we you would will can cannot into than because"""),
        ("de", """der das und den dem ein eine einen einem einer eines ist sind nicht mit von zu für
            auf auch sich wird werden wurde wurden dass daß aus bei nach wie oder wir sie er ihre
            seine haben hatte über durch kein keine nur wenn"""),
        ("fr", """le les et est sont était que qui dans une pas ne ce cette ces avec aux il elle ils
            elles nous vous leur leurs ses être avoir où mais l d n qu c"""),
    )
    for word in words.split()
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
#: A text is in a language of which it has so many of these, and so many times those of others.
_LEAST, _TIMES = 5, 4
_SAMPLE = 20_000


def is_marked_as_translated(text: str, start: int, end: int, note: str = "") -> bool:
    """Whether a text says of the words at ``start``–``end`` (code points) that its writer has
    translated them: in the brackets or the command behind them, at their own end, or in their
    ``note``."""
    if _REMARK.search(note):
        return True
    low = max(start, end - _TAIL)
    closed = _CLOSING.match(text, end)
    apart = _APART.search(text, closed.end() if closed is not None else end)
    high = min(end + _FAR, apart.start() if apart is not None else len(text))
    return any(
        max(text.rfind(sign, low, found.start()) for sign in "([{")
        > max(text.rfind(sign, low, found.start()) for sign in ")]}")
        for found in _REMARK.finditer(text, low, high)
    )


def language_of_words(words: str) -> str:
    """The language of quoted words: en, de or fr if at least two of the most frequent words
    of one of these stand in them, and none of the others; or ""."""
    counts = _counts(words)
    found = max(counts, key=lambda code: counts[code])
    return found if counts[found] > 1 and sum(counts.values()) == counts[found] else ""


@lru_cache(maxsize=64)
def language_of_text(text: str) -> str:
    """The language of a whole text: en, de or fr, or "" if it is another one, or mixed."""
    counts = _counts(text[:_SAMPLE])
    first, second = sorted(counts, key=lambda code: counts[code], reverse=True)[:2]
    is_clear = counts[first] >= max(_LEAST, _TIMES * counts[second])
    return first if is_clear else ""


def _counts(text: str) -> dict[str, int]:
    counts = {"en": 0, "de": 0, "fr": 0}
    for word in _WORD.findall(text.lower()):
        code = _FREQUENT.get(word)
        if code is not None:
            counts[code] += 1
    return counts


def is_of_another_language(words: str, source: str, tag: str) -> bool:
    """Whether quoted words are in another language than their source: than the text
    ``source``, or, where that is too short to tell, than the language of its record, a tag of
    BCP 47."""
    theirs = language_of_words(words)
    own = language_of_text(source) or tag.partition("-")[0].lower()
    return bool(theirs and own) and theirs != own
