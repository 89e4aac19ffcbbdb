"""Words that give a term: "she coined the word “…”", "His term for it was “…”", « ce que
l'auteur nomme « … » », "„…“ nennt die Philosophin das".

Who gives it is a pronoun, a possessive, a demonstrative that points back, or a noun for
somebody who writes; whom that stands for is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.find.citingwords import FUNCTION_WORDS, POSSESSIVES
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.reading import Reading, Span

_PRONOUN = r"(?:s?he|they|er|sie|ils?|elles?)"
_THIS = r"(?:this|these|diese[rsnm]?|jene[rsnm]?|cet?|cette|ces)"
POINTING = re.compile(_THIS)
#: What somebody is called who was named before; its last word is looked at.
_CALLED = (
    r"(?:(?:the|this|der|die|dieser|diese|le|la|les|ce|cet|cette|ces)\s|l')"
    r"(?:[^\W\d_][\w-]*\s){0,3}?[^\W\d_][\w-]*"
)
PRONOUNS = re.compile(rf"{_PRONOUN}|{POSSESSIVES}")
_WHO = rf"(?P<who>{_PRONOUN}|{_CALLED})"
#: Verbs that give a name, alone or with a preposition.
_NAMES = (
    r"(?:calls?|called|terms?|termed|dubs?|dubbed|coins?|coined|labels?|labell?ed|names?|named"
    r"|christens?|christened|baptized|baptised|nicknamed|(?:settles?|settled|hits?|hit)\s(?:on|upon|for)"
    r"|(?:speaks?|spoke)\sof|(?:refers?|referred)\sto|describe[sd]?"
    r"|nennt|nannte|nennen|nannten|tauft|taufte|tauften|prägt|prägte|prägten|bezeichnete?n?"
    r"|(?:spricht|sprach|sprechen|sprachen)\s(?:hier\s|dann\s|gern\s)?vo[nm]"
    r"|appell(?:e|ent|ait|aient|era)|appela|nomm(?:e|ent|ait|aient|era|a)|baptis(?:e|ent|ait|aient|a)"
    r"|qualifi(?:e|ent|ait|a)\sde|désign(?:e|ent|ait|aient|a)|forge(?:nt|ait|a)?"
    r"|(?:a|ont|avait|avaient)\s(?:appelée?s?|nommée?s?|baptisée?s?|forgée?s?)"
    r"|parl(?:e|ent|ait|aient|a|era)\s(?:d'|de|ici de))"
)
_AUXILIARIES = (
    r"(?:(?:has|have|had|once|later|also|would|will|famously|memorably|then|elsewhere|himself"
    r"|herself|[^\W\d_]+ly|himself|l'|la|le|les|y|es|das|dies|ihn|sie|einmal|später)\s?){0,3}?"
)
_NOUN = (
    r"(?:terms?|words?|phrase|names?|label|coinage|expression|formula|adjectives?|verbs?|nouns?"
    r"|shorthand|begriffe?|worte?|wörter|ausdruck|name|namen|formel|schlagworte?|leitbegriff"
    r"|bezeichnung|adjektive?|mots?|termes?|noms?|formule|adjectifs?|concept|notion|konzept)"
)
_ARTICLE = r"(?:(?:the|an?|der|die|das|den|dem|le|la|les|une?)\s|l')?"
_IS = r"(?:\s(?:is|was|were|are|ist|sind|war|waren|lautete?|hieß|heißt|est|était|sont|fut)|,|:)"
#: What ends a clause, or begins another.
_OTHER = frozenset(
    "that who which and but because while when to if dass daß weil und aber wenn ob que qui et "
    "mais quand si parce whether".split()
)
_BEFORE = (
    # "she coined the ugly, exact word “…”", "he christened this “…”"
    re.compile(
        rf"(?<![\w-]){_WHO}\s{_AUXILIARIES}(?P<verb>{_NAMES})(?P<gap>(?:,?\s[^.;:!?\"()]{{0,60}})?\s?)$"
    ),
    # "so nennt er das …", "taufte die Philosophin …"
    re.compile(
        rf"(?<![\w-])(?P<verb>nennt|nannte|nennen|nannten|tauft|taufte|tauften|prägte?n?|bezeichnete?n?"
        r"|spricht|sprach|sprechen|sprachen)\s"
        rf"(?P<who>er|sie|{_CALLED})(?P<gap>\s[^.;:!?\"()]{{0,60}})$"
    ),
    # "diese von ihr so genannte „…“"
    re.compile(
        r"\bvon\s(?P<who>ihm|ihr|ihnen|(?:dem|der|den)\s(?:[^\W\d_]+\s)?[^\W\d_]+)\s"
        r"(?:so\s?genannte|geprägte|getaufte|benannte)[nrms]?\s(?P<gap>)$"
    ),
    # "his word for it is “…”"
    re.compile(
        rf"(?<![\w-])(?P<who>{POSSESSIVES}|{_CALLED}'s)\s(?:[^\W\d_]+,?\s){{0,2}}?{_NOUN}"
        r"(?:\s(?:for|of|für|pour|dafür|hierfür|of choice)(?P<gap>\s[^.;:!?\"]{1,60}?)?)?"
        rf"(?:{_IS}|\svo[nm]|\sd[eu'])?\s?{_ARTICLE}$"
    ),
    # "the word she settles on is “…”", « le terme qu'elle proposait, « … » »
    re.compile(
        rf"\b(?:the|das|der|den|le|la|l')\s?(?:[^\W\d_]+\s){{0,2}}?{_NOUN},?\s"
        rf"(?:that\s|which\s|das\s|den\s|die\s|que\s|qu'|dont\s)?(?P<who>{_PRONOUN})"
        rf"\s(?P<gap>[^.;:!?\",]{{2,50}}?),?{_IS}\s{_ARTICLE}$"
    ),
    # "he had a name for the difficulty, the “…”", "sie hatte dafür einen Namen: „…“"
    re.compile(
        rf"(?<![\w-])(?P<who>{_PRONOUN})\s(?:has|had|have|found|gave|gives|coined|invented|hat|hatte|fand|findet"
        r"|a|avait|trouva|trouve|proposa|propose)\s(?P<gap>(?:[^\W\d_]+\s){0,4}?)"
        rf"(?:an?|the|his|her|another|ein|einen|eine|den|das|un|une|le)\s(?:[^\W\d_]+\s){{0,2}}?{_NOUN}"
        rf"(?:\s(?:for|dafür|für|pour)\b[^.;:!?\"]{{0,70}}?)?[,:]\s{_ARTICLE}$"
    ),
    re.compile(
        r"(?<![\w-])(?:hat|hatte|haben)\s(?P<who>er|sie)\s(?P<gap>[^.;:!?\"]{0,40}?)"
        rf"\b(?:einen?|das|den|die)\s(?:[^\W\d_]+\s){{0,2}}?{_NOUN}\s"
        r"(?:gefunden|geprägt|erfunden|vorgeschlagen|eingeführt)[,:]?\s$"
    ),
    # "remembers his “…”"; "Cette « … »"
    re.compile(
        rf"(?<![\w-])(?P<who>{POSSESSIVES}|{_THIS})\s(?P<kind>(?:[^\W\d_]+\s){{0,2}}?)(?P<gap>)$"
    ),
    # "what the title calls “…”", "In the subtitle he settled for “…”"
    re.compile(
        r"\b(?:what|was|ce que)\s(?P<who>(?:the|der|le|his|her|sein|ihr|son)\s"
        r"(?:title|titel|untertitel|subtitle|titre|sous-titre))"
        r"\s(?:calls|called|nennt|appelle)(?P<gap>)\s$"
    ),
)
_IT = r"(?:it|this|that|them|these|those|das|dies|es|so|cela|ça)"
_AFTER = (
    # "“…,” she called it", "„…“ nennt die Philosophin das", "„…“, so nennt er es"
    re.compile(
        rf",?\s{_WHO}\s(?:once\s|later\s|has\s|had\s)?(?P<verb>called|calls|termed|dubbed|named|labelled|labeled|christened)\s{_IT}\b"
    ),
    re.compile(
        rf",?\s(?:so\s)?(?:nennt|nannte|nennen|nannten|taufte|tauften)\s(?P<who>er|sie|{_CALLED})\s"
        r"(?:[^\W\d_]+\s){0,2}?(?:das|dies|es|ihn|sie|solche[^\W\d_]*|diese[^\W\d_]*)\b"
    ),
    re.compile(
        rf",?\s(?:wie|as|comme)\s{_WHO}\s?(?:l'|la\s|le\s|les\s|es\s|das\s|ihn\s|sie\s|dies\s)?"
        r"(?:nennt|nannte|calls|called|termed|terms|puts|put|appelle|appelait|nomme|nommait|appela|nomma|baptisa)\b"
    ),
    # "„…“ hat er später gesprochen"
    re.compile(
        rf"\s(?:hat|hatte|haben)\s(?P<who>er|sie|{_CALLED})\s(?:[^\W\d_]+\s){{0,4}}?(?:gesprochen|genannt|getauft|geprägt)\b"
    ),
    re.compile(rf"\s(?:spricht|sprach|sprachen|sprechen)\s(?P<who>er|sie|{_CALLED})\b"),
    # "“…” is his word for it", "„…“, ihr Ausdruck dafür"
    re.compile(
        rf"(?:,|\s(?:is|was|were|ist|war|est|était))\s(?P<who>{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}?{_NOUN}\b"
    ),
    # "“…”, the term of the philosopher", "„…“, der Leitbegriff des Philosophen"
    re.compile(
        rf",\s(?:the|der|die|das|le|la)\s(?:[^\W\d_]+\s)?{_NOUN}\s(?:of\sthe|des|der|du|de\sla|de\sl')\s?"
        r"(?P<of>(?:[^\W\d_]+[\s-]){0,2}?[^\W\d_]+)(?=[\s,.])"
    ),
    # "„…“, auf das er sich beruft", "…, von dem sie spricht"
    re.compile(
        r",\s(?:auf|von)\s(?:das|den|die|der|dem|denen)\s(?P<who>er|sie)\s(?:[^\W\d_]+\s){0,3}?"
        r"(?:beruft|berufe|berief|spricht|sprach|spreche|redet|rede)\b"
    ),
)
#: A word of each pattern stands before a term, or is one of the last before it.
_TELLING = frozenset(
    """call calls called term terms termed dub dubs dubbed coin coins coined label labels labelled
    labeled name names named christen christens christened baptized baptised nicknamed settle
    settles settled hit hits speak speaks spoke refer refers referred describe describes described
    word words phrase coinage expression formula adjective adjectives verb verbs noun nouns
    shorthand
    nennt nannte nennen nannten tauft taufte tauften prägt prägte prägten bezeichnet bezeichnete
    bezeichnen bezeichneten spricht sprach sprechen sprachen genannte genannten genannter
    genannten sogenannte geprägte geprägten getaufte benannte begriff begriffe wort worte wörter
    ausdruck namen formel schlagwort schlagworte leitbegriff bezeichnung adjektiv adjektive
    appelle appellent appelait appelaient appellera appela nomme nomment nommait nommaient nomma
    baptise baptisent baptisait baptisa qualifie qualifient qualifiait qualifia désigne désignent
    désignait désignaient désigna forge forgent forgeait forgea appelé appelée appelés appelées
    nommé nommée baptisé baptisée forgé forgée
    parle parlent parlait parlaient parla parlera mot mots terme
    termes nom noms formule adjectif adjectifs concept notion konzept""".split()
)
_LAST = re.compile(rf"{_THIS}|{POSSESSIVES}")
#: How every pattern begins that stands behind a term.
_BEHIND = re.compile(
    r",?\s(?:so\s|nenn|nann|tauf|wie\s|as\s|comme\s|ha[tb]|sp[rea]|is\s|was\s|were\s|ist\s|war\s|est\s"
    rf"|était\s|auf\s|von\s|the\s|this\s|d[eia][res]|l[ea']|ce|{_PRONOUN}\s|(?:{POSSESSIVES})\s)"
)
#: A term stands no farther than this from who names it (code points).
_REACH = 140


class Naming(NamedTuple):
    """The words with a term that say who gave it, and who that is; ``bare`` if it is only
    his or this."""

    span: Span
    who: str
    bare: bool = False


def naming_of(reading: Reading, quote: Span) -> Naming | None:
    """The words with a term that say who gave it, and who that is."""
    lowered = reading.lowered
    start, end = reading.sentences.around(quote[0])
    low = max(start, quote[0] - _REACH)
    words = [word.rstrip(":") for word in reading.words_before(quote)]
    if not _TELLING.isdisjoint(words) or any(map(_LAST.fullmatch, words[-3:])):
        clause = lowered[low : quote[0]]
        for pattern in _BEFORE:
            for match in _matches(pattern, clause):
                if _is_who(match["who"]) and _is_clause(match["gap"] or ""):
                    bare = match.groupdict().get("kind")
                    this = POINTING.fullmatch(match["who"])
                    if bare and this and not FUNCTION_WORDS.isdisjoint(bare.split()):
                        continue  # "this was “…”"
                    span = low + match.start(), quote[1]
                    return Naming(span, match["who"], bare is not None)
    if _BEHIND.match(lowered, quote[1]) is None:
        return None
    for pattern in _AFTER:
        after = pattern.match(lowered, quote[1], max(end, quote[1]))
        if after is None:
            continue
        if "of" in after.groupdict():
            if any(map(is_writer, re.split(r"[\s-]", after["of"]))):
                return Naming((quote[0], after.end()), after["of"])
        elif _is_who(after["who"]):
            return Naming((quote[0], after.end()), after["who"])
    return None


def _matches(pattern: re.Pattern[str], clause: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that ends with the clause, the nearest to its end last."""
    at = 0
    while (match := pattern.search(clause, at)) is not None:
        yield match
        at = match.start() + 1


def _is_who(words: str) -> bool:
    """Whether words may stand for an author: a pronoun or possessive, or what a writer is
    called."""
    pieces = re.split(r"[\s']", words.removesuffix("'s"))
    if len(pieces) == 1:
        return True
    return is_writer(pieces[-1]) or pieces[-1] in _STANDS


#: What stands for an author or what he wrote.
_STANDS = frozenset(
    """title subtitle titel untertitel titre sous-titre two beiden deux book buch livre essay
    aufsatz article paper study studie étude essai""".split()
)


#: Objects that are persons.
_PERSONS = frozenset("him her me us you them mich uns me".split())


def _is_clause(gap: str) -> bool:
    words = gap.replace(",", " ").split()
    if words[-1:] == words[:1] and not _PERSONS.isdisjoint(words):
        return False  # "called him “…”"
    return len(words) <= 9 and _OTHER.isdisjoint(words)
