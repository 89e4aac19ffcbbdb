"""The signs that several finders of mentions ask for in a text in lower case, found in one
pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from string import whitespace
from typing import NamedTuple

from citekit.find.mentions.creditwords import SIGNS
from citekit.find.signs import SignSets

#: What ends a sentence, or stands behind its end.
ENDS = frozenset(".!?…\"')]»*_")
#: Possessives that may begin a sentence, behind the sign or space that stands before their own.
_POSSESSIVES = [
    f"{before}{word} "
    for word in "his her sein seine ihr ihre son sa".split()
    for before in ("\n", *(f"{sign} " for sign in (*ENDS, *whitespace)))
]
#: One of these stands where somebody is spoken to.
SPEAKING = """telefon telefonisch interview anfrage nachfrage rückfrage mail zeitung redaktion
    agentur magazin mikrof mikroph rede ansprache gespräch radio fernsehen twitter
    facebook medien pressekonferenz journalisten sagt sagte erklärt erzählt verriet phone told
    speech television statement contacted reached téléphon entretien joint contacté sollicité
    interrogé micro courriel journal quotidien rédaction discours allocution télévision ondes afp
    plateau colonnes déclar confi""".split()
#: One of these stands in whatever tells the occasion of a saying.
OCCASIONS = """testi hearing briefing committee senat congress parliament lawmakers
    legislators commission inquiry jury jurors deputies reporters conference
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


class LoweredSigns(NamedTuple):
    """Where in a text in lower case a possessive may begin a sentence, something is spoken,
    and somebody may be credited, in the order of the patterns for that."""

    possessives: Sequence[int]
    spoken: Sequence[int]
    credited: Sequence[Sequence[int]]


@lru_cache(maxsize=3)
def _sets(language: str) -> SignSets:
    return SignSets([_POSSESSIVES], [SPEAKING + OCCASIONS], SIGNS[language])


@lru_cache(maxsize=2)
def lowered_signs(lowered: str, language: str) -> LoweredSigns:
    """What a text in lower case has of :class:`LoweredSigns`."""
    (possessives,), (spoken,), credited = _sets(language).places(lowered)
    return LoweredSigns(possessives, spoken, credited)
