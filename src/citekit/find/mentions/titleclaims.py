"""Sentences that say what a work claims, by its title: "*Title* argues that …", "According to
*Title*, …", "In „Titel“ heißt es, …", "La thèse de *Titre* est que …"; and what its author does
there, if the title opens the sentence: "In *Title*, Name distinguishes three kinds of …".

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re

from citekit.find.citingwords import CLAIM_NOUNS, CLAIM_VERBS, OPENING, WORK_NOUN
from citekit.find.mentions.bounds import Claim, bounded
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.frames import follows
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.treated import treats_behind

_MARKS = r"[\"'*_«]{0,2}\s?"
_AUTHOR = (
    r"(?:the\sauthors?\sof|(?:der|die|dem)\s(?:autor|autorin|autoren|verfasser|verfasserin"
    r"|verfassern)\s(?:von|des)"
    r"|(?:l'\s?auteure?|l'\s?autrice|les\s(?:auteurs|auteures|autrices))\sde)\s"
)
_NOUN = "|".join(sorted(CLAIM_NOUNS))
#: Before a title that is a subject, or in apposition to one: "His great book, *Title*".
_SUBJECT = re.compile(
    rf"{OPENING}(?:{_AUTHOR}|(?:his|her|their|sein|ihr|son"
    rf"|leur)\s(?:[^\W\d_]+\s){{0,3}}(?:{WORK_NOUN}),\s"
    rf"|(?P<owner>[^.;:!?,]{{2,40}}?(?:'s?\s(?:[^\W\d_]+\s){{0,3}}?|s\s(?:[^\W\d_]+\s)?"
    rf"(?:{WORK_NOUN})\s)))?{_MARKS}"
)
#: "According to *Title*, …".
_ACCORDING = re.compile(
    rf"{OPENING}(?:according\sto|laut|glaubt\sman|folgt\sman|selon|d'après|à\sen\scroire)\s"
    rf"(?:{_AUTHOR}|(?:dem|der|the|le|la|du|son|l'))?\s?{_MARKS}"
)
#: After it: its clause; in German the verb.
_THEN = re.compile(
    r"[\"'*_»]{0,2}\s?[\"'*_»]{0,2}(?:\s?\([^()]{4,20}\))?(?:,\s|\s(?=[^\W\d_]+(?:t|en|d)\s))"
)
_IN = re.compile(
    rf"{OPENING}(?:in|im|dans)\s(?:the\s|dem\s|der\s|le\s|la\s|l')?(?:[^\W\d_]+\s){{0,2}}{_MARKS}"
)
_IT_SAYS = re.compile(
    r"[\"'*_»]{0,2}\s?(?:\([^()]{4,20}\))?,?\s(?:(?:heißt|hieß)\ses,?\s(?:dass|daß|d[aiefmnr]{2}"
    r"|eine?[mnrs]?|wer|was|[^\W\d_]+\s)"
    r"|(?:steht|stand)(?:\s[^\W\d_]+){0,2},\s(?:dass|daß)\s"
    r"|(?:it\sis\s(?:argued|claimed|said|maintained)|we\sread|we\sare\stold|one\sreads)\sthat\s"
    r"|(?:on\slit|il\sest\s(?:dit|soutenu|affirmé|écrit))\squ)"
)
#: "Der Beamte, heißt es in „Titel“, …".
_INSERTED = re.compile(
    rf"[^.;:!?]{{3,200}},\s(?:so\s)?(?:heißt|hieß)\ses\s(?:in|im)\s(?:[^\W\d_]+\s){{0,2}}{_MARKS}"
)
_READ_IN = re.compile(
    rf"{OPENING}(?:(?:we|one)\sreads?\sin|on\s(?:peut\s)?lit\sdans|(?:man\sliest"
    rf"|wir\slesen)\sin)\s{_MARKS}"
)
_THAT = re.compile(r"[\"'*_»]{0,2}\s?,?\s?(?:that|dass|daß|que|qu')\b")
#: "The argument of *Title* is that …".
_THESIS = re.compile(
    rf"{OPENING}(?:the|die|der|das|la|le|l')\s?(?:[^\W\d_]+\s){{0,2}}(?:{_NOUN}|hauptthese"
    rf"|kernthese|grundthese)\s"
    rf"(?:of|in|von|aus|de|dans)\s{_MARKS}"
)
_RUNS = re.compile(
    r"[\"'*_»]{0,2}\s?[\"'*_»]{0,2}\s(?:is|was|ist|war|lautet|lautete|besteht|est|était|runs)\b"
    r"[^.;:!?]{0,30}?(?:,?\s(?:that|dass|daß|que)\b|\squ'|\s?:\s)"
)
#: Behind a title: its year; "…, in which she".
_YEAR = re.compile(
    r"[\"'*_»]{0,2}(?:\s\(\d{4}\)|,\s(?:(?:first\s|zuerst\s|erstmals\s)?(?:published|written|issued"
    r"|erschienen|veröffentlicht|parue?|publiée?)|(?:from|of|von|de)\s\d{4})[^,.;:]{0,40},)"
)
#: "At the center of *Title* is the argument that …".
_CENTRE = re.compile(
    rf"{OPENING}(?:at\sthe\s(?:cent(?:er|re)|heart|core)\sof|central\sto|im\s(?:zentrum"
    rf"|mittelpunkt|kern)"
    rf"\s(?:von|des)|au\s(?:cœur|centre)\sde)\s(?:[^\W\d_]+['\s]){{0,3}}?{_MARKS}"
)
_IS_THESIS = re.compile(
    r"[\"'*_»]{0,2}\s(?:is|was|lies|stands|steht|stand|est|se\strouve)\s(?:the|an?|die|der|das"
    r"|eine?|l'|la|le|une?)"
    rf"\s?(?:[^\W\d_]+\s){{0,2}}(?:{_NOUN})\b"
)
_IN_WHICH = re.compile(
    r"[\"'*_»]{0,2}(?:\s\(\d{4}\))?,\s"
    r"(?:in\swhich|where|in\sde[mr]|worin|dans\sle(?:quel|squels)|dans\sla(?:quelle)?|où)\s"
    r"(?P<who>s?he|they|er|sie|ils?|elles?)(?=\s)"
)
#: Before a title that opens a sentence stands no more (code points).
_LONGEST_LEAD = 60
#: So sure it must be that he thinks something there.
_SURE = 0.85
#: What is said beside a title has so many code points.
_SHORTEST = 15


#: No English title, but a term: "X's “Matthew effect” predicts that …".
_IN_LOWER = re.compile(r"\b[a-z]{5,}")


def told_by_title(reading: Reading, span: Span) -> bool:
    """Whether the sentence around the span of a title says what the work claims."""
    start, end = reading.sentences.around(span[0])
    lowered, after = reading.lowered, span[1]
    inserted = lowered.find(" es i", start, span[0]) != -1
    if span[0] - start > _LONGEST_LEAD and not inserted:
        return False
    at = next((at for at in range(*span) if at in reading.title_ends), span[0])
    if (at - start) + (end - after) < _SHORTEST:
        return False
    where = _IN_WHICH.match(lowered, after, end)
    if where is not None and (
        reading.thinks(where.end("who"), end, many=True) >= _SURE
        or follows(reading.text, lowered, where.end("who"), end)
        or treats_behind(lowered, where.end("who"), end, reading.language)
    ):
        return True
    subject = _SUBJECT.fullmatch(lowered, start, at)
    if subject is not None:
        dated = _YEAR.match(lowered, after, end)
        behind = after if dated is None else dated.end()
        claims = _claims(reading, behind, end)
        if subject["owner"] is None:
            return claims or treats_behind(lowered, behind, end, reading.language)
        if reading.language != "de" and treats_behind(lowered, behind, end, reading.language):
            return True
        if claims and (reading.language != "en" or not _IN_LOWER.search(reading.text, at, after)):
            return True
    if inserted and _INSERTED.fullmatch(lowered, start, at):
        return True
    if end - after < _SHORTEST:
        return False
    for before, then in (
        (_ACCORDING, _THEN), (_IN, _IT_SAYS), (_READ_IN, _THAT), (_THESIS, _RUNS),
        (_CENTRE, _IS_THESIS),
    ):  # fmt: skip
        if then.match(lowered, after, end) and before.fullmatch(lowered, start, at):
            return True
    return False


def _claims(reading: Reading, after: int, end: int) -> bool:
    """Whether the verb behind a title that is a subject says what it claims."""
    found = predicate(reading.text, reading.lowered, after, end, reading.language)
    if found is None and reading.lowered.startswith(", ", after):  # "His book, *Title*, argues"
        found = predicate(reading.text, reading.lowered, after + 1, end, reading.language)
    return (
        found is not None
        and found.verb in CLAIM_VERBS
        and (found.complement in ("clause", "colon") and not found.unreal)
    )


#: Stems of verbs of what a book does with its matter, in the present and the past.
_STEMS = {
    "en": """distinguish describe trace demand examine explore analyse analyze document recount
    compare contrast identify list develop reconstruct sketch outline chart diagnose dissect
    follow track map define classify advocate propose call
    offer present introduce provide""",
    "de": """unterscheid unterschied forder verlang beschreib beschrieb untersuch analysier schilder
    erzähl zeichne verfolg vergleich verglich entwickel entwirf entwarf rekonstruier skizzier
    diagnostizier definier erklär plädier dokumentier beleuchte führ""",
    "fr": """distingu décri analys retrac racont compar explor examin demand réclam développ sui
    dresse dressait défini reconstitu diagnosti propos dissèque disséquait cartographi""",
}
_VERBS = {
    "en": re.compile(rf"(?:{'|'.join(_STEMS['en'].split())})(?:s|d|ed|es|p?ed)?"),
    "de": re.compile(rf"(?:{'|'.join(_STEMS['de'].split())})(?:e?t|e?te)?"),
    "fr": re.compile(rf"(?:{'|'.join(_STEMS['fr'].split())})(?:e|t|vait|ait|sait|vit|a|it)?"),
}
#: Before a title that opens a sentence.
_IN_TITLE = re.compile(
    rf"{OPENING}(?:in|im|dans|with|mit|avec)\s"
    r"(?:[^\W\d_]+[\s-]){0,4}?[\"'*_«]{0,2}\s?"
)
#: Between a title and the name: a comma, or in German the verb.
_COMMA = re.compile(r"[\"'*_»]{0,2}\s?(?:\(\d{4}\))?[\"'*_»]{0,2},?[\"'*_»]{0,2}\s")
_VERB_FIRST = re.compile(r"[\"'*_»]{0,2}\s?(?:\(\d{4}\)\s)?(?P<verb>[^\W\d_]+)\s")
#: The same with a pronoun: ", she describes", "unterscheidet er".
_PRONOUN_AFTER = {
    "en": re.compile(r"[\"'*_]{0,2},?[\"'*_]{0,2}\s(?:s?he|they)\s(?P<verb>[^\W\d_]+)"),
    "de": re.compile(r"[\"'*_»]{0,2}\s(?P<verb>[^\W\d_]+)\s(?:er|sie)\b"),
    "fr": re.compile(r"[\"'*_]{0,2}\s?[\"'*_»]{0,2},\s(?:ils?|elles?)\s(?P<verb>[^\W\d_]+)"),
}
#: The least there must be of what the verb has for its object (code points).
_OBJECT = 12


def placed_claim(reading: Reading, person: Person) -> Claim | None:
    """The sentence that says what ``person`` does in a work of his, if its title opens it."""
    start, end = reading.sentences.around(person.start)
    title = next(
        (
            reading.title_ends[at]
            for at, entry in reading.links
            if start <= at < person.start and at in reading.title_ends and entry in person.entries
            and _IN_TITLE.fullmatch(reading.lowered, start, at)
        ),
        None,
    )  # fmt: skip
    if title is None or person.possessive or end - person.end < _OBJECT:
        return None
    code, lowered = reading.language, reading.lowered
    first = _VERB_FIRST.fullmatch(lowered, title, person.start) if code == "de" else None
    if first is not None:
        verb = first["verb"]
    elif code != "de" and _COMMA.fullmatch(lowered, title, person.start):
        found = predicate(reading.text, lowered, person.end, end, code)
        verb = found.verb if found is not None and not found.unreal else ""
    else:
        return None
    if not _VERBS[code].fullmatch(verb):
        return None
    return bounded(reading, person, start, end, start, speech=False)


def placed_rest(reading: Reading, start: int, title: tuple[int, int], end: int) -> bool:
    """Whether a sentence from ``start`` to ``end`` says, behind the title that it begins with,
    what the author named before does there: "In *Title*, she describes …"."""
    code, lowered = reading.language, reading.lowered
    begins = next((at for at in range(*title) if at in reading.title_ends), title[0])
    if _IN_TITLE.fullmatch(lowered, start, begins) is None or end - title[1] < 2 * _OBJECT:
        return False
    after = _PRONOUN_AFTER[code].match(lowered, title[1], end)
    return after is not None and _VERBS[code].fullmatch(after["verb"]) is not None
