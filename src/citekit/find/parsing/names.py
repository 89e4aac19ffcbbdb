"""The names of an author or editor field as references print them.

Unlike BibTeX's lists (:mod:`citekit.names`) these follow no grammar: commas part names
and the halves of a name, initials stand before or behind the family name with or without
points, the word between the last two depends on the language.  The rules look at each
piece between commas: initials and suffixes belong to the piece before; a piece of one
word, or one that starts with a particle, and the piece behind it are one inverted name.
"""

from __future__ import annotations

import re

from citekit.find.cues.names import GIVEN
from citekit.find.parsing.bodies import COUNTRY, GROUP, ORGANISED, is_acronym
from citekit.find.shapes import CAP_WORD
from citekit.model import Name, Names
from citekit.names import OTHERS, parse_name

#: Words for the author named before, as BibLaTeX prints them (``\\bibstring{idem}``).
AUTHOR_AGAIN = r"(?:(?:ders|dies|id|ead)\.|idem\b|eadem\b)"
_ROLE = re.compile(
    r"""^\W*(?:(?:in|dans|aus(?!\s+dem\b)|en)\b(?:\s+|:)\W*)?(?:(?:ed(?:ited|s)?|hrsg|hg|herausgegeben|trans
    (?:lated|l)?|tr|übersetzt|übers|trad(?:uit|uction|uzione)?|éd(?:ité|ition)?|publié|dir|edición
    |a\s+cura|a\s+c|sous\s+la\s+dir(?:ection)?|aus\s+dem\s+\w+|compiled|ins\s+\w+\s+übersetzt
    |textes\s+réunis|dt)\b\.?[:,]?\s*(?:(?:from\s+(?:the\s+)?\w+\s+by|du\s+\w+\s+par
    |by|v|von|par|de|di|du|d['’]|and\s+trans(?:lated|\.))\b[.:]?\s*|\b(?:fr|it|dt)\.\s*|de\s+l['’]\w+\s+)*)*""",
    re.I | re.X,
)
_ROLE_BEHIND = re.compile(
    r"""[\s,(\[/]*\b(?:eds?|editors?|hrsg|hgg?|hrg|éds?|dirs?|directors?|coords?|comps?|trans|transl
    |translators?|übers|trad|sous\s+la\s+dir(?:ection)?\.?\s+de|a\s+cura\s+di|a\s+c\.\s+di|producers?
    |and|&|(?-i:u))\b[\s.,:;)\]&]*$""",
    re.I | re.X,
)
_OTHERS = re.compile(
    r"[\s,;(\[]*(?:\bet\s+al(?:ii|\.)?|\bet\s+coll\.|\bu\.\s?a\.|\band\s+others\b|\bund\s+andere\b"
    r"|\be\s+altri\b|\by\s+otros\b|\be\.\s?a\.)[\s.,;)\]]*(?:\([Ee]ds?\.?\))?\s*$",
    re.I,
)
_AND = re.compile(
    r"\s*,?\s+(?:and|AND|und|UND|et|ET|y|e|&|u\.|i)\s+(?=[^\W\d_])|\s*&\s*|\s*;\s*|\s+[/·]\s*|\s+[-–]\s+"
)
_SLASH = re.compile(r"\s*/\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}(?:\.|(?![^\W\d_]))[\s-]*){1,4}|[A-ZÀ-Þ]{1,4}\.?")
_BARE = re.compile(r"(?:[A-ZÀ-Þ]{1,4}\.?|(?:[A-ZÀ-Þ]\.[\s-]?){1,4}|[A-ZÀ-Þ](?:-[A-ZÀ-Þ])+\.?)")
_SUFFIX = re.compile(r"(?:jr|sr|jun|sen)\.?|(?:I{2,3}|IV)\.?", re.I)
#: "Roth FE Jr", "Lund B 3rd": behind the initials, without a comma (Citing Medicine, 2nd
#: edition, chapter 1 A, "Author", box on designations of rank).
_SUFFIXED = re.compile(
    r"(?P<name>.+\s(?:[A-ZÀ-Þ]{1,4}|(?:[A-ZÀ-Þ]\.){1,4}))\s(?P<suffix>[JS]r|2nd|3rd|[4-6]th|I{2,3}|IV)\.?"
)
_PARTICLES = frozenset(
    """von vom zu zur van der den de del della di da das dos du des d la le ter ten af al el bin
    ibn o st ap""".split()
)
#: Bodies by a noun at the end, or before "of"; each might as well be in a title.
_ORGANISED_LAST = re.compile(
    r"\b(?:(?:collaborat(?:ion|ors)|consortium|investigators|trialists|administration|initiative"
    r"|alliance|federation|hospital|panel|task\sforce)(?=\W*$|\s(?:of|for|on|against)\b)"
    r"|\w{3,}(?:gemeinschaft|gesellschaft|verband|institut|ministerium|anstalt|stiftung|behörde"
    r"|zentrum|zentrale|kommission|ausschuss|agentur|akademie|konferenz|versicherung)\b"
    r"|arbeits(?:gemeinschaft|gruppe|kreis)|studiengruppe|forschungsgruppe|autorité|société)",
    re.I,
)
#: "Banks PA", "van der Board A": a person in a list, not a body.
_IN_LIST = re.compile(
    rf"(?:[a-z]+\s)*{CAP_WORD}(?:\s{CAP_WORD})?\s(?!(?:UK|USA?|EU|UN|NZ)\b)[A-ZÀ-Þ]{{1,4}}"
)
_ORGANISED_STARTS = frozenset(
    """uni org ins min dep com cou ass soc age bur bun amt off ban cor fou gro cen col aca ges ver
    kon fun nat ser boa pre tea pro net inc ltd gmb con sta reg aut obs mus par
    kom sac gov tre eur fed aso fon gob sec dir""".split()
)
_OTHERS_SIGNS = ("et al", "et coll", "u.", "and others", "und andere", "altri", "otros", "e.")
_ROLE_MARKS = " .,:;)]&"
_ROLES_BEHIND = frozenset(
    """ed eds editor editors hrsg hgg hg hrg éd éds dir dirs director directors coord coords comp
    comps trans transl translator translators übers trad de di producer producers and u""".split()
)
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+$")
_CLOSING = re.compile(r"[)\]]\.?$")
_INITIAL = re.compile(r"\b[A-Z]\.")
#: Names that have nothing to take apart: "Kuhn, Thomas S."
_PLAIN = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_WHOLE_WORD = re.compile(r"[^\W\d_]{3}\.$")
_PLAIN_GIVEN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]{2,}| [A-Z]\.)*")
#: "ROTH (A.)", "Roth (Ada)": the given name in brackets, which may be of nothing else.
_BRACKETED = re.compile(
    rf"(?P<family>[^\W\d_][\w’'-]+(?:[ -]{CAP_WORD})?)\s"
    r"\((?!(?:[EÉ]ds?|Hrsgg?|Hgg?|Dirs?|Comps?|Coords?|Trans|Trad|Org|Dt)\b)"
    rf"(?P<given>(?:[^\W\d_a-zß-ÿœ]\.[ -]?){{1,3}}|{CAP_WORD}(?:[ -]{CAP_WORD})?)"
    r"\)(?=\s*(?:,|et\b|and\b|und\b|/|&|\(|$))"
)
_REPEATED = re.compile(r"[-–—―_\s.,]+")
_AGAIN = re.compile(AUTHOR_AGAIN, re.I)


def split_names(text: str) -> Names:
    """The names in ``text``; a dash that repeats the author above gives none."""
    text = " ".join(text.split())
    if "(" in text and not ORGANISED.search(text):
        text = _BRACKETED.sub(r"\g<family>, \g<given>", text)
    role = _ROLE.match(text)
    text = (text[role.end() :] if role else text).strip()
    lowered = text.lower()
    others = _OTHERS.search(text) if any(word in lowered for word in _OTHERS_SIGNS) else None
    if others:
        text = text[: others.start()]
    for _ in range(3):
        if not _may_end_in_role(text):
            break
        shorter = _ROLE_BEHIND.sub("", text)
        if shorter == text or not shorter:
            break
        text = shorter
    text = _without_brackets(text)
    if _REPEATED.fullmatch(text) or not text:
        return ()
    found: list[Name] = []
    text = _OTHERS_INSIDE.sub("et al; ", text)
    for stretch in text.split(";"):
        inner = _OTHERS.search(stretch) if ";" in text else None
        if inner:  # "Roth A, et al; Tide Study Group"
            others, stretch = inner, stretch[: inner.start()]
        found += _grouped(_AND_FIRST.sub("", stretch.strip(" ,")))
    if text.isupper():  # "HU, Y., AND M. SHUM"
        found = [
            name._replace(family=name.family.capitalize())
            if name.given and name.family.isupper() and name.family.isalpha()
            else name
            for name in found
        ]
    return (*found, OTHERS) if others and found else tuple(found)


def _without_brackets(text: str) -> str:
    """``text`` without signs at its ends; a bracket that opens in it is closed in it:
    "International Monetary Fund (IMF)"."""
    bare = text.strip(" ,;:([)]/&")
    whole = f"{bare.rstrip('.)')})"
    if "(" in bare and whole in text and ORGANISED.search(bare):
        return whole
    return _CLOSING.sub("", bare).strip()


def _grouped(text: str) -> list[Name]:
    """The names of a stretch between semicolons: a body, persons, or persons and a body."""
    if not text.strip(" ,."):
        return []
    compound = _COMPOUND.match(text)
    if compound is not None:
        rest = text[compound.end() :].lstrip(" ,")
        return [Name(compound["family"], _spaced(compound["given"])), *_grouped(rest)]
    if _is_joined_body(text):
        return [Name(literal=text.rstrip(" .,"))]
    if not is_body(text) and (_INITIAL.search(text) or not _ORGANISED_LAST.search(text)):
        return [name for chunk in _chunks(text) for name in _listed(chunk)]
    pieces = [piece.strip() for piece in text.split(",")]
    count = 0
    while count < len(pieces) and _is_person(pieces[count]):
        count += 1
    persons, body = ", ".join(pieces[:count]), ", ".join(pieces[count:])
    found = _listed(persons) if persons else []
    body = _FOR_BODY.sub("", body, count=1).rstrip(".")
    return [*found, Name(literal=body)] if body else found


#: A family of two names with a conjunction between, before the given name: "Mata y Ruiz, Inés".
_COMPOUND = re.compile(
    rf"(?P<family>{CAP_WORD}\s(?:y|i|e)\s{CAP_WORD}),\s"
    r"(?P<given>[^\W\d_a-zß-ÿœ][\w.’-]*(?:\s[^\W\d_a-zß-ÿœ][\w.’-]*){0,2})(?=$|,\s|\s(?:y|and|e|&)\s)"
)
#: What "and" joins in the name of a body: "Health and Safety Executive", "Bau- und …betrieb".
_JOINED = re.compile(
    rf"(?P<one>{CAP_WORD})\s(?:and|und|et|y|e|&)\s(?P<two>{CAP_WORD}(?:\s{CAP_WORD}){{0,3}})\.?"
)
#: The ends of nouns for actions and qualities, and of heads made of adjectives.
_NOUN = re.compile(
    r"\w{3,}(?:[ts]ions?|[ei]t(?:y|ies)|ments?|ness|ships?|hood|isms?|tives?"
    r"|ungs?|heit|keit|schaft(?:en)?|wesens?|ités?|iques?|zione|ità|ción|idad)"
)


#: Words that tie nouns and no parts of a person's name: "Friends of the Quay".
_FOR = re.compile(
    r"\w\s(?:of|for|without|against|für|ohne|gegen|pour|sans|contre|per|contra)\s(?:(?:the|die|das|den|le|la|les)\s)?[^\W\d_]{2}"
)


def _is_joined_body(text: str) -> bool:
    """Whether words with a preposition or "and" between them are the name of one body.

    Two persons have both a given name, or none has: a noun before "and", and a noun behind it
    that another word goes with, are no persons.
    """
    if _FOR.search(text) and "," not in text and not _INITIAL.search(text):
        return text.split(None, 1)[0].casefold() not in GIVEN  # "William of Leeds"
    found = _JOINED.fullmatch(text)
    if found is None:
        return False
    if found["one"].endswith("-"):
        return True
    first, *more = found["two"].split()
    if not more or first.casefold() in GIVEN:
        return False
    return any(_NOUN.fullmatch(word) for word in (found["one"], first, *more))


#: "Lee, Ann; and Bo Roth"
_AND_FIRST = re.compile(r"^(?:and|und|et|&)\s(?!al)")
#: "et al, for the Tide Study Group"
_OTHERS_INSIDE = re.compile(r"\bet\sal\.?,\s?")
#: "on behalf of the Tide Study Group", which is no part of its name.
_FOR_BODY = re.compile(
    r"^(?:(?:and|for|on\sbehalf\sof|und|für|et|pour)\s)+(?:(?:the|die|der|le|la)\s|l[’'])?"
)


def _is_suffix(piece: str, following: str) -> bool:
    """Whether ``piece`` says which of two of a name; "Sen, A." and "Jun, B." are names."""
    named = piece.lower() in _NAMES_TOO and _INITIALS.fullmatch(following)
    return _SUFFIX.fullmatch(piece) is not None and not named


_NAMES_TOO = frozenset(["sen", "jun"])


def _is_person(piece: str) -> bool:
    """Whether ``piece`` is a family name and the initials behind it."""
    suffixed = _SUFFIXED.fullmatch(piece)
    return _IN_LIST.fullmatch(suffixed["name"] if suffixed else piece.rstrip(".")) is not None


def is_body(text: str, lowered: str = "") -> bool:
    """Whether a name is that of a body, by one of its words."""
    return bool(
        _may_be_organised(lowered or text.lower())
        and ORGANISED.search(text)
        and not _INITIAL.search(COUNTRY.sub("", text))
    )


def _may_end_in_role(text: str) -> bool:
    """Whether the last word is one of :data:`_ROLE_BEHIND`: a cheap look before it."""
    bare = text.rstrip(_ROLE_MARKS)
    if text.find("&", len(bare)) >= 0:
        return True
    word = _LAST_WORD.search(bare, max(0, len(bare) - 12))
    return word is not None and word[0].lower() in _ROLES_BEHIND


def _may_be_organised(lowered: str) -> bool:
    """Whether a word begins as one of :data:`_ORGANISED` does: a cheap look before it."""
    return not _ORGANISED_STARTS.isdisjoint([word[:3] for word in _WORD.findall(lowered)])


def _chunks(text: str) -> list[str]:
    """Stretches between the words and marks that part names for certain."""
    chunks = [part for part in _AND.split(text) if part and part.strip(" ,.")]
    if len(chunks) == 1 and "/" in text:
        chunks = [part for part in _SLASH.split(text) if part.strip(" ,.")]
    return chunks


def _listed(chunk: str) -> list[Name]:
    """The names of a stretch in which only commas part anything."""
    pieces = [piece.strip() for piece in chunk.split(",")]
    pieces = [piece for piece in pieces if piece.strip(" .")]
    found: list[Name] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if GROUP.fullmatch(piece):
            found.append(Name(literal=piece.removeprefix("the ").rstrip(".")))
            index += 1
            continue
        suffixed = _SUFFIXED.fullmatch(piece)
        if suffixed is not None:
            name = _direct(suffixed["name"])
            found += [name._replace(suffix=suffixed["suffix"])] if name else []
            index += 1
            continue
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        if found and _is_suffix(piece, following):
            found[-1] = found[-1]._replace(suffix=piece)
            index += 1
            continue
        taken = 1
        if following and _inverted(piece, following, len(pieces)):
            taken = 2
            name = _family_given(piece, following)
        else:
            name = _direct(piece)
        if name is not None:
            found.append(name)
        index += taken
    return found


def _inverted(piece: str, following: str, count: int) -> bool:
    """Whether ``piece`` is a family name and ``following`` the given name of it."""
    if _SUFFIX.fullmatch(following):
        return False
    words = piece.split()
    led = piece.isupper() and words[0].lower() in _PARTICLES  # "LA PORTA, R."
    if len(words) > 1 and (_BARE.fullmatch(words[-1]) or (_BARE.fullmatch(words[0]) and not led)):
        return False  # it has its initials
    if _INITIALS.fullmatch(following):
        return True
    given = following.split()
    if len(given) > 4:
        return False
    if len(words) == 1 or words[0].lower() in _PARTICLES:
        return True
    return count == 2 and len(given) == 1


def _family_given(family: str, given: str) -> Name | None:
    if _PLAIN.fullmatch(family):
        bare = given[:-1] if _WHOLE_WORD.search(given) else given
        if _PLAIN_GIVEN.fullmatch(bare):
            return Name(family, bare)
    return parse_name(f"{_cased(family)}, {_spaced(given)}")


def _direct(piece: str) -> Name | None:
    """A name with the given name before or, as initials, behind the family name."""
    words = piece.split()
    if len(words) == 1:
        if _AGAIN.fullmatch(piece):
            return None
        word = words[0].rstrip(".") if len(words[0]) > 3 else words[0]
        if is_acronym(word.rstrip(".")):
            return Name(literal=word.rstrip("."))
        return Name(family=_cased(word))
    at = len(words)
    while at > 1 and _BARE.fullmatch(words[at - 1]):
        at -= 1
    if at < len(words) and not _BARE.fullmatch(words[0]):
        return _family_given(" ".join(words[:at]), " ".join(words[at:]))
    shouted = words[0].isupper() and len(words[0]) > 3 and "." not in words[0]
    if shouted and not words[-1].isupper():
        return _family_given(words[0], " ".join(words[1:]))
    at = len(words)
    while at and words[at - 1].isupper() and "." not in words[at - 1]:
        at -= 1
    given_first = not words[0].isupper() or "." in words[0]
    if 0 < at < len(words) and len(words[-1]) > 3 and given_first:
        return _family_given(" ".join(words[at:]), " ".join(words[:at]))
    at = next((i for i in range(1, len(words) - 1) if words[i] in _CAPITAL_PARTICLES), 0)
    if at:
        family = _WHOLE_WORD.sub(lambda found: found[0][:-1], " ".join(words[at:]))
        return _family_given(family, " ".join(words[:at]))
    return parse_name(_spaced(" ".join(words)))


#: Particles that are of the family also with a capital: "John Van Reenen", "Jean Le Goff"
#: (Chicago Manual of Style, 17th edition, 8.5: by the usage of the person).
_CAPITAL_PARTICLES = frozenset("Van Von De La Le Di Del Della Du Des Den Der Ter Da Dos El".split())


def _cased(family: str) -> str:
    """A family name in capitals as names are written."""
    if len(family) > 3 and family.isupper():
        parts = re.split(r"([\s'’-])", family)
        return "".join(
            part.lower() if part.lower() in _PARTICLES else _capitalised(part) for part in parts
        )
    return family


def _capitalised(word: str) -> str:
    """A word in capitals as a name has it: "McFadden"."""
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def _spaced(given: str) -> str:
    """Initials as citation styles take them: "KN", "K.N." are "K. N."."""
    given = re.sub(r"(?<=[^\W\d_]{3})\.$", "", given.strip())
    if re.fullmatch(r"[A-ZÀ-Þ]{1,3}\.?", given):
        return " ".join(f"{letter}." for letter in given.rstrip("."))
    return re.sub(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_])", " ", given)
