"""The sentences around an author's name, a title or a citation, for the model that says
which of them report what the author claims, and what they look like to it.

A run goes from a sentence with a name to some after the last, over the ends of
paragraphs.  Each sentence has the author who would be meant: one that it names, else the
one named last.  Features are what the rules have found in a sentence, its place and length, its
words of closed classes and their lists, and the German subjunctive; none asks for more than
one pass over the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple, TypeAlias

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import FUNCTION_WORDS, PREPOSITIONS, WORK_NOUNS
from citekit.find.mentions.anaphora import OPENING_WORDS, attributed
from citekit.find.mentions.claimtext import Document
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion

#: A name in full, a surname of an author whom the text introduces or cites, any other
#: surname; a title, a term, a term used again, a citation, what a rule has found.
Kind: TypeAlias = Literal["full", "family", "unknown", "title", "term", "echo", "cite", "rule"]

#: So many sentences after one with such an anchor are looked at; marked claims stand
#: seldom farther away.
_AFTER: dict[Kind, int] = {
    "full": 3, "family": 3, "title": 3, "rule": 3, "term": 2, "unknown": 2, "cite": 1,
}  # fmt: skip
#: After one with a citation: what is cited is seldom gone on with.
_AFTER_CITED = 2
#: A sentence with a citation is worth a look with so much besides it (code points).
_SHORTEST = 40
#: Before a name a preposition stands so near (code points).
_NEAR = 40
#: Before a citation that follows a whole sentence.
_STOPS = ".!?…"
_CLOSING = "”’\"')]»"


class Anchor(NamedTuple):
    """A place that says whose work the text speaks of: its span, the works that may be
    meant, of which kind it is, and who is named there or None."""

    start: int
    end: int
    entries: tuple[int, ...]
    kind: Kind
    person: Person | None = None


_PLACE = itemgetter(0, 1)


class Near(NamedTuple):
    """A sentence near an anchor: its span, the anchors in it, the one that says who is
    meant, how many sentences ago that stood, and which of the rules' paraphrases are in it.

    ``plain`` if it opens with no word of a closed class and has no comma: then it hardly
    goes on with what somebody claims.  ``part`` if the rules' paraphrase may be but a part
    of what it claims.
    """

    start: int
    end: int
    anchors: tuple[Anchor, ...]
    main: Anchor
    ago: int
    told: tuple[Suggestion, ...]
    plain: bool = False
    part: bool = False


def is_settled(near: Near) -> bool:
    """Whether nothing is to be asked of a sentence: it is plain, or it names an author and
    a rule has said how far its claim reaches."""
    return near.plain or (near.ago == 0 and bool(near.told) and not near.part)


def sequences(reading: Reading, found: Sequence[Suggestion]) -> Iterator[list[Near]]:
    """The sentences near anchors; those that follow each other together.  ``found`` is
    what the rules have found."""
    anchored = _anchored(reading, found)
    if not anchored:
        return
    told = _Told(found)
    run: list[Near] = []
    for span in sorted(anchored):
        last = run[-1].end if run else 0
        if span[0] < last:
            continue
        anchors = tuple(anchored[span])
        inside = told.between(*span)
        main = _main(reading, span, anchors, inside)
        if not inside and not _is_worth(reading, span, main):
            continue
        if run and reading.text[last : span[0]].strip():
            yield run
            run = []
        part = _is_part(reading, span, anchors, inside)
        run.append(Near(*span, anchors, main, 0, inside, part=part))
        last = span[1]
        most = _AFTER.get(main.kind, 0)
        if most and reading.cites_between(*span):
            most = _AFTER_CITED
        run += _after(reading, last, main, most, anchored, told)
    if run:
        yield run


def _after(
    reading: Reading, last: int, main: Anchor, most: int, anchored: Mapping[Span, object],
    told: _Told,
) -> list[Near]:  # fmt: skip
    """The sentences after one that ends at ``last``, at most so many, as far as they may
    go on with what ``main`` claims; the last of them is not plain."""
    made: list[Near] = []
    asked = 0
    for ago in range(1, most + 1):
        following = _following(reading, last)
        if following is None or following in anchored:
            break
        last = following[1]
        inside = told.between(*following)
        plain = not inside and _is_plain(reading.lowered, *following)
        made.append(Near(*following, (), main, ago, inside, plain))
        if not plain:
            asked = ago
    return made[:asked]


def _is_plain(lowered: str, start: int, end: int) -> bool:
    if lowered.find(",", start, end) != -1:
        return False
    words = lowered[start : min(end, start + 24)].lstrip('"(*_- ').replace("'", " ").split(None, 1)
    return bool(words) and words[0] not in FUNCTION_WORDS and words[0] not in OPENING_WORDS


def _is_worth(reading: Reading, span: Span, main: Anchor) -> bool:
    """A cheap look: whether a sentence with an anchor, or those after it, may claim
    something.  A term used again, a citation alone and somebody whom the text does not
    introduce and who says something in quotation marks bring in no claim."""
    start, end = span
    if main.kind == "echo":
        return False
    if main.kind == "unknown":
        return not reading.quotes_between(start, end)
    if main.kind == "cite":
        return end - start - cited_between(reading, start, end) >= _SHORTEST
    return True


def _is_part(
    reading: Reading, span: Span, anchors: Sequence[Anchor], told: Sequence[Suggestion]
) -> bool:
    """Whether the only paraphrase in a sentence ends inside a clause or at a semicolon, or
    leaves out what brings it in, and nobody else is named and nothing cited beside it."""
    start, end = span
    if len(told) != 1 or not start <= told[0].start < told[0].end <= end:
        return False
    one = told[0]
    before = reading.text[start : one.start]
    after = reading.text[one.end : end].lstrip(" .")
    if not (before or after) or ":" in before or after.startswith((",", ")")):
        return False
    if reading.cites_between(start, one.start) or reading.cites_between(one.end, end):
        return False
    return not any(set(anchors[0].entries).isdisjoint(anchor.entries) for anchor in anchors)


def cited_between(reading: Reading, start: int, end: int) -> int:
    """How many code points of a span are citations."""
    cited = 0
    for index in range(bisect_left(reading.citing, (start, -1)), len(reading.citing)):
        low, high = reading.citing[index]
        if low >= end:
            break
        cited += min(high, end) - low
    return cited


class _Told:
    """The paraphrases that the rules have found, by their places."""

    def __init__(self, found: Sequence[Suggestion]) -> None:
        self._found = sorted(
            (one for one in found if one.kind == "paraphrase"), key=lambda one: one.start
        )
        self._ends: list[int] = []
        for one in self._found:
            self._ends.append(max(one.end, self._ends[-1] if self._ends else 0))

    def between(self, start: int, end: int) -> tuple[Suggestion, ...]:
        """Those that overlap with a span."""
        inside = []
        for index in range(bisect_left(self._ends, start + 1), len(self._found)):
            one = self._found[index]
            if one.start >= end:
                break
            if one.end > start:
                inside.append(one)
        return tuple(inside)


def _anchored(reading: Reading, found: Sequence[Suggestion]) -> dict[Span, list[Anchor]]:
    """The sentences with anchors, by their spans.  Somebody whom the text does not
    introduce and beside whom nothing is said is none."""
    keys = reading.catalogue.keys
    anchors = []
    for person in reading.people:
        kind = _named(reading, person)
        if kind != "unknown" or person.cue:
            anchors.append(Anchor(person.start, person.end, person.entries, kind, person))
    for one in found:
        if one.kind in ("mention", "echo") and one.body.value in keys:
            kind = "title" if one.method == "title" else "term"
            if one.kind == "echo":
                kind = "echo"
            anchors.append(Anchor(one.start, one.end, (keys[one.body.value],), kind))
    for at, entry in reading.links:
        if at in reading.citing_ends and not _is_apart(reading.text, at):
            anchors.append(Anchor(at, reading.citing_ends[at], (entry,), "cite"))
    anchors.sort(key=_PLACE)
    anchored: dict[Span, list[Anchor]] = {}
    for anchor in anchors:
        anchored.setdefault(reading.sentences.around(anchor.start), []).append(anchor)
    return anchored


def _is_apart(text: str, at: int) -> bool:
    """Whether a citation stands behind a full stop: it belongs to the sentence before, unless a
    name begins with it, "Lee (1990) holds that …"."""
    if text[at].isalpha() and text[at - 1 : at] not in ("(", "["):
        return False
    before = text[max(0, at - 5) : at].rstrip("([")
    bare = before.rstrip()
    return not bare or (bare != before and bare.rstrip(_CLOSING)[-1:] in _STOPS)


def _named(reading: Reading, person: Person) -> Kind:
    if person.full:
        return "full"
    return "family" if reading.established(person) else "unknown"


def _main(
    reading: Reading, span: Span, anchors: Sequence[Anchor], told: Sequence[Suggestion]
) -> Anchor:
    """The anchor that says of whom a sentence speaks: that of a paraphrase in it, the
    first name that is a subject, the first of all."""
    start, end = span
    for one in told:
        entry = reading.catalogue.keys.get(one.body.value)
        if entry is None:
            continue
        for anchor in anchors:
            if entry in anchor.entries:
                return anchor._replace(entries=(entry,))
        return Anchor(one.start, one.end, (entry,), "rule")
    if len(anchors) == 1:
        return anchors[0]
    for anchor in anchors:
        if anchor.person is None or anchor.person.possessive:
            continue
        before = reading.lowered[max(start, anchor.start - _NEAR) : anchor.start].split()
        if before and before[-1] in PREPOSITIONS:
            continue
        if predicate(reading.text, reading.lowered, anchor.end, end, reading.language) is not None:
            return anchor
    return anchors[0]


def _following(reading: Reading, at: int) -> Span | None:
    """The sentence after ``at``, in the same paragraph or the next."""
    text = reading.text
    place = at
    while place < len(text) and text[place].isspace():
        place += 1
    return reading.sentences.begun(place) if place < len(text) else None


def begins_paragraph(text: str, at: int) -> bool:
    """Whether nothing stands before a place in its line."""
    while at and text[at - 1].isspace():
        at -= 1
        if text[at] == "\n":
            return True
    return at == 0


#: Signs that are features.
_SIGNS = tuple(',;:?!"()[]-')
_NUMBER = re.compile(r"\d+")
#: A word with a capital: looked for by the capital, which is rarer than the space.
_CAPITAL = re.compile(r"[A-ZÀ-Ý](?<=\s.)")
#: What follows a German verb of the first subjunctive, "lasse den", "brauche keine": an
#: adjective with the same ending has its noun after it.
_AFTER_VERB = frozenset(
    """sich nicht der die das den dem des ein eine einen einem einer eines kein keine keinen
    keinem keiner keines es man er ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen
    seinem seiner seines in im auf an am von vom zu zur zum mit aus für durch gegen über unter
    nur auch aber also eben immer nie noch schon""".split()
)
_NO_VERBS = frozenset(
    """heute gerade lange gerne beinahe ohne beide viele einige alle keine eine diese jene seine
    ihre unsere meine solche manche welche andere wenige mehrere genauso vorne hinge ende
    beispielsweise""".split()
)
#: German reported speech, and who speaks it if no author does.
_REPORTED = frozenset(
    """sei seien habe werde könne müsse solle dürfe gebe wolle hätten würden""".split()
)
_SPEAKERS = frozenset(
    """ich wir sagte sagt erzählt erzählte berichtet berichtete meint meinte zufolge laut
    """.split()
)
_LISTS = (
    ("event", EVENT_WORDS),
    (
        "first",
        frozenset(
            """i we me my our us ich wir mich mir mein meine unser unsere uns je nous moi mon ma
            mes notre nos j'""".split()
        ),
    ),
    (
        "third",
        frozenset(
            """he she they his her their him them er sie sein seine ihr ihre ihm ihn il elle ils
            elles son sa ses leur leurs lui eux""".split()
        ),
    ),
    (
        "modal",
        frozenset(
            """can could must should may might would cannot kann können muss müssen soll sollen
            darf dürfen sollte könnte peut peuvent doit doivent devrait pourrait faut""".split()
        ),
    ),
    (
        "negation",
        frozenset(
            """not no never nor neither nicht kein keine keinen nie weder ne n' pas jamais aucun
            aucune rien nichts""".split()
        ),
    ),
    (
        "clause",
        frozenset("that how why whether dass daß wie warum ob que qu' comment pourquoi".split()),
    ),
    ("work", WORK_NOUNS),
)
#: What a word in a sentence says of it: the word itself if it is a closed one, of which
#: lists it is.
_NAMES = {
    word: (*((f"word={word}",) if word in FUNCTION_WORDS else ()),
           *(name for name, words in _LISTS if word in words))
    for word in FUNCTION_WORDS.union(*(words for _, words in _LISTS))
}  # fmt: skip
#: Code points of a step of length, and the most steps.
_STEP, _LONGEST = 40, 7
_MOST_CAPITALS = 5
_MOST_SHARED = 2
#: After a name the next word is looked for so far (code points).
_WORD = 25


def rows(reading: Reading, run: Sequence[Near], document: Document) -> list[set[str]]:
    """The features of sentences that follow each other; the same have always the same."""
    made = []
    before: Near | None = None
    for near in run:
        made.append(_features(reading, near, document, before))
        before = near
    return made


def _features(reading: Reading, near: Near, document: Document, before: Near | None) -> set[str]:
    """The features of a sentence; of one that is settled little is asked."""
    if near.plain:
        return {"plain", f"ago={near.ago}"}
    made = {"any", f"ago={near.ago}", f"main={near.main.kind}"}
    _marked(reading, near, made)
    if is_settled(near):
        return made
    start, end = near.start, near.end
    text, sentence = reading.text, reading.lowered[start:end]
    made.update(document.features)
    made.update(_ties(reading, near, document, before))
    made.add(f"long={min(_LONGEST, (end - start) // _STEP)}")
    if begins_paragraph(text, start):
        made.add("fresh")
    if end == len(text) or text[end] == "\n":
        made.add("last")
    words = split(sentence)
    made.update(*map(_NAMES.__getitem__, _NAMES.keys() & words))
    made.update([sign for sign in _SIGNS if sign in sentence])
    made.update({"year" if len(each) == 4 else "number" for each in _NUMBER.findall(sentence)})
    made.update([f"first:{name}" for name in _NAMES.get(words[0], _sign(words[0]))])
    if reading.language == "de":
        if not _REPORTED.isdisjoint(words) and _SPEAKERS.isdisjoint(words) and '"' not in sentence:
            made.add("reported")
        if "ich" not in words and _is_subjunctive(text[start:end].split()):
            made.add("subjunctive")
    else:
        capitals = len(_CAPITAL.findall(text, start + 1, end))
        made.add(f"capitals={min(_MOST_CAPITALS, capitals)}")
    person = near.main.person
    if person is not None and near.ago == 0:
        after = split(reading.lowered[person.end : min(end, person.end + _WORD)])[:1]
        made.update([f"after={each if each in _NAMES else _sign(each)}" for each in after])
    return made


def _ties(reading: Reading, near: Near, document: Document, before: Near | None) -> Iterator[str]:
    """What ties a sentence to the author: that it is put into his mouth, the words of the title and
    of the sentences before that it takes up, its tense; and who else is named."""
    start, end, main = near.start, near.end, near.main
    said = attributed(reading.lowered, start, end, reading.language)
    quoted = reading.lowered.find('"', start, end) != -1
    if said:
        yield "attributed words" if quoted else "attributed"
    words = document.stems(start, end)
    title = document.stems_of(main.entries)
    yield f"title={min(_MOST_SHARED, len(words & title))}"
    if not near.ago:
        return
    opened, closed = reading.sentences.around(main.start)
    yield f"anchor={min(_MOST_SHARED, len(words & document.stems(opened, closed)))}"
    if before is not None:
        shared = words & document.stems(before.start, before.end)
        yield f"before={min(_MOST_SHARED, len(shared))}"
    if reading.names_another(closed, start):
        yield "another before"
    elif said and not quoted:
        yield "attributed to nobody else"
    if reading.names_another(start + 1, end):
        yield "another"
    yield f"tenses={document.is_past(opened, closed):d}{document.is_past(start, end):d}"


def split(words: str) -> list[str]:
    """Words and commas: good enough to find the words of closed classes, and much faster
    than a regular expression."""
    return words.replace("'", "' ").replace(",", " , ").split()


def _sign(word: str) -> str:
    """The sign that a word begins with, or "*"."""
    return "*" if word[0].isalnum() else word[0]


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Whether a German verb of the first subjunctive stands among words as printed."""
    for word, after in zip(words, (*words[1:], ""), strict=True):
        if word[-1] in ",.;":
            bare = word[:-1]
        elif after in _AFTER_VERB:
            bare = word
        else:
            continue
        if (
            bare[-1:] == "e"
            and bare[-2:] != "te"
            and len(bare) > 3
            and bare.isalpha()
            and bare.islower()
            and bare not in _NO_VERBS
            and bare not in FUNCTION_WORDS
        ):
            return True
    return False


def _marked(reading: Reading, near: Near, made: set[str]) -> None:
    """What is cited, named and found by rules in a sentence."""
    start, end = near.start, near.end
    cited = cited_between(reading, start, end)
    if cited:
        made.add(f"cited={1 if 2 * cited < end - start else 2}")
    if near.told:
        made.add("rule")
        made.update(f"rule={one.method}" for one in near.told)
    if near.anchors:
        made.update(f"has={anchor.kind}" for anchor in near.anchors)
        first = set(near.anchors[0].entries)
        if any(first.isdisjoint(anchor.entries) for anchor in near.anchors):
            made.add("several")
