"""Sayings that are in none of an author's books: on the telephone, in an interview, by e-mail,
to a newspaper, in a speech.

The text itself says so, by the place or the hearer of the saying.  What stands in such a
sentence is no paraphrase of a work, nor is what goes on about it: in the same paragraph, or to
the end where whoever wrote the text has spoken with the author, until the text cites a work
or says "in her book".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.citingwords import POSSESSIVES, WORK_NOUNS
from citekit.find.mentions.occasions import CLAIM, OCCASION, OCCASION_SIGNS
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion
from citekit.find.worktitles import plain

#: One of these stands where somebody is spoken to.
_SPOKEN_SIGNS = """telefon telefonisch interview anfrage nachfrage rückfrage mail zeitung redaktion
    agentur magazin mikrof mikroph rede ansprache gespräch radio fernsehen twitter
    facebook medien pressekonferenz journalisten sagt sagte erklärt erzählt verriet phone told
    speech television statement contacted reached téléphon entretien joint contacté sollicité
    interrogé micro courriel journal quotidien rédaction discours allocution télévision ondes afp
    plateau colonnes déclar confi""".split()
#: One of these stands in whatever :data:`_SPOKEN` or an occasion matches.
_SIGNS = Signs(_SPOKEN_SIGNS + OCCASION_SIGNS)
#: One of these stands in whatever :data:`_SPOKEN` matches.
_HEARING = (*_SPOKEN_SIGNS, "gegenüber", "conference", "l'ats")
_HIS = rf"(?:{POSSESSIVES}|the|an?|this|that|eine[mr]|diese[mr]|de[mr]|une?|cet(?:te)?|ce|l[ea])"
_NOUNS = r"(?:[^\W\d_][\w-]*\s){0,2}?"
_PRESS = (
    r"(?:\"[^\"]{2,40}\"|(?-i:[A-ZÄÖÜ]{2,5})\b|[^\W\d_-]*-?(?:zeitung|magazin|agentur|presse|medien"
    r"|blatt|redaktion|fernsehen|radio|journalist(?:en|in)?)\b)"
)
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
#: Whoever writes has spoken with the author, or been written to.
_TO_THE_WRITER = (
    r"\b(?:am|per)\stelefon\b|\btelefonisch\b|\bauf\s(?:an|nach|rück)frage\b"
    r"|\b(?:per|via|in\seiner)\s(?:e-?)?mail\b|\b(?:dieser|unserer)\s(?:zeitung|redaktion)\b"
    r"|\b(?:(?:on|over)\sthe|by)\s(?:tele)?phone\b|\b(?:by|via|in\san)\se-?mail\b"
    r"|\btold\s(?:this\s(?:(?:news)?paper|magazine|website|reporter))\b"
    r"|\b(?:reached|contacted)\s(?:by|for|on|at)\b"
    r"|\b(?:au|par)\stéléphone\b|\b(?:joint|contacté|sollicité)e?\s(?:par|hier|ce|au|sur|"
    rf"{_WEEKDAY})\b|\bpar\s(?:courriel|e-?mail|mail)\b"
    r"|\bà\s(?:notre|ce)\s(?:journal|quotidien|rédaction|magazine)\b"
)
#: The author has spoken to others.
_TO_OTHERS = (
    rf"\b(?:im|in\s{_HIS}|dans\s{_HIS}|lors\sd'une?|en)\s{_NOUNS}[^\W\d_]*-?"
    r"(?:interview|entretien|telefonat)\b|\binterview(?:ed|é|ée)?\s(?:with|by|for|mit|par)\b"
    r"|\binterrogée?s?\spar\s(?:l[ea]\s|l'|une?\s|\")"
    r"|\bim\sgespräch\smit\b|\bgegenüber\s(?:de[mrn]|dieser|unserer)\s" + _PRESS +
    r"|\b(?:sagte?|erklärte?|erzählte?|verriet)\s(?:[^\W\d_]+\s){0,4}?(?:der|dem|den)\s" + _PRESS +
    rf"|\b(?:am|vor\sdem)\smikro(?:f|ph)on\b|\bin\s(?:eine[mr]|seine[mr]|ihre[mr])\s{_NOUNS}"
    r"(?:[^\W\d_]*rede|ansprache)\b|\bim\s(?:radio|fernsehen)\b"
    r"|\bvor\s(?:den\s)?(?:medien|journalisten)\b|\ban\s(?:eine[rm]|der)\s(?:medien|presse)konferenz\b"
    r"|\b(?:auf|on|sur)\s(?:twitter|facebook)\b"
    r"|\btold\s(?:(?:the\s)?(?:[\w.-]+\s)?(?:reporters|journalists|newspaper|magazine|agency|press)\b"
    r"|the\s(?-i:[A-Z])|(?-i:[A-Z]{2,5}\b))"
    rf"|\bin\s(?:an?|his|her|their)\s{_NOUNS}(?:speech|statement)\b"
    r"|\bon\s(?:[^\W\d_]+\s){0,2}?(?:radio|television)\b|\bat\sa\s(?:news|press)\sconference\b"
    rf"|\bau\smicro\sd|\bdans\s(?:une?|son|sa)\s{_NOUNS}(?:discours|allocution)\b"
    r"|\bà\sla\s(?:radio|télévision)\b|\bsur\sles\sondes\b|\bsur\sle\splateau\sd"
    r"|\bdans\sles\scolonnes\sd|\bà\sl'(?-i:AFP|ATS)\b"
    r"|\b(?:déclar|confi)[^\W\d_]+(?:-t-(?:il|elle))?\s(?:[^\W\d_]+\s){0,2}?(?:au|à|aux)\s(?:la\s|l')?"
    r"(?:\"|quotidien|journal|magazine)"
)  # fmt: skip
_SPOKEN = re.compile(f"(?P<writer>{_TO_THE_WRITER})|{_TO_OTHERS}", re.I)
#: "in her book", "dans cet essai", "aus seinem neuen Buch".
_IN_WORK = re.compile(
    rf"\b(?:im|(?:in|dans|aus|from|throughout)\s(?:{_HIS}(?=\s)|l'))\s?(?:[^\W\d_]+\s){{0,2}}?"
    rf"(?:{'|'.join(sorted(WORK_NOUNS))})\b"
)
#: Before a title: "in", "im Buch", "dans".
_IN = re.compile(r"\b(?:in|im|dans|aus|from)(?:\s[^\W\d_]+){0,3}?\s?[\"'*_]{0,2}\s?$")
_PRONOUN = re.compile(r"\b(?:s?he|they|er|sie|ils?|elles?)\b")
#: Works that are such sayings themselves.
_SAYINGS = frozenset(("interview", "speech", "broadcast", "personal_communication"))
#: Code points before a sentence in which "he" was named.
_NAMED_BEFORE = 600
#: So much earlier a quotation begins that ends in a sentence.
_LONGEST = 2000


class _Saying(NamedTuple):
    """A sentence that says where or to whom something is said: its span, whether to whoever
    writes the text, and the entries of who says it."""

    start: int
    end: int
    writer: bool
    entries: frozenset[int]


def without_sayings(reading: Reading, found: list[Suggestion]) -> list[Suggestion]:
    """What was ``found`` without the paraphrases of what an author only said aloud."""
    claims = sorted((one for one in found if one.kind == "paraphrase"), key=lambda one: one.start)
    sayings = _sayings(reading, claims)
    if not sayings:
        return found
    dropped: set[Span] = set()
    last: dict[int, _Saying] = {}
    at = 0
    for one in claims:
        while at < len(sayings) and sayings[at].start < one.end:
            last.update(dict.fromkeys(sayings[at].entries, sayings[at]))
            at += 1
        entry = reading.catalogue.keys.get(one.body.value)
        said = None if entry is None else last.get(entry)
        if entry is None and at and sayings[at - 1].end > one.start:
            said = sayings[at - 1]
        if said is None or (entry is not None and _is_saying(reading, entry)):
            continue
        start, end = reading.sentences.around(one.start)
        later = start >= said.end
        if _is_written(reading, start, end, entry) or (later and reading.links_between(start, end)):
            if entry is not None:
                last.pop(entry, None)
            continue
        if said.writer or "\n\n" not in reading.text[said.end : one.start]:
            dropped.add((one.start, one.end))
    return [one for one in found if one.kind != "paraphrase" or (one.start, one.end) not in dropped]


def _is_saying(reading: Reading, entry: int) -> bool:
    return reading.catalogue.entries[entry].work.type in _SAYINGS


def _sayings(reading: Reading, claims: list[Suggestion]) -> list[_Saying]:
    """The sentences of a text that say where, or to whom, an author says something whose
    ``claims`` follow."""
    made: list[_Saying] = []
    if not claims:
        return made
    last = max(one.end for one in claims)
    authors = {reading.catalogue.keys.get(one.body.value) for one in claims}
    done = 0
    for place in _SIGNS.places(reading.lowered)[0]:
        if place < done:
            continue
        start, end = reading.sentences.around(place)
        if start >= last:
            break
        done = max(end, place + 1)
        if reading.cites_between(start, end):
            continue
        near = reading.people_between(max(0, start - _NAMED_BEFORE), end)
        if None not in authors and all(authors.isdisjoint(one.entries) for one in near):
            continue
        sentence = reading.lowered[start:end]
        found = None
        if any(map(sentence.__contains__, _HEARING)):
            found = _SPOKEN.search(reading.printed.typed, start, end)
        writer = found is not None and found["writer"] is not None
        if found is None and any(map(sentence.__contains__, OCCASION_SIGNS)):
            found = _occasion(reading, start, end)
        if found is None or _is_written(reading, start, end):
            continue
        who = _sayer(reading, start, end, found.span())
        if who is not None:
            made.append(_Saying(start, end, writer, frozenset(who.entries)))
    return made


def _occasion(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """Where a sentence says on which occasion something is said; not in what is said."""
    found = OCCASION.search(reading.printed.typed, start, end)
    if found is None or CLAIM.search(reading.lowered, start, found.start()) is not None:
        return None
    return found


def _sayer(reading: Reading, start: int, end: int, told: Span) -> Person | None:
    """Who says something in a sentence that tells at ``told`` where: an author whom it names,
    but not in the words of somebody else, or, if "he" says it, the one named last before."""
    named = reading.people_between(start, end)
    if not named:
        if _PRONOUN.search(reading.lowered, start, end) is None:
            return None
        if reading.names_another(start, told[0]) or reading.names_another(told[1], end):
            return None
        before = reading.people_between(max(0, start - _NAMED_BEFORE), start)
        return before[-1] if before else None
    quoted = [
        (low, high)
        for low, high in reading.quotes_between(max(0, start - _LONGEST), end)
        if high > start and not low <= told[0] < high
    ]
    said = [one for one in named if not any(low <= one.start < high for low, high in quoted)]
    return next((one for one in said if not one.possessive), None)


def _is_written(reading: Reading, start: int, end: int, entry: int | None = None) -> bool:
    """Whether a sentence cites something, says in which book it stands, or names the year of
    the work ``entry``, or what it appeared in: then it is what was said."""
    if reading.cites_between(start, end) or _IN_WORK.search(reading.lowered, start, end):
        return True
    if entry is not None and _has_source(reading, start, end, entry):
        return True
    return any(
        _IN.search(reading.lowered, max(start, at - 40), at) is not None
        for at in reading.links_between(start, end)
    )


def _has_source(reading: Reading, start: int, end: int, entry: int) -> bool:
    """Whether the year of a work, or the periodical or book that holds it, stands in a
    sentence."""
    known = reading.catalogue.entries[entry]
    sentence = reading.lowered[start:end]
    if any(str(year) in sentence for year in known.years):
        return True
    holder = known.work.text("container-title")
    return bool(holder) and plain(holder) in sentence
