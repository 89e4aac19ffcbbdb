"""Terms that an author coined, where he is a pronoun, a possessive or what he is called: "she
coined the word “…”", "His term for it was “…”", « ce que l'auteur nomme « … » », "„…“
nennt die Philosophin das".

The author is whoever the text spoke of last with a work of his, in the same paragraph or at
the end of the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingwords import FUNCTION_WORDS, GENDERS, PLURALS, POSSESSIVES, PRONOUN
from citekit.find.cues.bits import PREPOSITION, ROLE, Cues
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.namesakes import FULL_NAME
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.mentions.sayers import another_between, is_anothers, is_his
from citekit.find.mentions.terms import echoes, joined
from citekit.find.mentions.told import is_taken, spoken_of
from citekit.find.speakers.names import gender_of
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import term_key, term_words

_THIS = r"(?:this|these|diese[rsnm]?|jene[rsnm]?|cet?|cette|ces)"
POINTING = re.compile(_THIS)
#: What somebody is called who was named before; its last word is looked at.
_CALLED = (
    r"(?:(?:the|this|der|die|dieser|diese|le|la|les|ce|cet|cette|ces)\s|l')"
    r"(?:[^\W\d_][\w-]*\s){0,3}?[^\W\d_][\w-]*"
)
PRONOUNS = re.compile(rf"{PRONOUN}|{POSSESSIVES}")
_WHO = rf"(?P<who>{PRONOUN}|{_CALLED})"
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
        rf"(?:that\s|which\s|das\s|den\s|die\s|que\s|qu'|dont\s)?(?P<who>{PRONOUN})"
        rf"\s(?P<gap>[^.;:!?\",]{{2,50}}?),?{_IS}\s{_ARTICLE}$"
    ),
    # "he had a name for the difficulty, the “…”", "sie hatte dafür einen Namen: „…“"
    re.compile(
        rf"(?<![\w-])(?P<who>{PRONOUN})\s(?:has|had|have|found|gave|gives|coined|invented|hat|hatte|fand|findet"
        r"|a|avait|trouva|trouve|proposa|propose)\s(?P<gap>(?:[^\W\d_]+\s){0,4}?)"
        rf"(?:an?|the|his|her|another|ein|einen|eine|den|das|un|une|le)\s(?:[^\W\d_]+\s){{0,2}}?{_NOUN}"
        rf"(?:\s(?:for|dafür|für|pour)\b[^.;:!?\"]{{0,70}}?)?[,:]\s{_ARTICLE}$"
    ),
    # "remembers his “…”"; "Cette « … »"
    re.compile(
        rf"(?<![\w-])(?P<who>{POSSESSIVES}|{_THIS})\s(?P<kind>(?:[^\W\d_]+\s){{0,2}}?)(?P<gap>)$"
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
#: With one of these a word begins that stands before a term in each pattern, or is one of the
#: last before it.
_TELLING = tuple(
    """call term dub coin label name christen bapti nicknam settl hit spe spo refer describ word
    phrase expression formul adjecti verb noun shorthand nenn nann tauf präg bezeichn spr genann
    sogenann getauf benann begriff wort wört ausdruck schlagw leitbegriff appel nomm qualifi désign
    forg parl mot nom concept notion konzept""".split()
)
_LAST = re.compile(rf"{_THIS}|{POSSESSIVES}")
#: How every pattern begins that stands behind a term.
_BEHIND = re.compile(
    r",?\s(?:so\s|nenn|nann|tauf|wie\s|as\s|comme\s|ha[tb]|sp[rea]|is\s|was\s|were\s|ist\s|war\s|est\s"
    rf"|était\s|auf\s|von\s|the\s|this\s|d[eia][res]|l[ea']|ce|{PRONOUN}\s|(?:{POSSESSIVES})\s)"
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
    if any(word.startswith(_TELLING) for word in words) or any(map(_LAST.fullmatch, words[-3:])):
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


_WORD = re.compile(r"[^\W\d_]+")
#: Before two capitals that are nobody's name.
_ARTICLES = ("the ", "der ", "die ", "das ", "dem ", "den ", "des ", " le ", " la ", "les ", " du ")
#: Farther than this from the last words on a work none is meant (code points).
_FARTHEST = 600
_PARAGRAPH = re.compile(r"\n\s*\n")


def coined(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The terms that a pronoun, a possessive or a noun for a writer gives the author spoken
    of last, and their later uses."""
    taken = sorted((one.start, one.end) for one in found)
    places: list[tuple[int, int]] | None = None
    known = len(reading.terms)
    end = 0
    for quote in reading.quotations:
        inside = quote[1] <= end
        end = max(end, quote[1])
        if inside or quote in reading.others or quote not in reading.short:
            continue  # in what somebody says "his" is another's
        named = naming_of(reading, quote)
        if named is None or is_taken(taken, named.span):
            continue
        if reading.cites_between(reading.sentences.around(quote[0])[0], quote[1] + 4):
            continue  # the cited work's
        if places is None:
            places = spoken_of(reading, found)
        entry = _author(reading, places, quote, named)
        if entry is not None:
            yield _of_author(reading, quote, named, entry)
    for echo in echoes(reading, known):
        if not is_taken(taken, (echo.start, echo.end)):
            yield echo


def _of_author(reading: Reading, quote: Span, named: Naming, entry: int) -> Suggestion:
    words = reading.inner(quote)
    key = reading.catalogue.entries[entry].key
    choice = Choice(entry, 0.6, (f"“{words}”, a term of the author of {key}",))
    alike = reading.alike.get(term_key(term_words(words)), ())
    if named.bare and any(other[0] < quote[0] for other, _ in alike):
        return reading.suggest(quote, "echo", choice, "coined", quoted=words)
    terms = [quote, *joined(reading, quote, known=True)]
    for term in terms:
        reading.learn(term, entry)
    span = named.span[0], max(named.span[1], terms[-1][1])
    return reading.suggest(span, "mention", choice, "coined", quoted=words)


def _author(
    reading: Reading, places: Sequence[tuple[int, int]], quote: Span, named: Naming
) -> int | None:
    """The entry whose author the text spoke of last, if who names a term may stand for him
    and for nobody nearer."""
    at, who = named.span[0], named.who
    index = bisect_left(places, (at + 1, -1)) - 1
    if index < 0 or places[index][0] < quote[0] - _FARTHEST:
        return None
    anchor, entry = places[index]
    if POINTING.fullmatch(who) and not _follows(reading, anchor, at):
        return None
    if _BESIDE.search(reading.text, max(0, at - 40), at) is not None:
        return None
    between = _PARAGRAPH.findall(reading.text, anchor, at)
    if len(between) > 1:
        return None
    if _names_another(reading, anchor, at) or not _agrees(reading, entry, who):
        return None
    if _says_another(reading, quote, anchor, entry, who):
        return None
    if _speaks(reading, anchor, at, entry) or another_between(reading, anchor, at):
        return None
    if _has_rival(reading, anchor, at, who):
        return None
    return entry


_ROLES = re.compile(
    r"(?:(?<![\w-])(?P<article>the|an?|my|our|every|each|jeder?|chaque|der|die|ein|eine|mein|meine|unser|unsere|le|la|les|une?"
    r"|mon|ma|notre|ces?)\s|\bl')(?P<nouns>[^\W\d_]+(?:\s[^\W\d_]+)?)"
)


def _is_role(noun: str, language: Cues) -> bool:
    """Whether a noun says what somebody is, and not that he writes."""
    words = language.words
    role = words.get(noun, 0) | words.get(noun.removesuffix("s"), 0)
    return bool(role & ROLE) and not is_writer(noun)


def _has_rival(reading: Reading, anchor: int, at: int, who: str) -> bool:
    """Whether a sentence after the one with the anchor speaks of somebody by what he is, who
    writes no books: a pronoun or possessive at ``at`` may stand for him."""
    if who not in GENDERS and not PRONOUNS.fullmatch(who):
        return False
    language = LANGUAGES[reading.language]
    start = reading.sentences.around(max(0, anchor - 1))[1]
    if start > at:
        return False
    mine = GENDERS.get(who, "")
    if mine and reading.language != "en" and _agreeing(reading, start, at, mine):
        return True
    for found in _ROLES.finditer(reading.lowered, start, at):
        article = found["article"] or ""
        noun = next((word for word in found["nouns"].split() if _is_role(word, language)), "")
        before = reading.lowered[max(start, found.start() - 20) : found.start()].split()[-1:]
        if not noun or any(language.words.get(word, 0) & PREPOSITION for word in before):
            continue
        many = article in ("les", "ces") or (noun.endswith("s") and reading.language != "de")
        if many != (who in PLURALS) and reading.language != "de":
            continue
        theirs = language.gender.get(noun) or GENDERS.get(article, "")
        if not mine or not theirs or theirs == mine:
            return True
    return False


#: How a sentence begins whose subject has a gender that shows.
_OPENED = re.compile(
    r"(?:der|ein|die|eine|mein|meine|unser|unsere|le|la|une?|mon|ma)(?=\s[^\W\d_])"
)


def _agreeing(reading: Reading, start: int, at: int, gender: str) -> bool:
    """Whether a whole sentence in a span begins with a noun of a gender, nearer to a pronoun
    of that gender than the author is."""
    while True:
        while start < at and reading.text[start].isspace():
            start += 1
        end = reading.sentences.around(start)[1]
        if start >= at or end > at:
            return False
        article = _OPENED.match(reading.lowered, start)
        if article is not None:
            theirs = GENDERS.get(article[0], "")
            if theirs == gender:
                return True
        start = max(end, start + 1)


def _names_another(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody else is named in full in a span; two capitals after an article, or the
    first of which is an article, are nobody."""
    if reading.people_between(start, end):
        return True
    return any(
        name[0].split()[0].lower() not in FUNCTION_WORDS
        and not reading.lowered[max(0, name.start() - 4) : name.start()].endswith(_ARTICLES)
        and (
            reading.language != "de"  # "Solches Warten" begins a sentence
            or name.start() != reading.sentences.around(name.start())[0]
            or gender_of(name[0], "de") != ""
        )
        for name in FULL_NAME.finditer(reading.text, start, end)
    )


def _says_another(reading: Reading, quote: Span, anchor: int, entry: int, who: str) -> bool:
    """Whether the words of the term are somebody else's, as the finder of quotations reads
    them."""
    if PRONOUNS.fullmatch(who) or POINTING.fullmatch(who):
        return is_anothers(reading, quote, (anchor, anchor), (entry,))
    said = reading.said.get(quote[0])
    if said is None or not said.speaker[:1].isupper():
        return False
    return not is_his(reading, said.speaker, (entry,))


#: "Name and his “…”", "Name mit seinem …".
_BESIDE = re.compile(r"[A-ZÀ-Ý][\w-]+,?\s(?:and|with|und|mit|et|avec)\s$")


def _follows(reading: Reading, anchor: int, at: int) -> bool:
    """Whether a place is in the sentence of another one or in the next."""
    start = reading.sentences.around(at)[0]
    following = reading.sentences.after(max(0, anchor - 1))
    return anchor >= start or (following is not None and following[0] == start)


def _speaks(reading: Reading, start: int, end: int, entry: int) -> bool:
    """Whether somebody else speaks in quotation marks in a span."""
    said = [reading.said.get(quote[0]) for quote in reading.quotes_between(start, end)]
    return any(one is not None and not is_his(reading, one.speaker, (entry,)) for one in said)


def _agrees(reading: Reading, entry: int, who: str) -> bool:
    """Whether a pronoun or noun agrees with the authors of ``entry`` in number and gender."""
    authors = reading.catalogue.entries[entry].authors
    code = reading.language
    words = _WORD.findall(who)
    if words[-1] in PLURALS or words[0] in ("les", "ces"):
        return len(authors) > 1
    told = GENDERS.get(words[-1]) or next(filter(None, map(LANGUAGES[code].gender.get, words)), "")
    if told in ("m", "f") and len(authors) == 1 and authors[0].given:
        return gender_of(" ".join((*authors[0].given, "x")), code) in (told, "")
    return True
