"""Works cited in short, with no year: "Kuhn, Structure, 12" in notes, "(Kuhn 12)".

Source: Chicago Manual of Style (17th edition), 14.30 (the family name of the author and a
shortened title); MHRA Style Guide (3rd edition), 11.3; MLA Handbook (9th edition), 6.1
(author and page in parentheses).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citekit.find.canonical import canonical_behind, is_measure
from citekit.find.citations.keywords import REACH, SIGNS, WORD, key_words_end
from citekit.find.citations.names import BACK_ET_AL, INITIALS, JOIN, NAME, UPPER
from citekit.find.citations.raw import NOTE_MARK, Masks
from citekit.find.citations.resolve import Proposals, given_agrees
from citekit.find.citations.subjects import named_before, works_of
from citekit.find.citelocators import DASH, Locator, locator_at
from citekit.find.citingwords import ARTICLES, NOT_AUTHORS
from citekit.find.references.lists import behind_signal
from citekit.find.references.names import EDITING, ET_AL
from citekit.find.signs import in_brackets
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry, name_key
from citekit.find.worktitles import is_content, plain
from citekit.model import Body, Name, Work

#: Before a citation; "qtd. in" before the one that holds what somebody else has said.
_SIGNAL = (
    r"(?:(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir|(?:[Qq]td\.|[Qq]uoted|[Cc]ited)\sin"
    r"|(?:[Zz]it\.|[Zz]itiert)\snach|[Cc]itée?s?\s(?:par|dans|chez)|[Cc]itée?s?\sd[’']après)\s)?"
)
_SEVERAL = rf"{NAME}(?:{JOIN}{NAME}){{0,3}}"
_OTHERS = rf"{ET_AL}?"
#: Names before a short title, at the beginning of a note or behind a semicolon or "see".
_NAMES = [
    re.compile(
        rf"(?P<names>{_SEVERAL}{lazy}{_OTHERS})(?:\s\({INITIALS}\))?{EDITING}?"
        r"[,:]\s(?:[“\"«„»‘'*_]\s?)?"
    )
    for lazy in ("?", "")  # in "Lee, Rivers, 12" the title looks like another name
]
_SPLIT = re.compile(JOIN)
#: Behind what another cite may begin, the end of a sentence among it, and where one ends.
_ANOTHER = re.compile(
    r";\s+|(?<!\w)(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Cc]ompare|[Vv]gl\.|[Ss]iehe|[Vv]oir(?:\saussi)?)\s"
    rf"|[.?!][”\"»)*_]{{0,2}}\s+(?=[{UPPER}]|[a-z.]{{2,6}},?\s[{UPPER}])"
)
_NEXT = re.compile(
    rf"{_ANOTHER.pattern}|(?<=[\w.”\"»]),?\s(?:and|und|et|sowie|with)\s(?=[{UPPER}])"
)
#: Words of the writer before a cite; quotation marks and numbers stand in other cites.
_LEADING = re.compile(r"[^“”„\"«»‘*_()\d;:.\n]{3,200}")
#: Where a name may begin behind one; what joins it to another name or title leads to none.
_LED = re.compile(
    r"(?<![\w’'-])(?P<joint>[a-zß-ÿœ]+|(?:For|Against|As|Für|Gegen|Wie|Anders|Pour|Contre|Comme)),?\s"
    rf"(?=[{UPPER}])"
)
_NO_LEADING = frozenset("and und et in dans of von van de du des der to à zu with mit avec".split())
_BEHIND = re.compile(r"[,.]?\s?[”\"»“«’'*_]?[,.]?")
#: Between the title of a chapter and the volume.
_IN_VOLUME = re.compile(r"[,.]?\s(?:in:?|dans)\s(?:[“\"«„»‘'*_]\s?)?", re.I)
_REPEATING = re.compile(
    r",?\s\(?(?:(?:see|cf\.|siehe|vgl\.|voir)\s)?(?:(?:[Oo][pb]|[Aa]rt|[Ll]oc|[Oo]uvr)\.\s?cité?|cit\.|[Aa]\.\s?a\.\s?O|supra|above|wie\s|note\s|nn?\.\s?\d"
    r"|Anm|Fn|FN|[Ii]bid|[Ee]bd)"
)
#: What begins the first of some notes.
_MARKS = re.compile(r"\n(?:1|\[[1^]|¹|\(1)")
#: A note where its mark would stand (Pandoc User's Guide, "inline_notes").
_INLINE = re.compile(r"\^\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){3,400})\]")
#: Before the first capital: "vgl.", "qtd. in", "van der".
_LEAD = r"(?:[a-zéè.’']{2,8}\s){0,3}"
#: Parentheses with a name, and words behind a comma or colon.
_TITLED = re.compile(rf"\({_LEAD}[{UPPER}][^()\n]{{1,60}}[,:]\s[^()\n]{{3,160}}\)")
_PAGE = (
    r"(?:\d{1,2}\.\d{1,3}(?:\.\d{1,4})?(?:[-–]\d{1,4})?(?![.\d%])"
    rf"|(?!(?:1[4-9]|20)\d\d\b)\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?(?:nn?\.?\s?\d{{1,3}})?"
    rf"|[ivxl]{{1,7}}(?:{DASH}[ivxl]{{1,7}})?\b)"
)
_PAGES = rf"{_PAGE}(?:(?:,|,?\s(?:and|und|et|&))\s?{_PAGE})*"
_AUTHOR_PAGE = re.compile(
    rf"\s?(?P<signal>{_SIGNAL})(?P<names>{_SEVERAL}{_OTHERS})(?<!,\sS\.)"
    rf"(?:,?\s(?P<label>(?:pp?|S)\.\s)?(?P<pages>{_PAGES}))?\s?"
)
#: Parentheses short enough for authors and pages.
_AUTHORS = re.compile(rf"\({_LEAD}[{UPPER}][^()\n]{{1,90}}\)")
#: Parentheses with a title and pages: "(*Rivers* 12)".
_TITLE_PAGE = re.compile(
    rf"\((?P<marked>[*_“\"«„]\s?)?(?P<title>[{UPPER}][^()\n;]{{1,80}}?)[\s,*_”\"»]+{_PAGES}\)"
)
#: What may be the name of its author, so near before them (code points).
_CAPITALISED = re.compile(rf"[{UPPER}][^\W\d_]+")
_NEAR = 300
#: All that stands behind a short title: "(Kuhn, Structure 12)".
_LAST_PAGE = re.compile(rf"\s{_PAGES}\s?(?:;|$)")
#: Behind the volume of a journal: "57 Population Stud. 133".
_JOURNAL = re.compile(rf"\s[{UPPER}]\w+")
_BLANK = re.compile(r"\s*?(?:\n|$)")
_LONGEST = 400


def short_forms(
    text: str,
    catalogue: Catalogue,
    proposals: Proposals,
    masked: Masks,
    emphasis: Iterable[tuple[int, int]] = (),
    notes: Sequence[tuple[int, int]] | None = None,
) -> Iterator[Suggestion]:
    """The works that notes and parentheses cite with no year, those of the catalogue and those
    that references of the text propose: by the author and the title, whole or its first words
    ("Kuhn, Structure, 12"); by authors and pages ("(Kuhn 12; Lee and Roy 3–5)"), or authors
    alone if the catalogue has them and they are references of the text; or by a title in marks,
    or in italics (``emphasis``), and pages.  ``notes`` are those of :func:`noted_lines`, if
    they are known.  Behind a title "op. cit." or "(wie Anm. 3)" may stand, and repeat
    an earlier citation."""
    notes = list(noted_lines(text)) if notes is None else notes
    opened = ((match.start() + 1, match.end() - 1) for match in in_brackets(_TITLED, text))
    for start, end in (*notes, *opened):
        yield from _titled(text, start, end, catalogue, proposals, masked)
    enclosed = ((match.start() + 1, match.end() - 1) for match in in_brackets(_AUTHORS, text))
    short = ((a, b - text.endswith(".", a, b)) for a, b in notes if b - a < REACH)
    for start, end in (*enclosed, *short):
        if not masked.covers(start):
            yield from _author_pages(text, start, end, catalogue, proposals)
    paged = in_brackets(_TITLE_PAGE, text)
    titles = [match for match in paged if not masked.covers(match.start())]
    if titles:
        listed = _Listed(catalogue, proposals, emphasis)
        for match in titles:
            yield from _title_page(text, match, catalogue, listed)


class _Listed:
    """The references of a text by the first word of their titles, and the second, as the first
    may be an article; ``italic`` is where words in italics begin."""

    def __init__(
        self, catalogue: Catalogue, proposals: Proposals, emphasis: Iterable[tuple[int, int]]
    ) -> None:
        keys = catalogue.keys.keys() & proposals.linked.keys()
        titles = {key: catalogue.entries[catalogue.keys[key]].title for key in keys}
        self.works = {f"{work.id} {at}": work for at, work in enumerate(proposals.works)}
        titles |= {key: plain(work.text("title")) for key, work in self.works.items()}
        self.titles = titles
        self.italic = {start for start, _ in emphasis}
        self._by_word: dict[str, list[str]] = {}
        for key, title in titles.items():
            for word in title.split()[:2]:
                self._by_word.setdefault(word, []).append(key)

    def beginning(self, word: str) -> Sequence[str]:
        """The keys of those whose titles begin with a word in :func:`plain` form."""
        return self._by_word.get(word, ())


def noted_lines(text: str) -> Iterator[tuple[int, int]]:
    """The words of the notes that stand as lines of their own, with the lines that go on
    with them, and of pandoc's inline ones."""
    if "^" in text:
        yield from (match.span("words") for match in _INLINE.finditer(text))
    if _MARKS.search(text) is None:
        return
    at = begin = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        mark = NOTE_MARK.match(text, at, end) if end - at < _LONGEST else None
        if mark is not None:
            begin = mark.end()
        if begin and (end - begin > 2 * _LONGEST or not _goes_on(text, end + 1)):
            yield begin, end
            begin = 0
        at = end + 1


def _goes_on(text: str, at: int) -> bool:
    """Whether a line at ``at`` has words and is no note of its own."""
    return _BLANK.match(text, at) is None and NOTE_MARK.match(text, at) is None


def _by_first(names: Sequence[str], catalogue: Catalogue) -> Iterator[Entry]:
    """The works whose first author is the first of some names."""
    first = catalogue.respelt(name_key(names[0].split(",")[0]))
    for index in catalogue.written(catalogue.family_of(first), None):
        author = catalogue.entries[index].authors[0]
        if index not in catalogue.own and given_agrees(first, author.key, author.given):
            yield catalogue.entries[index]


def _author_pages(
    text: str, start: int, end: int, catalogue: Catalogue, proposals: Proposals
) -> list[Suggestion]:
    """The cites of a stretch that have an author and pages alone; none if it has anything else
    but cites with a title.  Beside a reference of the text an author and pages of nothing that
    is known are a citation, too."""
    found = []
    unknown = listed = False
    for part in text[start:end].split(";"):
        stop = start + len(part)
        match = _AUTHOR_PAGE.fullmatch(text, start, stop)
        one = _author_page(text, match, catalogue, proposals) if match is not None else None
        if one is None:
            begin = behind_signal(text, start + len(part) - len(part.lstrip()), stop)
            if _first_titled(text, begin, stop, catalogue, proposals) is None:
                if match is None or not match["pages"] or _is_no_author(match["names"]):
                    return []
                unknown, one = True, _unknown_page(match)
        if one is not None:
            found.append(one)
            listed |= one.proposal is not None or one.body.value in proposals.linked
        start = stop + 1
    return found if listed or not unknown else []


def _author_page(
    text: str, match: re.Match[str], catalogue: Catalogue, proposals: Proposals
) -> Suggestion | None:
    et_al = BACK_ET_AL.search(match["names"]) is not None
    names = _SPLIT.split(BACK_ET_AL.sub("", match["names"]))
    theirs = list(_by_first(names, catalogue))
    cited = [
        entry.key
        for entry in theirs
        if entry.key in proposals.linked and (et_al or len(entry.authors) == len(names))
    ]
    score, reason = 0.9, f"the one reference of this text by {', '.join(names)}"
    if (
        not cited
        and len(theirs) == 1
        and (et_al or len(theirs[0].authors) == len(names))
        and not proposals.by(names[0])
        and _is_page_of(text, match, theirs[0], proposals)
    ):
        cited, score, reason = [theirs[0].key], 0.8, "the only work of this author"
    found = _unknown_page(match)
    if len(cited) == 1:
        return found._replace(
            body=Body("work", cited[0]), relation="cites", score=score,
            reasons=(f"{cited[0]} is {reason}",),
        )  # fmt: skip
    proposed = [
        work
        for work in (proposals.by(names[0]) if match["pages"] and not cited else ())
        if et_al or len(work.names("author") or work.names("editor")) == len(names)
    ]
    if len(proposed) != 1:
        return None
    reason = f"the one reference of this text by {', '.join(names)}"
    return found._replace(proposal=proposed[0], score=0.8, reasons=(reason,))


def _unknown_page(match: re.Match[str]) -> Suggestion:
    """The citation of an author and pages, of which no more is known."""
    pages = match["pages"] or ""
    reason = f"{match['names']} is no author in the catalogue or of a reference of this text"
    return Suggestion(
        match.start("names"), match.end("pages" if pages else "names"), "citation",
        locator=pages, method="author-page", score=0.4, reasons=(reason,),
    )  # fmt: skip


def _title_page(
    text: str, match: re.Match[str], catalogue: Catalogue, references: _Listed
) -> Iterator[Suggestion]:
    """The cite of a title and pages behind what its author says: "Lee argues that …
    (*Rivers* 12)"; or with the title in marks or italics, if the work is a reference of the
    text."""
    start, end = match.start("title"), match.end() - 1
    listed = references.beginning(plain(match["title"]).split(" ", 1)[0])
    near = _CAPITALISED.findall(text, max(0, start - _NEAR), match.start())
    theirs = {key for name in near for key in works_of(name, catalogue)}
    written = {key: catalogue.entries[catalogue.keys[key]].title for key in theirs}
    written |= {key: references.titles[key] for key in listed}
    titles = {
        key: stop for key, title in written.items() if (stop := title_end(text, start, end, title))
    }
    if not titles:
        return
    named = frozenset[str]().union(*named_before(text, match.start(), catalogue).authors)
    marked = match["marked"] or start in references.italic
    cited = named.intersection(titles) or (titles.keys() & listed if marked else ())
    if len(cited) != 1:
        return
    (key,) = cited
    _, locator = place_behind(text, titles[key], end)
    if locator is not None and locator.end == end:
        proposal = references.works.get(key)
        what = key if proposal is None else "a reference of this text"
        body = Body("work", key) if proposal is None else Body()
        yield Suggestion(
            match.start() + 1, end, "citation", body, "cites" if body.value else "", str(locator),
            method="short-title", score=0.85 if body.value else 0.6,
            reasons=(f"the title of {what}",), proposal=proposal,
        )  # fmt: skip


def _is_page_of(text: str, match: re.Match[str], entry: Entry, proposals: Proposals) -> bool:
    """Whether a name and a page are of a work that is no reference of the text: by the word
    for the page, by "see", or because the text names the author in full, or a book and a chapter
    of one who has no other name; but not if it cites another work of the author with its year."""
    if not match["pages"] or _is_no_author(match["names"]):
        return False
    if not proposals.years_behind(match["names"].split()[-1]) <= entry.years:
        return False
    if match["signal"] or match["label"]:
        return True
    name = (*entry.work.names("author"), *entry.work.names("editor"), Name())[0]
    if not name.given and name.family and "." in match["pages"]:
        return True  # an ancient author's book and chapter: "(Thucydides 1.22)"
    return bool(name.given) and f"{name.given.split()[0]} {name.family}" in text


def _is_no_author(names: str) -> bool:
    return not NOT_AUTHORS.isdisjoint(name_key(names).split())


def _titled(
    text: str, start: int, end: int, catalogue: Catalogue, proposals: Proposals, masked: Masks
) -> Iterator[Suggestion]:
    """The cites of a stretch that have an author and a title: where it or a sentence begins,
    behind a semicolon or "see", behind such a cite and "and", or with a page behind words of
    the writer that lead to it ("against him Kuhn, Structure, 12")."""
    while 0 <= start < end:
        begin = behind_signal(text, start, end)
        found = _first_titled(text, begin, end, catalogue, proposals)
        found = found or _led(text, begin, end, catalogue, proposals)
        if found is not None and not masked.covers(found.start):
            yield found
        start = found.end if found is not None else start
        following = (_ANOTHER if found is None else _NEXT).search(text, start, end)
        start = following.end() if following is not None else -1


def _led(
    text: str, start: int, end: int, catalogue: Catalogue, proposals: Proposals
) -> Suggestion | None:
    """The cite with a page behind words of a sentence, the last of which is no given name."""
    words = _LEADING.match(text, start, end)
    if words is None:
        return None
    for place in _LED.finditer(text, start, words.end()):
        if place["joint"] not in _NO_LEADING:
            found = _first_titled(text, place.end(), end, catalogue, proposals)
            if found is not None and found.locator:
                return found
    return None


def _first_titled(
    text: str, start: int, end: int, catalogue: Catalogue, proposals: Proposals
) -> Suggestion | None:
    """The author and the title that begin a stretch."""
    comma, colon = text.find(",", start, end), text.find(":", start, end)
    behind = min(comma, colon) if comma > 0 < colon else max(comma, colon)
    if behind < 0 or text[behind - 1].isdigit() or text[behind - 2].isdigit():  # "(Lee 1970a, 3)"
        return None
    read = None
    for pattern in _NAMES:
        found = pattern.match(text, start, end)
        names = found and (found.span(), found.span("names"))
        if found is None or names == read:
            return None
        one = _short_form(text, found, end, catalogue, proposals)
        if one is not None:
            return one
        read = names
    return None


def _short_form(
    text: str, found: re.Match[str], end: int, catalogue: Catalogue, proposals: Proposals
) -> Suggestion | None:
    names = _SPLIT.split(BACK_ET_AL.sub("", found["names"]))
    theirs = [(entry.key, entry.title, entry.work) for entry in _by_first(names, catalogue)]
    known = frozenset(key for key, _, _ in theirs)
    cited = _titles_at(text, found.end(), end, theirs)
    if not cited:
        theirs += ((work.id, plain(work.text("title")), work) for work in proposals.by(names[0]))
        cited = _titles_at(text, found.end(), end, theirs)
    key_words = not cited
    if key_words:
        cited = {
            key: (stop, work)
            for key, title, work in theirs
            if (stop := key_words_end(text, found.end(), end, title, len(theirs) == 1))
        }
    if len(cited) != 1:
        return None
    ((key, (stop, work)),) = cited.items()
    proposal = None if key in known else work
    stop, locator = place_behind(text, stop, end)
    if key_words and not (locator or proposal or key in proposals.linked):
        return None
    if locator is None:
        volume = _volume_end(text, stop, end, plain(work.text("container-title")))
        stop, locator = place_behind(text, volume, end) if volume else (stop, None)
    if _REPEATING.match(text, stop, end):
        locator = None
    body = Body("work", key) if proposal is None else Body()
    what = key if proposal is None else "a reference of this text"
    return Suggestion(
        found.start("names"), locator.end if locator is not None else stop, "citation",
        body, "cites" if body.value else "", str(locator) if locator is not None else "",
        method="short-form", score=(0.8 if key_words else 0.9) if body.value else 0.6,
        reasons=(f"the author and {'words of ' * key_words}the title of {what}",),
        proposal=proposal,
    )  # fmt: skip


def _titles_at(
    text: str, start: int, end: int, works: Iterable[tuple[str, str, Work]]
) -> dict[str, tuple[int, Work]]:
    """By key where the titles end that stand at ``start``, or their first words, or the short
    titles; ``works`` are keys, titles in :func:`plain` form, works."""
    found: dict[str, tuple[int, Work]] = {}
    for key, title, work in works:
        stop = title_end(text, start, end, title)
        short = "" if stop else plain(work.text("title-short"))
        stop = stop or (title_end(text, start, end, short) if short else 0)
        if stop:
            found[key] = (stop, work)
    return found


def _volume_end(text: str, start: int, end: int, title: str) -> int:
    """Where the title of the volume ends that holds a work, with its editors or without:
    ", in Roy and Berg, Rivers"; 0 if it does not stand there."""
    joint = _IN_VOLUME.match(text, start, end) if title else None
    if joint is None:
        return 0
    named = (pattern.match(text, joint.end(), end) for pattern in _NAMES)
    places = (joint.end(), *(found.end() for found in named if found is not None))
    return max(title_end(text, place, end, title) for place in places)


def place_behind(text: str, stop: int, end: int) -> tuple[int, Locator | None]:
    """Where a title ends that has its last word at ``stop``, its marks with it, and the
    locator behind it."""
    closed = _BEHIND.match(text, stop, end)
    stop = closed.end() if closed is not None else stop
    while text[stop - 1] in ",. ":
        stop -= 1
    locator = locator_at(text, stop, min(end, stop + 60), bare=True)
    if locator is not None and _JOURNAL.match(text, locator.end, end):
        locator = None
    place = canonical_behind(text, stop)
    if place is not None and place.end <= end and not is_measure(text, place):
        listed = place.shape == "line" and "," in place.text
        if not listed and (locator is None or place.end > locator.end):
            locator = Locator(str(place), "", place.end)
    return stop, locator


def title_end(text: str, start: int, end: int, titled: str) -> int:
    """Where a title in :func:`plain` form, or its first words, end that begin at ``start``; 0
    if something else stands there.  The article before the title may be left out."""
    words = list(WORD.finditer(text, start, min(end, start + REACH)))
    title = WORD.findall(titled)
    if words and len(title) > 1 and title[0] in ARTICLES and plain(words[0][0]) != title[0]:
        title = title[1:]
    count = 0
    for word, own in zip(words, title, strict=False):
        if plain(word[0]) != own:
            break
        count += 1
    if not count or not is_content(title[count - 1]):
        return 0
    stop = words[count - 1].end()
    if count == len(title) or text[stop : stop + 1] in SIGNS or text[stop + 1 : stop + 2] == "»":
        return stop
    behind = _LAST_PAGE.match(text, stop, end) or _REPEATING.match(text, stop, end)
    return stop if behind else 0
