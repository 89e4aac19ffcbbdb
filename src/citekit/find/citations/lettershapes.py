"""Letters as texts name them: "Lee to Roy, 3 May 1872", "Lee an Roy, Basel, 3. Mai 1872", "lettre
de Lee à Roy du 3 mai 1872".

Sources: Chicago Manual of Style (17th edition), 14.111 and 14.228–230 (sender, recipient, place,
date); MLA Handbook (9th edition), 5.32 and 5.105; the heads of letters in German editions ("An
Erwin Rohde, Basel, 12. Mai 1872"); for French the Imprimerie nationale's Lexique des règles
typographiques ("lettre à X, 3 mai 1872").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.dates import parse_date
from citekit.find.citations.names import NAME, UPPER, names_before
from citekit.find.signs import year_places
from citekit.model import DatePoint

#: Words for a letter, as they stand before its recipient.
LETTER = (
    r"(?:[Ll]etters?|[Pp]ostcards?|[Tt]elegrams?|[Bb]rief(?:e[sn]?|s)?|[Bb]riefchen|[Ss]chreibens?"
    r"|[Pp]ostkarten?|[Tt]elegramms?|[Bb]illets?|[Ll]ettres?|[Mm]issives?|[Cc]artes?(?:\spostales?)?"
    r"|[Tt]élégrammes?)"
)
#: Verbs of who writes one.
_WRITES = (
    r"(?:wrote|writes|writing|replied|confided|confessed|complained|reported|schreibt|schrieb"
    r"|geschrieben|antwortet|antwortete|gesteht|gestand|klagt|klagte|berichtet|berichtete|écrit"
    r"|écrivit|écrivait|écrivant|répond|répondit|mande|mandait|avoue|avoua|confie|confia)"
)
_MONTH = r"[^\W\d_]{3,9}"
_ORDINAL = r"(?:\.|er|st|nd|rd|th|ten)?"
#: Between the first and the last day of writing: "3–5 May", "3./4. Mai", "du 3 au 5 mai".
_UP_TO = r"(?:\s?[–—/-]\s?|\s(?:to|until|and|bis|und|au|et)\s)"
#: Before a year: the rest of a date.
_TO_YEAR = re.compile(
    rf"(?:(?<![\d.,/–—-])(?:\d{{1,2}}{_ORDINAL}(?:\s{_MONTH}\.?)?{_UP_TO})?"
    rf"\d{{1,2}}{_ORDINAL}\s?(?:of\s)?{_MONTH}\.?,?\s\[?"
    rf"|\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:{_UP_TO}(?:{_MONTH}\.?\s)?\d{{1,2}}(?:st|nd|rd|th)?)?,?\s"
    rf"|(?<![\d.,/–—-])\d{{1,2}}\.\s?\d{{1,2}}\.\s?"
    rf"|(?<![\w.])(?P<month>{_MONTH})\.?,?\s)$"
)
#: Behind a year that begins a date: "1872-05-03".
_ISO = re.compile(r"-\d\d-\d\d(?!\d)")
_LONGEST_DATE = 40
#: A day before what looks like a month alone: "12–14 May 1872".
_DAY_BEFORE = re.compile(rf"\d{_ORDINAL}\s?$")

_DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?"
    r"|Mittwochs?|Sonnabends?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
#: "in", "from" and the like and a place, perhaps with brackets: ", Baden", " aus Basel".
_PLACE = (
    rf"(?:,?\s[(\[]?(?:(?:in|at|from|aus|à|de|von)\s)?[{UPPER}][\w’'./-]*"
    r"(?:\s[\w’'./-]+){0,3}[)\]]?)"
)
#: Between a recipient or a word for a letter and the date.
_TAIL = (
    r"[”\"“»]?[.,:]?[”\"“»]?\s[(\[]?"
    rf"(?:(?:{LETTER}|dated|datiert|datée?s?|of|on|from|the|vom|am|den|du|le|de|ce"
    r"|Poststempel|postmarked|cachet)\s){0,4}"
    rf"\[?(?:{_DAYS},?\s(?:den\s|the\s|le\s)?)?[\[(]?"
)
_TITLES = r"(?:(?:Mrs?|Ms|Dr|Prof|Mme|Mlle|Hr|Hrn|Fr|Frl|St)\.?\s)"
#: "his brother ", "seinen Freund ": who it is, before a name.
_KIN = (
    r"(?:(?:his|her|their|my|the|sein|seinen?|seine[mr]|ihren?|ihre[mr]|den|dem|die|der|son|sa|ses"
    r"|le|la)\s(?:[^\W\d_]{3,15},?\s){1,2}?)"
)
_NAMED = rf"(?:{_KIN}?{_TITLES}?{NAME})"
_TO = re.compile(r"(?<![\w’'-])(?:[Tt]o|[Aa]n|[Àà])\s(?=[^\W\d_])")
_RECIPIENT = rf"(?P<to>{_NAMED}(?:\s(?:and|und|et|&)\s{_NAMED}){{0,2}})"
_TO_DATE = re.compile(rf"{_RECIPIENT}(?:['’]s)?{_PLACE}?{_TAIL}")
_TO_BEHIND = re.compile(rf"[)\]]?,?\s(?:to|an|à)\s{_RECIPIENT}")
#: Before the date where the recipient stands behind it.
_DATED_LETTER = re.compile(
    rf"(?P<lead>{LETTER}|{_WRITES})(?:,?\s(?:dated|datiert|datée?s?|of|on|from|the|vom|am|den|du|le)"
    r"){1,3}\s[\[(]?$"
)
#: Behind a date that a sentence begins with: "Darwin wrote to Roy", "schrieb Lee an Roy".
_FIRST = re.compile(
    rf",?\s(?:{_WRITES}\s(?P<behind>{NAME})|(?P<before>{NAME})\s{_WRITES})\s(?:to|an|à)\s{_RECIPIENT}"
)
#: The recipient of the letter before.
_SAME = re.compile(
    rf";\s(?:to\sthe\ssame|an\s(?:denselben|dieselben?|dens\.|dies\.)|au\smême|à\sla\smême){_TAIL}$"
)
#: Between a sender and the recipient: ", letter ", "’s letter ", " wrote ".
_LEAD = re.compile(
    r"(?:[.,:]?\s(?:(?:an?|eine[nm]?|une)\s)?(?:[a-zß-ÿ]{3,15}\s){0,2}?)?[“\"„«]?\s?"
    rf"(?P<lead>{LETTER}|{_WRITES})\s$"
)
#: Behind what a letter may be cited without its sender: the beginning of a note, brackets, "see".
_OPENED = re.compile(
    r"(?:^|[(\[;\n]|[.:!?”“\"»]\s|[\w\]]:|(?:\b[Ss]ee(?:\salso)?|\b[Cc]f\.|\b[Vv]gl\.|\b[Ss]iehe"
    r"|\b[Vv]oir)\s)[\s“\"„«*_]*$"
)
#: Words before a name that are none of it.
_NO_NAMES = re.compile(
    rf"^(?:(?:{LETTER}|[Vv]on|[Dd]e|[Ff]rom|[Oo]f|[Bb]y|[Dd]es|[Dd]er|[Dd]u)\s)+"
)
_FAMILY = re.compile(rf"(?:^|[\s\"“])([{UPPER}][\w’'-]+),\s$")
#: "to" before a recipient.
TO_HIM = re.compile(
    rf"[TtAaÀà](?<![\w’'-][TtAaÀà])(?:o(?<=[Tt]o)|n(?<=[Aa]n)|(?<=[Àà]))\s{_KIN}?{_TITLES}?$"
)
_AND = re.compile(r"\s(?:and|und|et|&)\s")
#: Titles and abbreviated given names before the rest of a name: "Mme de ", "Joh. von ", "Wilh. ".
_HONOURS = re.compile(
    r"(?<!\w)(?:(?:Mrs?\.?|Ms\.?|Miss|Sir|Lady|Lord|Madame|Mme|Mlle|M\.|Monsieur|Frau|Herr|Fräulein"
    r"|Frl\.|Graf|Gräfin|Freiherr|Dr\.|Prof\.|Joh\.|Fr\.|Friedr\.|Wilh\.|Chr\.|Ludw\.|Heinr\.|Ferd\."
    r"|Aug\.|Gottfr\.|Alex\.|Geo\.|Wm\.|Thos\.|Chas\.|Jas\.|Jos\.|Benj\.|Edw\.|Ph\.|Th\.)\s)+"
    r"(?:(?:de|von|van|zu)\s)?$"
)
#: What may stand before "To Roy" as a title: "Lee, Ann. “To Roy.”".
_QUOTES = ' “„"«*_'
_KINSHIP = re.compile(rf"{_KIN}(?=[{UPPER}])")
#: So far before its date a letter's sender and recipient begin (code points).
_REACH = 220
#: "(no. 4)", "(Briefe, Nr. 1)" behind the date.
_NUMBERED = re.compile(
    r"\s\((?:[^()\n,]{2,40},\s)?(?:[Nn]o|[Nn]r|[Nn])(?:\.|°|º)?\s?\d{1,4}[a-z]?\)"
)
#: "Briefe, Nr. 214, " before a date.
_BY_NUMBER = re.compile(
    rf"(?:(?P<title>[{UPPER}][^,.;:()\[\]\n]{{3,80}}),\s)?"
    r"(?:\b(?:[Nn]o|[Nn]r|[Nn]|[Ll]et|[Ll]ettre|[Ll]etter|[Bb]rief)(?:\.|°|º)?\s?)"
    r"(?P<number>\d{1,4}[a-z]?)(?:,\s|\s\()(?:(?:of|vom|du)\s)?$"
)
#: "Lettre à Roy du 3 mai": a day without its year, behind a word for a letter.
_YEARLESS = re.compile(
    rf"(?<!\w){LETTER}\s(?:(?:from|von|de)\s{NAME}\s|{NAME}\s)?(?P<joint>(?:to|an|à)\s){_RECIPIENT}(?:['’]s)?"
    rf"{_TAIL}(?P<date>\d{{1,2}}{_ORDINAL}\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{1,2}\.\s?\d{1,2}\.)(?![\w/–-])(?!\.?,?\s?[\[(]?\d{3,4})"
)
#: The year of a date that has none.
NO_YEAR = 0


class Dated(NamedTuple):
    """A date in a text, with a month at least; of several days the first and the ``last``."""

    start: int
    end: int
    date: DatePoint
    last: DatePoint | None = None


class Letter(NamedTuple):
    """A letter that a text names: where the words for it begin and end, its senders (none if
    they are not named) and recipients, its date, and where that ends.  ``led`` says that a word
    for a letter stands there, ``number`` is that of the letter in the edition ``title``."""

    start: int
    end: int
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    dated: Dated
    led: bool = False
    title: str = ""
    number: str = ""


def date_at(text: str, at: int) -> Dated | None:
    """The date whose year stands at ``at``, or None for a year alone."""
    iso = _ISO.match(text, at + 4)
    start, end = at, at + 4
    if iso is not None:
        end = iso.end()
    else:
        before = _TO_YEAR.search(text, max(0, at - _LONGEST_DATE), at)
        if before is None or text[end : end + 1].isalnum():
            return None
        start = before.start()
        if before["month"] and _DAY_BEFORE.search(text, max(0, start - 5), start):
            return None
    date = parse_date(text[start:end].replace("[", ""))
    if date is None or date.start is None or date.start.month is None:
        return None
    return Dated(start, end, date.start, date.end)


def letters_in(text: str) -> Iterator[Letter]:
    """The letters that a text names by their dates, in the order of these."""
    done = 0
    last: Letter | None = None
    for at in year_places(text):
        one = letter_at(text, at, done) if at >= done else None
        if one is None and last is not None and at >= done:
            one = _to_same(text, at, last)
        if one is not None:
            yield one
            last, done = one, one.end


def letter_at(text: str, at: int, done: int = 0) -> Letter | None:
    """The letter whose date has its year at ``at``, if what is before ``done`` is none of it."""
    dated = date_at(text, at)
    if dated is None or dated.start < done:
        return None
    return (
        _to(text, dated, done)
        or _behind(text, dated, done)
        or _first(text, dated)
        or _by_number(text, dated, done)
    )


def yearless_in(text: str) -> Iterator[Letter]:
    """The letters that a text names by a day alone; the year of their date is :data:`NO_YEAR`."""
    for found in _YEARLESS.finditer(text):
        # a leap year has every day
        date = parse_date(f"{found['date']}{'' if found['date'].endswith('.') else ' '}2000")
        point = date.start if date is not None and not date.range else None
        if point is None or point.day is None:
            continue
        at = found.start("joint")
        sent = _sender(text, _floor(text, at, 0), at)
        if sent is not None:
            dated = Dated(*found.span("date"), point._replace(year=NO_YEAR))
            yield Letter(sent[0], found.end(), sent[1], _names(found["to"]), dated, True)


def _floor(text: str, at: int, done: int) -> int:
    """Where what belongs to a date at ``at`` may begin."""
    low = max(done, at - _REACH)
    paragraph = text.rfind("\n\n", low, at)
    low = paragraph + 2 if paragraph >= 0 else low
    return max(low, text.rfind(";", low, at) + 1)


def _to(text: str, dated: Dated, done: int) -> Letter | None:
    """ "Lee to Roy, 3 May 1872"."""
    low = _floor(text, dated.start, done)
    for to in reversed(list(_TO.finditer(text, low, dated.start))):
        named = _TO_DATE.fullmatch(text, to.end(), dated.start)
        if named is None:
            continue
        sent = _sender(text, low, to.start())
        if sent is None:
            return None
        start, senders, led = sent
        led = led or re.search(LETTER, text[named.end("to") : dated.start]) is not None
        end = _closed(text, named.end("to"), dated)
        return Letter(start, end, senders, _names(named["to"]), dated, led)
    return None


def _behind(text: str, dated: Dated, done: int) -> Letter | None:
    """ "Lee's letter of 3 May 1872 to Roy", "Lee schrieb am 3. Mai 1872 an Roy"."""
    to = _TO_BEHIND.match(text, dated.end)
    if to is None:
        return None
    low = _floor(text, dated.start, done)
    letter = _DATED_LETTER.search(text, low, dated.start)
    if letter is None:
        return None
    _, senders, start = _named_before(text, low, letter.start())
    if not senders:
        start = letter.start()
    return Letter(start, to.end(), senders, _names(to["to"]), dated, True)


def _first(text: str, dated: Dated) -> Letter | None:
    """ "On 3 May 1872 Lee wrote to Roy", "Am 3. Mai 1872 schreibt Lee an Roy"."""
    found = _FIRST.match(text, dated.end)
    if found is None:
        return None
    senders = (found["before"] or found["behind"],)
    return Letter(dated.start, found.end(), senders, _names(found["to"]), dated, True)


def _to_same(text: str, at: int, last: Letter) -> Letter | None:
    """ "an denselben, 3. Mai 1872", right behind another letter's words in its paragraph."""
    dated = date_at(text, at)
    if dated is None or not last.recipients or "\n\n" in text[last.end : at]:
        return None
    same = _SAME.search(text, max(last.end, dated.start - _LONGEST_DATE - 20), dated.start)
    if same is None:
        return None
    start, end = same.start() + 2, _closed(text, same.start(), dated)
    return Letter(start, end, last.senders, last.recipients, dated)


def _by_number(text: str, dated: Dated, done: int) -> Letter | None:
    """ "Letters, no. 214, 3 May 1872"."""
    low = _floor(text, dated.start, done)
    found = _BY_NUMBER.search(text, max(low, dated.start - 110), dated.start)
    if found is None:
        return None
    senders: tuple[str, ...] = ()
    start = found.start()
    if found["title"] and text[found.start() - 2 : found.start()] in (", ", ": "):
        _, senders, start = _named_before(text, low, found.start())
        start = start if senders else found.start()
    end = _closed(text, found.end("number"), dated)
    return Letter(
        start, end, senders, (), dated, title=found["title"] or "", number=found["number"]
    )


def _sender(text: str, low: int, at: int) -> tuple[int, tuple[str, ...], bool] | None:
    """Where the sender begins who is named before the "to" at ``at``, or the word for a letter;
    who it is; whether there is such a word.  None where neither is there nor anything that may
    stand before a letter without its sender."""
    lead = _LEAD.search(text, low, at)
    stop = lead.start() if lead is not None else low + len(text[low:at].rstrip(_QUOTES))
    known, senders, start = _named_before(text, low, stop)
    if known:
        return start, senders, lead is not None
    if lead is not None:
        return lead.start("lead"), (), True
    return (at, (), False) if _OPENED.search(text, low, at) else None


def _named_before(text: str, low: int, at: int) -> tuple[bool, tuple[str, ...], int]:
    """Whether a name ends at ``at``, the names, and where they begin."""
    found = names_before(text, at)
    if found is None or found[0] < low or text[low:at].rstrip()[-1:] in "([:":
        return False, (), at
    start, names, _ = found
    bare = _NO_NAMES.sub("", names[0])
    start += len(names[0]) - len(bare)
    honours = _HONOURS.search(text, low, start)
    if honours is not None:
        bare = text[honours.start() : start + len(bare)]
        start = honours.start()
    bare = bare.removesuffix(".")
    family = _FAMILY.search(text, low, start) if text.startswith(".", start + len(bare)) else None
    if family is not None:  # "Lee, Ann. Letter to …"
        return True, (f"{bare} {family[1]}",), family.start(1)
    return True, (bare, *names[1:]), start


def _names(words: str) -> tuple[str, ...]:
    """The names of recipients without who they are: "his brother Theo"."""
    return tuple(_KINSHIP.sub("", one) for one in _AND.split(" ".join(words.split())))


def _closed(text: str, low: int, dated: Dated) -> int:
    """Where a letter's words end: behind the bracket that its date stands in, and its number."""
    end = dated.end
    for opening, closing in ("[]", "()"):
        if text.count(opening, low, end) > text.count(closing, low, end):
            stop = end + (text[end : end + 1] == "?")
            end = stop + 1 if text[stop : stop + 1] == closing else end
    numbered = _NUMBERED.match(text, end)
    return numbered.end() if numbered is not None else end
