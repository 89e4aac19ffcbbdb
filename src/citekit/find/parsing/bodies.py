"""Bodies among the authors at the head of a reference string, which the model takes for the
beginning of the title: "et al; Tide Study Group.", "Open Harbour Collaboration. (2015)."

The model is shown the string without such a name, or with one it knows in its place
(:func:`shown`); what it says is then read for the string as it stands (:func:`restored`).

Sources: Citing Medicine (2nd edition), chapter 1 A, "Author", box "Organization as author" (behind
persons after a semicolon); AMA Manual of Style (11th edition), 3.7 (a group behind "et al;");
Publication Manual of the American Psychological Association (7th edition), 9.11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP_WORD, YEAR

#: Words that only names of bodies have, among authors.
ORGANISED = re.compile(
    r"\b(?:universit|organi[sz]ation|institut|ministr|minist[eè]r|department|commission|committee|comité|conseil\b|kommission|cour\sdes\scomptes|treasury|eurostat"
    r"|council|association|society|agency|bureau|bundes|amt|office|ban(?:que|co|ca)\b|bank(?!man|s\b)|corporation|foundation"
    r"|group|center|centre|college|academy|gesellschaft|verein|verband|konsortium|fund|nations"
    r"|statisti|consorti|registry|authorit|observator|museum|parliament|assembly"
    r"|sociedad|sociedade|società|federa[cz]i|asocia|associa[zç]|fondazione|fundaci|consejo|consiglio"
    r"|comisi|gobierno|secretar[ií]a|agencia|agenzia|direcci[oó]n\sgeneral|cent?ro\b|universi[dt]"
    r"|union|service|board(?!man)|conference|governors|sachverständigenrat|collect|press(?!man)|team|project|network|company|inc\b|ltd\b|gmbh)",
    re.I,
)
#: "U.S. Department": no initials.
COUNTRY = re.compile(r"\b(?:U\.S\.(?:A\.)?|U\.K\.|U\.N\.|E\.U\.|N\.Z\.)(?=\s)")
_PARTICLES = r"(?:(?:[Vv][oa]n|de|di|da|del|della|der|den|du|la|le|el|ten|ter)\s|[dD][’'])*"
#: "Roth AB Jr": a name as medical journals print it.
_NAME = (
    rf"{_PARTICLES}{CAP_WORD}(?:\s{CAP_WORD})?\s[^\W\d_a-zß-ÿœ]{{1,4}}\.?(?!\w)"
    r"(?:\s(?:Jr|Sr|2nd|3rd|4th|I{2,3}|IV)\.?)?"
)
#: "Roth, A. B.": as APA prints it.
_INVERTED = (
    rf"{_PARTICLES}{CAP_WORD}(?:[\s-]{CAP_WORD})?,"
    r"(?:\s[^\W\d_a-zß-ÿœ]\.(?:-?[^\W\d_a-zß-ÿœ]\.)*){1,3}"
)
#: Rows of these; atomic, as each name may be read in two ways, and a row in twice as many a name.
_NAMES = (
    rf"(?:(?>{_NAME})(?:[,;]\s(?>{_NAME}))*(?:,?\set\sal\.?)?"
    rf"|(?>{_INVERTED})(?:[,;]\s(?>{_INVERTED}))*)"
)
_WORD = r"(?:St\.(?=\s[A-Z])|[^\W_a-zß-ÿœ][\w’'/&+-]*)"
_WORDS = rf"{_WORD}(?:\s(?:{_WORD}|of|for|on|in|the|and|to|de|&)){{0,10}}?"
#: Nouns of bodies that stand at the end of their names.
_SURELY = (
    r"(?:Investigators|Collaborators|Collaboration|Consortium|Trialists|Task\sForce|Initiative"
    r"|(?:Study|Research|Working|Collaborative|Trials?|Writing|Steering|Advisory|Expert|Cooperative"
    r"|Intervention)\sGroup|(?:Steering|Writing|Advisory)\sCommittee)"
)
_LIKELY = rf"(?:{_SURELY}|Group|Committee|Network|Team|Society|Association|Council|Panel|Alliance)"
#: The words of a name before "Administration" that make it no science: "Food and Drug".
_AGENCY = rf"{CAP_WORD}(?:\s(?:{CAP_WORD}|and)){{1,5}}\sAdministration"
#: French and German names of bodies, whose noun comes first.
_NOUN_FIRST = (
    r"(?:(?:Arbeits(?:gemeinschaft|gruppe|kreis)|Studiengruppe|Forschungsgruppe|Haute\sAutorité"
    r"|Institut\snational|Groupe\s(?:de\stravail|de\srecherche|d[’']études?)"
    r"|Société\s(?:française|nationale|royale|internationale|européenne|suisse|belge)\sd(?:e|es|u)?"
    r")\b[^.:;(\d]{0,80})"
)
_FOR = r"(?:(?:and|for|on\sbehalf\sof|und|für|et|pour)\s)?(?:(?:the|die|der|le|la)\s|l[’'])?"
_DATED = rf"(?=\s?\(?{YEAR}\b)"
_BEHIND_PERSONS = re.compile(
    rf"{_NAMES}(?P<group>(?:"
    rf"(?:[,;]|,?\s&)\s{_FOR}(?:(?:The\s)?(?:{_WORDS}\s)?{_SURELY}|{_NOUN_FIRST})(?:\.(?=\s)|{_DATED})"
    # words that are in titles as well
    rf"|(?:;|,?\s&)\s{_FOR}(?:{_WORDS}\s)?{_LIKELY}\.(?=\s)"
    rf"|(?:[,;]|,?\s&)\s{_FOR}(?:{_WORDS}\s)?{_LIKELY}{_DATED}))"
)
_ALONE = re.compile(
    rf"(?P<group>(?:The\s)?(?:{_WORDS}\s{_SURELY}|{_AGENCY}|{_NOUN_FIRST})\.?)\s"
    rf"(?=\(?{YEAR}\b|[^\W\d_a-zß-ÿœ])"
)
_SMALL = r"(?:of|for|on|in|the|and|to|at|de|du|des|la|le|les|et|der|die|das|für|zur|zum|und|von|&)"
_BODY_WORD = rf"(?:(?:[dlDL][’'])?{_WORD}|{_SMALL})"
#: A body before its year, told by one of its words, or by its letters alone: "U.S. Department of
#: Commerce, Bureau of the Census. 1975.", "Bank of Leeds (BoL), 2010", "OECD. 2019a." (Publication
#: Manual of the APA, 7th edition, 9.11; Chicago Manual of Style, 17th edition, 14.70).
_BEFORE_YEAR = re.compile(
    rf"(?P<group>(?:{COUNTRY.pattern}\s)?(?P<name>{_WORD}(?:,?\s{_BODY_WORD}){{0,13}}?)"
    rf"(?:\s[(\[][^\W\d_][\w&.-]{{1,11}}[)\]])?(?:\s\(?(?:[Ee]ds?|[Hh]rsg|[Hh]g|[Éé]d)\.?\))?)"
    rf"(?:[.,]?\s\(?|:\s){YEAR}[a-z]?(?=[).,:;\]/])"
)
#: German and French: the noun stands first, words in lower case follow.
_NOUN_BEFORE_YEAR = re.compile(
    r"(?P<group>(?P<name>(?:Sachverständigenrat|Bundes\w+|\w*[Mm]inisterium|Statistisches\s\w+|Deutsche[rs]?\s\w+"
    r"|Institut|Ministère|Conseil|Haut\sConseil|Comité|Commission|Direction|Cour|Agence|Office"
    r"|Observatoire|Assemblée|Banque|Kommission|Verband|Verein|Rat)\s[^.:;()\d]{3,110}?)"
    r"(?:\s\([^\W\d_][\w&.-]{1,11}\))?(?:\s\((?:Hrsg|Hg|[Éé]d)\.?\))?)"
    rf"[.,]?\s\(?{YEAR}[a-z]?(?=[).,:;\]/])"
)
#: First words of titles, which have such nouns as well.
_TITLES = re.compile(
    r"(?:The\s)?(?:Annual|Report|Proceedings|Handbook|Journal|History|Statistics|Statistical|Constitution"
    r"|Charter|Treaty|Law(?!\s(?:Society|Commission|Reform))|Act|Encyclop|Dictionary|Bericht|Rapport|Handbuch|Jahrbuch|Gesetz|Loi"
    r"|Dictionnaire|Essays?|Papers|Documents|Minutes|Review|Studies|Introduction|On|In|Zur?|Sur|À|How|Why|What)\b",
    re.I,
)
#: A group behind "and": "Roth, A., & Tide Study Group".
GROUP = re.compile(rf"(?:[Tt]he\s)?{_WORDS}\s{_SURELY}\.?")
#: Words in capitals that no name is but a body's, as far as they may be spoken.
_ACRONYMS = frozenset(
    """ACER ADEME AIE BCE BEA BIS BIZ BLS BMAS BMBF BMF BMWI BMWK CBO CDC CEPAL CEPII CEPR CERN CFPB
    CIA CNIL CNRS DARES DGB DIHK DIW DREES EBA ECB ECDC ECLAC EFSA EIA EIB EIOPA EMA EPA ESA ESMA
    ESRB EZB FAO FAZ FBI FCA FDA FDIC FED FMI FSB FSF GAO GIEC GIZ HHS HMRC IAB IAEA IATA IBRD ICRC
    IEA IFC IFO IFS ILO IMF INED INRA INRIA INSEE INSERM IOM IPCC IRENA IRS ISO IWF IWH IZA NASA
    NATO NBER NICE NIH NIST NOAA OCDE OECD OFCE OFGEM OIE OIT OMC OMS ONS ONU OPEC OSCE OSZE OTAN
    PEW RAND RBA RIVM RKI RWI SCIE SEC SIPRI SNB SVR UBA UE UKSA UN UNCTAD UNDESA UNDP UNECE UNEP
    UNESCO UNFCCC UNHCR UNICEF UNIDO UNODC USAID USDA USGS VDA VDI WEF WEO WHO WIFO WSI WTO WWF ZEW
    """.split()
)
_UNSPOKEN = re.compile(r"[^AEIOUYÄÖÜÉÈÀÂÊÎÔÛ]{2,8}")


def is_acronym(word: str) -> bool:
    """Whether a word that is all of an author's name is a body's in letters: "OECD", "DFG"."""
    return word in _ACRONYMS or (_UNSPOKEN.fullmatch(word) is not None and word.isupper())


_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿœ]{2}")
#: A body that the model knows.
_KNOWN = "World Health Organization."


class Shown(NamedTuple):
    """What is shown for a string: the text, where the body stands in the string, the length of
    what stands there in its place, and whether the body is the only author."""

    text: str
    start: int
    end: int
    length: int
    alone: bool


def shown(string: str) -> Shown | None:
    """What to show of ``string`` if there is a body among its authors."""
    found = _BEHIND_PERSONS.match(string)
    if found is not None:
        start, end = found.span("group")
        before = string[start - 1 : start]
        stand_in = "." if string[end - 1] == "." and before != "." else ""
        return Shown(string[:start] + stand_in + string[end:], start, end, len(stand_in), False)
    end = _dated(string)
    if end:
        return Shown(_KNOWN + string[end:], 0, end, len(_KNOWN), True)
    found = _ALONE.match(string)
    if found is None:
        return None
    end = found.end("group")
    words = found["group"].split()
    dated = string[end - 1] != "." or re.match(rf"\s\(?{YEAR}\b", string[end:])
    if not dated and len(words) < 3 and not _CAPITALS.match(words[0]):
        return None
    return Shown(_KNOWN + string[end:], 0, end, len(_KNOWN), True)


def _dated(string: str) -> int:
    """Where the name of a body ends that ``string`` begins with and a year follows; 0 if none
    does, or if it may as well be a title."""
    if _PERSON_FIRST.match(string):
        return 0
    for pattern in (_BEFORE_YEAR, _NOUN_BEFORE_YEAR):
        found = pattern.match(string)
        if found is None:
            continue
        name = found["name"]
        told = _TOLD.search(name) if " " in name else is_acronym(name)
        if told and not _TITLES.match(name) and not _INITIALED.search(name):
            end = found.end("group")
            return end + string.startswith((".", ","), end)
    return 0


#: "Roth, A.", "Roth AB,": a cheap look before the others.
_PERSON_FIRST = re.compile(r"[\w’'-]+(?:,\s[A-ZÀ-Þ]\.|\s[A-ZÀ-Þ]{1,2},)|[A-ZÀ-Þ]\.\s(?!S)|\W")
#: A word of a body where its name ends, or before what it is of; not "Office Politics".
_TOLD = re.compile(
    rf"(?:{ORGANISED.pattern})\w*(?=$|,|\s{_SMALL}\s|\s[dl][’']|\s[a-zß-ÿ])|\bStatisti\w+\b", re.I
)
#: "Bank, A. B.", "Bank AB": of a person.
_INITIALED = re.compile(r"\b[^\W\d_a-zß-ÿœ]\.|,\s[^\W\d_a-zß-ÿœ]{1,3}$|^\w+\s[^\W\d_a-zß-ÿœ]{1,2}$")


def restored(string: str, seen: Shown, parts: Sequence[Part]) -> tuple[list[Part], Sure] | None:
    """The parts of what was shown, as stretches of ``string``, and the stretch of the authors;
    none where the parts show that it has no body for an author."""
    inside, shift = seen.start + seen.length, seen.end - seen.start - seen.length
    found: list[Part] = []
    for label, _, start, end in parts:
        start += shift if start >= inside else 0
        end += shift if end >= inside else 0
        if seen.alone and end <= seen.end:
            continue
        found.append(Part(label, string[start:end], start, end))
    placed = any(part.label == "place" for part in parts)
    if not placed and any(part.label == "title" and part.text.endswith(":") for part in parts):
        return None  # "Leeds:", a place, and what was taken for a body is the title
    if seen.alone:
        titled = [part.label for part in parts if part.end > inside and part.label != "date"]
        if titled[:1] != ["title"]:
            return None
        return found, ("author", 0, seen.end)
    author = next((p for p in parts if p.end >= seen.start and p.label == "author"), None)
    if author is None or author.start >= seen.start:
        return None
    return found, ("author", author.start, seen.end)
