"""What the sequence model mislabels, set right by rules that hold in every citation style.

A rule says which spans of a string have which label for certain: who translated a book, by
whom a reviewed book is, where the volume and page of a law journal stand.  The parts of the
model are cut there (:func:`carved`); what remains of them keeps its label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from citekit.dates import parse_month
from citekit.find.parsing.datings import dated
from citekit.find.parsing.edges import INTRO, NUMBERED, rejoined
from citekit.find.parsing.imprints import published, unpublished
from citekit.find.parsing.names import AUTHOR_AGAIN
from citekit.find.parsing.neighbours import shown_by_neighbours
from citekit.find.parsing.noteheads import note_heads, whole_titles
from citekit.find.parsing.occasions import occasions
from citekit.find.parsing.papers import papers
from citekit.find.parsing.parts import Part, Sure
from citekit.find.parsing.patents import patented
from citekit.find.shapes import CAP_WORD, YEAR

_DOI = re.compile(r"10\.\s?\d{4}|\bdoi\b", re.I)
_ADDRESS = re.compile(r"https?:|www\.|\w\.\w+/", re.I)
_HOLDERS = frozenset("title booktitle journal genre".split())
_PEOPLE = frozenset(["author", "editor", "translator"])

_INITIALS = r"(?:[^\W\d_a-zß-ÿœ]\.[ -]?){1,3}"
_PARTICLES = r"(?:(?:von|van|de|du|di|da|del|della|der|den|zu|la|le|al|el|ten|ter|d[’'])\s?)*"
_GIVEN = rf"(?:{_INITIALS}|{CAP_WORD})"
_NAME = (
    rf"(?:{CAP_WORD}(?:[ -]{CAP_WORD})?,\s{_GIVEN}(?:\s{_GIVEN})?"
    rf"|{_GIVEN}\s(?:{_GIVEN}\s)?{CAP_WORD})[.,:]"
)
_PERSON = rf"(?:{_INITIALS}\s?|{CAP_WORD}\s){{1,3}}{_PARTICLES}{CAP_WORD}"
_PERSONS = rf"{_PERSON}(?:(?:,\s|,?\s(?:and|und|et|&)\s){_PERSON})*(?:\set\sal\.?)?"
#: "Translated from the Danish by", "traduit du danois par", "Aus dem Dänischen von".
_TRANSLATED = (
    r"(?:[Ee]dited\sand\s)?[Tt]ranslated(?:\sfrom\s(?:the\s)?\w+)?\sby|[Tt]ransl?\.(?:\sby)?"
    r"|(?:[Aa]us\sdem\s\w+\s)?[Üü]bers(?:\.|etzt)(?:\svon|\sv\.)?|[Aa]us\sdem\s\w+\svon"
    r"|[Tt]rad(?:\.|uite?)(?:\s(?:du\s\w+|de\sl[’']\w+))?(?:\s(?:par|de))?"
)
#: "Rivers. Ed. Ada Roth", "Rivers, ed. Ada Roth"; in "Ada Roth, Ed." it is of the name.
_EDITED = (
    r"(?:[Ee]dited|[Cc]ollected)(?:\sand\s\w+)?\sby|[Hh]rsg\.\sv(?:\.|on)"
    r"|(?<=[.?!]\s)(?:[Ee]d|[Hh]rsg)\.|(?<=,\s)(?:ed|hrsg)\."
)
#: Who translated or edited a work, behind its title.
_HANDED = re.compile(
    rf"\s(?<=[.,?!”\"»]\s)(?P<hand>(?:(?P<translated>{_TRANSLATED})|{_EDITED})\s)"
    rf"(?={_PARTICLES}[^\W\d_a-zß-ÿœ])"
)
_HAND_FIRST = re.compile(rf"(?:{_TRANSLATED}|{_EDITED})\s")
_WORD = re.compile(r"\w")
_PERSONS_ONLY = re.compile(rf"{_PERSONS}\W*")
#: A title behind a name, of several words; of any before a translator.
_NAMED = re.compile(
    rf"(?P<name>{_NAME})\s(?P<title>[^\W\d_a-zß-ÿœ][\w’'-]*,?\s.{{3,200}}?)\s*", re.S
)
_NAMED_BOOK = re.compile(rf"(?P<name>{_NAME})\s(?P<title>[^\W\d_a-zß-ÿœ].*)", re.S)
#: A title behind the one name of an author of old: "Hesiod. Theogony." "Hesiod, Theogony,".
_ONE_NAMED = re.compile(
    rf"(?P<name>{CAP_WORD}(?:\s{CAP_WORD})?(?P<mark>[.,:]))\s(?P<title>[^\W\d_a-zß-ÿœ].*(?P<last>.))\s",
    re.S,
)
_NO_NAME = re.compile(
    r"(?:(?i:the|an?|le|la|les|l[’']|une?|der|die|das|ein|eine)\s|[A-ZÀ-Þ]{2,}\b)"
)
_NEXT_IN_ROW = re.compile(r",\s[^\W\d_a-zß-ÿœ]")
#: Whose own colon before a title parts it from the author, not from a subtitle.
_GERMAN_HAND = re.compile(r"[Aa]us|[Üü]bers|[Hh]rsg")
#: By whom a book is whose title comes first, as in the heads of reviews.
_BY = re.compile(
    rf"(?:(?<=[.,?!”\"»)])\s|\n\s*)(?P<by>[Bb]y|[Vv]on|[Pp]ar)\s(?P<names>{_PERSONS})(?:[.,](?![”\"»’])|(?=\s?\()|$)"
)
_REVIEW = re.compile(r"\W*(?:review|rev\.|rezension|besprechung|compte[ -]rendu|c\.\s?r\.)", re.I)
#: The author of the string before, by a dash or a word, who may have edited this work.
BY_ABOVE = re.compile(
    rf"(?:[-–—―_]{{2,}}|{AUTHOR_AGAIN})"
    r"(?P<role>[\s,]*\(?(?:eds?|hgg?|hrsgg?|éds?|dirs?)\b\.?\)?)?[.,:]*",
    re.I,
)
#: "12 J. Salt L. 45, 67 (1999)": volume, abbreviated journal, page, as law reviews have it.
_REPORTED = re.compile(
    r"(?<=[,”\"’»])\s(?P<volume>\d{1,4})\s"
    r"(?P<journal>(?=[^()\d]*\.)[^\W\d_a-zß-ÿœ][\w.’'&-]*"
    r"(?:\s(?:[^\W\d_a-zß-ÿœ][\w.’'&-]*|&|of|on|and|the|for|in|[2-4]d)){0,8})\s"
    r"(?P<pages>\d+)(?P<note>(?:,\s\d+(?:[-–]\d+)?)*)\s"
    r"(?P<date>\((?:[^()\d]*\s)?(?:1[5-9]|20)\d\d\)\.?)"
)
#: "Leeds, Verso, coll. « Cities »,": an imprint with commas.
_IMPRINT = re.compile(
    rf"(?P<place>{CAP_WORD}[^,:\d]{{0,30}},)\s(?P<publisher>[^,:\d]{{2,60}},?)"
    r"(?:\s(?P<series>coll(?:\.|ection)\s.+))?"
)


def mended(string: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of ``string`` as its own words show them to be."""
    found = _joined(string, [_identified(part) for part in _with_words(string, parts)])
    for rule in _RULES:
        sure = rule(string, found)
        if sure:
            found = carved(string, found, sure)
    return tuple(_titled(found))


def _with_words(string: str, parts: Sequence[Part]) -> list[Part]:
    """The parts; a mark alone (" : ", between a volume and its title) is of the one before."""
    found: list[Part] = []
    for part in parts:
        if found and not part.text.strip(_POINTS):
            label, _, start, _ = found.pop()
            part = Part(label, string[start : part.end], start, part.end)
        found.append(part)
    return found


_POINTS = ".,;:"


def _identified(part: Part) -> Part:
    """A part; one that is said to be an identifier and is none, as what it is."""
    if part.label == "doi" and not _DOI.search(part.text):
        return part._replace(label="url" if _ADDRESS.search(part.text) else "note")
    if part.label == "isbn" and sum(map(str.isdigit, part.text)) < 9:
        return part._replace(label="note")
    if part.label == "date" and _NO_YEAR.fullmatch(part.text):
        return part._replace(label="note")
    return part


#: A number alone that is no year: "(4000".
_NO_YEAR = re.compile(r"\W*(?:2[1-9]\d\d|[3-9]\d{3}|\d{5,})\W*")


def _joined(string: str, parts: list[Part]) -> list[Part]:
    """The parts; a number before a word for pages is no volume ("xii, 248 pp."), and names
    before a mark for editors are theirs."""
    for index in range(len(parts) - 1, 0, -1):
        first, second = parts[index - 1 : index + 1]
        mark = _JOINS.get((first.label, second.label))
        if mark is not None and mark.fullmatch(second.text):
            text = string[first.start : second.end]
            parts[index - 1 : index + 1] = [Part(second.label, text, first.start, second.end)]
    return parts


_JOINS = {
    ("volume", "pages"): re.compile(r"(?:pp?|S|Seiten|pages?|págs?)\b\W*", re.I),
    ("author", "editor"): re.compile(r"\W*(?:eds?|editors?|hrsgg?|hgg?|éds?|dirs?)\b\W*", re.I),
}


def carved(string: str, parts: Sequence[Part], sure: Sequence[Sure]) -> list[Part]:
    """The parts with the ``sure`` stretches, in order, cut out of them."""
    pieces: list[Sure] = []
    for part in parts:
        at = part.start
        for _, start, end in sure:
            if start < part.end and end > at:
                pieces.append((part.label, at, min(start, part.end)))
                at = max(at, end)
        pieces.append((part.label, at, part.end))
    found: list[Part] = []
    for label, start, end in sorted([*pieces, *sure], key=lambda piece: piece[1:]):
        text = string[start:end].strip()
        if not text:
            continue
        start = string.find(text, start)
        end = start + len(text)
        if found and not _WORD.search(text):  # the point behind what was cut out
            label, _, start, _ = found.pop()
        found.append(Part(label, string[start:end], start, end))
    return found


def _handed(string: str, parts: Sequence[Part]) -> list[Sure]:
    """Who translated or edited the work, and the title, and its author, before that."""
    hand = _HANDED.search(string)
    if hand is None:
        return []
    at = hand.start("hand")
    index = max(i for i, part in enumerate(parts) if part.start < at)
    part, labels = parts[index], {part.label for part in parts}
    role = "translator" if hand["translated"] else "editor"
    inner: list[Sure] = [(role, at, part.end)] if at < part.end else []
    if part.label == "title":
        if inner and not _PERSONS_ONLY.fullmatch(string, hand.end(), part.end):
            return []
        alone = index == 0 and "author" not in labels and hand["translated"]
        return [*(_one_named(string, part.start, at) if alone else ()), *inner]
    if part.label not in _PEOPLE or not (inner or part.label == "author"):
        return []
    if _HAND_FIRST.match(string, part.start):
        return inner
    if not labels.isdisjoint(_HOLDERS) or _NAMES_ON.match(part.text):
        return []
    if index and parts[index - 1].label == "author":
        return [("title", part.start, at), *inner]
    named = _NAMED_BOOK.fullmatch(string, part.start, at)
    lead = (
        [("author", *named.span("name")), ("title", *named.span("title"))]
        if named
        else _one_named(string, part.start, at) or [("title", part.start, at)]
    )
    return [*lead, *inner]


def _one_named(string: str, start: int, at: int) -> list[Sure]:
    """An author of one name and the title of a work that was translated, as its translator is
    named at ``at``: the same mark stands behind both."""
    found = _ONE_NAMED.fullmatch(string, start, at)
    if found is None or _NO_NAME.match(found["name"]):
        return []
    if found["mark"] == ".":
        alike = found["last"] != "," and " " not in found["name"]
    elif found["mark"] == ",":
        alike = found["last"] == "," and not _NEXT_IN_ROW.search(found["title"])
    else:
        alike = _GERMAN_HAND.match(string, at) is not None
    return [("author", *found.span("name")), ("title", *found.span("title"))] if alike else []


def _headed(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The title and the author of a book, as the head of a review has them."""
    by = _BY.search(string)
    if by is None or _REVIEW.match(string):
        return []
    at = by.start("by")
    if _ROLE_BEFORE.search(string, max(0, at - 9), at):
        return []
    before = [part for part in parts if part.start < at]
    if not _BEFORE.issuperset(part.label for part in before):
        return []
    if any(part.label == "author" and (part.end <= at or part.start == at) for part in parts):
        return []
    return [
        ("title", before[0].start, at),
        ("note", *by.span("by")),
        ("author", *by.span("names")),
    ]


_ROLE_BEFORE = re.compile(r"\b(?:eds?|transl?|comps?|hrsg|hg|übers|trad|éd|dir)\.\s$", re.I)
_BEFORE = frozenset("title author editor translator booktitle journal date".split())


def _reported(string: str, parts: Sequence[Part]) -> list[Sure]:
    """Volume, journal, page and year of an article or case, as law reviews print them."""
    found = _REPORTED.search(string)
    if found is None or parse_month(found["journal"]) is not None:
        return []
    at = found.start("volume")
    before = [part for part in parts if part.start < at][-1:]
    named = before and before[0].label == "author" and _NAMED.fullmatch(string, before[0].start, at)
    lead = [("author", *named.span("name")), ("title", *named.span("title"))] if named else []
    names = "volume journal pages note date".split()
    return [*lead, *((name, *found.span(name)) for name in names if found[name])]


def _repeated(string: str, parts: Sequence[Part]) -> list[Sure]:
    """A dash or "ders." for the author of the string before, and a title right behind it that
    the model saw no end of."""
    found = BY_ABOVE.match(string)
    if found is None:
        return []
    end = found.end()
    sure: list[Sure] = [("editor" if found["role"] else "author", 0, end)]
    cut = next((part for part in parts if part.start <= end < part.end), None)
    if cut is None or cut.label not in _PEOPLE:
        return sure
    behind = parts[parts.index(cut) + 1 :][:1]
    if behind and behind[0].label == "title":
        sure.append(("title", end, behind[0].end))
    elif cut.start < end and _HOLDERS.isdisjoint(part.label for part in parts):
        sure.append(("title", end, cut.end))
    return sure


def _collected(string: str, parts: Sequence[Part]) -> list[Sure]:
    """A title of one or two words behind the colon of an author, which the model took for his
    name: "Lee, Ann: Werke. Ausgabe in 14 Bänden."."""
    if len(parts) < 2 or parts[0].label != "author" or parts[1].label != "title":
        return []
    found = _NAME_AND_WORK.fullmatch(parts[0].text)
    if found is None:
        return []
    start = parts[0].start
    return [
        ("author", start, start + found.end("name")),
        ("title", start + found.start("title"), parts[1].end),
    ]


def _contained(string: str, parts: Sequence[Part]) -> list[Sure]:
    """A second title behind those who edited what the first one stands in, and the imprint
    behind it, which is no journal."""
    for index in range(2, len(parts)):
        before, part = parts[index - 1 : index + 1]
        if (
            (before.label, part.label) == ("editor", "title")
            and INTRO.match(before.text)
            and any(one.label == "title" for one in parts[: index - 1])
        ):
            behind = parts[index + 1] if index + 1 < len(parts) else part
            imprint = _IMPRINT.fullmatch(string, behind.start, behind.end)
            names = "place publisher series".split() if behind.label == "journal" else []
            return [
                ("booktitle", part.start, part.end),
                *((name, *imprint.span(name)) for name in names if imprint and imprint[name]),
            ]
    return []


def _title_goes_on(_: str, parts: Sequence[Part]) -> list[Sure]:
    """Words between a title and a journal that were taken for a volume or pages, which stand
    behind the journal: of the title."""
    labels = [part.label for part in parts]
    if "journal" not in labels:
        return []
    at = labels.index("journal")
    first = at
    while first and labels[first - 1] in NUMBERED:
        first -= 1
    if first == at or not first or labels[first - 1] != "title":
        return []
    behind = NUMBERED.intersection(labels[at:])
    return [("title", parts[first - 1].start, parts[at - 1].end)] if len(behind) > 1 else []


def _raised(_: str, parts: Sequence[Part]) -> list[Sure]:
    """The raised number beside a year, which in German and Italian bibliographies is that of the
    edition: "Bern ²1931", "1988⁴"."""
    return [
        ("edition", part.start + found.start(), part.start + found.end())
        for part in parts
        if part.label == "date"
        for found in _RAISED.finditer(part.text)
    ]


def _volume_titled(_: str, parts: Sequence[Part]) -> list[Sure]:
    """The title of a volume before its edition, "Tides: Vol. 2. Wells (3rd ed.)." (Publication
    Manual of the American Psychological Association, 7th edition, 10.2, example 30)."""
    for before, part in pairwise(parts):
        if (before.label, part.label) == ("volume", "edition"):
            found = _TITLE_AND_EDITION.fullmatch(part.text)
            return [("title", part.start, part.start + found.end("title"))] if found else []
    return []


_TITLE_AND_EDITION = re.compile(r"(?P<title>[^\W\d_a-zß-ÿœ][^()]*?)\s\([^()]*\)\W*")
_RAISED = re.compile(rf"(?<!\w)[¹²³⁴-⁹](?={YEAR})|(?<={YEAR})[²³⁴-⁹](?!\w)")
_NAME_AND_WORK = re.compile(
    rf"(?P<name>{CAP_WORD}(?:[ -]{CAP_WORD})?,\s(?:{_GIVEN}\s?){{1,3}}{_PARTICLES.rstrip('*')}?:)\s"
    rf"(?P<title>[^\W\d_a-zß-ÿœ][\w’'-]+(?:\s[\w’'-]+)?\.)"
)
#: In this order; each sees what those before it have set right.
_RULES: tuple[Callable[[str, Sequence[Part]], list[Sure]], ...] = (
    shown_by_neighbours,
    _title_goes_on,
    _repeated,
    _collected,
    _reported,
    _headed,
    _handed,
    _contained,
    note_heads,
    whole_titles,
    published,
    unpublished,
    _raised,
    _volume_titled,
    rejoined,
    papers,
    patented,
    occasions,
    dated,
)


def _titled(parts: list[Part]) -> list[Part]:
    """The parts; where none is a title, a book that nothing stands in ("In …") is one, and
    what a number of volumes follows ("2 vols."), which no journal has."""
    labels = [part.label for part in parts]
    if not _HOLDERS.intersection(labels):
        return _untangled(parts)
    if "title" not in labels and labels.count("journal") == 1:
        at = labels.index("journal")
        if at + 1 < len(parts) and _COUNTED.fullmatch(parts[at + 1].text):
            parts[at] = parts[at]._replace(label="title")
            return parts
    if "title" in labels or labels.count("booktitle") != 1:
        return parts
    at = labels.index("booktitle")
    before = parts[at - 1] if at else None
    led = before is not None and before.label == "editor" and INTRO.match(before.text)
    if not led and not INTRO.match(parts[at].text):
        parts[at] = parts[at]._replace(label="title")
    return parts


#: How many volumes a work has.
_COUNTED = re.compile(r"\W*(?:in\s)?\d{1,3}\s(?:bde?|bände|vols?|volumes|tomes|t)\b\W*", re.I)
#: Another name, with initials: "Lee, K. and", "Lee K,".
_NAMES_ON = re.compile(rf"{CAP_WORD}(?:,\s{_INITIALS}|\s[^\W\d_a-zß-ÿœ]{{1,3}}[,.])")
#: Behind the last of several names, that they edited the work.
_ROLE_LAST = re.compile(r"[\s(](?:eds?|editors?|hrsgg?|hgg?|éds?|dirs?)[.)\s]*$", re.I)

#: "Roth, Jane, ed. Rivers.": a mark of editors ends their names.
_ROLE_AND_TITLE = re.compile(
    rf"(?P<name>{CAP_WORD}[^()]{{2,100}},\s(?:[Ee]d(?:itor)?s?|[Hh]rsgg?|[Hh]gg?|[EÉeé]ds?|[Dd]irs?)\b\.?[.:,])"
    r"\s(?P<title>[^\W\d_a-zß-ÿœ].{2,200}?)\s*",
    re.S,
)


def _untangled(parts: list[Part]) -> list[Part]:
    """The parts; where nothing is a title, the longest part of names is looked at for one
    behind the first name."""
    names = [part for part in parts if part.label in _PEOPLE]
    if not names:
        return parts
    part = max(names, key=lambda one: one.end - one.start)
    if any(one.label == "author" and one is not part for one in names):
        return parts
    role, found = "editor", _ROLE_AND_TITLE.fullmatch(part.text)
    if found is None:
        role, found = "author", _NAMED.fullmatch(part.text)
        if found is None or _NAMES_ON.match(found["title"]) or _ROLE_LAST.search(part.text):
            return parts
    at = parts.index(part)
    pieces = [
        Part(label, found[group], part.start + found.start(group), part.start + found.end(group))
        for label, group in ((role, "name"), ("title", "title"))
    ]
    return [*parts[:at], *pieces, *parts[at + 1 :]]
