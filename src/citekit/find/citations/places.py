"""Places in a work that a paragraph, a review or an essay speaks of: "Kuhn argues that …
(p. 12)", “…” (12), (3.1.4–5).

Source: Publication Manual of the APA (7th edition), 8.16 (an author is not named again in the
same paragraph); MLA Handbook (9th edition), 6.3 (pages alone where the text names the author)
and 6.22 (divisions of verse works).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from citekit.find.citations.placeshapes import DIVIDED, OFTEN, Place, places_in
from citekit.find.citations.secondary import read_in
from citekit.find.citations.subjects import named_before, works_of
from citekit.find.citations.unread import unread_between
from citekit.find.citelocators import locator_at
from citekit.find.citingwords import CLAIM_VERBS, SPEECH_VERBS
from citekit.find.shapes import YEAR
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, name_key
from citekit.model import Body, Work

#: Between quoted words and their page, and how much at most (code points).
_CLOSING = "”“\"'’»«› \u00a0\u202f.,;:!?\n"
_NEXT = 8
_MARKS = frozenset("”“\"»«’'")
#: A text names the work that it is about so far from its beginning (code points).
_HEAD = 600
#: The citation that a place belongs to stands so near (code points).
_NEAR = 600
#: The number of an entry of a list, or of one that a citation gives.
_NUMBER = re.compile(r"[ \t]*[(\[]?\d{1,3}[.)\],;\s–-]")
#: So many findings that begin before a place are looked at.
_FEW = 8
#: A speaker who is only ranked first is known from this score on.
_SURE = 0.8
_CITING = frozenset(("citation", "mention", "paraphrase", "echo"))
#: Methods of mentions that name a work by its title, or as its author’s.
_TITLES = frozenset(("title", "short-title", "named-work"))
#: With these begins who is nobody by name, or was named before.
_ANYBODY = frozenset(
    """one a an some another many several others he she they it ein eine einer mancher manche
    viele andere er sie es un une certains plusieurs d'autres il elle ils elles on man""".split()
)
#: Who says words and has no name, at the end of the cue: "says a nurse", "un jeune voisin".
_ANYONE = re.compile(r"\b(?:an?|another|eine?|une?)(?:\s[^\W\d_][\w-]*){1,4}$", re.I)
#: Behind the name of an author.
_DATED = re.compile(rf"\s\({YEAR}[a-k]?[,:)]")
#: Ages of people whom a text quotes.
_YOUNG, _OLD = 5, 99
#: Where a sentence ends.
_SENTENCE = re.compile(r"[.!?][”\"»)*_]{0,3}\s+(?=[\"“„«*_(]{0,2}\s?[^\W\d_a-zß-ÿœ])")
#: Methods of citations that name an author.
_BY_AUTHOR = ("author-", "short-form")


class _Owner(NamedTuple):
    """The work that a place is in: its key, or the work that a reference of the text proposes."""

    key: str = ""
    proposal: Work | None = None


_NOBODY = _Owner()
_NOTHING = Body()


def with_places(text: str, catalogue: Catalogue, found: Iterable[Suggestion]) -> list[Suggestion]:
    """The findings, and the parentheses that only name a place in a work: in a review of the
    book that its head names; elsewhere of whoever says the words before it or is the subject
    of its sentence, of the work that an essay is about, or of the one that the paragraph
    cites last.  "Ibid." behind such a place repeats it."""
    findings = list(found)
    if "(" not in text or not findings:
        return findings
    head = _reviewed(findings)
    covered = [each for each in findings if each.kind in ("citation", "reference")]
    places = [
        place
        for place in places_in(text, head is not None and bool(head.body.value))
        if not any(each.start <= place.start < each.end for each in covered)
        and (head is None or not place.part or _is_quoted(text, place.start - 1))
    ]
    if not places:
        return findings
    places.sort()
    owners = None if head is not None else _Owners(text, catalogue, findings, places)
    made: dict[int, _Owner] = {}
    for place in places:
        owner = _Owner(head.body.value) if head is not None else _NOBODY
        if owners is not None:
            owner = owners.of(place)
            if owner != _NOBODY or owners.may_cite(place):
                made[place.start] = owner
        if owner != _NOBODY:
            findings.append(_place(text, (place.start, place.end), owner))
    return _repeating(text, findings, made)


def _reviewed(findings: Sequence[Suggestion]) -> Suggestion | None:
    """The reference at the head of a review; None for a text that is none."""
    heads = (
        each
        for each in findings
        if each.kind == "reference" and each.start < _HEAD and each.method == "reference-prose"
    )
    return min(heads, key=lambda each: each.start, default=None)


class _Owners:
    """Whose places a text has that is no review."""

    def __init__(
        self,
        text: str,
        catalogue: Catalogue,
        findings: Sequence[Suggestion],
        places: Sequence[Place],
    ) -> None:
        self._text = text
        self._catalogue = catalogue
        self._cited = sorted((each for each in findings if each.kind in _CITING), key=_start)
        self._starts = [each.start for each in self._cited]
        #: Where quotations and their cues end.
        self._quoted = sorted(
            (
                (stop, each)
                for each in findings
                if each.kind == "quotation"
                for stop in _stops(each)
            ),
            key=itemgetter(0),
        )
        linked = [each for each in findings if each.kind in ("reference", "citation")]
        #: The works that the text cites otherwise than by their authors' names alone.
        self._known = {each.body.value for each in linked}
        self._titles = [each for each in self._cited if _is_title(each)]
        self._known |= {each.body.value for each in self._titles}
        #: Whether the text cites by numbers or years, and has no pages alone.
        self._otherwise = any(
            each.method.startswith("author-date") or _is_numbered(text, each.start)
            for each in linked
        )
        #: Whether the text gives the age of somebody without a name: "says a nurse (34)".
        self._aged = any(_ANYONE.search(said) for one in places if (said := self._said(one)))
        self._about = self._treated()
        behind = [
            one
            for one in places
            if one.plain
            and not (self._aged and self._said(one))
            and (_is_quoted(text, one.start - 1) or self._quote_before(one.start - 1) is not None)
        ]
        listed = any(
            each.kind == "reference" and each.body.value == self._about for each in findings
        )
        #: Whether pages alone may be of the work that the text is about.
        self._paged = bool(self._about) and (listed or len(behind) >= OFTEN)
        self._owned = False

    def of(self, place: Place) -> _Owner:
        """The work that a place is in; nobody's if none is for certain."""
        opened = self._text.rfind("(", 0, place.start)
        if place.plain and (self._otherwise or self._is_age(place, opened)):
            return _NOBODY
        if place.part and self._quote_before(opened) is None:
            return _NOBODY
        unknown = self._unknown(place, opened)
        if unknown is not None:
            return _Owner(proposal=unknown.proposal)
        index = bisect_left(self._starts, opened)
        near = self._cited[max(0, index - _FEW) : index]
        key = read_in(self._text, self._owner(place, opened), near)
        if place.plain and key not in self._known:
            return _NOBODY
        self._owned = self._owned or (bool(key) and key == self._about)
        return _Owner(key)

    def _unknown(self, place: Place, opened: int) -> Suggestion | None:
        """The citation of a work that is not in the catalogue, if a place belongs to it: its
        author says the words before the place; or it is the last one in the sentence, of which
        no author of the catalogue is the subject or the speaker."""
        index = bisect_left(self._starts, opened)
        near = self._unknowns(index, opened)
        if not near or DIVIDED.match(self._text, opened):
            return None
        last = near[-1]
        beside = _SENTENCE.search(self._text, last.end, opened) is None
        quote = self._quote_before(opened)
        if quote is None:
            if place.plain or not (beside or last is self._cited[index - 1]):
                return None
            named = named_before(self._text, opened, self._catalogue)
            return None if named.works or not (beside or named.kind != "name") else last
        speaker = "" if quote.method == "ranked" and quote.score < _SURE else quote.speaker
        theirs = [each for each in near if speaker and _names(self._text, each, speaker)]
        if theirs:
            return theirs[-1]
        known = works_of(speaker, self._catalogue) and _is_named(self._text, quote)
        return last if beside and not known else None

    def may_cite(self, place: Place) -> bool:
        """Whether a place whose work is not known may still be one, over which "ibid." does not
        leap: it has a label, follows quoted words, or its sentence names an author of the
        catalogue or says what somebody claims.  Other numbers alone count something."""
        opened = self._text.rfind("(", 0, place.start)
        if self._quote_before(opened) is not None:
            return True
        if place.part:
            return False
        if not place.plain or _is_quoted(self._text, opened):
            return True
        named = named_before(self._text, opened, self._catalogue)
        return named.claims or bool(named.authors)

    def _owner(self, place: Place, opened: int) -> str:
        if DIVIDED.match(self._text, opened):
            return self._about or self._titled(opened)
        quote = self._quote_before(opened)
        if quote is not None:
            return self._of_quotation(quote, place, opened)
        last, beside = self._last(opened)
        named = named_before(self._text, opened, self._catalogue)
        if named.works:
            if last in named.works:
                return last
            if named.claims:
                return self._one_of(named.works, opened)
            if place.plain:
                return next(iter(self._claimed(place, opened) & named.works), "")
            return last if beside else ""
        if beside and named.authors and last in named.authors[-1]:
            return last
        if place.plain:
            if claimed := self._claimed(place, opened):
                return next(iter(claimed))
            others = any(self._about not in each for each in named.authors)
            if not self._paged or others:
                return ""
            if _is_quoted(self._text, opened):
                return self._about if last in ("", self._about) else ""
            return self._about if named.kind in ("name", "role") else ""
        if named.kind == "name" and not beside:
            if self._owned:
                return self._about
            return "" if named.claims else last
        return last

    def _claimed(self, place: Place, opened: int) -> frozenset[str]:
        """The work whose claim a place closes; none if it closes those of several."""
        index = bisect_left(self._starts, opened)
        stop = self._text.rfind("\n\n", 0, opened)
        keys = frozenset(
            each.body.value
            for each in self._cited[max(0, index - _FEW) : index]
            if each.kind == "paraphrase"
            and each.start > stop
            and (each.end > place.end or not self._text[each.end : opened].strip(_CLOSING))
        )
        return keys if len(keys) == 1 else frozenset()

    def _of_quotation(self, quote: Suggestion, place: Place, opened: int) -> str:
        """The work that words are from: one of their speaker's; if he is no author of the
        catalogue, the one that the text is about; the last one cited if nobody says them or
        anybody may."""
        speaker = "" if quote.method == "ranked" and quote.score < _SURE else quote.speaker
        works = works_of(speaker, self._catalogue) if speaker else frozenset()
        last, beside = self._last(opened)
        if works:
            return last if last in works else self._one_of(works, opened)
        if speaker and self._is_dated(speaker, opened):
            return ""
        if last and last == self._about:
            return last
        if self._paged or self._owned:
            return self._about if speaker or last in ("", self._about) else ""
        if place.plain or (place.part and not beside):
            return ""
        return last if _ANYBODY.issuperset(speaker.lower().split()[:1]) else ""

    def _is_dated(self, speaker: str, opened: int) -> bool:
        """Whether a year in parentheses stands behind a name before a place, in its paragraph,
        as behind the author of a work that is not known."""
        low = max(0, opened - _NEAR, self._text.rfind("\n\n", 0, opened))
        behind = self._text[low:opened].split(speaker.split()[-1])[1:]
        return any(_DATED.match(each) for each in behind)

    def _one_of(self, works: frozenset[str], opened: int) -> str:
        """The only one of an author's works, or the one cited last."""
        if len(works) == 1:
            return next(iter(works))
        for index in range(bisect_left(self._starts, opened) - 1, -1, -1):
            if (key := self._cited[index].body.value) in works:
                return key
        return ""

    def _last(self, opened: int) -> tuple[str, bool]:
        """The work of the last citation before a place in its paragraph, over nothing that may
        cite another one, and whether it stands in the same sentence."""
        index = bisect_left(self._starts, opened)
        last = self._cited[index - 1] if index else None
        if last is None or not last.body.value:
            return "", False
        between = self._text[last.start : opened]
        if last.end < opened - _NEAR or "\n\n" in between:
            return "", False
        if unread_between(self._text, last.end, opened):
            return "", False
        return last.body.value, _SENTENCE.search(self._text, last.end, opened) is None

    def _unknowns(self, index: int, opened: int) -> list[Suggestion]:
        """The citations of works that are not in the catalogue, by their authors, before a place
        in its paragraph, behind the last citation of one that is."""
        found: list[Suggestion] = []
        while index and self._cited[index - 1].end >= opened - _NEAR:
            index -= 1
            each = self._cited[index]
            if each.kind == "citation" and each.body.value:
                break
            if each.kind == "citation" and each.method.startswith(_BY_AUTHOR):
                found.append(each)
        if not found or "\n\n" in self._text[found[-1].start : opened]:
            found = [each for each in found if "\n\n" not in self._text[each.start : opened]]
        return found[::-1]

    def _titled(self, opened: int) -> str:
        """The work whose title stands last before a place, in its paragraph."""
        index = bisect_left(self._titles, opened, key=_start)
        last = self._titles[index - 1] if index else None
        return "" if last is None or "\n\n" in self._text[last.end : opened] else last.body.value

    def _quote_before(self, opened: int) -> Suggestion | None:
        """The quotation right before a parenthesis, or whose cue stands there."""
        first = bisect_left(self._quoted, opened - _NEXT, key=itemgetter(0))
        last = bisect_right(self._quoted, opened, key=itemgetter(0))
        near = (
            each
            for stop, each in reversed(self._quoted[first:last])
            if not self._text[stop:opened].strip(_CLOSING)
        )
        return next(near, None)

    def _is_age(self, place: Place, opened: int) -> bool:
        """Whether a number stands right behind a name, "says Ruth Lee (42).", or behind who
        says quoted words in a text that gives the age of somebody without a name."""
        words = self._text[max(0, opened - 40) : opened].split()
        if words and words[-1][:1].isupper():
            return True
        return self._aged and self._said(place) is not None

    def _said(self, place: Place) -> str | None:
        """The cue behind quoted words, if a number that may be an age stands right behind it:
        "says a nurse", "said the porter"; behind a verb, "the narrator says (12)", it is none."""
        number = self._text[place.start : place.end]
        if not (place.plain and number.isdecimal() and _YOUNG <= int(number) <= _OLD):
            return None
        opened = self._text.rfind("(", 0, place.start)
        quote = self._quote_before(opened)
        said = quote.attribution if quote is not None else None
        if quote is None or said is None or said[0] < quote.end:
            return None
        if said[1] > opened or self._text[said[1] : opened].strip():
            return None
        cue = self._text[slice(*said)]
        verb = cue.rpartition(" ")[2]
        return None if verb in CLAIM_VERBS or verb in SPEECH_VERBS else cue

    def _treated(self) -> str:
        """The work that an essay is about: the one that its first lines name by the title, none
        that it reports claims of; of several the one that it names most."""
        claimed = {each.body.value for each in self._cited if each.kind == "paraphrase"}
        named = [each.body.value for each in self._titles]
        heads = {each.body.value for each in self._titles if each.start < _HEAD} - claimed
        ranked = sorted(heads, key=named.count, reverse=True)
        if len(ranked) > 1 and named.count(ranked[0]) == named.count(ranked[1]):
            return ""
        return ranked[0] if ranked else ""


def _stops(quotation: Suggestion) -> set[int]:
    """Where a quotation ends, and the words that say whose it is, if they stand behind it."""
    said = quotation.attribution
    return {quotation.end, max(quotation.end, said[1] if said is not None else 0)}


def _is_quoted(text: str, opened: int) -> bool:
    """Whether a parenthesis follows a closing quotation mark."""
    return text[max(0, opened - _NEXT) : opened].rstrip(" \u00a0\u202f.,;:!?")[-1:] in _MARKS


def _names(text: str, cited: Suggestion, speaker: str) -> bool:
    """Whether a citation has the last of the names of a speaker."""
    *_, family = name_key(speaker).rpartition(" ")
    return family in name_key(text[cited.start : cited.end]).split()


def _is_named(text: str, quote: Suggestion) -> bool:
    """Whether what says whose words are quoted has a name, and no pronoun for it."""
    said = quote.attribution
    words = text[slice(*said)].split() if said is not None else ()
    return any(word.strip('“”"„«»(),;:.') in quote.speaker.split() for word in words)


def _is_numbered(text: str, start: int) -> bool:
    """Whether a citation is a number, or a reference that begins with one."""
    line = text.rfind("\n", 0, start) + 1
    return any(_NUMBER.match(text, at) is not None for at in {line, start})


def _is_title(each: Suggestion) -> bool:
    """Whether a finding names a work of the catalogue by its title, or as its author's."""
    return each.kind == "mention" and each.method in _TITLES and bool(each.body.value)


def _start(each: Suggestion) -> int:
    return each.start


def _repeating(
    text: str, findings: Sequence[Suggestion], made: dict[int, _Owner]
) -> list[Suggestion]:
    """The findings; "ibid." behind a place with no citation and no title between repeats the
    place."""
    found = sorted(findings, key=_start)
    opened = sorted(made)
    cited = -1
    for index, each in enumerate(found):
        before = bisect_left(opened, each.start)
        at = opened[before - 1] if before else -1
        if each.method == "ibid" and at >= max(cited, 0) and "\n\n" not in text[at : each.start]:
            key, proposal = made[at]
            what = key or ("a reference of this text" if proposal is not None else "")
            found[index] = each._replace(
                body=Body("work", key) if key else _NOTHING, relation="cites" if key else "",
                proposal=proposal, score=0.7 if key else 0.6 if what else 0.4,
                reasons=(f"repeats the place in {what} before it",) if what else each.reasons,
            )  # fmt: skip
        if each.kind in ("citation", "reference") or _is_title(each):
            cited = each.start
    return found


def _place(text: str, span: tuple[int, int], owner: _Owner) -> Suggestion:
    locator = locator_at(text, *span)
    key, proposal = owner
    what = f"{key}, which the text cites before it" if key else "a reference of this text"
    return Suggestion(
        *span,
        "citation",
        Body("work", key) if key else _NOTHING,
        "cites" if key else "",
        str(locator) if locator is not None else text[slice(*span)],
        method="place",
        score=0.7 if key else 0.6,
        reasons=(f"a place in {what}",),
        proposal=proposal,
    )
