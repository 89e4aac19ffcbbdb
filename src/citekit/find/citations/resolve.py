"""From the names and years of a citation to the work that it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from citekit.find.citations.declared import body_of, bracketed
from citekit.find.citations.names import PARTICLES
from citekit.find.citations.raw import RawYear
from citekit.find.citingwords import ARTICLES
from citekit.find.suggestion import Suggestion
from citekit.find.workforms import body_forms
from citekit.find.works import Author, Catalogue, Entry, given_words, name_key
from citekit.model import Name, Work

_NAME = re.compile(r"[^\W\d_][\w’'‑-]*")
#: Words before a citation that say what the text makes of the work (CiTO 2.8.1).
_RELATIONS = (
    (re.compile(r"\b(?:contra|but see|dagegen|anders|pace)\b", re.I), "disagreesWith"),
    (re.compile(r"\b(?:cf|see also|siehe auch|vgl|vergleiche|voir aussi|compare)\b", re.I),
     "citesAsRelated"),
)  # fmt: skip
#: The score of a citation whose author the catalogue has with other works alone.
OTHER_WORKS = 0.5


class Resolution(NamedTuple):
    """The entry that is cited, or None; how sure, and why.  ``proposal`` is a work
    read from a reference of the same text."""

    entry: Entry | None
    score: float
    reasons: tuple[str, ...]
    proposal: Work | None = None


class Proposals:
    """The ``works`` that references of the text name and the catalogue does not hold, and
    which catalogued works its references name."""

    def __init__(self, references: Sequence[Suggestion], text: str) -> None:
        self.linked: dict[str, int] = {}
        self.words: dict[str, str] = {}
        works: list[tuple[Work, str]] = []
        for found in references:
            if found.body.type == "work":
                self.linked.setdefault(found.body.value, found.start)
                self.words.setdefault(found.body.value, text[found.start : found.end])
            elif found.proposal is not None:
                works.append((found.proposal, text[found.start : found.end]))
        self.works = tuple(work for work, _ in works)
        self._text = text
        self._bracketed: dict[str, list[int]] | None = None
        self._written_out: dict[str, str] = {}
        self._years: dict[str, frozenset[int]] = {}
        self._entries: dict[str, list[_Proposed]] = {}
        self._bodies: list[tuple[str, _Proposed]] = []
        for work, words in works:
            names = work.names("author") or work.names("editor")
            date = work.date("issued")
            years = frozenset([date.start.year]) if date and date.start else frozenset()
            if names:
                printed = " ".join([words, *(name.family or name.literal for name in names)])
                one = _Proposed(work, years, _letter(years, words), name_key(printed), len(names))
                for form in _forms(names[0]):
                    self._entries.setdefault(form, []).append(one)
                if names[0].literal:
                    self._bodies.append((name_key(names[0].literal), one))

    def beside(self, families: Container[str]) -> Container[str]:
        """``families`` and those of the first authors of the proposed works (name keys)."""
        return _Either(families, self._entries) if self._entries else families

    def written_out(self, short: str, catalogue: Catalogue) -> str:
        """The body that the text declares ``short`` to stand for; or ""."""
        if self._bracketed is None:
            self._bracketed = bracketed(self._text)
        if short not in self._written_out:
            places = self._bracketed.get(short, ())
            known = (catalogue.families, self._entries)
            self._written_out[short] = body_of(self._text, short, places, known)
        return self._written_out[short]

    def years_behind(self, family: str) -> frozenset[int]:
        """The years that the text prints right behind a family name."""
        if family not in self._years:
            found = re.findall(rf"\b{re.escape(family)},?\s\(?(\d{{4}})\b", self._text)
            self._years[family] = frozenset(map(int, found))
        return self._years[family]

    def find(
        self, names: Sequence[str], et_al: bool, years: Sequence[int], letter: str = ""
    ) -> Work | None:
        """The proposed work of these authors and one of ``years``; only one whose reference
        prints the ``letter``, if that is given.

        Of several by the same first author those whose references print the others' names, then
        one that has as many authors: "Lee and Roy (2001)" beside "Lee (2001)" (Chicago Manual of
        Style, 17th edition, 15.29: a letter parts only works of the same authors).
        """
        found = [
            one
            for one in self._by(names[0])
            if not years or not one.years or one.years.intersection(years)
            if not letter or one.letter == letter
        ]
        if len(found) > 1 and not letter:
            dated = [one for one in found if one.years]
            found = dated or found
            printing = [one for one in found if one.prints(names[1:])]
            if len(names) > 1 and not printing:
                return None
            found = printing or found
            alike = [
                one
                for one in found
                if (one.number > max(2, len(names)) if et_al else one.number == len(names))
            ]
            found = alike or found
        return found[0].work if found else None

    def of_authors(self, names: Sequence[str], et_al: bool, years: Sequence[int]) -> Work | None:
        """The proposed work of exactly these authors and one of ``years``."""
        keys = [name_key(name) for name in names]
        for work, known, *_ in self._by(names[0]):
            authors = work.names("author") or work.names("editor")
            families = [name_key(name.family or name.literal) for name in authors]
            many = len(families) > len(keys) if et_al else len(families) == len(keys)
            agree = all(map(_ends_with, keys, families))
            if many and agree and known.intersection(years) and " " in work.text("title"):
                return work
        return None

    def prints(self, key: str, names: Sequence[str]) -> bool:
        """Whether a reference of the text to a catalogued work prints all of some names."""
        words = {name_key(word) for word in _NAME.findall(self.words.get(key, ""))}
        return all(words.issuperset(name_key(name).split()[-1:]) for name in names)

    def by(self, name: str) -> list[Work]:
        """The proposed works whose first author is ``name``."""
        return [one.work for one in self._by(name)]

    def _by(self, name: str) -> Iterator[_Proposed]:
        key = whole = name_key(name)
        while key:
            if key in self._entries:
                yield from self._entries[key]
                return
            key = key.partition(" ")[2]
        for body, one in self._bodies:
            if body.endswith(" " + whole) or _complemented(body, whole):
                yield one


class _Either:
    """What is in one of two containers."""

    def __init__(self, one: Container[str], other: Container[str]) -> None:
        self._one, self._other = one, other

    def __contains__(self, key: object) -> bool:
        return key in self._one or key in self._other


class _Proposed(NamedTuple):
    """A proposed work, its years, the letter behind them, the words of its reference (a name
    key), and how many authors it has."""

    work: Work
    years: frozenset[int]
    letter: str
    words: str
    number: int

    def prints(self, names: Sequence[str]) -> bool:
        """Whether the reference prints the last words of some names, or leaves authors out."""
        if "et al" in self.words:
            return True
        words = set(_NAME.findall(self.words))
        return all(words.issuperset(_NAME.findall(name_key(name))[-1:]) for name in names)


#: A body in short, before what it is of: "Board of Governors (2022)".
_COMPLEMENT = re.compile(r"\s(?:of|for|on|zur|zum|fur|der|des|de|du|pour|d'\w+)\b")


def _complemented(body: str, name: str) -> bool:
    """Whether ``name`` is the beginning of the name of a ``body`` (name keys), up to words that
    say what it is of."""
    return body.startswith(name) and _COMPLEMENT.match(body, len(name)) is not None


def _forms(name: Name) -> set[str]:
    """What an author may be called by (name keys): a family with and without its particle, a
    body by its name, the first letters of that, or the abbreviation in brackets behind it."""
    if name.literal:
        key = name_key(name.literal)
        heads = {key[: found.start()] for found in _COMPLEMENT.finditer(key)}
        return {
            *map(name_key, body_forms(name.literal)),
            *(head for head in heads if " " in head),
        }
    particle = name.non_dropping_particle or name.dropping_particle
    space = "" if particle[-1:] in ("'", "’") else " "
    return {name_key(name.family), name_key(f"{particle}{space}{name.family}")}


def relation_behind(prefix: str) -> str:
    """The relation of a citation to its work by the words before it, "cites" for most."""
    return next((name for pattern, name in _RELATIONS if pattern.search(prefix)), "cites")


def resolve(
    names: Sequence[str], et_al: bool, year: RawYear, catalogue: Catalogue, proposals: Proposals
) -> Resolution:
    """The work of these names and this year.

    Both must agree, and the authors be as many as the cite names, if any are; of several
    works the suffix letter chooses, in the order of the titles as styles give letters,
    unless the catalogue, a reference of the text or the keys say which letter a work has.
    What the text lists is meant rather than a work that it does not list.
    """
    found = _by_author(names, et_al, catalogue, year)
    if not found and et_al:
        alone = _by_author(names, False, catalogue, year)
        if len(alone) == 1:
            reason = f"the year and the first author of {alone[0].key}, which has no others"
            return Resolution(alone[0], 0.8, (reason,))
    if len(found) > 1:
        found = _fewest_missing(found, names, et_al)
    if not found and len(names) > 1:
        found = [
            entry
            for entry in _by_author(names[:1], et_al, catalogue, year)
            if proposals.prints(entry.key, names[1:])
        ]
    elif found and not year.suffix and not any(entry.key in proposals.linked for entry in found):
        own = proposals.of_authors(names, et_al, year.years)
        if own is not None:
            reason = f"{_label(names, et_al, year)} is a reference of this text"
            return Resolution(None, 0.8, (reason,), own)
    printed = proposals.find(names, et_al, year.years, year.suffix) if year.suffix else None
    if year.suffix:
        found = _lettered(found, year.suffix, proposals.words, printed is not None)
    if not found:
        label = _label(names, et_al, year)
        by_author = _by_author(names, et_al, catalogue)
        proposal = printed or proposals.find(names, et_al, year.years)
        if proposal is not None:
            return Resolution(None, 0.8, (f"{label} is a reference of this text",), proposal)
        if by_author:
            known = ", ".join(sorted(f"{e.key}" for e in by_author[:5]))
            reason = f"{label} is not in the catalogue, which has {known}"
            return Resolution(None, OTHER_WORKS, (reason,))
        return Resolution(None, 0.4, (f"{label} is not in the catalogue",), None)
    if len(found) > 1:
        linked = [entry for entry in found if entry.key in proposals.linked]
        # a reprint has the year of the first edition too, which may be an entry of its own
        dated = linked or [entry for entry in found if _issued(entry) in year.years]
        found = dated if len(dated) == 1 else found
    if len(found) == 1:
        score = 0.95 if year.years else 0.8
        return Resolution(found[0], score, (f"author and year of {found[0].work.id}",))
    candidates = ", ".join(entry.key for entry in found[:6])
    label = _label(names, et_al, year)
    return Resolution(None, 0.3, (f"{label} may be any of {candidates}",))


def _issued(entry: Entry) -> int | None:
    date = entry.work.date("issued")
    return date.start.year if date and date.start else None


def _label(names: Sequence[str], et_al: bool, year: RawYear) -> str:
    return f"{', '.join(names)}{' et al.' if et_al else ''} {year.text}"


def _by_author(
    names: Sequence[str], et_al: bool, catalogue: Catalogue, year: RawYear | None = None
) -> list[Entry]:
    """The works by these names, of this year if one is given."""
    first, *others = (catalogue.respelt(name_key(name)) for name in names)
    family, found = catalogue.family_of(first), []
    given: tuple[str, ...] = ()
    head, _, rest = first.partition(" ")
    if not family and rest and head in catalogue.families:  # "Chen Wei" of Chen, Wei
        first, family, given = f"{rest} {head}", head, given_words(rest)
    if not family and first.endswith("s") and names[0][0].isupper():
        first = first[:-1]  # German: "Webers (1922) Begriff"
        family = catalogue.family_of(first)
    for index in catalogue.written(family, None if year is None else year.years):
        if index in catalogue.own:
            continue
        entry = catalogue.entries[index]
        authors = entry.authors
        if given and authors[0].given != given:
            continue
        if (et_al and len(authors) < 2) or not given_agrees(
            first, authors[0].key, authors[0].given
        ):
            continue
        if _have_all(authors[1:], others):
            found.append(entry)
    return found


def _have_all(authors: Sequence[Author], names: Sequence[str]) -> bool:
    """Whether each of some names (keys) is one of some authors'."""
    return all(any(_ends_with(name, other.key) for other in authors) for name in names)


def _ends_with(name: str, family: str) -> bool:
    return name == family or name.endswith(" " + family) or family.endswith(" " + name)


def given_agrees(name: str, family: str, given: Sequence[str]) -> bool:
    """Whether what stands before the family in ``name`` (a name key) may be ``given``:
    the same words or initials, as far as both have them."""
    if name == family or not given or family.endswith(" " + name):
        return True
    words = given_words(name.removesuffix(family))
    words = tuple(w for w in words if w not in PARTICLES and w.replace("-", "").isalpha())
    return compatible_given(words, given)


#: What makes a woman's name of a man's.
_FEMININE = frozenset("a e ia na ne le la lle nne elle ella ette ine ina ane".split())


def _pet_names(rows: str) -> frozenset[tuple[str, str]]:
    pairs = [row.split(":") for row in rows.split(";")]
    both = [(short, full) for full, names in pairs for short in names.split()]
    return frozenset((*both, *((full, short) for short, full in both)))


#: Short names in use that don't begin the full name, with it, in either order.
_PET_NAMES = _pet_names(
    "anthony:tony;archibald:archie;arthur:artie;albert:bert bertie;alexander:sandy sascha"
    ";alexandra:sandra sascha;andrew:andy drew;catherine:kate kathy cathy katie;charles:chuck"
    " charlie;christopher:kit;david:dave davy;deborah:debbie;edward:ed eddie ted"
    " ned;edmund:ed ned;edwin:ed;elizabeth:betty beth liz lizzie betsy libby;eleanor:nell ellie"
    ";eugene:gene;florence:flo;frances:fran fanny;francis:frank;frederick:fritz;friedrich:fritz"
    ";george:geordie;gerald:gerry jerry;gerard:gerry;harold:harry hal;heinrich:heinz heiner"
    ";henry:harry hank hal;herbert:bert;isabella:bella;jacob:jake;james:jim jimmy jamie"
    ";jerome:jerry;johannes:hans;john:jack johnny;jonathan:jon;joseph:joe jo sepp;josef:sepp"
    ";judith:judy;katherine:kate kathy katie kitty;lawrence:larry;laurence:larry;leonard:len"
    ";lewis:lew lou;margaret:peggy meg maggie greta daisy;margarete:grete gretl;mary:molly polly"
    ";matthew:matt;michael:mike mick mickey;nathaniel:nate nat;nathan:nate;nicholas:nick"
    ";nikolaus:klaus;patricia:pat patty trish;patrick:paddy;penelope:penny;philip:phil pip"
    ";richard:dick rick rich ricky;robert:bob bobby rob robbie;roderick:rod;ronald:ronnie"
    ";rudolf:rudi;rupert:bertie;samuel:sam;sarah:sally sadie;stephen:steve;steven:steve"
    ";susan:sue susie;susanna:sue;terence:terry;theodore:ted teddy theo;theodor:theo teddy"
    ";thomas:tom tommy;timothy:tim;tobias:toby;victoria:vicky;walter:walt wally;wilhelm:willi"
    " willy;william:bill billy willie will"
)


@lru_cache(maxsize=8192)
def compatible_given(words: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether two given names (name keys, word by word) may be one person's: the first
    agree as words, as initials or in short ("Ben", "Benjamin"; "Bill", "William"; but not
    "Simon", "Simone"); a second given name may be the one in use ("Otto Richard", "Richard")."""
    if not words or not given:
        return True
    if _agree(words[0], given[0]):
        return len(words) < 2 or len(given) < 2 or _agree(words[1], given[1]) or len(words[1]) > 1
    return any(len(words[0]) > 1 and words[0] == other for other in given[1:])


def _agree(one: str, other: str) -> bool:
    if "-" in one or "-" in other:
        ours, theirs = one.split("-"), other.split("-")
        if len(ours) != len(theirs):
            return min(len(one), len(other)) == 1 and one[0] == other[0]
        return all(_agree(mine, yours) for mine, yours in zip(ours, theirs, strict=True))
    if (one, other) in _PET_NAMES:
        return True
    short, long = sorted((one, other), key=len)
    if not long.startswith(short) or len(short) == 2 < len(long):
        return False
    return len(short) == 1 or long[len(short) :] not in _FEMININE


def _fewest_missing(found: list[Entry], names: Sequence[str], et_al: bool) -> list[Entry]:
    """Those with as many authors as the cite names; with "et al.", those with more."""
    if et_al:
        exact = [entry for entry in found if len(entry.authors) > max(2, len(names))]
    else:
        exact = [entry for entry in found if len(entry.authors) == len(names)]
    return exact or found


def _lettered(
    found: list[Entry], letter: str, words: Mapping[str, str], taken: bool
) -> list[Entry]:
    """Those of some works that a letter behind the year may mean; none if all have another, or
    it is ``taken`` by a work that is not among them."""
    letters = [entry.suffix or _printed_letter(entry, words) for entry in found]
    if letter in letters:
        return _having(found, letters, letter)
    left = [entry for entry, own in zip(found, letters, strict=True) if not own]
    if taken:
        return []
    if len(left) < 2:
        return left
    letters = [_letter(entry.years, entry.key) for entry in found]
    if all(letters) and letter in letters:
        return _having(left, [_letter(entry.years, entry.key) for entry in left], letter)
    place = ord(letter) - ord("a")
    chosen = {
        sorted(found, key=partial(_rank, article=article))[place].key
        for article in (True, False)
        if place < len(found)
    }
    return [entry for entry in left if entry.key in chosen] if len(chosen) == 1 else left


def _having(found: Sequence[Entry], letters: Sequence[str], letter: str) -> list[Entry]:
    return [entry for entry, own in zip(found, letters, strict=True) if own == letter]


def _printed_letter(entry: Entry, words: Mapping[str, str]) -> str:
    """The letter that a reference of the text gives a work."""
    return _letter(entry.years, words[entry.key]) if entry.key in words else ""


def _letter(years: Collection[int], words: str) -> str:
    """The letter behind one of the years in some words or a key: "1992a"."""
    found = (one for one in _LETTERED.finditer(words) if int(one["year"]) in years)
    return next((one["letter"] for one in found), "")


_LETTERED = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<letter>[a-k])(?![^\W_])")


def _rank(entry: Entry, article: bool) -> tuple[tuple[str, ...], str]:
    """The place of a work in a bibliography, by authors and title; styles may count the
    article before a title or not."""
    title = name_key(entry.work.text("title"))
    first, _, rest = title.partition(" ")
    return (
        tuple(author.key for author in entry.authors),
        rest if not article and first in ARTICLES else title,
    )
