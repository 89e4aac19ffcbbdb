"""The marks around a title in running text (quotation marks, italics, markup), and how far it
reaches: with its marks, and with the author who stands beside it."""

from __future__ import annotations

import re

from citekit.find.citelocators import locator_at
from citekit.find.citingwords import POSSESSIVES, WORK_NOUN, WORK_NOUNS
from citekit.find.mentions.reading import Reading, Span
from citekit.find.worktitles import TitleHit, is_content

_OPENING = re.compile(r"(?:[“‘\"'„*_]{1,2}|[«»‹›][ \u00a0\u202f]?)$")
_CLOSING = re.compile(r"[)\]]?[ \u00a0\u202f]?[?!.,]?(?:[”’“‘\"'*_]{1,2}|[ \u00a0\u202f]?[»«›‹])")
MARKS = "“”\"‘’'„«»‹›*_"
MARKUP = re.compile(r"(?:<(?:i|em|cite)>|\\(?:emph|textit|enquote|citetitle)\{)\s?$", re.I)
#: Where a sentence or an item of a list begins.
_BEGUN = re.compile(r"(?:\A|\n[ \t>]*(?:[-*+]|\d{1,3}[.)])?\s?|[.!?:;]\s)\Z")
#: Before a subtitle, and around it.
_BEFORE_SUBTITLE = frozenset(":.,?!–—")
_AROUND_SUBTITLE = " .,:;?!"

_QUOTES = frozenset("“”\"‘’'„«»‹›")
#: Behind a title: a word in lower case.
_GOES_ON = re.compile(r",?[ \u00a0\n][a-zß-öø-ÿœ]")
_SPACES = (" ", "\u00a0", "\u202f")


def is_marked(reading: Reading, hit: TitleHit) -> bool:
    """Whether quotation marks, italics or markup enclose the title, or its subtitle too."""
    text = reading.text
    if _is_emphasised(reading, hit):
        return True
    before = text[hit.start - 1 : hit.start]
    if (
        before in _SPACES
        and text[hit.start].isupper()
        and text[max(0, hit.start - 2) : hit.start - 1] in ("«", "‹")
    ):
        before = "«"  # « Titre »
    if before and before in MARKS:
        if before in _QUOTES and _begins_words(reading, hit):
            return False
        after = text[hit.end : hit.end + 2]
        return any(mark in MARKS for mark in after) or after[:1] in ",:.?!" or before in "*_“„«"
    return MARKUP.search(text, max(0, hit.start - 14), hit.start) is not None


def _begins_words(reading: Reading, hit: TitleHit) -> bool:
    """Whether words in quotation marks begin with a title and go on behind it, as no subtitle
    does: "“The Port of Leeds is no port,” she said"."""
    if _GOES_ON.match(reading.text, hit.end) is None:
        return False
    quotes = reading.quotes_between(hit.start - 3, hit.start + 1)
    return any(quote[0] < hit.start and quote[1] > hit.end + 3 for quote in quotes)


def _is_emphasised(reading: Reading, hit: TitleHit) -> bool:
    """Whether the title, or its subtitle too, is all that stands in italics without signs, and
    has its capitals: any words may be emphasised."""
    end = reading.italic.get(hit.start, 0)
    if end < hit.end:
        return False
    words = reading.text[hit.start : hit.end]
    title = reading.catalogue.entries[hit.form.entry].work.text("title")
    if words not in title and (words[0].islower() or capitals_in(words) < 1):
        return False
    if " " not in words and is_first(reading.text, hit.start):
        return False  # the capital may be that of the sentence
    rest = reading.text[hit.end : end].strip(_AROUND_SUBTITLE)
    return not rest or reading.text[hit.end] in _BEFORE_SUBTITLE


def is_first(text: str, at: int) -> bool:
    """Whether a sentence, or an item of a list, begins at a place."""
    return _BEGUN.search(text, max(0, at - 12), at) is not None


def is_italic(text: str, hit: TitleHit) -> bool:
    """Whether the marks around a title are not quotation marks."""
    return text[hit.start - 1 : hit.start] not in tuple("“”\"‘’'„«»‹›")


def span_of_marks(reading: Reading, hit: TitleHit) -> Span:
    """The title with the marks around it."""
    text = reading.text
    opening = _OPENING.search(text, max(0, hit.start - 3), hit.start)
    if opening is None:
        return hit.start, hit.end
    closing = _CLOSING.match(text, hit.end)
    start, end = opening.start(), closing.end() if closing is not None else hit.end
    linked = reading.with_link((start, end))
    if text[start - 1 : start] == "[" and linked[1] > end:
        return start - 1, linked[1]
    return start, end


def capitals_in(words: str) -> float:
    """How many of the words with content begin with a capital, 0 to 1."""
    content = [word for word in re.findall(r"[^\W\d_]+", words) if is_content(word.lower())]
    return sum(word[0].isupper() for word in content) / len(content) if content else 1.0


AUTHOR_OF = re.compile(
    r"(?:(?:co-)?authors?\sof|(?:co-)?autor(?:in)?\s(?:von|des|der)|verfasser(?:in)?\s(?:von|des|der)"
    r"|auteure?\s(?:de|des|du|d')|autrice\s(?:de|des|du|d'))\s?(?:[^\W\d_'-]+\s){0,4}[\"'*_«]{0,2}\s?$"
)
#: "“Title”, a 2002 study of that disaster by the sociologist Name", "„Title“ des Arztes Name".
_BY_WRITER = re.compile(
    r"[\"'*_»}]{0,2}(?:,?\s\(\d{4}\)|,?\s(?:an?|the|une?|l[ea]|eine?|das|die|der)\s"
    r"[^,.;:!?\"]{2,70}?)?,?\s(?:by|von|de|du|des|der|par|d')\s?"
    r"(?:(?:the|dem|der|la|le|les)\s|l')?(?:[^\W\d_][\w-]*\s){0,4}?$"
)
_IN_HIS_BOOK = re.compile(
    rf"(?:\b(?:in|dans|im|with|mit|avec)\s)?\b(?:{POSSESSIVES})\s(?:[^\W_][\w-]*\s){{0,2}}(?:{WORK_NOUN})"
    r"\s?(?:,|:|with the title|mit dem titel|intitulé)?\s?$"
)
_ITS_BOOK = re.compile(
    rf",\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}(?:{WORK_NOUN})\b"
    r"(?:\s(?:de|von|of)\s\d{4})?"
)
#: A paragraph ends, or a line that is a heading.
_LINE_ENDS = re.compile(r"\n\n|[»”“\".!?][ \t]*\n[ \t]*[^\W\d_a-zß-ÿœ]")
_BOOK_AFTER = re.compile(rf"\s(?:[^\W_]+\s){{0,2}}(?:{WORK_NOUN})\b")
_NAME_IN = re.compile(
    r"(?:,?\s?(?:hat|had|has|a|avait|who))?,?\s?(?:in|im|dans|and|und|et|l'auteure? de|l'autrice de"
    r"|author of|autor(?:in)? von)"
    r"(?:\s(?:his|her|their|the|seine?[mr]?|ihre?[mr]?|son|sa|ses|le|la))?(?:\s[^\W\d_]+){0,2}"
    rf"|(?:{POSSESSIVES})(?:\s[^\W\d_]+){{1,4}}"
    r"|\(|,?\s?(?:whose|deren|dessen|dont)\s(?:[^\W\d_]+\s?){1,3}"
)


def title_span(reading: Reading, hit: TitleHit) -> Span:
    """The title with its marks, and with its author where he stands beside it in the same
    paragraph."""
    alone = span_of_marks(reading, hit)
    span = _widened(reading, hit, *alone)
    return alone if _LINE_ENDS.search(reading.text, *span) else span


def _widened(reading: Reading, hit: TitleHit, start: int, end: int) -> Span:
    """A title with its marks, and its author beside it."""
    text = reading.text
    markup = MARKUP.search(text, max(0, start - 14), start)
    if markup is not None:
        start = markup.start()
        tail = text[end : end + 7]
        end += 1 if tail.startswith("}") else tail.find(">") + 1
    before = reading.lowered[max(0, start - 70) : start]
    author_of = AUTHOR_OF.search(before) if "aut" in before or "verf" in before else None
    if author_of is not None:
        return start - len(before) + author_of.start(), end
    beside = author_before(reading, start, hit.form.entry)
    if beside is not None:
        return beside, end
    low = max(0, start - 60)
    words = reading.lowered[low:start].replace(",", " ").replace(":", " ").split()
    if not WORK_NOUNS.isdisjoint(words):
        his = _IN_HIS_BOOK.search(reading.lowered, low, start)
        if his is not None:
            return his.start(), end
    apposed = _ITS_BOOK.match(reading.lowered, end)
    if apposed is not None:
        return start, apposed.end()
    for person in reading.people_between(end, end + 110):
        if hit.form.entry in person.entries and not person.possessive:
            if _BY_WRITER.fullmatch(reading.lowered, end, person.start):
                return start, person.bare
            break
    for person in reading.people_between(end, end + 30):
        if person.possessive and reading.lowered[end : person.start] in (", ", " "):
            noun = _BOOK_AFTER.match(reading.lowered, person.end)
            return start, noun.end() if noun is not None else end
    return start, end


def author_before(reading: Reading, start: int, entry: int) -> int | None:
    """Where the author's name begins right before a title: in the possessive, or "Name,
    in …"."""
    for person in reversed(reading.people_between(start - 70, start)):
        if person.end > start or entry not in person.entries:
            continue
        if "\n\n" in reading.text[person.end : start]:
            return None
        gap = reading.lowered[person.end : start].strip(" \u00a0")
        words = gap.replace(",", " ").split()
        close = len(words) <= 3 and "," not in gap
        if (
            person.possessive
            and "." not in gap
            and (close or (len(words) <= 8 and not WORK_NOUNS.isdisjoint(words[:3])))
        ):
            return person.start
        if _NAME_IN.fullmatch(gap):
            return person.start
    return None


def short_note(reading: Reading, hit: TitleHit, span: Span) -> tuple[int, int, str] | None:
    """A citation by author and short title, as notes have it: "Name, Title, p. 6"."""
    locator = locator_at(reading.text, span[1], min(len(reading.text), span[1] + 60))
    if locator is None:
        return None
    for person in reading.people_between(hit.start - 60, hit.start):
        gap = reading.text[person.bare : hit.start].strip(' *_“"‘„«\u00a0')
        if hit.form.entry in person.entries and gap in (",", ":") and not person.possessive:
            return person.start, locator.end, str(locator)
    return None
