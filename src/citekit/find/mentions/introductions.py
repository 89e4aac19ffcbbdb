"""Somebody whom a text brings in as the day's news do: with an age, an office, a trade.

He may have the name of an author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citingwords import OFFICES, ROLES, WORK_NOUNS
from citekit.find.works import NameHit

_AGE = re.compile(
    r"(?:,\s|\s\()(?:\d{1,2}|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vier|drei)(?:\sans|\syears?\sold)?[,)]"
)
_PARTY = re.compile(r"\s\((?:[A-ZÄÖÜ]{2,6}|Grüne|Linke|[DR])(?:[-–,][^()]{1,20})?\)")
_ROLE = re.compile(r",\s(?P<role>[^,.;:()\n]{3,60})[,.]")
_APPOSED = re.compile(
    r",\s(?P<article>the|an?|le|la|une?|der|die|das|eine?|her|his|ihr|sein|l['’])\s?(?P<role>[^,.;:()\n]{3,60}),"
)
#: What somebody is who speaks to the press.
_PUBLIC = OFFICES | frozenset(
    """democrat republican assemblyman assemblywoman councilman councilwoman lawmaker supervisor
    spokesperson leiter leiterin geschäftsführer geschäftsführerin vorsitzender vorsitzende
    mp mep msp landrat landrätin conseiller conseillère porte-parole élu élue""".split()
)
#: "a carpenter from Leeds": where somebody is from, as the day's news say it.
_ORIGIN = re.compile(
    r"^(?:an?|une?|eine?)\s(?:[^\W\d_A-Z][\w-]*\s|[A-ZÄÖÜ][\w-]*\s){1,3}?"
    r"(?:from|aus|de|d['’])\s?[A-ZÀ-Ý]"
)
_RELATIVES = frozenset("who whose whom der die deren dessen qui dont".split())
_MEMBER = re.compile(r"\bmember\s(?:of\sparliament\s)?for\s[A-Z]")
_RETIRED = re.compile(
    r"\b(?:retired|pensionierter?|verrenteter?|im Ruhestand|retraitée?|à la retraite)\b"
)
#: What those are who seldom write books: trades, most of them of the hand.
_TRADES = frozenset(
    """plumber dentist carpenter joiner baker butcher electrician bricklayer roofer mechanic welder
    miner driver hairdresser barber florist gardener postman janitor caretaker waiter waitress
    shopkeeper grocer nurse midwife firefighter policeman policewoman
    klempner schreiner tischler bäcker metzger elektriker maurer dachdecker mechaniker schlosser
    bergmann fahrer fahrerin friseur friseurin gärtner gärtnerin briefträger hausmeister kellner
    kellnerin verkäufer verkäuferin zahnarzt zahnärztin krankenschwester hebamme feuerwehrmann
    plombier menuisier charpentier boulanger boulangère boucher électricien maçon couvreur garagiste
    mineur chauffeur coiffeur coiffeuse fleuriste jardinier facteur concierge serveur serveuse
    épicier épicière dentiste infirmier infirmière pompier""".split()
)
#: Who writes books, by the ending.
SCHOLARLY = re.compile(
    r"(?:olog(?:e|en|in|innen|ist|ists|ue|ues)|oger|historian|iker(?:in)?|ist|istin|ian|ien|ienne|iste|author"
    r"|scholar|theorist|wissenschaftler(?:in)?|forscher(?:in)?|professor(?:in)?|chercheu[rs]e?|penseur"
    r"|denker(?:in)?|thinker|writer|schriftsteller(?:in)?|autor(?:in)?|auteure?|autrice)s?$"
)


def is_public(text: str, end: int) -> bool:
    """Whether a full name that ends at ``end`` is brought in as the day's news bring in
    people."""
    if _AGE.match(text, end) or _PARTY.match(text, end):
        return True
    apposed = _ROLE.match(text, end)
    if apposed is None:
        return False
    role = apposed["role"].lower().replace("’", " ").replace("'", " ").split()
    if not _PUBLIC.isdisjoint(role) or _MEMBER.search(apposed["role"]):
        return True
    told = role[0] in _RELATIVES or _writes([word for word in role if word not in _TRADES])
    if not told and (not _TRADES.isdisjoint(role) or _RETIRED.search(apposed["role"])):
        return True
    return _ORIGIN.search(apposed["role"]) is not None and not _writes(role)


def is_introduced(text: str, hit: NameHit) -> bool:
    """Whether a surname is followed by what one says of somebody new: an age, or, where a
    sentence begins, what he does, and that is not to write."""
    end = hit.end
    if text[end : end + 1] not in (",", " "):
        return False
    if _AGE.match(text, end):
        return True
    apposed = _APPOSED.match(text, end)
    if apposed is None or text[max(0, hit.start - 2) : hit.start].strip(" \n") not in (*".?!:", ""):
        return False
    if apposed["article"].startswith("d") and apposed["role"].rsplit(" ", 1)[-1].islower():
        return False  # "Name, die in Ort lehrt,"
    words = apposed["role"].lower().replace("-", " ").replace("’", " ").replace("'", " ").split()
    return not _writes(words)


def _writes(role: Sequence[str]) -> bool:
    """Whether the words say of somebody that he writes or does research."""
    return any(word in ROLES or word in WORK_NOUNS or SCHOLARLY.search(word) for word in role)
