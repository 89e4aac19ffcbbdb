"""A text while its mentions are read: who is named, what is linked, which work is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from citekit.find.citations.unread import unread
from citekit.find.citingwords import ARTICLE_NOUNS, BOOK_NOUNS, FUNCTION_WORDS
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.clauses import language, thinks
from citekit.find.mentions.namesakes import FULL_NAME
from citekit.find.mentions.people import Person
from citekit.find.mentions.sentences import Sentences
from citekit.find.mentions.titlesnear import FURTHER, IS_BOOK, TOLD_IN
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import term_key, term_words
from citekit.find.works import Catalogue, Printed
from citekit.find.worktitles import is_content, lower, plain, typed, words_of
from citekit.model import Body

Span = tuple[int, int]

_MARKUP = re.compile(r"^(?:\\(?:emph|textit)|</?(?:i|em)>)|</?(?:i|em)>$")
_MARKS = "“”\"‘’'„«»‹› \u00a0\u202f`*_{}"
#: Of a term: code points with marks, words.
_LONGEST_TERM = 200
_MOST_WORDS = 8
#: Code points before a term.
_BEFORE = 90
_LINK = re.compile(r"\]\([^()\s]{1,300}\)")
#: No decade: "the 1960s", "the 1960's", "in den 1960er Jahren", "les années 1960"; the first
#: digit before all else, so that the search goes to it at once.
_YEAR = re.compile(
    r"[12](?:(?<!\d.)(?<!années .)(?<!the .)\d{3}(?!\d|s\b|er\b)|(?<=the .)\d{3}(?!\d|'?s\b))"
)
_BOOKS = frozenset(("book", "thesis", "report", "classic", "collection"))
_ARTICLES = frozenset("article article-journal article-magazine article-newspaper chapter "
                      "paper-conference post-weblog webpage".split())  # fmt: skip


class Choice(NamedTuple):
    """The work that is meant, or None and those that may be; how sure, and why."""

    entry: int | None
    score: float
    reasons: tuple[str, ...]


class Term(NamedTuple):
    """Words in quotation marks that the text ties to a work."""

    words: tuple[str, ...]
    entry: int
    start: int
    capital: bool


#: No sentence reaches further from a name in it (code points).
_REACH = 1000


class Reading:
    """One text, its quotations, its ``references`` and the links found so far.

    ``emphasis`` is what stands in italics, with no signs of it in the text; ``italic`` the
    ends of that by its starts.
    ``title_ends`` says where the titles end that begin at a place, ``linked`` at which
    places the text cites which entry by a reference, a citation or a title;
    ``terms`` are learned as they are found; ``used`` are the quotations that belong to a
    mention, ``treated`` the entries whose terms the text uses,
    ``speaks`` says of authors, by their entries, whether they speak to the text; ``said``
    are the quotations with a speaker by their starts, ``others`` those that somebody else
    says beside an author's name.
    """

    def __init__(
        self,
        text: str,
        catalogue: Catalogue,
        quotations: Sequence[Span],
        references: Sequence[Suggestion],
        emphasis: Sequence[Span] = (),
        said: Sequence[Suggestion] = (),
        printed: Printed | None = None,
    ) -> None:
        self.text = text
        self.emphasis = emphasis
        self.italic = dict(emphasis)
        self.catalogue = catalogue
        self.references = references
        self.printed = printed or catalogue.printed(typed(text))
        self.lowered = lower(self.printed.typed)
        self.sentences = Sentences(text)
        self.quotations = sorted(set(quotations))
        self.quote_starts = [start for start, _ in self.quotations]
        self.people: list[Person] = []
        self.people_starts: list[int] = []
        self.title_ends: dict[int, int] = {}
        self.links: list[tuple[int, int]] = []
        self.citing: list[Span] = []
        self.citing_ends: dict[int, int] = {}
        self.linked: set[int] = set()
        self.terms: list[Term] = []
        self._learned: set[tuple[tuple[str, ...], int]] = set()
        self.treated: set[int] = set()
        self.used: set[Span] = set()
        self.others: set[Span] = set()
        self._inner: dict[Span, str] = {}
        self._before: dict[Span, list[str]] = {}
        self.speaks: dict[tuple[int, ...], bool] = {}
        self.said = {each.start: each for each in said if each.speaker}
        self._unknown = [
            (found.start, found.end)
            for found in references
            if found.method.startswith("author-date") and found.body.type != "work"
        ]
        for found in references:
            self.citing.append((found.start, found.end))
            self.citing_ends[found.start] = found.end
            if found.body.type == "work" and (key := found.body.value) in catalogue.keys:
                self.links.append((found.start, catalogue.keys[key]))
        self.citing.sort()
        self.links.sort()
        self.linked.update(entry for _, entry in self.links)

    def name(self, people: list[Person]) -> None:
        """Takes the authors that the text names, but for those whom the sentence cites with
        a work that the catalogue does not have."""
        self.people = [person for person in people if not self._has_unknown(person)]
        self.people_starts = [person.start for person in self.people]

    def _has_unknown(self, person: Person) -> bool:
        """Whether the sentence cites, of a person's works, only one that is not catalogued:
        "Lee holds that … (Lee 1990)"."""
        first = bisect_left(self._unknown, (person.start - _REACH, -1))
        last = bisect_left(self._unknown, (person.start + _REACH, -1))
        if first == last:
            return False
        family = self.text[person.start : person.bare].split()[-1]
        spans = [one for one in self._unknown[first:last] if self.text.find(family, *one) != -1]
        if not spans:
            return False
        start, end = self.sentences.around(person.start)
        return (
            any(start <= span[0] < end for span in spans)
            and self._near(person.entries, person.start) is None
            and not self._dated(person.entries, person.start)
        )

    def link(self, at: int, entry: int) -> None:
        """Notes that the text cites ``entry`` at ``at``."""
        insort(self.links, (at, entry))
        self.linked.add(entry)

    def learn(self, quote: Span, entry: int) -> None:
        """Notes that the words of a quotation are a term of ``entry``."""
        words = self.inner(quote)
        self.used.add(quote)
        self.treated.add(entry)
        term = Term(term_words(words), entry, quote[0], words[:1].isupper())
        key = (term.words, entry)
        if key not in self._learned:
            self._learned.add(key)
            self.terms.append(term)

    def quotes_between(self, start: int, end: int) -> list[Span]:
        """The quotations that begin in a span."""
        starts = self.quote_starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return self.quotations[first : bisect_left(starts, end, first)]

    def quoted_between(self, start: int, end: int) -> int:
        """How many code points of a span stand in quotation marks."""
        return sum([min(quote[1], end) - quote[0] for quote in self.quotes_between(start, end)])

    def people_between(self, start: int, end: int) -> list[Person]:
        """The authors whose names begin in a span."""
        starts = self.people_starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return self.people[first : bisect_left(starts, end, first)]

    @cached_property
    def short(self) -> frozenset[Span]:
        """The quotations that are short enough for a term and no sentences."""
        return frozenset(filter(self.is_short, self.quotations))

    @cached_property
    def alike(self) -> dict[tuple[int, str], list[tuple[Span, tuple[str, ...]]]]:
        """The short quotations with their words, in order, by their
        :func:`citekit.find.termwords.term_key`."""
        found: dict[tuple[int, str], list[tuple[Span, tuple[str, ...]]]] = {}
        for quote in sorted(self.short):
            words = term_words(self.inner(quote))
            found.setdefault(term_key(words), []).append((quote, words))
        return found

    def is_short(self, quote: Span) -> bool:
        """Whether words in quotation marks or italics may be a term."""
        if quote[1] - quote[0] > _LONGEST_TERM:
            return False
        words = self.inner(quote)
        count = len(words.split())
        if not 0 < count <= _MOST_WORDS:
            return False
        return not (count > 4 and words[0].isupper() and words[-1] in ".!?")

    @cached_property
    def language(self) -> str:
        """The language of the text: en, de or fr."""
        return language(self.lowered)

    def thinks(self, at: int, end: int, many: bool = False, told: bool = False) -> float:
        """How sure it is that the subject that ends at ``at``, which may be a plural if
        ``many``, is said to think something; ``told`` if it is called a writer."""
        return thinks(self.text, self.lowered, at, end, self.language, many, told)

    def with_link(self, span: Span) -> Span:
        """A span with the rest of the Markdown link whose words it ends with."""
        link = _LINK.match(self.text, span[1])
        return span if link is None else (span[0], link.end())

    def titled_between(self, start: int, end: int, entries: Sequence[int]) -> bool:
        """Whether a title of one of the entries stands in a span, and no citation."""
        first = bisect_left(self.links, (start, -1))
        last = bisect_left(self.links, (end, -1))
        return any(
            entry in entries and at not in self.citing_ends for at, entry in self.links[first:last]
        )

    def links_between(self, start: int, end: int) -> list[int]:
        """Where in a span a work is cited or its title stands."""
        first = bisect_left(self.links, (start, -1))
        return [at for at, _ in self.links[first : bisect_left(self.links, (end, -1))]]

    def after_title(self, low: int, high: int) -> int:
        """Where the last title ends that begins in a span, or its beginning."""
        index = bisect_left(self.links, (high, -1)) - 1
        at = self.links[index][0] if index >= 0 else -1
        return min(high, self.title_ends.get(at, low)) if at >= low else low

    def cites_between(self, start: int, end: int) -> bool:
        """Whether a reference or citation begins in a span."""
        first = bisect_left(self.citing, (start, -1))
        return first < len(self.citing) and self.citing[first][0] < end

    def names_another(self, start: int, end: int) -> bool:
        """Whether somebody else is named in full in a span."""
        return bool(self.people_between(start, end)) or (
            FULL_NAME.search(self.text, start, end) is not None
        )

    def inner(self, quote: Span) -> str:
        """The words of a quotation without its marks."""
        inner = self._inner.get(quote)
        if inner is None:
            words = self.text[quote[0] : quote[1]]
            if words[:1] in ("\\", "<"):
                words = _MARKUP.sub("", words)
            inner = self._inner[quote] = words.strip(_MARKS)
        return inner

    def words_before(self, quote: Span) -> list[str]:
        """The last words before a quotation, as far as a term is tied to its author; several
        rules ask for them."""
        words = self._before.get(quote)
        if words is None:
            before = self.lowered[max(0, quote[0] - _BEFORE) : quote[0]]
            words = self._before[quote] = before.replace("'", " ").replace(",", " ").split()
        return words

    def introduced(self, person: Person) -> bool:
        """Whether the text says who the author is: in full, by a citation, by a scholar's role."""
        told = person.full or person.known or person.scholar or person.introduced
        return told or not self.linked.isdisjoint(person.entries)

    def established(self, person: Person) -> bool:
        """Whether the text introduces the author, or has the surname again and again."""
        return self.introduced(person) or person.name in self.often

    @cached_property
    def often(self) -> set[str]:
        """The names of authors that stand more than once, but for given names."""
        count = Counter(person.name for person in self.people if person.name.lower() not in GIVEN)
        return {name for name in count if count[name] > 1}

    @cached_property
    def known_people(self) -> list[tuple[int, int]]:
        """Where the names of authors end whom the text introduces, and the work meant;
        asked for when what the text cites is known."""
        found = []
        for person in self.people:
            if self.established(person):
                entry = self.choose(person.entries, person.start).entry
                if entry is not None:
                    found.append((person.bare, entry))
        return found

    def choose(
        self,
        entries: Sequence[int],
        at: int,
        words: str = "",
        noun: str = "",
        about: Span | None = None,
    ) -> Choice:
        """Which of an author's works is meant at ``at``, beside ``words``.

        The only one; else one whose title or year stands in the same sentence; the
        last one linked before and the next one linked, unless the sentence cites something
        unknown; one whose title holds the
        quoted words; one of the type that ``noun`` names; the only one with a word of
        its title in the span ``about``.
        """
        if len(entries) == 1:
            return Choice(entries[0], 0.9, ("the only work of this author",))
        known = self.catalogue.entries
        linked = not self.linked.isdisjoint(entries)
        near = self._near(entries, at) if linked else None
        if near is not None:
            return Choice(near, 0.9, (f"{known[near].key} is cited in the same sentence",))
        dated = self._dated(entries, at)
        if len(dated) == 1:
            return Choice(dated[0], 0.85, ("the year stands in the same sentence",))
        titled = self._titled(entries, words) if words else []
        if len(titled) == 1:
            return Choice(
                titled[0], 0.85, (f"the title of {known[titled[0]].key} holds the words",)
            )
        if linked and not self._cites_unread(at):
            mine = set(entries)
            told = self._told_after(mine, at)
            if told is not None:
                return Choice(told, 0.75, (f"{known[told].key} is named in the next sentence",))
            index = bisect_left(self.links, (at, -1))
            for place in range(index - 1, -1, -1):
                entry = self.links[place][1]
                if entry in mine:
                    return Choice(entry, 0.75, (f"{known[entry].key} is cited before",))
            for term in reversed(self.terms):
                if term.entry in mine and term.start < at:
                    return Choice(term.entry, 0.7, (f"a term of {known[term.entry].key} before",))
            for place in range(index, len(self.links)):
                entry = self.links[place][1]
                if entry in mine and not self._is_further(self.links[place][0]):
                    return Choice(entry, 0.7, (f"{known[entry].key} is cited later",))
        if noun in BOOK_NOUNS or noun in ARTICLE_NOUNS:
            types = _BOOKS if noun in BOOK_NOUNS else _ARTICLES
            typed = [entry for entry in entries if known[entry].work.type in types]
            if len(typed) == 1:
                return Choice(typed[0], 0.7, (f"the only {noun} of this author",))
        alike = self._alike(entries, about) if about is not None else []
        if len(alike) > 1 and about is not None:
            alike = self._in_words(alike, about)
        if len(alike) == 1:
            return Choice(alike[0], 0.5, (f"words of the title of {known[alike[0]].key}",))
        keys = ", ".join([known[entry].work.id for entry in entries[:6]])
        return Choice(None, 0.3, (f"may be any of {keys}",))

    def _is_further(self, at: int) -> bool:
        """Whether a sentence brings in the title at ``at`` as that of one more work: "He wrote
        another book, …", "Auch in …"; it says nothing of what stands before."""
        start = self.sentences.around(at)[0]
        return not FURTHER.isdisjoint(words_of(self.lowered[max(start, at - _BEFORE) : at]))

    def _near(self, mine: Sequence[int], at: int) -> int | None:
        """The one of an author's works that is linked in the sentence around ``at``."""
        start, end = self.sentences.around(at)
        first = bisect_left(self.links, (start, -1))
        # a footnote's marker stands after the full stop
        for index in range(first, len(self.links)):
            place, entry = self.links[index]
            if place >= end + 2:
                return None
            if entry in mine:
                return entry
        return None

    def _cites_unread(self, at: int) -> bool:
        """Whether what may cite a work and is read by nobody follows in the sentence around
        ``at``: "Plato holds that … (Phdr. 227a)"."""
        end = self.sentences.around(at)[1]
        opened = self.text.find("(", at, end)
        return opened != -1 and any(
            not any(start < stop and place < finish for start, finish in self.citing)
            for place, stop in unread(self.text, opened, end)
        )

    def _told_after(self, mine: Set[int], at: int) -> int | None:
        """The one of an author's works of which the next sentence says that it is the one:
        "He did so in Title", "Title is the name of the book"."""
        following = self.sentences.after(at)
        if following is None:
            return None
        start, end = following
        for place, entry in self.links[bisect_left(self.links, (start, -1)) :]:
            title = self.title_ends.get(place)
            if place >= end or title is None:
                return None
            if entry in mine and (
                TOLD_IN.fullmatch(self.lowered, start, place)
                or (
                    not self.lowered[start:place].strip(_MARKS)
                    and IS_BOOK.match(self.lowered, title, end)
                )
            ):
                return entry
        return None

    def _dated(self, entries: Sequence[int], at: int) -> list[int]:
        """Those of an author's works one of whose years stands in the sentence."""
        start, end = self.sentences.around(at)
        years = {int(year) for year in _YEAR.findall(self.lowered, start, end)}
        if not years:
            return []
        known = self.catalogue.entries
        return [entry for entry in entries if not years.isdisjoint(known[entry].years)]

    def _alike(self, entries: Sequence[int], about: Span) -> list[int]:
        """Those of an author's works whose title has a word, or its beginning, that stands
        in a span."""
        said = tuple(
            {word for word in words_of(self.lowered[slice(*about)]) if len(word) > 3}
            - FUNCTION_WORDS
        )
        return [
            entry
            for entry in entries
            if any(
                word.startswith(said) and is_content(word)
                for word in words_of(self.catalogue.entries[entry].title)
            )
        ]

    def _in_words(self, entries: Sequence[int], about: Span) -> list[int]:
        """Those of some works two content words of whose title stand in a span as in it:
        "soft power", "rivers of paper"."""
        said = set(pairwise(filter(is_content, words_of(self.lowered[slice(*about)]))))
        return [
            entry
            for entry in entries
            if not said.isdisjoint(
                pairwise(filter(is_content, words_of(self.catalogue.entries[entry].title)))
            )
        ]

    def _titled(self, entries: Sequence[int], words: str) -> list[int]:
        lowered = plain(words)
        titles = [self.catalogue.entries[entry].title for entry in entries]
        # the longest piece with what may be punctuation at its ends left out
        longest = max(lowered.split(), key=len, default="")[1:-1]
        if longest not in "\n".join(titles):
            return []
        wanted = {word for word in words_of(lowered) if is_content(word)}
        if not wanted:
            return []
        return [
            entry
            for entry, title in zip(entries, titles, strict=True)
            if wanted.issubset(words_of(title))
        ]

    def suggest(
        self,
        span: Span,
        kind: str,
        choice: Choice,
        method: str,
        *,
        relation: str = "obtainsBackgroundFrom",
        quoted: str = "",
        weight: float = 1.0,
        reasons: tuple[str, ...] = (),
    ) -> Suggestion:
        """A suggestion of ``kind`` for the chosen work, or for none."""
        entry, score, why = choice
        if entry is None:
            body, relation = Body(), ""
        else:
            body = Body("work", self.catalogue.entries[entry].work.id)
        start, end = span
        return Suggestion(
            start, end, kind, body, relation, "", quoted, "", "", None, method,
            round(score * weight, 3), reasons + why,
        )  # fmt: skip
