"""Who may speak at a quotation: the candidates, and what the text shows of each.

Candidates are whoever is named, or stood for by a pronoun or a role, in the paragraph of
the quotation and in the one before, the last speakers, what the rules say, and nobody.
Features are kinds of phrases, places, distances and classes of the words beside, never a
word of what texts are about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.textplaces import no_speaker
from citekit.find.grammar.tokens import CAPITAL, NUMBER, QUOTE, Unit
from citekit.find.grammar.verbs import subjunctive
from citekit.find.speakers import features as f
from citekit.find.speakers.discourse import Discourse, again
from citekit.find.speakers.evidence import Evidence, Mention, brings_in, cites, is_told, once
from citekit.find.speakers.features import Features
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.resolver import Speakers

#: Signs by the name that features give them.
_SIGNS = {",": ",", ":": ":", ";": ";", ".": ".", "!": ".", "?": "?", "…": ".", "(": "(", ")": ")",
          "—": "-", "–": "-", "-": "-"}  # fmt: skip
#: Steps of distances in tokens, and of lengths in words.
_DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34, 55)
_LENGTHS = (1, 2, 3, 4, 6, 10, 20)
#: Classes of words by the first of these bits that they have.
_CLASSES = (
    (QUOTE, "quote"), (c.SAY, "say"), (c.VERB, "verb"), (c.AUX, "aux"), (c.SOURCE, "source"),
    (c.PREPOSITION, "prep"), (c.SUBORDINATE | c.RELATIVE, "sub"), (c.JOIN, "join"),
    (c.PRONOUN, "pron"), (c.DETERMINER, "det"), (c.ADVERB, "adv"), (c.SPEECH, "speech"),
    (CAPITAL, "cap"), (NUMBER, "num"),
)  # fmt: skip
_HEADS = ((c.ROLE, "R"), (c.SHEET, "H"), (c.GROUP, "G"), (c.WORK, "W"), (c.SPEECH, "S"))
_ARTICLES = ((c.POSSESSIVE, "his"), (c.DEFINITE, "the"), (c.INDEFINITE, "a"))
#: What a phrase may begin with.
_BEGINS = c.DETERMINER | c.PRONOUN | c.ROLE | c.GROUP | c.TITLE | c.PARTICLE | CAPITAL
#: Methods of attribution that features take together.
_GROUPS = {"split": "continued", "paragraph": "beat", "next-paragraph": "beat",
           "reported-speech": "beat", "free-indirect": "beat"}  # fmt: skip
#: So many code points before and behind a quotation somebody may be named, and a name counts.
_NEAR = 4_000
#: Code points a step of how long ago somebody spoke.
_STEP = 60


class Rule(NamedTuple):
    """What the rules say of a quotation; the attribution's ``unit`` is set."""

    attribution: Attribution
    speaker: Speaker


class Candidate(NamedTuple):
    """Somebody who may speak, None for nobody, and the features of that."""

    speaker: Speaker | None
    features: list[Features]

    def names(self) -> list[str]:
        """The names of all features."""
        return [name for each in self.features for name in each]


class Scene(NamedTuple):
    """The paragraph of a quotation and the end of the one before: their tokens, the phrases
    that may be speakers, the first token of the paragraph itself, the tokens of quotations;
    by a phrase's first token, once it has been asked, whom it stands for if it is no
    pronoun (None for nobody), and what it looks like."""

    u: Unit
    phrases: tuple[Phrase, ...]
    own: int
    quotes: list[int]
    known: dict[int, Speaker | None]
    looks: dict[int, tuple[str, str, str, str]]


def scene(u: Unit, own: int) -> Scene:
    """The scene of these tokens, of which the paragraph of the quotations begins at the
    place ``own`` of the text."""
    phrases = []
    size = len(u.words)
    first = bisect_left(u.starts, own)
    free = 0
    for i in [i for i, bits in enumerate(u.flags) if bits & _BEGINS]:
        phrase = parse(u, i, first if i < first else size) if i >= free else None
        if phrase is None or phrase.end <= i:
            continue
        if phrase.kind != "self":
            phrases.append(phrase)
        # what belongs to the phrase may be one itself
        free = max(i + 1, phrase.names[0][1] if phrase.names else phrase.head + 1)
    return Scene(u, tuple(phrases), first, list(u.quotes), {}, {})


def candidates(
    scene: Scene, q: int, speakers: Speakers, rule: Rule | None, one: str = ""
) -> Iterator[Candidate]:
    """The candidates for the quotation at token ``q`` of a scene, each name once; ``one`` is
    the gender of the one person who speaks, if a pronoun shows it."""
    labelled = zip(*map(f.labelled, _around(scene, q, rule)), strict=True)
    around = dict(zip(f.LABELS, labelled, strict=True))
    yield Candidate(None, list(around["none"]))
    at = scene.u.quotes[q].start
    past = _Past(speakers, at)
    found: dict[str, tuple[Speaker, list[Features]]] = {}
    if rule is not None:
        method, score = rule.attribution.method, round(rule.attribution.score, 1)
        ruled = f.ruled(method, rule.speaker.kind, score)
        found[rule.speaker.name] = (rule.speaker, [ruled, *around["rule"]])
    for label, before in (("last", past.last), ("other", past.other)):
        if before is not None:
            ago = bisect_right(_DISTANCES, max(0, at - before.at) // _STEP)
            features = found.setdefault(before.name, (before, []))[1]
            features += (f.last(label, ago), *around[label])
    group, gender = _told(rule)
    for before in again(speakers.history, gender):
        found.setdefault(before.name, (before, []))
    people = _people(scene, q, speakers)
    order = _order(people, q)
    for name, (speaker, mentions) in people.items():
        features = found.setdefault(name, (speaker, []))[1]
        features += _mentioned(scene, q, mentions, group, speaker.kind)
        features.append(f.ranks(speaker.kind, order.get(name, 5), group))
    evidence = Evidence(scene.u, q, scene.own, speakers, people, rule, group, gender)
    discourse = Discourse(scene.u, q, scene.own, speakers.history, group, evidence.words)
    for name, (speaker, features) in found.items():
        if one and speaker.gender in ("m", "f") and speaker.gender != one:
            continue  # "sagt sie" of a man
        known = past.known(speaker)
        features += known
        features += [f.in_group(group, each) for each in known]
        if gender and speaker.gender:
            features.append(f.agrees(group, gender in (speaker.gender, "fp")))
        if rule is not None:
            ours = f.IS_RULE if name == rule.speaker.name else f.NOT_RULE
            features.append(f.in_group(group, ours))
        features += evidence.of(speaker)
        features += discourse.of(speaker, people.get(name, (speaker, ()))[1])
        yield Candidate(speaker, features)


def _people(scene: Scene, q: int, speakers: Speakers) -> dict[str, tuple[Speaker, list[Mention]]]:
    """Who is named or stood for in a scene, by name."""
    u = scene.u
    near = u.sentence[q] - 1
    found: dict[str, tuple[Speaker, list[Mention]]] = {}
    opened: set[int] = set()
    theirs = u.language == "de" and _theirs(u, q)
    alone = u.language == "de" and _whole(u, q)
    for phrase in _near_ones(scene, q):
        start = phrase.start
        if theirs and phrase.kind == "role" and u.flags[phrase.head] & c.SHEET:
            continue
        if (alone and phrase.kind == "role" and _lifeless(u, phrase)) or _verb_alone(u, phrase):
            continue
        if not near <= u.sentence[start] <= near + 1 and not _reaches(u, phrase):
            continue
        if is_told(u, phrase, q) or speakers.greets(u.starts[start]):
            continue
        if phrase.kind == "pronoun":
            speaker = speakers.identify(u, phrase)
        else:
            if start not in scene.known:
                nobody = brings_in(u, phrase) or cites(u, phrase) or no_speaker(u, phrase)
                nobody = nobody or once(u, phrase)
                scene.known[start] = None if nobody else speakers.identify(u, phrase)
            speaker = scene.known[start]
        if speaker is None or (alone and speaker.kind == "thing"):
            continue
        sentence = u.sentence[start]
        subject = sentence not in opened and not (start and u.flags[start - 1] & c.PREPOSITION)
        if subject:
            opened.add(sentence)
        found.setdefault(speaker.name, (speaker, []))[1].append(Mention(phrase, subject))
    return found


def _verb_alone(u: Unit, phrase: Phrase) -> bool:
    """French: whether a phrase is a verb that a noun is spelt like: « …, note-t-il »."""
    lone = u.language == "fr" and phrase.kind == "role" and phrase.end - phrase.start == 1
    return bool(lone and u.flags[phrase.start] & c.SAY)


def _near_ones(scene: Scene, q: int) -> tuple[Phrase, ...]:
    """The phrases that stand near a quotation, however long its paragraph is."""
    quote, starts, place = scene.u.quotes[q], scene.u.starts, attrgetter("start")
    first = bisect_left(scene.phrases, bisect_left(starts, quote.start - _NEAR), key=place)
    last = bisect_left(scene.phrases, bisect_right(starts, quote.end + _NEAR), key=place)
    return scene.phrases[first:last]


def _lifeless(u: Unit, phrase: Phrase) -> bool:
    """German: whether an unknown noun, feminine or neuter by its article, is no person's."""
    if u.flags[phrase.head] & (c.ROLE | c.GROUP | c.SHEET | c.WORK | c.INDEFINITE | QUOTE):
        return False
    article = u.low[phrase.start] in ("die", "eine", "das", "keine")
    return article and not u.low[phrase.head].endswith(("in", "frau", "te", "tin"))


def _whole(u: Unit, q: int) -> bool:
    """Whether a quotation stands alone as a sentence, as only somebody says it."""
    quote = u.quotes[q]
    inner = u.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 200)]
    alone = not q or u.sentence[q - 1] != u.sentence[q]
    return alone and u.ending(q) in ".!?" and len(inner.split()) > 4 and inner[:1].isupper()


def _theirs(u: Unit, q: int) -> bool:
    """German: whether the sentence of the quotation reports what somebody said of themselves,
    as nothing written does: "Er habe „nichts gewusst“"."""
    low = u.bounds(q)[0]
    near = range(max(low, q - 12), q)
    pronouns = [i for i in near if u.low[i] in ("er", "sie")]
    return any(subjunctive(u, k) for i in pronouns for k in (i - 1, i + 1) if low <= k < q)


def _reaches(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase may be a speaker farther away than in the sentence before."""
    if phrase.kind == "role":
        return bool(u.flags[phrase.head] & (c.ROLE | c.GROUP | c.WORK))
    return phrase.kind == "name"


def _order(people: dict[str, tuple[Speaker, list[Mention]]], q: int) -> dict[str, int]:
    """How many other persons are named nearer before the quotation, at most 4."""
    places = []
    for name, (speaker, mentions) in people.items():
        before = [one.phrase.start for one in mentions if one.phrase.start < q]
        if before and speaker.kind in ("person", "either"):
            places.append((-before[-1], name))
    return {name: min(4, rank) for rank, (_, name) in enumerate(sorted(places))}


def _told(rule: Rule | None) -> tuple[str, str]:
    """The kind of phrase that the rules found, or their method, and the gender that a
    pronoun shows."""
    if rule is None:
        return "none", ""
    phrase, unit = rule.attribution.phrase, rule.attribution.unit
    if phrase is None:
        method = rule.attribution.method
        return _GROUPS.get(method, method), ""
    if phrase.kind != "pronoun" or unit is None:
        return phrase.kind, ""
    return "pronoun", unit.cues.gender.get(unit.low[phrase.start], "")


def _around(scene: Scene, q: int, rule: Rule | None) -> list[str]:
    """What the quotation looks like and where it stands."""
    u = scene.u
    quote = u.quotes[q]
    inner = u.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 400)]
    capital = inner.lstrip("“‘\"'«‹„‚([… ")[:1].isupper()
    low, high = u.bounds(q)
    sign = _beside(u, q - 1) if q else "^"
    verbs = [bits for bits in u.flags[low:high] if bits & c.VERB]
    words = bisect_right(_LENGTHS, len(inner.split()))
    ending = _SIGNS.get(u.ending(q), "")
    found = [
        "b",
        f"words={words}",
        f"capital={capital}",
        f"ends={ending}",
        f"sign={sign}",
        f"opens={q == scene.own}",
        f"alone={q == scene.own and q + 1 == len(u.words)}",
        f"own={high - low == 1}",
        f"says={any(bits & c.SAY for bits in verbs)}",
        f"verbs={min(2, len(verbs))}",
        f"follows={_beside(u, q + 1)}",
        f"lang={u.language}",
        f"method={rule.attribution.method if rule is not None else '-'}",
        f"words={words}:{capital}:{sign}",
    ]
    before = bisect_left(scene.quotes, q)
    if before:
        previous = scene.quotes[before - 1]
        same = previous >= scene.own
        sentences = min(3, u.sentence[q] - u.sentence[previous])
        found.append(f"gap={bisect_right(_DISTANCES, q - previous - 1)}:{same}:{sentences}")
        found.append(f"asked={u.ending(previous) == '?'}:{same}")
    return found


@lru_cache(maxsize=4096)
def _class(bits: int) -> str:
    """The class of a word."""
    return next((name for mask, name in _CLASSES if bits & mask), "-")


def _beside(u: Unit, i: int) -> str:
    """The sign or class of the word at token ``i``, "$" behind the last one."""
    if i >= len(u.words):
        return "$"
    return _SIGNS.get(u.words[i]) or _class(u.flags[i])


def _mentioned(
    scene: Scene, q: int, mentions: list[Mention], group: str, kind: str
) -> list[Features]:
    """Where somebody is mentioned: nearest before the quotation, else first after it."""
    u = scene.u
    before = [one for one in mentions if one.phrase.start < q]
    nearest = before[-1] if before else mentions[0]
    found = _place(scene, q, nearest, group)
    subjects = [one.phrase.start for one in before if one.subject]
    ago, among = -1, False
    if subjects:
        ago = min(5, u.sentence[q] - u.sentence[subjects[-1]])
        among = bisect_right(scene.quotes, subjects[-1]) < bisect_left(scene.quotes, q)
    found.append(f.subjects(ago, among, group))
    names = [one.phrase.names[0] for one in mentions if one.phrase.names]
    full = any(end - start > 1 for start, end in names)
    found.append(f.fullness(full, min(4, len(mentions)), kind))
    for one in mentions:
        start = one.phrase.start
        if start > q and u.sentence[start] == u.sentence[q]:
            before_it, after_it = _class(u.flags[start - 1]), _beside(u, one.phrase.end)
            found.append(f.behind(one.phrase.kind, before_it, after_it))
            break
    return found


def _place(scene: Scene, q: int, mention: Mention, group: str) -> list[Features]:
    """Where a phrase stands and what it looks like."""
    u = scene.u
    phrase, subject = mention
    start, end = phrase.start, phrase.end
    kind, article, before, after = _looks(scene, phrase)
    side = "<" if start < q else ">"
    sentences = max(-4, min(2, u.sentence[start] - u.sentence[q]))
    place = f"{side}{sentences}{'' if start >= scene.own else 'P'}"
    low, high = (start, q) if start < q else (q, start)
    among = min(2, bisect_left(scene.quotes, high) - bisect_right(scene.quotes, low))
    found = [
        f.kinds(kind, article, group),
        f.places(place, subject, phrase.kind, group),
        f.amongs(among, side, group),
        f.besides(before, after, subject),
    ]
    if sentences in (0, -1):
        found.append(f.besides_at(place, before, after, phrase.kind))
    if sentences == 0:
        distance = bisect_right(_DISTANCES, q - end if start < q else start - q - 1)
        found.append(f.distances(side, distance, kind))
        if start < q:
            found.append(f.signed(_beside(u, q - 1), kind))
    return found


def _looks(scene: Scene, phrase: Phrase) -> tuple[str, str, str, str]:
    """What a phrase is, its article, and what stands before and after it: the same for
    every quotation of the scene."""
    looks = scene.looks.get(phrase.start)
    if looks is not None:
        return looks
    u = scene.u
    start = phrase.start
    opens = not start or u.sentence[start - 1] != u.sentence[start]
    bits = u.flags[start]
    head = u.flags[phrase.head] if phrase.head >= 0 else bits
    kind = phrase.kind
    if kind == "name":
        kind += "N" if u.low[phrase.names[0][0]] in GIVEN else "G" if head & c.GROUP else ""
    elif kind == "role":
        kind += next((name for mask, name in _HEADS if head & mask), "")
    article = next((name for mask, name in _ARTICLES if bits & mask), "0")
    before = "^" if opens else _beside(u, start - 1)
    looks = scene.looks[start] = (kind, article, before, _beside(u, phrase.end))
    return looks


class _Past:
    """What the document knows of people near the quotation at ``at``: who spoke last, who
    was the last other one."""

    def __init__(self, speakers: Speakers, at: int) -> None:
        history = speakers.history
        last = self.last = history[-1] if history else None
        self.other = next(
            (one for one in reversed(history) if last and one.name != last.name), None
        )
        self._spoke = [one.name for one in history]
        self._text = speakers.text
        self._at = at
        self._known: dict[tuple[str, str], tuple[Features, ...]] = {}

    def known(self, speaker: Speaker) -> tuple[Features, ...]:
        """The features of what is known of somebody."""
        key = speaker.name, speaker.kind
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._features(*key)
        return found

    def _features(self, name: str, kind: str) -> tuple[Features, ...]:
        which = ""
        if self.last is not None and self.last.name == name:
            which = "is-last"
        elif self.other is not None and self.other.name == name:
            which = "is-other"
        found = f.spoken(kind, min(3, self._spoke.count(name)), which)
        if kind in ("person", "either"):
            at = self._at
            times = self._text.count(name.rsplit(None, 1)[-1], max(0, at - _NEAR), at + _NEAR)
            return found, f.named(min(4, times), " " in name)
        return (found,)
