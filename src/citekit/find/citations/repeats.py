"""Citations that repeat one before: "ibid.", "ebd.", "op. cit.", "a. a. O.", "ders. 1990",
and "supra note 5" (The Bluebook, rule 4.2)."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.canonical import canonical_behind
from citekit.find.citations.keywords import key_words_end
from citekit.find.citations.names import DETERMINERS, NO_NAMES, names_before
from citekit.find.citations.notes import BACK, Notes, fills_note, noted, skips_note
from citekit.find.citations.raw import NOTE_MARK, Masks
from citekit.find.citations.resolve import compatible_given
from citekit.find.citations.short import place_behind, title_end
from citekit.find.citations.subjects import named_before, works_of
from citekit.find.citations.unread import unread_between
from citekit.find.citelocators import locator_at
from citekit.find.references.lists import behind_signal
from citekit.find.signs import NOTED, citing
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry
from citekit.model import Body, Work

_SAME = re.compile(
    r"\b(?:[Ii]b[ií]d(?:em)?\b\.?|[Ii]vi(?=,\s(?:pp?\.|vol\.|n\.|\d))|IBID\.?|[Ee]bda?\b\.?|[Ee]benda\b|[Ll]oc\.\s?cit\.?"
    r"|[Ii]dem\b(?=,\s(?:p|S)\.)|[Ii]b\.(?=,?\s(?:\d|pp?\.|S\.))"
    r"|[Ii]d\.(?=,?\s(?:at\s\d|pp?\.\s?\d|S\.\s?\d|[§¶])))"
)
#: "loc. cit.", in letters that may stand for other words.
_PLACE = re.compile(r"\b[Ll]\.\s?c\.")
#: "3. Id.", "3. Id.; Lee": all of a note, or the first of its citations.
_SAME_ALONE = re.compile(r"\b[Ii]d\.(?=\s*(?:[;\n]|$))")
_NAMED = re.compile(
    r"\b(?:(?:[Oo][pb]|[Aa]rt|[Oo]uvr)\.\s?(?:cit|préc)(?:é|\.)?|(?:[Oo]uvrage|[Aa]rticle)\s(?:cité|précité)"
    r"|préc\.|(?<=,\s)cit\.(?=,\s(?:pp?\.|vol\.)|[;\n]|\.?$)|[Aa]\.\s?a\.\s?O\.?|[Aa]aO\b\.?)"
)
_SUPRA = re.compile(r"\bsupra(?:,?\s(?:note|n\.)\s?\d{1,4})?(?:,?\sat\s(?P<at>\d[\d–-]{0,9}))?")
#: The author of the citation before.
_AUTHOR = r"\b(?:[Dd]ers\.|[Dd]ies\.|[Ii]d\.|[Ii]dem|[Ee]ad\.|[Ee]adem)"
#: "ders. 1990": another work of his.
_AGAIN = re.compile(rf"{_AUTHOR},?\s\(?(?P<year>(?:1[4-9]|20)\d\d)\b")
#: "ders., Title": the same with a title.
_AGAIN_TITLED = re.compile(rf"{_AUTHOR}[,:]\s(?:[“\"«„»‘'*_]\s?)?(?=[^\W\d_])")
#: Before "op. cit.", and how far at most (code points).
_SAME_AUTHOR = re.compile(rf"{_AUTHOR},?\s$")
_FAR = 10
#: "Name: Title, " before "a. a. O."
_NAME_AND_TITLE = re.compile(
    r"(?P<name>[^\W\d_](?:[^\W\d_]|[’'.-]){1,30}(?: (?:[^\W\d_]|[’'.-]){1,30}){0,3})[,:]\s"
    r"[^.;:()\n]{3,90},\s?$"
)
_NAME_BEFORE = re.compile(
    r"(?P<name>[^\W\d_](?:[^\W\d_]|[’'.\- ]){1,60}?)(?:\s\((?:[^\W\d_]{1,3}\.[ -]?){1,3}\))?"
    r"(?:[,:;]|\sin)?\s?\(?$",
    re.I,
)


_WORDS = re.compile(r"[^\W\d_]+")
#: Behind what a citation may begin.
_OPENING = re.compile(r"[.;:!?)\]]\s+|[(\[]")


class Earlier(NamedTuple):
    """A place that cites: where it begins, the key of its work or an empty string, where it
    ends."""

    start: int
    key: str
    end: int = 0


def repeats(
    text: str, catalogue: Catalogue, earlier: Sequence[Earlier], masked: Masks, notes: Notes
) -> Iterator[Suggestion]:
    """The repeating citations of ``text``; ``earlier`` in order."""
    past = _Past(text, earlier, notes)
    done = 0
    for start in citing(text).repeats:
        start += len(NOTED) * text.startswith(NOTED, start)
        if start < done or masked.covers(start):
            continue
        for pattern, read in _RULES:
            match = pattern.match(text, start)
            one = read(text, match, catalogue, past) if match is not None else None
            if match is not None and one is not None:
                done = match.end()
                past.add(Earlier(one.start, one.body.value, one.end))
                yield one
                break


def with_mentions(text: str, found: Iterable[Suggestion]) -> list[Suggestion]:
    """The findings; what says "ibid." repeats the work that its paragraph mentions last
    before it, or cites by its title, if no other citation stands between."""
    findings = list(found)
    if not any(each.method == "ibid" for each in findings):
        return findings
    findings.sort(key=lambda each: each.start)
    last = Suggestion(0, 0, "")
    late = False
    for index, each in enumerate(findings):
        if each.method == "ibid" and late and last.end <= each.start:
            if "\n\n" in text[last.end : each.start] or skips_note(text, last.start, each.start):
                continue
            if unread_between(text, last.end, each.start):
                continue
            reason = f"the last work mentioned before is {last.body.value}"
            findings[index] = last = each._replace(
                body=last.body, relation="cites", score=0.7, reasons=(reason,)
            )
        elif each.body.type == "work" and each.kind in _CITING:
            last = each
            late = last.kind in _MENTIONS or last.method == "short-title"
    return findings


_MENTIONS = ("mention", "paraphrase")
_CITING = (*_MENTIONS, "citation", "reference")


class _Past:
    """What was cited so far, in order; what repeats may be repeated in its turn."""

    def __init__(self, text: str, earlier: Sequence[Earlier], notes: Notes) -> None:
        self._text = text
        self._places = list(earlier)
        self.notes = notes

    def add(self, place: Earlier) -> None:
        """One more."""
        insort(self._places, place)

    def last(self, at: int) -> str:
        """The key cited last before ``at``; empty if none or an unknown one."""
        index = bisect_left(self._places, Earlier(at, ""))
        return self._places[index - 1].key if index else ""

    def repeated(self, at: int) -> tuple[str, Work | None]:
        """What "ibid." at ``at`` repeats, if it is known: the key cited last before, or the work
        that the reference there proposes."""
        index = bisect_left(self._places, Earlier(at, ""))
        if not index or skips_note(self._text, self._places[index - 1].start, at):
            return "", None
        place = self._places[index - 1]
        if unread_between(self._text, place.end, at):
            return "", None
        return place.key, None if place.key else self.notes.proposals.get(place.start)

    def misses_part(self, at: int) -> bool:
        """Whether the part of a note before "; " at ``at`` cites, by what is not read, as
        "Name, Short title, p. 12" does: what "op. cit." behind it repeats is not known."""
        line = self._text.rfind("\n", 0, at) + 1
        mark = NOTE_MARK.match(self._text, line, at)
        if mark is None or mark.end() == line:
            return False
        part = max(mark.end(), self._text.rfind(";", line, at - 2) + 1)
        index = bisect_left(self._places, Earlier(at, ""))
        return not index or self._places[index - 1].end <= part

    def last_of(self, at: int, keys: Container[str]) -> str:
        """The one of ``keys`` cited last before ``at``, among the last thousand."""
        index = bisect_left(self._places, Earlier(at, ""))
        recent = (self._places[i].key for i in range(index - 1, max(-1, index - 1001), -1))
        return next((key for key in recent if key in keys), "")

    def last_one_of(self, at: int, keys: Collection[str]) -> str:
        """The one of ``keys`` cited last before ``at``, or the only one."""
        return self.last_of(at, keys) or (next(iter(keys)) if len(keys) == 1 else "")


def _noted(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion | None:
    """ "Name, supra note 5, at 12", or the last work of that author where the note is not
    in the text."""
    found = noted(text, match, catalogue, past.notes)
    if found is None and (match["open"] or match["behind"]):
        start, key = _last_by(text, match.start(), catalogue, past)
        if start < match.start() and key:
            reason = f"the last work cited of this author is {key}"
            return _repeat(text, match, key, "note", reason)._replace(start=start)
    return found


def _same(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion:
    """ "ibid.", or the last work of an author: "Name, ibid.", "Name (ibid., p. 3)"."""
    found = _same_named(text, match, catalogue, past)
    if found is not None:
        return found
    key, proposal = past.repeated(match.start())
    found = _repeat(text, match, key, "ibid", f"repeats the citation of {key} before it")
    return _proposed(found, proposal)


def _same_named(
    text: str, match: re.Match[str], catalogue: Catalogue, past: _Past
) -> Suggestion | None:
    """ "Name, ibid.", where the name begins the citation, or "Name (ibid., p. 3)"; None for
    what no author is named before."""
    at = match.start()
    opened = text[at - 1 : at] == "("
    named = None
    if opened or text[at - 2 : at - 1] == ",":
        named = names_before(text, at - opened, catalogue.families)
    if named is None or not (opened or _begins(text, named[0])):
        return None
    start, names, _ = named
    name, keys = names[0], works_of(names[0], catalogue)
    keys = keys.intersection(*(works_of(other, catalogue) for other in names[1:])) or keys
    if keys or (opened and catalogue.same_family(name)):
        key = past.last_one_of(at, keys)
        found = _repeat(text, match, key, "ibid", f"the last work cited before is {key}")
        return _with_name(text, found, start) if opened else found._replace(start=start)
    if opened:
        cited = past.notes.by_names(names, at)
        found = _proposed(_repeat(text, match, "", "ibid", ""), cited)
        return None if cited is None else _with_name(text, found, start)
    if text.find(name, 0, start) < 0:
        return None
    found = _repeat(text, match, "", "ibid", "")._replace(start=start)
    return _proposed(found, past.notes.by_name(text, at)[1])


def _begins(text: str, start: int) -> bool:
    """Whether a note, a sentence or a part of one begins at ``start``, but for "see"."""
    line = text.rfind("\n", 0, start) + 1
    mark = NOTE_MARK.match(text, line, start)
    opened = [found.end() for found in _OPENING.finditer(text, line, start)]
    return behind_signal(text, max([mark.end() if mark else line, *opened]), start) == start


def _opens_note(text: str, at: int) -> bool:
    """Whether a note begins at a place: "⁷ A. a. O., S. 12"."""
    line = text.rfind("\n", 0, at) + 1
    mark = NOTE_MARK.match(text, line, at)
    return mark is not None and line < mark.end() == at


def _alone(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion | None:
    """ "Id.", all of a note."""
    alone = fills_note(text, match.start(), match.end())
    return _same(text, match, catalogue, past) if alone else None


def _named(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion:
    """ "Name, op. cit.", or "id., op. cit."."""
    at = match.start()
    again = _SAME_AUTHOR.search(text, max(0, at - _FAR), at)
    if again is not None:
        key, cited = past.repeated(again.start())
        found = _repeat(text, match, key, "op-cit", f"the author and work cited before: {key}")
        return _proposed(found._replace(start=again.start()), cited)
    if _opens_note(text, at):
        key, cited = past.repeated(at)
        found = _repeat(text, match, key, "op-cit", f"repeats the citation of {key} before it")
        return _proposed(found, cited)
    if text[at - 2 : at] == "; " and past.misses_part(at):
        return _repeat(text, match, "", "op-cit", "")
    start, key = _last_by(text, at, catalogue, past)
    found = _repeat(text, match, key, "op-cit", f"the last work cited of this author is {key}")
    if key:
        return found._replace(start=start)
    start, cited = past.notes.by_name(text, at)
    if cited is None and _is_unnamed(text, at):
        _, cited = _by_sentence(text, at, catalogue, past)
    return _proposed(found._replace(start=start), cited)


def _supra(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion | None:
    """ "Name, supra note 5, at 12"; without a name it points at a note, not a work."""
    if text[match.start() - 2 : match.start()] not in (", ", ": "):
        return None
    start, key = _last_by(text, match.start(), catalogue, past)
    if start == match.start() or not key:
        return None
    found = _repeat(text, match, key, "supra", f"the last work cited of this author is {key}")
    return found._replace(start=start, locator=match["at"] or found.locator)


def _again(text: str, match: re.Match[str], catalogue: Catalogue, past: _Past) -> Suggestion | None:
    """ "ders. 1990": the one work of that year by the author cited last."""
    year = int(match["year"])
    keys = [entry.key for entry in _by_last(match.start(), catalogue, past) if year in entry.years]
    if len(keys) != 1:
        return None
    return _repeat(text, match, keys[0], "idem", f"the author of the citation before: {keys[0]}")


def _again_titled(
    text: str, match: re.Match[str], catalogue: Catalogue, past: _Past
) -> Suggestion | None:
    """ "ders., Title, 12": the one work by the author cited last that has the title."""
    start = match.end()
    line = text.find("\n", start)
    end = line if line >= 0 else len(text)
    theirs = list(_by_last(match.start(), catalogue, past))
    ends = {
        entry.key: stop for entry in theirs if (stop := title_end(text, start, end, entry.title))
    }
    key_words = not ends
    if key_words:
        ends = {
            entry.key: stop
            for entry in theirs
            if (stop := key_words_end(text, start, end, entry.title, len(theirs) == 1))
        }
    if len(ends) != 1:
        return None
    ((key, stop),) = ends.items()
    stop, locator = place_behind(text, stop, end)
    if key_words and locator is None:
        return None
    return Suggestion(
        match.start(), locator.end if locator is not None else stop, "citation",
        Body("work", key), "cites", str(locator) if locator is not None else "",
        method="idem", score=0.85, reasons=(f"the author cited before and the title of {key}",),
    )  # fmt: skip


def _by_last(at: int, catalogue: Catalogue, past: _Past) -> Iterator[Entry]:
    """The works whose first author is that of the citation before ``at``."""
    index = catalogue.keys.get(past.last(at))
    if index is None or not catalogue.entries[index].authors:
        return
    author = catalogue.entries[index].authors[0]
    for other, place in catalogue.same_family(author.key):
        entry = catalogue.entries[other]
        if place == 0 and compatible_given(entry.authors[0].given, author.given):
            yield entry


_Read = Callable[[str, "re.Match[str]", Catalogue, _Past], Suggestion | None]
_RULES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (BACK, _noted), (_SAME, _same), (_PLACE, _same_named), (_SAME_ALONE, _alone),
    (_NAMED, _named), (_SUPRA, _supra), (_AGAIN, _again), (_AGAIN_TITLED, _again_titled),
)  # fmt: skip


def _with_name(text: str, found: Suggestion, start: int) -> Suggestion:
    """From the name to the closing parenthesis."""
    return found._replace(start=start, end=found.end + (text[found.end : found.end + 1] == ")"))


def _repeat(text: str, match: re.Match[str], key: str, method: str, reason: str) -> Suggestion:
    end = match.end()
    if text[end : end + 2] in ("*,", "_,") and text[match.start() - 1] == text[end]:
        end += 1  # "*Ibid.*, p. 12"
    plain = locator_at(text, end, min(len(text), end + 60), bare=True)
    canonical = canonical_behind(text, end)
    longer = canonical is not None and (plain is None or canonical.end >= plain.end)
    locator = canonical if longer else plain
    return Suggestion(
        match.start(),
        locator.end if locator is not None else end,
        "citation",
        Body("work", key) if key else Body(),
        "cites" if key else "",
        str(locator) if locator is not None else "",
        method=method,
        score=0.8 if key else 0.4,
        reasons=(reason if key else "nothing that it may repeat is in the catalogue",),
    )


def _proposed(found: Suggestion, work: Work | None) -> Suggestion:
    """A citation that repeats a work which a reference proposes, if there is one."""
    if work is None:
        return found
    return found._replace(proposal=work, score=0.6, reasons=("repeats a reference of this text",))


def _last_by(text: str, at: int, catalogue: Catalogue, past: _Past) -> tuple[int, str]:
    """Where the name before "op. cit." begins, and the last work cited of that author."""
    before = _NAME_BEFORE.search(text, max(0, at - 64), at)
    if before is None and text[at - 2 : at] != ", ":
        return at, _by_sentence(text, at, catalogue, past)[0]
    titled = None
    if text[at - 2 : at] == ", ":
        line = text.rfind("\n", max(0, at - 160), at)
        titled = _NAME_AND_TITLE.search(text, line if line >= 0 else max(0, at - 160), at)
    for found in (before, titled):
        words = found["name"].replace(".", ". ").split() if found is not None else []
        for count in range(min(4, len(words)), 0, -1):
            family = words[-count:]
            keys = works_of(" ".join(family), catalogue) if family[0][0].isupper() else ()
            if keys:
                start = text.rfind(" ".join(family), 0, at)
                return start if start != -1 else at, past.last_one_of(at, keys)
    return at, _by_sentence(text, at, catalogue, past)[0] if _is_unnamed(text, at) else ""


def _by_sentence(text: str, at: int, catalogue: Catalogue, past: _Past) -> tuple[str, Work | None]:
    """What "op. cit." repeats with no name right before it: the last work cited of the author
    who is the subject of its sentence or the only one it names; the last work cited at all
    where it names nobody."""
    named = named_before(text, at, catalogue)
    works = named.works
    if not works and len(named.authors) == 1:
        (works,) = named.authors
    if works:
        return past.last_one_of(at, works), None
    if named.authors or named.kind == "name":
        key = past.repeated(at)[0]
        return key if any(key in each for each in named.authors) else "", None
    return past.repeated(at)


def _is_unnamed(text: str, at: int) -> bool:
    """Whether no name can stand before ``at``: a word in lower case, a noun behind a
    determiner, "see"."""
    words = _WORDS.findall(text[max(0, at - 60) : at])
    if text[at - 2 : at - 1] in (",", ":") or not words:
        return False
    last = words[-1]
    noun = last.lower() in NO_NAMES or (len(words) > 1 and words[-2].lower() in DETERMINERS)
    return last.islower() or noun
