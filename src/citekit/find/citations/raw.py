"""The shapes of author–date citations, read from a text without a catalogue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from citekit.find.citations.bodies import (
    GROUP,
    GROUP_END,
    GROUP_ENDINGS,
    GROUP_GOES_ON,
    LONGEST_BODY,
    body_before,
    goes_back,
)
from citekit.find.citations.names import (
    BACK_ET_AL,
    INITIALS,
    JOIN,
    NAME,
    NO_NAMES,
    PARTICLES,
    UPPER,
    names_before,
)
from citekit.find.citations.quantities import is_of_number
from citekit.find.citations.secondary import SECONDARY
from citekit.find.citations.years import (
    FIRST_YEAR,
    NEXT_SUFFIX,
    NEXT_YEAR,
    UNDATED,
    YEARS,
    without_respectively,
)
from citekit.find.citelocators import Locator, locator_at
from citekit.find.citingwords import (
    ARTICLES,
    CLAIM_VERBS,
    FUNCTION_WORDS,
    NOT_AUTHORS,
    PREFIXES,
    THEORY_NOUNS,
    WORK_NOUNS,
)
from citekit.find.references.names import EDITING, ET_AL
from citekit.find.remarks import without_remarks
from citekit.find.shapes import YEAR
from citekit.find.signs import citing, year_places
from citekit.find.works import name_key

#: "Lee [1984]", the year alone in brackets.
_BRACKETED = rf"(?:\[(?={YEAR}[a-k]?\](?!\s?{YEAR})))?"
#: A citation names so many authors besides the first one: "et al." stands in place of the others
#: from the third (APA 7, 8.17), sixth (APA 6, 6.12) or tenth on, in some house styles never.
_MOST_NAMES = 20
_CITE = re.compile(
    rf"(?<!\w)(?P<names>{NAME}(?:{JOIN}{NAME}){{0,{_MOST_NAMES}}}{ET_AL}?){EDITING}?"
    rf"(?:\s(?:[\[(][{UPPER}]{{2,8}}[\])]|\[[{UPPER}][^\W\d_]{{2,9}}\]))?(?:[’']s?)?\s?[,;]?\s?{_BRACKETED}(?P<year>{YEARS}|{UNDATED})"
    r"(?!(?!pp?\.?\s?\d)\w)\]?"
)
_BODY_CITE = re.compile(
    rf"(?P<names>[^\W\d_][^;,()\[\]\n\d]{{3,90}}?),?\s(?P<year>{YEARS}|{UNDATED})(?!\w)"
)
#: "World Health Organization (WHO) (2022)".
_ABBREVIATED = re.compile(rf"(?<=\w)\s[\[(][{UPPER}][^\W\d_]{{1,9}}[\])]\s?$")
_GROUP_CITE = re.compile(rf"{GROUP},?\s(?P<year>{YEARS})(?!\w)")
#: The number of a note at the beginning of its line, and how long a note of cites may be.
NOTE_MARK = re.compile(
    r"[ \t]*(?:\[\^?\w{1,9}\]:?|\(\d{1,3}\)|\d{1,3}[.)]?|[¹²³⁴-⁹⁰]+)[ \t\u00a0]*"
)
_LONGEST_NOTE = 300
#: "Lee (1990 bis 2001 Direktorin)": years of somebody's life.
_UNTIL = re.compile(rf"\s(?:bis|to|until|till|à|jusqu’en|jusqu'en)\s{YEAR}(?!\d)")
_NUMBERS = re.compile(YEAR)
_UNDATED_HIT = re.compile(UNDATED)
#: "Lee T, 1984", "Roy A.B.": initials behind the family name.
_BARE_INITIALS = re.compile(rf"(?<=[^\W\d_]{{2}})\s(?:[{UPPER}]{{1,3}}|{INITIALS})$")
#: "Le Gall", "van den Berg".
_WITH_PARTICLES = re.compile(
    rf"(?i:(?:{'|'.join(sorted(PARTICLES))})\s)(?:(?:{'|'.join(sorted(PARTICLES))})\s)*[{UPPER}]\w+"
)
_INITIALS_ALONE = re.compile(rf"{INITIALS}\s?")
_PAGES_BEHIND = re.compile(r",\s(?:(?:pp?|S|vol|Bd|chap|ch|Kap|sec)\.\s?|§\s?)\d")
_NO_PLAIN = re.compile(r"[\[\])\n]")
_BRACKET = re.compile(r"[(\[\]]")
_JOINED_ONES = re.compile(rf"(?:;|\s)*(?P<names>{NAME}(?:\s?;\s{NAME}){{0,5}})\s?;\s")
_PREFIX_TOKEN = re.compile(r"[^\W_]+|[^\s\w,;.:()\[\]–&-]")
#: "(Journal of Rivers: Lee et al., 2024)": where a work stands, before it.
_CONTAINER = re.compile(
    rf"[{UPPER}][\w&’'-]*(?:\s(?:[{UPPER}][\w&’'-]*|of|and|the|in|for|on|und|für|de|la|et|des|du))*:\s"
)
_SPLIT = re.compile(rf"{JOIN}")
_CORPORATE = re.compile(
    r"(?:^|[;,(\[]\s?|\bsee\s|[vV]gl\.\s|[vV]oir\s)(?P<name>[^;,()\[\]]{4,100})$"
)
_WORD_BEFORE_YEAR = re.compile(rf"[{UPPER}][\w’'‑\-]*\.?,?\s?\(?$|[\]\d]\s?[/,;]?\s?$|\.,?\s?\(?$")

#: What a year in parentheses may date: "her study (1959)", "as she argues (1959)".
_LED = WORK_NOUNS | THEORY_NOUNS | CLAIM_VERBS
#: Behind such a year if it says when what the clause reports was written.
_ENDS_CLAUSE = frozenset(".,;:")
_NOT_LAST = NOT_AUTHORS | FUNCTION_WORDS


#: "Burt’s holes (1992)": what stands between the name and the year.
OWNED = re.compile(r"(?:[’']s|(?<=s)[’'])\s(?:[^\W\d_][\w’'-]*\s){1,3}")
_OWN = re.compile(rf"[{UPPER}][\w-]+{OWNED.pattern}$")
_POSSESSIVE_END = re.compile(r"[’']s$|s[’']$")


class RawYear(NamedTuple):
    """A year of a cite: all its numbers, the letter, its words, its span."""

    years: tuple[int, ...]
    suffix: str
    text: str
    start: int
    end: int
    locator: Locator | None


class RawCite(NamedTuple):
    """Names and years as they stand.  ``shape`` is *parenthetical*, *narrative* ("Name
    (year)"), *running* ("Name year") or *year* ("(year, page)", with no names);
    ``strict`` if nothing but cites and the usual words of introduction stand in the
    parentheses."""

    names: tuple[str, ...]
    et_al: bool
    years: tuple[RawYear, ...]
    start: int
    prefix: str
    shape: str
    strict: bool
    several: bool


def raw_cites(text: str, masked: Masks, known: Container[str] = ()) -> Iterator[RawCite]:
    """Every author–date citation by its shape, in order; nothing inside ``masked``.

    ``known`` are name keys that are families or corporate names, whatever else they may
    mean ("An", "Institute for …").
    """
    done = 0
    for at in _year_hits(text):
        if at < done or masked.covers(at):
            continue
        before = text[max(0, at - 40) : at]
        opened = _opened(text, at)
        if opened is None:
            noted = _in_note(text, at, known)
            if noted:
                yield from noted
                done = noted[-1].years[-1].end
                continue
            if not _WORD_BEFORE_YEAR.search(before):
                continue
            cite = _running(text, at, known)
            if cite is not None:
                done = cite.years[-1].end
                yield cite
            continue
        closed = _closed(text, opened, at)
        if closed is None:
            continue
        first = FIRST_YEAR.match(text, opened, closed + 1)
        if first is not None and at < first.end():
            cite = _enclosed(text, opened, closed, first, known)
            done = first.end()
            if cite is not None:
                last = cite.years[-1]
                done = last.end if last.locator is None else max(last.end, last.locator.end)
                yield cite
        else:
            cluster = _cluster(text, max(done, opened + 1), closed, known)
            if not cluster:
                cite = _running(text, at, known) if _WORD_BEFORE_YEAR.search(before) else None
                cluster = [cite] if cite is not None and cite.start > opened else []
            yield from cluster
            done = max(done, closed)


class Masks:
    """Spans that belong to something else."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def covers(self, at: int) -> bool:
        """Whether ``at`` stands inside one of the spans."""
        index = bisect_right(self._starts, at)
        return index > 0 and at < self._ends[index - 1]


def _year_hits(text: str) -> Iterator[int]:
    hits = year_places(text)
    undated = [at for at in citing(text).undated if _UNDATED_HIT.match(text, at)]
    for at in sorted([*hits, *undated]) if undated else hits:
        if at and (text[at - 1].isalnum() or text[at - 1] in ".-–_=/€$£#"):
            continue
        if _UNTIL.match(text, at + 4) is None and GROUP_GOES_ON.match(text, at) is None:
            yield at


def _in_note(text: str, at: int, known: Container[str]) -> list[RawCite]:
    """The cites of a note that has nothing else: "³ Lee, Roy 1984; Berg 1990, 12."; none for
    a year that stands in no such note."""
    line = text.rfind("\n", max(0, at - _LONGEST_NOTE), at) + 1
    mark = NOTE_MARK.match(text, line) if line else None
    if mark is None or mark.end() >= at:
        return []
    end = text.find("\n", at, at + _LONGEST_NOTE)
    if end < 0:
        end = len(text)
    if end - line > 2 * _LONGEST_NOTE:
        return []
    found = _cluster(text, mark.end(), end, known)
    return found if found and found[0].strict else []


def _opened(text: str, at: int) -> int | None:
    """Where the parenthesis that ``at`` stands in opens."""
    low = max(0, at - 300)
    place = text.rfind("(", max(0, at - 60), at)
    if place >= 0 and not _NO_PLAIN.search(text, place, at):
        return place
    opened = text.count("(", low, at) + text.count("[", low, at)
    if not opened:
        return None
    place = max(text.rfind("(", low, at), text.rfind("[", low, at))
    if text[place] == "(" and place > text.rfind(")", place, at):
        return place if text.find("\n\n", place, at) == -1 else None
    depth = 0
    for place in range(at - 1, low - 1, -1):
        char = text[place]
        if char in ")]":
            depth += 1
        elif char in "([":
            if depth == 0:
                if char == "[" and place > low and text[place - 1] in "( 0123456789":
                    outer = _opened(text, place)
                    return outer if outer is not None else place
                return place
            depth -= 1
        elif char == "\n" and text[place - 1 : place] == "\n":
            return None
    return None


def _closed(text: str, opened: int, at: int) -> int | None:
    """Where the parenthesis closes that opens at ``opened``."""
    close = text.find(")", opened, at + 400)
    if text[opened] == "(" and close > at and not _BRACKET.search(text, opened + 1, close):
        return close
    depth = 0
    for place in range(opened, min(len(text), at + 400)):
        char = text[place]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
            if depth == 0:
                return place
    return None


def _cluster(text: str, start: int, end: int, known: Container[str]) -> list[RawCite]:
    """The cites between parentheses."""
    found: list[tuple[re.Match[str], list[RawYear], int]] = []
    place = start
    while True:
        match = _CITE.search(text, place, end)
        if match is None:
            break
        match = _GROUP_CITE.match(text, match.start(), end) or match
        years = _years(text, match, end)
        found.append((match, years, years[-1].locator.end if years[-1].locator else years[-1].end))
        place = found[-1][2]
    if not found:
        return _of_bodies(text, start, end, known)
    cites = []
    place = start
    strict = True
    for match, years, stop in found:
        names_start, names, et_al = _names(match["names"], match.start("names"), known)
        if names and match.re is _GROUP_CITE:
            names, et_al = (text[names_start : match.end("names")],), False
        prefix = text[place:names_start]
        words = text[place : match.end("names")].strip()
        if " " in words or (words[:1].isalnum() and not words.isalpha()):  # "W3C"
            whole = _CORPORATE.search(text[place : match.end("names")])
            corporate = whole is not None and (not names or " " in whole["name"])
            if whole is not None and corporate and name_key(whole["name"]) in known:
                names_start, names, et_al = place + whole.start("name"), (whole["name"],), False
                prefix = text[place:names_start]
        led = _JOINED_ONES.fullmatch(prefix) if names else None
        if led is not None:  # "Lee; Roy, 1984": a name without a year goes with the next
            names = (*_SPLIT.split(led["names"]), *names)
            names_start, prefix = place + led.start("names"), ""
        strict = strict and _only_prefix(prefix)
        place = stop
        if names:
            cites.append((names, et_al, tuple(years), names_start, prefix.strip(" ,;([")))
    strict = strict and _only_prefix(without_remarks(text[place:end]))
    several = len(cites) > 1
    return [RawCite(*cite, "parenthetical", strict, several) for cite in cites]


def _of_bodies(text: str, start: int, end: int, known: Container[str]) -> list[RawCite]:
    """The cites between parentheses of bodies that are known by their names, whatever words
    these have: "Assemblée nationale, 1980"."""
    cites = []
    for match in _BODY_CITE.finditer(text, start, end):
        body = body_before(text, match.start("names"), match.end("names"), known)
        if body is None:
            continue
        prefix = text[match.start("names") : body[0]]
        strict = _only_prefix(prefix)
        cites.append((*body[1:], tuple(_years(text, match, end)), body[0], prefix.strip(), strict))
    several = len(cites) > 1
    return [
        RawCite(names, et_al, years, at, prefix, "parenthetical", strict, several)
        for names, et_al, years, at, prefix, strict in cites
    ]


def _only_prefix(words: str) -> bool:
    if not words or words.isspace() or _CONTAINER.fullmatch(words):
        return True
    tokens = _PREFIX_TOKEN.findall(words.lower())
    return all(token in PREFIXES or token in "’'" for token in tokens) and len(tokens) <= 8


def _years(text: str, match: re.Match[str], end: int) -> list[RawYear]:
    """The first year and those that follow it, each with its locator."""
    years = [_year(match)]
    place = match.end()
    while place < end:
        last = years[-1]
        following = NEXT_SUFFIX.match(text, place, end) if last.suffix else None
        if following is not None:
            years.append(
                RawYear(last.years, following["suffix"], last.text, following.start("suffix"),
                        following.end(), None)
            )  # fmt: skip
            place = following.end()
            continue
        following = NEXT_YEAR.match(text, place, end)
        if following is not None:
            years.append(_year(following))
            place = following.end()
            continue
        locator = locator_at(text, place, end) if last.locator is None else None
        if locator is None:
            return years
        years[-1] = RawYear(last.years, last.suffix, last.text, last.start, last.end, locator)
        place = locator.end
    return years


def _year(match: re.Match[str]) -> RawYear:
    text, suffix = match["year"], match["suffix"] or ""
    start, end = match.span("year")
    if len(text) == 4 and text.isdecimal():
        return RawYear((int(text),), suffix, text, start, end, None)
    return RawYear(tuple(map(int, _NUMBERS.findall(text))), suffix, text, start, end, None)


def _names(text: str, start: int, known: Container[str]) -> tuple[int, tuple[str, ...], bool]:
    """(start, names, whether more are left out) of a list of names."""
    if text.isalpha():
        lowered = text.lower()
        return start, () if lowered in _NOT_LAST and lowered not in known else (text,), False
    et_al = BACK_ET_AL.search(text)
    if et_al is not None:
        text = text[: et_al.start()]
    # words that open a sentence or introduce a cite are no part of the first name
    while True:
        word, space, rest = text.partition(" ")
        bare = word.rstrip(".,").lower()
        if not (space and rest and bare in NO_NAMES and len(bare) > 1):
            break
        whole = _WITH_PARTICLES.match(text)
        if whole is not None and (word not in ARTICLES or name_key(whole[0]) in known):
            break  # "Le Gall", "de Vries"
        text, start = rest.lstrip(), start + len(text) - len(rest.lstrip())
    names = tuple(_initials_first(_SPLIT.split(text)))
    last = names[0].split()[-1].rstrip(".").lower() if names else ""
    if not names or (last in _NOT_LAST and last not in known):
        return start, (), False
    return start, names, et_al is not None


def _initials_first(pieces: Iterable[str]) -> list[str]:
    """Names with the initials before them that stand behind: "Lee, T.", "Roy AB"."""
    names: list[str] = []
    for name in (piece.strip(" ,") for piece in pieces):
        behind = _BARE_INITIALS.search(name)
        if names and _INITIALS_ALONE.fullmatch(name):
            names[-1] = f"{name} {names[-1]}"
        elif behind is not None:
            letters = [letter for letter in behind[0] if letter.isalpha()]
            names.append(f"{'. '.join(letters)}. {name[: behind.start()]}")
        elif name:
            names.append(name)
    return names


def _enclosed(
    text: str, opened: int, closed: int, first: re.Match[str], known: Container[str]
) -> RawCite | None:
    """Name (year); or a year alone in its parentheses that goes on a sentence: "as she
    says (1959, 12)", "in her study (1959)", or ends a clause: "Lee holds that … (1959)."."""
    closed_before = text[opened - 2 : opened - 1] in (")", "]")
    short = _ABBREVIATED.search(text, max(0, opened - 14), opened) if closed_before else None
    at = opened if short is None else short.start()
    named = _named_before(text, at, known)
    years = _years(text, first, closed)
    last = years[-1].locator.end if years[-1].locator else years[-1].end
    tail = without_remarks(without_respectively(text[last:closed])).strip()
    if not tail:
        year, locator = years[-1], years[-1].locator
        if locator is None and _PAGES_BEHIND.match(text, closed + 1):
            # "Name (1959), S. 12"
            locator = locator_at(text, closed + 1, min(len(text), closed + 60))
        years[-1] = RawYear(year.years, year.suffix, year.text, year.start, closed + 1, locator)
    several = len(years) > 1
    if named is None:
        if is_of_number(text, opened):
            return None
        secondary = SECONDARY.match(tail) is not None
        tail = "" if secondary or tail[:1] == ";" else tail  # "(1999, 4; see also Lee 2001)"
        led = secondary or years[0].locator is not None or leads_year(text, opened)
        led = led or _OWN.search(text, max(0, opened - 60), opened) is not None
        if tail or not (led or text[closed + 1 : closed + 2] in _ENDS_CLAUSE):
            return None
        return RawCite((), False, tuple(years), opened, "", "year", True, several)
    start, parts, et_al = named
    strict = not tail or tail[0] in ",;:]" or tail.startswith("[")
    return RawCite(parts, et_al, tuple(years), start, "", "narrative", strict, several)


def _named_before(
    text: str, at: int, known: Container[str]
) -> tuple[int, tuple[str, ...], bool] | None:
    """The names, or the body, that end at ``at``, as :func:`names_before` gives names."""
    named = names_before(text, at, known)
    low = max(0, at - LONGEST_BODY)
    if named is not None and len(named[1]) > 1:  # "Ortega y Gasset (1930)"
        whole = text[named[0] : at].strip()
        if name_key(whole) in known:
            return named[0], (whole,), False
    if named is None or goes_back(text, named[0]):
        body = body_before(text, low, at, known)
        if body is not None and (named is None or body[0] < named[0]):
            return body  # "Centers for Disease Control and Prevention (2019)"
    if named is not None and named[1][-1].endswith(GROUP_ENDINGS):
        group = GROUP_END.search(text, low, low + len(text[low:at].rstrip()))
        start = _names(group["names"], group.start(), known)[0] if group is not None else at
        if group is not None and start < named[0] and not text[start].isdigit():
            return start, (text[start : group.end()],), False
    return named


def leads_year(text: str, opened: int) -> bool:
    """Whether the word before a parenthesis at ``opened`` may be what its year dates: a
    work, a claim."""
    before = text[max(0, opened - 30) : opened].lower().split()
    return bool(before) and before[-1] in _LED


def _running(text: str, at: int, known: Container[str]) -> RawCite | None:
    """Name year, outside parentheses or beside other words inside them."""
    names = names_before(text, at, known)
    if names is None or (len(names[1]) == 1 and name_key(names[1][0]) not in known):
        body = body_before(text, max(0, at - LONGEST_BODY), at, known)
        whole = _BODY_CITE.match(text, body[0]) if body is not None else None
        if body is not None and whole is not None and whole.start("year") == at:
            years = _years(text, whole, min(len(text), at + 120))
            return RawCite(body[1], False, tuple(years), body[0], "", "running", False, False)
    if names is None:
        return None
    start, parts, et_al = names
    match = _CITE.match(text, start)
    if match is None:
        match = _CITE.match(text, text.rfind(parts[-1], start, at))
    if match is None or match.start("year") > at or match.end() < at:
        return None
    years = _years(text, match, min(len(text), at + 120))
    own = _POSSESSIVE_END.search(text, max(0, at - 3), at - 1)
    if own is not None and text[at + 4 : at + 6].strip().islower():
        return None  # "Name's 1984 book" is a mention
    return RawCite(parts, et_al, tuple(years), start, "", "running", False, len(years) > 1)
