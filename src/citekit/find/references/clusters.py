"""The references of a note, a parenthesis or a sentence, from each other and from the words
of the writer around them."""

from __future__ import annotations

import re

from citekit.find.references.imprints import REPORTER
from citekit.find.references.lists import INITIALS, PARTICLE, YEAR, begins, behind_signal
from citekit.find.references.names import (
    DIRECT,
    INITIALS_BEHIND,
    INVERTED,
    SENTENCE,
    is_named,
    lead,
)
from citekit.find.shapes import CAP

Span = tuple[int, int]

_NAMED = rf"{CAP}(?:[ -]{CAP})?,\s(?:{INITIALS}|{CAP}(?:\s{INITIALS})?)"
_NAME_ALONE = re.compile(rf"{_NAMED}\s*")
#: What repeats a work cited before: "ibid.", "a. a. O.", "op. cit.", "wie Anm. 3".
_REPEATS = (
    r"(?:(?:ibid(?:em)?|ebd|ebenda|(?:op|loc|art)\.\s?cit|a\.\s?a\.\s?O|supra)\b"
    r"|\(?(?:wie\s)?(?:Anm|Fn|note|n)\b\.?\s?\d)"
)
_REPEATED = re.compile(rf"(?:[^\W\d_][\w’'.-]*,?\s){{0,4}}?{_REPEATS}", re.I)
_PAGE = r",\s(?:pp?|S|f|fol|Sp)\.\s?\d"
#: For the author of the work before: "ders., Rivers, Leeds 1999".
_AUTHOR_AGAIN = re.compile(r"(?:[Dd]ers|[Dd]ies|[Ii]d|[Ee]ad)\.[,:]?\s|(?:[Ii]|[Ee]a)dem[,:]\s")
#: "Kuhn, Structure, p. 12": a work cited before, in short.
_SHORT = re.compile(rf"(?:{INITIALS})?{CAP}(?:\s{CAP}){{0,2}}[,:]\s[^;]{{3,90}}{_PAGE}[^;]*")
#: The same and no more: no list has an entry of a family, a title and a page.
_SHORT_ALONE = re.compile(rf"{PARTICLE}{CAP}(?:\s{CAP})?[,:]\s[^,.;]{{3,90}}{_PAGE}[\d\s,f–-]*\.?")
_FAMILIES = rf"(?:{INITIALS})?{PARTICLE}{CAP}(?:\s(?:and|und|et|&)\s{CAP}|\set\sal\.?)?[,:]\s"
#: "Kuhn, “Logic," "Lee and Roy: Rivers": the author and the title of a work cited before.
_SHORTLY = re.compile(rf"{_FAMILIES}[“\"«„‘'*_]?[^\W\d_]")
#: "Kuhn, “Logic,": the same of any work, as the marks are those of a title.
_QUOTING = re.compile(rf"{_FAMILIES}[“\"«„‘'»*_]")
#: "31–32", "S. 77 f.", "1:88": the place that a note ends with, behind a comma or another one.
_ENDS_IN_PAGE = re.compile(
    r"(?:,|\d\):|\d,?\s(?:and|und|et))[”“\"»]?\s(?:(?:at|hier|here|ici|esp\.|bes\.|insb\.):?\s)?"
    r"(?:(?:pp?|S|fol|sigs?)\.\s?)?(?:\d{1,2}[:.])?\d{1,4}"
    r"(?:[-–]{1,3}\d{1,4}|\s?ff?\.?)?$"
)
#: The page behind a title in short, with words of the writer behind it or without.
_PAGED = re.compile(
    r",[”“\"»]?\s(?:(?:pp?|S|fol|sigs?)\.\s?)?(?:\d{1,2}[:.])?(?!(?:1[4-9]|20)\d\d\b)\d{1,4}"
    r"(?:[-–]{1,3}\d{1,4}|\s?ff?\.?)?(?=[,.)]|$)"
)
#: A year that a stretch ends with, which is no page.
_ENDS_IN_YEAR = re.compile(r"(?:1[4-9]|20)\d\d$")
#: Words of the writer and a work cited in short: "Against him Kuhn, Structure, 12".
_SHORTLY_LED = re.compile(
    rf"[^\W\d_][^“”„\"«»‘*_()\d;:]{{1,120}}?[a-zß-ÿ][,:]?\s{_FAMILIES}[“\"«„‘*_]?[^\W\d_]"
)
_CUT = re.compile(
    r";\s+|[.;]\s+(?=(?:See|See also|But see|Cf\.|Compare|Vgl\.|Siehe|Voir|Also)\s)"
    rf"|\.\s+(?=(?:[^\W\d_a-zß-ÿœ][\w’'-]*,?\s){{0,2}}?(?i:{_REPEATS}))"
    r"|,?\s(?:and|und|et|sowie),?\s(?:[a-zß-ÿ][^,.;:()\d]{1,60},\s)?"
    r"(?=(?i:ibid|ebda?|ebenda|idem|eadem|ders|dies|ead)\b\.?,)"
    r"|(?:(?<=,\s[pS]\.\s\d)|(?<=,\s[pS]\.\s\d\d)|(?<=,\s[pS]\.\s\d\d\d))\.\s+(?=[^\W\d_a-zß-ÿœ])"
    r"|(?:\.|[.,]?\s+(?:and|und|et|sowie))\s+"
    rf"(?={_NAMED}(?:,?\s(?:(?:and|und|et|&)\s)?{_NAMED}){{0,3}}"
    r"[.,]?\s?\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:])"
    r"|,\s(?:and|but|und|aber|et|mais)\s(?=(?:see|cf\.|compare|siehe|vgl\.|voir)\s)"
    r"|(?P<placed>(?<=\d)|(?<=\df)|(?<=\sf))\.\s+(?=[^\W\d_a-zß-ÿœ])"
)
#: Ends that keep their point.
_KEEPS_POINT = re.compile(r"\b(?:ff?|ed|eds|Aufl|Bde?|Jr|Hrsg|al|v\. Chr|p|pp|[^\W\d_])\.$")


#: "(en)", "[en]": the language of what is cited, before its authors.
_LANGUAGE = re.compile(r"[(\[](?:en|de|fr|it|es|pt|nl|la|ru|ja|zh|ar)[)\]]\s")
#: "On the north, Ada Roth, Rivers": what a work is cited for, which is no person.
_TOPIC = re.compile(
    rf"(?:On|For|Against|Sur|Pour|Contre)\s(?![^,]*(?<!\bthe)(?<!\bl[ea])(?<!\bles)\s{CAP}\s{CAP},)"
    r"[^,.;:()\d“”„\"«»*_]{3,80},\s"
)
#: Words before a reference; no title in marks or italics, and no year.
_LEADING = re.compile(r"[^“”„\"«»‘*_()\d]{3,200}")
_LOWER = re.compile(r"(?<![^\s(])[a-zß-ÿ]{2,}(?![^\s,:])")
#: A title has at least so many code points.
_SHORTEST_TITLE = 4
#: What stands behind the year of a reference: pages, chapters.
_TAIL = re.compile(
    r"[a-z]?\]?\)?(?:[,:]?\s*(?:(?:(?:S|pp?|Sp|Bl|Rn|fol|ff?|esp|bes|chap|chs?|kap|vol|no?|n[°º]|t|here|hier|ici"
    r"|bks?|books?|livres?|lib|liv|buch|pts?|parts?|parties?|teil|bde?|tomes?|chapters?|chapitres?|kapitel"
    r"|at|sq|sqq|et|and|und|passim|seq)\b\.?|(?-i:[ivxlc]+\b|[IVX]+\b)|\d+(?:er|e)?)"
    r"(?:[\s,:;–/-]|\.(?=\s[\d,]))*)*)?\)?",
    re.I,
)
#: Between two sentences of a note.
_GAP = re.compile(r"\s*[.;]?[”“\"’»]?\s+(?<=[.)]\s)(?=[^\W\da-zß-ÿ_])")


#: How sentences begin, and hardly what follows the year of a reference.
_OPENING = re.compile(
    r"(?:It|He|She|They|We|There|This|These|But|Es|Er|Sie|Wir|Man|Dies|Hier|Dort|Doch|Aber"
    r"|Il|Elle|Ils|Elles|On|Nous|Ce|Cela|Mais)\s[a-zß-ÿ’']+\s"
)
_IMPRINT = re.compile(rf"{CAP}[^:;()\d]{{0,40}}:\s{CAP}[^:;()\d]{{1,70}}(?:1[5-9]|20)\d\d")


def is_short(text: str, start: int, end: int) -> bool:
    """Whether an entry only cites in short what was cited before: "Kuhn, Structure, p. 12"."""
    return YEAR.search(text, start, end) is None and all(
        _SHORT_ALONE.fullmatch(text, *one) or _REPEATED.match(text, *one)
        for one in split_cluster(text, start, end)
    )


def split_cluster(text: str, start: int, end: int) -> list[Span]:
    """The references of a parenthesis or note, without words like "see" and full stops.

    A semicolon parts two references only where what stands before it and what stands
    behind it has a year each, and the second begins with a name: it may also part
    authors, or place and publisher.  A name alone begins one whose authors it parts.
    "And" before names and a year is as good as a semicolon, and so is the end of a sentence
    behind a page before words that lead to another work, or its author and title in short
    (Chicago Manual of Style, 18th edition, 13.61: several citations, with comment, in a note).
    """
    cuts = [start]
    placed = {start: False}
    for found in _CUT.finditer(text, start, end):
        cuts += [found.start() + (text[found.start()] == "."), found.end()]
        placed[found.end()] = found["placed"] is not None
    cuts.append(end)
    pieces: list[Span] = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        begin = behind_signal(text, left, right)
        complete = bool(pieces) and _is_complete(text, *_bare(text, *pieces[-1]))
        if placed[left]:
            new = complete and _follows(text, pieces[-1], (begin, right))
        else:
            new = not pieces or begin > left + 2
            new = new or (complete and _starts_one(text, begin, right))
            new = new or (complete and _follows(text, pieces[-1], (begin, right)))
        if new:
            pieces.append((begin, right))
        else:
            pieces[-1] = (pieces[-1][0], right)
    bare = (_bare(text, *piece) for piece in pieces if piece[1] - piece[0] > 1)
    return [part for piece in bare for part in in_sentences(text, *piece)]


def names_author(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a note begins with who wrote a work: persons, a family before a
    title in quotation marks, or a word for the author of the work before."""
    return (
        is_named(text, start, end)
        or has_author_above(text, start, end)
        or _QUOTING.match(text, start, end) is not None
    )


def first_of(text: str, start: int, end: int) -> int:
    """Where the first reference ends of a stretch that begins with one: before the next one,
    behind a semicolon, or the sentences of the writer."""
    pieces = split_cluster(text, start, end)
    if not all(is_named(text, *one) and YEAR.search(text, *one) for one in pieces):
        pieces = in_sentences(text, start, end)
    stop = pieces[0][1]
    return stop if YEAR.search(text, stop, end) or text.find(" ", stop, end) >= 0 else end


def _is_complete(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a year, as a reference has, or cites in short what was cited
    before; what has neither may be an author of the next stretch."""
    return bool(
        YEAR.search(text, start, end)
        or _REPEATED.match(text, start, end)
        or _SHORT.fullmatch(text, start, end)
        or (
            (_SHORTLY.match(text, start, end) or has_author_above(text, start, end))
            and (_ENDS_IN_PAGE.search(text, start, end) or _PAGED.search(text, start, end))
        )
    )


def in_sentences(text: str, start: int, end: int, listed: bool = False) -> list[Span]:
    """The references of a stretch that may have words of the writer around them, or only
    behind it if it is an entry ``listed``, and what remains with a year: "For the case
    against, see Ada Roth, Rivers, 1999, 5. The best account is Eva Lund, Lakes, 2001"."""
    begin = start if listed else _led(text, behind_signal(text, start, end), end)
    stop, following = _complete(text, begin, end)
    if stop < 0:
        return [(begin, end)]
    rest = in_sentences(text, following, end)
    return [_bare(text, begin, stop), *(one for one in rest if YEAR.search(text, *one))]


def _led(text: str, start: int, end: int) -> int:
    """Where the reference begins behind words of the writer that lead to it, or the
    language of the work: "(en) Ada Roth, Rivers"."""
    tag = _LANGUAGE.match(text, start, end)
    if tag:
        start = tag.end()
    topic = _TOPIC.match(text, start, end)
    if topic and DIRECT.match(text, topic.end(), end):
        return topic.end()
    if is_named(text, start, end):
        return start
    for year in YEAR.finditer(text, start, end):
        begin = lead(text, start, year.start())
        if begin < 0:
            continue
        words = text[start:begin]
        return begin if _LEADING.fullmatch(words) and _is_leading(words) else start
    return start


def _is_leading(words: str) -> bool:
    """Whether words before a name are the writer's: two of them in lower case."""
    return len(_LOWER.findall(words)) > 1


def _complete(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the first reference of a stretch ends and where the sentence behind it begins,
    if there is one that is another reference or no part of any; else -1."""
    named = DIRECT.match(text, start, end)
    inverted = named is None or INITIALS_BEHIND.match(text, start, end) is not None
    if inverted:
        named = INVERTED.match(text, start, end)
    if named is None:
        return -1, -1
    for year in YEAR.finditer(text, named.end() + _SHORTEST_TITLE, end):
        if inverted and not REPORTER.search(text, max(start, year.start() - 80), year.start()):
            continue  # a year behind names in inverted order may come before the title
        stop = _TAIL.match(text, year.end(), end)
        gap = stop and _GAP.match(text, stop.end(), end)
        if not stop or not gap:
            continue
        new = gap.end()
        if text[year.start() - 1] in "-–—" and _IMPRINT.match(text, new, end):
            continue  # "Rivers, 1820–1900. Leeds: Example Press, 1986": years of a title
        dated = YEAR.search(text, new, end)
        if (
            SENTENCE.match(text, new, end)
            or _OPENING.match(text, new, end)
            or (dated and (DIRECT.match(text, new, end) or lead(text, new, dated.start()) >= 0))
        ):
            return stop.end(), new
    return -1, -1


def _follows(text: str, before: Span, span: Span) -> bool:
    """Whether a sentence cites another work than what is ``before`` it and ends in a page: in
    full, or in short with a page, and perhaps behind words of the writer."""
    start, end = _bare(text, *before)
    if not _ENDS_IN_PAGE.search(text, start, end) or _ENDS_IN_YEAR.search(text, start, end):
        return False
    start, end = _bare(text, *span)
    if _IMPRINT.match(text, start, end):
        return False  # "Rivers, 2. Leeds: Example Press, 1986"
    if YEAR.search(text, start, end) and (
        _led(text, start, end) > start or DIRECT.match(text, start, end)
    ):
        return True
    shortly = _SHORTLY.match(text, start, end) or _SHORTLY_LED.match(text, start, end)
    return shortly is not None and _PAGED.search(text, shortly.end(), end) is not None


def _starts_one(text: str, start: int, end: int) -> bool:
    """Whether a reference of its own starts here, not what goes on one."""
    named = bool(begins(text, start, end)) or text[start : start + 1].isupper()
    if _REPEATED.match(text, start, end) or _led(text, start, end) > start:
        return True
    if has_author_above(text, start, end):
        return True
    return named and (
        YEAR.search(text, start, end) is not None
        or _NAME_ALONE.fullmatch(text, start, end) is not None
        or _SHORT.fullmatch(text, start, end) is not None
        or _SHORTLY.match(text, start, end) is not None
    )


def has_author_above(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a word for the author of the work before it."""
    return _AUTHOR_AGAIN.match(text, start, end) is not None


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if end > start and text[end - 1] == "." and not _KEEPS_POINT.search(text[start:end]):
        end -= 1
    return start, end
