"""Where and when somebody says something aloud, or in the day's press: before a committee, at a
conference, on Monday, in an op-ed.

What is said on such an occasion is in none of an author's books
(:mod:`citekit.find.mentions.interviews`).  The words are to be read as typed
(:func:`citekit.find.worktitles.typed`), without regard to capitals but where they tell names.
"""

from __future__ import annotations

import re

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
OCCASION = re.compile(f"{_EN}|{_DE}|{_FR}", re.I)
#: Behind these what somebody claims begins: no occasion of its being said is told in it.
CLAIM = re.compile(r"\b(?:that|how|why|que|dass|daß|warum|comment|pourquoi)\b|\bqu'")
#: One of these stands in whatever :data:`OCCASION` matches.
OCCASION_SIGNS = """testi hearing briefing committee senat congress parliament lawmakers legislators
    commission inquiry jury jurors deputies reporters conference
    speaking appear spoke lecture talk keynote panel rally seminar podcast symposium workshop
    webinar debate tweet op-ed column editorial monday tuesday wednesday thursday friday saturday
    sunday writing
    ausschuss kommission parlament bundestag landtag gericht abgeordneten stadtrat
    gemeinderat anhörung konferenz podiumsdiskussion tagung
    kundgebung veranstaltung vortrag auftritt gastbeitrag leitartikel leserbrief statement
    montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag gestern sénat parlement assemblée
    députés presse tribunal élus conseil audition conférence débat colloque meeting
    séminaire rencontre émission tribune chronique éditorial billet lundi mardi mercredi jeudi
    vendredi samedi dimanche""".split()
