"""Sentences that say what a work claims, by its title alone: "*Title* argues that …",
"According to *Title*, …", "The author of *Title* holds that …", "In „Titel“ heißt es, …",
"La thèse de *Titre* est que …".

Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import CLAIM_NOUNS, CLAIM_VERBS, WORK_NOUNS
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.reading import Reading, Span

_OPENING = r"(?:(?:but|yet|and|aber|doch|und|mais|et|or|schon|auch|even),?\s)?"
_MARKS = r"[\"'*_«]{0,2}\s?"
_AUTHOR = (
    r"(?:the\sauthors?\sof|(?:der|die|dem)\s(?:autor|autorin|autoren|verfasser|verfasserin|verfassern)\s(?:von|des)"
    r"|(?:l'\s?auteure?|l'\s?autrice|les\s(?:auteurs|auteures|autrices))\sde)\s"
)
_WORK = "|".join(sorted(WORK_NOUNS))
_NOUN = "|".join(sorted(CLAIM_NOUNS))
#: Before a title that is a subject, or in apposition to one: "His great book, *Title*".
_SUBJECT = re.compile(
    rf"{_OPENING}(?:{_AUTHOR}|(?:his|her|their|sein|ihr|son|leur)\s(?:[^\W\d_]+\s){{0,3}}(?:{_WORK}),\s)?{_MARKS}"
)
#: "According to *Title*, …".
_ACCORDING = re.compile(
    rf"{_OPENING}(?:according\sto|laut|glaubt\sman|folgt\sman|selon|d'après|à\sen\scroire)\s"
    rf"(?:{_AUTHOR}|(?:dem|der|the|le|la|du|son|l'))?\s?{_MARKS}"
)
#: After it: its clause; in German the verb.
_THEN = re.compile(
    r"[\"'*_»]{0,2}\s?[\"'*_»]{0,2}(?:\s?\([^()]{4,20}\))?(?:,\s|\s(?=[^\W\d_]+(?:t|en|d)\s))"
)
_IN = re.compile(
    rf"{_OPENING}(?:in|im|dans)\s(?:the\s|dem\s|der\s|le\s|la\s|l')?(?:[^\W\d_]+\s){{0,2}}{_MARKS}"
)
_IT_SAYS = re.compile(
    r"[\"'*_»]{0,2}\s?(?:\([^()]{4,20}\))?,?\s(?:(?:heißt|hieß)\ses,?\s(?:dass|daß|d[aiefmnr]{2}|eine?[mnrs]?|wer|was|[^\W\d_]+\s)"
    r"|(?:steht|stand)(?:\s[^\W\d_]+){0,2},\s(?:dass|daß)\s"
    r"|(?:it\sis\s(?:argued|claimed|said|maintained)|we\sread|we\sare\stold|one\sreads)\sthat\s"
    r"|(?:on\slit|il\sest\s(?:dit|soutenu|affirmé|écrit))\squ)"
)
#: "Der Beamte, heißt es in „Titel“, …".
_INSERTED = re.compile(
    rf"[^.;:!?]{{3,200}},\s(?:so\s)?(?:heißt|hieß)\ses\s(?:in|im)\s(?:[^\W\d_]+\s){{0,2}}{_MARKS}"
)
_READ_IN = re.compile(
    rf"{_OPENING}(?:(?:we|one)\sreads?\sin|on\s(?:peut\s)?lit\sdans|(?:man\sliest|wir\slesen)\sin)\s{_MARKS}"
)
_THAT = re.compile(r"[\"'*_»]{0,2}\s?,?\s?(?:that|dass|daß|que|qu')\b")
#: "The argument of *Title* is that …".
_THESIS = re.compile(
    rf"{_OPENING}(?:the|die|der|das|la|le|l')\s?(?:[^\W\d_]+\s){{0,2}}(?:{_NOUN}|hauptthese|kernthese|grundthese)\s"
    rf"(?:of|in|von|aus|de|dans)\s{_MARKS}"
)
_RUNS = re.compile(
    r"[\"'*_»]{0,2}\s?[\"'*_»]{0,2}\s(?:is|was|ist|war|lautet|lautete|besteht|est|était|runs)\b"
    r"[^.;:!?]{0,30}?(?:,?\s(?:that|dass|daß|que)\b|\squ'|\s?:\s)"
)
#: Before a title that opens a sentence stands no more (code points).
_LONGEST_LEAD = 60
#: What is said beside a title has so many code points.
_SHORTEST = 15


def told_by_title(reading: Reading, span: Span) -> bool:
    """Whether the sentence around the span of a title says what the work claims."""
    start, end = reading.sentences.around(span[0])
    lowered, after = reading.lowered, span[1]
    inserted = lowered.find(" es i", start, span[0]) != -1
    if span[0] - start > _LONGEST_LEAD and not inserted:
        return False
    at = next((at for at in range(*span) if at in reading.title_ends), span[0])
    if (at - start) + (end - after) < _SHORTEST or _is_quotation(
        reading, (at, after), (start, end)
    ):
        return False
    if _SUBJECT.fullmatch(lowered, start, at):
        found = predicate(reading.text, lowered, after, end, reading.language)
        if found is None and lowered.startswith(", ", after):  # "His book, *Title*, argues"
            found = predicate(reading.text, lowered, after + 1, end, reading.language)
        return (
            found is not None
            and found.verb in CLAIM_VERBS
            and (found.complement in ("clause", "colon") and not found.unreal)
        )
    if inserted and _INSERTED.fullmatch(lowered, start, at):
        return True
    if end - after < _SHORTEST:
        return False
    for before, then in (
        (_ACCORDING, _THEN), (_IN, _IT_SAYS), (_READ_IN, _THAT), (_THESIS, _RUNS),
    ):  # fmt: skip
        if then.match(lowered, after, end) and before.fullmatch(lowered, start, at):
            return True
    return False


def _is_quotation(reading: Reading, title: Span, sentence: Span) -> bool:
    """Whether more than half of a sentence beside the title stands in quotation marks."""
    quoted = sum(
        min(quote[1], sentence[1]) - quote[0]
        for quote in reading.quotes_between(*sentence)
        if not quote[0] <= title[0] < quote[1]
    )
    return 2 * quoted > sentence[1] - sentence[0] - (title[1] - title[0])
