"""Narrative mentions: works in prose with no reference list.

A catalogued author beside a quoted term, a verb of claim or a word of theory; titles;
terms used again; paraphrases; and persons credited with no work.  An author's name alone
is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citations.finder import place_in_text
from citekit.find.citations.raw import Masks
from citekit.find.mentions.bounds import Claim
from citekit.find.mentions.claims import paraphrase
from citekit.find.mentions.claimsequence import ClaimModel, judged
from citekit.find.mentions.coined import coined
from citekit.find.mentions.credits import quoted_credits, told_credits
from citekit.find.mentions.datednouns import dated_nouns
from citekit.find.mentions.eponyms import adjectives, eponym, genitive
from citekit.find.mentions.followups import continuations, said_on, still_reported, talk
from citekit.find.mentions.invoked import invoked
from citekit.find.mentions.leadins import claimed_before
from citekit.find.mentions.metonymy import copy, in_sense, metonymy
from citekit.find.mentions.model import MentionModel, likely_names, likely_terms
from citekit.find.mentions.nouns import by_theory
from citekit.find.mentions.otherworks import without_other_works
from citekit.find.mentions.people import Person, named_by_key, people
from citekit.find.mentions.pointing import pointed
from citekit.find.mentions.reading import Reading
from citekit.find.mentions.recalled import recalled
from citekit.find.mentions.sayers import is_anothers
from citekit.find.mentions.shorttitles import (
    beside_names,
    dated_titles,
    is_with_author,
    shortened,
)
from citekit.find.mentions.spoken import without_sayings
from citekit.find.mentions.terms import (
    by_noun,
    by_pronoun,
    by_pronoun_alone,
    echoes,
    joined,
    term_after,
    term_before,
)
from citekit.find.mentions.titles import as_echoes, inflected, named_again, titles
from citekit.find.mentions.told import NameRule, by_name, in_citation
from citekit.find.mentions.treated import does
from citekit.find.mentions.works import dated, his_works, title_terms, title_words
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import term_words
from citekit.find.works import Catalogue, Printed

_ITALICS = re.compile(
    r"(?<!\w)\*[^*\n]{2,60}\*(?!\w)|(?<!\w)_[^_\n]{2,60}_(?!\w)|\\(?:emph|textit)\{[^{}]{2,60}\}"
    r"|<(?:i|em|cite)>[^<>]{2,60}</"
)


_NAME_RULES = (
    NameRule(eponym, "eponym", 0.7, "has given a term of the field its name", beside=True),
    NameRule(metonymy, "metonymy", 0.7, "stands for the works"),
    NameRule(genitive, "genitive", 0.7, "has it in the text or the field"),
    NameRule(in_sense, "in-sense", 0.7, "is invoked for it"),
    NameRule(copy, "copy", 0.7, "stands for a book"),
    NameRule(does, "named-work", 0.7, "does something with a book"),
)
_INVOKED = (
    NameRule(invoked, "invoked", 0.7, "has written or thought it"),
    NameRule(recalled, "recalled", 0.7, "is read, cited or thought of"),
)
#: Up to the first word behind a title and its year.
_BEHIND_TITLE = re.compile(r"\W*(?:(?<=\()\d{4}\)\W*)?")
#: Quoted words that begin in a claim go on no farther (code points).
_LONGEST_QUOTED = 600
#: The method of a citation that is the subject of its sentence: "Lee (1990) looks at …".
_NARRATIVE = "author-date-narrative"
_BY_NOUN = frozenset(("theory-word", "named-work", "dated-work"))


def mentions(
    text: str,
    catalogue: Catalogue,
    quotations: Sequence[tuple[int, int]],
    references: Sequence[Suggestion],
    claims: ClaimModel | None = None,
    likely: MentionModel | None = None,
    emphasis: Sequence[tuple[int, int]] = (),
    said: Sequence[Suggestion] = (),
    printed: Printed | None = None,
) -> list[Suggestion]:
    """The mentions, echoes, paraphrases and credits of ``text``, in order.

    ``quotations`` are the spans of what stands in quotation marks, marks included;
    ``references`` the references, and in-text citations, that are already found: they
    say which of an author's works the text uses, and nothing inside them is a mention.
    With ``claims`` paraphrases are found too that no rule knows, with ``likely`` mentions
    and echoes.  ``emphasis`` are the spans in italics that the text has no signs of, ``said``
    the quotations whose speaker is found: what somebody else says is no term of an author's;
    ``printed`` is what :meth:`Catalogue.printed` finds in the text, if that is known.
    """
    reading = Reading(text, catalogue, quotations, references, emphasis, said, printed)
    found = without_names(reading, claims, likely)
    if likely is not None:
        found.extend(likely_names(reading, tuple(found), likely))
    found.sort(key=place_in_text)
    return list(without_other_works(reading, found))


def without_names(
    reading: Reading, claims: ClaimModel | None = None, likely: MentionModel | None = None
) -> list[Suggestion]:
    """What :func:`mentions` finds in a text, not read before, until it asks the model about
    names."""
    found = by_rules(reading)
    if claims is not None:
        found = judged(reading, found, claims)
        found += said_on(reading, tuple(found))
    found += still_reported(reading, tuple(found))
    found += claimed_before(reading, tuple(found))
    if claims is not None:
        named = list(by_pronoun(reading, found))  # by the authors of what is new
        if named:
            places = {(one.start, one.end) for one in found}
            again = (one for one in echoes(reading) if (one.start, one.end) not in places)
            found += [*named, *again]
    if likely is not None:
        found.extend(likely_terms(reading, tuple(found), likely))
    found = _without_nouns_inside(found)
    found.extend(his_works(reading, tuple(found)))
    found.extend(by_name(reading, tuple(found), _NAME_RULES))
    found.extend(dated(reading, tuple(found)))
    found = pointed(reading, without_sayings(reading, found))
    for more in (coined, title_terms, title_words):
        found.extend(more(reading, tuple(found)))
    found.extend(by_name(reading, tuple(found), _INVOKED))
    found.extend(dated_nouns(reading, tuple(found)))
    return [_whole(reading, one) for one in found]


def _whole(reading: Reading, one: Suggestion) -> Suggestion:
    """A claim that begins behind the colon inside a title from behind that on, and one whose
    sentence ends inside quoted words up to the end of these."""
    if one.kind != "paraphrase":
        return one
    for title, end in reading.title_ends.items():
        if title < one.start < end:
            behind = _BEHIND_TITLE.match(reading.text, end, one.end)
            end = end if behind is None else behind.end()
            one = one._replace(start=min(end, one.end - 1))
    for start, end in reading.quotes_between(one.start, one.end):
        if start < one.end < end <= one.end + _LONGEST_QUOTED:
            return one._replace(end=end)
    return one


def by_rules(reading: Reading) -> list[Suggestion]:
    """What :func:`mentions` finds in a text, not read before, without a model."""
    text, catalogue, references = reading.text, reading.catalogue, reading.references
    masked = sorted((s.start, s.end) for s in references if s.kind == "reference")
    hits = catalogue.title_hits(text, reading.lowered, reading.printed, _marked(reading), masked)
    short = list(shortened(reading, hits, masked))
    titled = {hit.form.entry for hit in (*hits, *short)}
    ended = (hit.end for hit in hits if hit.form.content > 1)
    reading.name(people(reading, masked, titled, ended))
    hits.extend(beside_names(reading))
    hits.extend(dated_titles(reading))
    hits.extend(inflected(reading))
    hits.extend(hit for hit in short if is_with_author(reading, hit))
    hits.sort(key=lambda hit: (hit.start, hit.end))
    everything = Masks([(s.start, s.end) for s in references])
    found = list(titles(reading, hits, everything)) if hits else []
    found.extend(named_again(reading, found, everything))
    for title in tuple(found):
        if title.kind == "mention" and title.body.type == "work":
            found.extend(continuations(reading, title, whole=False))
    keyed = list(named_by_key(text, catalogue, references))
    if reading.people or keyed:
        found.extend(_by_name(reading, keyed))
    found.extend(adjectives(reading))
    _learn_from_citations(reading)
    found.extend(_behind_citations(reading, tuple(found)))
    found.extend(by_pronoun(reading, found))
    found.extend(by_pronoun_alone(reading, tuple(found)))
    for term in tuple(by_noun(reading, found)):
        found.append(term)
        found.extend(continuations(reading, term, whole=False))
    found.extend(echoes(reading))
    for quote in reading.quotations:
        if quote in reading.short and quote not in reading.used:
            found.extend(quoted_credits(reading, quote))
    found.extend(told_credits(reading))
    return _without_doubles(list(as_echoes(reading, found)))


def _marked(reading: Reading) -> list[tuple[int, int]]:
    """What stands in quotation marks or italics."""
    marked = [*reading.quotations, *reading.emphasis]
    if any(sign in reading.lowered for sign in "*_\\<"):
        marked += (match.span() for match in _ITALICS.finditer(reading.text))
    return marked


def _by_name(reading: Reading, keyed: Sequence[Person]) -> Iterator[Suggestion]:
    """What stands beside the names of authors, and beside keys that stand for them."""
    claimed: list[tuple[Claim, Suggestion]] = []
    named: list[tuple[Person, Suggestion]] = []
    found: list[Suggestion] = []
    for person in (person for person in reading.people if person.cue):
        mine = _terms(reading, person) or by_theory(reading, person)
        found += mine
        if mine and mine[0].body.type == "work":
            named.append((person, mine[0]))
    for person in sorted([*reading.people, *keyed]) if keyed else reading.people:
        made = paraphrase(reading, person)
        if made is not None and not any(
            made[0].start < other.end and other.start < made[0].end for other, _ in claimed[-3:]
        ):
            claimed.append(made)
    for mention in found:
        # "X's contention that …" is one thing
        if mention.method not in _BY_NOUN or not any(
            said.start <= mention.start and mention.end <= said.end for said, _ in claimed
        ):
            yield mention
    for said, suggestion in claimed:
        yield suggestion
        _use_quotes(reading, suggestion)
        brief = suggestion.method == "cited-claim"
        yield from continuations(reading, suggestion, said.whole, brief)
    claims = {said.person.start for said, _ in claimed}
    spoken = claims | {person.start for person, one in named if one.method not in _BY_NOUN}
    for number, person in enumerate(reading.people):
        if not (person.full or person.known) or person.start in spoken:
            continue
        following = reading.people[number + 1 : number + 2]
        if in_citation(reading, person) or (
            following and following[0].start <= reading.sentences.around(person.start)[1]
        ):
            continue
        yield from talk(reading, person)
    for person, suggestion in named:
        if person.start not in claims:
            brief = not (person.full or person.known)
            yield from continuations(reading, suggestion, whole=False, brief=brief)


def _behind_citations(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The claims of authors who are cited as the subjects of sentences that claim nothing, or
    are no claim of theirs: "Lee (1990) looks at … He argues that …"."""
    told = [(one.start, one.end) for one in found if one.kind == "paraphrase"]
    for cited in reading.references:
        if cited.method == _NARRATIVE and cited.body.type == "work":
            start, end = reading.sentences.around(cited.start)
            if not any(low < end and start < high for low, high in told):
                yield from continuations(reading, cited, whole=False, brief=True)


def _use_quotes(reading: Reading, found: Suggestion) -> None:
    """A term inside the paraphrase that quotes it is no echo besides."""
    for quote in reading.quotes_between(found.start, found.end):
        if reading.inner(quote) == found.quoted:
            reading.used.add(quote)


def _terms(reading: Reading, person: Person) -> list[Suggestion]:
    """The quoted terms beside a name: the first with the name, others that "and" joins
    to it alone."""
    after = term_after(reading, person)
    if after is not None and after[0] not in reading.used:
        quote, weight = after
        span = (person.start, quote[1])
    else:
        before = term_before(reading, person)
        if before is None or before[0] in reading.used:
            return []
        quote, weight = before[0], 0.85
        span = (quote[0], before[1])
    if is_anothers(reading, quote, (person.start, person.bare), person.entries):
        reading.others.add(quote)
        return []
    if not reading.introduced(person):
        weight *= 0.6
    words = reading.inner(quote)
    choice = reading.choose(person.entries, person.start, words)
    found = []
    for own in (quote, *joined(reading, quote)):
        words = reading.inner(own)
        if choice.entry is not None:
            reading.learn(own, choice.entry)
        reading.used.add(own)
        found.append(
            reading.suggest(
                reading.with_link(span if own == quote else own), "mention", choice,
                "quoted-term", quoted=words, weight=weight,
                reasons=(f"“{words}” beside {person.name}",),
            )
        )  # fmt: skip
    return found


def _learn_from_citations(reading: Reading) -> None:
    """A quoted term right before a citation is the cited work's."""
    for found in reading.references:
        if found.body.type != "work" or found.body.value not in reading.catalogue.keys:
            continue
        for quote in reading.quotes_between(found.start - 80, found.start):
            gap = reading.text[quote[1] : found.start]
            words = term_words(reading.inner(quote))
            if gap.strip() in ("(", "[", "") and len(gap) <= 3 and 0 < len(words) <= 6:
                reading.learn(quote, reading.catalogue.keys[found.body.value])


def _without_doubles(found: list[Suggestion]) -> list[Suggestion]:
    """One suggestion for a span, kind and body; none for a noun beside the title or term
    that names the same work: "Name's book *Title*"."""
    kept: dict[tuple[int, int, str, str], Suggestion] = {}
    named: dict[str, list[tuple[int, int]]] = {}
    for suggestion in sorted(found, key=lambda s: -s.score):
        kept.setdefault(place_in_text(suggestion), suggestion)
        if suggestion.method in ("title", "quoted-term"):
            named.setdefault(suggestion.body.value, []).append((suggestion.start, suggestion.end))
    return [
        one
        for one in kept.values()
        if one.method not in _BY_NOUN
        or not any(
            start <= one.end + 2 and one.start <= end + 2
            for start, end in named.get(one.body.value, ())
        )
    ]


def _without_nouns_inside(found: list[Suggestion]) -> list[Suggestion]:
    """None for "Name's theory" inside the sentence that tells what it says."""
    told: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        if one.kind == "paraphrase" and one.body.value:
            told.setdefault(one.body.value, []).append((one.start, one.end))
    return [
        one
        for one in found
        if one.method not in _BY_NOUN
        or one.kind != "mention"
        or not any(
            low <= one.start and one.end <= high for low, high in told.get(one.body.value, ())
        )
    ]
