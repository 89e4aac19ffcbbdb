"""Persons before the titles of references: "Mark S. Granovetter," "Kuhn, Thomas S."."""

from __future__ import annotations

import re

from citekit.find.shapes import CAP

_INITIALS = r"(?:[^\W\d_a-zß-ÿœ]\.[ -]?){1,4}"
#: "van der", "de La": an article in capitals only behind another particle.
_PARTICLE = (
    r"(?:(?:von|van|de|du|di|da|del|della|der|den|zu|la|le|al|el|ten|ter)\s+"
    r"(?:(?:La|Le|Las|Les|Los)\s+)?)*"
)
#: Capitalised words before a name that are no part of it.
NO_NAMES = (
    "In|As|According|From|By|For|With|While|When|Both|Even|The|Like|After|Before|Since|And|But|See|Compare|Cf|"
    "Also|Selon|Dans|Chez|Pour|Comme|Et|Voir|Vgl|Siehe|Dazu|Nach|Laut|Bei|Für|So|Auch|Wie|Und|Aber|Mit|Von|Seit|Vor|Ohne"
    "|Als|Depuis|Avant|Après|Quand|Lorsque|Until|Without|Im|Am|Beim|Zum|Zur|Vom|Au|Aux"
)
#: "Ada Roth, 58, pleaded guilty": how old somebody is stands before no title.
AGE = r"\d{1,3},\s[a-zß-ÿ]"
#: Behind names: more of them are left out, or whoever worked with them.
ET_AL = (
    r"(?:,?\s+(?:et\.?\sal(?:ii)?\b\.?|u\.\s?a\.|et\scoll\b\.?|et\sautres|e\.\s?a\.|u\.\sMitarb\."
    r"|(?:and|&)\s(?:others|al\.|(?:(?:his|her|their)\s)?(?:colleagues|co-?(?:workers|authors)|collaborators|associates|team))"
    r"|und\s(?:andere|Mitarbeiter(?:innen)?|Mitarbeitende|(?:(?:seine|ihre)\s)?Kolleg(?:inn)?en|(?:sein|ihr)\sTeam)"
    r"|et\s(?:(?:ses|leurs)\s)?(?:collègues|collaborat(?:eur|rice)s|coauteurs)|et\sson\séquipe))"
)
#: Behind the names of those who edited a work.
EDITING = r"(?:,?\s+\(?(?:[EeÉé]ds?\.?|Hrsgg?\.?|Hgg?\.?|dirs?\.?|coord\.?)\)?)"
#: A person before a title: "Mark S. Granovetter," "P. Berger and T. Luckmann," "Max Weber:"
_PERSON = rf"(?:{_INITIALS}|{CAP}\s+)(?:{_INITIALS}|{CAP}\s+){{0,2}}{_PARTICLE}{CAP}"
PERSONS = (
    rf"{_PERSON}(?:(?:,\s+|\s?/\s?){_PERSON}){{0,6}}"
    rf"(?:,?\s+(?:and|und|et|&|y|e)\s+{_PERSON}|{ET_AL})?"
)
DIRECT = re.compile(rf"(?!(?:{NO_NAMES})\s){PERSONS}{EDITING}?\s*[,:]\s(?!{AGE})")
#: "Kuhn, Thomas S." "Weber, M., Schmidt, A. & Meier, B."
INVERTED = re.compile(
    rf"(?!(?:{NO_NAMES})\s){_PARTICLE}{CAP}(?:\s{CAP})?,\s(?!(?:Inc|Ltd|LLC|Corp|Co|GmbH|SA|AG)\b)"
    rf"(?:{_INITIALS}|{CAP}(?:\s(?:{_INITIALS}|{CAP})){{0,2}})"
)
#: "De Jong, A., Smith, J.", "García Márquez, G. (": a family name of two words, then initials.
INITIALS_BEHIND = re.compile(
    rf"{_PARTICLE}{CAP}(?:\s{CAP})?,\s{_INITIALS}\s?(?=[,;&(]|(?:and|und|et)\s)"
)
#: "ROTH (A.)," "Roth (Ada) et": a given name in brackets, as French lawyers print it.
_BRACKETED = re.compile(
    rf"{CAP}(?:[ -]{CAP})?\s\((?:{_INITIALS}|{CAP}(?:[ -]{CAP})?)\)(?:,\s|\s(?:et|and|und)\s)"
)
#: What every name in inverted order has: a cheap look before it.
INVERSION = re.compile(r",\s[^\W\d_a-zß-ÿœ]")
_NAMES_GO_ON = re.compile(r"[\s,;/&]*(?:(?:and|und|et|y|e)\b)?[\s,;/&]*")
_ARTICLE_BEFORE = re.compile(r"(?<![\w’'])(?:the|a|an|der|die|das|le|la|les|un|une)\s$", re.I)
#: A sentence that is no subtitle: three words in lower case in a row.
_SENTENCE = r"[^\W\d_a-zß-ÿœ][\w’']*(?:\s+[a-zß-ÿ][\w’'-]*){3}"
SENTENCE = re.compile(_SENTENCE)
#: Another sentence, also behind quoted words; or "See", which begins another citation, but
#: a title behind an initial ("Lee, K. See Naples").
NEW_SENTENCE = re.compile(
    rf"[.!?][”“\"»’)]*\s+{_SENTENCE}"
    r"|(?<!\b[^\W\d_])[.!?][”“\"»’)]*\s+(?:See|Cf\.|Vgl\.|Siehe|Voir)\s"
)
#: A sentence that is quoted, where more follows: "DC 7/2: “It was lost.” Roth".
_QUOTED = re.compile(r"\w\s?:\s?[“„\"«][^”“„\"«»]{2,400}[.!?]\s?[”“\"»]\s+(?=[^\W\d_a-zß-ÿœ])")
#: Words of sentences of which a title seldom has two.
_SAYING = frozenset(
    """he she they him them we you i said says told had has have been were asked wrote called
    noted argues argued would could does did
    er sie wir ich ihm ihn hat haben hatte hatten wird wurde wurden war waren sagte teilte seien
    habe sei kann konnte
    il elle ils elles nous a ont avait avaient est sont était étaient été dit""".split()
)
_WORD = re.compile(r"(?<![\w’'.-])[a-zß-ÿ]+")
_DIGIT = re.compile(r"\d")


def is_named(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with persons, as references do."""
    return bool(
        DIRECT.match(text, start, end)
        or INVERTED.match(text, start, end)
        or _BRACKETED.match(text, start, end)
    )


def is_said(text: str, start: int, end: int) -> bool:
    """Whether a stretch has words that only sentences have, not references."""
    found = _SAYING.intersection(_WORD.findall(text, start, end))
    return len(found) > 1


def lead(text: str, floor: int, at: int) -> int:
    """Where the person is named that leads the reference ending behind ``at``: the first
    one from ``floor`` on that a title follows in the same sentence; -1 for none."""
    floor = max(floor, at - 400)
    if text.find(",", floor, at) < 0 and text.find(":", floor, at) < 0:
        return -1
    for found in NEW_SENTENCE.finditer(text, floor, at):
        floor = found.start() + 1
    last = max(text.rfind(",", floor, at), text.rfind(":", floor, at))
    best = -1
    if last < 0:
        return best
    inverted = INVERSION.search(text, floor, at) is not None
    for rule in (DIRECT, INVERTED) if inverted else (DIRECT,):
        for found in rule.finditer(text, floor, at):
            begin, end = found.span()
            if begin and (text[begin - 1].isalnum() or text[begin - 1] in "-’'"):
                continue
            if _ARTICLE_BEFORE.search(text, max(0, begin - 5), begin):
                continue  # "The Quiet Harvest:"
            follows = text[end:at].lstrip(" .,:;\"'“”„«‘*_(")
            if at - end < 8 or follows[:1].islower() or _QUOTED.search(text, end, at):
                continue
            if best < 0 or begin < best:
                best = begin
            break
    return best


def inverted_names(text: str, floor: int, at: int, gap: int) -> int:
    """Where the names in inverted order begin that end at most ``gap`` before ``at``;
    -1 for none."""
    if INVERSION.search(text, floor, at) is None:
        return -1
    names = list(INVERTED.finditer(text, floor, at))
    if not names or at - names[-1].end() > gap or _DIGIT.search(text, names[-1].end(), at):
        return -1  # "Roth, The Salt Road, 12 J. Salt L. 45 ("
    begin = names[-1].start()
    for name in reversed(names[:-1]):
        if not _NAMES_GO_ON.fullmatch(text, name.end(), begin):
            break
        begin = name.start()
    return begin
