"""Who says words in quotation marks: the author named beside them, or somebody else.

The finder of quotations has read the text before: its speakers, and the words that name
them, are known here.  What a critic calls an author's thought ("Lund calls this “…”") is no
term of the author's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citations.names import BACK_ET_AL, JOIN
from citekit.find.citations.resolve import compatible_given
from citekit.find.citingverbs import COPULAS
from citekit.find.citingwords import (
    FUNCTION_WORDS,
    GENDERS,
    NAMING_VERBS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUN,
    PRONOUNS,
    THEORY_NOUNS,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.cues.bits import ROLE
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.works import Catalogue, given_words, name_key
from citekit.find.worktitles import plain

_JOINED = re.compile(JOIN)
#: Before the name of a body.
_ARTICLE = re.compile(r"^(?:the|die|der|das|la|le|les)\s|^l['’]")
_THINGS = THEORY_NOUNS | WORK_NOUNS | WRITINGS
#: Verbs of naming that are nouns as often.
_LIKE_NOUNS = frozenset(
    "call calls term terms label labels name names use uses style styles".split()
)
_BE = frozenset().union(*COPULAS.values())
_AND = frozenset("and und et &".split())
#: A line of its own that is no sentence.
_HEADING = re.compile(r"\n\s*\n[^\n]{0,79}[^\W_][*_#]*\n\s*\n")
#: How a sentence begins whose subject is what somebody is: "The mayor", "Mais le vieux maire".
_SUBJECT = re.compile(
    r"(?:(?:but|and|yet|aber|und|doch|mais|et|or)\s)?"
    r"(?P<article>(?:the|an?|der|die|ein|eine|le|la|une?)\s|l')"
    r"(?P<nouns>[^\W\d_]+(?:\s[^\W\d_]+)?)(?=[\s,])"
)
_NOUN_OF = re.compile(
    r"\b(?P<noun>[^\W\d_]+)\s(?:(?:of|von|de)\s(?:(?:the|der|dem|la|le)\s[^\W\d_]+\s)?|d')$"
)
_NEXT = re.compile(r"\s(?:[^\W\d_]+-)?(?P<noun>[^\W\d_]+)")
_BODY = frozenset(
    """eyes hands face hair voice teeth lungs nemesis foe idol augen hände gesicht haar yeux
    mains""".split()
)
#: Who uses a term of somebody else's: "we call", "on parlera".
_ANYBODY = frozenset("we i one you on nous je man wir ich".split())
_SUBJECT_BEFORE = re.compile(
    r"(?:\b(?:the|an?|les?|la|une?)\s|\bl')(?P<nouns>(?:[^\W\d_][\w-]*\s){1,3})$"
)
#: "prägte der Rektor": after the verb stands its subject.
_NOMINATIVE = re.compile(r"\s(?:der|ein)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]*(?=[\s,])")
_WORD = re.compile(r"[^\W\d_]+")


def written_by(catalogue: Catalogue, speaker: str) -> frozenset[str]:
    """The keys of the works of whoever is called ``speaker``: one author, or several who
    wrote them together."""
    works = _written_by(catalogue, speaker)
    one = speaker.istitle() and speaker.replace(" ", "").isalpha()  # "Ann Lee"
    names = [] if works or one else _JOINED.split(BACK_ET_AL.sub("", speaker))
    if len(names) > 1 or (names and names[0] != speaker):
        return frozenset.intersection(*(_written_by(catalogue, name) for name in names))
    return works


def _written_by(catalogue: Catalogue, name: str) -> frozenset[str]:
    """The keys of the works that somebody of this name has written, also with others."""
    words = _ARTICLE.sub("", name_key(name))
    family = catalogue.family_of(words)
    given = given_words(words.removesuffix(family).strip())
    works = []
    for entry, place in catalogue.families.get(family, ()):
        author = catalogue.entries[entry].authors[place]
        if entry in catalogue.own:
            continue
        if not given or (author.given and compatible_given(given, author.given)):
            works.append(catalogue.entries[entry].key)
    return frozenset(works)


def is_anothers(reading: Reading, quote: Span, name: Span, entries: Sequence[int]) -> bool:
    """Whether somebody else says a quotation than the author of ``entries`` whom the words
    ``name`` name beside it, or before it if a pronoun says it.

    Whoever says it is named between them: "Lee was there when the mayor spoke of “…”".  Who
    speaks of "Lee's “…”" is no matter.
    """
    said = reading.said.get(quote[0])
    if said is None or said.attribution is None:
        return False
    start, end = said.attribution
    if start >= max(name[1], quote[0]) or end <= min(name[0], quote[1]):
        return False
    lowered, speaker = reading.lowered, said.speaker.lower().split()
    if not PRONOUNS.isdisjoint(_WORD.findall(lowered, start, end)):
        nearer = speaker[-1] in _WORD.findall(lowered, name[1], start)
        return nearer and not is_his(reading, said.speaker, entries)
    if start < name[1] and name[0] < end:
        # "Lee's essay calls it “…”"
        return _THINGS.isdisjoint(speaker) and not is_his(reading, said.speaker, entries)
    if lowered[name[1] : start].strip() in _AND:
        return False  # "Lee and her pupils call it “…”"
    writer = any(map(is_writer, _WORD.findall(lowered, start, end)))
    return not (writer and is_his(reading, said.speaker, entries))


def is_his(reading: Reading, speaker: str, entries: Sequence[int]) -> bool:
    """Whether a speaker is an author of ``entries``, alone or with others."""
    mine = {reading.catalogue.entries[entry].key for entry in entries}
    return any(
        not mine.isdisjoint(_written_by(reading.catalogue, name))
        for name in (speaker, *_JOINED.split(speaker))
    )


def is_subject(reading: Reading, name: Span, quote: int) -> bool:
    """Whether the author named before a verb of naming is who names the term at ``quote``:
    neither does his name depend on another noun, "a pupil of Lee calls …", nor has the verb
    a subject of its own, "when Lee died, a critic coined …"."""
    lowered = reading.lowered
    depends = _NOUN_OF.search(lowered, max(0, name[0] - 60), name[0])
    of = depends is not None and not _is_thing(depends["noun"])
    for verb in _WORD.finditer(lowered, name[1], quote):
        if verb[0] not in NAMING_VERBS:
            continue
        between = lowered[name[1] : verb.start()].replace(",", " ").split()
        if not _ANYBODY.isdisjoint(between):
            return True  # "following Lee, we call …"
        if of:
            return False
        if reading.language == "de":
            return _NOMINATIVE.match(reading.text, verb.end(), quote) is None
        subject = _SUBJECT_BEFORE.search(lowered, name[1], verb.start())
        if subject is None or not FUNCTION_WORDS.isdisjoint(subject["nouns"].split()):
            return True
        before = lowered[name[1] : subject.start()].replace(",", " ").split()
        return not before or before[-1] in _AND or before[-1] in PREPOSITIONS
    return True


def is_kin(reading: Reading, person: Person) -> bool:
    """Whether a name stands beside somebody who belongs to its bearer, or a part of his body:
    "Lee's wife", "le père de Lee"; that is no work of his."""
    if person.possessive:
        found = _NEXT.match(reading.lowered, person.end)
    else:
        found = _NOUN_OF.search(reading.lowered, max(0, person.start - 60), person.start)
    if found is None or is_writer(found["noun"]):
        return False
    role = LANGUAGES[reading.language].words.get(found["noun"], 0) & ROLE
    return bool(role) or found["noun"] in _BODY


def is_of_his(words: Sequence[str]) -> bool:
    """Whether the words between "X's" and a term tie the term to X: no verb of naming, or a
    passive."""
    verb = next((n for n, word in enumerate(words) if word in NAMING_VERBS - _LIKE_NOUNS), 0)
    passive = bool(verb) and words[verb - 1] in _BE
    return not verb or passive


def _is_thing(noun: str) -> bool:
    """Whether a noun is something written or thought."""
    return noun in _THINGS or is_thought(noun)


def another_between(reading: Reading, start: int, pronoun: int) -> bool:
    """Whether a pronoun may stand for somebody nearer than the author spoken of up to
    ``start``: a heading stands between, or a sentence begins with what somebody is who
    writes no books, "the mayor"."""
    if _HEADING.search(reading.text, start, pronoun) is not None:
        return True
    language = LANGUAGES[reading.language]
    pronouns = _WORD.findall(reading.lowered, pronoun, pronoun + 20)
    gender = next(filter(None, map(language.gender.get, pronouns)), "")
    at = reading.sentences.around(max(0, start - 1))[1]
    while True:
        while at < pronoun and reading.text[at].isspace():
            at += 1
        if at >= pronoun:
            return False
        subject = _SUBJECT.match(reading.lowered, at, pronoun)
        if subject is not None and gender == GENDERS.get(subject["article"].strip(), gender):
            for noun in subject["nouns"].split():
                theirs = language.gender.get(noun, gender)
                several = noun.endswith("s") and language.words.get(noun[:-1], 0) & ROLE
                if several or is_writer(noun) or theirs != gender:
                    continue
                if language.words.get(noun, 0) & ROLE:
                    return True
        at = reading.sentences.begun(at)[1]


_SELVES = frozenset("he she they er sie il elle ils elles i we ich wir je nous".split())
_HIS = frozenset(POSSESSIVES.split("|"))
#: A clause in the place of an object, at the beginning of its sentence.
_THAT = re.compile(r"(?:that|dass|daß|que|qu')\s?$")
#: "…, she mocks as": the clause's verb with its subject, before what he says.
_SAYS_OF_IT = re.compile(rf"\b{PRONOUN}\s(?:[^\W\d_]+\s){{1,3}}$")


def is_critics(reading: Reading, quote: Span, entries: Sequence[int]) -> bool:
    """Whether the sentence of a quotation names somebody who says it and has written none of
    the ``entries``.  A pronoun, or a noun for a writer, may stand for the author; what the
    author has written speaks for him, and words of a title are the title's."""
    said = reading.said.get(quote[0])
    if said is None or said.attribution is None:
        return False
    start, end = said.attribution
    low, high = reading.sentences.around(quote[0])
    if start < low or end > max(high, quote[1]):
        return False
    if not _SELVES.isdisjoint(_WORD.findall(reading.lowered, start, end)):
        return False
    known = [reading.catalogue.entries[entry] for entry in entries]
    if any(plain(reading.inner(quote)) in entry.title for entry in known):
        return False
    if not written_by(reading.catalogue, said.speaker).isdisjoint(entry.key for entry in known):
        return False
    words = _WORD.findall(said.speaker.lower())
    if said.speaker[0].isupper():
        names = {
            word
            for entry in known
            for author in entry.authors
            for word in (*author.key.split(), *author.given)
        }
        return names.isdisjoint((*name_key(said.speaker).split(), *given_words(said.speaker)))
    if any(map(_is_thing, words)):
        return False
    return words[0] in _HIS or not any(map(is_writer, words))


def is_said_of(reading: Reading, person: Person, quote: Span) -> bool:
    """Whether a sentence begins with a clause about ``person`` of which somebody else then
    says the quotation: "That Lee speaks of boats he mocks as “…”"."""
    start = reading.sentences.around(person.start)[0]
    lowered = reading.lowered
    return (
        _THAT.fullmatch(lowered, start, person.start) is not None
        and _SAYS_OF_IT.search(lowered, person.end, quote[0]) is not None
    )
