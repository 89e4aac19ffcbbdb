"""Primary works cited by their abbreviation and a place: "(Il. 6.146)", "(Plato, Rep. 514a)",
"KrV A 51/B 75", "Gen 1:1"; and places that go on: "(515a5)", "; 18.56".

Sources: Chicago Manual of Style (17th edition), 14.242-254 (abbreviations and numbers);
MLA Handbook (9th edition), 6.20-22; The SBL Handbook of Style (2nd edition), 6.4.8 and 8.2.
An abbreviation that a whole bracket, a signal ("cf.") or a note begins with is one; in a
sentence it is if the text cites or names the work elsewhere, too.  Initials ("PI") with numbers
alone are one only where the text names the author or the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.biblebooks import BOOK_OF, NAMES, ORDINARY
from citekit.find.canonical import CANONICAL, Place, is_measure, is_uncounted, place_at, verse_sign
from citekit.find.citations.declared import Declared, declared
from citekit.find.citations.raw import NOTE_MARK, Masks
from citekit.find.citations.resolve import Proposals
from citekit.find.citingwords import PREFIXES
from citekit.find.references.lists import behind_signal
from citekit.find.shorthands import Form, is_bible
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry, Printed, name_key
from citekit.model import Body

#: Between the form and the place.
_GAP = re.compile(r"[*_”\"»]{0,2},?\s?[*_”\"»]{0,2}\s?(?<=[\s*_])")
_LONGEST = 60
#: A name before the form, in full or abbreviated.
_AUTHOR = re.compile(
    r"(?<![\w’'-])(?P<author>[^\W\d_a-zß-ÿ][\w’'-]*\.?(?:\s(?:(?:von|van|de|of)\s)?"
    r"[^\W\d_a-zß-ÿ][\w’'-]*\.?){0,2})(?P<sign>[’']s?|,)?\s[*_“\"„«]{0,2}$"
)
#: The siglum of a work before that of the edition which has it: "GMS, AA 04", "KpV, AA 05".
_SIGLUM = re.compile(r"(?=(?:[^\WA-ZÀ-Þ\d_]*[A-ZÀ-Þ]){2})[^\W\d_]{2,6},")
#: Before a form that a signal leads outside of brackets.
_LED = re.compile(
    r"(?<!\w)(?:[Cc]f\.?|[Vv]gl\.?|[Ss]ee|[Ss]iehe|[Vv]oir|[Cc]ompare|[Vv]ergleiche|[Cc]omparer"
    r"|[Vv]\.\saussi)(?:,?\s(?:also|auch|aussi|noch|etwa|dazu|e\.\s?g\.,?|z\.\s?B\.|bes\.|esp\."
    r"|for\sexample,?|par\sexemple,?))?\s[*_]{0,2}$"
)
#: Between two such citations of one sentence.
_JOINT = re.compile(
    r"[*_]{0,2}\s?(?:[,;]|,?\s(?:and|or|with|und|oder|mit|sowie|et|ou|avec|&))\s"
    r"(?:(?:[Cc]f\.|[Vv]gl\.|see|also|auch|aussi)\s){0,2}[*_]{0,2}"
)
#: Between two places of one work.
_AGAIN = re.compile(r"\s?(?:;|,|\s(?:and|und|et))\s(?:(?:cf\.|vgl\.|see|also|auch|aussi)\s){0,2}")
_OPENED = re.compile(r"\((?:(?:[Cc]f\.|[Vv]gl\.|see|siehe|voir|at|bes\.|esp\.)\s)?(?=[\dA-ZΑ-Ω§])")
#: What ends a citation in brackets, behind its place.
_CLOSED = re.compile(r"\s?(?:[;)\]]|,\s)")
_WORDS = re.compile(r"[^\W\d_]+")
#: A bracket with a form is no longer (code points), and a place that goes on no farther away.
_REACH = 200
_NEAR = 1500
#: Shapes that hardly any other work has in the same text.
_OWN_SHAPES = frozenset(("section", "edition", "volume"))
#: Shapes that numbers of any kind have.
_COMMON = frozenset(("line", "divided", "number", "page"))
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ORDER = ("shorthand", "short", "bible", "title")
#: A text that cites so many primary works may cite others in its sentences.
_SEVERAL = 2
#: A family of so many letters is looked for as it stands.
_LEAST = 4
#: The end of somebody's name whose work follows.
_ANOTHERS = re.compile(r"\.$|[’']s?$")
#: What a text that cites the Bible speaks of.
_BIBLICAL = re.compile(
    r"\b(?:Bib(?:le|el|lical|lique|lisch\w*)|Scriptures?|Écritures?|[Gg]ospels?|Évangiles?|Evangeli\w+"
    r"|Testaments?|[Vv]erses?|[Vv]ersets?|[Pp]salms?|Psalmen|God|Gott(?:es)?|Dieu|Jesus|Jésus"
    r"|Christ(?:us|i)?|[Pp]rophets?|[Aa]postles?|[Aa]postel)\b"
)
_QUOTED = re.compile(r"[”\"»“’'][.,]?\s$")


class _Hit(NamedTuple):
    """A form with a place behind it; ``begins`` where the name before it does, ``author``
    that name; ``led`` if a bracket, a signal or a note begins with it, ``held`` if it stands in
    brackets."""

    start: int
    end: int
    place: Place
    forms: tuple[Form, ...]
    begins: int
    author: str
    led: bool
    held: bool


class _Cited(NamedTuple):
    """A place of a work that the text cites; ``book`` is the one of the whole Bible."""

    start: int
    end: int
    place: Place
    entry: int
    book: str = ""


def primary_works(
    text: str, printed: Printed, catalogue: Catalogue, proposals: Proposals, masked: Masks
) -> list[Suggestion]:
    """The places of primary works that ``text`` cites by their forms, and those that go on;
    ``printed`` is what :meth:`Catalogue.printed` finds in it."""
    named: list[tuple[int, tuple[Form, ...]]] = []
    hits: list[_Hit] = []
    own = declared(text, catalogue)
    for start, end, forms in _places(text, printed, catalogue, own):
        forms = tuple(form for form in forms if form.entry not in catalogue.own)
        if not forms or masked.covers(start):
            continue
        gap = _GAP.match(text, end)
        if gap is not None and "\n" in gap[0]:  # a title may be a heading above a numbered one
            forms = tuple(form for form in forms if form.kind != "title")
        place = place_at(text, gap.end(), gap.end() + _LONGEST) if gap is not None else None
        if place is None or not forms:
            named.append((end, forms))
        else:
            hits.append(_hit(text, start, end, place, forms))
    if not hits:
        return []
    hits.sort()
    reader = _Reader(text, catalogue, proposals, {one.entry for one in own})
    cited = reader.cited(hits)
    cited += reader.going_on(cited, named, masked)
    return [reader.suggest(one) for one in sorted(cited)]


def _places(
    text: str, printed: Printed, catalogue: Catalogue, own: Sequence[Declared]
) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
    """Where forms stand: those of the catalogue, and its ``own`` that the text declares."""
    yield from catalogue.shorthands.places(printed.typed, printed.shorthands)
    for one in own:
        form = Form(one.entry, "shorthand", len(one.form), one.form.endswith("."))
        at = text.find(one.form)
        while at != -1:
            end = at + len(one.form)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield at, end, (form,)
            at = text.find(one.form, end)


def _hit(text: str, start: int, end: int, place: Place, forms: tuple[Form, ...]) -> _Hit:
    begins, author = start, ""
    found = _AUTHOR.search(text, max(0, start - _LONGEST), start)
    if found is not None:
        words = [
            word for word in found["author"].split() if word.lower().rstrip(".") not in PREFIXES
        ]
        name = " ".join(words)
        if _SIGLUM.fullmatch(name + (found["sign"] or "")):
            begins = text.rindex(words[0], found.start(), start)
        elif name:
            begins = text.rindex(words[0], found.start(), start)
            author = name + (found["sign"] or "")
    opened = _opened(text, start)
    led = False
    for at in dict.fromkeys((begins, start)):
        led = led or _is_led(text, opened, at)
    return _Hit(start, end, place, forms, begins, author, led, opened >= 0)


def _opened(text: str, at: int) -> int:
    """Where the bracket around ``at`` opens; -1 if none does."""
    low = max(0, at - _REACH)
    opened = max(text.rfind("(", low, at), text.rfind("[", low, at))
    closed = max(text.rfind(")", low, at), text.rfind("]", low, at), text.rfind("\n\n", low, at))
    return opened if opened > closed and text[opened : opened + 2] != "[^" else -1


def _is_led(text: str, opened: int, at: int) -> bool:
    """Whether a bracket or one of its parts, a note, or what a signal leads begins at ``at``."""
    if opened >= 0:
        part = max(opened, text.rfind(";", opened, at)) + 1
        return PREFIXES.issuperset(word.lower() for word in _WORDS.findall(text[part:at]))
    if _LED.search(text, max(0, at - _LONGEST), at):
        return True
    line = text.rfind("\n", 0, at) + 1
    mark = NOTE_MARK.match(text, line, at)
    return mark is not None and mark.end() > line and at in (
        mark.end(), behind_signal(text, mark.end(), at)
    )  # fmt: skip


class _Reader:
    """What one text cites, as far as it is known."""

    def __init__(
        self, text: str, catalogue: Catalogue, proposals: Proposals, announced: set[int]
    ) -> None:
        self._text = text
        self._catalogue = catalogue
        self._proposals = proposals
        self._known = announced  # works that are certainly cited somewhere
        self._home: dict[int, bool] = {}
        self._books: set[int] = set()  # of the Bible that are cited with a verse
        self._signs: set[str] = set()  # between chapter and verse, as the text prints them
        self._biblical: bool | None = None

    def cited(self, hits: Sequence[_Hit]) -> list[_Cited]:
        """The hits that cite, with the places behind them that go on."""
        for hit in hits:
            if hit.led and hit.place.shape in CANONICAL:
                one = self._read(hit, led=True)
                if one is not None:
                    self._known.add(one.entry)
        found: list[_Cited] = []
        end, led = -1, False
        for hit in hits:
            if hit.start < end:
                continue
            joined = led and _JOINT.fullmatch(self._text, end, hit.begins) is not None
            one = self._read(hit, led=hit.led or joined)
            if one is None:
                continue
            led = hit.led or joined
            if led and hit.place.shape in CANONICAL:
                self._known.add(one.entry)
            found += (one, *self._again(one))
            end = found[-1].end
        return found

    def _read(self, hit: _Hit, led: bool) -> _Cited | None:
        """The citation of the one work that a hit is."""
        forms, start = list(hit.forms), hit.start
        if hit.author:
            own = [
                form for form in forms if _agrees(hit.author, self._catalogue.entries[form.entry])
            ]
            if own:
                forms, start = own, hit.begins
                self._home.update(dict.fromkeys((form.entry for form in own), True))
            elif led or _ANOTHERS.search(hit.author):
                return None  # "(Ovid, Met. 1.5)", "Ov. Met. 1.5"
        forms = [form for form in forms if self._may_cite(form, hit, led)]
        for kind in _ORDER:
            entries = {form.entry for form in forms if form.kind == kind}
            linked = {
                one for one in entries
                if self._catalogue.entries[one].key in self._proposals.linked
            }  # fmt: skip
            entries = linked or entries
            if entries:
                entry = entries.pop()
                whole = kind == "bible" and is_bible(self._catalogue.entries[entry].work)
                book = self._text[hit.start : hit.end] if whole else ""
                one = _Cited(start, hit.place.end, hit.place, entry, book)
                return None if entries else one
        return None

    def _may_cite(self, form: Form, hit: _Hit, led: bool) -> bool:
        """Whether a form with its place is a citation where it stands."""
        shape, known = hit.place.shape, form.entry in self._known
        whole = _CLOSED.match(self._text, hit.place.end) is not None or not hit.held
        if form.kind == "bible":
            return self._is_biblical(hit, led, known, whole)
        if shape in ("line", "number") and not self._is_numbered(hit, led):
            return False
        if form.kind == "title":
            if not self._is_home(form.entry) and not known:
                return False
            if shape == "number":
                return led and known and whole
            if shape == "line" and not (led or known or _agrees_at(hit, self._entry(form))):
                return False  # "The Harbour 2.1", a version of it
            return shape in CANONICAL and (led or shape != "part")
        if shape in _COMMON and not known and self._is_initials(hit) and not self._is_named(form):
            return False
        if shape in CANONICAL:
            if form.letters == 1:
                return led and (shape != "line" or self._is_home(form.entry))
            of_kind = form.pointed and self._is_of_kind()
            return led or known or of_kind or self._is_home(form.entry)
        if form.letters == 1 or not whole:
            return False
        if shape == "page":
            return led
        return known or (led and (form.kind == "shorthand" or form.pointed))

    def _is_numbered(self, hit: _Hit, led: bool) -> bool:
        """Whether numbers behind a form may be a place: no date or quantity, and outside of
        brackets and signals nothing that is counted."""
        if is_measure(self._text, hit.place):
            return False
        if led:
            return True
        if hit.place.shape == "number":
            return hit.held or is_uncounted(self._text, hit.place)
        return _THOUSANDS.fullmatch(hit.place.text) is None

    def _is_initials(self, hit: _Hit) -> bool:
        """Whether a form is of capitals alone, as those of papers, firms and states are."""
        form = self._text[hit.start : hit.end].replace(".", "")
        return len(form) > 1 and form.isupper()

    def _is_named(self, form: Form) -> bool:
        """Whether the text names the author or the title of a work, or has a reference to it."""
        title = self._entry(form).work.text("title")
        return self._is_home(form.entry) or (len(title) > _LEAST and title in self._text)

    def _entry(self, form: Form) -> Entry:
        return self._catalogue.entries[form.entry]

    def _is_biblical(self, hit: _Hit, led: bool, known: bool, whole: bool) -> bool:
        """Whether a book of the Bible is cited: by chapter and verse, or by a chapter alone where
        a verse of the book is, too.  A form that is also a word or a name needs more: that the
        text speaks of the Bible, or has certain verses printed alike."""
        form = self._text[hit.start : hit.end].rstrip(".")
        book = BOOK_OF.get(form, -1)
        if is_measure(self._text, hit.place):
            return False
        if hit.place.shape == "number":
            if book not in self._books or (form in ORDINARY and not hit.held):
                return False
            return whole and (hit.held or is_uncounted(self._text, hit.place))
        sign = verse_sign(hit.place)
        if not sign or not (led or known or self._is_of_kind()):
            return False
        certain = led and form not in (NAMES if sign != "." else ORDINARY)
        if not certain and form in ORDINARY and sign not in self._signs and (
            sign == "." or not self._speaks_of_bible()
        ):  # fmt: skip
            return False
        self._books.add(book)
        if certain:
            self._signs.add(sign)
        return True

    def _speaks_of_bible(self) -> bool:
        if self._biblical is None:
            self._biblical = _BIBLICAL.search(self._text) is not None
        return self._biblical

    def _is_of_kind(self) -> bool:
        """Whether the text certainly cites several primary works."""
        return len(self._known) >= _SEVERAL

    def _is_home(self, entry: int) -> bool:
        """Whether the text shows that it speaks of a work: it names the author, or has a
        reference to it; one without an author is told by its title."""
        found = self._home.get(entry)
        if found is None:
            one = self._catalogue.entries[entry]
            names = [name.family or name.literal for name in one.work.names("author")]
            title = one.work.text("title")
            found = self._home[entry] = one.key in self._proposals.linked or (
                any(len(name) >= _LEAST and name in self._text for name in names)
                if names
                else " " in title or title in BOOK_OF
            )
        return found

    def _again(self, one: _Cited) -> Iterator[_Cited]:
        """The places of the same work right behind one: "; 18.56", ", 6.41"."""
        end, text = one.end, self._text
        while (gap := _AGAIN.match(text, end)) is not None:
            place = place_at(text, gap.end(), gap.end() + _LONGEST)
            if place is None or not _is_alike(place, one.place) or place.shape == "number":
                return
            yield _Cited(gap.end(), place.end, place, one.entry, one.book)
            end = place.end

    def going_on(
        self, cited: Sequence[_Cited], named: Sequence[tuple[int, tuple[Form, ...]]], masked: Masks
    ) -> list[_Cited]:
        """Brackets with a place alone, of the work that was last cited with such places."""
        found: list[_Cited] = []
        text = self._text
        for opened in _OPENED.finditer(text) if cited else ():
            at = opened.end()
            place = place_at(text, at, at + _LONGEST)
            if place is None or text[place.end : place.end + 1] not in (")", ";", ","):
                continue
            if masked.covers(at) or any(one.start <= at < one.end for one in cited):
                continue
            entry = self._going_on(opened.start(), place, cited, named)
            if entry is not None:
                last = [one for one in cited if one.end <= at and one.entry == entry][-1:]
                book = last[0].book if last else ""
                found.append(_Cited(at, place.end, place, entry, book))
                found += self._again(found[-1])
        return found

    def _going_on(
        self, at: int, place: Place, cited: Sequence[_Cited],
        named: Sequence[tuple[int, tuple[Form, ...]]],
    ) -> int | None:  # fmt: skip
        alike = [one for one in cited if _is_alike(place, one.place)]
        before = [one for one in alike if one.end <= at]
        if place.shape in _OWN_SHAPES:
            entries = {one.entry for one in alike}
            for end, forms in named:
                near = [form.entry for form in forms if 0 <= at - end < _LONGEST]
                known = next((entry for entry in near if entry in entries), None)
                if known is not None:
                    return known
            return before[-1].entry if before else entries.pop() if len(entries) == 1 else None
        last = max((one for one in cited if one.end <= at), default=None)
        if last is None or last not in before or at - last.end > _NEAR:
            return None
        if place.shape == "number" and not _QUOTED.search(self._text, max(0, at - 4), at):
            return None
        return last.entry if place.shape != "page" else None

    def suggest(self, one: _Cited) -> Suggestion:
        """The citation of a place."""
        key = self._catalogue.entries[one.entry].key
        return Suggestion(
            one.start, one.end, "citation", Body("work", key), "cites",
            f"{one.book} {one.place}".strip(),
            method="canonical", score=0.9 if one.entry in self._known else 0.8,
            reasons=(f"a form of {key} and a place in it",),
        )  # fmt: skip


def _is_alike(place: Place, other: Place) -> bool:
    """Whether two places are of one kind of division: of the same shape, and with the same
    sign between their numbers."""
    if place.shape != other.shape:
        return other.shape == "line" and _HALF_VERSE.match(place.text) is not None
    if place.shape == "part":
        return place.text[0] == other.text[0]
    if place.shape != "line":
        return True
    one, two = (_FIRST_SIGN.search(each.text) for each in (place, other))
    return one is not None and two is not None and one[0] == two[0]


_FIRST_SIGN = re.compile(r"[.:,]")
#: "2,4b" behind another verse.
_HALF_VERSE = re.compile(r"\d{1,3}[:,]\s?\d{1,3}[a-e](?!\d)")


def _agrees_at(hit: _Hit, entry: Entry) -> bool:
    """Whether the author of a work stands right before its form."""
    return bool(hit.author) and _agrees(hit.author, entry)


def _agrees(author: str, entry: Entry) -> bool:
    """Whether a name, or one of its words in short ("Pl.", "Hom."), is of an author of a work."""
    names = entry.work.names("author") or entry.work.names("editor")
    words = {
        word for name in names
        for word in name_key(f"{name.given} {name.family} {name.literal}").split()
    }  # fmt: skip
    name = author.rstrip(",").removesuffix("’s").removesuffix("'s").rstrip("’'")
    *_, last = name.split()
    key = name_key(last)
    return key in words or (last.endswith(".") and any(word.startswith(key) for word in words))
