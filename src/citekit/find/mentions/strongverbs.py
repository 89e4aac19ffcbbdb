"""German past tenses with no ending: "blieb", "widersprach", "schlossen".

Source: Duden, Die Grammatik, list of the strong and irregular verbs, a closed class.
"""

from __future__ import annotations

import re

_STEMS = """bat bot befahl begann biss biß blieb brach briet drang empfahl erlosch erschrak fand
fiel fing floh flog floss floß focht fraß fror fuhr galt gab gebar gelang genas genoss genoß geschah
gewann ging glich glitt goss goß griff grub half hielt hieb hieß hing hob kam klang kroch lag las
lief litt ließ log lud maß mied nahm pfiff pries rang rann riet rief riss riß ritt roch rieb sah
sang sank sann saß schied schien schlich schlief schloss schloß schlug schmiss schmolz schnitt schob
schoss schoß schrak schrie schrieb schritt schuf schwamm schwand schwang schwieg schwoll schwor
sprach sprang stach stahl stand starb stieg stieß strich stritt tat traf trank trat trieb trog trug
verdarb vergaß verlor verzieh wand warb warf wich wies wob wog wuchs wusch zog zwang"""
_PREFIXES = """ab an auf aus be bei da dar durch ein emp ent er fern fest fort frei ge gegenüber
gleich her herab heran heraus herbei herein hervor hin hinaus hinein hinter hinzu los miss mit nach
nahe nieder offen preis statt teil über überein um unter ver vor voran voraus vorbei weg weiter wahr
wider wieder zer zu zurecht zurück zusammen"""
_STRONG = re.compile(
    rf"(?:{'|'.join(_PREFIXES.split())}){{0,2}}(?:{'|'.join(_STEMS.split())})(?:en)?"
)


def is_strong_past(word: str) -> bool:
    """Whether a word in lower case is the past of a strong verb, with a prefix or without."""
    return _STRONG.fullmatch(word) is not None
