"""Sentences that say what a work named before them treats: "The book traces …", "In it she sought
to …", "Es analysiert …", "L'ouvrage retrace …".

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re

from citekit.find.citingwords import OPENING, WORK_NOUN

#: What works do with their subjects.
_TREATS = {
    "en": r"(?:traces|examines|explores|describes|documents|analy[sz]es|investigates|chronicles"
    r"|recounts|surveys|discusses|presents|offers|details|follows|depicts|portrays|identifies"
    r"|distinguishes|addresses|covers|compares|reviews|reconstructs|maps|probes|dissects|considers"
    r"|deals\swith|focuses\son|looks\sat|tells\sthe\s(?:story|history)|sets\sout|makes\sthe\scase"
    r"|gives\san\saccount|draws\son|highlights|outlines|explains|attributes|blames|charts"
    r"|(?:is|was)\sabout)",
    "de": r"(?:behandelt|beschreibt|untersucht|analysiert|schildert|zeichnet|erzählt|erklärt|deutet"
    r"|beleuchtet|dokumentiert|rekonstruiert|verfolgt|widmet\ssich|handelt\svo[nm]|befasst\ssich"
    r"|beschäftigt\ssich|entwirft|entfaltet|bietet|diskutiert|vergleicht|erörtert|fragt|geht\sder"
    r"|seziert|skizziert|thematisiert|stellt\sdar|kritisiert)",
    "fr": r"(?:analyse|décrit|retrace|examine|explore|étudie|traite|raconte|présente|propose|aborde"
    r"|expose|développe|dresse|brosse|interroge|reconstitue|dissèque|porte\ssur|compare|explique"
    r"|critique|revient\ssur|s'\s?intéresse|s'\s?attache|se\spenche|met\sen\slumière)",
}
_THE_WORK = (
    r"(?:(?:the|this|his|her|their|das|dieses|der|dieser|die|diese|sein|seine|ihr|ihre|le|ce|cet"
    rf"|cette|la|son|sa|leur)\s|l'\s?)(?:[^\W\d_]+\s){{0,2}}?(?:{WORK_NOUN})"
)
_ADVERB = (
    r"(?:(?:also|then|further|first|[^\W\d_]+ly|auch|dann|ferner|zunächst|aussi|ensuite"
    r"|d'abord)\s)?"
)
_ABOUT = {
    code: re.compile(
        rf"{OPENING}(?:{_THE_WORK}(?:\s\(\d{{4}}\))?|it|es)\s{_ADVERB}{verb}\s{_ADVERB}"
        r"(?!(?:me|us|you|him|her|mich|uns)\b)"
    )
    for code, verb in _TREATS.items()
}
#: What its author does there: "In it she sought to …", "Darin fragt er …", "Il y retrace …".
_THERE = {
    "en": re.compile(
        rf"{OPENING}(?:in\s(?:it|this\s(?:{WORK_NOUN})|the\s(?:{WORK_NOUN})),?\s(?:s?he|they)|there\ss?he)\s"
        rf"{_ADVERB}(?!(?:is|was|were|had|has|will|would|met|tells\sus)\b)[^\W\d_]+\s"
    ),
    "de": re.compile(
        rf"{OPENING}(?:darin|in\s(?:dem|diesem|seinem|ihrem|der|dieser)\s(?:{WORK_NOUN}))\s"
        r"(?!(?:ist|war|hat|hatte|wird|wurde)\b)[^\W\d_]+\s(?:er|sie)\s"
    ),
    "fr": re.compile(
        rf"{OPENING}(?:(?:ils?|elles?)\sy|(?:dans|avec)\s(?:ce|cet|cette)\s(?:{WORK_NOUN}),\s(?:ils?|elles?))\s"
        r"(?!(?:a|ont|avait|avaient|aura|eut|est|était|sont|fut)\b)[^\W\d_]+\s"
    ),
}


def treats(lowered: str, start: int, end: int, code: str) -> bool:
    """Whether a sentence says what a work named right before treats, or its author does there."""
    return (
        _ABOUT[code].match(lowered, start, end) is not None
        or _THERE[code].match(lowered, start, end) is not None
    )
