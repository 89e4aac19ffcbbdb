"""Which of an author's works is meant by what it is about, or by words of its title without
marks: "his book on logic", "what Name called soft power".

Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.cues.names import GIVEN
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.find.worktitles import is_content, main_title, words_of

#: Before what a work is about.
_ABOUT = re.compile(r"\b(?:on|about|concerning|über|zu[mr]?|sur)\s(?P<topic>.+)$", re.S)
_TOPIC = re.compile(
    r"\b(?:of|on|about|concerning|über|zu[mr]?|der|des|von|vom|sur|des?|du)\s(?P<topic>.+)$|d'(?P<elided>.+)$",
    re.S,
)
#: Of a longer word so many letters are its stem: "rivers", "river".
_STEM = 5
#: An author's words for it: "Name called", "Name's notion of", "nennt Name".
_CALLS = re.compile(
    r"(?:,\s[^,.;:!?]{2,60},)?\s(?:(?:has|had|have|once|later|then|famously|so|hat|hatte|a|avait)\s){0,2}"
    r"(?:calls?|called|terms?|termed|dubs|dubbed|labell?ed|christened|nennt|nannte|genannt|taufte"
    r"|appelle|appelait|appelé|nomme|nommait|nommé|baptisé)\s"
    r"|\s(?:[^\W\d_]+\s)?(?:idea|notion|concept|theory|term|thesis|begriff|idee|konzept|theorie"
    r"|these)\s(?:of|for|der|des|von|vom)\s"
)
_WHAT = re.compile(r"\b(?:what|was|ce\sque|das,\swas)\s(?:[^\W\d_]+\s){0,2}$")
_ARTICLE = re.compile(r"(?:(?:the|an?|das|die|der|de[nm]|eine?n?|le|la|les|une?)\s|l')")
_WORD = re.compile(r"[^\W_]+")


def on_topic(reading: Reading, entries: Sequence[int], topic: str) -> list[int]:
    """Those of some works whose titles have the most words of a topic, if any has one."""
    said = [word for word in words_of(topic) if is_content(word)]
    shared: dict[int, int] = {}
    for entry in entries:
        words = list(filter(is_content, words_of(reading.catalogue.entries[entry].title)))
        shared[entry] = sum(word in words or _has(words, word) for word in said)
    most = max(shared.values(), default=0)
    return [entry for entry in entries if most and shared[entry] == most]


def _has(words: Sequence[str], word: str) -> bool:
    """Whether a word stands among others in another form."""
    return len(word) >= _STEM and any(
        len(other) >= _STEM
        and (other.startswith(word) or word.startswith(other))
        and abs(len(other) - len(word)) < 3
        for other in words
    )


def chosen_by_topic(reading: Reading, entries: Sequence[int], span: Span) -> Choice | None:
    """The only one of an author's works that has the topic named in a span: "book on logic"."""
    found = _TOPIC.search(reading.lowered[slice(*span)])
    if found is None:
        return None
    fitting = on_topic(reading, entries, found["topic"] or found["elided"])
    if len(fitting) != 1:
        return None
    key = reading.catalogue.entries[fitting[0]].key
    return Choice(fitting[0], 0.8, (f"the title of {key} has the topic",))


def is_on_another(reading: Reading, entries: Sequence[int], span: Span) -> bool:
    """Whether a work in a span is about somebody, or some place, that no title of the
    ``entries`` has: "his book on Frederick".  German gives every noun a capital: there only
    given names are told."""
    found = _ABOUT.search(reading.lowered[slice(*span)])
    if found is None:
        return False
    at = span[0] + found.start("topic")
    words = list(_WORD.finditer(reading.text, at, span[1]))
    if not words or not words[0][0][0].isupper():
        return False
    if reading.language == "de" and words[0][0].lower() not in GIVEN:
        return False
    return not on_topic(reading, entries, found["topic"])


def title_words(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """What an author calls by the words of one of his titles, with no marks around them: "what
    Name called soft power"."""
    for person in reading.people:
        if not (person.full or reading.established(person)):
            continue
        called = _CALLS.match(reading.lowered, person.end)
        at = person.end + 1 if called is None else called.end()
        named = _titled(reading, person.entries, at)
        if named is None or called is None:
            continue
        end, entry = named
        what = _WHAT.search(reading.lowered, max(0, person.start - 30), person.start)
        start = person.start if what is None else what.start()
        if any(one.start < end and start < one.end and one.kind != "quotation"
               and one.body.value for one in found):  # fmt: skip
            continue
        key = reading.catalogue.entries[entry].key
        choice = Choice(entry, 0.8, (f"words of the title of {key} beside {person.name}",))
        yield reading.suggest((start, end), "mention", choice, "title-words")


def _titled(reading: Reading, entries: Sequence[int], at: int) -> tuple[int, int] | None:
    """Where the whole of an author's main title ends that begins at a place, and its work."""
    article = _ARTICLE.match(reading.lowered, at)
    at = at if article is None else article.end()
    best: tuple[int, int] | None = None
    for entry in entries:
        title = main_title(reading.catalogue.entries[entry].title).strip(" .?!")
        opened = _ARTICLE.match(title)
        title = title if opened is None else title[opened.end() :]
        if sum(map(is_content, words_of(title))) < 2:
            continue
        end = at + len(title)
        if reading.lowered.startswith(title, at) and not reading.lowered[end : end + 1].isalnum():
            if best is not None and best[0] == end:
                return None
            best = max(best or (0, 0), (end, entry))
    return best
