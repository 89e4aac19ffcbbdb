"""Reporting clauses of who quotes, within the quotation marks: « Le silence, affirme Lefebure,
n'existe pas ».

French leaves the marks open around a short clause that says who speaks (Imprimerie nationale,
*Lexique des règles typographiques*, "Guillemets"; Grevisse and Goosse, *Le bon usage*, § 134);
German and English texts do so by habit.  Such a clause is no word that was added to the source.
It has a verb of saying and a subject of the third person; what only hedges ("they say", "je
crois", "sagt man") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citekit.verify.turning import is_negative

#: What stands for each character of a reporting clause: it is part of no word.
REPORTED = "\u2063"
_OPENS = re.compile(r"(?<=[^\W_][,?!…])\s|(?<=[^\W_] [,?!])\s|(?<=[^\W_])\s?[–—]\s?")
_CLOSES = re.compile(r"[,;:!?…–—]|\.(?=\s+\W?[^\W\d_])")
_STOPS = re.compile(r"[;:!?…()\[\]\"“”„«»]")
_TITLE = re.compile(r"\b(?:M|MM|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|St|[^\W\d_a-z])\Z")
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+|-[^\W\d_]+)*[’']?")
#: A clause has at most so many words, so many behind a pronoun and its verb, and so many words
#: before an English verb; so many characters are looked at.
_WORDS, _BEHIND, _SUBJECT, _LONGEST = 10, 4, 5, 120
_INVERTED = re.compile(
    r"(?P<verb>[^\W\d_]+)(?:-t)?-(?P<subject>il|elle)(?: (?P<participle>[^\W\d_]+))?(?P<rest>.*)"
)
_CLITICS = re.compile(r"(?:(?:me|lui|leur|nous|se|y) |[sm]['’])+")
_HE = {"en": frozenset(("he", "she")), "de": frozenset(("er", "sie"))}
#: Who speaks is not said: nobody's reporting clause.
_NOBODY = frozenset(
    """i we you they one it there this that these those ich wir man es ihr du das dies je tu nous
    vous on ils elles ce cela ça""".split()
)
#: What is said by these is said by nobody.
_HEARSAY = frozenset(
    """legend legends rumour rumours rumor rumors gossip legende legenden gerücht gerüchte
    volksmund légende légendes rumeur rumeurs tradition""".split()
)
#: Who denies the words within them changes them.
_DENYING = frozenset(
    """denied denies doubted doubts disputed disputes rejected rejects refuted refutes lied lies
    bestreitet bestritt leugnet leugnete dementiert dementierte bezweifelt bezweifelte zweifelt
    zweifelte verneint verneinte nie niait nia nié dément démentait démentit démenti conteste
    contestait contesta contesté doute doutait réfute réfutait réfuté""".split()
)
#: Several who speak are named, or are the authors: else the words are hearsay again.
_AND = frozenset(("and", "und", "et"))
_AUTHORS = frozenset(
    "autoren autorinnen verfasser verfasserinnen auteurs auteures autrices".split()
)
_PLURAL = {"de": re.compile(r"en\Z"), "fr": re.compile(r"(?:[^i]|[ao]i)ent\Z")}


def without_reporting(quotation: str) -> Iterator[str]:
    """A quotation, position for position, without the reporting clauses of who quotes inside
    of it, the shortest that they may be, then with what follows their subject between commas;
    nothing if it has none."""
    for closing in (0, 1):
        shown = quotation
        at = 0
        while opened := _OPENS.search(quotation, at):
            at = opened.end()
            ends = _ends(quotation, at)
            if len(ends) > closing and is_reporting(quotation[at : ends[0]]):
                end = ends[closing]
                shown = shown[:at] + REPORTED * (end - at) + shown[end:]
                at = end
        if shown != quotation:
            yield shown


def _ends(text: str, start: int) -> list[int]:
    """Where a clause that begins at ``start`` may end, with the sign that ends it."""
    found: list[int] = []
    for sign in _CLOSES.finditer(text, start, start + _LONGEST):
        if sign[0] == "." and _TITLE.search(text, max(start, sign.start() - 5), sign.start()):
            continue
        if len(_TOKEN.findall(text, start, sign.start())) > _WORDS:
            break
        if sign.start() == start or _STOPS.search(text, start, sign.start()):
            break
        if _TOKEN.search(text, sign.end()) is None:  # nothing of the quotation follows
            break
        found.append(sign.start() if sign[0] in "–—" else sign.end())
        if sign[0] != ",":
            break
    return found


def is_reporting(clause: str) -> bool:
    """Whether words say who says what stands around them: "affirme Lefebure", "he said"."""
    clause = clause.rstrip(" ,;:!?….–—").strip()
    words = _TOKEN.findall(clause)
    lower = [word.lower() for word in words]
    if not 1 <= len(words) <= _WORDS or re.search(r"\d|[()\[\]]", clause):
        return False
    if not (_HEARSAY | _DENYING).isdisjoint(lower) or any(map(is_negative, lower)):
        return False
    return _is_french(clause) or any(_is_germanic(words, language) for language in _HE)


def _is_french(clause: str) -> bool:
    """A verb before its subject: "dit-il", "a expliqué le maire", "s'exclame Lefebure"."""
    clause = clause[:1].lower() + clause[1:]
    led = _CLITICS.match(clause)
    clause = clause[led.end() :] if led else clause
    if inverted := _INVERTED.fullmatch(clause):
        is_perfect = inverted["verb"] in _PERFECT and _says(inverted["participle"] or "", "fr")
        behind = _TOKEN.findall(inverted["rest"]) + ([] if is_perfect else [""])
        return (is_perfect or _says(inverted["verb"], "fr")) and len(behind) <= _BEHIND + 1
    words = _TOKEN.findall(clause)
    if words[0] in _PERFECT:
        del words[0]
    elif words[0].endswith(_PARTICIPLES) or _is_epithet(words):
        return False
    return (
        len(words) > 1
        and _says(words[0], "fr")
        and _begins_subject(words[1:], "fr")
        and _agrees(words, "fr")
    )


def _is_epithet(words: Sequence[str]) -> bool:
    """Whether words say by what name somebody goes: "dit le Bon"."""
    return words[0] == "dit" and words[1:2] in (["le"], ["la"]) and words[-1][0].isupper()


_PERFECT = frozenset("a avait aura est".split())
_PARTICIPLES = ("é", "ée", "és", "ées", "dite", "dits", "dites")


def _is_germanic(words: Sequence[str], language: str) -> bool:
    """A verb before its subject, in English also behind it; in German "so" alone."""
    first = words[0].lower()
    if language == "de" and first == "so":
        return len(words) > 1 and words[-1][0].isupper() and _begins_subject(words[1:], "de")
    if _says(first, language) and words[0].islower():
        if not _agrees(words, language):
            return False
        if len(words) > 1 and words[1].lower() in _HE[language]:
            return len(words) <= 2 + _BEHIND
        return _begins_subject(words[1:], language)
    if language != "en":
        return False
    for at in range(1, min(len(words), _SUBJECT + 1)):
        if _says(words[at], language):
            subject = words[:at]
            is_he = at == 1 and first in _HE[language]
            whole = is_he or _begins_subject(subject, language)
            behind = words[at + 1 :]
            return whole and len(behind) <= _BEHIND and behind[:1] not in (["to"], ["by"])
    return False


def _agrees(words: Sequence[str], language: str) -> bool:
    """Whether those who speak are named where the verb, the first word, is a plural."""
    if language not in _PLURAL or not _PLURAL[language].search(words[0]):
        return True
    rest = {word.lower() for word in words[1:]}
    return not rest.isdisjoint(_AUTHORS) or (words[-1][0].isupper() and not rest.isdisjoint(_AND))


def _begins_subject(words: Sequence[str], language: str) -> bool:
    """Whether words begin with a name, or with an article or possessive and a noun."""
    if not words or words[0].lower() in _NOBODY:
        return False
    if _bits(language).get(words[0].lower(), 0) & _determiner():
        return len(words) > 1
    head = re.split("['’]", words[0])
    return words[0][0].isupper() or (len(head) > 1 and head[0] in ("l", "d") and head[1] != "on")


def _says(word: str, language: str) -> bool:
    from citekit.find.cues import bits

    known = _bits(language).get(word, 0)
    if language == "en" and known & bits.PARTICIPLE and word.endswith("n"):  # "written"
        return False
    if known & bits.GERUND or (language != "fr" and known & bits.BASE):
        return False
    return bool(known & (bits.SAY | bits.WEAK))


def _determiner() -> int:
    from citekit.find.cues import bits

    return bits.DETERMINER


@cache
def _bits(language: str) -> Mapping[str, int]:
    """What the words of a language do around quoted speech."""
    from citekit.find.cues.english import ENGLISH
    from citekit.find.cues.french import FRENCH
    from citekit.find.cues.german import GERMAN

    return {"en": ENGLISH, "fr": FRENCH, "de": GERMAN}[language].words
