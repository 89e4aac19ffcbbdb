"""Works that a text names and the catalogue does not hold: "In “Another Title,” Ann Lee
argued …", "In a 2011 article, …", "in a forthcoming book".

The author is catalogued, but the title, the year or the kind of the writing says that it is
another one: nothing is linked, and somebody may add it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import ARTICLE_NOUNS, BOOK_NOUNS, WORK_NOUN, WORK_NOUNS
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.titlespans import capitals_in
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import term_words
from citekit.find.worktitles import is_content
from citekit.model import Body

#: So far from where its words begin the text says what it reports from (code points).
_REACH = 160
_ADJECTIVES = r"(?:[^\W\d_][\w-]*\s){0,2}?"
_DETERMINERS = (
    r"(?:an?|the|his|her|their|this|that|one|eine[mnr]?|de[mnr]|seine[mr]|ihre[mr]|diese[mr]"
    r"|une?|l[ea]|son|sa|cet?|cette)"
)
#: "in a 2011 article", "in seinem Aufsatz von 1998", "dans un livre paru en 2003".
_SOURCE = re.compile(
    rf"(?<!\w)(?:in|dans|im)\s(?:{_DETERMINERS}\s)?(?:(?P<year>(?:1[5-9]|20)\d\d)\s)?{_ADJECTIVES}"
    rf"(?P<noun>{WORK_NOUN})(?:\s(?:of|from|von|aus|de|(?:published|paru|publié|erschienen)\s(?:in|en))"
    r"\s(?P<later>(?:1[5-9]|20)\d\d))?(?!\w)"
)
_TO_COME = re.compile(
    rf"(?<!\w)(?:forthcoming|upcoming|(?:bald|demnächst)\serscheinend\w+)\s(?:{WORK_NOUN})(?!\w)"
    rf"|(?<!\w)(?:{WORK_NOUN})\sà\sparaître(?!\w)"
)
#: Before what may be a title in quotation marks at the head of a sentence.
_IN = re.compile(r"(?:^|[.!?…:;]\s|\n)(?:but\s|und\s|mais\s)?(?:in|dans|im)\s$")
_NOUN_BEFORE = re.compile(rf"(?<!\w)(?:{WORK_NOUN}),?\s?$")
#: Words with so many letters in common may be forms of one.
_STEM = 4
#: Signs that a title is in another language than a text.
_FOREIGN = {
    "en": re.compile(r"[^\x00-\x7f]|(?:schaft|ung|keit|heit|ismus|isches?)\b|\b(?:der|die|das|und"
                     r"|le|la|les|des|du|et|de|el|los|il)\b"),
    "de": re.compile(r"\b(?:the|of|and|an?|to|for|le|la|les|du|et|de)\b|(?:tion|ity|ness)\b"),
    "fr": re.compile(r"\b(?:the|of|and|in|to|for|der|die|das|und|von)\b|(?:ity|ness|schaft|ung)\b"),
}  # fmt: skip
#: The first words of titles and not of terms.
_BEGINS_TITLE = frozenset(
    "the a an how why what when where der die das wie warum was le la les un une comment".split()
)
_BOOKS = frozenset(("book", "collection", "thesis", "report"))


def without_other_works(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """What is found, with no link where the text names another work of the author."""
    other: dict[str, int] = {}
    for one in found:
        if one.kind not in ("mention", "paraphrase") or one.body.type != "work":
            yield one
            continue
        key = one.body.value
        before = other.get(key) if one.method == "claim-goes-on" else None
        reason = ""
        if before is not None and "\n\n" not in reading.text[before : one.start]:
            reason = "goes on about a work that is not in the catalogue"
        elif one.method != "title":
            reason = _contradicted(reading, one)
        if not reason:
            other.pop(key, None)
            yield one
            continue
        other[key] = one.end
        yield one._replace(body=Body(), score=min(one.score, 0.3), reasons=(reason,))


def _contradicted(reading: Reading, one: Suggestion) -> str:
    """What the text names instead of the linked work, or ""."""
    entry = reading.catalogue.keys[one.body.value]
    work, years = reading.catalogue.entries[entry].work, reading.catalogue.entries[entry].years
    end = min(one.end, one.start + _REACH)
    lowered = reading.lowered
    source = None
    if not WORK_NOUNS.isdisjoint(word.strip(",;:") for word in lowered[one.start : end].split()):
        if _TO_COME.search(lowered, one.start, end) is not None:
            return "names a work to come"
        source = _SOURCE.search(lowered, one.start, end)
    if source is not None:
        noun = source["noun"]
        year = int(source["year"] or source["later"] or 0)
        other_year = bool(year and years) and year not in years
        if other_year and (
            (noun in ARTICLE_NOUNS and work.type in _BOOKS)
            or (noun in BOOK_NOUNS and work.type not in _BOOKS)
            or (noun in BOOK_NOUNS and year > max(years))
        ):
            return f"names another work: {source[0].strip()}"
    first, last = (bisect_left(reading.emphasis, (at, 0)) for at in (one.start, end))
    for quote in (*reading.quotes_between(one.start, end), *reading.emphasis[first:last]):
        if _is_other_title(reading, one, entry, quote):
            return f"names another work: {reading.inner(quote).rstrip(' ,')}"
    return ""


def _is_other_title(reading: Reading, one: Suggestion, entry: int, quote: Span) -> bool:
    """Whether words in quotation marks are the title of something else by the author."""
    inner = reading.inner(quote).strip(" ,.")
    words = term_words(inner)
    content = [word for word in words if is_content(word)]
    own = {word[:_STEM] for word in _all_words(reading, entry)}
    if not inner[:1].isupper() or own.issuperset(word[:_STEM] for word in content):
        return False
    if _FOREIGN[reading.language].search(reading.catalogue.entries[entry].title):
        return False  # it may be the same title, translated
    before = reading.lowered[max(0, quote[0] - 40) : quote[0]]
    if _NOUN_BEFORE.search(before) is not None:
        return len(content) > 1 or reading.language != "de"
    if capitals_in(inner) < 1 and reading.language == "en":
        return False
    if _IN.search(before) is not None and quote[0] - one.start < 12:
        following = reading.people_between(quote[1], quote[1] + 60)
        return any(entry in person.entries for person in following)
    return (
        reading.language == "en"
        and len(content) > 1
        and words[0] in _BEGINS_TITLE
        and inner.split()[0][:1].isupper()
        and any(
            entry in person.entries and person.possessive
            for person in reading.people_between(quote[0] - 40, quote[0])
        )
    )


def _all_words(reading: Reading, entry: int) -> tuple[str, ...]:
    work = reading.catalogue.entries[entry].work
    fields = ("title", "title-short", "original-title", "container-title")
    return tuple(word for field in fields for word in term_words(work.text(field)))
