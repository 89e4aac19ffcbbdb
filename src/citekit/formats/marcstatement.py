"""Who did what, by a statement of responsibility (ISBD, area 1; MARC 21 245 $c).

Records of AACR2's time seldom say in an added entry what the person did; the statement does,
in the words of the title page, which are English, German, French, Italian, Spanish or Latin.
Statements on different kinds of responsibility are parted by " ; " (ISBD 1.4.4), in records by
the German RAK also by ". ".  What someone did stands before the name ("translated by Ida
Moon", "hrsg. von Lars Holm") or behind it ("Lars Holm, editor", "Olaf Berg (Hrsg.)").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.formats.marctext import plain
from citekit.model import Name

#: Variables and the words of their roles, without accents and case.
_WORDS: dict[str, str] = {
    "editor": r"""
        (?:co-?|mit)?edited|(?:general |joint |volume |series |sub)?editors?|eds?\.|hrsgg?\.?|
        hg\.?|hgg\.|herausgegeben|herausgeber(?:in(?:nen)?)?|hrsg|ediert|edites?|editees?|
        editeurs?|editrices?|sous la dir(?:ection|\.)?|dir\.|dirige\w*|
        (?:textes? )?(?:reunis?|reunies?|etablie?s?)|etabli\w*|publies?|publiees?|a cura|
        curat[oaie]|curator[ei]|curatric[ei]|edizione|edicion|edita(?:d[oa]s?)|
        editor(?:a|es|as)|coord(?:\.|inad\w+|inated|inacion|inat\w+|inator\w*)|al cuidado|
        dirigid[oa]s?|edidit|ediderunt|edendum|edend[ao]s?|curavit|curaverunt|curante|recensuit|
        recensuerunt|recognovit|recognoverunt|edita|cura et studio|redigid[oa]
    """,
    "translator": r"""
        translat(?:ed|ors?|ions?|ing)|trans\.|transl\.|tr\.|englished|ubers\.?|
        ubersetz(?:t|er|erin|ung)|uebers\w*\.?|ubertragen|ubertr\.|ubertragung|verdeutscht|
        deutsch(?= v(?:on|\.))|dt\.(?= v(?:on|\.))|traduit\w*|traduct(?:ions?|eurs?|rices?)|
        trad\.|tradott[oaie]|traduzion[ei]|traduttor[ei]|traduttric[ei]|traducid[oa]s?|
        traduccion|traductor(?:a|es|as)?|vertid[oa]s?|vertit|verterunt|transtulit|transtulerunt|
        convertit|interprete|vertaald|vertaling|aus (?:dem|d\.) \w+\.?(?= v(?:on\b|\.))|
        from the \w+(?= by\b)
    """,
    "illustrator": r"""
        illustrat(?:ed|ors?|ions?)|ill\.|illus\.|illustr\.|drawings|pictures|illustriert|
        illustrationen|illustrator(?:in)?|(?:mit )?(?:\d+ )?(?:zeichnungen|bildern|bilder)|
        zeichn\.|illustree?s?|dessins|illustrat[oaie]|illustrazioni|disegni|ilustrad[oa]s?|
        ilustraciones|ilustrador(?:a|es)?|dibujos
    """,
    "compiler": r"""
        compiled|compilers?|comp\.|zusammengest(?:ellt|\.)|zsgest\.|gesammelt|ausgew(?:ahlt|\.)|
        selected|recueillie?s?|rassemblee?s?|choisie?s?|raccolt[oaie]|compilat[oaie]|
        compilad[oa]s?|compilador(?:a|es)?|recopilad[oa]s?|seleccion(?:ad[oa]s?)?|collegit|
        collegerunt|compilavit
    """,
    "interviewer": r"""
        interviewed|interviews?(?= (?:by|von|par))|interviewt
    """,
    "author": r"""
        written|text(?:es?|en)?(?= (?:by|von|par|di|de|por)\b|\s*:)|verf(?:\.|asst)|
        verfasser(?:in)?|(?<!the )authors?|auteurs?|autor(?:i|es|as|in)?|auctore|auctoribus|
        scripsit|conscripsit|prepared|testi|testo|textos?(?= (?:de|por)\b)|geschrieben|ecrit|
        scritt[oa]|escrit[oa]
    """,
    "contributor": r"""
        fore-?words?|prefaces?|pref\.|introductions?|introductory|introd\.|introduced|
        after-?words?|epilogue|commentar(?:y|ies)|commented|notes?|annotat(?:ed|ions?)|
        assist(?:ance|ed)|collaborat\w+|collab\.|contribut\w+|photogr\w*\.?|photos?|maps|
        revised|rev\.|adapted|designed|prologue|conclusion|vorw(?:ort\w*|\.)|
        geleitw(?:ort\w*|\.)|nachw(?:ort\w*|\.)|einf(?:uhrung\w*|\.)|eingef\w*\.?|
        einl(?:eitung\w*|\.)|eingel\w*\.?|mitarb(?:eit\w*|\.)|mitw(?:irk\w+|\.)|
        bearb(?:eitet|eitung|\.)|komment(?:iert|ar\w*|\.)|erl(?:autert|auterungen|\.)|
        anm(?:erkungen|\.)|red(?:aktion|igiert|\.)|fotos?|fotograf\w+|aufnahmen|
        beitr(?:age\w*|\.)|avant-propos|postface|presentation|presente\w*|annotee?s?|cartes|
        prefazione|introduzione|postfazione|presentazione|note|commento|collaborazione|prologo|
        prol\.|prefacio|introduccion|estudio preliminar|notas|epilogo|colaboracion|presentacion|
        praefat\w+|praef\.|notis|adnotat\w+|commentari\w+|accedit|performed|directed
    """,
}
_LINE = re.compile(r"\n\s*")
_ROLE = re.compile(
    "|".join(
        rf"(?P<{variable}>(?<!\w)(?:{_LINE.sub('', words)})(?!\w))"
        for variable, words in _WORDS.items()
    )
)
#: Words that lead from what was done to who did it.
_BY = re.compile(r"\b(?:by|von|v\.|vom|durch|par|di|da|dal|por|de|d|del|a|of|ab)\b|:")
#: Words that may stand in front of a name without saying what was done.
_PLAIN = frozenset(
    """by von v vom par di da de d du del della por y et and und u e ed the with mit avec con zu zur
    van der den ten le la les los al ibn bin ben lord lady sir dr prof mr mrs ms
    professor st""".split()
)
_BEHIND_LEFT = re.compile(r"[,(\[]\s*(?:the )?$")
_BEHIND_RIGHT = re.compile(r"\.?\s*(?:[,)\]]|$)")


class _Role(NamedTuple):
    start: int
    end: int
    variables: tuple[str, ...]
    is_behind: bool


def stated(statement: str, names: Sequence[Name]) -> list[tuple[str, ...] | None]:
    """The name variables that a statement of responsibility gives each of ``names``; None for
    a name that does not stand in it.

    Without a word for what someone did he is an author, in a later statement with words that
    are not known a contributor (AACR2 21.30, added entries).
    """
    found: list[tuple[str, ...] | None] = [None] * len(names)
    for number, part in enumerate(_parts(plain(statement))):
        places = {
            place: at for place, name in enumerate(names) if (at := _position(name, part)) >= 0
        }
        roles = _roles(part, sorted(places.values()))
        for place, at in places.items():
            variables = _at(part, at, roles, sorted(places.values()), number)
            if found[place] is None or found[place] == ("author",):
                found[place] = variables
            elif variables != ("author",):
                found[place] = (*(found[place] or ()), *variables)
    return [None if each is None else _fewest(each) for each in found]


def _parts(statement: str) -> list[str]:
    """Statements; a full stop ends one only if what someone did follows."""
    parts: list[str] = []
    for whole in statement.split(";"):
        begin = 0
        for stop in re.finditer(r"(?<=\w{3})[.\]]\.?\s+", whole):
            role = _ROLE.search(whole, stop.end())
            before = whole[stop.end() : role.start()] if role else ""
            if role and len(before.split()) <= 6 and not _ROLE.search(whole, begin, stop.end()):
                parts.append(whole[begin : stop.start()])
                begin = stop.end()
                break
        parts.append(whole[begin:])
    return [part for part in parts if part.strip(" .")]


def _position(name: Name, part: str) -> int:
    """Where a name stands in a part of a statement, -1 if it does not: its family name, with
    the given name's initial somewhere before it where there are several."""
    family = plain(name.literal or name.family).strip(" .")
    if not family:
        return -1
    given = plain(name.given)[:1]
    first = -1
    end = 0
    for found in re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", part):
        first = found.start() if first < 0 else first
        words = re.findall(r"\w+", part[end : found.start()])
        if given and any(word.startswith(given) for word in words[-4:]):
            return found.start()
        end = found.end()
    return first if not given or name.literal else -1


def _roles(part: str, names: list[int]) -> list[_Role]:
    """What the words of a part say that was done, what is said of the same names as one."""
    roles: list[_Role] = []
    for found in _ROLE.finditer(part):
        variables = (str(found.lastgroup),)
        behind = (
            bool(_BEHIND_LEFT.search(part[: found.start()]))
            and bool(_BEHIND_RIGHT.match(part, found.end()))
            and any(at < found.start() for at in names)
        )
        if roles:
            last = roles[-1]
            between = part[last.end : found.start()]
            apart = _BY.search(between) if not last.is_behind else re.search(r"\w{2}", between)
            if not apart and not any(last.end <= at < found.start() for at in names):
                roles[-1] = _Role(last.start, found.end(), (*last.variables, *variables), behind)
                continue
        roles.append(_Role(found.start(), found.end(), variables, behind))
    return roles


def _at(part: str, at: int, roles: list[_Role], names: list[int], number: int) -> tuple[str, ...]:
    """What was done by the name at a place: what stands before it, else behind it."""
    before = [role for role in roles if role.end <= at and not role.is_behind]
    behind = [role for role in roles if role.start > at and role.is_behind]
    if behind and not (before and before[-1].end > _previous_end(roles, at)):
        return behind[0].variables
    if before:
        return before[-1].variables
    lead = part[: names[0]]
    words = re.findall(r"[^\W\d_]{2,}", lead)[:-1] if number else []
    return ("contributor",) if any(word not in _PLAIN for word in words[:-2]) else ("author",)


def _previous_end(roles: list[_Role], at: int) -> int:
    """Where the last role ends that stands behind its names before a place."""
    return max((role.end for role in roles if role.end <= at and role.is_behind), default=-1)


def _fewest(variables: tuple[str, ...]) -> tuple[str, ...]:
    """The roles without those that others say more exactly: who edits also selects, and
    introduces."""
    distinct = list(dict.fromkeys(variables))
    if len(distinct) > 1 and "contributor" in distinct:
        distinct.remove("contributor")
    if "editor" in distinct and "compiler" in distinct:
        distinct.remove("compiler")
    return tuple(distinct)
