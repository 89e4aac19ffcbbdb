"""Titles of one word or two beside their author ("Name's Leviathan", "In Leviathan, Name …",
"the author of Leviathan", "Leviathan (1651)"), and titles in italics or quotation marks that are
shortened in the sentence of their author ("In *La Méditerranée* Braudel …").

Words of one title or two are common, so that they are titles only with a sign of it.  A short
title has the key words of the main title in their order (Chicago Manual of Style, 18th edition,
13.33–13.36)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from citekit.find.citingwords import ARTICLES, NOUN_ARTICLES, POSSESSIVES, WORK_NOUN
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.titlespans import capitals_in, is_first
from citekit.find.signs import in_brackets
from citekit.find.works import name_key
from citekit.find.worktitles import (
    TitleForm,
    TitleHit,
    is_content,
    main_title,
    marked_key,
    same,
    words_of,
)

_ONE_WORD = r"(?:(?:L['’]|La\s|Le\s|Les\s|The\s|Die\s|Der\s|Das\s)?[^\W\d_a-zß-ÿœ][\w-]{2,40})"
_NEXT_TO_NAME = re.compile(
    r"(?:['’]s?)?(?P<his>,?\s(?:in|dans|im)(?:\s(?:his|her|their|son|sa|ses|seinem|seiner|ihrem|ihrer))?)?"
    rf"\s(?P<title>{_ONE_WORD})\b(?!['’-])"
)
_TITLE_OF = re.compile(
    rf"(?<![\w-])(?P<title>{_ONE_WORD})[”»\"*_]?,?\s(?:by\s(?:the\s(?:[^\W\d_][\w-]*\s){{0,3}})?|von\s|de\s|d['’])$"
)
_AUTHOR_OF_TITLE = re.compile(
    rf"\b(?:author\sof|[Aa]uteure?\sd(?:e\s|['’])|[Aa]utrice\sd(?:e\s|['’])|Autor(?:in)?\svon)\s?(?P<title>{_ONE_WORD})"
)
#: Code points before a name in which its bearer's title is looked for.
BEFORE_NAME = 250
_ARTICLE_BEFORE = re.compile(r"(?:^|[\s(])(?:the|his|her|les|ses|des|aux|[Ii]n|[Dd]ans)\s$")
_AFTER_TITLE = re.compile(r"[,.;:)]|\s[^\W\d_A-ZÀ-Ý]")
#: "In his Title,", before a name; "in" in German with no article that a noun has.
_IN = re.compile(
    r"(?<!\w)(?:in|dans|with|avec|mit|since|depuis|seit)\s"
    rf"(?:(?:{POSSESSIVES}|the|les?|la)\s|l')?[\"'*_«„]{{0,2}}\s?$"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|letzt)e[nrms]?"
    r"|premi(?:er|ère)|deuxième|second|troisième|quatrième|cinquième|sixième|septième|huitième"
    r"|neuvième|dixième|derni(?:er|ère)|\d{1,2}\.?|[ivx]{1,5})"
)
_PART_NOUN = r"(?:book|chapter|canto|part|buch|kapitel|gesang|teil|livre|chapitre|chant|partie)s?"
_PART_OF = re.compile(
    rf"\b(?:{_ORDINAL}\s{_PART_NOUN}|{_PART_NOUN}\s{_ORDINAL})\s(?:of|der|des|von|de|du|d')"
    r"(?:\s(?:the|la|les)|\sl')?\s?[\"'*_«]{0,2}\s?$"
)
#: What only a work has, before its title: "the epilogue of Title".
_OF_A_WORK = re.compile(
    r"\b(?:chapters?|epilogue|prologue|preface|foreword|introduction|conclusions?|appendix|pages?"
    r"|passages?|sections?|footnotes?|readers?|reviews?|reviewers?|translations?|translators?"
    r"|publication|editions?|kapiteln?|vorwort|nachwort|einleitung|schluss|anhang|seiten?|fußnoten?"
    r"|lesern?|leserinnen|übersetzung|ausgabe|erscheinen|chapitres?|épilogue|préface|postface"
    r"|annexe|lecteurs?|lectrices|traduction|édition|parution)\s(?:of|to|from|in|der|von|zu|aus|de|du|d')"
    r"\s?[\"'*_«]{0,2}\s?$"
)
#: A noun for a work right before its title.
_NOUN_BEFORE = re.compile(
    rf"\b(?:{WORK_NOUN})(?:[,:]|\s(?:is|was|ist|war|heißt|hieß|est|était|s'appelle|s'intitule))?\s$"
)
_THEN_NAME = re.compile(r"\s?[\"'*_»]{0,2}(?:\s\(\d{4}\))?,?\s")
#: The year of a work behind its title: " (1963)", ", published in 1963", " aus dem Jahr 1963".
_DATED = re.compile(
    r"[”»\"*_]{0,2},?\s\(?(?:(?:(?:first\s)?published|(?:zuerst\s|erstmals\s)?erschienen"
    r"|(?:d['’]abord\s)?(?:paru|publié)e?s?)\s(?:(?:in|im\sJahre?|en)\s)?|from\s|von\s|de\s"
    r"|aus\sdem\sJahre?\s|(?<=\())(?P<year>1[4-9]\d\d|20\d\d)(?!\d|[–-]\d)"
)
#: Whose a title is, behind it and before it.
_OF_SOMEBODY = re.compile(
    r"[”»“‘’\"'*_]{1,2}\s(?:of|by|der|des|von|vom|de|du|d['’])\s?(?:la\s)?(?P<name>[^\W\d_a-zß-ÿœ][^\W\d_]+)"
)
_SOMEBODYS = re.compile(
    r"(?<![\w-])(?P<name>[^\W\d_a-zß-ÿœ][^\W\d_]+?)(?:['’]s?|s)\s[„«»“‘\"'*_]{1,2}\s?$"
)
_HYPHEN = re.compile(r"[-\s]")
_YEAR = re.compile(r"\((?:1\d{3}|20\d\d)\)")
_CLOSING = ' ”»"*_\u00a0'
#: The words of the titles that are looked for before a year, at most.
_WORDS = 3
_OPENING = "(“\"«‘'„*_"

#: Letters behind a title, but for the ending of a genitive: it is a part of a longer word.
_GOES_ON = re.compile(r"(?!e?s\b)\w")


def beside_names(reading: Reading) -> Iterator[TitleHit]:
    """Titles of one word, in a capital, right beside their author: "Name's Leviathan",
    "Name, in his Leviathan", "La Distinction de Name", "the author of Leviathan"."""
    marked = reading.catalogue.marked_titles
    if not marked:
        return
    named = reading.catalogue.marked_of.keys()
    for person in reading.people:
        if named.isdisjoint(person.entries):
            continue
        mine = [entry for entry in person.entries if entry in named]
        spans = []
        found = _NEXT_TO_NAME.match(reading.text, person.bare)
        if found is not None and (found["his"] is not None or person.possessive):
            spans.append(found.span("title"))
        before = _TITLE_OF.search(reading.text, max(0, person.start - 60), person.start)
        if before is not None:
            spans.append(before.span("title"))
        reach = person.end + 400
        if "aut" in reading.lowered[person.end : reach]:
            author_of = _AUTHOR_OF_TITLE.search(reading.text, person.end, reach)
            if author_of is not None:
                spans.append(author_of.span("title"))
        for span in spans:
            for form in marked.get(marked_key(reading.lowered[slice(*span)]), ()):
                if form.entry in mine:
                    yield TitleHit(*span, form)
        low = max(0, person.start - BEFORE_NAME)
        for form in (form for entry in mine for form in reading.catalogue.marked_of[entry]):
            words = _spelt(form)
            for at in places(reading.lowered, words, low, reach):
                end = at + len(words)
                if _GOES_ON.match(reading.text, end):
                    continue  # "Conf." is no part of "Confessiones"
                if is_after_noun(reading, at):
                    yield TitleHit(at, end, form)
                    break
                if form.words[0] in NOUN_ARTICLES:
                    break
                if not person.start <= at < person.end and (
                    _opens(reading, at, end, person)
                    or is_part(reading, at)
                    or (
                        as_printed(reading, at, form)
                        if len(form.words) > 1
                        else is_name_of_thing(reading, at, end)
                    )
                ):
                    yield TitleHit(at, end, form)
                    break


def is_part(reading: Reading, at: int) -> bool:
    """Whether a part of a work is named right before its title, or what only works have: "in
    the fourth book of Title", "im vierten Buch der Titel", "the epilogue of Title"."""
    low = max(0, at - 60)
    return reading.text[at].isupper() and (
        _PART_OF.search(reading.lowered, low, at) is not None
        or _OF_A_WORK.search(reading.lowered, low, at) is not None
    )


def is_after_noun(reading: Reading, at: int) -> bool:
    """Whether a noun for a work, in the singular, stands right before a title in a capital: "his
    book Title", "sein Buch Titel", "her great book, Title", "his best known book is Title"."""
    if not reading.text[at].isupper():
        return False
    return _NOUN_BEFORE.search(reading.lowered, max(0, at - 30), at) is not None


def _opens(reading: Reading, at: int, end: int, person: Person) -> bool:
    """Whether a word in a capital stands behind "in" right before the author."""
    if end >= person.start or not reading.text[at].isupper():
        return False
    return (
        _THEN_NAME.fullmatch(reading.lowered, end, person.start) is not None
        and _IN.search(reading.lowered, max(0, at - 24), at) is not None
    )


def dated_titles(reading: Reading) -> Iterator[TitleHit]:
    """Titles with the year of their work behind them: "Leviathan (1651)"."""
    marked = reading.catalogue.marked_titles
    if not marked or "(" not in reading.text:
        return
    text, lowered = reading.text, reading.lowered
    for year in in_brackets(_YEAR, text):
        low = max(0, year.start() - 60)
        end = low + len(text[low : year.start()].rstrip(_CLOSING))
        before = text[max(0, end - 60) : end].rsplit(None, _WORDS)[-_WORDS:]
        start = end
        for word in reversed(before):
            start = text.rindex(word, 0, start)
            at = start + len(word) - len(word.lstrip(_OPENING))
            for form in marked.get(marked_key(lowered[at:end]), ()):
                hit = TitleHit(at, end, form)
                if text[at].isupper() and is_dated(reading, hit):
                    yield hit


def is_dated(reading: Reading, hit: TitleHit) -> bool:
    """Whether the year of its work stands behind a title."""
    year = _DATED.match(reading.text, hit.end)
    return year is not None and int(year["year"]) in (
        reading.catalogue.entries[hit.form.entry].years
    )


def places(lowered: str, words: str, low: int, high: int) -> Iterator[int]:
    """Where some words begin in a span."""
    at = lowered.find(words, low, high)
    while at != -1:
        yield at
        at = lowered.find(words, at + 1, high)


def is_of_author(reading: Reading, hit: TitleHit) -> bool:
    """Whether a part of its author's family name stands behind a title, or before it, as whose
    the title is: "die „Judenbuche“ der Droste", "Drostes „Judenbuche“"."""
    text = reading.text
    after = _OF_SOMEBODY.match(text, hit.end)
    before = _SOMEBODYS.search(text, max(0, hit.start - 40), hit.start)
    names = {name_key(found["name"]) for found in (after, before) if found is not None}
    return bool(names) and any(
        not names.isdisjoint(_HYPHEN.split(author.key))
        for author in reading.catalogue.entries[hit.form.entry].authors
    )


def is_name_of_thing(reading: Reading, at: int, end: int) -> bool:
    """Whether one word in a capital stands inside a sentence, after an article or "in":
    "les Mythologies"; German has capitals in all nouns."""
    text = reading.text
    if reading.language == "de" or not text[at].isupper() or text[end : end + 1].isalnum():
        return False
    return _ARTICLE_BEFORE.search(text, max(0, at - 8), at) is not None and (
        _AFTER_TITLE.match(text, end) is not None
    )


def _spelt(form: TitleForm) -> str:
    words = " ".join(form.words)
    return words.replace(" ", "'", 1) if form.words[0] in ("l", "d") else words


def as_printed(reading: Reading, at: int, form: TitleForm) -> bool:
    """Whether an article and the word after it stand in capitals: "La Distinction".
    German has capitals in all nouns."""
    text, title = reading.text, reading.catalogue.entries[form.entry].work
    if not form.optional and len(form.words) > 1:
        words = text[at : at + len(" ".join(form.words))]
        if len(form.words) == 2 and not words.istitle():
            return False
        return any(words in title.text(field) for field in ("title", "original-title"))
    if not form.optional or form.words[0] in NOUN_ARTICLES:
        return False
    noun, end = at + len(form.words[0]) + 1, at + len(" ".join(form.words))
    return text[at].isupper() and text[noun].isupper() and not text[end : end + 1].isalnum()


#: Code points and words of a shortened title, at most.
_LONGEST = 60
_SHORTEST = 4
#: So far from a title its author is named at most (code points).
_FAR = 300
_MOST_WORDS = 6
#: One word alone that is all of a shortened title has so many letters.
_LEAST_ALONE = 6
_ARTICLE_ALONE = re.compile(
    r"(?<![\w’'-])(?:the|an?|der|die|das|de[nms]|la|les?|du|des|une?)\s[“\"«„‘]?\Z", re.I
)
_AROUND = " \u00a0\u202f.,;:"


def shortened(
    reading: Reading, hits: Iterable[TitleHit], masked: Sequence[Span]
) -> Iterator[TitleHit]:
    """The shortened titles in italics or quotation marks in a sentence with a family that wrote
    one work alone of such a title; nothing inside the ``masked`` spans.  ``hits`` are the titles
    that are found otherwise.  In quotation marks, which enclose terms as well, a title is
    ``partial``."""
    found = {hit.start: hit.end for hit in hits if not hit.partial}
    marked = [(span, False) for span in reading.emphasis]
    marked += [((a + 1, b - 1), True) for a, b in reading.quotations if b - a < _LONGEST]
    spans = [
        (start, end, quoted)
        for (start, end), quoted in ((_bare(reading.text, span), quoted) for span, quoted in marked)
        if _SHORTEST < end - start <= _LONGEST
        and reading.text[start].isupper()
        and found.get(start, 0) < end
    ]
    if not spans:
        return
    names = list(reading.catalogue.name_hits(reading.text, reading.printed, masked))
    starts = [name.start for name in names]
    for start, end, quoted in spans:
        first, last = bisect_left(starts, start - _FAR), bisect_left(starts, end + _FAR)
        if first == last:
            continue
        low, high = reading.sentences.around(start)
        words = tuple(map(same, words_of(reading.lowered[start:end])))
        near = {
            entry
            for name in names[first:last]
            if low <= name.start < high and not start <= name.start < end
            for entry in name.entries
        }
        titled = [entry for entry in near if _has(reading, entry, words, (start, end), quoted)]
        if len(titled) == 1:
            form = TitleForm(words, 0, sum(map(is_content, words)), titled[0])
            yield TitleHit(start, end, form, partial=quoted)


def is_with_author(reading: Reading, hit: TitleHit) -> bool:
    """Whether a name in the sentence of a title is its author's."""
    return any(
        hit.form.entry in person.entries
        for person in reading.people_between(*reading.sentences.around(hit.start))
    )


def _bare(text: str, span: Span) -> Span:
    """A span without the spaces and stops at its ends."""
    start, end = span
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def _has(reading: Reading, entry: int, words: Sequence[str], span: Span, quoted: bool) -> bool:
    """Whether some words are the key words of a work's main title, and not all of it."""
    title = tuple(words_of(main_title(reading.catalogue.entries[entry].title)))
    if title[:1] and title[0] in ARTICLES and words[:1] != title[:1]:
        title = title[1:]
    count = len(words)
    if not 0 < count <= min(_MOST_WORDS, len(title) - 1) or not is_content(words[-1]):
        return False
    text, start = reading.text, span[0]
    content = sum(map(is_content, words))
    begins = title[:count] == words and not is_content(title[count])
    if words[0] not in ARTICLES and _ARTICLE_ALONE.search(text, max(0, start - 6), start):
        return False  # "the *English Revolution*" may be what the title names
    if begins and content > 1 and not quoted:
        return True
    if content < 2:
        # in German any noun has a capital
        if quoted or not begins or reading.language == "de":
            return False
        if count == 1:
            return len(words[0]) >= _LEAST_ALONE and not is_first(text, start)
        return count == 2 and words[0] in ARTICLES
    return capitals_in(text[slice(*span)]) == 1 and (
        begins
        or any(
            title[at : at + count] == words and is_content(words[0])
            for at in range(len(title) - count + 1)
        )
    )
