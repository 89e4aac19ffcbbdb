"""The sentences that go on with an author's claim: "She adds that …", "Consequently, these
…", "In her book Title, she shows that …".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import CLAIM_VERBS
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.mentions.anaphora import (
    OPENING_WORDS,
    PLURALS,
    attributed,
    inverted,
    is_pronoun,
    is_reported,
    is_spoken,
    possessed,
    subject,
)
from citekit.find.mentions.bounds import before_source
from citekit.find.mentions.claimants import is_others_claim
from citekit.find.mentions.claimants import outright as told_outright
from citekit.find.mentions.clauses import governs, predicate
from citekit.find.mentions.frames import follows
from citekit.find.mentions.germanverbs import reports
from citekit.find.mentions.namesakes import FULL_NAME, SOMEBODY
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.titleclaims import placed_rest, told_by_title
from citekit.find.mentions.treated import pursuing, treats
from citekit.find.speakers.names import gender_of
from citekit.find.suggestion import Suggestion

_CONSEQUENCE = re.compile(
    r"(?:consequently|therefore|thus|hence|accordingly|as a result|as a consequence|in other words"
    r"|that is|in short|for this reason|it follows that|this means that|folglich|daher|deshalb"
    r"|somit|demnach|infolgedessen|mit anderen worten|das heißt|par conséquent|ainsi|dès lors"
    r"|autrement dit|en d'autres termes|en conséquence|il s'ensuit que),?\s"
    r"(?:[^\W\d_]+\s){0,2}?(?:these|those|this|such|they|it|the same|diese|dieser|dieses|solche"
    r"|sie|ces|cette|ce|cet|ils|elles|de tels|de telles)\b"
)
#: "…, which she was made to read", "… instead, which, he admits, …": of the book, no claim.
_RELATIVE = re.compile(
    r"(?:[^\W\d_]+,\s)?(?:(?:which|who|whom|that|dont|qui|que|lequel|laquelle)[,\s]|qu'"
    r"|(?:der|die|das|den|dem|welche[rnms]?),)"
)
#: After a law or theory: what it says.
_THEREAFTER = re.compile(r"(?:danach|demnach|demzufolge|d'après (?:lui|elle|celle-ci|celui-ci),)\s")
#: Whoever uses a work is not its author: "Drawing on the work of Lee, the clerks count …".
_USING = re.compile(
    r"(?!during|according|pendant|avant|durant|suivant|selon)(?:s')?[^\W\d_]+(?:ing|ant|end)\s"
)
#: German: after a title the verb and the pronoun, "In „Titel“ vertrat er …".
_VERB_FIRST = re.compile(r"[\"'*_»]{0,2}\s(?:\(\d{4}\)\s)?(?P<verb>[^\W\d_]+)\s(?:er|sie)\b")
#: So many sentences of reported speech in a row are one author's.
_MOST_REPORTED = 4
#: A sentence of fewer code points may stand between a mention and what goes on with it.
_ASIDE = 40
#: Code points of what a sentence claims, with its verb, at least.
_LEAST = 24
_COMMA = re.compile(r",?[\"*_]?,?\s?(?=[^\W\d_])")


def continuations(
    reading: Reading, choice: Suggestion, whole: bool, brief: bool = False
) -> Iterator[Suggestion]:
    """The sentences after a paraphrase or mention that go on with it: of a person with a
    pronoun, after a paraphrase of a ``whole`` sentence also with a consequence.  With
    ``brief`` only sentences that begin by pointing back."""
    rest = _rest(reading, choice)
    if rest is not None:
        yield _goes_on_as(choice, rest, 0.8)
    entry = reading.catalogue.keys.get(choice.body.value)
    authors = () if entry is None else reading.catalogue.entries[entry].authors
    many = len(authors) > 1
    author = " ".join((*authors[0].given, authors[0].key)) if len(authors) == 1 else ""
    at = choice.end - 1
    if brief:
        end = reading.sentences.around(at)[1]
        words = reading.lowered[end : end + 24].replace("'", " ").replace(",", " ").split(None, 1)
        if not words or words[0] not in OPENING_WORDS:
            return
    skipped = False
    for step in range(4):
        following = reading.sentences.after(at)
        if following is None or reading.people_between(*following):
            return
        start, end = following
        if reading.cites_between(start, end):
            return
        if 2 * reading.quoted_between(start, end) > end - start:
            return  # what somebody says, in his own words
        if is_others_claim(reading.lowered, start, end) and not is_outright(
            reading, following, author
        ):
            return
        score = _goes_on(reading, start, end, whole and not skipped, many, author)
        if not (score or skipped) and is_outright(reading, following, author):
            score = 0.8
        if (
            choice.kind == "mention"
            and not step
            and (
                _THEREAFTER.match(reading.lowered, start)
                or treats(reading.lowered, start, end, reading.language)
            )
        ):
            score = 0.8
        if skipped and (score < 0.8 or subject(reading.lowered, start, end, many) is None):
            return
        if score == 0:
            short = choice.method in ("claim", "claim-of-the-named") or end - start < _ASIDE
            if skipped or not short or reading.names_another(start + 1, end):
                return
            skipped = True
            at = end - 1
            continue
        skipped = False
        yield _goes_on_as(choice, (start, end), score)
        at = end - 1
        if step and score < 0.8:
            return


def talk(reading: Reading, person: Person) -> Iterator[Suggestion]:
    """The claims that sentences after a name put into its bearer's mouth, where its own
    sentence claims nothing: "… William X. He is a funny writer. People sit, he found, …"."""
    at = person.end
    weight = 0.8
    entries = reading.catalogue.entries
    many = all(len(entries[entry].authors) > 1 for entry in person.entries)
    for _ in range(3):
        following = reading.sentences.after(at)
        if following is None or reading.people_between(*following):
            return
        start, end = following
        author = "" if many else person.name
        outright = weight == 0.8 and is_outright(reading, following, author)
        if reading.cites_between(start, end) or (
            not outright and SOMEBODY.search(reading.text, start + 1, end)
        ):
            return
        pronoun = subject(reading.lowered, start, end, many)
        said = outright or attributed(reading.lowered, start, end, reading.language)
        said = said or (pronoun is not None and reading.thinks(pronoun, end, many) >= 0.85)
        said = said or bool(pursuing(reading.lowered, start, end, reading.language))
        said = said and (outright or not is_others_claim(reading.lowered, start, end))
        if said and 2 * reading.quoted_between(start, end) < end - start:
            choice = reading.choose(person.entries, person.start)
            reasons = (f"says what {person.name} claims", "named before")
            made = reading.suggest(
                following, "paraphrase", choice, "claim-of-the-named", weight=weight,
                reasons=reasons,
            )  # fmt: skip
            yield made
            yield from continuations(reading, made, whole=True)
            return
        if pronoun is None or is_others_claim(reading.lowered, start, end):
            return
        at = end - 1
        weight = 0.7


def still_reported(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The German sentences of reported speech that follow one of a paraphrase, as long as
    nobody else is named and nothing else found: "Sie trage die Kosten. Das Amt warte."."""
    if reading.language != "de":
        return
    told = [one for one in found if one.kind == "paraphrase" and one.body.type == "work"]
    linked = sorted((one.start, one.end) for one in found if one.body.type == "work")
    starts = [start for start, _ in linked]
    for one in told:
        at = one.end - 1
        for _ in range(_MOST_REPORTED):
            following = reading.sentences.after(at)
            if following is None or _is_taken(reading, linked, starts, following):
                break
            start, end = following
            if not reports(reading.text, start, end):
                break
            if is_spoken(reading.text, reading.lowered, start, end) or any(
                quote not in reading.short for quote in reading.quotes_between(start, end)
            ):
                break
            yield _goes_on_as(one, following, 0.7)
            at = end - 1


#: What the model is less sure of is followed by nothing.
_SURE = 0.6


def said_on(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The sentences that go on with what the model has found, as far as nothing is found in
    them: "The camera, in X's indictment, is a gun. She held that …"."""
    linked = sorted((one.start, one.end) for one in found if one.body.type == "work")
    starts = [start for start, _ in linked]
    for one in found:
        if one.method != "sequence" or one.body.type != "work" or one.score < _SURE:
            continue
        at = one.end
        for more in continuations(reading, one, whole=False):
            if (
                more.start > at + 2
                or more.score < 0.8 * one.score - 0.001
                or any(
                    quote[0] in reading.said
                    for quote in reading.quotes_between(more.start, more.end)
                )
                or _is_taken(reading, linked, starts, (more.start, more.end))
            ):
                break
            at = more.end
            yield more


def _is_taken(reading: Reading, linked: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    """Whether something is found or cited in a sentence, or somebody named."""
    start, end = span
    index = bisect_left(starts, end)
    return (
        any(start < other for _, other in linked[max(0, index - 3) : index])
        or reading.cites_between(start, end)
        or reading.names_another(start + 1, end)
        or is_others_claim(reading.lowered, start, end)
    )


def _goes_on_as(choice: Suggestion, span: tuple[int, int], score: float) -> Suggestion:
    return choice._replace(
        start=span[0], end=span[1], kind="paraphrase", method="claim-goes-on",
        score=round(choice.score * score, 3), quoted="",
        reasons=("goes on with the claim before it", *choice.reasons[1:]),
    )  # fmt: skip


def _rest(reading: Reading, choice: Suggestion) -> tuple[int, int] | None:
    """What a sentence says after the title that it begins with: "In her book Title, she
    shows that …"."""
    start, end = reading.sentences.around(choice.start)
    if choice.kind != "mention":
        return None
    if choice.method == "title" and told_by_title(reading, (choice.start, choice.end)):
        return start, before_source(reading, choice.end, end) or end
    if choice.start - start > 30 or end - choice.end < _LEAST:
        return None
    if _USING.match(reading.lowered, start, choice.start):
        return None
    comma = _COMMA.match(reading.lowered, choice.end, end)
    if comma is None or reading.people_between(choice.end, end):
        return None
    if _RELATIVE.match(reading.lowered, comma.end()) or any(
        choice.end < quote[1] < end for quote in reading.quotes_between(start - 3, choice.start - 1)
    ):
        return None
    at = subject(reading.lowered, comma.end(), end, many=True)
    goes_on = at is not None and (
        follows(reading.text, reading.lowered, at, end)
        or reading.thinks(at, end, many=True) >= 0.85
    )
    goes_on = goes_on or attributed(reading.lowered, comma.end(), end, reading.language)
    verb = _VERB_FIRST.match(reading.lowered, choice.end, end) if reading.language == "de" else None
    goes_on = goes_on or (
        verb is not None
        and governs(reading.lowered, verb["verb"], verb.start("verb"), verb.end(), end)
    )
    goes_on = goes_on or placed_rest(reading, start, (choice.start, choice.end), end)
    return (comma.end(), end) if goes_on else None


def is_said(reading: Reading, span: tuple[int, int], author: str, ago: int) -> bool:
    """Whether a sentence says in so many words what ``author``, named or meant ``ago``
    sentences before, claims: "He argues that …", "In dem Buch argumentiert sie, dass …"."""
    start, end = span
    lowered, code = reading.lowered, reading.language
    verb = inverted(lowered, start, end) if code == "de" else None
    at = subject(lowered, start, end, many=True)
    pursued = pursuing(lowered, start, end, code)
    if verb is not None or pursued or (at is not None and is_pronoun(lowered, start, at)):
        words = lowered[start : end if at is None else at].replace(",", " ")
        if ago > 1 or not _agrees(pursued or words, author, code):
            return False
    if pursued:
        return True
    if verb is not None and verb in CLAIM_VERBS:
        return True
    if code == "de" and is_reported(reading.text, lowered, start, end):
        return True
    if ago == 1 and (is_outright(reading, span, author) or is_treating(reading, span)):
        return True
    his = possessed(lowered, start, end) if ago == 1 else None
    if his is not None:
        found = predicate(reading.text, lowered, his, end, code)
        return found is not None and found.complement in ("clause", "colon")
    if verb is not None or at is None or not is_pronoun(lowered, start, at):
        return False
    if follows(reading.text, lowered, at, end):
        return True
    found = predicate(reading.text, lowered, at, end, code, many=True)
    return found is not None and found.complement == "clause"


def _agrees(words: str, author: str, code: str) -> bool:
    """Whether the first of some words that has a gender may have that of ``author``, whose
    given name is not always known."""
    told = next(filter(None, map(LANGUAGES[code].gender.get, words.split())), "")
    return told not in ("m", "f", "fp") or gender_of(author, code) in (told[0], "")


def is_outright(reading: Reading, span: tuple[int, int], author: str) -> bool:
    """Whether a sentence claims something outright of ``author``, or of a work, named right
    before it: "In her view, …", "The historian argued that …", "It shows that …"."""
    told = told_outright(reading.text, reading.lowered, *span, reading.language)
    if told is None or (told.many and author):
        return False
    if told.who == "work":
        before = reading.sentences.around(max(0, span[0] - 2))
        return reading.after_title(*before) > before[0] or bool(reading.links_between(*before))
    if told.gender and gender_of(author, reading.language) not in (told.gender, ""):
        return False
    return not _has_rival(reading, span[0], author, told.gender)


def is_treating(reading: Reading, span: Span) -> bool:
    """Whether a sentence says what the work treats whose title or citation stands right
    before it."""
    before = reading.sentences.around(max(0, span[0] - 2))
    return bool(reading.links_between(*before)) and treats(reading.lowered, *span, reading.language)


def _has_rival(reading: Reading, start: int, author: str, gender: str) -> bool:
    """Whether the sentence before names somebody else in full, whose gender is known and no
    other: "Ann Lamb reads X. In her view, …"."""
    family = author.rpartition(" ")[2].lower()
    return any(
        not name[0].lower().endswith(family)
        and gender_of(name[0], reading.language) in ((gender,) if gender else ("m", "f"))
        for name in FULL_NAME.finditer(reading.text, *reading.sentences.around(max(0, start - 2)))
    )


def _goes_on(reading: Reading, start: int, end: int, whole: bool, many: bool, author: str) -> float:
    lowered = reading.lowered
    at = subject(lowered, start, end, many)
    if attributed(lowered, start, end, reading.language):
        return 0.8
    if at is not None and follows(reading.text, lowered, at, end):
        return 0.8
    if at is None:
        weight = 0.0
    else:
        told = not is_pronoun(lowered, start, at)
        weight = reading.thinks(at, end, many=True, told=told)
    if weight:
        return 0.8 if weight >= 0.85 else 0.7
    who = pursuing(lowered, start, end, reading.language)
    if who and (many or who not in PLURALS) and _agrees(who, author, reading.language):
        return 0.7
    if reading.language == "de" and whole and is_reported(reading.text, lowered, start, end):
        return 0.7
    if whole and _CONSEQUENCE.match(lowered, start, end):
        return 0.7
    return 0.0
