"""Sayings that are in none of an author's books: on the telephone, in an interview, by e-mail,
to a newspaper, before a committee, at a conference, on Monday, in an op-ed.

The text itself says so, by the place, the hearer or the day of the saying.  What stands in such
a sentence is no paraphrase of a work, nor is what goes on about it: in the same paragraph, or to
the end where whoever wrote the text has spoken with the author, until the text cites a work
or says "in her book"."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import POSSESSIVES, PRONOUN, THAT, WORK_NOUN
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.lowersigns import OCCASIONS, SPEAKING, lowered_signs
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.find.worktitles import plain

_WORDS = re.compile(r"[^\W\d_]+")
#: Days, and who is spoken to, of the day's news: other words of it stand in any prose.
_DAYS = EVENT_WORDS - frozenset(
    """week month night crowd conference interview statement woche monat semaine hier
    conférence""".split()
)
_CAPITAL = r"(?-i:[A-ZÄÖÜÉ])[\w.’'-]*\s"
_ADJECTIVES = r"(?:[^\W\d_][\w-]*\s){0,2}?"
_HEARERS = (
    r"(?:committees?|subcommittees?|senat(?:e|ors?)|congress|parliament|lawmakers|legislators"
    r"|commission|inquiry|jury|jurors|deputies|reporters)\b"
)
_WHICH = r"(?:the|an?|some|members|of|his|her|their|joint|select|house)\s"
_PUBLIC = rf"(?:{_WHICH}|{_CAPITAL}){{0,4}}{_HEARERS}"
#: Lectures and papers are printed later: these are the day's.
_LATELY = (
    r"(?=[^.!?]*\b(?:(?:last|this)\s(?:week|month|year|spring|summer|autumn|fall|winter)|yesterday"
    r"|recent(?:ly)?"
    r"|(?:letzte|vergangene|diese)[rn]?\s(?:woche|monat|jahr)|gestern|kürzlich|jüngst|neulich"
    r"|(?:semaine|année)\sdernière|mois\sdernier|hier|récemment)\b)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_TAG = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"(?:abend|morgen|nachmittag|mittag)?\b"
)
_JOUR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
_SAID = (
    r"(?:said|says|warned|argued|added|noted|announced|wrote|claimed|insisted|predicted|complained"
    r"|cautioned|acknowledged|conceded)"
)
_SAGTE = (
    r"(?:sagte?|erklärte?|warnte?|betonte?|meinte?|kritisierte?|forderte?|äußerte|schrieb"
    r"|behauptete?)"
)
_A_DIT = (
    r"(?:dit|expliqué|affirmé|déclaré|assuré|estimé|prévenu|rappelé|souligné|soutenu|averti|jugé"
    r"|lancé|confié|indiqué|précisé)"
)
_PERIODICAL = (
    r"(?:Affairs|Policy|Review|Journal|Magazine|Times|Post|Today|News|Quarterly|Weekly|Guardian"
    r"|Atlantic|Economist|Independent|Spectator|Telegraph|Nation|Observer)\b"
)
#: Where a sentence begins.
_BEGINS = r"(?:\A|(?<=\n)|(?<=[.!?…\"”’»)]\s))(?:(?:but|and|yet|aber|und|doch|mais|et)\s)?"

_EN = (
    r"\btestif(?:y|ies|ied|ying)(?!\sto\b)\b|\b(?:in|during)\s(?:(?:an?|the|his|her|their)\s)?"
    rf"{_ADJECTIVES}testimony\b"
    rf"|\b(?:in|at|during)\s(?:an?|the|this|his|her|their)\s{_ADJECTIVES}(?:hearing|briefing)\b"
    rf"|\b(?:told|warned|assured|reminded|informed)\s{_PUBLIC}"
    rf"|\b(?:speaking|appearing|appeared|spoke)\s(?:[^\W\d_]+\s){{0,2}}?(?:at\s|before\s|to\s{_PUBLIC}"
    rf"|on\s{_DAY})"
    rf"|\b(?:in|during|at|giving|delivering)\san?\s{_ADJECTIVES}(?:(?:rally|podcast|webinar|tweet"
    rf"|op-ed|column|editorial)\b|(?:lecture|talk|keynote|panel|seminar|conference|symposium|workshop|debate)\b{_LATELY})"
    rf"|\b{_SAID}\s(?:(?:late|early|again|in\s{_CAPITAL}|in\san?\s[^\W\d_]+\s)\s?)?(?:on\s)?{_DAY}"
    rf"|{_BEGINS}(?:(?:late|early)\s)?on\s{_DAY}"
    rf"|\bwriting\s(?:[^\W\d_]+\s)?in\s(?:(?-i:The)\s{_CAPITAL}|(?:the\s)?(?:{_CAPITAL}){{0,2}}(?-i:{_PERIODICAL}))"
)
_DE = (
    r"\bvor\s(?:de[mnr]|einem|einer)\s(?:[^\W\d_]+\s)?[^\W\d_-]*-?(?:ausschuss|kommission|parlament"
    r"|bundestag|landtag|senat|gericht|abgeordneten|stadtrat|gemeinderat)\b"
    rf"|\b(?:bei|in|auf|während)\s(?:einer|der|seiner|ihrer)\s{_ADJECTIVES}[^\W\d_]*(?:(?:anhörung"
    rf"|pressekonferenz|podiumsdiskussion|kundgebung|talkshow)\b|(?:tagung|veranstaltung|konferenz)\b{_LATELY})"
    rf"|\b(?:in|bei)\s(?:einem|seinem|ihrem)\s{_ADJECTIVES}[^\W\d_]*(?:(?:podcast|auftritt"
    rf"|gastbeitrag|leitartikel|leserbrief|tweet|statement)\b|(?:vortrag|seminar)\b{_LATELY})"
    rf"|\b{_SAGTE}\s(?:{_CAPITAL}){{0,4}}(?:am\s{_TAG}|gestern\b)|{_BEGINS}am\s{_TAG}"
)
_FR = (
    r"\bdevant\s(?:l[ea]s?\s|l'|une?\s|des\s)(?:[^\W\d_]+\s)?(?:commission|sénat|parlement|assemblée"
    r"|députés|sénateurs|presse|journalistes|tribunal|élus|parlementaires|conseil)\b"
    r"|\bauditionnée?s?\s(?:par|au|à|devant|en)\b"
    r"|\blors\s(?:d'une?|de\s(?:la|son|sa|cette)|du)\s(?:[^\W\d_]+\s)?(?:(?:audition|débat"
    rf"|meeting|rencontre|émission)\b|(?:conférence|colloque|table|séminaire)\b{_LATELY})"
    r"|\bdans\sune\s(?:[^\W\d_]+\s)?(?:tribune|chronique)\b|\bdans\sun\s(?:[^\W\d_]+\s)?(?:éditorial|billet)\b"
    rf"|\b{_A_DIT}\s(?:hier\s|ce\s)?{_JOUR}|{_BEGINS}(?:ce\s)?{_JOUR},?\s"
)
_OCCASION = re.compile(f"{_EN}|{_DE}|{_FR}", re.I)
#: Behind these what somebody claims begins: no occasion of its being said is told in it.
_CLAIM = re.compile(rf"\b{THAT}\b|\bqu'")


_SAYING = frozenset(
    """said says told tells adds added tweeted sagt sagte erzählt erzählte dit déclare déclarait
    assure raconte confie""".split()
)
_EXPERTS = frozenset(
    """expert analyst director fellow head chief spokesman spokeswoman lecturer researcher
    consultant experte expertin leiter leiterin sprecher sprecherin directeur directrice
    chercheur chercheuse experte porte-parole""".split()
)


def has_work(reading: Reading, person: Person) -> bool:
    """Whether the text cites a work of the person, or speaks of one."""
    if not (reading.linked | reading.treated).isdisjoint(person.entries):
        return True
    if (person.full or person.name in reading.often) and not speaks(reading, person):
        return True
    return person.scholar or any(
        other.scholar or (other.full and not speaks(reading, person))
        for other in reading.people
        if other.entries == person.entries
    )


def may_report(reading: Reading, person: Person) -> bool:
    """Whether what a sentence says with a verb of speech may be in a work of the person: he has
    one, or is known by the surname alone, and nothing in the paragraph is of the day's news."""
    if not reading.introduced(person):
        if person.name.lower() in GIVEN or speaks(reading, person):
            return False
        low = reading.text.rfind("\n\n", 0, person.start) + 1
        high = reading.text.find("\n\n", person.start)
        words = reading.lowered[low : high if high != -1 else None]
        if not _DAYS.isdisjoint(_WORDS.findall(words)):
            return False
    return not reading.established(person) or has_work(reading, person)


def speaks(reading: Reading, person: Person) -> bool:
    """Whether the text has somebody of this name say something to it: then it quotes a
    person, no book."""
    known = reading.speaks.get(person.entries)
    if known is None:
        known = reading.speaks[person.entries] = any(
            _is_quoted(reading, other)
            for other in reading.people
            if other.entries == person.entries
        )
    return known


def _is_quoted(reading: Reading, other: Person) -> bool:
    """Whether somebody says something beside a name, or is brought in as an expert."""
    after = reading.lowered[other.end : other.end + 24].replace(",", " ").split()[:3]
    before = reading.lowered[max(0, other.start - 24) : other.start].split()[-2:]
    if before[:1] in (["nous"], ["us"]):  # "nous dit": out of a book
        return False
    if after[:1] in (["or"], ["and"], ["und"], ["oder"], ["et"], ["ou"]):
        after = []  # somebody else says it
    if not _SAYING.isdisjoint(after) or not _SAYING.isdisjoint(before):
        return True
    apposed = reading.lowered[other.end : other.end + 60]
    return apposed.startswith(",") and not _EXPERTS.isdisjoint(apposed[1:].split()[:6])


#: One of these stands in whatever :data:`_SPOKEN` matches.
_HEARING = (*SPEAKING, "gegenüber", "conference", "l'ats")
_HIS = rf"(?:{POSSESSIVES}|the|an?|this|that|eine[mr]|diese[mr]|de[mr]|une?|cet(?:te)?|ce|l[ea])"
_NOUNS = r"(?:[^\W\d_][\w-]*\s){0,2}?"
_PRESS = (
    r"(?:\"[^\"]{2,40}\"|(?-i:[A-ZÄÖÜ]{2,5})\b(?!-[A-ZÄÖÜ])|[^\W\d_-]*-?(?:zeitung|magazin|agentur|presse|medien"
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
    rf"(?:{WORK_NOUN})\b"
)
#: Before a title: "in", "im Buch", "dans".
_IN = re.compile(r"\b(?:in|im|dans|aus|from)(?:\s[^\W\d_]+){0,3}?\s?[\"'*_]{0,2}\s?$")
_PRONOUN = re.compile(rf"\b{PRONOUN}\b")
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
        if said is None:
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


def _sayings(reading: Reading, claims: list[Suggestion]) -> list[_Saying]:
    """The sentences of a text that say where, or to whom, an author says something whose
    ``claims`` follow."""
    made: list[_Saying] = []
    if not claims:
        return made
    last = max(one.end for one in claims)
    authors = {reading.catalogue.keys.get(one.body.value) for one in claims}
    done = 0
    for place in lowered_signs(reading.lowered, reading.language).spoken:
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
        if found is None and any(map(sentence.__contains__, OCCASIONS)):
            found = _occasion(reading, start, end)
        if found is None or _is_written(reading, start, end):
            continue
        who = _sayer(reading, start, end, found.span())
        if who is not None:
            made.append(_Saying(start, end, writer, frozenset(who.entries)))
    return made


def _occasion(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """Where a sentence says on which occasion something is said; not in what is said."""
    found = _OCCASION.search(reading.printed.typed, start, end)
    if found is None or _CLAIM.search(reading.lowered, start, found.start()) is not None:
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
