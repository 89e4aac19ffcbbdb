"""Where letters and papers are kept, which is no work, and what is printed behind it.

"Bodleian Library, MS. Eng. lett. c. 412, fols. 33r–35v. Printed in Lee (1998, 210–12)."  Sources:
Chicago Manual of Style (17th edition), 14.111 and 14.221–231 (letters in editions, manuscript
collections); Archives Hub and ISAD(G), 3.1.1 (reference codes); the statements of provenance and
printing ("Überlieferung", "Druck") in German editions of letters; for French the shelfmarks of
the Bibliothèque nationale ("NAF 14591, f. 12").
"""

from __future__ import annotations

import re

from citekit.find.shapes import CAP, YEAR

#: What keeps papers: a word of its name, or capitals that it is known by.
_KEEPER = (
    r"(?:[\w-]*[Bb]ibliothe[kc]\w*|[Bb]iblioth[èe]ques?|[Bb]ibl\.|\w*[Ll]ibrar(?:y|ies)"
    r"|[\w-]*[Aa]rchiv(?:es?|s|um|io)?|[Mm]us(?:eum|ée)s?|[Rr]ecord\s[Oo]ffice|[Nn]achl(?:ass|aß|\.)"
    r"|[Pp]apers|[Ff]onds|[Cc]ollections?|[Ss]ammlung\w*|[Pp]rivatbesitz|B\.\s?N\.(?:\sF\.)?)"
)
_INITIALS = r"(?:[A-ZÄÖÜ]{2,6}|BnF)"
#: Before the number of a manuscript, and of a box or file.
_MANUSCRIPT = (
    r"(?:(?:[Aa]dd(?:it)?\.?\s)?[a-z]?MSS?\b\.?|\b[Mm]ss?\.|\bMss?\b|\bHss?\.|\b[Cc]od\.|\bNAF\b"
    r"|\b[Nn]\.\s?a\.\s?fr\.|\bNL\b|\bNl\.)"
)
_BOX = (
    r"(?:\bSign?\.|\bSignatur|\b[Cc]ote|\b[Bb]ox|\b[Ff]olders?|\bKarton|\bKasten|\bMappe|\bSchachtel"
    r"|\bFasz\.|\b[Cc]arton|\b[Dd]ossier|\b[Ll]iasse|\bInv\.(?:-Nr\.)?|\bBest\.|\bAutogr\.)"
)
#: "fols. 33r–35v", "f. 12", "Bl. 3": leaves.
_LEAVES = r"\b(?:fols?|foll|ff?|Bl|Bll)\.\s?\d{1,4}\s?[rvʳᵛ]?"
#: "PA 88a", "NL 112: 48", "A:Rilke 59.114": capitals, perhaps with a word, and a number.
_CODE = (
    rf"\b(?:[A-Z]{{1,2}}:\s?\w+|[A-ZÄÖÜ]{{2,6}})(?:[ .-][A-Za-z]{{1,5}}\.?)?\s(?!{YEAR}\b)\d{{1,5}}"
)
#: A label of the statement: "**Überlieferung:** ", "H: ", "Original: ".
_LABEL = r"(?:[*_]{0,2}[^\W\d_]{1,24}:[*_]{0,2}\s)?"
_BETWEEN = r"(?:[^\n;.()]|\.(?!\s[^\W\d_a-zß-ÿœ][a-zß-ÿ]{3})|\([^()\n]{1,60}\)){0,160}?"
#: The words of a keeper's name before the one that tells; a place or a body stands before that.
_WORDS = rf"(?:(?:{CAP}|[a-zß-ÿ]{{1,5}})(?!\w)\.?\s+){{0,6}}?"
_HEAD = re.compile(
    rf"{_LABEL}(?:(?:{_WORDS}{CAP},\s+)?{_WORDS}(?<!\w){_KEEPER}(?!\w){_BETWEEN}"
    rf"(?:(?:{_MANUSCRIPT}|{_BOX})[^\n;]{{0,24}}?\d|{_LEAVES})"
    rf"|{_WORDS}(?<!\w){_KEEPER}(?!\w){_BETWEEN}{_CODE}"
    rf"|{_INITIALS}(?:\s{CAP})?(?:,?\s(?:[^\n;.()]{{0,30}}?{_MANUSCRIPT}[^\n;]{{0,24}}?\d|{_LEAVES}"
    rf"|(?!{YEAR}\b)\d{{1,4}}/\d|[A-Z]{{1,2}}:\s?\w+\s\d))"
    rf"|(?:[Aa]dd\.?\s)?MSS?\b\.?[^\n;,]{{0,24}}?\d)"
)
#: What ends the statement: a semicolon, a dash, a full stop and another sentence; "14. März".
_NO_MONTH = r"(?!(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
_ENDS = re.compile(
    r";\s*|\.?\s(?:--+|[–—])\s"
    rf"|(?<=\d)\.\s+{_NO_MONTH}(?=[*_]{{0,2}}[^\W\d_])"
    r"|(?<=[IVXrvʳᵛ)\]])\.\s+(?=[*_]{0,2}[^\W\d_a-zß-ÿœ])"
    r"|(?<=[a-zß-ÿ]{4})\.\s+(?=[*_]{0,2}[^\W\d_a-zß-ÿœ])"
)
#: Before the edition that prints a manuscript.
_PRINTED_IN = (
    r"(?:(?:(?:[Ff]irst|[Pp]artly)\s)?(?:[Pp]rinted|[Pp]ublished|[Ee]dited)\s(?:in|by)"
    r"|(?:[Ee]rst|[Tt]eil)?[Dd]ruck(?:e|s)?(?:\sin|\sbei)?:?[*_]{0,2}:?"
    r"|(?:(?:[Ee]rstmals|[Zz]uerst)\s)?(?:(?:[Aa]b)?[Gg]edruckt|[Vv]eröffentlicht|[Ee]diert)(?:\sin|\sbei)?:?|ED:|D:"
    r"|(?:[Pp]ubliée?s?|[Ii]mprimée?s?|[Éé]ditée?s?)\s(?:dans|par)|[Éé]d\.\s:)"
)
_PRINTED = re.compile(rf"[*_]{{0,2}}{_PRINTED_IN}\s")
#: "Lee to Roy, Baden, 22 September 1867, in ", before an edition.
_LETTER_IN = re.compile(
    rf"\b(?:to|an|à)\s(?:{CAP}|[a-z]{{2,4}})[^;()\n]{{0,80}}?,\s(?:den\s|le\s)?\[?(?:\d{{1,2}}[^\W\d_]{{0,2}}\.?\s?(?:[^\W\d_]{{3,9}}\.?,?|\d{{1,2}}\.)\s?"
    rf"|[^\W\d_]{{3,9}}\.?\s\d{{1,2}},\s){YEAR}\]?(?:\s\([^()\n]{{1,40}}\))?,\s(?:(?:quoted|printed|zitiert|gedruckt|abgedruckt|cité|cited)\s)?"
    r"(?:in:?|dans)\s"
)
#: So far before a candidate the words for a letter begin (code points).
_REACH = 60


def behind_letter(text: str, start: int, end: int) -> int:
    """Where a reference begins behind the sender, recipient and date of a letter that it prints;
    ``start`` if there are none."""
    found = _LETTER_IN.search(text, max(0, start - _REACH), end)
    return found.end() if found is not None and start < found.end() < end else start


def behind_archive(text: str, start: int, end: int) -> int:
    """Where a reference begins behind the statement where a manuscript is kept; ``start`` if there
    is none, and ``end`` if there is nothing else."""
    head = _HEAD.match(text, start, end)
    if head is None:
        return start
    stop = _ENDS.search(text, head.end(), end)
    if stop is None:
        return end
    printed = _PRINTED.match(text, stop.end(), end)
    return printed.end() if printed is not None else stop.end()
