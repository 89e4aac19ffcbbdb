"""Names of authors in text: their shapes, and those that end at a place."""

from __future__ import annotations

import re
from collections.abc import Container

from citekit.find.citingwords import FUNCTION_WORDS, NOT_AUTHORS, PREFIXES, ROLES, WORK_NOUNS
from citekit.find.cues.names import GIVEN
from citekit.find.references.names import ET_AL
from citekit.find.works import name_key

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-Я"
_PARTICLE = (
    r"(?:(?:van|von|vom|der|den|de|del|della|di|da|dos|das|du|des|la|le|el|al|bin|ibn|ter|ten"
    r"|zu|zur|af|av|[’']t)\s|(?:d|l|al|el)[’'\-])"
)
#: Inside a word: a hyphen, also one that ends a line, or a soft one.
_HYPHEN = r"(?:[’'‑]|-\n?|\u00ad\n?)"
_WORD = rf"(?:[{UPPER}][^\W\d_]*(?:{_HYPHEN}[^\W\d_]+){{0,3}})"
INITIALS = rf"(?:[{UPPER}]\.[ -]?){{1,4}}"
NAME = (
    rf"(?:{INITIALS}\s?)?{_PARTICLE}{{0,3}}{_WORD}(?:\s{_PARTICLE}{{0,2}}{_WORD}){{0,3}}"
    rf"(?:,?\s{INITIALS})?"
)
JOIN = (
    r"(?:,?\s(?:and|&|und|et|u\.|y|e|en|och|og|sowie|with|mit|avec|-|–)\s|,\s|\s?/\s?|\s?;\s(?=&))"
)
#: "Kuhn, T. S.", "Kuhn T." before a year: what stands behind the family name.
_INITIALS_BEHIND = re.compile(rf"(?<=[^\W\d_]{{2}}),?\s{INITIALS}$")
_STOPPED = re.compile(r"[^\W\d_]\.")
_INITIAL = re.compile(r"[^\W\d_]\.?")
#: So far before a year reach names with their initials, in code points.
_WITH_INITIALS = 240
#: "Lee et al.’s (2005)", "Rawls’ (1971)".
_POSSESSIVE = re.compile(r"[’']s?$")
BACK_ET_AL = re.compile(rf"{ET_AL}$")
_TOKEN = re.compile(
    rf"(?<![\w’'])(?:[dDlL]|[Qq]u)[’'](?=[{UPPER}])|[^\W\d_]+(?:{_HYPHEN}[^\W\d_]+)*\.?|\S"
)
#: Words in lower case that belong to a surname.
PARTICLES = frozenset(
    """van von vom der den de del della di da dos das du des la le el al bin ibn ter ten zu
    zur""".split()
)
_ARTICLES = frozenset("der den des les".split())
#: Particles that also tie a name to a noun.
_OF = frozenset("von de du".split())
#: Before nouns, not names.
DETERMINERS = frozenset(
    """der die das dem den des ein eine einen einem einer eines jedes jeder jede jeden jedem kein
    keine keinen keinem keiner dieses diese dieser diesen diesem ihr ihre ihren ihrem ihrer sein
    seine seinen seinem seiner oder beim zum zur vom im am""".split()
)
_AND = frozenset("and & und et y sowie with mit avec /".split())
#: German: the fellows of an author who is named before: "Lee und ihr Team".
_FELLOWS = frozenset("team kollegen kolleginnen mitarbeiter mitarbeiterinnen".split())
NO_NAMES = PREFIXES | FUNCTION_WORDS | ROLES


def names_before(
    text: str, at: int, known: Container[str] = ()
) -> tuple[int, tuple[str, ...], bool] | None:
    """(start, names, whether more are left out) of the names that end at ``at``."""
    low = max(0, at - 110)
    low = max(low, text.rfind("\n\n", low, at))  # a name does not begin in a heading
    before = text[low:at].rstrip(" ,\u00a0\n*_")
    inverted = _INITIALS_BEHIND.search(before) if before.endswith(".") else None
    if inverted is not None:
        wider = max(0, at - _WITH_INITIALS, text.rfind("\n\n", max(0, at - _WITH_INITIALS), at))
        before = text[wider : low + inverted.start()]
        low = wider
    alone = _name_alone(before)
    if alone:
        return low + len(before) - len(alone), (alone,), False
    before = _POSSESSIVE.sub("", before)
    et_al = BACK_ET_AL.search(before)
    if et_al is not None:
        before = _POSSESSIVE.sub("", before[: et_al.start()])
    tokens = list(_TOKEN.finditer(before))
    names: list[str] = []
    index = _before_initials(tokens, len(tokens))
    start = 0
    while index:
        first = _name_start(tokens, index, known)
        if first is None:
            break
        start = tokens[first].start()
        names.insert(0, before[start : tokens[index - 1].end()])
        if not first:
            break
        joint = tokens[first - 1][0]
        if joint.rstrip(".") in _AND and first > 1:
            index = first - 1
            if tokens[index - 1][0] == ",":
                index -= 1
        elif joint == "," and len(names) > 1:
            index = first - 1
        else:
            break
        index = _before_initials(tokens, index)
    if not names:
        return None
    return low + start, tuple(names), et_al is not None


def _before_initials(tokens: list[re.Match[str]], end: int) -> int:
    """Where the family ends whose initials end before token ``end`` behind a comma: "Lee, A. S.";
    ``end`` if there are none."""
    index = end
    while index > 1 and _STOPPED.fullmatch(tokens[index - 1][0]):
        index -= 2 if tokens[index - 2][0] == "-" else 1
    return index - 1 if 1 < index < end and tokens[index - 1][0] == "," else end


def _name_alone(before: str) -> str:
    """The word that ends ``before`` where it is a name for certain and the whole name: a
    plain word in lower case, and no particle or "and", stands before it."""
    cut = before.rfind(" ")
    word = before[cut + 1 :]
    if not (word[:1].isupper() and word.isalpha() and len(word) > 2):
        return ""
    last = before[before.rfind(" ", 0, cut) + 1 : cut].removesuffix(".") if cut > 0 else ""
    if not (last.isalpha() and last.islower()) or last in PARTICLES or last in _AND:
        return ""
    lowered = word.lower()
    return "" if lowered in NO_NAMES or lowered in NOT_AUTHORS or lowered in _FELLOWS else word


def _is_led(tokens: list[re.Match[str]], of: int, known: Container[str]) -> bool:
    """Whether the particle at token ``of`` only ties a name to a noun before it, no given name
    nor initial; before a family that is known without it, also to a noun in lower case: "le
    modèle de Lee"."""
    if not of:
        return False
    before = tokens[of - 1][0]
    name = name_key(" ".join(token[0] for token in tokens[of : of + 2]))
    if not before[0].isupper():
        return before.isalpha() and name not in known and name_key(tokens[of + 1][0]) in known
    return not (before.endswith(".") or before.lower() in GIVEN or name in known)


def _name_start(tokens: list[re.Match[str]], end: int, known: Container[str]) -> int | None:
    """The first token of the name that ends before token ``end``."""
    index = end
    while index and end - index < 5:
        token = tokens[index - 1][0]
        lowered = token.rstrip(".").lower().replace("’", "'")
        if token[0].isupper() and token[0].isalpha():
            if token.endswith(".") and len(token) > 2 and index != end:
                break  # the end of a sentence
            if len(lowered) > 1 and lowered in NO_NAMES and (index != end or lowered not in known):
                if (
                    lowered in PARTICLES
                    and index != end
                    and (
                        tokens[index][0] in PARTICLES
                        or name_key(f"{token} {tokens[index][0]}") in known
                    )
                ):
                    index -= 1  # "Von der …" at the beginning of a sentence, "Le Goff"
                break
            if index == end and (lowered in NOT_AUTHORS or len(lowered) < 2):
                return None
            if index == end and lowered in WORK_NOUNS and lowered not in known:
                return None  # "Kuhns Buch (1962)"
            index -= 1
        elif index != end and token[-1] in "’'":
            own = name_key(token + tokens[index][0]) in known  # "d’Alembert", not "d’Ostrom"
            index -= own
            break
        elif lowered in PARTICLES and index != end and not _INITIAL.fullmatch(tokens[index][0]):
            if lowered in _OF and _is_led(tokens, index - 1, known):
                break  # "die Theorie von Brown"
            index -= 1
            if lowered == "von" and _is_led(tokens, index, ()):
                break  # "die Theorie von Hagen", of "Hagen, J. von"
        else:
            break
    if index + 1 < end and tokens[index][0] in _ARTICLES:
        index += 1  # "der Weber (1959)"
    return index if index < end else None
