"""What a writer remarks on words quoted, behind their citation: "emphasis added".

Whoever changes quoted words, or translates them, says so in the parentheses of the citation.
Sources: Chicago Manual of Style (17th edition), 13.62 ("italics added") and 13.74 ("my
translation"); MLA Handbook (9th edition), 6.63; Duden, Die deutsche Rechtschreibung
("Hervorhebung im Original"); Imprimerie nationale, Lexique des règles typographiques ("C’est moi
qui souligne").
"""

from __future__ import annotations

import re

from citekit.find.citelocators import LIST, without_section
from citekit.find.shapes import YEAR

_BY = (
    r"(?:by\s(?:the\s)?(?:author|me|us|translator|editor)s?|mine|ours|my\sown|added|modified|altered"
    r"|amended|adapted|supplied|omitted|removed|(?:in\s)?(?:the\s)?original|in\s(?:the\s)?orig\.)"
)
_NOTED = (
    r"(?:emphas[ie]s|italics?|italici[sz]ed|underlining|stress|brackets?|footnotes?|notes?|citations?"
    r"|references?|translat(?:ion|ed)s?|trans(?:l\.|\.)|ellips[ie]s|parenthes[ie]s|punctuation"
    r"|capitali[sz]ation)"
)
_ENGLISH = (
    rf"(?:my|our|(?:the\s)?author[’']s|translator[’']s)?\s?(?:own\s)?{_NOTED}"
    rf"(?:\s(?:is|are))?(?:\s(?:slightly|partly))?\s{_BY}"
    rf"|(?:(?:my|our|(?:the\s)?author[’']s|translator[’']s)(?:\sown)?|own)\s{_NOTED}"
)
_VERF = (
    r"(?:Verf(?:asser(?:in|s)?\b|f?\.)|Autor(?:in|s)?\b|A\.|V\.|Übersetzer(?:in|s)?\b|Übers\."
    r"|Hg\.|Hrsg\.)"
)
_WHOSE = (
    rf"(?:(?:d(?:urch|\.)|von|vom|v\.)\s(?:d(?:en|ie|er|em|es|\.)\s)?(?:{_VERF}|mir|uns)"
    rf"|(?:der|des|d\.)\s?{_VERF}|i\.\s?O(?:rig)?\.|im\sOrig(?:inal|\.)?|hinzugefügt|getilgt"
    r"|(?:leicht\s)?(?:geändert|modifiziert|angepasst|verändert)|nicht\sübernommen"
    r"|[A-ZÄÖÜ]\.\s?[A-ZÄÖÜ]\.)"
)
_MERKMAL = (
    r"(?:H(?:erv(?:orh(?:ebung(?:en)?)?)?)?\b\.?|Kursiv(?:ierung(?:en)?|setzung(?:en)?|\.)?"
    r"|Unterstreichung(?:en)?|Sperrung(?:en)?|Übers(?:etzung(?:en)?|\.)?|Übertragung|Einfügung(?:en)?"
    r"|Auslassung(?:en)?|Erg(?:änzung(?:en)?|\.)|Anm(?:erkung(?:en)?|\.)|Fußnoten?|Fussnoten?)"
)
_GERMAN = rf"(?:meine?|eigene|unsere|m\.|e\.)\s{_MERKMAL}|{_MERKMAL}\s{_WHOSE}"
_QUI = r"(?:soulign(?:e|ons)|tradui(?:s|sons)|adapt(?:e|ons)|précis(?:e|ons))"
_AUTEUR = (
    r"(?:(?:de|par)\s)?(?:l[’']auteure?|l[’']autrice|les\sauteure?s|nous|moi|nos\ssoins"
    r"|mes\ssoins)"
)
_FRENCH = (
    rf"(?:je|nous)\s(?:l[ea]\s)?{_QUI}|c[’']est\s(?:moi|nous)\squi\s{_QUI}"
    r"|(?:ma|notre|mes|nos)\s(?:traductions?|trad\.|italiques?|emphases?|soulignements?)"
    rf"|(?:traduction|trad\.|traduit|italiques?|en\sitalique|soulign(?:é|ement)|emphase|note|crochets)s?\s"
    rf"(?:{_AUTEUR}|personnelle|légèrement\smodifiée|modifiée|mienne|libre|ajoutée?s?"
    r"|dans\s(?:l[’']original|le\stexte(?:\soriginal)?)|d[’']origine|original)"
    rf"|l[’']auteure?\ssouligne"
)
_REMARK = (
    rf"(?:(?i:{_ENGLISH}|{_FRENCH})|{_GERMAN}|(?:eigene|meine)\s(?:Übersetzung|Übertragung))\.?"
)
#: Remarks at the end of what stands in parentheses, with what parts them from the rest.
_REMARKS = re.compile(rf"\s?[,;:.–—-]?\s?\b{_REMARK}(?:\s?(?:[,;/]|and|und|et)\s?{_REMARK})?\s?\Z")
_LONGEST = 90
#: Names and years, perhaps with a place, and nothing else.
_CITE = re.compile(
    rf"[^\d.:„“”»«()]*(?:[^\W\d_]\.[^\d:„“”»«()]*)?\(?{YEAR}[a-k]?\)?"
    rf"(?:\s?[,:]\s?(?:(?:S|pp?)\.\s?)?{LIST})?[\s,;.]*"
)


def without_remarks(words: str) -> str:
    """The words of a citation without the remarks behind it."""
    found = _REMARKS.search(words, max(0, len(words) - _LONGEST))
    return words if found is None else words[: found.start()]


def is_remarked_cite(words: str) -> bool:
    """Whether words are names and years with a remark on quoted words behind them, or the heading
    of a section, and no reference with a title: "Lee 1990, 15, my translation"."""
    cite = without_section(without_remarks(words))
    return cite != words and _CITE.fullmatch(cite) is not None
